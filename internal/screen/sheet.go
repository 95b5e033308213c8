package screen

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// Sheet is the expectation sheet of one client: how the work runs, clause by
// clause, and what they had expected otherwise.
type Sheet struct {
	host  Host
	place Place
	found fileAndOwn
	page  present.SheetPage
	view  *widgets.Page
	sheetDesk
	desks map[rapport.ID]sheetDesk // by client: what was typed waits for its client to be shown again
}

// sheetDesk is what is being written for one client.
type sheetDesk struct {
	fields map[rapport.Clause]*widgets.Field
	stored map[rapport.Clause]string // as the book has it
}

// NewSheet returns the screen, empty until it is shown.
func NewSheet(h Host) *Sheet {
	return &Sheet{host: h, view: widgets.NewPage(widgets.NewColumn(0)), desks: map[rapport.ID]sheetDesk{}}
}

// Content is part of [Screen].
func (e *Sheet) Content() fyne.CanvasObject { return e.view }

// Wants is part of [Screen].
func (e *Sheet) Wants(change practice.Change) bool { return change.Touches(e.place.Client) }

// sheetFound is what the page is made of.
type sheetFound struct {
	fileAndOwn
	rates present.SheetRates
}

// Show is part of [Screen]. Clauses being written stay as they are.
func (e *Sheet) Show(to Place) {
	if to.Client != e.place.Client {
		e.view.SetContent(widgets.NewColumn(0))
	}
	e.place = to
	var found sheetFound
	p := e.host.Practice()
	e.host.Work(func(ctx context.Context) (err error) {
		if found.fileAndOwn, err = fetchKnown(ctx, e.host, to.Client); err != nil {
			return err
		}
		ledger, err := p.Ledger(ctx, p.Today().AddDays(1-periods[len(periods)-1].days), p.Today())
		found.rates = ratesOf(ledger)
		return err
	}, func(err error) {
		switch {
		case to.Client != e.place.Client: // gone on meanwhile
		case errors.Is(err, rapport.ErrNotFound):
			e.host.Back()
		case err != nil:
			e.host.Fail(err)
		default:
			e.fill(found)
		}
	})
}

// ratesOf compares clients with a sheet and without.
func ratesOf(l practice.Ledger) present.SheetRates {
	return present.SheetRates{With: l.With.Clients, Without: l.Without.Clients,
		ComplaintsWith: l.With.PerYear(), ComplaintsWithout: l.Without.PerYear()}
}

func (e *Sheet) fill(found sheetFound) {
	e.found = found.fileAndOwn
	e.page = present.NewSheetPage(e.host.Speaker(), e.found.known(e.host), found.rates)
	e.fillFields()
	offset := e.view.Offset()
	e.view.SetContent(e.build())
	e.view.ScrollTo(offset)
}

// clauseLine is about how many letters of a clause stand in a line.
const clauseLine = 80

// fillFields puts the clauses into their fields; one that was changed meanwhile and
// not kept yet stays as it is typed.
func (e *Sheet) fillFields() {
	desk, begun := e.desks[e.place.Client]
	if !begun {
		desk = sheetDesk{map[rapport.Clause]*widgets.Field{}, map[rapport.Clause]string{}}
		e.desks[e.place.Client] = desk
	}
	e.sheetDesk = desk
	for _, row := range e.page.Clauses {
		f, ok := e.fields[row.Code]
		if !ok {
			f = widgets.NewMultiLine(row.Title, "")
			f.SetRows(max(2, min(5, len(row.Text)/clauseLine+1)))
			e.fields[row.Code] = f
		}
		if !ok || f.Text() == e.stored[row.Code] {
			f.SetText(row.Text)
		}
		f.Hint = row.Hint
		e.stored[row.Code] = row.Text
	}
}

func (e *Sheet) build() fyne.CanvasObject {
	t := e.host.Speaker().T
	top := widgets.NewFlow(12,
		widgets.BackLink(e.found.file.History.Client.Name, func() { e.host.Go(Place{Name: AtClient, Client: e.place.Client}) }),
		&widgets.Text{Text: t("way_page.sheet.title"), As: widgets.Name, Bold: true})
	return widgets.NewColumn(24, top, widgets.NewSplit(asideWidth, e.clauses(), e.beside()))
}

// clauses is the answer and the clauses, each a field.
func (e *Sheet) clauses() fyne.CanvasObject {
	t := e.host.Speaker().T
	column := widgets.NewColumn(24, widgets.NewColumn(4,
		&widgets.Text{Text: e.page.Answer, As: widgets.Answer, Bold: true, MaxWidth: 640},
		&widgets.Text{Text: e.page.Line, As: widgets.Lead, Color: widgets.ColorSoft, MaxWidth: 640}))
	for _, row := range e.page.Clauses {
		part := widgets.NewColumn(4, e.fields[row.Code])
		if row.Note != "" {
			part.Add(widgets.NewTopRow(8, widgets.Inset(2, 0, 0, 0, &widgets.Icon{Name: "look", Color: widgets.ColorDoubt, Side: widgets.IconSmall}),
				widgets.Stretch(&widgets.Text{Text: row.Note, Color: widgets.ColorDoubtText})))
		}
		column.Add(part)
	}
	keep := widgets.NewButton(t("way_page.sheet.keep"), func() { e.keep(0, "way_page.sheet.kept") })
	keep.Role, keep.Tall = widgets.Primary, true
	agreed := widgets.NewButton(t("way_page.sheet.agreed"), func() { e.keep(e.host.Practice().Today(), "way_page.sheet.agreed_noted") })
	agreed.Tall = true
	column.Add(widgets.NewFlow(8, keep, agreed))
	return column
}

// read is the sheet as the fields have it.
func (e *Sheet) read() rapport.Sheet {
	sheet := rapport.Sheet{ID: rapport.NewID(), Client: e.place.Client}
	if stored := e.found.file.Way.Sheet; stored != nil {
		sheet = *stored
	}
	sheet.Clauses = map[rapport.Clause]string{}
	for code, f := range e.fields {
		if text := strings.TrimSpace(f.Text()); text != "" {
			sheet.Clauses[code] = text
		}
	}
	sheet.Skipped = 0
	return sheet
}

// keep stores the sheet; with a day, as agreed on that day.
func (e *Sheet) keep(agreed rapport.Date, said string) {
	sheet := e.read()
	if !agreed.IsZero() {
		sheet.Agreed = agreed
	}
	do(e.host, func(ctx context.Context) error { return e.host.Practice().SetSheet(ctx, sheet) }, said)
}

// beside is what to do with the sheet, and what they had expected otherwise.
func (e *Sheet) beside() fyne.CanvasObject {
	t := e.host.Speaker().T
	client := e.found.file.History.Client
	letter := widgets.NewButton(t("way_page.sheet.letter"), func() {
		e.host.Go(Place{Name: AtLetter, Client: e.place.Client, Letter: Writing{Kind: "expectations"}})
	})
	buttons := widgets.NewFlow(8, letter)
	title := t("way_page.sheet.title")
	buttons.Add(widgets.NewButton(t("way_page.save_pdf"), func() {
		// Put into words here: the fields are not to be read on the worker.
		page := present.SheetDocument(e.host.Speaker(), client, e.read(), e.host.Practice().Today(), e.found.settings.Name)
		saveDocument(e.host, title, fileName(title, client.Name), ".pdf", func(context.Context) (present.Document, error) { return page, nil })
	}))
	send := widgets.NewColumn(12, widgets.NewColumn(4, label(t("way_page.sheet.send")), widgets.NewText(t("way_page.sheet.send_line"), widgets.ColorSoft)), buttons)
	column := widgets.NewColumn(12, widgets.NewCard(send), e.surprises())
	if e.page.Rate != "" {
		column.Add(widgets.NewCard(widgets.NewText(e.page.Rate, widgets.ColorSoft)))
	}
	if e.page.Skip != "" {
		column.Add(e.without())
	}
	return column
}

// surprises is what they had expected otherwise, and the way to note another.
func (e *Sheet) surprises() fyne.CanvasObject {
	s := e.host.Speaker()
	column := widgets.NewColumn(8, label(s.T("way_page.surprise.title")))
	if e.page.Suggest != "" {
		column.Add(&widgets.Text{Text: e.page.Suggest, Bold: true})
	}
	for _, row := range e.page.Surprises {
		column.Add(widgets.NewColumn(0, widgets.NewText(row.Text, ""), widgets.NewText(row.Day, widgets.ColorMuted)))
	}
	if len(e.page.Surprises) == 0 {
		column.Add(widgets.NewText(s.T("way_page.surprise.none"), widgets.ColorSoft))
	}
	column.Add(widgets.NewFlow(8, widgets.NewButton(s.T("way_page.surprise.add"), func() { ShowSurpriseForm(e.host, e.place.Client) })))
	return widgets.NewCard(column)
}

// without does without a sheet. That is remembered, and taken back by keeping one.
func (e *Sheet) without() fyne.CanvasObject {
	skip := &widgets.Button{Text: e.page.Skip, Role: widgets.Quiet}
	skip.OnTapped = func() {
		sheet := e.read()
		sheet.Skipped = e.host.Practice().Today()
		do(e.host, func(ctx context.Context) error { return e.host.Practice().SetSheet(ctx, sheet) }, "way_page.sheet.skipped")
	}
	return widgets.NewFlow(8, skip)
}

// ShowSurpriseForm opens the form for something a client had expected otherwise.
func ShowSurpriseForm(h Host, client rapport.ID) {
	s, id, today := h.Speaker(), rapport.NewID(), h.Practice().Today()
	f := newForm(h, s.T("way_page.surprise.new"))
	f.column.Add(widgets.NewText(s.T("way_page.surprise.line"), widgets.ColorSoft))
	clauses := rapport.Clauses()
	var names []string
	for _, c := range clauses {
		names = append(names, s.Clause(c))
	}
	which := widgets.NewChoice(s.T("way_page.surprise.clause"), names, 0, nil)
	what := fieldWith(s.T("way_page.surprise.what"), s.T("way_page.surprise.example"), "")
	day := dateField(h, s.T("field.date"), today)
	f.add(what, "what")
	f.pair(which, day)
	f.know(which, "clause")
	f.know(day, "date", "on")
	f.show(what.Focusable(), func() (func(context.Context) error, error) {
		on, err := dayOf(h, day, "date")
		if err != nil {
			return nil, err
		}
		surprise := rapport.Surprise{ID: id, Client: client, On: on, Clause: clauses[which.Selected], What: strings.TrimSpace(what.Text())}
		return func(ctx context.Context) error { return h.Practice().Surprised(ctx, surprise) }, nil
	}, "way_page.surprise.added")
}
