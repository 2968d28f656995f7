# 配布

column-shared-item-kind = 種類
column-shared-item-title = 名前
column-shared-item-round = 回
column-shared-item-name = ファイル名
column-distribution-state = 状態
column-distribution-mail = 宛先
column-distribution-subject = 件名
column-distribution-body = 本文
column-distribution-sent-at = 送付日時
column-distribution-means = 方法
column-distribution-sent-by = 送付した人
column-distribution-note = メモ
column-distribution-unsent-reason = 届いていなかった理由
column-distribution-received-at = 受領の確認
column-distribution-receipt = 受領の確認方法
column-distribution-file-kind = 種類
column-distribution-file-name = ファイル名

distribution-state-prepared = 用意済み
distribution-state-sent = 送付済み
distribution-state-unsent = 未送付に変更
distribution-means-mail = メール
distribution-means-meeting = 手渡し
distribution-means-folder = 共有フォルダー
distribution-means-post = 郵送
distribution-means-other = その他
shared-item-kind-answer = 回答
shared-item-kind-file = 資料

# 履歴に示す値
value-distribution-state-prepared = { distribution-state-prepared }
value-distribution-state-sent = { distribution-state-sent }
value-distribution-state-unsent = { distribution-state-unsent }
value-distribution-means-mail = { distribution-means-mail }
value-distribution-means-meeting = { distribution-means-meeting }
value-distribution-means-folder = { distribution-means-folder }
value-distribution-means-post = { distribution-means-post }
value-distribution-means-other = { distribution-means-other }
value-shared-item-kind-answer = { shared-item-kind-answer }
value-shared-item-kind-file = { shared-item-kind-file }
