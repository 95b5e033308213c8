package practice

import (
	"context"
	"slices"

	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/guide"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// A guide under way and a letter not sent yet are drafts and no part of the record:
// they are stored at every pause in typing, judge nobody anew and are not among the
// deeds Undo takes back. What they bring about is.

// TakeUp takes up a guide with a client: the run under way, where it was left, or
// else a new one.
func (p *Practice) TakeUp(ctx context.Context, client rapport.ID, code string) (rapport.Run, error) {
	var run rapport.Run
	err := p.draft(ctx, DeedRun, client, func(tx *book.Tx) error {
		open, err := tx.OpenRun(client, code)
		if err != nil {
			return err
		}
		run = rapport.Run{ID: rapport.NewID(), Client: client, Guide: code, Started: p.today()}
		if open != nil {
			run = *open
		}
		run.Touched = p.today()
		if err := run.Check(p.today()); err != nil {
			return err
		}
		return tx.PutRun(run)
	})
	return run, err
}

// KeepRun stores how far the user is in a guide. With the day it was done it is over,
// and the guide can be taken up anew. What a choice says the client had expected
// otherwise is noted with it, as by [Practice.Surprised], and is a deed like any other.
func (p *Practice) KeepRun(ctx context.Context, r rapport.Run) error {
	r.Touched = p.today()
	if err := r.Check(p.today()); err != nil {
		return err
	}
	var before rapport.Run
	err := p.book.Read(ctx, func(tx *book.Tx) (err error) {
		before, err = runBefore(tx, r)
		return err
	})
	if err != nil {
		return err
	}
	if len(surprisesIn(before, r)) == 0 {
		return p.draft(ctx, DeedRun, r.Client, func(tx *book.Tx) error { return tx.PutRun(r) })
	}
	return p.doFor(ctx, DeedSurprise, r.Client, func(tx *book.Tx) error {
		before, err := runBefore(tx, r) // kept twice at once, it is noted once
		if err != nil {
			return err
		}
		for _, clause := range surprisesIn(before, r) {
			s := rapport.Surprise{ID: rapport.NewID(), Client: r.Client, On: p.today(), Clause: clause}
			if err := tx.AddSurprise(s); err != nil {
				return err
			}
		}
		return tx.PutRun(r)
	})
}

// runBefore returns a run as it was kept last; it stays with its client and its guide.
func runBefore(tx *book.Tx, r rapport.Run) (rapport.Run, error) {
	before, err := tx.Run(r.ID)
	if err == nil && (before.Client != r.Client || before.Guide != r.Guide) {
		err = rapport.Refuse(rapport.ErrNotFound, rapport.Args{"what": "run"})
	}
	return before, err
}

// surprisesIn returns the clauses that were chosen since a run was kept last, in steps
// whose choice is what the client had expected otherwise. Each step is counted once a
// run: who goes back and chooses differently corrects what was noted where it stands.
func surprisesIn(before, after rapport.Run) (clauses []rapport.Clause) {
	g, _ := present.Guides().Find(after.Guide)
	for _, step := range g.Steps {
		chosen := after.Kept[step.Code]
		if step.Surprise && slices.Contains(step.Items, chosen) && !slices.Contains(step.Items, before.Kept[step.Code]) {
			clauses = append(clauses, rapport.Clause(chosen))
		}
	}
	return clauses
}

// Runs returns the guides taken up with a client, done ones included.
func (p *Practice) Runs(ctx context.Context, client rapport.ID) (runs []rapport.Run, err error) {
	err = p.book.Read(ctx, func(tx *book.Tx) error {
		runs, err = tx.RunsOf(client)
		return err
	})
	return runs, err
}

// draft stores something of a client that is no part of the record.
func (p *Practice) draft(ctx context.Context, deed Deed, client rapport.ID, work func(*book.Tx) error) error {
	change := Change{Deed: deed}
	err := p.book.Write(ctx, book.Step{}, func(tx *book.Tx) error {
		change = Change{Deed: deed}
		if err := change.touch(tx, client); err != nil {
			return err
		}
		return work(tx)
	})
	if err != nil {
		return err
	}
	p.announce(change)
	return nil
}

// storyStep is the step of a guide in which the other side's story is written.
const storyStep = "story"

// storyOf returns the other side's story as it was last written in a guide, "" if it
// was in none. One from before the last ending was over is that ending's.
func storyOf(tx *book.Tx, client rapport.ID) (string, error) {
	runs, err := tx.RunsOf(client)
	if err != nil {
		return "", err
	}
	var latest rapport.Run
	if latest.Touched, err = lastOver(tx, client); err != nil {
		return "", err
	}
	for _, r := range runs {
		switch r.Kept[storyStep] {
		case "", guide.Done, guide.Skipped:
		default:
			if r.Touched >= latest.Touched {
				latest = r
			}
		}
	}
	return latest.Kept[storyStep], nil
}
