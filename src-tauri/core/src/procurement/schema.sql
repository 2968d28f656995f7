-- A procurement (案件): one vendor selection. `lang` is the language of its papers, `zone` the zone its times mean.
CREATE TABLE procurement (
    id         TEXT PRIMARY KEY,
    title      TEXT NOT NULL CHECK (title <> ''),
    lang       TEXT NOT NULL CHECK (lang IN ('ja', 'en')),
    zone       TEXT NOT NULL,
    is_sample  INTEGER NOT NULL CHECK (is_sample IN (0, 1)),
    archived   INTEGER NOT NULL CHECK (archived IN (0, 1)),
    created_at TEXT NOT NULL
) STRICT;

-- A fact: something entered once and drawn from everywhere. `key` is one of FactKey.
CREATE TABLE fact (
    id          TEXT PRIMARY KEY,
    procurement TEXT NOT NULL REFERENCES procurement (id) DEFERRABLE INITIALLY DEFERRED,
    key         TEXT NOT NULL,
    value       TEXT NOT NULL CHECK (value <> ''),
    UNIQUE (procurement, key)
) STRICT;
