package graph

// An EventType is a type of the PLOVER ontology of political events
// (openeventdata/PLOVER, manual of 2021, CC BY-SA 4.0).
type EventType string

// The event types, in the order of the contract.
const (
	EventAgree     EventType = "AGREE"
	EventConsult   EventType = "CONSULT"
	EventSupport   EventType = "SUPPORT"
	EventConcede   EventType = "CONCEDE"
	EventCooperate EventType = "COOPERATE"
	EventAid       EventType = "AID"
	EventRetreat   EventType = "RETREAT"
	EventRequest   EventType = "REQUEST"
	EventAccuse    EventType = "ACCUSE"
	EventReject    EventType = "REJECT"
	EventThreaten  EventType = "THREATEN"
	EventProtest   EventType = "PROTEST"
	EventSanction  EventType = "SANCTION"
	EventMobilize  EventType = "MOBILIZE"
	EventCoerce    EventType = "COERCE"
	EventAssault   EventType = "ASSAULT"
	EventOther     EventType = "OTHER"
)

// EventTypes lists the event types in the order of the contract.
var EventTypes = []EventType{
	EventAgree, EventConsult, EventSupport, EventConcede, EventCooperate, EventAid, EventRetreat, EventRequest,
	EventAccuse, EventReject, EventThreaten, EventProtest, EventSanction, EventMobilize, EventCoerce, EventAssault, EventOther,
}

// Score is PLOVER's score of the type, from -9 (conflict) to 10
// (cooperation); 0 for OTHER, which PLOVER does not have.
func (t EventType) Score() float64 {
	switch t {
	case EventAgree, EventConsult:
		return 2.5
	case EventSupport:
		return 5
	case EventConcede:
		return 4.5
	case EventCooperate:
		return 9.5
	case EventAid:
		return 10
	case EventRetreat:
		return 6.5
	case EventAccuse:
		return -3
	case EventReject:
		return -2
	case EventThreaten:
		return -3.5
	case EventProtest:
		return -5
	case EventSanction:
		return -6
	case EventMobilize:
		return -5.5
	case EventCoerce:
		return -7
	case EventAssault:
		return -9
	}
	return 0
}
