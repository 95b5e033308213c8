package screen

import (
	"strconv"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/guide"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// timerStep is some time to let pass, with a pace to breathe at or without. Nobody
// has to wait for its end.
type timerStep struct {
	plainStep
	guide *Guide
	pace  *widgets.Pace
	run   *widgets.Button // begins, pauses and goes on
}

func newTimerStep(g *Guide, step present.GuideStep) *timerStep {
	t := g.host.Speaker().T
	d := &timerStep{guide: g, pace: &widgets.Pace{Seconds: step.Seconds, Left: step.Seconds}}
	if left, err := strconv.Atoi(g.run.Kept[step.Code+keptLeft]); err == nil && left > 0 && left < step.Seconds {
		d.pace.Left = left
	}
	if step.Pace != nil {
		d.pace.Breath = widgets.Breath{In: step.Pace.In, Hold: step.Pace.Hold, Out: step.Pace.Out}
		d.pace.Words = widgets.PaceWords{In: t("guide_page.breath.in"), Hold: t("guide_page.breath.hold"), Out: t("guide_page.breath.out")}
	}
	d.run = widgets.NewButton("", d.turn)
	d.pace.OnSecond = d.second
	d.pace.OnEnd = d.end
	d.say()
	return d
}

// rememberEvery is how many seconds may be lost of a timer that was cut off.
const rememberEvery = 10

func (d *timerStep) second(left int) {
	if d.guide.desk == desk(d) && left%rememberEvery == 0 && left > 0 {
		d.guide.note(keptLeft, strconv.Itoa(left))
	}
}

// turn begins, pauses or goes on.
func (d *timerStep) turn() {
	if d.pace.Running() {
		d.stop()
	} else {
		if d.pace.Left == 0 {
			d.pace.Left = d.pace.Seconds
		}
		d.pace.Start()
	}
	d.say()
}

// stop pauses, and remembers where.
func (d *timerStep) stop() {
	d.pace.Pause()
	if d.pace.Left > 0 && d.pace.Left < d.pace.Seconds {
		d.guide.note(keptLeft, strconv.Itoa(d.pace.Left))
	}
	d.say()
}

func (d *timerStep) end() {
	if d.guide.desk != desk(d) {
		return
	}
	d.say()
	d.guide.note(keptLeft, "")
	if inSight(d.guide.host, d.guide.view) {
		d.guide.host.Window().Canvas().Focus(d.guide.parts.next)
	}
}

// say puts the right word on the button.
func (d *timerStep) say() {
	t := d.guide.host.Speaker().T
	switch {
	case d.pace.Running():
		d.run.Text = t("guide_page.timer.pause")
	case d.pace.Left == 0:
		d.run.Text = t("guide_page.timer.again")
	case d.pace.Left < d.pace.Seconds:
		d.run.Text = t("guide_page.timer.go_on")
	default:
		d.run.Text = t("guide_page.timer.begin")
	}
	d.run.Refresh()
	d.guide.view.Refresh()
}

func (d *timerStep) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{widgets.NewFlow(24, d.pace, d.run)}
}

func (d *timerStep) first() fyne.Focusable { return d.run }

func (d *timerStep) pass(done func(kept string, _ error)) {
	d.pace.Pause()
	done(guide.Done, nil)
}
