package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// LineEntry is the one line something is logged with: large letters without a
// border, and a line under each word that was understood.
type LineEntry struct {
	widget.BaseWidget

	OnChanged   func(text string)
	OnSubmitted func(text string) // Enter
	// OnKey sees a key before the entry does and reports whether it has dealt
	// with it: Down to the chips, Tab to complete a name.
	OnKey func(key *fyne.KeyEvent) bool

	entry *bareEntry
	child fyne.CanvasObject
	marks []Underline
}

// Underline marks the bytes of the text from Start up to End. A doubtful one is
// amber.
type Underline struct {
	Start, End int
	Doubtful   bool
}

// NewLineEntry returns an empty line with an example in it.
func NewLineEntry(placeholder string) *LineEntry {
	l := &LineEntry{entry: newBareEntry(false)}
	l.entry.PlaceHolder = placeholder
	l.entry.OnChanged = l.changed
	l.entry.OnSubmitted = l.submitted
	l.entry.onKey = l.typedKey
	l.child = bare(l.entry, Name)
	l.ExtendBaseWidget(l)
	return l
}

// Text returns what stands in the line.
func (l *LineEntry) Text() string { return l.entry.Text }

// SetText puts a text into the line, with the cursor behind it.
func (l *LineEntry) SetText(text string) {
	l.entry.SetText(text)
	l.entry.CursorColumn = len([]rune(text))
	l.entry.Refresh()
}

// Underline marks the parts of the text that were understood, in any order.
func (l *LineEntry) Underline(marks []Underline) {
	l.marks = marks
	l.Refresh()
}

// Focus moves the keyboard into the line.
func (l *LineEntry) Focus() { focus(l.entry) }

// Focusable returns the part that takes the keyboard, for an overlay to begin with.
func (l *LineEntry) Focusable() fyne.Focusable { return l.entry }

func (l *LineEntry) changed(text string) {
	l.marks = nil
	if l.OnChanged != nil {
		l.OnChanged(text)
	}
	l.Refresh()
}

func (l *LineEntry) submitted(text string) {
	if l.OnSubmitted != nil {
		l.OnSubmitted(text)
	}
}

func (l *LineEntry) typedKey(key *fyne.KeyEvent) bool { return l.OnKey != nil && l.OnKey(key) }

// lineTall leaves room for the line under the words.
const lineTall float32 = 36

// MinSize is narrow: a line is as wide as its panel.
func (l *LineEntry) MinSize() fyne.Size { return fyne.NewSize(160, lineTall) }

// CreateRenderer is called by the toolkit.
func (l *LineEntry) CreateRenderer() fyne.WidgetRenderer {
	r := &lineRenderer{line: l}
	r.Refresh()
	return r
}

type lineRenderer struct {
	line   *LineEntry
	strips []*canvas.Rectangle
}

func (r *lineRenderer) MinSize() fyne.Size { return r.line.MinSize() }
func (r *lineRenderer) Destroy()           {}

func (r *lineRenderer) Objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{r.line.child}
	for _, strip := range r.strips {
		all = append(all, strip)
	}
	return all
}

func (r *lineRenderer) Layout(size fyne.Size) {
	l := r.line
	height := l.child.MinSize().Height
	put(l.child, 0, 2, size.Width, height)
	for i, mark := range l.marks {
		if r.strips[i].Hidden = !l.fits(mark); r.strips[i].Hidden {
			continue
		}
		from, to := l.place(mark)
		put(r.strips[i], from, 2+ceil(height)+1, to-from, 2)
	}
}

// place returns where a mark begins and ends, in units.
func (l *LineEntry) place(mark Underline) (from, to float32) {
	text := l.entry.Text
	return whole(measure(text[:mark.Start], Name, false)), whole(measure(text[:mark.End], Name, false))
}

// fits reports whether a mark lies within the text. A text wider than the line
// scrolls inside the entry, which does not tell how far: then nothing is marked.
func (l *LineEntry) fits(mark Underline) bool {
	text := l.entry.Text
	return mark.Start >= 0 && mark.Start <= mark.End && mark.End <= len(text) &&
		measure(text, Name, false) < l.Size().Width
}

func (r *lineRenderer) Refresh() {
	l := r.line
	r.strips = resized(r.strips, len(l.marks))
	for i, mark := range l.marks {
		name := ColorAccent
		if mark.Doubtful {
			name = ColorDoubt
		}
		r.strips[i].FillColor = shade(name)
	}
	r.Layout(l.Size())
	canvas.Refresh(l)
}
