package widgets

import (
	"cmp"
	"math"
	"slices"
)

// mostLabels is how many dots are tried to be named: more would leave no map.
const mostLabels = 120

// dotLabel is where the name of a dot stands, and how.
type dotLabel struct {
	text string
	size Size
	bold bool
	gap  float32 // to the dot
	at   area
	fits bool // there is room for it; one that does not fit is left out
	over bool // shown although there is no room, on a ground of its own
}

// labelGap is the room between a dot and its name.
const labelGap float32 = 6

// labels finds a place for the name of each dot: beside it if it can be, where it
// covers neither a dot nor another name nor anything in taken. Names of weight
// come first, then large dots; what finds no place is left out. The order does not
// depend on what is selected, so names stay where they are when that changes.
func (s *Scatter) labels(in area, taken []area) []dotLabel {
	bounds := area{in.left + 2, in.top + 2, in.right, in.bottom - 2}
	blocked := slices.Clone(taken)
	labels := make([]dotLabel, len(s.Dots))
	for nth, i := range s.byWeight() {
		dot := s.Dots[i]
		labels[i] = dotLabel{text: dot.Label, size: Label, bold: dot.Bold, gap: labelGap}
		if dot.Aside || nth >= mostLabels {
			continue
		}
		for _, at := range s.places(i, labels[i], bounds, in) {
			if at.within(bounds) && !meetsAny(at, blocked) && !s.covers(at, in) {
				labels[i].at, labels[i].fits = at, true
				blocked = append(blocked, at)
				break
			}
		}
	}
	s.stress(labels, bounds, blocked, in)
	return labels
}

// stress makes the names of the dots selected and pointed at sure to be seen: the
// selected one larger where there is room.
func (s *Scatter) stress(labels []dotLabel, bounds area, blocked []area, in area) {
	for _, i := range []int{s.pointed, s.Selected} {
		if i < 0 || i >= len(labels) {
			continue
		}
		label := &labels[i]
		label.bold, label.gap = true, labelGap+4 // clear of the ring around the dot
		others := slices.DeleteFunc(slices.Clone(blocked), func(a area) bool { return label.fits && a == label.at })
		for _, size := range []Size{Body, Label} {
			tried := *label
			tried.size = size
			for _, at := range s.places(i, tried, bounds, in) {
				if at.within(bounds) && !meetsAny(at, others) && !s.covers(at, in) {
					tried.at, tried.fits = at, true
					*label = tried
					break
				}
			}
			if label.fits && label.size == size {
				break
			}
		}
		if !label.fits {
			label.over, label.fits, label.at = true, true, s.laidOver(i, *label, bounds, in)
		}
	}
}

// laidOver is where a name stands that has to cover others, but not its own dot if
// that can be.
func (s *Scatter) laidOver(dot int, label dotLabel, bounds, in area) area {
	places := s.places(dot, label, bounds, in)
	for _, at := range places {
		if at.within(bounds) && !s.touches(at, dot, in) {
			return at
		}
	}
	return keptInside(places[0], bounds)
}

// byWeight returns the dots in the order their names get a place.
func (s *Scatter) byWeight() []int {
	order := make([]int, len(s.Dots))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := s.Dots[a], s.Dots[b]
		if x.Bold != y.Bold {
			if x.Bold {
				return -1
			}
			return 1
		}
		return cmp.Compare(y.Share, x.Share)
	})
	return order
}

// touches reports whether a dot reaches into an area.
func (s *Scatter) touches(a area, dot int, in area) bool {
	at := s.at(dot, in)
	dx := max(float64(a.left)-at.x, at.x-float64(a.right), 0)
	dy := max(float64(a.top)-at.y, at.y-float64(a.bottom), 0)
	return math.Hypot(dx, dy) < float64(s.Dots[dot].radius())+1
}

// covers reports whether what stands in an area would cover a dot.
func (s *Scatter) covers(a area, in area) bool {
	for i := range s.Dots {
		if s.touches(a, i, in) {
			return true
		}
	}
	return false
}

// places returns where a name may stand, the best place first: right of its dot,
// left, above, below, and at the corners.
func (s *Scatter) places(dot int, label dotLabel, bounds, in area) []area {
	wide, tall := Width(label.text, label.size, label.bold), label.size.Pitch()
	at, r := s.at(dot, in), s.Dots[dot].radius()
	x, y := float32(at.x), float32(at.y)
	corner := whole(r * 0.7)
	box := func(left, top float32) area {
		left, top = whole(left), whole(top)
		return area{left, top, left + wide, top + tall}
	}
	inside := func(a area) area { return keptInside(a, bounds) }
	right, left := x+r+label.gap, x-r-label.gap-wide
	return []area{
		box(right, y-tall/2), box(left, y-tall/2),
		inside(box(x-wide/2, y-r-label.gap+4-tall)), inside(box(x-wide/2, y+r+label.gap-4)),
		box(x+corner+4, y-corner-tall+1), box(x+corner+4, y+corner-1),
		box(x-corner-4-wide, y-corner-tall+1), box(x-corner-4-wide, y+corner-1),
	}
}

func meetsAny(a area, others []area) bool {
	return slices.ContainsFunc(others, a.meets)
}

// keptInside moves an area inside of another.
func keptInside(a, bounds area) area {
	if over := a.right - bounds.right; over > 0 {
		a.left, a.right = a.left-over, a.right-over
	}
	if under := bounds.left - a.left; under > 0 {
		a.left, a.right = a.left+under, a.right+under
	}
	if over := a.bottom - bounds.bottom; over > 0 {
		a.top, a.bottom = a.top-over, a.bottom-over
	}
	if under := bounds.top - a.top; under > 0 {
		a.top, a.bottom = a.top+under, a.bottom+under
	}
	return a
}
