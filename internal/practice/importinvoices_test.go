package practice_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

func TestInvoicesOfAFile(t *testing.T) {
	for name, c := range map[string]struct {
		rows                    string
		brings, clashes, paidUp int // paidUp in minor units, of what invoice 7 of Acme has received
		already                 int
	}{
		"known word for word":             {"Acme,7,2026-05-01,2026-05-15,100,EUR,40,2026-05-20\n", 0, 0, 40_00, 1},
		"without the payment":             {"Acme,7,2026-05-01,2026-05-15,100,EUR,,\n", 0, 0, 40_00, 1},
		"one payment more":                {"Acme,7,2026-05-01,2026-05-15,100,EUR,40,2026-05-20\nAcme,7,2026-05-01,2026-05-15,100,EUR,60,2026-06-01\n", 1, 0, 100_00, 0},
		"the same amount on one day more": {"Acme,7,2026-05-01,2026-05-15,100,EUR,40,2026-05-20\nAcme,7,2026-05-01,2026-05-15,100,EUR,40,2026-05-20\n", 1, 0, 80_00, 0},
		"another amount":                  {"Acme,7,2026-05-01,2026-05-15,120,EUR,,\n", 0, 1, 40_00, 0},
		"another currency":                {"Acme,7,2026-05-01,2026-05-15,100,USD,,\n", 0, 1, 40_00, 0},
		"another day":                     {"Acme,7,2026-05-01,2026-05-16,100,EUR,,\n", 0, 1, 40_00, 0},
		"paid more than it came to":       {"Acme,7,2026-05-01,2026-05-15,100,EUR,100,2026-06-01\n", 0, 1, 40_00, 0},
		"another number":                  {"Acme,8,2026-05-01,2026-05-15,100,EUR,,\n", 1, 0, 40_00, 0},
		"the number of another client":    {"Birch,7,2026-05-01,2026-05-15,100,EUR,,\n", 1, 0, 40_00, 0},
	} {
		t.Run(name, func(t *testing.T) {
			o := open(t)
			acme := o.client("Acme")
			_, err := o.AddInvoice(t.Context(), rapport.Invoice{Client: acme.ID, Number: "7",
				Issued: rapport.NewDate(2026, 5, 1), Due: rapport.NewDate(2026, 5, 15), Amount: rapport.Money{Minor: 100_00, Currency: "EUR"},
				Payments: []rapport.Payment{{ID: rapport.NewID(), On: rapport.NewDate(2026, 5, 20), Amount: 40_00}}})
			if err != nil {
				t.Fatal(err)
			}
			done := o.bring(o.plan(invoiceHead + c.rows))
			if done.Invoices != c.brings || done.Clashes != c.clashes || done.Already != c.already {
				t.Errorf("imported %+v", done)
			}
			v := o.file(acme).History.Invoices[0]
			if got := v.Amount.Minor - v.OpenOn(monday).Minor; got != int64(c.paidUp) {
				t.Errorf("%d came in", got)
			}
		})
	}
}

func TestADisputeTheBookDoesNotKnowIsTold(t *testing.T) {
	o := open(t)
	o.bring(o.plan(invoiceHead + "Acme,7,2026-05-01,2026-05-15,100,EUR,,\n"))
	disputed := strings.Replace(invoiceHead, "paid,paid_on", "disputed", 1) + "Acme,7,2026-05-01,2026-05-15,100,EUR,yes\n"
	if plan := o.plan(disputed); len(plan.Clashes) != 1 || plan.Clashes[0] != (practice.Clash{File: "file1.csv", Line: 2, Client: "Acme", Number: "7"}) {
		t.Errorf("clashes %+v", plan.Clashes)
	}
}

func TestTwoFilesMayTellOfOneInvoice(t *testing.T) {
	for name, known := range map[string]bool{"a new one": false, "one of the book": true} {
		t.Run(name, func(t *testing.T) {
			o := open(t)
			acme := o.client("Acme")
			if known {
				o.bring(o.plan(invoiceHead + "Acme,7,2026-05-01,2026-05-15,100,EUR,,\n"))
			}
			plan := o.plan(
				invoiceHead+"Acme,7,2026-05-01,2026-05-15,100,EUR,30,2026-05-20\n",
				invoiceHead+"Acmee,7,2026-05-01,2026-05-15,100,EUR,50,2026-05-21\n",
				invoiceHead+"Acme,7,2026-05-01,2026-05-15,100,EUR,30,2026-06-20\n")
			if err := o.Same(t.Context(), plan, "Acmee", acme.ID); err != nil {
				t.Fatal(err)
			}
			if _, invoices := plan.Count(); invoices != 1 || len(plan.Clashes) != 1 || plan.Clashes[0].File != "file3.csv" {
				t.Errorf("%d invoices, clashes %+v", invoices, plan.Clashes)
			}
			o.bring(plan)
			if all := o.file(acme).History.Invoices; len(all) != 1 || all[0].OpenOn(monday).Minor != 20_00 {
				t.Errorf("the book holds %+v", all)
			}
		})
	}
}

func TestHoursNobodyKnewYetAreTakenOver(t *testing.T) {
	const head = "client,number,issued,due,amount,currency,hours\n"
	o := open(t)
	acme := o.client("Acme")
	o.bring(o.plan(head + "Acme,1,2026-05-01,2026-05-15,100,EUR,\nAcme,2,2026-05-01,2026-05-15,100,EUR,3\n"))
	plan := o.plan(head + "Acme,1,2026-05-01,2026-05-15,100,EUR,2.5\nAcme,2,2026-05-01,2026-05-15,100,EUR,4\n")
	if len(plan.Clashes) != 1 || plan.Clashes[0].Number != "2" {
		t.Errorf("other hours than are known: %+v", plan.Clashes)
	}
	o.bring(plan)
	for _, v := range o.file(acme).History.Invoices {
		if want := map[string]int{"1": 150, "2": 180}[v.Number]; v.Minutes != want {
			t.Errorf("invoice %s has %d minutes, want %d", v.Number, v.Minutes, want)
		}
	}
	if again := o.plan(head + "Acme,1,2026-05-01,2026-05-15,100,EUR,\n"); again.Already != 1 {
		t.Errorf("a file without hours denies them: %+v", again)
	}
}

func TestMoneyGivenIsThatOfTheClient(t *testing.T) {
	const head = "client,date,kind,given\n"
	o := open(t)
	acme := o.client("Acme") // counts in euros
	plan := o.plan(head+"Acme,2026-06-20,remedy,40.50\nAcme,2026-06-21,remedy,5 GBP\nAcme,2026-06-22,remedy,0.125\n"+
		"Kobo,2026-06-20,remedy,900\nNippon,2026-06-20,remedy,800 JPY\n",
		invoiceHead+"Kobo,1,2026-05-01,2026-05-15,5000,JPY,,\n")
	var codes []string
	for _, f := range plan.Files[0].Faults {
		codes = append(codes, f.Problem.Code)
	}
	if diff := cmp.Diff([]string{"amount_currency", "amount_form"}, codes); diff != "" || plan.Faults() != 2 {
		t.Errorf("refused rows: %s", diff)
	}
	if _, err := o.Import(t.Context(), plan, true); err != nil {
		t.Fatal(err)
	}
	given := func(c rapport.Client) int64 { return o.file(c).History.Entries[0].Cost.Given }
	if got := o.file(acme).History.Entries; len(got) != 1 || given(acme) != 4050 {
		t.Errorf("Acme was given %+v", got)
	}
	clients, err := o.Clients(t.Context(), true)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range clients {
		if want := map[string]int64{"Kobo": 900, "Nippon": 800}[c.Name]; want > 0 && (given(c) != want || c.Terms.Currency != "JPY") {
			t.Errorf("%s was given %d %s", c.Name, given(c), c.Terms.Currency)
		}
	}
}

// Between a look at a file and its import the client may have come to count in
// another currency. A row that no longer fits is not left out in silence.
func TestARowThatHasBecomeBadStopsAnImportThatWasToSkipNone(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	plan := o.plan("client,date,kind,given\nAcme,2026-06-20,remedy,40 EUR\nAcme,2026-06-21,praise,\n")
	if plan.Faults() != 0 {
		t.Fatalf("refused beforehand: %+v", plan.Files[0].Faults)
	}
	acme.Terms.Currency = "GBP"
	if err := o.EditClient(t.Context(), acme); err != nil {
		t.Fatal(err)
	}
	if _, err := o.Import(t.Context(), plan, false); !errors.Is(err, practice.ErrBadRows) {
		t.Errorf("imported without a word: %v", err)
	}
	if got := o.file(acme).History.Entries; len(got) != 0 {
		t.Errorf("and stored %+v", got)
	}
	if done, err := o.Import(t.Context(), plan, true); err != nil || done.Bad != 1 || done.Entries != 1 {
		t.Errorf("skipping it: %+v, %v", done, err)
	}
}

func TestTheCurrencyStaysWhileMoneyGivenIsCountedInIt(t *testing.T) {
	o := open(t)
	acme := o.client("Acme") // counts in euros
	e := o.log(acme, 3, rapport.Remedy, 3)
	other := acme
	other.Terms.Currency = "JPY"
	if err := o.EditClient(t.Context(), other); err != nil {
		t.Fatalf("with nothing given: %v", err)
	}
	if err := o.EditClient(t.Context(), acme); err != nil {
		t.Fatal(err)
	}
	e.Cost.Given = 40_00
	if err := o.EditEntry(t.Context(), e); err != nil {
		t.Fatal(err)
	}
	if err := o.EditClient(t.Context(), other); !errors.Is(err, rapport.ErrCurrencyHeld) {
		t.Errorf("forty euros become four thousand yen: %v", err)
	}
	acme.Name = "Acme and Sons"
	if err := o.EditClient(t.Context(), acme); err != nil {
		t.Errorf("another name: %v", err)
	}
	if err := o.TrashEntry(t.Context(), e.ID); err != nil {
		t.Fatal(err)
	}
	if err := o.EditClient(t.Context(), other); err != nil {
		t.Errorf("once it is gone: %v", err)
	}
}
