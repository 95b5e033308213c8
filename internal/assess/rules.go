package assess

import (
	"slices"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Thresholds of the rules. The two shares follow from what mistakes cost: a trial
// given to somebody who was only struggling costs half of what investing in a
// pattern does, so it takes one chance in three. Ending costs most, which is why
// it takes more likely than not and, before that, a clear word.
const (
	likelyPattern = 1.0 / 2 // enough to end, once a clear word was said in vain
	maybePattern  = 1.0 / 3 // enough to say a clear word
	exhausted     = 2.1     // weight of crossings beyond two ordinary slips
	insult        = 2       // severity from which a remark is an attack, not a tone
	heavy         = 20.0    // strain that asks for something to be done
	moneyHeavy    = 25.0    // payment strain that asks for other terms
	gravest       = 5       // severity that stands alone
	sharp         = 4       // severity that cannot pass unsaid
	freshSeverity = 3.0     // what is left of a severity while it is fresh
	namedEnough   = 2.5     // decibans of a named situation that excuse late money for now
)

// rule is one sentence of the verdict.
type rule struct {
	code    string
	verdict rapport.Verdict
	holds   func(c *hearing) bool
}

// rules are asked from the first to the last; the first that holds decides.
var rules = []rule{
	{RuleThreat, rapport.Safety, (*hearing).graveThreat},
	{RuleNothingRecorded, rapport.Unclear, (*hearing).nothingRecorded},
	{RuleGraveAbuse, rapport.End, (*hearing).graveAbuse},
	{RuleRefused, rapport.End, (*hearing).refused},
	{RuleUnpaidInVain, rapport.End, (*hearing).unpaidInVain},
	{RuleLimitsExhausted, rapport.End, (*hearing).limitsExhausted},
	{RulePatternUntold, rapport.Trial, (*hearing).patternUntold},
	{RulePatternUntested, rapport.Trial, (*hearing).maybeAPattern},
	{RuleMoneyAtRisk, rapport.Renegotiate, (*hearing).moneyAtRisk},
	{RuleSharpIncident, rapport.Renegotiate, (*hearing).sharpIncident},
	{RuleOursFirst, rapport.Mend, (*hearing).oursFirst},
	{RuleTermsMissing, rapport.Renegotiate, (*hearing).termsMissing},
	{RuleTermsStated, rapport.Trial, (*hearing).termsStated},
	{RuleTermsOutgrown, rapport.Renegotiate, (*hearing).termsOutgrown},
	{RuleOursOpen, rapport.Mend, (*hearing).oursOpen},
	{RuleFirstSign, rapport.Unclear, (*hearing).firstSign},
	{RuleStruggling, rapport.ExtraMile, (*hearing).struggling},
	{RuleHardshipForeseen, rapport.ExtraMile, (*hearing).hardshipForeseen},
	{RulePassingFriction, rapport.Keep, (*hearing).someFriction},
	{RuleGoingWell, rapport.Keep, func(*hearing) bool { return true }},
}

// decide returns the first rule that holds.
func (c *hearing) decide() *rule {
	i := slices.IndexFunc(rules, func(r rule) bool { return r.holds(c) })
	return &rules[i]
}

// fresh reports whether a severe fact still stands near its full severity.
func fresh(c *hearing, f fact) bool {
	return f.severity*fade(c.age(f), weights[f.topic].halfLife) >= freshSeverity
}

// graveThreat: somebody threatened us and it is not long ago.
func (c *hearing) graveThreat() bool {
	return slices.ContainsFunc(c.facts, func(f fact) bool {
		return f.topic == threat && f.severity >= sharp && fresh(c, f)
	})
}

// nothingRecorded: no friction, no goodwill, no hardship, no fault of ours.
func (c *hearing) nothingRecorded() bool {
	return !slices.ContainsFunc(c.facts, func(f fact) bool {
		return f.topic.friction() || f.topic.goodwill() || f.topic == hardship || f.topic == ourMistake
	})
}

// graveAbuse: an attack of the gravest kind, and no real apology for it.
func (c *hearing) graveAbuse() bool {
	return slices.ContainsFunc(c.facts, func(f fact) bool {
		return f.topic.abuse() && f.severity >= gravest && !f.angry && fresh(c, f) && !c.takenBack(f, 3)
	})
}

// takenBack reports whether they apologised since, at least so earnestly.
func (c *hearing) takenBack(f fact, earnest int) bool { return c.sorry[max(0, earnest)] >= f.on }

// refused: they refused outright, or refused and fell silent, and it may be their
// way. Nobody refuses, and nobody is silent, who was not asked: that demand went
// unanswered even if nobody logged it.
func (c *hearing) refused() bool {
	silent := c.debt.vain && len(c.debt.demands) == 0
	return c.maybeAPattern() && (c.debt.outright || silent)
}

// unpaidInVain: they owe, were asked, refused or were pressed, and it may be their way.
func (c *hearing) unpaidInVain() bool {
	unmoved := !c.debt.refused.IsZero() || c.debt.pressed
	return c.maybeAPattern() && c.debt.vain && unmoved
}

// limitsExhausted: it is more likely than not their way, a clear word changed
// nothing, and they have not come round since.
func (c *hearing) limitsExhausted() bool {
	return c.days >= 2 && c.source.Pattern >= likelyPattern && c.wordFailed() && !c.cameRound()
}

// wordFailed reports whether something said clearly did not hold. One or two
// ordinary slips over a limit are not that much: they deserve the same word once
// more, unless an effort of ours failed as well.
func (c *hearing) wordFailed() bool {
	for _, place := range []int{stepExpectations, stepBoundary} {
		s := &c.steps[place]
		grave := s.weight >= exhausted || s.attacked() || c.steps[stepEffort].state == Crossed
		if s.state == Crossed && grave {
			return true
		}
	}
	return len(c.debt.demands) > 0 && c.debt.vain
}

// attacked reports whether the word was answered with an attack.
func (s *step) attacked() bool {
	return slices.ContainsFunc(s.crossed, func(f fact) bool { return f.topic.abuse() && f.severity >= insult })
}

// cameRound reports whether the last thing known of them is a costly sign of good
// will: they paid, gave way or apologised. Praise is not.
func (c *hearing) cameRound() bool {
	return slices.ContainsFunc(c.facts, func(f fact) bool {
		return f.on >= c.last && (f.topic == paid || f.topic == cooperation || f.topic == apology)
	})
}

// patternUntold: it may be their way, and nobody told them yet.
func (c *hearing) patternUntold() bool {
	return c.maybeAPattern() && !c.told() && c.steps[stepDemand].on.IsZero()
}

// maybeAPattern: it may be their way. One day shows no way of being.
func (c *hearing) maybeAPattern() bool { return c.days >= 2 && c.source.Pattern >= maybePattern }

// moneyAtRisk: the money does not come, or comes late again. Asked for in vain,
// asked for twice, or refused outright is enough; otherwise it takes silence, or
// that nothing known about them explains it. Where it began with a fault of ours,
// that comes first.
func (c *hearing) moneyAtRisk() bool {
	if c.debt.moneyDays == 0 || c.load.part(partPayment, onlyTheirs) < moneyHeavy || c.faultBeforeMoney() {
		return false
	}
	if c.debt.vain || c.debt.outright || len(c.steps[stepDemand].said) >= 2 {
		return true
	}
	open := len(c.debt.owed) > 0 || c.debt.moneyDays >= 2
	return open && (!c.debt.quiet.IsZero() || c.named() < namedEnough)
}

// faultBeforeMoney reports whether we gave them cause before they stopped paying
// and the cause weighs more than they do.
func (c *hearing) faultBeforeMoney() bool {
	if !c.oursFirst() {
		return false
	}
	for _, f := range c.facts {
		if f.topic == complaintRight || f.topic == complaintPartly || f.topic == ourMistake {
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
	sum := 0.0
	for _, why := range c.reasons {
		switch why.Code {
		case ReasonHardshipBefore, ReasonHardshipAfter, ReasonCalmBefore, ReasonPayment, ReasonPraise, ReasonPaidOnTime:
			sum += why.Decibans
		}
	}
	return sum
}

// sharpIncident: one thing that cannot pass unsaid, not taken back, and no limit
// stated since.
func (c *hearing) sharpIncident() bool {
	return slices.ContainsFunc(c.facts, func(f fact) bool {
		grave := f.topic.abuse() && f.severity >= sharp || f.topic == threat
		return grave && fresh(c, f) && !c.takenBack(f, int(f.severity)-1) && !c.limitSince(f.on)
	})
}

func (c *hearing) limitSince(day rapport.Date) bool {
	said := c.steps[stepBoundary].said
	return len(said) > 0 && said[len(said)-1].on >= day
}

// oursFirst: the evidence points at us more than at them.
func (c *hearing) oursFirst() bool {
	if c.now[complaintRight]+c.now[complaintPartly]+c.now[complaintUnjudged]+c.now[ourMistake] == 0 {
		return false
	}
	return c.decibans[placeOurs] >= 0 && c.decibans[placeOurs] >= c.decibans[placePattern]
}

// termsMissing: they go beyond rules that nobody stated, it weighs, and they have
// not apologised for it.
func (c *hearing) termsMissing() bool { return c.beyondRules() && !c.told() }

// termsStated: they went beyond rules that were stated only since; it takes time.
func (c *hearing) termsStated() bool {
	return c.beyondRules() && !c.tested(stepExpectations) && !c.tested(stepBoundary)
}

// beyondRules: rules of ours were broken, not taken back, and it weighs.
func (c *hearing) beyondRules() bool { return c.heavyFromThem() && c.ruleBreaks() >= 1 }

// termsOutgrown: a stated limit was crossed, and it weighs; say it anew.
func (c *hearing) termsOutgrown() bool {
	return c.heavyFromThem() && (c.broken(stepExpectations) || c.broken(stepBoundary))
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

// ruleBreaks sums how strongly rules of ours were broken and not taken back: 1 is
// one fresh case of middling severity.
func (c *hearing) ruleBreaks() float64 {
	sum := 0.0
	for _, f := range c.facts {
		if f.topic.aboutRules() && !c.takenBack(f, int(f.severity)-1) {
			sum += f.strength
		}
	}
	return sum
}

// oursOpen: they had a point, and nothing was done about the last one yet.
func (c *hearing) oursOpen() bool {
	open := false
	for _, f := range c.facts {
		switch f.topic {
		case complaintRight, complaintPartly, ourMistake:
			open = true
		case remedy, ourApology:
			open = false
		}
	}
	return open
}

// firstSign: one thing went wrong, and nothing else on record says how they are.
// A single deed is no pattern, and without a word about their situation or a
// better time before it is no hardship either. A complaint nobody has weighed is
// left to the rules below: until then, taking it seriously costs little.
func (c *hearing) firstSign() bool {
	wrong := 0
	for _, f := range c.facts {
		switch {
		case f.topic.goodwill() || f.topic == hardship || f.topic == ourMistake || f.topic == complaintUnjudged:
			return false
		case f.topic.friction():
			wrong++
		}
	}
	return wrong == 1 && c.load.strain(everything) >= heavy
}

// struggling: it weighs, and no rule above found a pattern in it.
func (c *hearing) struggling() bool { return c.load.strain(everything) >= heavy }

// hardshipForeseen: they told of a hardship, and it is not over yet.
func (c *hearing) hardshipForeseen() bool {
	return slices.ContainsFunc(c.facts, func(f fact) bool {
		return f.topic == hardship && f.severity >= 3 && c.on.DaysSince(f.on) <= rapport.DefaultReviewDays
	})
}

// someFriction: there was some, and it weighs little.
func (c *hearing) someFriction() bool { return c.days > 0 }
