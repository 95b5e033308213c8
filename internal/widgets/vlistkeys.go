package widgets

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// FocusGained is called by the toolkit. The mark comes to the row it was on, or
// to the first one in sight.
func (l *VList) FocusGained() {
	l.focused = true
	if l.current < 0 && len(l.tops) > 1 {
		l.current = l.next(l.rowAt(l.scroll.Offset.Y)-1, 1)
	}
	l.window()
}

// FocusLost is called by the toolkit.
func (l *VList) FocusLost() {
	l.focused = false
	l.window()
}

// MouseIn is called by the toolkit; rows show the pointer themselves.
func (l *VList) MouseIn(*desktop.MouseEvent) {}

// MouseOut is called by the toolkit.
func (l *VList) MouseOut() {}

// TypedKey is called by the toolkit.
func (l *VList) TypedKey(key *fyne.KeyEvent) {
	if l.OnKey != nil && l.OnKey(l.current, key) {
		return
	}
	switch key.Name {
	case fyne.KeyDown:
		l.step(l.current, 1)
	case fyne.KeyUp:
		l.stepUp()
	case fyne.KeyHome:
		l.step(-1, 1)
		l.ScrollTo(0)
	case fyne.KeyEnd:
		l.step(l.Rows.Len(), -1)
	case fyne.KeyPageDown:
		l.page(1)
	case fyne.KeyPageUp:
		l.page(-1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		l.open(l.current)
	default:
		passOn(l, key)
	}
}

// next returns the first row to stop at beyond from in a direction, or -1.
func (l *VList) next(from, direction int) int {
	for row := from + direction; row >= 0 && row < l.Rows.Len(); row += direction {
		if l.Rows.Openable(row) {
			return row
		}
	}
	return -1
}

func (l *VList) step(from, direction int) {
	if row := l.next(from, direction); row >= 0 {
		l.SetCurrent(row)
	}
}

// stepUp moves up; above the first row it shows what stands over it.
func (l *VList) stepUp() {
	if l.next(l.current, -1) < 0 {
		l.ScrollTo(0)
		return
	}
	l.step(l.current, -1)
}

// page moves the mark by about the height of the view.
func (l *VList) page(direction int) {
	if len(l.tops) < 2 {
		return
	}
	way := l.scroll.Size().Height * 0.9 * float32(direction)
	row := l.rowAt(l.tops[max(0, l.current)] + way)
	if !l.Rows.Openable(row) {
		if beyond := l.next(row, direction); beyond >= 0 {
			row = beyond
		} else {
			row = l.next(row, -direction)
		}
	}
	if row >= 0 {
		l.SetCurrent(row)
	}
}

func (l *VList) open(row int) {
	if row < 0 || row >= l.Rows.Len() || !l.Rows.Openable(row) {
		return
	}
	l.current = row
	l.window()
	if l.OnOpened != nil {
		l.OnOpened(row)
	}
}

// Hoverer is a row that wants to know whether the pointer is on it, to paint its
// own ground; other rows are left as they are.
type Hoverer interface {
	SetHovered(on bool)
}

// Drawn is a row that is a struct of its own and says which object of the
// toolkit is drawn for it, usually the container it embeds.
type Drawn interface {
	Drawn() fyne.CanvasObject
}

// drawnOf returns what is drawn for a row.
func drawnOf(content fyne.CanvasObject) fyne.CanvasObject {
	switch c := content.(type) {
	case Drawn:
		return c.Drawn()
	case fyne.Widget, *fyne.Container:
		return content
	}
	panic(fmt.Sprintf("widgets: the toolkit draws nothing for a row of type %T; give it a method Drawn", content))
}

// listRow holds the object of one row in sight and takes its taps.
type listRow struct {
	widget.BaseWidget
	list     *VList
	kind     int
	row      int
	openable bool
	content  fyne.CanvasObject
	drawn    fyne.CanvasObject
}

var _ desktop.Hoverable = (*listRow)(nil)

func newListRow(list *VList, kind int, content fyne.CanvasObject) *listRow {
	r := &listRow{list: list, kind: kind, content: content, drawn: drawnOf(content)}
	r.ExtendBaseWidget(r)
	return r
}

// set gives the row object to another row; the pointer is not known to be on it.
func (r *listRow) set(row int, openable bool) {
	r.row, r.openable = row, openable
	r.hover(false)
}

func (r *listRow) hover(on bool) {
	if h, ok := r.content.(Hoverer); ok {
		h.SetHovered(on && r.openable)
	}
}

func (r *listRow) Tapped(*fyne.PointEvent)        { r.list.open(r.row) }
func (r *listRow) MouseIn(*desktop.MouseEvent)    { r.hover(true) }
func (r *listRow) MouseMoved(*desktop.MouseEvent) {}
func (r *listRow) MouseOut()                      { r.hover(false) }

func (r *listRow) inside() []fyne.CanvasObject { return []fyne.CanvasObject{r.drawn} }

func (r *listRow) CreateRenderer() fyne.WidgetRenderer {
	x := &listRowRenderer{objects: objects{r.drawn}, row: r}
	x.Layout(r.Size())
	return x
}

type listRowRenderer struct {
	objects
	row *listRow
}

func (r *listRowRenderer) Layout(size fyne.Size) { r.row.drawn.Resize(size) }
func (r *listRowRenderer) MinSize() fyne.Size    { return fyne.Size{} }

func (r *listRowRenderer) Refresh() {
	r.row.drawn.Refresh()
	canvas.Refresh(r.row)
}
