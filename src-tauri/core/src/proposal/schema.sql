-- Proposals (提案書): what a bidder handed in. `received_at` is a moment of the zone of meaning; `late_ruling` what was
-- decided about one that came after the deadline. Head counts are exact decimals, or empty.
CREATE TABLE proposal (
    id           TEXT PRIMARY KEY,
    procurement  TEXT NOT NULL REFERENCES procurement (id) DEFERRABLE INITIALLY DEFERRED,
    bidder       TEXT NOT NULL UNIQUE REFERENCES bidder (id) DEFERRABLE INITIALLY DEFERRED,
    received_at  TEXT NOT NULL,
    means        TEXT NOT NULL CHECK (means IN ('', 'mail', 'meeting', 'folder', 'post', 'other')),
    late_ruling  TEXT NOT NULL CHECK (late_ruling IN ('', 'accepted', 'refused')),
    late_reason  TEXT NOT NULL,
    receipt_at   TEXT,
    valid_until  TEXT,
    staff        TEXT NOT NULL,
    leads        TEXT NOT NULL,
    busy_extra   TEXT NOT NULL,
    team         TEXT NOT NULL,
    summary      TEXT NOT NULL
) STRICT;
CREATE INDEX proposal_of_procurement ON proposal (procurement, received_at);

-- A file of a proposal, kept byte for byte under its SHA-256. `bound` marks the PDF that was bound from photos.
CREATE TABLE proposal_file (
    id          TEXT PRIMARY KEY,
    proposal    TEXT NOT NULL REFERENCES proposal (id) DEFERRABLE INITIALLY DEFERRED,
    position    TEXT NOT NULL,
    kind        TEXT NOT NULL CHECK (kind IN ('proposal', 'estimate', 'response', 'scan', 'other')),
    name        TEXT NOT NULL,
    bytes       INTEGER NOT NULL CHECK (bytes >= 0),
    sha256      TEXT NOT NULL CHECK (length(sha256) = 64),
    received_at TEXT NOT NULL,
    note        TEXT NOT NULL,
    bound       INTEGER NOT NULL CHECK (bound IN (0, 1))
) STRICT;
CREATE INDEX proposal_file_of_proposal ON proposal_file (proposal, position);

-- An estimate (見積): the first, and each later one with its reason. The highest `revision` holds. `file` is the paper it
-- was read from; `dated` the day on it. Amounts are whole units of the currency.
CREATE TABLE estimate (
    id          TEXT PRIMARY KEY,
    proposal    TEXT NOT NULL REFERENCES proposal (id) DEFERRABLE INITIALLY DEFERRED,
    revision    INTEGER NOT NULL CHECK (revision > 0),
    dated       TEXT NOT NULL,
    received_at TEXT NOT NULL,
    reason      TEXT NOT NULL,
    file        TEXT REFERENCES proposal_file (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (proposal, revision)
) STRICT;

-- A line of an estimate. `quantity` is an exact decimal; a monthly line counts from month `from_month` to `to_month` of the
-- contract, both included, open ends being the first and the last.
CREATE TABLE estimate_line (
    id         TEXT PRIMARY KEY,
    estimate   TEXT NOT NULL REFERENCES estimate (id) DEFERRABLE INITIALLY DEFERRED,
    position   TEXT NOT NULL,
    kind       TEXT NOT NULL CHECK (kind IN ('one-off', 'monthly', 'unit')),
    title      TEXT NOT NULL,
    unit_price INTEGER,
    quantity   TEXT NOT NULL,
    unit       TEXT NOT NULL,
    from_month INTEGER CHECK (from_month > 0),
    to_month   INTEGER CHECK (to_month > 0),
    tax        TEXT NOT NULL CHECK (tax IN ('excluded', 'included', 'exempt'))
) STRICT;
CREATE INDEX estimate_line_of_estimate ON estimate_line (estimate, position);

-- Whether a required item is in a proposal (必須項目の確認), and on which page.
CREATE TABLE item_check (
    id            TEXT PRIMARY KEY,
    proposal      TEXT NOT NULL REFERENCES proposal (id) DEFERRABLE INITIALLY DEFERRED,
    required_item TEXT NOT NULL REFERENCES required_item (id) DEFERRABLE INITIALLY DEFERRED,
    state         TEXT NOT NULL CHECK (state IN ('', 'present', 'partly', 'missing')),
    page          TEXT NOT NULL,
    note          TEXT NOT NULL,
    UNIQUE (proposal, required_item)
) STRICT;
CREATE INDEX item_check_of_required_item ON item_check (required_item);

-- How a bidder answers a requirement (要求事項への回答). `requirement` is its key in the release that was answered.
CREATE TABLE requirement_answer (
    id          TEXT PRIMARY KEY,
    proposal    TEXT NOT NULL REFERENCES proposal (id) DEFERRABLE INITIALLY DEFERRED,
    requirement TEXT NOT NULL,
    answer      TEXT NOT NULL CHECK (answer IN ('', 'full', 'partly', 'alternative', 'none')),
    words       TEXT NOT NULL,
    UNIQUE (proposal, requirement)
) STRICT;
