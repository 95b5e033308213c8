package practice

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Promise records our word with a date and returns it with its id; it was given
// today unless it says otherwise. More than there are hours for is not refused:
// whoever promises is told before, by [Practice.PromiseLoad].
func (p *Practice) Promise(ctx context.Context, made rapport.Promise) (rapport.Promise, error) {
	if made.ID == (rapport.ID{}) {
		made.ID = rapport.NewID()
	}
	made.Given = cmp.Or(made.Given, p.today())
	if err := made.Check(p.today()); err != nil {
		return made, err
	}
	err := p.doFor(ctx, DeedPromise, made.Client, func(tx *book.Tx) error {
		if err := tx.AddPromise(made); err != nil {
			return err
		}
		return p.logSettled(tx, rapport.Promise{}, made)
	})
	return made, err
}

// EditPromise replaces a promise. Without the day it was kept or broken it is open
// again; what that day had logged stays.
func (p *Practice) EditPromise(ctx context.Context, made rapport.Promise) error {
	if err := made.Check(p.today()); err != nil {
		return err
	}
	return p.do(ctx, DeedEditPromise, func(tx *book.Tx, c *Change) error {
		before, err := tx.Promise(made.ID)
		if err != nil {
			return err
		}
		if err := tx.SetPromise(made); err != nil {
			return err
		}
		if err := c.touch(tx, before.Client, made.Client); err != nil {
			return err
		}
		return p.logSettled(tx, before, made)
	})
}

// KeepPromise records that our word was kept today, in time or not, and logs that
// there was a contact.
func (p *Practice) KeepPromise(ctx context.Context, promise rapport.ID) error {
	return p.settlePromise(ctx, DeedKeepPromise, promise, func(made *rapport.Promise) { made.Kept = p.today() })
}

// BreakPromise records that our word will not be kept any more, and logs a mistake
// of ours: a small one, for it was at least said.
func (p *Practice) BreakPromise(ctx context.Context, promise rapport.ID) error {
	return p.settlePromise(ctx, DeedBreakPromise, promise, func(made *rapport.Promise) { made.Broken = p.today() })
}

// settlePromise closes an open promise; one already kept or broken is refused with
// [rapport.ErrSettled].
func (p *Practice) settlePromise(ctx context.Context, deed Deed, promise rapport.ID, how func(*rapport.Promise)) error {
	return p.do(ctx, deed, func(tx *book.Tx, c *Change) error {
		before, err := tx.Promise(promise)
		if err != nil {
			return err
		}
		if !before.Open() {
			return rapport.Refuse(rapport.ErrSettled, rapport.Args{"what": before.What})
		}
		made := before
		how(&made)
		if err := made.Check(p.today()); err != nil {
			return err
		}
		if err := tx.SetPromise(made); err != nil {
			return err
		}
		if err := c.touch(tx, made.Client); err != nil {
			return err
		}
		return p.logSettled(tx, before, made)
	})
}

// brokenSeverity is how grave a broken promise of ours is when nobody says: it was
// a word, not yet a loss.
const brokenSeverity = 2

// logSettled logs what became of a promise, once, on the day it did.
func (p *Practice) logSettled(tx *book.Tx, before, after rapport.Promise) error {
	e := rapport.Entry{Client: after.Client, Note: after.What, Severity: rapport.DefaultSeverity}
	switch {
	case !after.Kept.IsZero() && before.Kept.IsZero():
		e.On, e.Kind = after.Kept, rapport.Contact
	case !after.Broken.IsZero() && before.Broken.IsZero():
		e.On, e.Kind, e.Severity = after.Broken, rapport.OurMistake, brokenSeverity
	default:
		return nil
	}
	return p.addEntry(tx, e)
}

// addEntry logs what a deed brings about beside its own record.
func (p *Practice) addEntry(tx *book.Tx, e rapport.Entry) error {
	e.ID = rapport.NewID()
	if err := e.Check(p.today()); err != nil {
		return err
	}
	return tx.AddEntry(e)
}

// Promises returns every open promise, the nearest day first.
func (p *Practice) Promises(ctx context.Context) (open []rapport.Promise, err error) {
	err = p.book.Read(ctx, func(tx *book.Tx) error {
		open, err = tx.OpenPromises()
		return err
	})
	return open, err
}

// Load is how much of one's working time is promised up to the day it is tightest.
type Load struct {
	By       rapport.Date // the day up to which it is reckoned
	Promised int          // minutes of everything promised until then, the new promise included
	Hours    int          // minutes there are until then; 0 when nobody said how many there are in a week
}

// Over reports whether more is promised than there is time for.
func (l Load) Over() bool { return l.Hours > 0 && l.Promised > l.Hours }

// PromiseLoad tells whether there is time for a promise beside all the others, before
// it is given. Work that is due first is done first, so a promise fits if, on its own
// day and on the day of every later one, all that is promised until then takes no
// longer than the working days from today on; the tightest of these days is returned.
// A promise nobody reckoned takes no time. A week has five working days.
func (p *Practice) PromiseLoad(ctx context.Context, made rapport.Promise) (load Load, err error) {
	err = p.book.Read(ctx, func(tx *book.Tx) error {
		settings, err := settingsOf(tx)
		if err != nil {
			return err
		}
		open, err := tx.OpenPromises()
		if err != nil {
			return err
		}
		open = slices.DeleteFunc(open, func(other rapport.Promise) bool { return other.ID == made.ID })
		load = tightest(append(open, made), made.By, p.today(), settings.Hours)
		return nil
	})
	return load, err
}

// tightest adds up what is promised day by day and returns the day, from the given
// one on, on which the least time is left.
func tightest(promises []rapport.Promise, from, today rapport.Date, weekly int) Load {
	slices.SortStableFunc(promises, func(a, b rapport.Promise) int { return cmp.Compare(a.By, b.By) })
	var worst Load
	promised := 0
	for _, made := range promises {
		promised += made.Minutes
		if made.By < from || weekly == 0 && made.By > from {
			continue
		}
		load := Load{By: made.By, Promised: promised, Hours: weekly * workdays(today, made.By) / 5}
		if worst.By.IsZero() || made.By == worst.By || load.Promised-load.Hours > worst.Promised-worst.Hours {
			worst = load
		}
	}
	return worst
}

// workdays counts Monday to Friday from one day to another, both included, and
// at least one: what is due on a Sunday, or was due yesterday, is done today.
func workdays(from, to rapport.Date) int {
	weeks := max(0, to.DaysSince(from)+1) / 7
	n := 5 * weeks
	for day := from.AddDays(7 * weeks); day <= to; day++ {
		if w := day.Weekday(); w != time.Saturday && w != time.Sunday {
			n++
		}
	}
	return max(1, n)
}
