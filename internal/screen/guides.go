package screen

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// Guides is the library: with a client, what was laid aside and what fits now come
// first; then every guide by what it is for, and the practice cards.
type Guides struct {
	host  Host
	place Place
	page  present.GuidesPage
	name  string // the client's
	view  *widgets.Page
	turn  turns
}

// NewGuides returns the screen, empty until it is shown.
func NewGuides(h Host) *Guides {
	return &Guides{host: h, view: widgets.NewPage(widgets.NewColumn(0))}
}

// Content is part of [Screen].
func (g *Guides) Content() fyne.CanvasObject { return g.view }

// Wants is part of [Screen].
func (g *Guides) Wants(c practice.Change) bool {
	return g.place.Client != rapport.ID{} && c.Touches(g.place.Client)
}

// Show is part of [Screen].
func (g *Guides) Show(to Place) {
	if to.Client != g.place.Client {
		g.view.SetContent(widgets.NewColumn(0))
	}
	g.place = to
	turn := g.turn.next()
	var found fileAndOwn
	g.host.Work(func(ctx context.Context) (err error) {
		if to.Client != (rapport.ID{}) {
			found, err = fetchKnown(ctx, g.host, to.Client)
		}
		return err
	}, func(err error) {
		switch {
		case !g.turn.is(turn):
		case errors.Is(err, rapport.ErrNotFound):
			g.host.Back()
		case err != nil:
			g.host.Fail(err)
		default:
			g.fill(found)
		}
	})
}

func (g *Guides) fill(found fileAndOwn) {
	var about *present.Known
	if g.place.Client != (rapport.ID{}) {
		known := found.known(g.host)
		about, g.name = &known, found.file.History.Client.Name
	}
	g.page = present.NewGuidesPage(g.host.Speaker(), present.Guides(), about)
	offset := g.view.Offset()
	g.view.SetContent(g.build())
	g.view.ScrollTo(offset)
}

func (g *Guides) build() fyne.CanvasObject {
	t := g.host.Speaker().T
	page := widgets.NewColumn(24)
	var ways []fyne.CanvasObject
	if g.place.Client != (rapport.ID{}) {
		page.Add(widgets.NewFlow(0, widgets.BackLink(g.name, func() { g.host.Go(Place{Name: AtClient, Client: g.place.Client}) })))
	} else {
		ways = append(ways, widgets.NewButton(t("guide_page.whom"), func() {
			withClient(g.host, func(c rapport.Client) { g.host.Go(Place{Name: AtGuides, Client: c.ID}) })
		}))
	}
	page.Add(widgets.NewHead(g.page.Answer, g.page.Line, ways...))
	if len(g.page.Open) > 0 {
		page.Add(g.section(t("guide_page.laid_aside"), "clock", g.page.Open, true))
	}
	if len(g.page.Fits) > 0 {
		page.Add(g.section(t("guide_page.fits"), "look", g.page.Fits, len(g.page.Open) == 0))
	}
	for _, group := range g.page.Groups {
		page.Add(g.section(group.Title, groupIcon(group.Code), group.Rows, false))
	}
	if len(g.page.Cards) > 0 {
		page.Add(g.cards())
	}
	return page
}

// section is a part of the library. In the first, the first guide is the way most
// people want.
func (g *Guides) section(title, icon string, rows []present.GuideRow, first bool) fyne.CanvasObject {
	var options []fyne.CanvasObject
	for i, row := range rows {
		text := row.Line
		if row.Why != "" {
			text = row.Why
		}
		options = append(options, &widgets.Option{Icon: icon, Title: row.Title, Text: text + "\n" + row.Steps, Primary: first && i == 0,
			OnTapped: func() { g.open(row.Code) }})
	}
	return widgets.NewColumn(8, widgets.SectionHead(title, ""), inColumns(2, 360, 12, options))
}

func (g *Guides) open(code string) {
	g.host.Go(Place{Name: AtGuide, Client: g.place.Client, Guide: code})
}

// groupIcon is the icon of a part of the library.
func groupIcon(code string) string {
	switch code {
	case "begin":
		return "people"
	case "recover":
		return "extra_mile"
	case "firm":
		return "safety"
	case "money":
		return "invoice"
	case "self":
		return "energy"
	case "end":
		return "end"
	}
	return "journal"
}

// cards are thoughts to keep, each with the way to the guide it belongs to.
func (g *Guides) cards() fyne.CanvasObject {
	var cards []fyne.CanvasObject
	for _, card := range g.page.Cards {
		words := widgets.NewColumn(4, &widgets.Text{Text: card.Title, Bold: true}, widgets.NewText(card.Text, widgets.ColorSoft))
		cards = append(cards, widgets.NewCard(widgets.NewColumn(12, words, widgets.NewFlow(0, widgets.NewLink(card.Open, func() { g.open(card.Guide) })))))
	}
	return widgets.NewColumn(8, widgets.SectionHead(g.host.Speaker().T("guide_page.cards"), ""), inColumns(3, 280, 12, cards))
}
