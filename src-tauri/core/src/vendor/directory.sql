-- What the directory keeps of a vendor. `aliases` and `domains` are lists in JSON; `smallest` is an exact decimal in
-- person-months (人月); days are YYYY-MM-DD; empty where not known. `is_sample` came with the sample procurement.
ALTER TABLE vendor ADD COLUMN aliases       TEXT NOT NULL DEFAULT '[]';
ALTER TABLE vendor ADD COLUMN domains       TEXT NOT NULL DEFAULT '[]';
ALTER TABLE vendor ADD COLUMN web           TEXT NOT NULL DEFAULT '';
ALTER TABLE vendor ADD COLUMN found         TEXT NOT NULL DEFAULT '' CHECK (found IN ('', 'search', 'community', 'adviser', 'peer', 'own'));
ALTER TABLE vendor ADD COLUMN found_detail  TEXT NOT NULL DEFAULT '';
ALTER TABLE vendor ADD COLUMN does          TEXT NOT NULL DEFAULT '';
ALTER TABLE vendor ADD COLUMN smallest      TEXT NOT NULL DEFAULT '';
ALTER TABLE vendor ADD COLUMN nda           TEXT NOT NULL DEFAULT 'none' CHECK (nda IN ('none', 'sent', 'signed'));
ALTER TABLE vendor ADD COLUMN nda_signed_on TEXT NOT NULL DEFAULT '';
ALTER TABLE vendor ADD COLUMN nda_until     TEXT NOT NULL DEFAULT '';
ALTER TABLE vendor ADD COLUMN notes         TEXT NOT NULL DEFAULT '';
ALTER TABLE vendor ADD COLUMN is_sample     INTEGER NOT NULL DEFAULT 0 CHECK (is_sample IN (0, 1));

-- A person of a vendor. Names are stored bare, without 様.
CREATE TABLE vendor_contact (
    id         TEXT PRIMARY KEY,
    vendor     TEXT NOT NULL REFERENCES vendor (id) DEFERRABLE INITIALLY DEFERRED,
    position   TEXT NOT NULL,
    name       TEXT NOT NULL,
    reading    TEXT NOT NULL,
    department TEXT NOT NULL,
    title      TEXT NOT NULL,
    mail       TEXT NOT NULL,
    phone      TEXT NOT NULL,
    notes      TEXT NOT NULL
) STRICT;
CREATE INDEX vendor_contact_of_vendor ON vendor_contact (vendor, position);

-- A file kept about a vendor, under its SHA-256.
CREATE TABLE vendor_file (
    id       TEXT PRIMARY KEY,
    vendor   TEXT NOT NULL REFERENCES vendor (id) DEFERRABLE INITIALLY DEFERRED,
    name     TEXT NOT NULL,
    bytes    INTEGER NOT NULL CHECK (bytes >= 0),
    sha256   TEXT NOT NULL CHECK (length(sha256) = 64),
    added_at TEXT NOT NULL
) STRICT;
CREATE INDEX vendor_file_of_vendor ON vendor_file (vendor);

-- How the columns of a vendor's own sheets were understood, so that it is asked only once. `id` is the vendor's.
CREATE TABLE vendor_columns (
    id      TEXT PRIMARY KEY REFERENCES vendor (id) DEFERRABLE INITIALLY DEFERRED,
    columns TEXT NOT NULL
) STRICT;
