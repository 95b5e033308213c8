package book

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

func wantError(t testing.TB, err, want error) {
	t.Helper()
	if !errors.Is(err, want) {
		t.Errorf("got error %v, want %v", err, want)
	}
}

// closedBook makes a book with a client and an entry and closes it.
func closedBook(t testing.TB, path string) rapport.Client {
	t.Helper()
	b, err := Create(t.Context(), path, options())
	if err != nil {
		t.Fatalf("creating a book: %v", err)
	}
	c := client("Acme")
	write(t, b, "setup", func(tx *Tx) error {
		return firstError(tx.AddClient(c), tx.AddEntry(entry(c, 1, rapport.Praise)))
	})
	if err := b.Close(); err != nil {
		t.Fatalf("closing the book: %v", err)
	}
	return c
}

func fileBytes(t testing.TB, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// tryOpen opens a book and closes it at once.
func tryOpen(path string, o Options) error {
	b, err := Open(context.Background(), path, o)
	if err == nil {
		err = b.Close()
	}
	return err
}

func TestWhatIsNoBookOfOursIsRefusedAndLeftAsItIs(t *testing.T) {
	folder := t.TempDir()
	sound := filepath.Join(folder, "sound")
	closedBook(t, sound)
	image := fileBytes(t, sound)
	changed := func(at int, value uint32) []byte {
		data := bytes.Clone(image)
		binary.BigEndian.PutUint32(data[at:], value)
		return data
	}
	for _, test := range []struct {
		name         string
		data         []byte
		write, read_ *rapport.Problem
	}{
		{"an empty file", nil, ErrEmpty, ErrEmpty},
		{"a text file", []byte("Dear diary, today the client called three times and I let it ring. " + strings.Repeat(".", 99)), ErrForeign, ErrForeign},
		{"a garbage header", append(bytes.Repeat([]byte{0xfe}, 100), image[100:]...), ErrForeign, ErrForeign},
		{"another program's database", changed(68, 0), ErrForeign, ErrForeign},
		{"a newer book", changed(60, uint32(standard().version()+1)), ErrNewer, ErrNewer},
		{"half a header", image[:60], ErrTruncated, ErrDamaged},
		{"a book cut short", image[:len(image)/2/4096*4096], ErrTruncated, ErrDamaged},
	} {
		t.Run(test.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "book")
			if err := os.WriteFile(path, test.data, 0o600); err != nil {
				t.Fatal(err)
			}
			wantProblem(t, tryOpen(path, options()), test.write)
			wantProblem(t, tryOpen(path, Options{Now: clock(), ReadOnly: true}), test.read_)
			if !bytes.Equal(fileBytes(t, path), test.data) {
				t.Error("the file was changed")
			}
		})
	}
}

func TestANewerBookSaysBothVersions(t *testing.T) {
	path := bookPath(t)
	closedBook(t, path)
	longer := standard()
	longer.migrations = append(longer.migrations, "CREATE TABLE places (id BLOB) STRICT;")
	b, err := open(t.Context(), path, options(), longer)
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	before := fileBytes(t, path)
	err = tryOpen(path, options())
	var problem *rapport.Problem
	if !errors.As(err, &problem) || problem.Args["found"] != longer.version() || problem.Args["known"] != standard().version() {
		t.Errorf("got %v, want a problem that names %d and %d", err, longer.version(), standard().version())
	}
	if !bytes.Equal(before, fileBytes(t, path)) {
		t.Error("the newer book was changed")
	}
}

func TestAMissingFileOrFolderIsNamedAndNothingIsMade(t *testing.T) {
	folder := t.TempDir()
	for _, readOnly := range []bool{false, true} {
		o := Options{Now: clock(), ReadOnly: readOnly}
		wantProblem(t, tryOpen(filepath.Join(folder, "none"), o), ErrMissing)
		wantProblem(t, tryOpen(filepath.Join(folder, "no", "book"), o), ErrFolderMissing)
		wantProblem(t, tryOpen(folder, o), ErrForeign)
	}
	_, err := Create(t.Context(), filepath.Join(folder, "no", "book"), options())
	wantProblem(t, err, ErrFolderMissing)
	left, err := os.ReadDir(folder)
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestAPathTooLongForSQLiteIsRefusedBeforeAnythingIsMade(t *testing.T) {
	folder := t.TempDir()
	for range 3 {
		folder = filepath.Join(folder, strings.Repeat("deep", 50))
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Skipf("this system has no such folders: %v", err)
	}
	_, err := Create(t.Context(), filepath.Join(folder, "book"), options())
	wantProblem(t, err, ErrPathLong)
	if entries, _ := os.ReadDir(folder); len(entries) > 0 {
		t.Errorf("left behind: %v", entries)
	}
}

func TestCreateNeverTouchesAnExistingFile(t *testing.T) {
	path := bookPath(t)
	closedBook(t, path)
	before := fileBytes(t, path)
	_, err := Create(t.Context(), path, options())
	wantProblem(t, err, ErrExists)
	if !bytes.Equal(before, fileBytes(t, path)) {
		t.Error("the book was changed")
	}
}

func TestOnlyTheOwnerCanReadABookAndItsFolder(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("permissions are inherited there")
	}
	path := filepath.Join(t.TempDir(), "made", "book")
	b, err := Create(t.Context(), path, Options{Now: clock(), MakeFolder: true})
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	c := client("Acme")
	write(t, b, "log", func(tx *Tx) error { return tx.AddClient(c) })
	if err := b.BackUp(t.Context(), path+".copy"); err != nil {
		t.Fatal(err)
	}
	for file, want := range map[string]os.FileMode{
		filepath.Dir(path): 0o700, path: 0o600, path + "-wal": 0o600, path + "-shm": 0o600, path + ".lock": 0o600, path + ".copy": 0o600,
	} {
		info, err := os.Stat(file)
		if err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v, %v; want %v", file, info, err, want)
		}
	}
}

func TestABookLivesOnAnyPath(t *testing.T) {
	long := strings.Repeat("long", 50)
	for _, name := range []string{
		"Zoë Übergrößenträger", "帳簿", "📒", "with spaces ", "what?", "50% off", "#1", "a&b=c;d'e\"f", "file:x?mode=memory", "trailing.",
		"%41", "+", long + "-name-of-two-hundred-and-forty-bytes-abc", // room for the suffixes must remain
	} {
		t.Run(name, func(t *testing.T) {
			folder := filepath.Join(t.TempDir(), name)
			if err := os.Mkdir(folder, 0o700); err != nil {
				t.Skipf("this system has no such names: %v", err)
			}
			path := filepath.Join(folder, name)
			if len(name) > 100 { // SQLite takes 512 bytes for the whole path
				folder = filepath.Dir(folder)
				path = filepath.Join(folder, "b"+name[1:])
			}
			c := closedBook(t, path)
			b, err := Open(t.Context(), path, options())
			if err != nil {
				t.Fatal(err)
			}
			defer b.Close()
			if got := reading(t, b, func(tx *Tx) (rapport.Client, error) { return tx.Client(c.ID) }); got.Name != c.Name {
				t.Errorf("got %q", got.Name)
			}
			copied := filepath.Join(folder, "copy of "+name[:min(len(name), 9)])
			if err := b.BackUp(t.Context(), copied); err != nil {
				t.Fatal(err)
			}
			if err := tryOpen(copied, options()); err != nil {
				t.Errorf("opening the copy: %v", err)
			}
			if entries, _ := os.ReadDir(filepath.Dir(folder)); len(name) <= 100 && len(entries) != 1 {
				t.Errorf("something was made beside the folder: %v", entries)
			}
		})
	}
}

func TestReadersSeeABookThatAnotherWrites(t *testing.T) {
	b := emptyBook(t)
	c := client("Acme")
	write(t, b, "log", func(tx *Tx) error { return tx.AddClient(c) })
	reader, err := Open(t.Context(), b.Path(), Options{Now: clock(), ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	for n := range 3 {
		write(t, b, "log", func(tx *Tx) error { return tx.AddEntry(entry(c, n, rapport.Praise)) })
		got := reading(t, reader, func(tx *Tx) ([]rapport.Entry, error) { return tx.EntriesOf(c.ID) })
		if len(got) != n+1 {
			t.Errorf("the reader sees %d entries, want %d", len(got), n+1)
		}
	}
	wantProblem(t, reader.Write(t.Context(), Step{Name: "log"}, func(*Tx) error { return nil }), ErrReadOnly)
	_, err = reader.Undo(t.Context(), nil)
	wantProblem(t, err, ErrReadOnly)
	err = reader.Read(t.Context(), func(tx *Tx) error { return tx.exec("DELETE FROM entries") })
	wantProblem(t, err, ErrReadOnly)
}

func TestEveryConnectionIsSetUpForSafety(t *testing.T) {
	b := emptyBook(t)
	common := map[string]int64{
		"foreign_keys": 1, "secure_delete": 1, "trusted_schema": 0, "cell_size_check": 1, "busy_timeout": 5000,
		"recursive_triggers": 1, "temp_store": 2,
	}
	check := func(c *conn, pragma string, want int64) {
		if got, err := c.number(t.Context(), "PRAGMA "+pragma); err != nil || got != want {
			t.Errorf("%s is %d (%v), want %d", pragma, got, err, want)
		}
	}
	w := <-b.writer
	check(w, "synchronous", 2)
	for pragma, want := range common {
		check(w, pragma, want)
	}
	if _, err := w.one(t.Context(), func(r *rows) {
		if r.text(0) != "wal" {
			t.Errorf("the journal mode is %s", r.text(0))
		}
	}, "PRAGMA journal_mode"); err != nil {
		t.Error(err)
	}
	b.writer <- w
	read(t, b, func(tx *Tx) error {
		for pragma, want := range common {
			check(tx.c, pragma, want)
		}
		return nil
	})
}

func TestAClosedBookRefusesWorkAndClosesAgain(t *testing.T) {
	b := emptyBook(t)
	for range 2 {
		if err := b.Close(); err != nil {
			t.Fatal(err)
		}
	}
	wantError(t, b.Read(t.Context(), func(*Tx) error { return nil }), errClosed)
	wantError(t, b.Write(t.Context(), Step{Name: "x"}, func(*Tx) error { return nil }), errClosed)
	if _, err := os.Stat(b.Path() + "-wal"); !errors.Is(err, os.ErrNotExist) {
		t.Error("a clean close leaves a log")
	}
	if _, err := os.Stat(b.Path() + ".lock"); err != nil {
		t.Error("the lock file was removed")
	}
}

func TestAPanicInADeedLeavesTheBookAsItWas(t *testing.T) {
	b := emptyBook(t)
	c := client("Acme")
	func() {
		defer func() { _ = recover() }()
		_ = b.Write(t.Context(), Step{Name: "x"}, func(tx *Tx) error {
			if err := tx.AddClient(c); err != nil {
				t.Error(err)
			}
			panic("bug")
		})
	}()
	write(t, b, "client.add", func(tx *Tx) error { return tx.AddClient(c) })
	ctx, cancel := context.WithCancel(t.Context())
	err := b.Write(ctx, Step{Name: "log"}, func(tx *Tx) error {
		cancel()
		return tx.AddEntry(entry(c, 1, rapport.Praise))
	})
	wantError(t, err, context.Canceled)
	if n := reading(t, b, func(tx *Tx) (int, error) { return tx.JournalCount(Filter{}) }); n != 0 {
		t.Errorf("%d entries were stored by a cancelled deed", n)
	}
}
