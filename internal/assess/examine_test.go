package assess

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// thinkAway returns the history without the entries.
func thinkAway(h History, ids ...rapport.ID) History {
	h.Entries = slices.DeleteFunc(slices.Clone(h.Entries), func(e rapport.Entry) bool { return slices.Contains(ids, e.ID) })
	return h
}

// checkWhatIfs judges once more, with the judgement everybody sees, what an
// examination says of past and future.
func checkWhatIfs(t rapid.TB, h History) {
	t.Helper()
	a := Assess(h, today)
	e := Examine(h, a)
	if len(e.WouldChange) > 4 {
		t.Fatalf("%d changes are too many to read", len(e.WouldChange))
	}
	for _, w := range e.WouldChange {
		if w.Verdict == a.Verdict || w.Verdict == rapport.Unclear {
			t.Fatalf("%+v changes nothing", w)
		}
		if w.Code != "" {
			checkHappening(t, h, a, w)
			continue
		}
		if got := Assess(thinkAway(h, w.Without...), today).Verdict; got != w.Verdict {
			t.Fatalf("without %v it is %s, not %s", w.Without, got, w.Verdict)
		}
		if len(w.Without) == 0 || len(w.Without) > mostWithout {
			t.Fatalf("%d entries explain nothing", len(w.Without))
		}
		for _, back := range w.Without {
			rest := slices.DeleteFunc(slices.Clone(w.Without), func(id rapport.ID) bool { return id == back })
			if got := Assess(thinkAway(h, rest...), today).Verdict; anotherAnswer(a.Verdict, got) {
				t.Fatalf("%v is superfluous: without the rest it is %s already", back, got)
			}
		}
	}
}

// checkHappening plays what may happen once more.
func checkHappening(t rapid.TB, h History, a Assessment, w WhatIf) {
	t.Helper()
	if !slices.Contains(WhatIfCodes(), w.Code) || len(w.Without) > 0 || w.Times < 1 || w.By <= today {
		t.Fatalf("half a change: %+v", w)
	}
	x := newExaminer(h, a)
	calm := x.asItGoesOn()
	for _, happens := range slices.Concat(x.happenings()[0], x.happenings()[1]) {
		if happens.code != w.Code {
			continue
		}
		f := future{History: calm, from: today, by: today}
		happens.plays(&f, w.Times)
		if got := Assess(f.History, w.By).Verdict; got != w.Verdict || f.by != w.By {
			t.Fatalf("with %+v it is %s on %s", w, got, f.by)
		}
		if f.added > 0 && Assess(calm, w.By).Verdict == w.Verdict {
			t.Fatalf("%+v comes by mere waiting", w)
		}
		if milder := gravity(w.Verdict) < gravity(a.Verdict); milder != (happens.slot != worse) {
			t.Fatalf("%+v turns %s the wrong way", w, a.Verdict)
		}
	}
}

func TestWhatIsSaidToChangeTheVerdictDoes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkWhatIfs(t, histories().Draw(t, "history")) })
}

func TestWhatIsSaidToChangeTheVerdictOfAStoryDoes(t *testing.T) {
	for _, s := range readStories(t) {
		checkWhatIfs(t, s.history)
	}
	for _, v := range vignettes {
		checkWhatIfs(t, tale(t, v.tale))
	}
}

func TestExaminingIsRepeatableAndLeavesTheHistoryAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := histories().Draw(t, "history")
		kept := h
		kept.Entries, kept.Circumstances = slices.Clone(h.Entries), slices.Clone(h.Circumstances)
		kept.Invoices = slices.Clone(h.Invoices)
		for i := range kept.Invoices {
			kept.Invoices[i].Payments = slices.Clone(kept.Invoices[i].Payments)
		}
		a := Assess(h, today)
		e := Examine(h, a)
		if diff := cmp.Diff(kept, h, cmp.Comparer(sameRating)); diff != "" {
			t.Fatalf("examining changed the history: %s", diff)
		}
		shuffled := h
		shuffled.Entries = rapid.Permutation(h.Entries).Draw(t, "entries again")
		shuffled.Invoices = rapid.Permutation(h.Invoices).Draw(t, "invoices again")
		if diff := cmp.Diff(e, Examine(shuffled, a)); diff != "" {
			t.Fatalf("the order of logging matters: %s", diff)
		}
	})
}

func sameRating(a, b rapport.Rating) bool { return a == b }

func TestWhatReallyCameLaterIsNotPartOfWhatMayCome(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := histories().Draw(t, "history")
		on := today.AddDays(-rapid.IntRange(1, 300).Draw(t, "days ago"))
		a := Assess(h, on)
		if diff := cmp.Diff(Examine(asOf(h, on), a), Examine(h, a)); diff != "" {
			t.Fatal(diff)
		}
	})
}

// More tales for happenings that the rules' tales don't call for.
var happeningTales = []string{
	"200 demand:beyond 3, 190 boundary 3, 180 cooperation 3, 30 intrusion 3, 5 intrusion 2",
	"60 hardship 4, 30 intrusion 3, 3 complaint:partly 2",
	"90 late_payment 3, 50 late_payment 3, 20 reminder 3",
}

func TestEveryHappeningIsNamedForSomeTale(t *testing.T) {
	named := map[string]bool{}
	look := func(h History) {
		for _, w := range Examine(h, Assess(h, today)).WouldChange {
			named[w.Code] = true
		}
	}
	for _, v := range vignettes {
		look(tale(t, v.tale))
	}
	for _, lines := range slices.Concat(moreTales, happeningTales) {
		look(tale(t, lines))
	}
	for _, s := range readStories(t) {
		look(s.history)
	}
	look(History{Invoices: []rapport.Invoice{bill(1, 12), bill(2, 120, [2]int{10, 60})}})
	for _, code := range WhatIfCodes() {
		if !named[code] {
			t.Errorf("nothing calls for %s", code)
		}
	}
}

func TestNearestThingsAreNamed(t *testing.T) {
	for _, c := range []struct {
		name, tale string
		code       string
		verdict    rapport.Verdict
	}{
		{"paying up helps who owes", "200 payment 3, 30 late_payment 3, 4 silence 3", IfPaid, rapport.ExtraMile},
		{"crossing the limit once more ends it", "60 demand:beyond 3, 40 boundary 3, 20 demand:beyond 4",
			IfLimitCrossed, rapport.End},
		{"putting our mistake right is up to us", "300 praise 3, 60 hardship 4, 5 silence 3, 3 complaint:partly 2", IfWeHelp, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := tale(t, c.tale)
			e := Examine(h, Assess(h, today))
			at := slices.IndexFunc(e.WouldChange, func(w WhatIf) bool { return w.Code == c.code })
			if at < 0 || c.verdict != "" && e.WouldChange[at].Verdict != c.verdict {
				t.Errorf("%s is missing, or not %s: %+v", c.code, c.verdict, e.WouldChange)
			}
		})
	}
}

func TestALongHistoryIsExaminedInFewerJudgements(t *testing.T) {
	for _, c := range []struct{ entries, most int }{{10, mostJudgements}, {1_000, mostJudgements}, {50_000, fewestJudgements}} {
		h := long(c.entries, 2000)
		a := Assessment{On: today, Verdict: rapport.Trial}
		if x := newExaminer(h, a); x.left != c.most {
			t.Errorf("%d entries get %d judgements, want %d", c.entries, x.left, c.most)
		}
	}
	x := newExaminer(tale(t, "60 intrusion 4, 40 boundary 3"), Assessment{On: today})
	x.left = 0
	if _, ok := x.judge(x.known, today); ok || x.question() != nil || x.future() != nil {
		t.Error("judges on without a judgement left")
	}
}

func TestExaminingNothingSaysNothing(t *testing.T) {
	e := Examine(History{}, Assess(History{}, today))
	if e.Question == nil || e.Question.Code != AskHowIsItGoing {
		t.Errorf("an empty record asks %+v", e.Question)
	}
	for _, w := range e.WouldChange {
		if len(w.Without) > 0 {
			t.Errorf("thinks away what is not there: %+v", w)
		}
	}
}

func BenchmarkExamine(b *testing.B) {
	for _, entries := range []int{10, 100, 1000, 50_000} {
		h := long(entries, max(200, entries/10))
		a := Assess(h, today)
		b.Run(fmt.Sprintf("%d entries", entries), func(b *testing.B) {
			for b.Loop() {
				Examine(h, a)
			}
		})
	}
}
