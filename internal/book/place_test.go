package book

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// A book has one lock, by whatever link it is named.
func TestABookOpenedThroughALinkIsTheSameBook(t *testing.T) {
	path := bookPath(t)
	closedBook(t, path)
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(path, link); err != nil {
		t.Skip("no links here:", err)
	}
	b, err := Open(t.Context(), link, options())
	if err != nil {
		t.Fatal(err)
	}
	if b.Path() != link {
		t.Errorf("the book calls itself %s, and was named %s", b.Path(), link)
	}
	wantError(t, tryOpen(path, options()), ErrInUse)
	wantError(t, tryOpen(link, options()), ErrInUse)
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Lstat(link + ".lock"); err == nil {
		t.Error("the link got a lock of its own")
	}
	for _, name := range []string{path, link} {
		if err := tryOpen(name, Options{Now: clock(), ReadOnly: true}); err != nil {
			t.Errorf("reading %s: %v", name, err)
		}
	}
}

// What a link leads to may be on a drive that is out: no book is begun in its place.
func TestALinkThatLeadsNowhereIsNoPlaceForANewBook(t *testing.T) {
	link := bookPath(t)
	gone := filepath.Join(t.TempDir(), "gone")
	if err := os.Symlink(gone, link); err != nil {
		t.Skip("no links here:", err)
	}
	b, err := Create(t.Context(), link, options())
	if err == nil {
		err = b.Close()
	}
	wantError(t, err, ErrMissing)
	if to, err := os.Readlink(link); err != nil || to != gone {
		t.Errorf("the link leads to %q now: %v", to, err)
	}
}

func TestAPlaceThatCannotBeIsRefusedAsAProblem(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "file")
	if err := os.WriteFile(file, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, path := range map[string]string{
		"a file for a folder": filepath.Join(file, "book"),
		"a name too long":     filepath.Join(folder, strings.Repeat("q", 256)),
		"no room for a lock":  filepath.Join(folder, strings.Repeat("q", 252)),
	} {
		var problem *rapport.Problem
		if err := tryOpen(path, options()); !errors.As(err, &problem) {
			t.Errorf("%s: opening gives %v, which nobody can word", name, err)
		}
		b, err := Create(t.Context(), path, options())
		if err == nil {
			err = b.Close()
		}
		if problem = nil; err != nil && !errors.As(err, &problem) {
			t.Errorf("%s: creating gives %v, which nobody can word", name, err)
		}
	}
}

// A damaged record is a finding of the doctor, wherever it stands in the way.
func TestTheDoctorFindsWhatAReviewWouldStumbleOn(t *testing.T) {
	path := bookPath(t)
	closedBook(t, path)
	c, err := connect(t.Context(), path, access{mode: "rw", busy: 100})
	if err != nil {
		t.Fatal(err)
	}
	if err := c.script(t.Context(), `INSERT INTO standings (client, day, verdict, strain, share, assessment)
		SELECT id, '2026-06-01', 'keep', 1, '{}', '[7]' FROM clients`); err != nil {
		t.Fatal(err)
	}
	if err := c.close(); err != nil {
		t.Fatal(err)
	}
	b, err := Open(t.Context(), path, Options{Now: clock(), ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	report, err := b.Inspect(t.Context())
	if err != nil || report.Sound() {
		t.Errorf("the doctor says %+v, %v", report, err)
	}
	if report := Unreadable(path, rapport.Refuse(ErrDamaged, nil).Because(errShape)); report.Sound() || len(report.Integrity) != 1 {
		t.Errorf("a book that cannot be opened is reported as %+v", report)
	}
}
