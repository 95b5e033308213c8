package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
)

type tableRenderer struct {
	table *Table
	ring  *canvas.Rectangle
	lines []*canvas.Rectangle
	words []caption
	used  int // of words
	bars  []dueParts
	drawn int // of bars
}

func (r *tableRenderer) MinSize() fyne.Size { return r.table.MinSize() }
func (r *tableRenderer) Destroy()           {}

func (r *tableRenderer) Objects() []fyne.CanvasObject {
	all := make([]fyne.CanvasObject, 0, len(r.lines)+len(r.words)+1)
	for _, line := range r.lines {
		all = append(all, line)
	}
	for _, bar := range r.bars {
		for _, part := range bar.all() {
			all = append(all, part)
		}
	}
	for _, word := range r.words {
		all = append(all, word.Text)
	}
	return append(all, r.ring)
}

func (r *tableRenderer) Layout(size fyne.Size) {
	t := r.table
	r.used, r.drawn = 0, 0
	columns := t.layout(size.Width)
	heads := make([]Cell, len(t.Columns))
	for i, c := range t.Columns {
		heads[i] = Cell{Text: c.Title, Color: ColorMuted}
	}
	r.row(columns, heads, Label, 0, tableHead)
	y := tableHead
	for _, cells := range t.Rows {
		r.row(columns, cells, Body, y, tableRow)
		y += tableRow
	}
	if t.Total != nil {
		r.row(columns, t.Total, Body, y, tableTotal)
	}
	for _, spare := range r.words[r.used:] {
		spare.Hidden = true
	}
	for _, spare := range r.bars[r.drawn:] {
		for _, part := range spare.all() {
			part.Hidden = true
		}
	}
	for i, line := range r.lines {
		put(line, 0, tableHead+tableRow*float32(i)-1, size.Width, 1)
	}
	put(r.ring, -6, tableHead+tableRow*float32(t.current)+1, size.Width+12, tableRow-3)
}

// row writes the cells of one row.
func (r *tableRenderer) row(columns []column, cells []Cell, size Size, top, height float32) {
	for i, cell := range cells {
		if i >= len(columns) || !columns[i].shown {
			continue
		}
		if cell.Bar != nil {
			r.nextBar().place(*cell.Bar, r.table.dueScale(i), columns[i].x, columns[i].width, top, height)
			continue
		}
		if cell.Text == "" {
			continue
		}
		color := cell.Color
		if color == "" {
			color = ColorInk
		}
		word := r.next(size)
		word.say(Elide(cell.Text, columns[i].width, size, cell.Bold), cell.Bold, color)
		x := columns[i].x
		if r.table.Columns[i].Right {
			x += columns[i].width - word.width()
		}
		word.placeMiddle(x, top, height)
		word.Hidden = false
	}
}

func (r *tableRenderer) next(size Size) caption {
	if r.used == len(r.words) {
		r.words = append(r.words, newCaption(size))
	}
	word := caption{Text: r.words[r.used].Text, size: size}
	word.TextSize = size.Points()
	r.used++
	return word
}

func (r *tableRenderer) nextBar() dueParts {
	if r.drawn == len(r.bars) {
		bar := newDueParts()
		bar.paint()
		r.bars = append(r.bars, bar)
	}
	r.drawn++
	return r.bars[r.drawn-1]
}

func (r *tableRenderer) Refresh() {
	t := r.table
	count := len(t.Rows)
	if t.Total != nil {
		count++
	}
	r.lines = resized(r.lines, count)
	for i, line := range r.lines {
		name := ColorLine
		if i == len(t.Rows) {
			name = ColorLine2
		}
		line.FillColor = shade(name)
	}
	for _, bar := range r.bars {
		bar.paint()
	}
	paintRing(r.ring, t.focused && !t.Disabled(), radiusTick)
	r.Layout(t.Size())
	canvas.Refresh(t)
}

var _ desktop.Cursorable = (*Table)(nil)

// Cursor is called by the toolkit.
func (t *Table) Cursor() desktop.Cursor {
	if t.Disabled() {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}
