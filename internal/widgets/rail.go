package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// RailItem is a place of the program.
type RailItem struct {
	Icon, Text string
}

// Rail is the column at the left of the window: name, the button that logs, the
// places, and at its foot Settings, the book and where it is saved.
type Rail struct {
	widget.BaseWidget

	Name     string // of the program
	Log      string // the words of the log button
	Find     string // the words of the find button; "" shows none
	FindHint string
	Items    []RailItem
	Foot     []RailItem // above the hairline at the foot; counted on from Items
	Selected int        // -1 for none
	Book     string
	Place    string // where the book is saved

	On RailEvents
}

// RailEvents is what a rail can be asked for.
type RailEvents struct {
	Log, Find func()
	Go        func(item int)
}

// The measures of the rail, in units.
const (
	RailWidth float32 = 200
	railPad   float32 = 12
	railItem  float32 = 36
	railPitch float32 = 38
)

// Select marks the place one is at.
func (r *Rail) Select(item int) {
	r.Selected = item
	r.Refresh()
}

// MinSize is the rail's width; it can be short, then the places stay.
func (r *Rail) MinSize() fyne.Size { return fyne.NewSize(RailWidth, 360) }

// CreateRenderer is called by the toolkit.
func (r *Rail) CreateRenderer() fyne.WidgetRenderer {
	r.ExtendBaseWidget(r)
	x := &railRenderer{
		rail: r, logo: newRectangle(), mark: newPicture(), edge: newRectangle(), line: newRectangle(),
		name: newCaption(Lead), book: newCaption(Body), place: newCaption(Label),
		log:  &railButton{icon: "log", primary: true},
		find: &railButton{icon: "search", framed: true},
	}
	x.log.onTapped = func() { call(r.On.Log) }
	x.find.onTapped = func() { call(r.On.Find) }
	for i, item := range append(append([]RailItem(nil), r.Items...), r.Foot...) {
		x.items = append(x.items, &railButton{icon: item.Icon, text: item.Text, onTapped: func() { r.goTo(i) }})
	}
	x.objects = objects{x.edge, x.line, x.logo, x.mark.Image, x.name.Text, x.log, x.find}
	for _, item := range x.items {
		x.objects = append(x.objects, item)
	}
	x.objects = append(x.objects, x.book.Text, x.place.Text)
	x.say()
	x.Layout(r.Size())
	return x
}

func (r *Rail) goTo(item int) {
	if r.On.Go != nil {
		r.On.Go(item)
	}
}

func call(f func()) {
	if f != nil {
		f()
	}
}

type railRenderer struct {
	objects
	rail              *Rail
	logo, edge, line  *canvas.Rectangle
	mark              *picture
	name, book, place caption
	log, find         *railButton
	items             []*railButton
}

func (x *railRenderer) MinSize() fyne.Size { return x.rail.MinSize() }

func (x *railRenderer) Layout(size fyne.Size) {
	r := x.rail
	put(x.edge, RailWidth-1, 0, 1, size.Height)
	put(x.logo, 20, 22, 24, 24)
	put(x.mark, 22, 24, IconLarge, IconLarge)
	x.name.place(54, 22)
	inner := RailWidth - 1 - 2*railPad
	put(x.log, railPad, 68, inner, railItem)
	y := float32(112)
	if r.Find != "" {
		put(x.find, railPad, y, inner, railItem)
		y += railItem + 8
	}
	y += 12
	for i := range r.Items {
		put(x.items[i], railPad, y, inner, railItem)
		y += railPitch
	}
	x.layoutFoot(size.Height, inner)
}

func (x *railRenderer) layoutFoot(height, inner float32) {
	line := height - 69
	put(x.line, railPad, line, inner, 1)
	x.book.say(Elide(x.rail.Book, inner-24, Body, false), false, ColorInk)
	x.setFoot(line)
	for i := range x.rail.Foot {
		fromBottom := float32(len(x.rail.Foot) - i)
		put(x.items[len(x.rail.Items)+i], railPad, line-8-railPitch*fromBottom, inner, railItem)
	}
}

// setFoot sets the two lines at the foot.
func (x *railRenderer) setFoot(line float32) {
	x.book.place(24, line+14)
	x.place.say(Elide(x.rail.Place, RailWidth-1-48, Label, false), false, ColorMuted)
	x.place.place(24, line+33)
}

func (x *railRenderer) say() {
	r := x.rail
	x.edge.FillColor, x.line.FillColor = shade(ColorLine), shade(ColorLine)
	x.logo.FillColor, x.logo.CornerRadius = shade(ColorAccent), radiusControl
	x.mark.show("logo", ColorOn)
	x.name.say(r.Name, true, ColorInk)
	x.log.text, x.find.text, x.find.hint = r.Log, r.Find, r.FindHint
	x.find.Hidden = r.Find == ""
	for i, item := range x.items {
		item.active = i == r.Selected
		if i < len(r.Items) {
			item.text = r.Items[i].Text
		} else {
			item.text = r.Foot[i-len(r.Items)].Text
		}
	}
}

func (x *railRenderer) Refresh() {
	x.say()
	for _, b := range append([]*railButton{x.log, x.find}, x.items...) {
		b.Refresh()
	}
	x.Layout(x.rail.Size())
	canvas.Refresh(x.rail)
}

// railButton is one line of the rail.
type railButton struct {
	control
	icon, text, hint        string
	primary, framed, active bool
	onTapped                func()
}

func (b *railButton) Tapped(*fyne.PointEvent) { b.onTapped() }

func (b *railButton) TypedKey(key *fyne.KeyEvent) {
	if activates(key) {
		b.onTapped()
		return
	}
	passOn(b, key)
}

func (b *railButton) MinSize() fyne.Size { return fyne.NewSize(RailWidth-1-2*railPad, railItem) }

func (b *railButton) CreateRenderer() fyne.WidgetRenderer {
	b.extend(b)
	r := &railButtonRenderer{button: b, ring: newRing(), frame: newFrame(), icon: newPicture(), text: newCaption(Body), hint: newCaption(Label)}
	r.objects = append(objects{r.ring}, r.frame.objects()...)
	r.objects = append(r.objects, r.icon.Image, r.text.Text, r.hint.Text)
	r.Refresh()
	return r
}

type railButtonRenderer struct {
	objects
	button     *railButton
	ring       *canvas.Rectangle
	frame      frame
	icon       *picture
	text, hint caption
}

func (r *railButtonRenderer) MinSize() fyne.Size { return r.button.MinSize() }

func (r *railButtonRenderer) Layout(size fyne.Size) {
	placeRing(r.ring, 0, 0, size.Width, railItem)
	r.frame.place(0, 0, size.Width, railItem)
	put(r.icon, 13, 8, IconLarge, IconLarge)
	r.text.placeMiddle(45, 0, railItem)
	r.hint.placeBeside(r.text, size.Width-13-r.hint.width())
}

// look returns the colours and the icon's colour.
func (b *railButton) look() (look, fyne.ThemeColorName) {
	switch {
	case b.primary && b.hovered:
		return look{ColorNone, ColorDeep, ColorOn}, ColorOn
	case b.primary:
		return look{ColorNone, ColorAccent, ColorOn}, ColorOn
	case b.active:
		return look{ColorLine, ColorSurface, ColorInk}, ColorAccent
	case b.framed && !b.hovered:
		return look{ColorLine, ColorSurface, ColorSoft}, ColorSoft
	case b.hovered:
		return look{ColorNone, ColorSunken, ColorSoft}, ColorSoft
	default:
		return look{ColorNone, ColorNone, ColorSoft}, ColorSoft
	}
}

func (r *railButtonRenderer) Refresh() {
	b := r.button
	look, icon := b.look()
	r.frame.paint(look.edge, look.fill, radiusCard)
	paintRing(r.ring, b.focused, radiusCard)
	r.icon.show(b.icon, icon)
	bold := b.primary || b.active
	r.text.say(Elide(b.text, b.MinSize().Width-45-8, Body, bold), bold, look.text)
	r.hint.say(b.hint, false, ColorMuted)
	r.Layout(b.Size())
	canvas.Refresh(b)
}
