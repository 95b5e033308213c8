package cli

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/intake"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

func (a *app) clientCommand() *cobra.Command {
	return a.group("client", "client",
		a.clientListCommand(), a.clientAddCommand(), a.clientShowCommand(),
		a.clientEditCommand(), a.clientArchiveCommand())
}

// find looks a client up by name, archived ones too. A person may be asked which
// one is meant; a script gets the doubt.
func (a *app) find(ctx context.Context, p *practice.Practice, name string) (rapport.Client, error) {
	clients, err := p.Clients(ctx, true)
	if err != nil {
		return rapport.Client{}, err
	}
	match := intake.Find(name, namedOf(clients))
	found := match.Found
	if picked, ok := a.ask(ctx, match); ok {
		found = picked
	} else if problem := match.Problem(); problem != nil {
		return rapport.Client{}, problem
	}
	at := slices.IndexFunc(clients, func(c rapport.Client) bool { return c.ID == found.ID })
	return clients[at], nil
}

func (a *app) clientListCommand() *cobra.Command {
	var all, asJSON bool
	cmd := a.command(spec{name: "list", code: "client_list", run: func(cmd *cobra.Command, _ []string) error {
		return a.read(cmd.Context(), func(ctx context.Context, p *practice.Practice) error {
			return a.listClients(ctx, p, all, asJSON)
		})
	}})
	cmd.Flags().BoolVar(&all, "all", false, "archived_too")
	cmd.Flags().BoolVar(&asJSON, "json", false, "json")
	return cmd
}

// clientJSON is a client in a list, for other programs.
type clientJSON struct {
	Client      string          `json:"client"`
	State       rapport.State   `json:"state"`
	Verdict     rapport.Verdict `json:"verdict,omitempty"`
	Strain      int             `json:"strain"`
	Overdue     []amountJSON    `json:"overdue,omitempty"`
	Open        int             `json:"open,omitempty"`
	LastContact rapport.Date    `json:"last_contact,omitzero"`
	Archived    bool            `json:"archived,omitempty"`
}

// listClients lists everybody by name.
func (a *app) listClients(ctx context.Context, p *practice.Practice, all, asJSON bool) error {
	standings, err := a.standings(ctx, p, all)
	if err != nil {
		return err
	}
	if asJSON {
		list := struct {
			On      rapport.Date `json:"on"`
			Clients []clientJSON `json:"clients"`
		}{a.today, make([]clientJSON, 0, len(standings))}
		for _, st := range standings {
			list.Clients = append(list.Clients, clientJSON{
				Client: st.Client.Name, State: st.Client.State, Verdict: st.Assessment.Verdict,
				Strain: int(st.Assessment.Strain + 0.5), Overdue: amountsJSON(st.Overdue), Open: st.Open,
				LastContact: st.LastContact, Archived: st.Client.Archived,
			})
		}
		return a.printJSON(list)
	}
	if len(standings) == 0 {
		a.paper.prose(0, a.say(ctx).T("cli.client.none"))
		return nil
	}
	a.paper.table(0, a.clientTable(ctx, standings))
	return nil
}

func (a *app) clientTable(ctx context.Context, standings []assess.Standing) *table {
	s := a.say(ctx)
	t := newTable(
		column{head: s.T("cli.head.client"), fit: cut}, column{head: s.T("cli.head.verdict")},
		column{head: s.T("cli.head.strain"), right: true}, column{head: s.T("cli.head.overdue"), right: true},
		column{head: s.T("cli.head.open"), right: true}, column{head: s.T("cli.head.contact")},
		column{head: s.T("cli.head.state")},
	)
	for _, st := range standings {
		open, contact, state := "", "", s.State(st.Client.State)
		if st.Open > 0 {
			open = strconv.Itoa(st.Open)
		}
		if !st.LastContact.IsZero() {
			contact = s.DateShort(st.LastContact)
		}
		if st.Client.Archived {
			state = s.T("cli.client.archived")
		}
		verdict := st.Assessment.Verdict
		t.put(cell{text: st.Client.Name, paint: a.paper.bold},
			cell{text: s.Verdict(verdict), paint: func(text string) string { return a.paper.hue(verdict, text) }},
			cell{text: strconv.Itoa(int(st.Assessment.Strain + 0.5))},
			cell{text: s.MoneyList(st.Overdue)}, cell{text: open}, cell{text: contact}, cell{text: state})
	}
	return t
}

// standings returns everybody as of today, by name. Archived clients are judged
// in passing: no review keeps theirs.
func (a *app) standings(ctx context.Context, p *practice.Practice, archived bool) ([]assess.Standing, error) {
	standings, err := p.Review(ctx)
	if err != nil {
		return nil, err
	}
	if archived {
		clients, err := p.Clients(ctx, true)
		if err != nil {
			return nil, err
		}
		for _, c := range clients {
			if !c.Archived {
				continue
			}
			file, err := p.Client(ctx, c.ID)
			if err != nil {
				return nil, err
			}
			standings = append(standings, file.Standing)
		}
	}
	slices.SortStableFunc(standings, byName)
	return standings, nil
}

// byName orders standings by the name of their client, however it is written.
func byName(x, y assess.Standing) int {
	return cmp.Compare(intake.Fold(x.Client.Name), intake.Fold(y.Client.Name))
}

func (a *app) clientArchiveCommand() *cobra.Command {
	var back bool
	cmd := a.command(spec{
		name: "archive", code: "client_archive", takes: [2]int{1, 1}, complete: a.completeClient,
		run: func(cmd *cobra.Command, args []string) error {
			return a.write(cmd.Context(), func(ctx context.Context, p *practice.Practice) error {
				c, err := a.find(ctx, p, args[0])
				if err != nil {
					return err
				}
				key := "cli.client.put_away"
				if back {
					key = "cli.client.brought_back"
				}
				if c.Archived != back { // it is so already
					a.sayDone(ctx, key, present.Args{"Client": c.Name})
					return nil
				}
				if err := p.ArchiveClient(ctx, c.ID, !back); err != nil {
					return err
				}
				a.sayDone(ctx, key, present.Args{"Client": c.Name})
				return nil
			})
		},
	})
	cmd.Flags().BoolVar(&back, "undo", false, "unarchive")
	return cmd
}

// sayDone says in one sentence what was done.
func (a *app) sayDone(ctx context.Context, key string, args present.Args) {
	a.paper.prose(0, a.say(ctx).T(key, args))
}

// oneWord joins words with a comma for a single cell.
func oneWord(words []string) string { return strings.Join(words, ", ") }
