package desktop

import (
	"encoding/binary"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/screen"
)

// userVersion is where the header of a SQLite file keeps the version of the
// schema (https://sqlite.org/fileformat2.html#the_database_header).
const userVersion = 60

// newer is a book as a later version of the program would leave it.
func newer(good []byte) []byte {
	bad := append([]byte(nil), good...)
	binary.BigEndian.PutUint32(bad[userVersion:], 99)
	return bad
}

func TestABookThatCannotBeOpenedSaysWhyAndOpensOnceItIsRight(t *testing.T) {
	for _, c := range []struct {
		name, says string
		spoil      func(good []byte) []byte // nil leaves nothing there
	}{
		{"an empty file", "is empty", func([]byte) []byte { return []byte{} }},
		{"half a file", "The end of the book", func(good []byte) []byte { return good[:len(good)/2] }},
		{"something else", "is not a Rapport book", func([]byte) []byte { return []byte("Dear diary, today I met a client.") }},
		{"a newer book", "was written by a newer Rapport", newer},
		{"no file", "There is no book at", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := raise(t, "en")
			path := newBook(t, s.options.Folders)
			good, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if c.spoil == nil {
				err = os.Remove(path)
			} else {
				err = os.WriteFile(path, c.spoil(good), 0o600)
			}
			if err != nil {
				t.Fatal(err)
			}
			s.start(screen.Opening{Path: path})
			s.settle()
			s.says("The book could not be opened", c.says)
			s.leftAlone(path, c.spoil, good)
			s.click("Try again")
			s.says("The book could not be opened", c.says)
			if err := os.WriteFile(path, good, 0o600); err != nil {
				t.Fatal(err)
			}
			s.click("Try again")
			s.says("Begin with the client on your mind")
			s.hides("could not be opened")
		})
	}
}

// leftAlone fails unless a refused file is as it was.
func (s *stage) leftAlone(path string, spoil func([]byte) []byte, good []byte) {
	s.t.Helper()
	got, err := os.ReadFile(path)
	if spoil == nil {
		if !os.IsNotExist(err) {
			s.t.Errorf("a file was made where none was: %v", err)
		}
		return
	}
	if err != nil || string(got) != string(spoil(good)) {
		s.t.Errorf("the refused file was changed: %v", err)
	}
}

func TestAMissingFolderIsNamedAndItsBookOpensOnceItIsThere(t *testing.T) {
	s := raise(t, "en")
	good := newBook(t, s.options.Folders)
	folder := filepath.Join(t.TempDir(), "stick")
	path := filepath.Join(folder, "mine.rapport")
	s.start(screen.Opening{Path: path})
	s.settle()
	s.says("The folder "+folder, "does not exist")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(good, path); err != nil {
		t.Fatal(err)
	}
	s.click("Try again")
	s.says("mine", "Begin with the client on your mind")
}

func TestABookOnAnAwkwardPathOpensAndIsRemembered(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "50% für Ömer?#1 & so")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, "Bücher %41?mode=ro#x.rapport")
	s := raise(t, "en")
	s.start(screen.Opening{Path: path, New: true})
	s.settle()
	s.says("Bücher %41?mode=ro#x", "Begin with the client on your mind")
	s.hold(key(fyne.KeyN, 0))
	s.typeIn("Fernhill")
	s.press(fyne.KeyReturn)
	s.quit()

	again := raiseIn(t, "en", s.options.Folders)
	again.start(screen.Opening{})
	again.settle()
	again.says("Bücher %41?mode=ro#x", "Fernhill")
	if entries, err := os.ReadDir(filepath.Dir(folder)); err != nil || len(entries) != 1 {
		t.Error("the path was taken for another one:", entries, err)
	}
}

func TestWhenAnotherBookCannotBeOpenedThePresentOneStays(t *testing.T) {
	s := raise(t, "en")
	folder := t.TempDir()
	s.t.Setenv("HOME", folder)
	bad := filepath.Join(folder, "bad.rapport")
	if err := os.WriteFile(bad, []byte("Dear diary"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.oneClient("Fernhill")
	s.hold(key(fyne.KeyO, 0))
	s.click("bad.rapport")
	s.says("That could not be done", "is not a Rapport book")
	s.click("OK")
	s.hides("That could not be done")
	s.says("My book", "Fernhill")

	s.hold(key(fyne.KeyL, 0))
	s.typeIn("fernhill praise 3 well done")
	s.press(fyne.KeyReturn)
	if s.entries() != 1 {
		t.Error("the present book no longer takes entries:", s.texts())
	}
}

func TestFromARefusalTheSampleOpens(t *testing.T) {
	s := raise(t, "en")
	s.start(screen.Opening{Path: filepath.Join(t.TempDir(), "gone.rapport")})
	s.settle()
	s.says("There is no book at")
	s.click("Look around the sample practice")
	s.says("This is the sample practice")
}

func TestAPointerThatCannotBeReadIsRefusedAndNotForgotten(t *testing.T) {
	s := raise(t, "en")
	newBook(t, s.options.Folders)
	pointer := filepath.Join(s.options.Folders.State, "last-book")
	if err := os.Mkdir(pointer, 0o700); err != nil {
		t.Fatal(err)
	}
	s.start(screen.Opening{})
	s.settle()
	s.says("The book could not be opened", "last-book")
	if err := os.Remove(pointer); err != nil {
		t.Fatal(err)
	}
	s.click("Try again")
	s.says("My book")
}
