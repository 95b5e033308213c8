package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Reminder is something to see to on a strip: an icon, what it is, and one line
// about it. The whole of it is the button that leads there.
type Reminder struct {
	control

	Icon, Title, Text string
	OnTapped          func()
}

// The measures of a reminder, in units.
const (
	reminderText float32 = 32 // where the words begin
	reminderPad  float32 = 4  // what the ring and the hover area keep from them
)

// Tapped is called by the toolkit.
func (r *Reminder) Tapped(*fyne.PointEvent) { call(r.OnTapped) }

// TypedKey is called by the toolkit.
func (r *Reminder) TypedKey(key *fyne.KeyEvent) {
	if activates(key) {
		call(r.OnTapped)
		return
	}
	passOn(r, key)
}

// HeightFor returns the height at a width, in which both texts may wrap.
func (r *Reminder) HeightFor(width float32) float32 {
	room := width - reminderText - reminderPad
	title, text := Text{Text: r.Title, Bold: true}, Text{Text: r.Text}
	return title.HeightFor(room) + text.HeightFor(room) + 2*reminderPad
}

// NaturalWidth is the room of the longer text.
func (r *Reminder) NaturalWidth() float32 {
	return reminderText + reminderPad + max(Width(r.Title, Body, true), Width(r.Text, Body, false))
}

// MinSize is narrow: a reminder is as wide as its cell.
func (r *Reminder) MinSize() fyne.Size { return fyne.NewSize(120, r.HeightFor(r.Size().Width)) }

// CreateRenderer is called by the toolkit.
func (r *Reminder) CreateRenderer() fyne.WidgetRenderer {
	r.extend(r)
	d := &reminderRenderer{reminder: r, ring: newRing(), area: newRectangle(), icon: newPicture(), title: &Text{Bold: true}, text: &Text{}}
	d.objects = objects{d.ring, d.area, d.icon.Image, d.title, d.text}
	d.Refresh()
	return d
}

type reminderRenderer struct {
	objects
	reminder    *Reminder
	ring, area  *canvas.Rectangle
	icon        *picture
	title, text *Text
}

func (d *reminderRenderer) MinSize() fyne.Size { return d.reminder.MinSize() }

func (d *reminderRenderer) Layout(size fyne.Size) {
	placeRing(d.ring, 0, 0, size.Width, size.Height)
	put(d.area, 0, 0, size.Width, size.Height)
	put(d.icon, reminderPad, reminderPad, IconLarge, IconLarge)
	room := size.Width - reminderText - reminderPad
	tall := d.title.HeightFor(room)
	put(d.title, reminderText, reminderPad, room, tall)
	put(d.text, reminderText, reminderPad+tall, room, d.text.HeightFor(room))
}

func (d *reminderRenderer) Refresh() {
	r := d.reminder
	d.area.FillColor, d.area.CornerRadius = shade(ColorNone), radiusControl
	if r.hovered {
		d.area.FillColor = shade(ColorLine)
	}
	paintRing(d.ring, r.focused, radiusControl)
	d.icon.show(r.Icon, ColorAccent)
	d.title.Text = r.Title
	d.text.Text, d.text.Color = r.Text, ColorSoft
	d.title.Refresh()
	d.text.Refresh()
	d.Layout(r.Size())
	canvas.Refresh(r)
}
