-- Settings of the library and the company: `id` is the key.
CREATE TABLE setting (
    id    TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
