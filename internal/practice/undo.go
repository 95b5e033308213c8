package practice

import (
	"context"

	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Undo takes the last deed back, and Redo does it again. Both return the deed,
// for a sentence such as "Complaint of Acme taken back"; with nothing to take
// back the error is [book.ErrNothingToUndo] or [book.ErrNothingToRedo].
func (p *Practice) Undo(ctx context.Context) (Change, error) {
	return p.turn(ctx, p.book.Undo, true)
}

// Redo does again what Undo took back, as long as nothing else was done since.
func (p *Practice) Redo(ctx context.Context) (Change, error) {
	return p.turn(ctx, p.book.Redo, false)
}

type turning func(context.Context, func(*book.Tx, []rapport.ID) error) (book.Step, error)

func (p *Practice) turn(ctx context.Context, how turning, undoes bool) (Change, error) {
	change := Change{Undoes: undoes}
	step, err := how(ctx, func(tx *book.Tx, clients []rapport.ID) error {
		change.Clients = clients
		return p.judge(tx, clients)
	})
	if err != nil {
		return Change{}, err
	}
	change.Deed, change.Subject = Deed(step.Name), step.Subject
	p.announce(change)
	return change, nil
}

// Steps returns what can be taken back and what can be done again, newest first.
func (p *Practice) Steps(ctx context.Context) (undo, redo []Change, err error) {
	back, again, err := p.book.Steps(ctx)
	if err != nil {
		return nil, nil, err
	}
	return changes(back), changes(again), nil
}

func changes(steps []book.Step) []Change {
	var list []Change
	for _, s := range steps {
		list = append(list, Change{Deed: Deed(s.Name), Subject: s.Subject})
	}
	return list
}
