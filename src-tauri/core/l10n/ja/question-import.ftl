# 質問の取り込み

op-question-import = { $what }からの質問の取り込み

incoming-about = （該当箇所：{ $place }）
incoming-empty = 質問の文がありません。
incoming-long = 質問の文が長すぎます（{ $most }文字まで）。
incoming-twice = { $row }行目と同じ質問です。
incoming-known = { $number }として取り込み済みです。
incoming-changed = { $number }の文が変わりました。選ぶと新しい文に改めます。
incoming-changed-shared = { $number }の文が変わりましたが、{ $number }は回答の共有または統合が済んでいます。選ぶと新しい質問として加えます。
incoming-place = 「{ $place }」はRFPの項目に見つかりませんでした。質問の文に書き添えます。

error-mail-large = メールが大きすぎます（{ $most }MBまで）。何も取り込んでいません。本文をコピーして貼り付けてください。
error-mail-outlook = Outlookの形式（.msg）のため読めません。何も取り込んでいません。メールを「.eml」で保存するか、本文をコピーして貼り付けてください。
error-mail-words = メールの文字が多すぎるため、安全のため読みませんでした。何も取り込んでいません。質問の部分をコピーして貼り付けてください。
error-mail-parts = メールの中の部品が多すぎるため、安全のため読みませんでした。何も取り込んでいません。質問の部分をコピーして貼り付けてください。
error-mail-not = メールのファイルとして読めませんでした。何も取り込んでいません。「.eml」のファイルを選ぶか、本文をコピーして貼り付けてください。
mail-note-letters = 読み取れない文字があり、「�」で示しています。元のメールと見比べてください。
mail-note-files = 表ではない添付ファイル{ $count }個は取り込みません。

question-sheet-title = 質問票
question-sheet-procurement = 案件
question-sheet-release = （RFP第{ $number }版）
question-sheet-number = 文書番号
question-sheet-company = 貴社名
question-sheet-deadline = 質問の受付期限
question-sheet-how = 1行に1件ずつ、質問をご記入ください。「該当箇所」と「要求事項」は一覧から選べます。一覧にないときは、ページや言葉でお書きください。行が足りないときは、行を挿入してください。「回答」の欄はそのままお戻しください。
question-sheet-no = No.
question-sheet-words = 質問
question-sheet-section = 該当箇所
question-sheet-requirement = 要求事項
question-sheet-answer = 回答

error-question-source = ファイルを選ぶか、質問の文を貼り付けてください。
error-question-rows = 一度に取り込めるのは{ $most }行までです。何も取り込んでいません。分けてから取り込んでください。
error-question-moved = プレビューの後でファイルの中身か対応づけが変わりました。何も取り込んでいません。新しいプレビューを確かめてから、もう一度取り込んでください。
error-question-sheet-procurement = この質問票は、別の案件「{ $title }」のものです。何も取り込んでいません。
error-question-sheet-elsewhere = この質問票は、このライブラリにない案件のものです。何も取り込んでいません。
error-question-sheet-gone = この質問票を渡した候補ベンダーが、この案件にありません。何も取り込んでいません。候補ベンダーを元に戻すか、質問の文を貼り付けてください。
error-question-sheet-bidder = この質問票は「{ $name }」に渡したものです。何も取り込んでいません。質問者を「{ $name }」に変えるか、ファイルを確かめてください。

question-import-by-sheet = 質問票の控えから
question-import-by-address = 差出人のアドレス（{ $address }）から
question-import-by-domain = 差出人のドメイン（{ $address }）から。担当者として登録されていないアドレスです
question-import-mail = 「{ $subject }」 { $name } <{ $address }>
question-import-no-words = 質問の列がまだ決まっていません。列の対応づけで「質問」を選んでください。

work-questions = { $name }の質問を取り込んでいます

view-question-import = 質問の取り込み
question-import-lead = 候補ベンダーから届いた質問票（Excel・CSV）、メール（.eml）、または貼り付けた文から質問を取り込みます。取り込む前に、1行ずつ確かめられます。同じ質問を二度取り込むことはありません。
question-import-pick = ファイルを選ぶ
question-import-paste = ここにExcelの行やメールの本文を貼り付け
question-import-pasted = 貼り付けた文
question-import-back = 質問に戻る
question-import-no-bidders = 質問を取り込むには、まず候補ベンダーを加えてください。
question-import-to-vendors = 候補ベンダーを加える
question-import-kind-own = 質問票
question-import-kind-table = 表
question-import-kind-mail = メールの文
question-import-bidder = 質問者
question-import-choose = 選んでください
question-import-who = 質問者を選ぶと取り込めます。
question-import-at = 受付日時
question-import-now = 取り込んだ時
question-import-part = 取り込む部分
question-import-body = メールの本文
question-import-sheet = シート
question-import-columns = 列の対応づけ
question-import-columns-note = このベンダーの次の表でも同じ対応を使います。
question-import-column = { $number }列目
question-column-nothing = 取り込まない
question-column-words = 質問
question-column-section = 該当箇所
question-column-requirement = 要求事項
question-column-number = 番号
question-column-person = 質問した人
question-import-none = 質問が見つかりませんでした。別のシートや列を選ぶか、質問の文を貼り付けてください。
question-import-rows = { $count }行
question-import-sum = 新規{ $fresh }・変更{ $changed }・取り込み済み{ $same }・取り込めない行{ $wrong }
question-import-go = { $count }件を取り込む
question-import-all = すべて選ぶ
question-import-choose-row = { $row }行目を取り込む
question-import-row = 行
question-import-place = 順
question-import-state = 扱い
question-import-about = 該当箇所・質問した人
incoming-state-new = 新規
incoming-state-same = 取り込み済み
incoming-state-changed = 変更
incoming-state-wrong = 取り込めない
question-import-done = 質問を取り込みました（新規{ $added }件、変更{ $changed }件、取り込まなかった行{ $skipped }）。
question-sheet-make = 質問票を作る
question-sheet-made = 「{ $file }」を書き出しました。
