package screen

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// worked adds an invoice of two thousand, all of it paid, that took so many hours.
func (h *testHost) worked(c rapport.Client, hours int) {
	h.t.Helper()
	v := h.invoice(c, "w1", 2000_00)
	v.Minutes = 60 * hours
	if err := h.practice.EditInvoice(h.t.Context(), v); err != nil {
		h.t.Fatal(err)
	}
}

// mapped shows the map of three clients: dear and light, cheap and heavy, and one
// whose hours nobody knows.
func mapped(t *testing.T) (h *testHost, m *Map, dear, cheap, dark rapport.Client) {
	t.Helper()
	h = newTestHost(t, present.English)
	dear, cheap, dark = h.client("Dear & Light"), h.client("Cheap & Heavy"), h.client("Nobody Knows")
	h.worked(dear, 10)
	h.worked(cheap, 50)
	for day := range 8 {
		h.log(cheap, 3*day, rapport.Disrespect, "shouted")
	}
	h.log(dear, 5, rapport.Praise, "well done")
	m = NewMap(h)
	h.show(m, Place{Name: AtMap})
	h.fine()
	return h, m, dear, cheap, dark
}

// dot is where a client stands on the map.
func (m *Map) dot(t *testing.T, c rapport.Client) int {
	t.Helper()
	i := slices.IndexFunc(m.page.Dots, func(d present.MapDot) bool { return d.Client == c.ID })
	if i < 0 {
		t.Fatalf("%s is not on the map: %+v", c.Name, m.page.Dots)
	}
	return i
}

func TestTheMapShowsWhoIsKnownAndListsTheRest(t *testing.T) {
	h, m, dear, cheap, dark := mapped(t)
	h.says(m.page.Answer, "Cheap & Heavy", "Dear & Light", "Not on the map", "Nobody Knows", "light", "heavy")
	if m.page.Dots[m.dot(t, dear)].Value <= m.page.Dots[m.dot(t, cheap)].Value {
		t.Error("the dear hour is not worth more than the cheap one")
	}
	h.follow("Nobody Knows")
	if len(h.went) != 1 || h.went[0].Name != AtClient || h.went[0].Client != dark.ID {
		t.Errorf("the name of who is not on the map leads to %v", h.went)
	}
}

func TestADotOfTheMapSelectsAndOpensItsClient(t *testing.T) {
	h, m, dear, cheap, _ := mapped(t)
	if m.page.Dots[m.scatter.Selected].Client != cheap.ID {
		t.Error("the heaviest client is not the one the card is about at first")
	}
	m.scatter.Select(m.dot(t, dear))
	h.press("Open")
	m.scatter.On.Opened(m.dot(t, cheap))
	if len(h.went) != 2 || h.went[0].Client != dear.ID || h.went[1].Client != cheap.ID {
		t.Errorf("opened %v", h.went)
	}
	h.log(dear, 1, rapport.Praise, "again")
	if m.page.Dots[m.scatter.Selected].Client != dear.ID {
		t.Error("a deed elsewhere changed which client is selected")
	}
}

func TestThePointerShowsTheCardOfADot(t *testing.T) {
	h, m, dear, cheap, _ := mapped(t)
	name := func() string {
		shown, ok := find(h, func(o *widgets.Text) bool { return o.As == widgets.Name })
		if !ok {
			t.Fatal("no card")
		}
		return shown.Text
	}
	m.scatter.On.Pointed(m.dot(t, dear))
	if name() != dear.Name {
		t.Errorf("pointing at %s shows %s", dear.Name, name())
	}
	m.scatter.MouseMoved(&desktop.MouseEvent{})
	m.scatter.On.Pointed(-1)
	if name() != cheap.Name {
		t.Errorf("afterwards the card is about %s", name())
	}
}

func TestTheMapIsWalkedByKeys(t *testing.T) {
	h, _, dear, _, _ := mapped(t)
	scatter, ok := find(h, func(*widgets.Scatter) bool { return true })
	if !ok {
		t.Fatal("no map")
	}
	h.window.Canvas().Focus(scatter)
	h.typed(fyne.KeyHome, fyne.KeyReturn)
	if len(h.went) != 1 || h.went[0].Client != dear.ID {
		t.Errorf("Home and Enter open %v, want the dearest hour", h.went)
	}
}

func TestKeysThatReachAMapAlreadyReplacedDoNoHarm(t *testing.T) {
	h := newTestHost(t, present.English)
	for _, name := range []string{"First", "Second", "Third"} {
		h.worked(h.client(name), 10)
	}
	m := NewMap(h)
	h.show(m, Place{Name: AtMap})
	scatter, _ := find(h, func(*widgets.Scatter) bool { return true })
	h.window.Canvas().Focus(scatter)
	h.typed(fyne.KeyEnd)
	for len(m.page.Dots) > 0 {
		if _, err := h.practice.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	h.typed(fyne.KeyHome, fyne.KeyReturn)
	if len(h.went) != 1 || h.went[0].Client == (rapport.ID{}) {
		t.Errorf("Enter on what was seen leads to %v", h.went)
	}
}

func TestAVerdictNarrowsTheMapUntilItIsChosenAgain(t *testing.T) {
	h, m, dear, cheap, _ := mapped(t)
	tally, ok := find(h, func(*widgets.Tally) bool { return true })
	if !ok {
		t.Fatal("no counts")
	}
	verdict := m.page.Dots[m.dot(t, dear)].Verdict
	row := slices.IndexFunc(m.page.Counts, func(c present.VerdictCount) bool { return c.Verdict == verdict })
	tally.OnOpened(row)
	if m.scatter.Dots[m.dot(t, dear)].Aside || !m.scatter.Dots[m.dot(t, cheap)].Aside || tally.Chosen != row {
		t.Error("not only the clients with the verdict are left")
	}
	if m.page.Dots[m.scatter.Selected].Client != dear.ID {
		t.Error("the card is about somebody who is not looked for")
	}
	tally.OnOpened(row)
	if m.scatter.Dots[m.dot(t, cheap)].Aside || tally.Chosen != -1 {
		t.Error("the same verdict again does not show everybody")
	}
	m.only = rapport.Safety // nobody has it any more
	m.Show(Place{Name: AtMap})
	if m.scatter.Disabled() {
		t.Error("a verdict nobody has any more hides everybody")
	}
}

func TestTheTargetOfTheSettingsIsALineOnTheMap(t *testing.T) {
	h, m, _, _, _ := mapped(t)
	if m.scatter.Target.Text != "" {
		t.Fatal("a target nobody set")
	}
	settings, err := h.practice.Settings(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	settings.Currency, settings.TargetRate = "EUR", 70_00
	if err := h.practice.EditSettings(t.Context(), settings); err != nil {
		t.Fatal(err)
	}
	if m.scatter.Target.At != 70 {
		t.Errorf("the line is at %v", m.scatter.Target.At)
	}
	h.says("light and well paid", "heavy and below target")
}

func TestAmountsOfTwoCurrenciesHaveAMapEach(t *testing.T) {
	h, m, dear, _, _ := mapped(t)
	c := h.client("Pound Foolish")
	c.Terms.Currency = "GBP"
	if err := h.practice.EditClient(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	if _, err := h.practice.AddInvoice(t.Context(), rapport.Invoice{Client: c.ID, Number: "1", Issued: testDay.AddDays(-20), Due: testDay,
		Amount: rapport.Money{Minor: 900_00, Currency: "GBP"}, Minutes: 600,
		Payments: []rapport.Payment{{ID: rapport.NewID(), On: testDay, Amount: 900_00}}}); err != nil {
		t.Fatal(err)
	}
	segment, ok := find(h, func(s *widgets.Segment) bool { return slices.Equal(s.Options, []string{"EUR", "GBP"}) })
	if !ok {
		t.Fatalf("no way to the other currency; there is:\n%s", h.texts())
	}
	m.dot(t, dear)
	segment.Select(1)
	if len(m.page.Dots) != 1 || m.page.Dots[0].Client != c.ID {
		t.Errorf("the map of pounds shows %+v", m.page.Dots)
	}
}

func TestListAndMapLeadToEachOther(t *testing.T) {
	h := newTestHost(t, present.English).fill()
	for _, c := range []struct {
		screen Screen
		choose int
		want   PlaceName
	}{{NewReview(h), 1, AtMap}, {NewMap(h), 0, AtReview}} {
		h.went = nil
		h.show(c.screen, Place{})
		segment, ok := find(h, func(s *widgets.Segment) bool { return slices.Equal(s.Options, []string{"List", "Map"}) })
		if !ok {
			t.Fatalf("no switch; there is:\n%s", h.texts())
		}
		segment.Select(c.choose)
		if len(h.went) != 1 || h.went[0].Name != c.want {
			t.Errorf("the switch leads to %v, want %s", h.went, c.want)
		}
		if segment.Selected == c.choose {
			t.Error("the switch stays where the other screen is")
		}
	}
}

func TestAnEmptyMapSaysWhatBelongsThere(t *testing.T) {
	h := newTestHost(t, present.English)
	h.show(NewMap(h), Place{Name: AtMap})
	h.says("Your clients will stand here", "Add a client")
	h.client("Nobody Knows")
	h.says("known what an hour brings", "Not on the map", "Nobody Knows")
	h.press("Choose a client")
	h.typed(fyne.KeyReturn)
	if len(h.went) != 1 || h.went[0].Name != AtClient {
		t.Errorf("the button leads to %v", h.went)
	}
}

func TestTheMapCanBeReadAsText(t *testing.T) {
	h, _, _, _, _ := mapped(t)
	h.press("Read as text")
	if text := h.panel(); !strings.Contains(text, "Dear & Light") || !strings.Contains(text, "Cheap & Heavy") {
		t.Errorf("the text is\n%s", text)
	}
}

func TestTheMapHearsOfDeedsButNotOfSweeps(t *testing.T) {
	m := NewMap(newTestHost(t, present.English))
	if m.Wants(practice.Change{Deed: practice.DeedReassess}) || !m.Wants(practice.Change{Deed: practice.DeedPay}) {
		t.Error("the map hears of the wrong changes")
	}
}
