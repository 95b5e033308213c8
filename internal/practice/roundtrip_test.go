package practice_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/intake"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

func TestExportedAndReadInAgainIsTheSameBook(t *testing.T) {
	first, second := open(t).Practice, open(t).Practice
	rapid.Check(t, func(t *rapid.T) {
		defer empty(t, first)
		defer empty(t, second)
		furnish(t, first)
		journal, err := export(t.Context(), first, intake.JournalCSV)
		if err != nil {
			t.Fatal(err)
		}
		invoices, err := export(t.Context(), first, intake.InvoiceCSV)
		if err != nil {
			t.Fatal(err)
		}
		bring(t, second, journal, invoices)
		if diff := cmp.Diff(records(t, first), records(t, second), asStored...); diff != "" {
			t.Fatalf("another book came out:\n%s\n%s\n%s", diff, journal, invoices)
		}
		for _, p := range []*practice.Practice{first, second} {
			if again := bring(t, p, journal, invoices); again.Entries+again.Invoices+again.Clients+again.Clashes > 0 {
				t.Fatalf("read in once more it brought %+v:\n%s\n%s", again, journal, invoices)
			}
		}
	})
}

// empty takes everything back that was done to a book: making a new one for every
// run of a property takes longer.
func empty(t *rapid.T, p *practice.Practice) {
	for {
		_, err := p.Undo(t.Context())
		if errors.Is(err, book.ErrNothingToUndo) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if clients, err := p.Clients(t.Context(), true); err != nil || len(clients) > 0 {
		t.Fatalf("everything was taken back, but %v is left, %v", clients, err)
	}
}

// furnish fills a book with a few clients, alike enough to be mixed up.
func furnish(t *rapid.T, p *practice.Practice) {
	names := rapid.SliceOfNDistinct(rapid.SampledFrom([]string{
		"Müller", "Mueller", "MULLER", "Acme", "Acme Ltd", "=Acme", "'Acme", " Acme", "Işık", "O'Neil", "O’Neil", "Café, \"x\"",
	}), 1, 4, book.NameKey).Draw(t, "names")
	for n, name := range names {
		c, err := p.AddClient(t.Context(), rapport.Client{Name: name, State: rapport.Active, Archived: n == 3,
			Terms: rapport.Terms{Currency: rapid.SampledFrom([]rapport.Currency{"EUR", "JPY"}).Draw(t, "counted in")}})
		if err != nil {
			t.Fatal(err)
		}
		for range rapid.IntRange(1, 4).Draw(t, "entries") {
			if _, err := p.Log(t.Context(), anyEntry(t, c.ID)); err != nil {
				t.Fatal(err)
			}
		}
		for i := range rapid.IntRange(0, 2).Draw(t, "invoices") {
			if _, err := p.AddInvoice(t.Context(), anyInvoice(t, c.ID, fmt.Sprint(n, "-", i))); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func anyEntry(t *rapid.T, client rapport.ID) rapport.Entry {
	e := rapport.Entry{Client: client, On: monday.AddDays(-rapid.IntRange(0, 2).Draw(t, "ago")),
		Kind:     rapid.SampledFrom([]rapport.Kind{rapport.Complaint, rapport.Demand, rapport.Hardship, rapport.Note}).Draw(t, "kind"),
		Severity: rapid.IntRange(1, 2).Draw(t, "severity"),
		Channel:  rapid.SampledFrom([]rapport.Channel{"", rapport.ByMail}).Draw(t, "channel"),
		Note:     rapid.SampledFrom([]string{"", "=1+1", "two\nlines", "a;b,\"c\""}).Draw(t, "note"),
		Cost:     rapport.Cost{Minutes: rapid.IntRange(0, 1).Draw(t, "minutes")}}
	if rapid.Bool().Draw(t, "rated") {
		e.Cost.Energy, e.Cost.Anger = rapport.Rated(0), rapport.Rated(10)
	}
	e.Cost.Given = rapid.SampledFrom([]int64{0, 0, 5, 123_45}).Draw(t, "given")
	if e.Kind == rapport.Complaint {
		e.Justified = rapid.SampledFrom([]rapport.Justified{"", rapport.JustifiedNo}).Draw(t, "justified")
	}
	return e
}

func anyInvoice(t *rapid.T, client rapport.ID, number string) rapport.Invoice {
	v := rapport.Invoice{Client: client, Number: number, Issued: monday - 60, Due: monday - 30,
		Amount:   rapport.Money{Minor: rapid.Int64Range(1, 1000).Draw(t, "amount"), Currency: rapid.SampledFrom([]rapport.Currency{"EUR", "JPY", "KWD"}).Draw(t, "currency")},
		Disputed: rapid.Bool().Draw(t, "disputed"), Minutes: rapid.SampledFrom([]int{0, 1, 95, 600}).Draw(t, "worked")}
	for left, days := v.Amount.Minor, 0; left > 0 && rapid.Bool().Draw(t, "pays"); days++ {
		part := rapid.Int64Range(1, left).Draw(t, "part")
		left -= part
		v.Payments = append(v.Payments, rapport.Payment{ID: rapport.NewID(), On: monday.AddDays(days/2 - 59), Amount: part})
	}
	return v
}

// bring imports texts, every near name being a client of its own.
func bring(t *rapid.T, p *practice.Practice, texts ...string) practice.Imported {
	var files []intake.File
	for _, text := range texts {
		file, err := intake.Read("in.csv", []byte(text), intake.ReadOptions{Today: monday})
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	plan, err := p.Plan(t.Context(), files...)
	if err != nil {
		t.Fatal(err)
	}
	done, err := p.Import(t.Context(), plan, false)
	if err != nil {
		t.Fatal(err)
	}
	return done
}

// records is what a book knows of its clients, by name and without the ids.
func records(t *rapid.T, p *practice.Practice) map[string][]string {
	known := map[string][]string{}
	clients, err := p.Clients(t.Context(), true)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range clients {
		file, err := p.Client(t.Context(), c.ID)
		if err != nil {
			t.Fatal(err)
		}
		told := map[rapport.ID]rapport.Circumstance{}
		for _, h := range file.History.Circumstances {
			told[h.Entry] = h
		}
		rows, _, err := p.Journal(t.Context(), book.Filter{Client: c.ID})
		if err != nil {
			t.Fatal(err)
		}
		var lines []string
		for _, row := range rows {
			e, h := row.Entry, told[row.Entry.ID]
			lines = append(lines, fmt.Sprintf("%s %s %d %q %q %q %d %d %q %q %q %s %s", e.On, e.Kind, e.Severity, e.Justified, e.Scope, e.Channel,
				e.Cost.Minutes, e.Cost.Given, e.Cost.Energy, e.Cost.Anger, e.Note, h.Start, h.Review))
		}
		for _, v := range file.History.Invoices {
			line := fmt.Sprintf("%s %s %s %s %s %v %d", v.Number, v.Issued, v.Due, v.Amount.Decimal(), v.Amount.Currency, v.Disputed, v.Minutes)
			for _, pay := range v.Payments {
				line += fmt.Sprintf(" %s %d", pay.On, pay.Amount)
			}
			lines = append(lines, line)
		}
		known[c.Name] = lines
	}
	return known
}
