package demo

import (
	"fmt"
	"math"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// mostInvoices bounds the invoices of one client: two and a half years of work.
const mostInvoices = 30

// addInvoices bills the client about once a month, the last ones first if the
// engagement is old, and lets them pay as their archetype does.
func (d *drawing) addInvoices(s *Story, a archetype) {
	if a.likely == rapport.Unclear {
		return // paying says something already
	}
	issued := max(s.Client.Since, d.today.AddDays(-35*mostInvoices)).AddDays(d.random.IntN(30))
	for n := 1; issued <= d.today && n <= mostInvoices; n++ {
		v := rapport.Invoice{ID: d.ids.next(), Client: s.Client.ID, Number: fmt.Sprintf("%d-%03d", issued.Time().Year(), n),
			Issued: issued, Due: issued.AddDays(s.Client.Terms.PaymentDays),
			Amount: rapport.Money{Minor: d.amount(), Currency: s.Client.Terms.Currency}}
		v.Minutes = d.worked(v.Amount.Minor, s.Client.Terms.HourlyRate)
		d.pay(&v, a)
		s.Invoices = append(s.Invoices, v)
		issued = issued.AddDays(20 + d.random.IntN(26))
	}
}

// amount is 150 to 6,000 units, small ones more often, in whole tens.
func (d *drawing) amount() int64 {
	return int64(math.Exp(math.Log(15)+d.random.Float64()*math.Log(40))) * 10_00
}

// worked is how long an amount took, at about the agreed rate, in quarters of an
// hour; of one invoice in ten nobody knows.
func (d *drawing) worked(amount, rate int64) int {
	if d.chance(0.1) {
		return 0
	}
	hours := float64(amount) / float64(rate) * (0.7 + 0.8*d.random.Float64())
	return max(1, int(4*hours)) * 15
}

// pay settles an invoice in one or two parts, or leaves it open if it is recent.
func (d *drawing) pay(v *rapport.Invoice, a archetype) {
	on := v.Due.AddDays(-d.random.IntN(v.Due.DaysSince(v.Issued) + 1))
	if d.chance(a.late) {
		on = v.Due.AddDays(1 + int(12*d.random.ExpFloat64()))
	}
	recent := d.today.DaysSince(v.Due) < 91
	if on > d.today || recent && d.chance(a.unpaid) {
		return
	}
	first := v.Amount.Minor
	if d.chance(0.05) {
		first /= 2
		v.Payments = append(v.Payments, rapport.Payment{ID: d.ids.next(), On: v.Issued, Amount: v.Amount.Minor - first})
	}
	v.Payments = append(v.Payments, rapport.Payment{ID: d.ids.next(), On: on, Amount: first})
}

// wares are what is owed in a large practice.
var wares = []struct {
	side rapport.Side
	what string
}{
	{rapport.Ours, "first_sketches"}, {rapport.Ours, "new_quote"}, {rapport.Ours, "source_files"},
	{rapport.Theirs, "final_texts"}, {rapport.Theirs, "weekly_list"},
}

// addOwed leaves up to three obligations, some of them met.
func (d *drawing) addOwed(s *Story) {
	for range d.random.IntN(4) {
		ware := wares[d.random.IntN(len(wares))]
		o := rapport.Obligation{ID: d.ids.next(), Client: s.Client.ID, Side: ware.side, What: d.owed[ware.what],
			Due: d.today.AddDays(d.random.IntN(60) - 30)}
		if o.Due < d.today || d.chance(0.3) {
			o.Met = d.day(max(s.Client.Since, d.today.AddDays(-30)))
		}
		s.Obligations = append(s.Obligations, o)
	}
}

// goods looks up once what the wares are called.
func goods(text func(key string) string) map[string]string {
	owed := make(map[string]string, len(wares))
	for _, ware := range wares {
		owed[ware.what] = text("demo.owed." + ware.what)
	}
	return owed
}
