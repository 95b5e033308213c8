package screen

import (
	"slices"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// notices is what has just come up and stands above everything: a personal limit
// that was crossed, and a trial whose day has come, with the answer.
func (c *Client) notices() *fyne.Container {
	column := widgets.NewColumn(12, flagRows(c.host, c.file.Way.Flags)...)
	for _, a := range c.page.Alerts {
		help := widgets.NewLink(c.host.Speaker().T("guide.bring_someone_in.title"), func() {
			c.host.Go(Place{Name: AtGuide, Client: c.page.Client.ID, Guide: "bring_someone_in"})
		})
		if link := c.entries(a.Entries); link != nil {
			column.Add(widgets.Hint(a.Title, a.Text, link, help))
			continue
		}
		column.Add(widgets.Hint(a.Title, a.Text, help))
	}
	if trial := c.page.Trial; trial != nil && trial.Due {
		column.Add(c.verdictOfTrial(*trial))
	}
	return column
}

// verdictOfTrial is how a trial went, and the entries that say so.
func (c *Client) verdictOfTrial(trial present.TrialCard) fyne.CanvasObject {
	words := widgets.NewColumn(4,
		label(c.host.Speaker().T("page.trial_over")),
		&widgets.Text{Text: trial.Title, As: widgets.Lead, Bold: true},
		&widgets.Text{Text: trial.Text, Color: widgets.ColorSoft, MaxWidth: 640})
	for _, line := range []present.Line{trial.Good, trial.Bad} {
		if line.Text != "" {
			words.Add(c.tally(line))
		}
	}
	if trial.Before != "" {
		words.Add(widgets.NewText(trial.Before, widgets.ColorSoft))
	}
	return widgets.NewCard(widgets.NewTopRow(16,
		widgets.Inset(2, 0, 0, 0, widgets.VerdictIcon(string(trial.Chosen), widgets.IconLarge)), widgets.Stretch(words)))
}

// tally is a sentence that counts entries and leads to them.
func (c *Client) tally(line present.Line) fyne.CanvasObject {
	if len(line.Entries) == 0 {
		return &widgets.Text{Text: line.Text}
	}
	link := c.entries(line.Entries)
	link.Text = line.Text
	return widgets.NewFlow(0, link)
}

// line is a sentence and, behind it, the way to its entries.
func (c *Client) line(line present.Line) fyne.CanvasObject {
	row := widgets.NewTopRow(16, widgets.Stretch(&widgets.Text{Text: line.Text}))
	if link := c.entries(line.Entries); link != nil {
		row.Add(link)
	}
	return row
}

// answer is the verdict as a sentence and the reasons for it.
func (c *Client) answer() fyne.CanvasObject {
	head := c.page.Head
	badges := widgets.NewFlow(12,
		&widgets.VerdictChip{Code: string(head.Verdict), Word: head.Word},
		widgets.NewText(head.StrainText, widgets.ColorSoft))
	if head.Confidence != "" {
		badges.Add(widgets.NewText(head.Confidence, widgets.ColorMuted))
	}
	said := widgets.NewColumn(12, badges,
		&widgets.Text{Text: head.Headline, As: widgets.Answer, Bold: true, MaxWidth: 640})
	if head.Lacking != "" {
		said.Add(&widgets.Text{Text: head.Lacking, Color: widgets.ColorSoft, MaxWidth: 640})
	}
	column := widgets.NewColumn(24, said)
	if c.page.BackTest != "" {
		column.Add(c.backTest())
	}
	if len(c.page.Reasons) > 0 {
		column.Add(c.reasons())
	}
	return column
}

// background is what lies behind the answer: where the trouble comes from and
// since when, what makes it heavy, and what was tried.
func (c *Client) background() fyne.CanvasObject {
	column := widgets.NewColumn(24)
	if len(c.page.Shares) > 0 {
		column.Add(c.shares())
	}
	if c.page.Onset != "" || len(c.page.Around) > 0 {
		column.Add(c.beginning())
	}
	if len(c.page.Parts) > 0 {
		column.Add(c.parts())
	}
	if c.page.Head.Verdict != rapport.Keep || slices.ContainsFunc(c.page.Ladder, tried) {
		column.Add(c.ladder())
	}
	return column
}

func tried(rung present.LadderRow) bool { return rung.State != "" }

// backTest is what would have been said before the engagement ended.
func (c *Client) backTest() fyne.CanvasObject {
	return widgets.NewColumn(8, widgets.SectionHead(c.host.Speaker().T("page.back_test"), ""),
		&widgets.Text{Text: c.page.BackTest, MaxWidth: 640})
}

// reasonsAtFirst is how many reasons are shown before more are asked for.
const reasonsAtFirst = 6

// reasons is the balance, the heaviest first, and the ways to the rest and to what
// each weighs.
func (c *Client) reasons() fyne.CanvasObject {
	s, rows, ways := c.host.Speaker(), c.page.Reasons, widgets.NewFlow(20)
	switch rest := len(rows) - reasonsAtFirst; {
	case rest <= 1:
	case c.more.reasons:
		ways.Add(c.way(s.T("client.fewer_reasons"), &c.more.reasons))
	default:
		rows = rows[:reasonsAtFirst]
		ways.Add(c.way(s.N("client.more_reasons", rest), &c.more.reasons))
	}
	if c.more.weights {
		ways.Add(c.way(s.T("page.hide_weights"), &c.more.weights))
	} else {
		ways.Add(c.way(s.T("page.show_weights"), &c.more.weights))
	}
	return widgets.NewColumn(8, c.balance(rows), ways)
}

// way is a link that shows more of something, or less of it again. The keyboard
// stays on it.
func (c *Client) way(text string, shown *bool) *widgets.Link {
	link := widgets.NewLink(text, nil)
	link.OnTapped = func() {
		canvas := c.host.Window().Canvas()
		held := canvas.Focused() == link
		*shown = !*shown
		c.rebuild()
		if held {
			canvas.Focus(c.ways[shown])
		}
	}
	c.ways[shown] = link
	return link
}

func (c *Client) balance(reasons []present.ReasonRow) fyne.CanvasObject {
	t := c.host.Speaker().T
	rows := make([]widgets.BalanceRow, len(reasons))
	for i, r := range reasons {
		weight := r.Decibans
		if !r.For {
			weight = -weight
		}
		rows[i] = widgets.BalanceRow{Text: r.Sentence, Code: string(r.Toward), Weight: weight, Link: r.Count}
		if c.more.weights {
			rows[i].Note = r.Weight
		}
	}
	return &widgets.Balance{Title: t("client.balance"), Against: t("client.against"), For: t("client.for"),
		Rows: rows, OnOpened: func(row int) { c.openReason(reasons[row]) }}
}

// openReason shows the entries a reason rests on; one that rests on invoices
// leads to the table below.
func (c *Client) openReason(reason present.ReasonRow) {
	if len(reason.Entries) > 0 {
		c.host.Go(Place{Name: AtJournal, Client: c.place.Client, Entries: reason.Entries})
		return
	}
	driver := fyne.CurrentApp().Driver()
	down := driver.AbsolutePositionForObject(c.bills).Y - driver.AbsolutePositionForObject(c.view).Y
	c.view.ScrollTo(c.view.Offset() + down - 24)
}

func (c *Client) shares() fyne.CanvasObject {
	bar := &widgets.SharesBar{}
	for _, s := range c.page.Shares {
		bar.Shares = append(bar.Shares, widgets.Share{Code: string(s.Source), Part: float64(s.Percent) / 100, Number: s.Text, Label: s.Word})
	}
	column := widgets.NewColumn(8, widgets.SectionHead(c.host.Speaker().T("client.source"), ""), bar)
	if c.page.Consensus != "" {
		column.Add(&widgets.Text{Text: c.page.Consensus, Color: widgets.ColorMuted, MaxWidth: 640})
	}
	return column
}

// beginning is the day the trouble began and what happened around it.
func (c *Client) beginning() fyne.CanvasObject {
	column := widgets.NewColumn(4, widgets.SectionHead(c.host.Speaker().T("page.began"), ""))
	if c.page.Onset != "" {
		column.Add(&widgets.Text{Text: c.page.Onset, Color: widgets.ColorSoft, MaxWidth: 640})
	}
	for _, around := range c.page.Around {
		column.Add(c.line(around))
	}
	return column
}

// parts is what the strain is made of.
func (c *Client) parts() fyne.CanvasObject {
	meters := &widgets.Meters{Code: string(c.page.Head.Verdict)}
	for _, p := range c.page.Parts {
		meters.Rows = append(meters.Rows, widgets.Meter{Label: p.Word, Value: float64(p.Value), Text: c.host.Speaker().Number(float64(p.Value), 0)})
	}
	return widgets.NewColumn(8, widgets.SectionHead(c.host.Speaker().T("page.parts"), ""), meters)
}

// ladder is what has been tried and what came of it, one rung beside the other.
func (c *Client) ladder() fyne.CanvasObject {
	rungs := make([]fyne.CanvasObject, len(c.page.Ladder))
	for i, rung := range c.page.Ladder {
		color := widgets.ColorSoft
		if !tried(rung) {
			color = widgets.ColorMuted
		}
		rungs[i] = widgets.NewColumn(0, &widgets.Text{Text: rung.Word, Bold: tried(rung), Color: color},
			widgets.NewText(rung.Text, color))
	}
	return widgets.NewColumn(8, widgets.SectionHead(c.host.Speaker().T("client.ladder"), ""), widgets.NewGrid(16, 132, rungs...))
}
