# The screen of criteria and rules

view-criteria = Criteria and rules
criteria-open = Open criteria and rules
criteria-screen-lead = What is judged, how it is marked and how marks become a result: decided before the RFP is released.
criteria-judged-note = A sheet has been handed in: criteria are no longer added, removed, moved under another one or marked in another way. Their order, weights and rules can be changed with a reason.
criteria-decided-note = The decision is recorded, so criteria and rules stand. { decision-way-back }
weight-pass-fail = Pass or fail carries no weight
reason-frozen = Criteria, rules, who judges what and the contract dates that set the term of the prices were fixed by the release of the RFP or by a sheet that was handed in. Changes are kept with their reason and printed in the selection report.
reason-wanted = Please give the reason for the change.
reason-label = Reason for the change
reason-give = Change for this reason
reason-give-up = Do not change
reason-holds = Further changes are kept with this reason: { $reason }
reason-other = Another reason

scheme-kind-relative = Relative (○△×)
scheme-kind-grades = Grades
scheme-kind-points = Points
scheme-kind-pass-fail = Pass or fail
scheme-kind-price = Computed from the price
scheme-about-relative = Bidders are compared with each other: better, average, worse. What the marks count is a rule below.
scheme-about-grades = For each grade it is written down what a proposal is like that earns it.
scheme-about-points = Points are given from none to the greatest number.
scheme-about-pass-fail = A bidder that one evaluator fails is excluded. The weight is not used.
scheme-about-price = No mark is given: points are computed from the total of the estimate.
scheme-fixed = A sheet has been handed in, so the way of marking does not change any more.
scheme-greatest = Greatest number of points
scheme-minimum-note = As a share of the weight. A bidder below it is excluded.
scheme-follows = Check that marks follow the order of prices
grade-mark = Grade
grade-share = Share of the weight
grade-anchor = What earns it
grade-share-hint = Enter the share of the weight like 80% or 0.8.
grade-add = Add a grade
grade-anchor-1 = Exceeds what is asked, with evidence
grade-anchor-2 = Meets what is asked, exceeds some of it
grade-anchor-3 = Meets what is asked
grade-anchor-4 = Falls short in part
grade-anchor-5 = Falls short, or says nothing
formula-rule = Formula
formula-name-lowest-over-bid = Lowest price ÷ price
formula-name-under-ceiling = 1 − price ÷ ceiling
formula-name-linear = Linear between lowest and highest
formula-name-steps = By steps of the price
formula-ceiling = Ceiling (¥)
formula-upto = Up to (¥)
formula-share = Share of the weight (%)
formula-step-add = Add a step
formula-incomplete = This formula is not in use yet. The one before stays until nothing is left empty and everything can be read.
formula-blank-unused = What is left empty is not in use yet. The amounts and shares of before stay until nothing is empty and everything can be read.
formula-places = Rounding of points
places-count = { $count ->
    [0] Whole numbers
    [one] 1 decimal
   *[other] { $count } decimals
}

rules-title = Rules
rules-lead = What holds for all criteria
rules-totalling = How the total is made
rules-additive = Points are added
rules-division = Points are divided by the price
rules-division-unit = yen as the unit
rules-tax-rate = Rate
rules-months-note = months (empty for the { $months } of the contract)
rules-months-usual = months (empty for { $months }, unless contract dates are entered)
rules-close-price = Keep prices closed until everybody has handed in the rest
rules-due-example = for example 12/18 17:00
rules-tie-add = Add a way
rules-words = The rules in words
shares-title = Who judges what
shares-lead = No marks are asked for criteria that are not hers
sets-title = Sets of criteria ({ $count })
sets-empty = No set has been saved yet. A saved set can be used in other procurements.
set-name = Name of the set
set-save = Save these criteria
set-saved = The set “{ $name }” has been saved.
set-begin = Begin with { $name }
set-plant = Put in place of the criteria here
set-planted = The criteria have been replaced by “{ $name }”.
frozen-changes-title = Changes since criteria were fixed
frozen-changes-lead = Printed in the selection report
frozen-changes-none = Criteria, rules and who judges what have not changed since they were fixed.
change-reason = Reason: { $reason }
