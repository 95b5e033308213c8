package assess

import (
	"encoding/json"
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// today is the day the made-up histories are judged on.
var today = storiesOn

// hardness orders verdicts by what they do to the client.
func hardness(v rapport.Verdict) int {
	switch classOf(v) {
	case "limit":
		return 1
	case "end":
		return 2
	}
	return 0
}

// entryOf draws an entry of one of the kinds, within the last so many days.
func entryOf(days int, kinds ...rapport.Kind) *rapid.Generator[rapport.Entry] {
	return rapid.Custom(func(t *rapid.T) rapport.Entry {
		e := rapport.Entry{
			ID:       testID(999),
			On:       today.AddDays(-rapid.IntRange(0, days).Draw(t, "age")),
			Kind:     rapid.SampledFrom(kinds).Draw(t, "kind"),
			Severity: rapid.IntRange(1, 5).Draw(t, "severity"),
		}
		switch e.Kind {
		case rapport.Complaint:
			e.Justified = rapid.SampledFrom([]rapport.Justified{"", "yes", "partly", "no", "unsure"}).Draw(t, "justified")
		case rapport.Demand:
			e.Scope = rapid.SampledFrom([]rapport.Scope{"", "in", "beyond"}).Draw(t, "scope")
		}
		if rapid.IntRange(0, 4).Draw(t, "rated") == 0 {
			e.Cost.Energy = rapport.Rated(rapid.IntRange(0, 5).Draw(t, "energy"))
			e.Cost.Anger = rapport.Rated(rapid.IntRange(0, 10).Draw(t, "anger"))
			e.Cost.Minutes = rapid.IntRange(0, 300).Draw(t, "minutes")
		}
		return e
	})
}

// invoiceGen draws an invoice, paid in part, in whole or not at all.
func invoiceGen() *rapid.Generator[rapport.Invoice] {
	return rapid.Custom(func(t *rapid.T) rapport.Invoice {
		v := rapport.Invoice{
			Issued:   today.AddDays(-rapid.IntRange(0, 400).Draw(t, "issued")),
			Amount:   rapport.Money{Minor: 1000, Currency: "EUR"},
			Disputed: rapid.IntRange(0, 9).Draw(t, "disputed") == 0,
		}
		v.Due = v.Issued.AddDays(rapid.IntRange(0, 60).Draw(t, "terms"))
		for range rapid.IntRange(0, 2).Draw(t, "payments") {
			v.Payments = append(v.Payments, rapport.Payment{
				On:     v.Issued.AddDays(rapid.IntRange(0, 200).Draw(t, "after")),
				Amount: 500,
			})
		}
		slices.SortFunc(v.Payments, func(a, b rapport.Payment) int { return int(a.On - b.On) })
		return v
	})
}

// histories draws histories of every kind of entry, with and without invoices and
// circumstances.
func histories() *rapid.Generator[History] { return historiesOf(rapport.Kinds()...) }

func historiesOf(kinds ...rapport.Kind) *rapid.Generator[History] {
	return rapid.Custom(func(t *rapid.T) History {
		h := History{Entries: rapid.SliceOfN(entryOf(500, kinds...), 0, 12).Draw(t, "entries")}
		for i := range h.Entries {
			h.Entries[i].ID = testID(i + 1)
		}
		if rapid.Bool().Draw(t, "keeps invoices") {
			h.Invoices = rapid.SliceOfN(invoiceGen(), 0, 4).Draw(t, "invoices")
		}
		for i := range h.Invoices {
			h.Invoices[i].ID = testID(i + 101)
		}
		for _, e := range h.Entries {
			if e.Kind == rapport.Hardship && rapid.Bool().Draw(t, "told") {
				start := e.On.AddDays(-rapid.IntRange(0, 90).Draw(t, "earlier"))
				h.Circumstances = append(h.Circumstances,
					rapport.Circumstance{Entry: e.ID, Start: start, Review: e.On.AddDays(91)})
			}
		}
		if rapid.Bool().Draw(t, "in a practice") {
			h.Others, h.Answers = practiceGen().Draw(t, "others"), rapid.SliceOfN(answerGen(), 0, 3).Draw(t, "answers")
		}
		return h
	})
}

// practiceGen draws what the other clients do.
func practiceGen() *rapid.Generator[Others] {
	return rapid.Custom(func(t *rapid.T) Others {
		o := Others{Clients: rapid.IntRange(0, 12).Draw(t, "clients"), Friction: map[string]int{}}
		for _, kind := range sharable {
			o.Friction[weights[kind].reason] = rapid.IntRange(0, o.Clients).Draw(t, "showing it")
		}
		return o
	})
}

// answerGen draws an answer of the user that is evidence, about the client or about
// the first entry.
func answerGen() *rapid.Generator[rapport.Answer] {
	return rapid.Custom(func(t *rapid.T) rapport.Answer {
		said := rapid.SampledFrom(testimonies).Draw(t, "said")
		a := rapport.Answer{On: today.AddDays(-rapid.IntRange(0, 400).Draw(t, "ago")), Question: said.question, Given: said.given}
		a.ID = testID(2000 + int(a.On))
		if rapid.IntRange(0, 3).Draw(t, "about the first entry") == 0 {
			a.Question, a.Given, a.About = AskIsHardshipOver, "over", testID(1)
		}
		return a
	})
}

// with returns the history with entries added; the original is left alone.
func with(h History, entries ...rapport.Entry) History {
	h.Entries = slices.Concat(h.Entries, entries)
	return h
}

func friction() []rapport.Kind { return kindsOf(rapport.Friction) }

func kindsOf(groups ...rapport.Group) []rapport.Kind {
	return slices.DeleteFunc(rapport.Kinds(), func(k rapport.Kind) bool { return !slices.Contains(groups, k.Group()) })
}

func TestAJustifiedComplaintNeverCountsAgainstTheClient(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := histories().Draw(t, "history")
		e := entryOf(500, rapport.Complaint).Draw(t, "complaint")
		e.Justified = rapport.JustifiedYes
		before, after := Assess(h, today), Assess(with(h, e), today)
		if after.Source.Pattern > before.Source.Pattern+1e-9 {
			t.Fatalf("pattern rose from %v to %v", before.Source.Pattern, after.Source.Pattern)
		}
		if hardness(after.Verdict) > hardness(before.Verdict) {
			t.Fatalf("%s became %s (%s)", before.Verdict, after.Verdict, after.Rule)
		}
	})
}

func TestFrictionNeverLowersStrain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := histories().Draw(t, "history")
		e := entryOf(500, friction()...).Draw(t, "friction")
		days := []rapport.Date{today.AddDays(-40), today}
		before, after := Strain(h, days), Strain(with(h, e), days)
		for i := range days {
			if after[i] < before[i]-1e-9 {
				t.Fatalf("on %s strain fell from %v to %v", days[i], before[i], after[i])
			}
		}
	})
}

func TestGoodwillNeverRaisesThePattern(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := histories().Draw(t, "history")
		e := entryOf(500, kindsOf(rapport.Goodwill)...).Draw(t, "goodwill")
		before, after := Assess(h, today), Assess(with(h, e), today)
		if after.Source.Pattern > before.Source.Pattern+1e-9 {
			t.Fatalf("pattern rose from %v to %v", before.Source.Pattern, after.Source.Pattern)
		}
	})
}

func TestTheOrderOfLoggingDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := histories().Draw(t, "history")
		shuffled := h
		shuffled.Entries = rapid.Permutation(h.Entries).Draw(t, "entries again")
		shuffled.Invoices = rapid.Permutation(h.Invoices).Draw(t, "invoices again")
		shuffled.Circumstances = rapid.Permutation(h.Circumstances).Draw(t, "circumstances again")
		if diff := cmp.Diff(Assess(h, today), Assess(shuffled, today)); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestEnergyAndTimeMoveStrainAndNeverTheSource(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := histories().Draw(t, "history")
		tired := h
		tired.Entries = slices.Clone(h.Entries)
		for i := range tired.Entries {
			h.Entries[i].Cost = rapport.Cost{Anger: h.Entries[i].Cost.Anger}
			tired.Entries[i].Cost = rapport.Cost{Energy: rapport.Rated(5), Minutes: 120, Anger: h.Entries[i].Cost.Anger}
		}
		fresh, worn := Assess(h, today), Assess(tired, today)
		if diff := cmp.Diff(fresh.Source, worn.Source); diff != "" {
			t.Fatal(diff)
		}
		if worn.Strain < fresh.Strain {
			t.Fatalf("strain fell from %v to %v", fresh.Strain, worn.Strain)
		}
		if hardness(worn.Verdict) != hardness(fresh.Verdict) {
			t.Fatalf("dislike alone turned %s into %s", fresh.Verdict, worn.Verdict)
		}
	})
}

func TestWhatComesLaterDoesNotExistYet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := histories().Draw(t, "history")
		on := today.AddDays(-rapid.IntRange(0, 400).Draw(t, "days ago"))
		known := h
		known.Entries = slices.DeleteFunc(slices.Clone(h.Entries), func(e rapport.Entry) bool { return e.On > on })
		known.Invoices = nil
		for _, v := range h.Invoices {
			if v.Issued <= on {
				v.Payments = slices.DeleteFunc(slices.Clone(v.Payments), func(p rapport.Payment) bool { return p.On > on })
				known.Invoices = append(known.Invoices, v)
			}
		}
		if diff := cmp.Diff(Assess(known, on), Assess(h, on)); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestEveryAnswerIsWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := histories().Draw(t, "history")
		a := Assess(h, today)
		if sum := a.Source.Pattern + a.Source.Circumstance + a.Source.Ours; math.Abs(sum-1) > 1e-9 {
			t.Fatalf("shares sum to %v", sum)
		}
		if a.Strain < 0 || a.Strain > 100 || len(a.Weeks) != weeksShown || a.Weeks[weeksShown-1] != a.Strain {
			t.Fatalf("strain %v, weeks %v", a.Strain, a.Weeks)
		}
		if !slices.Contains(RuleCodes(), a.Rule) || !slices.Contains(NextCodes(), a.Next) {
			t.Fatalf("unknown rule %q or next step %q", a.Rule, a.Next)
		}
		if now := Strain(h, []rapport.Date{today, today.AddDays(-7)}); math.Abs(now[0]-a.Strain) > 0.051 || math.Abs(now[1]-a.Weeks[weeksShown-2]) > 0.051 {
			t.Fatalf("the chart says %v, the answer %v and %v", now, a.Strain, a.Weeks)
		}
		for _, r := range a.Ladder {
			if !slices.Contains(RungCodes(), r.Code) || r.On.IsZero() || r.State == "" {
				t.Fatalf("half a rung: %+v", r)
			}
		}
		if !slices.IsSortedFunc(a.Reasons, compareReasons) {
			t.Fatalf("reasons out of order: %+v", a.Reasons)
		}
		var again Assessment
		stored, err := json.Marshal(a)
		if err == nil {
			err = json.Unmarshal(stored, &again)
		}
		if diff := cmp.Diff(a, again); err != nil || diff != "" {
			t.Fatalf("does not survive storing: %v %s", err, diff)
		}
	})
}

func TestEveryVerdictButKeepNamesAReasonAndEveryReasonItsRecords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := histories().Draw(t, "history")
		a := Assess(h, today)
		empty := len(h.Entries) == 0 && len(h.Invoices) == 0
		if len(a.Reasons) == 0 && a.Verdict != rapport.Keep && !(empty && a.Verdict == rapport.Unclear) {
			t.Fatalf("%s (%s) without a reason", a.Verdict, a.Rule)
		}
		for _, why := range a.Reasons {
			if !slices.Contains(ReasonCodes(), why.Code) {
				t.Fatalf("unknown reason %q", why.Code)
			}
			if len(why.Entries)+len(why.Invoices) == 0 {
				t.Fatalf("%s rests on nothing", why.Code)
			}
			if why.Decibans < 0 || why.Days < 0 || why.Count < 0 {
				t.Fatalf("nonsense in %+v", why)
			}
		}
	})
}
