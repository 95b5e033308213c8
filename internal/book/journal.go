package book

import (
	"encoding/hex"
	"slices"
	"strings"
	"time"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Filter picks entries for the journal. A zero field does not narrow.
type Filter struct {
	Client   rapport.ID
	Kinds    []rapport.Kind
	From, To rapport.Date // both included
	Text     string       // words that all stand in the note or the client's name, however they are written
	Only     []rapport.ID // of these entries; empty for any
	Trashed  bool         // the trash instead of the journal
	Before   Cursor       // only what comes after this row of an earlier page
	Limit    int          // rows a page; 0 for all
}

// Cursor is a place in the journal: a row's day and identifier. Pages that
// continue from a row stay right while entries are added before it.
type Cursor struct {
	On rapport.Date
	ID rapport.ID
}

// JournalRow is an entry with what a list shows beside it.
type JournalRow struct {
	Entry      rapport.Entry
	ClientName string
	TrashedAt  time.Time // zero unless it lies in the trash
}

// Cursor returns the place of the row, from which the next page continues.
func (r JournalRow) Cursor() Cursor { return Cursor{On: r.Entry.On, ID: r.Entry.ID} }

// Journal returns the entries the filter picks, the newest first.
func (tx *Tx) Journal(f Filter) ([]JournalRow, error) {
	where, args := f.where(true)
	query := "SELECT " + entryColumns + ", c.name, e.trashed_at FROM entries e JOIN clients c ON c.id = e.client" +
		where + " ORDER BY e.day DESC, e.id DESC"
	if f.Limit > 0 {
		query, args = query+" LIMIT ?", append(args, f.Limit)
	}
	return all(tx, func(r *rows) JournalRow {
		row := JournalRow{Entry: scanEntry(r), ClientName: r.text(6)}
		if !r.null(7) {
			row.TrashedAt = time.UnixMilli(r.int64(7)).UTC()
		}
		return row
	}, query, args...)
}

// JournalCount returns how many entries the filter picks, on all pages together.
func (tx *Tx) JournalCount(f Filter) (int, error) {
	if f.whole() {
		// SQLite counts all rows of a table, and those of the small index of the
		// trash, without looking at any, which is far faster than looking through
		// them for the ones that are not in the trash.
		n, err := tx.c.number(tx.ctx, `SELECT (SELECT count(*) FROM entries) -
			(SELECT count(*) FROM entries WHERE trashed_at IS NOT NULL)`)
		return int(n), err
	}
	where, args := f.where(false)
	n, err := tx.c.number(tx.ctx, "SELECT count(*) FROM entries e"+where, args...)
	return int(n), err
}

// JournalCountTo is JournalCount, but it stops counting at most: how many exactly
// is not worth a look through a million notes.
func (tx *Tx) JournalCountTo(f Filter, most int) (int, error) {
	where, args := f.where(false)
	n, err := tx.c.number(tx.ctx, "SELECT count(*) FROM (SELECT 1 FROM entries e"+where+" LIMIT ?)", append(args, most)...)
	return int(n), err
}

// whole reports whether the filter picks every entry that is not in the trash.
func (f Filter) whole() bool {
	return !f.Trashed && f.Client == (rapport.ID{}) && len(f.Kinds) == 0 && len(f.Only) == 0 &&
		f.From.IsZero() && f.To.IsZero() && strings.TrimSpace(f.Text) == ""
}

// where writes the filter as SQL. The words of the text are compared folded, by
// a function of this package: SQLite's own LIKE knows the case of ASCII only.
func (f Filter) where(page bool) (string, []any) {
	var b strings.Builder
	var args []any
	narrow := func(condition string, values ...any) {
		b.WriteString(" AND " + condition)
		args = append(args, values...)
	}
	b.WriteString(" WHERE e.trashed_at IS NULL")
	if f.Trashed {
		b.Reset()
		b.WriteString(" WHERE e.trashed_at IS NOT NULL")
	}
	if f.Client != (rapport.ID{}) {
		narrow("e.client = ?", f.Client)
	}
	if len(f.Kinds) > 0 {
		marks := strings.Join(slices.Repeat([]string{"?"}, len(f.Kinds)), ", ")
		narrow("e.kind IN ("+marks+")", kinds(f.Kinds)...)
	}
	if !f.From.IsZero() {
		narrow("e.day >= ?", f.From)
	}
	if !f.To.IsZero() {
		narrow("e.day <= ?", f.To)
	}
	if len(f.Only) > 0 {
		narrow("e.id IN (SELECT unhex(value) FROM json_each(?))", asHex(f.Only))
	}
	for word := range strings.FieldsSeq(fold(f.Text)) {
		narrow("(rapport_holds(e.note, ?) OR e.client IN (SELECT id FROM clients WHERE rapport_holds(name, ?)))", word, word)
	}
	if page && f.Before != (Cursor{}) {
		narrow("(e.day, e.id) < (?, ?)", f.Before.On, f.Before.ID)
	}
	return b.String(), args
}

func kinds(all []rapport.Kind) []any {
	values := make([]any, len(all))
	for i, k := range all {
		values[i] = k
	}
	return values
}

// asHex writes identifiers as a JSON list of hexadecimal texts. One parameter
// holds them all, however many: a reason may rest on more entries than a
// statement takes parameters.
func asHex(ids []rapport.ID) string {
	var b strings.Builder
	b.WriteByte('[')
	for i, id := range ids {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteByte('"')
		b.WriteString(hex.EncodeToString(id[:]))
		b.WriteByte('"')
	}
	b.WriteByte(']')
	return b.String()
}
