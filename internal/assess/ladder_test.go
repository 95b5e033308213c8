package assess

import (
	"testing"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

func TestAWordCrossedByManyLateInvoicesIsStillNamed(t *testing.T) {
	word := rapport.Entry{ID: testID(999), Kind: rapport.Expectations, Severity: 3, On: today.AddDays(-200)}
	h := History{Entries: []rapport.Entry{word}}
	for n := range 3 * namedAtMost {
		h.Invoices = append(h.Invoices, bill(n+1, 10+n%60))
	}
	why, crossed := reasonOf(Assess(h, today), ReasonLimitCrossed)
	if !crossed || len(why.Entries) != 1 || why.Entries[0] != word.ID || len(why.Invoices) != namedAtMost {
		t.Fatalf("a word and %d late invoices: %+v", len(h.Invoices), why)
	}
}

func TestFiveBrokenPromisesOfOneDayAreOneAnswerToADemand(t *testing.T) {
	tale := func(promises int) History {
		h := History{Entries: []rapport.Entry{
			{ID: testID(1), Kind: rapport.LatePayment, Severity: 1, On: today.AddDays(-12)},
			{ID: testID(2), Kind: rapport.Reminder, Severity: 1, On: today.AddDays(-12)},
		}}
		for n := range promises {
			h.Entries = append(h.Entries, rapport.Entry{ID: testID(3 + n), Kind: rapport.BrokenPromise, Severity: 2, On: today.AddDays(-10)})
		}
		return h
	}
	if one, five := Assess(tale(1), today).Verdict, Assess(tale(5), today).Verdict; five == rapport.End {
		t.Errorf("%s with one broken promise, %s with five on one day", one, five)
	}
}
