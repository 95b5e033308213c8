package assess

import (
	"cmp"
	"math"
	"slices"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Worth is what a client's work brings in one currency, over a period. Amounts in
// different currencies are never added up.
//
// An hour's true worth is what came in, less what was given back, over all hours:
// those billed, and those nobody paid, chasing money and putting things right
// included. The hours follow the money: of an invoice paid in half, half its hours
// count, on the day it was paid, so that work done in one year and paid in the
// next is not worthless in the first and free in the second. What is past due and
// open has its hours all the same: they were worked, and for nothing so far.
type Worth struct {
	Currency rapport.Currency `json:"currency"`
	Received int64            `json:"received"`          // minor units that came in
	Given    int64            `json:"given,omitempty"`   // minor units given back in remedies
	Billed   int              `json:"billed,omitempty"`  // minutes worked for invoices
	Unbilled Unbilled         `json:"unbilled,omitzero"` // minutes nobody paid
	Guessed  bool             `json:"guessed,omitempty"` // billed time reckoned from a rate, in part or whole
	PerHour  int64            `json:"per_hour"`          // minor units; 0 when the hours are not known
	Share    float64          `json:"share"`             // of all income in this currency, 0–1
}

// Unbilled splits the minutes nobody paid.
type Unbilled struct {
	Chasing  int `json:"chasing,omitempty"`  // reminding of money, and what was typed about it
	Recovery int `json:"recovery,omitempty"` // complaints, and putting things right
	Other    int `json:"other,omitempty"`
}

// Sum adds them up.
func (u Unbilled) Sum() int { return u.Chasing + u.Recovery + u.Other }

// Known reports whether the hours are known and PerHour means something. Hours
// nobody paid are not enough where money came in: the work for it took some, too.
func (w Worth) Known() bool {
	return w.Billed > 0 || w.Received == 0 && w.Unbilled.Sum() > 0
}

// WorthOf returns what the client's work brought from one day to another, both
// included, the largest amount first. What was given back belongs to the client's
// own currency, see homeOf; so does time, see workedIn. Share compares with what other clients brought within
// a year, so it is right for a period of a year.
func WorthOf(h History, from, to rapport.Date) []Worth {
	var b books
	b.bill(h, from, to)
	b.spend(h, from, to)
	out := make([]Worth, 0, len(b))
	for _, s := range b {
		out = append(out, s.close(h.Others))
	}
	slices.SortFunc(out, func(a, b Worth) int {
		if c := cmp.Compare(b.Received, a.Received); c != 0 {
			return c
		}
		return cmp.Compare(a.Currency, b.Currency)
	})
	if len(out) == 0 {
		return nil
	}
	return out
}

// sums are the sums of one currency while they are drawn.
type sums struct {
	Worth
	rate     float64 // minor units an hour to reckon missing time with; 0 when unknown
	minutes  float64 // billed
	timeless bool    // money came in, or is overdue, for time nobody knows
}

// books are the sums of all currencies.
type books []sums

// of returns the sums of a currency, which begin when it is first met.
func (b *books) of(currency rapport.Currency) *sums {
	at := slices.IndexFunc(*b, func(s sums) bool { return s.Currency == currency })
	if at < 0 {
		at = len(*b)
		*b = append(*b, sums{Worth: Worth{Currency: currency}})
	}
	return &(*b)[at]
}

// bill takes in the invoices: the money and the hours it was for.
func (b *books) bill(h History, from, to rapport.Date) {
	for i := range h.Invoices {
		v := &h.Invoices[i]
		paid, due := paidIn(v, from, to), int64(0)
		if v.Issued <= to && from <= v.Due && v.Due < to {
			due = max(0, v.OpenOn(to).Minor)
		}
		if paid == 0 && due == 0 {
			continue
		}
		s := b.of(v.Amount.Currency)
		s.Received += paid
		part := float64(paid+due) / float64(max(1, v.Amount.Minor))
		switch {
		case v.Minutes > 0:
			s.minutes += part * float64(v.Minutes)
		case s.reckonable(h, to):
			s.minutes += 60 * float64(paid+due) / s.rate
			s.Guessed = true
		default:
			s.timeless = true
		}
	}
}

// paidIn sums what came in for an invoice from one day to another. A deposit paid
// before its invoice was written counts on the day it was.
func paidIn(v *rapport.Invoice, from, to rapport.Date) int64 {
	sum := int64(0)
	for _, p := range v.Payments {
		if day := max(p.On, v.Issued); from <= day && day <= to {
			sum += p.Amount
		}
	}
	return sum
}

// receivedIn sums what came in from one day to another, by currency; nil when
// nothing did.
func receivedIn(invoices []rapport.Invoice, from, to rapport.Date) map[rapport.Currency]int64 {
	var sum map[rapport.Currency]int64
	for i := range invoices {
		if paid := paidIn(&invoices[i], from, to); paid > 0 {
			if sum == nil {
				sum = map[rapport.Currency]int64{}
			}
			sum[invoices[i].Amount.Currency] += paid
		}
	}
	return sum
}

// reckonable finds the rate to reckon missing time with: the client's own hourly
// rate, or else what an hour was billed at on the invoices that name their time.
func (s *sums) reckonable(h History, on rapport.Date) bool {
	if s.rate > 0 || s.timeless {
		return s.rate > 0
	}
	if h.Client.Terms.Currency == s.Currency && h.Client.Terms.HourlyRate > 0 {
		s.rate = float64(h.Client.Terms.HourlyRate)
		return true
	}
	var minor, minutes float64
	for i := range h.Invoices {
		if v := &h.Invoices[i]; v.Minutes > 0 && v.Issued <= on && v.Amount.Currency == s.Currency {
			minor += float64(v.Amount.Minor)
			minutes += float64(v.Minutes)
		}
	}
	if minutes > 0 {
		s.rate = 60 * minor / minutes
	}
	return s.rate > 0
}

// spend takes in what entries cost: minutes nobody paid and money given back.
func (b *books) spend(h History, from, to rapport.Date) {
	var spent Unbilled
	given := int64(0)
	for i := range h.Entries {
		e := &h.Entries[i]
		if e.On < from || e.On > to {
			continue
		}
		given += max(0, e.Cost.Given)
		spent.add(e)
	}
	home := homeOf(h, to)
	if home == "" {
		return
	}
	if spent != (Unbilled{}) {
		b.of(b.workedIn(home, h, to)).Unbilled = spent
	}
	if given > 0 {
		b.of(home).Given = given
	}
}

// workedIn returns the currency the unpaid time belongs to: the client's own, unless
// the money of the period was all in others. Then it is the one most invoices are
// in: time is no money, and without it an hour there would look dearer than it was.
func (b *books) workedIn(home rapport.Currency, h History, on rapport.Date) rapport.Currency {
	met := func(c rapport.Currency) bool {
		return slices.ContainsFunc(*b, func(s sums) bool { return s.Currency == c })
	}
	if len(*b) == 0 || met(home) {
		return home
	}
	return commonest(h, on, met)
}

// add sorts the minutes of an entry by what they went into.
func (u *Unbilled) add(e *rapport.Entry) {
	minutes := max(0, e.Cost.Minutes)
	switch e.Kind {
	case rapport.Reminder, rapport.Escalation, rapport.LatePayment, rapport.NonPayment:
		u.Chasing += minutes
	case rapport.Complaint, rapport.Remedy, rapport.OurApology, rapport.OurMistake:
		u.Recovery += minutes
	default:
		u.Other += minutes
	}
}

// homeOf returns the currency that entries are reckoned in: the client's. Where
// none is known (a journal read without a book), it is the one most invoices are in.
func homeOf(h History, on rapport.Date) rapport.Currency {
	if h.Client.Terms.Currency != "" {
		return h.Client.Terms.Currency
	}
	return commonest(h, on, func(rapport.Currency) bool { return true })
}

// commonest returns the currency most invoices until the day are in, of those that
// qualify; "" without any.
func commonest(h History, on rapport.Date, qualifies func(rapport.Currency) bool) rapport.Currency {
	count := map[rapport.Currency]int{}
	for i := range h.Invoices {
		if c := h.Invoices[i].Amount.Currency; h.Invoices[i].Issued <= on && qualifies(c) {
			count[c]++
		}
	}
	var most rapport.Currency
	for c, n := range count {
		if n > count[most] || n == count[most] && c < most {
			most = c
		}
	}
	return most
}

// close draws the line under a currency.
func (s *sums) close(others Others) Worth {
	w := s.Worth
	if s.timeless {
		s.minutes, w.Guessed = 0, false // a rate from half of the hours would flatter
	}
	w.Billed = int(math.Round(s.minutes))
	if w.Known() {
		w.PerHour = int64(math.Round(60 * float64(w.Received-w.Given) / float64(w.Billed+w.Unbilled.Sum())))
	}
	if all := float64(w.Received) + float64(max(0, others.Received[w.Currency])); all > 0 {
		w.Share = round(float64(w.Received)/all, 4)
	}
	return w
}
