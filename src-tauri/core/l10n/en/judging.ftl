# The rules of judging in words, on papers and screens

scheme-marks = ○ { $good }, △ { $fair }, × { $poor }
scheme-relative = Relative ({ $marks })
scheme-relative-listed = ○△× (relative)
scheme-grade = { $mark } = { $share }
scheme-grades = Grades ({ $grades })
scheme-points = Points (0–{ $greatest })
scheme-pass-fail = Pass or fail (a fail excludes)
scheme-price = Price ({ $formula })
scheme-divisor = No points: the sum of the points is divided by it
formula-lowest-over-bid = lowest price ÷ price
formula-under-ceiling = 1 − price ÷ ceiling of ¥{ $ceiling }
formula-linear = in proportion between the lowest price (all points) and the highest (none)
formula-steps = { $steps }, beyond that 0%
formula-step = up to ¥{ $upto }: { $share }% of the weight
formula-rounded = { $rule }; { $rounding }
rounding-half-up = { $places ->
    [0] rounded half up to whole numbers
    [one] rounded half up to 1 decimal
   *[other] rounded half up to { $places } decimals
}
rounding-cut = { $places ->
    [0] cut off to whole numbers
    [one] cut off after 1 decimal
   *[other] cut off after { $places } decimals
}
tie-criterion = more points in “{ $title }”
tie-technical = more points in all but the price
tie-lower-price = the lower price
tie-then = , then{" "}
evaluator-judges-all = all criteria
rule-marks = ○△× count { $marks } of the weight.
rule-mean = The marks of the evaluators are averaged; a blank stays out of the mean.
rule-sum = The marks of the evaluators are added up.
rule-additive = The points of all criteria are added up to the total.
rule-division = The sum of the points of all criteria but the price is divided by the price in units of ¥{ $unit } to give the total.
rule-rounding = Totals are { $rounding }.
rule-minimum = A bidder with less than { $percent }% of all points is excluded.
rule-minimum-division = A bidder with less than { $percent }% of all points, before they are divided by the price, is excluded.
rule-criterion-minimum = A bidder with less than { $percent }% of the weight of “{ $title }” is excluded.
rule-ties = A tie is settled by { $ties }.
rule-tax-excluded = { $months ->
    [one] Prices are compared without tax, added up over { $months } month.
   *[other] Prices are compared without tax, added up over { $months } months.
}
rule-tax-included = Prices are compared with tax ({ $rate }%), added up over { $months } { $months ->
    [one] month
   *[other] months
  }.
rule-price-closed = Prices stay closed until everybody has handed in the other criteria.
rule-price-opened = Prices were to stay closed until everybody had handed in the other criteria; they were opened before that, on { $day }, for a reason that is on record.

change-criterion-added = Added “{ $title }” (weight { $weight })
change-criterion-removed = Removed “{ $title }”
change-criterion-moved = Moved “{ $title }”
change-criterion-title = Name: “{ $before }” → “{ $after }”
change-criterion-asks = What “{ $title }” asks: { $before } → { $after }
change-criterion-weight = Weight of “{ $title }”: { $before } → { $after }
change-criterion-scheme = How “{ $title }” is judged: { $before } → { $after }
change-criterion-anchors = Changed what the grades of “{ $title }” say
change-criterion-minimum = Minimum of “{ $title }”: { $before } → { $after }
change-criterion-follows-price = “{ $title }” follows the order of prices: { $before } → { $after }
change-rule = { $rule }: { $before } → { $after }
change-evaluator-judges = What { $name } judges: { $before } → { $after }
change-price-opened = Prices opened before every sheet was handed in

error-rule-number = “{ $typed }” cannot be read as a number. The value has not changed. Please type figures.
error-rule-range = “{ $typed }” cannot be used. The value has not changed. Please type a number from { $least } to { $greatest }.
error-rule-whole = “{ $typed }” is no whole number. The value has not changed. Please type a whole number from { $least } to { $greatest }.
error-term-months = “{ $typed }” cannot be read as a number of months. What you typed is still there. Enter it like 24, 24 months or 2 years, up to { $most } months.
error-scheme = This way of judging could not be read. Nothing was changed.
error-scheme-grades = These grades cannot be judged by. Nothing was changed. Give 2 to 9 grades with different names and shares falling from 1 to 0.
error-scheme-grade-share = “{ $typed }” cannot be read as a share of the weight. Nothing was changed. Enter it like 80% or 0.8, up to 100% (1).
error-scheme-points = The greatest number of points has to be above 0 and at most 1000. Nothing was changed.
error-scheme-price = Points cannot be computed by this formula. Nothing was changed. Please check the ceiling and the amounts of the steps.
error-scheme-step-price = The amount of step { $step }, ¥{ $upto }, is not greater than that of the step before, ¥{ $before }. Nothing was changed. Put the steps in the order of their amounts, the smallest first.
error-scheme-step-range = The share of step { $step }, { $share }%, cannot be used. Nothing was changed. Enter the share of the weight in percent, from 0 to 100, with at most { $places } { $places ->
    [one] decimal
   *[other] decimals
  }.
error-scheme-step-share = The share of step { $step }, { $share }%, is greater than that of the step before, { $before }%. Nothing was changed. A step of a greater amount takes a smaller share.
error-marks-order = ○ has to count most and × least. The value has not changed.
error-tie-points = “{ $title }” is passed or failed and has no points, so it cannot settle a tie. The value has not changed.
error-set-empty = There are no criteria yet that could be kept as a set.
error-reason-needed = Criteria, rules, who judges what and the contract dates that set the term of the prices were fixed by the release of the RFP or by a sheet that was handed in. A change needs a reason. Nothing has changed yet.
error-criteria-judged = A sheet has been handed in, so criteria can no longer be added, removed or moved under another one, nor marked in another way. Nothing was changed. Their order, weights and the rules of counting can still be changed.
error-evaluator-handed-in = { $name } has handed in a sheet, so she cannot be removed, nor what she judges be changed. Nothing was changed.
error-bidder-judged = “{ $name }” and its proposal cannot be removed: sheets that were handed in judge it. Nothing was changed. Record that it withdrew, or exclude it.

# The criteria to begin with
criterion-usual = the usual six criteria
criterion-usual-1 = Reliability
criterion-usual-2 = Scope of service
criterion-usual-3 = Benefit and added value
criterion-usual-4 = Price
criterion-usual-5 = Expertise and record
criterion-usual-6 = Management of the operation
