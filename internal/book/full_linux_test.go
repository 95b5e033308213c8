package book

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"
)

// R04 on a real file system: SQLite cannot even make the file it shares the book
// through, and calls that an error of the disk. It is told as a full one, and the
// book can still be read.
func TestAFullDiskIsNotTakenForABrokenOne(t *testing.T) {
	folder := t.TempDir()
	if err := unix.Mount("tmpfs", folder, "tmpfs", 0, "size=1m"); err != nil {
		t.Skip("no file system can be made here:", err)
	}
	t.Cleanup(func() { _ = unix.Unmount(folder, unix.MNT_DETACH) })
	path, filler := filepath.Join(folder, "book"), filepath.Join(folder, "filler")
	closedBook(t, path)
	err := os.WriteFile(filler, make([]byte, 1<<20), 0o600)
	if !errors.Is(err, unix.ENOSPC) {
		t.Fatalf("the disk is not full: %v", err)
	}
	wantProblem(t, tryOpen(path, options()), ErrDiskFull)
	if err := tryOpen(path, Options{Now: clock(), ReadOnly: true}); err != nil {
		t.Errorf("the book cannot be read: %v", err)
	}
	other, err := Create(t.Context(), filepath.Join(folder, "other"), options())
	if err == nil {
		err = other.Close()
	}
	wantProblem(t, err, ErrDiskFull)
	if err := os.Remove(filler); err != nil {
		t.Fatal(err)
	}
	if err := tryOpen(path, options()); err != nil {
		t.Errorf("with room again: %v", err)
	}
}
