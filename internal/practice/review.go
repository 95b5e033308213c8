package practice

import (
	"context"
	"fmt"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Review returns every client that is not archived, judged for today. Standings
// made on another day are judged anew and stored first; in a book opened read
// only they are judged in passing and not stored.
func (p *Practice) Review(ctx context.Context) ([]assess.Standing, error) {
	today := p.today()
	if err := p.Reassess(ctx, nil); err != nil {
		return nil, err
	}
	var standings []assess.Standing
	err := p.book.Read(ctx, func(tx *book.Tx) error {
		var err error
		standings, err = tx.Standings(today, false)
		if err != nil {
			return err
		}
		return judgeStale(tx, standings, today)
	})
	return standings, err
}

// judgeStale fills in today's assessment where the stored one is of another day.
func judgeStale(tx *book.Tx, standings []assess.Standing, today rapport.Date) error {
	stale := map[rapport.ID]*assess.Standing{}
	for i := range standings {
		if standings[i].Assessment.On != today {
			stale[standings[i].Client.ID] = &standings[i]
		}
	}
	if len(stale) == 0 {
		return nil
	}
	return tx.Histories(book.Sweep{}, func(h assess.History) error {
		if standing, ok := stale[h.Client.ID]; ok {
			standing.Assessment = assess.Assess(h, today)
		}
		return nil
	})
}

// Reassess judges every client whose standing was made on another day: strain
// fades and invoices grow old while nothing is logged. It is one sweep through
// the book in one transaction; if the context is cancelled none of it is stored.
// The progress function, if any, is told how many of how many clients are done.
// A book opened read only keeps the standings it has; whoever reads it is told
// today's all the same.
func (p *Practice) Reassess(ctx context.Context, progress func(done, total int)) error {
	if p.book.ReadOnly() {
		return nil
	}
	today := p.today()
	var stale []rapport.ID
	err := p.book.Read(ctx, func(tx *book.Tx) error {
		var err error
		stale, err = tx.StaleStandings(today)
		return err
	})
	if err != nil || len(stale) == 0 {
		return err
	}
	err = p.book.Write(ctx, book.Step{}, func(tx *book.Tx) error {
		return judgeAll(ctx, tx, stale, today, progress)
	})
	if err != nil {
		return fmt.Errorf("judging %d clients for %s: %w", len(stale), today, err)
	}
	p.announce(Change{Deed: DeedReassess})
	return nil
}

func judgeAll(ctx context.Context, tx *book.Tx, clients []rapport.ID, today rapport.Date, progress func(done, total int)) error {
	stale := make(map[rapport.ID]bool, len(clients))
	for _, id := range clients {
		stale[id] = true
	}
	done := 0
	return tx.Histories(book.Sweep{Archived: true}, func(h assess.History) error {
		if !stale[h.Client.ID] {
			return ctx.Err()
		}
		done++
		if progress != nil {
			progress(done, len(clients))
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		return tx.PutStanding(h.Client.ID, assess.Assess(h, today))
	})
}

// ClientFile is everything about one client, judged for today.
type ClientFile struct {
	History  assess.History
	Standing assess.Standing
}

// Client returns the file of one client.
func (p *Practice) Client(ctx context.Context, client rapport.ID) (ClientFile, error) {
	var file ClientFile
	err := p.book.Read(ctx, func(tx *book.Tx) (err error) {
		file, err = fileOf(tx, client, p.today())
		return err
	})
	return file, err
}

func fileOf(tx *book.Tx, client rapport.ID, today rapport.Date) (file ClientFile, err error) {
	if file.History, err = tx.History(client); err != nil {
		return file, err
	}
	if file.Standing, err = tx.Standing(client, today); err != nil {
		return file, err
	}
	if file.Standing.Assessment.On != today {
		file.Standing.Assessment = assess.Assess(file.History, today)
	}
	return file, nil
}

// Preview tells what an entry would do to its client's assessment, before it is
// logged. Nothing is stored. An entry that is already in the book is judged as if
// it were replaced.
func (p *Practice) Preview(ctx context.Context, e rapport.Entry) (before, after assess.Assessment, err error) {
	file, err := p.Client(ctx, e.Client)
	if err != nil {
		return before, after, err
	}
	history := file.History
	entries := make([]rapport.Entry, 0, len(history.Entries)+1)
	for _, old := range history.Entries {
		if old.ID != e.ID {
			entries = append(entries, old)
		}
	}
	history.Entries = append(entries, e)
	return file.Standing.Assessment, assess.Assess(history, p.today()), nil
}

// Clients returns every client by name, archived ones only if asked for.
func (p *Practice) Clients(ctx context.Context, archived bool) ([]rapport.Client, error) {
	var kept []rapport.Client
	err := p.book.Read(ctx, func(tx *book.Tx) error {
		clients, err := tx.Clients()
		if err != nil {
			return err
		}
		for _, c := range clients {
			if archived || !c.Archived {
				kept = append(kept, c)
			}
		}
		return nil
	})
	return kept, err
}

// Journal returns one page of entries, newest first, and how many match in all.
func (p *Practice) Journal(ctx context.Context, f book.Filter) (rows []book.JournalRow, count int, err error) {
	err = p.book.Read(ctx, func(tx *book.Tx) error {
		if rows, err = tx.Journal(f); err != nil {
			return err
		}
		count, err = tx.JournalCount(f)
		return err
	})
	return rows, count, err
}

// JournalPage returns one page of entries, newest first, without counting what
// lies beyond it.
func (p *Practice) JournalPage(ctx context.Context, f book.Filter) (rows []book.JournalRow, err error) {
	err = p.book.Read(ctx, func(tx *book.Tx) error {
		rows, err = tx.Journal(f)
		return err
	})
	return rows, err
}

// JournalCount returns how many entries the filter picks, on all pages together.
func (p *Practice) JournalCount(ctx context.Context, f book.Filter) (n int, err error) {
	err = p.book.Read(ctx, func(tx *book.Tx) error {
		n, err = tx.JournalCount(f)
		return err
	})
	return n, err
}

// JournalCountTo is JournalCount, but it stops counting at most.
func (p *Practice) JournalCountTo(ctx context.Context, f book.Filter, most int) (n int, err error) {
	err = p.book.Read(ctx, func(tx *book.Tx) error {
		n, err = tx.JournalCountTo(f, most)
		return err
	})
	return n, err
}

// Obligations returns what is still owed by and to everybody, the nearest day first.
func (p *Practice) Obligations(ctx context.Context) (open []rapport.Obligation, err error) {
	err = p.book.Read(ctx, func(tx *book.Tx) error {
		open, err = tx.OpenObligations()
		return err
	})
	return open, err
}
