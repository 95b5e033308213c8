package assess

import (
	"slices"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// The places of the rungs, in the order they are tried.
const (
	stepExpectations = iota
	stepBoundary
	stepEffort
	stepDemand
	rungs
)

// step is a rung as it was climbed. Order decides, not distance in time: what
// came after the word, on a later day, is the answer to it.
type step struct {
	on      rapport.Date // first said; zero while untried
	state   RungState
	weight  float64 // of what crossed it, faded
	said    []fact
	crossed []fact
	since   float64 // weight of what crossed it since they last made good: gave way, apologised, paid
	good    bool    // goodwill came after it before anything crossed it
}

// Weights at which a crossing counts.
const (
	crossedFrom  = 0.6 // under severity 2 it is no crossing
	crossedAgain = 2.0 // beyond this an accepted limit is crossed, not slipped
	answerDays   = 7   // an open invoice is asked for in vain after a week without an answer
)

// climb follows each rung through the record.
func (c *hearing) climb() {
	for place := range c.steps {
		c.steps[place] = c.follow(place)
	}
	c.debt = c.owing()
}

// follow looks at one rung: when it was said, and what came after.
func (c *hearing) follow(place int) step {
	var s step
	var healed bool
	for i, f := range c.facts {
		switch {
		case saidBy(place, f.topic):
			if s.on.IsZero() {
				s.on = f.on
			}
			s.said = append(s.said, f)
			healed = false
		case s.on.IsZero() || f.on <= s.on:
		case crosses(place, f.topic):
			if f.open && f.on.DaysSince(s.on) < answerDays {
				continue
			}
			s.crossed = append(s.crossed, f)
			if i == 0 || rankOf(c.facts, i, 1) == 1 {
				s.weight += c.weighs(f)
				s.since += c.weighs(f)
			}
			healed = false
		case accepts(place, f.topic):
			if f.topic != praise {
				s.since = 0
			}
			s.good = s.good || len(s.crossed) == 0
			healed = true
		}
	}
	s.state = s.judge(healed)
	return s
}

// judge says what became of the rung. healed means that goodwill was the last
// answer to it.
func (s *step) judge(healed bool) RungState {
	switch {
	case s.on.IsZero():
		return ""
	case s.weight < crossedFrom && healed, healed && s.saidAgain():
		return Worked
	case s.weight < crossedFrom:
		return Untested
	case s.good && s.weight < crossedAgain:
		return Relapsed
	}
	return Crossed
}

// saidAgain reports whether the word was said once more after the last crossing.
func (s *step) saidAgain() bool {
	return len(s.crossed) > 0 && s.said[len(s.said)-1].on >= s.crossed[len(s.crossed)-1].on
}

// attacked reports whether the word was answered with an attack. A slight one counts
// only beside something sharp: a tone alone ends nothing.
func (s *step) attacked() bool {
	return s.attack() >= telling || s.attack() >= slight && s.worst() >= sharp
}

// attack is the highest severity of an attack that crossed the word, 0 if none did.
func (s *step) attack() float64 {
	attack := 0.0
	for _, f := range s.crossed {
		if f.topic.abuse() {
			attack = max(attack, f.severity)
		}
	}
	return attack
}

// worst is the highest severity of what crossed the word. Silence may be shame and
// is left out.
func (s *step) worst() float64 {
	worst := 0.0
	for _, f := range s.crossed {
		if f.topic != silence {
			worst = max(worst, f.severity)
		}
	}
	return worst
}

// saidInVain reports whether the word was crossed, said once more, and crossed again.
func (s *step) saidInVain() bool {
	return len(s.crossed) > 0 && slices.ContainsFunc(s.said, func(again fact) bool {
		return s.crossed[0].on < again.on && again.on < s.crossed[len(s.crossed)-1].on
	})
}

func saidBy(place int, t topic) bool {
	switch place {
	case stepExpectations:
		return t == expectations
	case stepBoundary:
		return t == boundary
	case stepEffort:
		return t == remedy || t == ourApology
	}
	return t == reminder || t == escalation
}

// crosses reports whether friction of the topic answers the rung with a no. An
// effort is not refused by silence, and only money answers a demand for money.
func crosses(place int, t topic) bool {
	switch place {
	case stepEffort:
		return t.accusing() && t != silence
	case stepDemand:
		return t.money() || t == silence
	}
	return t.accusing()
}

// accepts reports whether goodwill of the topic answers the rung with a yes.
func accepts(place int, t topic) bool {
	if place == stepDemand {
		return t == paid || t == cooperation
	}
	return t.goodwill()
}

// weighLadder adds what the rungs say: a limit known and crossed is the clearest
// covariation there is, for nothing else changed.
func (c *hearing) weighLadder() {
	limit := stepBoundary
	if c.steps[stepExpectations].weight > c.steps[stepBoundary].weight {
		limit = stepExpectations // two words crossed by one deed are one reason
	}
	c.weighStep(limit, dbLimitCrossed, ReasonLimitCrossed)
	c.weighStep(stepEffort, dbEffortFailed, ReasonEffortFailed)
	c.weighDemand()
	held := slices.IndexFunc(c.steps[:stepDemand], func(s step) bool { return s.state == Worked })
	if held < 0 {
		return
	}
	code := ReasonLimitHeld
	if held == stepEffort {
		code = ReasonEffortWorked
	}
	c.add(placeCirc, dbHeld, c.aboutStep(code, &c.steps[held]))
}

// weighStep adds a crossing, or a relapse after the word was first accepted.
func (c *hearing) weighStep(place int, decibans float64, code string) {
	s := &c.steps[place]
	switch s.state {
	case Crossed:
		c.add(placePattern, decibans*min(1, s.weight), c.aboutStep(code, s))
	case Relapsed:
		c.add(placePattern, dbRelapse*min(1, s.weight), c.aboutStep(ReasonRelapse, s))
	}
}

// weighDemand adds a demand for payment that came to nothing. The reminder and
// the default it was about are one fact.
func (c *hearing) weighDemand() {
	if c.debt.vain {
		c.add(placePattern, dbPaymentInVain*min(1, c.debt.weight), c.debt.reason(&c.record))
	}
}

// aboutStep names the word and what answered it; First is the day of the word.
func (c *hearing) aboutStep(code string, s *step) Reason {
	facts := slices.Concat(s.said[:1], s.crossed)
	why := c.about(code, facts)
	why.Count, why.First = len(s.crossed), s.on
	if len(facts) > namedAtMost { // the word is named whatever else is
		rest := why.Entries[min(1, len(why.Entries)):]
		why.Entries = slices.Concat([]rapport.ID{s.said[0].entry}, rest)
	}
	return why
}

// ladder lists the rungs that were tried.
func (c *hearing) ladder() []Rung {
	var out []Rung
	for place, code := range RungCodes() {
		if s := &c.steps[place]; !s.on.IsZero() {
			out = append(out, Rung{Code: code, On: s.on, State: s.state})
		}
	}
	return out
}
