package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func TestCtrlEnterInAFieldSubmitsThePanel(t *testing.T) {
	submitted := 0
	field := NewMultiLine("Note", "")
	o := &Overlay{Content: field, First: field.Focusable(), OnSubmit: func() { submitted++ }}
	w := stage(t, Light, 800, 600, func() fyne.CanvasObject { return NewColumn(0) })
	o.Open(w.Canvas())
	entry := w.Canvas().Focused().(fyne.Shortcutable)
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter} {
		entry.TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault})
	}
	if submitted != 2 || field.Text() != "" {
		t.Errorf("submitted %d times, the field holds %q", submitted, field.Text())
	}
	field.SetText("ab")
	entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	entry.TypedShortcut(&fyne.ShortcutCut{Clipboard: test.NewClipboard()})
	if submitted != 2 || field.Text() != "" {
		t.Errorf("other shortcuts are not the field's own any more: it holds %q", field.Text())
	}
}

func TestThePanelScrollsByKeysOfPartsWithoutUseForThem(t *testing.T) {
	column, last := NewColumn(8), NewButton("Close", nil)
	column.Add(last)
	for range 60 {
		column.Add(NewText("a line of a long text", ColorSoft))
	}
	o := &Overlay{Content: column, First: last}
	w := stage(t, Light, 800, 400, func() fyne.CanvasObject { return NewColumn(0) })
	o.Open(w.Canvas())
	steps := []struct {
		key  fyne.KeyName
		down bool
	}{{fyne.KeyDown, true}, {fyne.KeyPageDown, true}, {fyne.KeyUp, false}, {fyne.KeyPageUp, false}}
	for _, s := range steps {
		before := o.scroll.Offset.Y
		key(t, w, s.key)
		if after := o.scroll.Offset.Y; after == before || (after > before) != s.down {
			t.Errorf("%s scrolls from %v to %v", s.key, before, after)
		}
	}
	for range 100 {
		key(t, w, fyne.KeyPageDown)
	}
	if end := o.scroll.Content.Size().Height - o.scroll.Size().Height; o.scroll.Offset.Y != end {
		t.Errorf("scrolled to %v, the end is %v", o.scroll.Offset.Y, end)
	}
}

func TestAScaleCanBeLeftUnsaid(t *testing.T) {
	r := &Rings{Value: -1, Least: -1, Unsaid: "not said", Words: []string{"none", "hardly any", "a little", "some", "a lot", "exhausted"}}
	w := stage(t, Light, 400, 200, func() fyne.CanvasObject { return Inset(20, 20, 20, 20, NewColumn(0, r)) })
	if r.word(r.Value) != "not said" {
		t.Errorf("says %q", r.word(r.Value))
	}
	w.Canvas().Focus(r)
	key(t, w, fyne.KeyRight)
	if r.Value != 0 || r.word(0) != "none" {
		t.Errorf("the first step says %d, %q", r.Value, r.word(r.Value))
	}
	test.TapAt(r, fyne.NewPos(ratePitch*3.5, 16))
	if r.Value != 4 {
		t.Errorf("the fourth ring sets %d", r.Value)
	}
	test.TapAt(r, fyne.NewPos(ratePitch*5+10, 16))
	if r.Value != -1 {
		t.Errorf("a click on the word leaves %d", r.Value)
	}
	key(t, w, fyne.KeyLeft)
	if r.Value != -1 {
		t.Errorf("less than nothing said is %d", r.Value)
	}
}

func TestAListOffersItsKeysAndTellsWhatIsInSight(t *testing.T) {
	var first, last, asked int
	l := NewVList(lineRows(1000), nil)
	l.OnSeen = func(from, to int) { first, last = from, to }
	l.OnKey = func(row int, key *fyne.KeyEvent) bool {
		if key.Name != fyne.KeyDelete {
			return false
		}
		asked = row
		return true
	}
	w := stage(t, Light, 600, 400, func() fyne.CanvasObject { return l })
	if first != 0 || last < 8 || last > 20 {
		t.Errorf("in sight at first: %d to %d", first, last)
	}
	w.Canvas().Focus(l)
	key(t, w, fyne.KeyDown)
	key(t, w, fyne.KeyDelete)
	if asked != 1 || l.Current() != 1 {
		t.Errorf("Delete was offered for row %d, the mark is on %d", asked, l.Current())
	}
	l.ScrollTo(20_000)
	if first < 450 || last > 550 {
		t.Errorf("in sight in the middle: %d to %d", first, last)
	}
}

// lineRows is so many plain rows of 40 units.
type lineRows int

func (n lineRows) Len() int                  { return int(n) }
func (lineRows) Kind(int) int                { return 0 }
func (lineRows) Height(int, float32) float32 { return 40 }
func (lineRows) New(int) fyne.CanvasObject   { return &Slice{} }
func (lineRows) Set(int, fyne.CanvasObject)  {}
func (lineRows) Openable(int) bool           { return true }

func TestAChoiceCanOpenSomethingLarger(t *testing.T) {
	opened := 0
	c := NewChoice("Client", nil, -1, nil)
	c.OnOpened = func() { opened++ }
	w := stage(t, Light, 400, 200, func() fyne.CanvasObject { return NewColumn(0, c) })
	test.Tap(c.box)
	w.Canvas().Focus(c.box)
	key(t, w, fyne.KeySpace)
	if opened != 2 || w.Canvas().Overlays().Top() != nil {
		t.Errorf("opened %d times, over the window %v", opened, w.Canvas().Overlays().Top())
	}
}

func TestAScoreFillsAsManyDiscsAsItsValue(t *testing.T) {
	s := &Score{Value: 2, Color: Hue("keep").Icon}
	stage(t, Light, 200, 100, func() fyne.CanvasObject { return NewColumn(0, s) })
	r := test.WidgetRenderer(s).(*scoreRenderer)
	for i, d := range r.scale.dots {
		want := shade(ColorLine2)
		if i < 2 {
			want = shade(Hue("keep").Icon)
		}
		if d.outer.FillColor != want || d.inner.Hidden != (i < 2) {
			t.Errorf("dot %d is %v, hollow %v", i, d.outer.FillColor, !d.inner.Hidden)
		}
	}
}
