package book

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/uuid"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

func parseID(s string) (rapport.ID, error) { return uuid.Parse(s) }

// dumpRecord writes the whole record as text, a line a row: what a user would
// miss. The log and what is derived stay out.
func dumpRecord(t testing.TB, b *Book) []string {
	t.Helper()
	return dumpVersion(t, b, len(columnsByVersion))
}

// dumpVersion writes what a book of an earlier version already knew.
func dumpVersion(t testing.TB, b *Book, version int) []string {
	t.Helper()
	var lines []string
	read(t, b, func(tx *Tx) error {
		for _, l := range logged {
			known := knownTo(version, l.table)
			if known == "" {
				continue
			}
			r, err := tx.c.query(tx.ctx, fmt.Sprintf("SELECT %s FROM %s ORDER BY 1", known, l.table))
			rows, err := list(r, err, func(r *rows) string {
				parts := []string{l.table}
				for _, v := range r.values {
					if b, ok := v.([]byte); ok {
						v = fmt.Sprintf("%x", b)
					}
					parts = append(parts, fmt.Sprintf("%#v", v))
				}
				return strings.Join(parts, " ")
			})
			if err != nil {
				return err
			}
			lines = append(lines, rows...)
		}
		return nil
	})
	return lines
}

// knownTo lists the columns of a table that a version had.
func knownTo(version int, table string) string {
	var columns []string
	for _, added := range columnsByVersion[:version] {
		if added[table] != "" {
			columns = append(columns, added[table])
		}
	}
	return strings.Join(columns, ", ")
}

// columnsByVersion are the columns each version added, which every later one must
// be able to show.
var columnsByVersion = []map[string]string{{
	"clients": `id, name, name_key, organisation, emails, phone, language, currency, hourly_rate, payment_days,
		notice_days, state, since, tags, archived`,
	"entries": `id, client, day, kind, severity, justified, scope, channel, minutes, energy, anger, source_file,
		source_row, trashed_at, note`,
	"circumstances": "entry, start_day, review_day",
	"invoices":      "id, client, issued, number, due, amount, currency, disputed, source_file, source_row",
	"payments":      "id, invoice, day, amount",
	"obligations":   "id, client, side, what, due, met, waived, reason",
	"promises":      "id, client, what, given, by_day, kept, broken",
	"decisions":     "id, client, day, offered, chosen, why",
}, {
	"clients":   "hostility, complexity, limit_minutes",
	"entries":   "given",
	"invoices":  "minutes",
	"decisions": "again, outcome, judged",
	"answers":   "id, client, day, question, answer, about",
}}

// dumpFile dumps a closed book of this version.
func dumpFile(t testing.TB, path string) []string {
	t.Helper()
	b, err := Open(t.Context(), path, options())
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	return dumpRecord(t, b)
}
