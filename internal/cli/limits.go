package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// limiting are the options of limits.
type limiting struct {
	limits rapport.Limits
	target string // an amount in the currency of the settings
	hours  string // of work there are in a week
}

func (a *app) limitsCommand() *cobra.Command {
	var o limiting
	var share saving
	cmd := a.command(spec{
		name: "limits", code: "limits", takes: [2]int{0, 1}, examples: true, complete: a.completeClient,
		run: func(cmd *cobra.Command, args []string) error {
			if share.path != "" {
				return a.shareLimits(cmd, args, share)
			}
			open := a.read
			if anyChanged(cmd) {
				open = a.write
			}
			return open(cmd.Context(), func(ctx context.Context, p *practice.Practice) error {
				settings, err := p.Settings(ctx)
				if err != nil {
					return err
				}
				if len(args) > 0 {
					return a.limitsOf(cmd, p, args[0], settings, o)
				}
				return a.generalLimits(cmd, p, settings, o)
			})
		},
	})
	cmd.Flags().IntVar(&o.limits.Hostility, "hostility", 0, "hostility")
	cmd.Flags().IntVar(&o.limits.Complexity, "complexity", 0, "complexity")
	cmd.Flags().IntVar(&o.limits.Minutes, "minutes", 0, "minutes_limit")
	cmd.Flags().StringVar(&o.target, "target", "", "target")
	cmd.Flags().StringVar(&o.hours, "hours", "", "week_hours")
	cmd.Flags().StringVar(&share.path, "share", "", "share")
	cmd.Flags().BoolVar(&share.replace, "replace", false, "replace")
	return cmd
}

// onto writes the limits that were given onto others.
func (o limiting) onto(cmd *cobra.Command, l *rapport.Limits) error {
	for name, value := range map[string]struct{ from, to *int }{
		"hostility":  {&o.limits.Hostility, &l.Hostility},
		"complexity": {&o.limits.Complexity, &l.Complexity},
		"minutes":    {&o.limits.Minutes, &l.Minutes},
	} {
		if cmd.Flags().Changed(name) {
			*value.to = *value.from
		}
	}
	return l.Check()
}

// generalLimits shows the limits for everybody and what an hour is to bring, after
// changing what was asked for.
func (a *app) generalLimits(cmd *cobra.Command, p *practice.Practice, settings practice.Settings, o limiting) error {
	ctx := cmd.Context()
	if err := o.onto(cmd, &settings.Limits); err != nil {
		return err
	}
	if cmd.Flags().Changed("target") {
		target, err := a.parseMoney(ctx, o.target, currencyOf(settings))
		if err != nil {
			return err
		}
		if settings.TargetRate = target.Minor; target.Minor > 0 { // a window in another region would take it for another amount
			settings.Currency = string(target.Currency)
		}
	}
	if cmd.Flags().Changed("hours") {
		minutes, err := a.parseHours(ctx, o.hours)
		if err != nil {
			return err
		}
		settings.Hours = minutes
	}
	if anyChanged(cmd) {
		if err := p.EditSettings(ctx, settings); err != nil {
			return err
		}
		a.paper.prose(0, a.say(ctx).T("cli.limits.saved"))
	}
	s := a.say(ctx)
	a.paper.line(a.paper.bold(s.T("cli.limits.everybody")))
	t := a.limitTable(ctx, settings.Limits, rapport.Limits{})
	target := s.T("cli.limits.no_target")
	if settings.TargetRate > 0 {
		target = s.Money(rapport.Money{Minor: settings.TargetRate, Currency: currencyOf(settings)})
	}
	t.put(cell{text: s.T("cli.limits.target"), paint: a.paper.dim}, cell{text: target})
	if settings.Hours > 0 {
		t.put(cell{text: s.T("cli.limits.hours"), paint: a.paper.dim}, cell{text: s.Duration(settings.Hours)})
	}
	a.paper.table(2, t)
	return a.printOwnLimits(ctx, p, settings.Limits)
}

// limitsOf shows the limits for one client, after changing what was asked for.
func (a *app) limitsOf(cmd *cobra.Command, p *practice.Practice, name string, settings practice.Settings, o limiting) error {
	if cmd.Flags().Changed("target") {
		return misuse{cmd: cmd, err: errTargetForAll}
	}
	if cmd.Flags().Changed("hours") {
		return misuse{cmd: cmd, err: errHoursForAll}
	}
	ctx := cmd.Context()
	c, err := a.find(ctx, p, name)
	if err != nil {
		return err
	}
	if anyChanged(cmd) {
		if err := o.onto(cmd, &c.Limits); err != nil {
			return err
		}
		if err := p.EditClient(ctx, c); err != nil {
			return err
		}
		a.paper.prose(0, a.say(ctx).T("cli.limits.saved"))
	}
	a.paper.line(a.paper.bold(clean(c.Name)))
	a.paper.table(2, a.limitTable(ctx, c.Limits, settings.Limits))
	return nil
}

// printOwnLimits lists the clients that have limits of their own.
func (a *app) printOwnLimits(ctx context.Context, p *practice.Practice, general rapport.Limits) error {
	clients, err := p.Clients(ctx, false)
	if err != nil {
		return err
	}
	for _, c := range clients {
		if c.Limits != (rapport.Limits{}) {
			a.titled(clean(c.Name), a.limitTable(ctx, c.Limits, general))
		}
	}
	return nil
}

// limitTable is the three limits; where there is none, the general one that holds
// instead.
func (a *app) limitTable(ctx context.Context, own, general rapport.Limits) *table {
	s := a.say(ctx)
	t := newTable(column{}, column{fit: flows})
	for i, limit := range axes(own) {
		text, shared := s.T("cli.limits.none"), axes(general)[i].at
		switch {
		case limit.at > 0:
			text = limitText(s, limit.axis, limit.at)
		case shared > 0:
			text = s.T("cli.limits.as_everybody", present.Args{"Limit": limitText(s, limit.axis, shared)})
		}
		t.put(cell{text: s.Axis(limit.axis), paint: a.paper.dim}, cell{text: text})
	}
	return t
}

// limitsLine is the limits there are on one line, "" when there are none.
func limitsLine(s *present.Speaker, l rapport.Limits) string {
	var said []string
	for _, limit := range axes(l) {
		if limit.at > 0 {
			said = append(said, s.Axis(limit.axis)+": "+limitText(s, limit.axis, limit.at))
		}
	}
	return strings.Join(said, " · ")
}

// onAxis is where one of the three limits lies.
type onAxis struct {
	axis assess.Axis
	at   int // 0 for none
}

func axes(l rapport.Limits) []onAxis {
	return []onAxis{{assess.Hostility, l.Hostility}, {assess.Complexity, l.Complexity}, {assess.Minutes, l.Minutes}}
}

// limitText is where a limit lies, in the unit of its axis.
func limitText(s *present.Speaker, axis assess.Axis, limit int) string {
	switch axis {
	case assess.Hostility:
		return s.T("cli.limits.hostility", present.Args{"N": limit, "Severity": s.Severity(limit)})
	case assess.Complexity:
		return s.T("cli.limits.complexity", present.Args{"N": limit})
	default:
		return s.T("cli.limits.minutes", present.Args{"Duration": s.Duration(limit)})
	}
}

// currencyOf is the currency of whatever has none of its own.
func currencyOf(settings practice.Settings) rapport.Currency {
	if settings.Currency == "" {
		return usualCurrency
	}
	return rapport.Currency(settings.Currency)
}

// listen collects the personal limits that what is done from now on crosses.
func (a *app) listen(p *practice.Practice) *[]assess.Alert {
	var crossed []assess.Alert
	p.OnChange(func(c practice.Change) { crossed = append(crossed, c.Alerts...) })
	return &crossed
}
