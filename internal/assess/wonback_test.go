package assess

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// mile is an extra mile decided on forty days ago, to be looked at again twelve ago.
var mile = rapport.Decision{ID: testID(901), On: today.AddDays(-40), Offered: rapport.ExtraMile, Chosen: rapport.ExtraMile,
	Again: today.AddDays(-12)}

// giving lets what we did for them cost something: on the day itself, on the last day
// that counts, before and after.
func giving(h History) History {
	for i := range h.Entries {
		e := &h.Entries[i]
		if e.Kind == rapport.Remedy {
			e.Cost = rapport.Cost{Minutes: 10, Given: 100}
		}
	}
	return h
}

func TestWhatCameOfAnExtraMile(t *testing.T) {
	h := giving(tale(t, "70 complaint:no 3, 60 complaint:no 4, 45 remedy 3, 40 remedy 3, 30 intrusion 2, 12 remedy 3, 11 remedy 3, 9 cooperation 3"))
	h.Client.Name, h.Client.Terms.Currency = "Acme", "EUR"
	h.Invoices = []rapport.Invoice{bill(1, 100, [2]int{10, 40}), bill(2, 35, [2]int{10, 39}), bill(3, 5, [2]int{10, 0})}
	h.Invoices[2].Amount.Currency = "GBP"
	got := WonBackOf(h, mile, today)
	want := WonBack{Name: "Acme", Decision: mile.ID, On: mile.On, Again: mile.Again, Minutes: 20,
		Given: rapport.Money{Minor: 200, Currency: "EUR"}, Friction: 1, Before: 2, Course: Better,
		Since: []rapport.Money{{Minor: 1000_00, Currency: "EUR"}, {Minor: 1000_00, Currency: "GBP"}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestAnExtraMileIsCountedAsFarAsItWent(t *testing.T) {
	h := giving(tale(t, "60 complaint:no 4, 40 remedy 3, 20 remedy 3, 15 complaint:no 4, 10 ended 3"))
	h.Client.State = rapport.EndedState
	early := WonBackOf(h, mile, mile.On)
	if early.Course != Pending || early.Minutes != 10 || len(early.Since) != 0 || !early.Ended.IsZero() {
		t.Errorf("on the day itself: %+v", early)
	}
	if got := WonBackOf(h, mile, today.AddDays(-11)); !got.Ended.IsZero() {
		t.Errorf("before it ended: %+v", got)
	}
	if got := WonBackOf(h, mile, today); got.Ended != today.AddDays(-10) || got.Course == Pending {
		t.Errorf("after it ended: %+v", got)
	}
	unset := mile
	unset.Again = 0
	if got := WonBackOf(h, unset, today); got.Again != mile.On.AddDays(TrialDays) {
		t.Errorf("with no day to look again: %+v", got)
	}
}

func TestTheSurveyListsTheExtraMilesOfThePeriod(t *testing.T) {
	clients := practiceOf(t, "60 complaint:no 4", "50 complaint:no 4")
	other := mile
	other.ID, other.On, other.Chosen = testID(902), today.AddDays(-10), rapport.Trial
	old := mile
	old.ID, old.On = testID(903), today.AddDays(-400)
	late := mile
	late.ID, late.On = testID(904), today.AddDays(-5)
	clients[0].Decisions = []rapport.Decision{old, mile, other}
	clients[1].Decisions = []rapport.Decision{late}
	var got []rapport.ID
	for _, w := range surveyed(clients...).WonBack {
		got = append(got, w.Decision)
	}
	if diff := cmp.Diff([]rapport.ID{late.ID, mile.ID}, got); diff != "" {
		t.Error(diff)
	}
}
