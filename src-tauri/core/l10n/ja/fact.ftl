# 案件情報：名前、単位、選択肢、祝日

plain = { $text }

fact-doc-title = 件名
fact-doc-number = 文書番号
fact-doc-calendar = 年の書き方
fact-doc-confidentiality = 機密区分
fact-doc-confidentiality-long = 機密の取り扱い
fact-issuer-company = 発行者
fact-issuer-department = 発行部門
fact-issuer-product = 対象の製品・サービス
fact-issuer-address = 所在地
fact-contact-role = 窓口
fact-contact-person = 担当者
fact-contact-mail = メール
fact-contact-phone = 電話
fact-contact-hours = 受付時間
fact-submission-to = 提出先
fact-submission-means = 提出方法
fact-submission-formats = ファイル形式
fact-submission-max-mb = ファイルの大きさの上限
fact-submission-grace-minutes = 遅れの猶予
fact-contract-kind = 契約の種類
fact-contract-start = 契約の開始日
fact-contract-end = 契約の終了日
fact-contract-notice-days = 更新しないときの申し出
fact-schedule-rfp-issue = 提案依頼書の発行
fact-schedule-question-deadline = 質問の受付期限
fact-schedule-answer-date = 回答の送付
fact-schedule-proposal-deadline = 提案書の提出期限
fact-schedule-presentation-from = 提案説明会（開始）
fact-schedule-presentation-to = 提案説明会（終了）
fact-schedule-decision = 社内の承認
fact-schedule-notice = 結果の通知
fact-schedule-contract = 契約の締結
fact-schedule-service-start = 業務の開始
fact-schedule-handover-complete = 全業務の引き継ぎ完了

unit-megabytes = { $count } MB
unit-minutes = { $count }分
unit-days = { $count }日前まで

calendar-western = 西暦
calendar-era = 令和

holiday-new-year = 祝日（元日）
holiday-coming-of-age = 祝日（成人の日）
holiday-foundation = 祝日（建国記念の日）
holiday-emperor = 祝日（天皇誕生日）
holiday-vernal = 祝日（春分の日）
holiday-showa = 祝日（昭和の日）
holiday-constitution = 祝日（憲法記念日）
holiday-greenery = 祝日（みどりの日）
holiday-children = 祝日（こどもの日）
holiday-marine = 祝日（海の日）
holiday-mountain = 祝日（山の日）
holiday-aged = 祝日（敬老の日）
holiday-autumnal = 祝日（秋分の日）
holiday-sports = 祝日（スポーツの日）
holiday-culture = 祝日（文化の日）
holiday-labour = 祝日（勤労感謝の日）
holiday-substitute = 祝日（振替休日）
holiday-between = 祝日（国民の休日）
rest-saturday = 土曜日
rest-sunday = 日曜日
rest-closed = 休業日
rest-closed-named = 休業日（{ $name }）
rest-expected = { $name }になる見込み

bidder-candidate = 候補
bidder-invited = 依頼済み
bidder-hearing = 打ち合わせ希望
bidder-declined = 辞退
bidder-received = 提案受領
bidder-shortlisted = 最終候補
bidder-awarded = 採用
bidder-not-awarded = 見送り
bidder-withdrawn = 取り下げ
bidder-disqualified = 対象外

schedule-reason-issue = ここから数えます。
schedule-reason-questions = 発行から{ $days }営業日。提案依頼書を読み、社内で質問をまとめるのに2週間ほどかかります。
schedule-reason-answers = 質問の受付期限から{ $days }営業日。関係部門に確かめ、全社に同時に答えます。
schedule-reason-proposals = 回答の送付から{ $days }営業日。回答を読んでから提案と見積を仕上げる時間です。
schedule-reason-presentations = 提出期限から{ $days }営業日。提案書を読み、聞きたいことをまとめてから説明を受けます。
schedule-reason-presentations-end = { $days }営業日後。各社に同じ長さの時間をとります。
schedule-reason-decision = 説明会から{ $days }営業日。評価をそろえ、稟議を通すための期間です。
schedule-reason-notice = 承認から{ $days }営業日。採用と見送りを同じ日に知らせます。
schedule-reason-contract = 通知から{ $days }営業日。契約書の確認と法務の審査にかかる期間です。
schedule-reason-start = 契約から{ $days }営業日。入館やアカウントの準備をします。
schedule-reason-handover = 開始から{ $days }営業日。業務を順に引き渡します。

weeks-alt = { $from }から{ $to }までの日程。{ $list }
weeks-alt-item = { $what } { $date }
weeks-alt-joint = 、
weeks-ahead-alt = { $from }から{ $to }までの{ $weeks }週。{ $list }
weeks-ahead-item = { $title }：{ $dates }
