package assess

import (
	"slices"
	"testing"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// more tales, for codes no rule's tale happens to give.
var moreTales = []string{
	"100 expectations 3, 60 demand 4, 50 demand 4, 40 micromanagement 2, 30 public_criticism 3, 20 broken_promise 3",
	"90 late_payment 2, 60 reminder 3, 40 late_payment 3, 20 silence 3, 3 our_apology 3, 2 our_mistake 3",
	"90 remedy 3, 60 intrusion 4, 30 complaint:no 3, 10 apology 3, 2 complaint:unsure 4",
	"90 remedy 3, 60 praise 3, 300 indecision 3",
	"90 boundary 3, 60 cooperation 3, 30 intrusion 3",
	"90 boundary 3, 60 cooperation 3, 300 intrusion 3",
	"60 intrusion 4, 40 boundary 3, 20 intrusion 4, 10 disrespect 3, 5 remedy 3, 1 cooperation 3",
	"60 intrusion 4, 40 boundary 3, 20 intrusion 4, 10 disrespect 3, 5 remedy 3, 1 disrespect 2, 0 cooperation 3",
	"60 late_payment 3, 40 reminder 3, 20 late_payment 3, 1 payment 3, 0 silence 1",
	"60 late_payment 3, 40 reminder 3, 20 late_payment 3",
	"60 remedy 3, 4 complaint:yes 4",
	"60 intrusion 3, 40 demand:beyond 3, 20 disrespect 3, 200 hardship 4",
	"60 intrusion 3, 40 demand:beyond 3, 20 disrespect 3, 2 hardship 4",
	"200 boundary 3, 60 disrespect 3, 40 complaint:no 3, 20 disrespect 3",
}

// TestEveryCodeIsGivenBySomeTale keeps the lists of codes free of dead ones: each
// is worded in four languages, and nobody should word what is never said.
func TestEveryCodeIsGivenBySomeTale(t *testing.T) {
	reasons, nexts, rungs := map[string]bool{}, map[string]bool{}, map[string]bool{}
	hear := func(h History) {
		a := Assess(h, today)
		nexts[a.Next] = true
		for _, why := range a.Reasons {
			reasons[why.Code] = true
		}
		for _, r := range a.Ladder {
			rungs[r.Code] = true
		}
	}
	for _, v := range vignettes {
		hear(tale(t, v.tale))
	}
	for _, lines := range moreTales {
		hear(tale(t, lines))
	}
	hear(History{Invoices: []rapport.Invoice{bill(1, 40), bill(2, 90, [2]int{10, 50}), bill(3, 90, [2]int{10, 95})}})
	hear(among(tale(t, "60 demand:beyond 3, 5 intrusion 3"), 9, ReasonIntrusion, 9))
	hear(among(tale(t, "60 demand:beyond 3, 5 intrusion 3"), 9, ReasonSilence, 9))
	hear(warned())
	for _, c := range testimonyTales {
		hear(told(tale(t, c.tale), c.question, c.given, 0, 0))
	}
	hear(withReview(tale(t, "90 hardship 4, 20 intrusion 3, 10 disrespect 3")))
	for _, list := range []struct {
		name  string
		codes []string
		given map[string]bool
	}{{"reason", ReasonCodes(), reasons}, {"next", NextCodes(), nexts}, {"rung", RungCodes(), rungs}} {
		for _, code := range list.codes {
			if !list.given[code] {
				t.Errorf("no tale gives the %s %s", list.name, code)
			}
		}
		if len(slices.Compact(slices.Sorted(slices.Values(list.codes)))) != len(list.codes) {
			t.Errorf("a %s stands twice in its list", list.name)
		}
	}
}

// withReview makes the first entry a hardship whose review day has passed.
func withReview(h History) History {
	e := h.Entries[0]
	h.Circumstances = []rapport.Circumstance{{Entry: e.ID, Start: e.On, Review: today.AddDays(-1)}}
	return h
}

func TestThereAreFourDegreesOfConfidence(t *testing.T) {
	for _, c := range []struct {
		tale string
		want Confidence
	}{
		{"400 praise 3, 30 indecision 1", Barely},
		{"40 complaint:no 3, 20 complaint:no 3", Barely},
		{"300 praise 3, 300 hardship 3, 200 apology 3, 30 indecision 1", Substantial},
		{"200 demand:beyond 4, 150 boundary 3, 100 intrusion 4, 50 disrespect 4, 2 disrespect 4", Strong},
		{"200 demand:beyond 4, 150 boundary 3, 140 remedy 4, 100 intrusion 4, 50 disrespect 4, 20 complaint:no 4, 5 threat 3, 2 disrespect 4", Decisive},
	} {
		a := Assess(tale(t, c.tale), today)
		if a.Confidence != c.want || !slices.Contains(Confidences(), a.Confidence) {
			t.Errorf("%s: %s with %+v, want %s", c.tale, a.Confidence, a.Source, c.want)
		}
	}
}
