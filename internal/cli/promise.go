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

func (a *app) promiseCommand() *cobra.Command {
	return a.group("promise", "promise", a.promiseListCommand(), a.promiseAddCommand(),
		a.promiseSettleCommand("keep", "promise_keep", "cli.promise.kept", (*practice.Practice).KeepPromise),
		a.promiseSettleCommand("break", "promise_break", "cli.promise.broken", (*practice.Practice).BreakPromise))
}

// promiseNamed is how a promise is called.
func promiseNamed(m rapport.Promise) named { return named{m.ID, m.What} }

func (a *app) promiseListCommand() *cobra.Command {
	var asJSON bool
	cmd := a.command(spec{name: "list", code: "promise_list", takes: [2]int{0, 1}, complete: a.completeClient,
		run: func(cmd *cobra.Command, args []string) error {
			return a.read(cmd.Context(), func(ctx context.Context, p *practice.Practice) error {
				return a.listPromises(ctx, p, strings.Join(args, ""), asJSON)
			})
		}})
	cmd.Flags().BoolVar(&asJSON, "json", false, "json")
	return cmd
}

// promises are those of a client, kept and broken ones too, or everybody's open ones.
func (a *app) promises(ctx context.Context, p *practice.Practice, client string) ([]rapport.Promise, error) {
	if client == "" {
		return p.Promises(ctx)
	}
	file, err := a.file(ctx, p, client)
	return file.Way.Promises, err
}

func (a *app) listPromises(ctx context.Context, p *practice.Practice, client string, asJSON bool) error {
	all, err := a.promises(ctx, p, client)
	if err != nil {
		return err
	}
	names, err := a.names(ctx, p)
	if err != nil {
		return err
	}
	if asJSON {
		return a.printJSON(struct {
			On       rapport.Date  `json:"on"`
			Promises []promiseJSON `json:"promises"`
		}{a.today, promisesJSON(all, names, a.today)})
	}
	if len(all) == 0 {
		a.sayDone(ctx, "cli.promise.none", nil)
		return nil
	}
	a.printPromises(a.say(ctx), all, names)
	return nil
}

// promiseJSON is our word for other programs.
type promiseJSON struct {
	ID      string       `json:"id"` // the short one
	Client  string       `json:"client"`
	What    string       `json:"what"`
	Given   rapport.Date `json:"given"`
	By      rapport.Date `json:"by"`
	Overdue bool         `json:"overdue,omitempty"`
	Kept    rapport.Date `json:"kept,omitzero"`
	Broken  rapport.Date `json:"broken,omitzero"`
	Minutes int          `json:"minutes,omitempty"` // it takes, as the user reckons
}

func promisesJSON(all []rapport.Promise, names map[rapport.ID]string, on rapport.Date) []promiseJSON {
	list, letters := make([]promiseJSON, 0, len(all)), lettersFor(namedAll(all, promiseNamed))
	for _, m := range all {
		list = append(list, promiseJSON{
			ID: shortID(m.ID, letters), Client: names[m.Client], What: m.What, Given: m.Given, By: m.By,
			Overdue: m.Open() && m.By < on, Kept: m.Kept, Broken: m.Broken, Minutes: m.Minutes,
		})
	}
	return list
}

func (a *app) printPromises(s *present.Speaker, all []rapport.Promise, names map[rapport.ID]string) {
	letters, clients := lettersFor(namedAll(all, promiseNamed)), map[rapport.ID]string{}
	for _, m := range all {
		clients[m.ID] = names[m.Client]
	}
	t := newTable(column{}, column{head: s.T("cli.head.client"), fit: cut}, column{head: s.T("cli.head.what"), fit: flows},
		column{head: s.T("cli.head.due")}, column{head: s.T("cli.head.takes")})
	for _, row := range s.Promises(all, a.today) {
		id := cell{text: shortID(row.Promise, letters), paint: a.paper.bold}
		if !row.Open {
			id = cell{}
		}
		t.put(id, cell{text: clients[row.Promise]}, cell{text: row.What}, cell{text: row.Text}, cell{text: row.Takes})
	}
	a.paper.table(0, t)
}

func (a *app) promiseAddCommand() *cobra.Command {
	var by rapport.Date
	var takes string
	cmd := a.command(spec{
		name: "add", code: "promise_add", takes: [2]int{2, -1}, examples: true, complete: a.completeClient,
		run: func(cmd *cobra.Command, args []string) error {
			if by.IsZero() {
				return misuse{cmd: cmd, err: rapport.Refuse(rapport.ErrDateMissing, rapport.Args{"field": "by"})}
			}
			return a.write(cmd.Context(), func(ctx context.Context, p *practice.Practice) error {
				c, err := a.find(ctx, p, args[0])
				if err != nil {
					return err
				}
				m := rapport.Promise{Client: c.ID, What: strings.TrimSpace(strings.Join(args[1:], " ")), By: by}
				if m.Minutes, err = a.parseHours(ctx, takes); err != nil {
					return err
				}
				return a.promise(ctx, p, c, m)
			})
		},
	})
	cmd.Flags().Var(&dateFlag{app: a, day: &by}, "by", "by")
	cmd.Flags().StringVar(&takes, "takes", "", "takes")
	return cmd
}

// promise gives our word, and warns when there is no time to keep it.
func (a *app) promise(ctx context.Context, p *practice.Practice, c rapport.Client, m rapport.Promise) error {
	load, err := p.PromiseLoad(ctx, m)
	if err != nil {
		return err
	}
	if m, err = p.Promise(ctx, m); err != nil {
		return err
	}
	open, err := p.Promises(ctx)
	if err != nil {
		return err
	}
	a.sayDone(ctx, "cli.promise.added", present.Args{"Client": c.Name, "What": m.What, "Day": m.By,
		"ID": shortID(m.ID, lettersFor(namedAll(open, promiseNamed)))})
	a.margin.prose(0, a.say(ctx).PromiseLoad(load.Promised, load.Hours, load.By))
	return nil
}

// promiseSettleCommand closes the open promise that is meant: kept or broken.
func (a *app) promiseSettleCommand(name, code, key string, how func(*practice.Practice, context.Context, rapport.ID) error) *cobra.Command {
	return a.command(spec{
		name: name, code: code, takes: [2]int{1, -1}, complete: a.completePromise,
		run: func(cmd *cobra.Command, args []string) error {
			return a.write(cmd.Context(), func(ctx context.Context, p *practice.Practice) error {
				open, err := p.Promises(ctx)
				if err != nil {
					return err
				}
				i, err := pickNamed(namedAll(open, promiseNamed), strings.Join(args, " "), errPromiseUnknown, errPromiseSeveral)
				if err != nil {
					return err
				}
				names, err := a.names(ctx, p)
				if err != nil {
					return err
				}
				if err := how(p, ctx, open[i].ID); err != nil {
					return err
				}
				a.sayDone(ctx, key, present.Args{"Client": names[open[i].Client], "What": open[i].What})
				return nil
			})
		},
	})
}

// completePromise completes the short id of an open promise.
func (a *app) completePromise(cmd *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
	var ids []string
	if len(args) == 0 {
		a.quietly(cmd, func(ctx context.Context, p *practice.Practice) error {
			open, err := p.Promises(ctx)
			letters := lettersFor(namedAll(open, promiseNamed))
			for _, m := range open {
				ids = append(ids, cobra.CompletionWithDesc(shortID(m.ID, letters), oneLine(m.What)))
			}
			return err
		})
	}
	return slices.Clip(ids), cobra.ShellCompDirectiveNoFileComp
}
