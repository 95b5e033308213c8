package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
)

// Link is a word that leads somewhere. With Icon "left" it is the way back out of
// a thing inside another.
type Link struct {
	control

	Text     string
	Icon     string
	Align    fyne.TextAlign
	OnTapped func()
}

// NewLink returns a link.
func NewLink(text string, tapped func()) *Link { return &Link{Text: text, OnTapped: tapped} }

// BackLink returns the link that leads back to where one came from.
func BackLink(text string, tapped func()) *Link {
	return &Link{Text: text, Icon: "left", OnTapped: tapped}
}

var _ desktop.Cursorable = (*Link)(nil)

// Cursor is called by the toolkit.
func (l *Link) Cursor() desktop.Cursor { return desktop.PointerCursor }

// Tapped is called by the toolkit.
func (l *Link) Tapped(*fyne.PointEvent) { l.follow() }

// TypedKey is called by the toolkit.
func (l *Link) TypedKey(key *fyne.KeyEvent) {
	if activates(key) {
		l.follow()
		return
	}
	passOn(l, key)
}

func (l *Link) follow() {
	if l.OnTapped != nil {
		l.OnTapped()
	}
}

// MinSize is the room of the words, in a line of body text.
func (l *Link) MinSize() fyne.Size { return fyne.NewSize(l.inner(), Body.Pitch()) }

func (l *Link) inner() float32 {
	width := Width(l.Text, Body, false)
	if l.Icon != "" {
		width += IconSmall + 2
	}
	return width
}

// CreateRenderer is called by the toolkit.
func (l *Link) CreateRenderer() fyne.WidgetRenderer {
	l.extend(l)
	r := &linkRenderer{link: l, ring: newRing(), line: newRectangle(), icon: newPicture(), text: newCaption(Body)}
	r.objects = objects{r.ring, r.line, r.icon.Image, r.text.Text}
	r.Refresh()
	return r
}

type linkRenderer struct {
	objects
	link *Link
	ring *canvas.Rectangle
	line *canvas.Rectangle // under the words while the pointer is there
	icon *picture
	text caption
}

func (r *linkRenderer) MinSize() fyne.Size { return r.link.MinSize() }

func (r *linkRenderer) Layout(size fyne.Size) {
	width := r.link.inner()
	left := float32(0)
	switch r.link.Align {
	case fyne.TextAlignTrailing:
		left = size.Width - width
	case fyne.TextAlignCenter:
		left = whole((size.Width - width) / 2)
	}
	top := whole((size.Height - Body.Pitch()) / 2)
	placeRing(r.ring, left, top, width, Body.Pitch())
	x := left
	if r.link.Icon != "" {
		put(r.icon, x-4, top+2, IconSmall, IconSmall)
		x += IconSmall - 2
	}
	r.text.place(x, top)
	put(r.line, x, top+Body.Pitch()-2, r.text.width(), 1)
}

func (r *linkRenderer) Refresh() {
	l := r.link
	r.text.say(l.Text, false, ColorAccent)
	r.icon.show(l.Icon, ColorAccent)
	r.line.FillColor = shade(ColorAccent)
	r.line.Hidden = !l.hovered
	paintRing(r.ring, l.focused, radiusBar)
	r.Layout(l.Size())
	canvas.Refresh(l)
}
