package desktop

import (
	"testing"
	"testing/synctest"
	"time"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/screen"
)

func TestAtMidnightEverybodyIsJudgedAnew(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := raise(t, "en")
		s.sample()
		s.deafen()
		s.says(s.session.speaker.DateLong(someday))
		s.today = someday + 1
		s.wait(newDayEvery)
		s.settle()
		s.says(s.session.speaker.DateLong(someday + 1))
		s.hides(s.session.speaker.DateLong(someday))
		standings, err := s.session.practice.Review(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for _, st := range standings {
			if st.Assessment.On != someday+1 {
				t.Errorf("%s stands as of %s", st.Client.Name, st.Assessment.On)
			}
		}
	})
}

func TestANewDayLeavesAnImportAlone(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := raise(t, "en")
		s.sample()
		s.deafen()
		s.to(screen.Place{Name: screen.AtImport, File: s.doubtfulFile()})
		s.click("A new client")
		before := s.texts()
		s.today = someday + 1
		s.wait(newDayEvery)
		s.settle()
		if s.texts() != before {
			t.Error("what had been answered is gone:", s.texts())
		}
	})
}

func TestAToastGoesByItselfAndANewOneStaysItsOwnTime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := raise(t, "en")
		s.Toast("the first", false)
		s.wait(toastTime - time.Second)
		s.says("the first")
		s.Toast("the second", false)
		s.hides("the first")
		s.wait(toastTime - time.Second)
		s.says("the second")
		s.wait(2 * time.Second)
		s.hides("the second")
	})
}

func TestUndoWhileTypingTakesBackTypingAndNotTheDeed(t *testing.T) {
	s := raise(t, "en")
	s.oneClient("Fernhill")
	s.hold(key(fyne.KeyL, 0))
	s.typeIn("fernhill praise 3 well done")
	s.press(fyne.KeyReturn)

	s.hold(key(fyne.KeyL, 0))
	s.typeIn("fern")
	s.hold(&fyne.ShortcutUndo{})
	s.hides("fern")
	if s.entries() != 1 {
		t.Error("undo in a field took back the entry")
	}
	s.hold(&fyne.ShortcutRedo{})
	s.says("fern")
	s.press(fyne.KeyEscape)

	s.hold(&fyne.ShortcutUndo{})
	s.says("Taken back: Entry logged (Fernhill)")
	if s.entries() != 0 {
		t.Error("undo outside of fields left the entry")
	}
}

func TestUndoBehindAPanelDoesNothing(t *testing.T) {
	s := raise(t, "en")
	s.oneClient("Fernhill")
	s.press(fyne.KeyF1)
	s.hold(&fyne.ShortcutUndo{})
	s.press(fyne.KeyEscape)
	s.says("Fernhill")
	s.hides("Taken back")
}

func TestNothingToUndoIsSaid(t *testing.T) {
	s := raise(t, "en")
	s.start(screen.Opening{New: true})
	s.settle()
	s.hold(&fyne.ShortcutUndo{})
	s.says("There is nothing to undo")
	s.hold(&fyne.ShortcutRedo{})
	s.says("There is nothing to redo")
}

func TestTheToastTakesBackWhatItTells(t *testing.T) {
	s := raise(t, "en")
	s.oneClient("Fernhill")
	s.says("Client added")
	s.click("Undo")
	s.says("Taken back: Client added (Fernhill)", "Begin with the client on your mind")
}

// oneClient opens a new book and adds a client to it.
func (s *stage) oneClient(name string) rapport.ID {
	s.t.Helper()
	s.start(screen.Opening{New: true})
	s.settle()
	s.hold(key(fyne.KeyN, 0))
	s.typeIn(name)
	s.press(fyne.KeyReturn)
	clients, err := s.session.practice.Clients(s.t.Context(), false)
	if err != nil || len(clients) != 1 {
		s.t.Fatal(clients, err)
	}
	return clients[0].ID
}
