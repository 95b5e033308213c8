package practice

import (
	"context"
	"slices"

	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// AddInvoice stores a new invoice and returns it with its id. Without a due day
// the client's payment terms give one.
func (p *Practice) AddInvoice(ctx context.Context, v rapport.Invoice) (rapport.Invoice, error) {
	if v.ID == (rapport.ID{}) {
		v.ID = rapport.NewID()
	}
	err := p.doFor(ctx, DeedAddInvoice, v.Client, func(tx *book.Tx) error {
		c, err := tx.Client(v.Client)
		if err != nil {
			return err
		}
		if v.Due.IsZero() && !v.Issued.IsZero() {
			v.Due = v.Issued.AddDays(c.Terms.PaymentDays)
		}
		if err := v.Check(p.today()); err != nil {
			return err
		}
		return tx.AddInvoice(v)
	})
	return v, err
}

// EditInvoice replaces an invoice, its payments included. It may move to another
// client; both are judged anew.
func (p *Practice) EditInvoice(ctx context.Context, v rapport.Invoice) error {
	if err := v.Check(p.today()); err != nil {
		return err
	}
	return p.do(ctx, DeedEditInvoice, func(tx *book.Tx, c *Change) error {
		before, err := tx.Invoice(v.ID)
		if err != nil {
			return err
		}
		if err := tx.SetInvoice(v); err != nil {
			return err
		}
		return c.touch(tx, before.Client, v.Client)
	})
}

// DeleteInvoice takes an invoice out of the book, its payments included: it was
// never asked for. Undo brings all of it back.
func (p *Practice) DeleteInvoice(ctx context.Context, invoice rapport.ID) error {
	return p.do(ctx, DeedDeleteInvoice, func(tx *book.Tx, c *Change) error {
		v, err := tx.Invoice(invoice)
		if err != nil {
			return err
		}
		if err := tx.DeleteInvoice(invoice); err != nil {
			return err
		}
		return c.touch(tx, v.Client)
	})
}

// Pay records money that came in for an invoice. More than is open is refused
// with [rapport.ErrPaidTooMuch]. A payment that already has an id may be recorded
// again after a doubtful failure: it is stored once.
func (p *Practice) Pay(ctx context.Context, invoice rapport.ID, pay rapport.Payment) error {
	if pay.ID == (rapport.ID{}) {
		pay.ID = rapport.NewID()
	}
	return p.do(ctx, DeedPay, func(tx *book.Tx, c *Change) error {
		v, err := tx.Invoice(invoice)
		if err != nil {
			return err
		}
		if !slices.Contains(v.Payments, pay) {
			v.Payments = append(v.Payments, pay)
		}
		if err := v.Check(p.today()); err != nil {
			return err
		}
		if err := tx.AddPayment(invoice, pay); err != nil {
			return err
		}
		return c.touch(tx, v.Client)
	})
}
