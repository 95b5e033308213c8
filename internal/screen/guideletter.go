package screen

import (
	"slices"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/guide"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// letterStep is a letter written in a guide. The draft is that of the client and of
// the kind, so it is the same one wherever it is opened.
type letterStep struct {
	*tickStep // what the letter should say, to tick off
	guide     *Guide
	desk      *letterDesk
	release   bool // it is sent though it had better wait
	over      bool // it went out
}

func newLetterStep(g *Guide, step present.GuideStep) *letterStep {
	d := &letterStep{tickStep: newTickStep(g, step), guide: g, over: g.run.Kept[step.Code] == guide.Done}
	facts := letterFacts(g.host, g.found)
	letters := g.found.file.Way.Letters
	at := slices.IndexFunc(letters, func(l rapport.Letter) bool { return l.Kind == step.Letter && l.Draft() != d.over })
	letter := rapport.Letter{Kind: step.Letter}
	if d.over = d.over && at >= 0; at >= 0 {
		letter = latest(letters, step.Letter, !d.over)
	}
	d.desk = newLetterDesk(g.host, facts, letter, g.draw)
	d.desk.onRelease = func() {
		d.release = true
		g.parts.next.Enable() // it is locked while the letter is held
		g.pass()
	}
	return d
}

// latest is the letter of a kind written last, among the drafts or those sent.
func latest(letters []rapport.Letter, kind string, draft bool) (last rapport.Letter) {
	for _, l := range letters {
		if l.Kind == kind && l.Draft() == draft && (last.ID == rapport.ID{} || l.Written >= last.Written) {
			last = l
		}
	}
	return last
}

// letterFacts is what a letter is drafted from.
func letterFacts(h Host, f found) present.LetterFacts {
	facts := present.LetterFacts{History: f.file.History, Way: f.file.Way, Claims: f.claims,
		Sender: f.settings.Name, Firm: f.settings.Firm, Today: h.Practice().Today()}
	if len(f.settings.Helpers) > 0 {
		facts.Helper = f.settings.Helpers[0].Name
	}
	return facts
}

func (d *letterStep) parts() []fyne.CanvasObject {
	if len(d.boxes) == 0 {
		return nil
	}
	return d.tickStep.parts()
}

func (d *letterStep) beside() fyne.CanvasObject { return d.desk.content() }

func (d *letterStep) first() fyne.Focusable {
	if d.over {
		return nil
	}
	return d.desk.first()
}

// goesOn is the word of the button: a letter that went out needs no sending.
func (d *letterStep) goesOn() string {
	if step, _ := d.guide.step(); !d.over {
		return step.Primary
	}
	return d.guide.host.Speaker().T("guide_page.next")
}

// locked reports whether the letter is to lie until tomorrow.
func (d *letterStep) locked() bool { return !d.over && d.desk.page.Held != "" && !d.release }

func (d *letterStep) pass(done func(kept string, err error)) {
	if d.over {
		done(guide.Done, nil)
		return
	}
	d.desk.send(d.release, func(err error) {
		d.release = false
		done(guide.Done, err)
	})
}
