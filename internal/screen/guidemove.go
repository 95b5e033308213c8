package screen

import (
	"maps"
	"slices"
	"strings"

	"github.com/rapport-desktop/rapport/internal/guide"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// What only the window keeps beside a step, under the step's code and one of these.
const (
	keptDraft = ".draft" // what was ticked, chosen or typed in a step that was not passed yet
	keptLeft  = ".left"  // seconds left of a timer
)

// note keeps something about the present step and has the run stored. "" forgets it.
func (g *Guide) note(suffix, value string) {
	step, ok := g.step()
	if !ok {
		return
	}
	key := step.Code + suffix
	if g.run.Kept[key] == value {
		return
	}
	g.run.Kept[key] = value
	if value == "" {
		delete(g.run.Kept, key)
	}
	g.store()
}

// store has the run kept as it stands.
func (g *Guide) store() {
	if g.reading() {
		return
	}
	g.run.Touched = g.host.Practice().Today()
	kept := g.run
	kept.Kept = maps.Clone(g.run.Kept) // the worker reads it while more is typed
	g.keep.keep(kept)
}

// pass does what the present step is for and goes on.
func (g *Guide) pass() {
	if g.desk == nil || g.parts.next.Locked || g.parts.busy {
		return
	}
	at := g.desk
	g.parts.refusal.Text = ""
	g.parts.busy = true // no padlock: nothing is forbidden
	g.desk.pass(func(kept string, err error) {
		g.parts.busy = false
		if g.desk != at { // gone elsewhere meanwhile
			return
		}
		if err != nil {
			g.refuse(err)
			return
		}
		g.leave(kept)
	})
}

// leave keeps what the step came to and goes on with the next one not passed yet.
func (g *Guide) leave(kept string) {
	step, ok := g.step()
	if !ok {
		return
	}
	if step.Surprise && !slices.Contains(step.Step.Items, g.run.Kept[step.Code]) && !g.reading() {
		g.host.Toast(g.host.Speaker().T("way_page.surprise.added"), true) // keeping the run notes it
	}
	g.run.Kept[step.Code] = kept
	for _, beside := range []string{guide.Why, keptDraft, keptLeft} {
		delete(g.run.Kept, step.Code+beside)
	}
	g.ahead(step.Code)
}

// ahead goes to the first step behind the one named that was not passed yet, or to
// the end. What was chosen decides which steps there are.
func (g *Guide) ahead(from string) {
	steps, behind := g.guide.Visible(g.run.Kept), false
	g.run.Step = ""
	for _, s := range steps {
		if _, passed := g.run.Kept[s.Code]; behind && !passed {
			g.run.Step = s.Code
			break
		}
		behind = behind || s.Code == from
	}
	if g.run.Step == "" {
		g.run.Done = g.host.Practice().Today()
	}
	g.store()
	g.word()
	g.sit()
}

// goTo goes to a step that was passed, or back to the one that is next.
func (g *Guide) goTo(step int) {
	if step < 0 || step >= len(g.page.Steps) {
		return
	}
	g.run.Step = g.page.Steps[step].Code
	g.store()
	g.word()
	g.sit()
}

// pause lays the guide aside. Everything is kept already.
func (g *Guide) pause() {
	if g.desk == nil { // done
		g.toClient()
		return
	}
	if stops, ok := g.desk.(interface{ stop() }); ok {
		stops.stop()
	}
	if len(g.run.Kept) > 0 && !g.reading() { // one that was only looked into is not laid aside
		g.host.Toast(g.host.Speaker().T("guide_page.paused", present.Args{"Place": g.page.Place}), false)
	}
	g.host.Back()
}

// toClient goes to the page of the client, or to the library where there is none.
func (g *Guide) toClient() {
	if g.reading() {
		g.host.Go(Place{Name: AtGuides})
		return
	}
	g.host.Go(Place{Name: AtClient, Client: g.place.Client})
}

// skipping is the line that asks why a step is passed by.
type skipping struct {
	why  *widgets.Field
	skip *widgets.Button
	stay *widgets.Button
}

// askWhy opens the line.
func (g *Guide) askWhy() {
	t := g.host.Speaker().T
	s := &skipping{why: widgets.NewField(t("guide_page.skip.why"), t("guide_page.skip.example"))}
	s.skip = widgets.NewButton(t("guide_page.skip.do"), g.skip)
	s.stay = &widgets.Button{Text: t("guide_page.skip.stay"), Role: widgets.Quiet, OnTapped: func() {
		g.parts.skip = nil
		g.draw()
		g.focus()
	}}
	s.why.OnSubmitted = func(string) { g.skip() }
	g.parts.skip = s
	g.draw()
	s.why.Focus()
}

// skip passes the step by. Saying why is asked for, not demanded.
func (g *Guide) skip() {
	step, ok := g.step()
	if !ok || g.parts.skip == nil {
		return
	}
	why := strings.TrimSpace(g.parts.skip.why.Text())
	g.run.Kept[step.Code] = guide.Skipped
	delete(g.run.Kept, step.Code+guide.Why)
	if why != "" {
		g.run.Kept[step.Code+guide.Why] = why
	}
	g.ahead(step.Code)
}

// writes reports whether a step does something in the book, which it cannot while a
// guide is only read.
func writes(kind guide.StepKind) bool {
	switch kind {
	case guide.WriteTo, guide.Log, guide.Promise, guide.Obligation:
		return true
	}
	return false
}
