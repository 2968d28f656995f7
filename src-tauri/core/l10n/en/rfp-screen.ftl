# The screens of the RFP and its requirements

# Outline
outline-title = Outline
section-add = Add section
section-add-first = Add a section
section-new = New section
outline-rename = Rename
outline-rename-label = Name of { $number }
outline-add-below = Add a section below
outline-add-inside = Add a section inside
outline-in = Move one level in
outline-out = Move one level out
flag-changed = changed
flag-optional = open
flag-empty = empty
flag-done = (written)
pane-outline = Outline
pane-text = Text
pane-pages = Pages
pane-divider-outline = Width of the outline
pane-divider-pages = Width of the pages

# Before the release
check-title = Before the release
check-empty = { $count ->
    [one] 1 section empty
   *[other] { $count } sections empty
 }
check-stops = { $count ->
    [one] 1 thing to put right first
   *[other] { $count } things to put right first
 }
check-warns = { $count ->
    [one] 1 thing to look at
   *[other] { $count } things to look at
 }
check-notes = { $count ->
    [one] 1 remark
   *[other] { $count } remarks
 }
check-optional = { $count } of { $sections } left open
check-clean = No gaps
check-open = { $count ->
    [one] Show it
   *[other] Show all { $count }
 }
check-close = Close the list
check-released = { $number } is released
go-to-place = Go there

# Text
text-of = Text: { $title }
section-title = Title of { $number }
section-done = Mark as written
section-not-done = Back to draft
section-optional = Leave open
section-optional-note = Nothing is prescribed; the bidders propose
optional-wording = Wording for a section left open
hint = Hint
hint-hide = Hide
hint-show = Show the hint
section-changed = Changed since { $number }.
section-was = Text of { $number }
section-was-show = Show the earlier text
section-was-hide = Hide the earlier text
section-requirements = Requirements of this section
section-next = Next: { $title }
section-before = Before: { $title }
section-along = Sections before and after

# Tools
tools-label = Formatting
style = Kind of paragraph
style-paragraph = Text
style-heading1 = Heading 1
style-heading2 = Heading 2
style-heading3 = Heading 3
mark-strong = Bold
mark-em = Italic
mark-underline = Underline
mark-strike = Strike through
mark-link = Link
list-bullets = Bullets
list-numbers = Numbers
tools-more = More
link-target = Link to
link-set = Set
link-remove = Remove
link-bad = A link begins with https:// or mailto:.
insert-table = Table
paste-left-out-rows = { $count ->
    [one] One row was
   *[other] { $count } rows were
} not pasted: a table has at most { $most } rows.
paste-left-out-columns = { $count ->
    [one] One column was
   *[other] { $count } columns were
} not pasted: a table has at most { $most } columns.
table-row = Row
table-column = Column
table-row-above = Above
table-row-below = Below
table-column-before = Left
table-column-after = Right
table-remove = Remove
table-head = Head row
table-caption = Caption
table-remove-whole = Remove table

# Fields and blocks
insert = Insert
insert-find = Find a field
insert-missing = not set
insert-rows = { $count ->
    [one] 1 row
   *[other] { $count } rows
 }
insert-blocks = Lists and tables
insert-group-document = Document
insert-group-issuer = Issuer
insert-group-contact = Contact
insert-group-submission = Submission
insert-group-contract = Contract
insert-group-schedule = Schedule
insert-group-bidder = Addressee
insert-group-count = Counts
insert-group-counts = Counts
insert-group-computed = Filled in by itself
field-missing = { $label } (not set)
field-unknown = { $key } (unknown field)
field-before = { $release }: { $was }
field-was = in { $release }: { $was }
field-open = Open this value
block-empty = Nothing here yet.
block-from-schedule = from the schedule
block-from-facts = from the facts
block-from-review = from the review
block-from-items = from the required items
block-from-requirements = from the requirements
block-from-bidders = from the bidders
block-keys = Enter goes on below, Delete takes it out.
open-facts = Open the facts
open-schedule = Open the schedule
open-review = Open the review
open-items = Open the required items
open-bidders = Open the vendors
open-vendors = Open the vendors
open-requirements = Open the requirements
open-releases = Open the releases

# Find and replace
find-title = Find in the RFP
find-words = Find
find-exact = Match case
find-count = { $count ->
    [one] 1 place
   *[other] { $count } places
 }
find-places = Places found
find-in-title = Title
find-in-requirement = Requirement
replace-title = Replace in the RFP
replace-words = Replace with
replace-begin = Replace
replace-this = Replace in { $number } “{ $words }”
replace-run = { $count ->
    [one] Replace 1 place
   *[other] Replace { $count } places
 }
replace-clear = Delete the words found
replace-clear-sure = { $count ->
    [one] There is nothing to put in its place: “{ $find }” is taken out of 1 place.
   *[other] There is nothing to put in its place: “{ $find }” is taken out of { $count } places.
 }
replace-clear-run = { $count ->
    [one] Delete 1 place
   *[other] Delete { $count } places
 }
replace-note = All of it can be undone at once.
cleared-toast = { $count ->
    [one] “{ $find }” deleted in 1 place
   *[other] “{ $find }” deleted in { $count } places
 }
replaced-toast = { $count ->
    [one] “{ $find }” replaced by “{ $replace }” in 1 place
   *[other] “{ $find }” replaced by “{ $replace }” in { $count } places
 }

# Import and outlines
import-do = Import Word or Markdown
importing = Importing { $file }…
imported = { $count ->
    [one] 1 section imported from { $file }
   *[other] { $count } sections imported from { $file }
 }
import-warnings = { $count ->
    [one] 1 thing could not be imported. The rest is there.
   *[other] { $count } things could not be imported. The rest is there.
 }
import-undo = Undo the import
outline-save = Save as an outline
outline-save-text = Sections, hints and texts become an outline for the next procurement. Bidders and dates stay here.
outline-save-name = Name of the outline
outline-save-do = Save
outline-saved = Outline “{ $title }” saved
key-find = Find in the RFP
key-replace = Replace in the RFP
key-next-section = Next section
key-section-before = Section before

# Pages
preview-title = Pages
preview-page = Page { $page }
preview-page-of = { $page } of { $pages }
preview-enlarge = Enlarge
preview-page-enlarge = Enlarge page { $page }
preview-before = Page before
preview-after = Next page
preview-making = Making the pages…
preview-failed = The pages could not be made. Your text is saved.
preview-failed-kept = The pages could not be made again; the earlier ones are shown. Your text is saved.
preview-addressee = Addressee
preview-general = General copy
preview-for = For { $name }
preview-again = Try again
preview-draft = draft
preview-draft-of = { $number } (draft)
release-version = Release { $number }

# Empty
rfp-empty = The sections of the RFP are listed and written here.
rfp-empty-note = To begin from an outline, choose one under “New procurement” on the home screen.

# Requirements
requirement-section-head = Section
requirement-must = Must
requirement-want = Want
requirement-number = Number
requirement-level-head = Level
requirement-text-head = Text
requirement-level = Level of { $number }
requirement-text = Text of { $number }
requirement-section = Section of { $number }
requirement-placeholder = What must be met, in one sentence
requirement-no-section = No section
requirement-add = Add a requirement
requirement-new = New requirement
requirement-add-below = Add one below
requirement-add-first = Add a requirement
requirements-all = All
requirements-lead = What each bidder answers one by one.
requirements-copy = Copy for Excel
requirements-copied = { $count ->
    [one] 1 requirement copied, ready to paste into Excel
   *[other] { $count } requirements copied, ready to paste into Excel
 }
requirements-keys = Enter adds the next one, Backspace in an empty line deletes it, Alt+↑↓ moves it
requirements-empty = List what must be met, one by one and numbered. Bidders answer each number.
requirements-empty-note = They can also be added below the text of a section.
filter-level = Filter by level
