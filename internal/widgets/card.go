package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Card is a sheet with one or more sections, which are parted by hairlines from
// edge to edge.
type Card struct {
	widget.BaseWidget

	Sections []fyne.CanvasObject
	Fill     fyne.ThemeColorName // "" is surface; sunken or a tint has no edge
	Flush    bool                // no padding: the sections bring their own
}

// The padding of a card, its edge included.
const (
	cardPadX float32 = 21 // the edge and 20
	cardPadY float32 = 17
)

// NewCard returns a card of the sections.
func NewCard(sections ...fyne.CanvasObject) *Card { return &Card{Sections: sections} }

// NewStrip returns a sunken area: what is said before the rest, or a locked gate.
func NewStrip(content fyne.CanvasObject) *Card {
	return &Card{Sections: []fyne.CanvasObject{content}, Fill: ColorSunken}
}

func (c *Card) padding() (x, y float32) {
	if c.Flush {
		return 1, 1
	}
	return cardPadX, cardPadY
}

// HeightFor returns the height of the card at a width.
func (c *Card) HeightFor(width float32) float32 {
	x, y := c.padding()
	var sum float32
	for i, section := range shown(c.Sections) {
		sum += HeightFor(section, width-2*x) + 2*y
		if i > 0 {
			sum++
		}
	}
	return sum
}

// NaturalWidth returns the width of the widest section with its padding.
func (c *Card) NaturalWidth() float32 {
	x, _ := c.padding()
	var widest float32
	for _, section := range shown(c.Sections) {
		widest = max(widest, NaturalWidth(section))
	}
	return widest + 2*x
}

// MinSize is as high as the card is at its present width.
func (c *Card) MinSize() fyne.Size {
	c.ExtendBaseWidget(c)
	x, _ := c.padding()
	return fyne.NewSize(minWidth(c.Sections)+2*x, c.HeightFor(c.Size().Width))
}

// Resize is called by the toolkit. A card that has its place has its parts as well,
// drawn or not: the keyboard can go into one of them at once.
func (c *Card) Resize(size fyne.Size) {
	c.ExtendBaseWidget(c)
	c.BaseWidget.Resize(size)
}

// CreateRenderer is called by the toolkit.
func (c *Card) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	r := &cardRenderer{card: c, frame: newFrame()}
	r.paint()
	r.Layout(c.Size())
	return r
}

func (c *Card) inside() []fyne.CanvasObject { return c.Sections }

type cardRenderer struct {
	card  *Card
	frame frame
	lines []*canvas.Rectangle
}

func (r *cardRenderer) MinSize() fyne.Size { return r.card.MinSize() }
func (r *cardRenderer) Destroy()           {}

func (r *cardRenderer) Objects() []fyne.CanvasObject {
	all := r.frame.objects()
	for _, line := range r.lines {
		all = append(all, line)
	}
	return append(all, r.card.Sections...)
}

func (r *cardRenderer) Layout(size fyne.Size) {
	r.frame.place(0, 0, size.Width, size.Height)
	padX, padY := r.card.padding()
	sections := shown(r.card.Sections)
	for len(r.lines) < len(sections)-1 {
		line := newRectangle()
		line.FillColor = shade(ColorLine)
		r.lines = append(r.lines, line)
	}
	y := float32(0)
	for i, section := range sections {
		if i > 0 {
			put(r.lines[i-1], 1, y, size.Width-2, 1)
			y++
		}
		height := HeightFor(section, size.Width-2*padX)
		put(section, padX, y+padY, size.Width-2*padX, height)
		y += height + 2*padY
	}
	for i, line := range r.lines {
		line.Hidden = i >= len(sections)-1
	}
}

func (r *cardRenderer) paint() {
	edge, fill := ColorLine, r.card.Fill
	switch fill {
	case "":
		fill = ColorSurface
	case ColorSurface:
	default:
		edge = ColorNone
	}
	r.frame.paint(edge, fill, radiusCard)
	for _, line := range r.lines {
		line.FillColor = shade(ColorLine)
	}
}

func (r *cardRenderer) Refresh() {
	r.paint()
	r.Layout(r.card.Size())
	canvas.Refresh(r.card)
}
