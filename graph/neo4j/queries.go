package neo4j

import (
	"embed"
	"strings"
)

//go:embed cypher/*.cypher
var files embed.FS

// schema holds the statements of the first migration.
var schema = file("schema.cypher")

// judgementSchema holds those of the second.
var judgementSchema = file("judgement_schema.cypher")

// evidenceSchema is the third, which changes no data: items carry evidence when
// they are folded next. Older versions would not keep it true.
const evidenceSchema = ""

// queries holds every other statement by the name above it.
var queries = named()

func file(name string) string {
	b, _ := files.ReadFile("cypher/" + name) // it is embedded
	return string(b)
}

// named splits files at lines that start with `//: ` and a name.
func named() map[string]string {
	all := map[string]string{}
	entries, _ := files.ReadDir("cypher") // it is embedded
	for _, e := range entries {
		for i, part := range strings.Split(file(e.Name()), "//: ") {
			name, text, _ := strings.Cut(part, "\n")
			if i > 0 {
				all[name] = uncommented(text)
			}
		}
	}
	return all
}

// query gives a statement with its placeholders filled: pairs of a name and
// what stands in for it.
func query(name string, fill ...string) string {
	text := queries[name]
	for i := 0; i+1 < len(fill); i += 2 {
		text = strings.ReplaceAll(text, "$$"+fill[i], fill[i+1])
	}
	return text
}

// params are a statement's parameters.
type params = map[string]any

// texts makes of named strings what the driver sends as a list.
func texts[T ~string](values []T) []string {
	list := make([]string, len(values))
	for i, v := range values {
		list[i] = string(v)
	}
	return list
}
