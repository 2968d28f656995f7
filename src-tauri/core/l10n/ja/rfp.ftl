# 提案依頼書：不備、差し込みの名前、受け付けられないときの文、履歴の欄

finding-no-sections = 項目がまだありません。ひな形を選ぶか、項目を追加してください。
finding-section-empty = 「{ $number } { $title }」に何も書かれていません。書くか、任意にしてください。
finding-placeholder = 「{ $number } { $title }」に、ひな形の「○○」などが{ $count }か所残っています。
finding-placeholder-requirement = 要求事項 { $number } に、「○○」などが{ $count }か所残っています。
finding-field-unknown = 「{ $number } { $title }」に、不明な差し込み（{ $field }）があります。
finding-field-missing = 「{ $number } { $title }」で使っている「{ $field }」が未入力です。
finding-block-unknown = 「{ $number } { $title }」に、不明な一覧（{ $field }）があります。
finding-optional-overuse = 任意の項目が{ $count }件あります。多すぎると提案を比べられなくなります。

field-doc-release = 版番号
field-doc-issued-on = 発行日
field-bidder-company = 宛先の会社名
field-bidder-contact = 宛先の担当者
field-requirements-count = 要求事項の件数
field-requirements-must-count = 必須の件数
field-requirements-want-count = 希望の件数
field-bidders-count = 候補ベンダーの社数
field-evaluators-count = 審査者の人数

block-schedule-empty = 日程がまだ入っていません。
block-required-items-empty = 必須項目がまだ登録されていません。
block-evaluators-empty = 審査者がまだ登録されていません。
block-criteria-empty = 評価項目がまだ登録されていません。
block-requirements-empty = 要求事項がまだ登録されていません。
block-estimate-form-empty = 見積の様式がありません。
block-contact-empty = 問い合わせ先がまだ入っていません。
block-revision-history-empty = 改訂履歴がまだありません。

file-rfp-general = 宛名なし（共通）
file-rfp-word = 宛名なし（Word）
file-rfp-for = { $name }
file-addendum-general = 追補　宛名なし（共通）
file-addendum-for = 追補　{ $name }
changes-due = 第{ $number }版から{ $count }か所変わっています。

error-section-title = 項目の題名が空です。前の題名のままです。
error-section-inside = 項目を、その中へは移せません。順番は変えていません。
error-section-deep = 項目は{ $levels }段までです。順番は変えていません。
error-sections-many = 項目は{ $limit }件までです。追加していません。
error-requirement-empty = 要求事項の内容が空です。保存していません。
error-text-shape = この文には、扱えない形式が含まれています。保存していません。文字だけにして貼り付け直してください。
error-text-large = 文が大きすぎるため、保存していません。画面の文はそのままです。項目を分けてください。
error-text-link = リンク先「{ $link }」は使えません。保存していません。https:// か mailto: で始めてください。
error-find-empty = 探す言葉が空です。
error-release-unchanged = 前の版から変わったところがないため、発行しませんでした。
error-release-moved = 発行の途中で内容が変わったため、発行しませんでした。下書きはそのままです。もう一度お試しください。
error-release-file = 選んだ書類は、この発行版にありません。何も書き出していません。
error-preview-gone = この仕上がりはもうありません。開き直してください。

column-section-title = 題名
column-section-body = 本文
column-section-hint = 書き方
column-section-optional = 任意
column-section-optional-allowed = 任意にできる
column-section-optional-wording = 任意の項目に載せる文
column-section-done = 記入済み
column-requirement-number = 番号
column-requirement-level = 区分
column-requirement-text = 内容
column-requirement-count-last = 最後の番号
column-release-number = 版
column-release-kind = 種類
column-release-issued-at = 発行日時
column-release-reason = 理由
column-release-incomplete = 承知のうえで発行したところ
column-release-file-name = ファイル名
column-release-file-bytes = 大きさ
column-release-file-sha256 = SHA-256
column-release-file-bidder = 宛先
column-release-file-addressee = 宛名
column-outline-title = 名前
column-outline-description = 説明
column-outline-lang = 言語
column-outline-content = 内容

sample-closed-day = 会社の休業日
file-kind-rfp = 提案依頼書
file-kind-addendum = 追補

# 履歴に示す値
value-requirement-level-must = { requirement-must }
value-requirement-level-want = { requirement-want }
