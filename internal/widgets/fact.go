package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Fact is a line from the book that can be taken over elsewhere: when it was, and
// what. The whole of it is to be pressed; without OnTapped it is only to be read.
type Fact struct {
	control

	When, Text string
	Least      float32 // the room kept for When, so that several lines stand below one another
	OnTapped   func()
}

const factPad float32 = 4 // what the ring and the hover area keep from the words

// Tapped is called by the toolkit.
func (f *Fact) Tapped(*fyne.PointEvent) { call(f.OnTapped) }

// Disabled reports that there is nothing to press; the keyboard then passes by.
func (f *Fact) Disabled() bool { return f.OnTapped == nil }

// Enable is part of being passed by; a fact follows its OnTapped.
func (f *Fact) Enable() {}

// Disable is part of being passed by; a fact follows its OnTapped.
func (f *Fact) Disable() {}

// TypedKey is called by the toolkit.
func (f *Fact) TypedKey(key *fyne.KeyEvent) {
	if activates(key) {
		call(f.OnTapped)
		return
	}
	passOn(f, key)
}

// left is where the words begin.
func (f *Fact) left() float32 {
	if when := max(f.Least, Width(f.When, Body, false)); when > 0 {
		return when + 12
	}
	return 0
}

// HeightFor returns the height at a width, in which the words may wrap.
func (f *Fact) HeightFor(width float32) float32 {
	t := Text{Text: f.Text}
	return t.HeightFor(width-f.left()) + 2*factPad
}

// NaturalWidth is the room of day and words.
func (f *Fact) NaturalWidth() float32 { return f.left() + Width(f.Text, Body, false) }

// MinSize is narrow: the words wrap.
func (f *Fact) MinSize() fyne.Size { return fyne.NewSize(f.left()+60, f.HeightFor(f.Size().Width)) }

// CreateRenderer is called by the toolkit.
func (f *Fact) CreateRenderer() fyne.WidgetRenderer {
	f.extend(f)
	r := &factRenderer{fact: f, ring: newRing(), area: newRectangle(), when: newCaption(Body), text: &Text{}}
	r.objects = objects{r.ring, r.area, r.when.Text, r.text}
	r.Refresh()
	return r
}

type factRenderer struct {
	objects
	fact       *Fact
	ring, area *canvas.Rectangle
	when       caption
	text       *Text
}

func (r *factRenderer) MinSize() fyne.Size { return r.fact.MinSize() }

func (r *factRenderer) Layout(size fyne.Size) {
	placeRing(r.ring, -factPad, 0, size.Width+2*factPad, size.Height)
	put(r.area, -2*factPad, 0, size.Width+4*factPad, size.Height)
	left := r.fact.left()
	r.when.place(left-12-r.when.width(), factPad)
	put(r.text, left, factPad, size.Width-left, r.text.HeightFor(size.Width-left))
}

func (r *factRenderer) Refresh() {
	f := r.fact
	r.area.FillColor, r.area.CornerRadius = shade(ColorSunken), radiusTick
	r.area.Hidden = !f.hovered || f.Disabled()
	paintRing(r.ring, f.focused, radiusTick)
	color := ColorMuted
	if !r.area.Hidden { // muted does not stand out on sunken
		color = ColorSoft
	}
	r.when.say(f.When, false, color)
	r.text.Text = f.Text
	r.text.Refresh()
	r.Layout(f.Size())
	canvas.Refresh(f)
}
