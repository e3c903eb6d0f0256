package language

import "slices"

// chunkLabels are the arcs at whose end a noun phrase hangs.
var chunkLabels = []string{"oprd", "nsubj", "dobj", "nsubjpass", "pcomp", "pobj", "dative", "appos", "attr", "ROOT"}

// NounChunk is the base noun phrase whose head is token i: the head and what
// stands before it in its subtree ("the new Mexican president"), without what
// follows. The head is not checked to be a noun.
func (d *Document) NounChunk(i int) Range { return Range{int(d.first[i]), i + 1} }

// NounChunks are the base noun phrases of the text in order, without overlaps:
// those of nouns, proper names and pronouns that fill a place in a clause, or are
// coordinated with one that does. These are spaCy's noun_chunks.
func (d *Document) NounChunks() []Range {
	var chunks []Range
	last := -1
	for i, t := range d.Tokens {
		if t.POS != "NOUN" && t.POS != "PROPN" && t.POS != "PRON" || !slices.Contains(chunkLabels, d.role(i)) {
			continue
		}
		if c := d.NounChunk(i); c.First > last {
			chunks = append(chunks, c)
			last = i
		}
	}
	return chunks
}

// role is the label of the first token that i is coordinated with, or its own.
func (d *Document) role(i int) string {
	for d.Tokens[i].Dep == "conj" && d.Tokens[i].Head < i {
		i = d.Tokens[i].Head
	}
	return d.Tokens[i].Dep
}
