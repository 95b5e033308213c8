package practice

import (
	"context"

	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Owe records something still owed, by us or to us.
func (p *Practice) Owe(ctx context.Context, o rapport.Obligation) (rapport.Obligation, error) {
	if o.ID == (rapport.ID{}) {
		o.ID = rapport.NewID()
	}
	if err := o.Check(p.today()); err != nil {
		return o, err
	}
	err := p.doFor(ctx, DeedOwe, o.Client, func(tx *book.Tx) error { return tx.AddObligation(o) })
	return o, err
}

// EditObligation replaces an obligation, settled or not. Without the day it was
// met or waived it is open again.
func (p *Practice) EditObligation(ctx context.Context, o rapport.Obligation) error {
	if err := o.Check(p.today()); err != nil {
		return err
	}
	return p.do(ctx, DeedEditObligation, func(tx *book.Tx, c *Change) error {
		before, err := tx.Obligation(o.ID)
		if err != nil {
			return err
		}
		if err := tx.SetObligation(o); err != nil {
			return err
		}
		return c.touch(tx, before.Client, o.Client)
	})
}

// Meet records that an obligation was done today.
func (p *Practice) Meet(ctx context.Context, obligation rapport.ID) error {
	return p.settle(ctx, DeedMeet, obligation, func(o *rapport.Obligation) { o.Met = p.today() })
}

// Waive lets an obligation go, for a reason that will be read again at the end.
func (p *Practice) Waive(ctx context.Context, obligation rapport.ID, reason string) error {
	return p.settle(ctx, DeedWaive, obligation, func(o *rapport.Obligation) {
		o.Waived, o.Reason = p.today(), reason
	})
}

// settle closes an open obligation; one already closed is refused with
// [rapport.ErrSettled].
func (p *Practice) settle(ctx context.Context, deed Deed, obligation rapport.ID, how func(*rapport.Obligation)) error {
	return p.do(ctx, deed, func(tx *book.Tx, c *Change) error {
		o, err := tx.Obligation(obligation)
		if err != nil {
			return err
		}
		if !o.Open() {
			return rapport.Refuse(rapport.ErrSettled, rapport.Args{"what": o.What})
		}
		how(&o)
		if err := o.Check(p.today()); err != nil {
			return err
		}
		if err := tx.SetObligation(o); err != nil {
			return err
		}
		return c.touch(tx, o.Client)
	})
}
