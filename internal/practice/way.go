package practice

import (
	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// wayOf reads what is under way with a client.
func wayOf(tx *book.Tx, client rapport.ID) (w rapport.Way, err error) {
	if w.Promises, err = tx.PromisesOf(client); err != nil {
		return w, err
	}
	if w.Sheet, err = tx.Sheet(client); err != nil {
		return w, err
	}
	if w.Surprises, err = tx.SurprisesOf(client); err != nil {
		return w, err
	}
	if w.Flags, err = tx.FlagsOf(client); err != nil {
		return w, err
	}
	if w.Runs, err = tx.RunsOf(client); err != nil {
		return w, err
	}
	if w.Letters, err = tx.LettersOf(client); err != nil {
		return w, err
	}
	if w.Threats, err = tx.ThreatsOf(client); err != nil {
		return w, err
	}
	plans, err := tx.EndingsOf(client)
	if last := len(plans) - 1; last >= 0 {
		w.EndPlan = &plans[last]
	}
	return w, err
}
