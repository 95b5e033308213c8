package book

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

var today = rapport.NewDate(2026, time.June, 30)

// clock ticks a second each time it is asked.
func clock() func() time.Time {
	t := time.Date(2026, time.June, 30, 9, 0, 0, 0, time.UTC)
	return func() time.Time {
		t = t.Add(time.Second)
		return t
	}
}

func options() Options { return Options{Now: clock()} }

func bookPath(t testing.TB) string { return filepath.Join(t.TempDir(), "practice.rapport") }

// newBook makes an empty book that is closed when the test ends.
func emptyBook(t testing.TB) *Book {
	t.Helper()
	b, err := Create(t.Context(), bookPath(t), options())
	if err != nil {
		t.Fatalf("creating a book: %v", err)
	}
	t.Cleanup(func() {
		if err := b.Close(); err != nil {
			t.Errorf("closing the book: %v", err)
		}
	})
	return b
}

// write runs fn as one step and fails the test when it fails.
func write(t testing.TB, b *Book, name string, fn func(*Tx) error) {
	t.Helper()
	if err := b.Write(context.Background(), Step{Name: name}, fn); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

// read runs fn on the book and fails the test when it fails.
func read(t testing.TB, b *Book, fn func(*Tx) error) {
	t.Helper()
	if err := b.Read(context.Background(), fn); err != nil {
		t.Fatalf("reading: %v", err)
	}
}

// reading returns one thing read from the book.
func reading[T any](t testing.TB, b *Book, fn func(*Tx) (T, error)) (value T) {
	t.Helper()
	read(t, b, func(tx *Tx) (err error) {
		value, err = fn(tx)
		return err
	})
	return value
}

func client(name string) rapport.Client {
	return rapport.Client{
		ID: rapport.NewID(), Name: name, Organisation: name + " Ltd",
		Reach: rapport.Reach{Emails: []string{"office@example.org", "büro@example.org"}, Phone: "+49 30 1", Language: "de"},
		Terms: rapport.Terms{Currency: "EUR", HourlyRate: 9000, PaymentDays: 14, NoticeDays: 30},
		State: rapport.Active, Since: today.AddDays(-400), Tags: []string{"web", "\"quoted\""},
		Limits: rapport.Limits{Hostility: 4, Minutes: 180},
	}
}

func entry(c rapport.Client, daysAgo int, kind rapport.Kind) rapport.Entry {
	return rapport.Entry{
		ID: rapport.NewID(), Client: c.ID, On: today.AddDays(-daysAgo), Kind: kind,
		Severity: rapport.DefaultSeverity, Note: fmt.Sprintf("%s, %d days ago", kind, daysAgo),
	}
}

func invoice(c rapport.Client, number string, dueDaysAgo int, minor int64) rapport.Invoice {
	return rapport.Invoice{
		ID: rapport.NewID(), Client: c.ID, Number: number, Issued: today.AddDays(-dueDaysAgo - 14),
		Due: today.AddDays(-dueDaysAgo), Amount: rapport.Money{Minor: minor, Currency: "EUR"},
	}
}

func equal(t testing.TB, what string, got, want any) {
	t.Helper()
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(rapport.Rating{})); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

func TestARecordComesBackAsItWasWritten(t *testing.T) {
	b := emptyBook(t)
	c := client("Harbour Studio")
	complaint := entry(c, 3, rapport.Complaint)
	complaint.Justified, complaint.Channel, complaint.Severity = rapport.JustifiedPartly, rapport.ByPhone, 4
	complaint.Cost = rapport.Cost{Minutes: 20, Given: 40_00, Energy: rapport.Rated(4), Anger: rapport.Rated(0)}
	complaint.Source = rapport.Source{File: "old.csv", Row: 17}
	hardship := entry(c, 30, rapport.Hardship)
	circumstance := rapport.Circumstance{Entry: hardship.ID, Start: today.AddDays(-40), Review: today.AddDays(50)}
	v := invoice(c, "2026-1", 10, 100_00)
	v.Minutes, v.Disputed, v.Source = 95, true, rapport.Source{File: "invoices.csv", Row: 2}
	v.Payments = []rapport.Payment{{ID: rapport.NewID(), On: today.AddDays(-12), Amount: 30_00}}
	o := rapport.Obligation{ID: rapport.NewID(), Client: c.ID, Side: rapport.Ours, What: "Hand over the files", Due: today.AddDays(5)}
	p := rapport.Promise{ID: rapport.NewID(), Client: c.ID, What: "An answer", Given: today, By: today.AddDays(2)}
	d := rapport.Decision{ID: rapport.NewID(), Client: c.ID, On: today, Offered: rapport.Trial, Chosen: rapport.Keep, Why: "They are new.",
		Again: today.AddDays(28), Outcome: rapport.Unsure, Judged: today.AddDays(90)}
	said := rapport.Answer{ID: rapport.NewID(), Client: c.ID, On: today, Question: "was_it_fair", Given: "no", About: complaint.ID}
	open := rapport.Answer{ID: rapport.NewID(), Client: c.ID, On: today, Question: "told_them", Given: "dont_know"}
	write(t, b, "log", func(tx *Tx) error {
		return firstError(
			tx.AddClient(c), tx.AddEntry(complaint), tx.AddEntry(hardship), tx.SetCircumstance(circumstance),
			tx.AddInvoice(v), tx.AddObligation(o), tx.AddPromise(p), tx.AddDecision(d),
			tx.AddAnswer(said), tx.AddAnswer(open))
	})

	want := assess.History{
		Client: c, Entries: []rapport.Entry{hardship, complaint},
		Circumstances: []rapport.Circumstance{circumstance}, Invoices: []rapport.Invoice{v},
		Obligations: []rapport.Obligation{o}, Decisions: []rapport.Decision{d}, Answers: []rapport.Answer{said, open},
	}
	equal(t, "history", reading(t, b, func(tx *Tx) (assess.History, error) { return tx.History(c.ID) }), want)
	equal(t, "promises", reading(t, b, func(tx *Tx) ([]rapport.Promise, error) { return tx.PromisesOf(c.ID) }), []rapport.Promise{p})
	read(t, b, func(tx *Tx) error {
		return tx.Histories(Sweep{Notes: true}, func(h assess.History) error {
			equal(t, "streamed history", h, want)
			return nil
		})
	})
}

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func TestAStoryOfOneClientIsUndoneAndRedone(t *testing.T) {
	b := emptyBook(t)
	c := client("Acme")
	e := entry(c, 1, rapport.Demand)
	e.Scope = rapport.ScopeBeyond
	v := invoice(c, "7", 20, 500_00)
	write(t, b, "client.add", func(tx *Tx) error { return tx.AddClient(c) })
	write(t, b, "log", func(tx *Tx) error { return tx.AddEntry(e) })
	write(t, b, "invoice.add", func(tx *Tx) error { return tx.AddInvoice(v) })
	pay := rapport.Payment{ID: rapport.NewID(), On: today, Amount: 200_00}
	write(t, b, "invoice.pay", func(tx *Tx) error { return tx.AddPayment(v.ID, pay) })
	changed := e
	changed.Note, changed.On = "rewritten", today
	write(t, b, "entry.edit", func(tx *Tx) error { return tx.SetEntry(changed) })
	write(t, b, "entry.trash", func(tx *Tx) error { return tx.TrashEntry(e.ID) })

	undo, redo, err := b.Steps(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "steps to undo", names(undo), []string{"entry.trash", "entry.edit", "invoice.pay", "invoice.add", "log", "client.add"})
	equal(t, "steps to redo", names(redo), []string(nil))

	var touched []rapport.ID
	after := func(_ *Tx, ids []rapport.ID) error { touched = ids; return nil }
	if step, err := b.Undo(t.Context(), after); err != nil || step.Name != "entry.trash" {
		t.Fatalf("undo: %v, %v", step, err)
	}
	equal(t, "clients touched", touched, []rapport.ID{c.ID})
	equal(t, "entry", reading(t, b, func(tx *Tx) ([]rapport.Entry, error) { return tx.EntriesOf(c.ID) }), []rapport.Entry{changed})
	for range 3 {
		if _, err := b.Undo(t.Context(), after); err != nil {
			t.Fatal(err)
		}
	}
	equal(t, "entries", reading(t, b, func(tx *Tx) ([]rapport.Entry, error) { return tx.EntriesOf(c.ID) }), []rapport.Entry{e})
	equal(t, "invoices", reading(t, b, func(tx *Tx) ([]rapport.Invoice, error) { return tx.InvoicesOf(c.ID) }), []rapport.Invoice(nil))
	if _, err := b.Redo(t.Context(), after); err != nil {
		t.Fatal(err)
	}
	equal(t, "invoices", reading(t, b, func(tx *Tx) ([]rapport.Invoice, error) { return tx.InvoicesOf(c.ID) }), []rapport.Invoice{v})
}

func names(steps []Step) (names []string) {
	for _, s := range steps {
		names = append(names, s.Name)
	}
	return names
}
