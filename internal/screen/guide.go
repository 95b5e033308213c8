package screen

import (
	"context"
	"errors"
	"maps"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/guide"
	"github.com/rapport-desktop/rapport/internal/interest"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// Guide walks through a guide with one client, a step at a time. Which guide, and
// of what its steps are made, is data; each kind of step has its own [desk]. Where
// the user is and what was ticked and written is kept with every change, so the
// guide can be left at any moment and goes on there.
//
// Without a client a guide is only read: nothing is kept, and steps that would
// write in a book say so.
type Guide struct {
	host  Host
	place Place
	all   guide.Library
	guide guide.Guide
	run   rapport.Run
	found found
	page  present.GuidePage
	desk  desk // of the present step
	view  *widgets.Page
	parts guideParts
	turn  turns // only the newest place is shown
	keep  keeper[rapport.Run]
}

// found is what a guide and a letter are worded from.
type found struct {
	fileAndOwn
	claims []interest.Claim // what may be claimed for paying late
}

// findAll reads it. It touches the disk: call it inside Work.
func findAll(ctx context.Context, h Host, client rapport.ID) (f found, err error) {
	if f.fileAndOwn, err = fetchKnown(ctx, h, client); err != nil {
		return f, err
	}
	f.claims, _, err = h.Practice().Claims(ctx, client, h.Practice().Today())
	return f, err
}

// guideParts stay on the page when it is drawn anew: the keyboard may be on one.
type guideParts struct {
	steps   *widgets.Steps
	next    *widgets.Button
	skip    *skipping // nil unless the user is saying why
	refusal *widgets.Text
	busy    bool         // the step is being passed
	lookOn  rapport.Date // when to see whether it helped, once the user has noted it
}

// NewGuide returns the screen, empty until it is shown.
func NewGuide(h Host) *Guide {
	g := &Guide{host: h, all: present.Guides(), view: widgets.NewPage(widgets.NewColumn(0))}
	g.keep.host, g.keep.store = h, func(ctx context.Context, r rapport.Run) (rapport.Run, error) {
		return r, h.Practice().KeepRun(ctx, r)
	}
	g.parts.steps = &widgets.Steps{OnChosen: g.goTo}
	return g
}

// Content is part of [Screen].
func (g *Guide) Content() fyne.CanvasObject { return g.view }

// Wants is part of [Screen]. What the guide itself keeps is no news, and one that is
// done has said everything.
func (g *Guide) Wants(c practice.Change) bool {
	own := c.Deed == practice.DeedRun || c.Deed == practice.DeedDraft
	return !own && g.run.Done.IsZero() && c.Touches(g.place.Client)
}

// reading reports whether there is no client: the guide is only read.
func (g *Guide) reading() bool { return g.place.Client == rapport.ID{} }

// Show is part of [Screen]. A guide under way keeps what stands on it and only hears
// what has changed in the book; coming to another one, or to one that was done,
// takes it up.
func (g *Guide) Show(to Place) {
	same := g.desk != nil && g.run.Done.IsZero() && to.Client == g.place.Client && to.Guide == g.place.Guide
	if !same {
		g.desk, g.parts.skip, g.parts.lookOn = nil, nil, 0
		g.view.SetContent(widgets.NewColumn(0))
	}
	g.place = to
	turn := g.turn.next()
	var run rapport.Run
	var news found
	g.host.Work(func(ctx context.Context) (err error) {
		if to.Client == (rapport.ID{}) {
			return nil
		}
		if news, err = g.find(ctx, to); err != nil || same {
			return err
		}
		run, err = g.host.Practice().TakeUp(ctx, to.Client, to.Guide)
		return err
	}, func(err error) {
		switch {
		case !g.turn.is(turn):
		case errors.Is(err, rapport.ErrNotFound):
			g.host.Back()
		case err != nil:
			g.host.Fail(err)
		case same:
			g.hear(news)
		default:
			g.takeUp(run, news)
		}
	})
}

// find reads what the guide is worded from; what other clients run into as well only
// where one of its steps shows it, for that reads all of them.
func (g *Guide) find(ctx context.Context, to Place) (found, error) {
	f, err := findAll(ctx, g.host, to.Client)
	if known, _ := g.all.Find(to.Guide); err != nil || !known.Shows(guide.ShowShared) {
		return f, err
	}
	f.shared, f.clients, err = g.host.Practice().Common(ctx)
	return f, err
}

// hear takes in what has changed in the book while a step is open.
func (g *Guide) hear(news found) {
	g.found = news
	if letter, ok := g.desk.(*letterStep); ok {
		letter.desk.hear(letterFacts(g.host, news))
	}
	g.word()
	g.draw()
}

// takeUp begins where the run stands.
func (g *Guide) takeUp(run rapport.Run, news found) {
	known, ok := g.all.Find(g.place.Guide)
	if !ok {
		g.host.Back()
		return
	}
	g.guide, g.run, g.found = known, run, news
	g.run.Guide = known.Code
	g.run.Kept = maps.Clone(run.Kept)
	if g.run.Kept == nil {
		g.run.Kept = map[string]string{}
	}
	g.word()
	g.sit()
}

// word puts the guide into words as far as it has come.
func (g *Guide) word() {
	g.page = present.NewGuidePage(g.host.Speaker(), g.guide, g.run, g.found.known(g.host))
}

// step is the present step; false once the guide is done.
func (g *Guide) step() (present.GuideStep, bool) {
	if g.page.Now >= len(g.page.Steps) {
		return present.GuideStep{}, false
	}
	return g.page.Steps[g.page.Now], true
}

// sit begins the present step: its desk is made, and the keyboard goes there.
func (g *Guide) sit() {
	g.parts.busy = false
	g.desk, g.parts.skip = nil, nil
	step, ok := g.step()
	if ok {
		g.desk = g.newDesk(step)
	}
	g.parts.next = &widgets.Button{Role: widgets.Primary, Tall: true, OnTapped: g.pass}
	g.parts.refusal = &widgets.Text{Color: widgets.ColorDoubtText}
	g.draw()
	g.view.ScrollTo(0)
	g.focus()
}

// focus moves the keyboard to where the step begins.
func (g *Guide) focus() {
	on := g.host.Window().Canvas()
	if !inSight(g.host, g.view) {
		return
	}
	if g.desk != nil {
		if first := g.desk.first(); first != nil {
			on.Focus(first)
			return
		}
	}
	if !g.parts.next.Locked {
		on.Focus(g.parts.next)
	}
}

// inSight reports whether a screen is what the user looks at just now. Something may
// come to its end on a screen that was left, and the keyboard is then elsewhere.
func inSight(h Host, content fyne.CanvasObject) bool {
	shell, ok := h.Window().Content().(*widgets.Shell)
	return ok && shell.Screen == content && h.Window().Canvas().Overlays().Top() == nil
}

// draw builds the page anew where it was scrolled to.
func (g *Guide) draw() {
	offset := g.view.Offset()
	g.view.SetContent(g.build())
	g.view.ScrollTo(offset)
}

// errSaid is why a step cannot be passed where its desk has said so already.
var errSaid = errors.New("said beside what it is about")

// refuse says beside the button why a step cannot be passed yet.
func (g *Guide) refuse(err error) {
	if !errors.Is(err, errSaid) {
		g.parts.refusal.Text = g.host.Speaker().Error(err)
		g.parts.refusal.Refresh()
	}
	g.draw()
}

// TypedKey is part of [Keyed]: Enter moves on, Escape pauses.
func (g *Guide) TypedKey(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeyEscape:
		g.pause()
	case fyne.KeyReturn, fyne.KeyEnter:
		if g.desk == nil {
			return false
		}
		g.pass()
	default:
		return false
	}
	return true
}
