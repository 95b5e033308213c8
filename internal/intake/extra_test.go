package intake_test

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rapport-desktop/rapport/internal/intake"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

func TestHoursAreReadToTheMinute(t *testing.T) {
	for cell, want := range map[string]int{
		"": 0, "0": 0, "1": 60, "1.5": 90, "1.58": 95, "0.02": 1, ".5": 30, "2.": 120, "8784": 366 * 24 * 60, " 7.25 ": 435,
	} {
		file := read(t, "client,number,issued,due,amount,currency,hours\nAcme,1,2026-05-01,2026-05-15,100,EUR,"+cell+"\n")
		if len(file.Faults) > 0 || file.Invoices[0].Invoice.Minutes != want {
			t.Errorf("%q hours: %+v, faults %v, want %d minutes", cell, file.Invoices, faults(file), want)
		}
	}
	for _, cell := range []string{"-1", "1h", "\"1,5\"", "1e3", "inf", "0x2", ".", "8784.1", "1.5.2", "+2"} {
		file := read(t, "client,number,issued,due,amount,currency,hours\nAcme,1,2026-05-01,2026-05-15,100,EUR,"+cell+"\n")
		if diff := cmp.Diff([]string{"2:7 hours csv_hours"}, faults(file)); diff != "" || len(file.Invoices) > 0 {
			t.Errorf("%q hours: %s", cell, diff)
		}
	}
}

func TestRowsOfOneInvoiceAgreeOnItsHours(t *testing.T) {
	file := read(t, "client,number,issued,due,amount,currency,paid,paid_on,hours\n"+
		"Acme,7,2026-05-01,2026-05-15,100,EUR,10,2026-06-01,2\n"+
		"Acme,7,2026-05-01,2026-05-15,100,EUR,10,2026-06-02,2.5\n")
	if diff := cmp.Diff([]string{"2:0  csv_invoice_row", "3:9 hours csv_invoice_differs"}, faults(file)); diff != "" {
		t.Error(diff)
	}
}

func TestWhatWasGivenWaitsForTheCurrencyOfItsClient(t *testing.T) {
	file := read(t, "client,date,kind,given\nAcme,2026-06-29,remedy,40.50\nAcme,2026-06-29,remedy,\nAcme,2026-06-29,remedy,0.00\n")
	if len(file.Faults) > 0 || len(file.Entries) != 3 {
		t.Fatalf("faults %v, entries %+v", faults(file), file.Entries)
	}
	for currency, want := range map[rapport.Currency]int64{"EUR": 4050, "KWD": 40500} {
		e, err := file.Entries[0].In(currency)
		if err != nil || e.Cost.Given != want {
			t.Errorf("in %s: %d given, %v", currency, e.Cost.Given, err)
		}
	}
	if _, err := file.Entries[0].In("JPY"); !errors.Is(err, rapport.ErrAmount) {
		t.Errorf("half a yen: %v", err)
	}
	named := read(t, "client,date,kind,given\nAcme,2026-06-29,remedy,40.50 eur\n").Entries[0]
	if e, err := named.In("EUR"); err != nil || e.Cost.Given != 4050 || named.GivenIn() != "EUR" {
		t.Errorf("%+v: %d given, %v", named, e.Cost.Given, err)
	}
	if _, err := named.In("KWD"); !errors.Is(err, rapport.ErrAmountCurrency) {
		t.Errorf("euros given to somebody who reckons in dinars: %v", err)
	}
	for _, row := range file.Entries[1:] {
		if e, err := row.In("JPY"); err != nil || e.Cost.Given != 0 {
			t.Errorf("nothing given: %d, %v", e.Cost.Given, err)
		}
	}
	for cell, want := range map[string]string{
		"-5": "2:4 given amount_negative", "five": "2:4 given amount_form", "\"1.234,56\"": "2:4 given amount_form",
		"1.2345": "2:4 given amount_form", "5 euros": "2:4 given currency_unknown", "5.5 JPY": "2:4 given amount_form",
	} {
		file := read(t, "client,date,kind,given\nAcme,2026-06-29,remedy,"+cell+"\n")
		if diff := cmp.Diff([]string{want}, faults(file)); diff != "" {
			t.Errorf("%q given: %s", cell, diff)
		}
	}
}

func TestAnExportAlwaysHasEveryColumn(t *testing.T) {
	var journal, invoices bytes.Buffer
	err := errors.Join(intake.WriteEntries(&journal, slices.Values([]intake.EntryRow(nil))),
		intake.WriteInvoices(&invoices, slices.Values([]intake.InvoiceRow(nil))))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := strings.TrimSpace(journal.String()), "client,date,kind,severity,justified,scope,minutes,energy,note,channel,anger,start,review,given"; got != want {
		t.Errorf("a journal begins with %s", got)
	}
	if got, want := strings.TrimSpace(invoices.String()), "client,number,issued,due,amount,currency,paid,paid_on,disputed,hours"; got != want {
		t.Errorf("an invoice file begins with %s", got)
	}
}
