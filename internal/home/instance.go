package home

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// socketRoom is how many bytes the path of a socket may have everywhere: macOS
// keeps 104 with the closing NUL, Linux 108.
const socketRoom = 103

// Instance returns where the window that has a book open listens, so that a
// second start can raise it. Every book has its own socket, the same by whatever
// link or relative path it is named. The folder is made; the socket is not.
//
// The runtime folder is the place for it. Where there is none (no login session,
// as in a container), or its path is too long for a socket, the state folder
// serves, and at last a private folder among the temporary ones.
func (f Folders) Instance(book string) (string, error) {
	name := digest(Resolve(book)) + ".sock"
	var tried error
	for _, folder := range []string{f.Runtime, f.State} {
		path := filepath.Join(folder, name)
		if len(path) > socketRoom || folder == f.Runtime && !isFolder(filepath.Dir(folder)) {
			continue
		}
		err := os.MkdirAll(folder, private)
		if err == nil {
			return path, nil
		}
		tried = errors.Join(tried, err)
	}
	folder := filepath.Join(os.TempDir(), folderName+"-"+digest(f.State))
	path := filepath.Join(folder, name)
	err := makePrivate(folder)
	if err == nil && len(path) > socketRoom {
		err = fmt.Errorf("a socket path has at most %d bytes", socketRoom)
	}
	if err != nil {
		return "", rapport.Refuse(ErrFolder, rapport.Args{"path": folder}).Because(errors.Join(tried, err))
	}
	return path, nil
}

// Resolve returns the one absolute path of a file, links followed. Of a file that
// is not there yet the folder is resolved; failing that, the path is only cleaned.
func Resolve(path string) string {
	abs, err := filepath.Abs(path)
	if err != nil {
		return filepath.Clean(path)
	}
	if target, err := filepath.EvalSymlinks(abs); err == nil {
		return target
	}
	if folder, err := filepath.EvalSymlinks(filepath.Dir(abs)); err == nil {
		return filepath.Join(folder, filepath.Base(abs))
	}
	return abs
}

// makePrivate makes a folder among everybody's temporary ones. One that others
// may enter, or a link somebody laid there, is not accepted.
func makePrivate(folder string) error {
	if err := os.MkdirAll(folder, private); err != nil {
		return err
	}
	info, err := os.Lstat(folder)
	if err != nil {
		return err
	}
	if !info.IsDir() || runtime.GOOS != "windows" && info.Mode().Perm() != private {
		return fmt.Errorf("%s is not private: %v", folder, info.Mode())
	}
	return nil
}

// isFolder reports whether a folder is there.
func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// digest shortens a path to a name of 16 letters that only repeats by a chance of
// one in 2^64.
func digest(path string) string {
	sum := sha256.Sum256([]byte(path))
	return hex.EncodeToString(sum[:8])
}
