package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Option is a large button for one of a few ways to go on: an icon, what it is
// called, and one line about it.
type Option struct {
	control

	Icon, Title, Text string
	Primary           bool // the way most people want
	OnTapped          func()
}

// The measures of an option, in units.
const (
	optionLeast float32 = 76
	optionTop   float32 = 16 // the room above the words
	optionText  float32 = 56 // where the words begin
	optionRight float32 = 48 // the room of the chevron
)

// Tapped is called by the toolkit.
func (o *Option) Tapped(*fyne.PointEvent) { call(o.OnTapped) }

// TypedKey is called by the toolkit.
func (o *Option) TypedKey(key *fyne.KeyEvent) {
	if activates(key) {
		call(o.OnTapped)
		return
	}
	passOn(o, key)
}

// HeightFor returns the height at a width, in which the line may wrap.
func (o *Option) HeightFor(width float32) float32 {
	line := Text{Text: o.Text}
	return max(optionLeast, 2*optionTop+Lead.Pitch()+line.HeightFor(width-optionText-optionRight))
}

// NaturalWidth is the column options stand in.
func (o *Option) NaturalWidth() float32 { return 520 }

// MinSize is narrow: an option is as wide as its column.
func (o *Option) MinSize() fyne.Size { return fyne.NewSize(200, o.HeightFor(o.Size().Width)) }

// CreateRenderer is called by the toolkit.
func (o *Option) CreateRenderer() fyne.WidgetRenderer {
	o.extend(o)
	r := &optionRenderer{option: o, ring: newRing(), frame: newFrame(), icon: newPicture(), chevron: newPicture(), title: newCaption(Lead), text: &Text{}}
	r.objects = append(objects{r.ring}, r.frame.objects()...)
	r.objects = append(r.objects, r.icon.Image, r.title.Text, r.text, r.chevron.Image)
	r.Refresh()
	return r
}

type optionRenderer struct {
	objects
	option        *Option
	ring          *canvas.Rectangle
	frame         frame
	icon, chevron *picture
	title         caption
	text          *Text
}

func (r *optionRenderer) MinSize() fyne.Size { return r.option.MinSize() }

func (r *optionRenderer) Layout(size fyne.Size) {
	placeRing(r.ring, 0, 0, size.Width, size.Height)
	r.frame.place(0, 0, size.Width, size.Height)
	room := size.Width - optionText - optionRight
	tall := r.text.HeightFor(room)
	top := min(optionTop, (size.Height-Lead.Pitch()-tall)/2) // options beside one another begin alike
	put(r.icon, 24, (size.Height-IconLarge)/2, IconLarge, IconLarge)
	r.title.place(optionText, whole(top))
	put(r.text, optionText, top+Lead.Pitch(), room, tall)
	put(r.chevron, size.Width-36, (size.Height-IconSmall)/2, IconSmall, IconSmall)
}

func (r *optionRenderer) Refresh() {
	o := r.option
	look, icon, words := look{ColorLine, ColorSurface, ColorInk}, ColorAccent, ColorSoft
	if o.hovered {
		look.fill = ColorSunken
	}
	if o.Primary {
		look.edge, look.fill, look.text = ColorNone, ColorAccent, ColorOn
		icon, words = ColorOn, ColorOn
		if o.hovered {
			look.fill = ColorDeep
		}
	}
	r.frame.paint(look.edge, look.fill, radiusCard)
	paintRing(r.ring, o.focused, radiusCard)
	r.icon.show(o.Icon, icon)
	r.chevron.show("right", icon)
	r.title.say(o.Title, true, look.text)
	r.text.Text, r.text.Color = o.Text, words
	r.text.Refresh()
	r.Layout(o.Size())
	canvas.Refresh(o)
}
