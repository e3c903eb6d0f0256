package graph

import (
	"bytes"
	"encoding/json"
	"slices"
)

// An Item stands on a timeline: a statement, an event, a policy's stage or a
// change of position. Exactly one of the four pointers is set, as Kind says.
type Item struct {
	ID   ID       `json:"id"`
	Kind ItemKind `json:"kind"`
	// Summary is one line for a list.
	Summary string `json:"summary"`
	// Date is nil if nothing is known.
	Date *FuzzyDate `json:"date,omitempty"`
	// Participants are sorted by role in the contract's order, then entity.
	Participants  []Participant `json:"participants,omitempty"`
	Corroboration Corroboration `json:"corroboration"`
	Confidence    float64       `json:"confidence"`
	// Evidence is the best of its reports', see EvidenceWithin; a store keeps
	// it beside the item.
	Evidence []Evidence `json:"-"`

	Statement *Statement      `json:"statement,omitempty"`
	Event     *Event          `json:"event,omitempty"`
	Stage     *PolicyStage    `json:"stage,omitempty"`
	Change    *PositionChange `json:"change,omitempty"`
}

// A Participant is an entity taking part in an item.
type Participant struct {
	Entity ID              `json:"entity"`
	Role   ParticipantRole `json:"role"`
}

// Corroboration tells how widely an item is reported.
type Corroboration struct {
	// Articles report it; Sources are the publishers left after copies of one
	// text are counted once.
	Articles int        `json:"articles"`
	Sources  int        `json:"independent_sources"`
	First    *FuzzyDate `json:"first_reported,omitempty"`
	Last     *FuzzyDate `json:"last_reported,omitempty"`
}

// A Statement is something attributed to a speaker.
type Statement struct {
	Text        string `json:"text"`
	Form        Form   `json:"form"`
	Act         Act    `json:"act"`
	Speaker     ID     `json:"speaker,omitempty"`
	SpeakerText string `json:"speaker_text,omitempty"`
	Addressees  []ID   `json:"addressees,omitempty"`
	About       []ID   `json:"about,omitempty"`
	Policy      ID     `json:"policy,omitempty"`
	Stance      Stance `json:"stance"`
	Reports     ID     `json:"reports,omitempty"`
}

// An Event is something that happened, is planned, or is denied.
type Event struct {
	Type     EventType   `json:"type"`
	Mode     string      `json:"mode,omitempty"`
	Contexts []string    `json:"contexts,omitempty"`
	Status   EventStatus `json:"status"`
	// Text is the sentence's words around the trigger, for search.
	Text    string `json:"text,omitempty"`
	Actors  []ID   `json:"actors,omitempty"`
	Targets []ID   `json:"targets,omitempty"`
	Policy  ID     `json:"policy,omitempty"`
}

// A PolicyStage is a policy reaching a stage.
type PolicyStage struct {
	Policy ID     `json:"policy"`
	Stage  Stage  `json:"stage"`
	Text   string `json:"text,omitempty"`
	Actors []ID   `json:"actors,omitempty"`
}

// A PositionChange is derived: two dated statements of one actor on one
// policy, next to each other in time, with different stances.
type PositionChange struct {
	Actor  ID     `json:"actor"`
	Policy ID     `json:"policy"`
	From   Stance `json:"from"`
	To     Stance `json:"to"`
	Before ID     `json:"before"`
	After  ID     `json:"after"`
}

// Evidence is where a fact was found.
type Evidence struct {
	Article ID `json:"article"`
	Span
	// Sentence is the span of the sentence around it, or of the sentences from
	// the first to the last if it runs over several.
	Sentence   Span    `json:"sentence"`
	Extractor  string  `json:"extractor"`
	Rule       string  `json:"rule"`
	Confidence float64 `json:"confidence"`
}

// EvidenceKept is how much evidence an item carries at most: as much as a
// reader sees of it who does not ask for more.
const EvidenceKept = 3

// EvidenceWithin gives the item's best evidence up to a limit; ok is false
// where the item does not carry so much, or its reports have changed and it was
// not folded anew: ItemReader.Evidence tells then.
func (i Item) EvidenceWithin(limit int) (list []Evidence, ok bool) {
	if i.Evidence == nil || limit > EvidenceKept && len(i.Evidence) == EvidenceKept {
		return nil, false
	}
	return i.Evidence[:min(limit, len(i.Evidence))], true
}

// Equal tells whether a store keeps the same of two items.
func (i Item) Equal(other Item) bool {
	a, err := json.Marshal(i)
	b, fail := json.Marshal(other)
	return err == nil && fail == nil && bytes.Equal(a, b) && slices.Equal(i.Evidence, other.Evidence)
}

// Shows tells whether a stored item is the fold of its reports, though it may
// carry no evidence.
func (i Item) Shows(fold Item) bool {
	if i.Evidence == nil {
		i.Evidence = fold.Evidence
	}
	return i.Equal(fold)
}

// Text is the item's own text, which the filter's words are matched against
// and full-text search finds.
func (i Item) Text() string {
	switch {
	case i.Statement != nil:
		return i.Statement.Text
	case i.Event != nil:
		return i.Event.Text
	case i.Stage != nil:
		return i.Stage.Text
	}
	return i.Summary
}
