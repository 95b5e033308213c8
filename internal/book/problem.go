package book

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// What a book may refuse. The arguments each carries stand beside it; path is
// always the file in question.
var (
	ErrMissing       = &rapport.Problem{Code: "book_missing"}        // path
	ErrFolderMissing = &rapport.Problem{Code: "book_folder_missing"} // path, folder
	ErrPathLong      = &rapport.Problem{Code: "book_path_long"}      // path, limit (bytes)
	ErrExists        = &rapport.Problem{Code: "book_exists"}         // path
	ErrEmpty         = &rapport.Problem{Code: "book_empty"}          // path
	ErrTruncated     = &rapport.Problem{Code: "book_truncated"}      // path, size, want (bytes)
	ErrForeign       = &rapport.Problem{Code: "book_foreign"}        // path
	ErrNewer         = &rapport.Problem{Code: "book_newer"}          // path, found, known (schema versions)
	ErrOlder         = &rapport.Problem{Code: "book_older"}          // path, found, known: only where nothing may be written
	ErrUpgrade       = &rapport.Problem{Code: "book_upgrade"}        // path, backup
	ErrInUse         = &rapport.Problem{Code: "book_in_use"}         // path: open in another Rapport
	ErrBusy          = &rapport.Problem{Code: "book_busy"}           // path: another program holds it
	ErrDamaged       = &rapport.Problem{Code: "book_damaged"}        // path
	ErrReadOnly      = &rapport.Problem{Code: "book_read_only"}      // path: file or folder cannot be written
	ErrDenied        = &rapport.Problem{Code: "book_denied"}         // path: may not even be read
	ErrDiskFull      = &rapport.Problem{Code: "disk_full"}           // path
	ErrDiskFailing   = &rapport.Problem{Code: "disk_failing"}        // path
	ErrBackup        = &rapport.Problem{Code: "backup_unsound"}      // path: the copy did not pass its checks

	ErrNothingToUndo = &rapport.Problem{Code: "undo_nothing"}
	ErrNothingToRedo = &rapport.Problem{Code: "redo_nothing"}

	ErrNumberTaken = &rapport.Problem{Code: "invoice_number_taken"} // number
)

// Mistakes of the caller or of the file, which no user can do anything about.
var (
	// ErrConflict says that another record already has the identifier of the one
	// to be added. Adding the very same record again is no conflict.
	ErrConflict = errors.New("a different record has this identifier")
	// ErrUnrecorded says that a Write without a step name touched records that
	// must be undoable.
	ErrUnrecorded = errors.New("records changed outside of a named step")

	errShape = errors.New("not what the schema promises")
)

// explain finds the problem behind an error of SQLite, so that it can be worded.
// What is no problem of the user's stays as it is.
func explain(err error, path string) error {
	var problem *rapport.Problem
	var fault *sqlite.Error
	switch {
	case err == nil, errors.As(err, &problem), errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case errors.Is(err, errShape):
		return rapport.Refuse(ErrDamaged, rapport.Args{"path": path}).Because(err)
	case !errors.As(err, &fault):
		return err
	}
	if kind := problemOf(fault.Code()); kind != nil {
		if kind == ErrDiskFailing && (noRoomToShare(fault.Code()) || crowded(path)) {
			kind = ErrDiskFull
		}
		return rapport.Refuse(kind, rapport.Args{"path": path}).Because(err)
	}
	if fault.Code() == sqlite3.SQLITE_CONSTRAINT_NOTNULL && strings.Contains(fault.Error(), "changes.step") {
		return fmt.Errorf("%w: %w", ErrUnrecorded, err)
	}
	return err
}

// problemOf maps a result code of SQLite (its low byte is the family).
func problemOf(code int) *rapport.Problem {
	switch code & 0xff {
	case sqlite3.SQLITE_FULL:
		return ErrDiskFull
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL:
		return ErrBusy
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
		return ErrDamaged
	case sqlite3.SQLITE_READONLY:
		return ErrReadOnly
	case sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM:
		return ErrDenied
	case sqlite3.SQLITE_IOERR:
		return ErrDiskFailing
	}
	return nil
}

// violates reports whether an error is the breach of the named UNIQUE columns.
func violates(err error, columns string) bool {
	var fault *sqlite.Error
	return errors.As(err, &fault) && fault.Code() == sqlite3.SQLITE_CONSTRAINT_UNIQUE &&
		strings.Contains(fault.Error(), columns)
}

// noRoomToShare reports whether the file through which programs share a book could
// not be given its few pages. SQLite calls it an error of the disk; it is a full one.
func noRoomToShare(code int) bool { return code == sqlite3.SQLITE_IOERR_SHMSIZE }

// crowded reports whether the disk of a book has next to no room left. What SQLite
// then reports is seldom SQLITE_FULL, and nobody should be sent to look for a cable.
func crowded(path string) bool {
	const least = 64 << 10 // a log and the file beside it need as much to begin with
	free, err := freeSpace(filepath.Dir(path))
	return err == nil && free < least
}
