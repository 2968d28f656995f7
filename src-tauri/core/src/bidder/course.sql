-- A step of a bidder (候補ベンダーの状態): every change of status is dated and kept. `reason` says why one declined;
-- `volume` from how many person-months it would come, an exact decimal.
CREATE TABLE bidder_step (
    id     TEXT PRIMARY KEY,
    bidder TEXT NOT NULL REFERENCES bidder (id) DEFERRABLE INITIALLY DEFERRED,
    status TEXT NOT NULL,
    at     TEXT NOT NULL,
    note   TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason IN ('', 'busy', 'too-small', 'other')),
    volume TEXT NOT NULL
) STRICT;
CREATE INDEX bidder_step_of_bidder ON bidder_step (bidder, at);

-- A hearing (お打ち合わせ) with a bidder. `at` is a moment of the zone of meaning, as the schedule keeps them.
CREATE TABLE hearing (
    id          TEXT PRIMARY KEY,
    procurement TEXT NOT NULL REFERENCES procurement (id) DEFERRABLE INITIALLY DEFERRED,
    bidder      TEXT NOT NULL REFERENCES bidder (id) DEFERRABLE INITIALLY DEFERRED,
    at          TEXT NOT NULL,
    minutes     INTEGER CHECK (minutes > 0),
    place       TEXT NOT NULL,
    ours        TEXT NOT NULL,
    theirs      TEXT NOT NULL,
    notes       TEXT NOT NULL
) STRICT;
CREATE INDEX hearing_of_procurement ON hearing (procurement, at);
CREATE INDEX hearing_of_bidder ON hearing (bidder);
