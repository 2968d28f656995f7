# The selection report

selection-running = Selection report: { $title }
selection-kind = Selection report
selection-title = { $title }: result of the selection
selection-version = Version { $number }
selection-version-provisional = Provisional
selection-winner = Chosen
selection-winner-draft = Recommended
selection-none-label = Outcome
selection-nobody = Nobody
selection-open = Not settled
selection-about = About
selection-hash = Record (SHA-256)
selection-why = Why
selection-asked = To be approved
selection-asked-approved = Approved
selection-standing = Ranking
selection-route = Route of approval
selection-expected = As expected or agreed
selection-unexpected = Off expectation
selection-total = Total
selection-points = { $points ->
    [one] { $points } point
   *[other] { $points } points
}
selection-place = no. { $rank } of { $count }, { $whole } at most
selection-place-alone = no. { $rank } of { $count }
selection-lead = Ahead of the second
selection-behind = Behind the first
selection-level = Level at the top
selection-level-count = { $count ->
    [one] 1 bidder
   *[other] { $count } bidders
}
selection-why-level = { $names } are level with a total of { $total }, and the rules for ties do not decide between them. These reasons did:
selection-provisional = { $words } ({ result-state-provisional })
selection-price = Price
selection-price-excluded = { $months ->
    [one] { $months } month, without tax
   *[other] { $months } months, without tax
}
selection-price-included = { $months ->
    [one] { $months } month, with tax
   *[other] { $months } months, with tax
}
selection-money = ¥{ $amount }
selection-start = Start of service
selection-until = until { $date }
selection-ask-contract = To conclude the contract with { $name }
selection-ask-reserve = { $name } is held in reserve.
selection-ask-declined = { $asked } (has declined since)
selection-ask-withdrawn = { $asked } (has withdrawn since)
selection-ask-disqualified = { $asked } (has been disqualified since)
selection-ask-price = To spend { $amount } ({ $basis })
selection-ask-none = To conclude no contract this time
selection-ask-level = To decide with which of { $names } to conclude the contract
selection-ask-open = To decide how to go on, as no bidder is left
selection-ask-later = To decide once the evaluation is complete
selection-rank = Rank
selection-bidder = Bidder
selection-musts = Musts met
selection-musts-of = { $met } of { $all }
selection-step = Step
selection-approver = Approver
selection-outcome = Outcome
selection-date = Date
selection-outcome-open = open
selection-outcome-approved = approved
selection-outcome-conditions = approved with conditions
selection-outcome-held = held
selection-outcome-rejected = rejected
selection-outcome-sent-back = sent back
selection-chapter-result = Result
selection-chapter-compare = Ranking and comparison
selection-chapter-firm = How firm the result is
selection-chapter-discussion = Discussion
selection-chapter-conditions = Approval and conditions
selection-chapter-course = Course of the selection
selection-chapter-equal = Equal information
selection-chapter-criteria = Criteria and rules
selection-annex-sheets = Annex 1: evaluation sheets
selection-annex-proposals = Annex 2: proposals side by side
selection-annex-estimates = Annex 3: estimates
selection-annex-record = Annex 4: record
selection-matrix-cap = Marks and points by criterion
selection-matrix-cap-points = Points by criterion
selection-agreed = Agreed marks
selection-agreed-lead = { $count ->
    [one] In one place the agreed mark counts in place of the evaluators’ own, which are kept.
   *[other] In { $count } places the agreed marks count in place of the evaluators’ own, which are kept.
}
selection-agreed-cap = Agreed marks and what they changed
selection-agreed-own = Own marks
selection-agreed-mark = Agreed
selection-agreed-difference = Points
selection-agreed-by = Agreed by
selection-agreed-mark-by = Agreed: { $names }
selection-agreed-reason = Reason
selection-exclusions = Left out
selection-exclusion = { $name }: left out on { $on } (reason: { $reason })
selection-exclusion-lifted = { $name }: taken back into the comparison on { $on } (reason: { $reason })
selection-left-because = { $name } (reason: { $reason })
selection-left-withdrawn = Withdrew after proposing, and so not in the result: { $names }
selection-left-disqualified = Disqualified after proposing, and so not in the result: { $names }
selection-totals-cap = Totals (the bars are divided by criteria, in the order of the table)
selection-points-cap = Points by criterion (the frame is the weight)
selection-odd = Worth a look
selection-odd-more = { $count ->
    [one] One more is on the sheet “Worth a look” of the workbook made with this report.
   *[other] { $count } more are on the sheet “Worth a look” of the workbook made with this report.
}
selection-odd-none = No evaluators are opposed, nobody gave every bidder that is compared the same mark or went against the order of the prices, no mark is blank or without a comment, every weight decides something, and no bidder’s absence makes the others change places.
selection-odd-about = About
selection-odd-place = { $name } – { $list }
selection-odd-then = {"; "}
selection-odd-evaluator = { $evaluator }
selection-odd-opposed = The evaluators are opposed
selection-odd-opposed-one = { $bidder } ({ $best }, { $worst })
selection-odd-settled = The evaluators were opposed and agreed on a mark
selection-odd-settled-one = { $bidder } (agreed: { $mark })
selection-odd-all-alike = Every bidder that is compared was given the same mark
selection-odd-price-order = The marks go against the order of the prices
selection-odd-blank = The mark is blank
selection-odd-blank-one = { $bidder } ({ $evaluator })
selection-odd-no-comment = Marks have no comment
selection-odd-no-comment-one = { $count ->
    [one] 1 mark
   *[other] { $count } marks
}
selection-odd-aside = Marks are added up, so who stepped aside makes a bidder lower
selection-odd-idle = All ranked bidders have the same points, and the weight decides nothing
selection-odd-turns = Left out alone, each makes the others change places
selection-flips-cap = Weights at which another bidder is first (dot: weight now; line: the change)
selection-flips-none = As nobody is first alone, no weights at which another would be first are shown.
selection-uniform-cap = How often each is first in 10,000 random weightings
selection-weights-cap = Weights at which another bidder is first (this one alone; the others change in proportion)
selection-weight-open = not set
selection-weight-turning = Turns at
selection-weight-other = First then
selection-trials = Of the random weightings, { $runs } each were drawn by a repeatable generator (SplitMix64). Its seeds were { $uniform } for any weighting and { $near } for those within a fifth; the same seed gives the same shares.
selection-cases-cap = The ranking when something is otherwise
selection-case = What is otherwise
selection-case-ranking = Ranking
selection-case-lead = Lead of the winner now
selection-met = It was discussed on { $at }.
selection-met-who = Present: { $who }.
selection-to-meet = The discussion is planned for { $at }.
selection-to-meet-who = To be present: { $who }.
selection-request = Asked: { $words }
selection-reply = Reply: { $words }
selection-came = Outcome: { $words }
selection-approval = The number of the approval request is { $number }.
selection-approved = Approval
selection-conditions-cap = Conditions of the approval
selection-condition = Condition
selection-condition-met = Met on
selection-condition-how = How
selection-condition-open = open
selection-course-cap = Main events
selection-course-when = Date
selection-course-what = What
selection-course-undated = No date on record
selection-course-release = RFP { $number } released
selection-course-bidders = { $count ->
    [one] 1 bidder
   *[other] { $count } bidders
}
selection-course-questions = { $count ->
    [one] 1 question
   *[other] { $count } questions
}
selection-course-declined = { $count ->
    [one] { $names } declined
   *[other] { $count } bidders declined: { $names }
}
selection-course-withdrawn = { $count ->
    [one] { $names } withdrew without a proposal
   *[other] { $count } bidders withdrew without a proposal: { $names }
}
selection-course-withdrawn-proposed = { $count ->
    [one] { $names } withdrew after proposing
   *[other] { $count } bidders withdrew after proposing: { $names }
}
selection-course-disqualified = { $count ->
    [one] { $names } was disqualified without a proposal
   *[other] { $count } bidders were disqualified without a proposal: { $names }
}
selection-course-disqualified-proposed = { $count ->
    [one] { $names } was disqualified after proposing
   *[other] { $count } bidders were disqualified after proposing: { $names }
}
selection-course-proposal = Proposal of { $name } received
selection-course-proposal-grace = Proposal of { $name } received (after the deadline, within the grace)
selection-course-proposal-late = Proposal of { $name } received (late; nothing decided about it)
selection-course-proposal-accepted = Proposal of { $name } received ({ $when }; accepted: { $reason })
selection-course-proposal-refused = Proposal of { $name } received ({ $when }; refused: { $reason })
selection-course-in-grace = after the deadline, within the grace
selection-course-late = late
selection-course-sheet = Sheet of { $name } handed in
selection-course-agreed = { $count ->
    [one] 1 mark agreed on
   *[other] { $count } marks agreed on
}
selection-course-meeting = Discussion
selection-course-to-meet = Discussion (planned)
selection-course-approval = Approval requested
selection-course-approval-approved = Approved by { $who }
selection-course-approval-conditions = Approved with conditions by { $who }
selection-course-approval-held = Held by { $who }
selection-course-approval-rejected = Rejected by { $who }
selection-course-approval-sent-back = Sent back by { $who }
selection-course-approval-withdrawn = Request taken back
selection-course-approval-withdrawn-by = Request taken back (recorded by { $who })
selection-course-decided = Decided
selection-course-award = { $count ->
    [one] 1 letter of award sent
   *[other] { $count } letters of award sent
}
selection-course-regret = { $count ->
    [one] 1 letter of regret sent
   *[other] { $count } letters of regret sent
}
selection-course-no-award = { $count ->
    [one] 1 letter telling that nobody was chosen sent
   *[other] { $count } letters telling that nobody was chosen sent
}
selection-sent-back = Earlier round: sent back by { $who } ({ $at })
selection-sent-back-words = Earlier round: sent back by { $who } ({ $at }): { $words }
selection-rejected = Earlier round: rejected by { $who } ({ $at })
selection-rejected-words = Earlier round: rejected by { $who } ({ $at }): { $words }
selection-withdrawn = Earlier round: taken back ({ $at })
selection-withdrawn-by = Earlier round: taken back ({ $at }, recorded by { $who })
selection-equal = { $items ->
    [one] One item (a release, an answer or a file) was
   *[other] { $items } items (releases, answers, files) were
  } to be known to { $bidders ->
    [one] one bidder.
   *[other] { $bidders } bidders.
  }
selection-equal-alone = Apart from these, { $items ->
    [one] one answer or file was
   *[other] { $items } answers and files were
  } meant for individual bidders only.
selection-equal-nothing = No release, answer or file was distributed on this record, so there is no table of what each bidder was given.
selection-equal-none = Nothing is still to be given.
selection-equal-gaps = The record shows what was not given:
selection-equal-cap = What each bidder was given
selection-equal-gaps-head = Not given
selection-criteria-cap = Criteria, weights and schemes
selection-number = No.
selection-criterion = Criterion
selection-weight = Weight
selection-scheme = Scheme
selection-ties = Ties are settled in this order: { $list }.
selection-tie-technical = points for everything but the price
selection-tie-price = lower price
selection-tie-criterion = points for “{ $title }”
selection-changes = Changes since criteria were fixed
selection-changes-none = Criteria, weights and rules were not changed after the release of the RFP.
selection-changes-unreleased = The RFP was not released. Criteria, weights and rules were not changed after a sheet was handed in.
selection-changes-cap = What was changed, and why
selection-change = Change
selection-change-reason = Reason
selection-sheets-elsewhere = { $count ->
    [one] The marks and comments of one evaluator are all in the workbook made with this report.
   *[other] The marks and comments of { $count } evaluators are all in the workbook made with this report.
}
selection-sheet-cap = Marks and comments
selection-mark = Mark
selection-mark-worth = Share of the weight
selection-comment = Comment
selection-evaluator = Evaluator
selection-evaluators-cap = Evaluators and their keys
selection-key = Key
selection-post = Position
selection-handed-in = Handed in
selection-not-handed-in = not yet
selection-marks-order = In every table marks stand in this order. “－” is a blank; “／” is a mark that is not asked for or not handed in.
selection-marks-apart = As there are many evaluators, their own marks do not stand in “{ $cap }”.
selection-marks-blank = “－” is a blank.
selection-marks-agreed = In “{ selection-matrix-cap }” a mark that stands alone is the agreed one.
selection-proposals-cap = Proposals (answers to requirements are counts)
selection-price-head-excluded = { $months ->
    [one] Price (¥, { $months } month, without tax)
   *[other] Price (¥, { $months } months, without tax)
}
selection-price-head-included = { $months ->
    [one] Price (¥, { $months } month, with tax)
   *[other] Price (¥, { $months } months, with tax)
}
selection-heads = Staff / leads / busy months
selection-fit-full = Meets
selection-fit-partly = Partly
selection-fit-other = Other way
selection-fit-none = No
selection-outline = Outline
selection-estimate = { $name }, estimate { $revision }
selection-estimate-reason = Why it was revised: { $reason }
selection-estimate-cap = Lines of the estimate (yen)
selection-estimate-sum = Over { $months } { $months ->
    [one] month
   *[other] months
  }: ¥{ $without } without tax, ¥{ $with } with tax.
selection-estimate-replaced = A later estimate takes the place of this one.
selection-estimate-after = This estimate came after the decision and was not compared.
selection-line = Line
selection-line-kind = Kind
selection-line-price = Unit price
selection-line-quantity = Quantity
selection-line-months = Months
selection-line-tax = Tax
selection-line-amount = Amount
selection-line-sum = Amount (with or without tax as on the left)
selection-tax-excluded = { value-estimate-line-tax-excluded }
selection-tax-included = { value-estimate-line-tax-included }
selection-tax-exempt = { value-estimate-line-tax-exempt }
selection-without-tax = Sum without tax
selection-revision = Estimate
selection-record = This report was made from the history up to the following record. It is computed over every operation and no longer matches once the history is altered.
selection-sheet-points = Points
selection-state = State
selection-blank-of = Blanks of { $name }
selection-sheet-marks = Marks and comments
selection-sheet-estimates = Estimates
selection-sheet-firm = Firmness
selection-sheet-weights = Weights that turn it
selection-sheet-cases = Ranking when otherwise
selection-firm-uniform = Random (times first)
selection-firm-near = Within a fifth (times first)
selection-firm-runs = Weightings tried
selection-firm-seed = Seed (SplitMix64)
picture-totals = Totals: { $list }
picture-points = Points by criterion inside frames as wide as the weights. The numbers are those of the table.
report-plan-title = Make the selection report
report-plan-lead = Writes a PDF and an Excel file of the numbers into the folder you choose.
report-plan-chapters = What is in it
report-plan-files = Files
report-plan-missing = Still open, and told as such
report-plan-go = Choose a folder and make it
report-made = The selection report is made
error-report-empty = No report can be made before an evaluation sheet is handed in. Nothing was written.
selection-why-more = The full reason is in the chapter “Approval and conditions”.
selection-ask-rest = { $count ->
    [one] One more condition is in the chapter “Approval and conditions”
   *[other] { $count } more conditions are in the chapter “Approval and conditions”
}
selection-standing-rest = { $count ->
    [one] One more bidder is in the chapter “Result”
   *[other] { $count } more bidders are in the chapter “Result”
}
selection-equal-item = Item

selection-interests = Conflict-of-interest statements
selection-interests-cap = What every evaluator stated, and what was ruled
selection-interests-stated = Statement
selection-interests-ruled = Ruling and reason
selection-interests-none = No conflict of interest
selection-interests-missing = No statement on record
selection-interests-tie = { $name }: { $what }
selection-interests-open = not ruled on yet
selection-interests-ruling = { $name }: { $ruling }
selection-interests-because = { $name }: { $ruling } (reason: { $reason })
selection-interests-anew = Reason for stating anew: { $reason }
selection-interests-replaced = A later statement has taken the place of this one.
