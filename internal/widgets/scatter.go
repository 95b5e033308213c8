package widgets

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Scatter is a map of dots by two measures: how far right, how far up, and how
// large. It is one stop for Tab. The arrow keys go to the nearest dot in their
// direction, Page Up and Page Down through all dots in their order, Home and End to
// the first and the last; Enter opens the one selected. A click selects, a second
// one opens. Not every dot has room for its name: the
// one selected and the one under the pointer always show theirs. Put the same
// facts beside it as a list, for those who would rather read.
type Scatter struct {
	control

	Dots     []Dot
	X, Y     Axis
	Target   Level     // a dotted line across; the area below it on the right is shaded
	Corners  [4]string // what the corners mean: upper left, upper right, lower left, lower right
	Selected int       // -1 for none
	On       ScatterEvents

	pointed int // the dot under the pointer, -1 for none
	spots   spots
	named   []dotLabel // where the names were put, which mean their dots too
}

// Dot is one place on the map.
type Dot struct {
	X, Y  float64
	Share float64 // 0 to 1; the area of the dot follows it
	Code  string  // a verdict, for the hue
	Label string
	Bold  bool // a name to come to first
	Aside bool // not among what is looked for: drawn faintly, without a name
}

// Axis is one of the two measures.
type Axis struct {
	From, To float64
	Ticks    []AxisTick
	Title    string
}

// AxisTick is a place on an axis that has a word.
type AxisTick struct {
	At   float64
	Text string
}

// Level is a line across the map at a height, with its word; none while the word
// is empty.
type Level struct {
	At   float64
	Text string
}

// ScatterEvents are called with the index of a dot.
type ScatterEvents struct {
	Selected func(dot int)
	Opened   func(dot int)
	Pointed  func(dot int) // the pointer came to a dot, or left it: -1
}

// NewScatter returns a map on which nothing is selected.
func NewScatter() *Scatter {
	s := &Scatter{Selected: -1, pointed: -1}
	s.extend(s)
	return s
}

// The measures of a map, in units.
const (
	scatterTop    float32 = 40 // the name of the upward axis, and air
	scatterBottom float32 = 48 // ticks and the name of the other
	scatterRight  float32 = 8
	scatterInset  float32 = 20 // from the sides to where the measure begins and ends
	scatterLow    float32 = 340
	scatterHigh   float32 = 600
	dotLeast      float32 = 7
	dotWhole      float32 = 34 // the radius of a share of 1
	dotReach      float32 = 5  // how far beside a dot the pointer still means it
)

// HeightFor returns a height that suits the width: nearly square where there is
// room, flatter in a small window, so that all of the map can be in sight.
func (s *Scatter) HeightFor(width float32) float32 {
	return max(scatterLow, min(scatterHigh, whole(1.6*width-408)))
}

// NaturalWidth is the width of the main column of a screen.
func (s *Scatter) NaturalWidth() float32 { return 640 }

// MinSize is narrow: a map is as wide as its card.
func (s *Scatter) MinSize() fyne.Size { return fyne.NewSize(240, s.HeightFor(s.Size().Width)) }

// area is a part of the map, in units from its top left.
type area struct{ left, top, right, bottom float32 }

func (a area) width() float32  { return a.right - a.left }
func (a area) height() float32 { return a.bottom - a.top }

// meets reports whether two areas share more than an edge.
func (a area) meets(b area) bool {
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

// within reports whether an area lies inside another.
func (a area) within(b area) bool {
	return a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom
}

// plot is where the dots may lie.
func (s *Scatter) plot(size fyne.Size) area {
	var ticks float32
	for _, tick := range s.Y.Ticks {
		ticks = max(ticks, Width(tick.Text, Label, false))
	}
	return area{ticks + 12, scatterTop, max(ticks+13, size.Width-scatterRight), max(scatterTop+1, size.Height-scatterBottom)}
}

// share returns how far along an axis a value is, 0 to 1.
func (a Axis) share(value float64) float32 {
	if a.To <= a.From {
		return 0
	}
	return float32(max(0, min(1, (value-a.From)/(a.To-a.From))))
}

// across returns where a value of the measure to the right stands. Dots at its ends
// are not to lie over the words of the other.
func (s *Scatter) across(value float64, in area) float32 {
	return in.left + scatterInset + s.X.share(value)*(in.width()-2*scatterInset)
}

// up returns where a value of the measure upwards stands.
func (s *Scatter) up(value float64, in area) float32 {
	return in.bottom - s.Y.share(value)*in.height()
}

// radius makes areas comparable: four times the share is twice the radius. Below
// a size that can be hit and told by its colour dots do not go.
func (d Dot) radius() float32 {
	return max(dotLeast, dotWhole*float32(math.Sqrt(max(0, min(1, d.Share)))))
}

// dotAt returns the dot at a place, the nearest of several, or else the one whose
// name stands there; -1 for none.
func (s *Scatter) dotAt(place fyne.Position) int {
	in := s.plot(s.Size())
	found, nearest := -1, math.Inf(1)
	for i, dot := range s.Dots {
		at := s.at(i, in)
		away := math.Hypot(at.x-float64(place.X), at.y-float64(place.Y))
		if away <= float64(dot.radius()+dotReach) && away < nearest && !dot.Aside {
			found, nearest = i, away
		}
	}
	if found >= 0 {
		return found
	}
	for i, label := range s.named {
		spot := area{place.X, place.Y, place.X, place.Y}
		if label.fits && i < len(s.Dots) && spot.within(label.at) {
			return i
		}
	}
	return -1
}

// Select selects a dot and tells so if that is a change.
func (s *Scatter) Select(dot int) {
	if dot < 0 || dot >= len(s.Dots) || dot == s.Selected {
		return
	}
	s.Selected = dot
	s.control.Refresh() // the dots stay where they are
	if s.On.Selected != nil {
		s.On.Selected(dot)
	}
}

// MouseDown is called by the toolkit before it knows whether a second click
// follows: to select need not wait for that.
func (s *Scatter) MouseDown(event *desktop.MouseEvent) { s.Select(s.dotAt(event.Position)) }

// MouseUp is called by the toolkit.
func (s *Scatter) MouseUp(*desktop.MouseEvent) {}

// Tapped is called by the toolkit.
func (s *Scatter) Tapped(event *fyne.PointEvent) { s.Select(s.dotAt(event.Position)) }

// DoubleTapped is called by the toolkit.
func (s *Scatter) DoubleTapped(event *fyne.PointEvent) {
	if dot := s.dotAt(event.Position); dot >= 0 {
		s.Select(dot)
		s.open()
	}
}

func (s *Scatter) open() {
	if s.Selected >= 0 && s.Selected < len(s.Dots) && s.On.Opened != nil {
		s.On.Opened(s.Selected)
	}
}

// MouseIn is called by the toolkit when the pointer comes.
func (s *Scatter) MouseIn(event *desktop.MouseEvent) { s.MouseMoved(event) }

// MouseMoved is called by the toolkit while the pointer is over the map.
func (s *Scatter) MouseMoved(event *desktop.MouseEvent) { s.point(s.dotAt(event.Position)) }

// MouseOut is called by the toolkit when the pointer leaves.
func (s *Scatter) MouseOut() { s.point(-1) }

func (s *Scatter) point(dot int) {
	if dot == s.pointed {
		return
	}
	s.pointed = dot
	s.control.Refresh()
	if s.On.Pointed != nil {
		s.On.Pointed(dot)
	}
}

// Cursor is called by the toolkit.
func (s *Scatter) Cursor() desktop.Cursor {
	if s.pointed < 0 {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// TypedKey is called by the toolkit.
func (s *Scatter) TypedKey(key *fyne.KeyEvent) {
	switch {
	case key.Name == fyne.KeyLeft:
		s.step(-1, 0)
	case key.Name == fyne.KeyRight:
		s.step(1, 0)
	case key.Name == fyne.KeyUp:
		s.step(0, -1)
	case key.Name == fyne.KeyDown:
		s.step(0, 1)
	case key.Name == fyne.KeyPageUp:
		s.Select(s.next(s.Selected, -1))
	case key.Name == fyne.KeyPageDown:
		s.Select(s.next(s.Selected, 1))
	case key.Name == fyne.KeyHome:
		s.Select(s.next(-1, 1))
	case key.Name == fyne.KeyEnd:
		s.Select(s.next(len(s.Dots), -1))
	case activates(key):
		s.open()
	default:
		passOn(s, key)
	}
}

// next returns the nearest dot before or after one that is not aside.
func (s *Scatter) next(from, direction int) int {
	for i := from + direction; i >= 0 && i < len(s.Dots); i += direction {
		if !s.Dots[i].Aside {
			return i
		}
	}
	return -1
}

// step selects the nearest dot in a direction. What lies beside the way counts
// twice, and what lies more beside than along it only where nothing else is left,
// so that the eye and the key agree on which one that is.
func (s *Scatter) step(dx, dy float64) {
	if s.Selected < 0 || s.Selected >= len(s.Dots) {
		s.Select(s.next(-1, 1))
		return
	}
	in := s.plot(s.Size())
	from := s.at(s.Selected, in)
	best, least := -1, math.Inf(1)
	for i, dot := range s.Dots {
		at := s.at(i, in)
		along := (at.x-from.x)*dx + (at.y-from.y)*dy
		beside := math.Abs((at.x-from.x)*dy) + math.Abs((at.y-from.y)*dx)
		cost := along + 2*beside
		if beside > along {
			cost += farOff
		}
		if along > 0 && cost < least && !dot.Aside {
			best, least = i, cost
		}
	}
	s.Select(best)
}

// farOff is longer than any way across a map.
const farOff = 1e6

// Disabled reports that there is no dot to come to; the keyboard then passes by.
func (s *Scatter) Disabled() bool { return s.next(-1, 1) < 0 }

// Enable is part of being passed by; a map follows its dots.
func (s *Scatter) Enable() {}

// Disable is part of being passed by; a map follows its dots.
func (s *Scatter) Disable() {}

// Refresh draws the map anew; call it after changing the fields.
func (s *Scatter) Refresh() {
	s.spots = spots{}
	s.control.Refresh()
}

// CreateRenderer is called by the toolkit.
func (s *Scatter) CreateRenderer() fyne.WidgetRenderer {
	s.extend(s)
	r := newScatterRenderer(s)
	r.Refresh()
	return r
}
