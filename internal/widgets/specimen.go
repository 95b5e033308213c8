package widgets

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Specimen is a larger line of strain that shows what a kind of trouble looks
// like, with a ring and a word at the day it turns.
type Specimen struct {
	widget.BaseWidget
	Code   string    // the verdict, for the hue
	Values []float64 // strain, 0–100, evenly spaced
	Mark   int       // index of the value the ring stands at
	Label  string    // beside the ring
}

// The measures of a specimen, in units.
const (
	specimenTall  float32 = 96
	specimenInset float32 = 6
	specimenRing          = 4.5
)

// HeightFor returns the one height of a specimen.
func (s *Specimen) HeightFor(float32) float32 { return specimenTall }

// NaturalWidth is the width it was drawn for.
func (s *Specimen) NaturalWidth() float32 { return 360 }

// MinSize is narrow: a specimen is as wide as its column.
func (s *Specimen) MinSize() fyne.Size { return fyne.NewSize(120, specimenTall) }

// CreateRenderer is called by the toolkit.
func (s *Specimen) CreateRenderer() fyne.WidgetRenderer {
	s.ExtendBaseWidget(s)
	r := &specimenRenderer{specimen: s, base: newRectangle(), label: newCaption(Label)}
	r.raster = canvas.NewRaster(r.draw)
	r.objects = objects{r.raster, r.base, r.label.Text}
	r.Refresh()
	return r
}

type specimenRenderer struct {
	objects
	specimen *Specimen
	raster   *canvas.Raster
	base     *canvas.Rectangle
	label    caption
}

func (r *specimenRenderer) MinSize() fyne.Size { return r.specimen.MinSize() }

// points returns where the values stand in a specimen of some width.
func (s *Specimen) points(width float32) []point {
	points := make([]point, len(s.Values))
	room := float64(specimenTall - 2*specimenInset)
	for i, value := range s.Values {
		x := float64(width) * float64(i) / float64(max(1, len(s.Values)-1))
		points[i] = point{x, float64(specimenInset) + room*(1-value/100)}
	}
	return points
}

func (r *specimenRenderer) draw(w, h int) image.Image {
	s := r.specimen
	p := newPen(w, h, s.Size().Width)
	points := s.points(s.Size().Width)
	hue := shade(Hue(s.Code).Icon)
	area := p.path()
	area.area(points, float64(specimenTall)-1)
	area.fill(mixed(shade(ColorSunken), hue, 0.12))
	line := p.path()
	line.line(points, 2)
	line.fill(hue)
	if s.Mark < len(points) {
		hole := p.path()
		hole.disc(points[s.Mark], specimenRing)
		hole.fill(shade(ColorSurface))
		ring := p.path()
		ring.ring(points[s.Mark], specimenRing, 2)
		ring.fill(hue)
	}
	return p.img
}

func (r *specimenRenderer) Layout(size fyne.Size) {
	put(r.raster, 0, 0, size.Width, specimenTall)
	put(r.base, 0, specimenTall-1, size.Width, 1)
	if s := r.specimen; s.Mark < len(s.Values) {
		at := s.points(size.Width)[s.Mark]
		r.label.place(whole(float32(at.x)-r.label.width()-10), whole(float32(at.y)-18))
	}
}

func (r *specimenRenderer) Refresh() {
	r.base.FillColor = shade(ColorLine2)
	r.label.say(r.specimen.Label, false, ColorSoft)
	r.Layout(r.specimen.Size())
	r.raster.Refresh()
	canvas.Refresh(r.specimen)
}
