package cli

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// owedCommand lists everything when it is asked for nothing else.
func (a *app) owedCommand() *cobra.Command {
	cmd := a.group("owed", "owed", a.owedListCommand(), a.owedAddCommand(), a.owedMetCommand(), a.owedWaiveCommand())
	refuse := cmd.RunE
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) > 0 {
			return refuse(cmd, args)
		}
		return a.read(cmd.Context(), func(ctx context.Context, p *practice.Practice) error {
			return a.listOwed(ctx, p, "", false)
		})
	}
	return cmd
}

// owedNamed is how an obligation is called.
func owedNamed(o rapport.Obligation) named { return named{o.ID, o.What} }

// shortLength is how many letters tell all the obligations apart.
func shortLength(all []rapport.Obligation) int { return lettersFor(namedAll(all, owedNamed)) }

// pick finds the open obligation somebody means.
func pick(all []rapport.Obligation, text string) (rapport.Obligation, error) {
	i, err := pickNamed(namedAll(all, owedNamed), text, errOwedUnknown, errOwedSeveral)
	if err != nil {
		return rapport.Obligation{}, err
	}
	return all[i], nil
}

func (a *app) owedListCommand() *cobra.Command {
	var asJSON bool
	cmd := a.command(spec{name: "list", code: "owed_list", takes: [2]int{0, 1}, complete: a.completeClient,
		run: func(cmd *cobra.Command, args []string) error {
			return a.read(cmd.Context(), func(ctx context.Context, p *practice.Practice) error {
				return a.listOwed(ctx, p, strings.Join(args, ""), asJSON)
			})
		}})
	cmd.Flags().BoolVar(&asJSON, "json", false, "json")
	return cmd
}

// obligationJSON is an obligation for other programs.
type obligationJSON struct {
	ID      string          `json:"id"` // the short one
	Client  string          `json:"client"`
	Side    rapport.Side    `json:"side"`
	What    string          `json:"what"`
	Due     rapport.Date    `json:"due,omitzero"`
	Overdue bool            `json:"overdue,omitempty"`
	Met     rapport.Date    `json:"met,omitzero"`
	Waived  rapport.Date    `json:"waived,omitzero"`
	Reason  string          `json:"reason,omitempty"`
	Kind    rapport.OweKind `json:"kind,omitempty"`
}

func obligationOf(client string, o rapport.Obligation, letters int, on rapport.Date) obligationJSON {
	return obligationJSON{
		ID: shortID(o.ID, letters), Client: client, Side: o.Side, What: o.What, Due: o.Due,
		Overdue: o.Open() && !o.Due.IsZero() && o.Due < on, Met: o.Met, Waived: o.Waived, Reason: o.Reason, Kind: o.Kind,
	}
}

// owing is what is owed between the user and a client, or all of them: things,
// promises, money.
type owing struct {
	obligations []rapport.Obligation
	letters     int // of the short ids of obligations
	promises    []rapport.Promise
	invoices    []billed
	names       map[rapport.ID]string
}

// owing gathers what is open, of one client or of all.
func (a *app) owing(ctx context.Context, p *practice.Practice, client string) (o owing, err error) {
	if o.obligations, err = p.Obligations(ctx); err != nil {
		return o, err
	}
	o.letters = shortLength(o.obligations)
	if o.promises, err = p.Promises(ctx); err != nil {
		return o, err
	}
	if client != "" {
		c, err := a.find(ctx, p, client)
		if err != nil {
			return o, err
		}
		client = c.Name
		o.obligations = slices.DeleteFunc(o.obligations, func(one rapport.Obligation) bool { return one.Client != c.ID })
		o.promises = slices.DeleteFunc(o.promises, func(m rapport.Promise) bool { return m.Client != c.ID })
	}
	if o.invoices, err = a.invoices(ctx, p, listing{client: client, open: true}); err != nil {
		return o, err
	}
	o.names, err = a.names(ctx, p)
	return o, err
}

func (a *app) listOwed(ctx context.Context, p *practice.Practice, client string, asJSON bool) error {
	o, err := a.owing(ctx, p, client)
	if err != nil {
		return err
	}
	if asJSON {
		return a.printJSON(a.owedJSON(ctx, o))
	}
	s := a.say(ctx)
	if len(o.obligations)+len(o.promises)+len(o.invoices) == 0 {
		a.paper.prose(0, s.T("cli.owed.none"))
		return nil
	}
	if len(o.obligations) > 0 {
		a.printOwed(s, o.obligations, o.names, o.letters)
	}
	if len(o.promises) > 0 {
		a.paper.heading(s.T("cli.owed.promises"))
		a.printPromises(s, o.promises, o.names)
	}
	if len(o.invoices) > 0 {
		a.paper.heading(s.T("cli.owed.money"))
		a.printInvoices(s, o.invoices)
	}
	return nil
}

// owedJSON is what is owed, for other programs.
func (a *app) owedJSON(ctx context.Context, o owing) any {
	list := struct {
		On          rapport.Date     `json:"on"`
		Obligations []obligationJSON `json:"obligations"`
		Promises    []promiseJSON    `json:"promises,omitempty"`
		Invoices    []invoiceJSON    `json:"invoices,omitempty"`
	}{On: a.today, Obligations: make([]obligationJSON, 0, len(o.obligations)), Promises: promisesJSON(o.promises, o.names, a.today)}
	for _, one := range o.obligations {
		list.Obligations = append(list.Obligations, obligationOf(o.names[one.Client], one, o.letters, a.today))
	}
	for _, b := range o.invoices {
		list.Invoices = append(list.Invoices, a.invoiceOf(ctx, b.client, b.invoice))
	}
	return list
}

func (a *app) printOwed(s *present.Speaker, all []rapport.Obligation, names map[rapport.ID]string, letters int) {
	t := newTable(column{}, column{head: s.T("cli.head.client"), fit: cut}, column{head: s.T("cli.head.side")},
		column{head: s.T("cli.head.what"), fit: flows}, column{head: s.T("cli.head.due")})
	for _, o := range all {
		row := s.Obligation(o, a.today)
		t.put(cell{text: shortID(o.ID, letters), paint: a.paper.bold}, cell{text: names[o.Client]},
			cell{text: row.Who}, cell{text: row.What}, cell{text: row.Text})
	}
	a.paper.table(0, t)
}

// names maps clients to their names.
func (a *app) names(ctx context.Context, p *practice.Practice) (map[rapport.ID]string, error) {
	clients, err := p.Clients(ctx, true)
	if err != nil {
		return nil, err
	}
	names := make(map[rapport.ID]string, len(clients))
	for _, c := range clients {
		names[c.ID] = c.Name
	}
	return names, nil
}

func (a *app) owedAddCommand() *cobra.Command {
	var due rapport.Date
	var theirs bool
	var kind string
	cmd := a.command(spec{
		name: "add", code: "owed_add", takes: [2]int{2, -1}, examples: true, complete: a.completeClient,
		run: func(cmd *cobra.Command, args []string) error {
			return a.write(cmd.Context(), func(ctx context.Context, p *practice.Practice) error {
				c, err := a.find(ctx, p, args[0])
				if err != nil {
					return err
				}
				o := rapport.Obligation{Client: c.ID, Side: rapport.Ours, Kind: rapport.OweKind(coded(kind)),
					What: strings.TrimSpace(strings.Join(args[1:], " ")), Due: due}
				key := "cli.owed.added_ours"
				if theirs {
					o.Side, key = rapport.Theirs, "cli.owed.added_theirs"
				}
				if o, err = p.Owe(ctx, o); err != nil {
					return err
				}
				all, err := p.Obligations(ctx)
				if err != nil {
					return err
				}
				a.sayDone(ctx, key, present.Args{"Client": c.Name, "What": o.What, "ID": shortID(o.ID, shortLength(all))})
				return nil
			})
		},
	})
	cmd.Flags().Var(&dateFlag{app: a, day: &due}, "due", "due_owed")
	cmd.Flags().BoolVar(&theirs, "theirs", false, "theirs")
	cmd.Flags().StringVar(&kind, "kind", "", "kind_owed")
	a.offer(cmd, "kind", oweKinds)
	return cmd
}

func (a *app) owedMetCommand() *cobra.Command {
	return a.command(spec{
		name: "met", code: "owed_met", takes: [2]int{1, -1}, complete: a.completeOwed,
		run: func(cmd *cobra.Command, args []string) error {
			return a.settle(cmd.Context(), strings.Join(args, " "), "cli.owed.met",
				func(ctx context.Context, p *practice.Practice, o rapport.Obligation) error { return p.Meet(ctx, o.ID) })
		},
	})
}

func (a *app) owedWaiveCommand() *cobra.Command {
	var why string
	cmd := a.command(spec{
		name: "waive", code: "owed_waive", takes: [2]int{1, -1}, examples: true, complete: a.completeOwed,
		run: func(cmd *cobra.Command, args []string) error {
			if strings.TrimSpace(why) == "" {
				return misuse{cmd: cmd, err: rapport.ErrReasonMissing}
			}
			return a.settle(cmd.Context(), strings.Join(args, " "), "cli.owed.waived",
				func(ctx context.Context, p *practice.Practice, o rapport.Obligation) error {
					return p.Waive(ctx, o.ID, why)
				})
		},
	})
	cmd.Flags().StringVar(&why, "because", "", "because")
	return cmd
}

// settle closes the open obligation that is meant.
func (a *app) settle(ctx context.Context, text, key string,
	how func(context.Context, *practice.Practice, rapport.Obligation) error) error {
	return a.write(ctx, func(ctx context.Context, p *practice.Practice) error {
		all, err := p.Obligations(ctx)
		if err != nil {
			return err
		}
		o, err := pick(all, text)
		if err != nil {
			return err
		}
		names, err := a.names(ctx, p)
		if err != nil {
			return err
		}
		if err := how(ctx, p, o); err != nil {
			return err
		}
		a.sayDone(ctx, key, present.Args{"Client": names[o.Client], "What": o.What})
		return nil
	})
}
