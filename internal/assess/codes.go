package assess

// The codes below are what an [Assessment] says instead of sentences. They are
// stored and stand in JSON, so they never change their meaning; whoever shows an
// assessment words each of them ("reason.<code>", "rule.<code>", "next.<code>",
// "ask.<code>", "rung.<code>").

// Reasons drawn from entries of one kind. Each carries Kind, Count (how often),
// First and Last, and the entries, newest last. Count may be 1.
const (
	ReasonAskedWithin     = "asked_within"     // demands inside the agreement
	ReasonAskedBeyond     = "asked_beyond"     // demands beyond the agreement
	ReasonUnfounded       = "unfounded"        // complaints that were not justified
	ReasonPartlyRight     = "partly_right"     // complaints that were partly justified
	ReasonUnjudged        = "unjudged"         // complaints nobody has weighed yet
	ReasonRight           = "right"            // complaints that were right
	ReasonDisrespect      = "disrespect"       // insults, contempt
	ReasonThreat          = "threat"           // threats
	ReasonPublicCriticism = "public_criticism" // shamed us before others
	ReasonIntrusion       = "intrusion"        // out of hours, rush, no-show
	ReasonMicromanagement = "micromanagement"  // told us how to do our trade
	ReasonIndecision      = "indecision"       // moved the goalposts
	ReasonSilence         = "silence"          // did not answer while work was blocked
	ReasonBrokenPromise   = "broken_promise"   // broke their word
	ReasonLatePayment     = "late_payment"     // paid late, as typed entries tell
	ReasonNonPayment      = "non_payment"      // did not pay or refused, as typed entries tell
	ReasonPraise          = "praise"           // praised our work
	ReasonApology         = "apology"          // apologised
	ReasonCooperation     = "cooperation"      // accepted a limit or met us half-way
	ReasonPayment         = "payment"          // paid what they owed
	ReasonOurMistake      = "our_mistake"      // mistakes of ours
	ReasonOurApology      = "our_apology"      // apologies of ours
)

// Reasons drawn from invoices. Each carries Invoices, Count, First and Last.
const (
	ReasonInvoiceOverdue = "invoice_overdue" // past due and still open; Days is the age of the oldest
	ReasonPaidLate       = "paid_late"       // paid, but after the due day; Days is the longest delay
	ReasonPaidOnTime     = "paid_on_time"    // paid by the due day
)

// Reasons drawn from how entries lie to each other in time. Days counts days;
// Entries are the ones compared. Each says beside it what else it carries.
const (
	ReasonHardshipBefore = "hardship_before" // a hardship that began before the friction explains it; First is its day
	ReasonHardshipAfter  = "hardship_after"  // a hardship that came after the friction explains little of it; First is its day
	ReasonCalmBefore     = "calm_before"     // Days without friction from the first entry to the onset
	ReasonLongTrouble    = "long_trouble"    // trouble spread over Days, First to Last
	ReasonSeveralParts   = "several_parts"   // trouble in Count parts of the work at once (2 to 5)
	ReasonNeverTold      = "never_told"      // Count frictions about rules we never stated
	ReasonLimitCrossed   = "limit_crossed"   // the limit or expectation stated on First was crossed Count times
	ReasonRelapse        = "relapse"         // they accepted the limit of First, then crossed it Count times
	ReasonEffortFailed   = "effort_failed"   // we made an effort on First and the friction went on, Count times
	ReasonPaymentInVain  = "payment_in_vain" // we asked for the money on First and it did not come
	ReasonUnanswered     = "unanswered"      // they refused to pay and were silent about it; First is the first day it was owed
	ReasonLimitHeld      = "limit_held"      // they have kept to the limit stated on First, with good will
	ReasonEffortWorked   = "effort_worked"   // good will, and no friction, since our effort on First
	ReasonThinRecord     = "thin_record"     // Count entries, none of which says how it is going
)

// ReasonCodes returns every code a Reason can bear.
func ReasonCodes() []string {
	return []string{
		ReasonAskedWithin, ReasonAskedBeyond, ReasonUnfounded, ReasonPartlyRight, ReasonUnjudged, ReasonRight,
		ReasonDisrespect, ReasonThreat, ReasonPublicCriticism, ReasonIntrusion, ReasonMicromanagement,
		ReasonIndecision, ReasonSilence, ReasonBrokenPromise, ReasonLatePayment, ReasonNonPayment,
		ReasonPraise, ReasonApology, ReasonCooperation, ReasonPayment, ReasonOurMistake, ReasonOurApology,
		ReasonInvoiceOverdue, ReasonPaidLate, ReasonPaidOnTime,
		ReasonHardshipBefore, ReasonHardshipAfter, ReasonCalmBefore, ReasonLongTrouble, ReasonSeveralParts,
		ReasonNeverTold, ReasonLimitCrossed, ReasonRelapse, ReasonEffortFailed, ReasonPaymentInVain,
		ReasonUnanswered, ReasonLimitHeld, ReasonEffortWorked, ReasonThinRecord,
	}
}

// The rules of the verdict (see rules.go for their order). The first that applies
// decides and gives the headline its words.
const (
	RuleThreat           = "threat"            // safety: a grave threat that is still fresh
	RuleNothingRecorded  = "nothing_recorded"  // unclear: nothing that can be judged
	RuleGraveAbuse       = "grave_abuse"       // end: abuse of the gravest kind, not taken back
	RuleRefused          = "refused"           // end: they refused to pay outright, or refused and fell silent, and it looks like their way
	RuleUnpaidInVain     = "unpaid_in_vain"    // end: money asked for in vain, and it looks like their way
	RuleLimitsExhausted  = "limits_exhausted"  // end: a clear word was said and it goes on, and it looks like their way
	RulePatternUntold    = "pattern_untold"    // trial: it looks like their way, but no clear word was said yet
	RulePatternUntested  = "pattern_untested"  // trial: it looks like their way; what was said has not held or not been tested
	RuleMoneyAtRisk      = "money_at_risk"     // renegotiate: polite perhaps, but the money does not come
	RuleSharpIncident    = "sharp_incident"    // renegotiate: one sharp incident that was not taken back
	RuleTermsMissing     = "terms_missing"     // renegotiate: they go beyond rules that were never stated
	RuleTermsStated      = "terms_stated"      // trial: they went beyond the rules, and these were stated only since
	RuleTermsOutgrown    = "terms_outgrown"    // renegotiate: a stated limit was crossed and needs renewing
	RuleOursFirst        = "ours_first"        // mend: most of it comes from us
	RuleOursOpen         = "ours_open"         // mend: they had a point, and it was not put right yet
	RuleFirstSign        = "first_sign"        // unclear: one bad day, and nothing around it
	RuleStruggling       = "struggling"        // extra_mile: heavy, and their situation explains it
	RulePassingFriction  = "passing_friction"  // keep: some friction, little weight
	RuleGoingWell        = "going_well"        // keep: no friction to speak of
	RuleHardshipForeseen = "hardship_foreseen" // extra_mile: a hardship told of, and no friction yet
)

// RuleCodes returns every code Assessment.Rule can bear, in the order asked.
func RuleCodes() []string {
	codes := make([]string, len(rules))
	for i, r := range rules {
		codes[i] = r.code
	}
	return codes
}

// What to do next.
const (
	NextStateExpectations = "state_expectations" // say, in writing, how the work runs
	NextStateBoundary     = "state_boundary"     // state a limit and what follows from crossing it
	NextRenewBoundary     = "renew_boundary"     // repeat the limit, with a date and a consequence
	NextSincereEffort     = "sincere_effort"     // one real effort to help, offered once
	NextOfferHelp         = "offer_help"         // ask how they are and offer relief for a while
	NextMend              = "mend"               // put our own fault right
	NextApologise         = "apologise"          // say sorry for it, then put it right
	NextAskPayment        = "ask_payment"        // a friendly reminder
	NextDemandPayment     = "demand_payment"     // a firm demand with a date and a consequence
	NextNewTerms          = "new_terms"          // offer other terms: deposit, price, scope
	NextTalk              = "talk"               // talk about the incident, calmly and soon
	NextWatch             = "watch"              // it was said; give it time and look again
	NextEnd               = "end"                // begin the ending: obligations first
	NextGetSupport        = "get_support"        // keep the evidence, tell somebody, get advice
	NextRecord            = "record"             // write down what happens
	NextCarryOn           = "carry_on"           // nothing to do
)

// NextCodes returns every code Assessment.Next can bear.
func NextCodes() []string {
	return []string{
		NextStateExpectations, NextStateBoundary, NextRenewBoundary, NextSincereEffort, NextOfferHelp,
		NextMend, NextApologise, NextAskPayment, NextDemandPayment, NextNewTerms, NextTalk, NextWatch,
		NextEnd, NextGetSupport, NextRecord, NextCarryOn,
	}
}

// The one question whose answer would help most; empty when none would.
const (
	AskWasItFair      = "was_it_fair"          // a complaint nobody has weighed: was it justified?
	AskWasItAgreed    = "was_it_agreed"        // demands without a scope: were they part of what was agreed?
	AskToldThem       = "told_them"            // no rule on record: did you ever tell them?
	AskCanTheyPay     = "can_they_pay"         // money is late: can they not pay, or will they not?
	AskWhatIsBehind   = "what_is_behind"       // sudden trouble after calm: has something happened to them?
	AskDidTheyReply   = "did_they_reply"       // what was said has not been tested: how did they take it?
	AskHowIsItGoing   = "how_is_it_going"      // nothing judged on record
	AskIsHardshipOver = "is_the_hardship_over" // a circumstance is past its review day
	AskDoOthersToo    = "do_others_too"        // with few clients on record: does anybody else complain of this?
)

// AskCodes returns every code a Question can bear.
func AskCodes() []string {
	return []string{
		AskWasItFair, AskWasItAgreed, AskToldThem, AskCanTheyPay, AskWhatIsBehind, AskDidTheyReply,
		AskHowIsItGoing, AskIsHardshipOver, AskDoOthersToo,
	}
}

// What may have happened about the time the trouble began.
const (
	AroundHardship   = "hardship"        // on their side
	AroundOurMistake = "our_mistake"     // of ours, or a complaint of theirs that was right
	AroundMissed     = "missed_delivery" // we delivered late, as the user said
	AroundPrice      = "price_rise"      // we raised the price, as the user said
	AroundNewPerson  = "new_person"      // somebody new on their side, as the user said
)

// AroundCodes returns every code an Around can bear.
func AroundCodes() []string {
	return []string{AroundHardship, AroundOurMistake, AroundMissed, AroundPrice, AroundNewPerson}
}

// The rungs of the ladder: what can be tried before an engagement ends.
const (
	RungExpectations  = "expectations"   // how the work runs, said clearly
	RungBoundary      = "boundary"       // a limit, stated
	RungEffort        = "effort"         // a remedy or an apology of ours
	RungDemandPayment = "demand_payment" // a reminder or an escalation
)

// RungCodes returns every code a Rung can bear, in the order they are tried.
func RungCodes() []string {
	return []string{RungExpectations, RungBoundary, RungEffort, RungDemandPayment}
}

// Confidences returns the degrees of confidence, weakest first.
func Confidences() []Confidence {
	return []Confidence{Barely, Substantial, Strong, Decisive}
}
