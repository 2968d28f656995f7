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
