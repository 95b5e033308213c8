package demo

import (
	"context"
	"fmt"
	"iter"

	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Fill stores the sample practice, worded by the speaker, in one transaction, and
// then what its owner set (personal limits, what an hour is to bring, whom to turn
// to) and a guide laid aside. It is meant for a new book: where a client of one of its
// names exists already it fails with [rapport.ErrNameTaken] and stores nothing.
func Fill(ctx context.Context, p *practice.Practice, s *present.Speaker) error {
	st := store{practice: p, speaker: s, today: p.Today()}
	stories := Stories(st.today, st.text)
	err := st.add(ctx, stories)
	if err == nil {
		err = st.layAside(ctx, stories)
	}
	if err == nil {
		err = st.settle(ctx)
	}
	if err == nil {
		err = p.Reassess(ctx, nil)
	}
	if err != nil {
		return fmt.Errorf("filling the sample: %w", err)
	}
	return nil
}

// Progress hears how much of a large practice is stored, after every few thousand
// entries. It is judged once all of it is there.
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
	if err := st.practice.Reassess(ctx, nil); err != nil {
		return fmt.Errorf("judging a large practice: %w", err)
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

// add stores the stories in one transaction. It bypasses the deeds, which would
// judge each client beside the few that are there already: everybody is judged at
// the end, beside all the others. The step is final: undoing one's first try must
// not empty the sample.
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
	err = each(err, s.Decisions, tx.AddDecision)
	err = each(err, s.Answers, tx.AddAnswer)
	return follow(tx, err, s.Way)
}

// follow stores what is under way with a client.
func follow(tx *book.Tx, err error, w rapport.Way) error {
	err = each(err, w.Promises, tx.AddPromise)
	err = each(err, some(w.Sheet), tx.PutSheet)
	err = each(err, w.Surprises, tx.AddSurprise)
	err = each(err, w.Flags, tx.AddFlag)
	err = each(err, w.Letters, func(l rapport.Letter) error {
		if l.Draft() {
			return tx.PutDraft(l)
		}
		return tx.SendLetter(l)
	})
	err = each(err, w.Threats, tx.AddThreat)
	return each(err, some(w.EndPlan), tx.AddEnding)
}

// some is what a pointer points to, or nothing.
func some[T any](record *T) []T {
	if record == nil {
		return nil
	}
	return []T{*record}
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
