package screen

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

func TestHelpersAreReadAsTheyAreWritten(t *testing.T) {
	helpers := []rapport.Helper{{Name: "Ada Brandt", For: "law", Reach: "030 1; or by mail"}, {Name: "Jan"}}
	got, err := readHelpers(helperLines(helpers) + "\n\n")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(helpers, got); diff != "" {
		t.Error(diff)
	}
	if _, err := readHelpers("Ada; law\n; law; 030"); !errors.Is(err, errHelperForm) {
		t.Errorf("a line without a name is taken: %v", err)
	}
}

func TestChoosingATradeFillsInWhatIsNotNegotiable(t *testing.T) {
	h := newTestHost(t, present.English)
	h.show(NewSettings(h), Place{Name: AtSettings})
	trade := h.speaker.Trades()[1]
	choice, ok := find(h, func(c *widgets.Choice) bool { return c.Label == "Your trade" })
	if !ok {
		t.Fatal("there is no choice of a trade")
	}
	choice.Select(2)
	h.fine()
	settings, err := h.practice.Settings(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if settings.Trade != trade.Code || settings.Firm != strings.Join(trade.Firm, "\n") {
		t.Errorf("the trade is %q, and not negotiable is %q", settings.Trade, settings.Firm)
	}

	h.fillIn("Not negotiable, one a line", "No work without a contract")
	again, _ := find(h, func(c *widgets.Choice) bool { return c.Label == "Your trade" })
	again.Select(1)
	if settings, err = h.practice.Settings(t.Context()); err != nil || settings.Firm != "No work without a contract" {
		t.Errorf("choosing another trade overwrote what was written: %q, %v", settings.Firm, err)
	}
}

func TestAPublishedRateIsAddedOnceAndRefusedOnAnImpossibleDay(t *testing.T) {
	h := newTestHost(t, present.English)
	h.show(NewSettings(h), Place{Name: AtSettings})
	series := present.Rates().Series[0]
	next := series.Next()
	h.press("Add a rate")
	h.fillIn("Per cent a year", "2.25")
	h.setDay("From", next+1)
	h.press("Save")
	if h.panel() == "" {
		t.Fatal("a rate from a day on which it never changes is taken")
	}
	h.setDay("From", next)
	h.press("Save")
	h.fine()
	settings, err := h.practice.Settings(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if r := settings.Rates; len(r) != 1 || r[0].Series != series.Code || r[0].Percent != 2.25 || r[0].From != next {
		t.Errorf("rates: %+v", r)
	}
}
