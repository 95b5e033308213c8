package assess

import "github.com/rapport-desktop/rapport/internal/rapport"

// BackTest is what would have been said before an engagement ended.
type BackTest struct {
	Ended  rapport.Date
	Before []Earlier // 90, 60 and 30 days before
}

// Earlier is the answer so many days before.
type Earlier struct {
	Days    int
	Verdict rapport.Verdict
	Pattern float64 // share of the pattern
}

// BackTestOf looks back from the last ended entry; nil if there is none. Where the
// client is marked as ended and no entry says when, it is the day that was decided.
func BackTestOf(h History) *BackTest {
	ended := endedOn(h)
	if ended.IsZero() {
		return nil
	}
	b := &BackTest{Ended: ended}
	for _, days := range []int{90, 60, 30} {
		c := hearingOf(h, ended.AddDays(-days))
		b.Before = append(b.Before, Earlier{Days: days, Verdict: c.decide().verdict, Pattern: round(c.source.Pattern, 4)})
	}
	return b
}

// endedOn returns the day the engagement ended, zero if it did not or nobody said.
func endedOn(h History) rapport.Date {
	var last, decided rapport.Date
	for i := range h.Entries {
		if e := &h.Entries[i]; e.Kind == rapport.Ended {
			last = max(last, e.On)
		}
	}
	if last > 0 || h.Client.State != rapport.EndedState {
		return last
	}
	for _, d := range h.Decisions {
		if d.Chosen == rapport.End {
			decided = max(decided, d.On)
		}
	}
	return decided
}
