CREATE TABLE article (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  key TEXT NOT NULL UNIQUE,
  url TEXT NOT NULL,
  publisher TEXT NOT NULL,
  language TEXT NOT NULL,
  version TEXT NOT NULL,
  hash TEXT NOT NULL,
  extractor TEXT NOT NULL,
  published TEXT,            -- JSON of a date
  first INTEGER,             -- its first and last day
  last INTEGER,
  time TEXT NOT NULL,        -- time key
  loaded INTEGER NOT NULL,   -- microseconds, Unix
  copies TEXT NOT NULL,      -- least id in its group of near copies
  content TEXT NOT NULL,     -- JSON of the article
  extraction BLOB NOT NULL   -- JSON, deflated
);
CREATE INDEX article_time ON article(time);
CREATE INDEX article_copies ON article(copies);
CREATE INDEX article_url ON article(url) WHERE url <> '';

CREATE TABLE member (block TEXT, article TEXT, local TEXT, payload BLOB, PRIMARY KEY (block, article, local)) WITHOUT ROWID;
CREATE INDEX member_article ON member(article);
CREATE TABLE assignment (article TEXT, local TEXT, entity TEXT, candidates TEXT, PRIMARY KEY (article, local)) WITHOUT ROWID;
CREATE INDEX assignment_entity ON assignment(entity);
CREATE TABLE former (id TEXT, article TEXT, local TEXT, PRIMARY KEY (id, article, local)) WITHOUT ROWID;
CREATE INDEX former_article ON former(article);
CREATE TABLE mark (name TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE copy (a TEXT, b TEXT, PRIMARY KEY (a, b)) WITHOUT ROWID; -- in both directions
CREATE INDEX copy_b ON copy(b);

CREATE TABLE report (fact TEXT, article TEXT, local TEXT, first INTEGER, last INTEGER, payload TEXT, PRIMARY KEY (fact, article, local)) WITHOUT ROWID;
CREATE INDEX report_article ON report(article);
CREATE INDEX report_first ON report(fact, first);
CREATE INDEX report_last ON report(fact, last);

CREATE TABLE usage (article TEXT, entity TEXT, names TEXT, details TEXT, PRIMARY KEY (article, entity)) WITHOUT ROWID;
CREATE INDEX usage_entity ON usage(entity);
CREATE TABLE tally (entity TEXT, field TEXT, value TEXT, count INTEGER, PRIMARY KEY (entity, field, value)) WITHOUT ROWID;
CREATE TABLE reach (entity TEXT, copies TEXT, count INTEGER, PRIMARY KEY (entity, copies)) WITHOUT ROWID;
CREATE TABLE reached (entity TEXT PRIMARY KEY, count INTEGER) WITHOUT ROWID; -- rows of reach

CREATE TABLE entity (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, rank TEXT NOT NULL, content TEXT NOT NULL);
CREATE INDEX entity_rank ON entity(kind, rank);
CREATE TABLE entity_name (fold TEXT, entity TEXT, PRIMARY KEY (fold, entity)) WITHOUT ROWID;
CREATE INDEX entity_name_entity ON entity_name(entity);
CREATE TABLE role (id TEXT PRIMARY KEY, holder TEXT NOT NULL, body TEXT NOT NULL, content TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX role_holder ON role(holder);
CREATE INDEX role_body ON role(body);

CREATE TABLE item (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  time TEXT NOT NULL UNIQUE, -- time key, which ends in the id
  kind TEXT NOT NULL,
  type TEXT NOT NULL,        -- event type, act or stage
  status TEXT NOT NULL,
  form TEXT NOT NULL,
  stance TEXT NOT NULL,
  first INTEGER, last INTEGER,
  basis TEXT NOT NULL,
  width INTEGER NOT NULL,    -- days by which its precision counts
  named_interval INTEGER NOT NULL,
  score REAL,
  confidence REAL NOT NULL,
  sources INTEGER NOT NULL,
  speaker TEXT NOT NULL, policy TEXT NOT NULL,
  content TEXT NOT NULL
);
CREATE INDEX item_kind ON item(kind, time);
CREATE INDEX item_stance ON item(policy, speaker) WHERE stance NOT IN ('', 'UNKNOWN');
CREATE INDEX item_speaker ON item(speaker) WHERE stance NOT IN ('', 'UNKNOWN');
CREATE TABLE edge (entity TEXT, time TEXT, item INTEGER, roles INTEGER, PRIMARY KEY (entity, time)) WITHOUT ROWID;
CREATE INDEX edge_item ON edge(item);
CREATE TABLE pair (a TEXT, b TEXT, time TEXT, item INTEGER, a_roles INTEGER, b_roles INTEGER, PRIMARY KEY (a, b, time)) WITHOUT ROWID;
CREATE INDEX pair_item ON pair(item);
CREATE TABLE change (seq INTEGER PRIMARY KEY AUTOINCREMENT, item TEXT NOT NULL);

CREATE VIRTUAL TABLE item_words USING fts5(words, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0");
CREATE VIRTUAL TABLE entity_words USING fts5(words, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0");
CREATE VIRTUAL TABLE article_words USING fts5(title, words, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0");
