package cli

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/intake"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// deciding are the options of decide.
type deciding struct {
	why   string
	again rapport.Date
}

func (a *app) decideCommand() *cobra.Command {
	var o deciding
	cmd := a.command(spec{
		name: "decide", code: "decide", takes: [2]int{1, 2}, examples: true, complete: a.completeDecision,
		run: func(cmd *cobra.Command, args []string) error {
			return a.write(cmd.Context(), func(ctx context.Context, p *practice.Practice) error {
				return a.decide(ctx, p, args, o)
			})
		},
	})
	cmd.Flags().StringVar(&o.why, "why", "", "why")
	cmd.Flags().Var(&dateFlag{app: a, day: &o.again}, "again", "again")
	return cmd
}

// decide stores what the user chose, and says what it means: whether it follows the
// facts, and when and by what signs it is looked at again.
func (a *app) decide(ctx context.Context, p *practice.Practice, args []string, o deciding) error {
	file, err := a.file(ctx, p, args[0])
	if err != nil {
		return err
	}
	c, offered := file.History.Client, file.Standing.Assessment
	d := rapport.Decision{Client: c.ID, Chosen: offered.Verdict, Why: strings.TrimSpace(o.why), Again: o.again}
	if len(args) > 1 {
		if d.Chosen, err = a.parseVerdict(ctx, args[1]); err != nil {
			return err
		}
	}
	if d, err = p.Decide(ctx, d); err != nil {
		return err
	}
	s, key := a.say(ctx), "cli.decide.agreed"
	if !d.Agreed() {
		key = "cli.decide.otherwise"
	}
	a.paper.prose(0, s.T(key, present.Args{"Client": c.Name, "Chosen": d.Chosen, "Offered": d.Offered}))
	a.paper.prose(0, s.Driver(assess.DriverOf(offered, d.Chosen)))
	if file, err = p.Client(ctx, c.ID); err != nil {
		return err
	}
	page := a.pageOf(ctx, file)
	if card := page.Trial; card != nil && card.Decision == d.ID {
		a.printTrial(s, *card)
	}
	if d.Agreed() {
		a.passage(s.T("cli.show.next"), page.Next.Text)
	}
	return nil
}

// parseVerdict reads a verdict by its code or by its name in the language spoken.
func (a *app) parseVerdict(ctx context.Context, text string) (rapport.Verdict, error) {
	folded := intake.Fold(strings.ReplaceAll(text, "-", "_"))
	for _, v := range rapport.Verdicts() {
		if folded == string(v) || intake.Fold(text) == intake.Fold(a.say(ctx).Verdict(v)) {
			return v, nil
		}
	}
	return "", rapport.Refuse(rapport.ErrVerdict, rapport.Args{"value": text})
}

// completeDecision completes a client, then a verdict.
func (a *app) completeDecision(cmd *cobra.Command, args []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	switch len(args) {
	case 0:
		return a.clientNames(cmd, begun), cobra.ShellCompDirectiveNoFileComp
	case 1:
		var verdicts []string
		for _, v := range rapport.Verdicts() {
			verdicts = append(verdicts, cobra.CompletionWithDesc(string(v), a.say(cmd.Context()).Verdict(v)))
		}
		return verdicts, cobra.ShellCompDirectiveNoFileComp
	}
	return nil, cobra.ShellCompDirectiveNoFileComp
}

func (a *app) lookBackCommand() *cobra.Command {
	return a.command(spec{
		name: "look-back", code: "look_back", takes: [2]int{0, 2}, examples: true, complete: a.completeLookBack,
		run: func(cmd *cobra.Command, args []string) error {
			switch len(args) {
			case 0:
				return a.read(cmd.Context(), a.listLookBacks)
			case 1:
				return misuse{cmd: cmd, err: errTooFew}
			}
			return a.write(cmd.Context(), func(ctx context.Context, p *practice.Practice) error {
				return a.lookBack(ctx, p, args[0], args[1])
			})
		},
	})
}

// outcomes are what can be said of a decision, looking back.
func outcomes() []rapport.Outcome {
	return []rapport.Outcome{rapport.Right, rapport.Wrong, rapport.Unsure}
}

// lookBack keeps how a decision turned out: the one that has waited longest, or,
// where none is due yet, the last one made.
func (a *app) lookBack(ctx context.Context, p *practice.Practice, name, word string) error {
	outcome := rapport.Outcome("")
	for _, o := range outcomes() {
		if folded := intake.Fold(word); folded == string(o) || folded == intake.Fold(a.say(ctx).Outcome(o)) {
			outcome = o
		}
	}
	if outcome == "" {
		return rapport.Refuse(rapport.ErrOutcome, rapport.Args{"value": word})
	}
	file, err := a.file(ctx, p, name)
	if err != nil {
		return err
	}
	c, d := file.History.Client, file.Standing.LookBack
	if d == nil {
		d = file.Standing.Decision
	}
	if d == nil {
		return rapport.Refuse(errNoDecision, rapport.Args{"client": c.Name})
	}
	if err := p.LookBack(ctx, c.ID, d.ID, outcome); err != nil {
		return err
	}
	a.sayDone(ctx, "cli.look_back.noted", present.Args{
		"Client": c.Name, "Day": d.On, "Chosen": d.Chosen, "Outcome": a.say(ctx).Outcome(outcome)})
	return nil
}

// listLookBacks lists the decisions that are ninety days old and not judged yet,
// the oldest first.
func (a *app) listLookBacks(ctx context.Context, p *practice.Practice) error {
	standings, err := a.standings(ctx, p, true)
	if err != nil {
		return err
	}
	s := a.say(ctx)
	standings = slices.DeleteFunc(standings, func(st assess.Standing) bool { return st.LookBack == nil })
	if len(standings) == 0 {
		a.paper.prose(0, s.T("cli.look_back.none"))
		return nil
	}
	slices.SortStableFunc(standings, func(x, y assess.Standing) int { return int(x.LookBack.On) - int(y.LookBack.On) })
	t := newTable(column{head: s.T("cli.head.client"), fit: cut}, column{head: s.T("cli.head.decided")},
		column{head: s.T("cli.head.chosen")}, column{head: s.T("cli.head.offered")}, column{head: s.T("cli.head.why"), fit: flows})
	for _, st := range standings {
		d := st.LookBack
		t.put(cell{text: st.Client.Name, paint: a.paper.bold}, cell{text: s.Date(d.On)},
			cell{text: s.Verdict(d.Chosen)}, cell{text: s.Verdict(d.Offered)}, cell{text: d.Why})
	}
	a.paper.table(0, t)
	a.paper.blank()
	a.paper.prose(0, s.T("cli.look_back.how"))
	return nil
}

// completeLookBack completes a client, then how it turned out.
func (a *app) completeLookBack(cmd *cobra.Command, args []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	switch len(args) {
	case 0:
		return a.clientNames(cmd, begun), cobra.ShellCompDirectiveNoFileComp
	case 1:
		var words []string
		for _, o := range outcomes() {
			words = append(words, cobra.CompletionWithDesc(string(o), a.say(cmd.Context()).Outcome(o)))
		}
		return words, cobra.ShellCompDirectiveNoFileComp
	}
	return nil, cobra.ShellCompDirectiveNoFileComp
}
