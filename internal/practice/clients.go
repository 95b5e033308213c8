package practice

import (
	"context"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// AddClient stores a new client and returns it with its id. A name that another
// client bears is refused with [rapport.ErrNameTaken]. Whether they were here before
// is asked of [Practice.Known]. One whose engagement is ending has its ending begun.
func (p *Practice) AddClient(ctx context.Context, c rapport.Client) (rapport.Client, error) {
	if c.ID == (rapport.ID{}) {
		c.ID = rapport.NewID()
	}
	if err := c.Check(p.today()); err != nil {
		return c, err
	}
	err := p.do(ctx, DeedAddClient, func(tx *book.Tx, change *Change) error {
		if err := tx.AddClient(c); err != nil {
			return err
		}
		if c.State == rapport.Ending {
			if _, err := p.begin(tx, c, rapport.EndPlan{}); err != nil {
				return err
			}
		}
		return change.touch(tx, c.ID)
	})
	return c, err
}

// EditClient replaces what is known about a client. What was given back is counted
// in the client's currency and nothing is converted, so as long as any is on record
// another currency is refused with [rapport.ErrCurrencyHeld].
//
// To choose the state of ending begins an ending. While one is under way the state
// stays, with [rapport.ErrEndingOpen]: it is finished or reopened. That an engagement
// has ended may be noted where no ending is under way and nothing is owed by us; else
// it is refused with [rapport.ErrEndingLocked]. One that was ended properly is taken
// up again by [Practice.Reopen] alone.
func (p *Practice) EditClient(ctx context.Context, c rapport.Client) error {
	if err := c.Check(p.today()); err != nil {
		return err
	}
	return p.do(ctx, DeedEditClient, func(tx *book.Tx, change *Change) error {
		before, err := tx.Client(c.ID)
		if err != nil {
			return err
		}
		if err := keepCurrency(tx, before, c); err != nil {
			return err
		}
		if err := p.steer(tx, before, c); err != nil {
			return err
		}
		if err := tx.SetClient(c); err != nil {
			return err
		}
		return change.touch(tx, c.ID)
	})
}

// keepCurrency refuses another currency for a client who was given money in the one
// on record.
func keepCurrency(tx *book.Tx, before, c rapport.Client) error {
	if before.Terms.Currency == c.Terms.Currency {
		return nil
	}
	gave, err := tx.GaveMoney(c.ID)
	if err == nil && gave {
		return rapport.Refuse(rapport.ErrCurrencyHeld, rapport.Args{"held": string(before.Terms.Currency)})
	}
	return err
}

// ArchiveClient takes a client out of sight, or brings it back. Nothing is lost.
func (p *Practice) ArchiveClient(ctx context.Context, client rapport.ID, archived bool) error {
	deed := DeedUnarchive
	if archived {
		deed = DeedArchive
	}
	return p.doFor(ctx, deed, client, func(tx *book.Tx) error {
		c, err := tx.Client(client)
		if err != nil {
			return err
		}
		c.Archived = archived
		return tx.SetClient(c)
	})
}

// Decide records what the user chose to do about a client, beside the verdict
// offered that day: judged for today, should the stored standing be of another.
// Of the decision given it reads the client, what was chosen and why, and the day
// to look again; choosing otherwise needs a reason. A trial or an extra mile
// without such a day is looked at again after [assess.TrialDays]. The decision is
// returned as it was stored.
func (p *Practice) Decide(ctx context.Context, d rapport.Decision) (rapport.Decision, error) {
	today := p.today()
	d.ID, d.On, d.Outcome, d.Judged = rapport.NewID(), today, "", 0
	if d.Again.IsZero() && (d.Chosen == rapport.Trial || d.Chosen == rapport.ExtraMile) {
		d.Again = today.AddDays(assess.TrialDays)
	}
	err := p.doFor(ctx, DeedDecide, d.Client, func(tx *book.Tx) error {
		file, err := fileOf(ctx, tx, d.Client, today)
		if err != nil {
			return err
		}
		d.Offered = file.Standing.Assessment.Verdict
		if err := d.Check(today); err != nil {
			return err
		}
		return tx.AddDecision(d)
	})
	return d, err
}
