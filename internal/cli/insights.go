package cli

import (
	"context"
	"slices"

	"github.com/spf13/cobra"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// periods are how far back insights can look, in days that end today.
var periods = []struct {
	name string
	days int
}{{"quarter", 91}, {"half", 182}, {"year", 365}}

// periodNames are the values of --period.
func periodNames() []string {
	var names []string
	for _, p := range periods {
		names = append(names, p.name)
	}
	return names
}

// surveying are the options of insights.
type surveying struct {
	period   string
	from, to rapport.Date
	try      string
	json     bool
}

func (a *app) insightsCommand() *cobra.Command {
	var o surveying
	cmd := a.command(spec{name: "insights", code: "insights", examples: true, run: func(cmd *cobra.Command, _ []string) error {
		if cmd.Flags().Changed("try") {
			return a.try(cmd, coded(o.try))
		}
		from, to, err := a.span(o)
		if err != nil {
			return misuse{cmd: cmd, err: err}
		}
		return a.read(cmd.Context(), func(ctx context.Context, p *practice.Practice) error {
			return a.insights(ctx, p, from, to, o.json)
		})
	}})
	cmd.Flags().StringVar(&o.period, "period", "half", "period")
	cmd.Flags().Var(&dateFlag{app: a, day: &o.from}, "from", "from")
	cmd.Flags().Var(&dateFlag{app: a, day: &o.to}, "to", "to")
	cmd.Flags().StringVar(&o.try, "try", "", "try")
	cmd.Flags().BoolVar(&o.json, "json", false, "json")
	a.offer(cmd, "period", periodNames)
	a.offer(cmd, "try", assess.TryCodes)
	return cmd
}

// span is the period asked for: the days named, else so far back from the last of them.
func (a *app) span(o surveying) (from, to rapport.Date, err error) {
	to = o.to
	if to.IsZero() {
		to = a.today
	}
	for _, p := range periods {
		if p.name == o.period {
			from = to.AddDays(1 - p.days)
		}
	}
	if from.IsZero() {
		return 0, 0, rapport.Refuse(errOptionWrong, rapport.Args{"option": "--period", "value": o.period})
	}
	if !o.from.IsZero() {
		from = o.from
	}
	if from > to {
		return 0, 0, rapport.Refuse(errPeriod, rapport.Args{"from": from, "to": to})
	}
	return from, to, nil
}

// insights writes what the clients have in common, and what that says.
func (a *app) insights(ctx context.Context, p *practice.Practice, from, to rapport.Date, asJSON bool) error {
	settings, err := p.Settings(ctx)
	if err != nil {
		return err
	}
	survey, err := p.Insights(ctx, from, to)
	if err != nil {
		return err
	}
	s, goals := a.say(ctx), goalsOf(settings)
	if asJSON {
		return a.printJSON(present.NewInsightsJSON(s, survey, goals))
	}
	a.paper.line(a.paper.dim(s.T("cli.insights.period", present.Args{"From": from, "To": to})))
	page := present.Insights(s, survey, goals, a.today)
	a.passages(page.Passages(s))
	ledger, err := p.Ledger(ctx, from, to)
	if err != nil {
		return err
	}
	a.passages(ledgerOf(s, ledger).Passages(s))
	if len(page.Try) > 0 {
		a.paper.blank()
		a.paper.prose(0, s.T("cli.insights.try", present.Args{"Line": programName + " insights --try " + page.Try[0].Code}))
	}
	return nil
}

// ledgerOf words what waiting costs and what expectation sheets spare.
func ledgerOf(s *present.Speaker, l practice.Ledger) present.Ledger {
	facts := present.LedgerFacts{Surprises: l.Surprises, Rates: ratesOf(l)}
	for _, w := range l.Waiting {
		facts.Waiting = append(facts.Waiting, present.Waited{Client: w.Client, Name: w.Name, Waiting: w.Waiting})
	}
	return present.NewLedger(s, facts)
}

// ratesOf compares clients with a sheet and without.
func ratesOf(l practice.Ledger) present.SheetRates {
	return present.SheetRates{With: l.With.Clients, Without: l.Without.Clients,
		ComplaintsWith: l.With.PerYear(), ComplaintsWithout: l.Without.PerYear()}
}

// goalsOf are the settings insights measures by.
func goalsOf(settings practice.Settings) present.Goals {
	return present.Goals{
		Target: rapport.Money{Minor: settings.TargetRate, Currency: currencyOf(settings)},
		Trying: settings.Trying.Code, Since: settings.Trying.Since,
	}
}

// passages writes a page that is text already: what has no title stands in front.
func (a *app) passages(all []present.Passage) {
	for _, passage := range all {
		if passage.Title == "" {
			for _, line := range passage.Lines {
				a.paper.prose(0, line)
			}
			continue
		}
		a.passage(clean(passage.Title), passage.Lines...)
	}
}

// try begins an experiment with one's own ways, or ends the one that is running.
func (a *app) try(cmd *cobra.Command, code string) error {
	if code != "" && !slices.Contains(assess.TryCodes(), code) {
		return misuse{cmd: cmd, err: rapport.Refuse(errOptionWrong, rapport.Args{"option": "--try", "value": code})}
	}
	return a.write(cmd.Context(), func(ctx context.Context, p *practice.Practice) error {
		if err := p.Try(ctx, code); err != nil {
			return err
		}
		s := a.say(ctx)
		if code == "" {
			a.paper.prose(0, s.T("cli.insights.stopped"))
			return nil
		}
		a.paper.prose(0, s.T("cli.insights.trying", present.Args{
			"Title": s.T("try." + code), "Day": s.DateLong(a.today.AddDays(present.TryDays))}))
		return nil
	})
}
