-- The decision (選定) of a procurement. `id` is the procurement's. `meeting_at` and `attendees` belong to the discussion.
CREATE TABLE decision (
    id          TEXT PRIMARY KEY REFERENCES procurement (id) DEFERRABLE INITIALLY DEFERRED,
    outcome     TEXT NOT NULL CHECK (outcome IN ('', 'award', 'none')),
    bidder      TEXT REFERENCES bidder (id) DEFERRABLE INITIALLY DEFERRED,
    reserve     TEXT REFERENCES bidder (id) DEFERRABLE INITIALLY DEFERRED,
    reason      TEXT NOT NULL,
    meeting_at  TEXT,
    attendees   TEXT NOT NULL,
    decided_at  TEXT
) STRICT;
CREATE INDEX decision_of_bidder ON decision (bidder);
CREATE INDEX decision_of_reserve ON decision (reserve);

-- A point of the discussion (検討会の論点), as expected or off expectation, with what follows from it.
CREATE TABLE discussion_point (
    id           TEXT PRIMARY KEY,
    procurement  TEXT NOT NULL REFERENCES procurement (id) DEFERRABLE INITIALLY DEFERRED,
    bidder       TEXT REFERENCES bidder (id) DEFERRABLE INITIALLY DEFERRED,
    position     TEXT NOT NULL,
    side         TEXT NOT NULL CHECK (side IN ('as-expected', 'off-expectation')),
    text         TEXT NOT NULL,
    request      TEXT NOT NULL,
    requested_at TEXT,
    reply        TEXT NOT NULL,
    replied_at   TEXT,
    state        TEXT NOT NULL CHECK (state IN ('open', 'settled', 'not-settled')),
    outcome      TEXT NOT NULL
) STRICT;
CREATE INDEX discussion_point_of_procurement ON discussion_point (procurement, position);
CREATE INDEX discussion_point_of_bidder ON discussion_point (bidder);

-- The approval request (稟議) of a procurement. `id` is the procurement's. `attachments` is the JSON list of their names.
CREATE TABLE approval (
    id           TEXT PRIMARY KEY REFERENCES procurement (id) DEFERRABLE INITIALLY DEFERRED,
    number       TEXT NOT NULL,
    drafted_on   TEXT,
    drafted_by   TEXT NOT NULL,
    subject      TEXT NOT NULL,
    reason       TEXT NOT NULL,
    merits       TEXT NOT NULL,
    demerits     TEXT NOT NULL,
    effect       TEXT NOT NULL,
    timing       TEXT NOT NULL,
    attachments  TEXT NOT NULL,
    submitted_at TEXT
) STRICT;

-- One approver of the route (承認経路). `at` and `outcome` are set when she has decided.
CREATE TABLE approval_step (
    id         TEXT PRIMARY KEY,
    approval   TEXT NOT NULL REFERENCES approval (id) DEFERRABLE INITIALLY DEFERRED,
    position   TEXT NOT NULL,
    name       TEXT NOT NULL,
    role       TEXT NOT NULL,
    outcome    TEXT NOT NULL CHECK (outcome IN ('', 'approved', 'conditions', 'held', 'rejected', 'sent-back')),
    at         TEXT,
    comment    TEXT NOT NULL
) STRICT;
CREATE INDEX approval_step_of_approval ON approval_step (approval, position);

-- A condition of an approval (承認の条件), followed up until it is met.
CREATE TABLE approval_condition (
    id       TEXT PRIMARY KEY,
    step     TEXT NOT NULL REFERENCES approval_step (id) DEFERRABLE INITIALLY DEFERRED,
    position TEXT NOT NULL,
    text     TEXT NOT NULL,
    met_at   TEXT,
    how      TEXT NOT NULL
) STRICT;
CREATE INDEX approval_condition_of_step ON approval_condition (step, position);

-- A notice (結果通知) to one bidder. `told` lists in JSON the marks whose comments it tells, as a strength or as a reason;
-- `cleared` the telling words that were knowingly left in it. Sent, it is never taken back.
CREATE TABLE notice (
    id       TEXT PRIMARY KEY,
    bidder   TEXT NOT NULL UNIQUE REFERENCES bidder (id) DEFERRABLE INITIALLY DEFERRED,
    kind     TEXT NOT NULL CHECK (kind IN ('award', 'regret', 'none')),
    number   TEXT NOT NULL,
    dated    TEXT,
    subject  TEXT NOT NULL,
    body     TEXT NOT NULL,
    told     TEXT NOT NULL,
    cleared  TEXT NOT NULL,
    made_at  TEXT,
    sent_at  TEXT,
    means    TEXT NOT NULL CHECK (means IN ('', 'mail', 'meeting', 'folder', 'post', 'other')),
    sent_by  TEXT NOT NULL
) STRICT;

-- A file of a notice, kept byte for byte under its SHA-256.
CREATE TABLE notice_file (
    id       TEXT PRIMARY KEY,
    notice   TEXT NOT NULL REFERENCES notice (id) DEFERRABLE INITIALLY DEFERRED,
    position TEXT NOT NULL,
    kind     TEXT NOT NULL CHECK (kind IN ('letter', 'mail')),
    name     TEXT NOT NULL,
    bytes    INTEGER NOT NULL CHECK (bytes > 0),
    sha256   TEXT NOT NULL CHECK (length(sha256) = 64)
) STRICT;
CREATE INDEX notice_file_of_notice ON notice_file (notice, position);
