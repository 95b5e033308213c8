package screen

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// several are clients who all ask beyond what was agreed, some of them long ago.
func several(t *testing.T) *testHost {
	t.Helper()
	h := newTestHost(t, present.English)
	for i, name := range []string{"Anna", "Boris", "Cem", "Daan", "Elif"} {
		c := h.client(name)
		h.log(c, 20, rapport.Contact, "a call")
		h.log(c, 20, rapport.Intrusion, "on a Sunday")
		ago := 30
		if i > 2 {
			ago = 150
		}
		if _, err := h.practice.Log(t.Context(), rapport.Entry{Client: c.ID, On: testDay.AddDays(-ago), Kind: rapport.Demand,
			Scope: rapport.ScopeBeyond, Severity: 3, Note: "one more page", Cost: rapport.Cost{Energy: rapport.Rated(2)}}); err != nil {
			t.Fatal(err)
		}
	}
	return h
}

func shownInsights(t *testing.T, h *testHost) *Insights {
	t.Helper()
	n := NewInsights(h)
	h.show(n, Place{Name: AtInsights})
	h.fine()
	return n
}

// beyond is the row about what was asked beyond the agreement.
func (n *Insights) beyond(t *testing.T) present.SharedRow {
	t.Helper()
	i := slices.IndexFunc(n.page.Shared, func(r present.SharedRow) bool { return r.Code == "asked_beyond" })
	if i < 0 {
		t.Fatalf("nobody asks beyond the agreement: %+v", n.page.Shared)
	}
	return n.page.Shared[i]
}

func TestInsightsAnswersOverThePeriodChosen(t *testing.T) {
	h := several(t)
	n := shownInsights(t, h)
	h.says("Is it me?", n.page.Answer, "What several clients run into", "5 of 5")
	segment, ok := find(h, func(s *widgets.Segment) bool { return slices.Contains(s.Options, "Quarter") })
	if !ok {
		t.Fatal("no way to choose a period")
	}
	if got := n.beyond(t); got.N != 5 || segment.Selected != 1 {
		t.Errorf("in half a year %d of %d, period %d", got.N, got.Of, segment.Selected)
	}
	segment.Select(0)
	if got := n.beyond(t); got.N != 3 {
		t.Errorf("in a quarter %d of %d", got.N, got.Of)
	}
	h.log(h.client("Fenna"), 1, rapport.Contact, "a call")
	if got := n.beyond(t); got.N != 3 || got.Of != 6 {
		t.Errorf("after a deed %d of %d: the period or the deed is lost", got.N, got.Of)
	}
}

func TestARowOfBoxesOpensItsEntries(t *testing.T) {
	h := several(t)
	n := shownInsights(t, h)
	boxes, ok := find(h, func(*widgets.Boxes) bool { return true })
	if !ok {
		t.Fatal("no boxes")
	}
	row := slices.IndexFunc(n.page.Shared, func(r present.SharedRow) bool { return r.Code == "asked_beyond" })
	boxes.OnOpened(row)
	if len(h.went) != 1 || h.went[0].Name != AtJournal || len(h.went[0].Entries) != 5 {
		t.Errorf("the row leads to %v", h.went)
	}
}

func TestAnExperimentIsBegunGivenUpAndReplaced(t *testing.T) {
	h := several(t)
	n := shownInsights(t, h)
	if len(n.page.Try) < 2 {
		t.Fatalf("only %d things to try", len(n.page.Try))
	}
	first := n.page.Try[0]
	h.says("One thing to try", first.Title)
	h.press("Something else")
	h.says(n.page.Try[1].Title)
	second := n.page.Try[1]
	h.press("Try it until 28 July")
	h.says("What you are trying", second.Title)
	settings, err := h.practice.Settings(t.Context())
	if err != nil || settings.Trying.Code != second.Code || settings.Trying.Since != testDay {
		t.Errorf("stored as tried: %+v, %v; want %s", settings.Trying, err, second.Code)
	}
	h.press("Leave off early")
	h.says("One thing to try")
	if settings, _ := h.practice.Settings(t.Context()); settings.Trying.Code != "" {
		t.Error("the experiment goes on in the book")
	}
	h.fine()
}

func TestAnExperimentWhoseTimeIsUpAsksHowItWent(t *testing.T) {
	h := several(t)
	settings, err := h.practice.Settings(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	settings.Trying.Code, settings.Trying.Since = "write_scope", testDay.AddDays(-present.TryDays)
	if err := h.practice.EditSettings(t.Context(), settings); err != nil {
		t.Fatal(err)
	}
	n := shownInsights(t, h)
	h.says("The time is up", n.page.Trying.Title)
	h.press("Four more weeks")
	h.says("What you are trying")
	if settings, _ := h.practice.Settings(t.Context()); settings.Trying.Since != testDay {
		t.Errorf("it runs since %s, want today", settings.Trying.Since)
	}
}

func TestWhatHasNothingToSayYetSaysWhatBelongsThere(t *testing.T) {
	h := newTestHost(t, present.English)
	n := shownInsights(t, h)
	for part, sentence := range map[string]string{"shared": n.page.Empty.Shared, "worth": n.page.Empty.Worth,
		"drain": n.page.Empty.Drain, "advice": n.page.Empty.Advice, "tests": n.page.Empty.Tests} {
		if sentence == "" {
			t.Errorf("%s has nothing to say and does not say so", part)
		}
	}
	h.press("Log an entry")
	if h.panel() == "" {
		t.Error("the button does not begin an entry")
	}
	h.typed(fyne.KeyEscape)
	h.press("Go to Review")
	if len(h.went) != 1 || h.went[0].Name != AtReview {
		t.Errorf("the button leads to %v", h.went)
	}
}

func TestABarOpensItsClientAndEverybodyElseNobody(t *testing.T) {
	h := several(t)
	n := shownInsights(t, h)
	open := n.opens([]present.BarRow{{Client: n.page.Shared[0].Clients[0]}, {Name: "everyone else"}})
	open(1)
	open(0)
	if len(h.went) != 1 || h.went[0].Client != n.page.Shared[0].Clients[0] {
		t.Errorf("opened %v", h.went)
	}
}

func TestLongListsAreShownInFullWhenAsked(t *testing.T) {
	h := newTestHost(t, present.English)
	for _, name := range []string{"A", "B", "C", "D", "E", "F", "G", "H", "I"} {
		c := h.client(name)
		h.worked(c, 10)
	}
	shownInsights(t, h)
	bars := func() int {
		b, ok := find(h, func(b *widgets.Bars) bool { return len(b.Rows) > 0 })
		if !ok {
			t.Fatalf("no bars; there is:\n%s", h.texts())
		}
		return len(b.Rows)
	}
	if bars() != worthFirst {
		t.Errorf("%d of nine are shown at first", bars())
	}
	h.follow("All nine")
	if bars() != 9 {
		t.Errorf("%d of nine are shown when all are asked for", bars())
	}
	h.follow("Fewer")
	if bars() != worthFirst {
		t.Errorf("%d of nine are shown afterwards", bars())
	}
}

func TestInsightsCanBeReadAsText(t *testing.T) {
	h := several(t)
	n := shownInsights(t, h)
	h.press("Read as text")
	for _, row := range n.page.Shared {
		h.says(row.Tally)
	}
	if h.panel() == "" {
		t.Error("no panel")
	}
}

func TestThePeriodIsChosenByKeysWithoutLosingThePlace(t *testing.T) {
	h := several(t)
	n := shownInsights(t, h)
	segment, ok := find(h, func(s *widgets.Segment) bool { return slices.Contains(s.Options, "Quarter") })
	if !ok {
		t.Fatal("no way to choose a period")
	}
	h.window.Canvas().Focus(segment)
	h.typed(fyne.KeyLeft)
	if n.period != 0 {
		t.Fatalf("Left chooses period %d", n.period)
	}
	if there, _ := find(h, func(s *widgets.Segment) bool { return slices.Contains(s.Options, "Quarter") }); there != segment || h.window.Canvas().Focused() != segment {
		t.Error("the keyboard is on a part that is gone")
	}
	h.typed(fyne.KeyRight, fyne.KeyRight)
	if n.period != 2 {
		t.Errorf("Right twice chooses period %d", n.period)
	}
}
