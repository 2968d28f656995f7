# Evaluation sheets: as Excel and on paper

evaluation-sheet-bidders = Bidders
evaluation-sheet-kind = Evaluation sheet
evaluation-sheet-kind-blank = Evaluation sheet (to fill in)
evaluation-sheet-title = { $title }: evaluation of proposals
evaluation-sheet-running = { $title }: evaluation sheet
evaluation-sheet-secret = Not to be shown to other evaluators before it is handed in
evaluation-sheet-colon = {": "}
evaluation-sheet-evaluator = Evaluator
evaluation-sheet-due = Due
evaluation-sheet-no = No.
evaluation-sheet-criterion = Criterion
evaluation-sheet-weight = Weight
evaluation-sheet-how = Marked by
evaluation-sheet-mark = Mark
evaluation-sheet-comment = Comment
evaluation-sheet-may-tell = May be told
evaluation-sheet-may-tell-yes = Yes
evaluation-sheet-total = Total
evaluation-sheet-total-marked = Total (without price)
evaluation-sheet-points = { $points ->
    [one] { $points } point
   *[other] { $points } points
}
evaluation-sheet-points-open = { $points ->
    [one] { $points } point ({ $count } blank)
   *[other] { $points } points ({ $count } blank)
}
evaluation-sheet-signature = Signature
evaluation-sheet-signed-on = Handed in on
evaluation-sheet-tax-excluded = without tax
evaluation-sheet-tax-included = with tax
evaluation-sheet-price = ¥{ $amount } ({ $tax })
evaluation-sheet-price-open = Price not settled
evaluation-sheet-price-closed = Price still closed
evaluation-sheet-not-hers = Not asked
evaluation-sheet-aside = Not judged (conflict of interest)
evaluation-sheet-pass = Pass
evaluation-sheet-fail = Fail
evaluation-sheet-how-points = 0 to { $greatest }
evaluation-sheet-how-pass-fail = Pass or fail
evaluation-sheet-how-price = From the price
evaluation-sheet-good = Better than the other proposals ({ $share }% of the weight)
evaluation-sheet-fair = Like the other proposals, or lacking in part ({ $share }% of the weight)
evaluation-sheet-poor = Clearly behind the other proposals ({ $share }% of the weight)
evaluation-sheet-grade = { $mark } ({ $share }%) { $anchor }
evaluation-sheet-points-anchor = { $greatest ->
    [one] 0 to { $greatest } point; { $greatest } is the whole weight
   *[other] 0 to { $greatest } points; { $greatest } is the whole weight
}
evaluation-sheet-pass-fail-anchor = Pass or fail; a single fail leaves the bidder out
evaluation-sheet-rule-lowest = Weight × lowest price ÷ price offered
evaluation-sheet-rule-ceiling = Weight × (1 − price offered ÷ ceiling of ¥{ $ceiling })
evaluation-sheet-rule-linear = The whole weight for the lowest price, nothing for the highest, in proportion between them
evaluation-sheet-rule-steps = Points set for each step of the price
evaluation-sheet-label-grades = Grades
evaluation-sheet-label-points = Points
evaluation-sheet-label-pass-fail = Pass/fail
evaluation-sheet-label-price = Price
evaluation-sheet-label-note = Note
evaluation-sheet-between = {" / "}
evaluation-sheet-about = No. { $numbers }: { $words }
evaluation-sheet-note = Please give a comment with each mark. A blank is not a zero; it counts as not filled in
evaluation-sheet-statement = I declare that I have no interest in any of the bidders that would stand in the way of a fair evaluation.
evaluation-sheet-tied = I declare an interest in the following bidders (name each, and say what the interest is).
evaluation-sheet-conflict = Interests declared: { $what }
evaluation-sheet-named-aside = { $name } (not judged)
evaluation-sheet-named-allowed = { $name } (judged, with a reason)
evaluation-sheet-how-to = Only cells without a tint can be filled in. Where a cell has a list, choose the mark from it; where points are given, type a number. Give the reason as a comment; choose “Yes” under “May be told” where the bidder may be told it. Grey cells are not filled in.
evaluation-sheet-may-tell-choose = Please choose “{ evaluation-sheet-may-tell-yes }”, or leave the cell blank.
evaluation-sheet-may-tell-prompt = Choose “{ evaluation-sheet-may-tell-yes }” where the comment may be used in the notice.
evaluation-sheet-choose = Please choose one of the marks in the list.
evaluation-sheet-range = Please enter a number from 0 to { $greatest }.

error-evaluation-sheet-criteria = There are no criteria yet, so no evaluation sheet can be made. Set the criteria first.
error-evaluation-sheet-bidders = There are no proposals to judge yet, so no evaluation sheet can be made. Record the proposals received first.
error-evaluation-sheet-nobody = There is no evaluator who gives marks, so no evaluation sheet can be made. Add an evaluator first.
error-evaluation-sheet-none-in = Nobody has handed in an evaluation sheet yet, so filled sheets of everybody cannot be made. Make them once sheets are handed in, or make the sheet of a single evaluator from the list.
error-evaluation-sheet-not = This file is not an evaluation sheet made here. Nothing was imported. Choose an evaluation sheet (.xlsx) that was exported here.
error-evaluation-sheet-tampered = The record inside this evaluation sheet was altered, so it cannot be verified. Nothing was imported. Export the sheet again and copy the marks into it.
error-evaluation-sheet-shifted = Rows or columns of this evaluation sheet have moved ({ $place }). To avoid mix-ups nothing was imported. Export the sheet again and copy the marks into it.
error-evaluation-sheet-procurement = This evaluation sheet belongs to another procurement, “{ $title }”. Nothing was imported.
error-evaluation-sheet-elsewhere = This evaluation sheet belongs to a procurement that is not in this library. Nothing was imported.
error-evaluation-sheet-gone = The evaluator of this sheet was deleted from this procurement. Nothing was imported. Undo the deletion, then choose the file again.
error-evaluation-sheet-other = This evaluation sheet belongs to { $name }. Nothing was imported. Import it from the row of { $name }, or check the file.
error-evaluation-sheet-stale = Criteria, bidders or duties have changed since the evaluation sheet of { $name } was exported. Nothing was imported. Export the sheet again and copy the marks into it.
error-evaluation-sheet-moved = The file or the marks changed after the preview. Nothing was imported. Check the new preview, then import again.

sheet-import-cut = Too long; the first { $most } characters are imported.
sheet-import-tell = “{ $typed }” is neither “Yes” nor blank.

# The screen: evaluation sheets as files
sheet-files = Files
sheet-files-of = Files of the evaluation sheet of { $name }
sheet-files-all = Sheets as files
sheet-files-made = { $count } evaluation sheets were written.
sheet-files-left-out = Not included, because not handed in yet: { $names }.
sheet-to-excel = Export as Excel
sheet-to-blank = Make blank sheets (PDF)
sheet-to-filled = Make filled sheets (PDF)
sheet-from-excel = Import Excel
sheet-came-excel = Imported from Excel; check it, then hand it in
sheet-import-title = Import of the evaluation sheet of { $name }
sheet-import-sum = { $count } { $count ->
    [one] change
   *[other] changes
  }, { $wrong } that cannot be imported, { $blank } { $blank ->
    [one] cell
   *[other] cells
  } still blank. Importing does not hand the sheet in yet.
sheet-import-changes = Changes
sheet-import-criterion = Criterion
sheet-import-bidder = Bidder
sheet-import-field = Cell
sheet-import-before = Now
sheet-import-after = After the import
sheet-import-field-mark = Mark
sheet-import-field-comment = Comment
sheet-import-field-may-tell = May be told
sheet-import-left-out = Left out.
sheet-import-no = No
sheet-import-nothing = Nothing in this file differs from the sheet as it stands.
sheet-import-go = Import { $count }
sheet-import-done = { $count ->
    [one] One change was imported from the evaluation sheet of { $name } ({ $skipped } left out).
   *[other] { $count } changes were imported from the evaluation sheet of { $name } ({ $skipped } left out).
}
hand-in-do-excel = Hand in as filled in with Excel
