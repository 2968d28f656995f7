-- A version of the selection report (選定結果報告書) that was made, and the SHA-256 of what it says.
CREATE TABLE selection_report (
    id          TEXT PRIMARY KEY,
    procurement TEXT NOT NULL REFERENCES procurement (id) DEFERRABLE INITIALLY DEFERRED,
    number      INTEGER NOT NULL CHECK (number > 0),
    made_at     TEXT NOT NULL,
    sha256      TEXT NOT NULL CHECK (length(sha256) = 64)
) STRICT;
CREATE INDEX selection_report_of_procurement ON selection_report (procurement, number);
