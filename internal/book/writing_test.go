package book

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

func lettersOf(t *testing.T, b *Book, c rapport.Client) []rapport.Letter {
	t.Helper()
	return reading(t, b, func(tx *Tx) ([]rapport.Letter, error) { return tx.LettersOf(c.ID) })
}

func TestDraftsAndRunsNeedNoStepAndMakeNone(t *testing.T) {
	b, c := acme(t)
	l := draft(c)
	run := rapport.Run{ID: rapport.NewID(), Client: c.ID, Guide: "firm_no", Started: today, Touched: today}
	for n := range 5 {
		l.Body, run.Step = fmt.Sprint("words ", n), fmt.Sprint("step", n)
		write(t, b, "", func(tx *Tx) error { return firstError(tx.PutDraft(l), tx.PutRun(run)) })
	}
	read(t, b, func(tx *Tx) error {
		drafts, err := tx.Drafts()
		equal(t, "drafts", drafts, []rapport.Letter{l})
		runs, errRuns := tx.OpenRuns()
		equal(t, "runs", runs, []rapport.Run{run})
		return firstError(err, errRuns)
	})
	undo, _, err := b.Steps(t.Context())
	if err != nil || len(undo) != 1 {
		t.Errorf("typing made steps: %v, %v", names(undo), err)
	}
	write(t, b, "", func(tx *Tx) error { return tx.DropDraft(l.ID) })
	if left := lettersOf(t, b, c); len(left) > 0 {
		t.Errorf("dropped, and still there: %v", left)
	}
}

func TestASentLetterNeverChanges(t *testing.T) {
	b, c := acme(t)
	l := draft(c)
	sent := sentOn(l, today)
	write(t, b, "", func(tx *Tx) error { return tx.PutDraft(l) })
	write(t, b, "letter.send", func(tx *Tx) error { return tx.SendLetter(sent) })
	write(t, b, "letter.send", func(tx *Tx) error { return tx.SendLetter(sent) }) // tried again
	equal(t, "letters", lettersOf(t, b, c), []rapport.Letter{sent})
	for _, change := range []func(*Tx) error{
		func(tx *Tx) error { return tx.PutDraft(l) },
		func(tx *Tx) error { return tx.PutDraft(sent) },
		func(tx *Tx) error { return tx.DropDraft(l.ID) },
	} {
		wantProblem(t, raw(t, b, change), rapport.ErrLetterSent)
	}
	if err := raw(t, b, func(tx *Tx) error { return tx.exec("UPDATE letters SET body = 'other'") }); err == nil {
		t.Error("the file itself let a sent letter be changed")
	}
	other := sent
	other.Body = "other"
	wantError(t, raw(t, b, func(tx *Tx) error { return tx.SendLetter(other) }), ErrConflict)
	wantProblem(t, raw(t, b, func(tx *Tx) error { return tx.SendLetter(draft(c)) }), rapport.ErrDateMissing)
}

func TestUndoingTheSendingBringsTheDraftBack(t *testing.T) {
	b, c := acme(t)
	l := draft(c)
	sent := sentOn(l, today)
	write(t, b, "", func(tx *Tx) error { return tx.PutDraft(l) })
	write(t, b, "letter.send", func(tx *Tx) error { return tx.SendLetter(sent) })
	for _, turn := range []struct {
		name string
		do   func() error
		want rapport.Letter
	}{
		{"undone", func() error { return second(b.Undo(t.Context(), nil)) }, l},
		{"redone", func() error { return second(b.Redo(t.Context(), nil)) }, sent},
		{"undone again", func() error { return second(b.Undo(t.Context(), nil)) }, l},
	} {
		if err := turn.do(); err != nil {
			t.Fatal(err)
		}
		equal(t, turn.name, lettersOf(t, b, c), []rapport.Letter{turn.want})
	}
}

// A client that was undone into nothing takes no draft along as long as it can come
// back, and every draft once it cannot.
func TestDraftsOutliveTheirClientAsLongAsRedoCanBringItBack(t *testing.T) {
	b, c := acme(t)
	l := draft(c)
	run := rapport.Run{ID: rapport.NewID(), Client: c.ID, Guide: "firm_no", Started: today, Touched: today}
	write(t, b, "", func(tx *Tx) error { return firstError(tx.PutDraft(l), tx.PutRun(run)) })
	written := dumpWritten(t, b, standard().version())
	undo := func() {
		if _, err := b.Undo(t.Context(), nil); err != nil {
			t.Fatal(err)
		}
	}
	undo()
	read(t, b, func(tx *Tx) error {
		drafts, err := tx.Drafts()
		runs, errRuns := tx.OpenRuns()
		if len(drafts)+len(runs) > 0 {
			t.Errorf("listed without their client: %v, %v", drafts, runs)
		}
		return firstError(err, errRuns)
	})
	if _, err := b.Redo(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	if got := dumpWritten(t, b, standard().version()); !slices.Equal(got, written) {
		t.Errorf("after the client came back: %v", got)
	}
	undo()
	write(t, b, "client.add", func(tx *Tx) error { return tx.AddClient(client("Another")) })
	if got := dumpWritten(t, b, standard().version()); len(got) > 0 {
		t.Errorf("left behind: %v", got)
	}
}

func TestAGuideIsNotBegunBesideItself(t *testing.T) {
	b, c := acme(t)
	run := rapport.Run{ID: rapport.NewID(), Client: c.ID, Guide: "firm_no", Started: today, Touched: today}
	twin := run
	twin.ID = rapport.NewID()
	write(t, b, "", func(tx *Tx) error { return tx.PutRun(run) })
	if err := raw(t, b, func(tx *Tx) error { return tx.PutRun(twin) }); err == nil {
		t.Error("two of one guide are under way")
	}
	run.Done = today
	write(t, b, "", func(tx *Tx) error { return firstError(tx.PutRun(run), tx.PutRun(twin)) })
	open := reading(t, b, func(tx *Tx) (*rapport.Run, error) { return tx.OpenRun(c.ID, "firm_no") })
	if open == nil || open.ID != twin.ID {
		t.Errorf("under way is %v", open)
	}
}

// Hardships are few and entries many: the list of today must not walk those.
func TestReviewsAreFoundWithoutWalkingTheEntries(t *testing.T) {
	b := emptyBook(t)
	read(t, b, func(tx *Tx) error {
		r, err := tx.c.query(tx.ctx, "EXPLAIN QUERY PLAN "+reviewQuery, today, today)
		steps, err := list(r, err, func(r *rows) string { return r.text(3) })
		if plan := strings.Join(steps, "\n"); err != nil || strings.Contains(plan, "SCAN e") || !strings.Contains(plan, "SEARCH e") {
			t.Errorf("%v:\n%s", err, plan)
		}
		return nil
	})
}

func TestWhatIsDueIsReadForEverybodyAtOnce(t *testing.T) {
	b, c := acme(t)
	away := client("Away")
	away.Archived = true
	paid, open, late, theirs := invoice(c, "1", 5, 100), invoice(c, "2", 0, 100), invoice(c, "3", 5, 100), invoice(away, "1", 5, 100)
	paid.Payments = []rapport.Payment{{ID: rapport.NewID(), On: today, Amount: 100}}
	late.Payments = []rapport.Payment{{ID: rapport.NewID(), On: today, Amount: 99}}
	soon := rapport.Promise{ID: rapport.NewID(), Client: c.ID, What: "soon", Given: today, By: today + 1}
	later := rapport.Promise{ID: rapport.NewID(), Client: away.ID, What: "later", Given: today, By: today + 9}
	kept := rapport.Promise{ID: rapport.NewID(), Client: c.ID, What: "kept", Given: today, By: today, Kept: today}
	hard, trashed := entry(c, 30, rapport.Hardship), entry(c, 30, rapport.Hardship)
	review := rapport.Circumstance{Entry: hard.ID, Start: hard.On, Review: today}
	early := rapport.Surprise{ID: rapport.NewID(), Client: c.ID, On: today - 9, Clause: rapport.ClauseReach}
	newer := rapport.Surprise{ID: rapport.NewID(), Client: away.ID, On: today, Clause: rapport.ClauseNotice}
	write(t, b, "all", func(tx *Tx) error {
		return firstError(tx.AddClient(away), tx.AddSurprise(newer), tx.AddSurprise(early), tx.AddInvoice(paid), tx.AddInvoice(open), tx.AddInvoice(late), tx.AddInvoice(theirs),
			tx.AddPromise(later), tx.AddPromise(soon), tx.AddPromise(kept), tx.AddEntry(hard), tx.AddEntry(trashed),
			tx.SetCircumstance(review), tx.SetCircumstance(rapport.Circumstance{Entry: trashed.ID, Start: hard.On, Review: today}),
			tx.TrashEntry(trashed.ID))
	})
	read(t, b, func(tx *Tx) error {
		due, err := tx.DueInvoices(today)
		equal(t, "due invoices", due, []rapport.Invoice{late})
		promises, errPromises := tx.OpenPromises()
		equal(t, "open promises", promises, []rapport.Promise{soon, later})
		before, errBefore := tx.ReviewsBetween(today-9, today-1)
		equal(t, "reviews before", before, []rapport.Circumstance(nil))
		now, errNow := tx.ReviewsBetween(today, today)
		equal(t, "reviews today", now, []rapport.Circumstance{review})
		surprises, errSurprises := tx.Surprises(today-9, today)
		equal(t, "surprises", surprises, []rapport.Surprise{early, newer})
		none, errNone := tx.Surprises(today-8, today-1)
		equal(t, "surprises between", none, []rapport.Surprise(nil))
		return firstError(err, errPromises, errBefore, errNow, errSurprises, errNone)
	})
}
