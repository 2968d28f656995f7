-- Bidders (候補ベンダー): a vendor taking part in one procurement, with the person to write to, stored bare, without 様.
-- `copy_number` is the number of this bidder's copy of the RFP, given with the first release and kept.
CREATE TABLE bidder (
    id             TEXT PRIMARY KEY,
    procurement    TEXT NOT NULL REFERENCES procurement (id) DEFERRABLE INITIALLY DEFERRED,
    vendor         TEXT NOT NULL REFERENCES vendor (id) DEFERRABLE INITIALLY DEFERRED,
    position       TEXT NOT NULL,
    department     TEXT NOT NULL,
    person         TEXT NOT NULL,
    person_reading TEXT NOT NULL,
    mail           TEXT NOT NULL,
    phone          TEXT NOT NULL,
    status         TEXT NOT NULL,
    copy_number    INTEGER
) STRICT;
CREATE INDEX bidder_of_procurement ON bidder (procurement, position);
CREATE INDEX bidder_of_vendor ON bidder (vendor);
