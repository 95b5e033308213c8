package cli

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/rapport-desktop/rapport/internal/intake"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

func (a *app) owedCommand() *cobra.Command {
	return a.group("owed", "owed", a.owedListCommand(), a.owedAddCommand(), a.owedMetCommand(), a.owedWaiveCommand())
}

// leastShort is the fewest letters of a short id. A row number would be shorter
// still, but it means another thing after each deed; this one stays.
const leastShort = 3

// shortID is the end of an id, whose letters are random; its beginning is the
// time and the same for everything added together.
func shortID(id rapport.ID, letters int) string {
	text := strings.ReplaceAll(id.String(), "-", "")
	return text[len(text)-letters:]
}

// shortLength is how many letters tell all the obligations apart.
func shortLength(all []rapport.Obligation) int {
	for n := leastShort; n < 32; n++ {
		seen := map[string]bool{}
		for _, o := range all {
			seen[shortID(o.ID, n)] = true
		}
		if len(seen) == len(all) {
			return n
		}
	}
	return 32
}

// pick finds the open obligation somebody means: by its short id, or by words
// that stand in what is owed.
func pick(all []rapport.Obligation, text string) (rapport.Obligation, error) {
	var byID, byWord []rapport.Obligation
	id, words := strings.ToLower(strings.ReplaceAll(text, "-", "")), intake.Fold(text)
	for _, o := range all {
		if len(id) >= leastShort && strings.HasSuffix(shortID(o.ID, 32), id) {
			byID = append(byID, o)
		}
		if strings.Contains(intake.Fold(o.What), words) {
			byWord = append(byWord, o)
		}
	}
	found := byID
	if len(found) == 0 {
		found = byWord
	}
	switch len(found) {
	case 0:
		return rapport.Obligation{}, rapport.Refuse(errOwedUnknown, rapport.Args{"value": text})
	case 1:
		return found[0], nil
	}
	var names []string
	for _, o := range found {
		names = append(names, shortID(o.ID, shortLength(all))+" "+o.What)
	}
	return rapport.Obligation{}, rapport.Refuse(errOwedSeveral, rapport.Args{"value": text, "candidates": likely(names)})
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
	ID      string       `json:"id"` // the short one
	Client  string       `json:"client"`
	Side    rapport.Side `json:"side"`
	What    string       `json:"what"`
	Due     rapport.Date `json:"due,omitzero"`
	Overdue bool         `json:"overdue,omitempty"`
	Met     rapport.Date `json:"met,omitzero"`
	Waived  rapport.Date `json:"waived,omitzero"`
	Reason  string       `json:"reason,omitempty"`
}

func obligationOf(client string, o rapport.Obligation, letters int, on rapport.Date) obligationJSON {
	return obligationJSON{
		ID: shortID(o.ID, letters), Client: client, Side: o.Side, What: o.What, Due: o.Due,
		Overdue: o.Open() && !o.Due.IsZero() && o.Due < on, Met: o.Met, Waived: o.Waived, Reason: o.Reason,
	}
}

func (a *app) listOwed(ctx context.Context, p *practice.Practice, client string, asJSON bool) error {
	all, err := p.Obligations(ctx)
	if err != nil {
		return err
	}
	letters := shortLength(all)
	if client != "" {
		c, err := a.find(ctx, p, client)
		if err != nil {
			return err
		}
		all = slices.DeleteFunc(all, func(o rapport.Obligation) bool { return o.Client != c.ID })
	}
	names, err := a.names(ctx, p)
	if err != nil {
		return err
	}
	if asJSON {
		list := struct {
			On          rapport.Date     `json:"on"`
			Obligations []obligationJSON `json:"obligations"`
		}{a.today, make([]obligationJSON, 0, len(all))}
		for _, o := range all {
			list.Obligations = append(list.Obligations, obligationOf(names[o.Client], o, letters, a.today))
		}
		return a.printJSON(list)
	}
	a.printOwed(a.say(ctx), all, names, letters)
	return nil
}

func (a *app) printOwed(s *present.Speaker, all []rapport.Obligation, names map[rapport.ID]string, letters int) {
	if len(all) == 0 {
		a.paper.prose(0, s.T("cli.owed.none"))
		return
	}
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
	cmd := a.command(spec{
		name: "add", code: "owed_add", takes: [2]int{2, -1}, examples: true, complete: a.completeClient,
		run: func(cmd *cobra.Command, args []string) error {
			return a.write(cmd.Context(), func(ctx context.Context, p *practice.Practice) error {
				c, err := a.find(ctx, p, args[0])
				if err != nil {
					return err
				}
				o := rapport.Obligation{Client: c.ID, Side: rapport.Ours, What: strings.TrimSpace(strings.Join(args[1:], " ")), Due: due}
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
