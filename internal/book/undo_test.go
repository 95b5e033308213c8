package book

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// deeds plays random deeds on a book, knowing what is in it.
type deeds struct {
	t           *rapid.T
	b           *Book
	clients     []rapport.Client
	entries     []rapport.Entry
	invoices    []rapport.Invoice
	obligations []rapport.Obligation
	decisions   []rapport.Decision
}

func pick[T any](t *rapid.T, from []T) *T {
	return &from[rapid.IntRange(0, len(from)-1).Draw(t, "which")]
}

// one plays one deed; a deed without anything to work on adds a client.
func (d *deeds) one() error {
	deed := rapid.IntRange(0, 18).Draw(d.t, "deed")
	return d.b.Write(context.Background(), Step{Name: fmt.Sprint("deed ", deed)}, func(tx *Tx) error {
		switch {
		case deed == 0 || len(d.clients) == 0:
			c := client("Client " + rapport.NewID().String())
			d.clients = append(d.clients, c)
			return tx.AddClient(c)
		case deed == 1:
			c := pick(d.t, d.clients)
			c.Limits.Minutes++
			c.Archived, c.Tags = !c.Archived, append(slices.Clone(c.Tags), rapid.StringMatching(`[a-zü"\\']{1,9}`).Draw(d.t, "tag"))
			return tx.SetClient(*c)
		case deed == 2:
			return d.invoice(tx)
		case deed == 3:
			o := rapport.Obligation{ID: rapport.NewID(), Client: pick(d.t, d.clients).ID, Side: rapport.Theirs, What: "a file"}
			d.obligations = append(d.obligations, o)
			return tx.AddObligation(o)
		case deed == 4 && len(d.obligations) > 0:
			o := pick(d.t, d.obligations)
			o.Met = today
			return tx.SetObligation(*o)
		case deed == 5:
			decision := rapport.Decision{ID: rapport.NewID(), Client: pick(d.t, d.clients).ID, On: today,
				Offered: rapport.End, Chosen: rapport.Trial, Why: "a reason", Again: today.AddDays(28)}
			d.decisions = append(d.decisions, decision)
			return tx.AddDecision(decision)
		case deed == 10 && len(d.decisions) > 0:
			decision := pick(d.t, d.decisions)
			decision.Outcome, decision.Judged = rapport.Right, today.AddDays(100)
			return tx.SetDecision(*decision)
		case deed == 11:
			return tx.AddAnswer(d.answer())
		case deed > 12:
			return d.way(tx, deed)
		default:
			return d.entry(tx, deed)
		}
	})
}

// answer is one about an entry, or about a client where there is none yet.
func (d *deeds) answer() rapport.Answer {
	if len(d.entries) == 0 {
		return rapport.Answer{ID: rapport.NewID(), Client: pick(d.t, d.clients).ID, On: today, Question: "told_them", Given: "no"}
	}
	e := pick(d.t, d.entries)
	return rapport.Answer{ID: rapport.NewID(), Client: e.Client, On: today, Question: "was_it_fair", Given: "dont_know", About: e.ID}
}

func (d *deeds) entry(tx *Tx, deed int) error {
	if deed < 8 || len(d.entries) == 0 {
		e := entry(*pick(d.t, d.clients), rapid.IntRange(0, 400).Draw(d.t, "days ago"), rapport.Hardship)
		e.Note = rapid.StringMatching(`[^\x00]{0,20}`).Draw(d.t, "note")
		d.entries = append(d.entries, e)
		return firstError(tx.AddEntry(e),
			tx.SetCircumstance(rapport.Circumstance{Entry: e.ID, Start: e.On, Review: e.On.AddDays(91)}))
	}
	e := pick(d.t, d.entries)
	if deed == 8 {
		return firstError(tx.TrashEntry(e.ID), tx.RestoreEntry(e.ID), tx.TrashEntry(e.ID))
	}
	e.Client, e.On, e.Cost.Given = pick(d.t, d.clients).ID, e.On-1, e.Cost.Given+5
	e.Kind = rapid.SampledFrom([]rapport.Kind{rapport.Hardship, rapport.Note, rapport.Threat}).Draw(d.t, "kind")
	return tx.SetEntry(*e)
}

func (d *deeds) invoice(tx *Tx) error {
	if len(d.invoices) == 0 || rapid.Bool().Draw(d.t, "new invoice") {
		v := invoice(*pick(d.t, d.clients), rapport.NewID().String(), 5, 900)
		d.invoices = append(d.invoices, v)
		return tx.AddInvoice(v)
	}
	v := pick(d.t, d.invoices)
	v.Minutes += 30
	if rapid.IntRange(0, 3).Draw(d.t, "delete") == 0 {
		id := v.ID
		d.invoices = slices.DeleteFunc(d.invoices, func(v rapport.Invoice) bool { return v.ID == id })
		return tx.DeleteInvoice(id)
	}
	if len(v.Payments) > 0 {
		v.Payments, v.Amount.Minor = nil, v.Amount.Minor-10
		return tx.SetInvoice(*v)
	}
	v.Payments = []rapport.Payment{{ID: rapport.NewID(), On: today, Amount: 5}}
	return tx.AddPayment(v.ID, v.Payments[0])
}

// quickBooks returns a maker of empty books that do not wait for the disk.
func quickBooks(t *testing.T) func(*rapid.T) *Book {
	folder := t.TempDir()
	fresh, err := Create(t.Context(), filepath.Join(folder, "fresh"), options())
	if err := errors.Join(err, fresh.Close()); err != nil {
		t.Fatal(err)
	}
	image, round := fileBytes(t, fresh.Path()), 0
	return func(rt *rapid.T) *Book {
		round++
		path := filepath.Join(folder, fmt.Sprint(round))
		if err := os.WriteFile(path, image, 0o600); err != nil {
			rt.Fatal(err)
		}
		b, err := Open(context.Background(), path, options())
		if err != nil {
			rt.Fatal(err)
		}
		w := <-b.writer
		defer func() { b.writer <- w }()
		if err := w.script(context.Background(), "PRAGMA synchronous = OFF"); err != nil {
			rt.Fatal(err)
		}
		return b
	}
}

// Whatever was done can be undone to the state before and redone to the state
// after, in any mixture.
func TestUndoneDeedsLeaveNoTraceAndRedoneOnesAll(t *testing.T) {
	next := quickBooks(t)
	rapid.Check(t, func(rt *rapid.T) {
		b := next(rt)
		defer b.Close()
		d := &deeds{t: rt, b: b}
		states := [][]string{dumpRecord(t, b)}
		for range rapid.IntRange(1, 8).Draw(rt, "deeds") {
			if err := d.one(); err != nil {
				rt.Fatalf("a deed: %v", err)
			}
			// A deed may leave everything as it was; such a one is no step.
			if now := dumpRecord(t, b); !slices.Equal(now, states[len(states)-1]) {
				states = append(states, now)
			} else if undo, _, _ := b.Steps(context.Background()); len(undo) >= len(states) {
				states = append(states, now)
			}
		}
		// All the way back, all the way forth, and then about.
		for at, turns := len(states)-1, 3*len(states); turns > 0; turns-- {
			back := turns > 2*len(states) || turns <= len(states) && rapid.Bool().Draw(rt, "back")
			to, err := at+1, error(nil)
			if back {
				to = at - 1
				_, err = b.Undo(context.Background(), nil)
			} else {
				_, err = b.Redo(context.Background(), nil)
			}
			if to < 0 || to == len(states) {
				if !errors.Is(err, ErrNothingToUndo) && !errors.Is(err, ErrNothingToRedo) {
					rt.Fatalf("past the end: %v", err)
				}
				continue
			}
			if err != nil {
				rt.Fatalf("turning from %d to %d: %v", at, to, err)
			}
			at = to
			if diff := cmp.Diff(states[at], dumpRecord(t, b)); diff != "" {
				rt.Fatalf("state %d differs (-want +got):\n%s", at, diff)
			}
		}
	})
}

func TestANewDeedEndsWhatCouldBeRedone(t *testing.T) {
	b := emptyBook(t)
	for n := range 3 {
		write(t, b, fmt.Sprint(n), func(tx *Tx) error { return tx.AddClient(client(fmt.Sprint("Client ", n))) })
	}
	for range 2 {
		if _, err := b.Undo(t.Context(), nil); err != nil {
			t.Fatal(err)
		}
	}
	write(t, b, "new", func(tx *Tx) error { return tx.AddClient(client("New")) })
	undo, redo, err := b.Steps(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "undo", names(undo), []string{"new", "0"})
	equal(t, "redo", names(redo), []string(nil))
	_, err = b.Redo(t.Context(), nil)
	wantProblem(t, err, ErrNothingToRedo)
}

func TestFiftyStepsCanBeUndoneAndNoMore(t *testing.T) {
	b := emptyBook(t)
	c := client("Acme")
	write(t, b, "client.add", func(tx *Tx) error { return tx.AddClient(c) })
	for n := range maxUndo + 5 {
		write(t, b, "log", func(tx *Tx) error { return tx.AddEntry(entry(c, n, rapport.Praise)) })
	}
	undone := 0
	for {
		if _, err := b.Undo(t.Context(), nil); err != nil {
			wantProblem(t, err, ErrNothingToUndo)
			break
		}
		undone++
	}
	undo, redo, err := b.Steps(t.Context())
	if err != nil || undone != maxUndo || len(undo) != 0 || len(redo) != maxUndo {
		t.Errorf("%d steps undone; then %d to undo, %d to redo (%v)", undone, len(undo), len(redo), err)
	}
}

func TestTheHistoryOfARecordTellsWhatItWasAndBecame(t *testing.T) {
	b := emptyBook(t)
	c := client("Acme")
	e := entry(c, 1, rapport.Demand)
	write(t, b, "client.add", func(tx *Tx) error { return tx.AddClient(c) })
	write(t, b, "log", func(tx *Tx) error { return tx.AddEntry(e) })
	e.Note = "second thoughts"
	write(t, b, "entry.edit", func(tx *Tx) error { return tx.SetEntry(e) })
	write(t, b, "entry.edit", func(tx *Tx) error { return tx.SetEntry(e) }) // nothing new: no step, no change
	if _, err := b.Undo(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	changes := reading(t, b, func(tx *Tx) ([]Change, error) { return tx.Changes(e.ID) })
	var told []string
	for _, ch := range changes {
		told = append(told, fmt.Sprintf("%s %v: %v -> %v", ch.Step.Name, ch.Undo, ch.Before["note"], ch.After["note"]))
	}
	equal(t, "history", told, []string{
		"log false: <nil> -> demand, 1 days ago",
		"entry.edit false: demand, 1 days ago -> second thoughts",
		"entry.edit true: second thoughts -> demand, 1 days ago",
	})
}

func TestWhatFailsAfterAnUndoUndoesTheUndo(t *testing.T) {
	b := emptyBook(t)
	c := client("Acme")
	write(t, b, "client.add", func(tx *Tx) error { return tx.AddClient(c) })
	e := entry(c, 1, rapport.Praise)
	write(t, b, "log", func(tx *Tx) error { return tx.AddEntry(e) })
	broken := errors.New("no assessment")
	_, err := b.Undo(t.Context(), func(*Tx, []rapport.ID) error { return broken })
	wantError(t, err, broken)
	if got := reading(t, b, func(tx *Tx) (rapport.Entry, error) { return tx.Entry(e.ID) }); got != e {
		t.Errorf("the entry is %v", got)
	}
}
