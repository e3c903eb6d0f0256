// Package explorer is the pages on which people look at the graph without
// writing queries. It serves files and nothing else: what the pages show, they
// ask for at /graphql as any other client would, so this package must not know
// stores, articles or the schema's resolvers.
//
// The files under static are served as they are written: ES modules without
// dependencies, one subject each. dom.js makes elements and is the only way
// into the document, which keeps the text of articles from becoming markup;
// state.js holds what the URL says; timeline.js is the heart.
package explorer
