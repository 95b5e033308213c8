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
		if decided.code == RuleTermsStated {
			return NextWatch
		}
		return c.nextRung()
	case rapport.Unclear:
		return NextRecord
	case rapport.Mend:
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
	case RuleSharpIncident:
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

// ask returns the question whose answer would say most about what is unknown.
func (c *hearing) ask(decided *rule) string {
	switch {
	case decided.code == RuleNothingRecorded:
		return AskHowIsItGoing
	case decided.code == RuleFirstSign:
		return AskWhatIsBehind
	case decided.verdict == rapport.Safety || decided.code == RuleGraveAbuse:
		return ""
	case c.now[complaintUnjudged] >= crossedFrom:
		return AskWasItFair
	case !c.review.IsZero() && c.review <= c.on && c.now[hardship] > 0:
		return AskIsHardshipOver
	case len(c.debt.owed) > 0 && c.now[hardship] == 0:
		return AskCanTheyPay
	case c.unscoped > 0 && c.now[askedWithin] > crossedFrom && c.now[askedWithin] > c.now[askedBeyond]:
		return AskWasItAgreed
	case !c.told() && c.ruleBreaks() > 0:
		return AskToldThem
	case c.steps[stepExpectations].state == Untested || c.steps[stepBoundary].state == Untested:
		return AskDidTheyReply
	case decided.verdict != rapport.Keep && !c.first.IsZero() && c.now[hardship] == 0:
		return AskWhatIsBehind
	}
	return ""
}
