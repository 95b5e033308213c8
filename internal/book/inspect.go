package book

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Report is what a doctor wants to know about a book.
type Report struct {
	Path       string           `json:"path"`
	Version    int              `json:"version"`
	Known      int              `json:"known"`      // the newest version this program writes
	Identity   bool             `json:"identity"`   // the file says it is a book
	Integrity  []string         `json:"integrity"`  // what is wrong inside; empty when sound
	References []string         `json:"references"` // rows that refer to a missing one
	Counts     map[string]int64 `json:"counts"`     // rows a table
	Size       int64            `json:"size"`       // bytes
	LastBackup time.Time        `json:"last_backup,omitzero"`
}

// Sound reports whether nothing is wrong.
func (r Report) Sound() bool {
	return r.Identity && r.Version == r.Known && len(r.Integrity) == 0 && len(r.References) == 0
}

// Inspect checks the whole book, which takes seconds for a large one. Damage that
// keeps it from looking further is a finding like any other.
func (b *Book) Inspect(ctx context.Context) (Report, error) {
	report := Report{Path: b.path, Known: standard().version()}
	err := b.inspect(ctx, &report)
	if errors.Is(err, ErrDamaged) {
		report.Integrity, err = append(report.Integrity, detail(err)), nil
	}
	return report, err
}

// Unreadable is the report on a book that could not even be opened, because of an
// [ErrDamaged].
func Unreadable(path string, damage error) Report {
	return Report{Path: path, Known: standard().version(), Integrity: []string{detail(damage)}}
}

// detail is what lies behind a refusal, for those who repair books.
func detail(err error) string {
	var problem *rapport.Problem
	if errors.As(err, &problem) && problem.Cause != nil {
		err = problem.Cause
	}
	return err.Error()
}

func (b *Book) inspect(ctx context.Context, report *Report) error {
	return b.Read(ctx, func(tx *Tx) (err error) {
		if report.Integrity, err = faults(ctx, tx.c, "PRAGMA integrity_check"); err != nil {
			return err
		}
		if report.References, err = strayReferences(ctx, tx.c); err != nil {
			return err
		}
		if report.Counts, err = census(ctx, tx.c); err != nil {
			return err
		}
		report.Version = int(report.Counts["user_version"])
		delete(report.Counts, "user_version")
		id, err := tx.c.number(ctx, "PRAGMA application_id")
		if err != nil {
			return err
		}
		report.Identity = id == identity
		if report.Size, err = bytesOf(ctx, tx.c); err != nil {
			return err
		}
		last, err := tx.Setting(lastBackup)
		if ms, bad := strconv.ParseInt(last, 10, 64); bad == nil {
			report.LastBackup = time.UnixMilli(ms).UTC()
		}
		if err != nil {
			return err
		}
		return tx.readAll()
	})
}

// readAll reads what a review reads, for SQLite can find nothing wrong with a row
// that makes no sense.
func (tx *Tx) readAll() error {
	if _, err := tx.Standings(rapport.DateOf(tx.now()), true); err != nil {
		return err
	}
	return tx.Histories(Sweep{Archived: true}, func(assess.History) error { return nil })
}

// checkFile refuses a file that is not sound. After an unclean stop everything is
// checked: structure, indexes, constraints and references. Otherwise indexes and
// references are taken on trust, as SQLite closed the file itself.
func checkFile(ctx context.Context, c *conn, path string, left stop) error {
	check := thoroughly
	if left == clean {
		check = quickly
	}
	found, err := check(ctx, c)
	if err != nil {
		return explain(err, path)
	}
	if len(found) > 0 {
		cause := fmt.Errorf("%s: %w", strings.Join(found, "; "), errShape)
		return rapport.Refuse(ErrDamaged, rapport.Args{"path": path}).Because(cause)
	}
	return nil
}

func thoroughly(ctx context.Context, c *conn) ([]string, error) {
	found, err := faults(ctx, c, "PRAGMA integrity_check")
	if err != nil || len(found) > 0 {
		return found, err
	}
	return strayReferences(ctx, c)
}

// largeBook is the size in bytes, some fifty thousand entries, from which working
// out every CHECK constraint at every start would be felt.
const largeBook = 16 << 20

// quickly checks the structure, and the constraints of each row unless the book is
// large: they were enforced when the row was stored, and take most of the time.
func quickly(ctx context.Context, c *conn) ([]string, error) {
	size, err := bytesOf(ctx, c)
	if err != nil {
		return nil, err
	}
	if size < largeBook {
		return faults(ctx, c, "PRAGMA quick_check")
	}
	if err := c.script(ctx, "PRAGMA ignore_check_constraints = ON"); err != nil {
		return nil, err
	}
	found, err := faults(ctx, c, "PRAGMA quick_check")
	return found, errors.Join(err, c.script(ctx, "PRAGMA ignore_check_constraints = OFF"))
}

// bytesOf returns how large the book is, what waits in its log included.
func bytesOf(ctx context.Context, c *conn) (int64, error) {
	return c.number(ctx, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
}

// faults runs a check of SQLite's, which reports what it finds as rows.
func faults(ctx context.Context, c *conn, pragma string) ([]string, error) {
	r, err := c.query(ctx, pragma)
	found, err := list(r, err, func(r *rows) string { return r.text(0) })
	if len(found) == 1 && found[0] == "ok" {
		found = nil
	}
	return found, err
}

// strayReferences lists the rows that refer to one that is not there.
func strayReferences(ctx context.Context, c *conn) ([]string, error) {
	r, err := c.query(ctx, `SELECT "table", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2`)
	return list(r, err, func(r *rows) string {
		return fmt.Sprintf("%d rows of %s refer to missing rows of %s", r.int(2), r.text(0), r.text(1))
	})
}

// checkForeignKeys fails a migration that lost a reference.
func checkForeignKeys(ctx context.Context, c *conn) error {
	stray, err := strayReferences(ctx, c)
	if err == nil && len(stray) > 0 {
		err = errors.New(strings.Join(stray, "; "))
	}
	return err
}
