package home

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// PickedLimit is how many bytes a picked file may have: a journal of a million
// entries with notes stays below it, and anything larger was picked by mistake.
const PickedLimit = 256 << 20

// companions are the endings of the files SQLite and the program keep beside a
// book while it is open.
var companions = []string{"", "-wal", "-shm", "-journal", ".lock"}

// ReadPicked reads a file the user picked, whole. The open book, by whatever name
// or link, and the files beside it are refused with [ErrFileIsBook] before
// anything is opened. No book is open when book is "".
func ReadPicked(path, book string) ([]byte, error) {
	return readPicked(path, book, PickedLimit)
}

// readPicked is ReadPicked with a limit tests can reach.
func readPicked(path, book string, limit int64) ([]byte, error) {
	args := rapport.Args{"path": path}
	if isBook(path, book) {
		return nil, rapport.Refuse(ErrFileIsBook, args)
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, rapport.Refuse(ErrFileMissing, args).Because(err)
	case err != nil:
		return nil, rapport.Refuse(ErrFileUnread, args).Because(err)
	case !info.Mode().IsRegular() && info.Mode()&fs.ModeNamedPipe == 0:
		return nil, rapport.Refuse(ErrFileNotPlain, args)
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, rapport.Refuse(ErrFileUnread, args).Because(err)
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, limit+1))
	if err != nil {
		return nil, rapport.Refuse(ErrFileUnread, args).Because(err)
	}
	if int64(len(data)) > limit {
		return nil, rapport.Refuse(ErrFileTooLarge, rapport.Args{"path": path, "limit": int(limit >> 20)})
	}
	return data, nil
}

// Taken reports whether a file is there that [WritePicked] would replace. Nothing is
// opened: a pipe with nobody at its other end would be waited for. What can be no
// file's place is refused as WritePicked does.
func Taken(path, book string) (bool, error) {
	args := rapport.Args{"path": path}
	if isBook(path, book) {
		return false, rapport.Refuse(ErrFileIsBook, args)
	}
	switch info, err := os.Stat(path); {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, rapport.Refuse(ErrFileUnwritten, args).Because(err)
	case !info.Mode().IsRegular():
		return false, rapport.Refuse(ErrFileNotPlain, args)
	}
	return true, nil
}

// WritePicked writes a file where the user picked, all or nothing: a reader, or a
// crash, sees what was there before or the whole of the new. The file is its
// user's alone, since exports tell about people. The open book and the files
// beside it are refused with [ErrFileIsBook].
func WritePicked(path, book string, data []byte) error {
	args := rapport.Args{"path": path}
	if isBook(path, book) {
		return rapport.Refuse(ErrFileIsBook, args)
	}
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target // replace what a link points to, not the link
	}
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return rapport.Refuse(ErrFileNotPlain, args)
	}
	if err := replace(path, data); err != nil {
		return rapport.Refuse(ErrFileUnwritten, args).Because(err)
	}
	return nil
}

// isBook reports whether a path leads to a book or a file beside it. It only
// looks: a handle opened to find out would already do the harm.
func isBook(path, book string) bool {
	if book == "" {
		return false
	}
	info, statErr := os.Stat(path)
	for _, end := range companions {
		if Resolve(path) == Resolve(book+end) {
			return true
		}
		if other, err := os.Stat(book + end); err == nil && statErr == nil && os.SameFile(info, other) {
			return true
		}
	}
	return false
}

// replace puts a file in place of another in one step: written beside it, forced
// to the disk, renamed, and the folder forced to the disk as well. Its first name is
// short, as the one it gets may be as long as names can be.
func replace(path string, data []byte) (err error) {
	file, err := os.CreateTemp(filepath.Dir(path), ".rapport-*")
	if err != nil {
		return fmt.Errorf("making a file beside %s: %w", path, err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(file.Name()))
		}
	}()
	if err := fill(file, data); err != nil {
		return fmt.Errorf("writing %s: %w", file.Name(), err)
	}
	if err := os.Rename(file.Name(), path); err != nil {
		return fmt.Errorf("putting %s in place: %w", path, err)
	}
	if err := syncFolder(filepath.Dir(path)); err != nil {
		return fmt.Errorf("securing %s: %w", path, err)
	}
	return nil
}

// fill writes a new file and closes it, on the disk.
func fill(file *os.File, data []byte) error {
	_, err := file.Write(data)
	if err == nil {
		err = file.Sync()
	}
	return errors.Join(err, file.Close())
}

// syncFolder makes a rename last. Windows keeps its own order and has no handle
// for it.
func syncFolder(folder string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(folder)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
