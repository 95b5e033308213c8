package assess

// The one question whose answer would help most. Beside each stand the answers
// it takes; every question can also be answered with [DontKnow].
const (
	AskWasItFair      = "was_it_fair"          // a complaint nobody has weighed: yes, partly, no
	AskWasItAgreed    = "was_it_agreed"        // demands without a scope: in, beyond
	AskToldThem       = "told_them"            // no rule on record: yes_in_writing, yes_said, no
	AskCanTheyPay     = "can_they_pay"         // money is owed: cannot, wont
	AskWhatIsBehind   = "what_is_behind"       // trouble began: hardship, new_person, price_rise, missed_delivery, nothing
	AskDidTheyReply   = "did_they_reply"       // what was said has not been tested: accepted, argued, no_answer
	AskHowIsItGoing   = "how_is_it_going"      // nothing judged on record: well, asks_much, complains, pays_late, harsh
	AskIsHardshipOver = "is_the_hardship_over" // a circumstance is past its review day: over, still
	AskDoOthersToo    = "do_others_too"        // few other clients on record: yes, no
)

// DontKnow answers any question. It is kept, and lets the question rest for a while.
const DontKnow = "dont_know"

// AskCodes returns every code a Question can bear.
func AskCodes() []string {
	return []string{
		AskWasItFair, AskWasItAgreed, AskToldThem, AskCanTheyPay, AskWhatIsBehind, AskDidTheyReply,
		AskHowIsItGoing, AskIsHardshipOver, AskDoOthersToo,
	}
}

// What may happen yet, with which the verdict would be another. Each carries By,
// the last day imagined; where it says so, Times and Kind too.
const (
	IfLimitCrossed     = "limit_crossed"      // friction of Kind, Times times, though a limit or expectation stands
	IfFrictionAgain    = "friction_again"     // friction of Kind, Times times
	IfInsulted         = "insulted"           // a personal attack, Times times
	IfComplained       = "complained"         // unfounded complaints, Times times
	IfStillUnpaid      = "still_unpaid"       // nothing of what is owed comes in until By
	IfPaid             = "paid"               // they pay all that is owed
	IfApologised       = "apologised"         // they apologise in earnest
	IfKeptToIt         = "kept_to_it"         // they keep to the limit or expectation that stands, Times times
	IfCalm             = "calm"               // nothing more happens until By
	IfHardshipKnown    = "hardship_known"     // we learn that a hardship was there when the trouble began
	IfLimitSaidKept    = "limit_said_kept"    // we state a limit, and they keep to it, Times times
	IfLimitSaidCrossed = "limit_said_crossed" // we state a limit, and friction of Kind goes on, Times times
	IfWeHelp           = "we_help"            // we make one sincere effort, or put right what was ours
	IfDemandIgnored    = "demand_ignored"     // we ask firmly for the money, and nothing comes until By
)

// WhatIfCodes returns every code a WhatIf can bear.
func WhatIfCodes() []string {
	return []string{
		IfLimitCrossed, IfFrictionAgain, IfInsulted, IfComplained, IfStillUnpaid, IfPaid, IfApologised,
		IfKeptToIt, IfCalm, IfHardshipKnown, IfLimitSaidKept, IfLimitSaidCrossed,
		IfWeHelp, IfDemandIgnored,
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
