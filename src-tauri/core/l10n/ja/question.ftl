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
