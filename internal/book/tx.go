package book

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Tx is a transaction: everything read in it belongs to one moment, everything
// written in it is stored together or not at all. It is good until the function
// it was handed to returns, and for one goroutine.
type Tx struct {
	ctx   context.Context
	c     *conn
	now   func() time.Time
	whole *whole // nil until somebody asks
}

// Read runs fn on one moment of the book. It does not wait for a writer, nor a
// writer for it.
func (b *Book) Read(ctx context.Context, fn func(*Tx) error) error {
	c, err := b.reader(ctx)
	if err != nil {
		return err
	}
	defer func() { b.readers <- c }()
	return explain(b.inside(ctx, c, "BEGIN", fn), b.path)
}

// Write runs fn in one transaction and records what it changed as one step that
// can be undone, unless it is final. A step without a name is not recorded: it may write standings
// and settings only, anything else fails with [ErrUnrecorded]. When fn, or the
// commit, fails the book is as it was.
func (b *Book) Write(ctx context.Context, s Step, fn func(*Tx) error) error {
	if s.Name == "" {
		return b.transact(ctx, fn)
	}
	return b.transact(ctx, func(tx *Tx) error {
		id, err := tx.openStep(s, nil)
		if err != nil {
			return err
		}
		if err := fn(tx); err != nil {
			return err
		}
		if s.Final {
			return tx.sealSteps()
		}
		return tx.closeStep(id)
	})
}

// transact runs fn on the one connection that writes.
func (b *Book) transact(ctx context.Context, fn func(*Tx) error) error {
	if b.readOnly {
		return rapport.Refuse(ErrReadOnly, rapport.Args{"path": b.path})
	}
	select {
	case c, open := <-b.writer:
		if !open {
			return errClosed
		}
		defer func() { b.writer <- c }()
		return explain(b.inside(ctx, c, "BEGIN IMMEDIATE", fn), b.path)
	case <-ctx.Done():
		return ctx.Err()
	}
}

// inside wraps fn in a transaction. IMMEDIATE takes the write lock at once: a
// transaction that reads first and asks later is refused whatever the timeout.
func (b *Book) inside(ctx context.Context, c *conn, begin string, fn func(*Tx) error) (err error) {
	if _, err := c.exec(ctx, begin); err != nil {
		return err
	}
	committed := false
	defer func() {
		if !committed { // fn failed, or panicked
			_, rollback := c.exec(context.WithoutCancel(ctx), "ROLLBACK")
			if rollback != nil && !strings.Contains(rollback.Error(), "no transaction is active") {
				err = errors.Join(err, rollback)
			}
		}
	}()
	tx := &Tx{ctx: ctx, c: c, now: b.now}
	if err := fn(tx); err != nil {
		return err
	}
	if err := tx.keepWhole(); err != nil {
		return err
	}
	if _, err := c.exec(ctx, "COMMIT"); err != nil {
		return err
	}
	committed = true
	return nil
}

// exec runs a statement for its effect alone.
func (tx *Tx) exec(query string, args ...any) error {
	_, err := tx.c.exec(tx.ctx, query, args...)
	return err
}

// table knows how to store the records of one table. Its columns are the ones a
// record brings along; what the book keeps for itself (the trash, the folded
// name) may be missing.
type table struct {
	insert, same, update string
}

// newTable composes the statements; the key comes first among the columns.
func newTable(name string, columns ...string) table {
	key, names := columns[0], strings.Join(columns, ", ")
	marks := strings.Repeat("?, ", len(columns)-1) + "?"
	return table{
		insert: fmt.Sprintf("INSERT INTO %s (%s) VALUES (%s) ON CONFLICT (%s) DO NOTHING", name, names, marks, key),
		same:   fmt.Sprintf("SELECT (%[1]s) IS (%[2]s) FROM %[3]s WHERE %[4]s = ?1", names, numbered(len(columns)), name, key),
		update: fmt.Sprintf("UPDATE %[1]s SET (%[2]s) = (%[3]s) WHERE %[4]s = ?1", name, names, numbered(len(columns)), key),
	}
}

func numbered(n int) string {
	marks := make([]string, n)
	for i := range marks {
		marks[i] = fmt.Sprintf("?%d", i+1)
	}
	return strings.Join(marks, ", ")
}

// add stores a new record. The very same one again is no error, so that a deed
// whose acknowledgement got lost can be tried again.
func (tx *Tx) add(t table, values ...any) error {
	n, err := tx.c.exec(tx.ctx, t.insert, values...)
	if err != nil || n > 0 {
		return err
	}
	same, err := tx.c.number(tx.ctx, t.same, values...)
	if err == nil && same == 0 {
		err = ErrConflict
	}
	return err
}

// set gives a record new values.
func (tx *Tx) set(t table, what string, values ...any) error {
	n, err := tx.c.exec(tx.ctx, t.update, values...)
	if err == nil && n == 0 {
		err = missing(what)
	}
	return err
}

// put stores a record, new or changed. It is for tables outside of the log.
func (tx *Tx) put(t table, values ...any) error {
	n, err := tx.c.exec(tx.ctx, t.update, values...)
	if err != nil || n > 0 {
		return err
	}
	return tx.exec(t.insert, values...)
}

// missing is the refusal for a record that is not there.
func missing(what string) error {
	return rapport.Refuse(rapport.ErrNotFound, rapport.Args{"what": what})
}

// get reads the only record of a query.
func get[T any](tx *Tx, what string, scan func(*rows) T, query string, args ...any) (record T, err error) {
	there, err := tx.c.one(tx.ctx, func(r *rows) { record = scan(r) }, query, args...)
	if err == nil && !there {
		err = missing(what)
	}
	return record, err
}

// maybe reads the only record of a query, nil when there is none.
func maybe[T any](tx *Tx, scan func(*rows) T, query string, args ...any) (record *T, err error) {
	_, err = tx.c.one(tx.ctx, func(r *rows) { found := scan(r); record = &found }, query, args...)
	return record, err
}

// all reads every record of a query.
func all[T any](tx *Tx, scan func(*rows) T, query string, args ...any) ([]T, error) {
	r, err := tx.c.query(tx.ctx, query, args...)
	return list(r, err, scan)
}
