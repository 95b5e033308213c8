package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// MenuItem is one line of a menu.
type MenuItem struct {
	Text string
	Note string // in muted letters at the right
	Icon string
}

// Menu offers alternatives below a part: the values of a chip, the options of a
// Choice. Up and Down move, Enter chooses, letters jump, Escape closes.
type Menu struct {
	control

	Items    []MenuItem
	Current  int // the line the menu begins at, marked as chosen
	OnChosen func(index int)
	OnClosed func()

	chosen  int
	overlay *Overlay
}

const (
	menuRow  float32 = 32
	menuPad  float32 = 4
	menuTall         = 10 // rows before it scrolls
)

// ShowBelow opens the menu below a part, or above it where there is no room.
func (m *Menu) ShowBelow(part fyne.CanvasObject) {
	on := canvasOf(part)
	if on == nil || len(m.Items) == 0 {
		return
	}
	m.chosen = m.Current
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(part)
	m.overlay = &Overlay{Content: m, First: m, OnClosed: m.OnClosed, bare: true}
	m.overlay.place = func(window fyne.Size) (x, y, width, height float32) {
		return m.place(window, at, part.Size())
	}
	m.overlay.Open(on)
	if m.Current >= 0 {
		m.move(m.Current)
	}
}

func (m *Menu) place(window fyne.Size, at fyne.Position, part fyne.Size) (x, y, width, height float32) {
	width = min(max(m.MinSize().Width+2, part.Width), window.Width-16)
	height = min(m.MinSize().Height, menuTall*menuRow+2*menuPad) + 2
	x = min(at.X, window.Width-8-width)
	y = at.Y + part.Height + 4
	if y+height > window.Height-8 {
		y = max(8, at.Y-4-height)
		height = min(height, window.Height-8-y)
	}
	return whole(x), whole(y), width, height
}

// Close closes the menu and chooses nothing.
func (m *Menu) Close() {
	if m.overlay != nil {
		m.overlay.Close()
	}
}

func (m *Menu) choose(index int) {
	m.Close()
	if m.OnChosen != nil && index >= 0 && index < len(m.Items) {
		m.OnChosen(index)
	}
}

// Tapped is called by the toolkit.
func (m *Menu) Tapped(event *fyne.PointEvent) { m.choose(m.at(event.Position)) }

func (m *Menu) at(position fyne.Position) int { return int((position.Y - menuPad) / menuRow) }

// TypedKey is called by the toolkit.
func (m *Menu) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyDown:
		m.move(m.Current + 1)
	case fyne.KeyUp:
		m.move(m.Current - 1)
	case fyne.KeyHome:
		m.move(0)
	case fyne.KeyEnd:
		m.move(len(m.Items) - 1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		m.choose(m.Current)
	default:
		passOn(m, key)
	}
}

// TypedRune jumps to the next line that begins with the letter.
func (m *Menu) TypedRune(letter rune) {
	for i := range m.Items {
		next := (max(0, m.Current) + 1 + i) % len(m.Items)
		if beginsWith(m.Items[next].Text, letter) {
			m.move(next)
			return
		}
	}
}

func (m *Menu) move(to int) {
	m.Current = max(0, min(len(m.Items)-1, to))
	m.Refresh()
	if m.overlay != nil && m.overlay.scroll != nil {
		top := menuPad + menuRow*float32(m.Current)
		scrollTo(m.overlay.scroll, top, top+menuRow, menuPad)
	}
}

// MinSize is the room of all lines.
func (m *Menu) MinSize() fyne.Size {
	var widest float32
	for _, item := range m.Items {
		width := Width(item.Text, Body, true) + 24 + IconSmall + 8
		if item.Note != "" {
			width += Width(item.Note, Label, false) + 24
		}
		if item.Icon != "" {
			width += IconSmall + 8
		}
		widest = max(widest, width)
	}
	return fyne.NewSize(widest, menuRow*float32(len(m.Items))+2*menuPad)
}

// CreateRenderer is called by the toolkit.
func (m *Menu) CreateRenderer() fyne.WidgetRenderer {
	m.extend(m)
	r := &menuRenderer{menu: m, cursor: newRectangle()}
	for range m.Items {
		r.rows = append(r.rows, menuLine{newCaption(Body), newCaption(Label), newPicture(), newPicture()})
	}
	r.Refresh()
	return r
}

type menuRenderer struct {
	menu   *Menu
	cursor *canvas.Rectangle // behind the current line
	rows   []menuLine
}

type menuLine struct {
	text, note caption
	icon, tick *picture
}

func (r *menuRenderer) MinSize() fyne.Size { return r.menu.MinSize() }
func (r *menuRenderer) Destroy()           {}

func (r *menuRenderer) Objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{r.cursor}
	for _, row := range r.rows {
		all = append(all, row.text.Text, row.note.Text, row.icon.Image, row.tick.Image)
	}
	return all
}

func (r *menuRenderer) Layout(size fyne.Size) {
	m := r.menu
	put(r.cursor, menuPad, menuPad+menuRow*float32(max(0, m.Current)), size.Width-2*menuPad, menuRow)
	for i, row := range r.rows {
		top := menuPad + menuRow*float32(i)
		x := float32(12)
		put(row.tick, x, top+8, IconSmall, IconSmall)
		x += IconSmall + 8
		if m.Items[i].Icon != "" {
			put(row.icon, x, top+8, IconSmall, IconSmall)
			x += IconSmall + 8
		}
		row.text.placeMiddle(x, top, menuRow)
		row.note.placeBeside(row.text, size.Width-12-row.note.width())
	}
}

func (r *menuRenderer) Refresh() {
	m := r.menu
	r.cursor.FillColor, r.cursor.CornerRadius = shade(ColorSunken), radiusControl
	r.cursor.Hidden = m.Current < 0
	for i, row := range r.rows {
		item := m.Items[i]
		row.text.say(item.Text, i == m.chosen, ColorInk)
		row.note.say(item.Note, false, ColorSoft)
		row.icon.show(item.Icon, ColorSoft)
		row.tick.show("tick", ColorAccent)
		row.tick.Hidden = i != m.chosen
	}
	r.Layout(m.Size())
	canvas.Refresh(m)
}
