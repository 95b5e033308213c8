package practice

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// TrackThreat follows a threat that was logged: that it was voiced, whether they acted
// on it, who was told, and when it was settled. It belongs to its entry, whose day it
// takes where it names none. A case the book knows by its id is changed, another is new.
func (p *Practice) TrackThreat(ctx context.Context, t rapport.ThreatCase) (rapport.ThreatCase, error) {
	if t.ID == (rapport.ID{}) {
		t.ID = rapport.NewID()
	}
	err := p.doFor(ctx, DeedThreat, t.Client, func(tx *book.Tx) error {
		if err := belongs(tx, t.Entry, t.Client); err != nil {
			return err
		}
		told, err := tx.Entry(t.Entry)
		if err != nil {
			return err
		}
		t.Voiced = cmp.Or(t.Voiced, told.On)
		if err := t.Check(p.today()); err != nil {
			return err
		}
		before, err := tx.Threat(t.ID)
		if errors.Is(err, rapport.ErrNotFound) {
			return tx.AddThreat(t)
		}
		if err != nil {
			return err
		}
		if before.Client != t.Client {
			return rapport.Refuse(rapport.ErrNotFound, rapport.Args{"what": "threat"})
		}
		return tx.SetThreat(t)
	})
	return t, err
}

// Threats returns every threat on record by its day, with what became of it. One that
// nobody has followed yet has no id; handed to [Practice.TrackThreat] it gets one.
func (f ClientFile) Threats() []rapport.ThreatCase {
	followed := map[rapport.ID]rapport.ThreatCase{}
	for _, t := range f.Way.Threats {
		followed[t.Entry] = t
	}
	var all []rapport.ThreatCase
	for _, e := range f.History.Entries {
		if e.Kind != rapport.Threat {
			continue
		}
		t, known := followed[e.ID]
		if !known {
			t = rapport.ThreatCase{Client: e.Client, Entry: e.ID, Voiced: e.On}
		}
		all = append(all, t)
	}
	slices.SortStableFunc(all, func(a, b rapport.ThreatCase) int { return cmp.Compare(a.Voiced, b.Voiced) })
	return all
}
