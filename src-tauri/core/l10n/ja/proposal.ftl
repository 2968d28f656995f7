# 提案書：受領、見積、必須項目、要求事項への回答

column-proposal-received-at = 受領日時
column-proposal-means = 受領方法
column-proposal-late-ruling = 期限後の扱い
column-proposal-late-reason = 期限後の扱いの理由
column-proposal-receipt-at = 受領の連絡
column-proposal-valid-until = 有効期限
column-proposal-staff = 従事者の人数
column-proposal-leads = 責任者の人数
column-proposal-busy-extra = 繁忙期の増員
column-proposal-team = 体制
column-proposal-summary = 要約
column-proposal-file-proposal = 提案書
column-proposal-file-kind = 種類
column-proposal-file-name = ファイル名
column-proposal-file-received-at = 受領日時
column-proposal-file-note = メモ
column-proposal-file-bound = 写真からの作成
column-estimate-proposal = 提案書
column-estimate-dated = 見積日
column-estimate-received-at = 受領日時
column-estimate-reason = 改訂の理由
column-estimate-file = 見積書
column-estimate-line-estimate = 見積
column-estimate-line-kind = 区分
column-estimate-line-title = 内訳
column-estimate-line-unit-price = 単価
column-estimate-line-quantity = 数量
column-estimate-line-unit = 単位
column-estimate-line-from-month = 開始月
column-estimate-line-to-month = 終了月
column-estimate-line-tax = 税
column-item-check-proposal = 提案書
column-item-check-required-item = 必須項目
column-item-check-state = 確認
column-item-check-page = ページ
column-item-check-note = メモ
column-requirement-answer-proposal = 提案書
column-requirement-answer-answer = 回答
column-requirement-answer-words = 回答の内容

value-proposal-means-mail = メール
value-proposal-means-meeting = 打ち合わせで受け取り
value-proposal-means-folder = 受け渡し用フォルダー
value-proposal-means-post = 郵送
value-proposal-means-other = そのほか
value-proposal-late-ruling-accepted = 受け付ける
value-proposal-late-ruling-refused = 受け付けない
value-proposal-file-kind-proposal = 提案書
value-proposal-file-kind-estimate = 見積書
value-proposal-file-kind-response = 回答表
value-proposal-file-kind-scan = 写真・スキャン
value-proposal-file-kind-other = そのほか
value-proposal-file-bound-1 = 写真から作成
value-proposal-file-bound-0 = 受け取ったまま
value-estimate-line-kind-one-off = 一時
value-estimate-line-kind-monthly = 月額
value-estimate-line-kind-unit = 単価×数量
value-estimate-line-tax-excluded = 税抜
value-estimate-line-tax-included = 税込
value-estimate-line-tax-exempt = 非課税
value-item-check-state-present = あり
value-item-check-state-partly = 一部
value-item-check-state-missing = なし
value-requirement-answer-answer-full = 対応可
value-requirement-answer-answer-partly = 一部・条件付き
value-requirement-answer-answer-alternative = 代替案
value-requirement-answer-answer-none = 対応不可

# 回答表で選ぶことば
fit-full = 対応可
fit-partly = 一部・条件付き
fit-alternative = 代替案
fit-none = 対応不可

# 見積の成り立ち
estimate-line-once = { $price }円 × { $quantity } = { $amount }円
estimate-line-monthly = { $price }円 × { $quantity } × { $months }か月 = { $amount }円
total-term = 契約期間 { $months }か月で合計しています。
total-beyond = 契約期間{ $months }か月より後まで続く明細は、期間内の月だけを計算に入れています：{ $lines }
total-bare = 税抜の明細の合計 { $sum }円、その消費税（{ $rate }%、1円未満切り捨て） { $tax }円
total-taxed = 税込の明細の合計 { $sum }円、÷ { $divisor }（1円未満切り捨て）で税抜 { $without }円
total-exempt = 非課税の明細の合計 { $sum }円
total-without = 税抜の総額 = { $parts } = { $sum }円
total-with = 税込の総額 = { $parts } = { $sum }円
total-open = 単価の分からない明細が{ $count }行あるため、総額は暫定で、比較に使いません。
price-fell = { $before }円から{ $after }円へ（{ $by }円の減）
price-same = { $before }円のまま
price-rose = { $before }円から{ $after }円へ（{ $by }円の増）

# 取り込みで分かったこと
incoming-months = 月額の行ではないため、開始月と終了月は取り込みません。数量は契約期間全体のものとして1回だけ数えます。毎月の数量のときは、区分で「月額」を選んでください。
incoming-cell = 「{ $typed }」を読み取れません。元のことばは内訳に残し、空欄にします。
incoming-cell-tax = 「{ $typed }」を読み取れません。元のことばは内訳に残し、{ $others ->
    [0] 税は
   *[other] ほかの欄は空欄にし、税は
  }{ $tax ->
    [included] 税込
    [exempt] 非課税
   *[excluded] 税抜
  }として計算します。
incoming-months-order = 終了月（{ $to }）が開始月（{ $from }）より前のため、どちらも空欄にし、契約期間のすべての月を計算しています。取り込んだあとに、開始月と終了月を入力してください。
incoming-product = 「{ $typed }」を、単価{ $price }円、数量{ $quantity }と読み取りました。合っているか確かめてください。
incoming-tax-excluded = 税込の行がほかにあり、次の行には税の記載がないため、税抜として読み取りました（行番号: ことば）。{ $rows }。税込であれば、取り込んだあとに税の欄で変更してください。
incoming-tax-included = 税込の行がほかにあり、次の行には税の記載がないため、税込として読み取りました（行番号: ことば）。{ $rows }。税抜であれば、取り込んだあとに税の欄で変更してください。
incoming-sum = 金額は{ $said }円ですが、単価×数量は{ $is }円です。
incoming-above = 見出しより上にある次の行は、金額がありますが取り込みません（行番号: ことば）。{ $rows }。費用の行があれば、取り込んだあとに追加してください。
incoming-sums = 合計や消費税の行は取り込みません（行番号: ことば）。{ $rows }
incoming-added-up = 上の行の合計と同じ金額の行は、合計とみて取り込みません（行番号: ことば）。{ $rows }。合計でなければ、取り込んだあとに行を追加してください。
incoming-bare = 内訳だけで金額も数量もない行は取り込みません（行番号: ことば）。{ $rows }。費用の行があれば、取り込んだあとに追加してください。
incoming-quantity = 数量{ $quantity }に単位がありません。毎月{ $quantity }ずつとして、{ $months }か月分を計算しています。月数のときは、数量を1にし、開始月と終了月を入力してください。
incoming-quantity-in-sum = 単価がないため、金額を毎月の額とみて、数量{ $quantity }は取り込みません。期間全体の金額のときは、区分で「一時」を選んでください。
incoming-beyond-term = { $to }か月目までの行ですが、価格は契約期間{ $months }か月で比べるため、それより後の月の分は計算に入りません。
incoming-left = 「{ $amounts }」は、この行のほかの金額と合わず、どの明細の額か分からないため、計算に入れていません。元のことばは内訳に残します。列の内容を選び直すか、取り込んだあとに行を追加してください。
incoming-by-year = 「{ $amount }」は年額で、そのままでは比べられないため、単価を空欄にしています。元のことばは内訳に残します。取り込んだあとに、月額にした額か、契約期間全体の額を入力してください。
incoming-kind-heading = 見出し「{ $heading }」により、毎月の額として計算しています。1回だけの費用のときは、区分で「一時」を選んでください。
incoming-unplaced = 次の列には金額がありますが取り込みません（行番号: 見出しと最初の金額）。{ $rows }。費用の列があれば、列の内容を選び直してください。
incoming-numbers = 次の列には数がありますが取り込みません（行番号: 見出しと最初の数）。{ $rows }。単価に掛ける数量や月数であれば、列の内容を選び直してください。
incoming-gross = 次の行では、取り込む金額に消費税を足した額と、税込の額が合いません（行番号: 見出しと税込の額）。{ $rows }。税込の額は取り込みません。どちらが正しいか確かめてください。
incoming-answer = 回答「{ $typed }」を読み取れないため、取り込みません。
incoming-no-requirement = { $number }という要求事項はないため、取り込みません。
incoming-number-twice = { $number }が2回あるため、あとの行は取り込みません。

# 断りのことば
error-proposal-twice = 「{ $name }」の提案書はすでに記録されています。記録はそのままです。差し替えのファイルは、その提案書に追加してください。
error-late-reason = 期限後の扱いには理由が必要です。記録はそのままです。理由を入力してください。
error-late-in-time = この提案書は期限内に届いているため、期限後の扱いは記録できません。記録はそのままです。受領日時が違うときは、先に直してください。
error-amount = 「{ $typed }」を金額として読み取れません。入力した文字は残しています。1,234,567や120万円のように、円の単位で、コンマは3桁ごとに入力してください。
error-amount-fraction = 「{ $typed }」には1円未満の端数があるため、保存していません。入力した文字は残しています。単価は1円単位です。1件120.5円で1,000件のときは、単位を「1,000件」、単価を120,500円とするか、全体の金額を入力してください。
error-quantity = 「{ $typed }」を数量として読み取れません。入力した文字は残しています。12や2.5時間のように入力してください。
error-quantity-unit = 「{ $typed }」は、この行の単位「{ $unit }」と合わないため、保存していません。入力した文字は残しています。12のように数だけを入力し、単位は単位の欄で変更してください。
error-heads = 「{ $typed }」を人数として読み取れません。入力した文字は残しています。3や0.5のように入力してください。
error-month = 「{ $typed }」を契約の月として読み取れません。入力した文字は残しています。契約の1か月目を1として、1や4のように入力してください。
error-line-months = 開始月と終了月があるのは月額の行だけなので、保存していません。数量は契約期間全体のものとして1回だけ数えます。毎月の数量のときは、先に区分で「月額」を選んでください。
error-months-order = 終了月が開始月より前になるため、保存していません。入力した文字は残しています。どちらかを直してください。
error-estimate-reason = 見積を改めるときは、理由が必要です。これまでの見積はそのままです。理由を入力してください。
error-estimate-past = 第{ $revision }版の見積は、あとの版に引き継がれているため変更できません。見積はそのままです。最新の版を直すか、新しい版を追加してください。
error-estimate-fixed = 評価シートの提出または選定の決定より前の見積は、変更できません。見積はそのままです。価格が変わったときは、「改めた見積を追加する」から、理由を添えて新しい版を追加してください。
error-proposal-decided = 選定を決めたあとは、提案書の受領日時を変更できません。記録はそのままです。{ decision-way-back }
error-estimate-lines = 見積の明細は{ $most }行までです。見積はそのままです。まとめられる行をまとめてください。
error-estimate-columns = 見積の見出しが見つかりません。何も取り込んでいません。「内訳」と「単価」（または「金額」）の見出しがある表を選ぶか、そのように見出しを付けて貼り付けてください。
error-estimate-empty = 見出しの下に見積の明細が見つかりません。何も取り込んでいません。明細のある表を選んでください。
error-response-columns = 回答表の見出しが見つかりません。何も取り込んでいません。「番号」と「回答」の見出しがある表を選んでください。
error-response-empty = 回答が1件も入っていません。何も取り込んでいません。記入された回答表を選んでください。
