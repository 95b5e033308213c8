package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Paper is a letter to be written in place: it is as high as what stands on it, and
// passages can be marked with an amber tint and a line beneath. Make it with
// NewPaper.
type Paper struct {
	widget.BaseWidget

	OnChanged func(text string)
	OnGrown   func() // it needs another height: whoever holds it lays out anew

	entry *bareEntry
	child fyne.CanvasObject
	wheel *wheel
	marks []Passage
	rows  []typedRow
	set   struct { // what the rows are of
		text  string
		width float32
	}
	tall float32
	on   bool
}

// Passage is a stretch of a text, in bytes.
type Passage struct{ From, To int }

// The measures of the paper, in units.
const (
	paperPadX  float32 = 25
	paperPadY  float32 = 20
	paperLines         = 9 // of an empty one
)

// NewPaper returns an empty sheet with an example on it.
func NewPaper(placeholder string) *Paper {
	p := &Paper{entry: newBareEntry(true)}
	p.entry.PlaceHolder = placeholder
	p.entry.OnChanged = p.changed
	p.entry.onFocus = func(focused bool) { p.on = focused; p.Refresh() }
	p.child = bare(p.entry, Lead)
	p.wheel = &wheel{}
	p.ExtendBaseWidget(p)
	return p
}

// Text returns what stands on the paper.
func (p *Paper) Text() string { return p.entry.Text }

// SetText puts a text on the paper; OnChanged hears of it.
func (p *Paper) SetText(text string) { p.entry.SetText(text) }

// Insert puts a text where the cursor is, as a paragraph of its own if the cursor
// stands at the end of one.
func (p *Paper) Insert(text string) {
	before, after := p.entry.Text[:p.cursor()], p.entry.Text[p.cursor():]
	if before != "" && !strings.HasSuffix(before, "\n") && !strings.HasSuffix(before, " ") {
		before += " "
	}
	p.entry.SetText(before + text + after)
	p.setCursor(len(before + text))
}

// GoTo moves the keyboard onto the paper, with the cursor before a byte of the text.
func (p *Paper) GoTo(at int) {
	p.setCursor(at)
	p.Focus()
}

// cursor is the byte the cursor stands before.
func (p *Paper) cursor() int {
	row, column := p.entry.CursorRow, p.entry.CursorColumn
	p.measure(p.Size().Width)
	if row >= len(p.rows) {
		return len(p.entry.Text)
	}
	r := p.rows[row]
	for at := range p.entry.Text[r.from:r.to] {
		if column == 0 {
			return r.from + at
		}
		column--
	}
	return r.to
}

// setCursor moves the cursor before a byte of the text.
func (p *Paper) setCursor(at int) {
	p.measure(p.Size().Width)
	for i, r := range p.rows {
		if at <= r.to {
			p.entry.CursorRow, p.entry.CursorColumn = i, len([]rune(p.entry.Text[r.from:max(r.from, at)]))
			break
		}
	}
	p.entry.Refresh()
}

// Mark tints passages of the text, in any order.
func (p *Paper) Mark(passages []Passage) {
	p.marks = passages
	p.Refresh()
}

// Focus moves the keyboard onto the paper.
func (p *Paper) Focus() { focus(p.entry) }

// Focusable returns the part that takes the keyboard.
func (p *Paper) Focusable() fyne.Focusable { return p.entry }

func (p *Paper) changed(text string) {
	p.marks = nil // they are about what stood there before
	if p.OnChanged != nil {
		p.OnChanged(text)
	}
	if tall := p.HeightFor(p.Size().Width); tall != p.tall {
		p.tall = tall
		call(p.OnGrown)
	}
	p.Refresh()
}

// line is how far apart the entry sets its lines.
func (p *Paper) line() float32 { return fyne.MeasureText("M", Lead.Points(), fyne.TextStyle{}).Height }

// measure breaks the text into lines; layouts ask often, so the same question is
// answered from memory.
func (p *Paper) measure(width float32) {
	if p.rows == nil || p.set.text != p.entry.Text || p.set.width != width {
		p.set.text, p.set.width = p.entry.Text, width
		p.rows = typedRows(p.entry.Text, width-2*paperPadX, Lead)
	}
}

// HeightFor returns the height of what stands on the paper at a width.
func (p *Paper) HeightFor(width float32) float32 {
	p.measure(width)
	return ceil(p.line()*float32(max(len(p.rows)+1, paperLines))) + 2*paperPadY
}

// NaturalWidth is the width of a letter.
func (p *Paper) NaturalWidth() float32 { return 424 }

// MinSize is narrow: a letter is as wide as its column.
func (p *Paper) MinSize() fyne.Size { return fyne.NewSize(160, p.HeightFor(p.Size().Width)) }

// CreateRenderer is called by the toolkit.
func (p *Paper) CreateRenderer() fyne.WidgetRenderer {
	r := &paperRenderer{paper: p, ring: newRing()}
	r.Refresh()
	return r
}

type paperRenderer struct {
	paper *Paper
	ring  *canvas.Rectangle
	tints []*canvas.Rectangle
	lines []*canvas.Rectangle
}

func (r *paperRenderer) MinSize() fyne.Size { return r.paper.MinSize() }
func (r *paperRenderer) Destroy()           {}

func (r *paperRenderer) Objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{r.ring}
	for i := range r.tints {
		all = append(all, r.tints[i], r.lines[i])
	}
	return append(all, r.paper.child, r.paper.wheel)
}

func (r *paperRenderer) Layout(size fyne.Size) {
	p := r.paper
	placeRing(r.ring, 4, 4, size.Width-8, size.Height-8)
	put(p.child, paperPadX, paperPadY, size.Width-2*paperPadX, size.Height-2*paperPadY)
	put(p.wheel, 0, 0, size.Width, size.Height)
	p.measure(size.Width)
	p.tall = size.Height
	strips := p.strips()
	r.tints, r.lines = resized(r.tints, len(strips)), resized(r.lines, len(strips))
	for i, s := range strips {
		put(r.tints[i], s.x, s.y, s.width, s.height-2)
		put(r.lines[i], s.x, s.y+s.height-2, s.width, 2)
		r.tints[i].FillColor, r.lines[i].FillColor = shade(ColorDoubtTint), shade(ColorDoubt)
	}
}

// strips are where the marked passages stand, one for each line they run over.
func (p *Paper) strips() []spot {
	var strips []spot
	text, line := p.entry.Text, p.line()
	for _, mark := range p.marks {
		for i, row := range p.rows {
			from, to := max(mark.From, row.from), min(mark.To, row.to)
			if from >= to {
				continue
			}
			left, right := measure(text[row.from:from], Lead, false), measure(text[row.from:to], Lead, false)
			strips = append(strips, spot{whole(paperPadX + left), whole(paperPadY + float32(i)*line), ceil(right - left), ceil(line)})
		}
	}
	return strips
}

func (r *paperRenderer) Refresh() {
	paintRing(r.ring, r.paper.on, radiusTick)
	r.Layout(r.paper.Size())
	canvas.Refresh(r.paper)
}

// wheel lies over an entry that is as high as its text and hands the turning of the
// wheel on to the page, which the entry would keep to itself.
type wheel struct{ widget.BaseWidget }

var _ fyne.Scrollable = (*wheel)(nil)

// Scrolled is called by the toolkit.
func (w *wheel) Scrolled(event *fyne.ScrollEvent) {
	canvas := canvasOf(w)
	if canvas == nil {
		return
	}
	if page, ok := scrollerOver(canvas.Content(), w).(*Page); ok {
		page.scroll.Scrolled(event)
	}
}

// CreateRenderer is called by the toolkit; there is nothing to see.
func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	w.ExtendBaseWidget(w)
	return widget.NewSimpleRenderer(&fyne.Container{})
}
