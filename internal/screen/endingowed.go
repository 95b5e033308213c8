package screen

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// owed is the answer, and what is still to be done by both sides before the last
// day.
func (e *Ending) owed() fyne.CanvasObject {
	head := e.page.Head
	column := widgets.NewColumn(24, widgets.NewColumn(4,
		&widgets.Text{Text: head.Answer, As: widgets.Answer, Bold: true, MaxWidth: 640},
		&widgets.Text{Text: head.Line, As: widgets.Lead, Color: widgets.ColorSoft, MaxWidth: 640}))
	if e.page.Story.Text == "" {
		column.Add(e.part("story", e.storyToWrite()))
	}
	if len(e.page.Asks) > 0 {
		column.Add(e.ask(e.page.Asks[0]))
	}
	column.Add(e.part("obligations", e.ours()))
	column.Add(e.money())
	return column
}

// storyToWrite asks for the other side's story while nobody wrote it.
func (e *Ending) storyToWrite() fyne.CanvasObject {
	keep := widgets.NewButton(e.host.Speaker().T("ending_page.story_keep"), e.keepStory)
	return widgets.NewColumn(12, e.storyField(), widgets.NewFlow(8, keep))
}

func (e *Ending) keepStory() {
	plan := *e.file.Plan
	plan.Story = strings.TrimSpace(e.story.Text())
	do(e.host, func(ctx context.Context) error { return e.host.Practice().EditEnding(ctx, plan) }, "ending_page.story_kept")
}

// ask asks whether one of the standard things is owed, one at a time.
func (e *Ending) ask(row present.AskRow) fyne.CanvasObject {
	s := e.host.Speaker()
	words := widgets.NewColumn(4, label(s.N("ending_page.asks", len(e.page.Asks))), &widgets.Text{Text: row.Question, As: widgets.Lead, Bold: true})
	if row.Example != "" {
		words.Add(widgets.NewText(row.Example, widgets.ColorSoft))
	}
	answers := newAnswers(e.host)
	answers.box.Add(widgets.NewButton(s.T("ending_page.ask_yes"), func() { e.oweAsked(row) }))
	answers.add(s.T("ending_page.ask_no"), e.consider(row.Kind), "ending_page.ask_noted", nil)
	return widgets.NewCard(widgets.NewColumn(12, words, answers.box))
}

// oweAsked opens the form for a standard thing that is owed.
func (e *Ending) oweAsked(row present.AskRow) {
	said := e.consider(row.Kind)
	f := newObligationForm(e.host, row.Question, rapport.Obligation{ID: rapport.NewID(), Client: e.place.Client,
		Side: rapport.Ours, Kind: row.Kind, What: row.What})
	f.open(func(ctx context.Context, o rapport.Obligation) error {
		if _, err := e.host.Practice().Owe(ctx, o); err != nil {
			return err
		}
		return said(ctx)
	}, "forms.owed.added")
}

// ours is what is owed by the user: promises and obligations.
func (e *Ending) ours() fyne.CanvasObject {
	t, list := e.host.Speaker().T, e.page.Ours
	add := widgets.NewLink(t("client.add_obligation"), func() { ShowObligationForm(e.host, e.place.Client) })
	column := widgets.NewColumn(8, widgets.SectionHead(list.Title, list.Note, add))
	if len(list.Rows) == 0 {
		column.Add(widgets.NewText(list.Empty, widgets.ColorMuted))
		return column
	}
	column.Add(e.owedCard(list.Rows))
	return column
}

// owedCard is a card with a row for each thing owed.
func (e *Ending) owedCard(rows []present.OwedRow) fyne.CanvasObject {
	card := &widgets.Card{Flush: true}
	for _, row := range rows {
		card.Sections = append(card.Sections, widgets.Inset(8, 20, 8, 20, e.owedRow(row)))
	}
	return card
}

// owedRow is one thing owed: ticked off at its box or by the button, let go by the
// link.
func (e *Ending) owedRow(row present.OwedRow) fyne.CanvasObject {
	t := e.host.Speaker().T
	state := map[present.OwedState]widgets.TickState{present.OwedOpen: widgets.Open, present.OwedMet: widgets.Done, present.OwedWaived: widgets.Waived}[row.State]
	box := &widgets.TickBox{Text: row.What, Detail: row.Text, State: state}
	line := widgets.NewRow(12, widgets.Stretch(box))
	open := row.State == present.OwedOpen
	switch p, isPromise := e.promise(row.Promise); {
	case isPromise && open:
		box.OnTapped = func() { ShowPromiseSettle(e.host, p) }
		line.Add(widgets.NewButton(t("ending_page.kept_or_broken"), box.OnTapped))
	case isPromise:
		box.OnTapped = func() { ShowPromiseEdit(e.host, p) }
	default:
		o, ok := e.obligation(row.Obligation)
		if !ok {
			break
		}
		box.OnTapped = func() { ShowObligationEdit(e.host, o) }
		if open {
			box.OnTapped = e.meet(o)
			line.Add(widgets.NewLink(t("ending_page.waive"), func() { showWaive(e.host, o) }))
			line.Add(widgets.NewButton(t("ending_page.meet"), box.OnTapped))
		}
	}
	return line
}

func (e *Ending) meet(o rapport.Obligation) func() {
	return func() {
		do(e.host, func(ctx context.Context) error { return e.host.Practice().Meet(ctx, o.ID) }, "forms.owed.settled")
	}
}

func (e *Ending) promise(id rapport.ID) (rapport.Promise, bool) {
	for _, p := range e.file.Way.Promises {
		if p.ID == id {
			return p, true
		}
	}
	return rapport.Promise{}, false
}

func (e *Ending) obligation(id rapport.ID) (rapport.Obligation, bool) {
	for _, o := range e.file.History.Obligations {
		if o.ID == id {
			return o, true
		}
	}
	return rapport.Obligation{}, false
}

// showWaive asks why something owed is let go.
func showWaive(h Host, o rapport.Obligation) {
	s := h.Speaker()
	f := newForm(h, o.What)
	f.column.Add(widgets.NewText(s.T("ending_page.waive_line"), widgets.ColorSoft))
	reason := widgets.NewField(s.T("field.reason"), s.T("forms.owed.reason_example"))
	f.add(reason, "reason")
	f.show(reason.Focusable(), func() (func(context.Context) error, error) {
		why := strings.TrimSpace(reason.Text())
		return func(ctx context.Context) error { return h.Practice().Waive(ctx, o.ID, why) }, nil
	}, "forms.owed.settled")
}

// money is what they owe: invoices with what may be claimed for them, and other
// things.
func (e *Ending) money() fyne.CanvasObject {
	t, claims := e.host.Speaker().T, e.page.Claims
	head := widgets.SectionHead(claims.Title, "")
	if how := e.how(); len(how) > 0 {
		head.Add(widgets.NewLink(t("ending_page.how"), func() { ShowText(e.host, t("ending_page.how_title"), how) }))
	}
	column := widgets.NewColumn(8, head)
	for _, table := range claims.Tables {
		card := widgets.NewColumn(8, e.claimTable(table), widgets.NewTopRow(16,
			widgets.Stretch(&widgets.Text{Text: strings.TrimSpace(table.Title + " " + table.Rate), Bold: true}),
			&widgets.Text{Text: table.All, Bold: true}))
		column.Add(widgets.NewCard(card))
	}
	if len(claims.Unclaimed) > 0 {
		column.Add(e.unclaimed())
	}
	if len(e.page.Theirs) > 0 {
		column.Add(e.owedCard(e.page.Theirs))
	}
	if len(column.Objects) == 1 {
		column.Add(widgets.NewText(claims.Empty, widgets.ColorMuted))
	}
	if claims.Note != "" {
		column.Add(&widgets.Text{Text: claims.Note, As: widgets.Label, Color: widgets.ColorMuted, MaxWidth: 640})
	}
	return column
}

// unclaimed is what no claim can be worked out for and why. Most often the law that
// holds is missing from the client's terms.
func (e *Ending) unclaimed() fyne.CanvasObject {
	t := e.host.Speaker().T
	words := widgets.NewColumn(4, &widgets.Text{Text: t("ending_page.unclaimed"), Bold: true})
	for _, reason := range e.page.Claims.Unclaimed {
		words.Add(widgets.NewText(reason, widgets.ColorSoft))
	}
	words.Add(widgets.Inset(8, 0, 0, 0, widgets.NewFlow(8,
		widgets.NewButton(t("forms.client.edit"), func() { ShowClientForm(e.host, &e.file.History.Client) }))))
	return &widgets.Card{Fill: widgets.ColorDoubtTint, Sections: []fyne.CanvasObject{
		widgets.NewTopRow(12, &widgets.Icon{Name: "look", Color: widgets.ColorDoubt}, widgets.Stretch(words))}}
}

// how is how every claim was worked out.
func (e *Ending) how() (passages []present.Passage) {
	for _, table := range e.page.Claims.Tables {
		passages = append(passages, table.How...)
	}
	return passages
}

// claimTable is the claims of one currency with their sum.
func (e *Ending) claimTable(c present.ClaimTable) *widgets.Table {
	t := e.host.Speaker().T
	unit := func(key string) string { return t(key) + " " + c.Unit }
	table := &widgets.Table{Columns: []widgets.TableColumn{
		{Title: ""},
		{Title: t("field.due"), Width: 84, HideBelow: 560},
		{Title: t("ending_page.days"), Width: 40, Right: true, HideBelow: 420},
		{Title: unit("client.amount"), Width: 76, Right: true},
		{Title: unit("ending_page.interest"), Width: 62, Right: true},
		{Title: unit("ending_page.flat"), Width: 76, Right: true},
	}}
	for _, row := range c.Rows {
		table.Rows = append(table.Rows, []widgets.Cell{{Text: row.Name}, {Text: row.Due, Color: widgets.ColorSoft},
			{Text: row.Days, Color: widgets.ColorSoft}, {Text: row.Amount}, {Text: row.Interest}, {Text: row.Flat}})
	}
	sum := c.Total
	table.Total = []widgets.Cell{{Text: t("ending_page.sum"), Bold: true}, {}, {},
		{Text: sum.Amount, Bold: true}, {Text: sum.Interest, Bold: true}, {Text: sum.Flat, Bold: true}}
	return table
}
