package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Parted is a card of two sides with a hairline between them: a main side and an
// aside of a given width. Where the main side would be left with less than 400
// the aside stands below it.
type Parted struct {
	widget.BaseWidget

	Main, Side fyne.CanvasObject
	Aside      float32 // the width of the second, its padding included
}

const (
	partedPad  float32 = 20
	partedMain float32 = 400
)

func (p *Parted) beside(width float32) bool { return width-p.Aside >= partedMain }

// sides returns how wide the two are without their padding.
func (p *Parted) sides(width float32) (main, side float32) {
	if !p.beside(width) {
		return width - 2*partedPad - 2, width - 2*partedPad - 2
	}
	return width - p.Aside - 2*partedPad - 1, p.Aside - 2*partedPad - 2
}

// HeightFor returns the height at a width.
func (p *Parted) HeightFor(width float32) float32 {
	main, side := p.sides(width)
	first, second := HeightFor(p.Main, main)+2*partedPad, HeightFor(p.Side, side)+2*partedPad
	if p.beside(width) {
		return max(first, second) + 2
	}
	return first + second + 3
}

// NaturalWidth is the width of the content of a page.
func (p *Parted) NaturalWidth() float32 { return 960 }

// MinSize is as high as both are at the present width.
func (p *Parted) MinSize() fyne.Size {
	p.ExtendBaseWidget(p)
	return fyne.NewSize(minWidth([]fyne.CanvasObject{p.Main, p.Side})+2*partedPad+2, p.HeightFor(p.Size().Width))
}

func (p *Parted) inside() []fyne.CanvasObject { return []fyne.CanvasObject{p.Main, p.Side} }

// CreateRenderer is called by the toolkit.
func (p *Parted) CreateRenderer() fyne.WidgetRenderer {
	p.ExtendBaseWidget(p)
	r := &partedRenderer{parted: p, frame: newFrame(), line: newRectangle()}
	r.objects = append(r.frame.objects(), r.line, p.Main, p.Side)
	r.Refresh()
	return r
}

type partedRenderer struct {
	objects
	parted *Parted
	frame  frame
	line   *canvas.Rectangle
}

func (r *partedRenderer) MinSize() fyne.Size { return r.parted.MinSize() }

func (r *partedRenderer) Layout(size fyne.Size) {
	p := r.parted
	main, side := p.sides(size.Width)
	first := HeightFor(p.Main, main)
	r.frame.place(0, 0, size.Width, size.Height)
	put(p.Main, 1+partedPad, 1+partedPad, main, first)
	if p.beside(size.Width) {
		put(r.line, size.Width-p.Aside, 1, 1, size.Height-2)
		put(p.Side, size.Width-p.Aside+1+partedPad, 1+partedPad, side, HeightFor(p.Side, side))
		return
	}
	y := 1 + first + 2*partedPad
	put(r.line, 1, y, size.Width-2, 1)
	put(p.Side, 1+partedPad, y+1+partedPad, side, HeightFor(p.Side, side))
}

func (r *partedRenderer) Refresh() {
	r.frame.paint(ColorLine, ColorSurface, radiusCard)
	r.line.FillColor = shade(ColorLine)
	r.Layout(r.parted.Size())
	canvas.Refresh(r.parted)
}
