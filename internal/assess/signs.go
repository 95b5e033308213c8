package assess

import (
	"slices"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Signs are what will count when a trial is looked at again: codes worded as
// "sign.<code>".
type Signs struct {
	Better []string `json:"better,omitempty"`
	Worse  []string `json:"worse,omitempty"`
}

// What would count as better.
const (
	SignPaid       = "paid"          // what they owe comes in
	SignPaidOnTime = "paid_on_time"  // the next invoice is paid by its due day
	SignWordKept   = "word_kept"     // they do what they promised
	SignAnswered   = "answered"      // they answer, and the work goes on
	SignAgreed     = "agreed"        // they accept what was said
	SignLimitKept  = "limit_kept"    // the limit holds
	SignApology    = "apology"       // they take it back
	SignNoMore     = "no_more_of_it" // it stops
	SignWarmer     = "warmer"        // they answer our effort: thank, give way, calm down
	SignSettled    = "settled"       // what we put right stays right
)

// What would count as worse.
const (
	SignUnpaid     = "unpaid"          // what they owe is still owed
	SignLateAgain  = "late_again"      // the next invoice is late, too
	SignWordBroken = "word_broken"     // another promise is broken
	SignSilence    = "silence"         // no answer
	SignBeyond     = "again_beyond"    // they ask beyond the agreement again
	SignCrossed    = "limit_crossed"   // the limit is crossed
	SignInsult     = "insult"          // another attack
	SignMore       = "more_of_it"      // it goes on
	SignUnchanged  = "nothing_changed" // our effort changed nothing
	SignOursAgain  = "our_fault_again" // another fault of ours
)

// SignCodes returns every code a sign can bear, what is better first.
func SignCodes() []string {
	return []string{
		SignPaid, SignPaidOnTime, SignWordKept, SignAnswered, SignAgreed, SignLimitKept, SignApology,
		SignNoMore, SignWarmer, SignSettled,
		SignUnpaid, SignLateAgain, SignWordBroken, SignSilence, SignBeyond, SignCrossed, SignInsult,
		SignMore, SignUnchanged, SignOursAgain,
	}
}

// sign is what would be better and what worse about one trouble; either may be "".
type sign struct{ better, worse string }

// signsOfReason says what to watch where a reason speaks. The rest of the reasons
// (calm, hardship, length) are about what was, not about what may come.
var signsOfReason = map[string]sign{
	ReasonInvoiceOverdue: {SignPaid, SignUnpaid}, ReasonNonPayment: {SignPaid, SignUnpaid},
	ReasonPaymentInVain: {SignPaid, SignUnpaid}, ReasonUnanswered: {SignPaid, SignUnpaid},
	ReasonPaidLate: {SignPaidOnTime, SignLateAgain}, ReasonLatePayment: {SignPaidOnTime, SignLateAgain},
	ReasonBrokenPromise: {SignWordKept, SignWordBroken}, ReasonSilence: {SignAnswered, SignSilence},
	ReasonAskedBeyond: {SignLimitKept, SignBeyond}, ReasonNeverTold: {SignAgreed, ""},
	ReasonLimitCrossed: {SignLimitKept, SignCrossed}, ReasonRelapse: {SignLimitKept, SignCrossed},
	ReasonDisrespect: {SignApology, SignInsult}, ReasonThreat: {SignApology, SignInsult},
	ReasonPublicCriticism: {SignApology, SignInsult},
	ReasonIntrusion:       {SignNoMore, SignMore}, ReasonMicromanagement: {SignNoMore, SignMore},
	ReasonIndecision: {SignNoMore, SignMore}, ReasonUnfounded: {SignNoMore, SignMore},
	ReasonEffortFailed: {SignWarmer, SignUnchanged},
	ReasonRight:        {SignSettled, SignOursAgain}, ReasonPartlyRight: {SignSettled, SignOursAgain},
	ReasonOurMistake: {SignSettled, SignOursAgain},
}

// signsOfNext says what to watch once the next step was taken.
var signsOfNext = map[string][]sign{
	NextAskPayment: {{SignPaid, SignUnpaid}}, NextDemandPayment: {{SignPaid, SignUnpaid}},
	NextStateExpectations: {{SignAgreed, SignCrossed}}, NextNewTerms: {{SignAgreed, SignCrossed}},
	NextStateBoundary: {{SignAgreed, SignCrossed}, {SignLimitKept, ""}},
	NextRenewBoundary: {{SignLimitKept, SignCrossed}},
	NextSincereEffort: {{SignWarmer, SignUnchanged}}, NextOfferHelp: {{SignWarmer, SignUnchanged}},
	NextTalk: {{SignApology, SignInsult}},
	NextMend: {{SignSettled, SignOursAgain}}, NextApologise: {{SignSettled, SignOursAgain}},
}

// signsAtMost is how many signs of a kind anybody keeps in mind.
const signsAtMost = 3

// SignsOf says what would count as better or as worse from now on: the money that
// is owed, then what follows the next step, then what the trouble is about. There
// is always one of each.
func SignsOf(h History, a Assessment) Signs {
	var s Signs
	if len(overdue(h.Invoices, a.On)) > 0 {
		s.watch(sign{SignPaid, SignUnpaid})
	}
	for _, w := range signsOfNext[a.Next] {
		s.watch(w)
	}
	if a.Next == NextWatch {
		s.watch(waitingFor(a))
	}
	for _, why := range a.Reasons {
		s.watch(signsOfReason[why.Code])
	}
	if len(s.Better) == 0 {
		s.watch(sign{better: SignWarmer})
	}
	if len(s.Worse) == 0 {
		s.watch(sign{worse: SignMore})
	}
	return s
}

// waitingFor says what to watch where a word was said or help was given and now
// needs time.
func waitingFor(a Assessment) sign {
	if a.Verdict == rapport.ExtraMile {
		return sign{SignWarmer, SignUnchanged}
	}
	return sign{SignLimitKept, SignCrossed}
}

// watch adds a sign, unless it is there or enough are.
func (s *Signs) watch(w sign) {
	add := func(to []string, code string) []string {
		if code == "" || len(to) == signsAtMost || slices.Contains(to, code) {
			return to
		}
		return append(to, code)
	}
	s.Better, s.Worse = add(s.Better, w.better), add(s.Worse, w.worse)
}
