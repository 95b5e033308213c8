package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Score is a scale to read: as many discs as its value, the rest rings. Its word
// belongs beside or near it. To choose a value on a scale there is [Rings].
type Score struct {
	widget.BaseWidget
	Count  int // 5 if 0
	Value  int
	Color  fyne.ThemeColorName // of the discs; "" is soft
	Ground fyne.ThemeColorName // what it stands on, seen through the rings; "" is surface
}

// The measures of a score, in units.
const (
	scoreSide  float32 = 8
	scorePitch float32 = 12
)

func (s *Score) count() int {
	if s.Count == 0 {
		return 5
	}
	return s.Count
}

// MinSize is the room of all discs and rings.
func (s *Score) MinSize() fyne.Size {
	return fyne.NewSize(scorePitch*float32(s.count()-1)+scoreSide, scoreSide)
}

// CreateRenderer is called by the toolkit.
func (s *Score) CreateRenderer() fyne.WidgetRenderer {
	s.ExtendBaseWidget(s)
	r := &scoreRenderer{score: s}
	r.Refresh()
	return r
}

type scoreRenderer struct {
	score *Score
	scale scale
}

func (r *scoreRenderer) MinSize() fyne.Size           { return r.score.MinSize() }
func (r *scoreRenderer) Destroy()                     {}
func (r *scoreRenderer) Objects() []fyne.CanvasObject { return r.scale.objects() }

func (r *scoreRenderer) Layout(size fyne.Size) {
	r.scale.place(0, whole((size.Height-scoreSide)/2), scoreSide, scorePitch)
}

func (r *scoreRenderer) Refresh() {
	s := r.score
	ground := s.Ground
	if ground == "" {
		ground = ColorSurface
	}
	r.scale.show(s.count(), s.Value, ground)
	if s.Color != "" {
		for _, d := range r.scale.dots[:min(max(0, s.Value), s.count())] {
			d.outer.FillColor = shade(s.Color)
		}
	}
	r.Layout(s.Size())
	canvas.Refresh(s)
}
