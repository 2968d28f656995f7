# Screens of proposals, of their comparison, and of finding estimates

rail-proposals = Proposals
view-comparison = Comparison
view-estimates = Find estimates
figure-proposals = { $received } of { $asked }
figure-proposals-late = { $count } late
money = ¥{ $amount }
tax-basis-excluded = without tax
tax-basis-included = with tax
choice-none = –
proposals-count = { $received } of { $asked } received
proposals-deadline = Due { $deadline } ({ $grace } of grace)
proposals-deadline-alone = Due { $deadline }
proposals-no-deadline = No deadline for proposals is set.
proposals-set-deadline = Set the deadline
proposals-nobody = There is no bidder yet to receive a proposal from.
proposals-nobody-note = Once there are bidders, receipt, estimates and required items are recorded here.
proposal-waiting = Not received yet
proposal-waiting-lead = This proposal has not come yet. Record the time of receipt when it does.
proposal-now = Now, where empty
proposal-record = Record the receipt
proposal-record-note = The status of the bidder becomes “Proposal received” with it. Both can be undone.
proposal-recorded = Receipt of the proposal of “{ $name }” recorded
proposal-of = Proposal of { $name }
proposal-remove = Remove the record of this proposal
total-unknown = Total not known
forms-label = Write forms
forms-estimate = Estimate forms (Excel) for all bidders
forms-response = Response sheets (Excel) for all bidders
comparison-open = Compare side by side
estimates-open = Find estimates

proposal-tab-receipt = Receipt and team
proposal-tab-estimate = Estimate
proposal-tab-files = Files
proposal-tab-items = Required items
proposal-tab-requirements = Answers to requirements
items-figure-partly = { $count } partly
items-figure-missing = { $count } missing
proposal-received-fixed = The decision is made, so the time it came can no longer be changed. Where it is wrong, take the decision back first.

punctuality-word-on-time = On time
punctuality-word-unclear = Time missing
punctuality-word-in-grace = In grace
punctuality-word-late = Late
punctuality-no-deadline = No deadline is set, so it cannot be said whether it came in time.
punctuality-on-time = It came by the deadline ({ $deadline }).
punctuality-unclear = It came on the day of the deadline ({ $deadline }). Enter the time of day to see whether it came in time.
punctuality-in-grace = It came { $after } after the deadline ({ $deadline }), within the { $grace } of grace.
punctuality-late = It came { $after } after the deadline ({ $deadline }), beyond the { $grace } of grace.
punctuality-late-without-grace = It came { $after } after the deadline ({ $deadline }).
late-open = not decided
late-lead-late = It is not compared or judged until it is accepted.
late-lead-grace = It came in grace and is compared and judged. If it does not meet the conditions of grace, record that it is not accepted.
late-accept = Accept…
late-refuse = Do not accept…
late-record-accepted = Record as accepted
late-record-refused = Record as not accepted
late-back = Take the decision back

estimate-none = No estimate has been entered yet.
estimate-begin = Enter the estimate
estimate-revision = Estimate { $revision }
estimate-line-add = Type an item and press Enter
line-over-term = Amount over the term
estimate-past = Earlier estimates
estimate-revise = Add a later estimate
estimate-fixed = A sheet was handed in or the decision made, so this estimate can no longer be changed. Only a date or a file that is missing can still be entered. Where the price is another now, add a later estimate with its reason.
estimate-revise-note = A new estimate begins with the present lines. The present one stays as it is.
estimate-revise-go = Begin the later estimate
estimate-remove = Remove estimate { $revision }
total-without-label = Total without tax
total-with-label = Total with tax
total-no-price = No price is in yet, so there is no total.
estimate-line-no-months = This quantity counts once over the whole term. For a monthly quantity choose “Monthly”.
estimate-line-beyond = without months after the term
total-provisional = The price of a line is not known, so the total is provisional.
total-how = How the total came about
line-open = The unit price is not known

proposal-files-none = There are no files yet. Proposals, estimates, response sheets and photos are kept as they came.
proposal-file-add = Add files
proposal-file-note = They are kept as they came and can be checked by their SHA-256.
bind-order = Order
bind-choose = Choose for binding: { $name }
bind-title = Bind photos or scans into one PDF
bind-lead = Choose photos or scans above in the order of the pages: pictures as JPEG, PNG, TIFF, WebP or GIF. They are turned upright and keep their resolution. They stay as well, and a PDF stays as it came.
bind-file-name = Name of the PDF
bind-name = Bound photos
bind-make = { $count ->
    [one] Bind 1 file
   *[other] Bind { $count } files
}
bind-made = { $count ->
    [one] 1 page bound into “{ $name }”
   *[other] { $count } pages bound into “{ $name }”
}

picks-only-open = Only those still open ({ $count })
picks-keys = 1–{ $last } choose, 0 takes back, ↑↓ move
items-none = There are no required items yet.
items-enter = Enter required items
requirements-none = There are no requirements yet.
requirements-enter = Enter requirements

import-estimate = Import from an estimate form or a table
import-response = Import from a response sheet
import-estimate-lead = Reads the estimate form you gave out, or a table with headings such as “Item” and “Unit price”. You see what was read before it is taken over.
import-response-lead = Reads the response sheet you gave out, or a table with the headings “Number” and “Answer”. You see what changes before it is taken over.
import-paste = Paste a table here, with its headings
import-own = A form you gave out
import-months = Months
import-state-new = New
import-state-same = Same
import-state-changed = Changed
import-state-wrong = Check
import-from-to = { $from }–{ $to }
import-gone = In the present estimate but not in this table: { $list }
import-estimate-go = { $count ->
    [one] Take over 1 line
   *[other] Take over { $count } lines
}
import-estimate-later = Take over as a later estimate
import-response-go = { $count ->
    [one] Take over 1 answer
   *[other] Take over { $count } answers
}
import-take = Take over
proposal-imported = Taken over

comparison-basis = Totals run over a contract term of { $months } { $months ->
    [one] month
   *[other] months
  }, with { $rate }% consumption tax.
comparison-back = Back to the proposals
comparison-none = No proposal to compare has come yet.
comparison-what = What is compared
comparison-tab-overview = Overview
comparison-tab-items = Required items
comparison-tab-requirements = Requirements
comparison-differing = Only rows that differ
comparison-waiting = Not received yet: { $list }
compare-received = Received
compare-one-off = One-off part (without tax)
compare-monthly = Monthly part (without tax)
compare-unit = Unit × quantity part (without tax)
compare-change = Change of the estimate (without tax)
not-admitted = Not compared
provisional = Provisional
lowest = Lowest
not-said = Not said
none-there = None
not-looked = Not checked
page-at = p. { $page }
items-sum = Present { $present } · in part { $partly } · missing { $missing }
items-unchecked = Not checked: { $count }
items-lacking = Missing: { $list }
fits-sum = Met { $full } · in part { $partly } · alternative { $alternative } · not met { $none }
answers-unsaid = Not answered: { $count }
answers-unmet = Musts not met: { $list }
answers-half-met = Musts met in part or otherwise: { $list }

estimates-lead = Finds estimates of all procurements by date, amount and party.
estimates-from = Date from
estimates-to = Date to
estimates-least = Amount from
estimates-most = Amount to
estimates-party = Party
estimates-found = { $count ->
    [one] 1 estimate. Amounts are totals over the term; with or without tax may fit.
   *[other] { $count } estimates. Amounts are totals over the term; with or without tax may fit.
}
estimates-none = There is no estimate yet.
estimates-none-note = Estimates entered with a proposal, and files of estimates, are found here.
estimates-no-fit = No estimate fits.
estimates-no-fit-note = Leave something out, or widen a range.
estimates-no-file = No file
estimate-index-export = Write the index (Excel)
estimate-index-made = The index was written
fit-pick-full = Met
fit-pick-partly = In part
fit-pick-alternative = Alternative
fit-pick-none = Not met
estimate-columns-say = It is not clear which column holds what. Please choose below. Nothing is taken over yet.
estimate-column-amount = Amount (quantity included)
estimate-column-months = Number of months

# Prices that are still closed
prices-closed-note = By the rules, prices stay closed until everybody has handed in the rest. Estimates are entered under each bidder.
prices-closed-cell = closed
prices-closed-entered = entered, closed
prices-closed-lead = What is entered here is not shown again until prices are opened. To correct a price, type it anew in its line.
prices-open = Open the prices
prices-open-title = Open the prices before everybody has handed in?
prices-open-lead = From here on prices show in the evaluation sheets too. The reason is printed in the selection report under the changes since criteria were fixed.
prices-open-reason = Why they are opened
prices-opened-toast = The prices are open. The reason is on record.
prices-open-final = This cannot be undone
