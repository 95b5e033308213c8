package screen

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// fillIn types a text into the field that bears a label.
func (h *testHost) fillIn(label, text string) {
	h.t.Helper()
	f, ok := find(h, func(f *widgets.Field) bool { return f.Label == label })
	if !ok {
		h.t.Fatalf("no field %q; there is:\n%s", label, h.texts())
	}
	f.SetText(text)
}

// plan is the latest ending of a client.
func (h *testHost) plan(client rapport.ID) rapport.EndPlan {
	h.t.Helper()
	file, err := h.practice.EndingOf(h.t.Context(), client)
	if err != nil || file.Plan == nil {
		h.t.Fatal("no plan", err)
	}
	return *file.Plan
}

// owing returns a client to whom something is owed, with an ending begun on its page.
func (h *testHost) owing(page *Ending) rapport.Client {
	h.t.Helper()
	c := h.client("Acme")
	if _, err := h.practice.Owe(h.t.Context(), rapport.Obligation{Client: c.ID, Side: rapport.Ours, What: "Source files"}); err != nil {
		h.t.Fatal(err)
	}
	h.show(page, Place{Name: AtEnding, Client: c.ID})
	h.fillIn("Why it is to end all the same", "The work has run out")
	page.story.SetText("They had hoped for a partner, not a supplier.")
	h.press("Begin the ending")
	h.fine()
	return c
}

func TestAnEndingAgainstTheFactsAsksWhyOnItsOwnPage(t *testing.T) {
	h := newTestHost(t, present.English)
	c, page := h.client("Acme"), NewEnding(h)
	h.show(page, Place{Name: AtEnding, Client: c.ID})
	h.says("End the engagement with Acme?", "What is on record says: Not enough yet")
	h.press("Begin the ending")
	h.says("reason")
	if file, err := h.practice.EndingOf(t.Context(), c.ID); err != nil || file.Plan != nil {
		t.Fatalf("without a reason it has begun: %+v %v", file.Plan, err)
	}
	h.fillIn("Why it is to end all the same", "The work has run out")
	h.press("Begin the ending")
	h.fine()
	if plan := h.plan(c.ID); !plan.Open() || plan.Begun != testDay {
		t.Errorf("begun: %+v", plan)
	}
	file, err := h.practice.Client(t.Context(), c.ID)
	if err != nil {
		t.Fatal(err)
	}
	if d := file.Standing.Decision; d == nil || d.Chosen != rapport.End || d.Why != "The work has run out" {
		t.Errorf("the decision on record is %+v", d)
	}
}

func TestAnEndingStaysLockedUntilWhatIsOwedIsDone(t *testing.T) {
	h := newTestHost(t, present.English)
	page := NewEnding(h)
	c := h.owing(page)
	finish := func() *widgets.Button {
		b, ok := find(h, func(b *widgets.Button) bool { return b.Text == page.page.Finish.Label })
		if !ok {
			t.Fatalf("no button to finish; there is:\n%s", h.texts())
		}
		return b
	}
	if !finish().Locked {
		t.Error("what is owed does not lock the ending")
	}
	h.says("Source files")
	err := h.practice.FinishEnding(t.Context(), c.ID)
	if !errors.Is(err, rapport.ErrEndingLocked) {
		t.Fatalf("finishing is not refused: %v", err)
	}
	if said := h.speaker.Error(err); !strings.Contains(said, "Source files") {
		t.Errorf("the refusal does not name what is in the way: %q", said)
	}

	for range rapport.OweKinds() {
		h.press("No, none")
	}
	h.press("Mark as done")
	h.fine()
	plan := h.plan(c.ID)
	if len(plan.Considered) != len(rapport.OweKinds()) {
		t.Errorf("asked about: %v", plan.Considered)
	}
	h.today = testDay + 1 // a night later
	plan.Notice, plan.LastDay = rapport.Period{From: testDay}, testDay+1
	if err := h.practice.EditEnding(t.Context(), plan); err != nil {
		t.Fatal(err)
	}
	if b := finish(); b.Locked {
		t.Fatalf("still locked: %s", page.page.Finish.Why)
	}
	test.Tap(finish())
	h.fine()
	if plan := h.plan(c.ID); plan.Finished != h.today {
		t.Errorf("not finished: %+v", plan)
	}
	h.says("Dossier", "Save as PDF", "Save as HTML", "Set a reminder", "Work together again")
}

func TestWaivingNeedsAReason(t *testing.T) {
	h := newTestHost(t, present.English)
	c := h.owing(NewEnding(h))
	h.follow("Waive")
	h.press("Save")
	if h.panel() == "" {
		t.Fatal("waived without a reason")
	}
	h.fillIn("Reason", "They do not want them any more")
	h.press("Save")
	h.fine()
	file, err := h.practice.EndingOf(t.Context(), c.ID)
	if err != nil {
		t.Fatal(err)
	}
	if o := file.History.Obligations[0]; o.Waived != testDay || o.Reason != "They do not want them any more" {
		t.Errorf("waived: %+v", o)
	}
	h.says("They do not want them any more")
}

func TestWhatIsAskedBecomesAnObligation(t *testing.T) {
	h := newTestHost(t, present.English)
	page := NewEnding(h)
	c := h.owing(page)
	kind := page.page.Asks[0].Kind
	h.press("Yes, note it")
	h.fillIn("What", "The final drawings")
	h.press("Save")
	h.fine()
	plan := h.plan(c.ID)
	if len(plan.Considered) != 1 || plan.Considered[0] != kind {
		t.Errorf("asked about: %v", plan.Considered)
	}
	h.says("The final drawings")
}

func TestThinkingAgainIsRememberedWithItsReason(t *testing.T) {
	h := newTestHost(t, present.English)
	c := h.owing(NewEnding(h))
	h.press("Think again")
	h.press("Save")
	if h.panel() == "" {
		t.Fatal("reopened without a reason")
	}
	h.fillIn("Why", "They apologised")
	h.press("Save")
	h.fine()
	if plan := h.plan(c.ID); plan.Open() || plan.Why != "They apologised" {
		t.Errorf("reopened: %+v", plan)
	}
	h.says("They apologised", "End the engagement with Acme?")
}

func TestAStationLeadsToItsPartOfThePage(t *testing.T) {
	h := newTestHost(t, present.English)
	h.window.Resize(fyne.NewSize(1280, 400))
	page := NewEnding(h)
	h.owing(page)
	strip, ok := find(h, func(*widgets.Stations) bool { return true })
	if !ok {
		t.Fatal("there are no stations")
	}
	h.window.Canvas().Focus(strip)
	h.typed(fyne.KeyRight, fyne.KeyReturn)
	if page.view.Offset() == 0 {
		t.Error("the second station leads nowhere")
	}
	h.fine()
}

func TestTheDossierIsSavedInBothForms(t *testing.T) {
	h := newTestHost(t, present.English)
	c := h.client("Acme")
	h.log(c, 3, rapport.Complaint, "asked for a fourth redesign")
	ShowDossier(h, c)
	for ending, begins := range map[string]string{"PDF": "%PDF-", "HTML": "<!"} {
		h.press("Save as " + ending)
		path := filepath.Join(t.TempDir(), "Acme."+strings.ToLower(ending))
		h.fillIn(h.speaker.T("import.path"), path)
		h.press(h.speaker.T("import.save_here"))
		h.fine()
		file, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(string(file), begins) {
			t.Errorf("the %s begins with %.20q", ending, file)
		}
		if ending == "HTML" && !strings.Contains(string(file), "asked for a fourth redesign") {
			t.Error("the dossier does not tell what happened")
		}
	}
}

func TestAStoryBeingWrittenWaitsForItsClientAndEndsWithItsEnding(t *testing.T) {
	h := newTestHost(t, present.English)
	page, other := NewEnding(h), h.client("Birch")
	c := h.client("Acme")
	h.show(page, Place{Name: AtEnding, Client: c.ID})
	page.story.SetText("They had hoped for a partner.")
	h.show(page, Place{Name: AtEnding, Client: other.ID})
	if got := page.story.Text(); got != "" {
		t.Errorf("another client's story is %q", got)
	}
	h.show(page, Place{Name: AtEnding, Client: c.ID})
	if got := page.story.Text(); got != "They had hoped for a partner." {
		t.Errorf("what was typed is now %q", got)
	}
	h.fillIn("Why it is to end all the same", "The work has run out")
	h.press("Begin the ending")
	if err := h.practice.Reopen(t.Context(), c.ID, "They called"); err != nil {
		t.Fatal(err)
	}
	if got := page.story.Text(); got != "" {
		t.Errorf("it was reopened, and the next ending begins with %q", got)
	}
	h.fine()
}

func TestAStoryWrittenInAGuideCanBeWrittenOn(t *testing.T) {
	h := newTestHost(t, present.English)
	c, page := h.client("Acme"), NewEnding(h)
	run, err := h.practice.TakeUp(t.Context(), c.ID, "end_engagement")
	if err != nil {
		t.Fatal(err)
	}
	run.Kept = map[string]string{"story": "Nobody told them."}
	if err := h.practice.KeepRun(t.Context(), run); err != nil {
		t.Fatal(err)
	}
	h.show(page, Place{Name: AtEnding, Client: c.ID})
	h.fillIn("Why it is to end all the same", "The work has run out")
	h.press("Begin the ending")
	h.fine()
	if got := page.story.Text(); got != "Nobody told them." || h.plan(c.ID).Story != got {
		t.Errorf("to be written on there is %q; on record %q", got, h.plan(c.ID).Story)
	}
}

func TestNoticeGivenBeforeTheEndingIsTakenOnceItIsSaid(t *testing.T) {
	h := newTestHost(t, present.English)
	c := h.owing(NewEnding(h))
	h.press("Notice was served")
	h.setDay("Served on", testDay-80)
	h.fillIn("Days of notice", "28")
	h.press("Save")
	if plan := h.plan(c.ID); !plan.Notice.From.IsZero() || !strings.Contains(h.panel(), "lies before the day the ending was begun") {
		t.Fatalf("taken by a slip: %+v\n%s", plan.Notice, h.panel())
	}
	h.tick("I had given notice before I began the ending here")
	h.press("Save")
	h.fine()
	if plan := h.plan(c.ID); plan.Notice.From != testDay-80 || plan.Begun != testDay {
		t.Errorf("stored: %+v", plan)
	}
	h.says("it ran until", "and was noted since")
}

func TestAClosingLetterWaitsForTheEndOfTheEngagement(t *testing.T) {
	h := newTestHost(t, present.English)
	c := h.owing(NewEnding(h))
	h.says("It goes out once the ending is finished, on")
	h.show(NewLetter(h), Place{Name: AtLetter, Client: c.ID, Letter: Writing{Kind: rapport.LetterClosing}})
	h.says("A closing letter goes out once the engagement has ended", "To the ending")
	if send, ok := find(h, func(b *widgets.Button) bool { return b.Text == "I have sent it" }); !ok || !send.Locked {
		t.Error("it can be sent at once")
	}
	if _, released := find(h, func(b *widgets.Button) bool { return b.Text == "I have sent it all the same" }); released {
		t.Error("it can be let go around the gate")
	}
	h.press("To the ending")
	if last := h.went[len(h.went)-1]; last.Name != AtEnding || last.Client != c.ID {
		t.Errorf("it leads to %+v", last)
	}
}
