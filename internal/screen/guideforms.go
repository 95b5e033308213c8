package screen

import (
	"context"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/guide"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// formStep is a form that stands in the guide instead of in a panel: an entry, our
// word, something owed. Passing the step stores what it says.
type formStep struct {
	plainStep
	guide   *Guide
	form    *form
	content fyne.CanvasObject
	begin   fyne.Focusable
	collect func() (deed func(context.Context) error, err error)
	said    string          // key of what is said once it is stored
	again   *widgets.Button // not nil while there is nothing to fill in: it was stored before
}

// newFormStep puts a form into the guide, its words kept while they are typed.
func newFormStep(g *Guide, f *form, words *widgets.Field, content fyne.CanvasObject) *formStep {
	t := g.host.Speaker().T
	d := &formStep{guide: g, form: f, content: content, begin: words.Focusable()}
	f.grown, f.refusal.Hidden = g.draw, true
	if step, ok := g.step(); ok {
		if draft := g.run.Kept[step.Code+keptDraft]; draft != "" {
			words.SetText(draft)
		}
		if g.run.Kept[step.Code] == guide.Done {
			d.again = widgets.NewButton(t("guide_page.again"), d.anew)
		}
	}
	words.OnChanged = func(text string) { g.note(keptDraft, text) }
	words.OnSubmitted = func(string) { g.pass() }
	return d
}

// anew opens the form once more, for another of the kind.
func (d *formStep) anew() {
	d.again = nil
	d.guide.draw()
	d.guide.focus()
}

func (d *formStep) parts() []fyne.CanvasObject {
	if d.again != nil {
		stored := widgets.NewText(d.guide.host.Speaker().T("guide_page.stored"), "")
		return []fyne.CanvasObject{widgets.NewColumn(12, widgets.NewTopRow(8,
			&widgets.Icon{Name: "tick", Color: widgets.Hue("keep").Icon}, widgets.Stretch(stored)), widgets.NewFlow(8, d.again))}
	}
	return []fyne.CanvasObject{widgets.NewCard(widgets.NewColumn(16, d.content, d.form.refusal))}
}

func (d *formStep) first() fyne.Focusable {
	if d.again != nil {
		return nil
	}
	return d.begin
}

// goesOn is the word of the button where there is nothing left to store.
func (d *formStep) goesOn() string {
	if step, _ := d.guide.step(); d.again == nil {
		return step.Primary
	}
	return d.guide.host.Speaker().T("guide_page.next")
}

func (d *formStep) pass(done func(kept string, err error)) {
	if d.again != nil {
		done(guide.Done, nil)
		return
	}
	d.form.clear()
	deed, err := d.collect()
	if err != nil {
		d.form.refuse(err)
		done("", errSaid)
		return
	}
	d.guide.host.Work(deed, func(err error) {
		if err != nil {
			d.form.refuse(err)
			done("", errSaid)
			return
		}
		d.guide.host.Toast(d.guide.host.Speaker().T(d.said), true)
		done(guide.Done, nil)
	})
}

// newLogStep proposes an entry. What is least often said is behind a link.
func newLogStep(g *Guide, step present.GuideStep) *formStep {
	e := rapport.Entry{Client: g.place.Client, Severity: rapport.DefaultSeverity}
	if proposed := step.Entry; proposed != nil {
		e.Kind, e.Channel = proposed.Kind, proposed.Channel
		if proposed.Severity > 0 {
			e.Severity = proposed.Severity
		}
	}
	e.Note = step.Written // the words an earlier step was answered with
	f := newEntryForm(g.host, []rapport.Client{g.found.file.History.Client}, e, rapport.Circumstance{}, true)
	f.suit()
	more := widgets.NewColumn(16, widgets.NewGrid(16, 180, f.minutes, f.channel), f.given)
	fold := widgets.NewFlow(0)
	more.Hidden = e.Kind != rapport.Remedy // what it cost is what counts there
	fold.Hidden = !more.Hidden
	fold.Add(widgets.NewLink(g.host.Speaker().T("guide_page.more"), func() {
		more.Hidden, fold.Hidden = false, true
		g.draw()
	}))
	content := widgets.NewColumn(16,
		widgets.NewColumn(8, widgets.NewGrid(16, 180, f.what.kind, f.day, f.what.justified, f.what.scope), f.what.hint),
		f.spell.box, f.note, widgets.NewFlow(24, f.ratings.severity, f.ratings.energy), f.ratings.anger, fold, more)
	f.knows()
	d := newFormStep(g, f.form, f.note, content)
	onSubmit(f.order, g.pass)
	d.collect, d.said = f.collect, "entry.logged"
	return d
}

// newPromiseStep asks for our word, and says when it is more than there are hours.
func newPromiseStep(g *Guide) *formStep {
	f := newPromiseForm(g.host, "", rapport.Promise{ID: rapport.NewID(), Client: g.place.Client, Given: g.host.Practice().Today()})
	d := newFormStep(g, f.form, f.what, f.column)
	onSubmit(f.order, g.pass)
	d.said = "way_page.promise.added"
	d.collect = func() (func(context.Context) error, error) {
		p, err := f.read()
		if err != nil {
			return nil, err
		}
		return func(ctx context.Context) error {
			_, err := g.host.Practice().Promise(ctx, p)
			return err
		}, nil
	}
	return d
}

// newOweStep asks for something that is still owed, by us unless the step says else.
func newOweStep(g *Guide, step present.GuideStep) *formStep {
	owed := rapport.Obligation{ID: rapport.NewID(), Client: g.place.Client, Side: rapport.Ours}
	if proposed := step.Owed; proposed != nil {
		owed.Side, owed.Kind = proposed.Side, proposed.Kind
	}
	f := newObligationForm(g.host, "", owed)
	d := newFormStep(g, f.form, f.what, f.column)
	onSubmit(f.order, g.pass)
	d.said = "forms.owed.added"
	d.collect = func() (func(context.Context) error, error) {
		o, err := f.read()
		if err != nil {
			return nil, err
		}
		return func(ctx context.Context) error {
			_, err := g.host.Practice().Owe(ctx, o)
			return err
		}, nil
	}
	return d
}
