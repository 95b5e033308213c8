package cli

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// clientFields are what can be said about a client on the command line.
type clientFields struct {
	name, organisation, phone, language string
	state                               string
	emails, tags                        []string
	since                               rapport.Date
	law                                 lawFields
	termFields
}

// termFields are what can be said about money and notice.
type termFields struct {
	currency, rate string
	terms, notice  int
}

// flags offers every field as an option.
func (f *clientFields) flags(a *app, cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&f.organisation, "organisation", "", "organisation")
	flags.StringArrayVar(&f.emails, "email", nil, "email")
	flags.StringVar(&f.phone, "phone", "", "phone")
	flags.StringVar(&f.language, "language", "", "language")
	flags.StringVar(&f.currency, "currency", "", "currency")
	flags.StringVar(&f.rate, "rate", "", "rate")
	flags.IntVar(&f.terms, "terms", 0, "terms")
	flags.IntVar(&f.notice, "notice", 0, "notice")
	flags.StringVar(&f.state, "state", "", "state")
	flags.Var(&dateFlag{app: a, day: &f.since}, "since", "since")
	flags.StringArrayVar(&f.tags, "tag", nil, "tag")
	f.law.flags(a, cmd)
	a.offer(cmd, "currency", func() []string { return []string{"EUR", "GBP", "TRY", "USD", "CHF"} })
	a.offer(cmd, "state", stateCodes)
}

func stateCodes() []string {
	var codes []string
	for _, state := range rapport.States() {
		codes = append(codes, string(state))
	}
	return codes
}

// onto writes the options that were given onto a client. The currency comes
// first: a rate is read in it.
func (f *clientFields) onto(a *app, cmd *cobra.Command, c *rapport.Client) error {
	given := cmd.Flags().Changed
	for name, text := range map[string]struct{ from, to *string }{
		"name":         {&f.name, &c.Name},
		"organisation": {&f.organisation, &c.Organisation},
		"phone":        {&f.phone, &c.Reach.Phone},
		"language":     {&f.language, &c.Reach.Language},
	} {
		if given(name) {
			*text.to = strings.TrimSpace(*text.from)
		}
	}
	f.law.onto(cmd, c)
	if given("email") {
		c.Reach.Emails = said(f.emails)
	}
	if given("tag") {
		c.Tags = said(f.tags)
	}
	if given("state") {
		c.State = rapport.State(f.state)
	}
	if given("since") {
		c.Since = f.since
	}
	return f.agree(a, cmd, &c.Terms)
}

// agree writes what was said about money and notice.
func (f *clientFields) agree(a *app, cmd *cobra.Command, t *rapport.Terms) error {
	given := cmd.Flags().Changed
	if given("currency") {
		t.Currency = rapport.Currency(strings.ToUpper(f.currency))
	}
	if given("terms") {
		t.PaymentDays = f.terms
	}
	if given("notice") {
		t.NoticeDays = f.notice
	}
	if given("rate") {
		rate, err := a.parseMoney(cmd.Context(), f.rate, t.Currency)
		if err != nil {
			return err
		}
		t.HourlyRate = rate.Minor
	}
	return nil
}

// said leaves out what is empty: --tag "" takes the tags away.
func said(texts []string) []string {
	return slices.DeleteFunc(slices.Clone(texts), func(text string) bool { return strings.TrimSpace(text) == "" })
}

// parseMoney reads an amount as scripts write it (1234.50) or as the formats do
// (1.234,50 €). One that reads differently either way is refused.
func (a *app) parseMoney(ctx context.Context, text string, currency rapport.Currency) (rapport.Money, error) {
	plain, plainErr := rapport.ParseMoney(text, currency)
	local, localErr := a.say(ctx).ParseMoney(text, currency)
	switch {
	case plainErr == nil && localErr == nil && plain != local:
		return rapport.Money{}, rapport.Refuse(rapport.ErrAmount, rapport.Args{"value": text})
	case plainErr == nil:
		return plain, nil
	case localErr == nil:
		return local, nil
	default:
		return rapport.Money{}, localErr
	}
}

func (a *app) clientAddCommand() *cobra.Command {
	var fields clientFields
	cmd := a.command(spec{
		name: "add", code: "client_add", takes: [2]int{1, 1}, examples: true,
		run: func(cmd *cobra.Command, args []string) error {
			return a.begin(cmd.Context(), func(ctx context.Context, p *practice.Practice) error {
				c, err := a.newClient(ctx, p, args[0])
				if err != nil {
					return err
				}
				if err := fields.onto(a, cmd, &c); err != nil {
					return err
				}
				if err := a.remindOf(ctx, p, c.Name, c.Reach.Emails); err != nil {
					return err
				}
				if _, err := p.AddClient(ctx, c); err != nil {
					return err
				}
				a.sayDone(ctx, "cli.client.added", present.Args{"Client": c.Name})
				return nil
			})
		},
	})
	fields.flags(a, cmd)
	return cmd
}

// usualCurrency is that of clients nobody set one for.
const usualCurrency rapport.Currency = "EUR"

// newClient is a client as the settings would have them.
func (a *app) newClient(ctx context.Context, p *practice.Practice, name string) (rapport.Client, error) {
	settings, err := p.Settings(ctx)
	if err != nil {
		return rapport.Client{}, err
	}
	currency := rapport.Currency(settings.Currency)
	if currency == "" {
		currency = usualCurrency
	}
	return rapport.Client{
		Name: strings.TrimSpace(name), State: rapport.Active,
		Terms: rapport.Terms{Currency: currency, PaymentDays: practice.DefaultPaymentDays},
	}, nil
}

func (a *app) clientEditCommand() *cobra.Command {
	var fields clientFields
	cmd := a.command(spec{
		name: "edit", code: "client_edit", takes: [2]int{1, 1}, complete: a.completeClient,
		run: func(cmd *cobra.Command, args []string) error {
			if !anyChanged(cmd) {
				return misuse{cmd: cmd, err: errNothingAsked}
			}
			return a.write(cmd.Context(), func(ctx context.Context, p *practice.Practice) error {
				c, err := a.find(ctx, p, args[0])
				if err != nil {
					return err
				}
				if err := fields.onto(a, cmd, &c); err != nil {
					return err
				}
				if err := p.EditClient(ctx, c); err != nil {
					return err
				}
				a.sayDone(ctx, "cli.client.changed", present.Args{"Client": c.Name})
				return nil
			})
		},
	})
	cmd.Flags().StringVar(&fields.name, "name", "", "name")
	fields.flags(a, cmd)
	return cmd
}

// anyChanged reports whether an option of the command's own was given.
func anyChanged(cmd *cobra.Command) bool {
	changed := false
	cmd.LocalNonPersistentFlags().VisitAll(func(f *pflag.Flag) { changed = changed || f.Changed })
	return changed
}
