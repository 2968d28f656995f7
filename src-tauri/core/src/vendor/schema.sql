-- Vendors (ベンダー), kept across procurements. The name is stored bare, without 御中.
CREATE TABLE vendor (
    id      TEXT PRIMARY KEY,
    name    TEXT NOT NULL CHECK (name <> ''),
    reading TEXT NOT NULL
) STRICT;
