# 道筋と画面の名前

rail-label = 案件の進みかた
rail-facts = 案件情報
rail-vendors = ベンダー
rail-rfp = 提案依頼書
rail-questions = 質問
rail-history = 履歴
rail-settings = 設定
rail-state-none = 未着手
rail-state-working = 作業中
rail-state-attention = 要確認
rail-state-done = 完了
state-aside = （{ $state }）
switch-procurement = 案件を切り替える
sample-badge = サンプル
archived-badge = 保管済み
view-home = 案件一覧
view-outlines = ひな形
view-requirements = 要求事項
view-releases = 発行版
facts-basics = 基本事項
facts-schedule = 日程
facts-review = 審査
facts-items = 提案書の必須項目
