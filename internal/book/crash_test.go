package book

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// killRounds is how often a writer is killed; RAPPORT_KILL_ROUNDS for a long night.
func killRounds() int {
	if n, err := strconv.Atoi(os.Getenv("RAPPORT_KILL_ROUNDS")); err == nil && n > 0 {
		return n
	}
	return 5
}

// R01: whatever was acknowledged survives, whole deeds only, and the next start
// needs no help.
func TestAKilledWriterLosesNothingItAcknowledged(t *testing.T) {
	path := bookPath(t)
	closedBook(t, path)
	var acknowledged []rapport.ID
	for range killRounds() {
		w := start(t, "write", path)
		for first := true; w.lines.Scan(); first = false {
			if first { // counted from here, so that a slow machine does not kill a child that has done nothing
				time.AfterFunc(time.Duration(rand.IntN(300))*time.Millisecond, func() { _ = w.cmd.Process.Kill() })
			}
			for id := range strings.FieldsSeq(strings.TrimPrefix(w.lines.Text(), "ACK")) {
				parsed, err := parseID(id)
				if err != nil {
					break // the line was cut by the kill
				}
				acknowledged = append(acknowledged, parsed)
			}
		}
		w.kill()

		b, err := Open(t.Context(), path, options())
		if err != nil {
			t.Fatalf("opening after the kill: %v", err)
		}
		read(t, b, func(tx *Tx) error {
			for _, id := range acknowledged {
				if _, err := tx.Entry(id); err != nil {
					t.Errorf("the acknowledged entry %v: %v", id, err)
				}
			}
			n, err := tx.JournalCount(Filter{})
			if n%2 != 1 { // the setup's one, and two a deed
				t.Errorf("half a deed was stored: %d entries", n)
			}
			return err
		})
		report, err := b.Inspect(t.Context())
		if err != nil || !report.Sound() {
			t.Errorf("after the kill: %+v, %v", report, err)
		}
		if err := b.Close(); err != nil {
			t.Error(err)
		}
	}
	if len(acknowledged) == 0 {
		t.Error("no child stored anything before it was killed")
	}
}

// R02: killed before any statement of a migration, the book is the old one or the
// new one, the copy made before it exists once, and the next start finishes.
func TestAKilledMigrationLeavesTheOldBookOrTheNewOne(t *testing.T) {
	for version := 1; version <= standard().version(); version++ {
		killMigrations(t, fileBytes(t, storedBook(version)))
	}
}

func killMigrations(t *testing.T, image []byte) {
	t.Helper()
	original := bookPath(t)
	if err := os.WriteFile(original, image, 0o600); err != nil {
		t.Fatal(err)
	}
	want, next := dumpFile(t, original), nextVersion().version()
	last := countStatements(t, image)
	for n := 1; n <= last; n += max(1, last/10) { // the log's many triggers are alike
		path := filepath.Join(t.TempDir(), "book")
		if err := os.WriteFile(path, image, 0o600); err != nil {
			t.Fatal(err)
		}
		if out, err := command(t, "migrate "+strconv.Itoa(n), path).CombinedOutput(); err == nil {
			t.Fatalf("the child survived statement %d: %s", n, out)
		}
		if copies, _ := filepath.Glob(path + ".before-v*"); len(copies) != 1 {
			t.Errorf("killed before statement %d there are %d copies, not one: %v", n, len(copies), copies)
		}
		b, err := open(t.Context(), path, options(), nextVersion())
		if err != nil {
			t.Fatalf("killed before statement %d, then: %v", n, err)
		}
		if diff := cmp.Diff(want, dumpAll(t, b)); diff != "" {
			t.Errorf("killed before statement %d the record differs (-want +got):\n%s", n, diff)
		}
		if report, err := b.Inspect(t.Context()); err != nil || report.Version != next || len(report.Integrity) > 0 {
			t.Errorf("after the migration: %+v, %v", report, err)
		}
		if err := b.Close(); err != nil {
			t.Error(err)
		}
		if err := tryOpen(fmt.Sprintf("%s.before-v%d", path, next), options()); err != nil {
			t.Errorf("the copy made before the migration: %v", err)
		}
	}
}

// nextVersion is the plan of a program to come: a column, and a table rebuilt.
func nextVersion() plan {
	p := standard()
	p.migrations = append(p.migrations, `
ALTER TABLE entries ADD COLUMN place TEXT NOT NULL DEFAULT '';
CREATE TABLE places (id BLOB NOT NULL PRIMARY KEY, client BLOB NOT NULL REFERENCES clients (id)) STRICT, WITHOUT ROWID;
UPDATE clients SET organisation = organisation;
`)
	return p
}

// countStatements migrates a copy to see how many statements it takes.
func countStatements(t *testing.T, image []byte) (last int) {
	path := filepath.Join(t.TempDir(), "count")
	if err := os.WriteFile(path, image, 0o600); err != nil {
		t.Fatal(err)
	}
	p := nextVersion()
	p.before = func(n int, _ string) { last = n }
	b, err := open(t.Context(), path, options(), p)
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	return last
}

// A migration that fails tells so, keeps the book, and keeps one copy however
// often it is tried (R17).
func TestAFailingMigrationKeepsTheBookAndOneCopy(t *testing.T) {
	path := bookPath(t)
	closedBook(t, path)
	before := dumpFile(t, path)
	broken := standard()
	broken.migrations = append(broken.migrations, "CREATE TABLE places (id BLOB) STRICT;\nINSERT INTO nowhere VALUES (1);")
	for range 5 {
		_, err := open(t.Context(), path, options(), broken)
		wantProblem(t, err, ErrUpgrade)
	}
	if diff := cmp.Diff(before, dumpFile(t, path)); diff != "" {
		t.Errorf("the book changed (-want +got):\n%s", diff)
	}
	copies, _ := filepath.Glob(path + ".before-v*")
	if len(copies) != 1 {
		t.Errorf("there are %d copies: %v", len(copies), copies)
	}
	if diff := cmp.Diff(before, dumpFile(t, copies[0])); diff != "" {
		t.Errorf("the copy differs (-want +got):\n%s", diff)
	}
}

// R30, R31: the lock belongs to the living process, and its file stays.
func TestTheLockOutlivesAnIntruderAndDiesWithItsOwner(t *testing.T) {
	path := bookPath(t)
	closedBook(t, path)
	owner := start(t, "hold", path)
	owner.ready(t)
	for range 2 { // a second and a third start come and go
		wantProblem(t, tryOpen(path, options()), ErrInUse)
		if out, err := command(t, "hold", path).CombinedOutput(); err == nil || !strings.Contains(string(out), ErrInUse.Code) {
			t.Errorf("a second program got in: %s", out)
		}
	}
	owner.kill()
	if _, err := os.Stat(path + ".lock"); err != nil {
		t.Errorf("the lock file: %v", err)
	}
	if err := tryOpen(path, options()); err != nil {
		t.Errorf("after its owner was killed the book does not open: %v", err)
	}
}

// R33: another program holds the file for longer than we wait.
func TestAnotherProgramsLockIsNamedAndTheDeedCanBeTriedAgain(t *testing.T) {
	path := bookPath(t)
	c := closedBook(t, path)
	p := standard()
	p.busy = 100
	b, err := open(t.Context(), path, options(), p)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	e := entry(c, 0, rapport.Complaint)
	deed := func() error {
		return b.Write(t.Context(), Step{Name: "log"}, func(tx *Tx) error { return tx.AddEntry(e) })
	}
	other := start(t, "lock", path)
	other.ready(t)
	wantProblem(t, deed(), ErrBusy)
	read(t, b, func(tx *Tx) error { // reading goes on meanwhile
		_, err := tx.History(c.ID)
		return err
	})
	other.stop(t)
	for range 2 { // and again, as after a lost acknowledgement
		if err := deed(); err != nil {
			t.Fatalf("tried again: %v", err)
		}
	}
	undo, _, err := b.Steps(t.Context())
	if err != nil || len(undo) != 2 {
		t.Errorf("the deed tried twice counts as %v steps (%v)", undo, err)
	}
}

// R32: whoever opens and closes the live file, our locks on it hold: the kernel
// lists them as before, and another process is kept out of the middle of a deed.
func TestAForeignOpenAndCloseDoesNotDropTheLocks(t *testing.T) {
	b := emptyBook(t)
	write(t, b, "client.add", func(tx *Tx) error { return tx.AddClient(client("Acme")) })
	before := kernelLocks(t, b.Path())
	if len(before) == 0 {
		t.Fatal("SQLite holds no lock on the open book")
	}
	f, err := os.Open(b.Path())
	if err := errors.Join(err, f.Close()); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, kernelLocks(t, b.Path())); diff != "" {
		t.Errorf("opening and closing the file changed our locks (-before +after):\n%s", diff)
	}
	write(t, b, "log", func(tx *Tx) error {
		if out, err := command(t, "trylock", b.Path()).CombinedOutput(); err == nil || !strings.Contains(string(out), "locked") {
			t.Errorf("another process could write in the middle of our deed: %s", out)
		}
		return nil
	})
}

// kernelLocks returns the locks that Linux knows of on a file, whoever holds them.
func kernelLocks(t *testing.T, path string) (locks []string) {
	t.Helper()
	table, err := os.ReadFile("/proc/locks")
	if err != nil {
		t.Skip("only Linux tells, and only Linux has locks that belong to an open file")
	}
	inode := fmt.Sprintf(":%d", inodeOf(t, path))
	for line := range strings.Lines(string(table)) {
		fields := strings.Fields(line)
		if len(fields) > 5 && strings.HasSuffix(fields[5], inode) {
			locks = append(locks, strings.Join(fields[1:], " "))
		}
	}
	return locks
}

func TestABookKnowsItsFileByAnyName(t *testing.T) {
	b := emptyBook(t)
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Link(b.Path(), link); err != nil {
		t.Skipf("no second name: %v", err)
	}
	if !b.Is(link) || !b.Is(b.Path()) || b.Is(b.Path()+".lock") || b.Is(link+".none") {
		t.Error("the book does not know itself")
	}
}
