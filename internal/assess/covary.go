package assess

import (
	"slices"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// This file holds the evidence that no single entry gives but their position in
// time and over topics does: Kelley's covariation, that an effect belongs to the
// cause it varies with. Consistency and breadth speak for a way of being, calm,
// hardship and a cause at hand for a situation, unstated rules for us. What the
// user's other clients do is in consensus.go.

// weighHardship lets a hardship explain what came after it began. What was there
// before, it cannot explain; only in the first days does it count in part, since
// the trouble may have been its first sign.
func (c *hearing) weighHardship(facts []fact) {
	var before, after []fact
	var early, late float64
	for _, f := range facts {
		if c.first.IsZero() || f.since <= c.first {
			before = append(before, f)
			early += c.weighs(f) * c.explains(f)
			continue
		}
		after = append(after, f)
		late += c.weighs(f) * c.explains(f) * fade(float64(f.since.DaysSince(c.first)), hardshipDays)
	}
	db := weights[hardship].circ
	if len(before) > 0 {
		c.add(placeCirc, min(dbTopicCap, db*early), c.about(ReasonHardshipBefore, before))
	}
	if len(after) > 0 {
		c.add(placeCirc, min(dbTopicCap, db*late), c.about(ReasonHardshipAfter, after))
	}
}

// findCauses marks outbursts that had a cause at hand: a fault of ours in the week
// before, or a hardship they were in. Anger of that kind is a reaction; what makes
// a pattern is aggression with a purpose, for which a threat stands (Mortimer et
// al. 2023).
func (c *hearing) findCauses() {
	var faults, hardships []rapport.Date
	for _, f := range c.facts {
		switch {
		case f.topic.ourFault():
			faults = append(faults, f.on)
		case f.topic == hardship:
			hardships = append(hardships, f.since)
		}
	}
	if len(faults)+len(hardships) == 0 {
		return
	}
	slices.Sort(hardships)
	var outbursts []fact
	for i := range c.facts {
		f := &c.facts[i]
		if f.topic != disrespect && f.topic != publicCriticism {
			continue
		}
		f.reactive = between(faults, f.on.AddDays(-causeDays), f.on) ||
			between(hardships, f.on.AddDays(-rapport.DefaultReviewDays), f.on)
		if f.reactive {
			outbursts = append(outbursts, *f)
		}
	}
	if len(outbursts) > 0 {
		why := c.about(ReasonReactive, outbursts)
		why.Kind = kindOfTopic[outbursts[0].topic]
		c.add(placeCirc, dbReactive*min(1, outbursts[len(outbursts)-1].strength), why)
	}
}

// weighConsistency speaks for a pattern the longer the trouble spreads in time,
// and less once it has been quiet for a while.
func (c *hearing) weighConsistency() {
	spread := c.last.DaysSince(c.first)
	if c.first.IsZero() || spread == 0 {
		return
	}
	why := c.about(ReasonLongTrouble, c.ends())
	why.Count, why.Days, why.First, why.Last = 0, spread, c.first, c.last
	quiet := fade(float64(c.on.DaysSince(c.last)), weights[complaintUnfounded].halfLife)
	c.add(placePattern, dbConsistency*(1-fade(float64(spread), consistencyDays))*quiet, why)
}

// ends returns the first and the last accusing fact.
func (c *hearing) ends() []fact {
	var first, last fact
	for _, f := range c.facts {
		if !f.topic.accusing() {
			continue
		}
		if first.on.IsZero() {
			first = f
		}
		last = f
	}
	return []fact{first, last}
}

// weighBreadth speaks for a pattern when several parts of the work are in trouble
// at once: what appears everywhere belongs to the one who is everywhere. Silence
// touches no part of its own, and the lightest entries don't count.
func (c *hearing) weighBreadth() {
	var touched [partCount]fact
	count := 0
	for _, f := range c.facts {
		t := f.topic
		if !t.accusing() || t == silence || f.severity < 2 || c.weighs(f) < f.strength/4 {
			continue
		}
		p := weights[t].part
		if touched[p].on.IsZero() {
			count++
		}
		if f.strength >= touched[p].strength {
			touched[p] = f
		}
	}
	if count < 2 {
		return
	}
	var facts []fact
	for _, f := range touched {
		if !f.on.IsZero() {
			facts = append(facts, f)
		}
	}
	c.add(placePattern, dbPart*float64(count-1), c.about(ReasonSeveralParts, facts))
}

// weighCalm speaks for a situation when a long calm came before the trouble, both
// long in itself and long beside the trouble: something must have changed.
func (c *hearing) weighCalm() {
	if c.first.IsZero() {
		return
	}
	calm := float64(c.first.DaysSince(c.oldest))
	if calm <= 0 {
		return
	}
	why := c.about(ReasonCalmBefore, c.facts[:1])
	why.Count, why.Days, why.First, why.Last = 0, int(calm), c.oldest, c.first
	whole := float64(c.on.DaysSince(c.oldest))
	c.add(placeCirc, dbCalm*calm/(calm+calmDays)*calm/whole, why)
}

// weighRules asks whether they broke rules that nobody ever stated to them.
func (c *hearing) weighRules(byTopic [topics][]fact) {
	if c.told() {
		return
	}
	var facts []fact
	for _, t := range []topic{askedBeyond, intrusion, micromanagement} {
		facts = append(facts, byTopic[t]...)
	}
	if len(facts) > 0 {
		c.add(placeOurs, dbNeverTold, c.about(ReasonNeverTold, facts))
	}
}

// weighNotice speaks for a situation where invoices were late and they had said
// so. To be late with a word can be planned for, and costs them something to say.
func (c *hearing) weighNotice() {
	var facts []fact
	for _, f := range c.facts {
		if f.topic == latePayment && c.notices[f.invoice] {
			facts = append(facts, f)
		}
	}
	if len(facts) > 0 {
		c.add(placeCirc, min(dbTopicCap, dbNotice*c.together(facts)), c.about(ReasonLateWithNotice, facts))
	}
}

// told reports whether any rule or limit is on record.
func (c *hearing) told() bool {
	return !c.steps[stepExpectations].on.IsZero() || !c.steps[stepBoundary].on.IsZero()
}

// onset finds the day the present trouble began, by a cumulative sum (Page 1954):
// friction adds, time takes away what would be ordinary, and the onset is the
// first friction after the sum last stood at zero. Zero when none is under way.
func (c *hearing) onset() rapport.Date {
	var began, before rapport.Date
	sum := 0.0
	for _, f := range c.facts {
		if !f.topic.accusing() {
			continue
		}
		if !began.IsZero() {
			sum -= float64(f.on.DaysSince(before)) / onsetDays
		}
		if sum <= 0 {
			sum, began = 0, f.since
		}
		sum += f.strength
		before = f.on
	}
	if began.IsZero() || sum <= float64(c.on.DaysSince(before))/onsetDays {
		return 0
	}
	return began
}
