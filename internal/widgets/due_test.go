package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

func TestABarIsAmberFromTheDueDayOn(t *testing.T) {
	dress(t, Light)
	const longest, width = 60, 122 // two units a day
	for _, c := range []struct {
		name        string
		bar         DueBar
		early, late float32
	}{
		{"in time", DueBar{Due: 30, Done: 12}, 24, 0},
		{"on the day", DueBar{Due: 30, Done: 30}, 60, 0},
		{"late", DueBar{Due: 14, Done: 40}, 28, 52},
		{"a day late can be seen", DueBar{Due: 0, Done: 1}, 0, 3},
		{"at once can be seen", DueBar{Due: 30, Done: 0}, 3, 0},
		{"paid before it was issued", DueBar{Due: 30, Done: -5}, 3, 0},
		{"due at once and open", DueBar{Due: 0, Done: 60, Open: true}, 0, 120},
	} {
		parts := newDueParts()
		parts.place(c.bar, longest, 0, width, 0, tableRow)
		early, late := shownWidth(parts.early), shownWidth(parts.late)
		if early != c.early || late != c.late {
			t.Errorf("%s: %v in time and %v late, want %v and %v", c.name, early, late, c.early, c.late)
		}
		if hollow := !parts.earlyHole.Hidden || !parts.lateHole.Hidden; hollow != c.bar.Open {
			t.Errorf("%s: hollow is %v", c.name, hollow)
		}
		if got := parts.due.Position().X; got != float32(2*c.bar.Due) {
			t.Errorf("%s: the due day stands at %v", c.name, got)
		}
	}
}

func shownWidth(r *canvas.Rectangle) float32 {
	if r.Hidden {
		return 0
	}
	return r.Size().Width
}

func TestBarsOfAColumnShareOneScale(t *testing.T) {
	dress(t, Light)
	table := &Table{Columns: []TableColumn{{Title: "took", Width: 102}}, Rows: [][]Cell{
		{{Bar: &DueBar{Due: 10, Done: 20}}}, {{Bar: &DueBar{Due: 10, Done: 100}}}, {{Text: "none"}},
	}}
	w := test.NewTempWindow(t, table)
	w.Resize(fyne.NewSize(300, 200))
	r := test.WidgetRenderer(table).(*tableRenderer)
	if len(r.bars) != 2 {
		t.Fatalf("%d bars are drawn, want 2", len(r.bars))
	}
	for i, want := range []float32{10, 90} {
		if got := r.bars[i].late.Size().Width; got != want {
			t.Errorf("bar %d is late by %v units, want %v", i, got, want)
		}
	}
	table.Rows = table.Rows[:1]
	table.Refresh()
	if !r.bars[1].early.Hidden || !r.bars[1].due.Hidden {
		t.Error("the bar of a row that is gone is still there")
	}
}

func TestMetersGoOnInTheNextLineWhereItIsNarrow(t *testing.T) {
	dress(t, Light)
	meters := &Meters{Rows: []Meter{{"Demands", 40, "40"}, {"Complaints", 0, "0"}, {"Payment", 150, "100"}}}
	if wide, small := meters.HeightFor(600), meters.HeightFor(250); small <= wide {
		t.Errorf("%v high in 250 units, %v in 600", small, wide)
	}
	meters.Resize(fyne.NewSize(600, meters.HeightFor(600)))
	test.WidgetRenderer(meters)
	parts := meters.parts()
	if !parts[1].bar.Hidden {
		t.Error("a value of nothing has a bar")
	}
	if parts[2].bar.Size().Width != parts[2].track.Size().Width {
		t.Error("more than all does not fill the bar, or overflows it")
	}
}

func TestAReminderIsPressedByKeyAndPointer(t *testing.T) {
	pressed := 0
	r := &Reminder{Icon: "trial", Title: "Look again on Friday", Text: sentence, OnTapped: func() { pressed++ }}
	w := stage(t, Light, 400, 200, padded(r))
	w.Canvas().FocusNext()
	key(t, w, fyne.KeyReturn)
	test.Tap(r)
	if pressed != 2 {
		t.Errorf("pressed %d times, want 2", pressed)
	}
	if r.HeightFor(200) <= r.HeightFor(900) {
		t.Error("the line does not wrap")
	}
}

func TestTheOnsetIsNamedOnTheSideWithRoom(t *testing.T) {
	dress(t, Light)
	at := func(onset, today int) float32 {
		line := &Timeline{Start: 0, End: 100, Today: today, Onset: onset, Words: TimelineWords{Onset: "it began"}}
		line.Resize(fyne.NewSize(616, line.HeightFor(616)))
		for _, o := range test.WidgetRenderer(line).Objects() {
			if text, ok := o.(*canvas.Text); ok && text.Text == "it began" && !text.Hidden {
				return text.Position().X
			}
		}
		return -1
	}
	line := &Timeline{Start: 0, End: 100}
	if got := at(20, 90); got <= line.x(20, 616) {
		t.Errorf("with room at the right it is named at %v", got)
	}
	if got := at(86, 90); got >= line.x(86, 616) || got < 0 {
		t.Errorf("just before today it is named at %v, want at the left", got)
	}
	if got := at(0, 90); got != -1 {
		t.Errorf("no onset is named at %v", got)
	}
}
