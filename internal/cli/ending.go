package cli

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/rapport-desktop/rapport/internal/ending"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

func (a *app) endCommand() *cobra.Command {
	return a.group("end", "end", a.endStartCommand(), a.endStatusCommand(), a.endEditCommand(),
		a.endFinishCommand(), a.endReopenCommand())
}

// endFields are what can be said about an ending on the command line.
type endFields struct {
	story                     string
	notice, cure              int
	business, monthEnd        bool
	served, cureFrom, lastDay rapport.Date
	asked                     []string
}

// flags offers every field as an option.
func (f *endFields) flags(a *app, cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&f.story, "story", "", "story")
	flags.IntVar(&f.notice, "notice", 0, "notice_end")
	flags.BoolVar(&f.business, "business", false, "business")
	flags.BoolVar(&f.monthEnd, "month-end", false, "month_end")
	flags.Var(&dateFlag{app: a, day: &f.served}, "served", "served")
	flags.IntVar(&f.cure, "cure", 0, "cure")
	flags.Var(&dateFlag{app: a, day: &f.cureFrom}, "cure-from", "cure_from")
	flags.StringSliceVar(&f.asked, "asked", nil, "asked")
	flags.Var(&dateFlag{app: a, day: &f.lastDay}, "last-day", "last_day")
	a.offer(cmd, "asked", func() []string { return append(oweKinds(), allKinds) })
}

// allKinds says that everything that may be owed was asked about.
const allKinds = "all"

// oweKinds are the codes of what may be owed.
func oweKinds() []string {
	var codes []string
	for _, kind := range rapport.OweKinds() {
		codes = append(codes, string(kind))
	}
	return codes
}

// onto writes the options that were given onto a plan.
func (f *endFields) onto(cmd *cobra.Command, e *rapport.EndPlan) {
	given := cmd.Flags().Changed
	for name, write := range map[string]func(){
		"story":     func() { e.Story = strings.TrimSpace(f.story) },
		"notice":    func() { e.Notice.Days = f.notice },
		"business":  func() { e.Notice.Business, e.Cure.Business = f.business, f.business },
		"month-end": func() { e.Notice.MonthEnd = f.monthEnd },
		"served":    func() { e.Notice.From = f.served },
		"cure":      func() { e.Cure.Days = f.cure },
		"cure-from": func() { e.Cure.From = f.cureFrom },
		"last-day":  func() { e.LastDay = f.lastDay },
		"asked":     func() { e.Considered = f.considered(e.Considered) },
	} {
		if given(name) {
			write()
		}
	}
}

// considered adds the kinds that were asked about to those that were before.
func (f *endFields) considered(before []rapport.OweKind) []rapport.OweKind {
	if slices.Contains(f.asked, allKinds) {
		return rapport.OweKinds()
	}
	after := slices.Clone(before)
	for _, word := range f.asked {
		if kind := rapport.OweKind(coded(word)); !slices.Contains(after, kind) {
			after = append(after, kind)
		}
	}
	return after
}

func (a *app) endStartCommand() *cobra.Command {
	var fields endFields
	cmd := a.command(spec{
		name: "start", code: "end_start", takes: [2]int{1, 1}, examples: true, complete: a.completeClient,
		run: func(cmd *cobra.Command, args []string) error {
			return a.write(cmd.Context(), func(ctx context.Context, p *practice.Practice) error {
				c, err := a.find(ctx, p, args[0])
				if err != nil {
					return err
				}
				plan := rapport.EndPlan{Client: c.ID}
				fields.onto(cmd, &plan)
				if _, err := p.StartEnding(ctx, plan); err != nil {
					return err
				}
				a.sayDone(ctx, "cli.end.begun", present.Args{"Client": c.Name})
				return a.endStatus(ctx, p, c.ID)
			})
		},
	})
	fields.flags(a, cmd)
	return cmd
}

func (a *app) endEditCommand() *cobra.Command {
	var fields endFields
	cmd := a.command(spec{
		name: "edit", code: "end_edit", takes: [2]int{1, 1}, examples: true, complete: a.completeEnding,
		run: func(cmd *cobra.Command, args []string) error {
			if !anyChanged(cmd) {
				return misuse{cmd: cmd, err: errNothingAsked}
			}
			return a.write(cmd.Context(), func(ctx context.Context, p *practice.Practice) error {
				c, err := a.find(ctx, p, args[0])
				if err != nil {
					return err
				}
				plan, err := a.planOf(ctx, p, c)
				if err != nil {
					return err
				}
				fields.onto(cmd, &plan)
				if err := p.EditEnding(ctx, plan); err != nil {
					return err
				}
				return a.endStatus(ctx, p, c.ID)
			})
		},
	})
	fields.flags(a, cmd)
	return cmd
}

// planOf is the plan of the ending that is under way.
func (a *app) planOf(ctx context.Context, p *practice.Practice, c rapport.Client) (rapport.EndPlan, error) {
	file, err := p.EndingOf(ctx, c.ID)
	if err == nil && (file.Plan == nil || !file.Plan.Open()) {
		err = rapport.Refuse(errNoEnding, rapport.Args{"client": c.Name})
	}
	if err != nil {
		return rapport.EndPlan{}, err
	}
	return *file.Plan, nil
}

func (a *app) endFinishCommand() *cobra.Command {
	return a.command(spec{
		name: "finish", code: "end_finish", takes: [2]int{1, 1}, complete: a.completeEnding,
		run: func(cmd *cobra.Command, args []string) error {
			return a.write(cmd.Context(), func(ctx context.Context, p *practice.Practice) error {
				c, err := a.find(ctx, p, args[0])
				if err != nil {
					return err
				}
				if _, err := a.planOf(ctx, p, c); err != nil {
					return err
				}
				if err := p.FinishEnding(ctx, c.ID); err != nil {
					return a.tellLocked(ctx, c, err)
				}
				a.sayDone(ctx, "cli.end.finished", present.Args{"Client": c.Name})
				for _, line := range []string{"letter closing %", "dossier % --out dossier.pdf", "flag %"} {
					a.paper.prose(2, programName+" "+strings.ReplaceAll(line, "%", typed(c.Name)))
				}
				return nil
			})
		},
	})
}

// tellLocked says what keeps an ending locked, one thing a line, and the earliest day
// it may be over; another error goes on as it is.
func (a *app) tellLocked(ctx context.Context, c rapport.Client, err error) error {
	var refused *rapport.Problem
	if !errors.Is(err, rapport.ErrEndingLocked) || !errors.As(err, &refused) {
		return err
	}
	s := a.say(ctx)
	a.margin.prose(0, programName+": "+s.T("cli.end.locked", present.Args{"Client": c.Name}))
	blocks, _ := refused.Args["blocks"].([]ending.Block)
	for _, line := range s.Blocks(blocks, a.today) {
		a.margin.item(2, "-", line)
	}
	if earliest, _ := refused.Args["earliest"].(rapport.Date); !earliest.IsZero() {
		a.margin.prose(0, s.T("cli.end.earliest", present.Args{"Day": earliest}))
	}
	return told(failed)
}

func (a *app) endReopenCommand() *cobra.Command {
	var why string
	cmd := a.command(spec{
		name: "reopen", code: "end_reopen", takes: [2]int{1, 1}, complete: a.completeEnding,
		run: func(cmd *cobra.Command, args []string) error {
			if strings.TrimSpace(why) == "" {
				return misuse{cmd: cmd, err: rapport.ErrReasonMissing}
			}
			return a.write(cmd.Context(), func(ctx context.Context, p *practice.Practice) error {
				c, err := a.find(ctx, p, args[0])
				if err != nil {
					return err
				}
				err = p.Reopen(ctx, c.ID, strings.TrimSpace(why))
				if errors.Is(err, rapport.ErrNotFound) {
					return rapport.Refuse(errNoEnding, rapport.Args{"client": c.Name})
				}
				if err != nil {
					return err
				}
				a.sayDone(ctx, "cli.end.reopened", present.Args{"Client": c.Name})
				return nil
			})
		},
	})
	cmd.Flags().StringVar(&why, "because", "", "because_reopen")
	return cmd
}

// completeEnding completes a client whose engagement is ending or has ended.
func (a *app) completeEnding(cmd *cobra.Command, args []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	all := a.clientNames(cmd, begun)
	var names []string
	a.quietly(cmd, func(ctx context.Context, p *practice.Practice) error {
		clients, err := p.Clients(ctx, true)
		for _, c := range clients {
			if (c.State == rapport.Ending || c.State == rapport.EndedState) && slices.Contains(all, c.Name) {
				names = append(names, c.Name)
			}
		}
		return err
	})
	return names, cobra.ShellCompDirectiveNoFileComp
}
