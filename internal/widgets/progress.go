package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// StepState is how far one of several steps has come.
type StepState int

// The states of a step.
const (
	StepAhead StepState = iota
	StepNow
	StepDone
	StepSkipped // passed by, with a reason
)

// Progress is a bar of one segment a step: how far somebody has come on a way whose
// length is known. It is no control; the words for it stand beside it.
type Progress struct {
	widget.BaseWidget
	Steps []StepState
}

// The measures of the bar, in units.
const (
	progressTall float32 = 4
	progressGap  float32 = 4
)

// HeightFor is the same at every width.
func (p *Progress) HeightFor(float32) float32 { return progressTall }

// NaturalWidth is the width of the content of a page.
func (p *Progress) NaturalWidth() float32 { return 960 }

// MinSize is narrow: the bar takes what there is.
func (p *Progress) MinSize() fyne.Size { return fyne.NewSize(80, progressTall) }

// CreateRenderer is called by the toolkit.
func (p *Progress) CreateRenderer() fyne.WidgetRenderer {
	p.ExtendBaseWidget(p)
	r := &progressRenderer{progress: p}
	r.Refresh()
	return r
}

type progressRenderer struct {
	progress *Progress
	parts    []*canvas.Rectangle
}

func (r *progressRenderer) MinSize() fyne.Size { return r.progress.MinSize() }
func (r *progressRenderer) Destroy()           {}

func (r *progressRenderer) Objects() []fyne.CanvasObject {
	all := make([]fyne.CanvasObject, len(r.parts))
	for i, part := range r.parts {
		all[i] = part
	}
	return all
}

func (r *progressRenderer) Layout(size fyne.Size) {
	n := float32(len(r.parts))
	each := (size.Width + progressGap) / max(1, n)
	for i, part := range r.parts {
		left, right := whole(float32(i)*each), whole(float32(i+1)*each-progressGap)
		put(part, left, 0, right-left, progressTall)
	}
}

func (r *progressRenderer) Refresh() {
	p := r.progress
	r.parts = resized(r.parts, len(p.Steps))
	for i, state := range p.Steps {
		part := r.parts[i]
		part.CornerRadius = radiusBar
		switch state {
		case StepDone:
			part.FillColor = shade(ColorAccent)
		case StepNow:
			part.FillColor = mixed(shade(ColorGround), shade(ColorAccent), 0.5)
		case StepSkipped:
			part.FillColor = shade(ColorLine2)
		default:
			part.FillColor = shade(ColorLine)
		}
	}
	r.Layout(p.Size())
	canvas.Refresh(p)
}
