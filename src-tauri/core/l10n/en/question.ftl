# Questions and answers

column-question-number = Number
column-question-wording = Wording for sharing
column-question-answer = Answer
column-question-state = State
column-question-share = Shared with
column-question-share-reason = Why the asker alone
column-question-owner = Owner
column-question-due = Due
column-question-late = Late question
column-question-late-reason = Why
column-question-changes-rfp = Changes the RFP
column-question-approved-by = Approved by
column-question-asker-received-at = Received
column-question-asker-channel = Received through
column-question-asker-person = Person
column-question-asker-words = Words as received

question-state-open = Open
question-state-drafted = Drafted
question-state-approved = Approved
question-state-shared = Shared
question-state-merged = Merged
question-share-all = All bidders
question-share-asker = The asker alone
question-late-accepted = Accepted
question-late-declined = Declined
question-channel-meeting = Meeting
question-channel-mail = Mail
question-channel-phone = Phone
question-channel-sheet = Question sheet
question-channel-other = Other

# Values as the history shows them
value-question-state-open = { question-state-open }
value-question-state-drafted = { question-state-drafted }
value-question-state-approved = { question-state-approved }
value-question-state-shared = { question-state-shared }
value-question-state-merged = { question-state-merged }
value-question-share-all = { question-share-all }
value-question-share-asker = { question-share-asker }
value-question-late-accepted = { question-late-accepted }
value-question-late-declined = { question-late-declined }
value-question-asker-channel-meeting = { question-channel-meeting }
value-question-asker-channel-mail = { question-channel-mail }
value-question-asker-channel-phone = { question-channel-phone }
value-question-asker-channel-sheet = { question-channel-sheet }
value-question-asker-channel-other = { question-channel-other }

# What holds an answer
question-hold-merged = Merged into another question
question-hold-declined = Late and declined
question-hold-no-answer = There is no answer
question-hold-no-wording = There is no wording for sharing
question-hold-no-reason = No reason why only the asker gets the answer
question-hold-unapproved = The answer is not approved
question-hold-telling = { $count ->
    [one] { $count } place still shows who asked. The question cannot be shared until it is reworded.
   *[other] { $count } places still show who asked. The question cannot be shared until they are reworded.
  }
question-tells-company = “{ $words }” is a name of { $name }
question-tells-person = “{ $words }” is somebody at { $name }
question-tells-mail = “{ $words }” is a mail address of { $name }
question-tells-phone = “{ $words }” is a telephone of { $name }
question-tells-own = “{ $words }” is how the asker speaks of itself
question-tells-voice = “{ $words }” is the asker speaking. It may be shared like this.
question-median-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
  }
question-median-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
  }
question-addendum-reason = To take up the answers to { $numbers }

error-question-none = No question is chosen. Nothing was changed. Choose one in the list.
error-question-empty = Nothing was noted, because there are no words. Type the question.
error-question-asker = Nothing was noted, because no asker is chosen. What you typed is kept. Choose a bidder.
error-question-asker-twice = This vendor is among those who asked { $number } already. Nothing was changed. Its words can be corrected with “Edit”.
error-question-asker-last = Nobody else asked { $number }, so this vendor was not removed. Add who else asked first, or delete the question.
error-question-reply = No reply was made, because nothing is decided about late question { $number }. Choose first whether it is accepted or declined.
error-reply-names = “{ $words }” in the reply tells of { $name } and shows who else takes part, so it was not written. Take these words out; your text is kept.
error-reply-no-mail = { $name } has no mail address, so no draft was made. Copy the text, or enter the address under Vendors.
error-question-merged = { $number } is merged into another question and was not changed. Edit the question it was merged into, or split it off first.
error-question-declined = { $number } was declined. Nothing was changed. To answer it, accept it first.
error-question-no-answer = { $number } has no answer and was not approved. Write the answer first.
error-question-no-wording = { $number } has no wording for sharing and was not approved. Write one that does not show who asked.
error-question-no-reason = { $number } says no reason why only the asker gets the answer and was not approved. Enter the reason.
error-question-unapproved = The answer to { $number } is not approved and was not shared. Approve it, then try again.
error-question-telling = { $number } still holds words that show who asked ({ $words }) and was not shared. Reword it, or confirm that they may stay.
error-question-shared = { $number } has been shared and was not deleted. To correct the answer, edit it and share it again.
error-question-merge-shared = { $number } has been shared and was not merged into { $into }. Merge { $into } into { $number } instead.
error-question-decline-shared = { $number } has been shared and cannot be declined. Nothing was changed.
question-tells-price = “{ $words }” reads as a price of { $name }.
pack-telling = “{ $words }” in { $item } tells of { $name }. Nothing can be made for this company like this.
error-pack-telling = “{ $words }” in { $item } would tell { $to } of { $name }. Nothing was made. Reword the answer and share it again, or confirm on the screen of questions that the words may stay; share a file anew under another name.
