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

// threatening are the options of threat: what became of one.
type threatening struct {
	told          string
	acted, closed rapport.Date
}

func (a *app) threatCommand() *cobra.Command {
	var o threatening
	cmd := a.command(spec{
		name: "threat", code: "threat", takes: [2]int{1, 2}, examples: true, complete: a.completeClient,
		run: func(cmd *cobra.Command, args []string) error {
			open := a.read
			if anyChanged(cmd) {
				open = a.write
			}
			var voiced rapport.Date
			if len(args) == 2 {
				var err error
				if voiced, err = a.parseDay(args[1]); err != nil {
					return misuse{cmd: cmd, err: err}
				}
			}
			return open(cmd.Context(), func(ctx context.Context, p *practice.Practice) error {
				file, err := a.file(ctx, p, args[0])
				if err != nil {
					return err
				}
				if !anyChanged(cmd) {
					a.printThreats(ctx, threatsOn(file.Threats(), voiced))
					return nil
				}
				return a.trackThreat(ctx, p, file, voiced, o)
			})
		},
	})
	cmd.Flags().StringVar(&o.told, "told", "", "told")
	cmd.Flags().Var(&dateFlag{app: a, day: &o.acted}, "acted", "acted")
	cmd.Flags().Var(&dateFlag{app: a, day: &o.closed}, "closed", "closed")
	return cmd
}

// threatsOn are those voiced on a day, all of them for no day.
func threatsOn(all []rapport.ThreatCase, voiced rapport.Date) []rapport.ThreatCase {
	return slices.DeleteFunc(all, func(t rapport.ThreatCase) bool { return !voiced.IsZero() && t.Voiced != voiced })
}

// trackThreat notes what became of the threat that is meant: the one of the day that
// was named, or else the only one that is not settled.
func (a *app) trackThreat(ctx context.Context, p *practice.Practice, file practice.ClientFile, voiced rapport.Date, o threatening) error {
	c, meant := file.History.Client, threatsOn(file.Threats(), voiced)
	if voiced.IsZero() {
		meant = slices.DeleteFunc(meant, func(t rapport.ThreatCase) bool { return !t.Open() })
	}
	switch len(meant) {
	case 0:
		return rapport.Refuse(errNoThreat, rapport.Args{"client": c.Name})
	case 1:
	default:
		var days []string
		for _, t := range meant {
			days = append(days, t.Voiced.String())
		}
		return rapport.Refuse(errThreatSeveral, rapport.Args{"client": c.Name, "candidates": likely(slices.Compact(days))})
	}
	t := meant[0]
	if told := strings.TrimSpace(o.told); told != "" {
		t.Told = told
	}
	if !o.acted.IsZero() {
		t.Acted = o.acted
	}
	if !o.closed.IsZero() {
		t.Closed = o.closed
	}
	t, err := p.TrackThreat(ctx, t)
	if err != nil {
		return err
	}
	a.sayDone(ctx, "cli.threat.noted", present.Args{"Client": c.Name})
	a.printThreats(ctx, []rapport.ThreatCase{t})
	return nil
}

// printThreats lists threats with what became of each and what to do now.
func (a *app) printThreats(ctx context.Context, threats []rapport.ThreatCase) {
	s := a.say(ctx)
	if len(threats) == 0 {
		a.paper.prose(0, s.T("cli.threat.none"))
		return
	}
	t := newTable(column{}, column{fit: flows}, column{fit: flows})
	for _, threat := range threats {
		row := s.Threat(threat, a.today)
		t.put(cell{text: row.Word, paint: a.paper.bold}, cell{text: row.Text}, cell{text: row.Next})
	}
	a.paper.table(0, t)
}
