# 選定：結果、合議、除外、確かさ

rail-decision = 選定
view-result = 評価の結果
result-state-empty = まだ結果はありません
result-state-provisional = 暫定
result-state-nobody = 候補が残っていません
result-state-level = 1位が同点で決まっていません
result-state-whole = 確定できる状態です
result-state-decided = 決定済みです

result-verdict = { $first }が1位です。2位の{ $second }との差は{ $lead }点です。
result-verdict-settled = { $first }が1位です。{ $second }と同じ{ $total }点で、同点のときの決め方によります。
result-verdict-tie = { $names }が{ $total }点で並んでいます。同点のときの決め方では決まりません。
result-verdict-one = 比べているのは{ $first }だけで、{ $total }点です。
result-verdict-none = 比べられる候補がありません。全社が除外されています。
result-verdict-partial = 点のそろった候補がまだないため、順位をつけられません。
result-verdict-alone = 今のところ順位がつくのは{ $first }だけで、{ $total }点です。
result-verdict-empty = まだ提出された評価シートがありません。
result-provisional = 暫定の結果です。

result-missing-sheet = { $name }さんの評価シートが未提出です。
result-missing-main = { $name }さんの、価格以外の評価が未提出です。
result-missing-price-part = { $name }さんの、価格の評価が未提出です。
result-missing-closed = 価格は、全員がほかの項目を提出するまで開示されません。
result-missing-blanks = 空欄が{ $count }か所あります。空欄は0点ではなく、平均に含めていません。
result-missing-blanks-sum = 空欄が{ $count }か所あります。空欄は合計に何も加えません。その審査者の点が入っていないため、合計は暫定です。
result-missing-price = { $name }の価格が決まっていません。
result-price-nothing = { $name }の価格が0円以下のため、点の合計を価格で割れません。
result-missing-weight = 「{ $titles }」の配点が未記入のため、その点は合計に入っていません。

result-method-marks = ○は配点の{ $good }倍、△は{ $fair }倍、×は{ $poor }倍です。
result-method-grades = 段階の評点（{ $list }）は、示した数を配点に掛けます。
result-method-points = 0〜{ $greatest }点の評点は、{ $greatest }点に対する割合を配点に掛けます。
result-method-pass-fail = 合否は点数にせず、一人でも不合格とした候補を除外します。
result-method-mean = 審査者{ $count }名の平均に配点を掛けて足しました。
result-method-mean-varied = 審査者（評価項目や候補により{ $least }〜{ $most }名）の平均に配点を掛けて足しました。
result-method-sum-varied = 審査者（評価項目や候補により{ $least }〜{ $most }名）の点を足しました。
result-method-sum = 審査者{ $count }名の点を足しました。
result-method-division = 価格点を除く点数の合計を、価格（{ $unit }円単位）で割りました。
result-method-half-up = { $places ->
    [0] 小数点以下を四捨五入しています。
   *[other] 小数第{ $next }位を四捨五入し、第{ $places }位まで求めています。
  }
result-method-cut = { $places ->
    [0] 小数点以下を切り捨てています。
   *[other] 小数第{ $next }位以下を切り捨て、第{ $places }位まで求めています。
  }
result-tie-technical = 同点のため、価格以外の点で順位を決めました。
result-tie-price = 同点のため、価格の低い順としました。
result-tie-criterion = 同点のため、「{ $title }」の点で順位を決めました。
result-out-decision = 除外
result-out-failed = 「{ $title }」で不合格
result-out-minimum = 「{ $title }」が足切りの点に届きません
result-out-total = 総合点が足切りの点に届きません
result-out-points = 価格で割る前の点の合計が足切りの点に届きません
result-exclusion = 除外の理由：{ $reason }
result-exclusion-lifted = 除外の理由：{ $reason }／解いた理由：{ $lifted }

result-odd-opposed = { $bidder }への評価が分かれています（{ $best }、{ $worst }）。
result-odd-opposed-settled = { $bidder }への評価が分かれ、合議で{ $mark }としました。
result-odd-all-alike = { $evaluator }さんは、比べている全社に同じ評点を付けています。
result-odd-price-order = { $evaluator }さんの評点の順が、価格の順と食い違っています。
result-odd-blank = { $bidder }への{ $evaluator }さんの評点が空欄です。
result-odd-no-comment = 所見のない評点が{ $count }か所あります。
result-odd-idle = 順位のある会社はすべて同じ点で、この配点は順位に影響していません。
result-odd-turns = { $bidder }を除くと、ほかの候補の順位が入れ替わります。
result-odd-changed = 確定後に変更がありました（理由：{ $reason }）。報告書に載ります。
result-odd-aside = 評点を合計でまとめるため、審査を外れた{ $evaluator }さんの分だけ{ $bidder }の点が低くなります。
result-odd-changed-head = 評価項目の変更
result-odd-assigned-head = 審査者の担当の変更
result-odd-opened = 全員の提出を待たずに価格を開示しました（理由：{ $reason }）。報告書に載ります。
result-odd-opened-head = 価格の開示

result-criteria = 評価項目
result-weight = 配点
result-weight-none = 未記入
result-divisor = 除数
result-table = 評点の表と順位
result-rank = { $rank }位
result-points = { $points }点
result-parts = 「{ $title }」の内訳
result-opposed = 割れ
result-agreed = 合議
result-blank = 空欄
result-unasked = 評価の対象外か未提出
result-blanks = 空欄{ $count }
result-marks-of = { $name } { $mark }
result-open = { $name }の{ $title }が何点になるか、その元を見る
result-open-total = { $name }の合計の元を見る
result-order-of-marks = 並んだ評点は審査者の順（{ $names }）です。「–」は空欄、「／」は評価の対象外か未提出です。
result-left = 候補から外れ、この結果に入っていない会社：{ $names }。すでに付いた評点は記録に残っています。
result-left-since = 決定のあとに候補から外れた会社：{ $names }。結果は決定したときのままです。
result-left-one = { $name }（{ $status }）
result-columns-stay = 順位が変わっても、列は動かしていません。
result-columns-sort = 順位の順に並べる
result-odd = 気になる点
result-odd-none = 気になる点はありません。
result-odd-all = すべて表示（{ $count }件）
result-odd-few = 少なく表示
result-odd-agree = 合議へ
result-odd-show = 該当箇所へ
result-lead = 1位と2位の差はどこから
result-lead-note = 上の表の2社の点を、項目ごとに引いた差です。
result-empty = 提出された評価シートから、候補ごとの点と順位をここに表示します。評価シートが提出されるまで、評点は誰にも見えません。
result-to-sheets = 評価シートへ
result-to-criteria = 評価項目へ
result-report = 選定結果報告書をつくる
result-bidder-open = { $name }の除外や価格を見る
result-price = 比べる価格 { $price }円
result-price-none = 価格はまだ決まっていないか、開示されていません
result-close = 閉じる

agree-title = 合議を記す：{ $title }（{ $bidder }）
result-decided = 決定を記録したため、合議の評点と除外は変えられません。{ decision-way-back }
agree-lead = 審査者の評点は残したまま、合議の評点で数えます。
agree-own = 審査者の評点
agree-mark = 合議の評点
agree-reason = 理由
agree-by = 合議した人
agree-save = 合議を記録する
agree-remove = 合議を取り消す
agree-difference = 審査者の評点では{ $own }点、合議で{ $difference }点
agree-removed = 合議「{ $title }」を取り消しました
exclude-title = { $bidder }
exclude-lead = 除外すると、順位にも価格の計算にも入りません。記録は残ります。
exclude-reason = 除外の理由
exclude-do = 比較から除外する
lift-reason = 除外を解く理由
lift-do = 比較に戻す

opened-total = { $bidder }の合計
opened-points = { $bidder }の「{ $title }」
opened-mark = { $name }：{ $mark } ＝ { $share }
opened-mark-points = { $name }：{ $mark } ÷ { $greatest } ＝ { $share }
opened-word = { $name }：{ $mark ->
    [pass] 合格
    [fail] 不合格
   *[other] { $mark }
  }
opened-blank = { $name }：空欄（平均に含めません）
opened-blank-sum = { $name }：空欄（合計に何も加えません）
opened-agreed = 合議：{ $mark } ＝ { $share }（審査者の評点に代えて数えます）
opened-agreed-points = 合議：{ $mark } ÷ { $greatest } ＝ { $share }（審査者の評点に代えて数えます）
opened-agreed-word = 合議：{ $mark ->
    [pass] 合格
    [fail] 不合格
   *[other] { $mark }
  }（審査者の評点に代えて数えます）
opened-mean = 平均：（{ $listed }）÷ { $count } ＝ { $mean }
opened-sum-agreed = 合計：{ $share } × 審査者{ $count }名 ＝ { $sum }
opened-sum = 合計：{ $listed } ＝ { $sum }
opened-pass-fail = 合否は点になりません。一人でも不合格とした候補は、選定の対象から外れます。
opened-weighed = 配点{ $weight }を掛けて { $points }点
opened-weight = 配点 { $weight }点
opened-unweighed = 配点が未記入のため、まだ点になりません
opened-divisor = 除算方式では、価格は点にせず、点の合計を割る数にします
opened-shown = 表示は{ $points }点（丸める前の数で合計します）
opened-is = { $points }点
opened-is-provisional = { $points }点（{ result-state-provisional }）
opened-adds = 足すと { $sum }点
opened-part = { $title }：{ $points }点
opened-part-open = { $title }：まだ数がありません
opened-part-unweighed = { $title }：配点が未記入です
opened-part-divisor = { $title }：点にせず、点の合計を割る数にします
opened-part-passed = { $title }：{ $mark ->
    [pass] 合格
    [fail] 不合格
   *[other] まだ評点がありません
  }
opened-price-excluded = 価格 { $price }円（{ $months }か月、税抜）
opened-price-included = 価格 { $price }円（{ $months }か月、税込）
opened-price-unknown = 価格がまだわかりません
opened-price-lowest = 比べた中の最低価格 { $price }円（{ $name }）
opened-price-highest = 比べた中の最高価格 { $price }円（{ $name }）
opened-price-over-bid = { $lowest } ÷ { $price } ＝ { $share }
opened-price-under-ceiling = 1 − { $price } ÷ { $ceiling } ＝ { $share }
opened-price-between = （{ $highest } − { $price }）÷（{ $highest } − { $lowest }）＝ { $share }
opened-price-alike = 最低価格と最高価格が同じなので、割合は{ $share }
opened-price-step = 「{ $upto }円まで」の段階なので、割合は{ $percent }%
opened-price-beyond = どの段階の価格も超えるので、割合は{ $percent }%
opened-price-bare = 式に当てはめる数がないので、割合は{ $share }
opened-price-held = 割合は0から1までなので { $share }
opened-estimate = { $name }の見積の明細
opened-divided = 価格を{ $unit }円単位にして割ります
price-rule-lowest = 最低価格 ÷ その価格
price-rule-ceiling = 1 − 価格 ÷ 上限{ $ceiling }円
price-rule-linear = 最低価格を満点、最高価格を0点とし、間は比例
price-rule-steps = 価格の段階ごとの割合

error-consensus-place = 「{ $title }」のこの欄には、合議の評点を付けられません。
error-consensus-early = 全員の評価シートが提出されてから、合議を記録できます。入力は保存していません。
error-consensus-mark = 合議の評点を選んでください。
error-consensus-reason = 合議の理由を書いてください。理由は報告書に載ります。
error-consensus-none = ここには合議の記録がありません。
error-exclusion-reason = 理由を書いてください。理由は報告書に載ります。
error-excluded-already = この候補は、すでに除外されています。
error-excluded-not = この候補は除外されていません。
error-not-compared = この候補は比較に入っていません。

picture-ahead = { $name }が上
picture-item = { $title } { $value }
picture-joint = 、
picture-lead-open = 数がないため除く
picture-lead = { $first }と{ $second }の差（{ $first }が上なら＋）：{ $list }

firm-title = どのくらい確かか
firm-make = 確かさを調べる
firm-lead = 配点や審査者が変わったら1位が替わるかを調べます。
firm-stale = 調べたあとに変更がありました。もう一度調べると新しくなります。
firm-work = 確かさを調べています
firm-weights = 配点を変えると
firm-key = ● 今の配点　｜ 1位が入れ替わる配点（ほかの項目は同じ割合で増減）
firm-places = 入れ替わる配点の正確な値
firm-uniform = 配点を無作為に変えた1万通りで、1位になった割合
firm-near = 今の配点を上下2割の範囲で変えた1万通りでの割合
firm-cases = 1人・1社を除いても
firm-rules = 価格の計算方法を変えると
firm-rank = { $rank }位 { $names }
firm-rank-none = 順位なし
firm-rank-untold = 「{ $title }」で{ $bidder }の評点がなくなるため、順位はわかりません
firm-level = 今の評点では{ $names }が同点で、決め手となる基準もないため、1社だけの1位はありません。
firm-without-level = このほか、審査者1人または候補1社を除く{ $count }通りでも、1社だけが1位になります。
firm-nobody = 順位のつく会社がないため、確かさは調べられません。
firm-rankings = 除いたときの順位
firm-part = { $title }（{ $weight }点）
firm-paragraph = 報告書に載る段落
firm-flip = 1位が最も替わりやすいのは「{ $title }」の配点で、{ $from }点を{ $to }点に{ $way ->
    [up] 上げる
   *[down] 下げる
  }と、{ $how ->
    [level] { $other }と同点になります。
    [nobody] 順位のつく会社がなくなります。
   *[first] { $other }が1位になります。
  }
firm-flip-none = どの評価項目の配点を一つだけ変えても、{ $first }は単独の1位のままです。
firm-trials = { $zero ->
    [yes] 配点が0点の項目を除いて、配点を無作為に1万通り変えると、
   *[no] 配点を無作為に1万通り変えると、
  }{ $first }は{ $uniform }%の場合で1位です{ $level ->
    [yes] （同点の1位を含む）
   *[no] {""}
  }{ $often ->
    [more] 。1位になる割合が最も高いのは{ $rival }で、{ $share }%です
    [same] 。{ $rival }も同じ割合で1位です
   *[less] {""}
  }。今の配点の上下2割の範囲に限ると、{ $first }は{ $near }%の場合で1位です{ $near-often ->
    [more] 。この範囲で1位になる割合が最も高いのは{ $near-rival }で、{ $near-share }%です
    [same] 。この範囲では{ $near-rival }も同じ割合で1位です
   *[less] {""}
  }。
firm-turn = { $how ->
    [alone] { $names }だけが1位になります。
    [level] { $names }が同点になり、単独の1位はなくなります。
    [nobody] 順位のつく会社がなくなります。
   *[first] { $names }が1位になります。
  }
firm-turn-evaluator = { $name }の評価を除くと、{ firm-turn }
firm-turn-bidder = 候補の{ $name }を除くと、{ firm-turn }
firm-turn-rule = 価格の計算方法を「{ $rule ->
    [price-rule-ceiling] { price-rule-ceiling }
    [price-rule-linear] { price-rule-linear }
    [price-rule-steps] { price-rule-steps }
   *[price-rule-lowest] { price-rule-lowest }
  }」にすると、{ firm-turn }
firm-without-nobody = 除いて比べられる審査者や候補はありません。
firm-without-untold = 審査者を1人除くと評点のない欄ができるため、{ $first }の1位が替わるかはわかりません。
firm-without-none = 審査者を1人、またはほかの候補を1社除いても、{ $first }は単独の1位のままです。
firm-without-more = このほか、審査者1人または候補1社を除く{ $count }通りでも、{ $first }は単独の1位でなくなります。
firm-without-kept = 審査者1人または候補1社を除くほかの{ $count }通りでは、{ $first }は単独の1位のままです。
firm-without-unknown = ただし{ $count }通りは、除くと評点のない欄ができるためわかりません。
firm-rules-none = 価格の計算方法を変えても、単独の1位は替わりません。
firm-rules-more = このほか{ $count }通りの価格の計算方法でも、今の1位は単独の1位でなくなります。
firm-without-evaluator = { $name }を除く
firm-without-bidder = { $name }を除く
firm-everybody = 全員・全社
firm-never = 変わらない
firm-at = { $weight }点で{ $name }
firm-at-place = { $weight }点で{ $name }（境目は{ $place }点）
firm-flips-alt = 1位が入れ替わる配点：{ $list }
firm-trials-alt = 1位になった割合：{ $list }
firm-trials-level = 同点の1位は、それぞれに数えます
firm-leads-alt = 除いたときの{ $first }の差：{ $list }
