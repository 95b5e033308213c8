package book

import (
	"slices"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// An invoice is read together with its payments: one row a payment, or one row
// with an empty payment.
const invoiceQuery = `SELECT i.id, i.client, i.number, i.issued, i.due, i.amount, i.currency, i.disputed,
	i.source_file, i.source_row, i.minutes, p.id, p.day, p.amount
	FROM invoices i LEFT JOIN payments p ON p.invoice = i.id `

const invoiceOrder = " ORDER BY i.client, i.issued, i.id, p.day, p.id"

var (
	invoices = newTable("invoices", "id", "client", "number", "issued", "due", "amount", "currency", "disputed",
		"source_file", "source_row", "minutes")
	payments = newTable("payments", "id", "invoice", "day", "amount")
)

func invoiceValues(v rapport.Invoice) []any {
	return []any{
		v.ID, v.Client, v.Number, v.Issued, v.Due, v.Amount.Minor, v.Amount.Currency, v.Disputed,
		v.Source.File, v.Source.Row, v.Minutes,
	}
}

func scanInvoice(r *rows) rapport.Invoice {
	return rapport.Invoice{
		ID: r.id(0), Client: r.id(1), Number: r.text(2), Issued: r.day(3), Due: r.day(4),
		Amount:   rapport.Money{Minor: r.int64(5), Currency: rapport.Currency(r.text(6))},
		Disputed: r.bool(7), Source: rapport.Source{File: r.text(8), Row: r.int(9)}, Minutes: r.int(10),
	}
}

// gather folds the rows of invoiceQuery into invoices with their payments.
func gather(all []rapport.Invoice, r *rows) []rapport.Invoice {
	if id := r.id(0); len(all) == 0 || all[len(all)-1].ID != id {
		all = append(all, scanInvoice(r))
	}
	if !r.null(11) {
		last := &all[len(all)-1]
		last.Payments = append(last.Payments, rapport.Payment{ID: r.id(11), On: r.day(12), Amount: r.int64(13)})
	}
	return all
}

func (tx *Tx) invoices(where string, args ...any) (all []rapport.Invoice, err error) {
	r, err := tx.c.query(tx.ctx, invoiceQuery+where+invoiceOrder, args...)
	if err != nil {
		return nil, err
	}
	for r.next() {
		all = gather(all, r)
	}
	return all, r.close()
}

// Invoice returns an invoice with its payments in order of day.
func (tx *Tx) Invoice(id rapport.ID) (rapport.Invoice, error) {
	found, err := tx.invoices("WHERE i.id = ?", id)
	if err != nil {
		return rapport.Invoice{}, err
	}
	if len(found) == 0 {
		return rapport.Invoice{}, missing("invoice")
	}
	return found[0], nil
}

// InvoicesOf returns the invoices of a client in the order they were issued.
func (tx *Tx) InvoicesOf(client rapport.ID) ([]rapport.Invoice, error) {
	return tx.invoices("WHERE i.client = ?", client)
}

// DueInvoices returns what is past due and not paid in full at the end of the day,
// everybody's but that of archived clients, by client.
func (tx *Tx) DueInvoices(on rapport.Date) ([]rapport.Invoice, error) {
	return tx.invoices(`WHERE i.due < ?1 AND i.client IN (SELECT id FROM clients WHERE archived = 0)
		AND i.amount > (SELECT coalesce(sum(o.amount), 0) FROM payments o WHERE o.invoice = i.id AND o.day <= ?1)`, on)
}

// AddInvoice stores a new invoice with the payments it brings along. A number the
// client's invoices already bear is refused with [ErrNumberTaken].
func (tx *Tx) AddInvoice(v rapport.Invoice) error {
	if err := v.Check(rapport.MaxDate); err != nil {
		return err
	}
	if err := numberTaken(tx.add(invoices, invoiceValues(v)...), v.Number); err != nil {
		return err
	}
	for _, p := range v.Payments {
		if err := tx.add(payments, p.ID, v.ID, p.On, p.Amount); err != nil {
			return err
		}
	}
	return nil
}

// SetInvoice stores what changed about an invoice, its payments included: one
// that is missing from v is taken away.
func (tx *Tx) SetInvoice(v rapport.Invoice) error {
	if err := v.Check(rapport.MaxDate); err != nil {
		return err
	}
	old, err := tx.Invoice(v.ID)
	if err != nil {
		return err
	}
	for _, p := range old.Payments { // first, so that a smaller amount fits
		if !slices.Contains(v.Payments, p) {
			if err := tx.exec("DELETE FROM payments WHERE id = ?", p.ID); err != nil {
				return err
			}
		}
	}
	if err := numberTaken(tx.set(invoices, "invoice", invoiceValues(v)...), v.Number); err != nil {
		return err
	}
	for _, p := range v.Payments {
		if err := tx.add(payments, p.ID, v.ID, p.On, p.Amount); err != nil {
			return err
		}
	}
	return nil
}

// DeleteInvoice takes an invoice out of the book together with its payments. Only
// undoing the step brings it back.
func (tx *Tx) DeleteInvoice(id rapport.ID) error {
	if err := tx.exec("DELETE FROM payments WHERE invoice = ?", id); err != nil {
		return err
	}
	n, err := tx.c.exec(tx.ctx, "DELETE FROM invoices WHERE id = ?", id)
	if err == nil && n == 0 {
		err = missing("invoice")
	}
	return err
}

func numberTaken(err error, number string) error {
	if violates(err, "invoices.number") {
		return rapport.Refuse(ErrNumberTaken, rapport.Args{"number": number}).Because(err)
	}
	return err
}

// AddPayment stores money that came in for an invoice. More than is open is
// refused with [rapport.ErrPaidTooMuch].
func (tx *Tx) AddPayment(invoice rapport.ID, p rapport.Payment) error {
	v, err := tx.Invoice(invoice)
	if err != nil {
		return err
	}
	if !slices.Contains(v.Payments, p) { // tried again, it is counted already
		v.Payments = append(v.Payments, p)
	}
	if err := v.Check(rapport.MaxDate); err != nil {
		return err
	}
	return tx.add(payments, p.ID, invoice, p.On, p.Amount)
}
