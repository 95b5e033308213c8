package ending_test

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/rapport-desktop/rapport/internal/ending"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

var epoch = rapport.NewDate(2026, time.January, 1)

func drawDay(t *rapid.T, label string) rapport.Date {
	return epoch.AddDays(rapid.IntRange(0, 400).Draw(t, label))
}

func drawPeriod(t *rapid.T, label string) rapport.Period {
	p := rapport.Period{
		Days:     rapid.IntRange(0, 120).Draw(t, label+" days"),
		Business: rapid.Bool().Draw(t, label+" in working days"),
		MonthEnd: rapid.Bool().Draw(t, label+" to the end of the month"),
	}
	if rapid.Bool().Draw(t, label+" begun") {
		p.From = drawDay(t, label+" from")
	}
	return p
}

// drawn is an ending in any state, with what is owed and promised, and a day on
// which it is looked at.
func drawn(t *rapid.T) (rapport.EndPlan, []rapport.Obligation, []rapport.Promise, rapport.Date) {
	e := rapport.EndPlan{
		Begun: drawDay(t, "begun"), Notice: drawPeriod(t, "notice"), Cure: drawPeriod(t, "cure"),
		Story:      rapid.SampledFrom([]string{"", "theirs"}).Draw(t, "story"),
		Considered: rapid.SliceOfDistinct(rapid.SampledFrom(rapport.OweKinds()), rapid.ID).Draw(t, "considered"),
	}
	if rapid.Bool().Draw(t, "a last day") {
		e.LastDay = drawDay(t, "last day")
	}
	owed := rapid.SliceOfN(rapid.Custom(drawOwed), 0, 4).Draw(t, "owed")
	promises := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) rapport.Promise { return rapport.Promise{By: drawDay(t, "by")} }), 0, 2).Draw(t, "promises")
	return e, owed, promises, e.Begun.AddDays(rapid.IntRange(0, 400).Draw(t, "on"))
}

func drawOwed(t *rapid.T) rapport.Obligation {
	o := rapport.Obligation{
		Side: rapid.SampledFrom([]rapport.Side{rapport.Ours, rapport.Theirs}).Draw(t, "side"),
		Kind: rapid.SampledFrom(append(rapport.OweKinds(), "")).Draw(t, "kind"),
	}
	switch rapid.IntRange(0, 2).Draw(t, "state") {
	case 0:
		o.Met = drawDay(t, "met")
	case 1:
		o.Due = drawDay(t, "due")
	}
	return o
}

func TestSomethingMoreThatWeOweNeverUnlocksAndNeverHurries(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e, owed, promises, on := drawn(t)
		before := ending.StatusOf(e, owed, promises, on)
		more := rapport.Obligation{Side: rapport.Ours, What: "one more", Kind: rapid.SampledFrom(rapport.OweKinds()).Draw(t, "kind")}
		after := ending.StatusOf(e, append(slices.Clone(owed), more), promises, on)
		if after.Ready() || after.Earliest < before.Earliest {
			t.Fatalf("ready %t, the last day went from %s to %s", after.Ready(), before.Earliest, after.Earliest)
		}
	})
}

func TestTheLastDayIsNeverInThePastNorInTheNightOfTheDecision(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e, owed, promises, on := drawn(t)
		s := ending.StatusOf(e, owed, promises, on)
		if s.Earliest < on || s.Earliest <= e.Begun || s.Letter <= e.Begun {
			t.Fatalf("on %s, begun on %s: the letter on %s and the end on %s", on, e.Begun, s.Letter, s.Earliest)
		}
	})
}

func TestLongerNoticeNeverEndsSooner(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e, owed, promises, on := drawn(t)
		longer := e
		longer.Notice.Days += rapid.IntRange(0, 60).Draw(t, "longer")
		if short, long := ending.StatusOf(e, owed, promises, on), ending.StatusOf(longer, owed, promises, on); long.Earliest < short.Earliest {
			t.Fatalf("%d days end on %s, %d on %s", e.Notice.Days, short.Earliest, longer.Notice.Days, long.Earliest)
		}
	})
}

func TestWhoDoesEverythingMayEndOnTheEarliestDayAndNotBefore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e, _, _, on := drawn(t)
		e.Story, e.Considered = "theirs", rapport.OweKinds()
		s := ending.StatusOf(e, nil, nil, on)
		if e.Cure.From.IsZero() {
			e.Cure.From = on
		}
		if e.Notice.From.IsZero() {
			e.Notice.From = max(on, s.Letter)
		}
		if then := ending.StatusOf(e, nil, nil, s.Earliest); !then.Ready() {
			t.Fatalf("on %s %v is in the way still", s.Earliest, codes(then))
		}
		if s.Earliest == on {
			return
		}
		if before := ending.StatusOf(e, nil, nil, s.Earliest.AddDays(-1)); before.Ready() {
			t.Fatalf("it could have been finished a day before %s", s.Earliest)
		}
	})
}

func TestWorkingDaysCountNoWeekend(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from, days := drawDay(t, "from"), rapid.IntRange(1, 300).Draw(t, "days")
		end, worked := ending.EndOf(rapport.Period{From: from, Days: days, Business: true}), 0
		for d := from + 1; d <= end; d++ {
			if w := d.Weekday(); w != time.Saturday && w != time.Sunday {
				worked++
			}
		}
		if w := end.Weekday(); worked != days || w == time.Saturday || w == time.Sunday {
			t.Fatalf("%d working days from %s end on %s, a %s, after %d", days, from, end, w, worked)
		}
	})
}
