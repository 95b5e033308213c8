package screen

import (
	"context"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// ShowPayForm opens the form for money that came in for an invoice; all that is
// open, today, unless something else is typed. From there an invoice that is wrong
// can be corrected.
func ShowPayForm(h Host, v rapport.Invoice) {
	s := h.Speaker()
	f := newForm(h, s.T("forms.pay.new", map[string]any{"Number": v.Number}))
	today := h.Practice().Today()
	amount := fieldWith(s.T("forms.invoice.amount", map[string]any{"Currency": string(v.Amount.Currency)}), "", s.Amount(v.OpenOn(today)))
	day := dateField(h, s.T("field.paid_on"), today)
	id := rapport.NewID() // tried again after a doubtful failure it is stored once
	f.pair(amount, day)
	f.know(amount, "amount")
	f.know(day, "paid_on", "date")
	f.elsewhere(s.T("forms.invoice.correct"), func() { ShowInvoiceEdit(h, v) })
	f.show(amount.Focusable(), func() (func(context.Context) error, error) {
		m, err := moneyOf(h, amount, v.Amount.Currency, "amount")
		if err != nil {
			return nil, err
		}
		on, err := dayOf(h, day, "paid_on")
		if err != nil {
			return nil, err
		}
		return func(ctx context.Context) error {
			return h.Practice().Pay(ctx, v.ID, rapport.Payment{ID: id, On: on, Amount: m.Minor})
		}, nil
	}, "forms.pay.added")
}
