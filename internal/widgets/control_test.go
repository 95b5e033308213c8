package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// padded gives a part the room its focus ring needs.
func padded(object fyne.CanvasObject) func() fyne.CanvasObject {
	return func() fyne.CanvasObject { return Inset(20, 20, 20, 20, object) }
}

func TestAButtonIsPressedByPointerSpaceAndEnter(t *testing.T) {
	pressed := 0
	b := NewButton("Save", func() { pressed++ })
	w := stage(t, Light, 200, 100, padded(b))
	w.Canvas().FocusNext()
	key(t, w, fyne.KeySpace)
	key(t, w, fyne.KeyReturn)
	key(t, w, fyne.KeyEnter)
	key(t, w, fyne.KeyA)
	test.Tap(b)
	if pressed != 4 {
		t.Errorf("pressed %d times, want 4", pressed)
	}
}

func TestALockedButtonDoesNothingAndTabPassesIt(t *testing.T) {
	pressed := 0
	locked := &Button{Text: "Finish", Locked: true, OnTapped: func() { pressed++ }}
	other := NewButton("Other", nil)
	w := stage(t, Light, 300, 200, padded(NewColumn(8, locked, other)))
	test.Tap(locked)
	if pressed != 0 {
		t.Error("a locked button did something")
	}
	w.Canvas().FocusNext()
	if got := w.Canvas().Focused(); got != fyne.Focusable(other) {
		t.Errorf("Tab came to %T, want the button that can be pressed", got)
	}
	locked.Enable()
	test.Tap(locked)
	if pressed != 1 {
		t.Error("an unlocked button did nothing")
	}
}

func TestEveryPartThatTakesTheKeyboardShowsIt(t *testing.T) {
	field, choice := NewField("Name", ""), NewChoice("Currency", []string{"Euro", "Pound"}, 0, nil)
	for name, part := range map[string]fyne.CanvasObject{
		"button": NewButton("Save", nil), "link": NewLink("1 entry", nil), "chip": &Chip{Value: "Complaint"},
		"segment": &Segment{Options: []string{"List", "Map"}}, "rings": &Rings{Value: 3}, "tick box": &TickBox{Text: "Files"},
		"field": field, "choice": choice, "table": galleryTable(), "toast": &Toast{Text: "Kept", Action: "Undo"},
		"rail button": &railButton{text: "Review", icon: "review", onTapped: func() {}},
		"map":         mapsScatter(), "bars": mapsBars(), "boxes": mapsBoxes(), "tally": mapsTally(),
	} {
		t.Run(name, func(t *testing.T) {
			w := stage(t, Light, 500, 240, padded(part))
			before := capture(w)
			w.Canvas().FocusNext()
			if w.Canvas().Focused() == nil {
				t.Fatal("Tab does not come to it")
			}
			with := capture(w)
			if same(before, with) {
				t.Error("it looks the same with the keyboard on it")
			}
			w.Canvas().Unfocus()
			if !same(before, capture(w)) {
				t.Error("it keeps the mark when the keyboard leaves")
			}
		})
	}
}

func TestEscapeGoesOnFromEveryPart(t *testing.T) {
	for name, part := range map[string]fyne.CanvasObject{
		"button": NewButton("Save", nil), "link": NewLink("1 entry", nil), "chip": &Chip{Value: "Complaint"},
		"segment": &Segment{Options: []string{"List", "Map"}}, "rings": &Rings{}, "tick box": &TickBox{Text: "Files"},
		"field": NewField("Name", ""), "several lines": NewMultiLine("Note", ""), "line": NewLineEntry(""),
		"choice": NewChoice("Currency", []string{"Euro"}, 0, nil), "table": galleryTable(),
		"day": NewDateField("Due", galleryDates(), galleryDate()),
		"map": mapsScatter(), "bars": mapsBars(), "boxes": mapsBoxes(), "tally": mapsTally(),
	} {
		t.Run(name, func(t *testing.T) {
			w := stage(t, Light, 500, 240, padded(part))
			heard := 0
			w.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) {
				if e.Name == fyne.KeyEscape {
					heard++
				}
			})
			w.Canvas().FocusNext()
			key(t, w, fyne.KeyEscape)
			if heard != 1 {
				t.Errorf("the canvas heard Escape %d times, want once", heard)
			}
		})
	}
}

func TestThePointerShowsOnWhatCanBeClicked(t *testing.T) {
	for name, part := range map[string]desktop.Hoverable{
		"button": NewButton("Save", nil), "primary": &Button{Text: "Save", Role: Primary}, "link": NewLink("1 entry", nil),
		"chip": &Chip{Value: "Complaint"}, "tick box": &TickBox{Text: "Files"},
	} {
		t.Run(name, func(t *testing.T) {
			w := stage(t, Light, 300, 100, padded(part.(fyne.CanvasObject)))
			before := capture(w)
			part.MouseIn(&desktop.MouseEvent{})
			if same(before, capture(w)) {
				t.Error("it looks the same under the pointer")
			}
			part.MouseOut()
			if !same(before, capture(w)) {
				t.Error("it does not go back when the pointer leaves")
			}
		})
	}
}

func TestASegmentIsChosenByArrowsAndByPointer(t *testing.T) {
	var chosen []int
	s := &Segment{Options: []string{"List", "Map", "Text"}, OnChanged: func(i int) { chosen = append(chosen, i) }}
	w := stage(t, Light, 400, 100, padded(s))
	w.Canvas().FocusNext()
	key(t, w, fyne.KeyLeft) // there is nothing left of the first
	key(t, w, fyne.KeyRight)
	key(t, w, fyne.KeyEnd)
	test.TapAt(s, fyne.NewPos(4, 10))
	test.TapAt(s, fyne.NewPos(4, 10))
	if want := []int{1, 2, 0}; len(chosen) != 3 || chosen[0] != want[0] || chosen[1] != want[1] || chosen[2] != want[2] {
		t.Errorf("chosen %v, want %v", chosen, want)
	}
}

func TestRingsTakeClicksArrowsAndDigits(t *testing.T) {
	r := &Rings{Least: 1, Value: 3}
	w := stage(t, Light, 300, 100, padded(r))
	w.Canvas().FocusNext()
	for _, step := range []struct {
		do   func()
		want int
		name string
	}{
		{func() { key(t, w, fyne.KeyRight) }, 4, "Right"},
		{func() { test.Type(w.Canvas().Focused(), "2") }, 2, "the digit 2"},
		{func() { test.Type(w.Canvas().Focused(), "9") }, 2, "a digit beyond the scale"},
		{func() { key(t, w, fyne.KeyEnd) }, 5, "End"},
		{func() { test.TapAt(r, fyne.NewPos(2*ratePitch+5, 16)) }, 3, "a click on the third ring"},
		{func() { test.TapAt(r, fyne.NewPos(2*ratePitch+5, 16)) }, 2, "a second click on it"},
		{func() { key(t, w, fyne.KeyHome); key(t, w, fyne.KeyLeft) }, 1, "Left at the least value"},
	} {
		step.do()
		if r.Value != step.want {
			t.Errorf("after %s the value is %d, want %d", step.name, r.Value, step.want)
		}
	}
}

func TestTheKeyboardScrollsWhatItComesToIntoView(t *testing.T) {
	last := NewButton("Last", nil)
	page := NewPage(NewColumn(400, NewButton("First", nil), NewCard(NewColumn(8, NewText("words", ""), last))))
	w := stage(t, Light, 600, 300, func() fyne.CanvasObject { return &Shell{Screen: page} })
	w.Canvas().FocusNext()
	w.Canvas().FocusNext()
	top := fyne.CurrentApp().Driver().AbsolutePositionForObject(last).Y
	if w.Canvas().Focused() != fyne.Focusable(last) || top < 0 || top+32 > 300 {
		t.Errorf("the button with the keyboard stands at %v in a window of 300", top)
	}
	w.Canvas().FocusPrevious()
	if page.Offset() != 0 {
		t.Errorf("back at the first the page is scrolled by %v", page.Offset())
	}
}

func TestTheRailGoesWhereItIsAsked(t *testing.T) {
	var went []int
	logged := 0
	rail := galleryRail()
	rail.On = RailEvents{Log: func() { logged++ }, Go: func(item int) { went = append(went, item) }}
	w := stage(t, Light, 200, 600, func() fyne.CanvasObject { return rail })
	w.Canvas().FocusNext()
	key(t, w, fyne.KeySpace)
	for range 5 { // find, review, journal, import, settings
		w.Canvas().FocusNext()
	}
	key(t, w, fyne.KeyReturn)
	if logged != 1 || len(went) != 1 || went[0] != 3 {
		t.Errorf("logged %d times and went to %v, want once and to item 3, Settings", logged, went)
	}
}
