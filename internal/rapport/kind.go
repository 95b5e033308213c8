package rapport

// Kind says what happened. The codes are the file format and the command line's
// words; they never change.
type Kind string

// The kinds of entry, by group.
const (
	Demand          Kind = "demand"           // asked for something; Scope says whether it was agreed
	Complaint       Kind = "complaint"        // said something is wrong; Justified says whether it was
	Disrespect      Kind = "disrespect"       // a personal attack or contempt
	Threat          Kind = "threat"           // announced harm to get something
	PublicCriticism Kind = "public_criticism" // shamed us in front of others
	Intrusion       Kind = "intrusion"        // out of hours, rush, no-show
	Micromanagement Kind = "micromanagement"  // knows our trade better
	Indecision      Kind = "indecision"       // the goalposts move
	Silence         Kind = "silence"          // no answer, and the work is blocked
	BrokenPromise   Kind = "broken_promise"   // their word, not kept
	LatePayment     Kind = "late_payment"     // paid late; for users who keep no invoices here
	NonPayment      Kind = "non_payment"      // did not pay or refused to

	Praise          Kind = "praise"
	Apology         Kind = "apology"
	Cooperation     Kind = "cooperation" // accepted a limit or a compromise
	PaymentReceived Kind = "payment"     // paid, on time or at last

	Hardship Kind = "hardship" // illness, loss, money, a new boss: their situation

	Expectations Kind = "expectations" // we said how the work runs
	Boundary     Kind = "boundary"     // we stated a limit
	Remedy       Kind = "remedy"       // fix, discount, extra mile
	OurApology   Kind = "our_apology"
	OurMistake   Kind = "our_mistake"
	Reminder     Kind = "reminder"   // we asked for the money
	Escalation   Kind = "escalation" // we demanded it, with consequences

	Contact Kind = "contact" // we spoke; nothing more to say about it
	Note    Kind = "note"    // never judged
	Ended   Kind = "ended"   // the engagement was ended
)

// Group is what a kind does to the relationship.
type Group string

// The groups of kinds.
const (
	Friction       Group = "friction"     // costs us
	Goodwill       Group = "goodwill"     // gives
	TheirSituation Group = "circumstance" // their hardship
	FromUs         Group = "from_us"      // what we did
	Neutral        Group = "neutral"
)

// kindGroups holds every kind once, in the order screens and help list them.
var kindGroups = []struct {
	kind  Kind
	group Group
}{
	{Demand, Friction}, {Complaint, Friction}, {Disrespect, Friction}, {Threat, Friction},
	{PublicCriticism, Friction}, {Intrusion, Friction}, {Micromanagement, Friction},
	{Indecision, Friction}, {Silence, Friction}, {BrokenPromise, Friction},
	{LatePayment, Friction}, {NonPayment, Friction},
	{Praise, Goodwill}, {Apology, Goodwill}, {Cooperation, Goodwill}, {PaymentReceived, Goodwill},
	{Hardship, TheirSituation},
	{Expectations, FromUs}, {Boundary, FromUs}, {Remedy, FromUs}, {OurApology, FromUs},
	{OurMistake, FromUs}, {Reminder, FromUs}, {Escalation, FromUs},
	{Contact, Neutral}, {Note, Neutral}, {Ended, Neutral},
}

var groupOf = func() map[Kind]Group {
	groups := make(map[Kind]Group, len(kindGroups))
	for _, k := range kindGroups {
		groups[k.kind] = k.group
	}
	return groups
}()

// Kinds returns every kind, in the order of the vocabulary.
func Kinds() []Kind {
	kinds := make([]Kind, len(kindGroups))
	for i, k := range kindGroups {
		kinds[i] = k.kind
	}
	return kinds
}

// Group returns what the kind does to the relationship, "" if there is no such kind.
func (k Kind) Group() Group { return groupOf[k] }

// Check refuses a kind that is not in the vocabulary.
func (k Kind) Check() error {
	if k.Group() == "" {
		return Refuse(ErrKindUnknown, Args{"value": string(k)})
	}
	return nil
}
