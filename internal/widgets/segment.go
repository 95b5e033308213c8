package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Segment lets one of a few options be chosen. It is one stop for Tab; Left and
// Right choose.
type Segment struct {
	control

	Options   []string
	Selected  int  // -1 for none
	Equal     bool // all cells equally wide, over the whole width
	OnChanged func(index int)
}

const segmentPad float32 = 13

// Select chooses an option and tells OnChanged if that is a change.
func (s *Segment) Select(index int) {
	if index < 0 || index >= len(s.Options) || index == s.Selected {
		return
	}
	s.Selected = index
	s.Refresh()
	if s.OnChanged != nil {
		s.OnChanged(index)
	}
}

// Tapped is called by the toolkit.
func (s *Segment) Tapped(event *fyne.PointEvent) {
	x := float32(0)
	for i, width := range s.widths(s.Size().Width) {
		x += width
		if event.Position.X < x {
			s.Select(i)
			return
		}
	}
}

// TypedKey is called by the toolkit.
func (s *Segment) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyLeft:
		s.Select(s.Selected - 1)
	case fyne.KeyRight:
		s.Select(s.Selected + 1)
	case fyne.KeyHome:
		s.Select(0)
	case fyne.KeyEnd:
		s.Select(len(s.Options) - 1)
	default:
		passOn(s, key)
	}
}

// widths returns the cells' widths; they fill what is given if Equal is set or
// the natural widths do not fit.
func (s *Segment) widths(given float32) []float32 {
	widths := make([]float32, len(s.Options))
	var sum float32
	for i, option := range s.Options {
		widths[i] = Width(option, Body, true) + 2*segmentPad
		sum += widths[i]
	}
	if given > 0 && (s.Equal || sum > given) {
		left := float32(0)
		for i := range widths {
			right := whole(given * float32(i+1) / float32(len(widths)))
			widths[i], left = right-left, right
		}
	}
	return widths
}

// MinSize is the room of all options in bold.
func (s *Segment) MinSize() fyne.Size {
	var sum float32
	for _, width := range s.widths(0) {
		sum += width
	}
	return fyne.NewSize(sum, 32)
}

// CreateRenderer is called by the toolkit.
func (s *Segment) CreateRenderer() fyne.WidgetRenderer {
	s.extend(s)
	r := &segmentRenderer{segment: s, ring: newRing(), frame: newFrame()}
	r.Refresh()
	return r
}

type segmentRenderer struct {
	segment *Segment
	ring    *canvas.Rectangle
	frame   frame
	cells   []segmentCell
}

// segmentCell is one option: its words, the filling if it is chosen and the line
// that parts it from the one before.
type segmentCell struct {
	text       caption
	fill, line *canvas.Rectangle
}

func (r *segmentRenderer) MinSize() fyne.Size { return r.segment.MinSize() }
func (r *segmentRenderer) Destroy()           {}

func (r *segmentRenderer) Objects() []fyne.CanvasObject {
	all := append([]fyne.CanvasObject{r.ring}, r.frame.objects()...)
	for _, cell := range r.cells {
		all = append(all, cell.fill)
	}
	for _, cell := range r.cells {
		all = append(all, cell.line, cell.text.Text)
	}
	return all
}

func (r *segmentRenderer) Layout(size fyne.Size) {
	widths := r.segment.widths(size.Width)
	var total float32
	for _, width := range widths {
		total += width
	}
	top := whole((size.Height - 32) / 2)
	placeRing(r.ring, 0, top, total, 32)
	r.frame.place(0, top, total, 32)
	x := float32(0)
	for i, cell := range r.cells {
		put(cell.line, x, top+1, 1, 30)
		put(cell.fill, x+1, top+1, widths[i]-1-edgeOf(i == len(r.cells)-1), 30)
		cell.text.placeMiddle(x+max(4, whole((widths[i]-cell.text.width())/2)), top, 32)
		x += widths[i]
	}
}

// edgeOf is the unit an outermost cell leaves to the frame.
func edgeOf(outermost bool) float32 {
	if outermost {
		return 1
	}
	return 0
}

func (r *segmentRenderer) Refresh() {
	s := r.segment
	for len(r.cells) < len(s.Options) {
		r.cells = append(r.cells, segmentCell{text: newCaption(Body), fill: newRectangle(), line: newRectangle()})
	}
	r.cells = r.cells[:len(s.Options)]
	r.frame.paint(ColorLine2, ColorSurface, radiusControl)
	paintRing(r.ring, s.focused, radiusControl)
	widths := s.widths(s.Size().Width)
	for i, cell := range r.cells {
		chosen := i == s.Selected
		text := ColorSoft
		if chosen {
			text = ColorInk
		}
		cell.text.say(Elide(s.Options[i], widths[i]-8, Body, chosen), chosen, text)
		cell.line.FillColor, cell.line.Hidden = shade(ColorLine), i == 0
		cell.fill.FillColor, cell.fill.Hidden = shade(ColorSunken), !chosen
		cornersOf(cell.fill, i == 0, i == len(r.cells)-1)
	}
	r.Layout(s.Size())
	canvas.Refresh(s)
}

// cornersOf rounds the outer corners of the first and the last cell.
func cornersOf(fill *canvas.Rectangle, first, last bool) {
	left, right := float32(0), float32(0)
	if first {
		left = radiusControl - 1
	}
	if last {
		right = radiusControl - 1
	}
	fill.TopLeftCornerRadius, fill.BottomLeftCornerRadius = left, left
	fill.TopRightCornerRadius, fill.BottomRightCornerRadius = right, right
}
