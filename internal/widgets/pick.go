package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Pick is one of several answers of which one is chosen: a ring, the words, and a
// soft line below them. The whole of it is to be pressed.
type Pick struct {
	control

	Text     string
	Detail   string
	Chosen   bool
	OnTapped func()
}

// The measures of an answer, in units.
const (
	pickText float32 = 48 // where the words begin
	pickPadX float32 = 16
	pickPadY float32 = 12
	pickRing float32 = 18
)

// Tapped is called by the toolkit.
func (p *Pick) Tapped(*fyne.PointEvent) { call(p.OnTapped) }

// TypedKey is called by the toolkit.
func (p *Pick) TypedKey(key *fyne.KeyEvent) {
	if activates(key) {
		call(p.OnTapped)
		return
	}
	passOn(p, key)
}

// words returns the two texts; the second is hidden where there is none.
func (p *Pick) words() (text, detail *Text) {
	text, detail = &Text{Text: p.Text, Bold: true}, NewText(p.Detail, ColorSoft)
	detail.Hidden = p.Detail == ""
	return text, detail
}

// HeightFor returns the height at a width, in which the words may wrap.
func (p *Pick) HeightFor(width float32) float32 {
	text, detail := p.words()
	room := width - pickText - pickPadX
	height := text.HeightFor(room) + 2*pickPadY
	if p.Detail != "" {
		height += detail.HeightFor(room)
	}
	return height
}

// NaturalWidth is the column answers stand in.
func (p *Pick) NaturalWidth() float32 { return 420 }

// MinSize is narrow: an answer is as wide as its column.
func (p *Pick) MinSize() fyne.Size { return fyne.NewSize(120, p.HeightFor(p.Size().Width)) }

// CreateRenderer is called by the toolkit.
func (p *Pick) CreateRenderer() fyne.WidgetRenderer {
	p.extend(p)
	r := &pickRenderer{pick: p, ring: newRing(), frame: newFrame(),
		disc: canvas.NewCircle(nil), hole: canvas.NewCircle(nil), dot: canvas.NewCircle(nil)}
	r.text, r.detail = p.words()
	r.objects = append(objects{r.ring}, r.frame.objects()...)
	r.objects = append(r.objects, r.disc, r.hole, r.dot, r.text, r.detail)
	r.Refresh()
	return r
}

type pickRenderer struct {
	objects
	pick            *Pick
	ring            *canvas.Rectangle
	frame           frame
	disc, hole, dot *canvas.Circle
	text, detail    *Text
}

func (r *pickRenderer) MinSize() fyne.Size { return r.pick.MinSize() }

func (r *pickRenderer) Layout(size fyne.Size) {
	placeRing(r.ring, 0, 0, size.Width, size.Height)
	r.frame.place(0, 0, size.Width, size.Height)
	top := pickPadY + 1
	put(r.disc, pickPadX, top, pickRing, pickRing)
	put(r.hole, pickPadX+1, top+1, pickRing-2, pickRing-2)
	put(r.dot, pickPadX+5, top+5, pickRing-10, pickRing-10)
	room := size.Width - pickText - pickPadX
	tall := r.text.HeightFor(room)
	put(r.text, pickText, pickPadY, room, tall)
	put(r.detail, pickText, pickPadY+tall, room, r.detail.HeightFor(room))
}

func (r *pickRenderer) Refresh() {
	p := r.pick
	edge, fill, mark := ColorLine2, ColorSurface, ColorLine2
	switch {
	case p.Chosen:
		edge, fill, mark = ColorAccent, ColorTint, ColorAccent
	case p.hovered:
		fill = ColorSunken
	}
	r.frame.paint(edge, fill, radiusCard)
	paintRing(r.ring, p.focused, radiusCard)
	r.disc.FillColor, r.hole.FillColor, r.dot.FillColor = shade(mark), shade(ColorSurface), shade(ColorAccent)
	r.dot.Hidden = !p.Chosen
	text, detail := p.words()
	r.text.Text, r.detail.Text, r.detail.Hidden = text.Text, detail.Text, detail.Hidden
	r.text.Refresh()
	r.detail.Refresh()
	r.Layout(p.Size())
	canvas.Refresh(p)
}
