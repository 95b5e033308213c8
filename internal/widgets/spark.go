package widgets

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Spark is a small line of strain over the last weeks. Its scale is fixed, so
// that the rows of a list can be compared; the number belongs beside it.
type Spark struct {
	widget.BaseWidget
	Values []float64 // strain, oldest first, evenly spaced; fewer than two draw a dot
	Code   string    // the verdict, for the hue of the last point
	Low    bool      // 28 units high instead of 36, for low rows
}

// The measures of a spark: 104 units wide; its scale ends at 84, since hardly
// anything is heavier.
const (
	sparkWidth float32 = 104
	sparkScale float64 = 84
	sparkDot   float64 = 3
)

// MinSize is the spark's one size.
func (s *Spark) MinSize() fyne.Size {
	s.ExtendBaseWidget(s)
	return fyne.NewSize(sparkWidth, s.height())
}

func (s *Spark) height() float32 {
	if s.Low {
		return 28
	}
	return 36
}

// CreateRenderer is called by the toolkit.
func (s *Spark) CreateRenderer() fyne.WidgetRenderer {
	s.ExtendBaseWidget(s)
	r := &sparkRenderer{spark: s, base: newRectangle()}
	r.raster = canvas.NewRaster(s.draw)
	r.objects = objects{r.raster, r.base}
	r.Refresh()
	r.Layout(s.Size())
	return r
}

// points returns where the values stand, in units.
func (s *Spark) points() []point {
	left, right, base := 1.0, float64(sparkWidth)-sparkDot-1, float64(s.height())-2
	room := base - sparkDot
	points := make([]point, len(s.Values))
	for i, value := range s.Values {
		x := right
		if len(s.Values) > 1 {
			x = left + (right-left)*float64(i)/float64(len(s.Values)-1)
		}
		value = max(0, min(sparkScale, value))
		points[i] = point{x, base - value/sparkScale*room}
	}
	return points
}

func (s *Spark) draw(w, h int) image.Image {
	p := newPen(w, h, sparkWidth)
	points := s.points()
	if len(points) == 0 {
		return p.img
	}
	area := p.path()
	area.area(points, float64(s.height())-1)
	area.fill(shade(ColorSunken))
	line := p.path()
	line.line(points, 1.5)
	line.fill(shade(ColorMuted))
	last := p.path()
	last.disc(points[len(points)-1], sparkDot)
	last.fill(shade(Hue(s.Code).Icon))
	return p.img
}

type sparkRenderer struct {
	objects
	spark  *Spark
	raster *canvas.Raster
	base   *canvas.Rectangle
}

func (r *sparkRenderer) MinSize() fyne.Size { return r.spark.MinSize() }

func (r *sparkRenderer) Layout(size fyne.Size) {
	height := r.spark.height()
	top := whole((size.Height - height) / 2)
	put(r.raster, 0, top, sparkWidth, height)
	put(r.base, 0, top+height-1, sparkWidth-float32(sparkDot), 1)
}

func (r *sparkRenderer) Refresh() {
	r.base.FillColor = shade(ColorLine2)
	r.Layout(r.spark.Size())
	r.raster.Refresh()
	canvas.Refresh(r.spark)
}
