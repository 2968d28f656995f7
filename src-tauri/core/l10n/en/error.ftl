# What happened, what was kept, what to do

error-kept = What was kept
error-todo = What to do
error-save = It could not be saved. What you typed is still on the screen. Check free space and press “Save again”.
error-locked = { $holder } is using this library. It was opened read-only. To edit, close the other window first.
error-locked-unnamed = Another window is using this library. It was opened read-only. To edit, close the other window first.
error-newer = A newer version made this library. Nothing was changed. Update the app, then open it.
error-damaged = Some records cannot be read. The original file was left as it is. “Restore a backup” brings back the latest state.
error-damaged-alone = Some records cannot be read. The original file was left as it is. This library has no backup. See whether one was kept elsewhere.
error-import-format = This file has another form and was not imported. Nothing you have was changed. Save it as Word (.docx) or Markdown (.md) and try again.
error-pdf = The PDF could not be made. Your text is saved. Check the table in “{ $section }” and try again.
error-release-blocked = { $count ->
    [one] One gap kept it from being released. The draft is as it was. Work through the list.
   *[other] { $count } gaps kept it from being released. The draft is as it was. Work through the list.
}
error-undo-moved = It cannot be undone because it was changed afterwards. Nothing was touched. See the history for the earlier text.
error-date = This cannot be read as a date. What you typed is kept. Enter it like 12/4 or 2026-12-04.
error-backup = The backup failed. Your procurement is saved. Check the free space at the destination.
error-unexpected = Something unexpected stopped this. Everything before it is saved. Try again; if it persists, send us the log.
error-stopped = It was stopped. Nothing of it was kept, and everything is as it was before. Start it again whenever you need it.
error-export-stopped = Writing was stopped. { $count ->
    [0] Nothing was written.
    [one] The one file written by then is whole and stays in the folder.
   *[other] The { $count } files written by then are whole and stay in the folder.
} Write again when you need the rest.
