open-sample-decided = 選定まで終えたサンプルを開く
new-from-sample-decided = サンプル（選定まで終えたもの）
new-from-sample-decided-note = 同じ架空の案件を、質問・提案・評価・稟議・結果通知まで進めた状態で開きます。書類を作るため、少し時間がかかります。

# Beside a file of a bidder
sample-excerpt = サンプルのための抜粋（全{ $pages }ページ）
