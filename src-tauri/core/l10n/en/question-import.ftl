# Questions taken over from sheets and mails

op-question-import = Import of questions from { $what }

incoming-about = (About: { $place })
incoming-empty = There is no question in this row.
incoming-long = The question is too long (up to { $most } characters).
incoming-twice = The same question as in row { $row }.
incoming-known = Already taken over as { $number }.
incoming-changed = The words of { $number } have changed. If chosen, they are renewed.
incoming-changed-shared = The words of { $number } have changed, but { $number } has been shared or joined with another. If chosen, this becomes a new question.
incoming-place = “{ $place }” is no section of the RFP. It is noted with the question.

error-mail-large = The mail is too large (up to { $most } MB). Nothing was imported. Copy its text and paste it instead.
error-mail-outlook = This is an Outlook message (.msg) and cannot be read. Nothing was imported. Save the mail as “.eml”, or copy its text and paste it.
error-mail-words = The mail holds too much text and was not read, to be safe. Nothing was imported. Copy the part with the questions and paste it.
error-mail-parts = The mail holds too many parts and was not read, to be safe. Nothing was imported. Copy the part with the questions and paste it.
error-mail-not = This file cannot be read as a mail. Nothing was imported. Choose an “.eml” file, or copy the text of the mail and paste it.
mail-note-letters = Some characters could not be read and are shown as “�”. Compare with the original mail.
mail-note-files = Attachments that are no tables are left out: { $count }

question-sheet-title = Question sheet
question-sheet-procurement = Procurement
question-sheet-release = (RFP release { $number })
question-sheet-number = Document number
question-sheet-company = Your company
question-sheet-deadline = Questions accepted until
question-sheet-how = Please write one question in each row. “Section” and “Requirement” can be chosen from a list; where the list does not fit, write a page or a few words. Insert rows if you need more. Please leave the column “Answer” as it is.
question-sheet-no = No.
question-sheet-words = Question
question-sheet-section = Section
question-sheet-requirement = Requirement
question-sheet-answer = Answer

error-question-source = Choose a file, or paste the questions.
error-question-rows = Up to { $most } rows can be taken over at once. Nothing was imported. Split them, then try again.
error-question-moved = The file or the columns changed after the preview. Nothing was imported. Check the new preview, then import again.
error-question-sheet-procurement = This question sheet belongs to another procurement, “{ $title }”. Nothing was imported.
error-question-sheet-elsewhere = This question sheet belongs to a procurement that is not in this library. Nothing was imported.
error-question-sheet-gone = The bidder this question sheet was given to is no longer in this procurement. Nothing was imported. Bring the bidder back, or paste the questions.
error-question-sheet-bidder = This question sheet was given to “{ $name }”. Nothing was imported. Change who asks to “{ $name }”, or check the file.

question-import-by-sheet = From the sheet itself
question-import-by-address = From the address of the sender ({ $address })
question-import-by-domain = From the domain of the sender ({ $address }). The address is not among the known contacts
question-import-mail = “{ $subject }” { $name } <{ $address }>
question-import-no-words = No column holds the questions yet. Choose “Question” for one of the columns.

work-questions = Importing the questions of { $name }

view-question-import = Import questions
question-import-lead = Take questions over from a bidder’s question sheet (Excel, CSV), a mail (.eml) or pasted text. Each row can be checked first. The same question is never taken over twice.
question-import-pick = Choose a file
question-import-paste = Paste rows from Excel or the text of a mail here
question-import-pasted = Pasted text
question-import-back = Back to questions
question-import-no-bidders = Add a bidder first; then its questions can be imported.
question-import-to-vendors = Add a bidder
question-import-kind-own = Question sheet
question-import-kind-table = Table
question-import-kind-mail = Text of a mail
question-import-bidder = Asked by
question-import-choose = Please choose
question-import-who = Choose who asks, then import.
question-import-at = Received
question-import-now = When imported
question-import-part = Take over
question-import-body = Text of the mail
question-import-sheet = Sheet
question-import-columns = Columns
question-import-columns-note = The next table of this vendor is read the same way.
question-import-column = Column { $number }
question-column-nothing = Leave out
question-column-words = Question
question-column-section = Section
question-column-requirement = Requirement
question-column-number = Number
question-column-person = Person
question-import-none = No question was found. Choose another sheet or column, or paste the questions.
question-import-rows = Rows: { $count }
question-import-sum = New { $fresh } · changed { $changed } · known { $same } · cannot be imported { $wrong }
question-import-go = Import { $count }
question-import-all = Choose all
question-import-choose-row = Import row { $row }
question-import-row = Row
question-import-place = Part
question-import-state = State
question-import-about = Section, person
incoming-state-new = New
incoming-state-same = Known
incoming-state-changed = Changed
incoming-state-wrong = Not possible
question-import-done = Questions imported (new { $added }, changed { $changed }, left out { $skipped }).
question-sheet-make = Make a question sheet
question-sheet-made = “{ $file }” was written.
