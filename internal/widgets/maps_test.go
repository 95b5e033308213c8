package widgets

import (
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"
)

// mapGallery is a window with the charts that compare clients.
func mapGallery() fyne.CanvasObject {
	return &Shell{Rail: galleryRail(), Screen: NewPage(NewColumn(24,
		NewQuestionHead("Is it me?", "Partly, and only with dates", "Five of eleven clients waited longer than you had promised.",
			&Segment{Options: []string{"Quarter", "Half year", "Year"}, Selected: 1}),
		&Parted{Aside: 400, Main: mapsBoxes(), Side: NewText("One thing to try", ColorMuted)},
		NewSplit(296, NewCard(mapsScatter()), NewColumn(12, NewCard(mapsTally()), NewCard(mapsBars()))),
	))}
}

func mapsScatter() *Scatter {
	s := NewScatter()
	s.X = Axis{To: 100, Title: "Strain, how heavy it is now"}
	s.Y = Axis{To: 140, Title: "€ per hour"}
	for at := 0; at <= 100; at += 25 {
		s.X.Ticks = append(s.X.Ticks, AxisTick{float64(at), fmt.Sprint(at)})
	}
	for at := 0; at <= 140; at += 20 {
		s.Y.Ticks = append(s.Y.Ticks, AxisTick{float64(at), fmt.Sprint(at)})
	}
	s.Target = Level{At: 70, Text: "your target, €70 an hour"}
	s.Corners = [4]string{"light and well paid", "heavy, and worth it", "light, and priced too low", "heavy and below target"}
	s.Dots = []Dot{
		{X: 6, Y: 112, Share: 0.2, Code: "keep", Label: "Lindqvist & Co"},
		{X: 45, Y: 96, Share: 0.19, Code: "mend", Label: "Mercer Labs", Bold: true},
		{X: 61, Y: 84, Share: 0.22, Code: "extra_mile", Label: "Harbour Studio", Bold: true},
		{X: 8, Y: 65, Share: 0.05, Code: "keep", Label: "Osman Textiles"},
		{X: 11, Y: 62, Share: 0.04, Code: "keep", Label: "Kaya Consulting"},
		{X: 9, Y: 60, Share: 0.04, Code: "trial", Label: "Northgate Schools", Aside: true},
		{X: 76, Y: 31, Share: 0.12, Code: "end", Label: "Van Dijk Bouw", Bold: true},
	}
	s.Selected = 2
	return s
}

func mapsBoxes() *Boxes {
	b := &Boxes{Rows: []BoxRow{
		{Text: "Complaint about a date", Filled: 5, Of: 11, Tally: "5 of 11", Code: "ours", Bold: true},
		{Text: "Asked beyond the quote, which takes more room to say than one line has", Filled: 3, Of: 11, Tally: "3 of 11"},
		{Text: "Wrote at the weekend", Filled: 0, Of: 11, Tally: "0 of 11"},
		{Text: "Late payment", Filled: 40, Of: 300, Tally: "40 of 300"},
	}}
	b.OnOpened = func(int) {}
	return b
}

func mapsBars() *Bars {
	b := &Bars{Target: 0.62, Rows: []BarRow{
		{Name: "Lindqvist & Co", Part: 1, Text: "€112"}, {Name: "Mercer Labs", Part: 0.86, Text: "€96"},
		{Name: "Van Dijk Bouw with a long name", Part: 0.28, Text: "€31", Tone: Faint}, {Name: "nobody", Text: "€0", Tone: Strong},
	}}
	b.OnOpened = func(int) {}
	return b
}

func mapsTally() *Tally {
	t := NewTally([]TallyRow{{"end", "End", "1"}, {"extra_mile", "Extra mile", "1"}, {"keep", "Keep", "5"}}, func(int) {})
	t.Chosen = 1
	return t
}

func TestMapsLookAsAgreed(t *testing.T) {
	for name, mode := range map[string]Mode{"light": Light, "dark": Dark} {
		t.Run(name, func(t *testing.T) {
			w := stage(t, mode, 1280, 1060, mapGallery)
			compareGolden(t, filepath.Join("testdata", "maps-"+name+".png"), capture(w))
		})
	}
}

func TestAChangeOfThemeReachesEveryMap(t *testing.T) {
	fresh := capture(stage(t, Light, 1280, 1060, mapGallery))
	w := stage(t, Dark, 1280, 1060, mapGallery)
	fyne.CurrentApp().Settings().SetTheme(Theme{Mode: Light})
	if !same(fresh, capture(w)) {
		t.Error("maps switched from dark to light differ from maps that were always light")
	}
}

// shownMap puts a map into a window and returns where its dots may lie.
func shownMap(t *testing.T, s *Scatter) (fyne.Window, area) {
	t.Helper()
	w := stage(t, Light, 640, 620, func() fyne.CanvasObject { return NewColumn(0, s) })
	return w, s.plot(s.Size())
}

func TestADotIsFoundWhereItIsDrawn(t *testing.T) {
	s := mapsScatter()
	_, in := shownMap(t, s)
	for i, dot := range s.Dots {
		at := s.at(i, in)
		got := s.dotAt(fyne.NewPos(float32(at.x), float32(at.y)))
		if dot.Aside == (got == i) {
			t.Errorf("at the middle of dot %d is dot %d", i, got)
		}
	}
	if got := s.dotAt(fyne.NewPos(in.right-3, in.top+3)); got != -1 {
		t.Errorf("where nothing is, dot %d was found", got)
	}
}

func TestANameMeansItsDot(t *testing.T) {
	s := mapsScatter()
	shownMap(t, s)
	for i, label := range s.named {
		if !label.fits {
			continue
		}
		if got := s.dotAt(fyne.NewPos(label.at.right-2, label.at.top+2)); got != i {
			t.Errorf("on the name %q is dot %d", label.text, got)
		}
	}
}

func TestAClickSelectsAndASecondOpens(t *testing.T) {
	s := mapsScatter()
	var selected, opened []int
	s.On = ScatterEvents{Selected: func(i int) { selected = append(selected, i) }, Opened: func(i int) { opened = append(opened, i) }}
	_, in := shownMap(t, s)
	at := s.at(6, in)
	place := fyne.NewPos(float32(at.x), float32(at.y))
	s.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: place}})
	test.TapAt(s, place)
	if !slices.Equal(selected, []int{6}) || len(opened) != 0 {
		t.Fatalf("after a click selected %v, opened %v", selected, opened)
	}
	s.DoubleTapped(&fyne.PointEvent{Position: place})
	test.TapAt(s, fyne.NewPos(1, 1))
	s.DoubleTapped(&fyne.PointEvent{Position: fyne.NewPos(1, 1)})
	if s.Selected != 6 || !slices.Equal(opened, []int{6}) {
		t.Errorf("at last %d is selected, opened %v", s.Selected, opened)
	}
}

func TestArrowKeysGoToTheNextDotInTheirDirection(t *testing.T) {
	s := mapsScatter()
	opened := -1
	s.On.Opened = func(i int) { opened = i }
	w, _ := shownMap(t, s)
	w.Canvas().FocusNext()
	for _, c := range []struct {
		key  fyne.KeyName
		want int
	}{
		{fyne.KeyLeft, 1}, {fyne.KeyLeft, 0}, {fyne.KeyLeft, 0}, {fyne.KeyDown, 3}, {fyne.KeyEnd, 6}, {fyne.KeyHome, 0},
		{fyne.KeyRight, 1}, {fyne.KeyRight, 2}, {fyne.KeyDown, 6}, {fyne.KeyUp, 2},
	} {
		if key(t, w, c.key); s.Selected != c.want {
			t.Fatalf("%s goes to %d, want %d", c.key, s.Selected, c.want)
		}
	}
	if key(t, w, fyne.KeyReturn); opened != 2 {
		t.Errorf("Enter opens %d", opened)
	}
}

func TestNoArrowKeyGoesBackwards(t *testing.T) {
	dress(t, Light)
	rapid.Check(t, func(t *rapid.T) {
		s := drawnMap(t)
		from := rapid.IntRange(0, len(s.Dots)-1).Draw(t, "from")
		in := s.plot(s.Size())
		for _, way := range [][2]float64{{-1, 0}, {1, 0}, {0, -1}, {0, 1}} {
			s.Selected = from
			s.step(way[0], way[1])
			a, b := s.at(from, in), s.at(s.Selected, in)
			if s.Selected != from && (b.x-a.x)*way[0]+(b.y-a.y)*way[1] <= 0 {
				t.Fatalf("%v leads from %v to %v", way, a, b)
			}
		}
	})
}

func TestPageKeysVisitEveryDotThatIsNotAside(t *testing.T) {
	s := mapsScatter()
	w, _ := shownMap(t, s)
	w.Canvas().FocusNext()
	key(t, w, fyne.KeyHome)
	seen := []int{s.Selected}
	for range s.Dots {
		key(t, w, fyne.KeyPageDown)
		seen = append(seen, s.Selected)
	}
	if want := []int{0, 1, 2, 3, 4, 6, 6, 6}; !slices.Equal(seen, want) {
		t.Errorf("Page Down visits %v, want %v", seen, want)
	}
	if key(t, w, fyne.KeyPageUp); s.Selected != 4 {
		t.Errorf("Page Up goes from the last to %d", s.Selected)
	}
}

// drawnMap is any map.
func drawnMap(t *rapid.T) *Scatter {
	s := NewScatter()
	s.X, s.Y = Axis{To: 100}, Axis{To: 140}
	s.Resize(fyne.NewSize(640, 600))
	for i := range rapid.IntRange(1, 14).Draw(t, "dots") {
		s.Dots = append(s.Dots, Dot{
			X: float64(rapid.IntRange(0, 100).Draw(t, "x")), Y: float64(rapid.IntRange(0, 140).Draw(t, "y")),
			Share: rapid.Float64Range(0, 1).Draw(t, "share"), Code: "keep", Label: fmt.Sprintf("Client %d", i), Bold: rapid.Bool().Draw(t, "bold"),
		})
	}
	return s
}

func TestNoNameCoversAnotherOrADotOrLeavesTheMap(t *testing.T) {
	dress(t, Light)
	rapid.Check(t, func(t *rapid.T) {
		s := drawnMap(t)
		s.Selected = rapid.IntRange(-1, len(s.Dots)-1).Draw(t, "selected")
		in := s.plot(s.Size())
		labels := s.labels(in, nil)
		for i, label := range labels {
			if label.fits && !label.at.within(area{in.left, in.top, in.right, in.bottom}) {
				t.Fatalf("%q leaves the map: %v", label.text, label.at)
			}
			if !label.fits || label.over {
				continue
			}
			for j, other := range labels {
				if s.touches(label.at, j, in) {
					t.Fatalf("%q covers the dot of %q", label.text, other.text)
				}
				if i != j && other.fits && !other.over && label.at.meets(other.at) {
					t.Fatalf("%q covers %q", label.text, other.text)
				}
			}
		}
		if s.Selected >= 0 && !labels[s.Selected].fits {
			t.Fatal("the name of the dot selected is not shown")
		}
	})
}

func TestDotsOfTheSameFiguresCanAllBePointedAt(t *testing.T) {
	dress(t, Light)
	s := NewScatter()
	s.X, s.Y = Axis{To: 100}, Axis{To: 140}
	s.Resize(fyne.NewSize(640, 600))
	for range 30 {
		s.Dots = append(s.Dots, Dot{Y: 80, Code: "keep"})
	}
	in := s.plot(s.Size())
	for i := range s.Dots {
		at := s.at(i, in)
		if got := s.dotAt(fyne.NewPos(float32(at.x), float32(at.y))); got != i {
			t.Errorf("where dot %d stands, dot %d is found", i, got)
		}
		if away := math.Hypot(at.x-float64(in.left), at.y-s.at(0, in).y); away > spotApart*spotRings+1 {
			t.Errorf("dot %d was moved %v units", i, away)
		}
	}
}

func TestACrowdIsDrawnInTheHuesOfItsDots(t *testing.T) {
	dress(t, Light)
	s := NewScatter()
	s.X, s.Y = Axis{To: 100}, Axis{To: 140}
	for i := range crowd + 1 {
		s.Dots = append(s.Dots, Dot{X: float64(i % 90), Y: 20, Code: "keep"})
	}
	s.Dots[0] = Dot{X: 99, Y: 120, Code: "end"}
	s.Resize(fyne.NewSize(640, 600))
	picture := newScatterRenderer(s).draw(640, 600)
	at := s.at(0, s.plot(s.Size()))
	if got := picture.At(int(at.x), int(at.y)); contrast(got, shade(Hue("end").Icon)) > 1.05 {
		t.Errorf("the one that stands alone is drawn in %v", got)
	}
}

func TestTheAreaOfADotFollowsItsShare(t *testing.T) {
	if small, large := (Dot{Share: 0.2}).radius(), (Dot{Share: 0.8}).radius(); large != 2*small {
		t.Errorf("four times the share has a radius of %v instead of %v", large, 2*small)
	}
	if (Dot{}).radius() < dotLeast || (Dot{Share: 7}).radius() > dotWhole {
		t.Error("a share out of range leaves the sizes that can be drawn")
	}
}

func TestTheDotUnderThePointerIsTold(t *testing.T) {
	s := mapsScatter()
	var told []int
	s.On.Pointed = func(i int) { told = append(told, i) }
	_, in := shownMap(t, s)
	at := s.at(0, in)
	over := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(float32(at.x), float32(at.y))}}
	s.MouseIn(over)
	s.MouseMoved(over)
	s.MouseOut()
	if !slices.Equal(told, []int{0, -1}) {
		t.Errorf("told of %v", told)
	}
}
