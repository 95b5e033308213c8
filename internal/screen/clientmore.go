package screen

import (
	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/widgets"
)

// actions are what is done most with a client, and behind one button the rest.
func (c *Client) actions() fyne.CanvasObject {
	t := c.host.Speaker().T
	ready := widgets.NewButton(t("way_page.heads_up"), func() { ShowHeadsUp(c.host, c.place.Client) })
	ready.Icon = "people"
	log := widgets.NewButton(t("client.log"), func() { ShowLog(c.host, c.place.Client) })
	log.Icon = "log"
	letter := widgets.NewButton(t("way_page.letter"), func() { c.host.Go(Place{Name: AtLetter, Client: c.place.Client}) })
	more := widgets.NewButton(t("way_page.more"), nil)
	more.Trail = "down"
	more.OnTapped = func() { c.menu().ShowBelow(more) }
	return widgets.NewFlow(8, ready, log, letter, more)
}

// choice is one line of the menu.
type choice struct {
	icon, text string
	pick       func()
}

// choices is what can be done with a client beside logging and writing to them.
func (c *Client) choices() []choice {
	t, client := c.host.Speaker().T, c.place.Client
	list := []choice{
		{"journal", t("client.journal"), func() { c.host.Go(Place{Name: AtJournal, Client: client}) }},
		{"settings", t("client.edit"), func() { ShowClientForm(c.host, &c.file.History.Client) }},
		{"promise", t("way_page.promise.add"), func() { ShowPromiseForm(c.host, client) }},
		{"obligation", t("client.add_obligation"), func() { ShowObligationForm(c.host, client) }},
		{"unclear", t("way_page.surprise.add"), func() { ShowSurpriseForm(c.host, client) }},
		{"review", t("way_page.sheet.title"), c.toSheet},
		{"look", t("way_page.flag.set"), c.flag},
		{"open", t("way_page.dossier"), func() { ShowDossier(c.host, c.page.Client) }},
	}
	switch {
	case c.ended() && c.file.Way.EndPlan == nil: // ended by an entry alone: there is no plan to look at
	case c.ended():
		list = append(list, choice{"end", t("way_page.ended_page"), c.toEnding})
	case c.ending() != nil:
		list = append(list, choice{"end", t("ending_page.go_on"), c.toEnding})
	default:
		list = append(list, choice{"end", t("ending_page.begin_button"), c.toEnding})
	}
	return list
}

func (c *Client) menu() *widgets.Menu {
	choices := c.choices()
	menu := &widgets.Menu{Current: -1, OnChosen: func(index int) { choices[index].pick() }}
	for _, choice := range choices {
		menu.Items = append(menu.Items, widgets.MenuItem{Text: choice.text, Icon: choice.icon})
	}
	return menu
}
