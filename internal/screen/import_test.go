package screen

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// lateHost does the work it is given only when told to: for what a user does
// before the book answers.
type lateHost struct {
	*testHost
	waiting []func()
}

// Work is part of [Host].
func (h *lateHost) Work(job func(context.Context) error, done func(error)) {
	h.waiting = append(h.waiting, func() { h.testHost.Work(job, done) })
}

// catchUp does what is waiting, and what comes of it.
func (h *lateHost) catchUp() {
	for len(h.waiting) > 0 {
		next := h.waiting[0]
		h.waiting = h.waiting[1:]
		next()
	}
}

// csv writes a file to be read in.
func (h *testHost) csv(name, text string) Place {
	h.t.Helper()
	path := filepath.Join(h.t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		h.t.Fatal(err)
	}
	return Place{Name: AtImport, File: path}
}

// entries counts what the book holds.
func (h *testHost) entries() int {
	h.t.Helper()
	n, err := h.practice.JournalCount(h.t.Context(), book.Filter{})
	if err != nil {
		h.t.Fatal(err)
	}
	return n
}

const twoRows = "client,date,kind\nFernhill,2026-06-28,praise\nOakley,2026-06-29,complaint\n"

func TestAFileIsShownBeforeItIsTakenIn(t *testing.T) {
	h := newTestHost(t, "en")
	h.client("Fernhill")
	h.show(NewImport(h), h.csv("journal.csv", twoRows))
	h.says("Two rows are ready to be taken in", "journal.csv. Nothing has been written to the book yet.")
	if h.entries() != 0 {
		t.Fatal("showing the file stored it")
	}
	h.press("Take in 2 rows")
	h.fine()
	if h.entries() != 2 || len(h.went) != 1 || h.went[0].Name != AtReview {
		t.Errorf("%d entries, went to %v", h.entries(), h.went)
	}
	if diff := cmp.Diff([]string{"Two rows taken in"}, h.toasts); diff != "" {
		t.Error(diff)
	}
}

func TestDoubtsAndBadRowsAreAnsweredFirst(t *testing.T) {
	h := newTestHost(t, "en")
	fernhill := h.client("Fernhill")
	h.show(NewImport(h), h.csv("journal.csv", "client,date,kind\nFernhil,2026-06-28,praise\nFernhill,2026-02-30,praise\n"))
	h.says("One name needs a look", "Line 3, column date")
	h.press("It is Fernhill")
	h.says("One row cannot be read")
	take, ok := find(h, func(b *widgets.Button) bool { return b.Role == widgets.Primary })
	if !ok || !take.Locked {
		t.Error("bad rows can be taken in without a choice")
	}
	skip, ok := find(h, func(*widgets.TickBox) bool { return true })
	if !ok {
		t.Fatal("no way to leave the row out")
	}
	skip.OnTapped()
	h.says("One row is ready to be taken in")
	h.press("Take in 1 row")
	h.fine()
	file, err := h.practice.Client(t.Context(), fernhill.ID)
	if err != nil || len(file.History.Entries) != 1 {
		t.Errorf("%d entries of Fernhill, %v", len(file.History.Entries), err)
	}
}

func TestClickingTwiceTakesInOnce(t *testing.T) {
	h := &lateHost{testHost: newTestHost(t, "en")}
	h.show(NewImport(h), h.csv("journal.csv", twoRows))
	h.catchUp()
	h.press("Take in 2 rows")
	h.press("Take in 2 rows")
	h.catchUp()
	h.fine()
	if h.entries() != 2 || len(h.toasts) != 1 {
		t.Errorf("%d entries, told %v", h.entries(), h.toasts)
	}
}

func TestAFileThatCannotBeReadShowsNothingOfTheOneBefore(t *testing.T) {
	h := newTestHost(t, "en")
	i := NewImport(h)
	h.show(i, h.csv("good.csv", twoRows+"Oakley,2026-02-30,praise\n"))
	h.says("One row cannot be read")
	i.Show(h.csv("bad.csv", "a,b\n1,2\n"))
	if len(h.fails) != 1 {
		t.Errorf("told %v", h.fails)
	}
	h.says("bad.csv")
	if b, ok := find(h, func(b *widgets.Button) bool { return b.Role == widgets.Primary }); ok {
		t.Errorf("one can still press %q", b.Text)
	}
}

func TestOfManyClashesTheFirstAreListed(t *testing.T) {
	h := newTestHost(t, "en")
	head := "client,number,issued,due,amount,currency\n"
	mine, theirs := head, head
	for n := range listedAtMost + 7 {
		row := "Fernhill," + string(rune('A'+n)) + ",2026-05-01,2026-05-15,"
		mine, theirs = mine+row+"100,EUR\n", theirs+row+"200,EUR\n"
	}
	h.show(NewImport(h), h.csv("mine.csv", mine))
	h.press("Take in 57 rows")
	h.show(NewImport(h), h.csv("theirs.csv", theirs))
	h.says("There is nothing new in this file", "and 7 more")
}

func TestAClientsPageIsEmptyUntilItIsFetched(t *testing.T) {
	h := &lateHost{testHost: newTestHost(t, "en")}
	fernhill, oakley := h.client("Fernhill"), h.client("Oakley")
	c := NewClient(h)
	h.show(c, Place{Name: AtClient, Client: fernhill.ID})
	h.catchUp()
	h.says("Fernhill")
	c.Show(Place{Name: AtClient, Client: oakley.ID})
	if _, ok := find(h.testHost, func(*widgets.Button) bool { return true }); ok {
		t.Error("what is pressed now is meant for the client before")
	}
	h.catchUp()
	h.says("Oakley")
}

func TestAClientWhoIsNoMoreIsLeft(t *testing.T) {
	h := newTestHost(t, "en")
	fernhill := h.client("Fernhill")
	h.show(NewClient(h), Place{Name: AtClient, Client: fernhill.ID})
	if _, err := h.practice.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	h.fine()
	if h.backs != 1 {
		t.Errorf("went back %d times", h.backs)
	}
}

func TestTheDueDayFollowsTheIssueUntilAnotherIsTyped(t *testing.T) {
	for name, c := range map[string]struct {
		typed []string // into the fields of issue and due, in turn
		due   rapport.Date
	}{
		"as agreed":        {[]string{"2026-05-01"}, rapport.NewDate(2026, 5, 15)},
		"corrected twice":  {[]string{"2026-05-01", "", "2026-04-01"}, rapport.NewDate(2026, 4, 15)},
		"another was said": {[]string{"2026-05-01", "2026-05-08", "2026-04-01"}, rapport.NewDate(2026, 5, 8)},
	} {
		t.Run(name, func(t *testing.T) {
			h := newTestHost(t, "en")
			fernhill := h.client("Fernhill")
			ShowInvoiceForm(h, fernhill)
			for i, day := range c.typed {
				if day != "" {
					h.dateField([]string{"Issued", "Due"}[i%2]).SetDay(parsed(t, day).Time())
				}
			}
			h.field("Number").SetText("7")
			h.field("Amount in EUR").SetText("100")
			h.press("Save")
			h.fine()
			file, err := h.practice.Client(t.Context(), fernhill.ID)
			if err != nil || len(file.History.Invoices) != 1 {
				t.Fatalf("%+v, %v in\n%s", file.History.Invoices, err, h.panel())
			}
			if got := file.History.Invoices[0].Due; got != c.due {
				t.Errorf("due on %s, want %s", got, c.due)
			}
		})
	}
}

func parsed(t *testing.T, day string) rapport.Date {
	t.Helper()
	d, err := rapport.ParseDate(day)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// field returns the field of a label.
func (h *testHost) field(label string) *widgets.Field {
	h.t.Helper()
	f, ok := find(h, func(f *widgets.Field) bool { return f.Label == label })
	if !ok {
		h.t.Fatalf("no field %q; there is:\n%s", label, h.texts())
	}
	return f
}

// dateField returns the field for a day of a label.
func (h *testHost) dateField(label string) *widgets.DateField {
	h.t.Helper()
	f, ok := find(h, func(f *widgets.DateField) bool { return f.Label == label })
	if !ok {
		h.t.Fatalf("no day %q; there is:\n%s", label, h.texts())
	}
	return f
}

func TestSavingAsksBeforeItReplacesAFile(t *testing.T) {
	t.Setenv("HOME", t.TempDir())
	h := newTestHost(t, "en")
	h.log(h.client("Fernhill"), 1, rapport.Praise, "")
	folder := t.TempDir()
	journal, invoices := filepath.Join(folder, "mine.csv"), filepath.Join(folder, "mine-invoices.csv")
	if err := os.WriteFile(invoices, []byte("precious"), 0o600); err != nil {
		t.Fatal(err)
	}
	ShowExport(h)
	h.field("File or folder").SetText(journal)
	h.press("Save here")
	h.says("There is already a file mine-invoices.csv. Save once more to replace it.")
	if data, err := os.ReadFile(invoices); err != nil || string(data) != "precious" {
		t.Fatalf("it was replaced at once: %q, %v", data, err)
	}
	h.press("Save here")
	h.fine()
	for _, path := range []string{journal, invoices} {
		if data, err := os.ReadFile(path); err != nil || string(data) == "precious" {
			t.Errorf("%s holds %q, %v", path, data, err)
		}
	}
}

func TestTheFirstPanelsSpeakTheLanguageChosenOnTheWelcome(t *testing.T) {
	t.Setenv("HOME", t.TempDir())
	h := newTestHost(t, "en")
	w := NewWelcome(h)
	h.show(w, Place{Name: AtWelcome})
	for i, l := range present.Languages() {
		if l == "de" {
			w.speak(i)
		}
	}
	w.open()
	h.says("Abbrechen")
	if _, ok := find(h, func(b *widgets.Button) bool { return b.Text == "Cancel" }); ok {
		t.Error("the panel speaks two languages")
	}
}
