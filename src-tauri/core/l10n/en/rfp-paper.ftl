# Words printed on papers

paper-number = Document no.
paper-version = Version
paper-issued = Issued
paper-issuer = Issuer
paper-class = Confidentiality
paper-copy = Copy
paper-history = Revision history
paper-contents = Contents
paper-by = By
paper-changes = Changes
paper-table = Table
paper-picture = Figure
paper-must = Must
paper-want = Want
paper-total = Total
paper-firm = Must arrive
paper-date = Date
paper-day = Day
paper-time = Time
paper-what = Event
paper-where = Place or means
paper-weight = Weight
paper-req-no = No.
paper-req = Requirement
paper-req-level = Level
paper-crit-no = No.
paper-crit = Criterion
paper-crit-view = What is looked at
paper-crit-scheme = How it is judged
paper-rules = Rules of evaluation
paper-old = Before
paper-new = After
paper-item-no = No.
paper-item = Required item
paper-evaluator = Evaluator
paper-duties = Duties

paper-kind-rfp = Request for Proposal
paper-running-rfp = { $title } – Request for Proposal
rfp-version = Version { $number }
rfp-addressed = { $company }
rfp-copy = { $copy } / { $copies }
rfp-first-version = First issue
rfp-later-version = Revision
rfp-sample-mark = Sample: unrelated to any real company or person
rfp-draft-mark = Draft
rfp-any-company = your company
rfp-any-person = the person in charge
rfp-field-missing = [{ $field }]
rfp-level-must = {" "}(must)
rfp-level-want = {" "}(want)
rfp-optional-wording = We do not prescribe this item. Please propose what you consider best on the strength of your experience.

# Headings of the parts drawn from data
block-schedule = Schedule of the selection
block-required-items = Required items of the proposal
block-evaluators = Evaluators and their duties
block-criteria = Criteria and weights
block-requirements = List of requirements
block-estimate-form = Form of the estimate
block-contact = Contact
block-revision-history = Revision history
block-unknown = Unknown list
estimate-kind = Item
estimate-unit = Unit
estimate-quantity = Quantity
estimate-price = Unit price (excl. tax)
estimate-amount = Amount (excl. tax)
estimate-note = Remarks
estimate-initial = Initial cost
estimate-monthly = Monthly fee
estimate-volume = Fee by volume
estimate-other = Other costs
estimate-total = Total over the term

# Addendum
addendum-kind = Addendum no. { $no }
addendum-title = Changes to Request for Proposal { $number }
addendum-running = Addendum no. { $no } – Request for Proposal { $number }
addendum-opening = The Request for Proposal named above ({ $version }, issued { $issued }) is amended as follows. There { $count ->
    [one] is one change
   *[other] are { $count } changes
}. Everything else stands as in { $version }.
addendum-reason = Reason: { $reason }
addendum-reason-of = Change of { $list }
addendum-reason-more = Changes of { $list } and more, { $count } in all
addendum-closing = Please let us know at { $contact } that you have received this addendum.
addendum-version-of = { $version } (issued { $issued })
addendum-was = {" "}(before: { $was })
addendum-fact-old = Document amended
addendum-fact-new = New version
addendum-fact-places = Sections changed
addendum-fact-contact = Enquiries
addendum-whole = Whole document
addendum-none = (none)
addendum-added = {" "}(new)
addendum-removed = {" "}(removed)
addendum-moved = {" "}(moved)
addendum-detail = Detail
addendum-criterion = Criterion
addendum-item = Required item
addendum-evaluator = Evaluator

# List of changes
rfp-change-title = Title:{" "}
rfp-change-place = Place:{" "}
rfp-change-requirement = Requirement
rfp-change-weight = Weight
