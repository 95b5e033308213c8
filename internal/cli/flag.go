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

// flagging are the options of flag.
type flagging struct {
	reason string
	until  rapport.Date
	lift   bool
}

func (a *app) flagCommand() *cobra.Command {
	var o flagging
	cmd := a.command(spec{
		name: "flag", code: "flag", takes: [2]int{1, 1}, examples: true, complete: a.completeClient,
		run: func(cmd *cobra.Command, args []string) error {
			open := a.write
			switch changed := cmd.Flags().Changed; {
			case !anyChanged(cmd):
				open = a.read
			case o.lift && (changed("reason") || changed("until")):
				return misuse{cmd: cmd, err: rapport.Refuse(errOptionWith, rapport.Args{"option": "--lift", "other": "--reason"})}
			case !o.lift && strings.TrimSpace(o.reason) == "":
				return misuse{cmd: cmd, err: rapport.ErrReasonMissing}
			case !o.lift && o.until.IsZero():
				return misuse{cmd: cmd, err: rapport.Refuse(rapport.ErrDateMissing, rapport.Args{"field": "until"})}
			}
			return open(cmd.Context(), func(ctx context.Context, p *practice.Practice) error {
				file, err := a.file(ctx, p, args[0])
				if err != nil {
					return err
				}
				return a.flag(ctx, p, file, o)
			})
		},
	})
	cmd.Flags().StringVar(&o.reason, "reason", "", "reason_flag")
	cmd.Flags().Var(&dateFlag{app: a, day: &o.until}, "until", "until")
	cmd.Flags().BoolVar(&o.lift, "lift", false, "lift")
	return cmd
}

// flag puts up a flag, takes down those that fly, or shows what there is.
func (a *app) flag(ctx context.Context, p *practice.Practice, file practice.ClientFile, o flagging) error {
	c := file.History.Client
	switch {
	case o.lift:
		flying := slices.DeleteFunc(slices.Clone(file.Way.Flags), func(f rapport.Flag) bool { return !f.Flying(a.today) })
		if len(flying) == 0 {
			return rapport.Refuse(errNoFlag, rapport.Args{"client": c.Name})
		}
		for _, f := range flying {
			if err := p.LiftFlag(ctx, f.ID); err != nil {
				return err
			}
			a.sayDone(ctx, "cli.reminder.lifted", present.Args{"Client": c.Name, "Reason": f.Reason})
		}
		return nil
	case o.reason != "":
		f, err := p.SetFlag(ctx, rapport.Flag{Client: c.ID, Reason: strings.TrimSpace(o.reason), Until: o.until})
		if err != nil {
			return err
		}
		a.sayDone(ctx, "cli.reminder.set", present.Args{"Client": c.Name, "Day": f.Until})
		return nil
	}
	a.printFlags(ctx, file.Way.Flags)
	return nil
}

// printFlags lists flags, those that fly first.
func (a *app) printFlags(ctx context.Context, flags []rapport.Flag) {
	s := a.say(ctx)
	if len(flags) == 0 {
		a.paper.prose(0, s.T("cli.reminder.none"))
		return
	}
	t := newTable(column{fit: flows}, column{})
	for _, flies := range []bool{true, false} {
		for _, f := range flags {
			if row := s.Flag(f, a.today); row.Flying == flies {
				t.add(row.Text, row.Until)
			}
		}
	}
	a.paper.table(0, t)
}

// remindOf looks whether somebody of this name and these addresses was here before.
func (a *app) remindOf(ctx context.Context, p *practice.Practice, name string, mails []string) error {
	found, err := p.Known(ctx, name, mails)
	if err == nil {
		a.remind(ctx, found)
	}
	return err
}

// remind says on standard error who of those known looks like somebody who turns up
// again: a flag flies over them, or it ended.
func (a *app) remind(ctx context.Context, found []practice.Returning) {
	s := a.say(ctx)
	for _, r := range found {
		var flag *rapport.Flag
		if len(r.Flags) > 0 {
			flag = &r.Flags[0]
		}
		a.margin.prose(0, s.Returning(r.Client.Name, flag, r.Ended, a.today))
	}
}
