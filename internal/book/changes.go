package book

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Change is one line in the history of a record: when it changed, in which step,
// and its columns before and after as the book stores them. Before is nil when
// the record came to be, After when it went.
type Change struct {
	At     time.Time
	Step   Step
	Undo   bool // it turned an earlier step round
	Place  string
	Before map[string]any
	After  map[string]any
}

// Changes returns the history of a record, the oldest change first. For an entry
// the days of its circumstance are part of it.
func (tx *Tx) Changes(record rapport.ID) ([]Change, error) {
	changes, err := all(tx, scanChange, `SELECT c.place, c.before, s.at, s.name, s.subject, s.reverses
		FROM changes c JOIN steps s ON s.id = c.step WHERE c.record = ? ORDER BY c.seq`, record)
	if err != nil {
		return nil, err
	}
	// What a change led to is what the next one found, or what is there now.
	after, err := tx.current(record)
	if err != nil {
		return nil, err
	}
	for i := len(changes) - 1; i >= 0; i-- {
		ch := &changes[i]
		ch.After, after[ch.Place] = after[ch.Place], ch.Before
	}
	return changes, nil
}

func scanChange(r *rows) Change {
	at := time.UnixMilli(r.int64(2)).UTC()
	ch := Change{
		At: at, Place: r.text(0), Undo: !r.null(5),
		Step: Step{Name: r.text(3), Subject: r.text(4), At: at},
	}
	ch.Before = r.object(1)
	return ch
}

// object reads a JSON object, nil for NULL.
func (r *rows) object(i int) (fields map[string]any) {
	if r.null(i) {
		return nil
	}
	if err := json.Unmarshal([]byte(r.text(i)), &fields); err != nil {
		r.wrong(i, "a row")
	}
	return fields
}

// current returns the record as it is now in each table that knows it.
func (tx *Tx) current(record rapport.ID) (map[string]map[string]any, error) {
	now := make(map[string]map[string]any)
	for _, t := range logged {
		columns, err := columnsOf(tx.ctx, tx.c, t.table)
		if err != nil {
			return nil, err
		}
		query := fmt.Sprintf("SELECT %s FROM %s t WHERE %s = ?", asJSON("t", columns), t.table, t.key)
		if _, err := tx.c.one(tx.ctx, func(r *rows) { now[t.table] = r.object(0) }, query, record); err != nil {
			return nil, err
		}
	}
	return now, nil
}
