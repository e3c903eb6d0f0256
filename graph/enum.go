package graph

// An EntityKind tells what an entity is.
type EntityKind string

// The kinds of entity.
const (
	Person       EntityKind = "PERSON"
	Country      EntityKind = "COUNTRY"
	Organization EntityKind = "ORGANIZATION"
	Policy       EntityKind = "POLICY"
)

// EntityKinds lists the kinds of entity in the order of the contract.
var EntityKinds = []EntityKind{Country, Organization, Person, Policy}

// An ItemKind tells what stands on a timeline.
type ItemKind string

// The kinds of timeline item.
const (
	KindStatement      ItemKind = "STATEMENT"
	KindEvent          ItemKind = "EVENT"
	KindPolicyStage    ItemKind = "POLICY_STAGE"
	KindPositionChange ItemKind = "POSITION_CHANGE"
)

// ItemKinds lists the kinds of item in the order of the contract.
var ItemKinds = []ItemKind{KindStatement, KindEvent, KindPolicyStage, KindPositionChange}

// A Form tells how a statement is reported.
type Form string

// The forms of a statement.
const (
	Direct   Form = "DIRECT"
	Indirect Form = "INDIRECT"
	Mixed    Form = "MIXED"
)

// An Act is what a speaker does by making a statement.
type Act string

// The acts, in the order of the contract.
const (
	Assert    Act = "ASSERT"
	Propose   Act = "PROPOSE"
	Reject    Act = "REJECT"
	Accept    Act = "ACCEPT"
	Promise   Act = "PROMISE"
	Threaten  Act = "THREATEN"
	Demand    Act = "DEMAND"
	Request   Act = "REQUEST"
	Accuse    Act = "ACCUSE"
	Deny      Act = "DENY"
	Praise    Act = "PRAISE"
	Criticize Act = "CRITICIZE"
	Apologize Act = "APOLOGIZE"
	Ask       Act = "ASK"
	OtherAct  Act = "OTHER"
)

// A Stance is a position towards a policy.
type Stance string

// The stances.
const (
	Support       Stance = "SUPPORT"
	Oppose        Stance = "OPPOSE"
	Conditional   Stance = "CONDITIONAL"
	Neutral       Stance = "NEUTRAL"
	UnknownStance Stance = "UNKNOWN"
)

// A Stage is a stage that a policy reaches.
type Stage string

// The stages, in the order of the contract.
const (
	Floated     Stage = "FLOATED"
	Proposed    Stage = "PROPOSED"
	Negotiated  Stage = "NEGOTIATED"
	Announced   Stage = "ANNOUNCED"
	Adopted     Stage = "ADOPTED"
	InForce     Stage = "IN_FORCE"
	Implemented Stage = "IMPLEMENTED"
	Amended     Stage = "AMENDED"
	Suspended   Stage = "SUSPENDED"
	Rejected    Stage = "REJECTED"
	Withdrawn   Stage = "WITHDRAWN"
	Lapsed      Stage = "LAPSED"
	Repealed    Stage = "REPEALED"
)

// An EventStatus tells whether an event took place.
type EventStatus string

// The statuses of an event.
const (
	Occurred     EventStatus = "OCCURRED"
	Ongoing      EventStatus = "ONGOING"
	Planned      EventStatus = "PLANNED"
	Hypothetical EventStatus = "HYPOTHETICAL"
	Negated      EventStatus = "NEGATED"
)

// A ParticipantRole is what an entity does in an item.
type ParticipantRole string

// The roles of participants. OnBehalf is derived: the country or body for
// which a participant speaks or acts by a role it holds.
const (
	Speaker      ParticipantRole = "SPEAKER"
	Addressee    ParticipantRole = "ADDRESSEE"
	About        ParticipantRole = "ABOUT"
	Actor        ParticipantRole = "ACTOR"
	Target       ParticipantRole = "TARGET"
	PolicyObject ParticipantRole = "POLICY"
	OnBehalf     ParticipantRole = "ON_BEHALF"
)
