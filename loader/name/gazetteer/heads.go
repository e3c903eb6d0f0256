package gazetteer

import (
	"fmt"
	"strings"
)

// A Head tells what the first or last word of a longer name says of it.
type Head int

// What words at the ends of names say; a word can say several.
const (
	// LastOfThing ends the name of an event, law or the like: "Summit".
	LastOfThing Head = 1 << iota
	// FirstOfThing opens one: "Operation".
	FirstOfThing
	// LastOfPlace ends the name of a place: "Airport".
	LastOfPlace
	// FirstOfPlace opens one: "Lake".
	FirstOfPlace
	// LastOfWhole ends the name of an event in which no other name stands by
	// itself: "War".
	LastOfWhole
)

// Head gives what a word, as written, says of names that it ends or opens.
func (g *Gazetteer) Head(word string) Head { return g.heads[word] }

// Sector gives PLOVER's code for a capitalised word that heads the name of an
// organization; empty if it does not head such names.
func (g *Gazetteer) Sector(word string) string { return g.sectors[word] }

func (g *Gazetteer) addSectors(f []string) error {
	for word := range strings.SplitSeq(f[1], "|") {
		if _, listed := g.sectors[word]; !listed {
			g.sectors[word] = f[0]
		}
	}
	return nil
}

func (g *Gazetteer) addThings(f []string) error {
	for word := range strings.SplitSeq(f[1], "|") {
		switch f[0] {
		case "thing":
			g.add(word, Entry{Class: Thing, Name: word})
		case "head":
			g.heads[word] |= LastOfThing
		case "first":
			g.heads[word] |= FirstOfThing
		case "whole":
			g.heads[word] |= LastOfThing | LastOfWhole
		default:
			return fmt.Errorf("unknown kind %q", f[0])
		}
	}
	return nil
}

func (g *Gazetteer) addPlaces(f []string) error {
	head, ok := map[string]Head{"last": LastOfPlace, "first": FirstOfPlace}[f[0]]
	if !ok {
		return fmt.Errorf("unknown kind %q", f[0])
	}
	for word := range strings.SplitSeq(f[1], "|") {
		g.heads[word] |= head
	}
	return nil
}

// An Act tells how a word ties to governments: as what they do, as what is
// done to them, or as what is between them.
type Act int

// The ways.
const (
	ActVerb Act = 1 << iota
	ActToward
	ActTie
)

// Act gives how a lemma or word ties to governments; 0 if it does not.
func (g *Gazetteer) Act(word string) Act { return g.acts[word] }

func (g *Gazetteer) addActs(f []string) error {
	act, ok := map[string]Act{"verb": ActVerb, "toward": ActToward, "tie": ActTie}[f[0]]
	if !ok {
		return fmt.Errorf("unknown kind %q", f[0])
	}
	for word := range strings.SplitSeq(f[1], "|") {
		g.acts[word] |= act
	}
	return nil
}

// A Use tells what a word does in and around names.
type Use int

// The uses; a word can have several.
const (
	// Opener is a function word, which opens no name though a sentence may capitalise it.
	Opener Use = 1 << iota
	// Break is a word at which a name ends.
	Break
	// Compass stands before the name of a place as a part of it.
	Compass
	// Possessor is a noun whose possessive begins names of organizations.
	Possessor
	// Particle joins the parts of a person's name.
	Particle
	// Locative is a preposition before places.
	Locative
	// Setting is a noun after the name of a place.
	Setting
	// Dealing heads bodies that are named for what they deal with: "Rules and
	// Administration Committee", "Commission on Elections".
	Dealing
)

// Uses tells whether a word has a use. Breaks, compass words and heads are
// asked as written, the others in lower case.
func (g *Gazetteer) Uses(word string, use Use) bool { return g.uses[word]&use != 0 }

func (g *Gazetteer) addWords(f []string) error {
	use, ok := map[string]Use{"opener": Opener, "break": Break, "compass": Compass, "possessor": Possessor, "particle": Particle,
		"locative": Locative, "setting": Setting, "dealing": Dealing}[f[0]]
	if !ok {
		return fmt.Errorf("unknown use %q", f[0])
	}
	for word := range strings.SplitSeq(f[1], "|") {
		g.uses[word] |= use
	}
	return nil
}
