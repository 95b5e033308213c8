package widgets

import (
	"fmt"
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Breath is a pace to breathe at, in seconds.
type Breath struct{ In, Hold, Out int }

// length is one breath, in seconds.
func (b Breath) length() int { return b.In + b.Hold + b.Out }

// PaceWords are what the disc says while one breathes.
type PaceWords struct{ In, Hold, Out string }

// Pace is some time to let pass, as a disc. With a Breath it grows while one
// breathes in and shrinks while one breathes out; without one it shrinks as the
// time goes by. It tells the time by the toolkit's animations, which run with the
// frames of the window, and where the user has these turned off it only counts.
type Pace struct {
	widget.BaseWidget

	Seconds   int // all of it
	Left      int // what is left of it; Start goes on from there
	Breath    Breath
	Words     PaceWords
	OnSecond  func(left int) // each time a second has passed
	OnEnd     func()
	animation *fyne.Animation // nil while it stands still
	from      float32         // seconds left when it was started
	left      float32         // seconds left now
	drawn     *paceRenderer
}

// The measures of the disc, in units.
const (
	paceSide  float32 = 208
	paceLeast float32 = 104 // the words always find room in it
)

// Running reports whether time is passing.
func (p *Pace) Running() bool { return p.animation != nil }

// Start lets the time pass, from where it stood.
func (p *Pace) Start() {
	if p.animation != nil || p.Left <= 0 {
		return
	}
	p.from, p.left = float32(p.Left), float32(p.Left)
	p.animation = &fyne.Animation{Duration: time.Duration(p.Left) * time.Second, Curve: fyne.AnimationLinear, Tick: p.tick}
	p.animation.Start()
}

// Pause stops the time where it is.
func (p *Pace) Pause() {
	if p.animation == nil {
		return
	}
	p.animation.Stop()
	p.animation = nil
	p.draw()
}

// tick is told by the toolkit how much of the time since Start has passed.
func (p *Pace) tick(done float32) {
	if p.animation == nil { // a frame that was under way when it was stopped
		return
	}
	p.left = max(0, p.from*(1-done))
	second := int(math.Ceil(float64(p.left)))
	passed := second != p.Left
	p.Left = second
	if done >= 1 {
		p.animation = nil
	}
	p.draw()
	if passed && p.OnSecond != nil {
		p.OnSecond(second)
	}
	if done >= 1 {
		call(p.OnEnd)
	}
}

// moment is what the disc shows: how much of its room it takes, from 0 to 1, and
// the words in it.
func (p *Pace) moment() (part float32, word string) {
	length := p.Breath.length()
	if length <= 0 {
		return p.left / float32(max(1, p.Seconds)), ""
	}
	since := math.Mod(float64(float32(p.Seconds)-p.left), float64(length))
	in, hold, out := float64(p.Breath.In), float64(p.Breath.Hold), float64(p.Breath.Out)
	switch {
	case since < in:
		return ease(since / in), p.Words.In
	case since < in+hold:
		return 1, p.Words.Hold
	}
	return ease(1 - (since-in-hold)/out), p.Words.Out
}

// ease begins and ends gently: half a wave.
func ease(share float64) float32 { return float32((1 - math.Cos(math.Pi*share)) / 2) }

// clock is the time left as minutes and seconds.
func (p *Pace) clock() string { return fmt.Sprintf("%d:%02d", p.Left/60, p.Left%60) }

// MinSize is the room of the disc at its largest.
func (p *Pace) MinSize() fyne.Size { return fyne.NewSize(paceSide, paceSide) }

// CreateRenderer is called by the toolkit.
func (p *Pace) CreateRenderer() fyne.WidgetRenderer {
	p.ExtendBaseWidget(p)
	if p.animation == nil {
		p.left = float32(p.Left)
	}
	r := &paceRenderer{pace: p, rim: canvas.NewCircle(nil), inside: canvas.NewCircle(nil), disc: canvas.NewCircle(nil),
		word: newCaption(Body), clock: newCaption(Name)}
	r.objects = objects{r.rim, r.inside, r.disc, r.word.Text, r.clock.Text}
	p.drawn = r
	r.Refresh()
	return r
}

// draw shows the present moment; only what has changed is painted anew.
func (p *Pace) draw() {
	if p.drawn != nil {
		p.drawn.draw()
	}
}

type paceRenderer struct {
	objects
	pace              *Pace
	rim, inside, disc *canvas.Circle
	word, clock       caption
	side              float32
}

func (r *paceRenderer) MinSize() fyne.Size { return r.pace.MinSize() }

func (r *paceRenderer) Layout(fyne.Size) {
	put(r.rim, 0, 0, paceSide, paceSide)
	put(r.inside, 1, 1, paceSide-2, paceSide-2)
	r.place()
}

// place puts the disc and the words where they stand at this moment.
func (r *paceRenderer) place() {
	put(r.disc, (paceSide-r.side)/2, (paceSide-r.side)/2, r.side, r.side)
	top := paceSide/2 - 24
	if r.word.Text.Text == "" {
		top = paceSide/2 - Name.Pitch()/2
	} else {
		r.word.place((paceSide-r.word.width())/2, top)
		top += Body.Pitch()
	}
	r.clock.place((paceSide-r.clock.width())/2, top)
}

// draw takes even steps of two units, so that the disc stays sharp and is painted
// no more often than can be seen.
func (r *paceRenderer) draw() {
	part, word := r.pace.moment()
	if !fyne.CurrentApp().Settings().ShowAnimations() {
		part = 0.5
	}
	side := 2 * whole((paceLeast+part*(paceSide-8-paceLeast))/2)
	clock := r.pace.clock()
	if !r.pace.Running() {
		word = ""
	}
	if side == r.side && word == r.word.Text.Text && clock == r.clock.Text.Text {
		return
	}
	r.side = side
	r.word.say(word, false, ColorSoft)
	r.clock.say(clock, true, ColorInk)
	r.place()
	canvas.Refresh(r.pace)
}

func (r *paceRenderer) Refresh() {
	r.rim.FillColor, r.inside.FillColor, r.disc.FillColor = shade(ColorLine2), shade(ColorSurface), shade(ColorTint)
	r.side = 0 // colours may have changed, so draw whatever the moment
	r.draw()
	r.Layout(r.pace.Size())
	canvas.Refresh(r.pace)
}
