-- Why a conflict-of-interest statement takes the place of an earlier one (申告し直した理由); empty for the first.
ALTER TABLE conflict_statement ADD COLUMN reason TEXT NOT NULL DEFAULT '';
