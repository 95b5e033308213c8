package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Bars compares a few amounts: a name, a bar and the amount in figures, one row
// each, so that it can be read as text as it stands. A dotted line across the bars
// marks a target. Rows can be opened.
type Bars struct {
	picklist

	Rows   []BarRow
	Target float64 // where the target stands, of the widest bar; 0 for none
}

// BarRow is one amount.
type BarRow struct {
	Name string
	Part float64 // length, of the widest bar: 0 to 1
	Text string  // the amount in figures
	Tone Tone
}

// Tone is how much a bar is meant to be noticed.
type Tone int

// The tones.
const (
	Plain  Tone = iota // the accent: as it should be
	Faint              // below a target, or the rest of a list
	Strong             // what the eye should come to first
)

// color is the bar's.
func (t Tone) color() fyne.ThemeColorName {
	switch t {
	case Faint:
		return ColorLine2
	case Strong:
		return ColorMuted
	default:
		return ColorAccent
	}
}

// The measures of bars, in units.
const (
	barPitch float32 = 28
	barTall  float32 = 8
	barGap   float32 = 12
	barRoom  float32 = 64 // bars are no shorter for the sake of long names
	barLeast float32 = 2  // an amount above nothing can be seen
)

// HeightFor returns the height, which the width does not change.
func (b *Bars) HeightFor(float32) float32 { return barPitch * float32(len(b.Rows)) }

// NaturalWidth is the width of a card in three columns.
func (b *Bars) NaturalWidth() float32 { return 280 }

// MinSize is narrow: names are cut and bars are short.
func (b *Bars) MinSize() fyne.Size { return fyne.NewSize(160, b.HeightFor(0)) }

// columns returns how much of the width the names, the bars and the amounts take.
func (b *Bars) columns(width float32) (name, bar, text float32) {
	for _, row := range b.Rows {
		name = max(name, Width(row.Name, Body, false))
		text = max(text, Width(row.Text, Body, false))
	}
	name = max(narrow, min(name, width-text-2*barGap-barRoom))
	return name, max(barLeast, width-name-text-2*barGap), text
}

func (b *Bars) rowAtHeight(y float32) int {
	if row := int(y / barPitch); y >= 0 && row < len(b.Rows) {
		return row
	}
	return -1
}

// CreateRenderer is called by the toolkit.
func (b *Bars) CreateRenderer() fyne.WidgetRenderer {
	b.begin(b, func() int { return len(b.Rows) }, b.rowAtHeight)
	r := &barsRenderer{bars: b, ring: newRing(), hover: newRectangle()}
	r.Refresh()
	return r
}

type barsRenderer struct {
	bars        *Bars
	ring, hover *canvas.Rectangle
	rows        []barParts
	dots        []*canvas.Rectangle // the target, a dash a row
}

// barParts are what one row is made of.
type barParts struct {
	name, text caption
	bar        *canvas.Rectangle
}

func (r *barsRenderer) MinSize() fyne.Size { return r.bars.MinSize() }
func (r *barsRenderer) Destroy()           {}

func (r *barsRenderer) Objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{r.ring, r.hover}
	for _, row := range r.rows {
		all = append(all, row.bar, row.name.Text, row.text.Text)
	}
	for _, dot := range r.dots {
		all = append(all, dot)
	}
	return all
}

func (r *barsRenderer) Layout(size fyne.Size) {
	b := r.bars
	name, bar, text := b.columns(size.Width)
	for i, row := range r.rows {
		top := barPitch * float32(i)
		row.name.say(Elide(b.Rows[i].Name, name, Body, false), false, ColorInk)
		row.name.placeMiddle(0, top, barPitch)
		row.text.placeMiddle(size.Width-row.text.width(), top, barPitch)
		length := whole(float32(max(0, min(1, b.Rows[i].Part))) * bar)
		if b.Rows[i].Part > 0 {
			length = max(barLeast, length)
		}
		put(row.bar, name+barGap, top+(barPitch-barTall)/2, length, barTall)
	}
	target := whole(name + barGap + float32(b.Target)*bar)
	for i, dot := range r.dots { // dashes of 4 on 7, so that they meet across rows
		put(dot, min(target, size.Width-text-barGap), 7*float32(i), 1, 4)
	}
	put(r.hover, -6, barPitch*float32(b.under), size.Width+12, barPitch)
	placeRing(r.ring, -4, barPitch*float32(b.current), size.Width+8, barPitch)
}

func (r *barsRenderer) Refresh() {
	b := r.bars
	for len(r.rows) < len(b.Rows) {
		r.rows = append(r.rows, barParts{newCaption(Body), newCaption(Body), newRectangle()})
	}
	r.rows = r.rows[:len(b.Rows)]
	for i, row := range r.rows {
		row.text.say(b.Rows[i].Text, false, ColorInk)
		row.bar.FillColor, row.bar.CornerRadius = shade(b.Rows[i].Tone.color()), radiusBar
	}
	dashes := 0
	if b.Target > 0 {
		dashes = int(barPitch) * len(b.Rows) / 7
	}
	r.dots = resized(r.dots, dashes)
	for _, dot := range r.dots {
		dot.FillColor = shade(ColorAccent)
	}
	r.hover.FillColor, r.hover.CornerRadius, r.hover.Hidden = shade(ColorSunken), radiusTick, b.under < 0
	paintRing(r.ring, b.focused && !b.Disabled(), radiusTick)
	r.Layout(b.Size())
	canvas.Refresh(b)
}
