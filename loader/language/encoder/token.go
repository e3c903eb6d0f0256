package encoder

import "dateline/loader/language/lexeme"

// A Token is what the embeddings see.
type Token struct {
	Norm, Prefix, Suffix, Shape lexeme.ID
	// Blank: one blank follows. Space: the token is white space.
	Blank, Space bool
}

// feature reads the value that a table of vectors is looked up with.
type feature func(*Token) lexeme.ID

// features are the readers by the names that models use.
var features = map[string]feature{
	"NORM":     func(t *Token) lexeme.ID { return t.Norm },
	"PREFIX":   func(t *Token) lexeme.ID { return t.Prefix },
	"SUFFIX":   func(t *Token) lexeme.ID { return t.Suffix },
	"SHAPE":    func(t *Token) lexeme.ID { return t.Shape },
	"SPACY":    func(t *Token) lexeme.ID { return flag(t.Blank) },
	"IS_SPACE": func(t *Token) lexeme.ID { return flag(t.Space) },
}

func flag(b bool) lexeme.ID {
	if b {
		return 1
	}
	return 0
}
