package widgets

import "math"

// spots remembers where the dots stand in an area, and by squares of it, so that
// thousands of dots find their spots without asking each other.
type spots struct {
	in      area
	at      []point
	squares map[[2]int][]point
}

// The way dots that would hide one another are moved apart, in units.
const (
	spotApart = 8.0 // between two middles, at least
	spotRings = 6   // how far away a free spot is looked for
	crowd     = 800 // so many dots cover one another anyway, and stay where they are
)

// at returns where a dot stands. Clients with the same figures would hide one
// another, and neither could be pointed at: those that come later move aside by as
// little as it takes.
func (s *Scatter) at(dot int, in area) point {
	if len(s.spots.at) != len(s.Dots) || s.spots.in != in {
		s.spots = spots{in: in, squares: map[[2]int][]point{}}
		for _, d := range s.Dots {
			at := point{float64(s.across(d.X, in)), float64(s.up(d.Y, in))}
			if len(s.Dots) <= crowd {
				at = s.spots.free(at)
			}
			s.spots.put(at)
		}
	}
	return s.spots.at[dot]
}

// free returns the spot nearest to the one wanted that no dot has yet, or the one
// wanted where all around is full.
func (s *spots) free(wanted point) point {
	if !s.taken(wanted) {
		return wanted
	}
	for ring := 1; ring <= spotRings; ring++ {
		for step := range 6 * ring {
			sin, cos := math.Sincos(2 * math.Pi * float64(step) / float64(6*ring))
			at := point{wanted.x + float64(ring)*spotApart*cos, wanted.y + float64(ring)*spotApart*sin}
			if at.x >= float64(s.in.left) && at.x <= float64(s.in.right) &&
				at.y >= float64(s.in.top) && at.y <= float64(s.in.bottom) && !s.taken(at) {
				return at
			}
		}
	}
	return wanted
}

func (s *spots) put(at point) {
	s.at = append(s.at, at)
	square := squareOf(at)
	s.squares[square] = append(s.squares[square], at)
}

// squareOf returns the square a point lies in; what is closer than spotApart lies
// in the same or in one beside it.
func squareOf(at point) [2]int {
	return [2]int{int(math.Floor(at.x / spotApart)), int(math.Floor(at.y / spotApart))}
}

func (s *spots) taken(at point) bool {
	square := squareOf(at)
	for dx := -1; dx <= 1; dx++ {
		for dy := -1; dy <= 1; dy++ {
			for _, other := range s.squares[[2]int{square[0] + dx, square[1] + dy}] {
				if math.Hypot(other.x-at.x, other.y-at.y) < spotApart-1 {
					return true
				}
			}
		}
	}
	return false
}
