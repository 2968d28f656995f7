-- Spans of days on which the company is closed; both ends are closed days.
CREATE TABLE closed_day (
    id        TEXT PRIMARY KEY,
    first_day TEXT NOT NULL,
    last_day  TEXT NOT NULL CHECK (last_day >= first_day),
    name      TEXT NOT NULL
) STRICT;
