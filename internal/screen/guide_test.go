package screen

import (
	"maps"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"github.com/rapport-desktop/rapport/internal/guide"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// everyKind is a guide with a step of each kind. It has no words of its own: what it
// is about is what the steps do.
var everyKind = guide.Guide{Code: "every_kind", Steps: []guide.Step{
	{Code: "read", Kind: guide.Read},
	{Code: "breathe", Kind: guide.Timer, Seconds: 60, Pace: &guide.Pace{In: 4, Out: 6}},
	{Code: "vent", Kind: guide.Ask, Burn: true},
	{Code: "story", Kind: guide.Ask},
	{Code: "whose", Kind: guide.Choose, Items: []string{"ours", "theirs"}},
	{Code: "own", Kind: guide.Tick, Items: []string{"what", "when"}, When: &guide.When{Step: "whose", Is: []string{"ours"}}},
	{Code: "write", Kind: guide.WriteTo, Letter: "apology"},
	{Code: "call", Kind: guide.Log, Entry: &guide.EntryDraft{Kind: rapport.OurApology, Severity: 2}},
	{Code: "promise", Kind: guide.Promise},
	{Code: "owe", Kind: guide.Obligation},
	{Code: "gate", Kind: guide.Gate, Gate: guide.GateNoHardship},
}}

// walk opens the guide with a client.
func walkWith(h *testHost, client rapport.ID) *Guide {
	h.t.Helper()
	g := NewGuide(h)
	g.all = guide.Library{everyKind}
	h.show(g, Place{Name: AtGuide, Client: client, Guide: everyKind.Code})
	h.fine()
	return g
}

// at fails unless the guide is at a step.
func (g *Guide) at(t *testing.T, code string) {
	t.Helper()
	if step, _ := g.step(); step.Code != code {
		t.Fatalf("the guide is at %q, want %q; refused: %q", step.Code, code, g.parts.refusal.Text)
	}
}

// goOn presses the button that goes on.
func (g *Guide) goOn() { test.Tap(g.parts.next) }

// run is the run in the book.
func (h *testHost) run(client rapport.ID) rapport.Run {
	h.t.Helper()
	runs, err := h.practice.Runs(h.t.Context(), client)
	if err != nil || len(runs) != 1 {
		h.t.Fatalf("%d runs, %v; want one", len(runs), err)
	}
	return runs[0]
}

func TestAGuideIsWalkedFromTheFirstStepToTheLast(t *testing.T) {
	h := newTestHost(t, present.English)
	who := h.client("Mercer Labs")
	h.log(who, 3, rapport.Complaint, "The hand-over came late")
	g := walkWith(h, who.ID)

	g.at(t, "read")
	g.goOn()
	g.at(t, "breathe")
	g.goOn() // nobody has to wait
	g.at(t, "vent")
	test.Type(g.desk.first(), "I could scream")
	g.goOn()
	g.at(t, "story")
	test.Type(g.desk.first(), "That nobody told them")
	g.goOn()
	g.at(t, "whose")
	g.goOn() // nothing chosen
	g.at(t, "whose")
	h.says("Nothing is chosen yet")
	test.Tap(g.desk.(*chooseStep).picks[0])
	g.goOn()
	g.at(t, "own") // it hangs on what was chosen
	test.Tap(g.desk.(*tickStep).boxes[1])
	g.goOn()
	g.at(t, "write")
	g.goOn() // with gaps
	g.at(t, "write")
	g.desk.(*letterStep).desk.onRelease()
	g.at(t, "call")
	test.Type(g.desk.first(), "They thanked me for calling")
	g.goOn()
	g.at(t, "promise")
	promise(t, g)
	g.goOn()
	g.at(t, "owe")
	test.Type(g.desk.first(), "Two exports")
	g.goOn()
	g.at(t, "gate")
	g.goOn()
	h.fine()
	h.says("You have done your part")
	hasLeftItsTraces(t, h, who.ID)
}

// promise fills in the form for our word.
func promise(t *testing.T, g *Guide) {
	t.Helper()
	test.Type(g.desk.first(), "The exports")
	day, ok := find(g.host.(*testHost), func(f *widgets.DateField) bool { return true })
	if !ok {
		t.Fatal("no field for the day")
	}
	day.SetDay(testDay.AddDays(3).Time())
}

// hasLeftItsTraces checks what the walk has brought about in the book.
func hasLeftItsTraces(t *testing.T, h *testHost, client rapport.ID) {
	t.Helper()
	run := h.run(client)
	want := map[string]string{"read": "done", "breathe": "done", "vent": "done", "story": "That nobody told them",
		"whose": "ours", "own": "when", "write": "done", "call": "done", "promise": "done", "owe": "done", "gate": "done"}
	if diff := cmp.Diff(want, run.Kept); diff != "" {
		t.Errorf("kept (-want +got):\n%s", diff)
	}
	if run.Done != testDay {
		t.Errorf("the run is done on %v", run.Done)
	}
	file, err := h.practice.Client(t.Context(), client)
	if err != nil {
		t.Fatal(err)
	}
	way, notes := file.Way, []string{}
	for _, e := range file.History.Entries {
		if e.Kind == rapport.OurApology {
			notes = append(notes, e.Note)
		}
	}
	if len(notes) != 2 || !slices.Contains(notes, "They thanked me for calling") {
		t.Errorf("apologies in the journal: %q; want that of the letter and that of the call", notes)
	}
	if len(way.Promises) != 1 || way.Promises[0].By != testDay.AddDays(3) {
		t.Errorf("promises %+v", way.Promises)
	}
	if len(way.Letters) != 1 || way.Letters[0].Sent != testDay {
		t.Errorf("letters %+v", way.Letters)
	}
	if len(file.History.Obligations) != 1 || file.History.Obligations[0].What != "Two exports" {
		t.Errorf("obligations %+v", file.History.Obligations)
	}
}

func TestAGuideIsTakenUpExactlyWhereItWasLeft(t *testing.T) {
	h := newTestHost(t, present.English)
	who := h.client("Mercer Labs")
	g := walkWith(h, who.ID)
	g.goOn()
	g.desk.(*timerStep).pace.Left = 42
	g.pause()
	if h.backs != 1 || len(h.toasts) != 1 {
		t.Errorf("pausing went back %d times and said %q", h.backs, h.toasts)
	}
	again := walkWith(h, who.ID)
	again.at(t, "breathe")
	if left := again.desk.(*timerStep).pace.Left; left != 42 {
		t.Errorf("%d seconds are left, want 42", left)
	}
	again.goOn()
	again.goOn()
	test.Type(again.desk.first(), "Half a sent")
	again = walkWith(h, who.ID)
	again.at(t, "story")
	if got := again.desk.(*askStep).answer.Text(); got != "Half a sent" {
		t.Errorf("the answer reads %q", got)
	}
}

func TestAVentedNoteIsNeverStored(t *testing.T) {
	h := newTestHost(t, present.English)
	who := h.client("Mercer Labs")
	g := walkWith(h, who.ID)
	g.goOn()
	g.goOn()
	test.Type(g.desk.first(), "unspeakable")
	if kept := h.run(who.ID).Kept; slices.Contains(slices.Collect(maps.Values(kept)), "unspeakable") {
		t.Errorf("while it is typed the run keeps %q", kept)
	}
	g.goOn()
	g.at(t, "story")
	if kept := h.run(who.ID).Kept["vent"]; kept != guide.Done {
		t.Errorf("the run keeps %q of the note", kept)
	}
}

func TestOneGoesBackAndThenOnToWhereOneWas(t *testing.T) {
	h := newTestHost(t, present.English)
	g := walkWith(h, h.client("Mercer Labs").ID)
	for range 3 {
		g.goOn()
	}
	g.at(t, "story")
	g.goTo(0)
	g.at(t, "read")
	g.goOn()
	g.at(t, "story")
}

func TestAStepIsSkippedAndTheReasonKept(t *testing.T) {
	h := newTestHost(t, present.English)
	who := h.client("Mercer Labs")
	g := walkWith(h, who.ID)
	h.press("Skip, and say why")
	test.Type(h.window.Canvas().Focused(), "They called already")
	h.press("Skip the step")
	g.at(t, "breathe")
	kept := h.run(who.ID).Kept
	if kept["read"] != guide.Skipped || kept["read.why"] != "They called already" {
		t.Errorf("kept %q", kept)
	}
}

func TestAGateThatIsShutSaysWhyAndOpensBeforeOnesEyes(t *testing.T) {
	h := newTestHost(t, present.English)
	who := h.client("Mercer Labs")
	e := rapport.Entry{Client: who.ID, On: testDay.AddDays(-5), Kind: rapport.Hardship, Severity: 3, Note: "flood"}
	logged, err := h.practice.LogHardship(t.Context(), e, rapport.Circumstance{Start: e.On, Review: testDay.AddDays(20)})
	if err != nil {
		t.Fatal(err)
	}
	g := walkWith(h, who.ID)
	g.run.Step = "gate"
	g.word()
	g.sit()
	if !g.parts.next.Locked {
		t.Fatal("the gate stands open while a hardship stands")
	}
	if step, _ := g.step(); step.Shut == "" {
		t.Error("it does not say why it is shut")
	}
	if err := h.practice.TrashEntry(t.Context(), logged.ID); err != nil {
		t.Fatal(err)
	}
	if g.parts.next.Locked {
		t.Error("the hardship is gone and the gate is still shut")
	}
	h.fine()
}

func TestAChangeInTheBookTakesNoWordAway(t *testing.T) {
	h := newTestHost(t, present.English)
	who := h.client("Mercer Labs")
	g := walkWith(h, who.ID)
	for range 3 {
		g.goOn()
	}
	test.Type(g.desk.first(), "Half a sent")
	answer := g.desk.(*askStep).answer
	h.log(who, 0, rapport.Praise, "thank you")
	if g.desk.(*askStep).answer != answer || answer.Text() != "Half a sent" {
		t.Error("the field one types in was replaced")
	}
	if h.window.Canvas().Focused() != answer.Focusable() {
		t.Error("the keyboard was taken away")
	}
}

func TestAGuideIsReadWithoutAClientAndKeepsNothing(t *testing.T) {
	h := newTestHost(t, present.English)
	g := walkWith(h, rapport.ID{})
	h.says("You are only reading")
	for range everyKind.Steps {
		if d, ok := g.desk.(*chooseStep); ok {
			d.choose("ours")
		}
		g.goOn()
	}
	h.fine()
	h.says("You have done your part")
	h.press("Guides")
	if diff := cmp.Diff([]Place{{Name: AtGuides}}, h.went); diff != "" {
		t.Errorf("went elsewhere (-want +got):\n%s", diff)
	}
}

func TestEnterMovesOnAndEscapePauses(t *testing.T) {
	h := newTestHost(t, present.English)
	g := walkWith(h, h.client("Mercer Labs").ID)
	h.typed(fyne.KeyReturn) // the button has the keyboard
	g.at(t, "breathe")
	if !g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) {
		t.Error("Enter found no use")
	}
	g.at(t, "vent")
	if !g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) || h.backs != 1 {
		t.Errorf("Escape went back %d times", h.backs)
	}
}

func TestAnOverfullPromiseIsRefusedInTheGuideBesideItsField(t *testing.T) {
	h := newTestHost(t, present.English)
	g := walkWith(h, h.client("Mercer Labs").ID)
	g.run.Step = "promise"
	g.word()
	g.sit()
	g.goOn() // nothing filled in
	g.at(t, "promise")
	if h.fine(); len(h.fails) > 0 || g.parts.next.Locked {
		t.Error("the refusal came as a panel, or the button stays locked")
	}
	promise(t, g)
	g.goOn()
	g.at(t, "owe")
}

func TestEveryGuideOfTheLibraryCanBeWalkedToItsEnd(t *testing.T) {
	for _, known := range present.Guides() {
		t.Run(known.Code, func(t *testing.T) {
			h := newTestHost(t, present.English)
			who := h.client("Mercer Labs")
			h.log(who, 3, rapport.Complaint, "late")
			g := NewGuide(h)
			h.show(g, Place{Name: AtGuide, Client: who.ID, Guide: known.Code})
			for range known.Steps {
				through(t, h, g)
			}
			h.fine()
			if g.run.Done.IsZero() {
				step, _ := g.step()
				t.Errorf("it ends at %q: %s %s", step.Code, step.Shut, g.parts.refusal.Text)
			}
		})
	}
}

// through passes a step by doing what it asks for, or by its skip.
func through(t *testing.T, h *testHost, g *Guide) {
	t.Helper()
	step, ok := g.step()
	if !ok {
		return
	}
	switch d := g.desk.(type) {
	case *chooseStep:
		d.choose(d.codes[0])
	case *formStep:
		if step.Kind == guide.Promise {
			promise(t, g)
		} else {
			test.Type(d.first(), "Something")
		}
	case gateStep:
		if step.Shut != "" { // to be opened elsewhere
			g.leave(guide.Done)
			return
		}
	case *letterStep:
		if g.goOn(); d.desk.refused != nil { // it has gaps still
			d.desk.onRelease()
		}
		return
	}
	g.goOn()
}
