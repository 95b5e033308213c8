package present_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// valued is a client whose hour is worth so many euros.
func valued(name string, strain float64, euros int64) assess.Standing {
	st := standing(name, rapport.Keep, strain)
	st.Assessment.Worth = []assess.Worth{{Currency: "EUR", Received: 100_000, Billed: 600, PerHour: euros * 100, Share: .25}}
	return st
}

func euros(whole int64) rapport.Money { return rapport.Money{Minor: whole * 100, Currency: "EUR"} }

func TestTheMapAnswersWhoIsHeavyAndBringsTooLittle(t *testing.T) {
	none := rapport.Money{Currency: "EUR"}
	for _, c := range []struct {
		standings []assess.Standing
		target    rapport.Money
		want      string
	}{
		{nil, euros(70), "No hours known yet"},
		{[]assess.Standing{valued("A", 76, 31), valued("B", 61, 84)}, euros(70), "One client is heavy and below target"},
		{[]assess.Standing{valued("A", 76, 31), valued("B", 50, 60)}, euros(70), "Two clients are heavy and below target"},
		{[]assess.Standing{valued("A", 76, 90), valued("B", 10, 31)}, euros(70), "One client is heavy, and worth the hours"},
		{[]assess.Standing{valued("A", 76, 90)}, none, "One client is heavy at the moment"},
		{[]assess.Standing{valued("A", 20, 31), valued("B", 10, 90)}, euros(70), "Nobody is heavy, and one client is below target"},
		{[]assess.Standing{valued("A", 20, 70)}, euros(70), "Nobody is heavy, and every hour reaches your target"},
		{[]assess.Standing{valued("A", 20, -5)}, none, "Nobody is heavy at the moment"},
	} {
		if got := present.Map(english(), c.standings, c.target, "").Answer; got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestTheMapPlacesEverybodyOrSaysWhyNot(t *testing.T) {
	lira := valued("Lira", 10, 1)
	lira.Assessment.Worth[0].Currency = "TRY"
	hourless := valued("Hourless", 10, 0)
	hourless.Assessment.Worth[0].Billed = 0
	over := valued("Over", 10, 90)
	over.Client.State = rapport.EndedState
	page := present.Map(english(), []assess.Standing{valued("Low", 20, 40), lira, hourless, standing("New", rapport.Unclear, 0), over, valued("High", 5, 112)}, euros(70), "")
	var placed []string
	for _, dot := range page.Dots {
		placed = append(placed, dot.Name)
	}
	if diff := cmp.Diff([]string{"High", "Low"}, placed); diff != "" {
		t.Errorf("dots (-want +got):\n%s", diff)
	}
	var without []string
	for _, gap := range page.Without {
		without = append(without, gap.Name+": "+gap.Why)
	}
	want := []string{"Lira: Paid in TRY", "Hourless: The hours are not known", "New: No money came in within twelve months"}
	if diff := cmp.Diff(want, without); diff != "" {
		t.Errorf("gaps (-want +got):\n%s", diff)
	}
	facts := []present.Fact{
		{Label: "Value per hour", Value: "€112.00"}, {Label: "Strain", Value: "5"}, {Label: "Share of income", Value: "25%"},
		{Label: "Hours in twelve months", Value: "10 h"}, {Label: "of these unbilled", Value: "0 min"},
	}
	if diff := cmp.Diff(facts, page.Dots[0].Facts); diff != "" {
		t.Errorf("facts (-want +got):\n%s", diff)
	}
	counts := []present.VerdictCount{{Verdict: rapport.Keep, Word: "Keep", Count: 4}, {Verdict: rapport.Unclear, Word: "Not enough yet", Count: 1}}
	if diff := cmp.Diff(counts, page.Counts); diff != "" {
		t.Errorf("counts (-want +got):\n%s", diff)
	}
}

func TestAMapIsOfOneCurrency(t *testing.T) {
	lira := valued("Lira", 10, 500)
	lira.Assessment.Worth[0].Currency = "TRY"
	all := []assess.Standing{lira, valued("A", 20, 40), valued("B", 20, 40)}
	for _, c := range []struct {
		name       string
		target     rapport.Money
		wish, want rapport.Currency
		line       float64
	}{
		{"as wished", euros(70), "TRY", "TRY", 0},
		{"else the target’s", rapport.Money{Minor: 900_00, Currency: "TRY"}, "", "TRY", 900},
		{"else the commonest", rapport.Money{Minor: 900_00, Currency: "CHF"}, "GBP", "EUR", 0},
	} {
		page := present.Map(english(), all, c.target, c.wish)
		if page.Currency != c.want || page.Target != c.line || len(page.Currencies) != 2 {
			t.Errorf("%s: currency %s, target %v, all %v", c.name, page.Currency, page.Target, page.Currencies)
		}
	}
	if page := present.Map(english(), nil, euros(70), ""); page.Currency != "EUR" || page.Top < 70 {
		t.Errorf("nobody yet: %+v", page)
	}
}

func TestTheValueAxisHasRoomForEverybody(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var standings []assess.Standing
		for range rapid.IntRange(1, 5).Draw(t, "clients") {
			standings = append(standings, valued("A", 10, rapid.Int64Range(0, 1e7).Draw(t, "value")))
		}
		page := present.Map(english(), standings, euros(rapid.Int64Range(0, 200).Draw(t, "target")), "")
		if len(page.Ticks) == 0 && page.Top == 0 {
			return // nobody above zero
		}
		if n := len(page.Ticks); n < 4 || n > 9 || page.Ticks[0].At != 0 || page.Ticks[n-1].At != page.Top {
			t.Fatalf("the lines are %v up to %v", page.Ticks, page.Top)
		}
		for _, dot := range page.Dots {
			if dot.Value > page.Top || page.Target > page.Top {
				t.Fatalf("%v or the target %v lies above %v", dot.Value, page.Target, page.Top)
			}
		}
	})
}

func TestTheMapReadsAsText(t *testing.T) {
	page := present.Map(english(), []assess.Standing{valued("Acme", 61, 84), standing("New", rapport.Unclear, 0)}, euros(70), "")
	want := []present.Passage{
		{Lines: []string{"One client is heavy, and worth the hours", page.Subline, "your target, €70 an hour"}},
		{Title: "€ per hour", Lines: []string{"Acme, Keep: Value per hour €84.00, Strain 61, Share of income 25%, Hours in twelve months 10 h, of these unbilled 0 min"}},
		{Title: "Not on the map", Lines: []string{"New, Not enough yet: No money came in within twelve months"}},
	}
	if diff := cmp.Diff(want, page.Passages(english())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	places := present.MapJSON{
		Currency: "EUR", Target: 70, Without: []string{"New"},
		Clients: []present.PlaceJSON{{Client: "Acme", Verdict: rapport.Keep, Strain: 61, PerHour: 84, Share: .25}},
	}
	if diff := cmp.Diff(places, present.NewMapJSON(page)); diff != "" {
		t.Errorf("for other programs (-want +got):\n%s", diff)
	}
}
