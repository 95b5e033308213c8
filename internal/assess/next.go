package assess

import "github.com/rapport-desktop/rapport/internal/rapport"

// next returns the one step to take now.
func (c *hearing) next(decided *rule) string {
	switch decided.verdict {
	case rapport.Safety:
		return NextGetSupport
	case rapport.End:
		return NextEnd
	case rapport.Trial:
		if decided.code == RuleTermsStated || decided.code == RuleWordStands {
			return NextWatch
		}
		return c.nextRung()
	case rapport.Unclear:
		return NextRecord
	case rapport.Mend:
		if decided.code == RuleUnweighed {
			return NextHearOut
		}
		if c.steps[stepEffort].on.IsZero() {
			return NextApologise
		}
		return NextMend
	case rapport.ExtraMile:
		if c.steps[stepEffort].on.IsZero() {
			return NextOfferHelp
		}
		return NextWatch
	case rapport.Renegotiate:
		return c.nextTerms(decided)
	}
	return NextCarryOn
}

// nextTerms returns how to begin a renegotiation.
func (c *hearing) nextTerms(decided *rule) string {
	switch decided.code {
	case RuleMoneyAtRisk:
		return c.nextDemand()
	case RuleSharpIncident, RuleBlamedUnfairly:
		return NextTalk
	case RuleTermsMissing:
		return NextStateExpectations
	}
	return NextNewTerms
}

// nextDemand returns how to ask for the money, one tone firmer than last time.
func (c *hearing) nextDemand() string {
	switch {
	case len(c.debt.owed) == 0:
		return NextNewTerms
	case len(c.debt.demands) == 0:
		return NextAskPayment
	}
	return NextDemandPayment
}

// nextRung returns the lowest rung not tried yet. Where every word has been said
// and the last is untested, it takes time; where all were crossed, one word more.
func (c *hearing) nextRung() string {
	switch {
	case len(c.debt.owed) > 0 && (!c.debt.vain || !c.debt.pressed):
		return c.nextDemand()
	case !c.told() && c.ruleBreaks() > 0:
		return NextStateExpectations
	case c.steps[stepBoundary].on.IsZero():
		return NextStateBoundary
	case c.steps[stepBoundary].state == Untested:
		return NextWatch
	case c.steps[stepEffort].on.IsZero():
		return NextSincereEffort
	}
	return NextRenewBoundary
}
