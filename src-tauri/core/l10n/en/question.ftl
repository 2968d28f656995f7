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
