package widgets

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

const sentence = "Two limits and a demand for payment went unanswered; a fourth redesign was expected free of charge."

func TestColumnGivesEachPartTheHeightItNeedsAtItsWidth(t *testing.T) {
	dress(t, Light)
	first, second := NewText(sentence, ""), NewText("short", "")
	column := NewColumn(12, first, second)
	for _, width := range []float32{120, 300, 900} {
		column.Resize(fyne.NewSize(width, HeightFor(column, width)))
		want := first.HeightFor(width)
		if got := first.Size().Height; got != want {
			t.Errorf("at %v the paragraph is %v high, want %v", width, got, want)
		}
		if got := second.Position().Y; got != want+12 {
			t.Errorf("at %v the second part begins at %v, want %v", width, got, want+12)
		}
		if got := HeightFor(column, width); got != want+12+Body.Pitch() {
			t.Errorf("at %v the column is %v high", width, got)
		}
	}
}

func TestAHiddenPartTakesNoRoomAndNoGap(t *testing.T) {
	dress(t, Light)
	hidden := NewText("not here", "")
	hidden.Hide()
	for name, box := range map[string]*fyne.Container{
		"column": NewColumn(12, hidden, NewText("here", "")),
		"flow":   NewFlow(12, hidden, NewText("here", "")),
		"grid":   NewGrid(12, 50, hidden, NewText("here", "")),
		"row":    NewRow(12, hidden, NewText("here", "")),
	} {
		if got := HeightFor(box, 200); got != Body.Pitch() {
			t.Errorf("a %s with one of two shown is %v high, want one line", name, got)
		}
		box.Resize(fyne.NewSize(200, 20))
		if got := box.Objects[1].Position(); got != fyne.NewPos(0, 0) {
			t.Errorf("in a %s the part shown stands at %v, want the corner", name, got)
		}
	}
}

func TestSplitMovesItsAsideBelowWhereItIsNarrow(t *testing.T) {
	dress(t, Light)
	main, aside := NewText(sentence, ""), NewText(sentence, "")
	split := NewSplit(348, main, aside)
	split.Resize(fyne.NewSize(1000, HeightFor(split, 1000)))
	if got := aside.Position(); got.X != 652 || got.Y != 0 {
		t.Errorf("in 1000 units the aside stands at %v, want 652 from the left", got)
	}
	split.Resize(fyne.NewSize(573, HeightFor(split, 573)))
	if got := aside.Position(); got.X != 0 || got.Y <= main.Size().Height {
		t.Errorf("in 573 units the aside stands at %v, want below", got)
	}
}

func TestTheRestOfASplitComesLastInOneColumn(t *testing.T) {
	dress(t, Light)
	main, aside, rest := NewText(sentence, ""), NewText(sentence, ""), NewText("the rest", "")
	split := NewSplit(348, main, aside, rest)
	split.Resize(fyne.NewSize(1000, HeightFor(split, 1000)))
	if got, want := rest.Position(), fyne.NewPos(0, main.Size().Height+24); got != want {
		t.Errorf("in 1000 units the rest stands at %v, want below the main column at %v", got, want)
	}
	if aside.Position().Y != 0 {
		t.Error("the aside is not beside the main column")
	}
	split.Resize(fyne.NewSize(573, HeightFor(split, 573)))
	if rest.Position().Y <= aside.Position().Y || aside.Position().Y <= main.Position().Y {
		t.Errorf("in 573 units the order is main at %v, aside at %v, rest at %v", main.Position(), aside.Position(), rest.Position())
	}
}

func TestRowLetsTheTextGiveWayToTheButton(t *testing.T) {
	dress(t, Light)
	text, button := NewText(sentence, ""), NewButton("Start the review session", nil)
	row := NewRow(16, text, button)
	row.Resize(fyne.NewSize(320, HeightFor(row, 320)))
	if got := button.Size().Width; got != button.MinSize().Width {
		t.Errorf("the button is %v wide, want %v", got, button.MinSize().Width)
	}
	if end := button.Position().X + button.Size().Width; end > 320 {
		t.Errorf("the row ends at %v, beyond its 320 units", end)
	}
	if text.Size().Height < 2*Body.Pitch() {
		t.Error("the sentence did not wrap")
	}
}

func TestFlowGoesOnInTheNextLine(t *testing.T) {
	dress(t, Light)
	a, b := NewButton("Agree", nil), NewButton("Choose otherwise", nil)
	flow := NewFlow(8, a, b)
	if got := HeightFor(flow, 400); got != 32 {
		t.Errorf("side by side they are %v high", got)
	}
	flow.Resize(fyne.NewSize(160, 72))
	if got := b.Position(); got != fyne.NewPos(0, 40) {
		t.Errorf("the second stands at %v, want in the next line", got)
	}
}

func TestPageIsAsHighAsItsContentAtItsWidth(t *testing.T) {
	text := NewText(sentence+sentence+sentence, "")
	page := NewPage(text)
	w := stage(t, Light, 900, 300, func() fyne.CanvasObject { return page })
	wide := page.body.MinSize().Height
	w.Resize(fyne.NewSize(300, 300))
	if narrow := page.body.MinSize().Height; narrow <= wide {
		t.Errorf("the content is %v high in 300 units and %v in 900", narrow, wide)
	}
	text.Text = sentence
	before := page.body.MinSize().Height
	page.Refresh()
	if after := page.body.MinSize().Height; after >= before {
		t.Errorf("with a third of the words the page is %v high, before %v", after, before)
	}
}

func TestTheLeastWindowIsSmall(t *testing.T) {
	w := stage(t, Light, 1280, 800, gallery)
	if got := w.Content().MinSize(); got.Width > 853 || got.Height > 533 {
		t.Errorf("the window cannot be smaller than %v, want at most 853 by 533", got)
	}
}

func TestNothingSticksOutOfASmallWindow(t *testing.T) {
	for _, width := range []float32{853, 1000, 1280, 1920} {
		t.Run(fmt.Sprint(width), func(t *testing.T) {
			w := stage(t, Light, width, 533, gallery)
			page := w.Content().(*Shell).Screen.(*Page)
			_, content := span(page.Size().Width)
			walk(page.Content, 0, func(object fyne.CanvasObject, x float32) {
				const ring = 6 // what a focus ring and a table's current row may stand out
				if end := x + object.Size().Width; x < -ring-1 || end > content+ring+1 {
					t.Errorf("%T reaches from %v to %v in %v units", object, x, end, content)
				}
			})
		})
	}
}

// walk calls visit for every visible object below root with where it begins. It
// does not enter scrollers, whose content is cut off.
func walk(root fyne.CanvasObject, x float32, visit func(object fyne.CanvasObject, x float32)) {
	if !root.Visible() {
		return
	}
	visit(root, x)
	var children []fyne.CanvasObject
	switch o := root.(type) {
	case *container.Scroll, *bareEntry:
		return
	case *fyne.Container:
		children = o.Objects
	case fyne.Widget:
		children = test.WidgetRenderer(o).Objects()
	}
	for _, child := range children {
		walk(child, x+child.Position().X, visit)
	}
}
