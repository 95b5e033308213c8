package assess

import (
	"slices"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// This file holds the rules for what needs a word whatever its source: money that
// does not come, a sharp incident, blame without ground, terms that nobody stated
// or that no longer fit.

// moneyAtRisk: the money does not come, or comes late again. Asked for in vain or
// more than once, refused, late again and again, or late after we gave way already
// is enough; otherwise it takes silence, or that nothing known about them explains
// it. Where it began with a fault of ours, that comes first.
func (c *hearing) moneyAtRisk() bool {
	if c.debt.moneyDays == 0 || c.load.part(partPayment, onlyTheirs) < moneyHeavy || c.faultBeforeMoney() {
		return false
	}
	owed := len(c.debt.owed) > 0
	switch {
	case c.debt.vain, c.debt.refusal >= gravest, c.timesAsked() >= 2:
		return true
	case owed && c.broken(stepEffort):
		return true
	case !c.debt.refused.IsZero() && !c.explained(), c.debt.moneyDays >= goesOnDays && c.said(ReasonHardshipBefore) == 0:
		return true
	}
	silent := !c.debt.quiet.IsZero() || c.lateInSilence()
	again := c.debt.moneyDays >= 2 && !c.gaveWay()
	return (owed || again) && (silent || c.named() < namedEnough)
}

// lateInSilence reports whether an invoice has been open for a month past due and
// they never said a word about it. Where nobody keeps a journal, it is not known.
func (c *hearing) lateInSilence() bool {
	return c.any(func(f fact) bool {
		announced, known := c.notices[f.invoice]
		return f.open && c.on.DaysSince(f.since) >= silentDays && known && !announced
	})
}

// timesAsked counts how often we asked for money; to ask firmly is to ask twice.
func (c *hearing) timesAsked() int {
	n := len(c.steps[stepDemand].said)
	for _, f := range c.steps[stepDemand].said {
		if f.topic == escalation {
			n++
		}
	}
	return n
}

// faultBeforeMoney reports whether we gave them cause before they stopped paying
// and the cause weighs more than they do.
func (c *hearing) faultBeforeMoney() bool {
	if !c.oursFirst() {
		return false
	}
	for _, f := range c.facts {
		if f.topic.ourFault() {
			return true
		}
		if f.topic.money() {
			return false
		}
	}
	return false
}

// named sums what is known of their situation, in decibans.
func (c *hearing) named() float64 {
	return c.said(ReasonHardshipBefore, ReasonHardshipAfter, ReasonCalmBefore, ReasonPayment, ReasonPraise, ReasonPaidOnTime)
}

// explained reports whether a hardship that came first explains the trouble.
func (c *hearing) explained() bool { return c.said(ReasonHardshipBefore) >= namedEnough }

// said sums the reasons of some codes, in decibans.
func (c *hearing) said(codes ...string) float64 {
	sum := 0.0
	for _, why := range c.reasons {
		if slices.Contains(codes, why.Code) {
			sum += why.Decibans
		}
	}
	return sum
}

// sharpIncident: one thing that cannot pass unsaid, not taken back, and no limit
// stated since. Where the evidence points at us, and after a long good time, it
// takes more to be one: a bad day condemns nobody. An apology excuses it once.
func (c *hearing) sharpIncident() bool {
	least, ours := float64(telling), c.oursFirst()
	if ours || c.said(ReasonCalmBefore) >= namedEnough {
		least = sharp
	}
	return c.any(func(f fact) bool {
		answer := ours && f.reactive && f.severity < gravest // to what we did: that comes first
		grave := !answer && f.topic.abuse() && f.severity >= least || f.topic == threat
		return grave && c.fresh(f) && (!c.excused(f) || c.again(f)) && !c.limitSince(f.on)
	})
}

// again reports whether they had apologised for an attack before, and then did this.
func (c *hearing) again(f fact) bool {
	attacked, sorry := false, false
	for _, g := range c.facts {
		switch {
		case g.on >= f.on:
			return sorry
		case g.topic.abuse():
			attacked = true
		case g.topic == apology && attacked:
			sorry = true
		}
	}
	return false
}

func (c *hearing) limitSince(day rapport.Date) bool {
	said := c.steps[stepBoundary].said
	return len(said) > 0 && said[len(said)-1].on >= day
}

// blamedUnfairly: they complained without ground, it weighs and stands, no hardship
// explains it, and they have not given way since. After a long good time a slight
// one is let pass.
func (c *hearing) blamedUnfairly() bool {
	least := float64(slight)
	if c.said(ReasonCalmBefore) >= namedEnough {
		least = telling
	}
	return c.heavyFromThem() && !c.explained() && !c.gaveWay() && c.any(func(f fact) bool {
		return f.topic == complaintUnfounded && f.severity >= least && c.fresh(f) && !c.excused(f) && !c.limitSince(f.on)
	})
}

// termsMissing: they go beyond rules that nobody stated, it weighs, and they have
// not apologised for it.
func (c *hearing) termsMissing() bool { return c.beyondRules() && !c.told() }

// termsStated: they went beyond rules that were stated only since; it takes time.
func (c *hearing) termsStated() bool {
	return c.beyondRules() && !c.tested(stepExpectations) && !c.tested(stepBoundary)
}

// termsOutgrown: a stated limit was crossed, by more than slight things, it weighs,
// and they have not come round since; say it anew. Where terms were stated, to pay by
// them is to keep them.
func (c *hearing) termsOutgrown() bool {
	return c.heavyFromThem() && !c.cameRound() && !c.slipped() && (c.broken(stepExpectations) || c.broken(stepBoundary))
}

func (c *hearing) broken(place int) bool {
	return c.steps[place].state == Crossed || c.steps[place].state == Relapsed
}

func (c *hearing) tested(place int) bool {
	return c.broken(place) || c.steps[place].state == Worked
}

// heavyFromThem leaves out justified complaints and what it cost us to feel: to
// be tired of somebody is no reason to limit them.
func (c *hearing) heavyFromThem() bool { return c.load.strain(onlyTheirs) >= heavy }

// beyondRules: rules of ours were broken, it weighs, and they neither took it back
// nor gave way since. While a hardship explains it, it takes as much again.
func (c *hearing) beyondRules() bool {
	if !c.heavyFromThem() || c.gaveWay() {
		return false
	}
	if c.explained() {
		return c.ruleBreaks() >= 2
	}
	return c.ruleBreaks() >= 1 || c.goesOn()
}

// ruleBreaks sums how strongly rules of ours were broken and not taken back: 1 is
// one case of middling severity.
func (c *hearing) ruleBreaks() float64 {
	sum := 0.0
	for _, f := range c.facts {
		if f.topic.aboutRules() && !c.excused(f) {
			sum += f.strength
		}
	}
	return sum
}

// goesOn reports whether friction of whatever kind came on several days, and was
// not taken back.
func (c *hearing) goesOn() bool {
	return daysOf(c.facts, func(f fact) bool { return f.topic.accusing() && !c.excused(f) }) >= goesOnDays
}

// wordStands: a firm word was said, or silence was the answer to a reminder, and
// nothing good has come since. What was said holds until it is answered, as long as
// there is anything of theirs that it was said about.
func (c *hearing) wordStands() bool {
	if c.first.IsZero() {
		return false
	}
	for _, f := range slices.Backward(c.facts) {
		unanswered := f.topic == reminder && c.steps[stepDemand].weight >= crossedFrom
		switch {
		case f.topic == boundary, f.topic == escalation, unanswered:
			return c.on.DaysSince(f.on) <= rapport.DefaultReviewDays
		case f.topic.goodwill():
			return false
		}
	}
	return false
}
