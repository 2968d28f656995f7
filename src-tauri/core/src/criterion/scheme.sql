-- How a criterion is judged: `scheme` is the JSON of its scheme; `minimum` the smallest share of its weight with which a
-- bidder stays in, an exact decimal from 0 to 1; `follows_price` says that its marks are to follow the order of the prices.
ALTER TABLE criterion ADD COLUMN scheme TEXT NOT NULL DEFAULT '{"kind":"relative"}';
ALTER TABLE criterion ADD COLUMN minimum TEXT;
ALTER TABLE criterion ADD COLUMN follows_price INTEGER NOT NULL DEFAULT 0 CHECK (follows_price IN (0, 1));

-- The rules of judging of a procurement (評価の決まり), where they differ from the usual ones. `id` is the procurement's.
-- `marks` is the JSON of the values of ○△×; `ties` the JSON of what settles a tie, in its order; `minimum` the smallest
-- share of all points; `tax_rate` in percent; `price_opened_at` is set
-- where prices were opened early; `term_months` where it is not the months of the contract.
CREATE TABLE judging (
    id           TEXT PRIMARY KEY REFERENCES procurement (id) DEFERRABLE INITIALLY DEFERRED,
    marks        TEXT NOT NULL,
    pooling      TEXT NOT NULL CHECK (pooling IN ('mean', 'sum')),
    division     INTEGER CHECK (division > 0),
    places       INTEGER NOT NULL CHECK (places BETWEEN 0 AND 6),
    rounding     TEXT NOT NULL CHECK (rounding IN ('half-up', 'cut')),
    minimum      TEXT,
    ties         TEXT NOT NULL,
    tax          TEXT NOT NULL CHECK (tax IN ('excluded', 'included')),
    tax_rate     TEXT NOT NULL,
    term_months  INTEGER CHECK (term_months > 0),
    price_closed INTEGER NOT NULL CHECK (price_closed IN (0, 1)),
    price_opened_at TEXT,
    due          TEXT NOT NULL
) STRICT;

-- Sets of criteria (評価項目のひな形) that were saved for other procurements. `parts` is JSON.
CREATE TABLE criterion_set (
    id       TEXT PRIMARY KEY,
    name     TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    parts    TEXT NOT NULL
) STRICT;
