# The directory of vendors

column-vendor-aliases = Short names
column-vendor-domains = Mail domains
column-vendor-web = Website
column-vendor-found = How found
column-vendor-found-detail = Found through
column-vendor-does = What they do
column-vendor-smallest = Smallest volume (person-months)
column-vendor-nda = NDA
column-vendor-nda-signed-on = NDA signed on
column-vendor-nda-until = NDA until
column-vendor-notes = Notes
column-vendor-contact-name = Name
column-vendor-contact-reading = Reading
column-vendor-contact-department = Department
column-vendor-contact-title = Title
column-vendor-contact-mail = Mail
column-vendor-contact-phone = Phone
column-vendor-contact-notes = Notes
column-vendor-file-name = File name
column-bidder-step-status = Status
column-bidder-step-at = When
column-bidder-step-note = Note
column-bidder-step-reason = Reason for declining
column-bidder-step-volume = Volume from which they would come
column-hearing-at = When
column-hearing-minutes = Minutes
column-hearing-place = Place
column-hearing-ours = From us
column-hearing-theirs = From them
column-hearing-notes = Notes

vendor-found-search = Search
vendor-found-community = Community
vendor-found-adviser = Investor or adviser
vendor-found-peer = Peer company
vendor-found-own = Known already
vendor-nda-none = None
vendor-nda-sent = Sent
vendor-nda-signed = Signed
bidder-reason-busy = No capacity
bidder-reason-too-small = Too small
bidder-reason-other = Other

# Values as the history shows them
value-vendor-found-search = { vendor-found-search }
value-vendor-found-community = { vendor-found-community }
value-vendor-found-adviser = { vendor-found-adviser }
value-vendor-found-peer = { vendor-found-peer }
value-vendor-found-own = { vendor-found-own }
value-vendor-nda-none = { vendor-nda-none }
value-vendor-nda-sent = { vendor-nda-sent }
value-vendor-nda-signed = { vendor-nda-signed }
value-bidder-step-reason-busy = { bidder-reason-busy }
value-bidder-step-reason-too-small = { bidder-reason-too-small }
value-bidder-step-reason-other = { bidder-reason-other }
value-bidder-status-candidate = { bidder-candidate }
value-bidder-step-status-candidate = { bidder-candidate }
value-bidder-status-invited = { bidder-invited }
value-bidder-step-status-invited = { bidder-invited }
value-bidder-status-hearing = { bidder-hearing }
value-bidder-step-status-hearing = { bidder-hearing }
value-bidder-status-declined = { bidder-declined }
value-bidder-step-status-declined = { bidder-declined }
value-bidder-status-received = { bidder-received }
value-bidder-step-status-received = { bidder-received }
value-bidder-status-shortlisted = { bidder-shortlisted }
value-bidder-step-status-shortlisted = { bidder-shortlisted }
value-bidder-status-awarded = { bidder-awarded }
value-bidder-step-status-awarded = { bidder-awarded }
value-bidder-status-not-awarded = { bidder-not-awarded }
value-bidder-step-status-not-awarded = { bidder-not-awarded }
value-bidder-status-withdrawn = { bidder-withdrawn }
value-bidder-step-status-withdrawn = { bidder-withdrawn }
value-bidder-status-disqualified = { bidder-disqualified }
value-bidder-step-status-disqualified = { bidder-disqualified }

# 選べる欄の名前
vendor-field-name = Company
vendor-field-reading = Reading
vendor-field-aliases = Short names
vendor-field-domains = Mail domains
vendor-field-web = Website
vendor-field-found = How found
vendor-field-found-detail = Details of the source
vendor-field-does = What they do
vendor-field-smallest = Smallest volume (person-months)
vendor-field-nda = NDA
vendor-field-nda-signed-on = NDA signed on
vendor-field-nda-until = NDA until
vendor-field-notes = Notes
vendor-contact-name = Contact person
vendor-contact-reading = Reading of the person
vendor-contact-department = Department
vendor-contact-title = Job title
vendor-contact-mail = Mail address
vendor-contact-phone = Phone
vendor-contact-notes = Notes on the person
column-vendor-is-sample = Sample

# 言葉にした値
vendor-nda-over = Expired ({ $until })
vendor-nda-until = Signed (until { $until })
vendor-nda-signed-on = Signed ({ $on })
past-told = { $status } ({ $on })
past-told-why = { $status } ({ $on }: { $why })
from-volume = from { $volume } person-months
suggest-awarded = Chosen for “{ $title }” ({ $on }). { $why }
suggest-not-awarded = Proposed for “{ $title }” (not awarded { $on }). { $why }
suggest-declined = Declined “{ $title }” ({ $on }). { $why }
suggest-took-part = “{ $title }”: { $status } ({ $on }). { $why }
step-unusual = This does not usually follow “{ $before }”. Correct it if it is a slip.
step-decided = This status follows the recorded decision and goes when the decision is taken back.
step-learned = The smallest volume in the directory is now { $volume } person-months.
duplicate-name = Same name
duplicate-mail = Both have a person at { $mail }
duplicate-alias = A short name of one is the name of the other
duplicate-domain = Same mail domain ({ $domain })
duplicate-reading = Same reading
duplicate-part = One name holds the other
vendor-import-no-name = No company name: this row is left out.
vendor-import-cell = “{ $typed }” cannot be read as { $column }; this cell is left empty.
vendor-import-known = Already in the directory
vendor-import-again = Same company as row { $row }
vendor-import-alias = Same as a short name of “{ $name }”

# 断り
error-vendor-entered = “{ $name }” is already in the directory. Nothing was entered. Choose it in the list to edit it.
error-vendor-bids = “{ $name }” is a bidder in procurements ({ $count }), so it was not deleted. Its history is as it was. Remove it from those procurements first.
error-bidder-on-record = “{ $name }” has questions, distributions or a proposal on record, so it was not removed. The records are as they were. If it no longer takes part, set its status to declined, withdrawn or disqualified.
error-volume = This cannot be read as a volume. What you typed is still there. Enter person-months such as 3 or 0.5.
error-domain = “{ $typed }” cannot be read as a mail domain. What you typed is still there. Enter it like company.example.
error-list-long = There are more than { $limit }, so it was not saved. What you typed is still there. Enter fewer.
error-nda-order = The agreement would end before it was signed, so it was not saved. What you typed is still there. Correct one of the dates.
error-file-large = The file is larger than { $most } MB, so it was not kept. The original is untouched. Split it, or write down where it lies.
error-step-last = The first entry cannot be deleted and is still there. Its date and status can be corrected in place.
error-minutes = This cannot be read as a length of time. What you typed is still there. Enter it like 60 or 1 hour 30 min.
error-merge-same = A company cannot be merged with itself. Nothing was changed. Choose another one.
error-merge-both = “{ $one }” and “{ $other }” are both bidders in “{ $title }”, so they were not merged. The records are as they were. Remove one of them there first.
error-table-rows = The table has more than { $most } rows, so nothing was imported. The directory is unchanged. Import it in parts.
vendor-import-pasted = pasted table
error-table-empty = The table is empty, so nothing was imported. The directory is unchanged. Choose a table with a column of company names.

# Screens of directory, bidders and hearings
view-directory = Vendor directory
view-directory-import = Import vendors
view-hearings = Hearings
directory-import = Import a table
directory-add = New company
directory-enter = Enter
empty-directory = Companies entered here can be asked again in the next procurement.
empty-directory-note = Bidders of a procurement are kept here too.
directory-search = Name, short name, person or mail
directory-initials = By first sound
directory-all = All
initial-a = あ
initial-ka = か
initial-sa = さ
initial-ta = た
initial-na = な
initial-ha = は
initial-ma = ま
initial-ya = や
initial-ra = ら
initial-wa = わ
initial-latin = A-Z
initial-other = Other
directory-none = No company fits. Use fewer letters, or press All.
directory-by-reading = Company (by reading)
directory-smallest = { vendor-field-smallest }
directory-last = Latest procurement
directory-never = None yet
directory-no-reading = No reading
directory-look = Look
directory-same = This may be the same company as “{ $name }”.
directory-merge = Merge into this one
directory-merged = Merged “{ $name }” into this company.
directory-people = People
directory-people-note = The first one is written to
directory-person-add = Name
directory-nda-over = It has expired. Renew it before asking them again.
directory-history = History with us
directory-no-history = It has not been a bidder yet.
directory-procurement = Procurement
directory-invited = Asked on
directory-not-invited = Not asked
directory-outcome = Outcome
directory-questions = Questions
directory-files = Files
directory-no-files = Keep a company profile or the signed agreement here.
directory-file-add = Keep a file
directory-remove = Delete from the directory
import-vendors-lead = Enter companies from an Excel or CSV list. Where a company is there already, only its empty fields are filled.
import-vendors-pick = Choose a file
import-vendors-paste = Or paste a table copied from Excel here
import-vendors-back = Back to the directory
import-vendors-columns = Columns of { $name }
import-vendors-columns-note = Recognised by their headings. Change what is wrong
import-vendors-column = Column { $number }
import-vendors-unused = Not used
import-vendors-sheet = Sheet
import-vendors-no-name = No column is chosen for the company. Choose the one with the names.
import-vendors-row = Row
import-vendors-becomes = Becomes
import-vendors-seen = To check
import-take-add = New vendor
import-take-fill = Fill empty fields
import-take-leave = Leave out
import-vendors-sum = { $added } new, { $filled } filled, { $left } left out
import-vendors-go = Import { $count }
import-vendors-done = { $added } { $added ->
    [one] vendor
   *[other] vendors
  } entered, { $filled } { $filled ->
    [one] row
   *[other] rows
  } filled in, { $left } left out.
vendors-shown-as = Shown as
vendors-list = List
vendors-search = Search by name, reading or person
vendors-status = Status
vendors-every-status = All
vendors-order = Order
vendors-order-own = As arranged
vendors-order-reading = Reading
vendors-order-status = Status
vendors-order-since = Latest step
vendors-none-fit = No bidder fits.
vendors-show-all = Show all
vendors-board = Board
board-out = Left
board-move = Change status
bidder-offers = From the directory
bidder-in-directory = In the directory
course-title = Course
course-before = Earlier procurements
step-next = Next
step-others = Another status
step-take = Change the status of { $name }
step-to = Set to “{ $status }”
step-record = Record
step-now = Now if empty
step-volume-example = e.g. 3 (from 3 person-months)
step-volume-short = From (pm)
step-taken = { $name } is now “{ $status }”.
step-unusual-now = This does not usually follow “{ $before }”. It is recorded as a correction.
bidder-reason-unsaid = Reason not said
vendor-found-unknown = Not said
hearings-count = { $count }
hearing-questions-count = { $count ->
    [one] { $count } question
   *[other] { $count } questions
}
hearing-none-yet = No hearings yet.
hearing-add-at = When (e.g. 3/5 10:00)
hearing-add = Add a hearing
hearing-with = With
empty-hearings = Keep each hearing with a bidder: when, who was there, what was said.
empty-hearings-note = Add a bidder first.
directory-duplicates = { $count ->
    [one] One pair may be the same company
   *[other] { $count } pairs may be the same company
}
import-vendors-rows = { $count ->
    [one] One row read
   *[other] { $count } rows read
}
hearing-asked = Questions that came up
hearing-asked-note = One a line. Enter adds it to the questions
hearing-ask = The question in their own words (Enter notes it)
step-volume-unit = pm or more
