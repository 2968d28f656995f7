# 文面

column-letter-subject = 件名
column-letter-body = 本文

letter-field-addressee = 宛名
letter-field-attachments = 添付の一覧
letter-field-enclosed = お送りする資料
letter-field-answers-list = 今回の回答
letter-field-answers-number = 質問回答書の回
letter-field-doc-release = 版
letter-field-answer-date = 回答する日
letter-field-question-received-at = 質問の受付日時
letter-field-question-summary = 質問の要旨
letter-unknown-field = 「{ $field }」という差し込みはありません。つづりを確かめるか、一覧から選んでください。このまま送ると、括弧ごと残ります。
letter-late-accepted = 【回答する場合】
letter-late-declined = 【回答しない場合】
letter-open-braces = 「{"{{"}」と「{"}}"}」の組が合っていません。このまま送ると、括弧ごと残ります。

# 宛名
letter-to-company = { $company } 御中
letter-to-person = { $person } 様

# ひな形の画面
view-letters = メールのひな形
letters-language = ひな形の言語
letters-ja = 日本語
letters-en = 英語
letter-own = 変更あり
letter-subject = 件名
letter-body = 本文
letter-reset = 元の文面に戻す
letter-fields = 差し込み
letter-fields-note = 二重の波括弧の部分は、案件と宛先に合わせて入れ替わります。
letter-preview = 見本
letter-preview-note = 案件ごとに変わるところは、［ ］で名前を示しています。
letter-field-bidder-company = 宛先の会社
letter-field-notice-strengths = ご提案の良かった点
letter-field-notice-reasons = 伝える理由
letter-field-notice-reasons-award = 評価した点
letter-field-notice-conditions = 契約までにお願いしたいこと
letter-field-notice-feedback-until = 問い合わせの期限
