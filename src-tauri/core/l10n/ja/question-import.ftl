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
