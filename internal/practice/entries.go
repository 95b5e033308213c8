package practice

import (
	"context"

	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Log stores a new entry and returns it with its id. An entry that already has
// an id may be logged again after a doubtful failure: it is stored once. A
// hardship opens a circumstance, to be looked at again after
// [rapport.DefaultReviewDays]; of one that lasts otherwise [Practice.LogHardship]
// is told. That an engagement ended may be logged where no ending is under way and
// nothing is owed by us, as for [Practice.EditClient]; where nothing came after it, the
// client is in that state from then on. A remedy beyond one's own limit wants a note
// that says why, or is refused with [ErrRemedyOverLimit].
func (p *Practice) Log(ctx context.Context, e rapport.Entry) (rapport.Entry, error) {
	return p.log(ctx, e, moveCircumstance)
}

// LogHardship is Log for a hardship whose days are known. The circumstance is
// that of the entry, whatever entry it names.
func (p *Practice) LogHardship(ctx context.Context, e rapport.Entry, c rapport.Circumstance) (rapport.Entry, error) {
	if err := c.Check(p.today()); err != nil {
		return e, err
	}
	return p.log(ctx, e, lasting(c))
}

// EditEntry replaces an entry. It may move to another client; both are judged
// anew. A hardship that began on the day of its entry keeps doing so.
func (p *Practice) EditEntry(ctx context.Context, e rapport.Entry) error {
	return p.edit(ctx, e, moveCircumstance)
}

// EditHardship is EditEntry for a hardship whose days are known, as in
// [Practice.LogHardship].
func (p *Practice) EditHardship(ctx context.Context, e rapport.Entry, c rapport.Circumstance) error {
	if err := c.Check(p.today()); err != nil {
		return err
	}
	return p.edit(ctx, e, lasting(c))
}

// companion stores what belongs to an entry beside it, in the same deed. Before a
// new entry there was none: its kind is empty.
type companion func(tx *book.Tx, before, after rapport.Entry) error

// lasting gives a hardship the days of a circumstance.
func lasting(c rapport.Circumstance) companion {
	return func(tx *book.Tx, _, after rapport.Entry) error {
		c.Entry = after.ID
		return tx.SetCircumstance(c)
	}
}

func (p *Practice) log(ctx context.Context, e rapport.Entry, with companion) (rapport.Entry, error) {
	if e.ID == (rapport.ID{}) {
		e.ID = rapport.NewID()
	}
	if err := e.Check(p.today()); err != nil {
		return e, err
	}
	err := p.do(ctx, DeedLog, func(tx *book.Tx, c *Change) error {
		c.logged = &e
		if err := c.touch(tx, e.Client); err != nil {
			return err
		}
		if err := p.noteEntry(tx, e); err != nil {
			return err
		}
		if err := reasoned(tx, e); err != nil {
			return err
		}
		if err := tx.AddEntry(e); err != nil {
			return err
		}
		return with(tx, rapport.Entry{}, e)
	})
	return e, err
}

func (p *Practice) edit(ctx context.Context, e rapport.Entry, with companion) error {
	if err := e.Check(p.today()); err != nil {
		return err
	}
	return p.do(ctx, DeedEditEntry, func(tx *book.Tx, c *Change) error {
		before, err := tx.Entry(e.ID)
		if err != nil {
			return err
		}
		// Whoever corrects an entry need not be told again what it had crossed; with
		// another client it crosses another limit.
		if before.Client == e.Client {
			if c.known, err = crossedBy(tx, before, p.today()); err != nil {
				return err
			}
		}
		c.logged = &e
		if err := p.noteEdited(tx, before, e); err != nil {
			return err
		}
		// What was stored before there was a limit, or taken in from a file, may be
		// corrected without a word about it.
		if reasoned(tx, before) == nil {
			if err := reasoned(tx, e); err != nil {
				return err
			}
		}
		if err := tx.SetEntry(e); err != nil {
			return err
		}
		if err := with(tx, before, e); err != nil {
			return err
		}
		return c.touch(tx, before.Client, e.Client)
	})
}

// openCircumstance gives a hardship its day to look again.
func openCircumstance(tx *book.Tx, e rapport.Entry) error {
	if e.Kind != rapport.Hardship {
		return nil
	}
	return tx.SetCircumstance(rapport.Circumstance{Entry: e.ID, Start: e.On,
		Review: e.On.AddDays(rapport.DefaultReviewDays)})
}

// moveCircumstance keeps a hardship's days in step with its edited entry. One
// whose kind has become another lost its circumstance with it.
func moveCircumstance(tx *book.Tx, before, after rapport.Entry) error {
	if before.Kind != rapport.Hardship {
		return openCircumstance(tx, after)
	}
	if after.Kind != rapport.Hardship || before.On == after.On {
		return nil
	}
	hardships, err := tx.Circumstances(after.Client)
	if err != nil {
		return err
	}
	for _, c := range hardships {
		if c.Entry == after.ID && c.Start == before.On {
			c.Start = after.On
			c.Review = max(c.Review, c.Start)
			return tx.SetCircumstance(c)
		}
	}
	return nil
}

// TrashEntry takes an entry out of the book's sight and out of the judgement. It
// can be restored.
func (p *Practice) TrashEntry(ctx context.Context, entry rapport.ID) error {
	return p.onEntry(ctx, DeedTrash, entry, func(tx *book.Tx) error { return tx.TrashEntry(entry) })
}

// RestoreEntry brings a trashed entry back.
func (p *Practice) RestoreEntry(ctx context.Context, entry rapport.ID) error {
	return p.onEntry(ctx, DeedRestore, entry, func(tx *book.Tx) error { return tx.RestoreEntry(entry) })
}

func (p *Practice) onEntry(ctx context.Context, deed Deed, entry rapport.ID, work func(*book.Tx) error) error {
	return p.do(ctx, deed, func(tx *book.Tx, c *Change) error {
		e, err := tx.Entry(entry)
		if err != nil {
			return err
		}
		if err := work(tx); err != nil {
			return err
		}
		return c.touch(tx, e.Client)
	})
}
