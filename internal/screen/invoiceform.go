package screen

import (
	"context"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// invoiceForm is the form for an invoice: a new one, or one of the book to
// correct, with the payments that came in for it.
type invoiceForm struct {
	*form
	invoice rapport.Invoice // as it is stored, or as a new one begins

	number, amount *widgets.Field
	hours          *widgets.Field // worked for it
	issued, due    *widgets.DateField
	disputed       *widgets.TickBox // nil on the form for a new one
	payments       []*paymentLine
}

// ShowInvoiceForm opens the form for a new invoice of a client. Issued is today
// and due follows from the client's terms unless something else is typed.
func ShowInvoiceForm(h Host, client rapport.Client) {
	today, terms := h.Practice().Today(), client.Terms
	// The id is kept: tried again after a doubtful failure it is stored once.
	f := newInvoiceForm(h, h.Speaker().T("forms.invoice.new"), rapport.Invoice{ID: rapport.NewID(), Client: client.ID,
		Issued: today, Due: today.AddDays(terms.PaymentDays), Amount: rapport.Money{Currency: terms.Currency}})
	follow(f.issued, f.due, terms.PaymentDays)
	f.open(func(ctx context.Context, v rapport.Invoice) error {
		_, err := h.Practice().AddInvoice(ctx, v)
		return err
	}, "forms.invoice.added")
}

// ShowInvoiceEdit opens the form to correct an invoice of the book, to take its
// payments away or to delete it.
func ShowInvoiceEdit(h Host, v rapport.Invoice) {
	f := newInvoiceForm(h, h.Speaker().T("forms.invoice.edit", map[string]any{"Number": v.Number}), v)
	f.disputed = f.newDisputed()
	f.column.Add(f.disputed)
	if len(v.Payments) > 0 {
		f.column.Add(f.listPayments())
	}
	f.elsewhere(h.Speaker().T("forms.invoice.delete"), func() {
		do(h, func(ctx context.Context) error { return h.Practice().DeleteInvoice(ctx, v.ID) }, "forms.invoice.deleted")
	})
	f.open(h.Practice().EditInvoice, "forms.invoice.changed")
}

func newInvoiceForm(h Host, title string, v rapport.Invoice) *invoiceForm {
	s := h.Speaker()
	f := &invoiceForm{form: newForm(h, title), invoice: v}
	f.number = fieldWith(s.T("field.number"), s.T("forms.invoice.number_example"), v.Number)
	amount := ""
	if v.Amount.Minor != 0 {
		amount = s.Amount(v.Amount)
	}
	f.amount = fieldWith(s.T("forms.invoice.amount", map[string]any{"Currency": string(v.Amount.Currency)}), "", amount)
	f.issued = dateField(h, s.T("field.issued"), v.Issued)
	f.due = dateField(h, s.T("field.due"), v.Due)
	f.hours = fieldWith(s.T("forms.invoice.hours"), s.T("forms.invoice.hours_example"), "")
	f.hours.Hint = s.T("forms.invoice.hours_hint")
	if v.Minutes > 0 {
		f.hours.SetText(s.Hours(v.Minutes))
	}
	f.pair(f.number, f.amount)
	f.pair(f.issued, f.due)
	f.add(f.hours, "hours")
	f.know(f.number, "number")
	f.know(f.amount, "amount")
	f.know(f.issued, "issued", "date")
	f.know(f.due, "due")
	return f
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

// newDisputed is the box to tick while the client contests the invoice.
func (f *invoiceForm) newDisputed() *widgets.TickBox {
	t := f.host.Speaker().T
	return tickBox(t("forms.invoice.disputed"), t("forms.invoice.disputed_hint"), f.invoice.Disputed)
}

// open shows the form; store is the deed it is filled in for.
func (f *invoiceForm) open(store func(context.Context, rapport.Invoice) error, said string) {
	f.show(f.number.Focusable(), func() (func(context.Context) error, error) {
		v, err := f.read()
		if err != nil {
			return nil, err
		}
		return func(ctx context.Context) error { return store(ctx, v) }, nil
	}, said)
}

// read is the invoice as the fields say.
func (f *invoiceForm) read() (rapport.Invoice, error) {
	v := f.invoice
	v.Number = strings.TrimSpace(f.number.Text())
	v.Disputed = f.disputed != nil && f.disputed.State == widgets.Done
	paid := rapport.Money{Currency: v.Amount.Currency}
	v.Payments = nil
	for _, line := range f.payments {
		if !line.gone {
			v.Payments = append(v.Payments, line.payment)
			paid.Minor += line.payment.Amount
		}
	}
	var err error
	if v.Amount, err = moneyOf(f.host, f.amount, v.Amount.Currency, "amount"); err != nil {
		return v, err
	}
	if v.Amount.Minor > 0 && v.Amount.Minor < paid.Minor {
		return v, &misread{field: "amount", err: rapport.Refuse(errBelowPaid, rapport.Args{"paid": paid})}
	}
	if v.Minutes, err = hoursOf(f.host, f.hours); err != nil {
		return v, err
	}
	if v.Issued, err = dayOf(f.host, f.issued, "issued"); err != nil {
		return v, err
	}
	v.Due, err = dayOf(f.host, f.due, "due")
	return v, err
}

// errBelowPaid refuses an amount smaller than what came in.
var errBelowPaid = &rapport.Problem{Code: "invoice_below_paid"}

// hoursOf reads the time worked for an invoice, in minutes; an empty field is not
// known.
func hoursOf(h Host, f *widgets.Field) (int, error) {
	if strings.TrimSpace(f.Text()) == "" {
		return 0, nil
	}
	minutes, err := h.Speaker().ParseHours(f.Text())
	if err != nil || minutes > mostHours*60 {
		return 0, &misread{field: "hours", err: rapport.Refuse(rapport.ErrHours, rapport.Args{"value": f.Text(), "most": mostHours})}
	}
	return minutes, nil
}

// mostHours is a year without sleep: more for one invoice is a slip of the pen.
const mostHours = 366 * 24

// paymentLine is a payment on the form. It can be taken away, and be kept after
// all until the form is stored.
type paymentLine struct {
	payment rapport.Payment
	gone    bool
	text    *widgets.Text
	link    *widgets.Link
}

// listPayments lists what came in.
func (f *invoiceForm) listPayments() fyne.CanvasObject {
	list := widgets.NewColumn(4, &widgets.Text{Text: f.host.Speaker().T("forms.invoice.payments"), Bold: true})
	for _, p := range f.invoice.Payments {
		line := &paymentLine{payment: p, text: &widgets.Text{}}
		line.link = widgets.NewLink("", func() {
			line.gone = !line.gone
			f.word(line)
			f.overlay.Fit()
		})
		f.word(line)
		f.payments = append(f.payments, line)
		list.Add(widgets.NewRow(16, widgets.Stretch(line.text), line.link))
	}
	return list
}

// word says what becomes of a payment, and how to have it otherwise.
func (f *invoiceForm) word(line *paymentLine) {
	s := f.host.Speaker()
	args := map[string]any{"Amount": rapport.Money{Minor: line.payment.Amount, Currency: f.invoice.Amount.Currency},
		"Day": s.DateShort(line.payment.On)}
	if line.gone {
		line.text.Text, line.text.Color = s.T("forms.invoice.payment_gone", args), widgets.ColorMuted
		line.link.Text = s.T("forms.invoice.keep")
	} else {
		line.text.Text, line.text.Color = s.T("forms.invoice.payment", args), widgets.ColorInk
		line.link.Text = s.T("forms.invoice.remove")
	}
	line.text.Refresh()
	line.link.Refresh()
}
