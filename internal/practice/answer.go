package practice

import (
	"context"
	"slices"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Examine finds what would change the verdict about a client, and the question
// whose answer most likely would. It takes some fifty judgements, so it is asked
// for apart from [Practice.Client]. Nothing is stored.
func (p *Practice) Examine(ctx context.Context, client rapport.ID) (assess.Examination, error) {
	file, err := p.judged(ctx, client)
	if err != nil {
		return assess.Examination{}, err
	}
	// The stored verdict may have been found beside others as they were this
	// morning. What would change it is asked of the verdict these very records give.
	return assess.Examine(file.History, assess.Assess(file.History, p.today())), nil
}

// Answer records what the user said to a question of [Practice.Examine], together
// with all that follows from it: entries that come into being, entries that are
// put right, hardships that get their days. It is one deed and taken back as one.
// Question and option are the codes of [assess.Question] and [assess.Option].
func (p *Practice) Answer(ctx context.Context, client rapport.ID, question, option string) error {
	today := p.today()
	return p.doFor(ctx, DeedAnswer, client, func(tx *book.Tx) error {
		file, err := fileOf(ctx, tx, client, today) // beside the others as Examine saw them
		if err != nil {
			return err
		}
		c, err := assess.Consequences(file.History, question, option, today)
		if err != nil {
			return err
		}
		named(&c)
		if err := check(c, today); err != nil {
			return err
		}
		return store(tx, c)
	})
}

// named gives what an answer brings about its ids. Days without an entry are those
// of the hardship that is yet to be added.
func named(c *assess.Consequence) {
	var hardship rapport.ID
	for i := range c.Add {
		c.Add[i].ID = rapport.NewID()
		if c.Add[i].Kind == rapport.Hardship {
			hardship = c.Add[i].ID
		}
	}
	for i := range c.Circumstances {
		if c.Circumstances[i].Entry == (rapport.ID{}) {
			c.Circumstances[i].Entry = hardship
		}
	}
	c.Answer.ID = rapport.NewID()
}

// check holds what an answer brings about to the rules of the records.
func check(c assess.Consequence, today rapport.Date) error {
	for _, e := range slices.Concat(c.Add, c.Change) {
		if err := e.Check(today); err != nil {
			return err
		}
	}
	for _, circumstance := range c.Circumstances {
		if err := circumstance.Check(today); err != nil {
			return err
		}
	}
	return c.Answer.Check(today)
}

// store stores what an answer brings about. A hardship nobody gave days gets the
// usual ones.
func store(tx *book.Tx, c assess.Consequence) error {
	for _, e := range c.Add {
		if err := tx.AddEntry(e); err != nil {
			return err
		}
		if err := openCircumstance(tx, e); err != nil {
			return err
		}
	}
	for _, e := range c.Change {
		before, err := tx.Entry(e.ID)
		if err != nil {
			return err
		}
		if err := tx.SetEntry(e); err != nil {
			return err
		}
		if err := moveCircumstance(tx, before, e); err != nil {
			return err
		}
	}
	for _, circumstance := range c.Circumstances {
		if err := tx.SetCircumstance(circumstance); err != nil {
			return err
		}
	}
	return tx.AddAnswer(c.Answer)
}

// LookBack records how a decision turned out: would the user decide the same
// again? It may be said anew later; the last word stands, and no word at all is
// refused with [rapport.ErrOutcome]. A decision about another client is not found.
func (p *Practice) LookBack(ctx context.Context, client, decision rapport.ID, how rapport.Outcome) error {
	today := p.today()
	return p.doFor(ctx, DeedLookBack, client, func(tx *book.Tx) error {
		if how == "" {
			return rapport.Refuse(rapport.ErrOutcome, rapport.Args{"value": ""})
		}
		d, err := tx.Decision(decision)
		if err != nil {
			return err
		}
		if d.Client != client {
			return rapport.Refuse(rapport.ErrNotFound, rapport.Args{"what": "decision"})
		}
		d.Outcome, d.Judged = how, today
		if err := d.Check(today); err != nil {
			return err
		}
		return tx.SetDecision(d)
	})
}
