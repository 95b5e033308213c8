package assess

import (
	"slices"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Thresholds of the shares. They follow from what mistakes cost: a clear word to
// somebody who was only struggling costs half of what investing in a pattern
// does, so it takes one chance in three. Ending costs most, which is why it takes
// more likely than not and, before that, a word that failed. At nine in ten it
// takes less: another try would cost more than it could bring.
const (
	surePattern   = 0.9     // all but sure
	likelyPattern = 1.0 / 2 // enough to end, once a clear word was said in vain
	maybePattern  = 1.0 / 3 // enough to say a clear word
)

// Severities, as rated from 1 to 5.
const (
	gravest = 5 // stands alone
	sharp   = 4 // cannot pass unsaid
	telling = 3 // says something by itself
	slight  = 2 // under it, a tone rather than an attack
)

// Other thresholds of the rules.
const (
	exhausted   = 2.1     // weight of crossings beyond two ordinary slips
	heavy       = 20.0    // strain that asks for something to be done
	moneyHeavy  = 25.0    // payment strain that asks for other terms
	freshShare  = 3.0 / 4 // what is left of a deed's weight while it is fresh
	namedEnough = 2.5     // decibans of a named situation that excuse late money for now
	silentDays  = 30      // a month past due without a word is silence
	goesOnDays  = 3       // days of friction after which it is no longer chance
)

// rule is one sentence of the verdict.
type rule struct {
	code    string
	verdict rapport.Verdict
	holds   func(c *hearing) bool
}

// rules are asked from the first to the last; the first that holds decides.
var rules = []rule{
	// Is it safe? Was a clear word said, and did it fail?
	{RuleThreat, rapport.Safety, (*hearing).graveThreat},
	{RuleNothingRecorded, rapport.Unclear, (*hearing).nothingRecorded},
	{RuleThreatInPattern, rapport.Safety, (*hearing).threatInPattern},
	{RuleGraveAbuse, rapport.End, (*hearing).graveAbuse},
	{RuleUnpaidInVain, rapport.End, (*hearing).unpaidInVain},
	{RuleRefused, rapport.End, (*hearing).refusedToPay},
	{RuleLimitsExhausted, rapport.End, (*hearing).limitsExhausted},
	{RuleAbuseInPattern, rapport.Safety, (*hearing).abuseInPattern},
	// May it be their way? Then it is time to say so.
	{RulePatternUntold, rapport.Trial, (*hearing).patternUntold},
	{RulePatternUntested, rapport.Trial, (*hearing).patternUntested},
	// Is there something that needs a word whatever its source? (terms.go)
	{RuleMoneyAtRisk, rapport.Renegotiate, (*hearing).moneyAtRisk},
	{RuleSharpIncident, rapport.Renegotiate, (*hearing).sharpIncident},
	{RuleOursFirst, rapport.Mend, (*hearing).oursFirst},
	{RuleBlamedUnfairly, rapport.Renegotiate, (*hearing).blamedUnfairly},
	{RuleTermsMissing, rapport.Renegotiate, (*hearing).termsMissing},
	{RuleTermsStated, rapport.Trial, (*hearing).termsStated},
	{RuleTermsOutgrown, rapport.Renegotiate, (*hearing).termsOutgrown},
	{RuleOursOpen, rapport.Mend, (*hearing).oursOpen},
	{RuleWordStands, rapport.Trial, (*hearing).wordStands},
	// What is left is theirs to bear or ours to mend. (mend.go)
	{RuleFirstSign, rapport.Unclear, (*hearing).firstSign},
	{RuleUnweighed, rapport.Mend, (*hearing).unweighed},
	{RuleStruggling, rapport.ExtraMile, (*hearing).struggling},
	{RuleHardshipForeseen, rapport.ExtraMile, (*hearing).hardshipForeseen},
	{RuleSettling, rapport.Keep, (*hearing).settling},
	{RulePassingFriction, rapport.Keep, (*hearing).someFriction},
	{RuleGoingWell, rapport.Keep, func(*hearing) bool { return true }},
}

// decide returns the first rule that holds.
func (c *hearing) decide() *rule {
	i := slices.IndexFunc(rules, func(r rule) bool { return r.holds(c) })
	return &rules[i]
}

// any reports whether one of the facts is such.
func (c *hearing) any(such func(fact) bool) bool { return slices.ContainsFunc(c.facts, such) }

// fresh reports whether a deed still stands near its full weight.
func (c *hearing) fresh(f fact) bool { return fade(c.age(f), weights[f.topic].halfLife) >= freshShare }

// takenBack reports whether they apologised since, at least so earnestly.
func (c *hearing) takenBack(f fact, earnest int) bool { return c.sorry[max(0, earnest)] >= f.on }

// excused reports whether they took it back about as earnestly as it was bad.
func (c *hearing) excused(f fact) bool { return c.takenBack(f, int(f.severity)-1) }

// graveThreat: somebody threatened us gravely, it is not long ago, and it was not
// taken back; the gravest cannot be.
func (c *hearing) graveThreat() bool {
	return c.any(func(f fact) bool {
		return f.topic == threat && f.severity >= sharp && c.fresh(f) && (f.severity >= gravest || !c.excused(f))
	})
}

// nothingRecorded: no friction, no goodwill, no hardship, no fault of ours.
func (c *hearing) nothingRecorded() bool {
	return !c.any(func(f fact) bool {
		return f.topic.friction() || f.topic.goodwill() || f.topic == hardship || f.topic == ourMistake
	})
}

// graveAbuse: an attack of the gravest kind, and no real apology for it.
func (c *hearing) graveAbuse() bool {
	return c.any(func(f fact) bool {
		return f.topic.abuse() && f.severity >= gravest && !f.angry && c.fresh(f) && !c.takenBack(f, telling)
	})
}

// unpaidInVain: they owe, were asked, and refused, were pressed or broke their
// word again and again, and it may be their way.
func (c *hearing) unpaidInVain() bool {
	unmoved := c.debt.refusal >= telling || c.debt.pressed || c.debt.broken >= 2
	return c.maybeAPattern() && c.debt.vain && len(c.debt.demands) > 0 && unmoved
}

// refusedToPay: they refused outright, or refused after silence or lateness on
// several days, and it may be their way. A less grave refusal takes that friction
// goes on and that it is likelier than not; and beside a complaint that may have
// ground it is a dispute, not a default. Nobody refuses, and nobody is silent, who
// was not asked: that demand went unanswered even if nobody logged it.
func (c *hearing) refusedToPay() bool {
	unasked := c.debt.vain && len(c.debt.demands) == 0
	switch {
	case c.debt.refusal >= gravest, unasked && c.debt.refusal >= telling:
		return c.maybeAPattern()
	case unasked, c.debt.refusal >= sharp && !c.disputed():
		return c.likelyAPattern() && c.days >= goesOnDays
	}
	return false
}

// disputed reports whether they complained of something that may have ground.
func (c *hearing) disputed() bool {
	return c.any(func(f fact) bool { return f.topic >= complaintRight && f.topic <= complaintUnjudged })
}

// limitsExhausted: it is more likely than not their way, a clear word changed
// nothing, and they have not come round since.
func (c *hearing) limitsExhausted() bool {
	return c.likelyAPattern() && c.wordFailed() && !c.cameRound()
}

// wordFailed reports whether something said clearly did not hold. Slight things do
// not count, nor does what they made good since, and one or two ordinary slips over a limit are not that much: they
// deserve the same word once more, unless that was said already, they answered with
// an attack, an effort of ours failed as well, or it is all but sure that this is
// their way. A limit they had accepted has failed only by a sharp attack.
func (c *hearing) wordFailed() bool {
	for _, place := range []int{stepExpectations, stepBoundary} {
		s := &c.steps[place]
		often := c.days >= goesOnDays || daysOf(s.crossed, nil) >= 2
		failed := s.since >= exhausted || s.attacked() && often || s.saidInVain() ||
			c.steps[stepEffort].state == Crossed || c.source.Pattern >= surePattern
		switch {
		case s.state == Crossed && s.worst() >= telling && failed,
			s.state == Relapsed && s.attack() >= sharp && often:
			return true
		}
	}
	return c.demandFailed()
}

// demandFailed reports whether they answered a demand for money with an attack,
// or with anything but money for long or under pressure.
func (c *hearing) demandFailed() bool {
	if len(c.debt.demands) == 0 || len(c.debt.owed) == 0 {
		return false
	}
	asked := c.debt.demands[0].on
	return c.debt.pressed || c.debt.weight >= exhausted ||
		c.any(func(f fact) bool { return f.topic.abuse() && f.severity >= telling && f.on > asked })
}

// cameRound reports whether the last thing known of them is a costly sign of good
// will: they gave way, apologised or paid. Praise is not, and no money answers for
// an attack on what was said.
func (c *hearing) cameRound() bool {
	attacked := c.steps[stepExpectations].attack() >= telling || c.steps[stepBoundary].attack() >= telling
	return c.any(func(f fact) bool {
		settles := f.topic == paid && !attacked
		return f.on >= c.last && (settles || f.topic == cooperation || f.topic == apology)
	})
}

// gaveWay reports whether the last thing known of them answers for what they did:
// they gave way, apologised, or showed good will in more than one way. Only to pay
// what is due, or only to praise, does not answer for that.
func (c *hearing) gaveWay() bool {
	var kinds [topics]bool
	n := 0
	for _, f := range c.facts {
		if f.on < c.last || !f.topic.goodwill() || kinds[f.topic] {
			continue
		}
		if f.topic == cooperation || f.topic == apology {
			return true
		}
		kinds[f.topic] = true
		n++
	}
	return n >= 2
}

// threatInPattern: it is more likely than not their way, and they both threatened
// and attacked us, or threatened while it is all but sure. To threaten with going elsewhere is bargaining; beside attacks a
// threat is aggression with a purpose, the best single sign that it is no outburst
// (Mortimer et al. 2023), and it needs support, not a discussion.
func (c *hearing) threatInPattern() bool {
	attacked := c.any(func(f fact) bool { return f.topic.abuse() && f.topic != threat && f.severity >= slight && c.fresh(f) })
	known := c.told() || c.days >= goesOnDays // one burst of anger shows no way of being
	return (attacked && known || c.source.Pattern >= surePattern) && c.likelyAPattern() && c.any(func(f fact) bool {
		return f.topic == threat && f.severity >= slight && c.fresh(f) && !c.excused(f)
	})
}

// abuseInPattern: nobody stated a rule, but they attacked us sharply, did not take it
// back, and it is all but sure that this is their way. Nobody has to state rules to
// be safe from that.
func (c *hearing) abuseInPattern() bool {
	return !c.told() && c.days >= 2 && c.source.Pattern >= surePattern && c.any(func(f fact) bool {
		return f.topic.abuse() && f.severity >= sharp && !f.angry && c.fresh(f) && !c.takenBack(f, telling)
	})
}

// patternUntested: it may be their way, and what was said has not held, or not been
// tested. Once they gave way, where a hardship explains it, or where only slight
// things came after the word, it takes more likely than not.
func (c *hearing) patternUntested() bool {
	return c.maybeAPattern() && (c.likelyAPattern() || !c.gaveWay() && !c.explained() && !c.slipped())
}

// slipped reports whether a word was said and only slight things crossed it.
func (c *hearing) slipped() bool {
	slips := 0
	for _, place := range []int{stepExpectations, stepBoundary} {
		s := &c.steps[place]
		if !c.broken(place) {
			continue
		}
		if s.worst() >= telling || s.since >= exhausted {
			return false
		}
		slips++
	}
	return slips > 0
}

// patternUntold: the same, and nobody told them yet.
func (c *hearing) patternUntold() bool {
	return c.patternUntested() && !c.told() && c.steps[stepDemand].on.IsZero()
}

// maybeAPattern: it may be their way. One day shows no way of being.
func (c *hearing) maybeAPattern() bool { return c.days >= 2 && c.source.Pattern >= maybePattern }

// likelyAPattern: it is more likely than not their way.
func (c *hearing) likelyAPattern() bool { return c.days >= 2 && c.source.Pattern >= likelyPattern }
