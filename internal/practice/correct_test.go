package practice_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// undo takes the last deed back and returns it.
func (o *office) undo() practice.Change {
	o.t.Helper()
	change, err := o.Undo(o.t.Context())
	if err != nil {
		o.t.Fatal(err)
	}
	return change
}

func TestAHardshipAndItsDaysAreOneDeed(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	flood := rapport.Circumstance{Start: monday - 20, Review: monday + 30}
	e, err := o.LogHardship(t.Context(), rapport.Entry{Client: acme.ID, On: monday, Kind: rapport.Hardship, Severity: 3}, flood)
	if err != nil {
		t.Fatal(err)
	}
	flood.Entry = e.ID
	if got := o.file(acme).History.Circumstances; !cmp.Equal(got, []rapport.Circumstance{flood}) {
		t.Errorf("logged with %+v, want %+v", got, flood)
	}

	edited, longer := e, rapport.Circumstance{Start: monday - 25, Review: monday + 90}
	edited.Note = "the whole ground floor"
	if err := o.EditHardship(t.Context(), edited, longer); err != nil {
		t.Fatal(err)
	}
	longer.Entry = e.ID
	if got := o.file(acme).History; !cmp.Equal(got.Circumstances, []rapport.Circumstance{longer}) || got.Entries[0].Note != edited.Note {
		t.Errorf("edited to %+v and %+v", got.Entries, got.Circumstances)
	}

	if deed := o.undo().Deed; deed != practice.DeedEditEntry {
		t.Errorf("%s was taken back", deed)
	}
	if got := o.file(acme).History; !cmp.Equal(got.Circumstances, []rapport.Circumstance{flood}) || got.Entries[0].Note != "" {
		t.Errorf("one undo left %+v and %+v", got.Entries, got.Circumstances)
	}
	if deed := o.undo().Deed; deed != practice.DeedLog {
		t.Errorf("%s was taken back", deed)
	}
	if got := o.file(acme).History; len(got.Entries)+len(got.Circumstances) != 0 {
		t.Errorf("one undo left %+v and %+v", got.Entries, got.Circumstances)
	}
}

func TestAHardshipThatCannotBeStoredLeavesNothing(t *testing.T) {
	cases := map[string]struct {
		kind rapport.Kind
		days rapport.Circumstance
		want error
	}{
		"looked at before it began": {rapport.Hardship, rapport.Circumstance{Start: monday, Review: monday - 1}, rapport.ErrReviewBefore},
		"begun in the future":       {rapport.Hardship, rapport.Circumstance{Start: monday + 1, Review: monday + 1}, rapport.ErrDateFuture},
		"no hardship at all":        {rapport.Complaint, rapport.Circumstance{Start: monday, Review: monday}, rapport.ErrKindUnknown},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			o := open(t)
			acme := o.client("Acme")
			e := rapport.Entry{Client: acme.ID, On: monday, Kind: c.kind, Severity: 3}
			if _, err := o.LogHardship(t.Context(), e, c.days); !errors.Is(err, c.want) {
				t.Errorf("logged: %v, want %v", err, c.want)
			}
			if n := len(o.file(acme).History.Entries); n != 0 {
				t.Errorf("%d entries were stored", n)
			}
			e = o.log(acme, 0, c.kind, 3)
			e.Note = "changed"
			if err := o.EditHardship(t.Context(), e, c.days); !errors.Is(err, c.want) {
				t.Errorf("edited: %v, want %v", err, c.want)
			}
			if note := o.file(acme).History.Entries[0].Note; note != "" {
				t.Errorf("the note is %q", note)
			}
		})
	}
}

func TestADeletedInvoiceIsNotJudgedAndComesBackWithItsPayments(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	v, err := o.AddInvoice(t.Context(), rapport.Invoice{Client: acme.ID, Number: "7", Issued: monday - 90, Due: monday - 60,
		Amount: rapport.Money{Minor: 100_00, Currency: "EUR"}})
	if err != nil {
		t.Fatal(err)
	}
	if err := o.Pay(t.Context(), v.ID, rapport.Payment{On: monday - 5, Amount: 40_00}); err != nil {
		t.Fatal(err)
	}
	before := o.file(acme)
	if before.Standing.Assessment.Strain == 0 {
		t.Fatal("an invoice long overdue is no strain")
	}
	if err := o.DeleteInvoice(t.Context(), v.ID); err != nil {
		t.Fatal(err)
	}
	if after := o.file(acme); len(after.History.Invoices) != 0 || after.Standing.Assessment.Strain != 0 {
		t.Errorf("deleted, but %+v strains by %.1f", after.History.Invoices, after.Standing.Assessment.Strain)
	}
	if err := o.DeleteInvoice(t.Context(), v.ID); !errors.Is(err, rapport.ErrNotFound) {
		t.Errorf("deleted twice: %v", err)
	}
	if change := o.undo(); change.Deed != practice.DeedDeleteInvoice || change.Subject != "Acme" {
		t.Errorf("taken back: %+v", change)
	}
	if diff := cmp.Diff(before, o.file(acme)); diff != "" {
		t.Errorf("undo brought another file back:\n%s", diff)
	}
}

func TestAnInvoiceAddedAgainIsStoredOnce(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	v := rapport.Invoice{ID: rapport.NewID(), Client: acme.ID, Number: "7", Issued: monday, Amount: rapport.Money{Minor: 1, Currency: "EUR"}}
	for range 2 {
		if _, err := o.AddInvoice(t.Context(), v); err != nil {
			t.Fatal(err)
		}
	}
	if n := len(o.file(acme).History.Invoices); n != 1 {
		t.Errorf("stored %d times", n)
	}
}

func TestAnObligationIsCorrectedAndOpenedAgain(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	owed, err := o.Owe(t.Context(), rapport.Obligation{Client: acme.ID, Side: rapport.Ours, What: "source files"})
	if err != nil {
		t.Fatal(err)
	}
	if err := o.Meet(t.Context(), owed.ID); err != nil {
		t.Fatal(err)
	}
	met := o.file(acme).History.Obligations[0]
	want := met
	want.Side, want.What, want.Due, want.Met = rapport.Theirs, "the brief", monday+7, 0
	if err := o.EditObligation(t.Context(), want); err != nil {
		t.Fatal(err)
	}
	if file := o.file(acme); !cmp.Equal(file.History.Obligations, []rapport.Obligation{want}) || file.Standing.Open != 1 {
		t.Errorf("corrected to %+v, %d open", file.History.Obligations, file.Standing.Open)
	}
	if change := o.undo(); change.Deed != practice.DeedEditObligation || change.Subject != "Acme" {
		t.Errorf("taken back: %+v", change)
	}
	if got := o.file(acme).History.Obligations; !cmp.Equal(got, []rapport.Obligation{met}) {
		t.Errorf("undo left %+v", got)
	}
	want.What = " "
	if err := o.EditObligation(t.Context(), want); err == nil {
		t.Error("nothing is owed, and it was stored")
	}
}
