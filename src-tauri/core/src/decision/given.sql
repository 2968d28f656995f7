-- What the template gave when the words of a notice were last taken from it, the subject in the first line: words that
-- differ from it were changed by hand. Empty where nobody knows any more.
ALTER TABLE notice ADD COLUMN given TEXT NOT NULL DEFAULT '';
