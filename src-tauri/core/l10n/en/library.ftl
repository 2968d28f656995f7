# Words of the library and its history. Errors say what happened, what was kept, what to do

error-foreign = “{ $file }” is not a library of this app. The file was not touched. Choose another place, or use “Restore a backup”.
error-foreign-alone = “{ $file }” is not a library of this app. The file was not touched. Choose another place.
error-busy = Something else is still writing, so this was not saved. Nothing was changed. Wait a moment and try again.
error-disk-full = There is not enough free space to write. Everything before this is saved. Make room, then try again.
error-read-only = This place cannot be written to. Nothing was changed. Check the folder's permissions or choose another place.
error-disk = Reading or writing the disk failed. Everything before this is saved. Check the connection and free space, then try again.
error-file-not-found = The file was not found. Nothing was changed. Check where it is and choose it again.
error-library-moved = While it was open, the library in “{ $folder }” was moved or replaced. What you typed is still on the screen. Put it back, or write a copy elsewhere and open the app again.
error-kept-file = The kept file ({ $name }) is missing or no longer what it was. Its record is kept. Put the original file back from a backup of the folder.
error-backup-unknown = The backup “{ $name }” could not be used. The current library is as it was. Choose another backup from the list.
error-not-found = What you tried to open is no longer there. Nothing else was changed. Go back to the list and look again.
error-nothing-to-undo = There is nothing to undo. A release, a distribution or a sheet that was handed in cannot be undone, nor what came before it. Correct it with a further step.
error-nothing-to-redo = There is nothing to redo. Nothing was changed. A new edit clears the steps that could be redone.
error-shape = A value had the wrong shape and was not recorded. Everything before this is saved. Try again.
error-arguments = The arguments do not fit the command ({ $detail }). Nothing was changed. See “sentei commands” for what it takes.
error-unknown-command = There is no command “{ $name }”. Nothing was changed. See “sentei commands” for the list.

journal-missing = Entry { $seq } is missing
journal-altered = Entry { $seq } was changed after it was written
journal-inserted = Entry { $seq } was inserted afterwards

closed-title = This library could not be opened
closed-no-backup = There is no backup yet. If you keep one elsewhere, put it into the folder “backups” of the library and open the app again.
closed-restore-note = Sentei starts with the contents of the backup you choose. The file that is there now stays in the same folder under another name.
