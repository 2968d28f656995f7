# 質問と回答

column-question-number = 番号
column-question-wording = 共有する文
column-question-answer = 回答
column-question-state = 状態
column-question-share = 共有の範囲
column-question-share-reason = 質問者だけに答える理由
column-question-owner = 社内の担当
column-question-due = 回答の期日
column-question-late = 期限後の扱い
column-question-late-reason = その理由
column-question-changes-rfp = 提案依頼書の変更
column-question-approved-by = 承認者
column-question-asker-received-at = 受付日時
column-question-asker-channel = 受け付けた方法
column-question-asker-person = 質問した人
column-question-asker-words = 受け取った文

question-state-open = 未回答
question-state-drafted = 回答案
question-state-approved = 承認済み
question-state-shared = 共有済み
question-state-merged = 統合済み
question-share-all = 全社
question-share-asker = 質問者のみ
question-late-accepted = 受け付ける
question-late-declined = 受け付けない
question-channel-meeting = 打ち合わせ
question-channel-mail = メール
question-channel-phone = 電話
question-channel-sheet = 質問票
question-channel-other = その他

# 履歴に示す値
value-question-state-open = { question-state-open }
value-question-state-drafted = { question-state-drafted }
value-question-state-approved = { question-state-approved }
value-question-state-shared = { question-state-shared }
value-question-state-merged = { question-state-merged }
value-question-share-all = { question-share-all }
value-question-share-asker = { question-share-asker }
value-question-late-accepted = { question-late-accepted }
value-question-late-declined = { question-late-declined }
value-question-asker-channel-meeting = { question-channel-meeting }
value-question-asker-channel-mail = { question-channel-mail }
value-question-asker-channel-phone = { question-channel-phone }
value-question-asker-channel-sheet = { question-channel-sheet }
value-question-asker-channel-other = { question-channel-other }

# 回答を止めているもの
question-hold-merged = ほかの質問にまとめました
question-hold-declined = 期限後のため、受け付けないことにしました
question-hold-no-answer = 回答がありません
question-hold-no-wording = 共有する文がありません
question-hold-no-reason = 質問者だけに答える理由がありません
question-hold-unapproved = 回答が承認されていません
question-hold-telling = 質問者が分かることばが{ $count }か所残っています。直すまで、この質問は共有できません。
question-tells-company = 「{ $words }」は{ $name }の名前です
question-tells-person = 「{ $words }」は{ $name }の人の名前です
question-tells-mail = 「{ $words }」は{ $name }のメールアドレスです
question-tells-phone = 「{ $words }」は{ $name }の電話番号です
question-tells-own = 「{ $words }」は質問者が自分を指すことばです
question-median-hours = { $count }時間
question-median-days = { $count }日
question-addendum-reason = 質問{ $numbers }への回答を反映するため

error-question-none = 質問が選ばれていません。何も変更していません。一覧で質問を選んでください。
error-question-empty = 質問の文がないため、記録していません。質問のことばを入力してください。
error-question-asker = 質問者が選ばれていないため、記録していません。入力した文字は残しています。候補ベンダーを選んでください。
error-question-asker-twice = このベンダーはすでに{ $number }の質問者に入っています。何も変更していません。受け取ったことばは「直す」で改められます。
error-question-asker-last = { $number }の質問者はこの1社だけのため、外していません。ほかの質問者を加えてから外すか、質問を削除してください。
error-question-reply = { $number }は期限後の扱いが決まっていないため、返信の文面を用意していません。先に「受け付けて答える」か「受け付けない」を選んでください。
error-reply-names = 返信に「{ $name }」の名前が含まれています。ほかの参加者が分かってしまうため、下書きは作っていません。入力した文は残しています。名前を消してください。
error-reply-no-mail = { $name }にはメールアドレスがないため、下書きを作っていません。文面を写すか、候補ベンダーの画面でアドレスを入力してください。
error-question-merged = { $number }はほかの質問にまとめてあるため、変更していません。まとめた先の質問を編集するか、先に分けてください。
error-question-declined = { $number }は受け付けないことにした質問です。何も変更していません。答えるときは、先に「受け付ける」に改めてください。
error-question-no-answer = { $number }には回答がないため、承認していません。回答を入力してください。
error-question-no-wording = { $number }には共有する文がないため、承認していません。誰が尋ねたか分からない文にして入力してください。
error-question-no-reason = { $number }は質問者だけに答える理由がないため、承認していません。理由を入力してください。
error-question-unapproved = { $number }の回答が承認されていないため、共有していません。承認してから、もう一度お試しください。
error-question-telling = { $number }に質問者が分かることば（{ $words }）が残っているため、共有していません。書き直すか、残してよいことを確かめてください。
error-question-shared = { $number }は共有済みのため、削除していません。回答を改めるときは、編集してもう一度共有してください。
error-question-merge-shared = { $number }は共有済みのため、{ $into }にまとめていません。{ $into }を{ $number }にまとめてください。
error-question-decline-shared = { $number }は共有済みのため、受け付けないことにはできません。何も変更していません。
question-tells-price = 「{ $words }」は「{ $name }」の金額と読めます。
pack-telling = { $item }の「{ $words }」から、{ $name }のことが分かります。このままでは、この会社の分を作れません。
error-pack-telling = { $item }の「{ $words }」から、{ $name }のことが{ $to }に分かります。まだ何も作っていません。回答は、書き直して共有し直すか、残してよいことを質問の画面で確かめてください。ファイルは、別の名前で出し直してください。
