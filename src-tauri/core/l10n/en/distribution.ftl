# Distribution

column-shared-item-kind = Kind
column-shared-item-title = Name
column-shared-item-round = Round
column-shared-item-name = File name
column-distribution-state = State
column-distribution-mail = Mail address
column-distribution-subject = Subject
column-distribution-body = Text
column-distribution-sent-at = Sent
column-distribution-means = Means
column-distribution-sent-by = Sent by
column-distribution-note = Note
column-distribution-unsent-reason = Why it was not sent
column-distribution-received-at = Receipt confirmed
column-distribution-receipt = How it was confirmed
column-distribution-file-kind = Kind
column-distribution-file-name = File name

distribution-state-prepared = Prepared
distribution-state-sent = Sent
distribution-state-unsent = Not sent after all
distribution-means-mail = Mail
distribution-means-meeting = In a meeting
distribution-means-folder = Shared folder
distribution-means-post = Post
distribution-means-other = Other
shared-item-kind-answer = Answer
shared-item-kind-file = File

# Values as the history shows them
value-distribution-state-prepared = { distribution-state-prepared }
value-distribution-state-sent = { distribution-state-sent }
value-distribution-state-unsent = { distribution-state-unsent }
value-distribution-means-mail = { distribution-means-mail }
value-distribution-means-meeting = { distribution-means-meeting }
value-distribution-means-folder = { distribution-means-folder }
value-distribution-means-post = { distribution-means-post }
value-distribution-means-other = { distribution-means-other }
value-shared-item-kind-answer = { shared-item-kind-answer }
value-shared-item-kind-file = { shared-item-kind-file }

# What was given, and gaps
known-release = the RFP (release { $number })
known-addendum = the addendum (release { $number })
known-answers = { $count ->
    [one] 1 answer
   *[other] { $count } answers
  }
known-files = { $count ->
    [one] 1 file
   *[other] { $count } files
  }
known-joint = {", "}
known-last-joint = {" and "}

error-share-nothing = There is no new answer to share. Those you chose are shared already as they stand.
error-share-no-asker = { $number } is to be answered to the asker alone, but no asker is recorded. Choose who asked, then share it.
error-share-other-kind = “{ $name }” cannot be replaced. Only a file of the same procurement can. Nothing was changed.
error-share-in-use = “{ $name }” is part of a distribution and cannot be withdrawn. To replace it, add a new file.
error-distribution-moved = What is to be given has changed in the meantime. Nothing was recorded. Look at the distribution and prepare it again.
error-distribution-not-sent = The distribution to { $name } is not recorded as sent yet. Record that it was sent first.
error-distribution-sent = The distribution to { $name } is recorded as sent already. The record stays as it is.
error-distribution-unsent = The distribution to { $name } is recorded as not sent after all. To give it, prepare it again.
error-distribution-ahead = A moment that has not come cannot be recorded. Check when it was sent, and enter that.
error-distribution-before-prepared = The distribution to { $name } was prepared after that time. Nothing has been recorded. Check when it was sent, and enter that.
error-distribution-before-sent = What went to { $name } cannot be received before it was sent. Nothing has been recorded. Check when the receipt was confirmed, and enter that.
error-distribution-no-means = Choose by what means it was given. Nothing has been recorded yet.
error-distribution-no-reason = Say why it was not sent. Nothing has been recorded yet.

# The matrix
bundle-release = RFP, release { $number }
bundle-addendum = Addendum, release { $number }
bundle-answers = Answers, no. { $round }
bundle-alone = Individual answers, no. { $round }
bundle-one = { $first }
bundle-range = { $count ->
    [one] { $first } to { $last }, { $count } answer
   *[other] { $first } to { $last }, { $count } answers
}
bundle-count = { $count ->
    [one] { $count } answer
   *[other] { $count } answers
}
party-since = since { $date }
cell-gap = Not given
cell-missed = Not given until the decision
cell-not-meant = Not meant
cell-replaced = Replaced
cell-after = No longer in
gap-bidder = { $name } has not received { $list }.
gap-missed = Until the decision, { $name } had not received { $list }.

# Answers paper
answers-kind = Answers to questions, no. { $round }
answers-title = Questions and answers on the request for proposal { $number }
answers-title-unnumbered = Questions and answers on the request for proposal
answers-running = Answers to questions, no. { $round }  { $number }
answers-version = no. { $round }
answers-opening = These are the answers to the questions received so far. Answers shared with all companies are the same for every company and do not name who asked. The answers are part of the request for proposal and take precedence over its text.
answers-opening-alone = Answers marked “Askers only” go only to the companies that asked the question, because their content would show who asked.
answers-general = General
answers-sum = Answers in this paper
answers-sum-section = Section of the RFP
answers-sum-count = Questions
answers-sum-fresh = New
answers-sum-changed = RFP changed
paper-given-question = Question
paper-given-answer = Answer
paper-given-fresh = New since last time
paper-given-changed = RFP changed
paper-given-answered = Answered
paper-given-alone = Askers only

# Ledger
ledger-kind = Distribution ledger
ledger-title = { $title }: who received what, and when
ledger-version = { $count ->
    [one] 1 distribution
   *[other] { $count } distributions
  }
ledger-foot = Entries are never altered after a distribution; a correction is a new entry
ledger-fact-items = To be given
ledger-fact-bidders = Bidders
ledger-count-items = { $count ->
    [one] 1 item
   *[other] { $count } items
  }
ledger-count-bidders = { $count }
ledger-count-gaps = { $count }
ledger-no-gap = There is no gap. Everything that is to be given has been given.
ledger-legend-when = Times are when it was sent, Japan time, as entered by who recorded it; where none was entered, when it was recorded. Small type tells the means; “mail” is a mail to one addressee. The list of distributions names who recorded the sending.
ledger-legend-gap = “Not given”: still to be given. “Not meant”: an individual answer that need not be given. “Not given until the decision”: shared while the company was in the running, and not given to it before it was not awarded. “No longer in”: not given because the company declined, withdrew or was disqualified, or was not awarded before it was shared.
ledger-group-releases = Releases and addenda
ledger-group-answers = Answers to questions
ledger-group-files = Other files
ledger-what = { $what } ({ $numbers })
ledger-receipt = receipt confirmed { $at }  { $how }
ledger-unsent = recorded on { $at } as not sent after all: { $reason }
paper-given-item-no = Number
paper-given-item = Item
paper-given-issued-on = Issued
paper-given-gaps = Not given
paper-given-acts = Distributions
paper-given-act-no = No.
paper-given-act-at = Sent
paper-given-act-to = To
paper-given-act-what = What
paper-given-act-how = Means, recorded by
paper-given-files = Files and SHA-256
paper-given-open-head = What was not given
ledger-sheet-status = Status
ledger-sheet-acts = Distributions
ledger-sheet-files = Files
ledger-col-mail = Mail address
ledger-col-means = Means
ledger-col-by = Recorded by
ledger-col-notes = Receipt, correction, note
ledger-col-file = File name
ledger-col-bytes = Bytes
answers-sheet-name = Answers
answers-col-section = Section
answers-col-mark = Mark
paper-given-number-of = No.

# What a cover mail says it brings
enclosed-rfp = our request for proposal
enclosed-addendum = its addendum
enclosed-answers = our answers to the questions so far
enclosed-files = further papers
enclosed-question-sheet = a question sheet
enclosed-forms = the forms to return
enclosed-all = { $first } and { $last }

file-kind-answers = Answers
file-kind-mail = Mail
file-kind-reply = Reply
work-distribution = Making the files for { $name }
pack-no-mail = There is no mail address. No draft of a mail is made.
pack-missing = The letter has no value for: { $list }
error-letter-names = “{ $words }” in the template “{ $letter }” tells of { $name }, so it cannot go to other companies. Nothing was made. Take these words out of the template.
error-distribution-nothing = There is nothing to give to the companies you chose. They have everything.
error-share-large = The file is too large. Choose one of at most { $limit } MB. Nothing was added.

# The screen of distributions
view-distribution = Distribution
knowledge-label = Who knows what
knowledge-lead = Who received what, and when
knowledge-table = Items against bidders
knowledge-items = To be given
knowledge-lacking = Not given
knowledge-gaps = { $count }
knowledge-none = none
knowledge-open-row = What { $name } holds
knowledge-open-bidder = Distributions to { $name }
knowledge-open-distribution = Show this distribution
shared-file-title = Add a file
shared-file-lead = “{ $name }” becomes one of the files to be given. It is handed over once it is made ready and sent.
shared-file-name = Name in lists
shared-file-for = For
shared-file-all = All bidders
shared-file-only = Only those chosen
shared-file-replaces = Takes the place of
shared-file-new = Nothing (a new file)
shared-file-do = Add
error-share-empty = “{ $name }” is an empty file, so it was not added. Check the file and choose it again.
error-share-nobody = Nobody was chosen, so the file was not added. Choose a company, or all bidders.
shared-file-add = Add a file
ledger-export = Export the ledger
ledger-toast = Ledger written as PDF and Excel
distribution-empty = There is nothing to give yet. Release the RFP or share answers, and they stand here.
distribution-empty-act = See the releases
distribution-nobody = There are no bidders yet. Add some to see here who was given what.
distribution-nobody-act = Add bidders
distribution-empty-note = Nothing counts as given until you record that it was sent.
give-label = What is given
give-tab = To give
give-lead = One mail to each company. No Cc, no Bcc.
give-everything = Prepare everything, what was given before included
give-none = Everything has been given.
give-note = Papers and the draft of a mail go into a folder for each company. Record the sending once you have sent them.
give-make = { $count ->
    [one] Prepare for 1 company
   *[other] Prepare for { $count } companies
  }
pack-to = To
pack-items = Items
pack-files = Files
pack-mail = Subject and text of the mail
letters-open = Edit the template
acts-tab = Record
acts-all = Show all companies
acts-none = There is no distribution yet.
act-prepared = prepared { $at }
act-sent = { $at }  { $means }  { $by }
act-received = receipt confirmed { $at }  { $how }
act-unsent = recorded on { $at } as not sent after all: { $reason }
act-files = { $count ->
    [one] 1 file
   *[other] { $count } files
  }
act-export = Write the files again
act-send = Record as sent
act-discard = Discard
act-receipt = Note the receipt
act-unsend = Not sent after all
prepared-toast = { $count ->
    [one] Prepared for 1 company. Record it once it is sent
   *[other] Prepared for { $count } companies. Record each once it is sent
  }
prepared-for = What was prepared for { $name }
copy-lead = Copy:
copy-address = address
copy-subject = subject
copy-body = text
copied-words = Copied: { $what }
copy-failed = Not copied: { $what }. Open the text, select it and copy it
distribution-irreversible = I know that this record cannot be taken back
sent-note-irreversible = A record of sending cannot be taken back.
sent-all = Record all { $count } as sent
sent-title = { $count ->
    [one] Record one distribution as sent
   *[other] Record { $count } distributions as sent
  }
sent-lead = From then on these count as given. A mistake is not undone but answered by “not sent after all”.
sent-seal = Record as sent
sent-at = When
sent-now = now, if left empty
sent-means = Means
sent-by = Sent by
sent-note = Note
unsent-title = Record as not sent after all
unsent-lead = What went to { $name } ({ $what }) counts as not given. Its gaps are open again; the record of the sending stays.
unsent-seal = Record as not sent
unsent-reason = Reason
receipt-title = Note the receipt
receipt-lead = { $name } has confirmed that it arrived.
receipt-seal = Note it
receipt-at = When
receipt-how = How
receipt-how-hint = reply by mail, by phone …

rail-distribution = { view-distribution }
figure-lacking = { $count ->
    [one] 1 gap
   *[other] { $count } gaps
}
missing-given = { $count ->
    [one] 1 company has
   *[other] { $count } companies have
  } not received everything ({ $items } in all).
