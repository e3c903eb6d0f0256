// Package lexeme gives words the attributes that spaCy gives them: the id of a
// string, lower case, normal form, prefix, suffix and shape, and the classes of
// characters as Python sees them. It must not know texts, tokens or weights.
package lexeme
