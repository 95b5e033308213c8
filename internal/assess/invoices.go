package assess

import (
	"slices"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Days of lateness: a bank needs a few, and an entry about lateness typed just
// after the money came belongs to the same story.
const (
	graceDays   = 3
	episodeTail = 14
)

// lateSeverities turns days late into a severity: the usual steps of reminding.
var lateSeverities = []struct{ over, severity float64 }{{60, 4}, {30, 3}, {14, 2}, {graceDays, 1}}

// ledger is what the invoices say about payment. Typed entries about money are
// offered to it in order of day; what an invoice tells already it claims, so
// that the same lateness never counts twice.
type ledger []account

// account is one invoice, with what was typed about it.
type account struct {
	*rapport.Invoice
	settled rapport.Date // the day the last of it came in, zero if some never did
	typed   fact         // the gravest typed entry about its lateness, if any
}

// newLedger orders the invoices by due day.
func newLedger(invoices []rapport.Invoice) ledger {
	if len(invoices) == 0 {
		return nil
	}
	l := make(ledger, len(invoices))
	for i := range invoices {
		l[i] = account{Invoice: &invoices[i], settled: invoices[i].SettledOn()}
	}
	slices.SortFunc(l, func(a, b account) int {
		if a.Due != b.Due {
			return int(a.Due - b.Due)
		}
		return compareIDs(a.ID, b.ID)
	})
	return l
}

// claim reports whether an invoice tells what the typed fact tells. The invoice
// due last is asked first: people write about the newest trouble. What it keeps
// is the gravest of what was typed, for that they refused only the entry knows.
func (l ledger) claim(f fact) bool {
	if f.topic != latePayment && f.topic != nonPayment && f.topic != paid {
		return false
	}
	for i := len(l) - 1; i >= 0; i-- {
		if !l[i].tells(f) {
			continue
		}
		if f.topic != paid {
			l[i].typed = gravestOf(l[i].typed, f)
		}
		return true
	}
	return false
}

// gravestOf merges two typed facts about one lateness: refusal stands above
// lateness in the table, and the higher severity counts. The gravest severity is
// kept for a refusal that was rated so: lateness, however bad, does not make one.
func gravestOf(a, b fact) fact {
	if a.topic > b.topic || a.topic == b.topic && a.severity > b.severity {
		a, b = b, a
	}
	lesser := a.severity
	if a.topic < b.topic {
		lesser = min(lesser, gravest-1)
	}
	b.severity = max(b.severity, lesser)
	if a.topic == b.topic {
		b.rated = b.severity
	}
	return b
}

// tells reports whether the invoice, as it stood that day, tells of the fact.
func (a *account) tells(f fact) bool {
	if a.Issued > f.on {
		return false
	}
	settled := a.settledBy(f.on)
	recent := !settled.IsZero() && f.on <= settled.AddDays(episodeTail)
	if f.topic == paid {
		return recent
	}
	return f.on > a.Due && (settled.IsZero() || recent && settled > a.Due)
}

// settledBy returns the day the last of the amount came in, zero if some was
// still open at the end of the given day.
func (a *account) settledBy(on rapport.Date) rapport.Date {
	if a.settled > on {
		return 0
	}
	return a.settled
}

// facts appends what the invoices are evidence of on the given day.
func (l ledger) facts(on rapport.Date, to []fact) []fact {
	for i := range l {
		if f, ok := l[i].fact(on); ok {
			to = append(to, f)
		}
	}
	return to
}

// fact says whether the invoice was paid in time, paid late or is open past due;
// false while there is nothing to say. Lateness that goes on holds today; lateness
// that ended fades from the day the money came. Not paying what one contests is
// not lateness.
func (a *account) fact(on rapport.Date) (fact, bool) {
	if a.Issued > on || a.Disputed {
		return fact{}, false
	}
	f := fact{on: a.settledBy(on), since: a.Due, topic: latePayment, severity: lateSeverity(daysLate(a.Invoice, on)), invoice: a.ID}
	if f.on.IsZero() {
		f.on, f.open = on, true
	}
	switch {
	case a.typed.severity > 0:
		f.entry, f.topic, f.rated = a.typed.entry, a.typed.topic, a.typed.rated
		f.severity = max(f.severity, a.typed.severity)
	case f.severity == 0 && f.open:
		return fact{}, false
	case f.severity == 0:
		f.topic, f.severity, f.since = paid, 2, f.on
	}
	f.strength = strengthOf(f.severity)
	return f, true
}

// daysLate weighs lateness by amount: half of it paid in time and half of it
// sixty days late makes thirty days.
func daysLate(v *rapport.Invoice, on rapport.Date) float64 {
	amount, left, late := float64(max(1, v.Amount.Minor)), v.Amount.Minor, 0.0
	for _, p := range v.Payments {
		if p.On <= on {
			late += float64(max(0, p.On.DaysSince(v.Due))) * float64(p.Amount) / amount
			left -= p.Amount
		}
	}
	return late + float64(max(0, on.DaysSince(v.Due)))*float64(max(0, left))/amount
}

func lateSeverity(days float64) float64 {
	for _, s := range lateSeverities {
		if days > s.over {
			return s.severity
		}
	}
	return 0
}
