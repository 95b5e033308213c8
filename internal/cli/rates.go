package cli

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/rapport-desktop/rapport/internal/interest"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

func (a *app) ratesCommand() *cobra.Command {
	return a.group("rates", "rates", a.ratesListCommand(), a.ratesAddCommand(), a.ratesRemoveCommand())
}

func (a *app) ratesListCommand() *cobra.Command {
	var asJSON bool
	cmd := a.command(spec{name: "list", code: "rates_list", run: func(cmd *cobra.Command, _ []string) error {
		return a.read(cmd.Context(), func(ctx context.Context, p *practice.Practice) error {
			settings, err := p.Settings(ctx)
			if err != nil {
				return err
			}
			table, err := present.Rates().With(settings.Rates)
			if err != nil {
				return err
			}
			if asJSON {
				return a.printJSON(ratesJSON(table))
			}
			a.printRates(a.say(ctx), table)
			return nil
		})
	}})
	cmd.Flags().BoolVar(&asJSON, "json", false, "json")
	return cmd
}

// printRates writes the last known rate of each series and from when on the next
// one is wanted.
func (a *app) printRates(s *present.Speaker, table interest.Table) {
	t := newTable(column{}, column{head: s.T("cli.head.rate"), fit: flows}, column{head: s.T("cli.head.percent"), right: true},
		column{head: s.T("cli.head.from")}, column{head: s.T("cli.head.wanted")}, column{head: s.T("cli.head.source"), fit: flows})
	for _, series := range table.Series {
		last := series.Rates[len(series.Rates)-1]
		wanted := ""
		if next := series.Next(); !next.IsZero() {
			wanted = s.Date(next)
		}
		t.put(cell{text: series.Code, paint: a.paper.bold}, cell{text: series.Name}, cell{text: s.Number(last.Percent, 2)},
			cell{text: s.Date(last.From)}, cell{text: wanted}, cell{text: series.Publisher, paint: a.paper.dim})
	}
	a.paper.table(0, t)
}

// seriesJSON is a series of rates for other programs.
type seriesJSON struct {
	Code      string        `json:"code"`
	Name      string        `json:"name"`
	Publisher string        `json:"publisher"`
	Address   string        `json:"address"`
	AsOf      rapport.Date  `json:"as_of"`
	Wanted    rapport.Date  `json:"wanted,omitzero"` // the first day no rate is known for
	Rates     []percentJSON `json:"rates"`
}

// percentJSON is a rate from a day on.
type percentJSON struct {
	From    rapport.Date `json:"from"`
	Percent float64      `json:"percent"`
}

func ratesJSON(table interest.Table) any {
	list := struct {
		Series []seriesJSON `json:"series"`
	}{}
	for _, series := range table.Series {
		j := seriesJSON{Code: series.Code, Name: series.Name, Publisher: series.Publisher, Address: series.Address,
			AsOf: series.AsOf, Wanted: series.Next()}
		for _, r := range series.Rates {
			j.Rates = append(j.Rates, percentJSON{r.From, r.Percent})
		}
		list.Series = append(list.Series, j)
	}
	return list
}

func (a *app) ratesAddCommand() *cobra.Command {
	return a.command(spec{
		name: "add", code: "rates_add", takes: [2]int{3, 3}, examples: true, complete: a.completeSeries,
		run: func(cmd *cobra.Command, args []string) error {
			return a.write(cmd.Context(), func(ctx context.Context, p *practice.Practice) error {
				r := interest.Rate{Series: coded(args[0])}
				var err error
				if r.From, err = a.parseDay(args[1]); err != nil {
					return err
				}
				if r.Percent, err = parsePercent(args[2]); err != nil {
					return err
				}
				if err := present.Rates().Check(r); err != nil {
					return err
				}
				return a.changeRates(ctx, p, r, "cli.rates.added", func(others []interest.Rate) []interest.Rate {
					return append(others, r)
				})
			})
		},
	})
}

func (a *app) ratesRemoveCommand() *cobra.Command {
	return a.command(spec{
		name: "remove", code: "rates_remove", takes: [2]int{2, 2}, complete: a.completeSeries,
		run: func(cmd *cobra.Command, args []string) error {
			return a.write(cmd.Context(), func(ctx context.Context, p *practice.Practice) error {
				r := interest.Rate{Series: coded(args[0])}
				var err error
				if r.From, err = a.parseDay(args[1]); err != nil {
					return err
				}
				settings, err := p.Settings(ctx)
				if err != nil {
					return err
				}
				if !slices.ContainsFunc(settings.Rates, sameRate(r)) {
					return rapport.Refuse(errRateUnknown, rapport.Args{"value": r.Series, "date": r.From})
				}
				return a.changeRates(ctx, p, r, "cli.rates.removed", slices.Clip[[]interest.Rate])
			})
		},
	})
}

// changeRates stores the rates the user added, less the one that is meant, and with
// what is made of the others.
func (a *app) changeRates(ctx context.Context, p *practice.Practice, r interest.Rate, key string, change func([]interest.Rate) []interest.Rate) error {
	settings, err := p.Settings(ctx)
	if err != nil {
		return err
	}
	settings.Rates = change(slices.DeleteFunc(slices.Clone(settings.Rates), sameRate(r)))
	slices.SortFunc(settings.Rates, func(x, y interest.Rate) int {
		return cmp.Or(strings.Compare(x.Series, y.Series), cmp.Compare(x.From, y.From))
	})
	if err := p.EditSettings(ctx, settings); err != nil {
		return err
	}
	series, _ := present.Rates().Find(r.Series)
	a.sayDone(ctx, key, present.Args{"Series": series.Name, "Day": r.From, "Percent": a.say(ctx).Number(r.Percent, 2)})
	return nil
}

// sameRate finds the rate of the same series and day.
func sameRate(r interest.Rate) func(interest.Rate) bool {
	return func(other interest.Rate) bool { return other.Series == r.Series && other.From == r.From }
}

// belowZero lets a rate that was added lie below zero, as base rates have for years:
// behind the mark that ends the options, -0.88 is not taken for one of them.
func belowZero(args []string) []string {
	rates := slices.Index(args, "rates")
	if rates < 0 || !slices.Contains(args[rates:], "add") || slices.Contains(args, "--") {
		return args
	}
	percent := slices.IndexFunc(args, func(word string) bool {
		return len(word) > 1 && word[0] == '-' && '0' <= word[1] && word[1] <= '9'
	})
	if percent < rates {
		return args
	}
	return append(slices.Delete(slices.Clone(args), percent, percent+1), "--", args[percent])
}

// parsePercent reads a rate as banks write it: 2.15, 2,15 or 2.15 %.
func parsePercent(text string) (float64, error) {
	plain := strings.ReplaceAll(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(text), "%")), ",", ".")
	percent, err := strconv.ParseFloat(plain, 64)
	if err != nil {
		return 0, rapport.Refuse(errPercent, rapport.Args{"value": text})
	}
	return percent, nil
}

// completeSeries completes the code of a series, then the day its next rate begins.
func (a *app) completeSeries(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
	var words []string
	switch len(args) {
	case 0:
		for _, series := range present.Rates().Series {
			words = append(words, cobra.CompletionWithDesc(series.Code, series.Name))
		}
	case 1:
		if series, ok := present.Rates().Find(coded(args[0])); ok && !series.Next().IsZero() {
			words = append(words, series.Next().String())
		}
	}
	return words, cobra.ShellCompDirectiveNoFileComp
}
