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
// miss. The log, what is being written and what is derived stay out.
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
			rows, err := dumpTable(tx, version, l.table)
			if err != nil {
				return err
			}
			lines = append(lines, rows...)
		}
		return nil
	})
	return lines
}

// dumpWritten writes what is no part of the record and must not get lost either.
func dumpWritten(t testing.TB, b *Book, version int) []string {
	t.Helper()
	return reading(t, b, func(tx *Tx) ([]string, error) {
		drafts, err := dumpTable(tx, version, "drafts")
		if err != nil {
			return nil, err
		}
		runs, err := dumpTable(tx, version, "runs")
		return append(drafts, runs...), err
	})
}

// dumpAll writes the record and what is being written beside it.
func dumpAll(t testing.TB, b *Book) []string {
	t.Helper()
	return append(dumpRecord(t, b), dumpWritten(t, b, len(columnsByVersion))...)
}

func dumpTable(tx *Tx, version int, table string) ([]string, error) {
	known := knownTo(version, table)
	if known == "" {
		return nil, nil
	}
	r, err := tx.c.query(tx.ctx, fmt.Sprintf("SELECT %s FROM %s ORDER BY 1", known, table))
	return list(r, err, func(r *rows) string {
		parts := []string{table}
		for _, v := range r.values {
			if b, ok := v.([]byte); ok {
				v = fmt.Sprintf("%x", b)
			}
			parts = append(parts, fmt.Sprintf("%#v", v))
		}
		return strings.Join(parts, " ")
	})
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
}, {
	"clients":     "country, consumer, people, needs",
	"obligations": "kind",
	"promises":    "minutes",
	"sheets":      "id, client, agreed, skipped, process, result, by_when, reach, not_done, revisions, payment, notice",
	"surprises":   "id, client, day, clause, what, entry",
	"flags":       "id, client, set_day, until, lifted, reason",
	"letters":     "id, client, sent, kind, language, style, written, held, way, subject, body",
	"endings": `id, client, begun, notice_from, notice_days, notice_business, notice_month_end, cure_from, cure_days,
		cure_business, cure_month_end, considered, last_day, finished, reopened, why, story`,
	"threats": "id, client, entry, voiced, acted, closed, told",
	"drafts":  "id, client, kind, language, style, written, held, subject, body",
	"runs":    "id, client, guide, started, touched, done, step, kept",
}}

// dumpFile dumps a closed book of this version.
func dumpFile(t testing.TB, path string) []string {
	t.Helper()
	b, err := Open(t.Context(), path, options())
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	return dumpAll(t, b)
}
