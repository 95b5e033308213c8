package screen

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// Insights asks "Is it me?" and answers from what the user's own clients have in
// common; below the answer is what an hour is worth, what drains, and how advice
// turned out.
type Insights struct {
	host   Host
	turn   turns // only the newest question is answered
	period int   // index of periods
	offer  int   // which of the experiments is on offer
	whole  map[string]bool
	page   present.InsightsPage
	view   *widgets.Page
	keep   insightsKept
}

// insightsKept are the parts that change the page and stay on it when it is drawn
// anew: whoever pressed one by key goes on from there.
type insightsKept struct {
	periods *widgets.Segment
	another *widgets.Button // "Something else"
	more    map[string]*widgets.Link
}

// periods are how far back the answer looks, in days.
var periods = []struct {
	word string
	days int
}{
	{"insights.quarter", 91},
	{"insights.half_year", 182},
	{"insights.year", 365},
}

// NewInsights returns the screen, empty until it is shown. It looks back half a
// year unless told otherwise: long enough for a pattern, short enough to change.
func NewInsights(h Host) *Insights {
	n := &Insights{host: h, period: 1, whole: map[string]bool{}, view: widgets.NewPage(widgets.NewColumn(0))}
	n.keep = insightsKept{periods: n.periods(), more: map[string]*widgets.Link{}}
	n.keep.another = &widgets.Button{Text: h.Speaker().T("insights.something_else"), Role: widgets.Quiet, OnTapped: func() {
		n.offer++
		n.draw()
	}}
	return n
}

// Content is part of [Screen].
func (n *Insights) Content() fyne.CanvasObject { return n.view }

// Wants is part of [Screen]: every deed may change the picture.
func (n *Insights) Wants(c practice.Change) bool { return c.Deed != practice.DeedReassess }

// insightsFound is what the page is made of.
type insightsFound struct {
	survey   *assess.Survey
	ledger   practice.Ledger
	settings practice.Settings
}

// Show is part of [Screen].
func (n *Insights) Show(Place) {
	p := n.host.Practice()
	on, turn := p.Today(), n.turn.next()
	from := on.AddDays(1 - periods[n.period].days)
	load(n.host, func(ctx context.Context) (found insightsFound, err error) {
		if found.survey, err = p.Insights(ctx, from, on); err != nil {
			return found, err
		}
		if found.ledger, err = p.Ledger(ctx, from, on); err != nil {
			return found, err
		}
		found.settings, err = p.Settings(ctx)
		return found, err
	}, func(found insightsFound) {
		if !n.turn.is(turn) {
			return
		}
		n.page = present.Insights(n.host.Speaker(), found.survey, present.Goals{
			Target: target(n.host, found.settings),
			Trying: found.settings.Trying.Code, Since: found.settings.Trying.Since,
		}, on)
		n.page.Ledger = ledgerOf(n.host.Speaker(), found.ledger)
		n.draw()
	})
}

// draw builds the page anew where it was scrolled to.
func (n *Insights) draw() {
	offset := n.view.Offset()
	n.view.SetContent(n.build())
	n.view.ScrollTo(offset)
}

func (n *Insights) build() fyne.CanvasObject {
	t := n.host.Speaker().T
	head := widgets.NewQuestionHead(t("insights.question"), n.page.Answer, n.page.Line, n.keep.periods,
		widgets.NewButton(t("map.read"), n.read))
	return widgets.NewColumn(24, head,
		&widgets.Parted{Aside: 400, Main: n.shared(), Side: n.try()},
		widgets.NewGrid(20, 280, n.worth(), n.wonBack(), n.drain()),
		widgets.NewGrid(20, 280, n.waiting(), n.sheets(), n.advice()),
		n.tests())
}

// read opens the page as text.
func (n *Insights) read() {
	s := n.host.Speaker()
	ShowText(n.host, n.page.Answer, slices.Concat(n.page.Passages(s), n.page.Ledger.Passages(s)))
}

func (n *Insights) periods() *widgets.Segment {
	s := &widgets.Segment{Selected: n.period}
	for _, p := range periods {
		s.Options = append(s.Options, n.host.Speaker().T(p.word))
	}
	s.OnChanged = func(index int) {
		n.period = index
		n.Show(Place{Name: AtInsights})
	}
	return s
}

// titled is a part of the page: its title, a sentence about it, and what follows;
// nil is nothing.
func titled(title, unit, line string, parts ...fyne.CanvasObject) *fyne.Container {
	first := &widgets.Text{Text: title, Bold: true}
	if title == "" { // the same once more, in another unit
		first, line = widgets.NewText(line, widgets.ColorSoft), ""
	}
	head := widgets.NewRow(8, widgets.Stretch(first))
	if unit != "" {
		head.Add(&widgets.Text{Text: unit, As: widgets.Label, Color: widgets.ColorMuted})
	}
	words := widgets.NewColumn(0, head)
	if line != "" {
		words.Add(widgets.NewText(line, widgets.ColorSoft))
	}
	column := widgets.NewColumn(12, words)
	for _, part := range parts {
		if part != nil {
			column.Add(part)
		}
	}
	return column
}

// missing is what stands in a part that has nothing to say yet.
func missing(sentence, button string, then func()) fyne.CanvasObject {
	return widgets.NewColumn(12, widgets.NewText(sentence, widgets.ColorSoft),
		widgets.NewFlow(8, widgets.NewButton(button, then)))
}

// shared is what several clients run into, a box for each of them.
func (n *Insights) shared() fyne.CanvasObject {
	t := n.host.Speaker().T
	title := t("insights.shared")
	if n.page.Empty.Shared != "" {
		return titled(title, "", "", missing(n.page.Empty.Shared, t("shell.log"), func() { ShowLog(n.host, rapport.ID{}) }))
	}
	boxes := &widgets.Boxes{}
	shown, more := n.first("shared", len(n.page.Shared), sharedFirst)
	for i, row := range n.page.Shared[:shown] {
		box := widgets.BoxRow{Text: row.Text, Filled: row.N, Of: row.Of, Tally: row.Tally, Bold: i == 0}
		if row.Ours {
			box.Code = "ours"
		}
		boxes.Rows = append(boxes.Rows, box)
	}
	rows := n.page.Shared // a key may still reach these boxes when others have taken their place
	boxes.OnOpened = func(row int) {
		if entries := rows[row].Entries; len(entries) > 0 {
			n.host.Go(Place{Name: AtJournal, Entries: entries})
		}
	}
	return titled(title, t("insights.each_box"), "", boxes, more)
}

// How many rows a part shows before all are asked for.
const (
	sharedFirst = 6
	worthFirst  = 7
	mostRows    = 200 // a chart of more is no help to anybody
)

// first returns how many rows of a part to show, and the link to the others if
// there are any.
func (n *Insights) first(part string, count, few int) (int, fyne.CanvasObject) {
	if count <= few {
		return count, nil
	}
	text, shown := n.host.Speaker().N("insights.all", count), few
	if n.whole[part] {
		text, shown = n.host.Speaker().T("insights.fewer"), min(count, mostRows)
	}
	link, ok := n.keep.more[part]
	if !ok {
		link = widgets.NewLink("", func() {
			n.whole[part] = !n.whole[part]
			n.draw()
		})
		n.keep.more[part] = link
	}
	link.Text = text
	link.Refresh()
	return shown, widgets.NewFlow(0, link)
}

// worth is what an hour is really worth, each currency by itself.
func (n *Insights) worth() fyne.CanvasObject {
	t := n.host.Speaker().T
	title := t("insights.worth")
	if n.page.Empty.Worth != "" {
		return widgets.NewCard(titled(title, "", "", missing(n.page.Empty.Worth, t("map.add_hours"), func() { pickForHours(n.host) })))
	}
	var groups []fyne.CanvasObject
	for i, group := range n.page.Worth {
		if i > 0 {
			title = ""
		}
		bars := &widgets.Bars{Target: group.Target}
		shown, more := n.first("worth."+string(group.Currency), len(group.Rows), worthFirst)
		for _, row := range group.Rows[:shown] {
			bar := widgets.BarRow{Name: row.Name, Part: row.Part, Text: row.Text}
			if row.Low {
				bar.Tone = widgets.Faint
			}
			bars.Rows = append(bars.Rows, bar)
		}
		bars.OnOpened = n.opens(group.Rows)
		groups = append(groups, titled(title, group.Unit, group.Line, bars, more))
	}
	return widgets.NewCard(widgets.NewColumn(20, groups...))
}

// opens leads from a bar to its client; one that stands for several leads nowhere.
func (n *Insights) opens(rows []present.BarRow) func(int) {
	return func(row int) {
		if client := rows[row].Client; client != (rapport.ID{}) {
			n.host.Go(Place{Name: AtClient, Client: client})
		}
	}
}

// drain is what takes most energy.
func (n *Insights) drain() fyne.CanvasObject {
	t := n.host.Speaker().T
	title := t("insights.drain")
	if n.page.Empty.Drain != "" {
		return widgets.NewCard(titled(title, "", "", missing(n.page.Empty.Drain, t("shell.log"), func() { ShowLog(n.host, rapport.ID{}) })))
	}
	bars := &widgets.Bars{}
	for i, row := range n.page.Drain.Rows {
		bar := widgets.BarRow{Name: row.Name, Part: row.Part, Text: row.Text, Tone: widgets.Faint}
		if i == 0 {
			bar.Tone = widgets.Strong
		}
		bars.Rows = append(bars.Rows, bar)
	}
	bars.OnOpened = n.opens(n.page.Drain.Rows)
	return widgets.NewCard(titled(title, "", n.page.Drain.Line, bars, n.note("energy", n.page.Drain.Note)))
}

// note is a muted remark with its icon, at the foot of a part.
func (n *Insights) note(icon, text string) fyne.CanvasObject {
	if text == "" {
		return nil
	}
	return widgets.NewTopRow(8, widgets.Inset(2, 0, 0, 0, &widgets.Icon{Name: icon, Color: widgets.ColorMuted, Side: widgets.IconSmall}),
		widgets.Stretch(widgets.NewText(text, widgets.ColorMuted)))
}

// advice is what was offered, chosen, and how it turned out.
func (n *Insights) advice() fyne.CanvasObject {
	t := n.host.Speaker().T
	title := t("insights.advice")
	if n.page.Empty.Advice != "" {
		return widgets.NewCard(titled(title, "", "", missing(n.page.Empty.Advice, t("insights.to_review"), func() { n.host.Go(Place{Name: AtReview}) })))
	}
	var rows []fyne.CanvasObject
	for _, fact := range n.page.Advice.Rows {
		rows = append(rows, widgets.KeyValue(fact.Label, fact.Value, true))
	}
	return widgets.NewCard(titled(title, "", n.page.Advice.Line, widgets.KeyValues(rows...)))
}

// tests is what would have been said before engagements that ended.
func (n *Insights) tests() fyne.CanvasObject {
	s := n.host.Speaker()
	head := widgets.SectionHead(s.T("insights.tests"), "")
	if n.page.Empty.Tests != "" {
		return widgets.NewColumn(4, head, widgets.NewText(n.page.Empty.Tests, widgets.ColorSoft))
	}
	var rows []fyne.CanvasObject
	for _, test := range n.page.Tests {
		link := widgets.NewLink(test.Name, func() { n.host.Go(Place{Name: AtClient, Client: test.Client}) })
		rows = append(rows, widgets.Inset(6, 0, 6, 0, widgets.NewColumn(0, widgets.NewFlow(0, link), widgets.NewText(test.Text, widgets.ColorSoft))))
	}
	return widgets.NewColumn(8, head, widgets.NewCard(widgets.KeyValues(rows...)))
}
