package cli

import (
	"context"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

func (a *app) mapCommand() *cobra.Command {
	var currency string
	var asJSON bool
	cmd := a.command(spec{name: "map", code: "map", examples: true, run: func(cmd *cobra.Command, _ []string) error {
		in := rapport.Currency(strings.ToUpper(currency))
		if currency != "" && in.Check() != nil {
			return misuse{cmd: cmd, err: in.Check()}
		}
		return a.read(cmd.Context(), func(ctx context.Context, p *practice.Practice) error {
			return a.mapOf(ctx, p, in, asJSON)
		})
	}})
	cmd.Flags().StringVar(&currency, "currency", "", "currency_map")
	cmd.Flags().BoolVar(&asJSON, "json", false, "json")
	return cmd
}

// mapOf writes who stands where between what an hour brings and what it costs in
// strain, the best paid hour first.
func (a *app) mapOf(ctx context.Context, p *practice.Practice, currency rapport.Currency, asJSON bool) error {
	settings, err := p.Settings(ctx)
	if err != nil {
		return err
	}
	standings, err := p.Review(ctx)
	if err != nil {
		return err
	}
	s := a.say(ctx)
	page := present.Map(s, standings, goalsOf(settings).Target, currency)
	if currency != "" && currency != page.Currency {
		a.margin.prose(0, s.T("cli.map.other", present.Args{"Currency": string(currency)}))
	}
	if asJSON {
		return a.printJSON(present.NewMapJSON(page))
	}
	a.paper.prose(0, page.Answer)
	a.printDots(s, page)
	t := newTable(column{fit: cut}, column{}, column{fit: flows})
	for _, gap := range page.Without {
		t.put(cell{text: gap.Name, paint: a.paper.bold},
			cell{text: gap.Word, paint: func(text string) string { return a.paper.hue(gap.Verdict, text) }}, cell{text: gap.Why})
	}
	a.titled(s.T("cli.map.without"), t)
	if len(page.Currencies) > 1 {
		a.paper.blank()
		a.paper.prose(0, s.T("cli.map.currencies", present.Args{"Currencies": codes(page.Currencies)}))
	}
	return nil
}

// printDots writes the clients on the map with their two measures and their share
// of the income.
func (a *app) printDots(s *present.Speaker, page present.MapPage) {
	if len(page.Dots) == 0 {
		return
	}
	a.paper.prose(0, s.T("cli.map.line"))
	a.paper.prose(0, s.Capital(page.TargetText))
	a.paper.blank()
	t := newTable(column{head: s.T("cli.head.client"), fit: cut}, column{head: page.Unit, right: true},
		column{head: s.T("cli.head.strain"), right: true}, column{head: s.T("cli.head.share"), right: true},
		column{head: s.T("cli.head.verdict")})
	for _, dot := range page.Dots {
		t.put(cell{text: dot.Name, paint: a.paper.bold}, cell{text: s.Number(dot.Value, 0)},
			cell{text: strconv.Itoa(int(dot.Strain + 0.5))}, cell{text: s.Percent(dot.Share)},
			cell{text: dot.Word, paint: func(text string) string { return a.paper.hue(dot.Verdict, text) }})
	}
	a.paper.table(0, t)
}
