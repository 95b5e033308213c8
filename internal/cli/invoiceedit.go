package cli

import (
	"context"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/rapport-desktop/rapport/internal/intake"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// invoiceFields are what can be said about an invoice once it is there.
type invoiceFields struct {
	amount, hours string
	issued, due   rapport.Date
	disputed      bool
}

func (a *app) invoiceEditCommand() *cobra.Command {
	var f invoiceFields
	cmd := a.command(spec{
		name: "edit", code: "invoice_edit", takes: [2]int{2, 2}, examples: true, complete: a.completeInvoice,
		run: func(cmd *cobra.Command, args []string) error {
			if !anyChanged(cmd) {
				return misuse{cmd: cmd, err: errNothingAsked}
			}
			return a.write(cmd.Context(), func(ctx context.Context, p *practice.Practice) error {
				c, v, err := a.findInvoice(ctx, p, args[0], args[1])
				if err != nil {
					return err
				}
				if err := f.onto(a, cmd, &v); err != nil {
					return err
				}
				if err := p.EditInvoice(ctx, v); err != nil {
					return err
				}
				a.sayDone(ctx, "cli.invoice.changed", present.Args{"Client": c.Name, "Number": v.Number})
				return nil
			})
		},
	})
	cmd.Flags().StringVar(&f.hours, "hours", "", "hours")
	cmd.Flags().StringVar(&f.amount, "amount", "", "amount")
	cmd.Flags().Var(&dateFlag{app: a, day: &f.issued}, "issued", "issued_edit")
	cmd.Flags().Var(&dateFlag{app: a, day: &f.due}, "due", "due_owed")
	cmd.Flags().BoolVar(&f.disputed, "disputed", false, "disputed")
	return cmd
}

// onto writes the options that were given onto an invoice.
func (f *invoiceFields) onto(a *app, cmd *cobra.Command, v *rapport.Invoice) (err error) {
	given := cmd.Flags().Changed
	if given("hours") {
		if v.Minutes, err = a.parseHours(cmd.Context(), f.hours); err != nil {
			return err
		}
	}
	if given("amount") {
		if v.Amount, err = a.parseMoney(cmd.Context(), f.amount, v.Amount.Currency); err != nil {
			return err
		}
	}
	if given("issued") {
		v.Issued = f.issued
	}
	if given("due") {
		v.Due = f.due
	}
	if given("disputed") {
		v.Disputed = f.disputed
	}
	return nil
}

// parseHours reads working time as scripts write it (7.5) or as the formats do (7,5
// or 7:30) and returns minutes. One that reads differently either way is refused;
// nothing at all is none: nobody says.
func (a *app) parseHours(ctx context.Context, text string) (minutes int, err error) {
	text = strings.TrimSpace(text)
	if text == "" {
		return 0, nil
	}
	refused := rapport.Refuse(errHours, rapport.Args{"value": text})
	local, localErr := a.say(ctx).ParseHours(text)
	if strings.Trim(text, "0123456789.") != "" {
		if localErr != nil {
			return 0, refused
		}
		return local, nil
	}
	hours, err := strconv.ParseFloat(text, 64)
	// What no year holds is a slip; the invoice itself refuses a smaller one.
	if err != nil || hours > math.MaxInt16 {
		return 0, refused
	}
	plain := int(math.Round(hours * 60))
	if localErr == nil && local != plain {
		return 0, refused
	}
	return plain, nil
}

// findInvoice finds the invoice of a client by its number, however it is written.
func (a *app) findInvoice(ctx context.Context, p *practice.Practice, client, number string) (rapport.Client, rapport.Invoice, error) {
	c, err := a.find(ctx, p, client)
	if err != nil {
		return c, rapport.Invoice{}, err
	}
	file, err := p.Client(ctx, c.ID)
	if err != nil {
		return c, rapport.Invoice{}, err
	}
	folded := intake.Fold(number)
	at := slices.IndexFunc(file.History.Invoices, func(v rapport.Invoice) bool { return intake.Fold(v.Number) == folded })
	if at < 0 {
		return c, rapport.Invoice{}, rapport.Refuse(errNumber, rapport.Args{"number": number, "client": c.Name})
	}
	return c, file.History.Invoices[at], nil
}
