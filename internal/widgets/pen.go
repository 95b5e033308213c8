package widgets

import (
	"image"
	"image/color"
	"math"
	"slices"

	"golang.org/x/image/vector"
)

// pen draws series of a chart into the pixels of a raster. It is given units and
// knows how many pixels one is. All shapes of one call are one path, which is
// filled once: filling costs its whole rectangle, however little is in it.
type pen struct {
	img   *image.RGBA
	scale float64
}

// newPen returns a pen on a clear picture of w by h pixels that stands for a
// width in units.
func newPen(w, h int, width float32) *pen {
	scale := 1.0
	if width > 0 {
		scale = float64(w) / float64(width)
	}
	return &pen{img: image.NewRGBA(image.Rect(0, 0, max(1, w), max(1, h))), scale: scale}
}

// point is a place in a chart, in units from its top left.
type point struct{ x, y float64 }

// path collects closed outlines that all turn the same way, so that where they
// overlap they add up instead of cutting holes into one another.
type path struct {
	pen      *pen
	outlines [][]point
}

func (p *pen) path() *path { return &path{pen: p} }

// add takes an outline in units.
func (s *path) add(outline []point) {
	var area float64
	scaled := make([]point, len(outline))
	for i, at := range outline {
		next := outline[(i+1)%len(outline)]
		area += at.x*next.y - next.x*at.y
		scaled[i] = point{at.x * s.pen.scale, at.y * s.pen.scale}
	}
	if area < 0 {
		slices.Reverse(scaled)
	}
	s.outlines = append(s.outlines, scaled)
}

// ring adds a circle drawn with a line: a disc, and one taken out of it again.
func (s *path) ring(at point, radius, width float64) {
	s.disc(at, radius+width/2)
	s.disc(at, radius-width/2)
	slices.Reverse(s.outlines[len(s.outlines)-1])
}

// circle returns the corners of a closed polygon that passes for a circle.
func circle(at point, radius float64) []point {
	const corners = 32
	outline := make([]point, corners+1)
	for i := range outline {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / corners)
		outline[i] = point{at.x + radius*cos, at.y + radius*sin}
	}
	return outline
}

// disc adds a disc, as a polygon with corners too flat to be seen.
func (s *path) disc(at point, radius float64) {
	s.add(circle(at, radius)[1:])
}

// box adds a rectangle around a place.
func (s *path) box(at point, half float64) {
	s.add([]point{{at.x - half, at.y - half}, {at.x + half, at.y - half}, {at.x + half, at.y + half}, {at.x - half, at.y + half}})
}

// diamond adds a square on its corner, hollow if it is to be.
func (s *path) diamond(at point, half float64, hollow bool) {
	corners := func(half float64) []point {
		return []point{{at.x, at.y - half}, {at.x + half, at.y}, {at.x, at.y + half}, {at.x - half, at.y}}
	}
	s.add(corners(half))
	if hollow {
		s.add(corners(half - 2))
		slices.Reverse(s.outlines[len(s.outlines)-1])
	}
}

// line adds a line through points as one outline. Its corners are mitred: joints
// laid over the ends of the stretches would show as dots, since what covers a
// pixel in part adds up.
func (s *path) line(points []point, width float64) {
	points = slices.CompactFunc(slices.Clone(points), func(a, b point) bool { return a == b })
	if len(points) < 2 {
		return
	}
	outline := make([]point, 2*len(points))
	for i, at := range points {
		nx, ny := normal(points, i)
		outline[i] = point{at.x + nx*width/2, at.y + ny*width/2}
		outline[len(outline)-1-i] = point{at.x - nx*width/2, at.y - ny*width/2}
	}
	s.add(outline)
}

// normal returns the direction away from the line at a point, longer at a corner
// so that both stretches keep their width, but never more than twice as long.
func normal(points []point, i int) (x, y float64) {
	before, after := points[max(0, i-1)], points[min(len(points)-1, i+1)]
	ax, ay := across(before, points[i])
	bx, by := across(points[i], after)
	if i == 0 {
		ax, ay = bx, by
	}
	if i == len(points)-1 {
		bx, by = ax, ay
	}
	x, y = (ax+bx)/2, (ay+by)/2
	square := max(0.25, x*x+y*y)
	return x / square, y / square
}

// across returns the direction of length 1 square to the way from a to b.
func across(a, b point) (x, y float64) {
	length := math.Hypot(b.x-a.x, b.y-a.y)
	if length == 0 {
		return 0, 0
	}
	return -(b.y - a.y) / length, (b.x - a.x) / length
}

// area adds what lies between a line and a base below it.
func (s *path) area(points []point, base float64) {
	if len(points) < 2 {
		return
	}
	outline := append([]point(nil), points...)
	outline = append(outline, point{points[len(points)-1].x, base}, point{points[0].x, base})
	s.add(outline)
}

// fill paints everything in the path, touching no more pixels than its bounds.
func (s *path) fill(ink color.Color) {
	bounds := s.bounds()
	if bounds.Empty() {
		return
	}
	raster := vector.NewRasterizer(bounds.Dx(), bounds.Dy())
	for _, outline := range s.outlines {
		for i, at := range outline {
			x, y := float32(at.x)-float32(bounds.Min.X), float32(at.y)-float32(bounds.Min.Y)
			if i == 0 {
				raster.MoveTo(x, y)
			} else {
				raster.LineTo(x, y)
			}
		}
		raster.ClosePath()
	}
	raster.Draw(s.pen.img, bounds, image.NewUniform(ink), image.Point{})
}

func (s *path) bounds() image.Rectangle {
	left, top := math.Inf(1), math.Inf(1)
	right, bottom := math.Inf(-1), math.Inf(-1)
	for _, outline := range s.outlines {
		for _, at := range outline {
			left, right = min(left, at.x), max(right, at.x)
			top, bottom = min(top, at.y), max(bottom, at.y)
		}
	}
	if left > right {
		return image.Rectangle{}
	}
	whole := image.Rect(int(math.Floor(left)), int(math.Floor(top)), int(math.Ceil(right)), int(math.Ceil(bottom)))
	return whole.Intersect(s.pen.img.Bounds())
}
