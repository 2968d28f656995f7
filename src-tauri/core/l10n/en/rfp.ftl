# RFP: what is missing, names of fields, refusals, columns of the history

finding-no-sections = There are no sections yet. Choose an outline or add a section.
finding-section-empty = Nothing is written in “{ $number } { $title }”. Write it, or leave it open.
finding-placeholder = “{ $number } { $title }” still has { $count ->
    [one] a gap
   *[other] { $count } gaps
} of the outline to fill in.
finding-placeholder-requirement = Requirement { $number } still has { $count ->
    [one] a gap
   *[other] { $count } gaps
} to fill in.
finding-field-unknown = “{ $number } { $title }” has an unknown field ({ $field }).
finding-field-missing = “{ $field }”, used in “{ $number } { $title }”, is not entered.
finding-block-unknown = “{ $number } { $title }” has an unknown list ({ $field }).
finding-optional-overuse = { $count ->
    [one] One section is left open. With too many, proposals cannot be compared.
   *[other] { $count } sections are left open. With too many, proposals cannot be compared.
}

field-doc-release = Version
field-doc-issued-on = Day of issue
field-bidder-company = Company addressed
field-bidder-contact = Person addressed
field-requirements-count = Number of requirements
field-requirements-must-count = Number of musts
field-requirements-want-count = Number of wants
field-bidders-count = Number of bidders
field-evaluators-count = Number of evaluators

block-schedule-empty = No dates are set yet.
block-required-items-empty = There are no required items yet.
block-evaluators-empty = There are no evaluators yet.
block-criteria-empty = There are no criteria yet.
block-requirements-empty = There are no requirements yet.
block-estimate-form-empty = There is no form of the estimate.
block-contact-empty = No contact is entered yet.
block-revision-history-empty = There is no revision history yet.

file-rfp-general = No addressee (general)
file-rfp-word = No addressee (Word)
file-rfp-for = { $name }
file-addendum-general = Addendum, no addressee (general)
file-addendum-for = Addendum, { $name }
changes-due = { $count ->
    [one] One place has
   *[other] { $count } places have
} changed since version { $number }.

error-section-title = The section has no title. It keeps the one before.
error-section-inside = A section cannot go inside itself. The order is unchanged.
error-section-deep = Sections go { $levels } levels deep. The order is unchanged.
error-sections-many = There can be { $limit } sections. None was added.
error-requirement-empty = The requirement is empty and was not saved.
error-text-shape = This text holds something that cannot be kept, and was not saved. Paste it again as plain text.
error-text-large = The text is too large and was not saved. It is still on the screen. Divide the section.
error-text-link = The link “{ $link }” cannot be used, and nothing was saved. Begin it with https:// or mailto:.
error-find-empty = There is nothing to look for.
error-release-unchanged = Nothing has changed since the last version, so nothing was released.
error-release-moved = Something changed meanwhile, so nothing was released. The draft is as it is. Try again.
error-release-file = The paper chosen does not belong to this release. Nothing was written.
error-preview-gone = These pages are no longer there. Open them again.

column-section-title = Title
column-section-body = Text
column-section-hint = Hint
column-section-optional = Left open
column-section-optional-allowed = May be left open
column-section-optional-wording = Wording where left open
column-section-done = Written
column-requirement-number = Number
column-requirement-level = Level
column-requirement-text = Text
column-requirement-count-last = Last number
column-release-number = Version
column-release-kind = Kind
column-release-issued-at = Issued at
column-release-reason = Reason
column-release-incomplete = Released all the same
column-release-file-name = File name
column-release-file-bytes = Size
column-release-file-sha256 = SHA-256
column-release-file-bidder = Addressee
column-release-file-addressee = Addressed to
column-outline-title = Name
column-outline-description = Description
column-outline-lang = Language
column-outline-content = Content

sample-closed-day = Company closed day
file-kind-rfp = RFP
file-kind-addendum = Addendum

# Values as the history shows them
value-requirement-level-must = { requirement-must }
value-requirement-level-want = { requirement-want }
