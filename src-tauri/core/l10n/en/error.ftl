# What happened, what was kept, what to do

error-kept = What was kept
error-todo = What to do
error-save = It could not be saved. What you typed is still on the screen. Check free space and press “Save again”.
error-locked = { $holder } is using this library. It was opened read-only. To edit, close the other window first.
error-newer = A newer version made this library. Nothing was changed. Update the app, then open it.
error-damaged = Some records cannot be read. The original file was left as it is. “Restore a backup” brings back the latest state.
error-import-format = This file has another form and was not imported. Nothing you have was changed. Save it as Word (.docx) or Markdown (.md) and try again.
error-import-large = The file is too large, so the import stopped. Nothing changed. Split it to { $limit } or less.
error-pdf = The PDF could not be made. Your text is saved. Check the table in “{ $section }” and try again.
error-release-blocked = { $count } gaps kept it from being released. The draft is as it was. Work through the list.
error-undo-moved = It cannot be undone because it was changed afterwards. Nothing was touched. See the history for the earlier text.
error-date = This cannot be read as a date. What you typed is kept. Enter it like 12/4 or 2026-12-04.
error-backup = The backup failed. Your procurement is saved. Check the free space at the destination.
error-unexpected = Something unexpected stopped this. Everything before it is saved. Try again; if it persists, send us the log.
