package practice

import (
	"cmp"
	"context"
	"slices"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Ledger is what the practice learned on the way: what clients had expected
// otherwise, whether those with a sheet complain less, and what waiting has cost.
type Ledger struct {
	Surprises     []rapport.Surprise // of the period, everybody's
	With, Without SheetRecord        // clients whose sheet was agreed, and the others
	Waiting       []ClientWaiting    // of those it should not go on with, the heaviest fifty, the longest first
}

// SheetRecord is how often some clients complained.
type SheetRecord struct {
	Clients    int
	Complaints int
	Days       int // of engagement within the period, all clients together
}

// PerYear returns the complaints a client and year; 0 where there were no days.
func (r SheetRecord) PerYear() float64 {
	if r.Days == 0 {
		return 0
	}
	return float64(r.Complaints) * 365.25 / float64(r.Days)
}

// ClientWaiting is what waiting has cost with one client.
type ClientWaiting struct {
	Client  rapport.ID
	Name    string
	Waiting assess.Waiting
}

// Ledger returns it for the days from one to another, both included. Complaints count
// whether they were right or not: a sheet is there to spare both kinds. A client with
// a sheet is one with it from the day it was agreed, and one without until then.
func (p *Practice) Ledger(ctx context.Context, from, to rapport.Date) (Ledger, error) {
	var l Ledger
	err := p.book.Read(ctx, func(tx *book.Tx) (err error) {
		if l.Surprises, err = tx.Surprises(from, to); err != nil {
			return err
		}
		agreed, err := tx.AgreedSheets()
		if err != nil {
			return err
		}
		err = tx.Histories(book.Sweep{Archived: true}, func(h assess.History) error {
			l.count(h, agreed[h.Client.ID], from, to)
			return ctx.Err()
		})
		if err != nil {
			return err
		}
		return l.wait(ctx, tx, p.today())
	})
	return l, err
}

// count takes in the complaints of one client, before a sheet was agreed and after.
func (l *Ledger) count(h assess.History, agreed, from, to rapport.Date) {
	first, last := span(h)
	if agreed.IsZero() {
		agreed = rapport.MaxDate
	}
	l.Without.count(h, max(from, first), min(to, last, agreed.AddDays(-1)))
	l.With.count(h, max(from, first, agreed), min(to, last))
}

// span returns the first and last day of an engagement: it goes on until it ended.
func span(h assess.History) (first, last rapport.Date) {
	first, last = h.Client.Since, rapport.MaxDate
	if len(h.Entries) > 0 && (first.IsZero() || h.Entries[0].On < first) {
		first = h.Entries[0].On
	}
	if first.IsZero() {
		first = rapport.MaxDate
	}
	if h.Client.State != rapport.EndedState {
		return first, last
	}
	for _, e := range h.Entries {
		if e.Kind == rapport.Ended {
			last = e.On
		}
	}
	return first, last
}

func (r *SheetRecord) count(h assess.History, from, to rapport.Date) {
	if to < from {
		return
	}
	r.Clients++
	r.Days += to.DaysSince(from) + 1
	for i := range h.Entries {
		if e := &h.Entries[i]; e.Kind == rapport.Complaint && from <= e.On && e.On <= to {
			r.Complaints++
		}
	}
}

// mostWaiting is of how many clients the cost of waiting is worked out, the heaviest
// first: each takes up to sixty judgements.
const mostWaiting = 50

// wait takes in what waiting has cost with those it should not go on with, as of
// today.
func (l *Ledger) wait(ctx context.Context, tx *book.Tx, today rapport.Date) error {
	standings, err := tx.Standings(today, false)
	if err != nil {
		return err
	}
	standings = slices.DeleteFunc(standings, func(s assess.Standing) bool {
		v := s.Assessment.Verdict
		return s.Client.State == rapport.EndedState || v != rapport.End && v != rapport.Safety
	})
	slices.SortStableFunc(standings, func(a, b assess.Standing) int {
		return cmp.Compare(b.Assessment.Strain, a.Assessment.Strain)
	})
	for _, s := range standings[:min(mostWaiting, len(standings))] {
		history, err := tx.History(s.Client.ID)
		if err != nil {
			return err
		}
		if waiting := assess.WaitingOf(history, s.Assessment); waiting != nil {
			l.Waiting = append(l.Waiting, ClientWaiting{s.Client.ID, s.Client.Name, *waiting})
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
	}
	slices.SortFunc(l.Waiting, func(a, b ClientWaiting) int {
		return cmp.Or(cmp.Compare(b.Waiting.Days, a.Waiting.Days), cmp.Compare(a.Name, b.Name))
	})
	return nil
}
