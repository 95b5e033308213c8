package widgets

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestAProblemStandsBelowTheFieldUntilSomethingIsTyped(t *testing.T) {
	f := NewField("E-mail", "")
	w := stage(t, Light, 300, 200, padded(f))
	plain := f.HeightFor(260)
	f.SetProblem("The part behind the @ has no point.")
	if f.HeightFor(260) <= plain {
		t.Error("the sentence has no room")
	}
	with := capture(w)
	f.Focus()
	test.Type(w.Canvas().Focused(), "x")
	if f.Problem() != "" {
		t.Error("the problem stays while it is being mended")
	}
	if same(with, capture(w)) {
		t.Error("the picture did not change")
	}
}

func TestTabLeavesAFieldOfSeveralLines(t *testing.T) {
	note := NewMultiLine("Note", "")
	if note.entry.AcceptsTab() {
		t.Error("it eats Tab")
	}
	w := stage(t, Light, 300, 300, padded(note))
	note.Focus()
	test.Type(w.Canvas().Focused(), "asked for")
	key(t, w, fyne.KeyReturn)
	test.Type(w.Canvas().Focused(), "a fourth")
	if got := note.Text(); got != "asked for\na fourth" {
		t.Errorf("the note is %q, want two lines", got)
	}
}

func TestEnterSubmitsAField(t *testing.T) {
	f := NewField("Name", "")
	var sent string
	f.OnSubmitted = func(text string) { sent = text }
	w := stage(t, Light, 300, 200, padded(f))
	f.Focus()
	test.Type(w.Canvas().Focused(), "Mercer Labs")
	key(t, w, fyne.KeyReturn)
	if sent != "Mercer Labs" {
		t.Errorf("submitted %q", sent)
	}
}

func TestAChoiceIsMadeByKeysAlone(t *testing.T) {
	var chosen int
	c := NewChoice("Currency", []string{"Euro", "Pound", "Turkish lira"}, 0, func(i int) { chosen = i })
	w := stage(t, Light, 400, 300, padded(c))
	w.Canvas().FocusNext()
	key(t, w, fyne.KeyDown)
	if w.Canvas().Overlays().Top() == nil {
		t.Fatal("Down does not open the list")
	}
	key(t, w, fyne.KeyDown)
	key(t, w, fyne.KeyReturn)
	if chosen != 1 || w.Canvas().Overlays().Top() != nil {
		t.Errorf("chosen %d, want 1 and the list closed", chosen)
	}
	test.Type(w.Canvas().Focused(), "t")
	if chosen != 2 {
		t.Errorf("the letter t chose %d, want 2", chosen)
	}
	key(t, w, fyne.KeySpace)
	key(t, w, fyne.KeyUp)
	key(t, w, fyne.KeyEscape)
	if chosen != 2 || w.Canvas().Overlays().Top() != nil {
		t.Errorf("Escape chose %d or left the list open", chosen)
	}
}

func TestALongMenuScrollsToItsCurrentLine(t *testing.T) {
	var options []string
	for letter := 'a'; letter <= 'z'; letter++ {
		options = append(options, strings.Repeat(string(letter), 5))
	}
	c := NewChoice("Kind", options, 0, nil)
	w := stage(t, Light, 400, 500, padded(c))
	w.Canvas().FocusNext()
	key(t, w, fyne.KeyDown)
	key(t, w, fyne.KeyEnd)
	overlay := w.Canvas().Overlays().Top().(*Overlay)
	if overlay.scroll.Offset.Y == 0 {
		t.Error("the last line is out of sight")
	}
	key(t, w, fyne.KeyReturn)
	if c.Selected != 25 {
		t.Errorf("chosen %d, want the last", c.Selected)
	}
}

func TestADayIsTypedInTwoFormsAndWrittenInOne(t *testing.T) {
	d := NewDateField("Due", galleryDates(), galleryDate())
	w := stage(t, Light, 400, 200, padded(NewColumn(8, d, NewButton("Next", nil))))
	d.Focus()
	test.Type(w.Canvas().Focused(), "2026-07-03")
	w.Canvas().FocusNext()
	if got := d.Text(); got != "3 Jul 2026" {
		t.Errorf("the field says %q, want the day in the user's form", got)
	}
	if day, ok := d.Day(); !ok || !day.Equal(time.Date(2026, 7, 3, 0, 0, 0, 0, time.UTC)) {
		t.Errorf("the day is %v, %v", day, ok)
	}
	d.Clear()
	d.Focus()
	test.Type(w.Canvas().Focused(), "2026-02-30")
	w.Canvas().FocusNext()
	if _, ok := d.Day(); ok || d.Problem() == "" {
		t.Error("a day that does not exist was taken, or nothing said about it")
	}
}

func TestADayIsPickedFromTheCalendarByKeys(t *testing.T) {
	d := NewDateField("Due", galleryDates(), galleryDate())
	w := stage(t, Light, 500, 600, padded(d))
	d.Focus()
	key(t, w, fyne.KeyDown)
	for _, step := range []fyne.KeyName{fyne.KeyPageDown, fyne.KeyDown, fyne.KeyLeft, fyne.KeyReturn} {
		key(t, w, step) // 30 July, 6 August, 5 August
	}
	if day, _ := d.Day(); !day.Equal(time.Date(2026, 8, 5, 0, 0, 0, 0, time.UTC)) {
		t.Errorf("picked %v, want 5 August", day)
	}
	if w.Canvas().Overlays().Top() != nil {
		t.Error("the calendar stays open")
	}
}

func TestTheCalendarKeepsToTheLastDayOfAShortMonth(t *testing.T) {
	dress(t, Light)
	c := newCalendar(galleryDates(), time.Date(2026, 1, 31, 0, 0, 0, 0, time.UTC), galleryDate())
	c.grid.moveMonth(1)
	if got := c.grid.day; got.Month() != time.February || got.Day() != 28 {
		t.Errorf("a month after 31 January is %v", got)
	}
	if got := c.grid.corner(); got.Weekday() != time.Monday || got.After(c.grid.first()) {
		t.Errorf("the first cell is %v, want a Monday at or before the first", got)
	}
}

func TestTheLineUnderlinesWhatWasUnderstood(t *testing.T) {
	l := NewLineEntry("")
	stage(t, Light, 600, 100, padded(l))
	l.SetText("özge complaint")
	l.Underline([]Underline{{Start: 0, End: len("özge")}, {Start: len("özge "), End: len("özge complaint")}})
	r := test.WidgetRenderer(l).(*lineRenderer)
	for i, word := range []string{"özge", "complaint"} {
		if got, want := r.strips[i].Size().Width, measure(word, Name, false); got < want-1.5 || got > want+1.5 {
			t.Errorf("the line under %q is %v wide, want %v", word, got, want)
		}
	}
	l.SetText(strings.Repeat("a very long line ", 10))
	l.Underline([]Underline{{Start: 0, End: 6}})
	if !r.strips[0].Hidden {
		t.Error("a line that scrolls is underlined in the wrong place")
	}
	l.SetText("x")
	l.Underline([]Underline{{Start: 0, End: 900}, {Start: -1, End: 1}})
	if !r.strips[0].Hidden || !r.strips[1].Hidden {
		t.Error("a mark outside the text is drawn")
	}
}
