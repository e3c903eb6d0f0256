package name

import "dateline/loader/language"

// A Kind tells what a mention names.
type Kind string

// The kinds. Places are towns, regions and buildings; groups are peoples,
// religions and the like.
const (
	Person       Kind = "person"
	Organization Kind = "organization"
	Country      Kind = "country"
	Place        Kind = "place"
	Group        Kind = "group"
)

// A Form tells how a mention refers.
type Form string

// The forms. The finder of names gives Name and Demonym; coreference adds
// roles ("the Mexican president"), pronouns and nominals ("the company").
const (
	Named   Form = "name"
	Role    Form = "role"
	Pronoun Form = "pronoun"
	Demonym Form = "demonym"
	Nominal Form = "nominal"
)

// A Mention is a run of tokens that names someone or something, without
// article, title or possessive.
type Mention struct {
	Tokens language.Range
	// Start and End are code points into the text, half open.
	Start, End int
	Text       string
	Kind       Kind
	Form       Form
	// Title is what stands before a person's name ("President", "Mexican
	// Foreign Minister"), as written; empty if nothing does.
	Title language.Range
	// ISO3 is the code of the country that a country, demonym, metonym or
	// national body stands for; empty otherwise.
	ISO3 string
	// Land is the code of the country in which a town or region lies; empty if
	// there are several of that name, or for all else.
	Land string
	// Canonical is the gazetteer's name, if the mention is listed there: of
	// the country for a demonym, of the party for its adherents.
	Canonical string
	// Acronym is an organization's acronym, if the text or the gazetteer ties it to the name.
	Acronym string
	// Sector is PLOVER's code of what an organization is, empty if unknown.
	Sector string
	// Female and Male tell what the first name or title says of a person's gender.
	Female, Male bool
	// Rule names the source that took the words for a name; empty where
	// coreference adds the mention.
	Rule       string
	Confidence float64
}
