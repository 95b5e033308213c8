package screen

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// enter types into the field whose label begins so, and presses Enter.
func (h *testHost) enter(label, text string) *widgets.Field {
	h.t.Helper()
	f, ok := find(h, func(f *widgets.Field) bool { return strings.HasPrefix(f.Label, label) })
	if !ok {
		h.t.Fatalf("no field %q; there is:\n%s", label, h.texts())
	}
	f.SetText(text)
	f.OnSubmitted(text)
	return f
}

func shownSettings(t *testing.T) (*testHost, func() practice.Settings) {
	t.Helper()
	h := newTestHost(t, present.English)
	h.show(NewSettings(h), Place{Name: AtSettings})
	return h, func() practice.Settings {
		s, err := h.practice.Settings(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
}

func TestPersonalLimitsAreStoredAsSoonAsTheyAreSaid(t *testing.T) {
	h, stored := shownSettings(t)
	h.enter("Kinds of friction", "3")
	h.enter("Unbilled minutes", "120")
	c, ok := find(h, func(c *widgets.Choice) bool { return c.Label == "Hostility" })
	if !ok {
		t.Fatal("no choice of how harsh an attack may be")
	}
	c.OnChanged(4)
	if got, want := stored().Limits, (rapport.Limits{Hostility: 4, Complexity: 3, Minutes: 120}); got != want {
		t.Errorf("stored %+v, want %+v", got, want)
	}
	h.enter("Kinds of friction", "")
	if got := stored().Limits.Complexity; got != 0 {
		t.Errorf("an empty field leaves a limit of %d", got)
	}
	h.fine()
}

func TestALimitNothingCouldCrossIsRefusedBesideIt(t *testing.T) {
	h, stored := shownSettings(t)
	h.enter("Kinds of friction", "3")
	for label, texts := range map[string][]string{"Kinds of friction": {"13", "2.5", "-1", "some"}, "Unbilled minutes": {"-5", "20000", "long"}} {
		for _, text := range texts {
			if f := h.enter(label, text); f.Problem() == "" {
				t.Errorf("%s: %q is taken", label, text)
			}
		}
	}
	if got, want := stored().Limits, (rapport.Limits{Complexity: 3}); got != want {
		t.Errorf("stored %+v, want %+v", got, want)
	}
}

func TestWhatAnHourShouldBringIsReadInTheOwnCurrency(t *testing.T) {
	h, stored := shownSettings(t)
	h.enter("Currency", "eur")
	h.enter("What an hour should bring, in EUR", "72.50")
	if got := stored(); got.TargetRate != 72_50 || got.Currency != "EUR" {
		t.Errorf("stored %d %s", got.TargetRate, got.Currency)
	}
	if f := h.enter("What an hour should bring", "-3"); f.Problem() == "" {
		t.Error("less than nothing is taken")
	}
	h.enter("What an hour should bring", "")
	if got := stored().TargetRate; got != 0 {
		t.Errorf("an empty field leaves %d", got)
	}
}

func TestATargetKeepsTheCurrencyItWasTypedIn(t *testing.T) {
	h, stored := shownSettings(t)
	h.enter("What an hour should bring, in GBP", "70")
	if got := stored(); got.TargetRate != 70_00 || got.Currency != "GBP" {
		t.Errorf("stored %d %q, which another region reads as another amount", got.TargetRate, got.Currency)
	}
	h.enter("Currency", "usd")
	h.enter("What an hour should bring, in USD", "80")
	if got := stored(); got.TargetRate != 80_00 || got.Currency != "USD" {
		t.Errorf("stored %d %q", got.TargetRate, got.Currency)
	}
	h.fine()
}

func TestWhatIsHalfTypedGoesAlongWithAnotherChoice(t *testing.T) {
	h, stored := shownSettings(t)
	for label, text := range map[string]string{"What it is called": "Studio Lenz", "Unbilled minutes": "90", "Kinds of friction": "many"} {
		f, ok := find(h, func(f *widgets.Field) bool { return strings.HasPrefix(f.Label, label) })
		if !ok {
			t.Fatalf("no field %q", label)
		}
		f.SetText(text)
	}
	c, _ := find(h, func(c *widgets.Choice) bool { return c.Label == "Hostility" })
	c.OnChanged(2)
	got := stored()
	if got.Name != "Studio Lenz" || got.Limits != (rapport.Limits{Hostility: 2, Minutes: 90}) {
		t.Errorf("stored %q, %+v", got.Name, got.Limits)
	}
}

func TestAClientHasLimitsOfTheirOwn(t *testing.T) {
	h := newTestHost(t, present.English)
	acme := h.client("Acme")
	ShowClientForm(h, &acme)
	if _, ok := find(h, func(f *widgets.Field) bool { return f.Label == "Kinds of friction at once" }); ok {
		t.Error("limits nobody set are not folded away")
	}
	h.follow("Limits for this client")
	h.enter("Kinds of friction", "99")
	h.says("99")
	if h.held(acme).History.Client.Limits.Complexity != 0 || h.panel() == "" {
		t.Fatal("a limit nothing could cross is stored")
	}
	h.enter("Unbilled minutes", "60")
	h.enter("Kinds of friction", "2")
	h.typed(fyne.KeyEscape)
	if got, want := h.held(acme).History.Client.Limits, (rapport.Limits{Complexity: 2, Minutes: 60}); got != want {
		t.Errorf("stored %+v, want %+v", got, want)
	}
	again := h.held(acme).History.Client
	ShowClientForm(h, &again)
	h.says("Limits for this client", "Kinds of friction at once")
}

func TestHoursOfAnInvoiceAreKept(t *testing.T) {
	h := newTestHost(t, present.German)
	acme := h.client("Acme")
	v := h.invoice(acme, "1")
	for _, c := range []struct {
		text    string
		minutes int
	}{{"31,25", 1875}, {"2:05", 125}, {"", 0}} {
		ShowInvoiceEdit(h, h.held(acme).History.Invoices[0])
		h.enter("Dafür gearbeitete Stunden", c.text)
		if got := h.held(acme).History.Invoices[0].Minutes; got != c.minutes || h.panel() != "" {
			t.Errorf("%q is stored as %d minutes, want %d", c.text, got, c.minutes)
		}
	}
	ShowInvoiceEdit(h, v)
	for _, text := range []string{"viele", "9000", "1:75"} {
		if f := h.enter("Dafür gearbeitete Stunden", text); !strings.Contains(f.Problem(), text) {
			t.Errorf("%q is answered %q", text, f.Problem())
		}
	}
}

func TestWhatARemedyCostInMoneyIsKept(t *testing.T) {
	h := newTestHost(t, present.English)
	acme := h.client("Acme")
	e := h.log(acme, 3, rapport.Remedy, "a discount")
	ShowEntryForm(h, []rapport.Client{acme}, e, false)
	h.enter("Given as well, in EUR", "120.50")
	if got := h.held(acme).History.Entries[0].Cost.Given; got != 120_50 {
		t.Fatalf("stored %d", got)
	}
	ShowEntryForm(h, []rapport.Client{acme}, h.held(acme).History.Entries[0], false)
	h.enter("Given as well, in EUR", "")
	if got := h.held(acme).History.Entries[0].Cost.Given; got != 0 {
		t.Errorf("an empty field leaves %d", got)
	}
	ShowEntryForm(h, []rapport.Client{acme}, h.log(acme, 2, rapport.Praise, "thanks"), false)
	if _, ok := find(h, func(f *widgets.Field) bool { return strings.HasPrefix(f.Label, "Given") }); ok {
		t.Error("praise is asked what it cost")
	}
	h.fine()
}
