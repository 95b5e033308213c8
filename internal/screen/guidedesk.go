package screen

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/guide"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// desk is the control of a step: what one reads, ticks, writes or waits for there.
// It is made when the user comes to the step and stays while the step is open, so
// that a change in the book never takes a word away.
type desk interface {
	// parts stand below the words of the step.
	parts() []fyne.CanvasObject
	// beside stands in a column of its own, nil for nothing.
	beside() fyne.CanvasObject
	// first is where the keyboard begins, nil for the button that goes on.
	first() fyne.Focusable
	// pass does what the step is for and then calls done with what the run keeps of
	// it, or with why it cannot be.
	pass(done func(kept string, err error))
}

// newDesk makes the desk of a step.
func (g *Guide) newDesk(step present.GuideStep) desk {
	if g.reading() && writes(step.Kind) {
		return plainStep{}
	}
	switch step.Kind {
	case guide.Tick:
		return newTickStep(g, step)
	case guide.Choose:
		return newChooseStep(g, step)
	case guide.Ask:
		if step.Burn {
			return newBurnStep(g)
		}
		return newAskStep(g, step)
	case guide.Timer:
		return newTimerStep(g, step)
	case guide.WriteTo:
		return newLetterStep(g, step)
	case guide.Log:
		return newLogStep(g, step)
	case guide.Promise:
		return newPromiseStep(g)
	case guide.Obligation:
		return newOweStep(g, step)
	case guide.Gate:
		return gateStep{g, step.Code}
	}
	return plainStep{}
}

// asLeft tells of an item whether it was ticked or chosen, by what was done last
// before the step was left.
func (g *Guide) asLeft(step present.GuideStep) func(present.GuideItem) bool {
	draft, changed := g.run.Kept[step.Code+keptDraft]
	return func(item present.GuideItem) bool {
		if changed {
			return slices.Contains(strings.Fields(draft), item.Code)
		}
		return item.On
	}
}

// plainStep is only read. The other desks build on it.
type plainStep struct{}

func (plainStep) parts() []fyne.CanvasObject           { return nil }
func (plainStep) beside() fyne.CanvasObject            { return nil }
func (plainStep) first() fyne.Focusable                { return nil }
func (plainStep) pass(done func(kept string, _ error)) { done(guide.Done, nil) }

// tickStep is a list to tick off. Nothing has to be ticked to go on.
type tickStep struct {
	plainStep
	codes []string
	boxes []*widgets.TickBox
}

func newTickStep(g *Guide, step present.GuideStep) *tickStep {
	d, on := &tickStep{}, g.asLeft(step)
	for _, item := range step.Items {
		box := tickBox(item.Text, item.Why, on(item))
		box.Strong = true
		tick := box.OnTapped
		box.OnTapped = func() {
			tick()
			g.note(keptDraft, d.ticked())
		}
		d.codes, d.boxes = append(d.codes, item.Code), append(d.boxes, box)
	}
	return d
}

// ticked are the codes of what is ticked, a space between two.
func (d *tickStep) ticked() string {
	var on []string
	for i, box := range d.boxes {
		if box.State == widgets.Done {
			on = append(on, d.codes[i])
		}
	}
	return strings.Join(on, " ")
}

func (d *tickStep) parts() []fyne.CanvasObject {
	list := widgets.NewColumn(16)
	for _, box := range d.boxes {
		list.Add(box)
	}
	return []fyne.CanvasObject{list}
}

func (d *tickStep) first() fyne.Focusable {
	if len(d.boxes) == 0 {
		return nil
	}
	return d.boxes[0]
}

func (d *tickStep) pass(done func(kept string, _ error)) {
	kept := d.ticked()
	if kept == "" {
		kept = guide.Done // passed, with nothing ticked
	}
	done(kept, nil)
}

// chooseStep is one of several answers, on which later steps may depend.
type chooseStep struct {
	plainStep
	guide  *Guide
	codes  []string
	picks  []*widgets.Pick
	chosen string
}

func newChooseStep(g *Guide, step present.GuideStep) *chooseStep {
	d, on := &chooseStep{guide: g}, g.asLeft(step)
	for _, item := range step.Items {
		pick := &widgets.Pick{Text: item.Text, Detail: item.Why, Chosen: on(item)}
		pick.OnTapped = func() { d.choose(item.Code) }
		if pick.Chosen {
			d.chosen = item.Code
		}
		d.codes, d.picks = append(d.codes, item.Code), append(d.picks, pick)
	}
	return d
}

// choose takes an answer.
func (d *chooseStep) choose(code string) {
	d.chosen = code
	for i, pick := range d.picks {
		pick.Chosen = d.codes[i] == code
		pick.Refresh()
	}
	d.guide.note(keptDraft, code)
}

func (d *chooseStep) parts() []fyne.CanvasObject {
	list := widgets.NewColumn(8)
	for _, pick := range d.picks {
		list.Add(pick)
	}
	return []fyne.CanvasObject{widgets.Limit(480, list)}
}

func (d *chooseStep) first() fyne.Focusable {
	if i := slices.Index(d.codes, d.chosen); i >= 0 {
		return d.picks[i]
	}
	if len(d.picks) == 0 {
		return nil
	}
	return d.picks[0]
}

func (d *chooseStep) pass(done func(kept string, err error)) {
	if d.chosen == "" {
		done("", rapport.Refuse(errNoneChosen, nil))
		return
	}
	done(d.chosen, nil)
}

// errNoneChosen is why a choice cannot be passed: later steps depend on it.
var errNoneChosen = &rapport.Problem{Code: "guide_choose"}

// askStep is a question answered in writing.
type askStep struct {
	plainStep
	answer *widgets.Field
}

// askRows is how many lines an answer shows at once.
const askRows = 7

func newAskStep(g *Guide, step present.GuideStep) *askStep {
	d := &askStep{answer: widgets.NewMultiLine("", g.host.Speaker().T("guide_page.answer"))}
	d.answer.SetRows(askRows)
	d.answer.SetText(step.Written)
	if draft, ok := g.run.Kept[step.Code+keptDraft]; ok {
		d.answer.SetText(draft)
	}
	d.answer.OnChanged = func(text string) { g.note(keptDraft, text) }
	d.answer.OnSubmitted = func(string) { g.pass() }
	return d
}

func (d *askStep) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{widgets.Limit(640, d.answer)}
}

func (d *askStep) first() fyne.Focusable { return d.answer.Focusable() }

func (d *askStep) pass(done func(kept string, _ error)) {
	kept := strings.TrimSpace(d.answer.Text())
	if kept == "" {
		kept = guide.Done
	}
	done(kept, nil)
}

// burnStep is a note nobody keeps: letting it go is what it is for.
type burnStep struct {
	plainStep
	vent *widgets.Vent
	text *widgets.Text
}

func newBurnStep(g *Guide) *burnStep {
	t := g.host.Speaker().T
	d := &burnStep{vent: widgets.NewVent(t("guide_page.vent"), askRows), text: widgets.NewText(t("guide_page.vent_gone"), widgets.ColorMuted)}
	d.vent.OnSubmit(g.pass)
	return d
}

func (d *burnStep) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{widgets.Limit(640, widgets.NewColumn(8, d.vent, d.text))}
}

func (d *burnStep) first() fyne.Focusable { return d.vent.Focusable() }

func (d *burnStep) pass(done func(kept string, _ error)) {
	if d.vent.Empty() {
		done(guide.Done, nil)
		return
	}
	d.vent.Burn(func() { done(guide.Done, nil) })
}

// gateStep is shut until something is true. What is missing is said, and the place
// that opens it is a click away.
type gateStep struct {
	guide *Guide
	code  string
}

// step is the gate as it stands now: it may have opened meanwhile.
func (d gateStep) step() present.GuideStep {
	step, _ := d.guide.step()
	return step
}

func (d gateStep) parts() []fyne.CanvasObject {
	step := d.step()
	if step.Shut == "" {
		open := widgets.NewTopRow(8, &widgets.Icon{Name: "tick", Color: widgets.Hue("keep").Icon},
			widgets.Stretch(widgets.NewText(d.guide.host.Speaker().T("guide_page.gate.open"), "")))
		return []fyne.CanvasObject{open}
	}
	words := widgets.NewColumn(12, widgets.NewTopRow(12, &widgets.Icon{Name: "lock"},
		widgets.Stretch(widgets.NewText(step.Shut, widgets.ColorSoft))))
	if step.Opens != "" && !d.guide.reading() {
		way := widgets.NewButton(d.guide.host.Speaker().T("guide_page.gate."+step.Opens), func() { d.open(step.Opens) })
		words.Add(widgets.NewFlow(8, way))
	}
	return []fyne.CanvasObject{widgets.Limit(480, widgets.NewStrip(words))}
}

// open leads to where what is missing can be done.
func (d gateStep) open(what string) {
	to := Place{Client: d.guide.place.Client}
	switch what {
	case "calm":
		to.Name, to.Guide = AtGuide, calmGuide
	case "story", "obligations":
		to.Name = AtEnding
	default:
		to.Name = AtClient
	}
	d.guide.host.Go(to)
}

// calmGuide is the guide that opens the gate of calm.
const calmGuide = "before_you_answer"

func (gateStep) beside() fyne.CanvasObject { return nil }
func (gateStep) first() fyne.Focusable     { return nil }

func (d gateStep) pass(done func(kept string, _ error)) {
	if d.step().Shut == "" {
		done(guide.Done, nil)
	}
}
