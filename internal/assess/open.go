package assess

import (
	"slices"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// This file says when each question stands open: what is missing on record, and
// which entries the question is about.

// demandsAskedAbout is how many requests one question lumps together, newest
// first, and askedWithinDays how far back it goes. Each weighs little alone.
const (
	demandsAskedAbout = 5
	askedWithinDays   = 120
)

// openComplaint: a complaint nobody has weighed, the one that weighs most first.
// Complaints are about us, so each is looked at for itself.
func openComplaint(c *hearing, h *History) (matter, bool) {
	var heaviest fact
	for _, f := range c.facts {
		if f.topic != complaintUnjudged || resting(h, AskWasItFair, f.entry, 0, c.on) {
			continue
		}
		if heaviest.on.IsZero() || c.weighs(f) >= c.weighs(heaviest) {
			heaviest = f
		}
	}
	return matter{about: named(heaviest), key: heaviest.entry}, !heaviest.on.IsZero()
}

// named returns the entry of a fact as a list, none for what an invoice tells.
func named(f fact) []rapport.ID {
	if f.entry == (rapport.ID{}) {
		return nil
	}
	return []rapport.ID{f.entry}
}

// openDemands: recent requests nobody held against the agreement.
func openDemands(c *hearing, h *History) (matter, bool) {
	var open []rapport.Entry
	for _, e := range h.Entries {
		recent := c.on.DaysSince(e.On) <= askedWithinDays
		if e.Kind == rapport.Demand && e.Scope == "" && recent {
			open = append(open, e)
		}
	}
	slices.SortFunc(open, func(a, b rapport.Entry) int {
		if a.On != b.On {
			return int(a.On - b.On)
		}
		return compareIDs(a.ID, b.ID)
	})
	open = open[max(0, len(open)-demandsAskedAbout):]
	if len(open) == 0 {
		return matter{}, false
	}
	m := matter{key: open[len(open)-1].ID}
	for _, e := range open {
		m.about = append(m.about, e.ID)
	}
	return m, true
}

// openRule: rules of ours were broken, and none is on record.
func openRule(c *hearing, _ *History) (matter, bool) {
	if c.told() || c.ruleBreaks() == 0 {
		return matter{}, false
	}
	first := slices.IndexFunc(c.facts, func(f fact) bool { return f.topic.aboutRules() })
	f := c.facts[first]
	return matter{about: named(f), day: f.on.AddDays(-1)}, true
}

// openDebt: money is owed, and no hardship is known that would explain it.
func openDebt(c *hearing, _ *History) (matter, bool) {
	if len(c.debt.owed) == 0 || c.now[hardship] > 0 {
		return matter{}, false
	}
	oldest := c.debt.owed[0]
	for _, f := range c.debt.owed {
		if f.since < oldest.since {
			oldest = f
		}
	}
	return matter{about: named(oldest), since: oldest.since, day: oldest.since}, true
}

// openTrouble: there is trouble, and nothing on record says what began it.
func openTrouble(c *hearing, _ *History) (matter, bool) {
	began := c.began()
	if began.IsZero() || c.now[hardship] > 0 {
		return matter{}, false
	}
	return matter{since: began, day: began}, true
}

// began returns the onset of the present trouble, or where none is under way any
// more the first friction on record.
func (c *hearing) began() rapport.Date {
	if on := c.onset(); !on.IsZero() {
		return on
	}
	return c.first
}

// openWord: a limit or expectation was stated on an earlier day, and nothing has
// tested it.
func openWord(c *hearing, _ *History) (matter, bool) {
	for _, place := range []int{stepBoundary, stepExpectations} {
		s := &c.steps[place]
		if s.state != Untested {
			continue
		}
		if word := s.said[len(s.said)-1]; word.on < c.on {
			return matter{about: named(word), key: word.entry}, true
		}
	}
	return matter{}, false
}

// openRecord: nothing on record can be judged.
func openRecord(c *hearing, _ *History) (matter, bool) { return matter{}, c.nothingRecorded() }

// openHardship: a hardship is past the day it was to be looked at again.
func openHardship(c *hearing, h *History) (matter, bool) {
	var due rapport.Circumstance
	for _, told := range h.Circumstances {
		known := slices.ContainsFunc(h.Entries, func(e rapport.Entry) bool {
			return e.ID == told.Entry && e.Kind == rapport.Hardship
		})
		if !known || told.Review > c.on || resting(h, AskIsHardshipOver, told.Entry, told.Review, c.on) {
			continue
		}
		if due.Entry == (rapport.ID{}) || told.Review < due.Review {
			due = told
		}
	}
	if due.Entry == (rapport.ID{}) {
		return matter{}, false
	}
	return matter{about: []rapport.ID{due.Entry}, key: due.Entry, since: due.Review}, true
}

// openConsensus: too few other clients are on record to show what is shared, and
// there is friction that could come from us.
func openConsensus(c *hearing, h *History) (matter, bool) {
	if h.Others.known() {
		return matter{}, false
	}
	heaviest, most := topics, 0.0
	for t := range topics {
		if t.mayBeOurs() && c.now[t] > most {
			heaviest, most = t, c.now[t]
		}
	}
	if heaviest == topics {
		return matter{}, false
	}
	return matter{kind: kindOfTopic[heaviest]}, true
}

// mayBeOurs reports whether friction of the topic, when several clients show it,
// says something about us. Attacks, threats and refusals are never asked for.
func (t topic) mayBeOurs() bool { return slices.Contains(sharable, t) }
