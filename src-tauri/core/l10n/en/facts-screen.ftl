# Facts and vendors

facts-lead = What you enter here is used in the RFP and its addenda as it stands.
facts-group-document = Document
facts-group-issuer = Issuer
facts-group-contact = Contact
facts-group-submission = Submission
facts-group-contract = Contract
fact-moved = Changed since release { $release }
fact-was = As released: { $was }
severity-stop = To correct
severity-warn = To check
severity-note = Note
go-to-field = Go to it
findings-label = What stands out

schedule-milestone = Milestone
schedule-date = Date and time
schedule-reads = As the papers say it
schedule-gap = Since the one before
schedule-typing = Type 12/4 17:00, 2026-12-04 or R8.12.4
business-days = { $days ->
    [one] 1 business day
   *[other] { $days } business days
  }
date-unset = Not set
schedule-suggest = Suggest dates
schedule-suggested = Suggested dates
schedule-from = RFP issued on
schedule-from-today = next business day
schedule-rule = Avoids weekends, holidays and your company's days off
schedule-keep = Leave dates already entered as they are
schedule-apply = Use these dates
schedule-applied = Dates entered
empty-schedule = Enter the dates from issuing the RFP to the start of the service. A suggestion counted in business days gets you going.

evaluators = Evaluators
evaluators-lead = Who judges the proposals, and their duties
evaluator-add = Name of an evaluator
empty-evaluators = Say here who judges what.
column-name = Name
column-reading = Reading
column-department = Department
column-role = Role
column-duties = Duties in the review
column-adviser = Advises only
criteria = Criteria
criteria-lead = What is compared, and its weight
criterion = Criterion
criterion-add = Name of a criterion
criterion-add-inside = Add a part
column-asks = What to look at
weight = Weight
weights-total = Weights add up to
empty-criteria = List what proposals are compared by. The weights add up to 100.

items-lead = What every proposal has to contain
item-add = Name of a required item
item-add-inside = Add a part
required-item = Required item
empty-items = List what every proposal must contain. Proposals in the same order are easier to compare.

row-unnamed = Unnamed
row-new = New item
move-column = Reorder
number-column = Number
actions-column = Actions
drag-hint = Drag to reorder, or use Alt+↑↓
paste-hint = You can paste a table from Excel
paste-left = { $count ->
    [one] One pasted row is not added yet. Correct it here and add it again.
   *[other] { $count } pasted rows are not added yet. Correct them here and add them again.
  }
paste-left-add = Add again
paste-left-drop = Do not add

vendors-count = { $count ->
    [one] 1 company
   *[other] { $count } companies
  }
bidder-add = Company
bidder-paste-hint = You can paste a table from Excel: company, reading, department, person …
bidder-paste-passed = These columns have no place here: { $columns }. Import the table in the vendor directory to keep them.
empty-vendors = Gather the companies you may approach. Aim for at least two proposals.
empty-vendors-note = Each gets an RFP addressed to it.
bidder-name = Company
bidder-reading = Reading
bidder-department = Department
bidder-person = Person
bidder-person-reading = Reading of the person
bidder-mail = Mail
bidder-phone = Phone
bidder-status = Status
bidder-no-mail = No mail address
bidder-copy = Copy { $number }
bidder-names-note = Forms of address are added on the papers. Enter the bare names.
word-space = {" "}

# Names of columns in the history
column-procurement-title = Title
column-procurement-lang = Language of the RFP
column-procurement-is-sample = Sample
column-procurement-archived = Archived
column-fact-value = Value
column-setting-value = Value
column-evaluator-name = Name
column-evaluator-reading = Reading
column-evaluator-role = Role
column-evaluator-department = Department
column-evaluator-duties = Duties in the review
column-evaluator-adviser = Advises only
column-criterion-title = Criterion
column-criterion-asks = What to look at
column-criterion-weight = Weight
column-required-item-title = Required item
column-bidder-department = Department
column-bidder-person = Person
column-bidder-person-reading = Reading of the person
column-bidder-mail = Mail
column-bidder-phone = Phone
column-bidder-status = Status
column-bidder-copy-number = Copy
column-vendor-name = Company
column-vendor-reading = Reading
column-closed-day-first-day = From
column-closed-day-last-day = To
column-closed-day-name = Name
