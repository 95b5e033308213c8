package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Chip shows one thing that was understood or chosen, and is clicked to correct
// it; put a Menu below it then.
type Chip struct {
	control

	Icon     string
	Label    string // in muted letters before the value: "severity"
	Value    string
	Scale    int // of how many rings the scale is drawn; 0 for none
	Filled   int // how many of them are filled
	Chosen   bool
	OnTapped func()
}

// The measures of a chip, in units.
const (
	chipHeight float32 = 28
	chipPad    float32 = 13
	ringSide   float32 = 10
	ringPitch  float32 = 14
)

// Tapped is called by the toolkit.
func (c *Chip) Tapped(*fyne.PointEvent) { call(c.OnTapped) }

// TypedKey is called by the toolkit.
func (c *Chip) TypedKey(key *fyne.KeyEvent) {
	if activates(key) || key.Name == fyne.KeyDown {
		call(c.OnTapped)
		return
	}
	passOn(c, key)
}

// MinSize is the room of what the chip shows.
func (c *Chip) MinSize() fyne.Size {
	width := 2 * chipPad
	if c.Icon != "" {
		width += IconSmall + 6
	}
	if c.Label != "" {
		width += Width(c.Label, Body, false) + 6
	}
	if c.Scale > 0 {
		width += ringPitch*float32(c.Scale) + 2
	}
	return fyne.NewSize(width+Width(c.Value, Body, true), chipHeight)
}

// CreateRenderer is called by the toolkit.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	c.extend(c)
	r := &chipRenderer{chip: c, ring: newRing(), frame: newFrame(), icon: newPicture(), label: newCaption(Body), value: newCaption(Body)}
	r.Refresh()
	return r
}

type chipRenderer struct {
	chip         *Chip
	ring         *canvas.Rectangle
	frame        frame
	icon         *picture
	label, value caption
	scale        scale
}

func (r *chipRenderer) MinSize() fyne.Size { return r.chip.MinSize() }
func (r *chipRenderer) Destroy()           {}

func (r *chipRenderer) Objects() []fyne.CanvasObject {
	all := append([]fyne.CanvasObject{r.ring}, r.frame.objects()...)
	all = append(all, r.icon.Image, r.label.Text, r.value.Text)
	return append(all, r.scale.objects()...)
}

func (r *chipRenderer) Layout(size fyne.Size) {
	c := r.chip
	top := whole((size.Height - chipHeight) / 2)
	placeRing(r.ring, 0, top, size.Width, chipHeight)
	r.frame.place(0, top, size.Width, chipHeight)
	x := chipPad
	if c.Icon != "" {
		put(r.icon, x, top+6, IconSmall, IconSmall)
		x += IconSmall + 6
	}
	r.label.placeMiddle(x, top, chipHeight)
	if c.Label != "" {
		x += r.label.width() + 6
	}
	r.scale.place(x, top+(chipHeight-ringSide)/2, ringSide, ringPitch)
	if c.Scale > 0 {
		x += ringPitch*float32(c.Scale) + 2
	}
	r.value.placeMiddle(x, top, chipHeight)
}

func (r *chipRenderer) Refresh() {
	c := r.chip
	edge, fill, icon := ColorLine2, ColorSurface, ColorSoft
	switch {
	case c.Chosen:
		edge, fill, icon = ColorAccent, ColorTint, ColorAccent
	case c.hovered:
		fill = ColorSunken
	}
	r.frame.paint(edge, fill, chipHeight/2)
	paintRing(r.ring, c.focused, chipHeight/2)
	r.icon.show(c.Icon, icon)
	r.label.say(c.Label, false, ColorSoft)
	r.value.say(c.Value, true, ColorInk)
	r.scale.show(c.Scale, c.Filled, fill)
	r.Layout(c.Size())
	canvas.Refresh(c)
}

// scale is a row of rings, the first of them filled.
type scale struct{ dots []dot }

// dot is a disc, or a ring with what lies behind it inside.
type dot struct{ outer, inner *canvas.Rectangle }

func (s *scale) show(count, filled int, ground fyne.ThemeColorName) {
	for len(s.dots) < count {
		s.dots = append(s.dots, dot{newRectangle(), newRectangle()})
	}
	s.dots = s.dots[:count]
	for i, d := range s.dots {
		full := i < filled
		outer := ColorLine2
		if full {
			outer = ColorSoft
		}
		d.outer.FillColor, d.inner.FillColor = shade(outer), shade(ground)
		d.inner.Hidden = full
	}
}

func (s *scale) place(x, y, side, pitch float32) {
	const stroke = 2
	for i, d := range s.dots {
		at := x + pitch*float32(i)
		d.outer.CornerRadius, d.inner.CornerRadius = side/2, side/2-stroke
		put(d.outer, at, y, side, side)
		put(d.inner, at+stroke, y+stroke, side-2*stroke, side-2*stroke)
	}
}

func (s *scale) objects() []fyne.CanvasObject {
	all := make([]fyne.CanvasObject, 0, 2*len(s.dots))
	for _, d := range s.dots {
		all = append(all, d.outer, d.inner)
	}
	return all
}
