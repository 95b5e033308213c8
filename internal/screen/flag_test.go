package screen

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// flagged returns a client with a reminder.
func (h *testHost) flagged() rapport.Client {
	h.t.Helper()
	c := h.client("Van Dijk Bouw")
	c.Reach.Emails = []string{"jan@vandijk.example"}
	if err := h.practice.EditClient(h.t.Context(), c); err != nil {
		h.t.Fatal(err)
	}
	if _, err := h.practice.SetFlag(h.t.Context(), rapport.Flag{Client: c.ID, Set: testDay, Until: testDay + 365, Reason: "Deposit before any new work"}); err != nil {
		h.t.Fatal(err)
	}
	return c
}

func TestAReminderShowsOnThePageUntilItIsTakenDown(t *testing.T) {
	h := newTestHost(t, present.English)
	c := h.flagged()
	h.show(NewClient(h), Place{Name: AtClient, Client: c.ID})
	h.says("Deposit before any new work")
	h.follow("Take it down")
	h.fine()
	file, err := h.practice.Client(t.Context(), c.ID)
	if err != nil {
		t.Fatal(err)
	}
	if f := file.Way.Flags[0]; f.Flying(testDay) {
		t.Errorf("still flying: %+v", f)
	}
}

func TestANewClientLikeAFlaggedOneIsPointedOut(t *testing.T) {
	for name, typed := range map[string][2]string{"the name": {"van dijk bouw", ""}, "the address": {"Jan", "jan@vandijk.example"}} {
		h := newTestHost(t, present.English)
		h.flagged()
		ShowClientForm(h, nil)
		h.fillIn("Name", typed[0])
		h.fillIn("E-mail", typed[1])
		if said := strings.ReplaceAll(h.panel(), "\n", " "); !strings.Contains(said, "Deposit before any new work") {
			t.Errorf("by %s nothing is pointed out:\n%s", name, said)
		}
		h.fillIn("Name", "Somebody quite different")
		h.fillIn("E-mail", "")
		if said := strings.ReplaceAll(h.panel(), "\n", " "); strings.Contains(said, "Deposit") {
			t.Errorf("by %s it stays when somebody else is typed", name)
		}
		h.fine()
	}
}

func TestLoggingForAFlaggedClientIsPointedOut(t *testing.T) {
	h := newTestHost(t, present.English)
	c := h.flagged()
	ShowLog(h, c.ID)
	if said := strings.ReplaceAll(h.panel(), "\n", " "); !strings.Contains(said, "Deposit before any new work") {
		t.Errorf("nothing is pointed out:\n%s", said)
	}
	h.fine()
}

func TestReviewMarksTheRowOfAFlaggedClient(t *testing.T) {
	h := newTestHost(t, present.English)
	h.flagged()
	h.client("Somebody else")
	h.show(NewReview(h), Place{})
	if n := strings.Count(h.texts(), "reminder set"); n != 1 {
		t.Errorf("%d rows are marked:\n%s", n, h.texts())
	}
	h.fine()
}

func TestAFileAboutAFlaggedClientIsPointedOut(t *testing.T) {
	h := newTestHost(t, present.English)
	h.flagged()
	path := filepath.Join(t.TempDir(), "journal.csv")
	if err := os.WriteFile(path, []byte("client,date,kind,severity,note\nVan Dijk Bouw,2026-06-01,contact,3,asked for a quote\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	h.show(NewImport(h), Place{Name: AtImport, File: path})
	if said := strings.ReplaceAll(h.texts(), "\n", " "); !strings.Contains(said, "Deposit before any new work") {
		t.Errorf("nothing is pointed out:\n%s", said)
	}
	h.fine()
}

func TestAReminderWrittenInTheFormIsSet(t *testing.T) {
	h := newTestHost(t, present.English)
	c := h.client("Acme")
	ShowFlagForm(h, c.ID, "Deposit first", 0)
	h.press("Save")
	h.fine()
	if flags := h.way(c).Flags; len(flags) != 1 || flags[0].Reason != "Deposit first" || flags[0].Until != testDay+flagDays {
		t.Errorf("set: %+v; the form says:\n%s", flags, h.panel())
	}
}
