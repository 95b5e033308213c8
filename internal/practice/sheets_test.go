package practice_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

func TestASheetIsLoggedOnceItIsAgreedAndNotBefore(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	sheet := rapport.Sheet{Client: acme.ID, Clauses: map[rapport.Clause]string{rapport.ClauseProcess: "A call, a draft, two rounds."}}
	o.must(o.SetSheet(t.Context(), sheet))
	if got := o.file(acme); len(got.History.Entries) != 0 || len(got.Way.Sheet.Gaps()) != len(rapport.Clauses())-1 {
		t.Errorf("a draft: %+v, logged %v", got.Way.Sheet, o.kinds(acme))
	}
	sheet.Agreed = monday.AddDays(-2)
	o.must(o.SetSheet(t.Context(), sheet))
	sheet.Clauses[rapport.ClauseNotice] = "Four weeks, in writing."
	o.must(o.SetSheet(t.Context(), sheet)) // a word added to what was agreed is no second talk
	file := o.file(acme)
	if e := file.History.Entries; len(e) != 1 || e[0].Kind != rapport.Expectations || e[0].On != monday.AddDays(-2) {
		t.Errorf("logged %+v", e)
	}
	if s := file.Way.Sheet; s.Clauses[rapport.ClauseNotice] == "" || s.ID == (rapport.ID{}) {
		t.Errorf("the sheet is %+v", s)
	}
	sheet.Agreed = monday
	o.must(o.SetSheet(t.Context(), sheet))
	if n := len(o.kinds(acme)); n != 2 {
		t.Errorf("agreed anew, %d entries", n)
	}
}

func TestToDoWithoutASheetIsAChoiceThatIsRemembered(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	o.must(o.SetSheet(t.Context(), rapport.Sheet{Client: acme.ID, Skipped: monday}))
	if file := o.file(acme); file.Way.Sheet == nil || file.Way.Sheet.Skipped != monday || len(file.History.Entries) != 0 {
		t.Errorf("skipped: %+v", file.Way.Sheet)
	}
}

func TestASurpriseNamesAClauseAndMayNameAnEntryOfTheClient(t *testing.T) {
	o := open(t)
	acme, birch := o.client("Acme"), o.client("Birch")
	e := o.log(birch, 3, rapport.Complaint, 2)
	for name, s := range map[string]rapport.Surprise{
		"of no clause":              {Client: acme.ID, What: "they thought it would be ready"},
		"of another client's entry": {Client: acme.ID, Clause: rapport.ClauseByWhen, Entry: e.ID},
		"tomorrow":                  {Client: acme.ID, Clause: rapport.ClauseByWhen, On: monday.AddDays(1)},
	} {
		var problem *rapport.Problem
		if err := o.Surprised(t.Context(), s); !errors.As(err, &problem) {
			t.Errorf("a surprise %s: %v", name, err)
		}
	}
	o.must(o.Surprised(t.Context(), rapport.Surprise{Client: birch.ID, Clause: rapport.ClauseByWhen, What: "they thought it would be ready", Entry: e.ID}))
	if got := o.file(birch).Way.Surprises; len(got) != 1 || got[0].On != monday || got[0].Entry != e.ID {
		t.Errorf("noted: %+v", got)
	}
	if got := o.file(acme).Way.Surprises; len(got) != 0 {
		t.Errorf("the other client has %+v", got)
	}
}

func TestTheLedgerComparesTheTimeWithASheetAndWithout(t *testing.T) {
	o := open(t)
	acme, birch := o.client("Acme"), o.client("Birch") // Birch never had one
	for _, ago := range []int{90, 80, 70, 5} {
		o.log(acme, ago, rapport.Complaint, 2)
	}
	o.log(birch, 50, rapport.Complaint, 2)
	o.log(birch, 400, rapport.Complaint, 2)
	o.must(o.SetSheet(t.Context(), rapport.Sheet{Client: acme.ID, Agreed: monday.AddDays(-40)}))
	o.must(o.Surprised(t.Context(), rapport.Surprise{Client: birch.ID, On: monday.AddDays(-1), Clause: rapport.ClauseByWhen}))
	o.must(o.Surprised(t.Context(), rapport.Surprise{Client: birch.ID, On: monday.AddDays(-300), Clause: rapport.ClauseByWhen}))
	got, err := o.Ledger(t.Context(), monday.AddDays(-99), monday)
	o.must(err)
	want := practice.Ledger{
		With:      practice.SheetRecord{Clients: 1, Complaints: 1, Days: 41},
		Without:   practice.SheetRecord{Clients: 2, Complaints: 4, Days: 50 + 100},
		Surprises: []rapport.Surprise{{Client: birch.ID, On: monday.AddDays(-1), Clause: rapport.ClauseByWhen}},
	}
	if diff := cmp.Diff(want, got, cmpopts.IgnoreFields(rapport.Surprise{}, "ID")); diff != "" {
		t.Error(diff)
	}
	if a, b := got.With.PerYear(), got.Without.PerYear(); a < 8.9 || a > 8.92 || b < 9.73 || b > 9.75 || (practice.SheetRecord{}).PerYear() != 0 {
		t.Errorf("a year: %.3f with, %.3f without", a, b)
	}
}

func TestTheLedgerTellsWhatWaitingHasCost(t *testing.T) {
	o := open(t)
	acme, birch, cedar := o.client("Acme"), o.client("Birch"), o.client("Cedar")
	o.log(acme, 10, rapport.Threat, 5)
	o.log(birch, 30, rapport.Threat, 5)
	o.log(cedar, 30, rapport.Praise, 3)
	got, err := o.Ledger(t.Context(), monday.AddDays(-99), monday)
	o.must(err)
	if len(got.Waiting) != 2 || got.Waiting[0].Name != "Birch" || got.Waiting[0].Waiting.Days != 30 || got.Waiting[1].Client != acme.ID {
		t.Errorf("waiting: %+v", got.Waiting)
	}
}
