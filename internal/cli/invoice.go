package cli

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

func (a *app) invoiceCommand() *cobra.Command {
	return a.group("invoice", "invoice", a.invoiceListCommand(), a.invoiceAddCommand(),
		a.invoicePayCommand(), a.invoiceEditCommand())
}

func (a *app) invoiceAddCommand() *cobra.Command {
	var currency, hours string
	var issued, due rapport.Date
	cmd := a.command(spec{
		name: "add", code: "invoice_add", takes: [2]int{3, 3}, examples: true, complete: a.completeClient,
		run: func(cmd *cobra.Command, args []string) error {
			return a.write(cmd.Context(), func(ctx context.Context, p *practice.Practice) error {
				c, err := a.find(ctx, p, args[0])
				if err != nil {
					return err
				}
				in := rapport.Currency(cmp.Or(strings.ToUpper(currency), string(c.Terms.Currency)))
				amount, err := a.parseMoney(ctx, args[2], in)
				if err != nil {
					return err
				}
				v := rapport.Invoice{Client: c.ID, Number: strings.TrimSpace(args[1]),
					Issued: cmp.Or(issued, a.today), Due: due, Amount: amount}
				if v.Minutes, err = a.parseHours(ctx, hours); err != nil {
					return err
				}
				if v, err = p.AddInvoice(ctx, v); err != nil {
					return err
				}
				a.sayDone(ctx, "cli.invoice.added", present.Args{
					"Client": c.Name, "Number": v.Number, "Amount": v.Amount, "Due": v.Due})
				return nil
			})
		},
	})
	cmd.Flags().StringVar(&currency, "currency", "", "currency_invoice")
	cmd.Flags().Var(&dateFlag{app: a, day: &issued}, "issued", "issued")
	cmd.Flags().Var(&dateFlag{app: a, day: &due}, "due", "due_invoice")
	cmd.Flags().StringVar(&hours, "hours", "", "hours")
	return cmd
}

func (a *app) invoicePayCommand() *cobra.Command {
	var day rapport.Date
	cmd := a.command(spec{
		name: "pay", code: "invoice_pay", takes: [2]int{2, 3}, examples: true, complete: a.completeOpenInvoice,
		run: func(cmd *cobra.Command, args []string) error {
			return a.write(cmd.Context(), func(ctx context.Context, p *practice.Practice) error {
				c, v, err := a.findInvoice(ctx, p, args[0], args[1])
				if err != nil {
					return err
				}
				return a.pay(ctx, p, c, v, args[2:], cmp.Or(day, a.today))
			})
		},
	})
	cmd.Flags().Var(&dateFlag{app: a, day: &day}, "on-day", "on_day")
	return cmd
}

// pay records what came in for an invoice: the amount given, else all that is open.
func (a *app) pay(ctx context.Context, p *practice.Practice, c rapport.Client, v rapport.Invoice, given []string, day rapport.Date) (err error) {
	amount := v.OpenOn(rapport.MaxDate)
	if amount.Minor <= 0 {
		return rapport.Refuse(errPaidAlready, rapport.Args{"number": v.Number})
	}
	if len(given) > 0 {
		if amount, err = a.parseMoney(ctx, given[0], v.Amount.Currency); err != nil {
			return err
		}
	}
	if err := p.Pay(ctx, v.ID, rapport.Payment{On: day, Amount: amount.Minor}); err != nil {
		return err
	}
	left := rapport.Money{Minor: v.OpenOn(rapport.MaxDate).Minor - amount.Minor, Currency: amount.Currency}
	key := "cli.invoice.settled"
	if left.Minor > 0 {
		key = "cli.invoice.paid"
	}
	a.sayDone(ctx, key, present.Args{"Client": c.Name, "Number": v.Number, "Amount": amount, "Left": left})
	return nil
}

// listing is what invoice list is asked for.
type listing struct {
	client     string
	open, json bool
}

func (a *app) invoiceListCommand() *cobra.Command {
	var o listing
	cmd := a.command(spec{
		name: "list", code: "invoice_list", takes: [2]int{0, 1}, complete: a.completeClient,
		run: func(cmd *cobra.Command, args []string) error {
			o.client = strings.Join(args, "")
			return a.read(cmd.Context(), func(ctx context.Context, p *practice.Practice) error {
				return a.listInvoices(ctx, p, o)
			})
		},
	})
	cmd.Flags().BoolVar(&o.open, "open", false, "open_only")
	cmd.Flags().BoolVar(&o.json, "json", false, "json")
	return cmd
}

// billed is an invoice with its client's name.
type billed struct {
	client  string
	invoice rapport.Invoice
}

// invoiceJSON is an invoice for other programs.
type invoiceJSON struct {
	Client   string               `json:"client"`
	Number   string               `json:"number"`
	Issued   rapport.Date         `json:"issued"`
	Due      rapport.Date         `json:"due"`
	Amount   string               `json:"amount"`
	Currency rapport.Currency     `json:"currency"`
	Open     string               `json:"open,omitempty"` // absent when nothing is
	State    present.InvoiceState `json:"state"`
	Overdue  int                  `json:"days_overdue,omitempty"`
	Disputed bool                 `json:"disputed,omitempty"`
	Payments []paymentJSON        `json:"payments,omitempty"`
	Minutes  int                  `json:"minutes,omitempty"` // worked for it
}

// paymentJSON is money that came in.
type paymentJSON struct {
	On     rapport.Date `json:"on"`
	Amount string       `json:"amount"`
}

func (a *app) invoiceOf(ctx context.Context, client string, v rapport.Invoice) invoiceJSON {
	state, _ := a.say(ctx).InvoiceState(v, a.today)
	j := invoiceJSON{Client: client, Number: v.Number, Issued: v.Issued, Due: v.Due,
		Amount: v.Amount.Decimal(), Currency: v.Amount.Currency, State: state,
		Overdue: v.DaysOverdue(a.today), Disputed: v.Disputed, Minutes: v.Minutes}
	if open := v.OpenOn(a.today); open.Minor > 0 {
		j.Open = open.Decimal()
	}
	for _, p := range v.Payments {
		j.Payments = append(j.Payments, paymentJSON{p.On, rapport.Money{Minor: p.Amount, Currency: v.Amount.Currency}.Decimal()})
	}
	return j
}

func (a *app) listInvoices(ctx context.Context, p *practice.Practice, o listing) error {
	all, err := a.invoices(ctx, p, o)
	if err != nil {
		return err
	}
	s := a.say(ctx)
	if o.json {
		list := struct {
			On       rapport.Date  `json:"on"`
			Invoices []invoiceJSON `json:"invoices"`
		}{a.today, make([]invoiceJSON, 0, len(all))}
		for _, b := range all {
			list.Invoices = append(list.Invoices, a.invoiceOf(ctx, b.client, b.invoice))
		}
		return a.printJSON(list)
	}
	if len(all) == 0 {
		a.paper.prose(0, s.T("cli.invoice.none"))
		return nil
	}
	a.printInvoices(s, all)
	return nil
}

func (a *app) printInvoices(s *present.Speaker, all []billed) {
	t := newTable(column{head: s.T("cli.head.client"), fit: cut}, column{head: s.T("cli.head.number"), fit: cut},
		column{head: s.T("cli.head.issued")}, column{head: s.T("cli.head.due")},
		column{head: s.T("cli.head.amount"), right: true}, column{fit: flows})
	for _, b := range all {
		_, text := s.InvoiceState(b.invoice, a.today)
		t.add(b.client, b.invoice.Number, s.DateShort(b.invoice.Issued), s.DateShort(b.invoice.Due), s.Money(b.invoice.Amount), text)
	}
	a.paper.table(0, t)
}

// invoices returns those asked for: what is open first, the oldest due day first,
// then what is paid, newest first.
func (a *app) invoices(ctx context.Context, p *practice.Practice, o listing) ([]billed, error) {
	clients, err := p.Clients(ctx, true)
	if err != nil {
		return nil, err
	}
	if o.client != "" {
		one, err := a.find(ctx, p, o.client)
		if err != nil {
			return nil, err
		}
		clients = []rapport.Client{one}
	}
	var all []billed
	for _, c := range clients {
		file, err := p.Client(ctx, c.ID)
		if err != nil {
			return nil, err
		}
		for _, v := range file.History.Invoices {
			if !o.open || v.OpenOn(a.today).Minor > 0 {
				all = append(all, billed{c.Name, v})
			}
		}
	}
	isOpen := func(b billed) bool { return b.invoice.OpenOn(a.today).Minor > 0 }
	slices.SortStableFunc(all, func(x, y billed) int {
		switch {
		case isOpen(x) != isOpen(y):
			return compareBool(isOpen(x))
		case isOpen(x):
			return cmp.Or(cmp.Compare(x.invoice.Due, y.invoice.Due), strings.Compare(x.client, y.client))
		default:
			return cmp.Or(cmp.Compare(y.invoice.Issued, x.invoice.Issued), strings.Compare(x.client, y.client))
		}
	})
	return all, nil
}

// compareBool sorts the one for which it holds first.
func compareBool(first bool) int {
	if first {
		return -1
	}
	return 1
}
