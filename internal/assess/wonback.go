package assess

import (
	"cmp"
	"slices"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// WonBack is what came of one extra mile: what it took, what the client brought since,
// and whether it is better now. It counts and judges nobody.
type WonBack struct {
	Client   rapport.ID
	Name     string
	Decision rapport.ID
	On       rapport.Date    // the day it was decided on
	Again    rapport.Date    // the day to look again
	Minutes  int             // unbilled, of what we did for them until then
	Given    rapport.Money   // what that cost in money; no amount where nothing was given
	Since    []rapport.Money // paid since, one amount a currency
	Friction int             // frictions since
	Before   int             // and in as many days before
	Course   Course          // as [ProgressOf] says
	Ended    rapport.Date    // the engagement ended since; zero where it goes on
}

// WonBackOf tells what came of an extra mile until a day. What it took is what we did
// from the day it was decided on to the day to look again; what it brought is what was
// paid since, whatever it was paid for: who leaves pays nothing.
func WonBackOf(h History, d rapport.Decision, on rapport.Date) WonBack {
	on = max(on, d.On)
	w := WonBack{Client: h.Client.ID, Name: h.Client.Name, Decision: d.ID, On: d.On, Again: d.Again,
		Given: rapport.Money{Currency: h.Client.Terms.Currency}}
	if w.Again.IsZero() {
		w.Again = d.On.AddDays(TrialDays)
	}
	for i := range h.Entries {
		if e := &h.Entries[i]; d.On <= e.On && e.On <= min(on, w.Again) && mends(e.Kind) {
			w.Minutes += max(0, e.Cost.Minutes)
			w.Given.Minor += max(0, e.Cost.Given)
		}
	}
	w.Since = paidBetween(h.Invoices, d.On, on)
	progress := ProgressOf(h, d, on)
	w.Friction, w.Before, w.Course = len(progress.Bad), progress.Before, progress.Course
	if ended := endedOn(h); ended > d.On && ended <= on {
		w.Ended = ended
	}
	return w
}

// mends reports whether a kind of entry is something we did for them.
func mends(k rapport.Kind) bool { return k == rapport.Remedy || k == rapport.OurApology }

// paidBetween sums what was paid after one day, up to another, one amount a currency.
func paidBetween(invoices []rapport.Invoice, after, until rapport.Date) []rapport.Money {
	sums := map[rapport.Currency]int64{}
	for i := range invoices {
		for _, pay := range invoices[i].Payments {
			if after < pay.On && pay.On <= until {
				sums[invoices[i].Amount.Currency] += pay.Amount
			}
		}
	}
	var paid []rapport.Money
	for currency, sum := range sums {
		paid = append(paid, rapport.Money{Minor: sum, Currency: currency})
	}
	slices.SortFunc(paid, func(a, b rapport.Money) int { return cmp.Compare(a.Currency, b.Currency) })
	return paid
}

// addWonBack notes the extra miles decided on in the period.
func (s *Survey) addWonBack(h History) {
	for _, d := range h.Decisions {
		if d.Chosen == rapport.ExtraMile && s.within(d.On) {
			s.WonBack = append(s.WonBack, WonBackOf(h, d, s.To))
		}
	}
}
