package widgets

import (
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Rows is what a VList shows. Rows are of a few kinds; an object of a kind that
// scrolled out of sight is used again for another row of that kind.
type Rows interface {
	// Len returns how many rows there are.
	Len() int
	// Kind returns the kind of a row, any small number.
	Kind(row int) int
	// Height returns the height of a row at a width, without building it.
	Height(row int, width float32) float32
	// New builds an object for rows of a kind: a widget or a container, since the
	// toolkit draws nothing else. A struct with a container inside is a Drawn.
	New(kind int) fyne.CanvasObject
	// Set puts what belongs to the row into an object of its kind.
	Set(row int, object fyne.CanvasObject)
	// Openable reports whether the row is one to stop at with the keyboard and to
	// open: not a heading.
	Openable(row int) bool
}

// VList scrolls any number of rows of different heights and builds only those in
// sight. It is one stop for Tab with a current row: Up, Down, Home, End, Page Up
// and Page Down move it, Enter opens it. Rows themselves take no focus, since the
// object that has it would show another row after scrolling.
type VList struct {
	control

	Rows     Rows
	OnOpened func(row int)
	// OnKey sees a key before the list does, with the current row, and reports
	// whether it has dealt with it: Delete on a row.
	OnKey func(row int, key *fyne.KeyEvent) bool
	// OnSeen hears which rows are in sight, for lists that fetch more as they are
	// scrolled. It may call Reload.
	OnSeen func(first, last int)

	current int // -1 before the keyboard was here
	scroll  *container.Scroll
	body    *fyne.Container
	tops    []float32 // where each row begins; the last is the height of all
	live    map[int]*listRow
	pools   map[int][]*listRow
	ring    *listRing
}

// NewVList returns a list of the rows.
func NewVList(rows Rows, opened func(row int)) *VList {
	l := &VList{Rows: rows, OnOpened: opened, current: -1}
	l.live, l.pools = map[int]*listRow{}, map[int][]*listRow{}
	l.ring = &listRing{}
	l.body = &fyne.Container{Layout: listLayout{l}}
	l.scroll = container.NewVScroll(l.body)
	l.scroll.OnScrolled = func(fyne.Position) { l.window() }
	l.extend(l)
	return l
}

// Reload measures and shows all rows anew, keeping the place: call it when the
// rows have changed.
func (l *VList) Reload() {
	for row := range l.live {
		l.retire(row)
	}
	if l.current >= l.Rows.Len() {
		l.current = -1
	}
	l.arrange(l.Size())
	l.Refresh()
}

// Current returns the row the keyboard is at, -1 if none.
func (l *VList) Current() int { return l.current }

// SetCurrent puts the keyboard's mark on a row and scrolls it into view; -1 takes
// it away.
func (l *VList) SetCurrent(row int) {
	if row < -1 || row >= l.Rows.Len() {
		return
	}
	l.current = row
	if row >= 0 && len(l.tops) > row+1 {
		scrollTo(l.scroll, l.tops[row], l.tops[row+1], revealMargin)
	}
	l.window()
}

// Offset returns how far the list is scrolled, in units.
func (l *VList) Offset() float32 { return l.scroll.Offset.Y }

// ScrollTo scrolls the list to an offset.
func (l *VList) ScrollTo(offset float32) {
	limit := max(0, l.height()-l.scroll.Size().Height)
	l.scroll.ScrollToOffset(fyne.NewPos(0, max(0, min(offset, limit))))
	l.window()
}

// MinSize is small: a list never holds a window open.
func (l *VList) MinSize() fyne.Size { return fyne.NewSize(200, 120) }

// CreateRenderer is called by the toolkit.
func (l *VList) CreateRenderer() fyne.WidgetRenderer {
	r := &vlistRenderer{objects: objects{l.scroll}, list: l}
	r.Layout(l.Size())
	return r
}

// inside tells reveal what the list holds just now.
func (l *VList) inside() []fyne.CanvasObject { return l.body.Objects }

// show scrolls a part of a row into view; the list itself needs none.
func (l *VList) show(object fyne.CanvasObject) {
	if object == fyne.CanvasObject(l) {
		return
	}
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(object).Y - driver.AbsolutePositionForObject(l.body).Y
	scrollTo(l.scroll, top, top+object.Size().Height, revealMargin)
	l.window()
}

// arrange measures every row for the width and fits the scroller to it.
func (l *VList) arrange(size fyne.Size) {
	_, width := span(size.Width)
	count := l.Rows.Len()
	l.tops = make([]float32, count+1)
	y := pageTop
	for row := range count {
		l.tops[row] = y
		y += l.Rows.Height(row, width)
	}
	l.tops[count] = y
	l.scroll.Resize(size)
	l.scroll.Refresh()
	l.ScrollTo(l.scroll.Offset.Y)
}

func (l *VList) height() float32 {
	if len(l.tops) == 0 {
		return 0
	}
	return l.tops[len(l.tops)-1] + pageBottom
}

// rowAt returns the row that stands at a height of the content.
func (l *VList) rowAt(y float32) int {
	count := len(l.tops) - 1
	return max(0, min(count-1, sort.Search(count, func(row int) bool { return l.tops[row+1] > y })))
}

// window builds the rows in sight and puts the others away.
func (l *VList) window() {
	if len(l.tops) < 2 {
		l.body.Objects = nil
		return
	}
	from, view := l.scroll.Offset.Y, l.scroll.Size().Height
	first, last := l.rowAt(from-listSpare), l.rowAt(from+view+listSpare)
	for row := range l.live {
		if row < first || row > last {
			l.retire(row)
		}
	}
	left, width := span(l.scroll.Size().Width)
	seen := make([]fyne.CanvasObject, 0, last-first+2)
	for row := first; row <= last; row++ {
		r := l.liveRow(row)
		put(r, left, l.tops[row], width, l.tops[row+1]-l.tops[row])
		seen = append(seen, r)
	}
	l.mark(left, width)
	l.body.Objects = append(seen, l.ring)
	canvas.Refresh(l.body)
	if l.OnSeen != nil {
		l.OnSeen(first, last)
	}
}

// listSpare is how far beyond the view rows are kept, in units.
const listSpare float32 = 40

func (l *VList) liveRow(row int) *listRow {
	if r, ok := l.live[row]; ok {
		return r
	}
	kind := l.Rows.Kind(row)
	var r *listRow
	if pool := l.pools[kind]; len(pool) > 0 {
		r, l.pools[kind] = pool[len(pool)-1], pool[:len(pool)-1]
	} else {
		r = newListRow(l, kind, l.Rows.New(kind))
	}
	r.set(row, l.Rows.Openable(row))
	l.Rows.Set(row, r.content)
	l.live[row] = r
	return r
}

func (l *VList) retire(row int) {
	r := l.live[row]
	delete(l.live, row)
	l.pools[r.kind] = append(l.pools[r.kind], r)
}

// mark puts the focus ring on the current row.
func (l *VList) mark(left, width float32) {
	on := l.focused && l.current >= 0 && l.current < len(l.tops)-1
	if on {
		top, bottom := l.tops[l.current], l.tops[l.current+1]
		put(l.ring, left, top, width, bottom-top)
	}
	l.ring.on = on
	l.ring.Refresh()
}

type vlistRenderer struct {
	objects
	list *VList
}

func (r *vlistRenderer) Layout(size fyne.Size) { r.list.arrange(size) }
func (r *vlistRenderer) MinSize() fyne.Size    { return r.list.MinSize() }

func (r *vlistRenderer) Refresh() {
	r.list.window()
	for _, row := range r.list.live {
		row.Refresh()
	}
	canvas.Refresh(r.list)
}

// listLayout tells the scroller how high all rows are; window places them.
type listLayout struct{ list *VList }

func (l listLayout) Layout([]fyne.CanvasObject, fyne.Size) {}

func (l listLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, l.list.height())
}

// listRing is the mark of the keyboard on the current row, drawn inside the row
// since rows of a card touch.
type listRing struct {
	widget.BaseWidget
	on bool
}

func (g *listRing) CreateRenderer() fyne.WidgetRenderer {
	g.ExtendBaseWidget(g)
	r := &listRingRenderer{ring: g, line: newRing()}
	r.objects = objects{r.line}
	r.Refresh()
	r.Layout(g.Size())
	return r
}

type listRingRenderer struct {
	objects
	ring *listRing
	line *canvas.Rectangle
}

func (r *listRingRenderer) Layout(size fyne.Size) {
	put(r.line, 2, 2, max(0, size.Width-4), max(0, size.Height-4))
}

func (r *listRingRenderer) MinSize() fyne.Size { return fyne.Size{} }

func (r *listRingRenderer) Refresh() {
	paintRing(r.line, r.ring.on, radiusCard-3)
	canvas.Refresh(r.ring)
}
