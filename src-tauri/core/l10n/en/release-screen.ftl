# The screens of releasing and of the releases

release-addendum-mark = Addendum
addendum-needed = An addendum is due.
addendum-prepare = Prepare addendum { $number }
changes-open = Show changes
changes-title = { $count ->
    [one] 1 change since { $release }
   *[other] { $count } changes since { $release }
 }
release-prepare = Prepare the release
release-title = Release { $number } of the RFP
release-title-addendum = Release { $number } of the RFP (addendum)
release-lead = A release cannot be changed afterwards. A mistake is corrected by releasing { $next }.
release-stops = { $count ->
    [one] 1 thing should be put right first
   *[other] { $count } things should be put right first
 }
release-warnings = { $count ->
    [one] 1 thing to look at
   *[other] { $count } things to look at
 }
release-all-the-same = Release all the same, knowing what is left
release-first-head = { $sections ->
    [one] What is released: { $sections } section
   *[other] What is released: { $sections } sections
}
release-first-requirements = { $count ->
    [one] 1 requirement
   *[other] { $count } requirements
 }
release-first-optional = { $count ->
    [one] 1 section left open
   *[other] { $count } sections left open
 }
release-first-text = The text, the values of its fields, the schedule and the criteria are frozen as they are now. If a value changes later, you are told that an addendum is due.
release-changes = What changes: { $count }
release-no-changes = Nothing has changed since the last release.
release-reason = Words for the notice of the addendum
release-reason-placeholder = Why it changes, for those who receive it
release-whom = For: { $count }
release-nobody = There is no bidder yet. Only the general copy is made.
release-not-to = Not for { $name } ({ $why })
release-files = Files: { $count }
release-confirm = I have checked { $bidders ->
    [one] the bidder
   *[other] the { $bidders } bidders
 } and { $files ->
    [one] the file
   *[other] the { $files } files
 }
release-confirm-addendum = I have checked { $changes ->
    [one] the change
   *[other] the { $changes } changes
 } and { $bidders ->
    [one] the bidder
   *[other] the { $bidders } bidders
 }
release-make = Release { $number }
release-made = { $number } is released
release-made-lead = { $count ->
    [one] 1 file was made and kept. Write it to a folder and mail it.
   *[other] { $count } files were made and kept. Write them to a folder and mail them.
 }
release-written = { $count ->
    [one] 1 file was written.
   *[other] { $count } files were written.
 }
release-folder = Written to { $folder }
release-export = Write to a folder
release-export-some = { $count ->
    [one] Write the chosen file
   *[other] Write the { $count } chosen files
 }
release-writing = Writing…
release-written-toast = { $count ->
    [one] 1 file written to “{ $folder }”
   *[other] { $count } files written to “{ $folder }”
 }

release-name = RFP, release { $number }
release-name-addendum = RFP, release { $number } (addendum)
release-reason-head = Words sent with it
release-incomplete = Released knowingly with
release-kept = Files: { $count }
release-frozen = A release never changes. Whenever it is written out, it is the same.
paper-which = Paper shown
paper-rfp = RFP
paper-addendum = Addendum notice
releases-empty = Releases are listed here, the newest first.
releases-empty-note = The papers of a release are kept and can be written out again at any time, the same to the byte.
