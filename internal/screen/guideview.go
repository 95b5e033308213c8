package screen

import (
	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/guide"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// build lays the guide out: where one is, how far, and the present step between all
// of them and what stands beside it.
func (g *Guide) build() fyne.CanvasObject {
	head := widgets.NewColumn(16, g.top(), g.progress())
	if g.reading() {
		head.Add(g.whom())
	}
	step, ok := g.step()
	if !ok || g.desk == nil {
		return widgets.NewColumn(24, head, g.end())
	}
	return widgets.NewColumn(24, head, widgets.NewTrio(g.parts.steps, g.main(step), g.desk.beside(), g.foot(step)))
}

// top says whose guide it is and which, how to get back, and how far one is.
func (g *Guide) top() fyne.CanvasObject {
	t := g.host.Speaker().T
	back := g.page.Client
	if g.reading() {
		back = t("guide_page.library")
	}
	name := widgets.NewFlow(12, widgets.BackLink(back, g.toClient), widgets.NewRow(12, widgets.NewText("/", widgets.ColorMuted),
		&widgets.Text{Text: g.page.Title, As: widgets.Name, Bold: true}))
	if g.page.Word != "" {
		name.Add(&widgets.VerdictChip{Code: string(g.page.Verdict), Word: g.page.Word})
	}
	ways := widgets.NewFlow(12, widgets.NewText(g.page.Place, widgets.ColorMuted))
	if g.desk != nil {
		ways.Add(&widgets.Button{Text: t("guide_page.pause"), Hint: t("keys.name.esc"), OnTapped: g.pause})
	}
	return widgets.NewTopRow(16, widgets.Stretch(name), ways)
}

// progress is the bar below the head, and puts the steps into their list.
func (g *Guide) progress() fyne.CanvasObject {
	bar := &widgets.Progress{}
	rows := make([]widgets.StepRow, len(g.page.Steps))
	front := true // everything up to the first step not passed yet can be gone to
	for i, step := range g.page.Steps {
		rows[i] = widgets.StepRow{Text: step.Title, State: g.stateOf(i, step), Open: front}
		bar.Steps = append(bar.Steps, rows[i].State)
		if _, passed := g.run.Kept[step.Code]; !passed {
			front = false
		}
	}
	if !g.run.Done.IsZero() {
		for i := range rows {
			rows[i].Open = false // what was done stays done
		}
	}
	g.parts.steps.Rows = rows
	g.parts.steps.Refresh()
	return bar
}

func (g *Guide) stateOf(i int, step present.GuideStep) widgets.StepState {
	switch kept, passed := g.run.Kept[step.Code]; {
	case i == g.page.Now:
		return widgets.StepNow
	case passed && kept == guide.Skipped:
		return widgets.StepSkipped
	case passed:
		return widgets.StepDone
	}
	return widgets.StepAhead
}

// whom says that the guide is only read, and asks with whom to go through it.
func (g *Guide) whom() fyne.CanvasObject {
	t := g.host.Speaker().T
	pick := widgets.NewButton(t("guide_page.whom"), func() {
		withClient(g.host, func(c rapport.Client) {
			g.host.Go(Place{Name: AtGuide, Client: c.ID, Guide: g.place.Guide})
		})
	})
	return widgets.NewStrip(widgets.NewRow(16, widgets.Stretch(widgets.NewText(t("guide_page.reading"), widgets.ColorSoft)), pick))
}

// main is the present step: what it is, and its control.
func (g *Guide) main(step present.GuideStep) fyne.CanvasObject {
	words := widgets.NewColumn(8, &widgets.Text{Text: step.Title, As: widgets.Answer, Bold: true})
	if step.Text != "" {
		words.Add(&widgets.Text{Text: step.Text, As: widgets.Lead, Color: widgets.ColorSoft, MaxWidth: 640})
	}
	column := widgets.NewColumn(20, words)
	for _, part := range g.desk.parts() {
		column.Add(part)
	}
	return column
}

// foot ends the step: what the book knows about it, and the ways on. Facts that go
// into a letter come last, so that the way on stays in sight.
func (g *Guide) foot(step present.GuideStep) fyne.CanvasObject {
	facts, ways := g.facts(step), g.ways(step)
	if facts == nil {
		return ways
	}
	if _, letter := g.desk.(*letterStep); letter {
		return widgets.NewColumn(20, ways, facts)
	}
	return widgets.NewColumn(24, facts, ways)
}

// facts is what the book knows that helps with the step; nil where it shows nothing.
func (g *Guide) facts(step present.GuideStep) fyne.CanvasObject {
	var rows []*widgets.Fact
	if letter, ok := g.desk.(*letterStep); ok && !letter.over {
		return letter.desk.book(factsInGuide, g.draw)
	}
	for _, row := range step.Facts.Rows {
		rows = append(rows, g.fact(row))
	}
	if step.Facts.Title == "" || len(rows) == 0 && step.Facts.Empty == "" {
		return nil
	}
	return widgets.Limit(640, factsCard(step.Facts.Title, step.Facts.Empty, rows))
}

// factsInGuide is how many lines from the book stand beside a letter at first.
const factsInGuide = 4

// factsCard lists facts, their days below one another.
func factsCard(title, empty string, rows []*widgets.Fact, more ...fyne.CanvasObject) fyne.CanvasObject {
	column := widgets.NewColumn(4, label(title))
	var widest float32
	for _, row := range rows {
		widest = max(widest, widgets.Width(row.When, widgets.Body, false))
	}
	for _, row := range rows {
		row.Least = widest
		column.Add(row)
	}
	if len(rows) == 0 {
		column.Add(widgets.NewText(empty, widgets.ColorMuted))
	}
	for _, link := range more {
		column.Add(link)
	}
	return widgets.NewCard(column)
}

// fact is one line; one about an entry leads to it.
func (g *Guide) fact(row present.FactRow) *widgets.Fact {
	f := &widgets.Fact{When: row.When, Text: row.Text}
	if row.Entry != (rapport.ID{}) {
		f.OnTapped = func() {
			g.host.Go(Place{Name: AtJournal, Client: g.place.Client, Entries: []rapport.ID{row.Entry}})
		}
	}
	return f
}

// ways are the button that goes on and the one that passes the step by.
func (g *Guide) ways(step present.GuideStep) fyne.CanvasObject {
	t := g.host.Speaker().T
	next := g.parts.next
	next.Text, next.Locked = step.Primary, step.Shut != "" && step.Kind == guide.Gate
	if letter, ok := g.desk.(*letterStep); ok {
		next.Locked = letter.locked()
	}
	if g.reading() && writes(step.Kind) {
		next.Text = t("guide_page.next")
	}
	if words, ok := g.desk.(interface{ goesOn() string }); ok {
		next.Text = words.goesOn()
	}
	next.Refresh()
	column := widgets.NewColumn(12)
	if s := g.parts.skip; s != nil {
		column.Add(s.why)
		column.Add(widgets.NewFlow(12, s.skip, s.stay))
		return column
	}
	if g.parts.refusal.Text != "" {
		column.Add(g.parts.refusal)
	}
	row := widgets.NewFlow(16, next)
	if step.Skip != "" && !g.reading() {
		row.Add(&widgets.Button{Text: step.Skip, Role: widgets.Quiet, OnTapped: g.askWhy})
	}
	column.Add(row)
	return column
}
