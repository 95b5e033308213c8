package screen

import (
	"strings"
	"testing"

	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// setDay types a day into the date field that bears a label.
func (h *testHost) setDay(label string, day rapport.Date) {
	h.t.Helper()
	f, ok := find(h, func(f *widgets.DateField) bool { return f.Label == label })
	if !ok {
		h.t.Fatalf("no day %q; there is:\n%s", label, h.texts())
	}
	f.SetDay(day.Time())
}

func TestPromisingPastOnesHoursIsPointedOutAndAllowed(t *testing.T) {
	h := newTestHost(t, present.English)
	if err := h.practice.EditSettings(t.Context(), practice.Settings{Working: practice.Working{Hours: 10 * 60}}); err != nil {
		t.Fatal(err)
	}
	c := h.client("Acme")
	ShowPromiseForm(h, c.ID)
	before := h.panel()
	h.fillIn("Promised", "The whole site")
	h.setDay("By", testDay+3)
	h.fillIn("Work it takes", "30:00")
	if h.panel() == before || !strings.Contains(h.panel(), "30") {
		t.Fatal("nothing is pointed out")
	}
	said := h.panel()
	h.fillIn("Work it takes", "1:00")
	if h.panel() == said || strings.Contains(h.panel(), "30 h") {
		t.Errorf("it stays when less is promised:\n%s", h.panel())
	}
	h.fillIn("Work it takes", "30:00")
	h.press("Save")
	file, err := h.practice.Client(t.Context(), c.ID)
	if err != nil || len(file.Way.Promises) != 0 {
		t.Fatalf("nobody confirmed it: %+v %v", file.Way.Promises, err)
	}
	h.fillIn("Work it takes", "31:00") // another promise: it is asked about anew
	h.press("Save")
	h.press("Promise it all the same")
	h.fine()
	if file, err = h.practice.Client(t.Context(), c.ID); err != nil {
		t.Fatal(err)
	}
	if p := file.Way.Promises; len(p) != 1 || p[0].By != testDay+3 || p[0].Minutes != 31*60 {
		t.Errorf("promised: %+v", p)
	}
}

func TestAPromiseWithoutWordsIsRefusedByTheNameOfItsField(t *testing.T) {
	h := newTestHost(t, present.English)
	ShowPromiseForm(h, h.client("Acme").ID)
	h.setDay("By", testDay+3)
	h.press("Save")
	if said := h.panel(); !strings.Contains(said, "“Promised”") && !strings.Contains(said, "\"Promised\"") {
		t.Errorf("it does not name the field as it is called:\n%s", said)
	}
	h.fillIn("Promised", "The quote")
	if f, _ := find(h, func(f *widgets.Field) bool { return f.Label == "Promised" }); f.Problem() != "" {
		t.Errorf("it is filled in, and still says %q", f.Problem())
	}
}

func TestTheWarningNamesTheDayThatIsTightest(t *testing.T) {
	h := newTestHost(t, present.English)
	c := h.client("Acme")
	if err := h.practice.EditSettings(t.Context(), practice.Settings{Working: practice.Working{Hours: 30 * 60}}); err != nil {
		t.Fatal(err)
	}
	later := rapport.Promise{ID: rapport.NewID(), Client: c.ID, What: "The whole site", Given: testDay, By: testDay + 10, Minutes: 80 * 60}
	if _, err := h.practice.Promise(t.Context(), later); err != nil {
		t.Fatal(err)
	}
	ShowPromiseForm(h, c.ID)
	h.setDay("By", testDay+1)
	h.fillIn("Work it takes", "2:00")
	load, err := h.practice.PromiseLoad(t.Context(), rapport.Promise{Client: c.ID, By: testDay + 1, Minutes: 120})
	if err != nil || load.By != later.By {
		t.Fatalf("tightest: %+v, %v", load, err)
	}
	want := h.speaker.PromiseLoad(load.Promised, load.Hours, load.By)
	if said := strings.ReplaceAll(h.panel(), "\n", " "); !strings.Contains(said, want) {
		t.Errorf("it does not say %q:\n%s", want, said)
	}
}

func TestABrokenPromiseIsAMistakeOfOurs(t *testing.T) {
	h := newTestHost(t, present.English)
	c := h.client("Acme")
	if _, err := h.practice.Promise(t.Context(), rapport.Promise{Client: c.ID, What: "The quote", Given: testDay - 5, By: testDay - 1}); err != nil {
		t.Fatal(err)
	}
	h.show(NewClient(h), Place{Name: AtClient, Client: c.ID})
	box, ok := find(h, func(b *widgets.TickBox) bool { return b.Text == "The quote" })
	if !ok {
		t.Fatalf("the promise is not on the page:\n%s", h.texts())
	}
	box.OnTapped()
	how, _ := find(h, func(*widgets.Segment) bool { return true })
	how.Select(1)
	h.press("Save")
	h.fine()
	file, err := h.practice.Client(t.Context(), c.ID)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(file.History.Entries); n != 1 || file.History.Entries[0].Kind != rapport.OurMistake {
		t.Errorf("logged: %+v", file.History.Entries)
	}
	if file.Way.Promises[0].Broken != testDay {
		t.Errorf("the promise: %+v", file.Way.Promises[0])
	}
}

func TestAPromiseOfTodayIsSettledFromReview(t *testing.T) {
	h := newTestHost(t, present.English)
	c := h.client("Acme")
	if _, err := h.practice.Promise(t.Context(), rapport.Promise{Client: c.ID, What: "The quote", Given: testDay - 5, By: testDay}); err != nil {
		t.Fatal(err)
	}
	h.show(NewReview(h), Place{})
	row, ok := find(h, func(*widgets.Reminder) bool { return true })
	if !ok {
		t.Fatalf("nothing to see to:\n%s", h.texts())
	}
	row.OnTapped()
	if len(h.went) != 1 || h.went[0].Client != c.ID || !strings.Contains(h.panel(), "The quote") {
		t.Fatalf("it leads to %v and\n%s", h.went, h.panel())
	}
	h.press("Save")
	h.fine()
	if _, still := find(h, func(*widgets.Reminder) bool { return true }); still {
		t.Error("it is still to be seen to")
	}
}

func TestTheStripShowsOneOfEachKindFirst(t *testing.T) {
	row := func(code rapport.DueCode, text string) present.TodayRow {
		return present.TodayRow{Code: code, Text: text}
	}
	rows := ofEachKind([]present.TodayRow{row(rapport.DuePromise, "a"), row(rapport.DuePromise, "b"), row(rapport.DueOverdue, "c"), row(rapport.DueOverdue, "d"), row(rapport.DueTrial, "e")})
	var order string
	for _, r := range rows {
		order += r.Text
	}
	if order != "acebd" {
		t.Errorf("in the order %s", order)
	}
}

func TestTheJournalHearsOfEntriesThatOtherDeedsLog(t *testing.T) {
	h, j, clients := aJournal(t)
	made, err := h.practice.Promise(t.Context(), rapport.Promise{Client: clients["Acme"].ID, What: "The quote", Given: testDay, By: testDay + 1})
	if err != nil {
		t.Fatal(err)
	}
	if err := h.practice.KeepPromise(t.Context(), made.ID); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(notes(j), "The quote") {
		t.Errorf("our word was kept, and it lists %s", notes(j))
	}
	if _, err := h.practice.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(notes(j), "The quote") {
		t.Errorf("that was taken back, and it lists %s", notes(j))
	}
	h.fine()
}
