# 窓、保存、共通の操作

app-name = 選定
lang-space = {""}
list-comma = 、
close = 閉じる
cancel = やめる
add = 追加する
edit = 編集する
delete = 削除する
copy = コピーする
rename = 名前を変える
undo = 元に戻す
undo-named = 元に戻す：{ $what }
redo = やり直す
redo-named = やり直す：{ $what }
undone-toast = { $what }を元に戻しました
redone-toast = { $what }をやり直しました
deleted-toast = 「{ $what }」を削除しました
copied-toast = コピーしました。文書やメールに貼り付けて残せます
move-up = 上へ移す
move-down = 下へ移す
move-handle = 並べ替え：{ $what }
more-actions = { $what }への操作
search = 検索
skip-to-main = 本文へ移る
where-label = 現在地

saving = 保存しています…
saved-at = 保存済み { $time }
read-only = 読み取り専用
save-failed = 保存できません
save-failed-bar = 保存できません。
save-kept = { $names }の編集 { $count }件は、この画面に残っています。
save-again = もう一度保存
save-copy-elsewhere = 入力した内容をコピーする

show-keys = キー操作の一覧
key-palette = 検索・移動
key-undo = 元に戻す
key-redo = やり直す
key-move-up = 選んだ行を上へ移す
key-move-down = 選んだ行を下へ移す
key-larger = 表示を大きくする
key-smaller = 表示を小さくする
key-plain-size = 表示をもとの大きさにする
key-keys = この一覧を開く

palette-label = 検索・移動
palette-placeholder = 画面、案件、項目、操作の名前
empty-search = 「{ $query }」は見つかりませんでした。短い言葉で試してください。
theme-light-action = 明るい表示にする
theme-dark-action = 暗い表示にする
