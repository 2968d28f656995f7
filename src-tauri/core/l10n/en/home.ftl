# Procurements, outlines, history

procurements = Procurements
new-procurement = New procurement
home-from-outline = Start from an outline
open-sample = Open the sample
home-late = Late
home-today = Today
home-week = This week
count-matters = { $count }
home-counts = { $running } running, { $archived } archived
home-archived = { $count ->
    [one] 1 archived procurement
   *[other] { $count } archived procurements
  }
due-title = Due
due-all = All procurements
due-late = Late
due-today = Today
due-week = This week
due-later = From next week
due-none = Nothing is due soon. Dates of the schedules appear here as they come near.
missing-others = and { $count } more
due-more = Show { $count } more
days-left = { $days ->
    [0] today
    [one] 1 business day left
   *[other] { $days } business days left
  }
no-next-date = No next date yet
nothing-missing = Nothing is missing
lacking-addendum = Addendum
lacking-section = Sections
lacking-date = Dates
lacking-contact = Contact
lacking-bidders = Bidders
lacking-weights = Weights
lacking-release = Release
lacking-facts = Facts
lacking-evaluators = Evaluators
lacking-items = Items
lacking-link = Links
lacking-other = Check
remove-sample = Delete the sample
more = More actions
weeks-title = Weeks ahead
weeks-key = Lines lead to each date, ◆ marks a deadline of arrival, shaded days are closed
empty-home = No procurements yet. Make one, or look around in the sample.
empty-home-note = Change the sample as you like, and delete it whenever you want.

procurement-title = Name
procurement-title-example = For example: Outsourcing customer success
procurement-untitled = Unnamed procurement
procurement-copy = Start another from this
procurement-archive = Archive
procurement-unarchive = Bring back
create = Create
new-paper-language = Language of the RFP
new-from = Start from
new-from-earlier = An earlier procurement
new-from-earlier-note = Copies its text and facts, but nothing about its bidders.
new-from-sample = The sample
new-from-sample-note = A fictional procurement, filled in throughout.
new-from-empty = Nothing
new-from-empty-note = Make the sections yourself, or import a Word or Markdown file.
language-ja = 日本語
language-en = English

outlines-lead = Sections of an RFP, each with a hint on what to write.
outlines-own = Your outlines
outlines-given = Outlines that come with Sentei
outline-sections = { $count ->
    [one] 1 section
   *[other] { $count } sections
  }
outline-start = Start a procurement
outline-keep-from = Keep from
outline-keep = Keep as an outline
outline-kept = Kept as the outline “{ $what }”
outline-name = Name of the outline
outline-name-example = For example: CS work 2026
empty-outlines = Keep the sections of an RFP you have written here, for the next procurement.

history-lead = Who changed what, and when.
history-barrier = Cannot be undone
history-undone = Undone
history-before = {"Before: "}
history-after = {"After: "}
history-removed = Removed
history-gone = { $name } (removed since)
history-gone-unnamed = Removed since
history-estimate = Estimate { $revision } of { $day }
history-yes = Yes
history-no = No
history-release = Release
history-addendum = Addendum
history-more = Show earlier ones
history-rest = { $count ->
    [one] { $count } more change
   *[other] { $count } more changes
}
empty-history = Once you edit something, this keeps what changed and when.
