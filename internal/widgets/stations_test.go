package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func wayOut() *Stations {
	return &Stations{Now: 1, Stops: []Stop{{Word: "Obligations", Done: true}, {Word: "Notice"}, {Word: "Letter"}, {Word: "Last day"}, {Word: "Dossier"}}}
}

func TestAStationIsGoneToByClickAndByKey(t *testing.T) {
	s, went := wayOut(), -1
	s.OnOpened = func(stop int) { went = stop }
	w := stage(t, Light, 900, 100, func() fyne.CanvasObject { return NewColumn(0, s) })
	spans, _ := s.spans(900)
	for i, at := range spans {
		test.TapAt(s, fyne.NewPos(at.x+at.width/2, stationsTall/2))
		if went != i {
			t.Errorf("a click on station %d leads to %d", i, went)
		}
	}
	w.Canvas().Focus(s)
	for _, name := range []fyne.KeyName{fyne.KeyHome, fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft, fyne.KeyReturn} {
		key(t, w, name)
	}
	if went != 1 {
		t.Errorf("the keys lead to station %d", went)
	}
	key(t, w, fyne.KeyEnd)
	key(t, w, fyne.KeyRight)
	key(t, w, fyne.KeySpace)
	if went != 4 {
		t.Errorf("beyond the last the keys lead to %d", went)
	}
}

func TestWhereItIsNarrowOnlyThePresentStationKeepsItsWord(t *testing.T) {
	for _, width := range []float32{320, 480, 700, 1000} {
		s := wayOut()
		stage(t, Light, width, 100, func() fyne.CanvasObject { return NewColumn(0, s) })
		spans, short := s.spans(width)
		last := spans[len(spans)-1]
		if end := last.x + last.width; end > width {
			t.Errorf("at %v the last station ends at %v", width, end)
		}
		for i, stop := range test.WidgetRenderer(s).(*stationsRenderer).stops {
			if want := short && i != s.Now; stop.word.Hidden != want {
				t.Errorf("at %v the word of station %d is hidden: %v", width, i, !want)
			}
		}
		if short != (width < 600) {
			t.Errorf("at %v the words are left out: %v", width, short)
		}
	}
}
