package screen

import (
	"context"
	"strings"
	"time"

	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// ShowInvoiceForm opens the form for a new invoice of a client. Issued is today
// and due follows from the client's terms unless something else is typed.
func ShowInvoiceForm(h Host, client rapport.Client) {
	t := h.Speaker().T
	f := newForm(h, t("forms.invoice.new"))
	today := h.Practice().Today()
	number := widgets.NewField(t("field.number"), t("forms.invoice.number_example"))
	amount := widgets.NewField(h.Speaker().T("forms.invoice.amount", map[string]any{"Currency": string(client.Terms.Currency)}), "")
	issued := dateField(h, t("field.issued"), today)
	due := dateField(h, t("field.due"), today.AddDays(client.Terms.PaymentDays))
	follow(issued, due, client.Terms.PaymentDays)
	f.pair(number, amount)
	f.pair(issued, due)
	f.know(number, "number")
	f.know(amount, "amount")
	f.know(issued, "issued", "date")
	f.know(due, "due")
	f.show(number.Focusable(), func() (func(context.Context) error, error) {
		v := rapport.Invoice{Client: client.ID, Number: strings.TrimSpace(number.Text())}
		var err error
		if v.Amount, err = moneyOf(h, amount, client.Terms.Currency, "amount"); err != nil {
			return nil, err
		}
		if v.Issued, err = dayOf(h, issued, "issued"); err != nil {
			return nil, err
		}
		if v.Due, err = dayOf(h, due, "due"); err != nil {
			return nil, err
		}
		return func(ctx context.Context) error {
			_, err := h.Practice().AddInvoice(ctx, v)
			return err
		}, nil
	}, "forms.invoice.added")
}

// follow keeps the due day the agreed days behind the issue, until somebody types
// another.
func follow(issued, due *widgets.DateField, days int) {
	filled := due.Text()
	issued.OnChanged = func(day time.Time, ok bool) {
		if ok && due.Text() == filled {
			due.SetDay(day.AddDate(0, 0, days))
			filled = due.Text()
		}
	}
}

// ShowPayForm opens the form for money that came in for an invoice; all that is
// open, today, unless something else is typed.
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
