package widgets

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Choice is a field whose value is one of several options. Enter, Space or Down
// opens the list; a letter jumps to the next option that begins with it.
type Choice struct {
	widget.BaseWidget

	Label       string
	Options     []string
	Selected    int // -1 for none
	Placeholder string
	OnChanged   func(index int)
	// OnOpened replaces the list of options: something larger opens instead, which
	// sets Options and Selected itself.
	OnOpened func()

	box     *choiceBox
	problem string
}

// NewChoice returns a choice among the options, with the selected one shown.
func NewChoice(label string, options []string, selected int, changed func(index int)) *Choice {
	c := &Choice{Label: label, Options: options, Selected: selected, OnChanged: changed}
	c.box = &choiceBox{choice: c}
	c.box.extend(c.box)
	c.ExtendBaseWidget(c)
	return c
}

// Select chooses an option and tells OnChanged if that is a change.
func (c *Choice) Select(index int) {
	if index < 0 || index >= len(c.Options) || index == c.Selected {
		return
	}
	c.Selected, c.problem = index, ""
	c.Refresh()
	if c.OnChanged != nil {
		c.OnChanged(index)
	}
}

// SetProblem says what is wrong, in a sentence; "" takes it back.
func (c *Choice) SetProblem(sentence string) {
	c.problem = sentence
	c.Refresh()
}

// Focus moves the keyboard to the choice.
func (c *Choice) Focus() { focus(c.box) }

// Focusable returns the part that takes the keyboard.
func (c *Choice) Focusable() fyne.Focusable { return c.box }

// HeightFor returns the height of label, box and the sentence below.
func (c *Choice) HeightFor(width float32) float32 { return c.parts().heightFor(width) }

// NaturalWidth is the room of the longest option.
func (c *Choice) NaturalWidth() float32 {
	widest := Width(c.Placeholder, Body, false)
	for _, option := range c.Options {
		widest = max(widest, Width(option, Body, false))
	}
	return max(120, widest+12+8+IconSmall+12)
}

// MinSize is narrow: fields are as wide as their column.
func (c *Choice) MinSize() fyne.Size { return fyne.NewSize(80, c.HeightFor(c.Size().Width)) }

func (c *Choice) parts() labelled { return labelled{c.Label, c.problem, c.box} }

// CreateRenderer is called by the toolkit.
func (c *Choice) CreateRenderer() fyne.WidgetRenderer {
	return newLabelledRenderer(c, c.parts, func() bool { return c.problem != "" })
}

// shownText is the option chosen, or the placeholder.
func (c *Choice) shownText() (text string, chosen bool) {
	if c.Selected >= 0 && c.Selected < len(c.Options) {
		return c.Options[c.Selected], true
	}
	return c.Placeholder, false
}

// choiceBox is the frame of a choice.
type choiceBox struct {
	control
	choice *Choice
}

func (b *choiceBox) Tapped(*fyne.PointEvent) {
	focus(b)
	b.open()
}

func (b *choiceBox) TypedKey(key *fyne.KeyEvent) {
	switch {
	case activates(key), key.Name == fyne.KeyDown, key.Name == fyne.KeyUp:
		b.open()
	default:
		passOn(b, key)
	}
}

func (b *choiceBox) TypedRune(letter rune) {
	options := b.choice.Options
	for i := range options {
		next := (max(-1, b.choice.Selected) + 1 + i) % len(options)
		if beginsWith(options[next], letter) {
			b.choice.Select(next)
			return
		}
	}
}

func (b *choiceBox) open() {
	if b.choice.OnOpened != nil {
		b.choice.OnOpened()
		return
	}
	menu := &Menu{Current: b.choice.Selected, OnChosen: b.choice.Select}
	for _, option := range b.choice.Options {
		menu.Items = append(menu.Items, MenuItem{Text: option})
	}
	menu.ShowBelow(b)
}

func (b *choiceBox) MinSize() fyne.Size { return fyne.NewSize(80, 36) }

func (b *choiceBox) CreateRenderer() fyne.WidgetRenderer {
	b.extend(b)
	r := &choiceRenderer{box: b, ring: newRing(), frame: newFrame(), text: newCaption(Body), down: newPicture()}
	r.objects = append(objects{r.ring}, r.frame.objects()...)
	r.objects = append(r.objects, r.text.Text, r.down.Image)
	r.Refresh()
	return r
}

type choiceRenderer struct {
	objects
	box   *choiceBox
	ring  *canvas.Rectangle
	frame frame
	text  caption
	down  *picture
}

func (r *choiceRenderer) MinSize() fyne.Size { return r.box.MinSize() }

func (r *choiceRenderer) Layout(size fyne.Size) {
	placeRing(r.ring, 0, 0, size.Width, size.Height)
	r.frame.place(0, 0, size.Width, size.Height)
	put(r.down, size.Width-12-IconSmall, (size.Height-IconSmall)/2, IconSmall, IconSmall)
	r.say(size.Width)
	r.text.placeMiddle(12, 0, size.Height)
}

func (r *choiceRenderer) say(width float32) {
	text, chosen := r.box.choice.shownText()
	color := ColorInk
	switch {
	case !chosen && r.box.hovered:
		color = ColorSoft
	case !chosen:
		color = ColorMuted
	}
	r.text.say(Elide(text, max(0, width-24-IconSmall-8), Body, false), false, color)
}

func (r *choiceRenderer) Refresh() {
	edge, fill := ColorLine2, ColorSurface
	if r.box.choice.problem != "" {
		edge = ColorDoubt
	}
	if r.box.hovered {
		fill = ColorSunken
	}
	r.frame.paint(edge, fill, radiusControl)
	paintRing(r.ring, r.box.focused, radiusControl)
	r.down.show("down", ColorSoft)
	r.Layout(r.box.Size())
	canvas.Refresh(r.box)
}

// beginsWith compares the first letter of a text regardless of case.
func beginsWith(text string, letter rune) bool {
	for _, first := range strings.TrimSpace(text) {
		return unicode.ToLower(first) == unicode.ToLower(letter)
	}
	return false
}
