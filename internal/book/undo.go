package book

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Step names a deed, so that it can be offered for undo and redo. Name is a code
// ("log", "import"); Subject what it was done to, as the user knows it.
type Step struct {
	Name    string
	Subject string
	At      time.Time // when it was done; set by the book
	Final   bool      // neither it nor anything before it can be undone any more
}

// maxUndo is how many steps can be undone in a row.
const maxUndo = 50

// openStep begins to record; what is changed from here on belongs to the step.
func (tx *Tx) openStep(s Step, reverses any) (id int64, err error) {
	id, err = tx.c.number(tx.ctx,
		"INSERT INTO steps (at, name, subject, reverses, state) VALUES (?, ?, ?, ?, 'past') RETURNING id",
		tx.now().UnixMilli(), s.Name, s.Subject, reverses)
	if err != nil {
		return 0, err
	}
	return id, tx.exec("UPDATE recording SET step = ?", id)
}

// About says what the step being recorded is done to, where that is known only
// once the deed has read it. Outside of a named step it does nothing.
func (tx *Tx) About(subject string) error {
	return tx.exec("UPDATE steps SET subject = ? WHERE id = (SELECT step FROM recording)", subject)
}

// closeStep ends the recording. A step that changed something becomes the one to
// undo next and ends what could be redone; one that changed nothing, such as a
// deed tried again, leaves no trace.
func (tx *Tx) closeStep(id int64) error {
	if err := tx.exec("UPDATE recording SET step = NULL"); err != nil {
		return err
	}
	did, err := tx.c.number(tx.ctx, "SELECT EXISTS (SELECT 1 FROM changes WHERE step = ?)", id)
	if err != nil {
		return err
	}
	if did == 0 {
		return tx.exec("DELETE FROM steps WHERE id = ?", id)
	}
	lost, err := tx.c.exec(tx.ctx, "UPDATE steps SET state = 'past' WHERE state = 'undone'")
	if err != nil {
		return err
	}
	if lost > 0 {
		if err := tx.sweepDrafts(); err != nil {
			return err
		}
	}
	return tx.exec("UPDATE steps SET state = 'done', head = id WHERE id = ?", id)
}

// sealSteps ends the recording of a final step.
func (tx *Tx) sealSteps() error {
	if err := tx.exec("UPDATE recording SET step = NULL"); err != nil {
		return err
	}
	if err := tx.exec("UPDATE steps SET state = 'past' WHERE state <> 'past'"); err != nil {
		return err
	}
	return tx.sweepDrafts()
}

// target is a step about to be turned round.
type target struct {
	Step
	id, head int64
}

func scanTarget(r *rows) target {
	return target{
		id: r.int64(0), head: r.int64(1),
		Step: Step{Name: r.text(2), Subject: r.text(3), At: time.UnixMilli(r.int64(4)).UTC()},
	}
}

const (
	undoable = "SELECT id, head, name, subject, at FROM steps WHERE state = 'done' ORDER BY id DESC LIMIT " +
		"max(0, ? - (SELECT count(*) FROM steps WHERE state = 'undone'))"
	redoable = "SELECT id, head, name, subject, at FROM steps WHERE state = 'undone' ORDER BY id LIMIT ?"
)

// Steps returns what can be undone and redone, at most fifty each, the next one
// first.
func (b *Book) Steps(ctx context.Context) (undo, redo []Step, err error) {
	err = b.Read(ctx, func(tx *Tx) error {
		for _, stack := range []struct {
			query string
			into  *[]Step
		}{{undoable, &undo}, {redoable, &redo}} {
			r, err := tx.c.query(ctx, stack.query, maxUndo)
			steps, err := list(r, err, func(r *rows) Step { return scanTarget(r).Step })
			if err != nil {
				return err
			}
			*stack.into = steps
		}
		return nil
	})
	return undo, redo, err
}

// Undo turns the last step round and returns it. The changes it makes are
// recorded like any others, which is what Redo will turn round in its turn.
// Within the same transaction after is handed the clients whose records changed
// and still exist, to assess them again; nil does nothing. Without a step to
// undo the error is [ErrNothingToUndo].
func (b *Book) Undo(ctx context.Context, after func(tx *Tx, clients []rapport.ID) error) (Step, error) {
	return b.turn(ctx, undoable, "undone", ErrNothingToUndo, after)
}

// Redo does again what the last Undo turned round. A new step ends what could be
// redone; the error is [ErrNothingToRedo] then.
func (b *Book) Redo(ctx context.Context, after func(tx *Tx, clients []rapport.ID) error) (Step, error) {
	return b.turn(ctx, redoable, "done", ErrNothingToRedo, after)
}

func (b *Book) turn(ctx context.Context, pick, state string, nothing *rapport.Problem,
	after func(tx *Tx, clients []rapport.ID) error,
) (done Step, err error) {
	err = b.transact(ctx, func(tx *Tx) error {
		var t target
		there, err := tx.c.one(ctx, func(r *rows) { t = scanTarget(r) }, pick, maxUndo)
		if err != nil {
			return err
		}
		if !there {
			return rapport.Refuse(nothing, nil)
		}
		done = t.Step
		id, err := tx.openStep(t.Step, t.id)
		if err != nil {
			return err
		}
		clients, err := tx.invert(t.head)
		if err != nil {
			return fmt.Errorf("turning step %d round: %w", t.head, err)
		}
		if after != nil {
			if err := after(tx, clients); err != nil {
				return err
			}
		}
		if err := tx.exec("UPDATE recording SET step = NULL"); err != nil {
			return err
		}
		return tx.exec("UPDATE steps SET state = ?, head = ? WHERE id = ?", state, id, t.id)
	})
	return done, err
}

// change is one line of the log.
type change struct {
	seq    int64
	place  string
	record rapport.ID
	op     string
	before any // JSON text, nil for an insert
}

// batch is how many changes are read before they are turned round. Reading and
// writing the log at the same time would see its own writing.
const batch = 1000

// invert turns the changes of a step round, the last one first, so that every
// state on the way is one the book was in before: no constraint can break.
func (tx *Tx) invert(step int64) ([]rapport.ID, error) {
	ways, err := inverses(tx.ctx, tx.c)
	if err != nil {
		return nil, err
	}
	touched := make(map[rapport.ID]bool)
	for below := int64(1) << 62; ; {
		r, err := tx.c.query(tx.ctx, `SELECT seq, place, record, op, before FROM changes
			WHERE step = ? AND seq < ? ORDER BY seq DESC LIMIT ?`, step, below, batch)
		changes, err := list(r, err, func(r *rows) change {
			return change{seq: r.int64(0), place: r.text(1), record: r.id(2), op: r.text(3), before: r.values[4]}
		})
		if err != nil {
			return nil, err
		}
		for _, ch := range changes {
			if err := tx.invertOne(ways[ch.place], ch, touched); err != nil {
				return nil, err
			}
			below = ch.seq
		}
		if len(changes) < batch {
			break
		}
	}
	return tx.existing(touched)
}

func (tx *Tx) invertOne(way inverse, ch change, touched map[rapport.ID]bool) error {
	owner := func() error {
		_, err := tx.c.one(tx.ctx, func(r *rows) { touched[r.id(0)] = true }, way.owner, ch.record)
		return err
	}
	if err := owner(); err != nil {
		return err
	}
	var err error
	switch ch.op {
	case "insert":
		if ch.place == "clients" {
			if err := tx.dropStanding(ch.record); err != nil {
				return err
			}
		}
		return tx.exec(way.remove, ch.record)
	case "update":
		err = tx.exec(way.update, ch.before, ch.record)
	case "delete":
		err = tx.exec(way.insert, ch.before)
	}
	if err != nil {
		return err
	}
	return owner()
}

// existing keeps the clients that are still in the book, in order.
func (tx *Tx) existing(touched map[rapport.ID]bool) ([]rapport.ID, error) {
	var ids []rapport.ID
	for id := range touched {
		n, err := tx.c.number(tx.ctx, "SELECT count(*) FROM clients WHERE id = ?", id)
		if err != nil {
			return nil, err
		}
		if n > 0 {
			ids = append(ids, id)
		}
	}
	slices.SortFunc(ids, compareIDs)
	return ids, nil
}
