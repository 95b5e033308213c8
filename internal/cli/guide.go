package cli

import (
	"context"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/rapport-desktop/rapport/internal/guide"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

func (a *app) guideCommand() *cobra.Command {
	return a.group("guide", "guide", a.guideListCommand(), a.guideShowCommand(), a.guideRunCommand())
}

// guideOf finds a guide by its code, however it is written.
func guideOf(code string) (guide.Guide, error) {
	g, ok := present.Guides().Find(coded(code))
	if !ok {
		return g, rapport.Refuse(errGuide, rapport.Args{"value": code, "guides": likely(guideCodes())})
	}
	return g, nil
}

// guideCodes are what guides are called on the command line.
func guideCodes() []string {
	var all []string
	for _, g := range present.Guides() {
		all = append(all, g.Code)
	}
	return all
}

func (a *app) guideListCommand() *cobra.Command {
	var asJSON bool
	cmd := a.command(spec{
		name: "list", code: "guide_list", takes: [2]int{0, 1}, examples: true, complete: a.completeClient,
		run: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return a.printGuides(a.say(cmd.Context()), present.NewGuidesPage(a.say(cmd.Context()), present.Guides(), nil), asJSON)
			}
			return a.read(cmd.Context(), func(ctx context.Context, p *practice.Practice) error {
				file, err := a.file(ctx, p, args[0])
				if err != nil {
					return err
				}
				k, err := a.known(ctx, p, file)
				if err != nil {
					return err
				}
				return a.printGuides(a.say(ctx), present.NewGuidesPage(a.say(ctx), present.Guides(), &k), asJSON)
			})
		},
	})
	cmd.Flags().BoolVar(&asJSON, "json", false, "json")
	return cmd
}

// guideJSON is a guide for other programs.
type guideJSON struct {
	Guide string `json:"guide"`
	Title string `json:"title"`
	Line  string `json:"line"`
	Group string `json:"group"`
	Fits  bool   `json:"fits,omitempty"` // this client now
	Open  string `json:"open,omitempty"` // how far it is, of one that was taken up
	Steps int    `json:"steps"`
}

// printGuides lists the guides: what was taken up, what fits, and all the others by
// what they are for; then the practice cards.
func (a *app) printGuides(s *present.Speaker, page present.GuidesPage, asJSON bool) error {
	if asJSON {
		return a.printJSON(guidesJSON(page))
	}
	a.paper.line(a.paper.bold(clean(page.Answer)))
	a.paper.prose(0, page.Line)
	a.printGuideRows(s.T("cli.guide.open"), page.Open)
	a.printGuideRows(s.T("cli.guide.fits"), page.Fits)
	for _, group := range page.Groups {
		a.printGuideRows(group.Title, group.Rows)
	}
	a.paper.blank()
	a.paper.prose(0, s.T("cli.guide.how"))
	t := newTable(column{fit: flows}, column{fit: flows}, column{})
	for _, card := range page.Cards {
		t.put(cell{text: card.Title, paint: a.paper.bold}, cell{text: card.Text}, cell{text: card.Guide, paint: a.paper.dim})
	}
	a.titled(s.T("text.cards"), t)
	return nil
}

func (a *app) printGuideRows(title string, rows []present.GuideRow) {
	t := newTable(column{}, column{fit: flows}, column{fit: flows}, column{})
	for _, row := range rows {
		t.put(cell{text: row.Code, paint: a.paper.bold}, cell{text: row.Title}, cell{text: firstOf(row.Why, row.Line)},
			cell{text: row.Steps, paint: a.paper.dim})
	}
	a.titled(title, t)
}

func guidesJSON(page present.GuidesPage) any {
	list := struct {
		Guides []guideJSON `json:"guides"`
	}{make([]guideJSON, 0)}
	fits, open := map[string]bool{}, map[string]string{}
	for _, row := range page.Fits {
		fits[row.Code] = true
	}
	for _, row := range page.Open {
		open[row.Code] = row.Steps
	}
	for _, group := range page.Groups {
		for _, row := range group.Rows {
			g, _ := present.Guides().Find(row.Code)
			list.Guides = append(list.Guides, guideJSON{Guide: row.Code, Title: row.Title, Line: row.Line, Group: group.Code,
				Fits: fits[row.Code], Open: open[row.Code], Steps: len(g.Steps)})
		}
	}
	return list
}

func (a *app) guideShowCommand() *cobra.Command {
	return a.command(spec{
		name: "show", code: "guide_show", takes: [2]int{1, 2}, complete: a.completeGuide,
		run: func(cmd *cobra.Command, args []string) error {
			g, err := guideOf(args[0])
			if err != nil {
				return misuse{cmd: cmd, err: err}
			}
			if len(args) == 1 {
				a.printGuide(present.NewGuidePage(a.say(cmd.Context()), g, rapport.Run{Guide: g.Code}, present.Known{}))
				return nil
			}
			return a.read(cmd.Context(), func(ctx context.Context, p *practice.Practice) error {
				file, err := a.file(ctx, p, args[1])
				if err != nil {
					return err
				}
				k, err := a.knownWidely(ctx, p, file)
				if err != nil {
					return err
				}
				a.printGuide(present.NewGuidePage(a.say(ctx), g, openRun(file.Way.Runs, g.Code), k))
				return nil
			})
		},
	})
}

// openRun is where the guide was left, or a beginning.
func openRun(runs []rapport.Run, code string) rapport.Run {
	for _, run := range runs {
		if run.Guide == code && run.Done.IsZero() {
			return run
		}
	}
	return rapport.Run{Guide: code}
}

// printGuide writes a guide whole, as far as it applies.
func (a *app) printGuide(page present.GuidePage) {
	a.paper.line(a.paper.bold(page.Title))
	a.paper.prose(0, page.Line)
	for i, step := range page.Steps {
		mark := ""
		if i == page.Now && page.Client != "" {
			mark = " ←"
		}
		a.paper.heading(step.Title + mark)
		a.printStep(step, false)
	}
	a.paper.blank()
	a.paper.prose(0, page.End.Text)
}

// printStep writes what a step says and what the book knows of it. Items that are to
// be picked now stand behind the number to type.
func (a *app) printStep(step present.GuideStep, picking bool) {
	for paragraph := range strings.SplitSeq(step.Text, "\n") {
		a.paper.prose(2, paragraph)
	}
	a.paper.prose(2, step.Shut)
	for i, item := range step.Items {
		mark := "-"
		if item.On {
			mark = "×"
		}
		if picking {
			mark = strconv.Itoa(i + 1)
		}
		a.paper.item(2, mark, item.Text)
		a.paper.prose(4, item.Why)
	}
	if step.Facts.Title == "" {
		return
	}
	a.paper.prose(2, a.paper.dim(step.Facts.Title))
	t := newTable(column{}, column{fit: flows})
	for _, row := range step.Facts.Rows {
		t.put(cell{text: row.When, paint: a.paper.dim}, cell{text: row.Text})
	}
	a.paper.table(4, t)
	a.paper.prose(4, step.Facts.Empty)
}

// completeGuide completes a guide, then a client.
func (a *app) completeGuide(cmd *cobra.Command, args []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	var words []string
	switch len(args) {
	case 0:
		s := a.say(cmd.Context())
		for _, group := range present.NewGuidesPage(s, present.Guides(), nil).Groups {
			for _, row := range group.Rows {
				words = append(words, cobra.CompletionWithDesc(row.Code, row.Title))
			}
		}
	case 1:
		words = a.clientNames(cmd, begun)
	}
	return words, cobra.ShellCompDirectiveNoFileComp
}
