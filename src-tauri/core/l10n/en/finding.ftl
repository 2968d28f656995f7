# Findings, and the sentences with which input is refused

finding-date-order = “{ $second }” ({ $second-date }) must come after “{ $first }” ({ $first-date }).
finding-date-past = { $what }: { $date } has already passed. Set a day that is still to come.
finding-release-day = The schedule says { $date } for “{ $what }”. Released today, the RFP bears { $today }.
finding-rest-day = { $what }: { $date } is { $reason }. The business day before is { $before }, the one after { $after }.
finding-no-time = { $what } has no time of day. With a time such as 17:00 nobody can misunderstand it.
finding-short-span = { $days ->
    [one] Only { $days } business day
   *[other] Only { $days } business days
} from “{ $from }” to “{ $to }”. With { $least } or more there is time to prepare.
finding-date-missing = { $what } is not set.
finding-fact-missing = { $what } is not filled in.
finding-no-contact = There is nobody to ask. Fill in a mail address or a telephone number.
finding-no-criteria = There are no criteria. Saying what counts makes proposals comparable.
finding-weight-missing = { $count ->
    [one] { $count } criterion has no weight.
   *[other] { $count } criteria have no weight.
}
finding-parts-weight = “{ $title }” weighs { $weight }, but its parts add up to { $sum }.
finding-no-items = No required items of a proposal. With them, proposals can be laid side by side.
finding-no-evaluators = No evaluators are named.
finding-no-duties = What { $name } judges is not written down.
finding-no-bidders = No bidders yet. Aim for at least two proposals.
finding-few-bidders = { $count ->
    [one] Only { $count } bidder.
   *[other] Only { $count } bidders.
} To compare, it takes at least two.
finding-few-proposals = { $count ->
    [0] The deadline has passed without a valid proposal. At least two are needed to compare.
    [one] The deadline has passed with one valid proposal only. At least two are needed to compare.
   *[other] The deadline has passed with { $count } valid proposals. At least two are needed to compare.
}
finding-bidder-no-contact = { $name } has no person and no mail address to write to.
finding-bidder-no-mail = { $name } has no mail address.
finding-bidder-no-person = { $name } has no person to write to.
weights-not-100 = Weights add up to { $sum }. Make them 100.
weights-are-100 = Weights add up to 100.

stage-facts = Entering facts
stage-writing = Writing the RFP
stage-questions = Taking questions
stage-answers = Preparing answers
stage-proposals = Awaiting proposals
stage-evaluation = Evaluating
stage-notices = Decided; notices to be sent
stage-contract = Decided; preparing the contract
stage-ended = Ended without an award
stage-running = Service running
figure-empty-sections = { $count } empty
figure-sections = { $count ->
    [one] { $count } section
   *[other] { $count } sections
}
figure-missing = { $count } missing
figure-bidders = { $count ->
    [one] { $count } bidder
   *[other] { $count } bidders
}
figure-findings = { $count } to check
figure-release = Release { $number }
figure-addendum = Addendum
figure-questions = { $count }
figure-questions-open = { $count } open
figure-questions-drafted = { $count } to approve
figure-questions-approved = { $count } to share
figure-questions-overdue = { $count } late
figure-questions-late = { $count } to decide
due-answers = { $count ->
    [one] { $count } answer to a question
   *[other] { $count } answers to questions
}
due-overdue = { $days ->
    [one] { $days } business day late
   *[other] { $days } business days late
}
due-rest-day = { $reason }; the business day before is { $before }
missing-facts = Facts not filled in: { $list }
missing-sections = { $count ->
    [one] { $count } section is not written
   *[other] { $count } sections are not written
}
missing-list-joint = {", "}
missing-more = { $list } and more, { $count } in all
addendum-due = Something already released has changed. An addendum is due.

error-date-none = There is no such day or time. What you typed is kept. Check the figures.
error-date-weekday = The weekday does not fit: it is { $date }. What you typed is kept. Correct the date or the weekday.
error-number = This cannot be read as a number. What you typed is kept. Enter a number from 0 to { $limit }.
error-total = The numbers are too large to be added up. Marks and weights are saved. Check the digits of the weights.
error-weight = This cannot be read as a weight. What you typed is kept. Enter a number like 20 or 7.5.
error-mail = This cannot be read as a mail address. What you typed is kept. Enter one address, like name@company.example.
error-choice = This is none of the choices. The value is as before. Choose one from the list.
error-field = There is no such field ({ $field }). Nothing was changed.
error-too-long = This is too long and was not saved. What you typed is kept. Shorten it to { $limit } characters.
error-title-empty = A title cannot be empty. The title is as before.
error-name-empty = The name is empty. Nothing was saved. Enter a name.
error-bidder-twice = “{ $name }” is already a bidder. It was not added again.
error-vendor-twice = There is already a company named “{ $name }”. The name was not changed.
error-moved-away = The item to move next to was not found. The order is as before. Try again.
error-two-levels = Only two levels are possible. The order is as before.
error-closed-days = The closed days end before they begin. Nothing was entered. Check the dates.
error-from = A procurement cannot be made from “{ $from }”. Nothing was made.
