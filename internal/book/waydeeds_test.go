package book

import (
	"errors"

	"pgregory.net/rapid"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// way plays a deed beside entries and money.
func (d *deeds) way(tx *Tx, deed int) error {
	c := pick(d.t, d.clients)
	text := rapid.StringMatching(`[a-zü"\\\\']{1,9}`).Draw(d.t, "text")
	switch deed {
	case 13:
		return tx.PutSheet(rapport.Sheet{ID: rapport.NewID(), Client: c.ID, Agreed: today,
			Clauses: map[rapport.Clause]string{rapid.SampledFrom(rapport.Clauses()).Draw(d.t, "clause"): text}})
	case 14:
		return tx.AddSurprise(rapport.Surprise{ID: rapport.NewID(), Client: c.ID, On: today, Clause: rapport.ClauseReach, What: text})
	case 15:
		f := rapport.Flag{ID: rapport.NewID(), Client: c.ID, Set: today, Until: today, Reason: text}
		lifted := f
		lifted.Lifted = today
		return firstError(tx.AddFlag(f), tx.SetFlag(lifted))
	case 16:
		return d.letter(tx, c.ID, text)
	case 17:
		return d.ending(tx, c.ID)
	default:
		return d.threat(tx, text)
	}
}

// letter sends one, with a draft beneath it that no undo may touch.
func (d *deeds) letter(tx *Tx, client rapport.ID, text string) error {
	l := rapport.Letter{ID: rapport.NewID(), Client: client, Kind: "thanks", Language: "en", Style: rapport.Friendly, Body: text, Written: today}
	return firstError(tx.PutDraft(l), tx.SendLetter(sentOn(l, today)))
}

// ending begins one, or brings the one that is under way to its end.
func (d *deeds) ending(tx *Tx, client rapport.ID) error {
	open, err := tx.OpenEnding(client)
	if err != nil {
		return err
	}
	if open == nil {
		return tx.AddEnding(rapport.EndPlan{ID: rapport.NewID(), Client: client, Begun: today, Considered: rapport.OweKinds()[:2]})
	}
	open.Finished, open.Considered = today, nil
	return tx.SetEnding(*open)
}

// threat is told of by a new entry.
func (d *deeds) threat(tx *Tx, told string) error {
	e := entry(*pick(d.t, d.clients), 4, rapport.Threat)
	d.entries = append(d.entries, e)
	matter := rapport.ThreatCase{ID: rapport.NewID(), Client: e.Client, Entry: e.ID, Voiced: e.On}
	settled := matter
	settled.Closed, settled.Told = today, told
	return errors.Join(tx.AddEntry(e), tx.AddThreat(matter), tx.SetThreat(settled))
}
