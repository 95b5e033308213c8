package screen

import (
	"context"
	"errors"
	"slices"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// Letter is the page for writing to a client without a guide. With neither a kind
// nor a letter chosen it offers the kinds that fit and lists what was written
// before; else it is the desk with that letter on it.
type Letter struct {
	host    Host
	place   Place
	found   found
	desk    *letterDesk // nil while a kind is being chosen
	view    *widgets.Page
	send    *widgets.Button
	refusal *widgets.Text
	all     bool // every kind is shown, not only those that fit
	turn    turns
}

// NewLetter returns the screen, empty until it is shown.
func NewLetter(h Host) *Letter {
	l := &Letter{host: h, view: widgets.NewPage(widgets.NewColumn(0)), refusal: &widgets.Text{Color: widgets.ColorDoubtText}}
	l.send = &widgets.Button{Text: h.Speaker().T("letter_page.send"), Role: widgets.Primary, Tall: true, OnTapped: func() { l.sent(false) }}
	return l
}

// Content is part of [Screen].
func (l *Letter) Content() fyne.CanvasObject { return l.view }

// Wants is part of [Screen]: what is kept while it is typed is no news.
func (l *Letter) Wants(c practice.Change) bool {
	return c.Deed != practice.DeedDraft && c.Deed != practice.DeedRun && c.Touches(l.place.Client)
}

// Show is part of [Screen]. A letter on the desk stays there; only a sending that
// was taken back puts it there anew.
func (l *Letter) Show(to Place) {
	same := to.Client == l.place.Client && to.Letter == l.place.Letter
	if !same {
		l.desk = nil
		l.view.SetContent(widgets.NewColumn(0))
	}
	l.place = to
	turn := l.turn.next()
	var news found
	l.host.Work(func(ctx context.Context) (err error) {
		news, err = findAll(ctx, l.host, to.Client)
		return err
	}, func(err error) {
		switch {
		case !l.turn.is(turn):
		case errors.Is(err, rapport.ErrNotFound):
			l.host.Back()
		case err != nil:
			l.host.Fail(err)
		default:
			l.found = news
			l.lay(same)
		}
	})
}

// lay puts the letter asked for on the desk, unless it lies there already.
func (l *Letter) lay(same bool) {
	letter, ok := l.wanted()
	facts := letterFacts(l.host, l.found)
	switch {
	case !ok:
		l.desk = nil
	case !same || l.desk == nil || l.desk.letter.Draft() != letter.Draft() && letter.ID == l.desk.letter.ID:
		l.desk = newLetterDesk(l.host, facts, letter, l.draw)
		l.desk.onRelease = func() { l.sent(true) }
	default:
		l.desk.hear(facts)
	}
	l.draw()
	if !same && l.desk != nil && l.desk.letter.Draft() && inSight(l.host, l.view) {
		l.host.Window().Canvas().Focus(l.desk.first())
	}
}

// wanted is the letter of the place: a certain one, or the draft of a kind.
func (l *Letter) wanted() (rapport.Letter, bool) {
	at, letters := l.place.Letter, l.found.file.Way.Letters
	if l.desk != nil && at.ID == (rapport.ID{}) && at.Kind != "" {
		at.ID = l.desk.letter.ID // the one begun here
	}
	if i := slices.IndexFunc(letters, func(one rapport.Letter) bool { return one.ID == at.ID }); i >= 0 {
		return letters[i], true
	}
	if at.Kind == "" {
		return rapport.Letter{}, false
	}
	draft := latest(letters, at.Kind, true)
	draft.Kind = at.Kind
	return draft, true
}

// sent records that the letter went out.
func (l *Letter) sent(release bool) {
	if l.send.Locked && !release {
		return
	}
	desk := l.desk
	l.refusal.Text = ""
	l.send.Disable()
	desk.send(release, func(err error) {
		l.send.Enable()
		if err != nil && !errors.Is(err, errSaid) {
			l.refusal.Text = l.host.Speaker().Error(err)
			l.refusal.Refresh()
		}
		l.draw()
	})
}

// draw builds the page anew where it was scrolled to.
func (l *Letter) draw() {
	offset := l.view.Offset()
	l.view.SetContent(l.build())
	l.view.ScrollTo(offset)
}

func (l *Letter) build() fyne.CanvasObject {
	t := l.host.Speaker().T
	client := l.found.file.History.Client.Name
	back := widgets.BackLink(client, func() { l.host.Go(Place{Name: AtClient, Client: l.place.Client}) })
	title := t("letter_page.title")
	if l.desk != nil {
		title = l.desk.page.Title
	}
	top := widgets.NewTopRow(16, widgets.Stretch(widgets.NewFlow(12, back, widgets.NewText("/", widgets.ColorMuted),
		&widgets.Text{Text: title, As: widgets.Name, Bold: true})))
	if l.desk == nil {
		return widgets.NewColumn(24, top, l.kinds(), l.earlier())
	}
	top.Add(widgets.NewButton(t("letter_page.other"), func() { l.host.Go(Place{Name: AtLetter, Client: l.place.Client}) }))
	return widgets.NewColumn(24, top, widgets.NewSplit(asideWidth, l.desk.content(), l.aside()))
}

// factsOnPage is how many lines from the book stand beside a letter at first.
const factsOnPage = 7

// aside is when to write such a letter, what the book knows, and the last step.
func (l *Letter) aside() fyne.CanvasObject {
	t := l.host.Speaker().T
	column := widgets.NewColumn(12, widgets.NewColumn(4, label(t("letter_page.when")), widgets.NewText(l.desk.page.Use, "")))
	if !l.desk.letter.Draft() {
		return column
	}
	if book := l.desk.book(factsOnPage, l.draw); book != nil {
		column.Add(book)
	}
	l.send.Locked = l.desk.page.Held != ""
	l.send.Refresh()
	out := widgets.NewColumn(8, widgets.NewFlow(8, l.send), widgets.NewText(t("letter_page.send.note"), widgets.ColorMuted))
	if l.refusal.Text != "" {
		out.Add(l.refusal)
	}
	column.Add(widgets.Inset(8, 0, 0, 0, out))
	return column
}
