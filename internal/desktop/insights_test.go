package desktop

import (
	"testing"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/screen"
)

// settings are the ones stored in the book.
func (s *stage) settings() practice.Settings {
	s.t.Helper()
	settings, err := s.session.practice.Settings(s.t.Context())
	if err != nil {
		s.t.Fatal(err)
	}
	return settings
}

func TestOneThingIsTriedAndGivenUpAgain(t *testing.T) {
	s := raise(t, "en")
	s.sample()
	s.choose(func(p *practice.Settings) { p.Trying = practice.Trying{} })
	s.click("Insights")
	s.says("Is it me?", "each box is a client", "One thing to try")
	s.click("Quarter")
	s.click("Year")
	s.says("Is it me?")
	s.click("Try it until 28 July")
	s.says("What you are trying", "It stays here until the day.")
	if got := s.settings().Trying; got.Code == "" || got.Since != someday {
		t.Errorf("stored: %+v", got)
	}
	s.click("Review")
	s.hold(key(fyne.Key3, 0))
	s.says("What you are trying")
	s.click("Leave off early")
	s.says("One thing to try")
	if got := s.settings().Trying; got.Code != "" {
		t.Errorf("stored: %+v", got)
	}
}

func TestTheMapIsFoundAndLeadsToItsClients(t *testing.T) {
	s := raise(t, "en")
	s.sample()
	s.click("Map")
	if s.places.now.Name != screen.AtMap {
		t.Fatalf("Review's switch leads to %s", s.places.now.Name)
	}
	s.click("Krähwinkel Wohnbau")
	s.click("Open")
	s.says("Krähwinkel Wohnbau")
	if s.places.now.Name != screen.AtClient {
		t.Fatalf("Open leads to %s", s.places.now.Name)
	}
	s.hold(key(fyne.KeyK, 0))
	s.typeIn("map")
	s.press(fyne.KeyReturn)
	s.says("Verdicts today")
	s.click("List")
	if s.places.now.Name != screen.AtReview {
		t.Errorf("the map's switch leads to %s", s.places.now.Name)
	}
}

func TestALimitSetInTheSettingsIsAsked(t *testing.T) {
	s := raise(t, "en")
	s.oneClient("Fernhill")
	s.choose(func(p *practice.Settings) { p.Limits.Hostility = 3 })
	s.hold(key(fyne.KeyL, 0))
	s.typeIn("fernhill disrespect 4 called me names")
	s.press(fyne.KeyReturn)
	s.says("your limit is 3")
}
