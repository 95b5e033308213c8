package book

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/gofrs/flock"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Options are what a book needs from outside.
type Options struct {
	Now        func() time.Time // the clock for steps and the trash; required
	ReadOnly   bool             // look only: no lock, no check, no migration, nothing written
	MakeFolder bool             // Create makes the folder, for its owner only, if there is none
}

// Book is an open book. Its methods are safe for several goroutines.
type Book struct {
	path     string
	readOnly bool
	now      func() time.Time
	lock     *flock.Flock
	writer   chan *conn   // holds the one connection that writes while nobody does
	readers  chan *conn   // holds idle readers; nil stands for one not yet connected
	reach    access       // how readers connect
	file     string       // what readers connect to: path, or a copy of it
	tidy     func() error // takes away what opening left behind
	closing  sync.Once
}

// readers is how many transactions can read at the same time.
const readers = 3

var errClosed = errors.New("the book is closed")

// Open opens an existing book to read and write, and takes its lock: a second
// writer, in this program or another, is refused with [ErrInUse]. A book of an
// older schema is first copied, and the copy verified, then migrated; one of a
// newer schema is refused untouched. After an unclean stop, known by a
// write-ahead log that still holds something, the whole file is checked,
// otherwise its structure.
//
// With [Options.ReadOnly] the book is read as it is, also while another program
// writes it, and also from a folder where nothing can be written.
func Open(ctx context.Context, path string, o Options) (*Book, error) {
	return open(ctx, path, o, standard())
}

func open(ctx context.Context, path string, o Options, p plan) (*Book, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("finding the book: %w", err)
	}
	file := resolved(path)
	if err := exists(file); err != nil {
		return nil, err
	}
	if o.ReadOnly {
		b, err := openToRead(ctx, file, o, p)
		if err == nil {
			b.path = path
		}
		return b, err
	}
	lock, err := takeLock(file)
	if err != nil {
		return nil, err
	}
	b, err := openToWrite(ctx, file, o, p)
	if err != nil {
		return nil, errors.Join(err, lock.Close())
	}
	b.path, b.lock = path, lock // as it was named; b.file is where it is
	return b, nil
}

// openToWrite opens the book under its lock.
func openToWrite(ctx context.Context, path string, o Options, p plan) (*Book, error) {
	// Nobody else has the file open as far as Rapport goes, and SQLite has not
	// either: the only moment when it may be looked at directly.
	head, err := readHeader(path)
	if err != nil {
		return nil, err
	}
	stop, err := head.check(path, p.version())
	if err != nil {
		return nil, err
	}
	c, err := connect(ctx, path, access{mode: "rw", busy: p.busy})
	if err != nil {
		return nil, err
	}
	if err := prepare(ctx, c, path, p, stop); err != nil {
		return nil, errors.Join(explain(err, path), c.close())
	}
	b := newBook(path, o, access{mode: "ro", busy: p.busy})
	b.writer <- c
	return b, nil
}

// prepare brings a connected book to the schema of the plan, once it is sound.
func prepare(ctx context.Context, c *conn, path string, p plan, stop stop) error {
	version, err := identify(ctx, c, path, p)
	if err != nil {
		return err
	}
	if err := checkFile(ctx, c, path, stop); err != nil {
		return err
	}
	if version == p.version() {
		return nil
	}
	backup := fmt.Sprintf("%s.before-v%d", path, p.version())
	if err := copyTo(ctx, c, path, backup); err != nil {
		return err
	}
	if err := p.migrate(ctx, c, version); err != nil {
		if explained := explain(err, path); explained != err {
			return explained
		}
		return rapport.Refuse(ErrUpgrade, rapport.Args{"path": path, "backup": backup}).Because(err)
	}
	return nil
}

// identify reads through SQLite whose file it is and of which version. The header
// said so already, but a write-ahead log may know better.
func identify(ctx context.Context, c *conn, path string, p plan) (version int, err error) {
	id, err := c.number(ctx, "PRAGMA application_id")
	if err != nil {
		return 0, err
	}
	if id != identity {
		return 0, rapport.Refuse(ErrForeign, rapport.Args{"path": path})
	}
	n, err := c.number(ctx, "PRAGMA user_version")
	if err == nil && int(n) > p.version() {
		err = rapport.Refuse(ErrNewer, rapport.Args{"path": path, "found": int(n), "known": p.version()})
	}
	return int(n), err
}

// openToRead opens the book without its lock.
func openToRead(ctx context.Context, path string, o Options, p plan) (*Book, error) {
	b := newBook(path, o, access{mode: "ro", busy: p.busy})
	b.readOnly = true
	err := b.tryReader(ctx, p)
	if info, gone := os.Stat(path); gone == nil && info.Size() == 0 { // SQLite takes it for a new database
		err = rapport.Refuse(ErrEmpty, rapport.Args{"path": path})
	}
	if cannotShare(err) {
		err = b.readApart(ctx, p)
	}
	if err != nil {
		return nil, errors.Join(err, b.Close())
	}
	return b, nil
}

// tryReader makes the first reader, and makes sure it is a book that it reads.
func (b *Book) tryReader(ctx context.Context, p plan) error {
	c, err := connect(ctx, b.file, b.reach)
	if err != nil {
		return notABook(err, b.path)
	}
	version, err := identify(ctx, c, b.path, p)
	if err == nil && version < p.version() {
		err = rapport.Refuse(ErrOlder, rapport.Args{"path": b.path, "found": version, "known": p.version()})
	}
	if err != nil {
		return errors.Join(explain(notABook(err, b.path), b.path), c.close())
	}
	<-b.readers
	b.readers <- c
	return nil
}

// notABook tells a file that never was a database from a damaged one.
func notABook(err error, path string) error {
	var fault *sqlite.Error
	if errors.As(err, &fault) && fault.Code()&0xff == sqlite3.SQLITE_NOTADB {
		return rapport.Refuse(ErrForeign, rapport.Args{"path": path}).Because(err)
	}
	return err
}

// cannotShare reports whether SQLite could not make the files beside the book
// through which programs share it: the folder cannot be written, or its disk is full.
func cannotShare(err error) bool {
	var fault *sqlite.Error
	if !errors.As(err, &fault) {
		return false
	}
	family := fault.Code() & 0xff
	return family == sqlite3.SQLITE_CANTOPEN || family == sqlite3.SQLITE_READONLY || noRoomToShare(fault.Code())
}

// readApart reads a book in a folder where nothing can be written. After a clean
// close the file alone is the book, and as nobody can change it no locks are
// needed. A write-ahead log that still holds something must be read with it, which
// takes a copy of both in a folder of our own.
func (b *Book) readApart(ctx context.Context, p plan) error {
	if logSize(b.path) == 0 {
		b.reach.immutable = true
		return b.tryReader(ctx, p)
	}
	folder, err := os.MkdirTemp("", "rapport-")
	if err != nil {
		return fmt.Errorf("making a folder for a copy to read: %w", err)
	}
	b.tidy = func() error { return os.RemoveAll(folder) }
	b.file = filepath.Join(folder, "book")
	for _, suffix := range []string{"", "-wal"} {
		if err := copyFile(b.path+suffix, b.file+suffix); err != nil {
			return err
		}
	}
	return b.tryReader(ctx, p)
}

func newBook(path string, o Options, reach access) *Book {
	b := &Book{
		path: path, file: path, now: o.Now, reach: reach,
		writer: make(chan *conn, 1), readers: make(chan *conn, readers),
		tidy: func() error { return nil },
	}
	for range readers {
		b.readers <- nil
	}
	return b
}

// reader lends a connection to read with.
func (b *Book) reader(ctx context.Context) (*conn, error) {
	select {
	case c, open := <-b.readers:
		if !open {
			return nil, errClosed
		}
		if c != nil {
			return c, nil
		}
		c, err := connect(ctx, b.file, b.reach)
		if err != nil {
			b.readers <- nil
			return nil, err
		}
		return c, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// Path returns where the book is, as an absolute path.
func (b *Book) Path() string { return b.path }

// ReadOnly reports whether the book was opened to look only.
func (b *Book) ReadOnly() bool { return b.readOnly }

// Is reports whether a path leads to this very book, by whatever name. Such a
// file must not be opened by anything but the book itself: closing it would drop
// SQLite's locks where the system knows no better ones.
func (b *Book) Is(path string) bool {
	ours, err := os.Stat(b.path)
	if err != nil {
		return false
	}
	other, err := os.Stat(path)
	return err == nil && os.SameFile(ours, other)
}

// Close waits for what is under way, writes the log back into the file and gives
// the lock up. The lock file stays: removing it would let two programs each lock
// a file of that name. A closed book may be closed again.
func (b *Book) Close() (err error) {
	b.closing.Do(func() { err = b.close() })
	return err
}

func (b *Book) close() error {
	var errs []error
	for range readers {
		if c := <-b.readers; c != nil {
			errs = append(errs, c.close())
		}
	}
	close(b.readers)
	if !b.readOnly {
		if c := <-b.writer; c != nil { // last: it is the one that tidies up the log
			errs = append(errs, c.close())
		}
	}
	close(b.writer)
	if b.lock != nil {
		errs = append(errs, b.lock.Close())
	}
	return errors.Join(append(errs, b.tidy())...)
}
