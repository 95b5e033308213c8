package cli

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
)

func (a *app) todayCommand() *cobra.Command {
	var asJSON bool
	cmd := a.command(spec{name: "today", code: "today", examples: true, run: func(cmd *cobra.Command, _ []string) error {
		return a.read(cmd.Context(), func(ctx context.Context, p *practice.Practice) error {
			dues, err := p.Dues(ctx)
			if err != nil {
				return err
			}
			s := a.say(ctx)
			if asJSON {
				return a.printJSON(present.NewTodayJSON(s, dues, a.today))
			}
			page := present.NewTodayPage(s, dues, a.today)
			a.paper.line(a.paper.bold(clean(page.Answer)))
			a.paper.prose(0, page.Empty)
			t := newTable(column{fit: flows}, column{fit: flows})
			for _, row := range page.Rows {
				t.put(cell{text: row.Title, paint: a.paper.bold}, cell{text: row.Text})
			}
			a.paper.table(2, t)
			return nil
		})
	}})
	cmd.Flags().BoolVar(&asJSON, "json", false, "json")
	return cmd
}

func (a *app) headsUpCommand() *cobra.Command {
	var o saving
	cmd := a.command(spec{
		name: "heads-up", code: "heads_up", takes: [2]int{1, 1}, examples: true, complete: a.completeClient,
		run: func(cmd *cobra.Command, args []string) error {
			return a.read(cmd.Context(), func(ctx context.Context, p *practice.Practice) error {
				file, err := a.file(ctx, p, args[0])
				if err != nil {
					return err
				}
				k, err := a.known(ctx, p, file)
				if err != nil {
					return err
				}
				s, card := a.say(ctx), present.NewHeadsUp(a.say(ctx), k)
				if o.path != "" {
					return a.save(ctx, p, o, present.HeadsUpDocument(s, card, a.today))
				}
				a.printHeadsUp(s, card)
				return nil
			})
		},
	})
	cmd.Flags().StringVar(&o.path, "out", "", "out_document")
	cmd.Flags().BoolVar(&o.replace, "replace", false, "replace")
	return cmd
}

// printHeadsUp writes the card: what to do first, then who and what it is about.
func (a *app) printHeadsUp(s *present.Speaker, card present.HeadsUp) {
	a.paper.line(a.paper.bold(clean(card.Name)))
	a.paper.prose(0, card.Line)
	for _, flag := range card.Flags {
		a.paper.item(0, "!", flag.Text+" ("+flag.Until+")")
	}
	a.passage(s.T("cli.heads_up.first"), card.First)
	for _, part := range card.Sections {
		a.passage(part.Title, part.Lines...)
	}
}
