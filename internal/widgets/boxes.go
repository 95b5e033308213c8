package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Boxes shows how many of a number something is true of, a box for each: "5 of
// 11" as five filled boxes and six empty ones. Where there are too many for boxes
// that can be told apart it draws one bar. Rows can be opened.
type Boxes struct {
	picklist

	Rows []BoxRow

	texts []*Text
}

// BoxRow is one thing that is true of some.
type BoxRow struct {
	Text   string
	Filled int
	Of     int
	Tally  string // "5 of 11"
	Code   string // a source or verdict, for the hue of the boxes; "" is grey
	Bold   bool
}

// The measures of boxes, in units.
const (
	boxTall   float32 = 12
	boxGap    float32 = 3
	boxWidest float32 = 24
	boxLeast  float32 = 4   // narrower boxes are drawn as one bar
	boxAside  float32 = 440 // where it is narrower, the boxes go below the words
	boxIndent float32 = 16
	boxPad    float32 = 6
)

func (b *Boxes) parts() []*Text {
	for len(b.texts) < len(b.Rows) {
		b.texts = append(b.texts, &Text{})
	}
	texts := b.texts[:len(b.Rows)]
	for i, row := range b.Rows {
		if texts[i].Text != row.Text || texts[i].Bold != row.Bold {
			texts[i].Text, texts[i].Bold = row.Text, row.Bold
			texts[i].Refresh()
		}
	}
	return texts
}

// boxColumns says where the parts of a row stand at a width.
type boxColumns struct {
	text, boxes, tally float32 // widths
	below              bool    // the boxes stand below the words
}

func (b *Boxes) columns(width float32) boxColumns {
	c := boxColumns{below: width < boxAside}
	for i, row := range b.Rows {
		c.tally = max(c.tally, Width(row.Tally, Body, true))
		c.text = max(c.text, b.parts()[i].NaturalWidth())
	}
	if c.below {
		c.text, c.boxes = width, width-c.tally-boxIndent
		return c
	}
	c.text = min(c.text, whole(width*0.42))
	c.boxes = width - c.text - c.tally - 2*boxIndent
	return c
}

// rowHeight is the words' and, where they stand below, the boxes'.
func (b *Boxes) rowHeight(row int, c boxColumns) float32 {
	height := b.parts()[row].HeightFor(c.text) + 2*boxPad
	if c.below {
		height += Body.Pitch()
	}
	return height
}

// HeightFor returns the height at a width.
func (b *Boxes) HeightFor(width float32) float32 {
	c := b.columns(width)
	var sum float32
	for i := range b.Rows {
		sum += b.rowHeight(i, c)
	}
	return sum
}

// NaturalWidth is the width of the main column of a screen.
func (b *Boxes) NaturalWidth() float32 { return 560 }

// MinSize is narrow: words wrap.
func (b *Boxes) MinSize() fyne.Size { return fyne.NewSize(200, b.HeightFor(b.Size().Width)) }

func (b *Boxes) rowAtHeight(y float32) int {
	c := b.columns(b.Size().Width)
	for i := range b.Rows {
		if y -= b.rowHeight(i, c); y < 0 {
			return i
		}
	}
	return -1
}

// CreateRenderer is called by the toolkit.
func (b *Boxes) CreateRenderer() fyne.WidgetRenderer {
	b.begin(b, func() int { return len(b.Rows) }, b.rowAtHeight)
	r := &boxesRenderer{boxes: b, ring: newRing(), hover: newRectangle()}
	r.Refresh()
	return r
}

type boxesRenderer struct {
	boxes       *Boxes
	ring, hover *canvas.Rectangle
	tallies     []caption
	cells       []*canvas.Rectangle
	used        int
}

func (r *boxesRenderer) MinSize() fyne.Size { return r.boxes.MinSize() }
func (r *boxesRenderer) Destroy()           {}

func (r *boxesRenderer) Objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{r.ring, r.hover}
	for _, cell := range r.cells {
		all = append(all, cell)
	}
	for i, text := range r.boxes.parts() {
		all = append(all, text, r.tallies[i].Text)
	}
	return all
}

func (r *boxesRenderer) Layout(size fyne.Size) {
	b := r.boxes
	c := b.columns(size.Width)
	r.used = 0
	y := float32(0)
	for i, text := range b.parts() {
		height, words := b.rowHeight(i, c), text.HeightFor(c.text)
		put(text, 0, y+boxPad, c.text, words)
		x, middle := c.text+boxIndent, y+height/2
		if c.below {
			x, middle = 0, y+boxPad+words+Body.Pitch()/2
		}
		r.placeRow(b.Rows[i], x, middle, c.boxes)
		r.tallies[i].placeMiddle(size.Width-r.tallies[i].width(), middle-boxTall, 2*boxTall)
		if i == b.under {
			put(r.hover, -8, y, size.Width+16, height)
		}
		if i == b.current {
			placeRing(r.ring, -5, y, size.Width+10, height)
		}
		y += height
	}
	for _, spare := range r.cells[r.used:] {
		spare.Hidden = true
	}
}

// placeRow draws the boxes of one row, or one bar where they would be too narrow.
func (r *boxesRenderer) placeRow(row BoxRow, x, middle, width float32) {
	top := whole(middle - boxTall/2)
	filled := Hue(row.Code).Icon
	if row.Of <= 0 {
		return
	}
	pitch := min(boxWidest+boxGap, (width+boxGap)/float32(row.Of))
	if pitch-boxGap < boxLeast {
		r.cell(ColorSunken, x, top, width)
		if part := whole(width * float32(row.Filled) / float32(row.Of)); part > 0 {
			r.cell(filled, x, top, max(barLeast, part))
		}
		return
	}
	for i := range row.Of {
		color := ColorSunken
		if i < row.Filled {
			color = filled
		}
		left, right := whole(x+float32(i)*pitch), whole(x+float32(i+1)*pitch-boxGap)
		r.cell(color, left, top, right-left)
	}
}

// cell puts the next rectangle somewhere.
func (r *boxesRenderer) cell(color fyne.ThemeColorName, x, y, width float32) {
	if r.used == len(r.cells) {
		r.cells = append(r.cells, newRectangle())
	}
	cell := r.cells[r.used]
	r.used++
	cell.FillColor, cell.CornerRadius, cell.Hidden = shade(color), radiusBar, false
	put(cell, x, y, width, boxTall)
}

func (r *boxesRenderer) Refresh() {
	b := r.boxes
	for len(r.tallies) < len(b.Rows) {
		r.tallies = append(r.tallies, newCaption(Body))
	}
	for i, text := range b.parts() {
		r.tallies[i].say(b.Rows[i].Tally, b.Rows[i].Bold, ColorInk)
		text.Refresh()
	}
	r.hover.FillColor, r.hover.CornerRadius, r.hover.Hidden = shade(ColorSunken), radiusTick, b.under < 0
	paintRing(r.ring, b.focused && !b.Disabled(), radiusTick)
	r.Layout(b.Size())
	canvas.Refresh(b)
}
