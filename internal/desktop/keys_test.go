package desktop

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"github.com/rapport-desktop/rapport/internal/screen"
)

func TestEveryKeyOfTheMenusOpensWhatItSays(t *testing.T) {
	s := raise(t, "en")
	s.t.Setenv("HOME", t.TempDir())
	s.sample()
	for _, c := range []struct {
		shortcut fyne.Shortcut
		says     string
	}{
		{key(fyne.KeyL, 0), "What happened?"},
		{key(fyne.KeyN, 0), "Who is it?"},
		{key(fyne.KeyO, 0), "Open a book"},
		{key(fyne.KeyI, 0), "Read in a file"},
		{key(fyne.KeyE, 0), "Save a copy as CSV"},
		{key(fyne.Key2, 0), "entries"},
		{key(fyne.Key3, 0), "Is it me?"},
		{key(fyne.KeyM, 0), "Verdicts today"},
		{key(fyne.KeyP, 0), "Which client?"},
		{key(fyne.KeyH, 0), "Which client?"},
		{key(fyne.KeyG, 0), "A guide for every hard moment"},
		{key(fyne.KeyComma, 0), "What you choose takes effect at once"},
		{key(fyne.Key1, 0), "Strain, 12 weeks"},
	} {
		s.hold(c.shortcut)
		s.says(c.says)
		s.press(fyne.KeyEscape)
		if s.window.Canvas().Overlays().Top() != nil {
			t.Errorf("Escape does not close what %s opened", c.shortcut.ShortcutName())
		}
	}
}

// A key without a modifier reaches no menu in a real window: the toolkit sends it
// to what has the keyboard, or to the canvas.
func TestF1ListsTheKeys(t *testing.T) {
	s := raise(t, "en")
	s.sample()
	s.press(fyne.KeyF1)
	s.says("Everything works without a mouse")
	s.press(fyne.KeyEscape)
	s.hides("Everything works without a mouse")
	s.window.Canvas().FocusNext()
	s.press(fyne.KeyF1)
	s.says("Everything works without a mouse")
}

func TestKeysOfTheMenusRestWhileAPanelIsOpen(t *testing.T) {
	s := raise(t, "en")
	s.sample()
	s.hold(key(fyne.KeyL, 0))
	for _, shortcut := range []fyne.Shortcut{key(fyne.KeyL, 0), key(fyne.KeyN, 0), key(fyne.Key2, 0), key(fyne.KeyK, 0)} {
		s.hold(shortcut)
		if open := len(s.window.Canvas().Overlays().List()); open != 1 {
			t.Fatalf("%s leaves %d panels open", shortcut.ShortcutName(), open)
		}
		if s.places.now.Name != screen.AtReview {
			t.Fatalf("%s went to %s behind the panel", shortcut.ShortcutName(), s.places.now.Name)
		}
	}
	s.press(fyne.KeyEscape)
	s.says("Strain, 12 weeks")
}

func TestBackLeadsNoFurtherThanThisBook(t *testing.T) {
	s := raise(t, "en")
	s.sample()
	s.to(screen.Place{Name: screen.AtClient, Client: s.clientOf("end")})
	s.click("To my own book")
	s.click("Start a new book")
	s.says("My book")
	s.hold(&desktop.CustomShortcut{KeyName: fyne.KeyLeft, Modifier: fyne.KeyModifierAlt})
	s.hides("That could not be done")
	s.says("Begin with the client on your mind")
}

func TestBackReturnsStepByStep(t *testing.T) {
	s := raise(t, "en")
	s.sample()
	client := s.clientOf("end")
	s.to(screen.Place{Name: screen.AtClient, Client: client})
	s.to(screen.Place{Name: screen.AtJournal, Client: client})
	s.to(screen.Place{Name: screen.AtSettings})
	back := &desktop.CustomShortcut{KeyName: fyne.KeyLeft, Modifier: fyne.KeyModifierAlt}
	for _, want := range []screen.PlaceName{screen.AtJournal, screen.AtClient, screen.AtReview, screen.AtReview} {
		s.hold(back)
		if s.places.now.Name != want {
			t.Fatalf("back leads to %s instead of %s", s.places.now.Name, want)
		}
	}
}
