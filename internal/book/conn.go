package book

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"
	"sync"

	"modernc.org/sqlite"
)

// access says how a connection reaches a file.
type access struct {
	mode      string // SQLite's own: rw or ro
	immutable bool   // nobody can change the file: take no locks, make no -shm
	busy      int    // milliseconds to wait for another program's lock
}

// dsn names a file for the driver. It is built as a URL because a plain path is
// cut at its first ? or #, and another file opened without a word.
func dsn(path string, a access) string {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // a drive letter
	}
	pragmas := []string{"busy_timeout(" + strconv.Itoa(a.busy) + ")"}
	if a.mode == "rw" {
		pragmas = append(pragmas, "journal_mode(WAL)", "synchronous(FULL)", "cache_size(-65536)")
	} else {
		pragmas = append(pragmas, "cache_size(-32768)")
	}
	pragmas = append(pragmas, "foreign_keys(1)", "secure_delete(1)", "trusted_schema(0)",
		"cell_size_check(1)", "recursive_triggers(1)", "temp_store(2)")
	query := url.Values{
		"mode": {a.mode}, "_pragma": pragmas, "_txlock": {"immediate"},
		"_dqs": {"0"}, "_defensive": {"1"}, "_error_rc": {"1"},
	}
	if a.immutable {
		query.Set("immutable", "1")
	}
	file := url.URL{Scheme: "file", Path: path, RawQuery: query.Encode()}
	return file.String()
}

// ownLocks makes SQLite take locks that belong to the open file. The usual kind
// belongs to the process, and any other part of the program that opened and
// closed the book (a file picker, say) would drop them. Where a system has none,
// the usual ones must do.
var ownLocks = sync.OnceFunc(func() { _, _ = sqlite.OFDLocking(true) })

// conn is one connection with the statements it has prepared so far. It stands
// on the driver's own interfaces: a pool would take statements from connection
// to connection, and reading a million rows through Scan costs as much again as
// SQLite itself. One goroutine at a time.
type conn struct {
	driver.Conn
	prepared map[string]*statement
}

// statement is prepared once and used again; rows that are still being read keep
// it busy.
type statement struct {
	driver.Stmt
	busy bool
}

func connect(ctx context.Context, path string, a access) (*conn, error) {
	ownLocks()
	connector, err := sqlite.NewConnector(dsn(path, a))
	if err != nil {
		return nil, fmt.Errorf("naming the file for SQLite: %w", err)
	}
	c, err := connector.Connect(ctx)
	if err != nil {
		return nil, explain(err, path)
	}
	return &conn{Conn: c, prepared: make(map[string]*statement)}, nil
}

func (c *conn) close() error {
	var errs []error
	for _, s := range c.prepared {
		errs = append(errs, s.Close())
	}
	c.prepared = nil
	return errors.Join(append(errs, c.Conn.Close())...)
}

// statement returns a statement nobody is reading from. done gives it back.
func (c *conn) statement(ctx context.Context, query string) (s *statement, done func() error, err error) {
	s = c.prepared[query]
	if s != nil && !s.busy {
		s.busy = true
		return s, s.release, nil
	}
	stmt, err := c.Conn.(driver.ConnPrepareContext).PrepareContext(ctx, query)
	if err != nil {
		return nil, nil, fmt.Errorf("preparing %q: %w", brief(query), err)
	}
	fresh := &statement{Stmt: stmt, busy: true}
	if s != nil {
		return fresh, stmt.Close, nil
	}
	c.prepared[query] = fresh
	return fresh, fresh.release, nil
}

func (s *statement) release() error {
	s.busy = false
	return nil
}

// exec runs one statement and returns how many rows it changed.
func (c *conn) exec(ctx context.Context, query string, args ...any) (int64, error) {
	s, done, err := c.statement(ctx, query)
	if err != nil {
		return 0, err
	}
	result, err := s.Stmt.(driver.StmtExecContext).ExecContext(ctx, bind(args))
	if err := errors.Join(err, done()); err != nil {
		return 0, fmt.Errorf("running %q: %w", brief(query), err)
	}
	return result.RowsAffected()
}

// script runs several statements once, without keeping them.
func (c *conn) script(ctx context.Context, text string) error {
	if _, err := c.Conn.(driver.ExecerContext).ExecContext(ctx, text, nil); err != nil {
		return fmt.Errorf("running %q: %w", brief(text), err)
	}
	return nil
}

// query starts reading. The rows must be closed before the transaction ends.
func (c *conn) query(ctx context.Context, query string, args ...any) (*rows, error) {
	s, done, err := c.statement(ctx, query)
	if err != nil {
		return nil, err
	}
	r, err := s.Stmt.(driver.StmtQueryContext).QueryContext(ctx, bind(args))
	if err != nil {
		return nil, fmt.Errorf("running %q: %w", brief(query), errors.Join(err, done()))
	}
	return &rows{ctx: ctx, rows: r, done: done, values: make([]driver.Value, len(r.Columns()))}, nil
}

// one reads the only row of a query; there is false without one.
func (c *conn) one(ctx context.Context, scan func(*rows), query string, args ...any) (there bool, err error) {
	r, err := c.query(ctx, query, args...)
	if err != nil {
		return false, err
	}
	if r.next() {
		there = true
		scan(r)
	}
	return there, r.close()
}

// number reads a single integer.
func (c *conn) number(ctx context.Context, query string, args ...any) (n int64, err error) {
	_, err = c.one(ctx, func(r *rows) { n = r.int64(0) }, query, args...)
	return n, err
}

// bind hands arguments to the driver, which takes int64, float64, string, []byte
// and nil only.
func bind(args []any) []driver.NamedValue {
	values := make([]driver.NamedValue, len(args))
	for i, arg := range args {
		values[i] = driver.NamedValue{Ordinal: i + 1, Value: plain(arg)}
	}
	return values
}

// brief shortens a statement for an error message.
func brief(query string) string {
	words := strings.Join(strings.Fields(query), " ")
	if len(words) > 60 {
		return words[:60] + "…"
	}
	return words
}
