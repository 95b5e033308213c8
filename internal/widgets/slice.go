package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Slice is the part of a card one row of a list stands on: the first has the
// upper corners, the last the lower ones, and between two is a hairline. A card
// drawn in one piece behind ten thousand rows would be painted whole.
//
// Put it behind what the row shows, at the row's size.
type Slice struct {
	widget.BaseWidget

	First, Last bool
	Plain       bool    // no card: hairlines only
	LineLeft    float32 // how far the hairline is inset
	LineRight   float32
	Fill        fyne.ThemeColorName // "" is surface

	hovered  bool
	renderer *sliceRenderer
}

// SetHovered shows or hides the ground under the pointer; only this is repainted.
func (s *Slice) SetHovered(on bool) {
	s.hovered = on
	if s.renderer != nil {
		s.renderer.hover.Hidden = !on
		canvas.Refresh(s.renderer.hover)
	}
}

// MinSize is nothing: a slice is as large as its row.
func (s *Slice) MinSize() fyne.Size { return fyne.Size{} }

// CreateRenderer is called by the toolkit.
func (s *Slice) CreateRenderer() fyne.WidgetRenderer {
	s.ExtendBaseWidget(s)
	r := &sliceRenderer{slice: s, frame: newFrame(), hover: newRectangle(), line: newRectangle()}
	r.objects = append(r.frame.objects(), r.hover, r.line)
	s.renderer = r
	r.Refresh()
	return r
}

type sliceRenderer struct {
	objects
	slice       *Slice
	frame       frame
	hover, line *canvas.Rectangle
}

func (r *sliceRenderer) MinSize() fyne.Size { return fyne.Size{} }

func (r *sliceRenderer) Layout(size fyne.Size) {
	s := r.slice
	top, bottom := edgeOf(s.First), edgeOf(s.Last)
	put(r.frame.edge, 0, 0, size.Width, size.Height)
	put(r.frame.fill, 1, top, max(0, size.Width-2), max(0, size.Height-top-bottom))
	put(r.hover, 1, top, max(0, size.Width-2), max(0, size.Height-top-bottom))
	put(r.line, s.LineLeft, size.Height-1, max(0, size.Width-s.LineLeft-s.LineRight), 1)
}

func (r *sliceRenderer) Refresh() {
	s := r.slice
	fill := s.Fill
	if fill == "" {
		fill = ColorSurface
	}
	r.frame.edge.FillColor, r.frame.fill.FillColor = shade(ColorLine), shade(fill)
	r.frame.edge.Hidden, r.frame.fill.Hidden = s.Plain, s.Plain
	r.hover.FillColor, r.hover.Hidden = shade(ColorSunken), !s.hovered
	r.line.FillColor, r.line.Hidden = shade(ColorLine), s.Last && !s.Plain
	s.round(r.frame.edge, radiusCard)
	s.round(r.frame.fill, radiusCard-1)
	s.round(r.hover, radiusCard-1)
	r.Layout(s.Size())
	canvas.Refresh(s)
}

// round gives a rectangle the corners of the card that are on this slice.
func (s *Slice) round(area *canvas.Rectangle, radius float32) {
	upper, lower := float32(0), float32(0)
	if s.First && !s.Plain {
		upper = radius
	}
	if s.Last && !s.Plain {
		lower = radius
	}
	area.TopLeftCornerRadius, area.TopRightCornerRadius = upper, upper
	area.BottomLeftCornerRadius, area.BottomRightCornerRadius = lower, lower
}
