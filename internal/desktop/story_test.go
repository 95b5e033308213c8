package desktop

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/screen"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// firstWeek is what a user logs about their first client, oldest first.
var firstWeek = []string{
	"harbour praise 3 2026-06-01 thanked us for the quick start",
	"harbour demand beyond 3 e3 2026-06-12 wants a second logo for the same price",
	"harbour complaint unfair 3 e4 20m 2026-06-18 asked for a third redesign",
	"harbour disrespect 4 e4 2026-06-22 shouted on the phone",
	"harbour complaint unfair 4 e5 45m 2026-06-26 asked for a fourth redesign",
	"harbour disrespect 4 e5 yesterday called the work worthless before others",
}

func TestAUsersFirstDay(t *testing.T) {
	s := raise(t, "en")
	s.start(screen.Opening{})
	s.settle()
	s.says("Is it a hard time, or a pattern?")
	s.click("Start a new book")
	s.says("Begin with the client on your mind")

	s.click("Add a client")
	s.typeIn("Harbour & Söhne")
	s.press(fyne.KeyReturn)
	s.says("Client added", "Harbour & Söhne")
	for i, line := range firstWeek {
		s.hold(key(fyne.KeyL, 0))
		s.typeIn(line)
		s.press(fyne.KeyReturn)
		if got := s.entries(); got != i+1 {
			t.Fatalf("after %q the book has %d entries; the window says:\n%s", line, got, s.texts())
		}
		s.says("recorded for Harbour & Söhne")
	}
	verdict := s.verdictOn("Harbour & Söhne")

	s.speakGermanInTheDark()
	s.says(s.session.speaker.Verdict(verdict))
	s.takeBackAndDoAgain()

	s.quit()
	again := raiseIn(t, "en", s.options.Folders)
	again.start(screen.Opening{})
	again.settle()
	again.says("Durchsicht", "Harbour & Söhne", s.session.speaker.Verdict(verdict))
	if again.entries() != len(firstWeek) {
		t.Errorf("reopened, the book has %d entries", again.entries())
	}
	again.isDark()
}

// verdictOn reads how a client stands on Review and on the client's own page.
func (s *stage) verdictOn(client string) rapport.Verdict {
	s.t.Helper()
	standings, err := s.session.practice.Review(s.t.Context())
	if err != nil || len(standings) != 1 {
		s.t.Fatal(len(standings), err)
	}
	verdict := standings[0].Assessment.Verdict
	if verdict == rapport.Unclear {
		s.t.Errorf("six entries such as these come to %s", verdict)
	}
	s.hold(key(fyne.Key1, 0))
	s.says(client, s.session.speaker.Verdict(verdict))
	s.click(client)
	s.says(s.session.speaker.Verdict(verdict), "Two complaints were not justified")
	return verdict
}

// speakGermanInTheDark changes the language and the theme in the settings.
func (s *stage) speakGermanInTheDark() {
	s.t.Helper()
	s.hold(key(fyne.KeyComma, 0))
	s.click("Deutsch")
	s.says("Einstellungen", "Durchsicht")
	s.hides("Settings", "Review")
	s.click("Dunkel")
	s.isDark()
	s.hold(key(fyne.Key1, 0))
}

func (s *stage) isDark() {
	s.t.Helper()
	if theme, ok := s.app.Settings().Theme().(widgets.Theme); !ok || theme.Mode != widgets.Dark {
		s.t.Errorf("the theme is %v", s.app.Settings().Theme())
	}
}

// takeBackAndDoAgain takes the last entry back by the menu and does it again by
// the key.
func (s *stage) takeBackAndDoAgain() {
	s.t.Helper()
	undo := s.menuItem("Rückgängig")
	if !strings.Contains(undo.Label, "Harbour & Söhne") {
		s.t.Errorf("the menu does not say what it takes back: %q", undo.Label)
	}
	undo.Action()
	s.settle()
	if s.entries() != len(firstWeek)-1 {
		s.t.Errorf("taken back, the book has %d entries", s.entries())
	}
	s.hold(&fyne.ShortcutRedo{})
	if s.entries() != len(firstWeek) {
		s.t.Errorf("done again, the book has %d entries", s.entries())
	}
}

// entries is how many entries the book has.
func (s *stage) entries() int {
	s.t.Helper()
	n, err := s.session.practice.JournalCount(s.t.Context(), book.Filter{})
	if err != nil {
		s.t.Fatal(err)
	}
	return n
}
