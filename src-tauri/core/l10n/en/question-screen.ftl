# The screen of questions

questions-title = Questions
questions-count = { $count ->
    [one] { $count } question
   *[other] { $count } questions
  }
questions-deadline = until { $at }
questions-tab-all = All { $count }
questions-tab-open = Open { $count }
questions-tab-drafted = Drafted { $count }
questions-tab-approved = Approved { $count }
questions-tab-shared = Shared { $count }
questions-tab-merged = Merged { $count }
questions-tabs = Filter by state
questions-filter = More filters
questions-filter-by-bidder = Asked by
questions-filter-by-section = Section
questions-filter-by-other = Other
questions-filter-late = Came after the deadline
questions-filter-overdue = Answer overdue
questions-filter-asker = For the asker alone
questions-filter-find = Name of a bidder or a section
questions-filter-none = No filter is called “{ $query }”
questions-filter-clear = Remove all filters
questions-filter-remove = Remove filter: { $what }
questions-search = Search questions
questions-list = List of questions
questions-number = No.
questions-state = State
questions-words = Question
questions-section = Section
questions-asker = Asked by
questions-received = Received
questions-due = Due
questions-telling = names
questions-late = late
questions-declined = Declined
questions-again = changed since shared
questions-private = asker only
questions-more-askers = +{ $count }
questions-none-found = No question fits these filters.
questions-empty = Questions from vendors are gathered here. Those that come up in a meeting can be typed below, one after the other.
questions-empty-note = Reworded so that nobody can tell who asked, one answer tells every bidder the same.
questions-no-bidders = Add bidders first, then their questions can be noted.
questions-to-vendors = Open vendors
questions-note = Note a question
questions-pane-list = List
questions-pane-one = Question

question-entry = Words of the question
question-entry-example = Type a question, press Enter, go on
question-entry-bidder = Asked by
question-entry-section = Section
question-entry-channel = Received through
question-entry-no-section = No section
question-entry-hearing = Hearing
question-entry-in-hearing = Hearing of { $day }
question-entry-no-hearing = None of the hearings
question-entry-hint = Shift+Enter begins a new line. Of several pasted lines each becomes a question.
question-entry-pasted = { $count ->
    [one] Noted { $count } question
   *[other] Noted { $count } questions
  }
question-entry-noted = Noted { $number }

questions-chosen = { $count } chosen
questions-approve = Approve
questions-share = Share
questions-shared-toast = { $count ->
    [one] { $count } answer is shared. Hand it to the bidders under Distribution.
   *[other] { $count } answers are shared. Hand them to the bidders under Distribution.
  }
questions-to-distribution = Open distribution
question-share-do = Share the answer
questions-owner = Set owner
questions-due-set = Set due date
questions-merge = Merge into one
questions-delete = Delete
questions-unchoose = Clear choice
questions-left = Not approved: { $list }
questions-left-one = { $number } ({ $why })
questions-deleted = { $count ->
    [one] { $count } question
   *[other] { $count } questions
  }
questions-set-done = Set

question-steps = State
question-step-open = { question-state-open }
question-step-drafted = { question-state-drafted }
question-step-approved = Approved
question-step-shared = Shared
question-before = Question before
question-after = Next question
question-askers = Asked by
question-about = Section
question-requirement = Requirement
question-no-section = Choose a section
question-no-requirement = No requirement
question-same-section = { $count ->
    [one] { $count } question about this section
   *[other] { $count } questions about this section
  }
question-section-open = Open the section
question-since-release = “{ $title }” in release { $number }
question-since-removed = “{ $title }” has been removed since
question-received-words = Words as received
question-asker-add = Add who else asked
question-asker-find = Find a bidder
question-asker-none = There is no other bidder
question-asker-remove = Remove
question-asker-edit = Correct
question-asker-done = Done
question-wording = Wording for sharing
question-wording-hint = so that nobody can tell who asked
question-answer = Answer
question-answer-hint = goes into the answers paper as it stands
question-approved-note = Approved by { $name }, { $at }
question-approved-unnamed = Approved, { $at }
question-shared-note = { $count ->
    [one] Shared once, { $at }
   *[other] Shared { $count } times, first { $at }
  }
question-again-note = It has changed since it was shared. Until it is approved and shared again, bidders know the earlier answer.
question-telling-go = Reword
question-telling-keep = May stay
question-telling-kept = Words that may stay: { $words }
question-telling-hold-again = Hold again
question-share = Shared with
question-share-with-all = All bidders
question-share-with-asker = The asker alone
question-share-why = Why only the asker gets the answer
question-inside = Inside
question-owner = Owner
question-due = Answer due
question-changes-rfp = This answer changes the RFP
question-changes-rfp-go = Change the RFP
question-changes-rfp-note = The reason of the next addendum will name the answer to { $number }.
question-late-note = It came after the deadline for questions ({ $at }).
question-late-decide = Late question
question-late-accept = Accept and answer
question-late-decline = Decline
question-reply-write = Prepare the reply
question-reply-title = Reply to { $number }
question-reply-lead = This reply goes to who asked and to nobody else. It is the standard letter for what was decided, and can be changed here.
question-reply-to = To
question-reply-file = Write the mail draft
question-reply-written = The draft of the reply to { $name } was written
question-reply-letters = Change the standard letter
question-late-why = Reason
question-similar = Similar questions
question-similar-words = { $percent }% alike; both have: { $words }
question-similar-merge = Merge with { $number }
question-merged-note = This question is merged into { $number } and answered there.
question-merged-open = Open { $number }
question-split = Split off
question-merge-pick = Merge with another
question-merge-find = Search by number or words
question-merge-none = No question fits “{ $query }”
question-merged-toast = Merged into { $number }
question-approve = Approve the answer
question-reopen = Back to draft
question-delete = Delete the question

insight-title = What the questions say
insight-open = What the questions say
insight-back = Back to the list
insight-sections = Questions by section
insight-sections-lead = A section with { $count } or more questions is probably unclear: at least five, and at least twice the average of the other sections asked about.
insight-unclear = Unclear section
insight-whole = No section
insight-removed = Removed section
insight-count = { $count ->
    [one] { $count } question
   *[other] { $count } questions
  }
insight-bidders = Questions by bidder
insight-late = { $count } of them late
insight-median = From question to approved answer (median)
insight-median-none = No answer is approved yet
insight-many = Most questions on
