package cli

import (
	"bufio"
	"context"
	"errors"
	"strings"

	"github.com/mattn/go-runewidth"
	"github.com/spf13/cobra"

	"github.com/rapport-desktop/rapport/internal/guide"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

func (a *app) guideRunCommand() *cobra.Command {
	return a.command(spec{
		name: "run", code: "guide_run", takes: [2]int{2, 2}, examples: true, complete: a.completeGuide,
		run: func(cmd *cobra.Command, args []string) error {
			g, err := guideOf(args[0])
			if err != nil {
				return misuse{cmd: cmd, err: err}
			}
			return a.write(cmd.Context(), func(ctx context.Context, p *practice.Practice) error {
				c, err := a.find(ctx, p, args[1])
				if err != nil {
					return err
				}
				w := walk{app: a, practice: p, guide: g, client: c, speaker: a.say(ctx), in: bufio.NewReader(a.out.In)}
				return w.through(ctx)
			})
		},
	})
}

// walk is a guide being gone through in the terminal.
type walk struct {
	*app
	practice *practice.Practice
	guide    guide.Guide
	client   rapport.Client
	speaker  *present.Speaker
	in       *bufio.Reader
	run      rapport.Run
	page     present.GuidePage
	parting  bool // an ending is under way
}

// How a step was left, beside having been answered.
var (
	errLeft   = errors.New("the guide was left") // it goes on from here next time
	errBack   = errors.New("one step back")
	errPassed = errors.New("the step was skipped")
	errAgain  = errors.New("the step is asked again")
)

// What may be typed at any step.
const (
	wordLeave = "q"
	wordBack  = "b"
	wordSkip  = "s"
)

// through goes step by step from where the guide was left. What each step brings is
// stored before the next is asked, so that leaving loses nothing.
func (w *walk) through(ctx context.Context) (err error) {
	if w.run, err = w.practice.TakeUp(ctx, w.client.ID, w.guide.Code); err != nil {
		return err
	}
	if err := w.look(ctx); err != nil {
		return err
	}
	w.paper.line(w.paper.bold(w.page.Title) + "  " + clean(w.page.Client))
	w.paper.prose(0, w.page.Line)
	w.paper.prose(0, w.speaker.T("cli.guide.keys"))
	for w.page.Now < len(w.page.Steps) {
		err := w.take(ctx, w.page.Steps[w.page.Now])
		switch {
		case errors.Is(err, errLeft):
			w.paper.prose(0, w.speaker.T("cli.guide.left", present.Args{
				"Line": programName + " guide run " + w.guide.Code + " " + typed(w.client.Name)}))
			return nil
		case err != nil:
			return err
		}
	}
	return w.finish(ctx)
}

// look words the guide anew: what a step brought about may show in the next.
func (w *walk) look(ctx context.Context) error {
	file, err := w.practice.Client(ctx, w.client.ID)
	if err != nil {
		return err
	}
	k, err := w.knownWidely(ctx, w.practice, file)
	if err != nil {
		return err
	}
	w.page = present.NewGuidePage(w.speaker, w.guide, w.run, k)
	w.parting = file.Way.EndPlan != nil && file.Way.EndPlan.Open()
	return nil
}

// take asks one step and stores what came of it.
func (w *walk) take(ctx context.Context, step present.GuideStep) error {
	w.paper.heading(w.page.Place + ": " + step.Title)
	w.printStep(step, step.Kind == guide.Tick || step.Kind == guide.Choose)
	kept, err := w.respond(ctx, step)
	switch {
	case errors.Is(err, errAgain):
		return nil
	case errors.Is(err, errBack):
		w.run.Step = w.page.Steps[max(0, w.page.Now-1)].Code
	case errors.Is(err, errPassed):
		w.keep(step.Code, guide.Skipped)
	case err != nil:
		return err
	default:
		w.keep(step.Code, kept)
	}
	if err := w.practice.KeepRun(ctx, w.run); err != nil {
		return err
	}
	return w.look(ctx)
}

// keep notes what a step brought, and goes on to the next that applies now and was
// not passed yet: who went back to correct something is not asked all the rest anew.
func (w *walk) keep(code, kept string) {
	if w.run.Kept == nil {
		w.run.Kept = map[string]string{}
	}
	w.run.Kept[code], w.run.Step = kept, ""
	for _, step := range w.guide.Visible(w.run.Kept) {
		if w.run.Kept[step.Code] == "" {
			w.run.Step = step.Code
			return
		}
	}
}

// finish ends the run and says what was done in it and what to expect.
func (w *walk) finish(ctx context.Context) error {
	w.run.Done = w.today
	if err := w.practice.KeepRun(ctx, w.run); err != nil {
		return err
	}
	end := w.page.End
	w.paper.heading(w.speaker.T("cli.guide.done"))
	w.paper.prose(2, end.Text)
	for _, did := range end.Did {
		w.paper.item(2, "-", did)
	}
	w.paper.prose(2, end.Next)
	if !end.Again.IsZero() {
		w.paper.prose(2, w.speaker.T("cli.guide.again", present.Args{"Day": end.Again}))
	}
	return nil
}

// line puts a question and reads the answer. The words that move about in the guide
// are told from answers here; the end of the input leaves the guide.
func (w *walk) line(question string) (string, error) {
	if runewidth.StringWidth(question) > w.paper.width/2 { // room for the answer
		w.paper.prose(2, question)
		question = ">"
	}
	_, _ = w.paper.w.WriteString("  " + w.paper.bold(question) + " ")
	if err := w.paper.flush(); err != nil {
		return "", err
	}
	text, err := w.in.ReadString('\n')
	if !w.out.Asking {
		w.paper.blank() // nobody's Enter ended the line
	}
	text = strings.TrimSpace(text)
	if err != nil && text == "" {
		return "", errLeft
	}
	switch strings.ToLower(text) {
	case wordLeave:
		return "", errLeft
	case wordBack:
		return "", errBack
	case wordSkip:
		return "", errPassed
	}
	return text, nil
}
