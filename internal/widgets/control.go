package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// control is what every part has in common that is clicked and typed at: it
// knows whether the keyboard and the pointer are on it. A tap does not move the
// keyboard; Tab does.
type control struct {
	widget.BaseWidget
	focused, hovered bool
	self             fyne.Widget
}

var _ desktop.Hoverable = (*control)(nil)

// extend says which part this control is within.
func (c *control) extend(self fyne.Widget) {
	c.self = self
	c.ExtendBaseWidget(self)
}

// FocusGained is called by the toolkit when the keyboard comes to the part. If it
// stands outside what is scrolled into view, it is scrolled in.
func (c *control) FocusGained() {
	c.focused = true
	c.Refresh()
	reveal(c.self)
}

// FocusLost is called by the toolkit when the keyboard leaves.
func (c *control) FocusLost() {
	c.focused = false
	c.Refresh()
}

// TypedRune is called by the toolkit; parts without text have no use for it.
func (c *control) TypedRune(rune) {}

// MouseIn is called by the toolkit when the pointer comes.
func (c *control) MouseIn(*desktop.MouseEvent) {
	c.hovered = true
	c.Refresh()
}

// MouseMoved is called by the toolkit while the pointer is over the part.
func (c *control) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by the toolkit when the pointer leaves.
func (c *control) MouseOut() {
	c.hovered = false
	c.Refresh()
}

// activates reports whether a key does what a click does.
func activates(key *fyne.KeyEvent) bool {
	return key.Name == fyne.KeySpace || key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter
}

// passOn hands a key a focused part has no use for to the canvas, which the
// toolkit asks only while nothing is focused. So Escape closes an overlay
// wherever in it the keyboard is.
func passOn(from fyne.CanvasObject, key *fyne.KeyEvent) {
	canvas := canvasOf(from)
	if canvas == nil {
		return
	}
	if handle := canvas.OnTypedKey(); handle != nil {
		handle(key)
	}
}

func canvasOf(object fyne.CanvasObject) fyne.Canvas {
	if object == nil {
		return nil
	}
	return fyne.CurrentApp().Driver().CanvasForObject(object)
}

// focusable is a part the keyboard can be moved to.
type focusable interface {
	fyne.CanvasObject
	fyne.Focusable
}

// focus moves the keyboard to a part.
func focus(part focusable) {
	if canvas := canvasOf(part); canvas != nil {
		canvas.Focus(part)
	}
}
