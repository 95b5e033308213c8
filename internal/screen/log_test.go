package screen

import (
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"github.com/rapport-desktop/rapport/internal/intake"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// line types a quick line where the keyboard is, and Enter if it is to be stored.
func (h *testHost) line(text string, enter bool) {
	h.t.Helper()
	test.Type(h.window.Canvas().Focused(), text)
	if enter {
		h.typed(fyne.KeyReturn)
	}
}

func TestTheQuickLineIsStoredByEnterAndThePanelIsGone(t *testing.T) {
	h := newTestHost(t, present.English)
	acme := h.client("Acme")
	h.client("Birch")
	ShowLog(h, rapport.ID{})
	h.line("acme complaint unfair 3 e4 20m yesterday asked for a fourth redesign", false)
	h.says("Acme", "Complaint", "asked for a fourth redesign", "Afterwards")
	h.typed(fyne.KeyReturn)
	h.fine()
	entries, _ := h.file(acme)
	if len(entries) != 1 || entries[0].Note != "asked for a fourth redesign" || entries[0].On != testDay.AddDays(-1) {
		t.Errorf("stored %+v", entries)
	}
	if h.panel() != "" {
		t.Error("the panel is still open")
	}
}

func TestOnAClientsPageTheLineNeedNotNameIt(t *testing.T) {
	h := newTestHost(t, present.English)
	acme, birch := h.client("Acme"), h.client("Birch")
	ShowLog(h, acme.ID)
	h.line("praise 2 they love it", true)
	ShowLog(h, acme.ID)
	h.line("acme praise 3 and again", true)
	ShowLog(h, acme.ID)
	h.line("birch praise 4 but this is about somebody else", true)
	h.fine()
	about, _ := h.file(acme)
	other, _ := h.file(birch)
	if len(about) != 2 || len(other) != 1 {
		t.Fatalf("%d entries of the client of the page, %d of the one named", len(about), len(other))
	}
	for _, e := range append(about, other...) {
		if e.Kind != rapport.Praise || strings.Contains(strings.ToLower(e.Note), "acme") {
			t.Errorf("stored %+v", e)
		}
	}
}

func TestAnUnknownNameCanBeMadeAClientWithoutLosingTheLine(t *testing.T) {
	h := newTestHost(t, present.English)
	ShowLog(h, rapport.ID{}) // in an empty book
	h.line("harbour complaint 3 too blue", true)
	if h.panel() == "" {
		t.Fatal("an entry of nobody was stored")
	}
	h.press("Add harbour as a client")
	h.typed(fyne.KeyReturn)
	h.fine()
	clients, err := h.practice.Clients(t.Context(), true)
	if err != nil || len(clients) != 1 || clients[0].Name != "harbour" {
		t.Fatalf("the clients are %+v, %v", clients, err)
	}
	if entries, _ := h.file(clients[0]); len(entries) != 1 || entries[0].Note != "too blue" {
		t.Errorf("stored %+v", entries)
	}
}

// refusing is a host whose deeds fail while it is told to.
type refusing struct {
	*testHost
	practice *practice.Practice
	closed   bool
}

func (r *refusing) Practice() *practice.Practice {
	if r.closed {
		return r.practice
	}
	return r.testHost.Practice()
}

func TestALineThatCannotBeStoredComesBack(t *testing.T) {
	h := newTestHost(t, present.English)
	acme := h.client("Acme")
	gone := newTestHost(t, present.English) // another book, in which there is no Acme
	r := &refusing{testHost: h, practice: gone.practice}
	ShowLog(r, rapport.ID{})
	h.line("acme praise 3 lovely", false)
	r.closed = true
	h.typed(fyne.KeyReturn)
	if !strings.Contains(h.panel(), "lovely") {
		t.Fatalf("the line is lost; the panel says %q", h.panel())
	}
	r.closed = false
	h.typed(fyne.KeyReturn)
	h.fine()
	if entries, _ := h.file(acme); len(entries) != 1 {
		t.Errorf("stored %d times", len(entries))
	}
}

func TestWhatAChipSetsWinsOverTheLine(t *testing.T) {
	h := newTestHost(t, present.English)
	acme := h.client("Acme")
	q := newQuickLog(h)
	q.know([]rapport.Client{acme}, rapport.ID{})
	q.view.entry.SetText("acme complaint 9 too blue")
	if err := q.problem(q.meant()); !errors.Is(err, rapport.ErrSeverity) {
		t.Fatalf("severity 9: %v", err)
	}
	q.fixed[intake.RoleSeverity] = func(e *rapport.Entry) { e.Severity = 4 }
	if err := q.problem(q.meant()); err != nil || q.meant().Severity != 4 {
		t.Errorf("corrected to %d: %v", q.meant().Severity, err)
	}
}
