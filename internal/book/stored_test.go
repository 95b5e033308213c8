package book

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

var update = flag.Bool("update", false, "write the stored book of the current schema version anew")

// storedBook is where the book of a schema version lies, with its dump beside it.
func storedBook(version int) string {
	return filepath.Join("testdata", fmt.Sprintf("v%d.rapport", version))
}

// TestStoredBooksOfEveryVersionOpen opens a book as each released schema wrote
// it. The files are made once with -update and never again: a change to an old
// schema shows here as a book that cannot be read any more.
func TestStoredBooksOfEveryVersionOpen(t *testing.T) {
	if *update {
		storeBook(t)
	}
	for version := 1; version <= standard().version(); version++ {
		t.Run(fmt.Sprint("version ", version), func(t *testing.T) {
			path := bookPath(t)
			if err := os.WriteFile(path, fileBytes(t, storedBook(version)), 0o600); err != nil {
				t.Fatal(err)
			}
			b, err := Open(t.Context(), path, options())
			if err != nil {
				t.Fatal(err)
			}
			defer b.Close()
			var want []string
			if err := json.Unmarshal(fileBytes(t, storedBook(version)+".json"), &want); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, append(dumpVersion(t, b, version), dumpWritten(t, b, version)...)); diff != "" {
				t.Errorf("the record differs (-want +got):\n%s", diff)
			}
			report, err := b.Inspect(t.Context())
			if err != nil || !report.Sound() {
				t.Errorf("after opening: %+v, %v", report, err)
			}
			turned := 0 // its steps can still be undone
			for _, err := b.Undo(t.Context(), nil); err == nil; _, err = b.Undo(t.Context(), nil) {
				turned++
			}
			if left := dumpRecord(t, b); turned == 0 || len(left) > 0 {
				t.Errorf("%d steps undone, still there: %v", turned, left)
			}
		})
	}
}

// TestTheSchemaIsTheOneThatWasReleased holds a new book against the stored one:
// the file schema/000N.sql of a released version must not be edited.
func TestTheSchemaIsTheOneThatWasReleased(t *testing.T) {
	schema := func(b *Book) []string {
		return reading(t, b, func(tx *Tx) ([]string, error) {
			r, err := tx.c.query(tx.ctx, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name")
			return list(r, err, func(r *rows) string { return r.text(0) })
		})
	}
	path := bookPath(t)
	if err := os.WriteFile(path, fileBytes(t, storedBook(standard().version())), 0o600); err != nil {
		t.Fatal(err)
	}
	stored, err := Open(t.Context(), path, options())
	if err != nil {
		t.Fatal(err)
	}
	defer stored.Close()
	if diff := cmp.Diff(schema(stored), schema(emptyBook(t))); diff != "" {
		t.Errorf("the schema changed without a new version (-stored +new):\n%s", diff)
	}
}

// storeBook writes the book of the current version, with odd data in every table
// and the same identifiers each time.
func storeBook(t *testing.T) {
	t.Helper()
	path := storedBook(standard().version())
	_ = os.Remove(path)
	b, err := Create(t.Context(), path, options())
	if err != nil {
		t.Fatal(err)
	}
	for i, step := range append(oddSteps(), oddWay) {
		if err := b.Write(t.Context(), Step{Name: fmt.Sprint("step", i), Subject: "Işık"}, step); err != nil {
			t.Fatal(err)
		}
	}
	write(t, b, "", func(tx *Tx) error {
		clients, err := tx.Clients()
		if err == nil {
			err = oddWriting(tx, clients[0])
		}
		return firstError(err, tx.PutStanding(clients[0].ID, assess.Assessment{On: today, Verdict: rapport.Keep}, sampleShare(7)), tx.SetSetting("language", "tr"))
	})
	dump, err := json.MarshalIndent(dumpAll(t, b), "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	_ = os.Remove(path + ".lock")
	if err := os.WriteFile(path+".json", append(dump, '\n'), 0o644); err != nil {
		t.Fatal(err)
	}
}

// oddSteps fills every table with what is allowed but unusual.
func oddSteps() []func(*Tx) error {
	n := byte(0)
	id := func() rapport.ID {
		n++
		return uuid.UUID{0x01, 0x97, 0, 0, 0, n, 0x70, 0, 0x80, 0, 0, 0, 0, 0, 0, n}
	}
	c := client("Işık & Söhne “Öl”")
	plain := rapport.Client{ID: id(), Name: "İstanbul 東京 👩‍🎨", Terms: rapport.Terms{Currency: "JPY"}, State: rapport.EndedState, Archived: true,
		Limits: rapport.Limits{Hostility: rapport.MaxHostility, Complexity: rapport.MaxComplexity, Minutes: rapport.MaxMinutes}}
	c.ID = id()
	hardship := entry(c, 40, rapport.Hardship)
	demand := entry(c, 0, rapport.Demand)
	trashed := entry(plain, 16000, rapport.Silence)
	demand.Scope, demand.Channel, demand.Note = rapport.ScopeBeyond, rapport.InPublic, "=1+1\r\n\ttabs, “quotes”, e\u0301, \U0001F4A5"
	demand.Cost = rapport.Cost{Minutes: rapport.MaxMinutes, Energy: rapport.Rated(0), Anger: rapport.Rated(10)}
	trashed.Cost.Given = 1
	demand.Source = rapport.Source{File: "alt & neu.csv", Row: 1 << 20}
	hardship.ID, demand.ID, trashed.ID = id(), id(), id()
	v := invoice(c, "2026/ä-1", 10, 1<<40)
	v.ID, v.Disputed, v.Minutes = id(), true, 366*24*60
	v.Payments = []rapport.Payment{{ID: id(), On: today, Amount: 1}, {ID: id(), On: today, Amount: 2}}
	return []func(*Tx) error{
		func(tx *Tx) error { return firstError(tx.AddClient(c), tx.AddClient(plain)) },
		func(tx *Tx) error {
			return firstError(tx.AddEntry(hardship), tx.AddEntry(demand), tx.AddEntry(trashed), tx.TrashEntry(trashed.ID))
		},
		func(tx *Tx) error {
			return tx.SetCircumstance(rapport.Circumstance{Entry: hardship.ID, Start: today.AddDays(-50), Review: rapport.MaxDate})
		},
		func(tx *Tx) error { return tx.AddInvoice(v) },
		func(tx *Tx) error {
			return firstError(
				tx.AddObligation(rapport.Obligation{ID: id(), Client: c.ID, Side: rapport.Ours, What: "a", Waived: today, Reason: "they’re even"}),
				tx.AddObligation(rapport.Obligation{ID: id(), Client: c.ID, Side: rapport.Theirs, What: "b", Due: rapport.MinDate}),
				tx.AddPromise(rapport.Promise{ID: id(), Client: c.ID, What: "c", Given: today, By: today, Kept: today}),
				tx.AddDecision(rapport.Decision{ID: id(), Client: c.ID, On: today, Offered: rapport.Safety, Chosen: rapport.Mend, Why: "line\nline"}))
		},
		func(tx *Tx) error {
			d := rapport.Decision{ID: id(), Client: plain.ID, On: today.AddDays(-100), Offered: rapport.Trial, Chosen: rapport.Trial, Again: rapport.MaxDate}
			about := rapport.Answer{ID: id(), Client: c.ID, On: today, Question: "was_it_fair", Given: "no", About: hardship.ID}
			return firstError(tx.AddDecision(d), tx.AddAnswer(about),
				tx.AddAnswer(rapport.Answer{ID: id(), Client: plain.ID, On: today, Question: "not known yet", Given: "ışık"}))
		},
		func(tx *Tx) error {
			decisions, err := tx.DecisionsOf(plain.ID)
			if err != nil {
				return err
			}
			decisions[0].Outcome, decisions[0].Judged = rapport.Unsure, today
			v.Minutes, hardship.Cost.Given = 0, 1<<40
			return firstError(tx.SetDecision(decisions[0]), tx.SetInvoice(v), tx.SetEntry(hardship))
		},
	}
}
