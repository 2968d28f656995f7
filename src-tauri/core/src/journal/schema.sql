-- One row for each thing done. `hash` covers the row, its changes and the hash before it; `undone` (the operation that
-- undid this one) is derived from mode and target and therefore outside the hash.
CREATE TABLE operation (
    seq     INTEGER PRIMARY KEY,
    id      TEXT NOT NULL UNIQUE,
    name    TEXT NOT NULL,
    what    TEXT NOT NULL,
    scope   TEXT,
    actor   TEXT NOT NULL,
    at      TEXT NOT NULL,
    last_at TEXT NOT NULL,
    burst   TEXT,
    mode    TEXT NOT NULL CHECK (mode IN ('do', 'undo', 'redo')),
    target  INTEGER REFERENCES operation (seq),
    barrier INTEGER NOT NULL,
    schema  INTEGER NOT NULL,
    hash    TEXT NOT NULL,
    undone  INTEGER
) STRICT;
CREATE INDEX operation_by_scope ON operation (scope, mode, undone);

CREATE TABLE change (
    operation INTEGER NOT NULL REFERENCES operation (seq),
    n         INTEGER NOT NULL,
    kind      TEXT NOT NULL,
    id        TEXT NOT NULL,
    before    TEXT,
    after     TEXT,
    PRIMARY KEY (operation, n)
) STRICT, WITHOUT ROWID;

-- The end of the chain, so that a missing tail is noticed.
CREATE TABLE journal_head (
    one        INTEGER PRIMARY KEY CHECK (one = 1),
    operations INTEGER NOT NULL,
    hash       TEXT NOT NULL
) STRICT;
INSERT INTO journal_head VALUES (1, 0, '');
