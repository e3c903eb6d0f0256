package graph

import (
	"context"
	"iter"
)

// A Store keeps the graph. Readers may work while one writer writes; what a
// call acknowledged survives the process being killed.
type Store interface {
	Reader
	Writer
	Judge
	Resolver
	Scanner
	Close() error
}

// A Reader answers questions. Unknown IDs are left out of answers and are no
// error. Every method gives errors of the kinds in this package; malformed
// cursors are BadRequest.
type Reader interface {
	EntityReader
	ItemReader
	ArticleReader
	// Search ranks by relevance; one page follows another without repeats
	// while nothing changes.
	Search(ctx context.Context, q Search, page Page) (Connection[Hit], error)
	Stats(ctx context.Context) (Stats, error)
	// Changes gives items added since a sequence number, in commit order, at
	// most limit. LastChange is the newest sequence number, 0 if there is none.
	Changes(ctx context.Context, since int64, limit int) ([]Change, error)
	LastChange(ctx context.Context) (int64, error)
}

// An EntityReader answers questions about entities and roles.
type EntityReader interface {
	// Entities gives the entities with these IDs, in any order. An ID that no
	// longer is one resolves to the entity that holds most of what it named;
	// the answer is keyed by the ID that was asked.
	Entities(ctx context.Context, ids []ID) (map[ID]Entity, error)
	// FindEntities gives the entities that a key names exactly: an ID, an ISO
	// code, a Wikidata identifier, else a name or alias (folded). The most
	// mentioned come first; at most 20. An empty kind means any.
	FindEntities(ctx context.Context, key string, kind EntityKind) ([]Entity, error)
	// ListEntities lists by kinds and prefix of a name or alias (folded), most
	// mentioned first, then by ID.
	ListEntities(ctx context.Context, kinds []EntityKind, prefix string, page Page) (Connection[Entity], error)
	CountEntities(ctx context.Context, kinds []EntityKind, prefix string) (int, error)
	// Related gives the entities that share matching items with one, most
	// shared first, then by ID.
	Related(ctx context.Context, id ID, kinds []EntityKind, f Filter, page Page) (Connection[Related], error)
	// RolesOf gives the roles that these people hold, or that are held in
	// these countries and bodies, sorted by (from, to, id).
	RolesOf(ctx context.Context, ids []ID) ([]Role, error)
	// Positions gives the latest stance of each (actor, policy), sorted by
	// (actor, policy); positions under a filter of stances are those whose
	// latest stance is one of them.
	Positions(ctx context.Context, q PositionQuery, page Page) (Connection[Position], error)
	// Paths gives the shortest chains, shortest first, then by the IDs on them.
	// Ends that share items give a chain for each of the items; longer chains
	// differ in their entities, and lead over the item with the least ID.
	Paths(ctx context.Context, q PathQuery) ([][]PathStep, error)
	// Links sums up the matching items in which both entities take part, most
	// frequent first, then by (kind, type, from). The direction of an item goes
	// from its speaker or actor to its addressee, target or what it is about.
	Links(ctx context.Context, a, b ID, f Filter) ([]LinkSummary, error)
}

// An ItemReader answers questions about timeline items.
type ItemReader interface {
	// Items gives the items with these IDs; former IDs resolve as in Entities.
	Items(ctx context.Context, ids []ID) (map[ID]Item, error)
	// Timeline gives a page of the matching items. Its cursors are stable
	// under inserts. Under AsOf items are folded from the visible reports.
	Timeline(ctx context.Context, f Filter, order Order, page Page) (Connection[Item], error)
	// CountItems counts the matching items, exactly up to CountLimit; more
	// gives CountLimit+1.
	CountItems(ctx context.Context, f Filter) (int, error)
	// Evidence gives for each item or role its evidence, best first
	// (confidence, then publication, then article and place), at most limit
	// each. That of a position change is that of its two statements.
	Evidence(ctx context.Context, facts []ID, limit int, asOf *AsOf) (map[ID][]Evidence, error)
	// Histogram counts; buckets come by (start, series).
	Histogram(ctx context.Context, q Histogram) ([]Bucket, error)
}

// An ArticleReader answers questions about articles.
type ArticleReader interface {
	// Articles gives the articles with these IDs.
	Articles(ctx context.Context, ids []ID) (map[ID]Article, error)
	// FindArticle finds by ID, key or URL; nil if there is none.
	FindArticle(ctx context.Context, key string) (*Article, error)
	// ListArticles orders by (publication start, end, id), without a date first in Asc.
	ListArticles(ctx context.Context, f ArticleFilter, order Order, page Page) (Connection[Article], error)
	CountArticles(ctx context.Context, f ArticleFilter) (int, error)
	// ArticleTimeline gives the matching items that an article reports.
	ArticleTimeline(ctx context.Context, article ID, f Filter, order Order, page Page) (Connection[Item], error)
	CountArticleItems(ctx context.Context, article ID, f Filter) (int, error)
	// Extraction gives what was found in an article; nil if it is unknown.
	Extraction(ctx context.Context, article ID) (*Extraction, error)
	// Mentions gives the places of an article in order, resolved.
	Mentions(ctx context.Context, article ID, limit int) ([]Mention, error)
	// Dates gives the date expressions of articles, each list in order of place.
	Dates(ctx context.Context, articles []ID) (map[ID][]LocalDate, error)
	// Copies gives the near copies of an article, itself left out, by ID.
	Copies(ctx context.Context, article ID, limit int) ([]Article, error)
}

// A Writer puts and deletes articles. What it touches is marked for identity,
// in the same transaction; a load has ended when no mark is left.
type Writer interface {
	// Known tells of keys the version and hash that the store holds.
	Known(ctx context.Context, keys []string) (map[string]Known, error)
	// Put stores readings, all or none. For a key that is there, the greater
	// version stays; an equal one changes nothing. The outcomes are in order.
	Put(ctx context.Context, readings []Reading) ([]Outcome, error)
	// Refresh replaces the extractions and members of articles that are there
	// in the version of the reading; the others are left alone.
	Refresh(ctx context.Context, readings []Reading) error
	// Delete erases articles by ID, key or URL, with what only they supported.
	// It gives the IDs that were there.
	Delete(ctx context.Context, keys []string) ([]ID, error)
}

// Known is what a store holds under a key.
type Known struct {
	ID            ID
	Version, Hash string
	Extractor     string
}

// An Outcome tells what became of a reading.
type Outcome string

// The outcomes of Put.
const (
	Added     Outcome = "added"
	Replaced  Outcome = "replaced"
	Unchanged Outcome = "unchanged"
	Outdated  Outcome = "outdated" // a greater version is there
)

// NotComputed begins what Check tells of a mark.
const NotComputed = "not computed yet: "

// A Scanner reads everything of one kind in the order of IDs, for export,
// copying and checking.
type Scanner interface {
	ScanArticles(ctx context.Context) iter.Seq2[Article, error]
	ScanEntities(ctx context.Context, kind EntityKind) iter.Seq2[Entity, error]
	ScanRoles(ctx context.Context) iter.Seq2[Role, error]
	ScanItems(ctx context.Context, kind ItemKind) iter.Seq2[Item, error]
	// ScanReports reads by (fact, article, local).
	ScanReports(ctx context.Context) iter.Seq2[Report, error]
	// Judgements gives those that hold, by ID.
	Judgements(ctx context.Context) ([]Judgement, error)
	// Check reads the whole store and yields a line for each broken invariant.
	// Marks are no fault, as a load may be under way or have been cut off: the
	// line of each begins with NotComputed.
	Check(ctx context.Context) iter.Seq2[string, error]
}
