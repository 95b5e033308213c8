package present

import (
	"cmp"
	"slices"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Invoices is the money table of a client, newest first.
type Invoices struct {
	Rows []InvoiceRow
	Open string // what is open in all, "" when nothing is
}

// InvoiceRow is one invoice.
type InvoiceRow struct {
	Invoice rapport.ID
	Number  string
	Issued  string // in figures
	Due     string
	Amount  string
	State   InvoiceState
	Text    string // the state in words: "paid 12 days late", "open, 47 days overdue"
	Bar     InvoiceBar
}

// InvoiceBar is the time an invoice took, in days from its issue.
type InvoiceBar struct {
	Due     int // where the due day lies, 0 or later
	Until   int // to the day the last of it came in, or to today while some is open; 0 where it was paid before its issue
	Settled bool
}

// InvoiceState is how an invoice stands, for its icon and weight.
type InvoiceState string

// The states of an invoice.
const (
	InvoicePaid    InvoiceState = "paid"
	InvoiceLate    InvoiceState = "late" // paid, after its day
	InvoiceOpen    InvoiceState = "open"
	InvoiceOverdue InvoiceState = "overdue"
)

// invoices words what was asked for until a day.
func (s *Speaker) invoices(all []rapport.Invoice, on rapport.Date) Invoices {
	sorted := slices.SortedStableFunc(slices.Values(all), func(a, b rapport.Invoice) int {
		return cmp.Or(cmp.Compare(b.Issued, a.Issued), cmp.Compare(b.Number, a.Number))
	})
	var table Invoices
	var open []rapport.Money
	for _, v := range sorted {
		if v.Issued > on {
			continue
		}
		state, text := s.InvoiceState(v, on)
		table.Rows = append(table.Rows, InvoiceRow{
			Invoice: v.ID, Number: v.Number, Issued: s.DateShort(v.Issued), Due: s.DateShort(v.Due),
			Amount: s.Money(v.Amount), State: state, Text: text, Bar: barOf(v, on),
		})
		if left := v.OpenOn(on); left.Minor > 0 {
			open = addMoney(open, left)
		}
	}
	table.Open = s.MoneyList(open)
	return table
}

// barOf measures an invoice in days from its issue, as it stood on a day.
func barOf(v rapport.Invoice, on rapport.Date) InvoiceBar {
	bar := InvoiceBar{Due: max(0, v.Due.DaysSince(v.Issued)), Settled: v.OpenOn(on).Minor <= 0}
	until := on
	if bar.Settled {
		until = v.SettledOn()
	}
	bar.Until = max(0, until.DaysSince(v.Issued))
	return bar
}

// InvoiceState says how an invoice stands on a day.
func (s *Speaker) InvoiceState(v rapport.Invoice, on rapport.Date) (InvoiceState, string) {
	state, text := s.payment(v, on)
	if v.Disputed {
		text = s.T("invoice.disputed", Args{"State": text})
	}
	return state, text
}

func (s *Speaker) payment(v rapport.Invoice, on rapport.Date) (InvoiceState, string) {
	open := v.OpenOn(on)
	partly := open.Minor < v.Amount.Minor
	args := Args{"Open": open, "Due": s.Day(v.Due, on)}
	switch overdue := v.DaysOverdue(on); {
	case open.Minor <= 0:
		if late := v.SettledOn().DaysSince(v.Due); late > 0 {
			return InvoiceLate, s.N("invoice.paid_late", late)
		}
		return InvoicePaid, s.T("invoice.paid")
	case overdue > 0 && partly:
		return InvoiceOverdue, s.N("invoice.partly_overdue", overdue, args)
	case overdue > 0:
		return InvoiceOverdue, s.N("invoice.overdue", overdue)
	case partly:
		return InvoiceOpen, s.T("invoice.partly", args)
	default:
		return InvoiceOpen, s.T("invoice.open", args)
	}
}

// ObligationRow is one thing owed, by us or to us.
type ObligationRow struct {
	Obligation rapport.ID
	Side       rapport.Side
	Who        string // the side's name
	What       string
	Text       string // "due on 3 July", "met on 1 June", "waived: no longer needed"
	Open       bool
	Overdue    bool
}

// obligations words what is owed: open ones first, the nearest day first; then
// the settled ones, newest first.
func (s *Speaker) obligations(all []rapport.Obligation, on rapport.Date) []ObligationRow {
	sorted := slices.SortedStableFunc(slices.Values(all), func(a, b rapport.Obligation) int {
		if a.Open() != b.Open() {
			return compareBool(a.Open())
		}
		if a.Open() {
			return cmp.Compare(orLast(a.Due), orLast(b.Due))
		}
		return cmp.Compare(max(b.Met, b.Waived), max(a.Met, a.Waived))
	})
	rows := make([]ObligationRow, 0, len(sorted))
	for _, o := range sorted {
		rows = append(rows, s.Obligation(o, on))
	}
	return rows
}

// Obligation words one thing owed, as it stands on a day.
func (s *Speaker) Obligation(o rapport.Obligation, on rapport.Date) ObligationRow {
	row := ObligationRow{Obligation: o.ID, Side: o.Side, Who: s.Side(o.Side), What: o.What, Open: o.Open()}
	switch {
	case !o.Met.IsZero():
		row.Text = s.T("obligation.met", Args{"Day": s.Day(o.Met, on)})
	case !o.Waived.IsZero():
		row.Text = s.T("obligation.waived", Args{"Day": s.Day(o.Waived, on), "Reason": o.Reason})
	case o.Due.IsZero():
		row.Text = s.T("obligation.no_day")
	case o.Due < on:
		row.Overdue = true
		row.Text = s.N("obligation.overdue", on.DaysSince(o.Due))
	default:
		row.Text = s.T("obligation.due", Args{"When": s.Relative(o.Due, on)})
	}
	return row
}

// compareBool sorts the true one first.
func compareBool(first bool) int {
	if first {
		return -1
	}
	return 1
}

// orLast puts things without a day behind those with one.
func orLast(d rapport.Date) rapport.Date {
	if d.IsZero() {
		return rapport.MaxDate + 1
	}
	return d
}

// DecisionRow is one decision.
type DecisionRow struct {
	Decision rapport.ID
	Date     string // in figures
	Chosen   rapport.Verdict
	Text     string // "You agreed: extra mile", "Offered: end. You chose: trial"
	Why      string
}

// decisions words what was decided, newest first.
func (s *Speaker) decisions(all []rapport.Decision, on rapport.Date) []DecisionRow {
	sorted := slices.SortedStableFunc(slices.Values(all), func(a, b rapport.Decision) int {
		return cmp.Compare(b.On, a.On)
	})
	rows := make([]DecisionRow, 0, len(sorted))
	for _, d := range sorted {
		if d.On > on {
			continue
		}
		rows = append(rows, DecisionRow{
			Decision: d.ID, Date: s.DateShort(d.On), Chosen: d.Chosen, Text: s.decision(d), Why: d.Why,
		})
	}
	return rows
}

// decision says what was offered and chosen, and how the user judged it later.
func (s *Speaker) decision(d rapport.Decision) string {
	text := s.T("decision.otherwise", Args{"Offered": d.Offered, "Chosen": d.Chosen})
	if d.Agreed() {
		text = s.T("decision.agreed", Args{"Chosen": d.Chosen})
	}
	if d.Outcome != "" {
		text += " (" + s.Outcome(d.Outcome) + ")"
	}
	return text
}
