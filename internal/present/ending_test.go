package present_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/ending"
	"github.com/rapport-desktop/rapport/internal/interest"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// stationStates are the states of the stations in their order.
func stationStates(p present.EndingPage) []present.StationState {
	var states []present.StationState
	for _, st := range p.Stations {
		states = append(states, st.State)
	}
	return states
}

// blocked is a page on which the given things are in the way, and nothing else.
func blocked(k present.Known, codes ...string) present.EndingPage {
	f := present.EndingFacts{Plan: *k.Way.EndPlan, Status: ending.Status{On: today, Earliest: today.AddDays(30)}}
	for _, code := range codes {
		f.Status.Blocks = append(f.Status.Blocks, ending.Block{Code: code, Until: today.AddDays(3)})
	}
	return present.NewEndingPage(english(), k, f)
}

func TestTheFirstStationThatIsNotDoneIsWhereOneStands(t *testing.T) {
	now, todo, done := present.StationNow, present.StationTodo, present.StationDone
	k := vanDijk()
	k.Way.Letters = nil
	for _, c := range []struct {
		blocks []string
		want   []present.StationState
	}{
		{[]string{ending.BlockStory}, []present.StationState{now, done, todo, todo, todo}},
		{[]string{ending.BlockTheirs, ending.BlockNoticeMissing}, []present.StationState{now, todo, todo, todo, todo}},
		{[]string{ending.BlockCureMissing}, []present.StationState{done, now, todo, todo, todo}},
		{[]string{ending.BlockNoticeRunning}, []present.StationState{done, done, now, todo, todo}},
		{nil, []present.StationState{done, done, now, todo, todo}},
	} {
		if got := stationStates(blocked(k, c.blocks...)); !slices.Equal(got, c.want) {
			t.Errorf("with %v in the way: %v, want %v", c.blocks, got, c.want)
		}
	}
	k.Way.EndPlan.Finished = today
	k.Way.Letters = []rapport.Letter{{Kind: rapport.LetterNotice, Sent: june(20)}}
	if got := stationStates(blocked(k)); got[2] != done || got[3] != now {
		t.Errorf("the closing letter is still to be written: %v", got)
	}
	k.Way.Letters[0].Kind = rapport.LetterClosing
	if got := stationStates(blocked(k)); got[3] != done || got[4] != now {
		t.Errorf("the closing letter has gone out: %v", got)
	}
}

func TestAnEndingIsLockedUntilNothingIsInTheWay(t *testing.T) {
	k := vanDijk()
	locked := blocked(k, ending.BlockUnasked, ending.BlockUnasked, ending.BlockLastDay).Finish
	if locked.Ready || len(locked.Steps) != 2 {
		t.Errorf("with questions and a last day ahead: ready %v, %q", locked.Ready, locked.Steps)
	}
	if open := blocked(k).Finish; !open.Ready || len(open.Steps) > 0 || open.Why == "" {
		t.Errorf("with nothing in the way: %+v", open)
	}
}

func TestAnEndingThatIsOverSaysSo(t *testing.T) {
	k := vanDijk()
	k.Way.EndPlan.Finished, k.Way.EndPlan.LastDay = today, today
	page := blocked(k)
	if page.Head.State != present.EndingFinished || page.Finish.Ready || page.Head.Answer != "It ended on 30 June" {
		t.Errorf("%s, ready %v, %q", page.Head.State, page.Finish.Ready, page.Head.Answer)
	}
	if got := stationStates(page); got[2] != present.StationDone || got[3] != present.StationNow || got[4] != present.StationTodo {
		t.Errorf("what is left is the letter and the dossier: %v", got)
	}
	k.Way.EndPlan.Reopened, k.Way.EndPlan.Why = today, "They paid"
	if page = blocked(k); page.Head.State != present.EndingReopened || !strings.Contains(page.Reopened, "They paid") || page.Reopen != "" {
		t.Errorf("taken up again: %+v", page.Afterwards)
	}
}

func TestOnlyFearsThatCanComeTrueAreAnswered(t *testing.T) {
	codes := func(p present.EndingPage) (told []string) {
		for _, f := range p.Fears {
			told = append(told, f.Code)
		}
		return told
	}
	k := vanDijk()
	if got := codes(blocked(k)); !slices.Contains(got, "unpaid") || !slices.Contains(got, "income") {
		t.Errorf("money is owed and much income hangs on it, and the fears are %v", got)
	}
	k.Standing.Overdue, k.Standing.Assessment.Worth = nil, nil
	if got := codes(blocked(k)); slices.Contains(got, "unpaid") || slices.Contains(got, "income") {
		t.Errorf("nothing is owed and nothing came in, and the fears are %v", got)
	}
}

func TestMuchIncomeIsToBeReplacedFirst(t *testing.T) {
	k := vanDijk()
	income := func(share float64) string {
		k.Standing.Assessment.Worth = []assess.Worth{{Currency: "EUR", Share: share}}
		return blocked(k).Waiting.Income
	}
	if got := income(.4); !strings.Contains(got, "before you give notice") {
		t.Errorf("four tenths of the income: %q", got)
	}
	if got := income(.2); strings.Contains(got, "before you give notice") || strings.Contains(got, "without it") {
		t.Errorf("a fifth of the income: %q", got)
	}
	if got := income(.02); !strings.Contains(got, "without it") {
		t.Errorf("two hundredths of the income: %q", got)
	}
	if got := income(0); got != "" {
		t.Errorf("no income at all: %q", got)
	}
}

func TestCurrenciesHaveTablesOfTheirOwn(t *testing.T) {
	claim := func(n byte, number string, minor int64, currency rapport.Currency) interest.Claim {
		m := rapport.Money{Minor: minor, Currency: currency}
		return interest.Claim{
			Invoice:  rapport.Invoice{ID: id(n), Number: number, Issued: june(1), Due: june(5), Amount: m},
			Interest: rapport.Money{Minor: 100, Currency: currency}, Flat: rapport.Money{Minor: 0, Currency: currency},
			Spans: []interest.Span{{From: june(6), To: today, Days: 25, Balance: m, Rate: float64(n), Interest: rapport.Money{Minor: 100, Currency: currency}}},
		}
	}
	page := present.NewClaimsPage(english(), []interest.Claim{claim(1, "A", 1_000, "EUR"), claim(2, "B", 2_000, "GBP"), claim(3, "C", 500, "EUR")}, nil, today)
	if len(page.Tables) != 2 || page.Tables[0].All != "€17.00" || page.Tables[1].All != "£21.00" {
		t.Fatalf("got %+v", page.Tables)
	}
	if page.Tables[0].Rate != "" || page.Tables[1].Rate != "at 2% a year" {
		t.Errorf("rates read %q and %q; where they differ there is none", page.Tables[0].Rate, page.Tables[1].Rate)
	}
	if none := present.NewClaimsPage(english(), nil, nil, today); none.Empty == "" || none.Note != "" {
		t.Errorf("without a claim: %+v", none)
	}
}

// anyPlan draws a plan with anything in it that the book would hold.
func anyPlan(t *rapid.T) rapport.EndPlan {
	period := func(name string) rapport.Period {
		return rapport.Period{
			From: rapid.SampledFrom([]rapport.Date{0, june(3), june(20)}).Draw(t, name), Days: rapid.IntRange(0, 90).Draw(t, name+" days"),
			Business: rapid.Bool().Draw(t, name+" business"), MonthEnd: rapid.Bool().Draw(t, name+" month end"),
		}
	}
	return rapport.EndPlan{
		Begun: today.AddDays(-rapid.IntRange(0, 40).Draw(t, "begun")), Story: rapid.SampledFrom([]string{"", "A. M."}).Draw(t, "story"),
		Notice: period("notice"), Cure: period("cure"), Considered: rapid.SliceOf(rapid.SampledFrom(rapport.OweKinds())).Draw(t, "considered"),
		LastDay:  rapid.SampledFrom([]rapport.Date{0, today.AddDays(5)}).Draw(t, "last day"),
		Finished: rapid.SampledFrom([]rapport.Date{0, 0, today}).Draw(t, "finished"),
		Reopened: rapid.SampledFrom([]rapport.Date{0, 0, today}).Draw(t, "reopened"), Why: "N. N.",
	}
}

func TestAnyEndingIsWordedInFullInEveryLanguage(t *testing.T) {
	all := speakers()
	rapid.Check(t, func(t *rapid.T) {
		k, plan := vanDijk(), anyPlan(t)
		k.Way.EndPlan, k.History.Obligations = &plan, rapid.SliceOf(rapid.SampledFrom(vanDijkOwed())).Draw(t, "owed")
		f := present.EndingFacts{Plan: plan, Status: ending.StatusOf(plan, k.History.Obligations, k.Way.Promises, today)}
		for l, s := range all {
			page := present.NewEndingPage(s, k, f)
			text := passagesText(page.Passages(s))
			for _, bad := range []string{"⟦", "<no value>", "{{", "%!", "\u00a0\u00a0", s.Date(0)} {
				if strings.Contains(text, bad) {
					t.Fatalf("%s: the page holds %q:\n%s", l, bad, text)
				}
			}
			if page.Finish.Ready != (f.Status.Ready() && plan.Open()) || page.Head.Answer == "" {
				t.Fatalf("%s: ready %v, %q", l, page.Finish.Ready, page.Head.Answer)
			}
		}
	})
}
