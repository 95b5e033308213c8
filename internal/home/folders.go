package home

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/adrg/xdg"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// BookVariable is the environment variable that names the book to open.
const BookVariable = "RAPPORT_BOOK"

// Names in the folders. The extension is the program's own, so that a desktop
// can tie it to Rapport.
const (
	folderName  = "rapport"
	bookName    = "book.rapport"
	sampleName  = "sample.rapport"
	pointerName = "last-book"
)

// private is the mode of every folder made here: what is in it is nobody else's
// business.
const private fs.FileMode = 0o700

// What the user can be told about folders and files. The arguments stand beside each.
var (
	ErrNoHome        = &rapport.Problem{Code: "no_home"}          // path: where the folder should have been
	ErrFolder        = &rapport.Problem{Code: "folder_make"}      // path
	ErrPointer       = &rapport.Problem{Code: "last_book_broken"} // path: the pointer file
	ErrFileIsBook    = &rapport.Problem{Code: "file_is_book"}     // path
	ErrFileMissing   = &rapport.Problem{Code: "file_missing"}     // path
	ErrFileNotPlain  = &rapport.Problem{Code: "file_not_plain"}   // path: a folder, a device
	ErrFileTooLarge  = &rapport.Problem{Code: "file_too_large"}   // path, limit (whole megabytes)
	ErrFileUnread    = &rapport.Problem{Code: "file_unreadable"}  // path
	ErrFileUnwritten = &rapport.Problem{Code: "file_unwritable"}  // path
)

// Folders are the three places the program uses; all paths are absolute. Tests
// make their own of temporary folders.
type Folders struct {
	Data    string // books
	State   string // the pointer to the last book
	Runtime string // sockets; emptied by the system when the user leaves, and may not exist
}

// Standard returns the folders of this user on this system. It makes none. A user
// without a home (a service, a broken login) is refused with [ErrNoHome].
func Standard() (Folders, error) {
	xdg.Reload() // the environment may have changed since the program started
	f := Folders{
		Data:    filepath.Join(xdg.DataHome, folderName),
		State:   filepath.Join(xdg.StateHome, folderName),
		Runtime: filepath.Join(xdg.RuntimeDir, folderName),
	}
	_, err := os.UserHomeDir()
	if err != nil && os.Getenv("XDG_DATA_HOME") != "" && os.Getenv("XDG_STATE_HOME") != "" {
		err = nil // nothing of it hangs on the home
	}
	if err == nil && !(filepath.IsAbs(f.Data) && filepath.IsAbs(f.State)) {
		err = errors.New("the home folder is not an absolute path")
	}
	if err != nil {
		return Folders{}, rapport.Refuse(ErrNoHome, rapport.Args{"path": f.Data}).Because(err)
	}
	return f, nil
}

// Book is where the user's book lies unless they chose another place.
func (f Folders) Book() string { return filepath.Join(f.Data, bookName) }

// Sample is where the made-up practice lies that one can try things on.
func (f Folders) Sample() string { return filepath.Join(f.Data, sampleName) }

// Make creates the data and state folders, open to their user only. Folders that
// exist are left as they are.
func (f Folders) Make() error {
	for _, folder := range []string{f.Data, f.State} {
		if err := os.MkdirAll(folder, private); err != nil {
			return rapport.Refuse(ErrFolder, rapport.Args{"path": folder}).Because(err)
		}
	}
	return nil
}

// Origin says why a book was chosen.
type Origin string

// The origins, in the order they are asked.
const (
	Asked       Origin = "asked"       // named on the command line or picked in the window
	Environment Origin = "environment" // named by [BookVariable]
	Remembered  Origin = "remembered"  // open last time
	Usual       Origin = "usual"       // the standard place
)

// Choice is the book to open. Its path is absolute, and nothing may be there.
type Choice struct {
	Path   string
	Origin Origin
}

// Choose decides which book to open: the one asked for, else the one the
// environment names, else the one open last, else the standard one. Empty means
// not given. A pointer that cannot be read is an [ErrPointer] and not the standard
// book: the user's own lies somewhere else, and an empty page would frighten them.
func (f Folders) Choose(asked, environment string) (Choice, error) {
	named := Choice{asked, Asked}
	if asked == "" {
		named = Choice{environment, Environment}
	}
	if named.Path != "" {
		abs, err := filepath.Abs(named.Path)
		if err != nil {
			return Choice{}, fmt.Errorf("finding the book %q: %w", named.Path, err)
		}
		return Choice{abs, named.Origin}, nil
	}
	last, err := f.Last()
	if err != nil {
		return Choice{}, err
	}
	if last != "" {
		return Choice{last, Remembered}, nil
	}
	return Choice{f.Book(), Usual}, nil
}
