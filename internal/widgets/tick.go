package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// TickState is how far something owed has come.
type TickState int

// The states of a tick box.
const (
	Open TickState = iota
	Done
	Waived // let go, with a reason
)

// TickBox is a box to tick, its words, and a soft line below them.
type TickBox struct {
	control

	Text     string
	Detail   string
	State    TickState
	Choice   bool // not something to do: the words weigh the same, ticked or not
	Strong   bool // the words are bold, ticked or not: they head what stands below them
	OnTapped func()

	text, detail *Text
}

const tickText float32 = 32 // where the words begin

// Tapped is called by the toolkit.
func (t *TickBox) Tapped(*fyne.PointEvent) { call(t.OnTapped) }

// TypedKey is called by the toolkit.
func (t *TickBox) TypedKey(key *fyne.KeyEvent) {
	if activates(key) {
		call(t.OnTapped)
		return
	}
	passOn(t, key)
}

// texts returns the two texts with what they say now.
func (t *TickBox) texts() (text, detail *Text) {
	if t.text == nil {
		t.text, t.detail = &Text{}, &Text{Color: ColorSoft}
	}
	bold := t.Strong || t.State == Open && !t.Choice
	if t.text.Text != t.Text || t.text.Bold != bold || t.detail.Text != t.Detail {
		t.text.Text, t.text.Bold, t.detail.Text = t.Text, bold, t.Detail
		t.text.Refresh()
		t.detail.Refresh()
	}
	t.detail.Hidden = t.Detail == ""
	return t.text, t.detail
}

// HeightFor returns the height of the words at a width.
func (t *TickBox) HeightFor(width float32) float32 {
	text, detail := t.texts()
	height := text.HeightFor(width - tickText)
	if t.Detail != "" {
		height += detail.HeightFor(width - tickText)
	}
	return height
}

// NaturalWidth returns the width of box and words.
func (t *TickBox) NaturalWidth() float32 {
	text, detail := t.texts()
	return tickText + max(text.NaturalWidth(), detail.NaturalWidth())
}

// MinSize is narrow: the words wrap.
func (t *TickBox) MinSize() fyne.Size {
	return fyne.NewSize(tickText+narrow, t.HeightFor(t.Size().Width))
}

// CreateRenderer is called by the toolkit.
func (t *TickBox) CreateRenderer() fyne.WidgetRenderer {
	t.extend(t)
	text, detail := t.texts()
	r := &tickRenderer{box: t, ring: newRing(), frame: newFrame(), tick: newPicture(), dash: newRectangle()}
	r.objects = append(objects{r.ring}, r.frame.objects()...)
	r.objects = append(r.objects, r.tick.Image, r.dash, text, detail)
	r.Refresh()
	return r
}

type tickRenderer struct {
	objects
	box   *TickBox
	ring  *canvas.Rectangle
	frame frame
	tick  *picture
	dash  *canvas.Rectangle
}

func (r *tickRenderer) MinSize() fyne.Size { return r.box.MinSize() }

func (r *tickRenderer) Layout(size fyne.Size) {
	placeRing(r.ring, 1, 1, 18, 18)
	r.frame.place(1, 1, 18, 18)
	put(r.tick, 2, 2, IconSmall, IconSmall)
	put(r.dash, 5, 9, 10, 2)
	text, detail := r.box.texts()
	height := text.HeightFor(size.Width - tickText)
	put(text, tickText, 0, size.Width-tickText, height)
	put(detail, tickText, height, size.Width-tickText, detail.HeightFor(size.Width-tickText))
}

func (r *tickRenderer) Refresh() {
	t := r.box
	edge, fill := ColorLine2, ColorSurface
	switch {
	case t.State == Done:
		edge, fill = ColorNone, ColorAccent
	case t.State == Waived || t.hovered:
		fill = ColorSunken
	}
	r.frame.paint(edge, fill, radiusTick)
	paintRing(r.ring, t.focused, radiusTick)
	r.tick.show("tick", ColorOn)
	r.tick.Hidden = t.State != Done
	r.dash.FillColor, r.dash.Hidden = shade(ColorSoft), t.State != Waived
	text, detail := t.texts()
	text.Refresh()
	detail.Refresh()
	r.Layout(t.Size())
	canvas.Refresh(t)
}
