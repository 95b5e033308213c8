package screen

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// Client is the page of one client: the answer as a sentence, what it rests on,
// what to do, and the record behind it.
type Client struct {
	host  Host
	place Place
	file  practice.ClientFile
	own   practice.Settings // what the user set for everybody
	page  present.ClientPage
	view  *widgets.Page
	more  disclosed
	ways  map[*bool]*widgets.Link // by what they disclose
	turns turns                   // of examining; only the newest is waited for
	found *fyne.Container         // where what examining finds is put
	bills fyne.CanvasObject
}

// disclosed says which lists are shown whole.
type disclosed struct {
	reasons  bool // every reason, not only the heaviest
	weights  bool // what each reason weighs, in words
	invoices bool // every invoice, not only the latest
}

// NewClient returns the screen, empty until it is shown.
func NewClient(h Host) *Client {
	return &Client{host: h, view: widgets.NewPage(widgets.NewColumn(0)), found: widgets.NewColumn(0),
		ways: map[*bool]*widgets.Link{}}
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
		c.more = disclosed{}
		c.page.Examined = present.Examined{}
		c.view.SetContent(widgets.NewColumn(0))
	}
	c.place = to
	turn := c.turns.next()
	var found fileAndOwn
	c.host.Work(func(ctx context.Context) (err error) {
		found, err = fetchKnown(ctx, c.host, to.Client)
		return err
	}, func(err error) {
		switch {
		case to.Client != c.place.Client: // gone on meanwhile
		case errors.Is(err, rapport.ErrNotFound):
			c.host.Back()
		case err != nil:
			c.host.Fail(err)
		default:
			c.fill(found)
			c.examine(turn)
		}
	})
}

// fill shows a client; one who was shown before stays scrolled to the same place,
// and keeps what was found by examining until that is found anew.
func (c *Client) fill(found fileAndOwn) {
	examined, file := c.page.Examined, found.file
	c.file, c.own = file, found.settings
	c.page = present.Client(c.host.Speaker(), file.History, file.Standing, present.Findings{
		Alerts: file.Alerts, Progress: file.Progress, Waiting: file.Waiting, BackTest: file.BackTest})
	c.page.Examined = examined
	c.rebuild()
}

// rebuild lays the page out anew and leaves it scrolled as it is.
func (c *Client) rebuild() {
	offset := c.view.Offset()
	c.view.SetContent(c.build())
	c.view.ScrollTo(offset)
}

// examine asks what would change the answer and which question is worth asking.
// That takes far longer than the page itself, so it is done once the page is
// shown, not begun when there is something newer to find out, and dropped when
// that comes up meanwhile. Where it was cancelled or failed the page does without.
func (c *Client) examine(turn int64) {
	client := c.place.Client
	var found assess.Examination
	c.host.Work(func(ctx context.Context) (err error) {
		ctx, stop := c.turns.begin(ctx, turn)
		defer stop()
		if err := ctx.Err(); err != nil {
			return err
		}
		found, err = c.host.Practice().Examine(ctx, client)
		return err
	}, func(err error) {
		if !c.turns.is(turn) {
			return
		}
		c.page.Examined = present.Examined{} // what was found before may not hold any more
		if err == nil {
			c.page.Examined = present.NewExamined(c.host.Speaker(), c.file.History, c.file.Standing.Assessment, found)
		}
		c.slideIn()
		if err != nil && !errors.Is(err, context.Canceled) {
			c.host.Fail(err)
		}
	})
}

// slideIn shows what examining found. What the user is reading stays where it is:
// if that lies further down, the page is scrolled by as much as it grew.
func (c *Client) slideIn() {
	driver := fyne.CurrentApp().Driver()
	above := driver.AbsolutePositionForObject(c.found).Y < driver.AbsolutePositionForObject(c.view).Y
	offset, height := c.view.Offset(), c.view.Content.Size().Height
	c.fillFound()
	c.view.Refresh()
	if above && offset > 0 {
		c.view.ScrollTo(max(0, offset+c.view.Content.Size().Height-height))
	}
}

// asideWidth is the column with what to do.
const asideWidth float32 = 348

// known is the client as the pages about the way with one are worded from.
func (c *Client) known() present.Known {
	return fileAndOwn{file: c.file, settings: c.own}.known(c.host)
}

// build lays the page out by importance: what has just come up, the answer beside
// what to do about it, then how it went, the money, what is promised and owed, what
// was written and what was decided.
func (c *Client) build() fyne.CanvasObject {
	page := widgets.NewColumn(24, c.top())
	if notices := c.notices(); len(notices.Objects) > 0 {
		page.Add(notices)
	}
	page.Add(widgets.NewSplit(asideWidth, c.answer(), c.aside(), c.background()))
	if len(c.file.History.Entries) > 0 {
		page.Add(c.timeline())
	}
	c.bills = c.money()
	page.Add(c.bills)
	page.Add(widgets.NewGrid(32, 360, c.promises(), c.owed()))
	if !c.ended() {
		page.Add(widgets.NewGrid(32, 360, c.sheet(), c.care()))
	}
	if len(c.file.Way.Letters) > 0 {
		page.Add(c.letters())
	}
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
	return widgets.NewColumn(0, widgets.NewTopRow(16, widgets.Stretch(name), c.actions()),
		widgets.NewText(c.page.Head.Facts, widgets.ColorMuted))
}

// entries leads to the journal with only these entries; nil where there are none.
func (c *Client) entries(ids []rapport.ID) *widgets.Link {
	if len(ids) == 0 {
		return nil
	}
	return widgets.NewLink(c.host.Speaker().N("count.entries", len(ids)), func() {
		c.host.Go(Place{Name: AtJournal, Client: c.place.Client, Entries: ids})
	})
}

// label is the small word over a card or a part of it.
func label(text string) *widgets.Text {
	return &widgets.Text{Text: text, As: widgets.Label, Color: widgets.ColorMuted}
}
