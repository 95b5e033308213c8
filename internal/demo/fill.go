package demo

import (
	"context"
	"fmt"
	"iter"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Fill stores the sample practice, worded by the speaker, in one transaction. It
// is meant for a new book: where a client of one of its names exists already it
// fails with [rapport.ErrNameTaken] and stores nothing.
func Fill(ctx context.Context, p *practice.Practice, s *present.Speaker) error {
	st := store{practice: p, speaker: s, today: p.Today()}
	if err := st.add(ctx, Stories(st.today, st.text)); err != nil {
		return fmt.Errorf("filling the sample: %w", err)
	}
	return nil
}

// Progress hears how much of a large practice is stored and judged, after every
// few thousand entries.
type Progress func(done, all Size)

// Large stores a practice of the given size in a new book. It goes in chunks, so
// that memory stays small; when it is cancelled or fails, whole clients are
// stored, and the book is best thrown away. progress may be nil.
func Large(ctx context.Context, p *practice.Practice, s *present.Speaker, size Size, progress Progress) error {
	st := store{practice: p, speaker: s, today: p.Today()}
	done := Size{Seed: size.Seed}
	for chunk := range chunks(Population(st.today, size, st.text)) {
		if err := st.add(ctx, chunk); err != nil {
			return fmt.Errorf("filling a large practice: %w", err)
		}
		for _, story := range chunk {
			done.Clients++
			done.Entries += len(story.Entries)
		}
		if progress != nil {
			progress(done, size)
		}
	}
	return nil
}

// chunks gathers stories for one transaction each. A chunk is good until the next.
func chunks(stories iter.Seq[Story]) iter.Seq[[]Story] {
	return func(yield func([]Story) bool) {
		var chunk []Story
		size := 0
		for s := range stories {
			chunk = append(chunk, s)
			if size += 1 + len(s.Entries); size < chunkEntries {
				continue
			}
			if !yield(chunk) {
				return
			}
			clear(chunk)
			chunk, size = chunk[:0], 0
		}
		if len(chunk) > 0 {
			yield(chunk)
		}
	}
}

// chunkEntries is about how many entries go into one transaction: so many that the
// pages each of them rewrites anyway do not count, so few that they fit memory.
const chunkEntries = 10_000

// store writes stories into a book.
type store struct {
	practice *practice.Practice
	speaker  *present.Speaker
	today    rapport.Date
}

func (st store) text(key string) string { return st.speaker.T(key) }

// add stores and judges the stories in one transaction. It bypasses the deeds,
// which would read every history back to judge it, but stores nothing without
// its assessment either. The step is final: undoing one's first try must not empty
// the sample. Nobody is told, for the book is not on a screen yet.
func (st store) add(ctx context.Context, stories []Story) error {
	step := book.Step{Name: string(practice.DeedImport), Subject: st.text("demo.subject"), Final: true}
	return st.practice.Book().Write(ctx, step, func(tx *book.Tx) error {
		for _, s := range stories {
			if err := st.story(tx, s); err != nil {
				return fmt.Errorf("%s: %w", s.Client.Name, err)
			}
		}
		return nil
	})
}

func (st store) story(tx *book.Tx, s Story) error {
	if err := tx.AddClient(s.Client); err != nil {
		return err
	}
	err := each(nil, s.Entries, tx.AddEntry)
	err = each(err, s.Circumstances, tx.SetCircumstance)
	err = each(err, s.Invoices, tx.AddInvoice)
	err = each(err, s.Obligations, tx.AddObligation)
	err = each(err, s.Promises, tx.AddPromise)
	err = each(err, s.Decisions, tx.AddDecision)
	if err != nil {
		return err
	}
	return tx.PutStanding(s.Client.ID, assess.Assess(s.History, st.today))
}

// each stores the records one after another, unless something went wrong before.
func each[T any](err error, records []T, add func(T) error) error {
	for _, r := range records {
		if err != nil {
			break
		}
		err = add(r)
	}
	return err
}
