package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Role says how much a button asks for attention.
type Role int

// The roles. A screen has one primary button, besides the one in the rail.
const (
	Normal Role = iota
	Primary
	Quiet // words only
)

// Button does something when it is clicked, or by Space or Enter.
//
// A locked button cannot be used yet; say the reason in words beneath it.
type Button struct {
	control

	Text     string
	Icon     string // before the words
	Trail    string // an icon behind the words
	Hint     string // the key that does the same, in small letters behind the words
	Role     Role
	Tall     bool // 40 high: the button that moves on
	Leading  bool // the words begin at the left instead of standing in the middle
	Locked   bool
	OnTapped func()
}

// NewButton returns a normal button.
func NewButton(text string, tapped func()) *Button { return &Button{Text: text, OnTapped: tapped} }

// Tapped is called by the toolkit.
func (b *Button) Tapped(*fyne.PointEvent) { b.press() }

// TypedKey is called by the toolkit.
func (b *Button) TypedKey(key *fyne.KeyEvent) {
	if activates(key) {
		b.press()
		return
	}
	passOn(b, key)
}

func (b *Button) press() {
	if !b.Locked && b.OnTapped != nil {
		b.OnTapped()
	}
}

// Disabled reports whether the button is locked; the keyboard then passes it by.
func (b *Button) Disabled() bool { return b.Locked }

// Disable locks the button.
func (b *Button) Disable() { b.lock(true) }

// Enable unlocks the button.
func (b *Button) Enable() { b.lock(false) }

func (b *Button) lock(locked bool) {
	b.Locked = locked
	b.Refresh()
}

// MinSize is the room of words, icons and padding.
func (b *Button) MinSize() fyne.Size {
	return fyne.NewSize(2*b.padding()+b.inner(), b.height())
}

func (b *Button) height() float32 {
	if b.Tall {
		return 40
	}
	return 32
}

func (b *Button) padding() float32 {
	switch {
	case b.Role == Quiet:
		return 8
	case b.Tall:
		return 17
	default:
		return 13
	}
}

// inner is the width of everything between the paddings.
func (b *Button) inner() float32 {
	width := Width(b.Text, Body, b.bold())
	if b.icon() != "" {
		width += IconSmall + 8
	}
	if b.Trail != "" {
		width += IconSmall + 8
	}
	if b.Hint != "" {
		width += Width(b.Hint, Label, false) + 8
	}
	return width
}

func (b *Button) bold() bool { return b.Role == Primary && !b.Locked }

func (b *Button) icon() string {
	if b.Locked {
		return "lock"
	}
	return b.Icon
}

// look is the colours of a control in its present state.
type look struct {
	edge, fill, text fyne.ThemeColorName
}

func (b *Button) look() look {
	switch {
	case b.Locked:
		return look{ColorLine2, ColorSunken, ColorSoft}
	case b.Role == Primary && b.hovered:
		return look{ColorNone, ColorDeep, ColorOn}
	case b.Role == Primary:
		return look{ColorNone, ColorAccent, ColorOn}
	case b.Role == Quiet && b.hovered:
		return look{ColorNone, ColorSunken, ColorAccent}
	case b.Role == Quiet:
		return look{ColorNone, ColorNone, ColorAccent}
	case b.hovered:
		return look{ColorLine2, ColorSunken, ColorInk}
	default:
		return look{ColorLine2, ColorSurface, ColorInk}
	}
}

// CreateRenderer is called by the toolkit.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	b.extend(b)
	r := &buttonRenderer{
		button: b, ring: newRing(), frame: newFrame(), icon: newPicture(), trail: newPicture(),
		text: newCaption(Body), hint: newCaption(Label),
	}
	r.objects = append(objects{r.ring}, r.frame.objects()...)
	r.objects = append(r.objects, r.icon.Image, r.trail.Image, r.text.Text, r.hint.Text)
	r.Refresh()
	return r
}

type buttonRenderer struct {
	objects
	button      *Button
	ring        *canvas.Rectangle
	frame       frame
	icon, trail *picture
	text, hint  caption
}

func (r *buttonRenderer) MinSize() fyne.Size { return r.button.MinSize() }

func (r *buttonRenderer) Layout(size fyne.Size) {
	b := r.button
	height := min(size.Height, b.height())
	top := whole((size.Height - height) / 2)
	placeRing(r.ring, 0, top, size.Width, height)
	r.frame.place(0, top, size.Width, height)

	x := b.padding()
	if !b.Leading {
		x = max(b.padding(), whole((size.Width-b.inner())/2))
	}
	iconTop := top + (height-IconSmall)/2
	if b.icon() != "" {
		put(r.icon, x, iconTop, IconSmall, IconSmall)
		x += IconSmall + 8
	}
	r.text.placeMiddle(x, top, height)
	x += r.text.width() + 8
	if b.Hint != "" {
		if b.Leading {
			x = size.Width - b.padding() - r.hint.width()
		}
		r.hint.placeBeside(r.text, x)
		x += r.hint.width() + 8
	}
	put(r.trail, x, iconTop, IconSmall, IconSmall)
}

func (r *buttonRenderer) Refresh() {
	b := r.button
	look := b.look()
	r.frame.paint(look.edge, look.fill, radiusControl)
	paintRing(r.ring, b.focused && !b.Locked, radiusControl)
	r.text.say(b.Text, b.bold(), look.text)
	hint := look.text
	if b.Role == Normal {
		hint = ColorMuted
	}
	if b.hovered && b.Role == Normal {
		hint = ColorSoft
	}
	r.hint.say(b.Hint, false, hint)
	iconColor := look.text
	if b.Role == Normal && !b.Locked {
		iconColor = ColorSoft
	}
	r.icon.show(b.icon(), iconColor)
	r.trail.show(b.Trail, iconColor)
	r.Layout(b.Size())
	canvas.Refresh(b)
}
