package graph

import (
	"context"
	"strings"
)

// A Resolver runs identity. Resolutions exclude each other and Put and
// Delete, across processes; each is atomic.
type Resolver interface {
	// Resolve runs fn in one transaction and commits if it returns nil. fn may
	// run again after a transient failure, so it must have no other effects.
	Resolve(ctx context.Context, fn func(Resolution) error) error
}

// A Mark names something to be computed anew. Marks sort by level, their
// first character: what a mark leads to is never of a lower level. Put and
// Delete mark the blocks of the members that they add and remove, and the
// article put; Delete and replacement also mark the facts and entities that
// lose a report or a use.
type Mark string

// MarkBlock marks a block of identity. A block's name starts with its level:
// `0/` where names decide, `1/` where roles or copies do.
func MarkBlock(block string) Mark { return Mark(block) }

// MarkArticle marks an article whose reports are to be made anew.
func MarkArticle(id ID) Mark { return Mark("3/" + id) }

// MarkFact marks an item or a role to be folded anew, roles first.
func MarkFact(id ID) Mark {
	if strings.HasPrefix(string(id), "role:") {
		return Mark("4/" + id)
	}
	return Mark("5/" + id)
}

// MarkEntity marks an entity whose names and counts are to be summed anew.
func MarkEntity(id ID) Mark { return Mark("6/" + id) }

// MarkPosition marks an actor's positions on a policy.
func MarkPosition(actor, policy ID) Mark { return Mark("7/" + string(actor) + "|" + string(policy)) }

// Level is the mark's level, and Name what it marks.
func (m Mark) Level() byte { return m[0] }

// Name is what is marked: the block's whole name, else what follows the level.
func (m Mark) Name() string {
	if m.Level() < '3' {
		return string(m)
	}
	return string(m[2:])
}

// CopiesBlock is the block in which the group of an article's near copies is
// computed; it has no members.
func CopiesBlock(article ID) string { return "1/group/" + string(article) }

// A Resolution is one exclusive, atomic step of identity.
type Resolution interface {
	// Take removes and gives the least marks of the least level, at most
	// limit. What it took is marked again if the step fails.
	Take(ctx context.Context, limit int) ([]Mark, error)
	Mark(ctx context.Context, marks []Mark) error

	// Judgements gives those that hold, by ID.
	Judgements(ctx context.Context) ([]Judgement, error)
	// Members gives the members of blocks, by (block, article, local).
	Members(ctx context.Context, blocks []string) ([]Member, error)
	// Assignments gives those of articles, by (article, local).
	Assignments(ctx context.Context, articles []ID) ([]Assignment, error)
	// Assign sets assignments. Where an entity changes, the store remembers
	// that the former ID meant this local entity.
	Assign(ctx context.Context, changes []Assignment) error

	// Readings gives articles with their extractions, without members, by ID.
	Readings(ctx context.Context, articles []ID) ([]Reading, error)
	// ReplaceReports makes an article's reports these and gives the facts
	// whose reports changed. Former IDs of facts are remembered as in Assign.
	ReplaceReports(ctx context.Context, article ID, reports []Report) ([]ID, error)
	// Reports gives the reports of facts, by (fact, article, local), with the
	// article's publisher, group, publication and loading time.
	Reports(ctx context.Context, facts []ID) ([]Report, error)
	// FactsOf gives the facts that articles report.
	FactsOf(ctx context.Context, articles []ID) ([]ID, error)
	// ReplaceUses makes an article's uses these and gives the entities whose
	// uses changed. The store keeps the tally and the count of articles.
	ReplaceUses(ctx context.Context, article ID, uses []Use) ([]ID, error)
	// Tallies sums up the uses of entities; entities without use are left out.
	Tallies(ctx context.Context, entities []ID) (map[ID]Tally, error)

	// LinkCopies records pairs of near copies; CopiesOf gives the pairs that
	// touch the articles. Deleting or replacing an article drops its pairs and
	// marks CopiesBlock of each article that it was a copy of.
	LinkCopies(ctx context.Context, pairs [][2]ID) error
	CopiesOf(ctx context.Context, articles []ID) ([][2]ID, error)
	// SetGroups sets the components of near copies (article to least ID in it)
	// and gives the articles whose group changed; counts of articles follow.
	SetGroups(ctx context.Context, groups map[ID]ID) ([]ID, error)

	PutEntities(ctx context.Context, entities []Entity) error
	DeleteEntities(ctx context.Context, ids []ID) error
	// Items gives the items that are stored, by ID.
	Items(ctx context.Context, ids []ID) ([]Item, error)
	// PutItems writes items, each with its search text and the edges to its
	// participants; new ones become changes in commit order.
	PutItems(ctx context.Context, items []Item) error
	DeleteItems(ctx context.Context, ids []ID) error
	// FoldRoles gives the roles that the reports of these facts show, From the
	// earliest and To the latest of their dates; roles without report are left out.
	FoldRoles(ctx context.Context, facts []ID) ([]Role, error)
	// PutRoles writes roles and gives what stood there before.
	PutRoles(ctx context.Context, roles []Role) (before []Role, err error)
	DeleteRoles(ctx context.Context, ids []ID) (before []Role, err error)
	// Roles gives the roles of holders.
	Roles(ctx context.Context, holders []ID) ([]Role, error)
	// Dated gives the items in which an entity takes part directly and whose
	// date may lie in [from, to].
	Dated(ctx context.Context, entity ID, from, to Day) ([]ID, error)
	// Stances gives the statements in which an actor takes a stance on a
	// policy, and the position changes between them.
	Stances(ctx context.Context, actor, policy ID) ([]Item, error)
}

// A Tally sums up how articles use an entity.
type Tally struct {
	// Articles counts articles, copies once.
	Articles int
	// Names and Details are most frequent first, then by name or field and value.
	Names   []NameCount
	Details []DetailCount
}

// A DetailCount tells how many articles say a value of a field.
type DetailCount struct {
	Field, Value string
	Count        int
}
