package screen

import (
	"context"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// aside is when it may be over, what waiting costs, and the button at the end.
func (e *Ending) aside() fyne.CanvasObject {
	column := widgets.NewColumn(12, e.part("last_day", e.earliest()))
	if cost := e.page.Waiting; len(cost.Rows) > 0 || cost.Income != "" {
		column.Add(e.cost(cost))
	}
	column.Add(e.part("dossier", e.finish()))
	return column
}

// earliest is the earliest last day and what it rests on.
func (e *Ending) earliest() fyne.CanvasObject {
	t, card := e.host.Speaker().T, e.page.Earliest
	column := widgets.NewColumn(4, label(card.Label),
		&widgets.Text{Text: card.Day, As: widgets.Name, Bold: true}, widgets.NewText(card.Line, widgets.ColorSoft))
	if len(card.Rows) > 0 {
		column.Add(widgets.Inset(4, 0, 0, 0, facts(card.Rows)))
	}
	if card.Note != "" {
		column.Add(&widgets.Text{Text: card.Note, As: widgets.Label, Color: widgets.ColorMuted})
	}
	column.Add(widgets.Inset(8, 0, 0, 0, widgets.NewFlow(8,
		widgets.NewButton(t("ending_page.periods"), func() { showPeriods(e.host, *e.file.Plan) }),
		widgets.NewButton(t("ending_page.set_last_day"), func() { showLastDay(e.host, *e.file.Plan, e.file.Status.Earliest) }))))
	return widgets.NewCard(column)
}

// facts lists what is known, a hairline between two.
func facts(rows []present.Fact) fyne.CanvasObject {
	lines := []fyne.CanvasObject{}
	for _, f := range rows {
		lines = append(lines, widgets.KeyValue(f.Label, f.Value, false))
	}
	return widgets.KeyValues(lines...)
}

// cost is what waiting has cost, and what it would cost to do without them.
func (e *Ending) cost(card present.CostCard) fyne.CanvasObject {
	column := widgets.NewColumn(8, label(card.Label))
	if len(card.Rows) > 0 {
		column.Add(facts(card.Rows))
	}
	if card.Income != "" {
		column.Add(widgets.NewText(card.Income, widgets.ColorSoft))
	}
	return widgets.NewCard(column)
}

// finish is the button at the end; while it is locked, the reason in words.
func (e *Ending) finish() fyne.CanvasObject {
	card := e.page.Finish
	button := &widgets.Button{Text: card.Label, Tall: true, Locked: !card.Ready}
	if card.Ready {
		button.Role = widgets.Primary
	}
	client := e.place.Client
	button.OnTapped = func() {
		button.Disable()
		e.host.Work(func(ctx context.Context) error {
			return e.host.Practice().FinishEnding(ctx, client)
		}, func(err error) {
			button.Enable()
			if err != nil {
				e.host.Fail(err)
				return
			}
			e.host.Toast(e.host.Speaker().T("ending_page.finished"), true)
			e.view.ScrollTo(0)
		})
	}
	column := widgets.NewColumn(12, widgets.NewGrid(8, 200, button), widgets.NewText(card.Why, widgets.ColorSoft))
	for _, step := range card.Steps {
		column.Add(widgets.NewTopRow(8, widgets.Inset(2, 0, 0, 0, &widgets.Icon{Name: "right", Side: widgets.IconSmall}),
			widgets.Stretch(widgets.NewText(step, widgets.ColorSoft))))
	}
	if card.Note != "" {
		column.Add(widgets.NewText(card.Note, widgets.ColorSoft))
	}
	return widgets.NewStrip(column)
}

// rest is what follows the obligations: notice, letter, what may be feared, and
// their story once it is written.
func (e *Ending) rest() fyne.CanvasObject {
	column := widgets.NewColumn(24, e.part("notice", e.notice()), e.part("letter", e.letter()))
	if len(e.page.Fears) > 0 {
		column.Add(e.fears())
	}
	if e.page.Story.Text != "" {
		column.Add(e.storyWritten())
	}
	return column
}

// option is a row of a card: what it is, a line about it, and the button for it.
func option(title, line string, buttons ...fyne.CanvasObject) fyne.CanvasObject {
	words := widgets.NewColumn(0, &widgets.Text{Text: title, Bold: true})
	if line != "" {
		words.Add(&widgets.Text{Text: line, Color: widgets.ColorSoft, MaxWidth: 640})
	}
	return widgets.NewColumn(12, words, widgets.NewFlow(8, buttons...))
}

// notice is written and then served; both can be done here.
func (e *Ending) notice() fyne.CanvasObject {
	s, plan := e.host.Speaker(), *e.file.Plan
	write := widgets.NewButton(s.T("ending_page.notice_write"), func() { e.write("notice") })
	served := widgets.NewButton(s.T("ending_page.notice_served"), func() { showServed(e.host, plan) })
	line := s.T("ending_page.notice_line")
	if !plan.Notice.From.IsZero() {
		line = e.served(plan)
		served.Text = s.T("ending_page.notice_correct")
	}
	return widgets.NewColumn(8, widgets.SectionHead(s.T("ending_page.notice"), ""), widgets.NewCard(option(s.T("ending_page.notice_title"), line, write, served)))
}

// served says since when notice runs, or that it has run, and when it was noted where
// it was given before anything was on record here.
func (e *Ending) served(plan rapport.EndPlan) string {
	s, end := e.host.Speaker(), e.file.Status.NoticeEnds
	args := present.Args{"Day": s.DateLong(plan.Notice.From), "End": s.DateLong(end), "Begun": s.DateLong(plan.Begun)}
	line := s.T("ending_page.notice_given", args)
	if end < e.host.Practice().Today() {
		line = s.T("ending_page.notice_over", args)
	}
	if plan.Notice.From < plan.Begun {
		line += " " + s.T("ending_page.notice_before", args)
	}
	return line
}

// letter is the closing one, without a word about the person.
func (e *Ending) letter() fyne.CanvasObject {
	s := e.host.Speaker()
	write := widgets.NewButton(s.T("ending_page.closing_write"), func() { e.write("closing") })
	write.Icon = "log"
	line := s.T("ending_page.closing_line")
	if e.file.Plan.Open() {
		line = s.T("ending_page.closing_after", present.Args{"Day": s.DateLong(e.file.Status.Earliest)})
	}
	return widgets.NewColumn(8, widgets.SectionHead(s.T("ending_page.letter"), ""), widgets.NewCard(option(s.T("ending_page.closing_title"), line, write)))
}

// write opens a letter of a kind.
func (e *Ending) write(kind string) {
	e.host.Go(Place{Name: AtLetter, Client: e.place.Client, Letter: Writing{Kind: kind}})
}

// fears are reactions one may be afraid of, each with an answer.
func (e *Ending) fears() fyne.CanvasObject {
	card := &widgets.Card{}
	for _, f := range e.page.Fears {
		card.Sections = append(card.Sections, widgets.NewColumn(4, &widgets.Text{Text: f.Text, Bold: true},
			&widgets.Text{Text: f.Answer, Color: widgets.ColorSoft, MaxWidth: 640}))
	}
	return widgets.NewColumn(8, widgets.SectionHead(e.host.Speaker().T("ending_page.fears"), ""), card)
}

// storyWritten is their story to read again, and the way to write on.
func (e *Ending) storyWritten() fyne.CanvasObject {
	t := e.host.Speaker().T
	text := &widgets.Text{Text: e.page.Story.Text, Color: widgets.ColorSoft, MaxWidth: 640}
	box := widgets.NewColumn(8, widgets.SectionHead(t("ending_page.story"), ""), text)
	if !e.file.Plan.Open() {
		return box
	}
	edit := widgets.NewLink(t("ending_page.story_edit"), nil)
	edit.OnTapped = func() {
		box.Objects = []fyne.CanvasObject{e.storyToWrite()}
		e.view.Refresh()
		e.story.Focus()
	}
	box.Add(widgets.NewFlow(0, edit))
	return box
}
