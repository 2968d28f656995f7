-- Evaluators (審査者), and advisers who give no marks.
CREATE TABLE evaluator (
    id          TEXT PRIMARY KEY,
    procurement TEXT NOT NULL REFERENCES procurement (id) DEFERRABLE INITIALLY DEFERRED,
    position    TEXT NOT NULL,
    name        TEXT NOT NULL,
    reading     TEXT NOT NULL,
    role        TEXT NOT NULL,
    department  TEXT NOT NULL,
    duties      TEXT NOT NULL,
    adviser     INTEGER NOT NULL CHECK (adviser IN (0, 1))
) STRICT;
CREATE INDEX evaluator_of_procurement ON evaluator (procurement, position);
