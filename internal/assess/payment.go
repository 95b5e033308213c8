package assess

import (
	"slices"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Payment says how a client pays, from invoices alone. An invoice counts once it
// can no longer turn out otherwise: paid up, or past its due day. Late is one that
// was not paid in full by the end of its due day. No grace is given here, though
// the judgement gives some: money is in time when it is on the creditor's account
// (Court of Justice of the EU, C-306/06, 2008), and who is always a day late is
// best foretold to be so again. Contested invoices are counted apart, for not
// paying what one contests is not lateness.
type Payment struct {
	Index    float64 `json:"index"`     // 0–100 on the PAYDEX scale; 80 is prompt, 50 a month late
	LateNext float64 `json:"late_next"` // chance that the next invoice is late, 0–1
	Low      float64 `json:"low"`       // its 80 % interval
	High     float64 `json:"high"`
	Invoices int     `json:"invoices"` // that count, disputed ones apart
	Late     int     `json:"late,omitempty"`
	Silent   int     `json:"silent,omitempty"` // of these, without a word beforehand; 0 where no journal is kept
	Disputed int     `json:"disputed,omitempty"`
}

// payment returns how the client pays; nil without an invoice that counts.
func payment(h History, on rapport.Date) *Payment {
	var p Payment
	var late []*rapport.Invoice
	for i := range h.Invoices {
		v := &h.Invoices[i]
		if v.Disputed && v.Issued <= on {
			p.Disputed++
		}
		counts, isLate := punctual(v, on)
		if counts {
			p.Invoices++
		}
		if isLate {
			late = append(late, v)
		}
	}
	if p.Invoices == 0 {
		return nil
	}
	p.Late = len(late)
	if keepsJournal(h, on) {
		p.Silent = p.Late - withNotice(h, late, on)
	}
	rate, weight := habit(h.Others)
	next := beta{yes: float64(p.Late) + weight*rate, no: float64(p.Invoices-p.Late) + weight*(1-rate)}
	p.LateNext = round(next.mean(), 4)
	p.Low = min(p.LateNext, round(next.quantile(0.1), 4))
	p.High = max(p.LateNext, round(next.quantile(0.9), 4))
	p.Index = round(index(h.Invoices, rate, on), 1)
	return &p
}

// punctual reports whether an invoice counts on the day, and whether it is late.
func punctual(v *rapport.Invoice, on rapport.Date) (counts, late bool) {
	if v.Issued > on || v.Disputed {
		return false, false
	}
	over := on > v.Due
	return over || v.OpenOn(on).Minor <= 0, over && v.OpenOn(v.Due).Minor > 0
}

// What is thought of a client before anything is known of their paying. With no
// other invoice on record one in five is late, held as firmly as five invoices:
// one late payment then means one in three, not always. The more is known of this
// practice, the more its own rate takes the place of that guess, and the less
// firmly it is held: a weight of two foretells best where the practice is known.
const (
	habitLate    = 1.0  // late ones of
	habitCount   = 5.0  // so many nobody has seen
	habitKnown   = 2.0  // weight of the rate of a practice that is known
	habitHalfWay = 20.0 // invoices of other clients that make it half known
)

// habit returns the share of late invoices to expect of anybody, and how many
// invoices of the client's own it weighs.
func habit(others Others) (rate, weight float64) {
	seen := float64(max(0, others.Invoices))
	rate = (float64(max(0, others.Late)) + habitLate) / (seen + habitCount)
	return min(1, rate), habitKnown + (habitCount-habitKnown)*habitHalfWay/(habitHalfWay+seen)
}

// paydex is the scale of the index: points by days late, linear in between
// (Dun & Bradstreet; a negative day is early). Beyond four months it goes on as
// steeply as before, to nothing after half a year.
var paydex = []struct{ days, points float64 }{
	{-30, 100}, {-20, 90}, {0, 80}, {15, 70}, {22, 60}, {30, 50}, {60, 40}, {90, 30}, {120, 20}, {180, 0},
}

// points turns days late into points of the scale.
func points(days float64) float64 {
	i := slices.IndexFunc(paydex, func(p struct{ days, points float64 }) bool { return p.days >= days })
	switch i {
	case -1:
		return 0
	case 0:
		return paydex[0].points
	}
	from, to := paydex[i-1], paydex[i]
	return from.points + (to.points-from.points)*(days-from.days)/(to.days-from.days)
}

// The index of one who pays like everybody: prompt, or a fortnight late as often
// as others are. It counts as one invoice among the client's own.
const (
	ordinaryLate = 14.0
	indexPrior   = 1.0
	indexHalf    = 240.0 // days after which a payment says half as much, as lateness does in the judgement
)

// till sums the payments of one currency. Amounts weigh against each other only
// within it; it is its count that weighs it against another currency.
type till struct {
	currency      rapport.Currency
	scored, money float64 // points by amount, and amount, both faded
	count         float64 // invoices, faded
}

// index places the client on the scale: every part of an invoice at the day it was
// paid, what is open past due at its age on the day.
func index(invoices []rapport.Invoice, rate float64, on rapport.Date) float64 {
	var tills []till
	for i := range invoices {
		v := &invoices[i]
		if counts, _ := punctual(v, on); !counts {
			continue
		}
		at := slices.IndexFunc(tills, func(t till) bool { return t.currency == v.Amount.Currency })
		if at < 0 {
			at = len(tills)
			tills = append(tills, till{currency: v.Amount.Currency})
		}
		tills[at].take(v, on)
	}
	ordinary := points(0) + (points(ordinaryLate)-points(0))*rate
	sum, weight := indexPrior*ordinary, indexPrior
	for _, t := range tills {
		if t.money > 0 {
			sum += t.count * t.scored / t.money
			weight += t.count
		}
	}
	return sum / weight
}

// take adds an invoice, part by part.
func (t *till) take(v *rapport.Invoice, on rapport.Date) {
	whole, left := float64(max(1, v.Amount.Minor)), v.Amount.Minor
	part := func(minor int64, day rapport.Date) {
		said := fade(float64(on.DaysSince(day)), indexHalf)
		t.scored += said * float64(minor) * points(float64(day.DaysSince(v.Due)))
		t.money += said * float64(minor)
		t.count += said * float64(minor) / whole
	}
	for _, p := range v.Payments {
		if p.On <= on {
			part(p.Amount, p.On)
			left -= p.Amount
		}
	}
	part(max(0, left), on)
}
