package present_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

func inMoney(b assess.Business) present.Business {
	st := assess.Standing{Assessment: assess.Assessment{On: today, Verdict: rapport.Keep, Rule: assess.RuleGoingWell, Business: b}}
	h := assess.History{Entries: []rapport.Entry{{On: today, Kind: rapport.Contact}}}
	return present.Client(english(), h, st, present.Findings{}).Business
}

func TestTheChanceOfALateInvoiceIsSaidInTenthsWithItsUncertainty(t *testing.T) {
	for want, p := range map[string]assess.Payment{
		"The chance that the next invoice is late is about 6 in 10 (between 4 and 8).": {LateNext: .58, Low: .38, High: .79},
		"The chance that the next invoice is late is about 5 in 10.":                   {LateNext: .5, Low: .48, High: .52},
		"The next invoice will hardly be late: the chance is below 1 in 10.":           {LateNext: .04, Low: .01, High: .2},
		"The next invoice will most likely be late: the chance is above 9 in 10.":      {LateNext: .97, Low: .9, High: 1},
	} {
		p.Invoices = 8
		if got := inMoney(assess.Business{Payment: &p}).Payment.Next; got != want {
			t.Errorf("%v (%v to %v): got %q, want %q", p.LateNext, p.Low, p.High, got, want)
		}
	}
}

// The scale is that of PAYDEX: 80 is on the day, 50 a month after it.
func TestThePaymentIndexIsAlsoSaidInWords(t *testing.T) {
	for index, want := range map[float64]string{
		95: "early", 80: "on time", 72: "a week or so late", 68: "about two weeks late", 60: "about three weeks late",
		50: "about a month late", 40: "about two months late", 20: "three months late or more",
	} {
		card := inMoney(assess.Business{Payment: &assess.Payment{Index: index, Invoices: 8}}).Payment
		if !strings.Contains(card.Text, want) || !strings.HasSuffix(card.Score, "of 100, where 80 is on time") {
			t.Errorf("%v reads %q, %q", index, card.Text, card.Score)
		}
	}
}

func TestLatenessWithWordAndInSilenceAreToldApart(t *testing.T) {
	for _, c := range []struct {
		payment assess.Payment
		want    []string
	}{
		{assess.Payment{Invoices: 12, Late: 7, Silent: 5, Disputed: 1}, []string{
			"Seven of twelve invoices were late.", "Five of these came without a word.", "Two they spoke about beforehand.", "One disputed invoice is left out here."}},
		{assess.Payment{Invoices: 12, Late: 2}, []string{"Two of twelve invoices were late.", "They said so beforehand every time."}},
		{assess.Payment{Invoices: 12, Late: 2, Silent: 2}, []string{"Two of twelve invoices were late.", "Nobody said so beforehand, not once."}},
		{assess.Payment{Invoices: 5}, []string{"Each of the five invoices that fell due was paid on time."}},
		{assess.Payment{Invoices: 1, Late: 1, Silent: 1}, []string{
			"The one invoice that fell due was late.", "Nobody said so beforehand.", "With a single invoice, this leans in part on how your other clients pay."}},
		{assess.Payment{Invoices: 1}, []string{
			"The one invoice that fell due was paid on time.", "With a single invoice, this leans in part on how your other clients pay."}},
	} {
		if diff := cmp.Diff(c.want, inMoney(assess.Business{Payment: &c.payment}).Payment.Details); diff != "" {
			t.Errorf("%+v (-want +got):\n%s", c.payment, diff)
		}
	}
}

func TestWithoutAJournalNothingIsSaidAboutNotice(t *testing.T) {
	_, st := harbour()
	st.Assessment.Payment = &assess.Payment{Invoices: 9, Late: 2}
	card := present.Client(english(), assess.History{}, st, present.Findings{}).Business.Payment
	if diff := cmp.Diff([]string{"Two of nine invoices were late."}, card.Details); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestWithoutInvoicesNothingIsSaidAboutPayment(t *testing.T) {
	for _, b := range []assess.Business{{}, {Payment: &assess.Payment{}}} {
		if got := inMoney(b).Payment; got != nil {
			t.Errorf("got %+v", got)
		}
	}
}

func TestAnHourIsWorthWhatIsLeftOverAllHours(t *testing.T) {
	_, st := harbour()
	card := inMoney(st.Assessment.Business).Worth[0]
	if card.Text != "An hour of this work really brings €85.24." {
		t.Errorf("it reads %q", card.Text)
	}
	if card.Share != "22% of your income in twelve months." {
		t.Errorf("the share reads %q", card.Share)
	}
	want := []present.Fact{
		{Label: "Received", Value: "€25,240"}, {Label: "Given back", Value: "€200"}, {Label: "Hours billed", Value: "290 h"},
		{Label: "Asking for money", Value: "45 min"}, {Label: "Putting things right", Value: "3 h"},
	}
	if diff := cmp.Diff(want, card.Parts); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestAnHourWithoutHoursOrBelowNothingIsSaidPlainly(t *testing.T) {
	unknown := inMoney(assess.Business{Worth: []assess.Worth{{Currency: "EUR", Received: 1000}}}).Worth[0]
	if !strings.Contains(unknown.Text, "the hours are missing") {
		t.Errorf("without hours: %+v", unknown)
	}
	costly := inMoney(assess.Business{Worth: []assess.Worth{{Currency: "EUR", Given: 1000, Billed: 60, PerHour: -1000}}}).Worth[0]
	if costly.Text != "An hour of this work really costs you €10.00." {
		t.Errorf("below nothing: %+v", costly)
	}
	guessed := inMoney(assess.Business{Worth: []assess.Worth{{Currency: "EUR", Received: 1000, Billed: 60, Guessed: true, PerHour: 1000}}}).Worth[0]
	if guessed.Parts[1].Label != "Hours billed, reckoned from the rate" {
		t.Errorf("a guess is not called one: %+v", guessed.Parts)
	}
}

func TestCurrenciesStandApart(t *testing.T) {
	b := inMoney(assess.Business{Worth: []assess.Worth{
		{Currency: "EUR", Received: 1000, Billed: 60, PerHour: 1000, Share: .4}, {Currency: "TRY", Received: 900, Share: 1},
	}})
	if b.Apart != "EUR and TRY stand apart here. Nothing is added up or converted." {
		t.Errorf("it reads %q", b.Apart)
	}
	depends := "That is a good deal from one side: before anything ends here, something else should stand ready."
	if want := "40% of your income in EUR in twelve months. " + depends; b.Worth[0].Share != want {
		t.Errorf("got %q, want %q", b.Worth[0].Share, want)
	}
	if want := "100% of your income in TRY in twelve months."; b.Worth[1].Share != want {
		t.Errorf("the only client in a currency: got %q, want %q", b.Worth[1].Share, want)
	}
}

func TestAnInvoiceIsABarAgainstItsDueDay(t *testing.T) {
	h, st := harbour()
	h.Invoices[1].Disputed = true
	table := present.Client(english(), h, st, present.Findings{}).Invoices
	want := []present.InvoiceBar{{Due: 14, Until: 26}, {Due: 14, Until: 26, Settled: true}}
	if diff := cmp.Diff(want, []present.InvoiceBar{table.Rows[0].Bar, table.Rows[1].Bar}); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	h.Invoices = h.Invoices[:1]
	h.Invoices[0].Payments[0].On = h.Invoices[0].Issued.AddDays(-3) // a deposit for the whole
	if bar := present.Client(english(), h, st, present.Findings{}).Invoices.Rows[0].Bar; bar.Until != 0 || !bar.Settled {
		t.Errorf("paid before its issue: %+v", bar)
	}
}
