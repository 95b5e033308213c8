package assess

import (
	"slices"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// TrialDays is how long a trial or an extra mile is given before looking again.
const TrialDays = 28

// Course is how a trial went.
type Course string

// The courses.
const (
	Better  Course = "better"
	Worse   Course = "worse"
	Same    Course = "same"
	Pending Course = "pending" // the day to look again has not come
)

// Courses returns every course.
func Courses() []Course { return []Course{Better, Worse, Same, Pending} }

// Progress answers a trial: what happened between the decision and the day.
type Progress struct {
	Course Course
	Good   []rapport.ID // entries that count as better, newest last
	Bad    []rapport.ID // and as worse
	Before int          // how many would have counted as worse in as many days before
	Paid   []rapport.ID // invoices settled since
	Unpaid []rapport.ID // invoices past due and open on the day
}

// Thresholds of a course, as shares of the burden before. Half of it is plainly
// less and half as much again plainly more; between them it may be chance.
const (
	plainlyLess = 0.5
	plainlyMore = 1.5
)

// ProgressOf tells how the trial decided on went until the given day. It compares
// the days since the decision with as many days before it, on which the day of the
// decision counts, since what happened on it led there.
func ProgressOf(h History, d rapport.Decision, on rapport.Date) Progress {
	on = max(on, d.On)
	since, before := spellOf(h, d.On, on), spellOf(h, d.On.AddDays(d.On.DaysSince(on)), d.On)
	p := Progress{Course: Pending, Before: len(before.friction),
		Good: since.goodwill, Bad: since.friction, Paid: since.paid, Unpaid: since.unpaid}
	again := d.Again
	if again.IsZero() {
		again = d.On.AddDays(TrialDays)
	}
	if on >= again {
		p.Course = since.against(before)
	}
	return p
}

// spell is what happened in a stretch of days.
type spell struct {
	burden             float64 // load of what they did
	goodwill, friction []rapport.ID
	paid, unpaid       []rapport.ID
	sharp              bool         // an attack or a refusal that cannot pass unsaid, not taken back
	prompt             bool         // what fell due was paid in time
	warm, rough        rapport.Date // the last costly sign of good will (paid what was owed, gave way, apologised), the last friction
}

// cameRound reports whether a costly sign of good will came last.
func (s *spell) cameRound() bool { return !s.warm.IsZero() && s.warm >= s.rough }

// against says how a spell went, compared with the one before. One sharp thing is
// worse whatever else there was. What they owed and still owe is never better. As
// much trouble as before is better if they came round last. To pay in time is what was
// agreed: it is better where nothing else happened, and makes up for nothing else.
func (s *spell) against(before spell) Course {
	hardly := s.burden < crossedFrom
	switch {
	case s.sharp:
		return Worse
	case !hardly && s.burden >= plainlyMore*before.burden:
		return Worse
	case slices.ContainsFunc(before.unpaid, func(id rapport.ID) bool { return slices.Contains(s.unpaid, id) }):
		return Same
	case before.burden > 0 && s.burden <= plainlyLess*before.burden:
		return Better
	case s.cameRound() && (hardly || s.burden <= before.burden), s.prompt && hardly:
		return Better
	}
	return Same
}

// spellOf gathers what happened after one day, up to another.
func spellOf(h History, after, until rapport.Date) spell {
	var s spell
	s.settle(h.Invoices, after, until)
	r := read(h, until)
	rank := 0
	for i, f := range r.facts {
		rank = rankOf(r.facts, i, rank)
		if f.on <= after {
			continue
		}
		switch {
		case f.topic.goodwill():
			s.goodwill = append(s.goodwill, f.entry)
			if f.topic != praise {
				s.warm = max(s.warm, f.on)
			}
			s.sharp = s.sharp && f.topic != apology
		case f.topic.accusing():
			s.friction = append(s.friction, f.entry)
			s.rough = f.on
			s.sharp = s.sharp || f.severity >= sharp && (f.topic.abuse() || f.topic == threat || f.topic == nonPayment)
			if f.topic != latePayment || len(s.unpaid) == 0 { // the same lateness never counts twice
				s.burden += weights[f.topic].load * f.strength / float64(rank)
			}
		}
	}
	return s
}

// settle takes in the invoices. What was owed before and came in is good, however
// late it is; what fell due since and was late is lateness again.
func (s *spell) settle(invoices []rapport.Invoice, after, until rapport.Date) {
	for i := range invoices {
		v := &invoices[i]
		if v.Disputed || v.Issued > until {
			continue
		}
		settled := v.SettledOn()
		if !settled.IsZero() && settled <= after {
			continue
		}
		late := lateSeverity(daysLate(v, until))
		switch {
		case !settled.IsZero() && settled <= until:
			s.paid = append(s.paid, v.ID)
			if v.Due <= after {
				s.warm = max(s.warm, settled)
				continue
			}
			s.prompt = s.prompt || late == 0
		case late > 0:
			s.unpaid = append(s.unpaid, v.ID)
		}
		if late > 0 {
			s.burden += weights[latePayment].load * strengthOf(late)
		}
	}
}

// Driver says what a decision follows.
type Driver string

// The drivers.
const (
	FollowsFacts  Driver = "facts"
	FollowsEnergy Driver = "energy" // it goes further than the facts, and what is heavy is what it costs
	FollowsHope   Driver = "hope"   // it goes on as before, past a threat

	// FollowsDislike is an ending where nothing on record asks even for a clear word.
	FollowsDislike Driver = "dislike"
)

// Drivers returns every driver.
func Drivers() []Driver { return []Driver{FollowsFacts, FollowsEnergy, FollowsHope, FollowsDislike} }

// DriverOf says what choosing otherwise follows. It follows fatigue where it is
// harder than what was offered, the evidence for a pattern is under what a clear
// word takes, and of all strains it is our own energy that is heaviest. It follows
// hope where it passes over a threat, and likely dislike where it ends what nothing
// on record speaks against. To be tired is a fact, too, so is hope, and the choice is
// the user's; but it should be a known one.
func DriverOf(a Assessment, chosen rapport.Verdict) Driver {
	if a.Verdict == rapport.Safety && sternness(chosen) < sternness(a.Verdict) {
		return FollowsHope
	}
	p := a.Parts
	tired := p.Energy >= heavy && p.Energy >= max(p.Demands, p.Complaints, p.Conduct, p.Payment)
	further := sternness(chosen) > sternness(a.Verdict) && a.Source.Pattern < maybePattern
	switch {
	case further && tired:
		return FollowsEnergy
	case further && chosen == rapport.End && sternness(a.Verdict) == 0 && a.Verdict != rapport.Unclear:
		return FollowsDislike
	}
	return FollowsFacts
}

// sternness orders verdicts by what they do to the client.
func sternness(v rapport.Verdict) int {
	switch v {
	case rapport.Trial, rapport.Renegotiate:
		return 1
	case rapport.End, rapport.Safety:
		return 2
	}
	return 0
}
