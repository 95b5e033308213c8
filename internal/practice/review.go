package practice

import (
	"context"
	"fmt"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Review returns every client that is not archived, judged for today. On a new
// day everybody is judged anew and stored first; in a book opened read only they
// are judged in passing and not stored.
func (p *Practice) Review(ctx context.Context) ([]assess.Standing, error) {
	today := p.today()
	if err := p.Reassess(ctx, nil); err != nil {
		return nil, err
	}
	var standings []assess.Standing
	err := p.book.Read(ctx, func(tx *book.Tx) error {
		var err error
		if standings, err = tx.Standings(today, false); err != nil {
			return err
		}
		current, err := isCurrent(tx, today)
		if err == nil && !current {
			err = judgeInPassing(ctx, tx, standings, today)
		}
		if err != nil {
			return err
		}
		return lookAgain(tx, standings, today)
	})
	return standings, err
}

// judgeInPassing gives the standings today's assessments without storing them.
func judgeInPassing(ctx context.Context, tx *book.Tx, standings []assess.Standing, today rapport.Date) error {
	at := make(map[rapport.ID]*assess.Standing, len(standings))
	for i := range standings {
		at[standings[i].Client.ID] = &standings[i]
	}
	return passing(ctx, tx, today, func(h assess.History) error {
		if standing, ok := at[h.Client.ID]; ok {
			standing.Assessment = assess.Assess(h, today)
		}
		return ctx.Err()
	})
}

// onTrial reports whether what was decided last is to be looked at again: it has a
// day for that, and the user has not said yet how it turned out.
func onTrial(d *rapport.Decision) bool { return d != nil && !d.Again.IsZero() && d.Outcome == "" }

// lookAgain tells how the trials went whose day has come. They are few.
func lookAgain(tx *book.Tx, standings []assess.Standing, today rapport.Date) error {
	for i := range standings {
		s := &standings[i]
		if !onTrial(s.Decision) || s.Decision.Again > today {
			continue
		}
		history, err := tx.History(s.Client.ID)
		if err != nil {
			return err
		}
		progress := assess.ProgressOf(history, *s.Decision, today)
		s.Progress = &progress
	}
	return nil
}

// Reassess judges every client, unless that was done today already: strain fades
// and invoices grow old while nothing is logged. It is two sweeps through the book
// in one transaction, the first for what the clients have in common; if the
// context is cancelled none of it is stored. The progress function, if any, is
// told how many of how many clients are done. A book opened read only keeps the
// standings it has; whoever reads it is told today's all the same.
func (p *Practice) Reassess(ctx context.Context, progress func(done, total int)) error {
	if p.book.ReadOnly() {
		return nil
	}
	today, current := p.today(), false
	err := p.book.Read(ctx, func(tx *book.Tx) (err error) {
		current, err = isCurrent(tx, today)
		return err
	})
	if err != nil || current {
		return err
	}
	err = p.book.Write(ctx, book.Step{}, func(tx *book.Tx) error { return sweep(ctx, tx, today, progress) })
	if err != nil {
		return fmt.Errorf("judging every client for %s: %w", today, err)
	}
	p.announce(Change{Deed: DeedReassess})
	return nil
}

// ClientFile is everything about one client, judged for today.
type ClientFile struct {
	History  assess.History
	Standing assess.Standing
	Alerts   []assess.Alert   // personal limits the entries of the last week crossed, the latest of each axis
	Progress *assess.Progress // how what was decided last goes; nil without a day to look again, and once looked back on
	Waiting  *assess.Waiting  // what it has cost to wait; nil unless it should not go on, and once it has ended
	BackTest *assess.BackTest // what would have been said before the engagement ended; nil while it has not
	Way      rapport.Way      // what is under way with the client beside the record
}

// Client returns the file of one client.
func (p *Practice) Client(ctx context.Context, client rapport.ID) (ClientFile, error) {
	var file ClientFile
	err := p.book.Read(ctx, func(tx *book.Tx) (err error) {
		if file, err = fileOf(ctx, tx, client, p.today()); err != nil {
			return err
		}
		return file.complete(tx, p.today())
	})
	return file, err
}

// judged returns the history and the standing alone: what completes a file judges
// the past many times over, and only the page of a client shows it.
func (p *Practice) judged(ctx context.Context, client rapport.ID) (file ClientFile, err error) {
	err = p.book.Read(ctx, func(tx *book.Tx) (err error) {
		file, err = fileOf(ctx, tx, client, p.today())
		return err
	})
	return file, err
}

// fileOf reads the history and the standing of a client. Where nobody has been
// judged for today yet, it takes a look at all the others: the answer is the one a
// review gives.
func fileOf(ctx context.Context, tx *book.Tx, client rapport.ID, today rapport.Date) (file ClientFile, err error) {
	if file.History, err = tx.History(client); err != nil {
		return file, err
	}
	if file.Standing, err = tx.Standing(client, today); err != nil {
		return file, err
	}
	swept, err := tx.Swept()
	if err != nil {
		return file, err
	}
	if swept != today {
		sum, _, err := gather(ctx, tx, today)
		if err != nil {
			return file, err
		}
		file.History.Others = sum.Minus(assess.ShareOf(file.History, today))
	}
	if swept != today || file.Standing.Assessment.On != today {
		file.Standing.Assessment = assess.Assess(file.History, today)
	}
	return file, nil
}

// complete works out what belongs to the file beside the verdict.
func (f *ClientFile) complete(tx *book.Tx, today rapport.Date) error {
	if f.History.Client.State != rapport.EndedState { // what is over waits for nothing
		f.Waiting = assess.WaitingOf(f.History, f.Standing.Assessment)
	}
	f.BackTest = assess.BackTestOf(f.History)
	if d := f.Standing.Decision; onTrial(d) {
		progress := assess.ProgressOf(f.History, *d, today)
		f.Progress = &progress
		if d.Again <= today {
			f.Standing.Progress = &progress
		}
	}
	var err error
	if f.Alerts, err = lately(tx, f.History, today); err != nil {
		return err
	}
	f.Way, err = wayOf(tx, f.History.Client.ID)
	return err
}

// Preview tells what an entry would do to its client's assessment, before it is
// logged. Nothing is stored. An entry that is already in the book is judged as if
// it were replaced.
func (p *Practice) Preview(ctx context.Context, e rapport.Entry) (before, after assess.Assessment, err error) {
	file, err := p.judged(ctx, e.Client)
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
