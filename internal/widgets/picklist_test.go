package widgets

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// tappable is a part that can be clicked.
type tappable interface {
	fyne.Widget
	fyne.Tappable
}

func TestChartsOfRowsAreOneStopWithACurrentRow(t *testing.T) {
	for name, build := range map[string]func(opened func(int)) (tappable, float32){
		"bars": func(opened func(int)) (tappable, float32) {
			b := mapsBars()
			b.OnOpened = opened
			return b, barPitch
		},
		"boxes": func(opened func(int)) (tappable, float32) {
			b := mapsBoxes()
			b.OnOpened = opened
			return b, Body.Pitch() + 2*boxPad
		},
		"tally": func(opened func(int)) (tappable, float32) {
			c := mapsTally()
			c.OnOpened = opened
			return c, tallyPitch
		},
	} {
		t.Run(name, func(t *testing.T) {
			var opened []int
			chart, pitch := build(func(row int) { opened = append(opened, row) })
			w := stage(t, Light, 640, 400, padded(chart))
			w.Canvas().FocusNext()
			key(t, w, fyne.KeyUp)
			key(t, w, fyne.KeyReturn)
			key(t, w, fyne.KeyDown)
			key(t, w, fyne.KeySpace)
			key(t, w, fyne.KeyEnd)
			key(t, w, fyne.KeyHome)
			key(t, w, fyne.KeyReturn)
			test.TapAt(chart, fyne.NewPos(10, pitch+4))
			test.TapAt(chart, fyne.NewPos(10, chart.Size().Height+40))
			if !slices.Equal(opened, []int{0, 1, 0, 1}) {
				t.Errorf("opened %v", opened)
			}
		})
	}
}

func TestAChartWithNothingToOpenIsPassedBy(t *testing.T) {
	b := mapsBars()
	b.OnOpened = nil
	w := stage(t, Light, 640, 400, padded(b))
	w.Canvas().FocusNext()
	if w.Canvas().Focused() != nil {
		t.Error("the keyboard stops at a chart nothing can be opened in")
	}
	b.MouseMoved(&desktop.MouseEvent{})
	if b.Cursor() != desktop.DefaultCursor {
		t.Error("the pointer says there is something to open")
	}
}

func TestBoxesThatWouldBeTooNarrowBecomeABar(t *testing.T) {
	for _, c := range []struct {
		of    int
		cells int
	}{{11, 11}, {60, 2}} {
		b := &Boxes{Rows: []BoxRow{{Text: "Late payment", Filled: 2, Of: c.of, Tally: "2"}}}
		stage(t, Light, 480, 100, padded(b))
		r := test.WidgetRenderer(b).(*boxesRenderer)
		if r.used != c.cells {
			t.Errorf("%d clients are drawn as %d rectangles", c.of, r.used)
		}
		for _, cell := range r.cells[:r.used] {
			if end := cell.Position().X + cell.Size().Width; end > b.Size().Width {
				t.Errorf("a box ends at %v of %v", end, b.Size().Width)
			}
		}
	}
}

func TestBoxesGoBelowTheirWordsWhereItIsNarrow(t *testing.T) {
	b := mapsBoxes()
	if wide, small := b.columns(600), b.columns(300); wide.below || !small.below {
		t.Errorf("at 600 below: %v, at 300 below: %v", wide.below, small.below)
	}
	if b.HeightFor(300) <= b.HeightFor(600) {
		t.Error("boxes below their words take no more height than beside them")
	}
}
