CREATE TABLE judgement (id TEXT PRIMARY KEY, content TEXT NOT NULL) WITHOUT ROWID; -- JSON of the judgement
