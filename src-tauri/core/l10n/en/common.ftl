# The window, saving, common actions

app-name = Sentei
lang-space = {" "}
list-comma = {", "}
who-joint = {", "}
list-names = {", "}
close = Close
cancel = Cancel
add = Add
edit = Edit
delete = Delete
copy = Copy
rename = Rename
undo = Undo
undo-named = Undo: { $what }
redo = Redo
redo-named = Redo: { $what }
undone-toast = Undone: { $what }
redone-toast = Done again: { $what }
deleted-toast = “{ $what }” deleted
unsaved-title = Some of what you typed is not saved
unsaved-words = { $count ->
    [one] One entry is not saved
   *[other] { $count } entries are not saved
  }: { $names }. Closing the window loses what was typed.
unsaved-stay = Keep the window open
unsaved-close = Close without saving
copied-toast = Written to “{ $path }”
move-up = Move up
move-down = Move down
move-handle = Reorder: { $what }
more-actions = Actions for { $what }
search = Search
skip-to-main = Skip to the content
where-label = Where you are

saving = Saving…
saved-at = Saved { $time }
read-only = Read-only
save-failed = Not saved
save-failed-bar = It cannot be saved.
save-kept = { $count ->
    [one] Your edit of { $names } is still on this screen.
   *[other] Your { $count } edits of { $names } are still on this screen.
  }
save-again = Save again
copy-name = Sentei unsaved text { $when }
open-file = Open
save-copy-elsewhere = Write a copy elsewhere

show-keys = Keys
key-palette = Find or go
key-undo = Undo
key-redo = Redo
key-move-up = Move the chosen row up
key-move-down = Move the chosen row down
key-larger = Larger
key-smaller = Smaller
key-plain-size = Original size
key-keys = Show this list

palette-label = Find or go
palette-placeholder = Screen, procurement, section, action
empty-search = Nothing found for “{ $query }”. Try a shorter word.
theme-light-action = Use the light theme
theme-dark-action = Use the dark theme

# long work
work-label = Progress
work-paper = Making “{ $name }”
work-keep = Keeping the papers
work-write = Writing “{ $name }”
drop-or = A file can also be dropped on this screen.
drop-or-here = Files can also be dropped here.
drop-here = Drop it here to read it
error-drop-kind = “{ $name }” is not a kind of file that is read here. Nothing was read. Drop a file that ends in { $list }.
error-drop-large = “{ $name }” is too large (up to { $most } MB). Nothing was read. Split it or make it smaller, then drop it again.
work-import = Importing “{ $name }”
work-count = { $done } of { $total } done
work-stop = Stop
work-stopping = Stopping…
