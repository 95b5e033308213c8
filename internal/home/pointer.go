package home

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Last returns the path of the book that was open last, "" when there was none.
// A pointer that is damaged or cannot be read is refused with [ErrPointer].
func (f Folders) Last() (string, error) {
	name := f.pointer()
	content, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	broken := rapport.Refuse(ErrPointer, rapport.Args{"path": name})
	if err != nil {
		return "", broken.Because(err)
	}
	path, whole := bytes.CutSuffix(content, []byte("\n"))
	if !whole || !filepath.IsAbs(string(path)) || bytes.IndexByte(path, 0) >= 0 {
		return "", broken.Because(errors.New("it holds no absolute path"))
	}
	return string(path), nil
}

// Remember points to the book that is open now. The path is kept byte for byte,
// whatever its encoding, with one line feed behind it as a sign that it is whole.
func (f Folders) Remember(book string) error {
	abs, err := filepath.Abs(book)
	if err != nil {
		return fmt.Errorf("remembering the book %q: %w", book, err)
	}
	if err := os.MkdirAll(f.State, private); err != nil {
		return rapport.Refuse(ErrFolder, rapport.Args{"path": f.State}).Because(err)
	}
	if err := replace(f.pointer(), []byte(abs+"\n")); err != nil {
		return rapport.Refuse(ErrFileUnwritten, rapport.Args{"path": f.pointer()}).Because(err)
	}
	return nil
}

// pointer is the file that names the last book.
func (f Folders) pointer() string { return filepath.Join(f.State, pointerName) }
