# 評価項目と決まりの画面

view-criteria = 評価項目と決まり
criteria-open = 評価項目と決まりを開く
criteria-screen-lead = 何を、どう採点し、どうまとめるかを、提案依頼書の発行までに決めます。
criteria-judged-note = 評価シートが提出されているため、評価項目の追加・削除・移動と採点方法は変更できません。配点と集計の決まりは、理由を添えて変更できます。
reason-frozen = 評価項目と決まり、価格を比べる期間を定める契約の日付は、提案依頼書の発行または評価シートの提出で確定しています。変更は理由とともに記録され、選定結果報告書に載ります。
reason-wanted = 変更の理由を書いてください。
reason-label = 変更の理由
reason-give = この理由で変更する
reason-give-up = 変更をやめる
reason-holds = このあとの変更は、次の理由で記録します：{ $reason }
reason-other = 理由を改める

scheme-kind-relative = 相対評価（○△×）
scheme-kind-grades = 段階評価
scheme-kind-points = 点数
scheme-kind-pass-fail = 合否
scheme-kind-price = 価格から計算
scheme-about-relative = 候補どうしを比べて、優れる・並み・劣るを付けます。数値は下の決まりで定めます。
scheme-about-grades = 段階ごとに、どのような提案が当たるかを書いておきます。
scheme-about-points = 0点から満点までの点を付けます。
scheme-about-pass-fail = 一人でも不合格とした候補は、選定の対象から外れます。配点は使いません。
scheme-about-price = 評点は付けず、見積の総額から計算します。
scheme-fixed = 評価シートが提出されているため、採点方法は変更できません。
scheme-greatest = 満点
scheme-minimum-note = 配点に対する割合です。これに満たない候補は、選定の対象外になります。
scheme-follows = 評点の順が価格の安い順と合っているかを確かめる
grade-mark = 段階
grade-share = 配点に対する割合
grade-anchor = 当たる提案
grade-add = 段階を加える
grade-anchor-1 = 要求を上回り、根拠も示されている
grade-anchor-2 = 要求を満たし、一部で上回る
grade-anchor-3 = 要求を満たす
grade-anchor-4 = 一部を満たさない
grade-anchor-5 = 満たさない、または記載がない
formula-rule = 式
formula-name-lowest-over-bid = 最低価格÷提案価格
formula-name-under-ceiling = 1−提案価格÷上限価格
formula-name-linear = 最低価格と最高価格の間で按分
formula-name-steps = 金額の段階ごとに決める
formula-ceiling = 上限価格（円）
formula-upto = この金額まで（円）
formula-step-add = 段階を加える
formula-places = 点の端数
places-count = { $count ->
    [0] 整数
   *[other] 小数{ $count }桁
}

rules-title = 評価の決まり
rules-lead = すべての評価項目に通じる決まり
rules-totalling = 総合点の求め方
rules-additive = 足す（加算方式）
rules-division = 価格で割る（除算方式）
rules-division-unit = 円単位で割る
rules-tax-rate = 税率
rules-months-note = か月（空欄なら契約期間の{ $months }か月）
rules-close-price = 全員がほかの項目を提出するまで、価格を開示しない
rules-due-example = 例：12/18 17:00
rules-tie-add = 決め方を加える
rules-words = この決まりを言葉にすると
shares-title = 審査者の担当
shares-lead = 担当しない評価項目には、評点を求めません
sets-title = 評価項目のひな形（{ $count }件）
sets-empty = 保存したひな形はまだありません。ここの評価項目を保存すると、ほかの案件で使えます。
set-name = ひな形の名前
set-save = 今の評価項目を保存
set-saved = ひな形「{ $name }」を保存しました。
set-begin = { $name }から始める
set-plant = この案件の評価項目と置き換える
set-planted = 評価項目を「{ $name }」に置き換えました。
frozen-changes-title = 確定後の変更
frozen-changes-lead = 選定結果報告書に載ります
frozen-changes-none = 確定してから、評価項目と決まりは変わっていません。
change-reason = 理由：{ $reason }
