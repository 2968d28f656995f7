# 窓、保存、共通の操作

app-name = 選定
lang-space = {""}
list-comma = 、
who-joint = {"　"}
list-names = {"・"}
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
unsaved-title = 保存されていない入力があります
unsaved-words = { $names }（{ $count }件）はまだ保存されていません。閉じると失われます。
unsaved-stay = 閉じずに続ける
unsaved-close = 保存せずに閉じる
copied-toast = 「{ $path }」に書き出しました
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
copy-name = 選定 未保存の入力 { $when }
open-file = 開く
save-copy-elsewhere = 別の場所に写しを書き出す

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

# 時間のかかる処理
work-label = 処理の進み
work-paper = 「{ $name }」を作っています
work-keep = 書類を保管しています
work-write = 「{ $name }」を書き出しています
drop-or = ファイルをこの画面に落としても読み込めます。
drop-or-here = ここにファイルを落としても読み込めます。
drop-here = ここに落とすと読み込みます
error-drop-kind = 「{ $name }」はここでは読めない種類のファイルです。何も読み込んでいません。{ $list }のファイルを落としてください。
error-drop-large = 「{ $name }」は大きすぎます（{ $most }MBまで）。何も読み込んでいません。分けるか小さくしてから、もう一度落としてください。
work-import = 「{ $name }」を取り込んでいます
work-count = { $total }のうち{ $done }まで済みました
work-stop = 中止
work-stopping = 中止しています…
