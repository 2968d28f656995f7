# Letters

column-letter-subject = Subject
column-letter-body = Text

letter-field-addressee = Salutation
letter-field-attachments = List of attachments
letter-field-enclosed = What is enclosed
letter-field-answers-list = Answers in this issue
letter-field-answers-number = Number of the answers paper
letter-field-doc-release = Release
letter-field-answer-date = Day of the answer
letter-field-question-received-at = When the question came
letter-field-question-summary = The question in short
letter-unknown-field = There is no field “{ $field }”. Check its spelling or choose one from the list. Sent like this, the braces stay in the mail.
letter-late-accepted = [If it is answered]
letter-late-declined = [If it is not answered]
letter-open-braces = “{"{{"}” and “{"}}"}” do not pair up. Sent like this, the braces stay in the mail.

# Salutations
letter-to-company = Dear { $company },
letter-to-person = Dear { $person },

# The screen of templates
view-letters = Mail templates
letters-language = Language of the templates
letters-ja = Japanese
letters-en = English
letter-own = Changed
letter-subject = Subject
letter-body = Text
letter-reset = Go back to the original words
letter-fields = Fields
letter-fields-note = What stands in double braces is filled in for each procurement and addressee.
letter-preview = How it reads
letter-preview-note = What differs between procurements is shown by its name in brackets.
letter-field-bidder-company = Company addressed
letter-field-notice-strengths = What was good
letter-field-notice-reasons = Reasons told
letter-field-notice-reasons-award = What we valued
letter-field-notice-conditions = What is asked before the contract
letter-field-notice-feedback-until = Last day for inquiries
