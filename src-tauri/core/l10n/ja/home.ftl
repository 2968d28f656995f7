# 案件一覧、ひな形、履歴

procurements = 案件
new-procurement = 案件を作る
home-from-outline = ひな形から作る
open-sample = サンプルを開く
home-late = 期限を過ぎたもの
home-today = 今日
home-week = 今週
count-matters = { $count }件
home-counts = 進行中 { $running }　保管済み { $archived }
home-archived = 保管した案件 { $count }件
due-title = 期日
due-all = すべての案件
due-late = 期限を過ぎたもの
due-today = 今日
due-week = 今週
due-later = 来週から
due-none = 近い期日はありません。日程の日付が近づくと、ここに並びます。
due-more = このほかに{ $count }件を表示する
days-left = { $days ->
    [0] 今日
   *[other] あと{ $days }営業日
  }
no-next-date = 次の期日はまだありません
nothing-missing = 足りないものはありません
lacking-addendum = 追補
lacking-section = 項目
lacking-date = 日程
lacking-contact = 連絡先
lacking-bidders = 候補
lacking-weights = 配点
lacking-release = 発行
lacking-facts = 事項
lacking-evaluators = 審査者
lacking-items = 必須項目
lacking-link = リンク
lacking-other = 確認
remove-sample = サンプルを削除する
more = その他の操作
weeks-title = 週の見通し
weeks-key = 横の線は期日までの期間、◆は必着の期限、地の濃い日は休業日
empty-home = 案件がまだありません。新しく作るか、サンプルでひととおり眺めてみてください。
empty-home-note = サンプルは自由に書き換えられ、いつでも削除できます。

procurement-title = 案件名
procurement-title-example = 例：カスタマーサクセス業務の委託先選定
procurement-untitled = 名前のない案件
procurement-copy = これをもとに作る
procurement-archive = 保管する
procurement-unarchive = 進行中に戻す
create = 作る
new-paper-language = 提案依頼書の言語
new-from = もとにするもの
new-from-earlier = 前の案件
new-from-earlier-note = 文章と案件情報を写します。候補ベンダーの情報は写しません。
new-from-sample = サンプル
new-from-sample-note = ひととおり書き込まれた架空の案件です。
new-from-empty = 何もない状態
new-from-empty-note = 項目を一つずつ作るか、WordやMarkdownの文書を取り込みます。
language-ja = 日本語
language-en = English

outlines-lead = 提案依頼書の項目と書き方の手引きの組です。
outlines-own = 自分のひな形
outlines-given = 付属のひな形
outline-sections = { $count }項目
outline-start = これで案件を作る
outline-keep-from = 案件から残す
outline-keep = ひな形として残す
outline-kept = ひな形「{ $what }」を残しました
outline-name = ひな形の名前
outline-name-example = 例：CS業務 2026年版
empty-outlines = 書き上げた提案依頼書の項目立てを、次の案件のためにここへ残せます。

history-lead = いつ、誰が、何を変えたかの記録です。
history-barrier = 社外に出た操作
history-undone = 取り消し済み
history-before = 前：
history-after = 後：
history-removed = 削除
history-yes = はい
history-no = いいえ
history-release = 新しい発行
history-addendum = 追補
history-more = さらに前を見る
history-rest = ほか { $count }件の変更
empty-history = 編集すると、何をいつ変えたかがここに残ります。
