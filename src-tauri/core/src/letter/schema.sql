-- Letters in the company's own words: where one of the templates that come with the program was changed. `id` is
-- `<key>.<language>`.
CREATE TABLE letter (
    id      TEXT PRIMARY KEY,
    subject TEXT NOT NULL,
    body    TEXT NOT NULL
) STRICT;
