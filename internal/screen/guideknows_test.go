package screen

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// openGuide opens a guide of the library at one of its steps.
func openGuide(h *testHost, client rapport.ID, code, step string) *Guide {
	h.t.Helper()
	g := NewGuide(h)
	h.show(g, Place{Name: AtGuide, Client: client, Guide: code})
	g.run.Step = step
	g.word()
	g.sit()
	g.at(h.t, step)
	h.fine()
	return g
}

// with changes the settings.
func (h *testHost) with(change func(s *practice.Settings)) {
	h.t.Helper()
	s, err := h.practice.Settings(h.t.Context())
	if err != nil {
		h.t.Fatal(err)
	}
	change(&s)
	if err := h.practice.EditSettings(h.t.Context(), s); err != nil {
		h.t.Fatal(err)
	}
}

func TestIsItMeShowsWhatOtherClientsRunInto(t *testing.T) {
	h := newTestHost(t, present.English)
	var who rapport.Client
	for _, name := range []string{"Mercer Labs", "Ostrava Freight", "Pinewood"} {
		who = h.client(name)
		for _, ago := range []int{4, 11, 18} {
			h.log(who, ago, rapport.Complaint, "Once more from the start")
		}
	}
	g := openGuide(h, who.ID, "is_it_me", "shared")
	step, _ := g.step()
	if g.found.clients != 3 || len(step.Facts.Rows) == 0 {
		t.Fatalf("of %d clients the guide knows %+v", g.found.clients, step.Facts)
	}
	h.says(step.Facts.Rows[0].Text, step.Facts.Rows[0].When)
}

func TestAGuideThatComparesNobodyDoesNotReadEverybody(t *testing.T) {
	h := newTestHost(t, present.English)
	who := h.client("Mercer Labs")
	h.log(who, 4, rapport.Complaint, "Once more")
	if g := openGuide(h, who.ID, "set_expectations", "gaps"); g.found.clients != 0 {
		t.Errorf("it counted %d clients", g.found.clients)
	}
}

func TestTheClauseThatWasMissingCountsAgainstTheSheetOnce(t *testing.T) {
	h := newTestHost(t, present.English)
	who := h.client("Mercer Labs")
	g := openGuide(h, who.ID, "set_expectations", "surprise")
	d := g.desk.(*chooseStep)
	d.choose(d.codes[2])
	g.goOn()
	g.goTo(1)
	g.goOn()
	h.fine()
	noted := h.way(who).Surprises
	if len(noted) != 1 || noted[0].Clause != rapport.Clause(d.codes[2]) || noted[0].On != testDay {
		t.Errorf("noted are %+v", noted)
	}
	if !slices.Equal(h.toasts, []string{"Noted against the sheet"}) {
		t.Errorf("said %q", h.toasts)
	}
}

func TestARemedyAboveOnesLimitAsksForAReasonBesideTheNote(t *testing.T) {
	h := newTestHost(t, present.English)
	h.with(func(s *practice.Settings) { s.RemedyLimit, s.Currency = 10000, "EUR" })
	who := h.client("Mercer Labs")
	g := openGuide(h, who.ID, "extra_mile", "did")
	f := g.desk.(*formStep)
	given, ok := f.form.fields["amount"].(*widgets.Field)
	if !ok {
		t.Fatal("there is no field for what it cost")
	}
	given.SetText("250")
	note := f.form.fields["note"].(*widgets.Field)
	note.SetText("")
	g.goOn()
	g.at(t, "did")
	if note.Problem() == "" || len(h.fails) > 0 {
		t.Fatalf("beside the note stands %q; failed: %v", note.Problem(), h.fails)
	}
	test.Type(note.Focusable(), "It was our mistake, and a large one")
	g.goOn()
	if step, _ := g.step(); step.Code == "did" {
		t.Errorf("with a reason it is still refused: %q", note.Problem())
	}
}

func TestALogStepBeginsWithTheWordsWrittenBefore(t *testing.T) {
	h := newTestHost(t, present.English)
	who := h.client("Mercer Labs")
	g := openGuide(h, who.ID, "before_you_answer", "facts")
	test.Type(g.desk.first(), "They asked for the logo in blue")
	g.goOn()
	g.run.Step = "note"
	g.word()
	g.sit()
	g.at(t, "note")
	if note := g.desk.(*formStep).form.fields["note"].(*widgets.Field); note.Text() != "They asked for the logo in blue" {
		t.Errorf("the note begins with %q", note.Text())
	}
}

func TestWhatTheyOweIsProposedAsTheirs(t *testing.T) {
	h := newTestHost(t, present.English)
	who := h.client("Mercer Labs")
	g := openGuide(h, who.ID, "ask_for_money", "again")
	test.Type(g.desk.first(), "The rest by Friday")
	g.goOn()
	h.fine()
	file, err := h.practice.Client(t.Context(), who.ID)
	if err != nil {
		t.Fatal(err)
	}
	if owed := file.History.Obligations; len(owed) != 1 || owed[0].Side != rapport.Theirs {
		t.Errorf("owed: %+v", owed)
	}
}

func TestAHeldLetterInAGuideIsSentAllTheSame(t *testing.T) {
	h := newTestHost(t, present.English)
	who := h.client("Mercer Labs")
	g := walkWith(h, who.ID)
	g.run.Step = "write"
	g.word()
	g.sit()
	test.Tap(g.desk.(*letterStep).desk.parts.hold)
	if !g.parts.next.Locked {
		t.Fatal("a held letter can be passed")
	}
	h.press("I have sent it all the same")
	h.fine()
	if letters := h.way(who).Letters; len(letters) != 1 || letters[0].Sent != testDay {
		t.Errorf("letters %+v", letters)
	}
}

func TestTheKeyboardIsWhereAStepBegins(t *testing.T) {
	h := newTestHost(t, present.English)
	who := h.client("Mercer Labs")
	g := walkWith(h, who.ID)
	for _, s := range everyKind.Steps {
		g.run.Step = s.Code
		g.run.Kept["whose"] = "ours"
		g.word()
		g.sit()
		var want fyne.Focusable = g.parts.next
		if first := g.desk.first(); first != nil {
			want = first
		}
		if got := h.window.Canvas().Focused(); got != want {
			t.Errorf("%s: the keyboard is on %T", s.Code, got)
		}
	}
	l := writeTo(h, who.ID, "apology")
	if h.window.Canvas().Focused() != l.desk.first() {
		t.Error("a letter does not begin on the paper")
	}
}
