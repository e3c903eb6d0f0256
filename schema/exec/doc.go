// Package exec answers GraphQL documents over a schema given as SDL and
// resolvers given as functions; it knows nothing of what the schema is about,
// of stores or of HTTP.
//
// graphql-go parses and validates; its executor is not used. A text passes a
// scanner that counts tokens and nesting before the parser sees it, fragments
// are checked for cycles before the validator sees them, and a valid operation
// is compiled to a plan once. A plan runs breadth first: all parents of a
// field are resolved together, so what they need is loaded in one batch, and
// then the response is written depth first, in the order of the query.
package exec
