-- Criteria (評価項目), two levels deep. `weight` is an exact decimal as text; null where it is still open.
CREATE TABLE criterion (
    id          TEXT PRIMARY KEY,
    procurement TEXT NOT NULL REFERENCES procurement (id) DEFERRABLE INITIALLY DEFERRED,
    parent      TEXT REFERENCES criterion (id) DEFERRABLE INITIALLY DEFERRED,
    position    TEXT NOT NULL,
    title       TEXT NOT NULL,
    asks        TEXT NOT NULL,
    weight      TEXT
) STRICT;
CREATE INDEX criterion_of_procurement ON criterion (procurement, position);
CREATE INDEX criterion_of_parent ON criterion (parent);
