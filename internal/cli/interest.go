package cli

import (
	"context"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"github.com/rapport-desktop/rapport/internal/intake"
	"github.com/rapport-desktop/rapport/internal/interest"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// claiming are the options of interest.
type claiming struct {
	country        string
	consumer, json bool
	asked          bool // --consumer was given, and means what it says
}

func (a *app) interestCommand() *cobra.Command {
	var o claiming
	cmd := a.command(spec{
		name: "interest", code: "interest", takes: [2]int{1, 2}, examples: true, complete: a.completeOpenInvoice,
		run: func(cmd *cobra.Command, args []string) error {
			o.asked = cmd.Flags().Changed("consumer")
			return a.read(cmd.Context(), func(ctx context.Context, p *practice.Practice) error {
				return a.claim(ctx, p, args, o)
			})
		},
	})
	cmd.Flags().StringVar(&o.country, "country", "", "country_claim")
	cmd.Flags().BoolVar(&o.consumer, "consumer", false, "consumer_claim")
	cmd.Flags().BoolVar(&o.json, "json", false, "json")
	a.offer(cmd, "country", present.Rates().Codes)
	return cmd
}

// claim works out what may be claimed, from one client or for one invoice.
func (a *app) claim(ctx context.Context, p *practice.Practice, args []string, o claiming) error {
	c, invoices, single, err := a.claimed(ctx, p, args)
	if err != nil {
		return err
	}
	law, err := a.lawOf(ctx, p, c, o)
	if err != nil {
		return err
	}
	var claims []interest.Claim
	var refused []interest.Unclaimable
	for _, v := range invoices {
		if !single && v.DaysOverdue(a.today) == 0 {
			continue
		}
		claim, err := law(v)
		switch {
		case err != nil && single:
			return err
		case err != nil:
			refused = append(refused, interest.Unclaimable{Invoice: v, Err: err})
		default:
			claims = append(claims, claim)
		}
	}
	if o.json {
		return a.printJSON(a.claimsJSON(ctx, c, claims, refused))
	}
	s, page := a.say(ctx), present.NewClaimsPage(a.say(ctx), claims, refused, a.today)
	a.printClaims(s, page)
	for _, table := range page.Tables {
		for _, how := range table.How {
			a.passage(how.Title, how.Lines...)
		}
	}
	if page.Note != "" {
		a.paper.blank()
	}
	a.paper.prose(0, page.Note)
	if len(refused) > 0 {
		a.paper.prose(2, hintFor(s, refused[0].Err))
	}
	if len(claims) == 0 && len(refused) > 0 {
		return told(failed)
	}
	return nil
}

// claimed finds whose invoices are meant: those of a client, one of them by its
// number, or one by a number no other client has.
func (a *app) claimed(ctx context.Context, p *practice.Practice, args []string) (c rapport.Client, invoices []rapport.Invoice, single bool, err error) {
	if len(args) == 2 {
		c, v, err := a.findInvoice(ctx, p, args[0], args[1])
		return c, []rapport.Invoice{v}, true, err
	}
	file, err := a.file(ctx, p, args[0])
	if err == nil {
		return file.History.Client, file.History.Invoices, false, nil
	}
	if !errors.Is(err, intake.ErrNameUnknown) && !errors.Is(err, intake.ErrNameNear) {
		return c, nil, false, err
	}
	c, v, several := a.numbered(ctx, p, args[0])
	switch {
	case several != nil:
		return c, nil, false, several
	case v == nil:
		return c, nil, false, err // it is no number either
	}
	return c, []rapport.Invoice{*v}, true, nil
}

// numbered finds the invoice of a number among all clients, nil if there is none. A
// number two clients have is a doubt.
func (a *app) numbered(ctx context.Context, p *practice.Practice, number string) (c rapport.Client, found *rapport.Invoice, err error) {
	all, err := a.invoices(ctx, p, listing{})
	if err != nil {
		return c, nil, err
	}
	var names []string
	for _, b := range all {
		if intake.Fold(b.invoice.Number) == intake.Fold(number) {
			names, found = append(names, b.client), &b.invoice
		}
	}
	if len(names) != 1 {
		if len(names) > 1 {
			err = rapport.Refuse(errNumberSeveral, rapport.Args{"number": number, "clients": likely(names)})
		}
		return c, nil, err
	}
	file, err := p.Client(ctx, found.Client)
	return file.History.Client, found, err
}

// lawOf returns what works out a claim against a client: by their own law, or by the
// one asked for.
func (a *app) lawOf(ctx context.Context, p *practice.Practice, c rapport.Client, o claiming) (func(rapport.Invoice) (interest.Claim, error), error) {
	settings, err := p.Settings(ctx)
	if err != nil {
		return nil, err
	}
	rates, err := present.Rates().With(settings.Rates)
	if err != nil {
		return nil, err
	}
	country, consumer := firstOf(o.country, c.Terms.Country, settings.Country), c.Terms.Consumer
	if o.asked {
		consumer = o.consumer
	}
	return func(v rapport.Invoice) (interest.Claim, error) { return rates.Of(v, country, consumer, a.today) }, nil
}

// firstOf is the first text that says something.
func firstOf(texts ...string) string {
	for _, text := range texts {
		if text = strings.TrimSpace(text); text != "" {
			return text
		}
	}
	return ""
}

// printClaims writes the claims as a table a currency, and what bears none.
func (a *app) printClaims(s *present.Speaker, page present.ClaimsPage) {
	a.paper.prose(0, page.Empty)
	for _, table := range page.Tables {
		a.paper.line(a.paper.bold(strings.TrimSpace(table.Title + " " + table.Rate)))
		t := newTable(column{fit: cut}, column{head: s.T("cli.head.due")}, column{head: s.T("cli.head.days"), right: true},
			column{head: s.T("cli.head.amount") + " " + table.Unit, right: true},
			column{head: s.T("cli.head.interest") + " " + table.Unit, right: true},
			column{head: s.T("cli.head.flat") + " " + table.Unit, right: true})
		for _, row := range table.Rows {
			t.add(row.Name, row.Due, row.Days, row.Amount, row.Interest, row.Flat)
		}
		total := table.Total
		t.put(cell{text: s.T("cli.interest.all", present.Args{"Amount": table.All}), paint: a.paper.bold}, cell{}, cell{}, cell{text: total.Amount, paint: a.paper.bold},
			cell{text: total.Interest, paint: a.paper.bold}, cell{text: total.Flat, paint: a.paper.bold})
		a.paper.table(2, t)
	}
	for _, text := range page.Unclaimed {
		a.paper.item(0, "-", text)
	}
}
