package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// panel opens an overlay with two buttons over a button that has the keyboard.
func panel(t *testing.T) (w fyne.Window, o *Overlay, behind, first *Button, closed *int) {
	t.Helper()
	behind, first = NewButton("Behind", nil), NewButton("First", nil)
	w = stage(t, Light, 900, 500, padded(behind))
	w.Canvas().Focus(behind)
	closed = new(int)
	o = &Overlay{Content: Inset(20, 20, 20, 20, NewColumn(8, first, NewButton("Second", nil))), First: first, OnClosed: func() { *closed++ }}
	o.Open(w.Canvas())
	return w, o, behind, first, closed
}

func TestAnOverlayTakesTheKeyboardAndGivesItBack(t *testing.T) {
	w, o, behind, first, closed := panel(t)
	if w.Canvas().Focused() != fyne.Focusable(first) {
		t.Fatalf("the keyboard is at %T, want at the first part of the panel", w.Canvas().Focused())
	}
	for range 4 {
		w.Canvas().FocusNext()
		if w.Canvas().Focused() == fyne.Focusable(behind) {
			t.Fatal("Tab left the panel")
		}
	}
	key(t, w, fyne.KeyEscape)
	if o.IsOpen() || *closed != 1 {
		t.Errorf("Escape left it open, or closed it %d times", *closed)
	}
	if w.Canvas().Focused() != fyne.Focusable(behind) {
		t.Errorf("afterwards the keyboard is at %T, want where it was", w.Canvas().Focused())
	}
	o.Close()
	if *closed != 1 {
		t.Error("closing twice is told twice")
	}
}

func TestAClickOnTheVeilClosesAndReachesNothingBehind(t *testing.T) {
	w, o, _, _, _ := panel(t)
	test.TapCanvas(w.Canvas(), fyne.NewPos(30, 30))
	if o.IsOpen() {
		t.Error("the veil does not close it")
	}
}

func TestAnOverlayOverAnOverlayClosesAlone(t *testing.T) {
	w, o, _, _, _ := panel(t)
	menu := &Menu{Items: []MenuItem{{Text: "Complaint"}, {Text: "Demand"}}}
	menu.ShowBelow(w.Canvas().Focused().(fyne.CanvasObject))
	key(t, w, fyne.KeyEscape)
	if !o.IsOpen() {
		t.Fatal("Escape in the menu closed the panel too")
	}
	key(t, w, fyne.KeyEscape)
	if o.IsOpen() {
		t.Error("Escape no longer closes the panel")
	}
}

func TestAPanelHigherThanTheWindowStaysInside(t *testing.T) {
	column := NewColumn(8)
	for range 40 {
		column.Add(NewButton("Line", nil))
	}
	w := stage(t, Light, 853, 533, padded(NewButton("Behind", nil)))
	o := &Overlay{Content: column}
	o.Open(w.Canvas())
	if x, y, width, height := o.box(w.Canvas().Size()); x < 0 || x+width > 853 || y < 0 || y+height > 533 {
		t.Errorf("the panel stands at %v, %v and is %v by %v", x, y, width, height)
	}
	w.Canvas().FocusPrevious() // the last line
	if o.scroll.Offset.Y == 0 {
		t.Error("the panel does not scroll to where the keyboard is")
	}
}

func TestTheToastStandsAtTheBottomLeftAndCanBeUndone(t *testing.T) {
	undone := 0
	s := &Shell{Rail: galleryRail(), Screen: NewPage(NewText("screen", ""))}
	w := stage(t, Light, 1280, 800, func() fyne.CanvasObject { return s })
	toast := &Toast{Text: "Kept in the journal", Action: "Undo", OnAction: func() { undone++ }}
	s.SetToast(toast)
	if got := toast.Position(); got != fyne.NewPos(RailWidth+PageInset, 800-60) {
		t.Errorf("the toast stands at %v", got)
	}
	test.TapCanvas(w.Canvas(), toast.Position().AddXY(10, 10))
	s.SetToast(nil)
	test.TapCanvas(w.Canvas(), toast.Position().AddXY(10, 10))
	if undone != 1 {
		t.Errorf("undone %d times, want once", undone)
	}
}

func TestAToastCoversNothingOfTheScreen(t *testing.T) {
	screen := NewPage(NewText("screen", ""))
	s := &Shell{Rail: galleryRail(), Screen: screen}
	stage(t, Light, 1280, 800, func() fyne.CanvasObject { return s })
	whole := screen.Size().Height
	toast := &Toast{Text: "Kept in the journal", Action: "Undo"}
	s.SetToast(toast)
	if bottom := screen.Position().Y + screen.Size().Height; bottom > toast.Position().Y {
		t.Errorf("the screen goes down to %v, the toast begins at %v", bottom, toast.Position().Y)
	}
	s.SetToast(nil)
	if got := screen.Size().Height; got != whole {
		t.Errorf("without it the screen is %v high, before %v", got, whole)
	}
}
