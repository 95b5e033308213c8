package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Vent is a note nobody keeps: what is written on it fades when it is let go, and is
// gone. Make it with NewVent.
type Vent struct {
	widget.BaseWidget

	field *Field
	veil  *canvas.Rectangle
	going *fyne.Animation // while it fades
}

// NewVent returns an empty note with an example on it.
func NewVent(placeholder string, rows int) *Vent {
	v := &Vent{field: NewMultiLine("", placeholder), veil: newRectangle()}
	v.field.SetRows(rows)
	v.veil.Hide()
	v.ExtendBaseWidget(v)
	return v
}

// fadeTime is how long the words take to go.
const fadeTime = 1500 * time.Millisecond

// Empty reports whether there is nothing to let go.
func (v *Vent) Empty() bool { return v.field.Text() == "" }

// Focusable returns the part that takes the keyboard.
func (v *Vent) Focusable() fyne.Focusable { return v.field.Focusable() }

// OnSubmit sets what Ctrl+Enter does.
func (v *Vent) OnSubmit(f func()) { v.field.OnSubmitted = func(string) { f() } }

// Burn lets what was written fade, wipes it and calls gone. Asked again while it
// fades, it does nothing more.
func (v *Vent) Burn(gone func()) {
	if v.going != nil {
		return
	}
	v.veil.Show()
	v.going = &fyne.Animation{Duration: fadeTime, Curve: fyne.AnimationEaseIn, Tick: func(done float32) {
		v.veil.FillColor = mixed(shade(ColorNone), shade(ColorSurface), float64(done))
		canvas.Refresh(v.veil)
		if done >= 1 {
			v.wipe()
			call(gone)
		}
	}}
	v.going.Start()
}

// wipe takes the words away, and what the entry remembers for undoing with them.
func (v *Vent) wipe() {
	v.going = nil
	v.veil.Hide()
	rows := v.field.rows
	v.field = NewMultiLine("", v.field.entry.PlaceHolder)
	v.field.SetRows(rows)
	v.Refresh()
}

// HeightFor returns the height of the note.
func (v *Vent) HeightFor(width float32) float32 { return v.field.HeightFor(width) }

// NaturalWidth is the width of a note.
func (v *Vent) NaturalWidth() float32 { return v.field.NaturalWidth() }

// MinSize is narrow: a note is as wide as its column.
func (v *Vent) MinSize() fyne.Size { return v.field.MinSize() }

// CreateRenderer is called by the toolkit.
func (v *Vent) CreateRenderer() fyne.WidgetRenderer {
	r := &ventRenderer{vent: v}
	r.Layout(v.Size())
	return r
}

type ventRenderer struct{ vent *Vent }

func (r *ventRenderer) MinSize() fyne.Size { return r.vent.MinSize() }
func (r *ventRenderer) Destroy()           {}

func (r *ventRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.vent.field, r.vent.veil}
}

func (r *ventRenderer) Layout(size fyne.Size) {
	put(r.vent.field, 0, 0, size.Width, size.Height)
	put(r.vent.veil, 1, 1, size.Width-2, size.Height-2)
}

func (r *ventRenderer) Refresh() {
	r.vent.veil.CornerRadius = radiusControl - 1
	r.vent.field.Refresh()
	r.Layout(r.vent.Size())
	canvas.Refresh(r.vent)
}
