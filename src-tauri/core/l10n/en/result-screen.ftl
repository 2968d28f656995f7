# Decision: result, consensus, exclusion, firmness

rail-decision = Decision
view-result = Result
result-state-empty = There is no result yet
result-state-provisional = Provisional
result-state-nobody = No bidder is left
result-state-level = The first place is level
result-state-whole = Ready to be settled
result-state-decided = The decision is recorded

result-verdict = { $lead ->
    [one] { $first } comes first, { $lead } point ahead of { $second }.
   *[other] { $first } comes first, { $lead } points ahead of { $second }.
}
result-verdict-settled = { $first } comes first. It has { $total } { $total ->
    [one] point
   *[other] points
  }, the same as { $second }; the rule for ties decides.
result-verdict-tie = { $names } are level with { $total } { $total ->
    [one] point
   *[other] points
  }. The rules for ties do not decide between them.
result-verdict-one = { $total ->
    [one] Only { $first } is compared, with { $total } point.
   *[other] Only { $first } is compared, with { $total } points.
}
result-verdict-none = There is nobody to compare. Every bidder is out.
result-verdict-partial = No bidder has all its numbers yet, so nobody can be ranked.
result-verdict-alone = { $total ->
    [one] Only { $first } can be ranked so far, with { $total } point.
   *[other] Only { $first } can be ranked so far, with { $total } points.
}
result-verdict-empty = No evaluation sheet has been handed in yet.
result-provisional = This result is provisional.

result-missing-sheet = { $name } has not handed in the sheet.
result-missing-main = { $name } has not handed in the marks apart from the price.
result-missing-price-part = { $name } has not handed in the marks on the price.
result-missing-closed = Prices stay closed until everybody has handed in the rest.
result-missing-blanks = { $count ->
    [one] One cell is blank. A blank is not a zero and stays out of the mean.
   *[other] { $count } cells are blank. A blank is not a zero and stays out of the mean.
}
result-missing-blanks-sum = { $count ->
    [one] One cell is blank. A blank adds nothing to the sum: a total without that evaluator’s points is provisional.
   *[other] { $count } cells are blank. A blank adds nothing to the sum: totals without those evaluators’ points are provisional.
}
result-missing-price = The price of { $name } is not settled.
result-price-nothing = The price of { $name } is not above zero: the points cannot be divided by it.
result-missing-weight = No weight is set for { $titles }; what that earns is not in the totals.

result-method-marks = ○ counts { $good }, △ { $fair } and × { $poor } times the weight.
result-method-grades = A grade ({ $list }) counts the number shown times the weight.
result-method-points = Points from 0 to { $greatest } count as their share of { $greatest }, times the weight.
result-method-pass-fail = Pass and fail give no points; one fail leaves a bidder out.
result-method-mean = { $count ->
    [one] The marks of one evaluator are multiplied by the weights and added.
   *[other] The mean of { $count } evaluators is multiplied by the weights and added.
}
result-method-mean-varied = The mean of those asked for a mark ({ $least } to { $most } evaluators, by criterion and bidder) is multiplied by the weights and added.
result-method-sum-varied = The points of those asked for a mark ({ $least } to { $most } evaluators, by criterion and bidder) are added.
result-method-sum = { $count ->
    [one] The points of one evaluator are added.
   *[other] The points of { $count } evaluators are added.
}
result-method-division = The points of all but the price are divided by the price in units of ¥{ $unit }.
result-method-half-up = { $places ->
    [0] Rounded half up to whole numbers, looking at decimal { $next }.
    [one] Rounded half up to { $places } decimal, looking at decimal { $next }.
   *[other] Rounded half up to { $places } decimals, looking at decimal { $next }.
  }
result-method-cut = { $places ->
    [0] Cut off to whole numbers, from decimal { $next } on.
    [one] Cut off after { $places } decimal, from decimal { $next } on.
   *[other] Cut off after { $places } decimals, from decimal { $next } on.
}
result-tie-technical = A tie, settled by the points for everything but the price.
result-tie-price = A tie, settled by the lower price.
result-tie-criterion = A tie, settled by the points for “{ $title }”.
result-out-decision = Left out
result-out-failed = Failed “{ $title }”
result-out-minimum = Under the minimum of “{ $title }”
result-out-total = Under the minimum of all points
result-out-points = Under the minimum of all points, before the division by the price
result-exclusion = Left out because: { $reason }
result-exclusion-lifted = Left out because: { $reason } · taken back because: { $lifted }

result-odd-opposed = The evaluators are opposed about { $bidder } ({ $best }, { $worst }).
result-odd-opposed-settled = The evaluators were opposed about { $bidder } and agreed on { $mark }.
result-odd-all-alike = { $evaluator } gave every bidder that is compared the same mark.
result-odd-price-order = The marks of { $evaluator } go against the order of the prices.
result-odd-blank = The mark of { $evaluator } for { $bidder } is blank.
result-odd-no-comment = { $count ->
    [one] One mark has no comment.
   *[other] { $count } marks have no comment.
}
result-odd-idle = All ranked bidders have the same points: this weight decides nothing.
result-odd-turns = Without { $bidder }, the others change places.
result-odd-changed = Changed after the criteria were settled (reason: { $reason }). The report says so.
result-odd-aside = Marks are added up, so { $bidder } is lower by those of { $evaluator }, who stepped aside.
result-odd-changed-head = Criteria changed
result-odd-assigned-head = Who judges what changed
result-odd-opened = Opened before every sheet was handed in (reason: { $reason }). The report says so.
result-odd-opened-head = Prices opened

result-criteria = Criterion
result-weight = Weight
result-weight-none = not set
result-divisor = divisor
result-table = Marks and ranks
result-rank = No. { $rank }
result-points = { $points ->
    [one] { $points } point
   *[other] { $points } points
}
result-parts = Parts of “{ $title }”
result-opposed = opposed
result-agreed = agreed
result-blank = blank
result-unasked = not asked for or not handed in
result-blanks = { $count ->
    [one] 1 blank
   *[other] { $count } blanks
}
result-marks-of = { $name } { $mark }
result-open = Show where the points of { $name } for { $title } come from
result-open-total = Show where the total of { $name } comes from
result-order-of-marks = Marks side by side stand in the order of the evaluators ({ $names }). “–” is a blank; “／” is a mark that is not asked for or not handed in.
result-left = No longer bidders, and so not in this result: { $names }. Marks already given stay on record.
result-left-since = No longer bidders since the decision: { $names }. The result stands as it was decided.
result-left-one = { $name } ({ $status })
result-columns-stay = The columns have stayed in place although the ranks have changed.
result-columns-sort = Put them in order of rank
result-odd = Worth a look
result-odd-none = Nothing stands out.
result-odd-all = { $count ->
    [one] Show it
   *[other] Show all { $count }
}
result-odd-few = Show fewer
result-odd-agree = Agree on a mark
result-odd-show = Show the place
result-lead = Where the lead comes from
result-lead-note = Each is the difference of the two bidders’ points in the table.
result-empty = Points and ranks of the bidders appear here once evaluation sheets are handed in. Until then nobody sees any marks.
result-to-sheets = Go to the sheets
result-to-criteria = Go to the criteria
result-report = Make the selection report
result-bidder-open = Show price and exclusion of { $name }
result-price = Price compared: ¥{ $price }
result-price-none = The price is not settled yet, or closed
result-close = Close

agree-title = Agree on a mark: { $title } ({ $bidder })
result-decided = The decision is recorded, so agreed marks and exclusions stand. { decision-way-back }
agree-lead = The evaluators’ own marks are kept; the agreed mark counts.
agree-own = Own marks
agree-mark = Agreed mark
agree-reason = Reason
agree-by = Who agreed
agree-save = Record the agreed mark
agree-remove = Take it back
agree-difference = { $own ->
    [one] { $own } point by the own marks, { $difference } by agreement
   *[other] { $own } points by the own marks, { $difference } by agreement
}
agree-removed = The agreed mark for “{ $title }” was taken back
exclude-title = { $bidder }
exclude-lead = A bidder that is left out has no rank and its price counts for nobody. The record stays.
exclude-reason = Why it is left out
exclude-do = Leave it out
lift-reason = Why it is taken back
lift-do = Take it back into the comparison

opened-total = The total of { $bidder }
opened-points = { $bidder }, “{ $title }”
opened-mark = { $name }: { $mark } = { $share }
opened-mark-points = { $name }: { $mark } ÷ { $greatest } = { $share }
opened-word = { $name }: { $mark ->
    [pass] Pass
    [fail] Fail
   *[other] { $mark }
  }
opened-blank = { $name }: blank, not in the mean
opened-blank-sum = { $name }: blank, adds nothing to the sum
opened-agreed = Agreed: { $mark } = { $share }, in place of the own marks
opened-agreed-points = Agreed: { $mark } ÷ { $greatest } = { $share }, in place of the own marks
opened-agreed-word = Agreed: { $mark ->
    [pass] Pass
    [fail] Fail
   *[other] { $mark }
  }, in place of the own marks
opened-mean = Mean: ({ $listed }) ÷ { $count } = { $mean }
opened-sum-agreed = { $count ->
    [one] Sum: { $share } × 1 evaluator = { $sum }
   *[other] Sum: { $share } × { $count } evaluators = { $sum }
  }
opened-sum = Sum: { $listed } = { $sum }
opened-pass-fail = Pass or fail gives no points. A bidder that anybody failed is out.
opened-weighed = { $points ->
    [one] Times the weight { $weight }: { $points } point
   *[other] Times the weight { $weight }: { $points } points
}
opened-weight = Weight { $weight }
opened-unweighed = No weight is set, so there are no points yet
opened-divisor = Totals are divided by the price, which earns no points itself
opened-shown = Shown as { $points }; the sum is made before rounding
opened-is = { $points ->
    [one] { $points } point
   *[other] { $points } points
}
opened-is-provisional = { $points ->
    [one] { $points } point (provisional)
   *[other] { $points } points (provisional)
}
opened-adds = { $sum ->
    [one] Added up: { $sum } point
   *[other] Added up: { $sum } points
}
opened-part = { $points ->
    [one] { $title }: { $points } point
   *[other] { $title }: { $points } points
}
opened-part-open = { $title }: no number yet
opened-part-unweighed = { $title }: no weight is set
opened-part-divisor = { $title }: earns no points; the points are divided by it
opened-part-passed = { $title }: { $mark ->
    [pass] Pass
    [fail] Fail
   *[other] no mark yet
  }
opened-price-excluded = { $months ->
    [one] Price ¥{ $price } over { $months } month, without tax
   *[other] Price ¥{ $price } over { $months } months, without tax
}
opened-price-included = { $months ->
    [one] Price ¥{ $price } over { $months } month, with tax
   *[other] Price ¥{ $price } over { $months } months, with tax
}
opened-price-unknown = The price is not known yet
opened-price-lowest = Lowest price compared: ¥{ $price } ({ $name })
opened-price-highest = Highest price compared: ¥{ $price } ({ $name })
opened-price-over-bid = { $lowest } ÷ { $price } = { $share }
opened-price-under-ceiling = 1 − { $price } ÷ { $ceiling } = { $share }
opened-price-between = ({ $highest } − { $price }) ÷ ({ $highest } − { $lowest }) = { $share }
opened-price-alike = The lowest price is the highest: a share of { $share }
opened-price-step = In the step up to ¥{ $upto }: a share of { $percent }%
opened-price-beyond = Beyond every step: a share of { $percent }%
opened-price-bare = No number to put into the formula: a share of { $share }
opened-price-held = A share lies between 0 and 1: { $share }
opened-estimate = Estimate lines of { $name }
opened-divided = Divided by the price in units of ¥{ $unit }
price-rule-lowest = Lowest price ÷ this price
price-rule-ceiling = 1 − price ÷ ceiling of ¥{ $ceiling }
price-rule-linear = All points for the lowest, none for the highest, in proportion between
price-rule-steps = Shares by steps of the price

error-consensus-place = No agreed mark can stand at “{ $title }” there.
error-consensus-early = A mark can be agreed on once every sheet is handed in. What you entered was not stored.
error-consensus-mark = Please choose the agreed mark.
error-consensus-reason = Please give the reason. It is printed in the report.
error-consensus-none = Nothing was agreed on there.
error-exclusion-reason = Please give the reason. It is printed in the report.
error-excluded-already = This bidder is left out already.
error-excluded-not = This bidder is not left out.
error-not-compared = This bidder is not among those compared.

picture-ahead = { $name } ahead
picture-item = { $title } { $value }
picture-joint = {", "}
picture-lead-open = no number, left out
picture-lead = { $first } against { $second }, + where { $first } is ahead: { $list }

firm-title = How firm it is
firm-make = Examine firmness
firm-lead = Looks whether another bidder would be first with other weights or evaluators.
firm-stale = There were changes after it was examined. Examine it again to bring this up to date.
firm-work = Examining how firm the result is
firm-weights = With other weights
firm-key = ● weight now, | weight at which another is first (the others change in proportion)
firm-places = The exact weights
firm-uniform = First in 10,000 random weightings
firm-near = First in 10,000 weightings within a fifth of those given
firm-cases = Without one evaluator or bidder
firm-rules = With another formula for the price
firm-rank = { $rank }. { $names }
firm-rank-none = Nobody is ranked
firm-rank-untold = nobody else marked “{ $title }” of { $bidder }, so the ranking cannot be told
firm-level = By the marks as they are, { $names } are level and nothing settles the tie, so nobody is first alone.
firm-without-level = { $count ->
    [one] With one other evaluator or bidder left out, one bidder would be first alone too.
   *[other] With any one of { $count } other evaluators and bidders left out, one bidder would be first alone too.
}
firm-nobody = Nobody is ranked, so there is nothing to examine.
firm-rankings = Ranking when one is left out
firm-part = { $title } ({ $weight })
firm-paragraph = The paragraph in the report
firm-flip = The winner changes most easily by the weight of “{ $title }”: { $way ->
    [up] raised
   *[down] lowered
  } from { $from } to { $to }, { $how ->
    [level] { $other } is level with it.
    [nobody] nobody has a place.
   *[first] { $other } is first.
  }
firm-flip-none = Whatever single weight is changed, { $first } stays first alone.
firm-trials = In 10,000 random weightings{ $zero ->
    [yes] {" "}of the criteria that have a weight
   *[no] {""}
  } { $first } is first in { $uniform }%{ $level ->
    [yes] {" "}(level with others or alone)
   *[no] {""}
  }{ $often ->
    [more] {""}; most often first is { $rival }, in { $share }%
    [same] {""}, and { $rival } is first as often
   *[less] {""}
  }. Where each weight stays within a fifth of the one given, { $first } is first in { $near }%{ $near-often ->
    [more] {""}; most often first is { $near-rival }, in { $near-share }%
    [same] {""}, and { $near-rival } is first as often
   *[less] {""}
  }.
firm-turn = { $how ->
    [alone] { $names } would be first alone.
    [level] { $names } would be level, so nobody would be first alone.
    [nobody] nobody would be ranked.
   *[first] { $names } would be first.
  }
firm-turn-evaluator = Without the marks of { $name }, { firm-turn }
firm-turn-bidder = Without the bidder { $name }, { firm-turn }
firm-turn-rule = With “{ $rule ->
    [price-rule-ceiling] { price-rule-ceiling }
    [price-rule-linear] { price-rule-linear }
    [price-rule-steps] { price-rule-steps }
   *[price-rule-lowest] { price-rule-lowest }
  }” as the formula for the price, { firm-turn }
firm-without-nobody = There is no evaluator or bidder to leave out.
firm-without-untold = Without one evaluator a cell has no mark, so whether { $first } stays first cannot be told.
firm-without-none = Without any one evaluator or other bidder, { $first } stays first alone.
firm-without-more = { $count ->
    [one] With one more evaluator or bidder left out, { $first } would not be first alone either.
   *[other] With any one of { $count } more evaluators and bidders left out, { $first } would not be first alone either.
  }
firm-without-kept = { $count ->
    [one] With one other evaluator or bidder left out, { $first } stays first alone.
   *[other] With any one of { $count } other evaluators and bidders left out, { $first } stays first alone.
  }
firm-without-unknown = { $count ->
    [one] In one case it cannot be told, because a cell has no mark then.
   *[other] In { $count } cases it cannot be told, because a cell has no mark then.
  }
firm-rules-none = Another formula for the price does not change the winner.
firm-rules-more = { $count ->
    [one] With one more formula for the price too, the bidder now first would not be first alone.
   *[other] With { $count } more formulas for the price too, the bidder now first would not be first alone.
  }
firm-without-evaluator = Without { $name }
firm-without-bidder = Without { $name }
firm-everybody = Everybody
firm-never = never
firm-at = { $weight }: { $name }
firm-at-place = { $weight }: { $name } (it turns at { $place })
firm-flips-alt = Weight at which another bidder is first: { $list }
firm-trials-alt = How often each is first: { $list }
firm-trials-level = Bidders level in front count as first, each of them
firm-leads-alt = How far { $first } is ahead when one is left out: { $list }
