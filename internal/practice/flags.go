package practice

import (
	"cmp"
	"context"
	"errors"

	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// SetFlag puts up a flag over a client, today unless it says otherwise, or changes
// one the book knows by its id. It has a reason and a last day.
func (p *Practice) SetFlag(ctx context.Context, f rapport.Flag) (rapport.Flag, error) {
	if f.ID == (rapport.ID{}) {
		f.ID = rapport.NewID()
	}
	f.Set = cmp.Or(f.Set, p.today())
	if err := f.Check(p.today()); err != nil {
		return f, err
	}
	err := p.doFor(ctx, DeedFlag, f.Client, func(tx *book.Tx) error {
		before, err := tx.Flag(f.ID)
		if errors.Is(err, rapport.ErrNotFound) {
			return tx.AddFlag(f)
		}
		if err != nil {
			return err
		}
		if before.Client != f.Client {
			return rapport.Refuse(rapport.ErrNotFound, rapport.Args{"what": "flag"})
		}
		return tx.SetFlag(f)
	})
	return f, err
}

// LiftFlag takes a flag down before its last day. That it flew stays on record; one
// that is down already stays as it is.
func (p *Practice) LiftFlag(ctx context.Context, flag rapport.ID) error {
	return p.do(ctx, DeedLiftFlag, func(tx *book.Tx, c *Change) error {
		f, err := tx.Flag(flag)
		if err != nil {
			return err
		}
		if f.Lifted.IsZero() {
			f.Lifted = p.today()
			if err := tx.SetFlag(f); err != nil {
				return err
			}
		}
		return c.touch(tx, f.Client)
	})
}

// Flying returns the flags that fly today, by client; of several over one client the
// one that flies longest.
func (p *Practice) Flying(ctx context.Context) (map[rapport.ID]rapport.Flag, error) {
	longest := map[rapport.ID]rapport.Flag{}
	err := p.book.Read(ctx, func(tx *book.Tx) error {
		flying, err := tx.FlyingFlags(p.today())
		for _, f := range flying {
			if f.Until >= longest[f.Client].Until {
				longest[f.Client] = f
			}
		}
		return err
	})
	return longest, err
}
