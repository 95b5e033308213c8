package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
)

// Toast says what was just done and offers to undo it. Its frame shows it at the
// bottom left of the content; whoever shows it takes it away again after six
// seconds, since only the shell may wait.
type Toast struct {
	control

	Text     string
	Action   string // "Undo"; "" offers nothing
	OnAction func()
}

// Tapped is called by the toolkit; the whole toast is the button.
func (t *Toast) Tapped(*fyne.PointEvent) { t.act() }

// TypedKey is called by the toolkit.
func (t *Toast) TypedKey(key *fyne.KeyEvent) {
	if activates(key) {
		t.act()
		return
	}
	passOn(t, key)
}

func (t *Toast) act() {
	if t.Action != "" && t.OnAction != nil {
		t.OnAction()
	}
}

var _ desktop.Cursorable = (*Toast)(nil)

// Cursor is called by the toolkit.
func (t *Toast) Cursor() desktop.Cursor {
	if t.Action == "" {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// Disabled reports that there is nothing to press; the keyboard then passes by.
func (t *Toast) Disabled() bool { return t.Action == "" }

// Enable is part of being passed by; a toast follows its Action.
func (t *Toast) Enable() {}

// Disable is part of being passed by; a toast follows its Action.
func (t *Toast) Disable() {}

// toastWidest is where the words of a toast are cut.
const toastWidest float32 = 560

// MinSize is the room of words and action.
func (t *Toast) MinSize() fyne.Size {
	width := 32 + min(toastWidest, Width(t.Text, Body, false))
	if t.Action != "" {
		width += 24 + Width(t.Action, Body, true)
	}
	return fyne.NewSize(width, 40)
}

// CreateRenderer is called by the toolkit.
func (t *Toast) CreateRenderer() fyne.WidgetRenderer {
	t.extend(t)
	r := &toastRenderer{toast: t, ring: newRing(), area: newRectangle(), text: newCaption(Body), action: newCaption(Body), line: newRectangle()}
	r.objects = objects{r.ring, r.area, r.text.Text, r.action.Text, r.line}
	r.Refresh()
	return r
}

type toastRenderer struct {
	objects
	toast        *Toast
	ring         *canvas.Rectangle
	area, line   *canvas.Rectangle
	text, action caption
}

func (r *toastRenderer) MinSize() fyne.Size { return r.toast.MinSize() }

func (r *toastRenderer) Layout(size fyne.Size) {
	placeRing(r.ring, 0, 0, size.Width, size.Height)
	r.area.Resize(size)
	room := size.Width - 32
	if r.toast.Action != "" {
		room -= 24 + r.action.width()
	}
	r.text.Text.Text = Elide(r.toast.Text, room, Body, false)
	r.text.placeMiddle(16, 0, size.Height)
	at := size.Width - 16 - r.action.width()
	r.action.placeMiddle(at, 0, size.Height)
	put(r.line, at, whole(size.Height/2)+9, r.action.width(), 1)
}

func (r *toastRenderer) Refresh() {
	t := r.toast
	r.area.FillColor, r.area.CornerRadius = shade(ColorInk), radiusCard
	r.text.say(t.Text, false, ColorGround)
	r.action.say(t.Action, true, ColorGround)
	r.line.FillColor = shade(ColorGround)
	r.line.Hidden = t.Action == "" || !t.hovered
	paintRing(r.ring, t.focused, radiusCard)
	r.Layout(t.Size())
	canvas.Refresh(t)
}
