-- The criteria an evaluator judges: the JSON list of their keys, empty for all.
ALTER TABLE evaluator ADD COLUMN judges TEXT NOT NULL DEFAULT '[]';
