package present

import (
	"cmp"
	"slices"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// TodayRow is one thing to see to, above the clients.
type TodayRow struct {
	Code     TodayCode
	Client   rapport.ID
	Decision rapport.ID // of trial and look_back
	ID       rapport.ID // the record it is about
	Title    string     // "Look again on Friday"
	Text     string     // "Kaya Consulting: trial"
}

// TodayCode says what is to be seen to: a [rapport.DueCode].
type TodayCode = rapport.DueCode

// What stands above the clients even where nobody asked for the whole list.
const (
	TodayTrial    = rapport.DueTrial    // a day to look again
	TodayLookBack = rapport.DueLookBack // a decision to look back on
)

// soonDays is how long before its day a trial is named.
const soonDays = 7

// today lists the trials whose day is near, the nearest first, then the decisions
// to look back on, the oldest first. A trial whose day has come stands among the
// clients that need a decision, with its answer; it is not said twice.
func (s *Speaker) today(standings []assess.Standing, on rapport.Date) []TodayRow {
	type dated struct {
		on  rapport.Date
		row TodayRow
	}
	var trials, looks []dated
	for _, st := range standings {
		if over(st) {
			continue
		}
		if d := current(st.Decision, on); d != nil && !parting(st) && d.Again > on && d.Again.DaysSince(on) <= soonDays {
			trials = append(trials, dated{d.Again, TodayRow{
				Code: TodayTrial, Client: st.Client.ID, Decision: d.ID, ID: d.ID,
				Title: s.T("today.soon", Args{"When": s.Relative(d.Again, on)}),
				Text:  s.T("today.trial", Args{"Client": st.Client.Name, "Chosen": s.Inside(s.Verdict(d.Chosen))}),
			}})
		}
		if d := st.LookBack; d != nil {
			looks = append(looks, dated{d.On, TodayRow{
				Code: TodayLookBack, Client: st.Client.ID, Decision: d.ID, ID: d.ID, Title: s.T("look_back.question"),
				Text: s.T("today.look_back", Args{"Client": st.Client.Name, "Chosen": s.Inside(s.Verdict(d.Chosen)), "Day": s.Day(d.On, on)}),
			}})
		}
	}
	byDay := func(x, y dated) int { return cmp.Compare(x.on, y.on) }
	slices.SortStableFunc(trials, byDay)
	slices.SortStableFunc(looks, byDay)
	return each(append(trials, looks...), func(d dated) TodayRow { return d.row })
}
