package desktop

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
)

// TestEveryTextHasItsPlace visits every view in every language, in a window as
// large as a small laptop's screen and in one where everything is half as large
// again. Each text must be there in the language, whole, inside of the window, and
// clear of its neighbours.
func TestEveryTextHasItsPlace(t *testing.T) {
	for _, language := range present.Languages() {
		t.Run(string(language), func(t *testing.T) {
			s := raise(t, string(language))
			s.sample()
			s.choose(func(c *practice.Settings) { c.Language = string(language) })
			for _, v := range append(views[1:], views[0]) { // Welcome closes the book: last
				for _, size := range []fyne.Size{fyne.NewSize(1280, 800), fyne.NewSize(853, 533)} {
					s.window.Resize(size)
					v.show(s)
					for _, fault := range s.misplaced() {
						t.Errorf("%s at %gx%g: %s", v.name, size.Width, size.Height, fault)
					}
					closeOverlays(s.window.Canvas())
				}
			}
		})
	}
}

// The test above is only worth what misplaced notices.
func TestWhatIsMisplacedIsNoticed(t *testing.T) {
	s := raise(t, "en")
	s.window.Resize(fyne.NewSize(300, 200))
	put := func(text string, x, y float32) fyne.CanvasObject {
		drawn := canvas.NewText(text, nil)
		drawn.Move(fyne.NewPos(x, y))
		drawn.Resize(drawn.MinSize())
		return drawn
	}
	scroll := container.NewHScroll(container.NewWithoutLayout(put("scrolled to", 0, 500), put("beyond what scrolls", 60, 0)))
	scroll.Resize(fyne.NewSize(100, 50))
	scroll.Move(fyne.NewPos(200, 100))
	for _, c := range []struct {
		object fyne.CanvasObject
		want   int
	}{
		{container.NewWithoutLayout(put("above", 10, 10), put("below", 10, 30), put("beside", 80, 10)), 0},
		{container.NewWithoutLayout(put("one", 10, 10), put("on the other", 30, 14)), 1},
		{put("reaches out to the right", 250, 10), 1},
		{put("reaches out to the left", -5, 10), 1},
		{put("reaches out below", 10, 190), 1},
		{put("⟦some.key⟧", 10, 10), 1},
		{container.NewWithoutLayout(scroll), 1},
	} {
		s.window.SetContent(container.NewWithoutLayout(c.object))
		if got := s.misplaced(); len(got) != c.want {
			t.Errorf("noticed %q, which is not %d faults", got, c.want)
		}
	}
}

// setText is a text and where it stands in the window.
type setText struct {
	text     string
	at       fyne.Position
	size     fyne.Size
	view     box  // what of the window shows it: all, or a part that scrolls
	scrolled bool // it stands in a part that scrolls
}

// box is an area of the window.
type box struct{ left, top, right, bottom float32 }

// slack is what two texts may lack or share, in units: places are whole units,
// and the box of a text is higher than its letters.
const slack float32 = 1

// misplaced says what is wrong with the texts on screen.
func (s *stage) misplaced() (faults []string) {
	size := s.window.Canvas().Size()
	whole := box{0, 0, size.Width, size.Height}
	layers := append([]fyne.CanvasObject{s.window.Content()}, s.window.Canvas().Overlays().List()...)
	for _, layer := range layers {
		var texts []setText
		gather(layer, setText{view: whole}, &texts)
		for i, t := range texts {
			faults = append(faults, t.faults()...)
			for _, other := range texts[:i] {
				if t.covers(other) {
					faults = append(faults, fmt.Sprintf("%q and %q overlap at %v", other.text, t.text, t.at))
				}
			}
		}
	}
	return faults
}

// gather collects the texts of a tree with their places.
func gather(o fyne.CanvasObject, in setText, texts *[]setText) {
	if o == nil || !o.Visible() {
		return
	}
	in.at, in.size = in.at.Add(o.Position()), o.Size()
	switch o := o.(type) {
	case *canvas.Text:
		if o.Text != "" {
			in.text = o.Text
			in.size = fyne.NewSize(o.MinSize().Width, o.MinSize().Height)
			*texts = append(*texts, in)
		}
		return
	case *container.Scroll:
		in.scrolled = true
		in.view = box{max(in.view.left, in.at.X), max(in.view.top, in.at.Y),
			min(in.view.right, in.at.X+in.size.Width), min(in.view.bottom, in.at.Y+in.size.Height)}
	case fyne.Shortcutable: // a field scrolls what is typed into it
		return
	}
	for _, child := range drawnFor(o) {
		gather(child, in, texts)
	}
}

func (t setText) faults() (faults []string) {
	if strings.ContainsAny(t.text, "⟦⟧") {
		faults = append(faults, fmt.Sprintf("%q is in no catalogue", t.text))
	}
	if t.at.X < t.view.left-slack || t.at.X+t.size.Width > t.view.right+slack {
		faults = append(faults, fmt.Sprintf("%q reaches from %g to %g, seen from %g to %g",
			t.text, t.at.X, t.at.X+t.size.Width, t.view.left, t.view.right))
	}
	if !t.scrolled && (t.at.Y < t.view.top-slack || t.at.Y+t.size.Height > t.view.bottom+slack) {
		faults = append(faults, fmt.Sprintf("%q reaches down to %g, seen down to %g", t.text, t.at.Y+t.size.Height, t.view.bottom))
	}
	return faults
}

// covers reports whether two texts stand on each other. A quarter of the height
// is room above and below the letters, which lines that are set tight share.
func (t setText) covers(other setText) bool {
	room := min(t.size.Height, other.size.Height) / 4
	return t.scrolled == other.scrolled &&
		min(t.at.X+t.size.Width, other.at.X+other.size.Width)-max(t.at.X, other.at.X) > slack &&
		min(t.at.Y+t.size.Height, other.at.Y+other.size.Height)-max(t.at.Y, other.at.Y) > room
}
