package trace

// A Reason says why a stage took a candidate or dropped it, in the words that
// are printed. The list is closed: all reasons stand in this file.
type Reason string

// Whom a name, a role, a pronoun or a common noun means.
const (
	FirstNamed    Reason = "the first of that name"
	SameName      Reason = "same name, acronym or listed name"
	CountryName   Reason = "a country, its people or its government"
	LongerName    Reason = "begins the only longer name"
	PartOfName    Reason = "part of that name alone"
	TitleTells    Reason = "of several of that name, the one with that title"
	CalledSo      Reason = "of several of that name, the one who goes by it"
	OnlyHolder    Reason = "the only holder of that role in the text"
	KnownByOffice Reason = "an office whose holder nobody names"
	MayBeMeant    Reason = "fits"
	SpokeLast     Reason = "spoke last"
	Leads         Reason = "leads the others clearly"
	OwnSubject    Reason = "the subject of its clause"
	OnlyFit       Reason = "the only one that the words fit"
	NearestFit    Reason = "by far the nearest that the words fit"
	StandsForLand Reason = "a government stands for its country"

	OtherKind   Reason = "neither a person nor a body as the pronoun wants"
	WrongGender Reason = "of another gender"
	OwnWords    Reason = "speaks here and is not spoken of"
	BoundByTree Reason = "its place in the tree excludes it"
	NoneLeads   Reason = "no candidate leads clearly"
	SeveralFit  Reason = "several fit"
	NobodyFits  Reason = "nobody near fits"
	OnlyMedium  Reason = "named only as the medium of somebody's words"
	Outweighed  Reason = "another reading of the words weighs more"
)

// Who speaks, and what is said.
const (
	NameInSource  Reason = "the name in the words that name the source"
	StandsForNoun Reason = "a relative pronoun stands for it"
	AuthorOf      Reason = "whose document it is"
	LabelOf       Reason = "the label of a turn"
	SpokeBefore   Reason = "who spoke right before"

	OnlyPossible  Reason = "only possible: nobody has said it"
	OnlyAim       Reason = "an aim: not done yet"
	NoContent     Reason = "nothing depends on it that would be said"
	NoSource      Reason = "nobody is its source"
	NoSpeaker     Reason = "its subject cannot be the source"
	NotAttributed Reason = "a passive that attributes nothing"
	NotUttered    Reason = "a title or single words in quotation marks"
	SaidWithin    Reason = "part of what the same source says"
)

// Which position a statement takes; the score of a note is the side for which
// the word speaks.
const (
	ActsOn         Reason = "acts on the policy, or is said of it"
	Evaluates      Reason = "praise or blame beside the policy"
	CueSides       Reason = "the cue takes a side"
	Negates        Reason = "negated"
	OnCondition    Reason = "a condition hangs on it"
	ProposerSpeaks Reason = "who proposes it speaks of it"
	PointsBack     Reason = "means the policy spoken of last"

	OthersDeed Reason = "what somebody else does"
	OnlyWhen   Reason = "tells when or why, not what"
	WasPast    Reason = "a position of the past"
)

// Which date a fact has.
const (
	Attached      Reason = "depends on the word"
	OfClause      Reason = "depends on the verb of its clause"
	SharedDate    Reason = "depends on a verb that it goes along with"
	SharedSubject Reason = "stands beside a verb of the same subject"
	GoesOn        Reason = "goes on with the sentence before, which tells when"
	SameOccasion  Reason = "tells of an occasion of which the text told before when it was"
	OpensContent  Reason = "stands first behind the cue"
	SceneBefore   Reason = "what the speaker did in the sentence before"
	SaidThen      Reason = "the speaker's statement before"
	PartOfAttack  Reason = "tells more of an attack told before"
	DoneInSaying  Reason = "the date of the words that do it"
	AnnouncedThen Reason = "the date of the announcement"

	NoDay       Reason = "no days of the calendar"
	IsDateline  Reason = "dates the text, not what it tells"
	OtherVoice  Reason = "parted from it by a quotation mark or an empty line"
	OtherClause Reason = "belongs to another noun or clause"
	Farther     Reason = "another date is closer"
	Doubtful    Reason = "two dates are as close"
	OnlyBounds  Reason = "bounds it and does not date it"
	DatesWords  Reason = "dates what is said, not the saying"
	TooLong     Reason = "the sentence is too long to be one"
)

// What happened.
const (
	ByWord     Reason = "tells whether it took place"
	ByGovernor Reason = "governs it and tells whether it took place"

	NoParticipant Reason = "nobody known takes part"
	OneSided      Reason = "actor and target must be known"
	NoObject      Reason = "its object must be somebody known"
	OtherSense    Reason = "another sense with these words"
	NotNegated    Reason = "an event only where negated"
	NoComplement  Reason = "an event only with a clause or a target"
	OnlyRule      Reason = "a rule says it, nobody does it"
	NotPeople     Reason = "done to no people or country"
	NotState      Reason = "an event only where a state or its forces do it"
	NotCrowd      Reason = "an event only where a crowd does it"
	Accident      Reason = "befell somebody without anybody's doing"
	PartOfVerb    Reason = "part of the event of its verb"
	Governed      Reason = "what another event is about"
	ToldElsewhere Reason = "another event tells it"
	InCourseOf    Reason = "in the course of an assault"
	NotReal       Reason = "has not taken place"
)

// Which phrases mean a policy, and which stage it reached.
const (
	SameTitle      Reason = "same proper title"
	PredicateOf    Reason = "said to be what its subject is"
	SameWords      Reason = "same words before the noun"
	SharedWords    Reason = "about the same"
	SameTarget     Reason = "same instrument and target"
	ShortForm      Reason = "a short form of the one spoken of last"
	SameInstrument Reason = "of an instrument of which nothing else was known"
	SubjectBefore  Reason = "the subject of the clause before"
	ObjectBefore   Reason = "object of the clause with which its own is coordinated"
	StartsOne      Reason = "no policy before it fits"

	InName          Reason = "part of a name"
	PrivatePlan     Reason = "what somebody means to do for himself"
	NothingBefore   Reason = "a short form with nothing to take up"
	TooLittle       Reason = "too little is said of it as of a policy"
	NotFact         Reason = "only asked for, possible or negated"
	NoProposer      Reason = "nobody who would put it forward"
	AcrossSentences Reason = "the policy stands in another sentence"
)
