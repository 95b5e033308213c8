package assess

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

func TestAPersonalLimitIsCrossedByTheEntryThatReachesIt(t *testing.T) {
	limits := rapport.Limits{Hostility: 3, Complexity: 3, Minutes: 120}
	for _, c := range []struct {
		name, tale string // the last entry is the one just logged
		minutes    []int
		want       []Alert
	}{
		{"a harsh word", "2 praise 3, 0 disrespect 3", nil, []Alert{{Hostility, 3, 3, ids(2)}}},
		{"a sharp tone is under it", "0 disrespect 2", nil, nil},
		{"a threat is hostile, too", "0 threat 4", nil, []Alert{{Hostility, 3, 4, ids(1)}}},
		{"a grave complaint is not hostile", "0 complaint:no 5", nil, nil},
		{"three kinds of friction in a month", "29 intrusion 1, 9 silence 1, 5 silence 2, 0 indecision 1", nil,
			[]Alert{{Complexity, 3, 3, ids(1, 3, 4)}}},
		{"the third a day too late", "30 intrusion 1, 9 silence 1, 0 indecision 1", nil, nil},
		{"a fourth kind crosses nothing that was not crossed", "9 intrusion 1, 8 silence 1, 5 complaint:no 1, 0 indecision 1", nil, nil},
		{"goodwill is no kind of friction", "9 intrusion 1, 8 silence 1, 5 praise 1, 0 apology 1", nil, nil},
		{"logged late, between two others", "30 intrusion 1, 5 silence 1, 10 indecision 1", nil, []Alert{{Complexity, 3, 3, ids(1, 3, 2)}}},
		{"two hours on one issue", "20 complaint:no 1, 10 remedy 1, 0 complaint:yes 1", []int{50, 40, 30},
			[]Alert{{Minutes, 120, 120, ids(1, 2, 3)}}},
		{"two hours on two issues", "20 complaint:no 1, 10 reminder 1, 0 complaint:yes 1", []int{50, 40, 30}, nil},
		{"two hours on what is no trouble", "20 contact 1, 0 contact 1", []int{100, 100}, nil},
		{"more time on it later crosses nothing anew", "20 complaint:no 1, 10 remedy 1, 0 remedy 1", []int{100, 40, 30}, nil},
		{"asking for money is one issue with its lateness", "20 late_payment 1, 10 reminder 1, 0 escalation 1", []int{50, 40, 30},
			[]Alert{{Minutes, 120, 120, ids(1, 2, 3)}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := tale(t, c.tale)
			for i, minutes := range c.minutes {
				h.Entries[i].Cost.Minutes = minutes
			}
			got := Alerts(h, h.Entries[len(h.Entries)-1], limits)
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
			if none := Alerts(h, h.Entries[len(h.Entries)-1], rapport.Limits{}); none != nil {
				t.Errorf("without limits: %+v", none)
			}
		})
	}
}

func ids(numbers ...int) (out []rapport.ID) {
	for _, n := range numbers {
		out = append(out, testID(n))
	}
	return out
}

func TestAHigherLimitNeverAlertsWhereALowerOneIsNotReached(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := histories().Draw(t, "history")
		e := entryOf(60, rapport.Kinds()...).Draw(t, "logged")
		h = with(h, e)
		limits := rapport.Limits{
			Hostility:  rapid.IntRange(1, 5).Draw(t, "hostility"),
			Complexity: rapid.IntRange(1, 12).Draw(t, "complexity"),
			Minutes:    rapid.IntRange(1, 600).Draw(t, "minutes"),
		}
		for _, a := range Alerts(h, e, limits) {
			if a.Value < a.Limit || !slices.Contains(a.Entries, e.ID) || !slices.Contains(Axes(), a.Axis) {
				t.Fatalf("got %+v for %+v", a, e)
			}
		}
		free := limits
		free.Hostility, free.Complexity, free.Minutes = 6, 13, 1<<30
		if a := Alerts(h, e, free); a != nil {
			t.Fatalf("limits nobody reaches: %+v", a)
		}
	})
}
