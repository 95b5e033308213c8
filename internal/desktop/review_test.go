package desktop

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/screen"
)

func TestABookThatCannotBeRememberedOpensAllTheSame(t *testing.T) {
	s := raise(t, "en")
	os.MkdirAll(filepath.Join(s.options.Folders.State, "last-book", "x"), 0o700)
	s.start(screen.Opening{New: true})
	s.settle()
	s.says("That could not be done")
}

func TestTheToastTakesBackADeedWhateverHasTheKeyboard(t *testing.T) {
	s := raise(t, "en")
	s.oneClient("Fernhill")
	s.hold(key(fyne.KeyL, 0))
	s.typeIn("fernhill praise 3 well done")
	s.press(fyne.KeyReturn)
	s.settle()
	s.Go(screen.Place{Name: screen.AtJournal})
	s.settle()
	for range 20 {
		s.window.Canvas().FocusNext()
		if _, ok := s.window.Canvas().Focused().(fyne.Shortcutable); ok {
			break
		}
	}
	s.typeIn("fern")
	s.click("Undo")
	if s.entries() != 0 {
		t.Error("the deed is still there")
	}
}

func TestAFileThatCannotBeReadLeavesTheWayBack(t *testing.T) {
	s := raise(t, "en")
	s.oneClient("Fernhill")
	bad := filepath.Join(t.TempDir(), "bad.csv")
	os.WriteFile(bad, []byte("a,b\n1,2\n"), 0o600)
	s.to(screen.Place{Name: screen.AtImport, File: bad})
	s.says("That could not be done")
	s.press(fyne.KeyEscape)
}

func TestAClientWhoIsTakenBackIsLeft(t *testing.T) {
	s := raise(t, "en")
	id := s.oneClient("Fernhill")
	s.to(screen.Place{Name: screen.AtClient, Client: id})
	s.hold(&fyne.ShortcutUndo{})
	s.settle()
	s.hides("That could not be done")
}

func TestTheEnvironmentSetsTheTextSizeWhereTheBookDoesNot(t *testing.T) {
	s := raise(t, "en")
	s.scale = "1.5"
	s.sample()
	if os.Getenv(scaleVariable) != "1.5" {
		t.Error("the environment's scale is gone")
	}
	s.choose(func(p *practice.Settings) { p.Scale = "2" })
	if os.Getenv(scaleVariable) != "2" {
		t.Error("the book's scale is not used")
	}
	s.choose(func(p *practice.Settings) { p.Scale = "" })
	if os.Getenv(scaleVariable) != "1.5" {
		t.Error("the environment's scale does not come back")
	}
}

func TestNoPanelOfOneBookStaysOpenOverAnother(t *testing.T) {
	s := raise(t, "en")
	s.sample()
	s.Open(screen.Opening{New: true})
	screen.ShowObligationForm(s, s.clientOf("end"))
	s.settle()
	if n := len(s.window.Canvas().Overlays().List()); n != 0 {
		t.Error(n, "panels over the other book")
	}
	s.press(fyne.KeyF1)
	s.says("Everything works without a mouse")
}
