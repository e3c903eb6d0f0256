// Package policy finds the policies that a text is about (proposals, laws,
// orders, treaties, sanctions, operations and the like) with those who propose
// them, those at whom they are aimed, and the stages that they reach. It joins
// the several phrasings of one policy. It must not know statements or events,
// nor other articles.
package policy
