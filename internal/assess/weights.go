package assess

import "github.com/rapport-desktop/rapport/internal/rapport"

// topic is what an entry is evidence of: its kind, split where the same kind
// means different things (a justified complaint is not an unfounded one).
type topic uint8

// The topics, in the order of the table.
const (
	askedWithin topic = iota
	askedBeyond
	complaintRight
	complaintPartly
	complaintUnjudged
	complaintUnfounded
	disrespect
	threat
	publicCriticism
	intrusion
	micromanagement
	indecision
	silence
	brokenPromise
	latePayment
	nonPayment
	praise
	apology
	cooperation
	paid
	hardship
	expectations
	boundary
	remedy
	ourApology
	ourMistake
	reminder
	escalation
	contact
	ended
	topics // how many there are
)

// part is one of the five strains.
type part uint8

const (
	partDemands part = iota
	partComplaints
	partConduct
	partPayment
	partEnergy
	partCount
	partNone = partCount
)

// weight is one line of the table: what an entry of middling severity (3) means.
type weight struct {
	reason   string  // code of the reason it gives
	part     part    // strain it adds to
	load     float64 // how much it adds there; what we did about it adds a little too
	good     float64 // how much it relieves, as a share of one act of goodwill
	halfLife float64 // days after which it says half as much about the source
	pattern  float64 // decibans toward: this is how they are
	circ     float64 // decibans toward: their situation explains it
	ours     float64 // decibans toward: it comes from us
}

// weights is the whole evidence table: change a judgement here or nowhere. A line
// is read: load 1 is what one entry a month of severity 3 makes a heavy month;
// decibans are Good's weight of evidence (three are twice as likely, ten are ten
// times as likely). All are starting values reasoned from the sources named in
// the package documentation; none was fitted.
var weights = [topics]weight{
	// code of the reason, part, load, good, half-life, pattern, circumstance, ours
	askedWithin:        {ReasonAskedWithin, partDemands, 0.3, 0, 120, 0.5, 0, 0},      // asking is normal work
	askedBeyond:        {ReasonAskedBeyond, partDemands, 1.0, 0, 120, 2.0, 0, 0},      // ordinary once, a habit in the long run
	complaintRight:     {ReasonRight, partComplaints, 0.8, 0, 180, 0, 0, 6.0},         // it weighs on us, and it is about us
	complaintPartly:    {ReasonPartlyRight, partComplaints, 0.8, 0, 180, 0.5, 0, 3.0}, // half ours
	complaintUnjudged:  {ReasonUnjudged, partComplaints, 0.8, 0, 180, 1.0, 0, 2.0},    // in doubt, look at ourselves first
	complaintUnfounded: {ReasonUnfounded, partComplaints, 1.0, 0, 180, 3.0, 0, 0},     // blame without ground
	disrespect:         {ReasonDisrespect, partConduct, 1.2, 0, 365, 3.0, 0, 0},       // manners last longer than moods
	threat:             {ReasonThreat, partConduct, 1.8, 0, 730, 5.0, 0, 0},           // aggression with a purpose: the clearest sign there is
	publicCriticism:    {ReasonPublicCriticism, partConduct, 1.4, 0, 365, 4.0, 0, 0},  // shaming before talking
	intrusion:          {ReasonIntrusion, partEnergy, 0.8, 0, 90, 1.5, 0, 0},          // often only a rule nobody stated
	micromanagement:    {ReasonMicromanagement, partEnergy, 0.8, 0, 120, 1.5, 0, 0},   // a habit, or worry
	indecision:         {ReasonIndecision, partEnergy, 0.6, 0, 120, 1.0, 0.5, 0},      // a habit, or things move at their end
	silence:            {ReasonSilence, partEnergy, 0.6, 0, 120, 1.0, 0.5, 0},         // avoidance, or shame
	brokenPromise:      {ReasonBrokenPromise, partPayment, 1.0, 0, 240, 3.0, 0, 0},    // one's own word not kept
	latePayment:        {ReasonLatePayment, partPayment, 1.0, 0, 240, 1.5, 1.0, 0},    // empty pockets, or habit
	nonPayment:         {ReasonNonPayment, partPayment, 2.0, 0, 365, 4.0, 0, 0},       // refusal, or default
	praise:             {ReasonPraise, partNone, 0, 1, 180, 0, 1.0, 0},                // words are cheap
	paid:               {ReasonPayment, partNone, 0, 1, 180, 0, 1.0, 0},               // the main duty, done
	cooperation:        {ReasonCooperation, partNone, 0, 1, 240, 0, 2.5, 0},           // to give way costs something
	apology:            {ReasonApology, partNone, 0, 1, 240, 0, 3.0, 0},               // anger owned up to: a mood, not a way
	hardship:           {ReasonHardshipBefore, partNone, 0, 0, 180, 0, 5.0, 0},        // explains what came after it (see weighHardship)
	ourMistake:         {ReasonOurMistake, partNone, 0, 0, 180, 0, 0, 5.0},            // we say so ourselves
	ourApology:         {ReasonOurApology, partNone, 0, 0, 180, 0, 0, 1.0},            // we rarely apologise for nothing
	reminder:           {"", partPayment, 0.3, 0, 240, 0, 0, 0},                       // to chase money is a burden in itself
	escalation:         {"", partPayment, 0.3, 0, 240, 0, 0, 0},                       // the same, firmly
	expectations:       {part: partNone},                                              // speaks through the ladder
	boundary:           {part: partNone},                                              // speaks through the ladder
	remedy:             {part: partNone},                                              // speaks through the ladder
	contact:            {part: partNone},                                              // says nothing but its toll
	ended:              {part: partNone},                                              // says where we stand, not how they are
}

// What the source is thought to be before anything is known, in decibans: most
// trouble is a situation, one client in seven a pattern, one time in four it is
// us. The pattern needs the most evidence because a wrong ending costs the most.
const (
	priorPattern = -8
	priorCirc    = 0
	priorOurs    = -5
)

// How entries lie to each other in time, in decibans (rules of covariation).
const (
	dbConsistency   = 3.0 // trouble month after month: an effect that stays with the person
	dbPart          = 2.0 // each further part of the work in trouble: low distinctiveness
	dbCalm          = 4.0 // long calm before it: something must have changed
	dbNeverTold     = 1.0 // broke rules nobody stated
	dbLimitCrossed  = 6.0 // knew the limit and crossed it: no situation asks for that
	dbEffortFailed  = 5.0 // help did not help
	dbPaymentInVain = 5.0 // asked for what is owed, in vain
	dbRelapse       = 2.0 // accepted a limit, then slipped: habits are slow
	dbHeld          = 3.0 // kept to a limit, or answered an effort: they can
	dbReactive      = 1.0 // lost their temper right after a fault of ours or a hardship: a mood with a cause
	dbNotice        = 1.5 // late, but said so: as much as one lateness says, so that the two cancel
	dbShared        = 4.0 // all other clients do this too: what is common to them is us
	dbOnlyThem      = 1.0 // no other client does any of this; absence says less than presence
	dbTopicCap      = 8.0 // one kind of entry alone never proves a way of being
)

// Scales of time, in days.
const (
	strainHalfLife  = 60.0  // how long an entry weighs on us
	episodeDays     = 10.0  // entries this close are half the same story
	consistencyDays = 14.0  // trouble over two weeks is half consistent
	calmDays        = 120.0 // calm of four months is half a reason
	causeDays       = 7     // anger within a week of its cause is an answer to it
	hardshipDays    = 14.0  // a hardship told a fortnight after the trouble began explains half of it
	onsetDays       = 60.0  // one middling friction in this time is ordinary
)

// Tolls of our own, as loads. They add to the energy strain and to nothing else.
const (
	tollPoint    = 0.15 // a point of energy
	tollHour     = 0.15 // an unbilled hour
	tollHoursMax = 8.0  // more in one entry is a sum over days
)

// severitySteps is how many steps of severity double the strength of evidence.
const severitySteps = 4.0

// angry is our own anger from which on a rating counts half.
const angry = 7

// accusing reports whether the topic, if true, is something they do to us: what
// makes an onset, a spread, a crossing. Requests within the agreement, and
// complaints that have a point or were never weighed, are not.
func (t topic) accusing() bool {
	return t.friction() && t != askedWithin && (t < complaintRight || t > complaintUnjudged)
}

// friction reports whether the topic costs us.
func (t topic) friction() bool { return t <= nonPayment }

// goodwill reports whether the topic gives.
func (t topic) goodwill() bool { return weights[t].good > 0 }

// money reports whether the topic is about what they owe.
func (t topic) money() bool { return t >= brokenPromise && t <= nonPayment }

// aboutRules reports whether the topic breaks a rule that somebody must have stated.
func (t topic) aboutRules() bool {
	return t == askedBeyond || t == intrusion || t == micromanagement
}

// abuse reports whether the topic is an attack on the person.
func (t topic) abuse() bool { return t >= disrespect && t <= publicCriticism }

// topicOf returns what an entry is evidence of; false for what is never judged.
func topicOf(e *rapport.Entry) (topic, bool) {
	switch e.Kind {
	case rapport.Demand:
		if e.Scope == rapport.ScopeBeyond {
			return askedBeyond, true
		}
		return askedWithin, true
	case rapport.Complaint:
		return complaintOf(e.Justified), true
	}
	t, ok := topicOfKind[e.Kind]
	return t, ok
}

func complaintOf(j rapport.Justified) topic {
	switch j {
	case rapport.JustifiedYes:
		return complaintRight
	case rapport.JustifiedPartly:
		return complaintPartly
	case rapport.JustifiedNo:
		return complaintUnfounded
	}
	return complaintUnjudged
}

var topicOfKind = map[rapport.Kind]topic{
	rapport.Disrespect: disrespect, rapport.Threat: threat, rapport.PublicCriticism: publicCriticism,
	rapport.Intrusion: intrusion, rapport.Micromanagement: micromanagement, rapport.Indecision: indecision,
	rapport.Silence: silence, rapport.BrokenPromise: brokenPromise,
	rapport.LatePayment: latePayment, rapport.NonPayment: nonPayment,
	rapport.Praise: praise, rapport.Apology: apology, rapport.Cooperation: cooperation,
	rapport.PaymentReceived: paid, rapport.Hardship: hardship,
	rapport.Expectations: expectations, rapport.Boundary: boundary, rapport.Remedy: remedy,
	rapport.OurApology: ourApology, rapport.OurMistake: ourMistake,
	rapport.Reminder: reminder, rapport.Escalation: escalation,
	rapport.Contact: contact, rapport.Ended: ended,
}

// kindOfTopic is the way back from a topic to the kind of its entries.
var kindOfTopic = func() (kinds [topics]rapport.Kind) {
	for kind, t := range topicOfKind {
		kinds[t] = kind
	}
	kinds[askedWithin], kinds[askedBeyond] = rapport.Demand, rapport.Demand
	for t := complaintRight; t <= complaintUnfounded; t++ {
		kinds[t] = rapport.Complaint
	}
	return kinds
}()
