package book

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// raw runs SQL on the writing connection inside a recorded step, past every
// check in Go, and always rolls back.
func raw(t testing.TB, b *Book, fn func(tx *Tx) error) error {
	t.Helper()
	enough := fmt.Errorf("enough")
	err := b.Write(context.Background(), Step{Name: "raw"}, func(tx *Tx) error {
		if err := fn(tx); err != nil {
			return err
		}
		return enough
	})
	if err == enough {
		return nil
	}
	return err
}

// goodRows holds one acceptable row a table, as SQL values by column.
func goodRows(c rapport.Client, entry, threat, invoice rapport.ID) map[string]map[string]string {
	blob := func(id rapport.ID) string { return fmt.Sprintf("x'%x'", id[:]) }
	own := blob(rapport.NewID())
	return map[string]map[string]string{
		"clients": {
			"id": own, "name": "'Nova'", "name_key": "'nova'", "organisation": "''", "emails": `'["a@b.de"]'`,
			"phone": "''", "language": "'de'", "currency": "'EUR'", "hourly_rate": "9000", "payment_days": "14",
			"notice_days": "30", "state": "'active'", "since": "NULL", "tags": "'[]'", "archived": "0",
			"hostility": "4", "complexity": "3", "limit_minutes": "120",
			"country": "'DE'", "consumer": "1", "people": "'Ann' || char(10) || 'Bo'", "needs": "''",
		},
		"entries": {
			"id": own, "client": blob(c.ID), "day": "'2026-06-01'", "kind": "'complaint'", "severity": "3",
			"justified": "'yes'", "scope": "''", "channel": "'mail'", "minutes": "0", "given": "0", "energy": "NULL", "anger": "NULL",
			"source_file": "''", "source_row": "0", "note": "''",
		},
		"circumstances": {"entry": blob(entry), "start_day": "'2026-01-01'", "review_day": "'2026-01-01'"},
		"invoices": {
			"id": own, "client": blob(c.ID), "number": "'9'", "issued": "'2026-06-01'", "due": "'2026-06-01'",
			"amount": "1", "currency": "'EUR'", "disputed": "0", "source_file": "''", "source_row": "0",
			"minutes": "90",
		},
		"payments": {"id": own, "invoice": blob(invoice), "day": "'2026-06-01'", "amount": "1"},
		"obligations": {
			"id": own, "client": blob(c.ID), "side": "'ours'", "what": "'Files'", "due": "NULL", "met": "NULL",
			"waived": "NULL", "reason": "''", "kind": "'files'",
		},
		"promises": {
			"id": own, "client": blob(c.ID), "what": "'Call'", "given": "'2026-06-01'", "by_day": "'2026-06-02'",
			"kept": "NULL", "broken": "NULL", "minutes": "90",
		},
		"decisions": {
			"id": own, "client": blob(c.ID), "day": "'2026-06-01'", "offered": "'keep'", "chosen": "'keep'", "why": "''",
			"again": "'2026-06-29'", "outcome": "'wrong'", "judged": "'2026-09-01'",
		},
		"answers": {
			"id": own, "client": blob(c.ID), "day": "'2026-06-01'", "question": "'was_it_fair'", "answer": "'no'", "about": blob(entry),
		},
		"standings": {
			"client": blob(c.ID), "day": "'2026-06-01'", "verdict": "'keep'", "strain": "0.0", "share": "'{}'", "assessment": "'{}'",
		},
		"sheets": {
			"client": blob(c.ID), "id": own, "agreed": "'2026-06-01'", "skipped": "NULL", "process": "'weekly' || char(10)", "result": "''",
			"by_when": "''", "reach": "''", "not_done": "''", "revisions": "'two'", "payment": "''", "notice": "''",
		},
		"surprises": {
			"client": blob(c.ID), "day": "'2026-06-01'", "id": own, "clause": "'revisions'", "what": "''", "entry": blob(entry),
		},
		"flags": {
			"client": blob(c.ID), "id": own, "set_day": "'2026-06-01'", "until": "'2026-06-01'", "lifted": "NULL", "reason": "'pays late'",
		},
		"letters": {
			"client": blob(c.ID), "sent": "'2026-06-02'", "id": own, "kind": "'reminder'", "language": "'de'", "style": "'formal'",
			"written": "'2026-06-01'", "held": "'2026-06-02'", "way": "'mail'", "subject": "''", "body": "'x' || char(10)",
		},
		"drafts": {
			"client": blob(c.ID), "id": own, "kind": "'reminder'", "language": "'de'", "style": "'friendly'",
			"written": "'2026-06-01'", "held": "NULL", "subject": "''", "body": "''",
		},
		"runs": {
			"client": blob(c.ID), "id": own, "guide": "'firm_no'", "started": "'2026-06-01'", "touched": "'2026-06-03'",
			"done": "'2026-06-03'", "step": "''", "kept": "'{}'",
		},
		"endings": {
			"client": blob(c.ID), "begun": "'2026-06-01'", "id": own, "notice_from": "'2026-06-02'", "notice_days": "30",
			"notice_business": "0", "notice_month_end": "1", "cure_from": "NULL", "cure_days": "0", "cure_business": "1",
			"cure_month_end": "0", "considered": `'["files","data"]'`, "last_day": "'2026-07-31'", "finished": "NULL",
			"reopened": "NULL", "why": "''", "story": "''",
		},
		"threats": {
			"client": blob(c.ID), "id": own, "entry": blob(threat), "voiced": "'2026-06-01'", "acted": "'2026-06-02'",
			"closed": "'2026-06-02'", "told": "''",
		},
		"settings": {"key": "'theme'", "value": "'light'"},
	}
}

func insertSQL(table string, row map[string]string) string {
	var columns, values []string
	for column, value := range row {
		columns, values = append(columns, column), append(values, value)
	}
	return fmt.Sprintf("INSERT INTO %s (%s) VALUES (%s)", table, strings.Join(columns, ", "), strings.Join(values, ", "))
}

func TestTheSchemaTakesGoodRowsAndRefusesBadOnesEvenFromRawSQL(t *testing.T) {
	b := emptyBook(t)
	c := client("Acme")
	hardship, threat, v := entry(c, 9, rapport.Hardship), entry(c, 9, rapport.Threat), invoice(c, "1", 3, 500)
	write(t, b, "setup", func(tx *Tx) error {
		return firstError(tx.AddClient(c), tx.AddEntry(hardship), tx.AddEntry(threat), tx.AddInvoice(v))
	})
	good := goodRows(c, hardship.ID, threat.ID, v.ID)
	for table, row := range good {
		if err := raw(t, b, func(tx *Tx) error { return tx.exec(insertSQL(table, row)) }); err != nil {
			t.Errorf("a good row of %s is refused: %v", table, err)
		}
	}
	for _, bad := range badValues {
		table, assignments, _ := strings.Cut(bad, ": ")
		t.Run(table+" "+assignments, func(t *testing.T) {
			row := map[string]string{}
			for column, value := range good[table] {
				row[column] = value
			}
			for assignment := range strings.SplitSeq(assignments, " & ") {
				column, value, _ := strings.Cut(assignment, " = ")
				row[column] = value
			}
			if err := raw(t, b, func(tx *Tx) error { return tx.exec(insertSQL(table, row)) }); err == nil {
				t.Error("stored")
			}
		})
	}
}

// badValues breaks one invariant each: table, then column = SQL value.
var badValues = strings.Split(strings.TrimSpace(`
clients: id = x'01'
clients: id = NULL
clients: name = ''
clients: name = char(160, 9, 8195)
clients: name = 'two' || char(10) || 'lines'
clients: name = 'cut' || char(0) || 'short'
clients: name = printf('%.*c', 201, 'x')
clients: name_key = ''
clients: name_key = 'acme'
clients: organisation = printf('%.*c', 501, 'x')
clients: phone = char(13)
clients: language = printf('%.*c', 36, 'x')
clients: emails = '{}'
clients: emails = 'none'
clients: emails = '["nobody"]'
clients: emails = '["@example.org"]'
clients: emails = '["me@"]'
clients: emails = '["a b@example.org"]'
clients: emails = '["a@b.de,c@d.de"]'
clients: emails = '[7]'
clients: tags = '[""]'
clients: tags = '[null]'
clients: currency = 'eur'
clients: currency = 'EURO'
clients: hourly_rate = -1
clients: hourly_rate = 9223372036855
clients: payment_days = -1
clients: payment_days = 3651
clients: notice_days = 3651
clients: state = 'gone'
clients: since = '2026-02-30'
clients: since = '1969-12-31'
clients: archived = 2
clients: hostility = 6
clients: complexity = 13
clients: limit_minutes = 10081
clients: limit_minutes = -1
clients: hostility = NULL
entries: client = x'00112233445566778899aabbccddeeff'
entries: day = '2026-6-1'
entries: day = '2026-02-29'
entries: day = '2200-01-01'
entries: day = 'today'
entries: day = NULL
entries: kind = 'rudeness'
entries: kind = ''
entries: severity = 0
entries: severity = 6
entries: severity = 'three'
entries: justified = 'maybe'
entries: kind = 'praise'
entries: scope = 'in'
entries: scope = 'outside' & kind = 'demand' & justified = ''
entries: channel = 'pigeon'
entries: minutes = -1
entries: minutes = 10081
entries: given = -1
entries: given = 9223372036855
entries: energy = 6
entries: energy = -1
entries: anger = 11
entries: source_row = -1
entries: source_file = char(0)
entries: note = char(97, 0)
entries: note = printf('%.*c', 1048577, 'x')
circumstances: review_day = '2025-12-31'
circumstances: start_day = '2026-13-01'
circumstances: entry = x'00112233445566778899aabbccddeeff'
invoices: number = ' '
invoices: number = '1'
invoices: due = '2026-05-31'
invoices: amount = 0
invoices: amount = 9223372036855
invoices: currency = '€'
invoices: disputed = 2
invoices: minutes = -1
invoices: minutes = 527041
payments: amount = 0
payments: amount = 501
payments: day = '2026-04-31'
payments: invoice = x'00112233445566778899aabbccddeeff'
obligations: side = 'both'
obligations: what = ''
obligations: met = '2026-06-01' & waived = '2026-06-01' & reason = 'x'
obligations: waived = '2026-06-01'
obligations: waived = '2026-06-01' & reason = ' '
obligations: due = 'soon'
promises: what = ''
promises: kept = '2026-06-01' & broken = '2026-06-01'
promises: by_day = '2026-00-01'
decisions: offered = 'quit'
decisions: chosen = 'quit' & why = 'x'
decisions: chosen = 'end'
decisions: why = char(0)
decisions: again = '2026-06-01'
decisions: again = 'soon'
decisions: outcome = 'perhaps'
decisions: outcome = NULL
decisions: judged = '2026-05-31'
answers: client = x'00112233445566778899aabbccddeeff'
answers: day = '2026-02-29'
answers: question = ' '
answers: question = printf('%.*c', 201, 'x')
answers: answer = ''
answers: answer = 'two' || char(10) || 'lines'
answers: about = x'00112233445566778899aabbccddeeff'
clients: country = 'de'
clients: country = 'DEU'
clients: consumer = 2
clients: people = char(0)
clients: needs = printf('%.*c', 4001, 'x')
obligations: kind = 'thanks'
promises: minutes = -1
promises: minutes = 527041
sheets: client = x'00112233445566778899aabbccddeeff'
sheets: agreed = '2026-02-30'
sheets: process = char(0)
sheets: notice = printf('%.*c', 4001, 'x')
surprises: clause = 'weather'
surprises: what = printf('%.*c', 501, 'x')
surprises: entry = x'00112233445566778899aabbccddeeff'
flags: reason = ' '
flags: reason = 'two' || char(10) || 'lines'
flags: until = '2026-05-31'
flags: until = '2036-06-01'
flags: until = NULL
flags: lifted = '2026-05-31'
letters: sent = NULL
letters: sent = '2026-05-31'
letters: held = '2026-05-31'
letters: kind = ''
letters: language = ' '
letters: style = 'angry'
letters: way = 'pigeon'
letters: subject = 'two' || char(10) || 'lines'
letters: body = ' '
letters: body = printf('%.*c', 1048577, 'x')
drafts: style = ''
drafts: body = char(0)
drafts: held = '2026-05-31'
runs: guide = ''
runs: step = 'a' || char(13)
runs: done = '2026-05-31'
runs: kept = '[]'
runs: kept = '{'
endings: notice_days = 3651
endings: cure_days = -1
endings: cure_business = 2
endings: considered = '{}'
endings: considered = '["thanks"]'
endings: considered = '[7]'
endings: last_day = '2026-05-31'
endings: finished = '2026-05-31'
endings: reopened = '2026-06-02'
endings: reopened = '2026-06-02' & why = 'x' & finished = '2026-06-03'
endings: why = char(10)
endings: story = char(0)
threats: entry = x'00112233445566778899aabbccddeeff'
threats: voiced = NULL
threats: acted = '2026-05-31'
threats: closed = '2026-06-01'
threats: told = printf('%.*c', 501, 'x')
standings: share = '{'
standings: verdict = 'bad'
standings: strain = 100.5
standings: strain = -0.1
standings: assessment = '{'
settings: key = ''
settings: value = char(0)
`), "\n")

func TestPaymentsNeverExceedTheirInvoiceWhicheverSideChanges(t *testing.T) {
	b := emptyBook(t)
	c := client("Acme")
	v := invoice(c, "1", 3, 500)
	v.Payments = []rapport.Payment{{ID: rapport.NewID(), On: today, Amount: 300}}
	write(t, b, "setup", func(tx *Tx) error { return firstError(tx.AddClient(c), tx.AddInvoice(v)) })
	for _, statement := range []string{
		"UPDATE invoices SET amount = 299",
		"UPDATE payments SET amount = 501",
	} {
		if err := raw(t, b, func(tx *Tx) error { return tx.exec(statement) }); err == nil {
			t.Errorf("%s: stored", statement)
		}
	}
	err := raw(t, b, func(tx *Tx) error {
		return tx.AddPayment(v.ID, rapport.Payment{ID: rapport.NewID(), On: today, Amount: 201})
	})
	wantProblem(t, err, rapport.ErrPaidTooMuch)
}

func TestTheLogIsWrittenByTheFileItselfAndNeverRewritten(t *testing.T) {
	b := emptyBook(t)
	c := client("Acme")
	write(t, b, "client.add", func(tx *Tx) error { return tx.AddClient(c) })
	for _, statement := range []string{
		"DELETE FROM changes", "UPDATE changes SET step = 1", "UPDATE changes SET before = '{}'",
		"UPDATE steps SET name = 'other'", "DELETE FROM steps",
	} {
		err := raw(t, b, func(tx *Tx) error { return tx.exec(statement) })
		if err == nil {
			t.Errorf("%s: the log let it happen", statement)
		}
	}
	err := b.Write(t.Context(), Step{}, func(tx *Tx) error { return tx.AddEntry(entry(c, 1, rapport.Praise)) })
	wantError(t, err, ErrUnrecorded)
	read(t, b, func(tx *Tx) error {
		for _, l := range logged {
			n, err := tx.c.number(t.Context(), `SELECT count(*) FROM sqlite_schema
				WHERE type = 'trigger' AND tbl_name = ? AND name GLOB 'log_*'`, l.table)
			if err != nil || n != 3 {
				t.Errorf("%s has %d log triggers (%v), not one each for insert, update and delete", l.table, n, err)
			}
		}
		// A table nobody decided about is a table whose changes cannot be undone.
		r, err := tx.c.query(t.Context(), `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN
			('standings', 'others', 'settings', 'drafts', 'runs', 'steps', 'recording', 'changes', 'sqlite_stat1') ORDER BY name`)
		tables, err := list(r, err, func(r *rows) string { return r.text(0) })
		if err == nil && len(tables) != len(logged) {
			t.Errorf("the record consists of %v, but %d tables are logged", tables, len(logged))
		}
		return err
	})
}

func wantProblem(t testing.TB, err error, want *rapport.Problem) {
	t.Helper()
	wantError(t, err, want)
}
