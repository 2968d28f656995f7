error-import-file-large = The file is too large (up to { $most } MB). Nothing was imported. Take out the pictures or split the file, then choose it again.
error-import-doc = This file is in the old format or protected by a password. Open it in Word, save it as “.docx”, then choose it again.
error-import-kind = “{ $file }” cannot be imported. Choose a Word (.docx) or Markdown (.md) file.
error-import-broken = The file is damaged and cannot be read. Nothing was imported. Open it in its program and save it again.
error-import-not-word = This is not a Word document. Choose a Word (.docx) or Markdown (.md) file.
error-import-encoding = The file is not in UTF-8. Save it as UTF-8, then choose it again.
error-import-parts = The file holds too many parts and was not read, to be safe. Nothing was imported.
error-import-bomb = The file would grow enormously when opened and was not read, to be safe. Nothing was imported.
error-import-doctype = The file declares a document type and was not read, to be safe. Open it in Word and save it again.
error-import-deep = The file is nested too deeply to be read. Nothing was imported.
error-import-empty = No text was found. Nothing was imported.
error-import-sections = There are too many headings (up to { $most }). Nothing was imported. Split the file, then choose it again.
error-import-section = The text or a table in “{ $title }” is too large. Nothing was imported. Split it, then choose the file again.
import-image = Pictures left out: { $count }
import-text-box = Text boxes left out: { $count }
import-footnote = Footnotes left out: { $count }
import-comment = Comments left out: { $count }
import-tracked = Tracked changes taken over as accepted: { $count }
import-merged = Merged cells split: { $count }
import-nested-table = Tables inside tables taken over as text: { $count }
import-formula = Formulas left out: { $count }
import-symbol = Special symbols left out: { $count }
import-link = Unsafe links taken over as text only: { $count }
import-html = Pieces of HTML left out: { $count }
import-deep-list = List items below the third depth moved to the third: { $count }
import-first-number = Numbered lists that began at a number they cannot have here, such as 0, and now begin at 1: { $count }
import-quote = Quotations taken over as plain paragraphs: { $count }
import-code = Pieces of code in the text taken over as plain words: { $count }
import-code-block = Blocks of code taken over as plain paragraphs: { $count }
import-task = Check boxes left out, with only their words taken over: { $count }
import-untitled = Imported text
import-deep-heading = { $count ->
    [one] One heading deeper than level 4 became level 4.
   *[other] { $count } headings deeper than level 4 became level 4.
}
error-import-doubles = The file holds two parts of the same name and was not read, to be safe. Nothing was imported. Open it in its program and save it again.
error-import-long = One of the texts inside is enormously long, so the file was not read, to be safe. Nothing was imported.
