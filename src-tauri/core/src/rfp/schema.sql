-- A section (項目) of an RFP: a node of its tree, in the order of `position` among its siblings.
CREATE TABLE section (
    id               TEXT PRIMARY KEY,
    procurement      TEXT NOT NULL REFERENCES procurement (id) DEFERRABLE INITIALLY DEFERRED,
    parent           TEXT REFERENCES section (id) DEFERRABLE INITIALLY DEFERRED,
    position         TEXT NOT NULL,
    title            TEXT NOT NULL CHECK (title <> ''),
    body             TEXT NOT NULL,
    hint             TEXT NOT NULL,
    optional         INTEGER NOT NULL CHECK (optional IN (0, 1)),
    optional_allowed INTEGER NOT NULL CHECK (optional_allowed IN (0, 1)),
    optional_wording TEXT NOT NULL,
    done             INTEGER NOT NULL CHECK (done IN (0, 1))
) STRICT;
CREATE INDEX section_by_procurement ON section (procurement, position);
CREATE INDEX section_by_parent ON section (parent);

-- A requirement (要求事項), R-001 and so on.
CREATE TABLE requirement (
    id          TEXT PRIMARY KEY,
    procurement TEXT NOT NULL REFERENCES procurement (id) DEFERRABLE INITIALLY DEFERRED,
    section     TEXT REFERENCES section (id) DEFERRABLE INITIALLY DEFERRED,
    position    TEXT NOT NULL,
    number      INTEGER NOT NULL CHECK (number > 0),
    level       TEXT NOT NULL CHECK (level IN ('must', 'want')),
    text        TEXT NOT NULL CHECK (text <> ''),
    UNIQUE (procurement, number)
) STRICT;
CREATE INDEX requirement_by_section ON requirement (section);

-- The highest requirement number ever given in a procurement, so that none is given twice. `id` is the procurement's.
CREATE TABLE requirement_count (
    id   TEXT PRIMARY KEY REFERENCES procurement (id) DEFERRABLE INITIALLY DEFERRED,
    last INTEGER NOT NULL CHECK (last > 0)
) STRICT;

-- A release (発行版): what left the house, frozen. `snapshot` holds everything its papers say.
CREATE TABLE release (
    id          TEXT PRIMARY KEY,
    procurement TEXT NOT NULL REFERENCES procurement (id) DEFERRABLE INITIALLY DEFERRED,
    number      TEXT NOT NULL,
    kind        TEXT NOT NULL CHECK (kind IN ('release', 'addendum')),
    issued_at   TEXT NOT NULL,
    reason      TEXT NOT NULL,
    snapshot    TEXT NOT NULL,
    incomplete  TEXT NOT NULL,
    UNIQUE (procurement, number)
) STRICT;

-- A paper of a release, kept byte for byte under its SHA-256.
CREATE TABLE release_file (
    id        TEXT PRIMARY KEY,
    release   TEXT NOT NULL REFERENCES release (id) DEFERRABLE INITIALLY DEFERRED,
    position  TEXT NOT NULL,
    name      TEXT NOT NULL,
    bytes     INTEGER NOT NULL CHECK (bytes > 0),
    sha256    TEXT NOT NULL CHECK (length(sha256) = 64),
    bidder    TEXT,
    addressee TEXT
) STRICT;
CREATE INDEX release_file_by_release ON release_file (release, position);

-- An outline (ひな形) of one's own, saved from a procurement.
CREATE TABLE outline (
    id          TEXT PRIMARY KEY,
    title       TEXT NOT NULL CHECK (title <> ''),
    description TEXT NOT NULL,
    lang        TEXT NOT NULL CHECK (lang IN ('ja', 'en')),
    content     TEXT NOT NULL
) STRICT;
