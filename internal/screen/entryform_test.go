package screen

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// file is what the book holds of a client.
func (h *testHost) file(c rapport.Client) ([]rapport.Entry, []rapport.Circumstance) {
	h.t.Helper()
	file, err := h.practice.Client(h.t.Context(), c.ID)
	if err != nil {
		h.t.Fatal(err)
	}
	return file.History.Entries, file.History.Circumstances
}

func TestTheFormStoresEverythingThatWasSaid(t *testing.T) {
	h := newTestHost(t, present.German)
	acme := h.client("Acme")
	f := newEntryForm(h, []rapport.Client{acme}, rapport.Entry{Kind: rapport.Contact}, rapport.Circumstance{}, true)
	f.open()
	f.client.set(acme)
	f.what.kind.Select(1) // a complaint
	f.what.justified.Select(2)
	f.day.SetDay(testDay.AddDays(-2).Time())
	f.ratings.severity.SetValue(4)
	f.ratings.energy.SetValue(0)
	f.ratings.anger.SetValue(7)
	f.minutes.SetText("90")
	f.channel.Select(2)
	f.note.SetText("  Zu blau,\nzu spät.  ")
	h.press("Speichern")
	h.fine()

	entries, _ := h.file(acme)
	if len(entries) != 1 {
		t.Fatalf("%d entries; the panel says:\n%s", len(entries), h.panel())
	}
	want := rapport.Entry{ID: entries[0].ID, Client: acme.ID, On: testDay.AddDays(-2), Kind: rapport.Complaint, Severity: 4,
		Justified: rapport.JustifiedPartly, Channel: rapport.ByPhone, Note: "Zu blau,\nzu spät.",
		Cost: rapport.Cost{Minutes: 90, Energy: rapport.Rated(0), Anger: rapport.Rated(7)}}
	if entries[0] != want {
		t.Errorf("stored %+v\nwant   %+v", entries[0], want)
	}
	if h.panel() != "" {
		t.Error("the form is still open")
	}
	if got := strings.Join(h.toasts, "; "); got != "Eintrag festgehalten" {
		t.Errorf("said %q", got)
	}
}

func TestTheFormSaysWhatIsMissingBesideTheField(t *testing.T) {
	cases := map[string]struct {
		spoil  func(*entryForm)
		beside func(*entryForm) string
		says   string
	}{
		"nobody chosen": {func(f *entryForm) { f.client.set(rapport.Client{}) },
			func(f *entryForm) string { return "" }, "Nobody is chosen yet."},
		"no kind": {func(f *entryForm) { f.what.kind.Selected = -1 },
			func(f *entryForm) string { return "" }, "The kind is missing."},
		"a day to come": {func(f *entryForm) { f.day.SetDay(testDay.AddDays(1).Time()) },
			func(f *entryForm) string { return f.day.Problem() }, "Nothing was saved."},
		"a day that is none": {func(f *entryForm) { f.day.SetDay(testDay.Time()); typeInto(f.day.Focusable(), "x") },
			func(f *entryForm) string { return f.day.Problem() }, ""},
		"minutes that are none": {func(f *entryForm) { f.minutes.SetText("soon") },
			func(f *entryForm) string { return f.minutes.Problem() }, "minutes"},
		"more minutes than a week has": {func(f *entryForm) { f.minutes.SetText("20000") },
			func(f *entryForm) string { return f.minutes.Problem() }, "minutes"},
		"half a minute": {func(f *entryForm) { f.minutes.SetText("0.5") },
			func(f *entryForm) string { return f.minutes.Problem() }, "minutes"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			h := newTestHost(t, present.English)
			acme := h.client("Acme")
			f := newEntryForm(h, []rapport.Client{acme}, rapport.Entry{Client: acme.ID, Kind: rapport.Contact, Note: "keep me"}, rapport.Circumstance{}, true)
			f.open()
			c.spoil(f)
			h.press("Save")
			if entries, _ := h.file(acme); len(entries) != 0 {
				t.Errorf("stored %+v", entries)
			}
			said := c.beside(f)
			if said == "" {
				said = h.panel()
			}
			if !strings.Contains(said, c.says) {
				t.Errorf("says %q, want %q", said, c.says)
			}
			if f.note.Text() != "keep me" || h.panel() == "" {
				t.Error("what was typed is gone")
			}
		})
	}
}

func typeInto(field fyne.Focusable, text string) {
	for _, r := range text {
		field.TypedRune(r)
	}
}

func TestQualifiersBelongToTheirKind(t *testing.T) {
	h := newTestHost(t, present.English)
	acme := h.client("Acme")
	f := newEntryForm(h, []rapport.Client{acme}, rapport.Entry{Client: acme.ID, Kind: rapport.Complaint, Justified: rapport.JustifiedNo}, rapport.Circumstance{}, true)
	f.open()
	if !f.what.justified.Visible() || f.what.scope.Visible() || f.spell.box.Visible() {
		t.Error("a complaint asks for the wrong things")
	}
	f.what.kind.Select(0)
	if f.what.justified.Visible() || !f.what.scope.Visible() {
		t.Error("a demand asks for the wrong things")
	}
	f.what.scope.Select(2)
	h.press("Save")
	entries, _ := h.file(acme)
	if len(entries) != 1 || entries[0].Justified != "" || entries[0].Scope != rapport.ScopeBeyond {
		t.Errorf("stored %+v", entries)
	}
}

func TestAHardshipKeepsItsDays(t *testing.T) {
	day := testDay.AddDays(-10)
	hardship := func(h *testHost, c rapport.Client) rapport.Entry { return h.log(c, 10, rapport.Hardship, "flood") }
	cases := map[string]struct {
		change        func(*entryForm)
		start, review rapport.Date
	}{
		"untouched":                      {func(*entryForm) {}, day, day.AddDays(91)},
		"with another start":             {func(f *entryForm) { f.spell.start.SetDay(day.AddDays(-5).Time()) }, day.AddDays(-5), day.AddDays(91)},
		"with another day to look again": {func(f *entryForm) { f.spell.review.SetDay(testDay.AddDays(7).Time()) }, day, testDay.AddDays(7)},
		"following the entry's day":      {func(f *entryForm) { f.day.SetDay(day.AddDays(-3).Time()) }, day.AddDays(-3), day.AddDays(91)},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			h := newTestHost(t, present.English)
			acme := h.client("Acme")
			e := hardship(h, acme)
			_, spells := h.file(acme)
			f := newEntryForm(h, []rapport.Client{acme}, e, spells[0], false)
			f.open()
			c.change(f)
			h.press("Save")
			h.fine()
			_, spells = h.file(acme)
			if want := (rapport.Circumstance{Entry: e.ID, Start: c.start, Review: c.review}); len(spells) != 1 || spells[0] != want {
				t.Errorf("stored %+v, want %+v; the panel says:\n%s", spells, want, h.panel())
			}
		})
	}
}

func TestAFreshHardshipBeginsOnItsDay(t *testing.T) {
	h := newTestHost(t, present.English)
	acme := h.client("Acme")
	f := newEntryForm(h, []rapport.Client{acme}, rapport.Entry{Client: acme.ID, Kind: rapport.Hardship}, rapport.Circumstance{}, true)
	f.open()
	f.day.SetDay(testDay.AddDays(-4).Time())
	f.spell.review.SetDay(testDay.AddDays(-5).Time())
	h.press("Save")
	if f.spell.review.Problem() == "" {
		t.Error("looking again before it began was not refused")
	}
	f.spell.review.SetDay(testDay.AddDays(30).Time())
	h.press("Save")
	_, spells := h.file(acme)
	if len(spells) != 1 || spells[0].Start != testDay.AddDays(-4) || spells[0].Review != testDay.AddDays(30) {
		t.Errorf("stored %+v", spells)
	}
}

func TestCtrlEnterSavesFromTheNote(t *testing.T) {
	h := newTestHost(t, present.English)
	acme := h.client("Acme")
	ShowEntryForm(h, []rapport.Client{acme}, rapport.Entry{Client: acme.ID, Kind: rapport.Note}, true)
	typeInto(h.window.Canvas().Focused(), "first line")
	h.typed(fyne.KeyReturn)
	if entries, _ := h.file(acme); len(entries) != 0 {
		t.Fatal("Enter in the note stored the entry")
	}
	typeInto(h.window.Canvas().Focused(), "second")
	h.window.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(
		&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault})
	entries, _ := h.file(acme)
	if len(entries) != 1 || entries[0].Note != "first line\nsecond" {
		t.Errorf("stored %+v", entries)
	}
}

func TestTheFormMovesToTheTrash(t *testing.T) {
	h := newTestHost(t, present.English)
	acme := h.client("Acme")
	e := h.log(acme, 1, rapport.Praise, "")
	ShowEntryForm(h, []rapport.Client{acme}, e, false)
	link, ok := find(h, func(l *widgets.Link) bool { return l.Text == "Move to the trash" })
	if !ok {
		t.Fatal("no way to the trash")
	}
	test.Tap(link)
	if entries, _ := h.file(acme); len(entries) != 0 || h.panel() != "" {
		t.Errorf("%d entries, panel %q", len(entries), h.panel())
	}
}

func TestAnEntryMovesToAnotherClient(t *testing.T) {
	h := newTestHost(t, present.English)
	acme, nord := h.client("Acme"), h.client("Nordlicht")
	e := h.log(acme, 1, rapport.Praise, "")
	ShowEntryForm(h, []rapport.Client{acme, nord}, e, false)
	choice, ok := find(h, func(c *widgets.Choice) bool { return c.Label == "Client" })
	if !ok {
		t.Fatal("no choice of clients")
	}
	h.window.Canvas().Focus(choice.Focusable())
	h.typed(fyne.KeySpace)
	typeInto(h.window.Canvas().Focused(), "nor")
	h.typed(fyne.KeyReturn)
	h.press("Save")
	h.fine()
	if entries, _ := h.file(nord); len(entries) != 1 {
		t.Errorf("%d entries", len(entries))
	}
}

func TestARemedyOverTheLimitAsksForItsReasonBesideTheNote(t *testing.T) {
	h := newTestHost(t, present.English)
	h.with(func(s *practice.Settings) { s.RemedyLimit, s.Currency = 300_00, "EUR" })
	acme := h.client("Acme")
	f := newEntryForm(h, []rapport.Client{acme}, rapport.Entry{Client: acme.ID, Kind: rapport.Remedy, Severity: rapport.DefaultSeverity,
		Cost: rapport.Cost{Given: 500_00}}, rapport.Circumstance{}, true)
	f.open()
	h.press("Save")
	if entries, _ := h.file(acme); len(entries) != 0 || !strings.Contains(f.note.Problem(), "300") {
		t.Fatalf("stored %d; beside the note it says %q", len(entries), f.note.Problem())
	}
	f.note.SetText("The reprint was our mistake.")
	h.press("Save")
	h.fine()
	if entries, _ := h.file(acme); len(entries) != 1 || entries[0].Cost.Given != 500_00 {
		t.Errorf("with its reason: %+v", entries)
	}
}
