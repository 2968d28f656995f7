# Facts of a procurement: names, units, choices, holidays

plain = { $text }

fact-doc-title = Title
fact-doc-number = Document number
fact-doc-calendar = Years written as
fact-doc-confidentiality = Confidentiality
fact-doc-confidentiality-long = How to keep it confidential
fact-issuer-company = Issuer
fact-issuer-department = Issuing department
fact-issuer-product = Product or service concerned
fact-issuer-address = Address
fact-contact-role = Contact
fact-contact-person = Person in charge
fact-contact-mail = Mail
fact-contact-phone = Phone
fact-contact-hours = Hours
fact-submission-to = Proposals go to
fact-submission-means = Means
fact-submission-formats = File formats
fact-submission-max-mb = Largest size
fact-submission-grace-minutes = Grace for lateness
fact-contract-kind = Kind of contract
fact-contract-start = Contract begins
fact-contract-end = Contract ends
fact-contract-notice-days = Notice against renewal
fact-schedule-rfp-issue = Release of the RFP
fact-schedule-question-deadline = Deadline for questions
fact-schedule-answer-date = Answers sent
fact-schedule-proposal-deadline = Deadline for proposals
fact-schedule-presentation-from = Presentations begin
fact-schedule-presentation-to = Presentations end
fact-schedule-decision = Internal approval
fact-schedule-notice = Notice of the result
fact-schedule-contract = Contract signed
fact-schedule-service-start = Service begins
fact-schedule-handover-complete = All work handed over

unit-megabytes = { $count } MB
unit-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
length-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
length-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
unit-days = { $count ->
    [one] { $count } day ahead
   *[other] { $count } days ahead
}

calendar-western = Western years
calendar-era = Reiwa

holiday-new-year = a holiday (New Year's Day)
holiday-coming-of-age = a holiday (Coming of Age Day)
holiday-foundation = a holiday (National Foundation Day)
holiday-emperor = a holiday (the Emperor's Birthday)
holiday-vernal = a holiday (Vernal Equinox Day)
holiday-showa = a holiday (Showa Day)
holiday-constitution = a holiday (Constitution Memorial Day)
holiday-greenery = a holiday (Greenery Day)
holiday-children = a holiday (Children's Day)
holiday-marine = a holiday (Marine Day)
holiday-mountain = a holiday (Mountain Day)
holiday-aged = a holiday (Respect for the Aged Day)
holiday-autumnal = a holiday (Autumnal Equinox Day)
holiday-sports = a holiday (Sports Day)
holiday-culture = a holiday (Culture Day)
holiday-labour = a holiday (Labour Thanksgiving Day)
holiday-substitute = a holiday (substitute holiday)
holiday-between = a holiday (citizens' holiday)
rest-saturday = a Saturday
rest-sunday = a Sunday
rest-closed = a closed day
rest-closed-named = a closed day ({ $name })
rest-expected = expected to be { $name }

bidder-candidate = Candidate
bidder-invited = Invited
bidder-hearing = Hearing requested
bidder-declined = Declined
bidder-received = Proposal received
bidder-shortlisted = Shortlisted
bidder-awarded = Awarded
bidder-not-awarded = Not awarded
bidder-withdrawn = Withdrawn
bidder-disqualified = Disqualified

schedule-reason-issue = Everything is counted from here.
schedule-reason-questions = { $days } business { $days ->
    [one] day
   *[other] days
  } after release. Bidders need about two weeks to read and to gather their questions.
schedule-reason-answers = { $days } business { $days ->
    [one] day
   *[other] days
  } after the deadline for questions. Time to ask the departments concerned and to answer all bidders at once.
schedule-reason-proposals = { $days } business { $days ->
    [one] day
   *[other] days
  } after the answers. Time to read them and finish proposal and estimate.
schedule-reason-presentations = { $days } business { $days ->
    [one] day
   *[other] days
  } after the deadline. Read the proposals and note what to ask before hearing them.
schedule-reason-presentations-end = { $days ->
    [one] { $days } business day later.
   *[other] { $days } business days later.
} The same length of time for every bidder.
schedule-reason-decision = { $days } business { $days ->
    [one] day
   *[other] days
  } after the presentations. Time to settle the marks and to get the approval.
schedule-reason-notice = { $days } business { $days ->
    [one] day
   *[other] days
  } after the approval. Tell everyone on the same day, chosen or not.
schedule-reason-contract = { $days } business { $days ->
    [one] day
   *[other] days
  } after the notice. Time to read the contract and for the legal review.
schedule-reason-start = { $days } business { $days ->
    [one] day
   *[other] days
  } after signing. Badges and accounts are made ready.
schedule-reason-handover = { $days } business { $days ->
    [one] day
   *[other] days
  } after the start. Work is handed over task by task.

weeks-alt = Schedule from { $from } to { $to }. { $list }
weeks-alt-item = { $what } { $date }
weeks-alt-joint = {"; "}
weeks-ahead-alt = The { $weeks } weeks from { $from } to { $to }. { $list }
weeks-ahead-item = { $title }: { $dates }
weeks-ahead-joint = {". "}
