package screen

import (
	"strings"
	"testing"

	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

func TestTheSheetIsKeptAndItsSurprisesCountAgainstIt(t *testing.T) {
	h := newTestHost(t, present.English)
	c, page := h.client("Acme"), NewSheet(h)
	h.show(page, Place{Name: AtSheet, Client: c.ID})
	page.fields[rapport.ClauseByWhen].SetText("Two weeks from the go-ahead")
	h.press("Keep the sheet")
	h.fine()
	h.press("They were surprised")
	h.fillIn("In their words", "I thought it would be ready today")
	h.press("Save")
	h.fine()
	file, err := h.practice.Client(t.Context(), c.ID)
	if err != nil {
		t.Fatal(err)
	}
	if s := file.Way.Sheet; s == nil || s.Clauses[rapport.ClauseByWhen] != "Two weeks from the go-ahead" || !s.Agreed.IsZero() {
		t.Errorf("the sheet: %+v", s)
	}
	if s := file.Way.Surprises; len(s) != 1 || s[0].What != "I thought it would be ready today" {
		t.Errorf("the surprises: %+v", s)
	}
	if s := page.page.Surprises; len(s) != 1 || !strings.Contains(s[0].Text, "I thought it would be ready today") {
		t.Errorf("the page shows %+v", s)
	}

	page.fields[rapport.ClauseReach].SetText("By mail, answered the next day")
	h.press("Agreed with them today")
	h.fine()
	file, err = h.practice.Client(t.Context(), c.ID)
	if err != nil {
		t.Fatal(err)
	}
	if s := file.Way.Sheet; s.Agreed != testDay || s.Clauses[rapport.ClauseReach] == "" {
		t.Errorf("agreed: %+v", s)
	}
}

func TestAClauseBeingWrittenOutlivesAChangeInTheBook(t *testing.T) {
	h := newTestHost(t, present.English)
	c, page := h.client("Acme"), NewSheet(h)
	h.show(page, Place{Name: AtSheet, Client: c.ID})
	page.fields[rapport.ClauseReach].SetText("By mail")
	h.log(c, 0, rapport.Contact, "called")
	if got := page.fields[rapport.ClauseReach].Text(); got != "By mail" {
		t.Errorf("what was typed is now %q", got)
	}
	h.fine()
}

func TestDoingWithoutASheetIsRemembered(t *testing.T) {
	h := newTestHost(t, present.English)
	c, page := h.client("Acme"), NewSheet(h)
	h.show(page, Place{Name: AtSheet, Client: c.ID})
	h.press(page.page.Skip)
	h.fine()
	file, err := h.practice.Client(t.Context(), c.ID)
	if err != nil {
		t.Fatal(err)
	}
	if s := file.Way.Sheet; s == nil || s.Skipped != testDay {
		t.Errorf("the sheet: %+v", s)
	}
}

func TestAClauseBeingWrittenWaitsForItsClient(t *testing.T) {
	h := newTestHost(t, present.English)
	acme, birch, page := h.client("Acme"), h.client("Birch"), NewSheet(h)
	h.show(page, Place{Name: AtSheet, Client: acme.ID})
	page.fields[rapport.ClauseReach].SetText("By mail")
	h.show(page, Place{Name: AtSheet, Client: birch.ID})
	if got := page.fields[rapport.ClauseReach].Text(); got != "" {
		t.Errorf("another client's sheet says %q", got)
	}
	h.show(page, Place{Name: AtSheet, Client: acme.ID})
	if got := page.fields[rapport.ClauseReach].Text(); got != "By mail" {
		t.Errorf("what was typed is now %q", got)
	}
	h.fine()
}
