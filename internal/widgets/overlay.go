package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Overlay shows a panel over everything else, behind it a veil. Escape and, unless
// it is Firm, a click on the veil close it, Tab stays inside, and the keyboard returns to where
// it was. A panel higher than the window scrolls.
type Overlay struct {
	widget.BaseWidget

	Content  fyne.CanvasObject
	Width    float32 // 800 if 0; never wider than the window allows
	First    fyne.Focusable
	OnClosed func()
	Firm     bool   // a click beside it does not close it: something may have been typed
	OnSubmit func() // Ctrl+Enter, wherever in the panel the keyboard is

	canvas fyne.Canvas
	keys   func(*fyne.KeyEvent) // what heard the keys before
	bare   bool                 // a menu: no veil to be seen, and placed by place
	scroll *container.Scroll
	place  func(window fyne.Size) (x, y, width, height float32)
}

// The place of an overlay's panel.
const (
	overlayWidth float32 = 800
	overlayTop   float32 = 88
	overlayEdge  float32 = 24
)

// Open puts the overlay on a canvas and moves the keyboard to First.
func (o *Overlay) Open(on fyne.Canvas) {
	if o.canvas != nil {
		return
	}
	o.ExtendBaseWidget(o)
	o.canvas, o.keys = on, on.OnTypedKey()
	on.SetOnTypedKey(o.typedKey)
	if o.OnSubmit != nil {
		listenForSubmit(on, o.OnSubmit)
	}
	on.Overlays().Add(o)
	if o.First != nil {
		on.Focus(o.First)
	}
}

// besides is called when a click reached the veil. It also lies behind the blank
// spots of the panel, and a click there is none beside it.
func (o *Overlay) besides(at fyne.Position) {
	x, y, width, height := o.box(o.Size())
	inside := at.X >= x && at.X < x+width && at.Y >= y && at.Y < y+height
	if !inside && !o.Firm {
		o.Close()
	}
}

// Close takes the overlay away.
func (o *Overlay) Close() {
	if o.canvas == nil {
		return
	}
	on := o.canvas
	o.canvas = nil
	on.Overlays().Remove(o)
	on.SetOnTypedKey(o.keys)
	if o.OnSubmit != nil {
		ignoreSubmit(on)
	}
	if o.OnClosed != nil {
		o.OnClosed()
	}
}

// IsOpen reports whether the overlay is on a canvas.
func (o *Overlay) IsOpen() bool { return o.canvas != nil }

func (o *Overlay) typedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyEscape:
		o.Close()
	case fyne.KeyUp:
		o.scrollBy(-2 * Body.Pitch())
	case fyne.KeyDown:
		o.scrollBy(2 * Body.Pitch())
	case fyne.KeyPageUp:
		o.scrollBy(-0.9 * o.scroll.Size().Height)
	case fyne.KeyPageDown:
		o.scrollBy(0.9 * o.scroll.Size().Height)
	}
}

// scrollBy scrolls a panel higher than the window, as far as there is more of it.
func (o *Overlay) scrollBy(way float32) {
	limit := max(0, o.scroll.Content.Size().Height-o.scroll.Size().Height)
	o.scroll.ScrollToOffset(fyne.NewPos(0, max(0, min(limit, o.scroll.Offset.Y+way))))
}

// Fit lays the panel out anew; call it after the content has changed.
func (o *Overlay) Fit() {
	if o.canvas != nil {
		o.Refresh()
	}
}

// inside tells reveal what the overlay holds.
func (o *Overlay) inside() []fyne.CanvasObject { return []fyne.CanvasObject{o.Content} }

// show scrolls a part of the panel into view.
func (o *Overlay) show(object fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(object).Y - driver.AbsolutePositionForObject(o.scroll.Content).Y
	scrollTo(o.scroll, top, top+object.Size().Height, 8)
}

// CreateRenderer is called by the toolkit.
func (o *Overlay) CreateRenderer() fyne.WidgetRenderer {
	o.ExtendBaseWidget(o)
	r := &overlayRenderer{overlay: o, veil: &veil{onTapped: o.besides, clear: o.bare}, frame: newFrame()}
	r.body = &fyne.Container{Layout: &insetLayout{}, Objects: []fyne.CanvasObject{o.Content}}
	o.scroll = container.NewVScroll(r.body)
	r.objects = append(objects{r.veil}, r.frame.objects()...)
	r.objects = append(r.objects, o.scroll)
	r.paint()
	r.Layout(o.Size())
	return r
}

type overlayRenderer struct {
	objects
	overlay *Overlay
	veil    *veil
	frame   frame
	body    *fyne.Container
}

func (r *overlayRenderer) MinSize() fyne.Size { return fyne.Size{} }

func (r *overlayRenderer) Layout(size fyne.Size) {
	r.veil.Resize(size)
	x, y, width, height := r.overlay.box(size)
	r.frame.place(x, y, width, height)
	inner := fyne.NewSize(width-2, height-2)
	put(r.overlay.scroll, x+1, y+1, inner.Width, inner.Height)
	r.body.Resize(fyne.NewSize(inner.Width, HeightFor(r.overlay.Content, inner.Width)))
	r.overlay.scroll.Refresh()
}

// box returns where the panel stands in a window of the given size.
func (o *Overlay) box(window fyne.Size) (x, y, width, height float32) {
	if o.place != nil {
		return o.place(window)
	}
	width = o.Width
	if width == 0 {
		width = overlayWidth
	}
	width = min(width, window.Width-2*overlayEdge)
	height = HeightFor(o.Content, width-2) + 2
	y = min(overlayTop, max(overlayEdge, (window.Height-height)/2))
	height = min(height, window.Height-y-overlayEdge)
	return whole((window.Width - width) / 2), whole(y), width, height
}

func (r *overlayRenderer) paint() {
	radius := radiusPanel
	if r.overlay.bare {
		radius = radiusCard
	}
	r.frame.paint(ColorLine2, ColorSurface, radius)
}

func (r *overlayRenderer) Refresh() {
	r.paint()
	r.veil.Refresh()
	r.overlay.Content.Refresh()
	r.Layout(r.overlay.Size())
	canvas.Refresh(r.overlay)
}

// veil covers what lies behind an overlay and keeps the pointer from it.
type veil struct {
	widget.BaseWidget
	onTapped func(at fyne.Position)
	clear    bool
}

var _ desktop.Hoverable = (*veil)(nil)

func (v *veil) Tapped(event *fyne.PointEvent)    { v.onTapped(event.Position) }
func (v *veil) TappedSecondary(*fyne.PointEvent) {}
func (v *veil) MouseIn(*desktop.MouseEvent)      {}
func (v *veil) MouseMoved(*desktop.MouseEvent)   {}
func (v *veil) MouseOut()                        {}

// Scrolled keeps the wheel from what lies behind.
func (v *veil) Scrolled(*fyne.ScrollEvent) {}

func (v *veil) CreateRenderer() fyne.WidgetRenderer {
	v.ExtendBaseWidget(v)
	r := &veilRenderer{veil: v, area: newRectangle()}
	r.objects = objects{r.area}
	r.Refresh()
	r.Layout(v.Size())
	return r
}

type veilRenderer struct {
	objects
	veil *veil
	area *canvas.Rectangle
}

func (r *veilRenderer) Layout(size fyne.Size) { r.area.Resize(size) }
func (r *veilRenderer) MinSize() fyne.Size    { return fyne.Size{} }

func (r *veilRenderer) Refresh() {
	name := ColorVeil
	if r.veil.clear {
		name = ColorNone
	}
	r.area.FillColor = shade(name)
	canvas.Refresh(r.veil)
}
