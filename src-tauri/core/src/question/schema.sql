-- Questions (質問) of the bidders, Q-001 and so on. `section` and `requirement` are keys within the release it was asked
-- about (or within the draft, before there is one); `cleared` lists in JSON the telling words that were knowingly left in
-- the shared wording; `revision` counts how often the answer has been shared;
-- `folded` holds what a search looks through.
CREATE TABLE question (
    id           TEXT PRIMARY KEY,
    procurement  TEXT NOT NULL REFERENCES procurement (id) DEFERRABLE INITIALLY DEFERRED,
    number       INTEGER NOT NULL CHECK (number > 0),
    release      TEXT REFERENCES release (id) DEFERRABLE INITIALLY DEFERRED,
    section      TEXT,
    requirement  TEXT,
    wording      TEXT NOT NULL,
    answer       TEXT NOT NULL,
    state        TEXT NOT NULL CHECK (state IN ('open', 'drafted', 'approved', 'shared', 'merged')),
    share        TEXT NOT NULL CHECK (share IN ('all', 'asker')),
    share_reason TEXT NOT NULL,
    owner        TEXT NOT NULL,
    due          TEXT NOT NULL,
    late         TEXT NOT NULL CHECK (late IN ('', 'accepted', 'declined')),
    late_reason  TEXT NOT NULL,
    merged_into  TEXT REFERENCES question (id) DEFERRABLE INITIALLY DEFERRED,
    cleared      TEXT NOT NULL,
    changes_rfp  INTEGER NOT NULL CHECK (changes_rfp IN (0, 1)),
    approved_at  TEXT,
    approved_by  TEXT NOT NULL,
    shared_at    TEXT,
    revision     INTEGER NOT NULL CHECK (revision >= 0),
    folded       TEXT NOT NULL,
    UNIQUE (procurement, number)
) STRICT;

-- Who asked a question, when, through what, and in which words. `source` names the row of the sheet or mail it came
-- from, so that the same one is not taken in twice; empty for what was typed.
CREATE TABLE question_asker (
    id          TEXT PRIMARY KEY,
    question    TEXT NOT NULL REFERENCES question (id) DEFERRABLE INITIALLY DEFERRED,
    bidder      TEXT NOT NULL REFERENCES bidder (id) DEFERRABLE INITIALLY DEFERRED,
    hearing     TEXT REFERENCES hearing (id) DEFERRABLE INITIALLY DEFERRED,
    received_at TEXT NOT NULL,
    channel     TEXT NOT NULL CHECK (channel IN ('meeting', 'mail', 'phone', 'sheet', 'other')),
    person      TEXT NOT NULL,
    words       TEXT NOT NULL,
    source      TEXT NOT NULL,
    folded      TEXT NOT NULL
) STRICT;
CREATE INDEX question_asker_of_question ON question_asker (question);
CREATE INDEX question_asker_of_bidder ON question_asker (bidder);
CREATE INDEX question_asker_of_hearing ON question_asker (hearing);

-- The highest question number ever given in a procurement, so that none is given twice. `id` is the procurement's.
CREATE TABLE question_count (
    id   TEXT PRIMARY KEY REFERENCES procurement (id) DEFERRABLE INITIALLY DEFERRED,
    last INTEGER NOT NULL CHECK (last > 0)
) STRICT;
