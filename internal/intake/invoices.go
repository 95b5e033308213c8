package intake

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/currency"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// invoiceKey is what makes rows one invoice: numbers are one of a kind within a
// client only.
type invoiceKey struct {
	client string // folded
	number string
}

// draft is an invoice of which rows are still coming in.
type draft struct {
	InvoiceRow
	first  *row
	faulty int // line of its first faulty row, 0 when there is none
	rows   []*row
}

// invoice reads a row of an invoice file. All rows of a number must agree on what
// the invoice is; each may add a payment. If one of them is faulty the whole
// invoice is withheld: stored without that row it would look unpaid.
func (r *row) invoice() {
	client, number := r.name("client"), r.name("number")
	key := invoiceKey{Fold(client), number}
	d := r.byKey[key]
	if d == nil {
		d = &draft{first: r}
		if number != "" && client != "" {
			r.byKey[key] = d
		}
		r.drafts = append(r.drafts, d)
		d.Client = client
		d.Invoice = rapport.Invoice{Number: number, Source: rapport.Source{File: r.Name, Row: r.line}}
	}
	d.Lines, d.rows = append(d.Lines, r.line), append(d.rows, r)
	r.terms(d)
	r.payment(d)
	if r.faults > 0 && d.faulty == 0 {
		d.faulty = r.line
	}
}

// terms reads what all rows of an invoice repeat.
func (r *row) terms(d *draft) {
	v := &d.Invoice
	var here rapport.Invoice
	here.Issued = r.pastDay("issued", true)
	here.Due = r.day("due")
	if r.value("due") == "" {
		r.refuse("due", rapport.Refuse(rapport.ErrDateMissing, rapport.Args{"field": "due"}))
	}
	here.Amount = r.amount()
	here.Disputed = r.flag("disputed")
	here.Minutes = r.hours()
	if r == d.first {
		v.Issued, v.Due, v.Amount = here.Issued, here.Due, here.Amount
		v.Disputed, v.Minutes = here.Disputed, here.Minutes
		return
	}
	if r.faults > 0 || d.faulty > 0 {
		return
	}
	for _, column := range []string{"issued", "due", "amount", "currency", "disputed", "hours"} {
		if first, value := d.first.value(column), r.value(column); !sameTerm(column, *v, here) {
			r.refuse(column, rapport.Refuse(ErrInvoiceDiffers, rapport.Args{
				"number": v.Number, "column": column, "first": first, "value": value, "line": d.first.line,
			}))
			return
		}
	}
}

func sameTerm(column string, a, b rapport.Invoice) bool {
	switch column {
	case "issued":
		return a.Issued == b.Issued
	case "due":
		return a.Due == b.Due
	case "amount":
		return a.Amount.Minor == b.Amount.Minor || a.Amount.Currency != b.Amount.Currency
	case "currency":
		return a.Amount.Currency == b.Amount.Currency
	case "hours":
		return a.Minutes == b.Minutes
	}
	return a.Disputed == b.Disputed
}

// amount reads the amount with its currency.
func (r *row) amount() rapport.Money {
	written := strings.ToUpper(r.value("currency"))
	code := rapport.Currency(written)
	if !knownCurrency(code) {
		r.refuse("currency", rapport.Refuse(rapport.ErrCurrency, rapport.Args{"value": r.value("currency")}))
		return rapport.Money{}
	}
	m, err := rapport.ParseMoney(r.value("amount"), code)
	if err == nil && m.Minor <= 0 {
		err = rapport.Refuse(rapport.ErrAmountNegative, rapport.Args{"value": m})
	}
	r.refuse("amount", err)
	return m
}

// recentCurrencies came after the list of golang.org/x/text.
var recentCurrencies = []rapport.Currency{"VED", "XCG", "ZWG"}

// knownCurrency reports whether ISO 4217 knows the code. Codes out of use count:
// old invoices are in old money.
func knownCurrency(code rapport.Currency) bool {
	if code.Check() != nil {
		return false
	}
	_, err := currency.ParseISO(string(code))
	return err == nil || slices.Contains(recentCurrencies, code)
}

// flag reads yes or no, empty being no.
func (r *row) flag(column string) bool {
	switch text := r.value(column); strings.ToLower(text) {
	case "", "no", "false", "0":
		return false
	case "yes", "true", "1":
		return true
	default:
		r.refuse(column, rapport.Refuse(ErrFlag, rapport.Args{"value": text}))
		return false
	}
}

// payment reads what came in. Amount and day belong together; neither, or an amount
// of zero without a day, means that nothing came.
func (r *row) payment(d *draft) {
	text := r.value("paid")
	on := r.pastDay("paid_on", false)
	code := d.Invoice.Amount.Currency
	if text == "" {
		if !on.IsZero() {
			r.refuse("paid", rapport.Refuse(ErrPaidAmount, rapport.Args{"date": on}))
		}
		return
	}
	if code == "" {
		return // its own fault stands already
	}
	paid, err := rapport.ParseMoney(text, code)
	dayless := r.value("paid_on") == ""
	switch {
	case err != nil:
	case paid.Minor == 0 && dayless:
		return
	case paid.Minor <= 0:
		err = rapport.Refuse(rapport.ErrAmountNegative, rapport.Args{"value": paid})
	}
	r.refuse("paid", err)
	if err == nil && dayless {
		r.refuse("paid_on", rapport.Refuse(ErrPaidDay, rapport.Args{"value": paid}))
	}
	if r.faults == 0 {
		d.Invoice.Payments = append(d.Invoice.Payments, rapport.Payment{On: on, Amount: paid.Minor})
	}
}

// settle completes an invoice once all its rows are in.
func (t *table) settle(d *draft) {
	if d.faulty > 0 {
		d.withhold(d.faulty)
		return
	}
	slices.SortStableFunc(d.Invoice.Payments, func(a, b rapport.Payment) int { return cmp.Compare(a.On, b.On) })
	if err := d.Invoice.Check(t.options.Today); err != nil {
		last := d.rows[len(d.rows)-1]
		last.refuse(columnOf(asProblem(err)), err)
		d.withhold(last.line)
		return
	}
	t.Invoices = append(t.Invoices, d.InvoiceRow)
}

// columnOf names the column that has what an invoice as a whole was refused for.
func columnOf(p *rapport.Problem) string {
	switch {
	case p == nil:
		return ""
	case p.Code == rapport.ErrDueBefore.Code, p.Code == rapport.ErrDateRange.Code:
		return "due"
	case p.Code == rapport.ErrPaidTooMuch.Code:
		return "paid"
	}
	return "amount"
}

// withhold files for every good row of an invoice that another is faulty.
func (d *draft) withhold(line int) {
	for _, r := range d.rows {
		if r.faults == 0 {
			r.refuse("", rapport.Refuse(ErrInvoiceRow, rapport.Args{"number": d.Invoice.Number, "line": line}))
		}
	}
}
