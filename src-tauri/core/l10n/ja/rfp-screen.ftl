# 提案依頼書と要求事項の画面

# 目次
outline-title = 目次
section-add = 項目を追加
section-add-first = 項目を追加する
section-new = 新しい項目
outline-rename = 名前を変える
outline-rename-label = { $number }の名前
outline-add-below = この下に項目を追加
outline-add-inside = この中に項目を追加
outline-in = 一段下げる
outline-out = 一段上げる
flag-changed = 変更
flag-optional = 任意
flag-empty = 未記入
flag-done = （記入済み）
pane-outline = 目次
pane-text = 本文
pane-pages = 仕上がり
pane-divider-outline = 目次の幅
pane-divider-pages = 仕上がりの幅

# 発行前の確認
check-title = 発行前の確認
check-empty = 未記入 { $count }項目
check-stops = 発行までに直すところ { $count }件
check-warns = 気になるところ { $count }件
check-notes = 参考 { $count }件
check-optional = 任意 { $count }/{ $sections }項目
check-clean = 不備はありません
check-open = { $count }件を一覧で見る
check-close = 一覧を閉じる
check-released = 第{ $number }版は発行済み
go-to-place = この場所を開く

# 本文
text-of = 本文：{ $title }
section-title = { $number }の題名
section-done = 記入済みにする
section-not-done = 下書きに戻す
section-optional = 任意にする
section-optional-note = 内容を指定せず、候補ベンダーの提案に任せます
optional-wording = 任意の項目に載せる文
hint = 書き方
hint-hide = 隠す
hint-show = 書き方を見る
section-changed = 第{ $number }版から変わっています。
section-was = 第{ $number }版の文
section-was-show = 前の文を見る
section-was-hide = 前の文を隠す
section-requirements = この項目の要求事項
section-next = 次：{ $title }
section-before = 前：{ $title }
section-along = 前後の項目

# 書式
tools-label = 書式
style = 段落の種類
style-paragraph = 本文
style-heading1 = 見出し1
style-heading2 = 見出し2
style-heading3 = 見出し3
mark-strong = 太字
mark-em = 強調
mark-underline = 下線
mark-strike = 取り消し線
mark-link = リンク
list-bullets = 箇条書き
list-numbers = 番号
tools-more = その他
link-target = リンク先
link-set = 付ける
link-remove = 外す
link-bad = リンク先は https:// か mailto: で始めてください。
insert-table = 表
paste-left-out-rows = 表は{ $most }行までのため、{ $count }行を貼り付けませんでした。
paste-left-out-columns = 表は{ $most }列までのため、{ $count }列を貼り付けませんでした。
table-row = 行
table-column = 列
table-row-above = 上に追加
table-row-below = 下に追加
table-column-before = 左に追加
table-column-after = 右に追加
table-remove = 消す
table-head = 見出し行
table-caption = 表題
table-remove-whole = 表を消す

# 差し込み
insert = 差し込み
insert-find = 差し込みを探す
insert-missing = 未設定
insert-rows = { $count }行
insert-blocks = 一覧や表
insert-group-document = 文書
insert-group-issuer = 発行元
insert-group-contact = 問い合わせ先
insert-group-submission = 提出
insert-group-contract = 契約
insert-group-schedule = 日程
insert-group-bidder = 宛先
insert-group-count = 数
insert-group-counts = 数
insert-group-computed = 自動で入るもの
field-missing = { $label }（未設定）
field-unknown = { $key }（不明な差し込み）
field-before = 第{ $release }版 { $was }
field-was = 第{ $release }版では { $was }
field-open = この値を開く
block-empty = まだ何も登録されていません。
block-from-schedule = 案件の日程から自動
block-from-facts = 案件情報から自動
block-from-review = 案件の審査から自動
block-from-items = 提案書の必須項目から自動
block-from-requirements = 要求事項から自動
block-from-bidders = 候補ベンダーから自動
block-keys = Enterで下に続きを書き、Deleteで外します。
open-facts = 案件情報を開く
open-schedule = 日程を開く
open-review = 審査を開く
open-items = 必須項目を開く
open-bidders = ベンダーを開く
open-vendors = ベンダーを開く
open-requirements = 要求事項を開く
open-releases = 発行版を開く

# 検索と置換
find-title = 提案依頼書を検索
find-words = 探す言葉
find-exact = 大文字・小文字を区別
find-count = { $count }か所
find-places = 見つかったところ
find-in-title = 題名
find-in-requirement = 要求事項
replace-title = 提案依頼書を置換
replace-words = 置き換える言葉
replace-begin = 置換する
replace-this = { $number }「{ $words }」を置き換える
replace-run = { $count }か所を置き換える
replace-clear = 見つけた言葉を削除する
replace-clear-sure = 置き換える言葉が空です。「{ $find }」を{ $count }か所から取り除きます。
replace-clear-run = { $count }か所を削除
replace-note = まとめて一度に元に戻せます。
cleared-toast = 「{ $find }」を{ $count }か所から削除しました
replaced-toast = 「{ $find }」を「{ $replace }」に { $count }か所置き換えました

# 取り込みとひな形
import-do = Word・Markdownを取り込む
importing = { $file } を取り込んでいます…
imported = { $file } から { $count }項目を取り込みました
import-warnings = 取り込めなかったものが { $count }件あります。ほかは取り込み済みです。
import-undo = 取り込みを元に戻す
outline-save = ひな形として保存
outline-save-text = 項目、書き方、本文を、次の案件でも使えるひな形にします。候補ベンダーや日付は入りません。
outline-save-name = ひな形の名前
outline-save-do = 保存する
outline-saved = ひな形「{ $title }」を保存しました
key-find = 提案依頼書を検索
key-replace = 提案依頼書を置換
key-next-section = 次の項目
key-section-before = 前の項目

# 仕上がり
preview-title = 仕上がり
preview-page = { $page }ページ
preview-page-of = { $page }/{ $pages }ページ
preview-enlarge = 大きく見る
preview-page-enlarge = { $page }ページを大きく見る
preview-before = 前のページ
preview-after = 次のページ
preview-making = ページを作っています…
preview-failed = ページを作れませんでした。文章は保存済みです。
preview-failed-kept = ページを作り直せませんでした。前のページを表示しています。文章は保存済みです。
preview-addressee = 宛先
preview-general = 宛名なし（共通）
preview-for = { $name } 宛
preview-again = もう一度試す
preview-draft = 案
preview-draft-of = 第{ $number }版（案）
release-version = 第{ $number }版

# 空の画面
rfp-empty = 提案依頼書の項目を、ここに並べて書いていきます。
rfp-empty-note = ひな形から始めるときは、案件一覧で「案件を作る」からひな形を選びます。

# 要求事項
requirement-section-head = 項目
requirement-must = 必須
requirement-want = 希望
requirement-number = 番号
requirement-level-head = 区分
requirement-text-head = 内容
requirement-level = { $number }の区分
requirement-text = { $number }の内容
requirement-section = { $number }の項目
requirement-placeholder = 満たしてほしいことを一文で
requirement-no-section = 項目なし
requirement-add = 要求事項を追加
requirement-new = 新しい要求事項
requirement-add-below = この下に追加
requirement-add-first = 要求事項を追加する
requirements-all = すべて
requirements-lead = 候補ベンダーに一つずつ答えてもらう事柄です。
requirements-copy = Excel用にコピー
requirements-copied = { $count }件をコピーしました。Excelに貼り付けられます
requirements-keys = Enterで次を追加、空の行でBackspaceを押すと削除、Alt+↑↓で並べ替え
requirements-empty = 満たしてほしいことを、番号を付けて一つずつ並べます。候補ベンダーは番号ごとに答えます。
requirements-empty-note = 項目の本文の下からも追加できます。
filter-level = 区分で絞り込む
