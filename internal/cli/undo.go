package cli

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
)

func (a *app) undoCommand() *cobra.Command {
	var list bool
	cmd := a.command(spec{name: "undo", code: "undo", run: func(cmd *cobra.Command, _ []string) error {
		if list {
			return a.read(cmd.Context(), a.listSteps)
		}
		return a.write(cmd.Context(), func(ctx context.Context, p *practice.Practice) error {
			c, err := p.Undo(ctx)
			if err != nil {
				return err
			}
			a.sayDone(ctx, "cli.undo.done", present.Args{"Step": a.step(ctx, c)})
			return nil
		})
	}})
	cmd.Flags().BoolVar(&list, "list", false, "steps")
	return cmd
}

func (a *app) redoCommand() *cobra.Command {
	return a.command(spec{name: "redo", code: "redo", run: func(cmd *cobra.Command, _ []string) error {
		return a.write(cmd.Context(), func(ctx context.Context, p *practice.Practice) error {
			c, err := p.Redo(ctx)
			if err != nil {
				return err
			}
			a.sayDone(ctx, "cli.redo.done", present.Args{"Step": a.step(ctx, c)})
			return nil
		})
	}})
}

// step names a deed and whom it was about: "Entry logged, Harbour Studio".
func (a *app) step(ctx context.Context, c practice.Change) string {
	name := a.say(ctx).T("deed." + string(c.Deed))
	if c.Subject == "" {
		return name
	}
	return name + ", " + c.Subject
}

// listSteps lists what can be taken back and what can be done again, the next
// one first.
func (a *app) listSteps(ctx context.Context, p *practice.Practice) error {
	back, again, err := p.Steps(ctx)
	if err != nil {
		return err
	}
	s := a.say(ctx)
	for _, stack := range []struct {
		title, none string
		steps       []practice.Change
	}{
		{s.T("cli.undo.back"), s.T("cli.undo.none"), back},
		{s.T("cli.undo.again"), "", again},
	} {
		if len(stack.steps) == 0 {
			a.paper.prose(0, stack.none)
			continue
		}
		a.paper.line(a.paper.bold(stack.title))
		for _, c := range stack.steps {
			a.paper.prose(2, a.step(ctx, c))
		}
	}
	return nil
}
