package widgets

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Rings is a scale to choose on: how bad, how much energy. It is one stop for
// Tab; Left and Right change the value, digits set it. A click on the ring that
// is the value already takes it back by one, so that nothing can be said too.
// Where it may be left unsaid, a click on the word behind the rings unsays it.
type Rings struct {
	control

	Label     string // above the rings, in small letters
	Count     int    // 5 if 0
	Value     int    // 0 … Count
	Least     int    // the least that can be chosen
	Words     []string
	Unsaid    string // the word for nothing said, which is the value -1; Least is -1 then
	OnChanged func(value int)
}

// The rings one clicks at are larger than those one only reads.
const (
	rateSide  float32 = 16
	ratePitch float32 = 28
	rateTall  float32 = 32
)

func (r *Rings) count() int {
	if r.Count == 0 {
		return 5
	}
	return r.Count
}

// SetValue sets the value and tells OnChanged if that is a change.
func (r *Rings) SetValue(value int) {
	if value < r.Least || value > r.count() || value == r.Value {
		return
	}
	r.Value = value
	r.Refresh()
	if r.OnChanged != nil {
		r.OnChanged(value)
	}
}

// Tapped is called by the toolkit.
func (r *Rings) Tapped(event *fyne.PointEvent) {
	value := int(event.Position.X/ratePitch) + 1
	if value > r.count() && r.Unsaid != "" {
		r.SetValue(r.Least)
		return
	}
	if value == r.Value {
		value--
	}
	r.SetValue(min(value, r.count()))
}

// TypedKey is called by the toolkit.
func (r *Rings) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyLeft, fyne.KeyDown:
		r.SetValue(r.Value - 1)
	case fyne.KeyRight, fyne.KeyUp:
		r.SetValue(r.Value + 1)
	case fyne.KeyHome:
		r.SetValue(r.Least)
	case fyne.KeyEnd:
		r.SetValue(r.count())
	default:
		passOn(r, key)
	}
}

// TypedRune is called by the toolkit; digits set the value.
func (r *Rings) TypedRune(digit rune) {
	if value, err := strconv.Atoi(string(digit)); err == nil {
		r.SetValue(value)
	}
}

// word is the number, or the word for it if there are words.
func (r *Rings) word(value int) string {
	if value < 0 {
		return r.Unsaid
	}
	if value < len(r.Words) {
		return r.Words[value]
	}
	return strconv.Itoa(value)
}

func (r *Rings) top() float32 {
	if r.Label == "" {
		return 0
	}
	return Label.Pitch() + 4
}

// MinSize is the room of the label, the rings and the longest word.
func (r *Rings) MinSize() fyne.Size {
	widest := Width(r.Unsaid, Body, true)
	for value := range r.count() + 1 {
		widest = max(widest, Width(r.word(value), Body, true))
	}
	width := ratePitch*float32(r.count()) + widest
	return fyne.NewSize(max(width, Width(r.Label, Label, false)), r.top()+rateTall)
}

// CreateRenderer is called by the toolkit.
func (r *Rings) CreateRenderer() fyne.WidgetRenderer {
	r.extend(r)
	x := &ringsRenderer{rings: r, ring: newRing(), label: newCaption(Label), value: newCaption(Body)}
	x.Refresh()
	return x
}

type ringsRenderer struct {
	rings        *Rings
	ring         *canvas.Rectangle
	label, value caption
	scale        scale
}

func (x *ringsRenderer) MinSize() fyne.Size { return x.rings.MinSize() }
func (x *ringsRenderer) Destroy()           {}

func (x *ringsRenderer) Objects() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{x.ring, x.label.Text, x.value.Text}, x.scale.objects()...)
}

func (x *ringsRenderer) Layout(fyne.Size) {
	r := x.rings
	top, width := r.top(), ratePitch*float32(r.count())
	x.label.place(0, 0)
	placeRing(x.ring, 0, top+2, width-4, rateTall-4)
	x.scale.place(4, top+(rateTall-rateSide)/2, rateSide, ratePitch)
	x.value.placeMiddle(width, top, rateTall)
}

func (x *ringsRenderer) Refresh() {
	r := x.rings
	x.label.say(r.Label, false, ColorMuted)
	x.value.say(r.word(r.Value), true, ColorInk)
	ground := ColorSurface
	if r.hovered {
		ground = ColorSunken
	}
	x.scale.show(r.count(), r.Value, ground)
	paintRing(x.ring, r.focused, radiusControl)
	x.Layout(r.Size())
	canvas.Refresh(r)
}
