-- Required items of a proposal (提案書の必須項目), two levels deep.
CREATE TABLE required_item (
    id          TEXT PRIMARY KEY,
    procurement TEXT NOT NULL REFERENCES procurement (id) DEFERRABLE INITIALLY DEFERRED,
    parent      TEXT REFERENCES required_item (id) DEFERRABLE INITIALLY DEFERRED,
    position    TEXT NOT NULL,
    title       TEXT NOT NULL
) STRICT;
CREATE INDEX required_item_of_procurement ON required_item (procurement, position);
CREATE INDEX required_item_of_parent ON required_item (parent);
