package screen

import (
	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/ending"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// ended reports whether the engagement is over.
func (c *Client) ended() bool { return c.file.History.Client.State == rapport.EndedState }

// ending is the way out under way, nil where there is none.
func (c *Client) ending() *rapport.EndPlan {
	if plan := c.file.Way.EndPlan; plan != nil && plan.Open() {
		return plan
	}
	return nil
}

// toEnding leads to the way out of this engagement.
func (c *Client) toEnding() { c.host.Go(Place{Name: AtEnding, Client: c.place.Client}) }

// step is the one button that helps with the next step: the ending, where that is
// the answer, else the guide that fits, going on where it was left. Any other guide
// is a link away.
func (c *Client) step() fyne.CanvasObject {
	t := c.host.Speaker().T
	guide := present.NextGuide(c.host.Speaker(), present.Guides(), c.known())
	toGuide := func() { c.host.Go(Place{Name: AtGuide, Client: c.place.Client, Guide: guide.Code}) }
	button := &widgets.Button{Text: guide.Title, OnTapped: toGuide}
	line, links := guide.Steps, widgets.NewFlow(16)
	if guide.Run != (rapport.ID{}) {
		button.Text = t("way_page.guide.go_on", present.Args{"Guide": guide.Title})
	}
	switch {
	case c.ending() != nil:
		addLink(links, button.Text, toGuide)
		button.Text, button.OnTapped, line = t("ending_page.go_on"), c.toEnding, ""
	case c.page.Head.Verdict == rapport.End || c.chose(rapport.End):
		addLink(links, button.Text, toGuide)
		button.Text, button.OnTapped, line = t("ending_page.begin_button"), c.toEnding, ""
	case c.page.Head.Verdict == rapport.Safety:
		links.Add(widgets.NewLink(t("ending_page.begin_button"), c.toEnding))
	}
	button.Role, button.Tall, button.Trail = widgets.Primary, true, "right"
	column := widgets.NewColumn(8, widgets.NewGrid(8, 200, button))
	if line != "" {
		column.Add(widgets.NewText(line, widgets.ColorMuted))
	}
	c.laidAside(links, guide.Code)
	if button.Text == "" {
		column.Objects = nil // no guide stands in this library
	}
	links.Add(widgets.NewLink(t("way_page.guide.other"), func() { c.host.Go(Place{Name: AtGuides, Client: c.place.Client}) }))
	column.Add(links)
	return column
}

// laidAside adds the ways back into other guides that were begun and left.
func (c *Client) laidAside(links *fyne.Container, offered string) {
	s, known := c.host.Speaker(), c.known()
	for _, row := range present.NewGuidesPage(s, present.Guides(), &known).Open {
		if row.Code != offered {
			links.Add(widgets.NewLink(s.T("way_page.guide.go_on", present.Args{"Guide": row.Title}), func() {
				c.host.Go(Place{Name: AtGuide, Client: c.place.Client, Guide: row.Code})
			}))
		}
	}
}

// addLink adds a link, where there is a word for it.
func addLink(flow *fyne.Container, text string, tapped func()) {
	if text != "" {
		flow.Add(widgets.NewLink(text, tapped))
	}
}

// next is the next step in words and a line about it: of an ending under way, what
// is in the way of it.
func (c *Client) next() (text, line string) {
	plan := c.ending()
	if plan == nil {
		return c.page.Next.Text, c.page.Head.Hint
	}
	history := c.file.History
	head := present.NewEndingPage(c.host.Speaker(), c.known(), present.EndingFacts{Plan: *plan,
		Status: ending.StatusOf(*plan, history.Obligations, c.file.Way.Promises, c.host.Practice().Today())}).Head
	return head.Answer, head.Since
}

// chose reports whether that is what the user decided last.
func (c *Client) chose(v rapport.Verdict) bool {
	d := c.file.Standing.Decision
	return d != nil && d.Chosen == v
}

// afterEnd is what can still be done once an engagement is over.
func (c *Client) afterEnd() fyne.CanvasObject {
	t := c.host.Speaker().T
	words := widgets.NewColumn(4, &widgets.Text{Text: t("way_page.ended"), As: widgets.Lead, Bold: true},
		widgets.NewText(t("way_page.dossier_line"), widgets.ColorSoft))
	column := widgets.NewColumn(12, words, asFlow(dossierButtons(c.host, c.page.Client)))
	links := widgets.NewFlow(16)
	if c.file.Way.EndPlan != nil {
		links.Add(widgets.NewLink(t("way_page.ended_page"), c.toEnding))
		links.Add(widgets.NewLink(t("ending_page.reopen"), func() { showReopen(c.host, c.place.Client, t("ending_page.reopen")) }))
	}
	links.Add(widgets.NewLink(t("way_page.flag.set"), c.flag))
	column.Add(links)
	return widgets.NewCard(column)
}

func (c *Client) flag() { ShowFlagForm(c.host, c.place.Client, "", 0) }

// sheet says how far the expectation sheet is and leads to it.
func (c *Client) sheet() fyne.CanvasObject {
	t := c.host.Speaker().T
	page := present.NewSheetPage(c.host.Speaker(), c.known(), present.SheetRates{})
	words := widgets.NewColumn(4, &widgets.Text{Text: page.Answer, Bold: true})
	if page.Suggest != "" {
		words.Add(widgets.NewText(page.Suggest, widgets.ColorSoft))
	}
	words.Add(widgets.Inset(4, 0, 0, 0, widgets.NewFlow(16,
		widgets.NewLink(t("way_page.sheet.open"), c.toSheet),
		widgets.NewLink(t("way_page.surprise.add"), func() { ShowSurpriseForm(c.host, c.place.Client) }))))
	return widgets.NewColumn(8, widgets.SectionHead(t("way_page.sheet.title"), ""), widgets.NewCard(words))
}

func (c *Client) toSheet() { c.host.Go(Place{Name: AtSheet, Client: c.place.Client}) }

// flourishesShown is how many small things a page proposes.
const flourishesShown = 3

// care says in which of two ways the client is worked with now, and the small
// things that belong to it, the quickest first.
func (c *Client) care() fyne.CanvasObject {
	card := present.NewCareCard(c.host.Speaker(), c.known())
	column := widgets.NewColumn(4, widgets.NewText(card.Text, ""))
	for _, line := range []string{card.LastGood, card.NoUpsell} {
		if line != "" {
			column.Add(widgets.NewText(line, widgets.ColorSoft))
		}
	}
	var rows []fyne.CanvasObject
	for _, f := range card.Flourishes[:min(len(card.Flourishes), flourishesShown)] {
		rows = append(rows, widgets.KeyValue(f.Text, f.Takes, false))
	}
	if len(rows) > 0 {
		column.Add(widgets.Inset(4, 0, 0, 0, widgets.KeyValues(rows...)))
	}
	return widgets.NewColumn(8, widgets.SectionHead(card.Title, ""), widgets.NewCard(column))
}

// settledShown is how many promises that were kept or broken a page still shows.
const settledShown = 4

// promises is our word to the client: what is open, then what was kept and broken.
func (c *Client) promises() fyne.CanvasObject {
	s := c.host.Speaker()
	add := widgets.NewLink(s.T("way_page.promise.add"), func() { ShowPromiseForm(c.host, c.place.Client) })
	column := widgets.NewColumn(8, widgets.SectionHead(s.T("way_page.promise.title"), "", add))
	list, settled := widgets.NewColumn(12), 0
	for _, row := range s.Promises(c.file.Way.Promises, c.host.Practice().Today()) {
		if !row.Open {
			if settled++; settled > settledShown {
				break
			}
		}
		list.Add(c.promiseRow(row))
	}
	if len(list.Objects) == 0 {
		column.Add(widgets.NewText(s.T("way_page.promise.none"), widgets.ColorMuted))
		return column
	}
	column.Add(widgets.NewCard(list))
	return column
}

func (c *Client) promiseRow(row present.PromiseRow) fyne.CanvasObject {
	box := &widgets.TickBox{Text: row.What, Detail: c.host.Speaker().Capital(row.Text)}
	if row.Takes != "" {
		box.Detail += ", " + row.Takes
	}
	for _, p := range c.file.Way.Promises {
		if p.ID != row.Promise {
			continue
		}
		box.OnTapped = func() { ShowPromiseSettle(c.host, p) }
		if !p.Open() {
			box.OnTapped = func() { ShowPromiseEdit(c.host, p) }
		}
		if !p.Kept.IsZero() {
			box.State = widgets.Done
		}
		if !p.Broken.IsZero() {
			box.State = widgets.Waived
		}
	}
	return box
}

// lettersShown is how many letters a page lists.
const lettersShown = 6

// letters is what was written to the client, drafts first.
func (c *Client) letters() fyne.CanvasObject {
	s := c.host.Speaker()
	var rows []fyne.CanvasObject
	all := s.Letters(c.file.Way.Letters, c.host.Practice().Today())
	for _, row := range all[:min(len(all), lettersShown)] {
		open := widgets.NewLink(row.Title, func() {
			c.host.Go(Place{Name: AtLetter, Client: c.place.Client, Letter: Writing{Kind: row.Kind, ID: row.Letter}})
		})
		rows = append(rows, widgets.Inset(6, 0, 6, 0, widgets.NewTopRow(16, widgets.Stretch(widgets.NewFlow(0, open)), widgets.NewText(row.Text, widgets.ColorSoft))))
	}
	return widgets.NewColumn(8, widgets.SectionHead(s.T("way_page.letters"), ""), widgets.NewCard(widgets.KeyValues(rows...)))
}
