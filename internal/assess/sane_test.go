package assess

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// TestRecordsThatCannotBeGiveASaneAnswer feeds what the checks of the vocabulary
// would refuse, or what no book should hold: an import of another program's data, a
// file edited by hand. Nothing of it may break the answer.
func TestRecordsThatCannotBeGiveASaneAnswer(t *testing.T) {
	entry := func(ago int, kind rapport.Kind, severity int) rapport.Entry {
		return rapport.Entry{ID: testID(500 + ago), On: today.AddDays(-ago), Kind: kind, Severity: severity}
	}
	right := entry(20, rapport.Complaint, 4)
	right.Justified, right.Scope = rapport.JustifiedYes, rapport.ScopeBeyond
	within := entry(10, rapport.Demand, 3)
	within.Justified, within.Scope = rapport.JustifiedNo, rapport.ScopeIn
	told := entry(50, rapport.Hardship, 4)
	prepaid := bill(1, 60)
	prepaid.Payments = []rapport.Payment{{On: prepaid.Issued.AddDays(-30), Amount: prepaid.Amount.Minor}}
	backwards := bill(2, 30, [2]int{10, 10})
	backwards.Issued, backwards.Due = backwards.Due, backwards.Issued
	nothing := bill(3, 40)
	nothing.Amount.Minor = 0
	overpaid := bill(4, 40, [2]int{10, 20}, [2]int{10, 10})
	for _, c := range []struct {
		name string
		h    History
		want []rapport.Verdict
	}{
		{"a justified complaint that goes beyond the agreement is a complaint", History{Entries: []rapport.Entry{right}}, []rapport.Verdict{rapport.Mend}},
		{"a demand within the agreement that is not justified is a demand", with(tale(t, "90 praise 3"), within), []rapport.Verdict{rapport.Keep}},
		{"entries older than the client are simply older", History{Client: rapport.Client{Since: today.AddDays(-5)}, Entries: tale(t, "90 praise 3, 40 praise 3").Entries}, []rapport.Verdict{rapport.Keep}},
		{"an invoice paid before it was written is paid in time", History{Invoices: []rapport.Invoice{prepaid}}, []rapport.Verdict{rapport.Keep}},
		{"an invoice due before it was written", History{Invoices: []rapport.Invoice{backwards}}, rapport.Verdicts()},
		{"an invoice over nothing", History{Invoices: []rapport.Invoice{nothing}}, rapport.Verdicts()},
		{"an invoice paid twice", History{Invoices: []rapport.Invoice{overpaid}}, rapport.Verdicts()},
		{"severities off the scale count as the nearest", History{Entries: []rapport.Entry{entry(5, rapport.Disrespect, 99)}}, []rapport.Verdict{rapport.End}},
		{"a kind nobody knows is not judged", History{Entries: []rapport.Entry{entry(5, "grudge", 5)}}, []rapport.Verdict{rapport.Unclear}},
		{"a hardship with no first day began when it was told", History{
			Entries:       []rapport.Entry{told, entry(90, rapport.Intrusion, 3), entry(20, rapport.Intrusion, 3)},
			Circumstances: []rapport.Circumstance{{Entry: told.ID}},
		}, rapport.Verdicts()},
		{"others that make no sense", among(tale(t, "60 intrusion 3, 30 intrusion 3"), 4, ReasonIntrusion, -7), rapport.Verdicts()},
		{"more showing it than there are", among(tale(t, "60 intrusion 3, 30 intrusion 3"), 4, ReasonIntrusion, 90), rapport.Verdicts()},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := Assess(c.h, today)
			if !slices.Contains(c.want, a.Verdict) {
				t.Errorf("got %s by %s, want one of %v", a.Verdict, a.Rule, c.want)
			}
			if _, err := json.Marshal(a); err != nil {
				t.Errorf("no number: %v", err)
			}
			if a.Strain < 0 || a.Strain > 100 || a.Source.Pattern < 0 || a.Source.Pattern > 1 {
				t.Errorf("strain %v, source %+v", a.Strain, a.Source)
			}
		})
	}
	if _, given := reasonOf(Assess(History{Entries: []rapport.Entry{told, entry(90, rapport.Intrusion, 3)},
		Circumstances: []rapport.Circumstance{{Entry: told.ID}}}, today), ReasonHardshipBefore); given {
		t.Error("a hardship with no first day explains what came before it was told")
	}
}

func TestCurrenciesAreNeverAddedUp(t *testing.T) {
	var h History
	for i, currency := range []rapport.Currency{"EUR", "USD", "TRY"} {
		v := bill(i, 100, [2]int{10, 105})
		v.Amount.Currency = currency
		h.Invoices = append(h.Invoices, v)
	}
	if got := len(ShareOf(h, today).Received); got != 3 {
		t.Errorf("received in %d currencies, want 3", got)
	}
	one := History{Invoices: h.Invoices[:1]}
	dear := one
	dear.Invoices = slices.Clone(one.Invoices)
	dear.Invoices[0].Amount.Currency = "JPY"
	if diff := cmp.Diff(Assess(one, today).Source, Assess(dear, today).Source); diff != "" {
		t.Errorf("the currency changes where the trouble comes from: %s", diff)
	}
}

func TestAVeryLongHistoryNamesFewOfItsRecords(t *testing.T) {
	h := long(50000, 5000)
	h.Others = Others{Clients: 9, Friction: map[string]int{ReasonIntrusion: 8}}
	a := Assess(h, today)
	if len(a.Reasons) == 0 {
		t.Error("fifty thousand entries give no reason")
	}
	for _, why := range a.Reasons {
		if len(why.Entries) > namedAtMost || len(why.Invoices) > namedAtMost {
			t.Errorf("%s names %d entries and %d invoices", why.Code, len(why.Entries), len(why.Invoices))
		}
	}
}
