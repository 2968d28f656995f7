-- What bidders are to know beside the releases: an answer as it was shared, or another file. It never changes; a
-- corrected answer is a new one that `replaces` the old. `round` counts the acts of sharing (第1回 …). `only_for` is the
-- JSON list of the bidders it is meant for, empty for all. `snapshot` holds what the papers say of an answer.
CREATE TABLE shared_item (
    id          TEXT PRIMARY KEY,
    procurement TEXT NOT NULL REFERENCES procurement (id) DEFERRABLE INITIALLY DEFERRED,
    kind        TEXT NOT NULL CHECK (kind IN ('answer', 'file')),
    question    TEXT REFERENCES question (id) DEFERRABLE INITIALLY DEFERRED,
    replaces    TEXT REFERENCES shared_item (id) DEFERRABLE INITIALLY DEFERRED,
    title       TEXT NOT NULL,
    round       INTEGER NOT NULL CHECK (round >= 0),
    shared_at   TEXT NOT NULL,
    only_for    TEXT NOT NULL,
    snapshot    TEXT NOT NULL,
    name        TEXT NOT NULL,
    bytes       INTEGER NOT NULL CHECK (bytes >= 0),
    sha256      TEXT NOT NULL
) STRICT;
CREATE INDEX shared_item_of_procurement ON shared_item (procurement, shared_at);
CREATE INDEX shared_item_of_question ON shared_item (question);

-- A distribution (配布): named items for one bidder. Nothing counts as given before it is `sent`; «not sent after all»
-- is `unsent`.
CREATE TABLE distribution (
    id            TEXT PRIMARY KEY,
    procurement   TEXT NOT NULL REFERENCES procurement (id) DEFERRABLE INITIALLY DEFERRED,
    bidder        TEXT NOT NULL REFERENCES bidder (id) DEFERRABLE INITIALLY DEFERRED,
    state         TEXT NOT NULL CHECK (state IN ('prepared', 'sent', 'unsent')),
    prepared_at   TEXT NOT NULL,
    addressee     TEXT NOT NULL,
    mail          TEXT NOT NULL,
    subject       TEXT NOT NULL,
    body          TEXT NOT NULL,
    sent_at       TEXT,
    means         TEXT NOT NULL CHECK (means IN ('', 'mail', 'meeting', 'folder', 'post', 'other')),
    sent_by       TEXT NOT NULL,
    note          TEXT NOT NULL,
    unsent_at     TEXT,
    unsent_reason TEXT NOT NULL,
    received_at   TEXT,
    receipt       TEXT NOT NULL
) STRICT;
CREATE INDEX distribution_of_procurement ON distribution (procurement, prepared_at);
CREATE INDEX distribution_of_bidder ON distribution (bidder);

-- One item in a distribution: a release, or something shared beside the releases.
CREATE TABLE distribution_line (
    id           TEXT PRIMARY KEY,
    distribution TEXT NOT NULL REFERENCES distribution (id) DEFERRABLE INITIALLY DEFERRED,
    release      TEXT REFERENCES release (id) DEFERRABLE INITIALLY DEFERRED,
    shared_item  TEXT REFERENCES shared_item (id) DEFERRABLE INITIALLY DEFERRED,
    CHECK ((release IS NULL) <> (shared_item IS NULL))
) STRICT;
CREATE INDEX distribution_line_of_distribution ON distribution_line (distribution);

-- A file that was handed over in a distribution, kept byte for byte under its SHA-256.
CREATE TABLE distribution_file (
    id           TEXT PRIMARY KEY,
    distribution TEXT NOT NULL REFERENCES distribution (id) DEFERRABLE INITIALLY DEFERRED,
    position     TEXT NOT NULL,
    kind         TEXT NOT NULL CHECK (kind IN ('rfp', 'addendum', 'answers', 'answers-sheet', 'question-sheet', 'file', 'mail')),
    name         TEXT NOT NULL,
    bytes        INTEGER NOT NULL CHECK (bytes > 0),
    sha256       TEXT NOT NULL CHECK (length(sha256) = 64)
) STRICT;
CREATE INDEX distribution_file_of_distribution ON distribution_file (distribution, position);
