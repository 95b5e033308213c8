package desktop

import (
	"net/url"
	"slices"

	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/screen"
)

// Why a link could not be opened.
var (
	errLinkRefused = &rapport.Problem{Code: "link_refused"} // value
	errNoProgram   = &rapport.Problem{Code: "link_program"} // none: nothing on this computer takes it
)

// schemes are the kinds of link that are handed on. A file or a script never is.
var schemes = []string{"mailto", "https", "http"}

// OpenLink is part of [screen.Host]. The program itself connects to nothing: the
// link goes to whatever the user has for it.
func (s *Shell) OpenLink(link string) error {
	address, err := url.Parse(link)
	if err != nil || !slices.Contains(schemes, address.Scheme) {
		return rapport.Refuse(errLinkRefused, rapport.Args{"value": link}).Because(err)
	}
	if err := s.app.OpenURL(address); err != nil {
		return rapport.Refuse(errNoProgram, nil).Because(err)
	}
	return nil
}

// guides opens the library, about the client whose page is open if one is.
func (s *Shell) guides() {
	s.Go(screen.Place{Name: screen.AtGuides, Client: s.about()})
}

// headsUp opens what to know before a contact.
func (s *Shell) headsUp() { screen.ShowHeadsUp(s, s.about()) }

// promise opens the form for one's word, about the client whose page is open or
// one that is picked.
func (s *Shell) promise() { screen.ShowPromise(s, s.about()) }
