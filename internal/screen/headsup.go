package screen

import (
	"context"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// ShowHeadsUp opens what to know before a contact, in one glance: whom one will
// talk to, what to do first, what is promised, what was good. Without a client it
// asks which one.
func ShowHeadsUp(h Host, client rapport.ID) {
	if client == (rapport.ID{}) {
		withClient(h, func(c rapport.Client) { ShowHeadsUp(h, c.ID) })
		return
	}
	load(h, func(ctx context.Context) (fileAndOwn, error) {
		return fetchKnown(ctx, h, client)
	}, func(found fileAndOwn) {
		showHeadsUp(h, present.NewHeadsUp(h.Speaker(), found.known(h)))
	})
}

// withClient asks which client something is about.
func withClient(h Host, then func(rapport.Client)) {
	load(h, func(ctx context.Context) ([]rapport.Client, error) {
		return h.Practice().Clients(ctx, false)
	}, func(clients []rapport.Client) {
		pickClient(h, clients, then)
	})
}

// showHeadsUp lays the card out: first what to do, then flags, then the parts side
// by side.
func showHeadsUp(h Host, card present.HeadsUp) {
	t := h.Speaker().T
	p := panel{title: card.Name, width: panelWide}
	if card.Line != "" {
		p.content = append(p.content, widgets.NewText(card.Line, widgets.ColorMuted))
	}
	if card.First != "" {
		p.content = append(p.content, widgets.NewStrip(widgets.NewColumn(2, label(t("way_page.heads_up.first")),
			&widgets.Text{Text: card.First, As: widgets.Lead, Bold: true})))
	}
	for _, flag := range card.Flags {
		p.content = append(p.content, widgets.Hint(flag.Text, h.Speaker().Capital(flag.Until)))
	}
	grid := widgets.NewGrid(20, 280)
	for _, part := range card.Sections {
		grid.Add(headsUpPart(part))
	}
	p.content = append(p.content, grid)
	open := widgets.NewButton(t("page.alert.open"), nil)
	log := widgets.NewButton(t("shell.log"), nil)
	p.buttons = []*widgets.Button{widgets.NewButton(t("panels.close"), nil), open, log}
	overlay := p.open(h)
	open.OnTapped = func() { overlay.Close(); h.Go(Place{Name: AtClient, Client: card.Client}) }
	log.OnTapped = func() { overlay.Close(); ShowLog(h, card.Client) }
}

func headsUpPart(part present.HeadsUpPart) fyne.CanvasObject {
	words := widgets.NewColumn(2, &widgets.Text{Text: part.Title, Bold: true})
	for _, line := range part.Lines {
		words.Add(widgets.NewText(line, widgets.ColorSoft))
	}
	return widgets.NewTopRow(12, &widgets.Icon{Name: part.Icon, Color: widgets.ColorAccent}, widgets.Stretch(words))
}
