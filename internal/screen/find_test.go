package screen

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

func TestFindLeadsToClientsAndPlaces(t *testing.T) {
	cases := map[string]struct {
		typed string
		keys  []fyne.KeyName
		went  func(map[string]rapport.ID) Place
	}{
		"to a client by the start of the name": {"nord", nil,
			func(c map[string]rapport.ID) Place { return Place{Name: AtClient, Client: c["Nordlicht"]} }},
		"to a client by a part of the name": {"licht", nil,
			func(c map[string]rapport.ID) Place { return Place{Name: AtClient, Client: c["Nordlicht"]} }},
		"to a client however it is typed": {"ISIK", nil,
			func(c map[string]rapport.ID) Place { return Place{Name: AtClient, Client: c["Işık Mimarlık"]} }},
		"to a client with a slip of the keyboard": {"nordlihct", nil,
			func(c map[string]rapport.ID) Place { return Place{Name: AtClient, Client: c["Nordlicht"]} }},
		"to a place":               {"jour", nil, func(map[string]rapport.ID) Place { return Place{Name: AtJournal} }},
		"down to the second":       {"nor", []fyne.KeyName{fyne.KeyDown}, func(c map[string]rapport.ID) Place { return Place{Name: AtClient, Client: c["Norma"]} }},
		"down and up to the first": {"nor", []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyUp}, func(c map[string]rapport.ID) Place { return Place{Name: AtClient, Client: c["Nordlicht"]} }},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			h := newTestHost(t, present.English)
			ids := map[string]rapport.ID{}
			for _, client := range []string{"Nordlicht", "Norma", "Işık Mimarlık"} {
				ids[client] = h.client(client).ID
			}
			ShowFind(h)
			typeInto(h.window.Canvas().Focused(), c.typed)
			h.typed(c.keys...)
			shown := h.panel()
			h.typed(fyne.KeyReturn)
			if want := c.went(ids); len(h.went) != 1 || h.went[0].Name != want.Name || h.went[0].Client != want.Client {
				t.Errorf("went to %+v, want %+v; shown was:\n%s", h.went, want, shown)
			}
			if h.panel() != "" {
				t.Error("the panel is still open")
			}
		})
	}
}

func TestFindOffersWhatCanBeDone(t *testing.T) {
	h := newTestHost(t, present.German)
	ShowFind(h)
	for _, word := range []string{"Eintrag festhalten", "Strg L", "Kunde anlegen", "Durchsicht", "Einstellungen"} {
		if !strings.Contains(h.panel(), word) {
			t.Errorf("does not offer %q:\n%s", word, h.panel())
		}
	}
	typeInto(h.window.Canvas().Focused(), "anle")
	h.typed(fyne.KeyReturn)
	if !strings.Contains(h.panel(), h.speaker.T("forms.client.new")) {
		t.Errorf("the form for a client did not open:\n%s", h.panel())
	}
}

func TestFindSaysWhenThereIsNothing(t *testing.T) {
	h := newTestHost(t, present.English)
	h.client("Acme")
	ShowFind(h)
	typeInto(h.window.Canvas().Focused(), "qqqqqqqq")
	if !strings.Contains(h.panel(), "Nothing here is called that.") {
		t.Errorf("says:\n%s", h.panel())
	}
	h.typed(fyne.KeyReturn)
	if len(h.went) != 0 || h.panel() == "" {
		t.Error("Enter went somewhere")
	}
	h.typed(fyne.KeyEscape)
	if h.panel() != "" {
		t.Error("Escape does not close it")
	}
}

func TestAResultIsTakenByAClick(t *testing.T) {
	h := newTestHost(t, present.English)
	acme := h.client("Acme")
	ShowFind(h)
	typeInto(h.window.Canvas().Focused(), "acme")
	row, ok := find(h, func(*hitRow) bool { return true })
	if !ok {
		t.Fatal("no result")
	}
	test.Tap(row)
	if len(h.went) != 1 || h.went[0].Client != acme.ID {
		t.Errorf("went to %+v", h.went)
	}
}

func TestTheSearchShowsAsManyAsFit(t *testing.T) {
	var clients []rapport.Client
	for i := range 5000 {
		clients = append(clients, rapport.Client{ID: rapport.NewID(), Name: fmt.Sprintf("Studio %04d", i)})
	}
	s := newClientSearch(clients)
	for text, want := range map[string]int{"studio": mostHits, "studio 4321": 1, "999": 5} {
		found := s.find(text, false)
		if len(found) != want {
			t.Errorf("%q finds %d, want %d", text, len(found), want)
		}
	}
	if len(s.find("", true)) != mostHits || len(s.find("", false)) != 0 {
		t.Error("the wrong clients are offered before anything is typed")
	}
}

func TestFindKnowsWhatIsDoneWithAClient(t *testing.T) {
	for typed, opens := range map[string]string{"dossier": "Save as PDF", "heads-up": "Good moments", "promise": "Work it takes",
		"flag": "Reason", "sheet": "", "letter": "", "ending": ""} {
		t.Run(typed, func(t *testing.T) {
			h := newTestHost(t, present.English)
			acme := h.client("Acme")
			h.log(acme, 3, rapport.Praise, "wrote a kind word")
			ShowFind(h)
			typeInto(h.window.Canvas().Focused(), typed)
			h.typed(fyne.KeyReturn)
			typeInto(h.window.Canvas().Focused(), "acme") // whom it is about
			h.typed(fyne.KeyReturn)
			switch places := map[string]PlaceName{"sheet": AtSheet, "letter": AtLetter, "ending": AtEnding}; {
			case opens != "" && !strings.Contains(h.panel(), opens):
				t.Errorf("opens no panel with %q:\n%s", opens, h.panel())
			case opens == "" && (len(h.went) != 1 || h.went[0].Name != places[typed] || h.went[0].Client != acme.ID):
				t.Errorf("leads to %+v\n%s", h.went, h.panel())
			}
		})
	}
}
