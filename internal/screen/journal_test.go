package screen

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// aJournal is a journal of two clients and four entries on the screen.
func aJournal(t *testing.T) (*testHost, *Journal, map[string]rapport.Client) {
	t.Helper()
	h := newTestHost(t, present.English)
	acme, nord := h.client("Acme"), h.client("Nordlicht")
	h.log(acme, 0, rapport.Complaint, "The colour is too blue")
	h.log(nord, 1, rapport.Praise, "Loved the draft")
	h.log(acme, 3, rapport.Boundary, "No calls on Sunday")
	h.log(nord, 40, rapport.Demand, "A blue one as well")
	j := NewJournal(h)
	h.show(j, Place{Name: AtJournal})
	return h, j, map[string]rapport.Client{"Acme": acme, "Nordlicht": nord}
}

// notes are the notes of the lines listed, in order.
func notes(j *Journal) string {
	var all []string
	for _, l := range j.lines {
		all = append(all, l.row.Entry.Note)
	}
	return strings.Join(all, "; ")
}

func TestTheJournalAnswersHowMuchHappenedLately(t *testing.T) {
	h, j, _ := aJournal(t)
	h.says("Three entries in the last seven days", "4 entries in all.", "Acme", "Complaint", "The colour is too blue")
	if got := notes(j); got != "The colour is too blue; Loved the draft; No calls on Sunday; A blue one as well" {
		t.Errorf("not the newest first: %s", got)
	}
	h.fine()
}

func TestTheJournalNarrows(t *testing.T) {
	cases := map[string]struct {
		narrow func(*Journal, map[string]rapport.Client)
		answer string
		notes  string
	}{
		"by words, however they are written": {
			func(j *Journal, _ map[string]rapport.Client) { j.bar.search.SetText("BLUE") },
			"Two entries match", "The colour is too blue; A blue one as well"},
		"by a client's name typed": {
			func(j *Journal, _ map[string]rapport.Client) { j.bar.search.SetText("nordl") },
			"Two entries match", "Loved the draft; A blue one as well"},
		"by a group of kinds": {
			func(j *Journal, _ map[string]rapport.Client) { j.bar.kind.Select(1) },
			"Two entries match", "The colour is too blue; A blue one as well"},
		"by one kind": {
			func(j *Journal, _ map[string]rapport.Client) { j.bar.kind.Select(6) },
			"One entry matches", "A blue one as well"},
		"by client": {
			func(j *Journal, c map[string]rapport.Client) { j.bar.client.set(c["Acme"]); j.bar.client.changed() },
			"Two entries about Acme", "The colour is too blue; No calls on Sunday"},
		"by all of it at once": {
			func(j *Journal, c map[string]rapport.Client) {
				j.bar.search.SetText("blue")
				j.bar.client.set(c["Acme"])
				j.bar.client.changed()
			},
			"One entry matches", "The colour is too blue"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			h, j, clients := aJournal(t)
			c.narrow(j, clients)
			h.says(c.answer)
			if got := notes(j); got != c.notes {
				t.Errorf("lists %q, want %q", got, c.notes)
			}
			h.fine()
		})
	}
}

func TestTheKeyboardStaysInTheSearchWhileTheListChanges(t *testing.T) {
	h, j, _ := aJournal(t)
	j.bar.search.Focus()
	field := h.window.Canvas().Focused()
	for _, typed := range []struct{ text, notes string }{
		{"b", "The colour is too blue; A blue one as well"},
		{"lue", "The colour is too blue; A blue one as well"},
		{" o", "The colour is too blue; A blue one as well"},
		{"ne", "A blue one as well"},
		{"x", ""},
	} {
		typeInto(field, typed.text)
		if got := notes(j); got != typed.notes {
			t.Errorf("%q lists %q", j.bar.search.Text(), got)
		}
		if h.window.Canvas().Focused() != field {
			t.Fatalf("after %q the keyboard is elsewhere", j.bar.search.Text())
		}
	}
	if j.bar.search.Text() != "blue onex" {
		t.Errorf("the field holds %q", j.bar.search.Text())
	}
}

func TestNothingFoundOffersEverythingAgain(t *testing.T) {
	h, j, _ := aJournal(t)
	j.bar.search.SetText("zebra")
	h.says("No entry matches", "Nothing in the journal fits all of this.")
	h.press("Show everything")
	if len(j.lines) != 4 || j.bar.search.Text() != "" {
		t.Errorf("%d lines and %q in the search field", len(j.lines), j.bar.search.Text())
	}
}

func TestAnEmptyJournalOffersTheFirstEntry(t *testing.T) {
	h := newTestHost(t, present.English)
	h.client("Acme")
	j := NewJournal(h)
	h.show(j, Place{Name: AtJournal})
	h.says("Nothing has been logged yet")
	h.press("Log an entry")
	if h.panel() == "" {
		t.Error("no panel opened")
	}
}

func TestAPlaceChoosesWhatTheJournalShows(t *testing.T) {
	h, j, clients := aJournal(t)
	acme := clients["Acme"].ID
	j.Show(Place{Name: AtJournal, Client: acme})
	h.says("Two entries about Acme")

	only := j.lines[1].row.Entry.ID
	j.Show(Place{Name: AtJournal, Client: acme, Entries: []rapport.ID{only}})
	h.says("One entry is behind this", "Only this one entry is shown.")
	if notes(j) != "No calls on Sunday" {
		t.Errorf("lists %q", notes(j))
	}
	link, ok := find(h, func(l *widgets.Link) bool { return l.Text == "Show all" })
	if !ok {
		t.Fatal("no way to show all")
	}
	test.Tap(link)
	if notes(j) != "The colour is too blue; No calls on Sunday" {
		t.Errorf("lists %q", notes(j))
	}

	j.Show(Place{Name: AtJournal})
	if len(j.lines) != 4 {
		t.Errorf("the place without a client lists %d", len(j.lines))
	}
	h.fine()
}

func TestDeleteMovesToTheTrashAndEnterBringsBack(t *testing.T) {
	h, j, _ := aJournal(t)
	h.window.Canvas().Focus(j.list)
	h.typed(fyne.KeyDown, fyne.KeyDelete)
	if notes(j) != "The colour is too blue; No calls on Sunday; A blue one as well" {
		t.Fatalf("lists %q", notes(j))
	}
	h.says("Two entries in the last seven days")
	if j.list.Current() != 2 {
		t.Errorf("the mark went to row %d", j.list.Current())
	}

	j.bar.view.Select(1)
	h.says("One entry is in the trash", "Restore")
	h.window.Canvas().Focus(j.list)
	h.typed(fyne.KeyHome, fyne.KeyReturn)
	h.says("The trash is empty", "Entries you delete wait here")
	j.bar.view.Select(0)
	if len(j.lines) != 4 {
		t.Errorf("lists %q", notes(j))
	}
	if got := strings.Join(h.toasts, "; "); got != "Moved to the trash; The entry is back in the journal" {
		t.Errorf("said %q", got)
	}
	h.fine()
}

func TestTheWordInARowTrashesThatRow(t *testing.T) {
	h, j, _ := aJournal(t)
	var words []*rowWord
	walkAll(h.window.Content(), func(o fyne.CanvasObject) {
		if w, is := o.(*rowWord); is {
			words = append(words, w)
		}
	})
	if len(words) != 4 {
		t.Fatalf("%d words for 4 rows", len(words))
	}
	if words[0].Visible() {
		t.Error("the word shows without the pointer")
	}
	test.Tap(words[0])
	if len(j.lines) != 3 {
		t.Errorf("lists %q", notes(j))
	}
}

func TestEnterEdits(t *testing.T) {
	h, j, _ := aJournal(t)
	h.window.Canvas().Focus(j.list)
	h.typed(fyne.KeyReturn)
	if !strings.Contains(h.panel(), "Correct this entry") {
		t.Errorf("the panel says:\n%s", h.panel())
	}
}

func TestInTheTrashARowIsOnlyRead(t *testing.T) {
	h, j, _ := aJournal(t)
	trashEntry(h, j.lines[0].row.Entry.ID)
	j.bar.view.Select(1)
	j.open(1)
	if !strings.Contains(h.panel(), "The colour is too blue") || strings.Contains(h.panel(), "Save") {
		t.Errorf("the panel says:\n%s", h.panel())
	}
}

func TestAChangeReloadsWithoutLosingThePlace(t *testing.T) {
	h := newTestHost(t, present.English)
	acme := h.client("Acme")
	for i := range 60 {
		h.log(acme, i, rapport.Contact, fmt.Sprintf("call %d", i))
	}
	j := NewJournal(h)
	h.show(j, Place{Name: AtJournal})
	j.bar.kind.Select(0)
	h.window.Canvas().Focus(j.list)
	j.list.SetCurrent(40)
	marked, offset := j.line(40).row.Entry.ID, j.list.Offset()
	h.log(acme, 0, rapport.Note, "something new")
	if len(j.lines) != 61 {
		t.Fatalf("%d lines", len(j.lines))
	}
	if now := j.line(j.list.Current()).row.Entry.ID; now != marked {
		t.Error("the mark is on another entry")
	}
	if offset == 0 || j.list.Offset() < offset {
		t.Errorf("scrolled from %v to %v", offset, j.list.Offset())
	}
}

func TestNarrowingFromFarDownBeginsAtTheTop(t *testing.T) {
	h := newTestHost(t, present.English)
	acme := h.client("Acme")
	for i := range 80 {
		h.log(acme, i, rapport.Contact, fmt.Sprintf("call %d", i))
	}
	j := NewJournal(h)
	h.show(j, Place{Name: AtJournal})
	j.list.SetCurrent(80)
	j.bar.search.SetText("call 7")
	if len(j.lines) != 17 || j.list.Offset() != 0 || j.list.Current() != -1 {
		t.Errorf("%d lines, scrolled to %v, mark on %d", len(j.lines), j.list.Offset(), j.list.Current())
	}
	h.says("call 7", "17 entries match")
}

func TestTrashingTheLastRowLeavesTheMarkOnTheNewLast(t *testing.T) {
	h, j, _ := aJournal(t)
	h.window.Canvas().Focus(j.list)
	h.typed(fyne.KeyEnd, fyne.KeyDelete)
	if len(j.lines) != 3 || j.list.Current() != 3 {
		t.Errorf("%d lines, mark on %d", len(j.lines), j.list.Current())
	}
	h.typed(fyne.KeyDelete, fyne.KeyDelete, fyne.KeyDelete, fyne.KeyDelete)
	h.says("Nothing has been logged yet")
	h.fine()
}

func TestWhatIsOnTheScreenIsActedOnWhileAnotherAnswerIsAwaited(t *testing.T) {
	h, j, _ := aJournal(t)
	j.wanted.trash = true // asked for, but not answered yet
	j.act(1)
	n, err := h.practice.JournalCount(t.Context(), book.Filter{Trashed: true})
	if err != nil || n != 1 {
		t.Errorf("%d entries in the trash, %v", n, err)
	}
	h.fine()
}

func TestPagesAreFetchedWhileScrolling(t *testing.T) {
	h := newTestHost(t, present.English)
	acme := h.client("Acme")
	entries := make([]rapport.Entry, 2*journalPage+50)
	err := h.practice.Book().Write(t.Context(), book.Step{Name: string(practice.DeedImport)}, func(tx *book.Tx) error {
		for i := range entries {
			entries[i] = rapport.Entry{ID: rapport.NewID(), Client: acme.ID, On: testDay.AddDays(-i / 3), Kind: rapport.Contact, Severity: 3}
			if err := tx.AddEntry(entries[i]); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	j := NewJournal(h)
	h.show(j, Place{Name: AtJournal})
	if len(j.lines) != journalPage {
		t.Fatalf("%d lines at first", len(j.lines))
	}
	h.says("650 entries in all.")
	j.bar.kind.Select(5) // neutral: all of them
	h.says("650 entries match")
	seen := map[rapport.ID]bool{}
	for range 20 {
		j.list.SetCurrent(len(j.lines))
	}
	for _, l := range j.lines {
		seen[l.row.Entry.ID] = true
	}
	if len(j.lines) != len(entries) || len(seen) != len(entries) {
		t.Errorf("%d lines, %d entries, of %d", len(j.lines), len(seen), len(entries))
	}
	h.fine()
}

func TestManyMatchesAreNotCountedOut(t *testing.T) {
	h, j, _ := aJournal(t)
	j.shown.text = "blue"
	j.count, j.pages.counted = journalCount{found: journalCounted + 1, all: 5000}, true
	if sentence, line := j.answer(); sentence != "More than 1,000 entries match" || line != "5,000 entries in all." {
		t.Errorf("answers %q, %q", sentence, line)
	}
	j.pages.counted = false
	if sentence, _ := j.answer(); sentence != "The newest entries that match" {
		t.Errorf("before it has counted it answers %q", sentence)
	}
	n, err := h.practice.JournalCountTo(t.Context(), j.shown.book(), 1)
	if err != nil || n != 1 {
		t.Errorf("counting to one counts %d, %v", n, err)
	}
}

func TestANoteOfAMegabyteTakesThreeLines(t *testing.T) {
	h := newTestHost(t, present.English)
	h.log(h.client("Acme"), 0, rapport.Note, strings.Repeat("wörter ", 130_000))
	j := NewJournal(h)
	h.show(j, Place{Name: AtJournal})
	line := j.lines[0]
	if tall := line.heightFor(h, 1000, false); tall != 3*widgets.Body.Pitch()+21 {
		t.Errorf("the row is %v high", tall)
	}
	if len(line.note) > excerptBytes+8 {
		t.Errorf("the row keeps %d bytes of the note", len(line.note))
	}
}

func TestOnlyTheNewestQuestionIsAnswered(t *testing.T) {
	var turns turns
	first := turns.next()
	ctx, done := turns.begin(t.Context(), first)
	defer done()
	if ctx.Err() != nil {
		t.Fatal("stopped before there was another question")
	}
	second := turns.next()
	if !errors.Is(ctx.Err(), context.Canceled) {
		t.Error("the first question is still being asked")
	}
	late, done := turns.begin(t.Context(), first)
	defer done()
	if late.Err() == nil {
		t.Error("a question nobody waits for was begun")
	}
	if turns.is(first) || !turns.is(second) {
		t.Error("the wrong question is answered")
	}
}

func TestRowsNeverOverlapAtAnyWidth(t *testing.T) {
	for _, language := range present.Languages() {
		h := newTestHost(t, language).fill()
		j := NewJournal(h)
		for _, width := range []float32{853, 1000, 1280, 1600} {
			h.window.Resize(fyne.NewSize(width, 800))
			h.show(j, Place{Name: AtJournal})
			for _, l := range j.lines[:40] {
				row := newJournalRow()
				row.set(h, l, journalPosition{act: func() {}})
				tall := l.heightFor(h, width-280, false)
				row.Resize(fyne.NewSize(width-280, tall))
				row.arrange(row.Size())
				for _, part := range []fyne.CanvasObject{row.date, row.what, row.note, row.cost} {
					if bottom := part.Position().Y + part.Size().Height; part.Visible() && bottom > tall {
						t.Errorf("%s, %v wide: a part ends at %v of %v", language, width, bottom, tall)
					}
				}
				if right := row.note.Position().X + row.note.Size().Width; right > row.word.Position().X {
					t.Errorf("%s, %v wide: the note runs into the word", language, width)
				}
			}
		}
	}
}
