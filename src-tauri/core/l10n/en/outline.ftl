# Outlines

outline-saved-from = Saved from “{ $title }”.
error-outline-title = The outline has no name and was not saved. Enter a name.
error-outline-supplied = Outlines that come with the program cannot be changed. Make a procurement from it, change that, and use “Save as an outline”.
