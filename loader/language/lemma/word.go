package lemma

// A Word is what the rules read of a token, and what they may change.
type Word struct {
	// Text and Lower are the word and its lower case; Space tells white space.
	Text, Lower string
	Space       bool
	// Tag and Dep are the fine part of speech and the label of the arc.
	Tag, Dep string
	// POS is the coarse part of speech, Morph its features ("Number=Sing|…"),
	// Lemma the base form. The rules set them.
	POS, Morph, Lemma string
}

// attribute is the value of an attribute by the name that patterns use.
func (w *Word) attribute(name string) string {
	switch name {
	case "TAG":
		return w.Tag
	case "DEP":
		return w.Dep
	}
	return w.Lower
}

// set changes attributes by the names that rules use.
func (w *Word) set(attrs map[string]string) {
	for name, value := range attrs {
		switch name {
		case "TAG":
			w.Tag = value
		case "DEP":
			w.Dep = value
		case "POS":
			w.POS = value
		case "LEMMA":
			w.Lemma = value
		case "MORPH":
			w.Morph = value
		}
	}
}
