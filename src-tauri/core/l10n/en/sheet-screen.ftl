# The screen of evaluation sheets

rail-evaluation = Evaluation
figure-sheets = in { $count }/{ $of }
figure-sheets-unmarked = { $count } unmarked
sheets-title = Evaluation sheets
sheets-lead = Each evaluator has a sheet of her own. Until it is handed in, nobody else sees her marks and comments; shown here is only how far each sheet is.
sheets-due = due { $at }
sheets-no-due = No day is set by which sheets are due
sheets-late = overdue
sheets-count = { $count } of { $of } handed in
sheets-no-criteria = There are no criteria yet. Once they are decided, each evaluator has a sheet.
sheets-to-criteria = Decide on criteria
sheets-no-evaluators = There are no evaluators yet. Once you enter those who give marks, their sheets are listed here.
sheets-to-evaluators = Enter evaluators
sheets-no-proposals = No proposal has come yet. Once proposals are recorded, the bidders stand in the sheets. Statements can be signed already.
sheets-late-proposal = The proposal of { $name } came late: it is not in the sheets until it is decided whether it is accepted.
sheets-late-proposal-open = See the proposal of { $name }
sheets-price-closed = Prices stay closed until everybody has handed in the other criteria.
sheets-price-open = Everybody has handed in the other criteria: prices are open.
sheets-price-opened = Prices were opened on { $at }, before everybody had handed in the other criteria, for a reason that is on record.
sheets-decided = The decision is recorded, so sheets stand as they are. { decision-way-back }
sheets-unmarked = { $count ->
    [one] 1 sheet that is handed in has no mark of “{ $name }”.
   *[other] { $count } sheets that are handed in have no mark of “{ $name }”.
}
sheets-unmarked-way = Bidders that came after a sheet was handed in cannot be marked in it. Once every sheet is in, record agreed marks on the screen “{ view-result }”.
sheets-evaluator = Evaluator
sheets-state = State
sheets-progress = Filled in
sheets-handed-in = Handed in
sheets-limited = judges some criteria
sheets-marked = { $of ->
    [one] { $count } of { $of } cell
   *[other] { $count } of { $of } cells
}
sheets-bare = { $count ->
    [one] 1 without comment
   *[other] { $count } without comment
}
sheets-not-yet = not yet
sheet-state-nothing = Nothing to judge
sheet-state-unsigned = Statement missing
sheet-state-unruled = Conflict not ruled on
sheet-state-open = Being filled in
sheet-state-ready = Filled in, not handed in
sheet-state-waiting = Waiting for prices
sheet-state-in = Handed in
sheet-open = Open sheet
sheet-look = View sheet
sheet-from-paper = Type in from paper
sheet-of = Sheet of { $name }
sheet-typing-paper = Typing in from paper
sheet-back = Back to the list
sheet-check = Check before handing in
sheet-blank = Blank:
sheet-bare = Without comment:
sheet-cells = { $count ->
    [one] 1 cell
   *[other] { $count } cells
}
sheet-in-at = Handed in { $at } ({ $means })
sheet-in-toast = The sheet of { $name } has been handed in.
sheet-waiting = All but the price has been handed in. Prices open once everybody has done so.
sheet-hidden = Nobody else sees this before it is handed in.
sheet-fixed = A sheet that was handed in does not change. To correct a mark, record a consensus.
sheet-grid = Evaluation table
sheet-criteria-head = Criteria and weights

mark-good = Better
mark-fair = Average
mark-poor = Worse
mark-pass = Pass
mark-fail = Fail
mark-said-good = circle
mark-said-fair = triangle
mark-said-poor = cross
mark-label = Mark
mark-computed = Computed from the price. No mark is given.
mark-may-tell = The bidder may be told this comment
mark-may-tell-bidder = The bidder may be told in its notice
cell-blank = blank
cell-no-comment = No comment yet
cell-no-comment-short = no comment
cell-computed = computed
cell-aside = steps aside
cell-not-hers = not hers
cell-closed = still closed
points-unit = {" "}points
points-of = { $weight ->
    [one] { $weight } point
   *[other] { $weight } points
}
points-label = Points
points-range = points (0–{ $greatest })
open-cell = The chosen cell
comment-label = Comment
comment-hint = Comment (why this mark)
at-hand = What the proposal says
at-hand-total = { $months ->
    [one] Total ({ $months } month, { $basis })
   *[other] Total ({ $months } months, { $basis })
}
amount-yen = ¥{ $amount }
amount-open = not known
key-mark = Mark
key-cells = Move
key-comment = Comment
key-back-to-grid = Back to the table
key-clear-mark = Clear the mark
key-next-blank = Next unfinished

statement-title = Conflict-of-interest statement
statement-lead = Before judging, please state whether there is a tie (business, shares, former employment, family) between { $name } and a bidder.
statement-bidders = Bidders:
statement-none = There is no conflict of interest
statement-some = There is a conflict of interest
statement-what = What the tie is
statement-note = Remarks
statement-then = For each bidder named it is recorded next whether she steps aside, or judges it for a stated reason.
statement-sign = Sign and go on to the sheet
statement-kept = The statement is kept with its date and time.
statement-missing = The conflict-of-interest statement is missing
statement-told-none = No conflict of interest (stated { $at })
statement-told-some = Conflict of interest (stated { $at })
statement-anew = State anew
statement-stands = The statement stands with the sheet handed in and cannot be made anew.
statement-anew-lead = { $name } made a statement { $at }. Where something has changed or was wrong, a new one can be made with its reason. The earlier statement stays on record.
statement-anew-reason = Reason for stating anew
rulings-label = What follows for the bidders named
ruling-open = Not ruled on yet
ruling-aside = She steps aside.
ruling-allowed = She may judge it
ruling-because = {" "}(reason: { $reason })
ruling-reason = Reason why she may judge it
ruling-allow = Allow with this reason
ruling-step-aside = Step aside

hand-in-title = Hand in the sheet of { $name }
hand-in-lead = Once handed in, marks and comments count, and the other evaluators can see them.
hand-in-lead-main = All but the price is handed in. Prices open once everybody has done so, and can then be marked.
hand-in-lead-main-only = All but the price is handed in. Prices open once everybody has done so, and are then counted.
hand-in-lead-main-open = All but the price is handed in. Prices are open already; their marks are handed in next.
hand-in-lead-main-only-open = All but the price is handed in. Prices are open already, and counted.
hand-in-lead-price = The marks on the price are handed in. The sheets of everybody are then in.
hand-in-lead-price-missing = The marks on the price are handed in. Not complete yet are the sheets of: { $names }{ $rest ->
    [0] {""}
   *[other] {" "}and { $rest } more
}.
hand-in-other = { $name }
hand-in-blank = { $count ->
    [one] 1 cell is blank
   *[other] { $count } cells are blank
} (a blank is not a zero: it counts as a missing mark)
hand-in-bare = { $count ->
    [one] 1 mark has no comment
   *[other] { $count } marks have no comment
}
hand-in-more = and { $count } more
hand-in-cell = { $criterion }: { $bidder }
hand-in-whole = Every cell has its mark and comment.
hand-in-final = A sheet that was handed in cannot be changed.
hand-in-not-yet = Not yet
hand-in-do = Hand in
hand-in-do-paper = Hand in as paper sheet
