package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Field is something to type into: the label above, what is wrong with it in a
// sentence below. Make it with NewField or NewMultiLine.
type Field struct {
	widget.BaseWidget

	Label       string
	Hint        string // a sentence below, while nothing is wrong
	OnChanged   func(text string)
	OnSubmitted func(text string) // Enter; in several lines Ctrl+Enter, unless a panel on top wants it

	entry   *bareEntry
	box     *fieldBox
	rows    int // of several lines, where it was said
	problem string
}

// NewField returns a field for one line.
func NewField(label, placeholder string) *Field { return newField(label, placeholder, false) }

// NewMultiLine returns a field for several lines. Tab leaves it, as it leaves
// every field.
func NewMultiLine(label, placeholder string) *Field { return newField(label, placeholder, true) }

func newField(label, placeholder string, lines bool) *Field {
	f := &Field{Label: label, entry: newBareEntry(lines)}
	f.entry.PlaceHolder = placeholder
	f.entry.OnChanged = f.changed
	f.entry.OnSubmitted = f.submitted
	f.entry.onSubmit = func() { f.submitted(f.entry.Text) }
	f.box = newFieldBox(f.entry)
	if lines {
		f.box.height = 36 + 3*Body.Pitch()
	}
	f.ExtendBaseWidget(f)
	return f
}

// SetRows sets how many lines a field for several lines shows at once.
func (f *Field) SetRows(rows int) {
	f.rows = rows
	f.box.height = 16 + float32(rows)*Body.Pitch()
	f.box.Refresh()
}

// Text returns what stands in the field.
func (f *Field) Text() string { return f.entry.Text }

// SetText puts a text into the field; OnChanged hears of it.
func (f *Field) SetText(text string) {
	f.entry.SetText(text)
	if !f.entry.MultiLine {
		f.entry.CursorColumn = len([]rune(text)) // typing goes on where the text ends
		f.entry.Refresh()
	}
}

// SetPlaceholder sets what stands in the empty field: an example, not the label.
func (f *Field) SetPlaceholder(text string) { f.entry.SetPlaceHolder(text) }

// SetProblem says what is wrong, in a sentence; "" takes it back.
func (f *Field) SetProblem(sentence string) {
	if f.problem == sentence {
		return
	}
	f.problem = sentence
	f.box.wrong = sentence != ""
	f.Refresh()
}

// Problem returns the sentence that says what is wrong, or "".
func (f *Field) Problem() string { return f.problem }

// Focus moves the keyboard into the field.
func (f *Field) Focus() { focus(f.entry) }

// Focusable returns the part of the field that takes the keyboard, for an overlay
// to begin with.
func (f *Field) Focusable() fyne.Focusable { return f.entry }

// Disable makes the field one to read only; Enable takes that back.
func (f *Field) Disable() { f.entry.Disable(); f.box.Refresh() }

// Enable makes the field one to type into.
func (f *Field) Enable() { f.entry.Enable(); f.box.Refresh() }

func (f *Field) changed(text string) {
	f.SetProblem("")
	if f.OnChanged != nil {
		f.OnChanged(text)
	}
}

func (f *Field) submitted(text string) {
	if f.OnSubmitted != nil {
		f.OnSubmitted(text)
	}
}

// HeightFor returns the height of label, box and the sentence below.
func (f *Field) HeightFor(width float32) float32 {
	return labelled{f.Label, f.below(), f.box}.heightFor(width)
}

// NaturalWidth is comfortable for a name.
func (f *Field) NaturalWidth() float32 { return 280 }

// MinSize is narrow: fields are as wide as their column.
func (f *Field) MinSize() fyne.Size {
	return fyne.NewSize(80, f.HeightFor(f.Size().Width))
}

func (f *Field) below() string {
	if f.problem != "" {
		return f.problem
	}
	return f.Hint
}

// CreateRenderer is called by the toolkit.
func (f *Field) CreateRenderer() fyne.WidgetRenderer {
	return newLabelledRenderer(f, func() labelled { return labelled{f.Label, f.below(), f.box} }, func() bool { return f.problem != "" })
}

// fieldBox is the frame one types into, with its focus ring.
type fieldBox struct {
	widget.BaseWidget
	entry  *bareEntry
	child  fyne.CanvasObject
	height float32
	wrong  bool
	on     bool // the keyboard is in the entry
	trail  fyne.CanvasObject
}

func newFieldBox(entry *bareEntry) *fieldBox {
	b := &fieldBox{entry: entry, child: bare(entry, Body), height: 36}
	entry.onFocus = func(focused bool) { b.on = focused; b.Refresh() }
	b.ExtendBaseWidget(b)
	return b
}

var _ desktop.Cursorable = (*fieldBox)(nil)

// Cursor is the text cursor, also beside the words.
func (b *fieldBox) Cursor() desktop.Cursor { return desktop.TextCursor }

// Tapped moves the keyboard into the entry, also from the padding around it.
func (b *fieldBox) Tapped(*fyne.PointEvent) { focus(b.entry) }

func (b *fieldBox) MinSize() fyne.Size { return fyne.NewSize(80, b.height) }

func (b *fieldBox) CreateRenderer() fyne.WidgetRenderer {
	r := &fieldBoxRenderer{box: b, ring: newRing(), frame: newFrame()}
	r.objects = append(objects{r.ring}, r.frame.objects()...)
	r.objects = append(r.objects, b.child)
	if b.trail != nil {
		r.objects = append(r.objects, b.trail)
	}
	r.Refresh()
	return r
}

type fieldBoxRenderer struct {
	objects
	box   *fieldBox
	ring  *canvas.Rectangle
	frame frame
}

func (r *fieldBoxRenderer) MinSize() fyne.Size { return r.box.MinSize() }

func (r *fieldBoxRenderer) Layout(size fyne.Size) {
	b := r.box
	placeRing(r.ring, 0, 0, size.Width, size.Height)
	r.frame.place(0, 0, size.Width, size.Height)
	right := float32(12)
	if b.trail != nil {
		right = size.Height + 2
		put(b.trail, size.Width-size.Height+2, 2, size.Height-4, size.Height-4)
	}
	if b.entry.MultiLine {
		put(b.child, 12, 8, size.Width-12-right, size.Height-16)
		return
	}
	line := b.child.MinSize().Height
	put(b.child, 12, whole((size.Height-line)/2), size.Width-12-right, line)
}

func (r *fieldBoxRenderer) Refresh() {
	b := r.box
	edge, fill := ColorLine2, ColorSurface
	if b.wrong {
		edge = ColorDoubt
	}
	if b.entry.Disabled() {
		fill = ColorSunken
	}
	r.frame.paint(edge, fill, radiusControl)
	paintRing(r.ring, b.on, radiusControl)
	r.Layout(b.Size())
	canvas.Refresh(b)
}

// labelled is a control with its label above and a sentence below.
type labelled struct {
	label, below string
	control      fyne.CanvasObject
}

func (l labelled) heightFor(width float32) float32 {
	height := l.control.MinSize().Height
	if l.label != "" {
		height += Label.Pitch() + 4
	}
	if l.below != "" {
		t := Text{Text: l.below, As: Label}
		height += 4 + t.HeightFor(width)
	}
	return height
}

type labelledRenderer struct {
	objects
	owner        fyne.Widget
	parts        func() labelled
	wrong        func() bool
	label, below *Text
}

func newLabelledRenderer(owner fyne.Widget, parts func() labelled, wrong func() bool) *labelledRenderer {
	r := &labelledRenderer{owner: owner, parts: parts, wrong: wrong}
	r.label, r.below = &Text{As: Label, Color: ColorMuted, MaxLines: 1}, &Text{As: Label}
	r.objects = objects{r.label, parts().control, r.below}
	r.say()
	r.Layout(owner.Size())
	return r
}

func (r *labelledRenderer) MinSize() fyne.Size { return r.owner.MinSize() }

func (r *labelledRenderer) Layout(size fyne.Size) {
	p := r.parts()
	y := float32(0)
	if p.label != "" {
		put(r.label, 0, 0, size.Width, Label.Pitch())
		y = Label.Pitch() + 4
	}
	height := p.control.MinSize().Height
	put(p.control, 0, y, size.Width, height)
	put(r.below, 0, y+height+4, size.Width, r.below.HeightFor(size.Width))
}

func (r *labelledRenderer) say() {
	p := r.parts()
	r.label.Text, r.label.Hidden = p.label, p.label == ""
	r.below.Text, r.below.Hidden = p.below, p.below == ""
	r.below.Color = ColorMuted
	if r.wrong() {
		r.below.Color = ColorDoubtText
	}
}

func (r *labelledRenderer) Refresh() {
	r.say()
	r.label.Refresh()
	r.below.Refresh()
	r.parts().control.Refresh()
	r.Layout(r.owner.Size())
	canvas.Refresh(r.owner)
}
