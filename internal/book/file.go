package book

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"

	"github.com/gofrs/flock"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// This file holds the only places that touch files other than through SQLite.
// None of them may run on a book that SQLite has open.

// maxPath leaves room in SQLite's 512 bytes for what it appends to the name.
const maxPath = 500

// maxName is how long the name of a book may be where the system takes 255 bytes,
// as nearly all do: that of its lock is longer by five.
const maxName = 250

// resolved follows the links of a path that leads to a file. SQLite does so too and
// keeps its log beside the file itself; the lock must stand there as well, or one
// book had two by two names. What cannot be followed is left to [exists].
func resolved(path string) string {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		return target
	}
	return path
}

// exists makes sure that there is a file to open, and says what is missing if
// there is none. It looks at names only.
func exists(path string) error {
	if len(path) > maxPath {
		return rapport.Refuse(ErrPathLong, rapport.Args{"path": path, "limit": maxPath})
	}
	info, err := os.Stat(path)
	switch {
	case err == nil && info.Mode().IsRegular():
		return nil
	case err == nil:
		return rapport.Refuse(ErrForeign, rapport.Args{"path": path})
	case !errors.Is(err, fs.ErrNotExist):
		return explainFile(err, path)
	}
	folder := filepath.Dir(path)
	if _, err := os.Stat(folder); errors.Is(err, fs.ErrNotExist) {
		return rapport.Refuse(ErrFolderMissing, rapport.Args{"path": path, "folder": folder})
	}
	return rapport.Refuse(ErrMissing, rapport.Args{"path": path})
}

// vacant makes sure that there is a folder for a new file, and no file yet. A link
// that leads nowhere is not free: what it led to may be on a drive that is out.
func vacant(path string) error {
	switch err := exists(path); {
	case err == nil:
		return rapport.Refuse(ErrExists, rapport.Args{"path": path})
	case !errors.Is(err, ErrMissing):
		return err
	default:
		if _, there := os.Lstat(path); there == nil {
			return err
		}
	}
	return nil
}

// explainFile finds the problem behind an error of the operating system.
func explainFile(err error, path string) error {
	kind := (*rapport.Problem)(nil)
	switch {
	case err == nil:
		return nil
	case errors.Is(err, syscall.EROFS):
		kind = ErrReadOnly
	case errors.Is(err, fs.ErrPermission):
		kind = ErrDenied
	case errors.Is(err, diskFull):
		kind = ErrDiskFull
	case errors.Is(err, fs.ErrNotExist):
		kind = ErrMissing
	case errors.Is(err, syscall.ENOTDIR):
		return rapport.Refuse(ErrFolderMissing, rapport.Args{"path": path, "folder": filepath.Dir(path)}).Because(err)
	case errors.Is(err, syscall.ENAMETOOLONG):
		limit := len(path) - len(filepath.Base(path)) + maxName
		return rapport.Refuse(ErrPathLong, rapport.Args{"path": path, "limit": min(limit, maxPath)}).Because(err)
	case errors.Is(err, syscall.EIO):
		kind = ErrDiskFailing
	default:
		return fmt.Errorf("using the file of the book: %w", err)
	}
	return rapport.Refuse(kind, rapport.Args{"path": path}).Because(err)
}

// takeLock locks the file beside the book that stands for it. The lock is the
// operating system's and dies with the process, so that a crash leaves none.
func takeLock(path string) (*flock.Flock, error) {
	lock := flock.New(path+".lock", flock.SetPermissions(0o600))
	held, err := lock.TryLock()
	switch {
	case err != nil && (errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS)):
		return nil, rapport.Refuse(ErrReadOnly, rapport.Args{"path": path}).Because(err)
	case err != nil:
		return nil, explainFile(err, path)
	case !held:
		return nil, rapport.Refuse(ErrInUse, rapport.Args{"path": path})
	}
	return lock, nil
}

// header is what the first hundred bytes of a SQLite file say
// (https://sqlite.org/fileformat2.html#the_database_header).
type header struct {
	bytes [100]byte
	read  int
	size  int64 // of the file
}

const magic = "SQLite format 3\x00"

// readHeader looks at a book that must be writable. Asking for that here tells a
// file that cannot be written before SQLite quietly settles for reading it.
func readHeader(path string) (h header, err error) {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if errors.Is(err, fs.ErrPermission) {
		if f, err = os.Open(path); err == nil {
			return h, errors.Join(rapport.Refuse(ErrReadOnly, rapport.Args{"path": path}), f.Close())
		}
	}
	if err != nil {
		return h, explainFile(err, path)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return h, explainFile(err, path)
	}
	h.size = info.Size()
	h.read, err = io.ReadFull(f, h.bytes[:])
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return h, explainFile(err, path)
	}
	return h, nil
}

func (h header) number(at int) int64 { return int64(binary.BigEndian.Uint32(h.bytes[at:])) }

func (h header) pageSize() int64 {
	if n := binary.BigEndian.Uint16(h.bytes[16:]); n != 1 {
		return int64(n)
	}
	return 65536
}

// stop says how the book was left.
type stop bool

const (
	clean   stop = false
	unclean stop = true // a write-ahead log was left that holds something
)

// check refuses whatever is no book of this program before SQLite sees it.
func (h header) check(path string, known int) (stop, error) {
	refuse := func(kind *rapport.Problem, args rapport.Args) (stop, error) {
		args["path"] = path
		return clean, rapport.Refuse(kind, args)
	}
	left := stop(logSize(path) > 0)
	switch {
	case h.size == 0:
		return refuse(ErrEmpty, rapport.Args{})
	case string(h.bytes[:min(h.read, len(magic))]) != magic[:min(h.read, len(magic))]:
		return refuse(ErrForeign, rapport.Args{})
	case h.read < len(h.bytes):
		return refuse(ErrTruncated, rapport.Args{"size": h.size, "want": int64(len(h.bytes))})
	case h.number(68) != identity:
		return refuse(ErrForeign, rapport.Args{})
	case h.number(60) > int64(known):
		return refuse(ErrNewer, rapport.Args{"found": int(h.number(60)), "known": known})
	}
	// The page count is good when it was written by the last change (24 and 92
	// agree); while a log waits to be written back the file may rightly be short.
	want := h.number(28) * h.pageSize()
	if left == clean && h.number(24) == h.number(92) && h.size < want {
		return refuse(ErrTruncated, rapport.Args{"size": h.size, "want": want})
	}
	return left, nil
}

// logSize is the size of the write-ahead log beside a book. SQLite removes the
// log as the last act of a clean close.
func logSize(path string) int64 {
	info, err := os.Stat(path + "-wal")
	if err != nil {
		return 0
	}
	return info.Size()
}

// copyFile copies a file that nobody has open into a new one of our own.
func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return explainFile(err, from)
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return explainFile(err, to)
	}
	_, err = io.Copy(out, in)
	return explainFile(errors.Join(err, out.Close()), to)
}

// place gives a finished file its name for good: its bytes reach the disk before
// the name does, and the name before anybody is told.
func place(temp, path string) error {
	f, err := os.OpenFile(temp, os.O_RDWR, 0)
	if err != nil {
		return explainFile(err, path)
	}
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
		return explainFile(err, path)
	}
	if err := os.Rename(temp, path); err != nil {
		return explainFile(err, path)
	}
	if runtime.GOOS == "windows" { // directories cannot be synced there
		return nil
	}
	folder, err := os.Open(filepath.Dir(path))
	if err != nil {
		return explainFile(err, path)
	}
	return explainFile(errors.Join(folder.Sync(), folder.Close()), path)
}
