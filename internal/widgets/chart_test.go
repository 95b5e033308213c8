package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"
)

func TestSparksOfOneScaleCanBeCompared(t *testing.T) {
	low, high := &Spark{Values: []float64{10, 20}}, &Spark{Values: []float64{70, 80}}
	if low.points()[1].y <= high.points()[1].y {
		t.Error("a lighter client is drawn higher than a heavy one")
	}
	over := &Spark{Values: []float64{-5, 200}}
	for _, at := range over.points() {
		if at.y < 0 || at.y > 36 {
			t.Errorf("a value beyond the scale stands at %v", at)
		}
	}
	one := &Spark{Values: []float64{40}}
	if got := len(one.points()); got != 1 {
		t.Errorf("one value makes %d points", got)
	}
}

func TestASparkIsDrawnAtTheSizeItIsAskedFor(t *testing.T) {
	dress(t, Light)
	for _, scale := range []int{1, 2} {
		s := &Spark{Values: []float64{10, 60}, Code: "end"}
		picture := s.draw(104*scale, 36*scale)
		last := s.points()[1]
		want := shade(Hue("end").Icon)
		got := picture.At(int(last.x)*scale, int(last.y)*scale)
		if contrast(got, want) > 1.05 {
			t.Errorf("at scale %d the last point is %v, want the hue %v", scale, got, want)
		}
	}
	if (&Spark{}).draw(104, 36) == nil {
		t.Error("no values draw no picture")
	}
}

func TestAnEntryOfTheTimelineIsFoundWhereItIsDrawn(t *testing.T) {
	line := galleryTimeline()
	got := [2]int{-1, -1}
	line.OnMark = func(lane, mark int) { got = [2]int{lane, mark} }
	stage(t, Light, 1000, 300, func() fyne.CanvasObject { return NewColumn(0, line) })
	for lane := range line.Lanes {
		for mark, m := range line.Lanes[lane].Marks {
			got = [2]int{-1, -1}
			test.TapAt(line, fyne.NewPos(line.x(m.Day, 1000)+2, laneY(lane)-3))
			if got != [2]int{lane, mark} {
				t.Errorf("a click on mark %d of lane %d found %v", mark, lane, got)
			}
		}
	}
	got = [2]int{-1, -1}
	test.TapAt(line, fyne.NewPos(line.x(200, 1000), laneY(0)))
	if got != [2]int{-1, -1} {
		t.Errorf("a click where nothing is found %v", got)
	}
}

func TestABalanceOpensTheEntriesOfItsReason(t *testing.T) {
	var opened []int
	b := &Balance{Title: "For and against", OnOpened: func(row int) { opened = append(opened, row) }, Rows: []BalanceRow{
		{Text: "calm months before", Code: "circumstance", Weight: 3, Link: "41 entries"},
		{Text: "went beyond the quote", Code: "pattern", Weight: -9, Link: "3 entries"},
	}}
	w := stage(t, Light, 700, 200, padded(b))
	w.Canvas().FocusNext()
	w.Canvas().FocusNext()
	key(t, w, fyne.KeyReturn)
	if len(opened) != 1 || opened[0] != 1 {
		t.Errorf("opened %v, want the second", opened)
	}
	text, box, _ := b.columns(660)
	if bar := b.parts()[1].bar; bar.Position().X < text || bar.Size().Width > box/2 {
		t.Errorf("a heavy reason's bar begins at %v and is %v wide", bar.Position().X, bar.Size().Width)
	}
	if right, left := b.parts()[0].bar.Position().X, b.parts()[1].bar.Position().X; right <= left {
		t.Error("what speaks for does not stand right of what speaks against")
	}
}

func TestSharesFillTheirBarExactly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := &SharesBar{}
		for range rapid.IntRange(1, 4).Draw(t, "count") {
			s.Shares = append(s.Shares, Share{Part: float64(rapid.IntRange(0, 100).Draw(t, "part"))})
		}
		width := float32(rapid.IntRange(200, 700).Draw(t, "width"))
		var sum float32
		seen := 0
		for i, w := range s.barWidths(width) {
			if w < 0 || s.Shares[i].Part > 0 && w < 1 {
				t.Fatalf("share %d of %v is %v wide", i, s.Shares[i].Part, w)
			}
			if w > 0 {
				seen++
				sum += w
			}
		}
		if seen > 0 && sum+2*float32(seen-1) != width {
			t.Fatalf("the parts and gaps are %v wide in a bar of %v", sum+2*float32(seen-1), width)
		}
	})
}

func TestATableHidesColumnsItHasNoRoomFor(t *testing.T) {
	table := &Table{Columns: []TableColumn{{Title: "What"}, {Title: "Issued", Width: 90, HideBelow: 500}, {Title: "Amount", Width: 80, Right: true}}}
	wide, small := table.layout(600), table.layout(300)
	if !wide[1].shown || small[1].shown {
		t.Error("the middle column is not hidden where it is narrow, or hidden where it is not")
	}
	for _, columns := range [][]column{wide, small} {
		last := columns[2]
		if end := last.x + last.width; end != 600 && end != 300 {
			t.Errorf("the last column ends at %v, want at the edge", end)
		}
	}
}

func TestATableIsOneStopWithACurrentRow(t *testing.T) {
	var opened []int
	table := galleryTable()
	table.OnOpened = func(row int) { opened = append(opened, row) }
	w := stage(t, Light, 400, 200, padded(table))
	w.Canvas().FocusNext()
	key(t, w, fyne.KeyDown)
	key(t, w, fyne.KeyDown)
	key(t, w, fyne.KeyReturn)
	test.TapAt(table, fyne.NewPos(10, tableHead+10))
	test.TapAt(table, fyne.NewPos(10, 10))                      // the head
	test.TapAt(table, fyne.NewPos(10, tableHead+2*tableRow+10)) // the total
	if len(opened) != 2 || opened[0] != 1 || opened[1] != 0 {
		t.Errorf("opened %v, want the second by keys, then the first by pointer", opened)
	}
}
