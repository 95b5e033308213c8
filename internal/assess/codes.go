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

// Reasons drawn from how entries lie to each other by topic, or to invoices.
const (
	ReasonRefusedAfterLate = "refused_after_late" // late again and again since First, then refused, Count times
	ReasonLateWithNotice   = "late_with_notice"   // Count invoices late, but they said so beforehand; Days is the longest delay
	ReasonReactive         = "reactive"           // Count outbursts within days of a fault of ours or a hardship of theirs
)

// Reasons drawn from the user's other clients: consensus.
const (
	ReasonSharedTrouble = "shared_trouble" // Count of the other clients show this Kind of friction too
	ReasonOnlyThem      = "only_them"      // friction, Count times, none of which any other client shows; Kind is the heaviest
)

// Reasons the user gave when asked. Entries are the frictions they are about.
const (
	ReasonOthersToo  = "others_too"  // other clients do this too
	ReasonNobodyElse = "nobody_else" // no other client does
	ReasonPriceRise  = "price_rise"  // it began when we raised our price
	ReasonWontPay    = "wont_pay"    // they could pay, and will not
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
		ReasonRefusedAfterLate, ReasonLateWithNotice, ReasonReactive, ReasonSharedTrouble, ReasonOnlyThem,
		ReasonOthersToo, ReasonNobodyElse, ReasonPriceRise, ReasonWontPay,
	}
}

// The rules of the verdict (see rules.go for their order). The first that applies
// decides and gives the headline its words.
const (
	RuleThreat           = "threat"              // safety: a grave threat that is still fresh
	RuleNothingRecorded  = "nothing_recorded"    // unclear: nothing that can be judged
	RuleGraveAbuse       = "grave_abuse"         // end: abuse of the gravest kind, not taken back
	RuleRefused          = "refused"             // end: they refused to pay and fell silent, refused after being late again and again, or refused gravely
	RuleUnpaidInVain     = "unpaid_in_vain"      // end: asked for what they owe, and refused, pressed in vain, or word broken twice
	RuleLimitsExhausted  = "limits_exhausted"    // end: a pattern, and what was said clearly did not hold
	RuleThreatInPattern  = "threat_in_pattern"   // safety: threats as a means, amid what looks like their way
	RuleAbuseInPattern   = "abuse_in_pattern"    // safety: a sharp attack, and it is all but sure to be their way
	RulePatternUntold    = "pattern_untold"      // trial: it looks like their way, and nobody told them yet
	RulePatternUntested  = "pattern_untested"    // trial: it looks like their way; what was said has not held or not been tested
	RuleMoneyAtRisk      = "money_at_risk"       // renegotiate: polite perhaps, but the money does not come
	RuleSharpIncident    = "sharp_incident"      // renegotiate: one sharp incident that was not taken back
	RuleOursFirst        = "ours_first"          // mend: most of it comes from us
	RuleBlamedUnfairly   = "blamed_unfairly"     // renegotiate: a complaint without ground stands
	RuleTermsMissing     = "terms_missing"       // renegotiate: they go beyond rules that were never stated
	RuleTermsStated      = "terms_stated"        // trial: they went beyond the rules, and these were stated only since
	RuleTermsOutgrown    = "terms_outgrown"      // renegotiate: a stated limit was crossed and needs renewing
	RuleOursOpen         = "ours_open"           // mend: they had a point, and it was not put right yet
	RuleWordStands       = "word_stands"         // trial: a firm word was said, and nothing has answered it yet
	RuleFirstSign        = "first_sign"          // unclear: one bad day, and nothing around it
	RuleUnweighed        = "complaint_unweighed" // mend: a heavy complaint nobody has weighed: hear it first
	RuleStruggling       = "struggling"          // extra_mile: heavy, and their situation explains it
	RuleHardshipForeseen = "hardship_foreseen"   // extra_mile: a hardship told of, and no friction yet
	RuleSettling         = "settling"            // keep: it is heavy yet, and what we said or did was answered with good will
	RulePassingFriction  = "passing_friction"    // keep: some friction, little weight
	RuleGoingWell        = "going_well"          // keep: no friction to speak of
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
	NextHearOut           = "hear_out"           // ask what is wrong, listen, and weigh it
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
		NextMend, NextApologise, NextAskPayment, NextDemandPayment, NextNewTerms, NextHearOut, NextTalk, NextWatch,
		NextEnd, NextGetSupport, NextRecord, NextCarryOn,
	}
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
