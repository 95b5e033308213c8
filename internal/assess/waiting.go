package assess

import (
	"cmp"
	"math"
	"slices"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Waiting is what it has cost to wait since an ending was first called for.
type Waiting struct {
	Since   rapport.Date  // the first day of the present run of `end` and `safety`
	Days    int           // since then
	Minutes int           // unbilled since then
	Energy  int           // points of energy since then
	Money   rapport.Money // unbilled time at the client's rate; zero without a rate
	Overdue []rapport.Money
}

// How far back the beginning of an ending is looked for: a year, week by week, and
// then by halves within the week it lies in, which is under sixty judgements. Of a
// very long history every judgement is costly, so the steps grow with it, up to a
// quarter of a year. What was otherwise for less than a step is stepped over.
const (
	waitingYear  = 364
	waitingStep  = 7
	waitingSteps = 13   // the longest step, in weeks
	waitingLong  = 2000 // entries and invoices that make each week one step
)

// WaitingOf tells what waiting has cost; nil unless the verdict is `end` or
// `safety`. It judges the past again, so it is made for the one client on view.
func WaitingOf(h History, a Assessment) *Waiting {
	if !calledFor(a.Verdict) {
		return nil
	}
	w := &Waiting{Since: firstCalled(h, a.On)}
	w.Days = a.On.DaysSince(w.Since)
	for i := range h.Entries {
		e := &h.Entries[i]
		if e.On < w.Since || e.On > a.On {
			continue
		}
		w.Minutes += max(0, e.Cost.Minutes)
		points, _ := e.Cost.Energy.Get()
		w.Energy += max(0, points)
	}
	if terms := h.Client.Terms; terms.HourlyRate > 0 {
		price := math.Round(float64(terms.HourlyRate) * float64(w.Minutes) / 60)
		w.Money = rapport.Money{Minor: int64(price), Currency: terms.Currency}
	}
	w.Overdue = overdue(h.Invoices, a.On)
	return w
}

// calledFor reports whether the verdict is that it should not go on.
func calledFor(v rapport.Verdict) bool { return v == rapport.End || v == rapport.Safety }

// firstCalled returns the first day of the run of such verdicts that holds on the
// given day.
func firstCalled(h History, on rapport.Date) rapport.Date {
	called := func(day rapport.Date) bool {
		c := hearingOf(h, day)
		return calledFor(c.decide().verdict)
	}
	step := waitingStep * min(waitingSteps, 1+(len(h.Entries)+len(h.Invoices))/waitingLong)
	first, quiet := on, rapport.Date(0)
	for quiet.IsZero() && on.DaysSince(first) < waitingYear {
		if earlier := first.AddDays(-step); called(earlier) {
			first = earlier
		} else {
			quiet = earlier
		}
	}
	for !quiet.IsZero() && first.DaysSince(quiet) > 1 {
		if middle := quiet.AddDays(first.DaysSince(quiet) / 2); called(middle) {
			first = middle
		} else {
			quiet = middle
		}
	}
	return first
}

// overdue sums what is open past due, one amount a currency.
func overdue(invoices []rapport.Invoice, on rapport.Date) []rapport.Money {
	var sums []rapport.Money
	for i := range invoices {
		v := &invoices[i]
		if v.DaysOverdue(on) == 0 {
			continue
		}
		open := v.OpenOn(on)
		at := slices.IndexFunc(sums, func(m rapport.Money) bool { return m.Currency == open.Currency })
		if at < 0 {
			sums = append(sums, open)
			continue
		}
		sums[at] = sums[at].Plus(open)
	}
	slices.SortFunc(sums, func(a, b rapport.Money) int { return cmp.Compare(a.Currency, b.Currency) })
	return sums
}
