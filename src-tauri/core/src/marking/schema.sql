-- What was changed in criteria, weights or rules after a release, and why (発行後の変更). `lines` is the JSON of the change
-- in words of the process.
CREATE TABLE criterion_change (
    id          TEXT PRIMARY KEY,
    procurement TEXT NOT NULL REFERENCES procurement (id) DEFERRABLE INITIALLY DEFERRED,
    at          TEXT NOT NULL,
    by          TEXT NOT NULL,
    reason      TEXT NOT NULL,
    lines       TEXT NOT NULL
) STRICT;
CREATE INDEX criterion_change_of_procurement ON criterion_change (procurement, at);

-- A conflict-of-interest statement (利益相反の申告) of an evaluator. The latest holds.
CREATE TABLE conflict_statement (
    id        TEXT PRIMARY KEY,
    evaluator TEXT NOT NULL REFERENCES evaluator (id) DEFERRABLE INITIALLY DEFERRED,
    signed_at TEXT NOT NULL,
    conflict  INTEGER NOT NULL CHECK (conflict IN (0, 1)),
    note      TEXT NOT NULL
) STRICT;
CREATE INDEX conflict_statement_of_evaluator ON conflict_statement (evaluator, signed_at);

-- A bidder a statement names, and what was ruled: she steps aside there, or marks it for a reason.
CREATE TABLE conflict (
    id        TEXT PRIMARY KEY,
    statement TEXT NOT NULL REFERENCES conflict_statement (id) DEFERRABLE INITIALLY DEFERRED,
    bidder    TEXT NOT NULL REFERENCES bidder (id) DEFERRABLE INITIALLY DEFERRED,
    what      TEXT NOT NULL,
    ruling    TEXT NOT NULL CHECK (ruling IN ('', 'aside', 'allowed')),
    reason    TEXT NOT NULL,
    UNIQUE (statement, bidder)
) STRICT;
CREATE INDEX conflict_of_bidder ON conflict (bidder);

-- A sheet that was handed in (評価シートの提出). It never changes afterwards. Where prices are kept closed, `part` is 'main'
-- for all that is not price, and 'price' later; otherwise 'all'.
CREATE TABLE hand_in (
    id        TEXT PRIMARY KEY,
    evaluator TEXT NOT NULL REFERENCES evaluator (id) DEFERRABLE INITIALLY DEFERRED,
    part      TEXT NOT NULL CHECK (part IN ('all', 'main', 'price')),
    at        TEXT NOT NULL,
    means     TEXT NOT NULL CHECK (means IN ('app', 'excel', 'paper')),
    UNIQUE (evaluator, part)
) STRICT;

-- A mark (評点) with its comment. `mark` is what the scheme knows: ○, a grade, points, pass or fail; empty where only a
-- comment stands. A blank is no zero.
CREATE TABLE mark (
    id        TEXT PRIMARY KEY,
    evaluator TEXT NOT NULL REFERENCES evaluator (id) DEFERRABLE INITIALLY DEFERRED,
    criterion TEXT NOT NULL REFERENCES criterion (id) DEFERRABLE INITIALLY DEFERRED,
    bidder    TEXT NOT NULL REFERENCES bidder (id) DEFERRABLE INITIALLY DEFERRED,
    mark      TEXT NOT NULL,
    comment   TEXT NOT NULL,
    may_tell  INTEGER NOT NULL CHECK (may_tell IN (0, 1)),
    UNIQUE (evaluator, criterion, bidder)
) STRICT;
CREATE INDEX mark_of_criterion ON mark (criterion);
CREATE INDEX mark_of_bidder ON mark (bidder);

-- A mark that was agreed on (合議) in place of the evaluators' own, which are kept. `agreed_by` is the JSON list of names.
CREATE TABLE consensus (
    id        TEXT PRIMARY KEY,
    criterion TEXT NOT NULL REFERENCES criterion (id) DEFERRABLE INITIALLY DEFERRED,
    bidder    TEXT NOT NULL REFERENCES bidder (id) DEFERRABLE INITIALLY DEFERRED,
    mark      TEXT NOT NULL,
    reason    TEXT NOT NULL,
    agreed_at TEXT NOT NULL,
    agreed_by TEXT NOT NULL,
    UNIQUE (criterion, bidder)
) STRICT;
CREATE INDEX consensus_of_bidder ON consensus (bidder);

-- A bidder that is left out of the comparison by a decision, and taken back where `lifted_at` is set.
CREATE TABLE exclusion (
    id            TEXT PRIMARY KEY,
    bidder        TEXT NOT NULL REFERENCES bidder (id) DEFERRABLE INITIALLY DEFERRED,
    at            TEXT NOT NULL,
    reason        TEXT NOT NULL,
    lifted_at     TEXT,
    lifted_reason TEXT NOT NULL
) STRICT;
CREATE INDEX exclusion_of_bidder ON exclusion (bidder, at);
