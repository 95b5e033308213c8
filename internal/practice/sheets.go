package practice

import (
	"cmp"
	"context"

	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// SetSheet stores the expectation sheet of a client, of which there is one. The day
// it was sent or agreed on is logged as stated expectations, once; a draft, and the
// choice to do without, are not.
func (p *Practice) SetSheet(ctx context.Context, s rapport.Sheet) error {
	if err := s.Check(p.today()); err != nil {
		return err
	}
	return p.doFor(ctx, DeedSheet, s.Client, func(tx *book.Tx) error {
		before, err := tx.Sheet(s.Client)
		if err != nil {
			return err
		}
		var agreed rapport.Date
		if before != nil {
			s.ID, agreed = before.ID, before.Agreed
		}
		if s.ID == (rapport.ID{}) {
			s.ID = rapport.NewID()
		}
		if err := tx.PutSheet(s); err != nil || s.Agreed.IsZero() || s.Agreed == agreed {
			return err
		}
		return p.addEntry(tx, rapport.Entry{Client: s.Client, On: s.Agreed, Kind: rapport.Expectations,
			Severity: rapport.DefaultSeverity})
	})
}

// Surprised records that a client had expected something else, today unless it says
// otherwise.
func (p *Practice) Surprised(ctx context.Context, s rapport.Surprise) error {
	if s.ID == (rapport.ID{}) {
		s.ID = rapport.NewID()
	}
	s.On = cmp.Or(s.On, p.today())
	if err := s.Check(p.today()); err != nil {
		return err
	}
	return p.doFor(ctx, DeedSurprise, s.Client, func(tx *book.Tx) error {
		if s.Entry != (rapport.ID{}) {
			if err := belongs(tx, s.Entry, s.Client); err != nil {
				return err
			}
		}
		return tx.AddSurprise(s)
	})
}

// belongs refuses an entry that is not of the client.
func belongs(tx *book.Tx, entry, client rapport.ID) error {
	e, err := tx.Entry(entry)
	if err == nil && e.Client != client {
		return rapport.Refuse(rapport.ErrNotFound, rapport.Args{"what": "entry"})
	}
	return err
}
