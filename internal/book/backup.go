package book

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// lastBackup is the setting that tells when the last verified copy was made, in
// milliseconds.
const lastBackup = "backup.last"

// BackUp writes a verified copy of the book under a name that is free. Writing goes
// on meanwhile; the copy is of one moment.
func (b *Book) BackUp(ctx context.Context, target string) error {
	target, err := filepath.Abs(target)
	if err != nil {
		return fmt.Errorf("finding the place for the copy: %w", err)
	}
	if err := vacant(target); err != nil {
		return err
	}
	c, err := b.reader(ctx)
	if err != nil {
		return err
	}
	err = copyTo(ctx, c, b.file, target)
	b.readers <- c
	if err != nil || b.readOnly {
		return explain(err, target)
	}
	return b.Write(ctx, Step{}, func(tx *Tx) error {
		return tx.SetSetting(lastBackup, fmt.Sprint(tx.now().UnixMilli()))
	})
}

// copyTo makes the verified copy, replacing an older one of that name: under another name, checked as a stranger would
// check it, synced, and only then given its own name. An empty file or one that
// cannot be read back never counts as a backup.
func copyTo(ctx context.Context, c *conn, path, target string) error {
	if err := checkSpace(ctx, c, target); err != nil {
		return err
	}
	temp, err := newFile(target)
	if err != nil {
		return err
	}
	defer os.Remove(temp) // no longer there when all went well
	before, err := census(ctx, c)
	if err != nil {
		return err
	}
	if _, err := c.exec(ctx, "VACUUM INTO ?", temp); err != nil {
		return explain(err, target)
	}
	after, err := census(ctx, c)
	if err != nil {
		return err
	}
	if err := verify(ctx, temp, before, after); err != nil {
		return rapport.Refuse(ErrBackup, rapport.Args{"path": target}).Because(err)
	}
	return place(temp, target)
}

// verify opens a copy that nobody else knows of and checks it in full. Its rows
// must lie between what was counted before the copy and after it.
func verify(ctx context.Context, copied string, before, after map[string]int64) error {
	c, err := connect(ctx, copied, access{mode: "ro", immutable: true})
	if err != nil {
		return err
	}
	return errors.Join(func() error {
		if id, err := c.number(ctx, "PRAGMA application_id"); err != nil || id != identity {
			return errors.Join(err, fmt.Errorf("the copy bears the identity %#x: %w", id, errShape))
		}
		if err := checkFile(ctx, c, copied, unclean); err != nil {
			return err
		}
		counted, err := census(ctx, c)
		if err != nil {
			return err
		}
		for _, name := range slices.Sorted(maps.Keys(before)) {
			n, low, high := counted[name], min(before[name], after[name]), max(before[name], after[name])
			if n < low || n > high {
				return fmt.Errorf("the copy has %d rows of %s, not %d to %d: %w", n, name, low, high, errShape)
			}
		}
		return nil
	}(), c.close())
}

// census counts the rows of every table, and the schema's version as one more.
func census(ctx context.Context, c *conn) (map[string]int64, error) {
	r, err := c.query(ctx, `SELECT name FROM sqlite_schema
		WHERE type = 'table' AND name NOT GLOB 'sqlite_*' ORDER BY name`)
	names, err := list(r, err, func(r *rows) string { return r.text(0) })
	if err != nil {
		return nil, err
	}
	counts := make(map[string]int64, len(names)+1)
	for _, name := range names {
		if counts[name], err = c.number(ctx, `SELECT count(*) FROM "`+name+`"`); err != nil {
			return nil, err
		}
	}
	counts["user_version"], err = c.number(ctx, "PRAGMA user_version")
	return counts, err
}

// checkSpace refuses a copy that would not fit, with a tenth to spare.
func checkSpace(ctx context.Context, c *conn, target string) error {
	need, err := bytesOf(ctx, c)
	if err != nil {
		return err
	}
	free, err := freeSpace(filepath.Dir(target))
	if err != nil {
		return explainFile(err, target)
	}
	if free < uint64(need)*11/10 {
		return rapport.Refuse(ErrDiskFull, rapport.Args{"path": target})
	}
	return nil
}
