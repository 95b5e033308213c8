package book

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// R09: a byte flipped anywhere. The book opens, or is refused as a problem;
// reading what opened gives records or a problem; and the file itself is not
// overwritten, so that whoever repairs it finds it as it broke.
func TestADamagedBookIsReportedAndNeverOverwritten(t *testing.T) {
	path := bookPath(t)
	b, err := Create(t.Context(), path, options())
	if err != nil {
		t.Fatal(err)
	}
	fill(t, b, 3)
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	image := fileBytes(t, path)
	damage := func(at int, value byte) (refused bool) {
		data := bytes.Clone(image)
		data[at] = value
		damaged := filepath.Join(t.TempDir(), "book")
		if err := os.WriteFile(damaged, data, 0o600); err != nil {
			t.Fatal(err)
		}
		err := tryOpen(damaged, options())
		if err != nil {
			var problem *rapport.Problem
			if !errors.As(err, &problem) {
				t.Errorf("byte %d: %v is no problem anybody can word", at, err)
			}
			if now := fileBytes(t, damaged); !bytes.Equal(now, data) {
				t.Errorf("byte %d: the refused book was changed", at)
			}
		}
		readAll(damaged)
		return err != nil
	}
	random := rand.New(rand.NewPCG(2026, 9))
	for range 40 { // may well hit a letter of a note, which nobody can tell
		at := random.IntN(len(image))
		damage(at, image[at]^byte(1+random.IntN(255)))
	}
	trees := []byte{2, 5, 10, 13} // what the first byte of a page of a table or index says
	for at := 4096; at < len(image); at += 4096 {
		if slices.Contains(trees, image[at]) && !damage(at, 0xff) {
			t.Errorf("page %d is broken, and nobody noticed", at/4096+1)
		}
	}
}

// readAll reads everything there is, whatever comes of it: it must not panic.
func readAll(path string) {
	b, err := Open(context.Background(), path, Options{Now: clock(), ReadOnly: true})
	if err != nil {
		return
	}
	defer b.Close()
	_ = b.Read(context.Background(), func(tx *Tx) error {
		_, standings := tx.Standings(today, true)
		_, journal := tx.Journal(Filter{})
		sweep := tx.Histories(Sweep{Archived: true, Notes: true}, func(h assess.History) error {
			_, err := tx.Changes(h.Client.ID)
			return err
		})
		return errors.Join(standings, journal, sweep)
	})
	_, _ = b.Inspect(context.Background())
}

// R04: a full disk, at any moment of a deed.
func TestAFullDiskLosesNothingAndTheDeedCanBeTriedAgain(t *testing.T) {
	b := emptyBook(t)
	c := client("Acme")
	write(t, b, "client.add", func(tx *Tx) error { return tx.AddClient(c) })
	limit := func(pages int64) {
		w := <-b.writer
		defer func() { b.writer <- w }()
		if pages == 0 {
			n, err := w.number(t.Context(), "PRAGMA page_count")
			if err != nil {
				t.Fatal(err)
			}
			pages = n + 3
		}
		if err := w.script(t.Context(), fmt.Sprintf("PRAGMA max_page_count = %d", pages)); err != nil {
			t.Fatal(err)
		}
	}
	limit(0)
	var full error
	var last rapport.Entry
	stored := 0
	for full == nil && stored < 1000 {
		last = entry(c, stored%300, rapport.Complaint)
		last.Note = strings.Repeat("long ", 800)
		if full = b.Write(t.Context(), Step{Name: "log"}, func(tx *Tx) error { return tx.AddEntry(last) }); full == nil {
			stored++
		}
	}
	wantProblem(t, full, ErrDiskFull)
	if n := reading(t, b, func(tx *Tx) (int, error) { return tx.JournalCount(Filter{}) }); n != stored {
		t.Errorf("%d entries of %d are there", n, stored)
	}
	limit(1 << 30)
	write(t, b, "log", func(tx *Tx) error { return tx.AddEntry(last) })
	if report, err := b.Inspect(t.Context()); err != nil || !report.Sound() {
		t.Errorf("after the full disk: %+v, %v", report, err)
	}
}

// A copy holds the whole book, replaces nothing, and leaves nothing else behind.
func TestABackupIsTheBookOfOneMoment(t *testing.T) {
	b := emptyBook(t)
	fill(t, b, 3)
	folder := t.TempDir()
	for n := range 2 {
		target := filepath.Join(folder, fmt.Sprint("copy", n))
		if err := b.BackUp(t.Context(), target); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(dumpAll(t, b), dumpFile(t, target)); diff != "" {
			t.Errorf("the copy differs (-want +got):\n%s", diff)
		}
		write(t, b, "client.add", func(tx *Tx) error { return tx.AddClient(client("Late " + rapport.NewID().String())) })
	}
	if report, err := b.Inspect(t.Context()); err != nil || report.LastBackup.IsZero() || report.Counts["clients"] != 5 {
		t.Errorf("the report knows of no copy: %+v, %v", report, err)
	}
	wantProblem(t, b.BackUp(t.Context(), b.Path()), ErrExists)
	wantProblem(t, b.BackUp(t.Context(), filepath.Join(folder, "copy0")), ErrExists)
	wantProblem(t, b.BackUp(t.Context(), filepath.Join(folder, "gone", "copy")), ErrFolderMissing)
	left, _ := filepath.Glob(filepath.Join(folder, ".rapport-*"))
	if len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestALostReferenceIsFoundAfterAnUncleanStop(t *testing.T) {
	path := bookPath(t)
	closedBook(t, path)
	c, err := connect(t.Context(), path, access{mode: "rw", busy: 100})
	if err != nil {
		t.Fatal(err)
	}
	if err := c.script(t.Context(), `PRAGMA foreign_keys = OFF; BEGIN; INSERT INTO steps (at, name, subject, state) VALUES (0, 'x', '', 'past');
		UPDATE recording SET step = 1; DELETE FROM clients; UPDATE recording SET step = NULL; COMMIT`); err != nil {
		t.Fatal(err)
	}
	if err := checkFile(t.Context(), c, path, clean); err != nil {
		t.Errorf("the quick check looks at structure only, but says %v", err)
	}
	wantProblem(t, checkFile(t.Context(), c, path, unclean), ErrDamaged)
	if err := c.close(); err != nil {
		t.Error(err)
	}
}
