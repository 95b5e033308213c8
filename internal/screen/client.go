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

// Client is the page of one client: the answer as a sentence, what it rests on,
// what to do, and the record behind it.
type Client struct {
	host  Host
	all   bool // every reason is shown, not only the heaviest
	place Place
	file  practice.ClientFile
	page  present.ClientPage
	view  *widgets.Page
}

// NewClient returns the screen, empty until it is shown.
func NewClient(h Host) *Client {
	return &Client{host: h, view: widgets.NewPage(widgets.NewColumn(0))}
}

// Content is part of [Screen].
func (c *Client) Content() fyne.CanvasObject { return c.view }

// Wants is part of [Screen].
func (c *Client) Wants(change practice.Change) bool { return change.Touches(c.place.Client) }

// Show is part of [Screen]. Until another client's page is fetched there is
// nothing to see and to press: what stood there was about somebody else. A client
// who is no more, since adding them was taken back, is left for where one was.
func (c *Client) Show(to Place) {
	if to.Client != c.place.Client {
		c.all = false
		c.view.SetContent(widgets.NewColumn(0))
	}
	c.place = to
	var file practice.ClientFile
	c.host.Work(func(ctx context.Context) (err error) {
		file, err = c.host.Practice().Client(ctx, to.Client)
		return err
	}, func(err error) {
		switch {
		case to.Client != c.place.Client: // gone on meanwhile
		case errors.Is(err, rapport.ErrNotFound):
			c.host.Back()
		case err != nil:
			c.host.Fail(err)
		default:
			c.fill(file)
		}
	})
}

// fill shows a client; one who was shown before stays scrolled to the same place.
func (c *Client) fill(file practice.ClientFile) {
	offset := c.view.Offset()
	c.file, c.page = file, present.Client(c.host.Speaker(), file.History, file.Standing)
	c.view.SetContent(c.build())
	c.view.ScrollTo(offset)
}

// asideWidth is the column with what to do.
const asideWidth float32 = 348

func (c *Client) build() fyne.CanvasObject {
	page := widgets.NewColumn(24, c.top(), widgets.NewSplit(asideWidth, c.answer(), c.aside()))
	if len(c.file.History.Entries) > 0 {
		page.Add(c.timeline())
	}
	page.Add(c.money())
	page.Add(c.owed())
	if len(c.page.Decisions) > 0 {
		page.Add(c.decisions())
	}
	return page
}

// top says where one is, how to get back, and what can be done here.
func (c *Client) top() fyne.CanvasObject {
	t := c.host.Speaker().T
	name := widgets.NewFlow(12,
		widgets.BackLink(t("client.back"), c.host.Back),
		&widgets.Text{Text: c.page.Client.Name, As: widgets.Name, Bold: true},
	)
	if c.page.Client.Archived {
		name.Add(widgets.NewText(t("find.archived"), widgets.ColorMuted))
	}
	log := widgets.NewButton(t("client.log"), func() { ShowLog(c.host, c.place.Client) })
	log.Icon = "log"
	edit := widgets.NewButton(t("client.edit"), func() { ShowClientForm(c.host, &c.file.History.Client) })
	journal := widgets.NewButton(t("client.journal"), func() { c.host.Go(Place{Name: AtJournal, Client: c.place.Client}) })
	words := widgets.NewColumn(0, name, widgets.NewText(c.page.Head.Facts, widgets.ColorMuted))
	return widgets.NewTopRow(16, widgets.Stretch(words), widgets.NewFlow(8, log, journal, edit))
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
	column := widgets.NewColumn(24,
		widgets.NewColumn(12, badges,
			&widgets.Text{Text: head.Headline, As: widgets.Answer, Bold: true, MaxWidth: 640}))
	if len(c.page.Reasons) > 0 {
		column.Add(c.reasons())
	}
	if len(c.page.Shares) > 0 {
		column.Add(c.shares())
	}
	return column
}

// reasonsAtFirst is how many reasons are shown before more are asked for.
const reasonsAtFirst = 6

// reasons is the balance, the heaviest first, and the way to the rest.
func (c *Client) reasons() fyne.CanvasObject {
	rest := len(c.page.Reasons) - reasonsAtFirst
	if rest <= 1 {
		return c.balance(c.page.Reasons)
	}
	more := widgets.NewLink(c.host.Speaker().N("client.more_reasons", rest), func() { c.showReasons(true) })
	if c.all {
		more = widgets.NewLink(c.host.Speaker().T("client.fewer_reasons"), func() { c.showReasons(false) })
		return widgets.NewColumn(8, c.balance(c.page.Reasons), more)
	}
	return widgets.NewColumn(8, c.balance(c.page.Reasons[:reasonsAtFirst]), more)
}

func (c *Client) showReasons(all bool) {
	offset := c.view.Offset()
	c.all = all
	c.view.SetContent(c.build())
	c.view.ScrollTo(offset)
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
	}
	return &widgets.Balance{Title: t("client.balance"), Against: t("client.against"), For: t("client.for"),
		Rows: rows, OnOpened: c.openReason}
}

// openReason shows the entries a reason rests on; one that rests on invoices
// leads to the table below.
func (c *Client) openReason(row int) {
	if entries := c.page.Reasons[row].Entries; len(entries) > 0 {
		c.host.Go(Place{Name: AtJournal, Client: c.place.Client, Entries: entries})
		return
	}
	c.view.ScrollTo(c.view.Content.Size().Height)
}

func (c *Client) shares() fyne.CanvasObject {
	bar := &widgets.SharesBar{}
	for _, s := range c.page.Shares {
		bar.Shares = append(bar.Shares, widgets.Share{Code: string(s.Source), Part: float64(s.Percent) / 100, Number: s.Text, Label: s.Word})
	}
	return widgets.NewColumn(8, widgets.SectionHead(c.host.Speaker().T("client.source"), ""), bar)
}

// aside is what to do now, what to find out, and what was tried.
func (c *Client) aside() fyne.CanvasObject {
	column := widgets.NewColumn(12, c.decide())
	t := c.host.Speaker().T
	if c.page.Ask.Text != "" {
		column.Add(widgets.NewCard(widgets.NewColumn(4,
			&widgets.Text{Text: t("client.question"), As: widgets.Label, Color: widgets.ColorMuted},
			&widgets.Text{Text: c.page.Ask.Text, Bold: true})))
	}
	ladder := widgets.NewColumn(8, &widgets.Text{Text: t("client.ladder"), As: widgets.Label, Color: widgets.ColorMuted})
	for _, rung := range c.page.Ladder {
		color := widgets.ColorSoft
		if rung.State == "" {
			color = widgets.ColorMuted
		}
		ladder.Add(widgets.NewColumn(0, &widgets.Text{Text: rung.Word, Bold: rung.State != ""}, widgets.NewText(rung.Text, color)))
	}
	column.Add(widgets.NewCard(ladder))
	return column
}

// decide is the card with the next step and the user's own decision.
func (c *Client) decide() fyne.CanvasObject {
	t := c.host.Speaker().T
	next := widgets.NewColumn(4,
		&widgets.Text{Text: t("client.next"), As: widgets.Label, Color: widgets.ColorMuted},
		&widgets.Text{Text: c.page.Next.Text, As: widgets.Lead, Bold: true},
		widgets.NewText(c.page.Head.Hint, widgets.ColorSoft))
	if c.page.Head.Decided != "" {
		again := widgets.NewButton(t("client.otherwise"), func() { ShowDecide(c.host, c.place.Client, c.page.Head.Verdict) })
		return widgets.NewCard(next, widgets.NewColumn(8,
			&widgets.Text{Text: t("client.decision"), As: widgets.Label, Color: widgets.ColorMuted},
			&widgets.Text{Text: c.page.Head.Decided, Bold: true}, widgets.NewFlow(8, again)))
	}
	agree := widgets.NewButton(t("client.agree"), c.agree)
	agree.Role, agree.Tall = widgets.Primary, true
	other := widgets.NewButton(t("client.otherwise"), func() { ShowDecide(c.host, c.place.Client, c.page.Head.Verdict) })
	other.Tall = true
	return widgets.NewCard(next, widgets.NewColumn(8,
		&widgets.Text{Text: t("client.decision"), As: widgets.Label, Color: widgets.ColorMuted},
		widgets.NewGrid(8, 130, agree, other)))
}

func (c *Client) agree() {
	id, verdict := c.place.Client, c.page.Head.Verdict
	do(c.host, func(ctx context.Context) error {
		return c.host.Practice().Decide(ctx, id, verdict, "")
	}, "client.decided")
}

// timeline is the last twelve months as a picture, and as text for whoever
// prefers that.
func (c *Client) timeline() fyne.CanvasObject {
	t := c.host.Speaker().T
	chart := timelineChart(c.page.Timeline, c.page.Head.Verdict)
	chart.Words = widgets.TimelineWords{Strain: t("client.strain"), Today: t("client.today")}
	chart.OnMark = func(lane, mark int) {
		dot := c.page.Timeline.Lanes[lane].Dots[mark]
		c.host.Go(Place{Name: AtJournal, Client: c.place.Client, Entries: []rapport.ID{dot.Entry}})
	}
	asText := widgets.NewLink(t("client.as_text"), func() {
		ShowText(c.host, c.page.Client.Name, c.page.Timeline.Passages(c.host.Speaker()))
	})
	return widgets.NewCard(widgets.NewColumn(12, widgets.SectionHead(t("client.year"), "", asText), chart))
}

// timelineChart turns the worded timeline into the chart's own numbers.
func timelineChart(line present.Timeline, verdict rapport.Verdict) *widgets.Timeline {
	chart := &widgets.Timeline{Start: int(line.From), End: int(line.To), Today: int(line.Today), Code: string(verdict)}
	for _, p := range line.Strain {
		chart.Strain = append(chart.Strain, widgets.StrainPoint{Day: int(p.On), Value: p.Value})
	}
	shapes := map[rapport.Group]widgets.Shape{rapport.Friction: widgets.Discs, rapport.Goodwill: widgets.Circles, rapport.FromUs: widgets.Squares}
	for _, lane := range line.Lanes {
		drawn := widgets.Lane{Label: lane.Word, Shape: shapes[lane.Group]}
		for _, dot := range lane.Dots {
			drawn.Marks = append(drawn.Marks, widgets.Mark{Day: int(dot.On), Weight: dot.Severity})
		}
		chart.Lanes = append(chart.Lanes, drawn)
	}
	for _, b := range line.Bands {
		chart.Bands = append(chart.Bands, widgets.Band{From: int(b.From), To: int(b.To), Label: b.Label})
	}
	for _, m := range line.Months {
		chart.Months = append(chart.Months, widgets.Month{Day: int(m.Start) + 14, Label: m.Label, Now: m.Current})
	}
	return chart
}
