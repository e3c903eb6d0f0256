ALTER TABLE item ADD COLUMN evidence TEXT; -- JSON of the best, NULL where reports have changed since the item was folded
