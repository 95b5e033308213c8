package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// frame is an edge one unit wide with a filling, as two nested rectangles: a
// stroke of one unit is blurred by the software painter, two fills are sharp in
// every painter.
type frame struct {
	edge, fill *canvas.Rectangle
}

func newFrame() frame { return frame{edge: newRectangle(), fill: newRectangle()} }

func (f frame) objects() []fyne.CanvasObject { return []fyne.CanvasObject{f.edge, f.fill} }

func (f frame) place(x, y, width, height float32) {
	put(f.edge, x, y, width, height)
	put(f.fill, x+1, y+1, max(0, width-2), max(0, height-2))
}

// paint sets the colours; with no edge the filling covers all of it.
func (f frame) paint(edge, fill fyne.ThemeColorName, radius float32) {
	if edge == ColorNone {
		edge = fill
	}
	f.edge.FillColor, f.edge.CornerRadius = shade(edge), radius
	f.fill.FillColor, f.fill.CornerRadius = shade(fill), max(0, radius-1)
}

// newRing returns the mark of keyboard focus: two units of accent, two outside
// the part it belongs to. Leave four units free around whatever can be focused.
func newRing() *canvas.Rectangle {
	ring := newRectangle()
	ring.StrokeWidth = 2
	ring.Hide()
	return ring
}

func placeRing(ring *canvas.Rectangle, x, y, width, height float32) {
	put(ring, x-3, y-3, width+6, height+6)
}

func paintRing(ring *canvas.Rectangle, on bool, radius float32) {
	ring.StrokeColor, ring.CornerRadius = shade(ColorAccent), radius+3
	ring.Hidden = !on
}

// objects holds what a renderer draws; renderers embed it.
type objects []fyne.CanvasObject

func (o objects) Objects() []fyne.CanvasObject { return o }
func (o objects) Destroy()                     {}

// Backdrop is a plain area of one colour that follows the theme.
type Backdrop struct {
	widget.BaseWidget
	Color  fyne.ThemeColorName
	Radius float32
}

// MinSize is nothing: a backdrop is as large as what lies on it.
func (b *Backdrop) MinSize() fyne.Size { return fyne.Size{} }

// CreateRenderer is called by the toolkit.
func (b *Backdrop) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	r := &backdropRenderer{backdrop: b, area: newRectangle()}
	r.objects = objects{r.area}
	r.Refresh()
	r.Layout(b.Size())
	return r
}

type backdropRenderer struct {
	objects
	backdrop *Backdrop
	area     *canvas.Rectangle
}

func (r *backdropRenderer) Layout(size fyne.Size) { r.area.Resize(size) }
func (r *backdropRenderer) MinSize() fyne.Size    { return fyne.Size{} }

func (r *backdropRenderer) Refresh() {
	r.area.FillColor, r.area.CornerRadius = shade(r.backdrop.Color), r.backdrop.Radius
	canvas.Refresh(r.backdrop)
}

// Hairline is a line one unit thick. It is horizontal where it is laid out one
// below the other, vertical with Upright set.
type Hairline struct {
	widget.BaseWidget
	Upright bool
	Strong  bool // the stronger line, above totals and for axes
}

// MinSize is one unit across.
func (h *Hairline) MinSize() fyne.Size { return fyne.NewSize(1, 1) }

// CreateRenderer is called by the toolkit.
func (h *Hairline) CreateRenderer() fyne.WidgetRenderer {
	h.ExtendBaseWidget(h)
	r := &hairlineRenderer{hairline: h, line: newRectangle()}
	r.objects = objects{r.line}
	r.Refresh()
	r.Layout(h.Size())
	return r
}

type hairlineRenderer struct {
	objects
	hairline *Hairline
	line     *canvas.Rectangle
}

func (r *hairlineRenderer) Layout(size fyne.Size) {
	if r.hairline.Upright {
		r.line.Resize(fyne.NewSize(1, size.Height))
		return
	}
	r.line.Resize(fyne.NewSize(size.Width, 1))
}

func (r *hairlineRenderer) MinSize() fyne.Size { return r.hairline.MinSize() }

func (r *hairlineRenderer) Refresh() {
	name := ColorLine
	if r.hairline.Strong {
		name = ColorLine2
	}
	r.line.FillColor = shade(name)
	canvas.Refresh(r.hairline)
}
