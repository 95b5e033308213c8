package intake_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rapport-desktop/rapport/internal/intake"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

const invoices = "client,number,issued,due,amount,currency,paid,paid_on\n"

func TestRowsOfOneNumberAreOneInvoice(t *testing.T) {
	file := read(t, invoices+
		"Acme,1,2026-05-01,2026-05-15,100.00,EUR,60,2026-06-02\n"+
		"Beta,1,2026-05-01,2026-05-15,80.5,usd,,\n"+
		"ACME,1,2026-05-01,2026-05-15,100,eur,40.00,2026-04-28\n"+
		"Beta,2,2026-05-01,2026-05-15,80,JPY,0,\n")
	want := []intake.InvoiceRow{
		{Client: "Acme", Lines: []int{2, 4}, Invoice: rapport.Invoice{
			Number: "1", Issued: rapport.NewDate(2026, 5, 1), Due: rapport.NewDate(2026, 5, 15),
			Amount: rapport.Money{Minor: 10000, Currency: "EUR"}, Source: rapport.Source{File: "in.csv", Row: 2},
			Payments: []rapport.Payment{{On: rapport.NewDate(2026, 4, 28), Amount: 4000}, {On: rapport.NewDate(2026, 6, 2), Amount: 6000}},
		}},
		{Client: "Beta", Lines: []int{3}, Invoice: rapport.Invoice{
			Number: "1", Issued: rapport.NewDate(2026, 5, 1), Due: rapport.NewDate(2026, 5, 15),
			Amount: rapport.Money{Minor: 8050, Currency: "USD"}, Source: rapport.Source{File: "in.csv", Row: 3},
		}},
		{Client: "Beta", Lines: []int{5}, Invoice: rapport.Invoice{
			Number: "2", Issued: rapport.NewDate(2026, 5, 1), Due: rapport.NewDate(2026, 5, 15),
			Amount: rapport.Money{Minor: 80, Currency: "JPY"}, Source: rapport.Source{File: "in.csv", Row: 5},
		}},
	}
	if diff := cmp.Diff(want, file.Invoices); diff != "" || len(file.Faults) > 0 || file.Format != intake.InvoiceCSV {
		t.Errorf("%s format %s, faults %v", diff, file.Format, faults(file))
	}
}

func TestWhatAnInvoiceRowIsRefusedFor(t *testing.T) {
	for row, want := range map[string]string{
		",7,2026-05-01,2026-05-15,100,EUR,,":                  "2:1 client text_empty",
		"Acme,,2026-05-01,2026-05-15,100,EUR,,":               "2:2 number text_empty",
		"Acme,7,,2026-05-15,100,EUR,,":                        "2:3 issued date_missing",
		"Acme,7,2026-07-01,2026-07-15,100,EUR,,":              "2:3 issued date_future",
		"Acme,7,2026-05-01,,100,EUR,,":                        "2:4 due date_missing",
		"Acme,7,2026-05-01,2026-04-30,100,EUR,,":              "2:4 due due_before_issued",
		"Acme,7,2026-05-01,2026-05-15,-100,EUR,,":             "2:5 amount amount_negative",
		"Acme,7,2026-05-01,2026-05-15,0,EUR,,":                "2:5 amount amount_negative",
		"Acme,7,2026-05-01,2026-05-15,\"1.234,56\",EUR,,":     "2:5 amount amount_form",
		"Acme,7,2026-05-01,2026-05-15,100.001,EUR,,":          "2:5 amount amount_form",
		"Acme,7,2026-05-01,2026-05-15,,EUR,,":                 "2:5 amount amount_form",
		"Acme,7,2026-05-01,2026-05-15,100,XYZ,,":              "2:6 currency currency_unknown",
		"Acme,7,2026-05-01,2026-05-15,100,€,50,2026-06-01":    "2:6 currency currency_unknown",
		"Acme,7,2026-05-01,2026-05-15,100,EUR,-5,2026-06-01":  "2:7 paid amount_negative",
		"Acme,7,2026-05-01,2026-05-15,100,EUR,0,2026-06-01":   "2:7 paid amount_negative",
		"Acme,7,2026-05-01,2026-05-15,100,EUR,yes,2026-06-01": "2:7 paid amount_form",
		"Acme,7,2026-05-01,2026-05-15,100,EUR,101,2026-06-01": "2:7 paid paid_too_much",
		"Acme,7,2026-05-01,2026-05-15,100,EUR,,2026-06-01":    "2:7 paid csv_paid_amount",
		"Acme,7,2026-05-01,2026-05-15,100,EUR,50,":            "2:8 paid_on csv_paid_day",
		"Acme,7,2026-05-01,2026-05-15,100,EUR,50,2026-07-01":  "2:8 paid_on date_future",
	} {
		file := read(t, invoices+row+"\nAcme,8,2026-05-01,2026-05-15,100,EUR,,\n")
		if got := faults(file); len(got) != 1 || got[0] != want {
			t.Errorf("%s: faults %v, want %s", row, got, want)
		}
		if len(file.Invoices) != 1 || file.Invoices[0].Invoice.Number != "8" {
			t.Errorf("%s: invoices %+v", row, file.Invoices)
		}
	}
}

func TestAnInvoiceIsWithheldWhenOneOfItsRowsIsFaulty(t *testing.T) {
	head := "Acme,7,2026-05-01,2026-05-15,100,EUR,10,2026-06-01\n"
	for row, want := range map[string]string{
		"Acme,7,2026-05-01,2026-05-15,120,EUR,10,2026-06-02\n": "3:5 amount csv_invoice_differs",
		"Acme,7,2026-05-01,2026-05-15,100,USD,10,2026-06-02\n": "3:6 currency csv_invoice_differs",
		"Acme,7,2026-05-02,2026-05-15,100,EUR,10,2026-06-02\n": "3:3 issued csv_invoice_differs",
		"Acme,7,2026-05-01,2026-05-16,100,EUR,10,2026-06-02\n": "3:4 due csv_invoice_differs",
		"Acme,7,2026-05-01,2026-05-15,100,EUR,10,2026-06-31\n": "3:8 paid_on date_form",
		"Acme,7,2026-05-01,2026-05-15,100,EUR,95,2026-06-02\n": "3:7 paid paid_too_much",
	} {
		file := read(t, invoices+head+row)
		if diff := cmp.Diff([]string{"2:0  csv_invoice_row", want}, faults(file)); diff != "" {
			t.Errorf("%s%s", row, diff)
		}
		if len(file.Invoices) != 0 || file.BadRows() != 2 {
			t.Errorf("%s: %d invoices, %d bad rows", row, len(file.Invoices), file.BadRows())
		}
	}
}

func TestADisputedInvoiceStaysDisputed(t *testing.T) {
	head := "client,number,issued,due,amount,currency,disputed\n"
	file := read(t, head+"Acme,7,2026-05-01,2026-05-15,100,EUR,yes\nAcme,8,2026-05-01,2026-05-15,100,EUR,\nAcme,9,2026-05-01,2026-05-15,100,EUR,perhaps\n")
	if len(file.Invoices) != 2 || !file.Invoices[0].Invoice.Disputed || file.Invoices[1].Invoice.Disputed {
		t.Errorf("invoices %+v", file.Invoices)
	}
	if diff := cmp.Diff([]string{"4:7 disputed csv_flag"}, faults(file)); diff != "" {
		t.Error(diff)
	}
}
