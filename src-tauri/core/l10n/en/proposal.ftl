# Proposals: receipt, estimates, required items, requirements

column-proposal-received-at = Received at
column-proposal-means = Means
column-proposal-late-ruling = Ruling on lateness
column-proposal-late-reason = Reason of the ruling
column-proposal-receipt-at = Receipt confirmed
column-proposal-valid-until = Valid until
column-proposal-staff = Staff
column-proposal-leads = Leads
column-proposal-busy-extra = Extra in busy months
column-proposal-team = Team
column-proposal-summary = Summary
column-proposal-file-proposal = Proposal
column-proposal-file-kind = Kind
column-proposal-file-name = File name
column-proposal-file-received-at = Received at
column-proposal-file-note = Note
column-proposal-file-bound = Bound from photos
column-estimate-proposal = Proposal
column-estimate-dated = Date of the estimate
column-estimate-received-at = Received at
column-estimate-reason = Reason of the revision
column-estimate-file = Its paper
column-estimate-line-estimate = Estimate
column-estimate-line-kind = Kind
column-estimate-line-title = Item
column-estimate-line-unit-price = Unit price
column-estimate-line-quantity = Quantity
column-estimate-line-unit = Unit
column-estimate-line-from-month = From month
column-estimate-line-to-month = To month
column-estimate-line-tax = Tax
column-item-check-proposal = Proposal
column-item-check-required-item = Required item
column-item-check-state = State
column-item-check-page = Page
column-item-check-note = Note
column-requirement-answer-proposal = Proposal
column-requirement-answer-answer = Answer
column-requirement-answer-words = Words

value-proposal-means-mail = Mail
value-proposal-means-meeting = Handed over in a meeting
value-proposal-means-folder = Shared folder
value-proposal-means-post = Post
value-proposal-means-other = Other
value-proposal-late-ruling-accepted = Accepted
value-proposal-late-ruling-refused = Not accepted
value-proposal-file-kind-proposal = Proposal
value-proposal-file-kind-estimate = Estimate
value-proposal-file-kind-response = Response sheet
value-proposal-file-kind-scan = Photo or scan
value-proposal-file-kind-other = Other
value-proposal-file-bound-1 = Bound from photos
value-proposal-file-bound-0 = As received
value-estimate-line-kind-one-off = One-off
value-estimate-line-kind-monthly = Monthly
value-estimate-line-kind-unit = By unit
value-estimate-line-tax-excluded = Excl. tax
value-estimate-line-tax-included = Incl. tax
value-estimate-line-tax-exempt = Exempt
value-item-check-state-present = Present
value-item-check-state-partly = In part
value-item-check-state-missing = Missing
value-requirement-answer-answer-full = Met
value-requirement-answer-answer-partly = In part or on conditions
value-requirement-answer-answer-alternative = Alternative
value-requirement-answer-answer-none = Not met

# Words to choose on the response sheet
fit-full = Met
fit-partly = In part or on conditions
fit-alternative = Alternative
fit-none = Not met

# How a total came about
estimate-line-once = ¥{ $price } × { $quantity } = ¥{ $amount }
estimate-line-monthly = { $months ->
    [one] ¥{ $price } × { $quantity } × { $months } month = ¥{ $amount }
   *[other] ¥{ $price } × { $quantity } × { $months } months = ¥{ $amount }
}
total-term = { $months ->
    [one] Added up over the contract term of { $months } month.
   *[other] Added up over the contract term of { $months } months.
}
total-beyond = Of lines that run beyond the contract term of { $months ->
    [one] { $months } month
   *[other] { $months } months
  }, only the months within it are counted: { $lines }
total-bare = Lines without tax: ¥{ $sum }; consumption tax on them ({ $rate }%, cut off below 1 yen): ¥{ $tax }
total-taxed = Lines with tax: ¥{ $sum }; divided by { $divisor } (cut off below 1 yen): ¥{ $without } without tax
total-exempt = Lines exempt from tax: ¥{ $sum }
total-without = Total without tax = { $parts } = ¥{ $sum }
total-with = Total with tax = { $parts } = ¥{ $sum }
total-open = { $count ->
    [one] The price of 1 line is not known, so this total is provisional and is not compared.
   *[other] The prices of { $count } lines are not known, so this total is provisional and is not compared.
}
price-fell = From ¥{ $before } to ¥{ $after } (¥{ $by } less)
price-same = ¥{ $before } as before
price-rose = From ¥{ $before } to ¥{ $after } (¥{ $by } more)

# What an import found
incoming-months = Its months are left out: the quantity counts once over the whole term. For a monthly quantity choose “Monthly”.
incoming-cell = “{ $typed }” cannot be read. The words stay in the title, and the cell is left open.
incoming-cell-tax = “{ $typed }” cannot be read. The words stay in the title, and the row is counted { $tax ->
    [included] as with tax
    [exempt] as exempt from tax
   *[excluded] as without tax
  }{ $others ->
    [0] .
    [one] ; the other cell is left open.
   *[other] ; the other cells are left open.
  }
incoming-months-order = The last month ({ $to }) lies before the first ({ $from }), so both are left open and every month of the term is counted. Enter the first and the last month afterwards.
incoming-product = “{ $typed }” is read as a unit price of ¥{ $price } and a quantity of { $quantity }. Please check.
incoming-tax-excluded = Other rows include tax and these say nothing about it, so they are read as without tax (row: words): { $rows }. Change the tax afterwards where it is included.
incoming-tax-included = Other rows include tax and these say nothing about it, so they are read as with tax (row: words): { $rows }. Change the tax afterwards where it is not included.
incoming-sum = The amount is ¥{ $said }, but unit price × quantity is ¥{ $is }.
incoming-above = Rows above the headings that hold amounts are left out (row: words): { $rows }. Add the line afterwards where it is a cost.
incoming-sums = Rows of sums and of tax are left out (row: words): { $rows }
incoming-added-up = Rows whose amount is the sum of those above are taken for sums and left out (row: words): { $rows }. Add the line afterwards where it is none.
incoming-bare = Rows with words alone, without an amount or a quantity, are left out (row: words): { $rows }. Add the line afterwards where it is a cost.
incoming-quantity = The quantity { $quantity } has no unit. It is counted as { $quantity } in each of { $months ->
    [one] { $months } month
   *[other] { $months } months
  }. Where it is a number of months, set the quantity to 1 and enter the first and the last month.
incoming-quantity-in-sum = There is no unit price, so the amount is taken for the price of each month and the quantity { $quantity } is left out. Where it is the amount over the whole term, choose “One-off”.
incoming-beyond-term = It runs to month { $to }, but prices are compared over a contract term of { $months ->
    [one] { $months } month
   *[other] { $months } months
  }. What falls after that is not counted.
incoming-left = “{ $amounts }” does not fit the other amounts of this row, and it is not clear which line it belongs to, so it is not counted. The words stay in the title. Choose anew what the columns hold, or add the line afterwards.
incoming-by-year = “{ $amount }” is paid by the year and cannot be compared as it is, so the unit price is left open. The words stay in the title. Afterwards enter the price of a month, or the amount over the whole term.
incoming-kind-heading = The heading “{ $heading }” makes it the price of each month. Where it is paid once, choose “One-off”.
incoming-unplaced = Columns that hold amounts are left out (row: heading and first amount): { $rows }. Choose anew what the column holds where it is a cost.
incoming-numbers = Columns that hold numbers are left out (row: heading and first number): { $rows }. Choose anew what the column holds where it is a quantity or a number of months that the unit price is multiplied by.
incoming-gross = The amount that is taken and the tax on it do not come to the amount with tax (row: heading and amount with tax): { $rows }. The amount with tax is left out. Please check which is right.
incoming-answer = The answer “{ $typed }” cannot be read, so this row is left out.
incoming-no-requirement = There is no requirement { $number }, so this row is left out.
incoming-number-twice = { $number } stands there twice, so the later row is left out.

# Refusals
error-proposal-twice = The proposal of “{ $name }” is recorded already. The record is as it was. Add files that replace others to that proposal.
error-late-reason = What is decided about a late proposal needs a reason. The record is as it was. Enter the reason.
error-late-in-time = This proposal came in time, so nothing can be decided about lateness. The record is as it was. Correct the time of receipt first if it is wrong.
error-amount = “{ $typed }” cannot be read as an amount. What you typed is still there. Enter whole yen with a comma before every three digits, such as 1,234,567.
error-amount-fraction = “{ $typed }” has a fraction of a yen, so it was not saved. What you typed is still there. Prices are whole yen. For 1,000 calls at ¥120.5 enter the unit “1,000 calls” at 120,500, or enter the whole amount.
error-quantity = “{ $typed }” cannot be read as a quantity. What you typed is still there. Enter it like 12 or 2.5 hours.
error-quantity-unit = “{ $typed }” does not fit the unit of this line, “{ $unit }”, so it was not saved. What you typed is still there. Enter the number alone, such as 12, and change the unit in its own column.
error-heads = “{ $typed }” cannot be read as a head count. What you typed is still there. Enter it like 3 or 0.5.
error-month = “{ $typed }” cannot be read as a month of the contract. What you typed is still there. Count the first month of the contract as 1 and enter it like 1 or 4.
error-line-months = Only monthly lines have months, so nothing was saved. A quantity counts once over the whole term. For a monthly quantity choose “Monthly” first.
error-months-order = The last month would lie before the first, so it was not saved. What you typed is still there. Correct one of them.
error-estimate-reason = A later estimate needs a reason. The estimates are as they were. Enter the reason.
error-estimate-past = Estimate { $revision } was followed by a later one and cannot be changed. It is as it was. Correct the latest estimate, or add a new one.
error-estimate-fixed = An estimate from before a sheet was handed in, or before the decision, cannot be changed. It is as it was. Where the price is another now, choose “Add a later estimate”, and give the reason.
error-proposal-decided = Once it is decided, the time a proposal came cannot be changed. The record is as it was. { decision-way-back }
error-estimate-lines = An estimate holds up to { $most } lines. It is as it was. Put lines together where they belong together.
error-estimate-columns = No headings of an estimate were found. Nothing was taken over. Choose a table with the headings “Item” and “Unit price” (or “Amount”), or paste it with such headings.
error-estimate-empty = No lines of an estimate were found under the headings. Nothing was taken over. Choose a table that has lines.
error-response-columns = No headings of a response sheet were found. Nothing was taken over. Choose a table with the headings “Number” and “Answer”.
error-response-empty = There is not one answer in it. Nothing was taken over. Choose a response sheet that is filled in.
