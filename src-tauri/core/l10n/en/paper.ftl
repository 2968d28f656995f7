error-paper = The paper could not be set ({ $cause }). What you wrote is kept.
error-paper-section = “{ $section }” could not be set ({ $cause }). What you wrote is kept. Look at the tables and lists in this section.
error-paper-no-page = There is no page { $page }. Open the preview again.
error-folder-missing = The folder “{ $folder }” is not there. Choose another folder.
error-folder-full = There is not enough room in “{ $folder }” for “{ $file }”. No half-written file was left. Make room or choose another folder.
error-folder-read-only = Nothing can be written into “{ $folder }”. Choose a folder you may write to.
error-folder = “{ $file }” could not be written into “{ $folder }”. No half-written file was left. Choose another folder.
