package desktop

import (
	"errors"
	"net/url"
	"testing"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/present"
)

// browser is an app that keeps the links it was to open, or fails to.
type browser struct {
	fyne.App
	opened []string
	err    error
}

// OpenURL is part of fyne.App.
func (b *browser) OpenURL(u *url.URL) error {
	b.opened = append(b.opened, u.String())
	return b.err
}

func TestOnlyLinksToMailAndPagesAreHandedOn(t *testing.T) {
	s := raise(t, "en")
	b := &browser{App: s.app}
	s.app = b
	letter, whole := present.Mailto([]string{"jan@vandijk.example"}, "Notice, 50% & more", "Dear Jan,\n\nthank you.\n\nMara")
	if !whole {
		t.Fatal("a short letter does not fit into a link")
	}
	if err := s.OpenLink(letter); err != nil {
		t.Fatal(err)
	}
	if len(b.opened) != 1 || b.opened[0] != letter {
		t.Errorf("handed on %q, not %q", b.opened, letter)
	}
	for _, bad := range []string{"file:///etc/passwd", "javascript:alert(1)", "smb://host/share", "letter.txt", "", "%zz"} {
		if err := s.OpenLink(bad); !errors.Is(err, errLinkRefused) {
			t.Errorf("%q is not refused: %v", bad, err)
		}
	}
	if len(b.opened) != 1 {
		t.Errorf("handed on %q", b.opened)
	}
	b.err = errors.New("exec: xdg-open: not found")
	if err := s.OpenLink(letter); !errors.Is(err, errNoProgram) {
		t.Errorf("that no program takes it is told as %v", err)
	}
}
