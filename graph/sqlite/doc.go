// Package sqlite keeps the graph in one SQLite file: the embedded default; it
// implements graph.Store and knows neither language nor GraphQL.
//
// One connection writes, a pool of query-only connections reads, side by side
// in WAL mode, also across processes. What is derived is stored in rows that
// answer a question by one range seek: an edge for each entity and item, with
// the item's time key, and a pair for each two entities of an item, so that a
// page costs the same whatever the size of the store or the degree.
//
//	article ── member (block)          what identity is computed from
//	   │   ╲── assignment, former      who a local entity is, and was
//	   ├── report ── item ── edge, pair, item_words
//	   │      ╲── role
//	   └── usage ── tally ── entity ── entity_name, entity_words
package sqlite
