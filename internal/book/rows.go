package book

import (
	"bytes"
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// rows reads the result of a query column by column. The first thing that goes
// wrong is kept and returned by close, so that a record can be read in one
// expression.
type rows struct {
	ctx    context.Context
	rows   driver.Rows
	done   func() error
	values []driver.Value
	read   int
	over   bool
	err    error
}

// checkEvery is after how many rows a long read asks whether it is still wanted.
const checkEvery = 1024

// next moves to the next row.
func (r *rows) next() bool {
	if r.over || r.err != nil {
		return false
	}
	if r.read++; r.read%checkEvery == 0 && r.ctx.Err() != nil {
		r.err = r.ctx.Err()
		return false
	}
	switch err := r.rows.Next(r.values); {
	case err == io.EOF:
		r.over = true
	case err != nil:
		r.err = fmt.Errorf("reading a row: %w", err)
	}
	return !r.over && r.err == nil
}

// close ends the reading and tells what went wrong on the way.
func (r *rows) close() error {
	return errors.Join(r.err, r.rows.Close(), r.done())
}

func (r *rows) wrong(i int, want string) {
	if r.err == nil {
		r.err = fmt.Errorf("column %s holds %T instead of %s: %w", r.rows.Columns()[i], r.values[i], want, errShape)
	}
}

func (r *rows) null(i int) bool { return r.values[i] == nil }

func (r *rows) text(i int) string {
	if r.values[i] == nil {
		return ""
	}
	s, ok := r.values[i].(string)
	if !ok {
		r.wrong(i, "text")
	}
	return s
}

func (r *rows) int64(i int) int64 {
	if r.values[i] == nil {
		return 0
	}
	n, ok := r.values[i].(int64)
	if !ok {
		r.wrong(i, "an integer")
	}
	return n
}

func (r *rows) int(i int) int   { return int(r.int64(i)) }
func (r *rows) bool(i int) bool { return r.int64(i) != 0 }

// id reads an identifier, the zero one for NULL.
func (r *rows) id(i int) rapport.ID {
	if r.values[i] == nil {
		return rapport.ID{}
	}
	b, ok := r.values[i].([]byte)
	if !ok || len(b) != len(rapport.ID{}) {
		r.wrong(i, "an identifier")
		return rapport.ID{}
	}
	return rapport.ID(b)
}

// day reads a civil date, the zero one for NULL.
func (r *rows) day(i int) rapport.Date {
	if r.values[i] == nil {
		return 0
	}
	s, _ := r.values[i].(string)
	d, ok := parseDay(s)
	if !ok {
		r.wrong(i, "a day")
	}
	return d
}

// list reads a whole result, one record a row.
func list[T any](r *rows, err error, scan func(*rows) T) ([]T, error) {
	if err != nil {
		return nil, err
	}
	var all []T
	for r.next() {
		all = append(all, scan(r))
	}
	return all, r.close()
}

// parseDay reads YYYY-MM-DD without the generality, and the cost, of time.Parse:
// a sweep over a book reads millions of days. The CHECK constraints have already
// refused what is no day.
func parseDay(s string) (rapport.Date, bool) {
	if len(s) != len("2006-01-02") || s[4] != '-' || s[7] != '-' {
		return 0, false
	}
	year, okYear := digits(s[:4])
	month, okMonth := digits(s[5:7])
	day, okDay := digits(s[8:])
	if !okYear || !okMonth || !okDay || month < 1 || month > 12 || day < 1 || day > 31 {
		return 0, false
	}
	// Days before a date in the proleptic Gregorian calendar, the year taken to
	// begin in March so that the leap day comes last.
	if month <= 2 {
		year, month = year-1, month+12
	}
	n := 365*year + year/4 - year/100 + year/400 + (153*(month-3)+2)/5 + day
	return rapport.Date(n - daysToYearOne), true
}

// daysToYearOne makes 0001-01-01 day 1, as rapport.Date counts.
const daysToYearOne = 306

func digits(s string) (n int, ok bool) {
	for i := range len(s) {
		c := s[i]
		if c < '0' || c > '9' {
			return 0, false
		}
		n = 10*n + int(c-'0')
	}
	return n, s != ""
}

// plain turns an argument into one of the driver's few types. A zero day and an
// unsaid rating are NULL.
func plain(arg any) driver.Value {
	switch v := arg.(type) {
	case rapport.ID:
		return v[:]
	case rapport.Date:
		if v.IsZero() {
			return nil
		}
		return v.String()
	case rapport.Rating:
		n, said := v.Get()
		if !said {
			return nil
		}
		return int64(n)
	case int:
		return int64(v)
	case bool:
		if v {
			return int64(1)
		}
		return int64(0)
	case rapport.Kind:
		return string(v)
	case rapport.Justified:
		return string(v)
	case rapport.Scope:
		return string(v)
	case rapport.Channel:
		return string(v)
	case rapport.Currency:
		return string(v)
	case rapport.State:
		return string(v)
	case rapport.Side:
		return string(v)
	case rapport.Verdict:
		return string(v)
	case rapport.Clause:
		return string(v)
	case rapport.OweKind:
		return string(v)
	}
	return arg
}

// compareIDs orders identifiers as SQLite does.
func compareIDs(a, b rapport.ID) int { return bytes.Compare(a[:], b[:]) }
