package widgets

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func fourSteps(chosen *[]int) *Steps {
	return &Steps{OnChosen: func(step int) { *chosen = append(*chosen, step) }, Rows: []StepRow{
		{Text: "Let it settle", State: StepDone, Open: true},
		{Text: "Hear them out", State: StepSkipped, Open: true},
		{Text: "Write to them", State: StepNow, Open: true},
		{Text: "Look back"},
	}}
}

func TestOneGoesBackToAStepByClickAndByKeyButNotAhead(t *testing.T) {
	var chosen []int
	steps := fourSteps(&chosen)
	w := stage(t, Light, 300, 260, padded(steps))
	test.TapAt(steps, fyne.NewPos(60, 60))
	test.TapAt(steps, fyne.NewPos(60, 100)) // the present one
	test.TapAt(steps, fyne.NewPos(60, 140)) // not yet
	w.Canvas().FocusNext()
	key(t, w, fyne.KeyDown) // nowhere to go
	key(t, w, fyne.KeyUp)
	key(t, w, fyne.KeyUp)
	key(t, w, fyne.KeyReturn)
	if diff := cmp.Diff([]int{1, 0}, chosen); diff != "" {
		t.Errorf("went to other steps (-want +got):\n%s", diff)
	}
}

func TestALongStepWrapsAndIsStillHit(t *testing.T) {
	var chosen []int
	steps := fourSteps(&chosen)
	steps.Rows[0].Text = "Erst einmal setzen lassen, was heute am Telefon gesagt worden ist"
	dress(t, Light)
	steps.Resize(fyne.NewSize(214, steps.HeightFor(214)))
	if tall := steps.HeightFor(214); tall <= 4*stepTall {
		t.Fatalf("four steps, one of them long, take %g units", tall)
	}
	test.TapAt(steps, fyne.NewPos(60, steps.tall(0, 214)-4))
	if diff := cmp.Diff([]int{0}, chosen); diff != "" {
		t.Errorf("the second line of a step is not the step (-want +got):\n%s", diff)
	}
}

func TestTimeGoesOnWhereItWasPaused(t *testing.T) {
	dress(t, Light)
	var seconds []int
	ended := 0
	p := &Pace{Seconds: 60, Left: 60, OnSecond: func(left int) { seconds = append(seconds, left) }, OnEnd: func() { ended++ }}
	tickTo(p, 60, 0.5)
	p.Pause()
	if p.Left != 30 || p.Running() {
		t.Fatalf("paused half way with %d seconds left, running %v", p.Left, p.Running())
	}
	p.tick(0.9) // the toolkit's last frame
	if p.Left != 30 {
		t.Errorf("time went by while it was paused: %d left", p.Left)
	}
	tickTo(p, 30, 0.5)
	tickTo(p, 30, 1)
	if p.Left != 0 || ended != 1 || p.Running() {
		t.Errorf("%d left, ended %d times, running %v; want 0, once, not", p.Left, ended, p.Running())
	}
	if diff := cmp.Diff([]int{30, 15, 0}, seconds); diff != "" {
		t.Errorf("seconds told (-want +got):\n%s", diff)
	}
}

// tickTo plays the toolkit, whose test driver shows the last frame at once.
func tickTo(p *Pace, from float32, done float32) {
	p.from = from
	p.animation = &fyne.Animation{}
	p.tick(done)
}

func TestABreathGoesInHoldsAndGoesOut(t *testing.T) {
	p := &Pace{Seconds: 120, Breath: Breath{4, 2, 6}, Words: PaceWords{"in", "hold", "out"}}
	for _, moment := range []struct {
		since float32
		part  float32
		word  string
	}{{0, 0, "in"}, {2, 0.5, "in"}, {4, 1, "hold"}, {5, 1, "hold"}, {6, 1, "out"}, {9, 0.5, "out"}, {12, 0, "in"}, {14, 0.5, "in"}} {
		p.left = float32(p.Seconds) - moment.since
		part, word := p.moment()
		if d := part - moment.part; d > 0.01 || d < -0.01 || word != moment.word {
			t.Errorf("after %g s the disc is %.2f and says %q, want %.2f and %q", moment.since, part, word, moment.part, moment.word)
		}
	}
}

func TestWithoutABreathTheDiscShrinksAsTheTimeGoesBy(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		p := &Pace{Seconds: rapid.IntRange(1, 3600).Draw(r, "seconds")}
		p.left = float32(p.Seconds) * rapid.Float32Range(0, 1).Draw(r, "left")
		before, _ := p.moment()
		p.left *= rapid.Float32Range(0, 1).Draw(r, "later")
		if after, _ := p.moment(); after > before {
			t.Errorf("the disc grew from %g to %g", before, after)
		}
	})
}

// drawnRows are the lines of an entry as the toolkit set them.
func drawnRows(p *Paper) (rows []string) {
	var visit func(o fyne.CanvasObject)
	visit = func(o fyne.CanvasObject) {
		if !o.Visible() {
			return
		}
		switch o := o.(type) {
		case *canvas.Text:
			rows = append(rows, o.Text)
		case *fyne.Container:
			for _, child := range o.Objects {
				visit(child)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(o).Objects() {
				visit(child)
			}
		}
	}
	visit(p.entry)
	return rows
}

func TestLinesAreReckonedAsTheToolkitSetsThem(t *testing.T) {
	words := strings.Fields("Dear Ruth you were right to ask where the hand-over was Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenmanufaktur a I Üzüntüyle ğüşiöç sorry, but. 2026")
	dress(t, Light)
	p := NewPaper("")
	w := test.NewTempWindow(t, p)
	w.SetPadded(false)
	rapid.Check(t, func(r *rapid.T) {
		parts := rapid.SliceOfN(rapid.SampledFrom(append(words, "\n", " ", "\n\n")), 0, 60).Draw(r, "words")
		text := strings.Join(parts, " ")
		width := float32(rapid.IntRange(200, 700).Draw(r, "width"))
		w.Resize(fyne.NewSize(width, 600))
		p.SetText(text)
		p.measure(p.Size().Width)
		var want []string
		for _, row := range p.rows {
			want = append(want, text[row.from:row.to])
		}
		got := drawnRows(p)
		blank := func(s string) bool { return s == "" }
		if diff := cmp.Diff(slices.DeleteFunc(got, blank), slices.DeleteFunc(want, blank)); diff != "" {
			r.Fatalf("at %g the entry's lines (-) are not those reckoned (+):\n%s", width, diff)
		}
	})
}

func TestAMarkedPassageIsTintedOnEveryLineItRunsOver(t *testing.T) {
	p := NewPaper("")
	stage(t, Light, 424, 400, func() fyne.CanvasObject { return p })
	text := "We promised it for 22 May, I am sorry, but May was a very full month for all."
	p.SetText(text)
	from := strings.Index(text, "but")
	p.Mark([]Passage{{from, from + len("but May was a very full month for all")}})
	strips := p.strips()
	if len(strips) != 2 {
		t.Fatalf("the passage is tinted in %d places, want one on each of 2 lines", len(strips))
	}
	if strips[0].x <= paperPadX || strips[1].x != paperPadX || strips[1].y <= strips[0].y {
		t.Errorf("tinted at %+v", strips)
	}
	p.SetText("Anything else")
	if len(p.strips()) != 0 {
		t.Error("a mark stayed on a text it is not about")
	}
}

func TestWhatIsInsertedStandsWhereTheCursorIs(t *testing.T) {
	p := NewPaper("")
	stage(t, Light, 424, 400, func() fyne.CanvasObject { return p })
	p.SetText("Dear Ruth,\n\nBest wishes, and with many thanks for the patience you have had with us all this time")
	p.setCursor(len("Dear Ruth,\n"))
	p.Insert("We promised it for 22 May.")
	p.Insert("It came on 2 June.")
	want := "Dear Ruth,\nWe promised it for 22 May. It came on 2 June.\nBest"
	if !strings.HasPrefix(p.Text(), want) {
		t.Errorf("the letter reads %q, want it to begin %q", p.Text(), want)
	}
}

func TestTheWheelOverALetterTurnsThePage(t *testing.T) {
	p := NewPaper("")
	p.SetText(strings.Repeat("A line.\n", 80))
	page := NewPage(NewColumn(0, p))
	stage(t, Light, 600, 400, func() fyne.CanvasObject { return page })
	p.wheel.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -120)})
	if page.Offset() != 120 {
		t.Errorf("the page is scrolled to %g, want 120", page.Offset())
	}
}

func TestAVentedNoteIsGone(t *testing.T) {
	v := NewVent("", 5)
	w := stage(t, Light, 400, 200, padded(v))
	w.Canvas().Focus(v.Focusable())
	for _, letter := range "I could scream" {
		w.Canvas().Focused().TypedRune(letter)
	}
	if v.Empty() {
		t.Fatal("nothing was written")
	}
	gone := false
	v.Burn(func() { gone = true })
	if !gone || !v.Empty() {
		t.Errorf("gone %v, empty %v", gone, v.Empty())
	}
	v.field.entry.TypedShortcut(&fyne.ShortcutUndo{})
	if !v.Empty() {
		t.Error("undoing brings back what was let go")
	}
}

func TestCtrlEnterInSeveralLinesMovesOn(t *testing.T) {
	sent := ""
	f := NewMultiLine("", "")
	f.OnSubmitted = func(text string) { sent = text }
	w := stage(t, Light, 400, 200, padded(f))
	w.Canvas().Focus(f.Focusable())
	w.Canvas().Focused().TypedRune('a')
	key(t, w, fyne.KeyReturn)
	if sent != "" {
		t.Fatal("Enter moved on instead of beginning a new line")
	}
	f.entry.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault})
	if sent != "a\n" {
		t.Errorf("handed on %q", sent)
	}
}

func TestTheStepItselfComesFirstWhereThereIsNoRoom(t *testing.T) {
	dress(t, Light)
	block := func() fyne.CanvasObject { return NewText("words", "") }
	list, main, beside, end := block(), block(), block(), block()
	trio := NewTrio(list, main, beside, end)
	for _, at := range []struct {
		width   float32
		columns int
	}{{1000, 3}, {773, 2}, {573, 1}} {
		trio.Resize(fyne.NewSize(at.width, 900))
		lefts := map[float32]bool{}
		for _, o := range trio.Objects {
			lefts[o.Position().X] = true
		}
		if len(lefts) != at.columns {
			t.Errorf("at %g there are %d columns, want %d", at.width, len(lefts), at.columns)
		}
		if main.Position().Y != 0 {
			t.Errorf("at %g the step begins at %g", at.width, main.Position().Y)
		}
	}
	if last := end.Position().Y; last <= beside.Position().Y || list.Position().Y <= last {
		t.Error("in one column the step does not end below what stands beside it, or the list does not come last")
	}
}

func TestAnAnswerAndAFactAreSteppedOverOnlyWhenThereIsNothingToPress(t *testing.T) {
	pressed := 0
	dumb := &Fact{When: "15 May", Text: "Only to be read"}
	fact := &Fact{When: "28 May", Text: "They asked", OnTapped: func() { pressed++ }}
	pick := &Pick{Text: "By mail", OnTapped: func() { pressed++ }}
	w := stage(t, Light, 400, 300, padded(NewColumn(8, dumb, fact, pick)))
	w.Canvas().FocusNext()
	if w.Canvas().Focused() != fyne.Focusable(fact) {
		t.Fatalf("Tab came to %T", w.Canvas().Focused())
	}
	key(t, w, fyne.KeyReturn)
	w.Canvas().FocusNext()
	key(t, w, fyne.KeySpace)
	test.Tap(pick)
	if pressed != 3 {
		t.Errorf("pressed %d times, want 3", pressed)
	}
}
