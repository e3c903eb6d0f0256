// Package name finds the people, countries, organizations, places and groups
// that an analysed text names: it joins the recogniser's spans with gazetteers,
// patterns of titles and organizations, and what the rest of the text tells of
// a name. It must not know entities: who is meant by a pronoun or a role is
// found later.
package name
