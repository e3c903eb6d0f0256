package export

import (
	"bufio"
	"context"
	"io"
	"maps"
	"slices"
	"strings"

	"dateline/graph"
)

// batch is how many nodes or edges a statement of Cypher merges.
const batch = 200

// Cypher writes statements that merge nodes and edges as in [network] into
// Neo4j 5, by a program such as cypher-shell; running them again changes
// nothing. Every node has the label DatelineNode, whose id is unique, beside
// that of its type. A nil filter writes everything.
func Cypher(ctx context.Context, s Source, filter *graph.Filter, w io.Writer) error {
	c := &cypher{out: bufio.NewWriter(w), pending: map[string][]string{}}
	if _, err := c.out.WriteString("CREATE CONSTRAINT dateline_node IF NOT EXISTS FOR (n:DatelineNode) REQUIRE n.id IS UNIQUE;\n"); err != nil {
		return err
	}
	return write(ctx, part{s, filter}, c)
}

// cypher gathers rows until they are worth a statement.
type cypher struct {
	out *bufio.Writer
	// pending are rows by the statement that merges them.
	pending map[string][]string
	linking bool
}

func (c *cypher) node(n node) error {
	row := "{id: " + literal(string(n.id)) + ", p: " + object(append(given(text("name", n.name)), n.properties...), n.date) + "}"
	return c.add("MERGE (n:DatelineNode {id: row.id}) SET n:"+n.label+", n += row.p", row)
}

// edge tells two edges of one type between the same nodes apart by their place.
func (c *cypher) edge(e edge) error {
	if !c.linking {
		c.linking = true
		if err := c.flush(); err != nil {
			return err
		}
	}
	place := ""
	for _, p := range e.properties {
		if p.name == "from" || p.name == "to" {
			place += p.String() + " "
		}
	}
	row := "{a: " + literal(string(e.from)) + ", b: " + literal(string(e.to)) + ", k: " + literal(strings.TrimSpace(place)) + ", p: " + object(e.properties, e.date) + "}"
	return c.add("MATCH (a:DatelineNode {id: row.a}) MATCH (b:DatelineNode {id: row.b}) MERGE (a)-[r:"+e.label+" {place: row.k}]->(b) SET r += row.p", row)
}

func (c *cypher) add(statement, row string) error {
	c.pending[statement] = append(c.pending[statement], row)
	if len(c.pending[statement]) < batch {
		return nil
	}
	return c.statement(statement)
}

func (c *cypher) statement(statement string) error {
	rows := c.pending[statement]
	delete(c.pending, statement)
	_, err := c.out.WriteString("UNWIND [\n" + strings.Join(rows, ",\n") + "\n] AS row\n" + statement + ";\n")
	return err
}

func (c *cypher) flush() error {
	for _, statement := range slices.Sorted(maps.Keys(c.pending)) {
		if err := c.statement(statement); err != nil {
			return err
		}
	}
	return nil
}

func (c *cypher) close() error {
	if err := c.flush(); err != nil {
		return err
	}
	return c.out.Flush()
}

// object writes properties as a map; days are values of type DATE.
func object(properties []property, date *graph.FuzzyDate) string {
	var parts []string
	for _, p := range properties {
		value := p.String()
		if !p.numeric {
			value = literal(value)
		}
		parts = append(parts, p.name+": "+value)
	}
	for _, p := range dated(date) {
		value := literal(p.text)
		if p.name == "start" || p.name == "end" {
			value = "date(" + value + ")"
		}
		parts = append(parts, p.name+": "+value)
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// literal quotes a string. Neo4j reads \u escapes before it reads strings,
// whatever stands before the backslash; so none is ever followed by a u.
func literal(s string) string {
	var b strings.Builder
	b.WriteByte('\'')
	slash := false
	for _, r := range strings.ToValidUTF8(s, "\uFFFD") {
		if slash && (r == 'u' || r == 'U') {
			b.WriteString("' + '")
		}
		slash = r == '\\'
		switch {
		case r == '\\':
			b.WriteString(`\\`)
		case r == '\'':
			b.WriteString(`\'`)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < ' ' || r == 0x7f || r == '\u2028' || r == '\u2029':
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('\'')
	return b.String()
}
