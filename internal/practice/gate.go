package practice

import (
	"slices"

	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/ending"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// An engagement ends through its gate, [Practice.FinishEnding]. But many ended before
// anybody kept a book, or were ended by the other side overnight, and that is worth
// noting without walking a way that is long behind. So the state may be chosen, and
// the entry logged, as long as that goes around nothing: no ending is under way, and
// nothing is owed by us. What an import brings is history and passes. To be ending is
// to have a plan; with one under way the state is the plan's.

// ErrEnded is why an engagement that was ended properly is not simply edited back. It
// carries ended, the day: [Practice.Reopen] takes it up again, and asks why.
var ErrEnded = &rapport.Problem{Code: "ended_properly"}

// steer holds what is edited about a client to that. It begins a plan where the state
// of ending was chosen.
func (p *Practice) steer(tx *book.Tx, before, after rapport.Client) error {
	if before.State == after.State {
		return nil
	}
	open, err := tx.OpenEnding(after.ID)
	switch {
	case err != nil:
		return err
	case open != nil:
		return rapport.Refuse(rapport.ErrEndingOpen, rapport.Args{"begun": open.Begun})
	case after.State == rapport.Ending:
		_, err = p.begin(tx, after, rapport.EndPlan{})
		return err
	case after.State == rapport.EndedState:
		return p.noteEnded(tx, after.ID)
	case before.State == rapport.EndedState:
		return stayEnded(tx, after.ID)
	}
	return nil
}

// noteEnded refuses to have an engagement ended around the gate.
func (p *Practice) noteEnded(tx *book.Tx, client rapport.ID) error {
	open, err := tx.OpenEnding(client)
	if err != nil {
		return err
	}
	if open != nil {
		return rapport.Refuse(rapport.ErrEndingOpen, rapport.Args{"begun": open.Begun})
	}
	blocks, err := owedByUs(tx, client)
	if err != nil || len(blocks) == 0 {
		return err
	}
	earliest := p.today()
	for _, b := range blocks {
		earliest = max(earliest, b.Obligation.Due, b.Promise.By)
	}
	return locked(blocks, earliest)
}

// owedByUs returns what we still owe a client: obligations, and our word.
func owedByUs(tx *book.Tx, client rapport.ID) (blocks []ending.Block, err error) {
	obligations, err := tx.ObligationsOf(client)
	if err != nil {
		return nil, err
	}
	for _, o := range obligations {
		if o.Side == rapport.Ours && o.Open() {
			blocks = append(blocks, ending.Block{Code: ending.BlockObligation, Obligation: o})
		}
	}
	promises, err := tx.PromisesOf(client)
	for _, made := range promises {
		if made.Open() {
			blocks = append(blocks, ending.Block{Code: ending.BlockPromise, Promise: made})
		}
	}
	return blocks, err
}

// stayEnded refuses to take up again, without a word why, an engagement that went
// through the gate. One that was only noted as ended may have been noted in error.
func stayEnded(tx *book.Tx, client rapport.ID) error {
	plans, err := tx.EndingsOf(client)
	if err != nil {
		return err
	}
	if last := len(plans) - 1; last >= 0 && !plans[last].Finished.IsZero() && plans[last].Reopened.IsZero() {
		return rapport.Refuse(ErrEnded, rapport.Args{"ended": plans[last].Finished})
	}
	return nil
}

// noteEntry holds an entry that says the engagement ended to the gate, and has it ended.
// One that others follow tells of a former time: they went on, or began anew.
func (p *Practice) noteEntry(tx *book.Tx, e rapport.Entry) error {
	if e.Kind != rapport.Ended {
		return nil
	}
	if history, err := followed(tx, e); err != nil || history {
		return err
	}
	if err := p.noteEnded(tx, e.Client); err != nil {
		return err
	}
	return enter(tx, e.Client, rapport.EndedState)
}

// noteEdited is noteEntry for an entry that was another. One that had said already
// that the engagement ended, with nothing after it, says nothing new.
func (p *Practice) noteEdited(tx *book.Tx, before, after rapport.Entry) error {
	if before.Kind == after.Kind && before.Client == after.Client {
		if history, err := followed(tx, before); err != nil || !history {
			return err
		}
	}
	return p.noteEntry(tx, after)
}

// followed reports whether anything happened with the client after the day of an entry.
func followed(tx *book.Tx, e rapport.Entry) (bool, error) {
	entries, err := tx.EntriesOf(e.Client)
	return slices.ContainsFunc(entries, func(other rapport.Entry) bool {
		return other.ID != e.ID && other.On > e.On && other.Kind != rapport.Note
	}), err
}
