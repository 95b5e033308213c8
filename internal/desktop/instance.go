package desktop

import (
	"errors"
	"net"
	"os"
	"time"
)

// raiseWait is how long a second start waits for the first window to answer.
const raiseWait = 2 * time.Second

// listen waits for a second start of the program on the same book and comes to
// the front when one calls. The lock keeps the book safe without it, so a socket
// that cannot be had is no reason to stop.
func (s *Shell) listen(book string) (release func()) {
	path, err := s.options.Folders.Instance(book)
	if err != nil {
		return func() {}
	}
	// Whoever holds the lock owns the socket: one that is still there was left by a
	// window that ended without tidying up.
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return func() {}
	}
	l, err := net.Listen("unix", path)
	if err != nil {
		return func() {}
	}
	answer(l, s.window.RequestFocus)
	return func() { _ = l.Close() }
}

// raiseOther asks the window that has the book open to come to the front. It
// reports whether one answered.
func (s *Shell) raiseOther(book string) bool {
	path, err := s.options.Folders.Instance(book)
	if err != nil {
		return false
	}
	first, err := net.DialTimeout("unix", path, raiseWait)
	if err != nil {
		return false
	}
	_ = first.Close()
	return true
}
