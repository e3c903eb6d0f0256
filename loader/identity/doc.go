// Package identity decides who is who across articles, and derives from the
// stored extractions what the graph shows; it knows no store and no language,
// and it reads nothing but what a [graph.Resolution] hands it.
//
// It is a pure function of the stored extractions and of people's judgements,
// computed in neighbourhoods. An article takes part in blocks (a surname, an
// acronym, a policy's object, a role of a country, a band of its MinHash
// signature); a new article marks its blocks, and each marked block is computed
// anew from all its members. What changes marks what depends on it, level by
// level:
//
//	0 names    a block of local entities        → who each of them is
//	1 roles    "the Mexican president"          → whoever held that role then
//	  copies   a band of signatures             → groups of near copies
//	3 articles extraction and who is who        → reports and uses
//	4 roles    the reports of a role            → the days on which sources show it
//	5 items    the reports of an item           → what it shows
//	6 entities the uses of an entity            → name, aliases, counts
//	7 positions the statements of an actor on a policy → changes of position
//
// People's judgements stand beside the extractions: entities that they say are
// the same go by the least of their IDs, and who is called by a surname, an
// acronym or an office alone is nobody from whom they say it differs.
//
// A load has ended when no mark is left. Since nothing depends on the order
// in which marks were set, neither does the graph.
package identity
