package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// DateWords is how days are written and read in the language and the formats of
// the user. Days are at midnight UTC.
type DateWords struct {
	Format   func(day time.Time) string
	Parse    func(text string) (time.Time, error) // the error is a sentence
	Month    func(first time.Time) string         // "June 2026"
	Weekdays [7]string                            // two letters each, from Sunday
	First    time.Weekday                         // the week begins with
	Previous string                               // the words for the month before, and after
	Next     string
}

// DateField is a field for a day: typed in the user's own form or as YYYY-MM-DD,
// or picked from a calendar, which Down opens.
type DateField struct {
	widget.BaseWidget

	Label     string
	Today     time.Time
	OnChanged func(day time.Time, ok bool) // ok is false while it is empty or no day

	OnSubmitted func() // Enter

	words   DateWords
	field   *Field
	overlay *Overlay
}

// NewDateField returns an empty field for a day.
func NewDateField(label string, words DateWords, today time.Time) *DateField {
	d := &DateField{Label: label, Today: today, words: words}
	d.field = NewField(label, "")
	d.field.OnChanged = d.typed
	d.field.OnSubmitted = func(string) { call(d.OnSubmitted) }
	d.field.entry.onKey = d.key
	d.field.box.trail = newDateButton(d.open)
	leave := d.field.entry.onFocus
	d.field.entry.onFocus = func(focused bool) {
		leave(focused)
		if !focused {
			d.tidy()
		}
	}
	d.ExtendBaseWidget(d)
	return d
}

// Day returns the day in the field; ok is false if there is none.
func (d *DateField) Day() (day time.Time, ok bool) {
	if d.field.Text() == "" {
		return time.Time{}, false
	}
	day, err := d.words.Parse(d.field.Text())
	return day, err == nil
}

// SetDay puts a day into the field.
func (d *DateField) SetDay(day time.Time) { d.field.SetText(d.words.Format(day)) }

// Clear empties the field.
func (d *DateField) Clear() { d.field.SetText("") }

// Text returns what stands in the field, which may be no day.
func (d *DateField) Text() string { return d.field.Text() }

// SetProblem says what is wrong, in a sentence; "" takes it back.
func (d *DateField) SetProblem(sentence string) { d.field.SetProblem(sentence) }

// Problem returns the sentence that says what is wrong, or "".
func (d *DateField) Problem() string { return d.field.Problem() }

// Focus moves the keyboard into the field.
func (d *DateField) Focus() { d.field.Focus() }

// Focusable returns the part that takes the keyboard.
func (d *DateField) Focusable() fyne.Focusable { return d.field.Focusable() }

func (d *DateField) typed(string) {
	if d.OnChanged != nil {
		d.OnChanged(d.Day())
	}
}

// tidy is called when the keyboard leaves: a day is written out in full, anything
// else is said to be wrong.
func (d *DateField) tidy() {
	if d.field.Text() == "" {
		return
	}
	day, err := d.words.Parse(d.field.Text())
	if err != nil {
		d.field.SetProblem(err.Error())
		return
	}
	if full := d.words.Format(day); full != d.field.Text() {
		d.field.SetText(full)
	}
}

func (d *DateField) key(key *fyne.KeyEvent) bool {
	if key.Name == fyne.KeyDown {
		d.open()
		return true
	}
	return false
}

// open shows the calendar below the field.
func (d *DateField) open() {
	on := canvasOf(d.field.box)
	if on == nil {
		return
	}
	day, ok := d.Day()
	if !ok {
		day = d.Today
	}
	calendar := newCalendar(d.words, day, d.Today)
	calendar.onPicked = d.pick
	box, size := d.field.box, calendar.MinSize()
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(box)
	d.overlay = &Overlay{Content: calendar, First: calendar.grid, bare: true}
	d.overlay.place = func(window fyne.Size) (x, y, width, height float32) {
		return placeBelow(window, at, box.Size(), size)
	}
	d.overlay.Open(on)
}

func (d *DateField) pick(day time.Time) {
	d.overlay.Close()
	d.SetDay(day)
}

// placeBelow returns the place of a popup below a part, or above it where there is
// no room.
func placeBelow(window fyne.Size, at fyne.Position, part, size fyne.Size) (x, y, width, height float32) {
	width, height = size.Width+2, size.Height+2
	x = max(8, min(at.X, window.Width-8-width))
	y = at.Y + part.Height + 4
	if y+height > window.Height-8 {
		y = max(8, at.Y-4-height)
		height = min(height, window.Height-8-y)
	}
	return whole(x), whole(y), width, height
}

// HeightFor returns the height of label, box and the sentence below.
func (d *DateField) HeightFor(width float32) float32 { return d.field.HeightFor(width) }

// NaturalWidth is the room of a day written in full.
func (d *DateField) NaturalWidth() float32 { return 200 }

// MinSize is narrow: fields are as wide as their column.
func (d *DateField) MinSize() fyne.Size { return fyne.NewSize(80, d.HeightFor(d.Size().Width)) }

// CreateRenderer is called by the toolkit.
func (d *DateField) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(d.field)
}

// Refresh shows the field anew.
func (d *DateField) Refresh() {
	d.field.Label = d.Label
	d.field.Refresh()
	d.BaseWidget.Refresh()
}
