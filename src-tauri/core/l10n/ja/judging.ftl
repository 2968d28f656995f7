# 評価の決まりを言葉にする。紙面にも画面にも使う

scheme-marks = ○ { $good }、△ { $fair }、× { $poor }
scheme-relative = 相対評価（{ $marks }）
scheme-relative-listed = ○△×（相対評価）
scheme-grade = { $mark }＝{ $share }
scheme-grades = 段階評価（{ $grades }）
scheme-points = 点数（0〜{ $greatest }点）
scheme-pass-fail = 合否（不合格は選定の対象外）
scheme-price = 価格点（{ $formula }）
scheme-divisor = 点にせず、点の合計を割る数とする
formula-lowest-over-bid = 最低価格÷提案価格
formula-under-ceiling = 1−提案価格÷上限価格{ $ceiling }円
formula-linear = 最低価格を満点、最高価格を0点として按分
formula-steps = { $steps }、それを超えると0%
formula-step = { $upto }円まで：配点の{ $share }%
formula-rounded = { $rule }、{ $rounding }
rounding-half-up = { $places ->
    [0] 小数点以下を四捨五入
   *[other] 小数第{ $places }位までに四捨五入
}
rounding-cut = { $places ->
    [0] 小数点以下を切り捨て
   *[other] 小数第{ $places }位まで（以下切り捨て）
}
tie-criterion = 「{ $title }」の点が高い方
tie-technical = 価格以外の点が高い方
tie-lower-price = 価格が低い方
tie-then = 、それも同じなら
evaluator-judges-all = すべての評価項目
rule-marks = ○△×は、{ $marks }を配点に掛けて点にします。
rule-mean = 審査者の評点は平均します。空欄は平均に入れません。
rule-sum = 審査者の評点は合計します。
rule-additive = 各項目の点を足して総合点とします（加算方式）。
rule-division = 価格点を除く各項目の点の合計を、価格（{ $unit }円単位）で割って総合点とします（除算方式）。
rule-rounding = 総合点は{ $rounding }します。
rule-minimum = 総合点が満点の{ $percent }%に満たない候補は、選定の対象外とします。
rule-minimum-division = 価格で割る前の点の合計が満点の{ $percent }%に満たない候補は、選定の対象外とします。
rule-criterion-minimum = 「{ $title }」が配点の{ $percent }%に満たない候補は、選定の対象外とします。
rule-ties = 同点のときは、{ $ties }を上位とします。
rule-tax-excluded = 価格は、税抜・{ $months }か月の総額で比べます。
rule-tax-included = 価格は、税込（税率{ $rate }%）・{ $months }か月の総額で比べます。
rule-price-closed = 価格は、全員がほかの項目を提出するまで開示しません。
rule-price-opened = 価格は、全員がほかの項目を提出するまで開示しない決まりでしたが、{ $day }に、理由を記録して開示しました。

change-criterion-added = 「{ $title }」を追加（配点 { $weight }）
change-criterion-removed = 「{ $title }」を削除
change-criterion-moved = 「{ $title }」の位置を変更
change-criterion-title = 名称：「{ $before }」→「{ $after }」
change-criterion-asks = 「{ $title }」の評価の観点：{ $before } → { $after }
change-criterion-weight = 「{ $title }」の配点：{ $before } → { $after }
change-criterion-scheme = 「{ $title }」の採点方法：{ $before } → { $after }
change-criterion-anchors = 「{ $title }」の段階の説明を変更
change-criterion-minimum = 「{ $title }」の足切り：{ $before } → { $after }
change-criterion-follows-price = 「{ $title }」の価格の順との照合：{ $before } → { $after }
change-rule = { $rule }：{ $before } → { $after }
change-evaluator-judges = { $name }さんの担当：{ $before } → { $after }
change-price-opened = 全員の提出を待たずに価格を開示

error-rule-number = 「{ $typed }」は数として読み取れません。値は変わっていません。数字で入力してください。
error-rule-range = 「{ $typed }」は使えません。値は変わっていません。{ $least }から{ $greatest }までの数で入力してください。
error-rule-whole = 「{ $typed }」は整数ではありません。値は変わっていません。{ $least }から{ $greatest }までの整数で入力してください。
error-term-months = 「{ $typed }」を月数として読み取れません。入力した文字は残しています。24、24か月、2年のように、{ $most }か月までで入力してください。
error-scheme = 採点方法を読み取れませんでした。内容は変わっていません。
error-scheme-grades = この段階では採点できません。内容は変わっていません。段階は2〜9個とし、名前を重ねず、割合を1〜0の間で上から順に下げてください。
error-scheme-grade-share = 「{ $typed }」を配点に対する割合として読み取れません。内容は変わっていません。80% または 0.8 のように、100%（1）までで入力してください。
error-scheme-points = 満点は、0より大きく1000までの数で入力してください。内容は変わっていません。
error-scheme-price = この価格点の式では計算できません。内容は変わっていません。上限価格と段階の金額を確かめてください。
error-scheme-step-price = { $step }番目の段階の金額{ $upto }円が、前の段階の{ $before }円より大きくありません。内容は変わっていません。段階は、金額の小さい順に並べてください。
error-scheme-step-range = { $step }番目の段階の割合{ $share }%は使えません。内容は変わっていません。配点に対する割合を、0から100までの%（小数{ $places }桁まで）で入力してください。
error-scheme-step-share = { $step }番目の段階の割合{ $share }%が、前の段階の{ $before }%より大きくなっています。内容は変わっていません。割合は、金額が大きい段階ほど小さくしてください。
error-marks-order = ○△×の数値は、○が最も大きく、×が最も小さくなるように入力してください。値は変わっていません。
error-tie-points = 「{ $title }」は合否で評価し、点がないため、同点のときの決め方には使えません。値は変わっていません。
error-set-empty = 評価項目がまだないため、ひな形にできません。
error-reason-needed = 評価項目と決まり、審査者の担当、価格を比べる期間を定める契約の日付は、提案依頼書の発行または評価シートの提出により確定しています。変更するには理由が要ります。まだ何も変わっていません。
error-criteria-judged = 評価シートが提出されているため、評価項目の追加と削除、別の評価項目の下への移動、採点方法の変更はできません。内容は変わっていません。並べ替えと、配点や集計の決まりの変更はできます。
error-evaluator-handed-in = { $name }さんは評価シートを提出済みのため、削除や担当の変更はできません。内容は変わっていません。
error-bidder-judged = 「{ $name }」には提出済みの評価や合議の記録があるため、候補と提案は削除できません。内容は変わっていません。辞退や除外として記録してください。

# 最初の評価項目
criterion-usual = 標準の6項目
criterion-usual-1 = 信頼性
criterion-usual-2 = サービス提供範囲
criterion-usual-3 = 便益・付加価値
criterion-usual-4 = 価格
criterion-usual-5 = 専門性・実績
criterion-usual-6 = 運営管理体制
