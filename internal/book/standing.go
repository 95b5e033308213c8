package book

import (
	"encoding/json"
	"fmt"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// PutStanding keeps the last assessment of a client, in place of the one before,
// and what the client adds to the picture of the whole practice, whose sum it
// brings up to date.
func (tx *Tx) PutStanding(client rapport.ID, a assess.Assessment, share assess.Others) error {
	before, _, err := tx.shareOf(client)
	if err != nil {
		return err
	}
	if err := tx.exchange(before, share); err != nil {
		return err
	}
	text, err := json.Marshal(a)
	if err != nil {
		return fmt.Errorf("writing an assessment: %w", err)
	}
	part, err := json.Marshal(share)
	if err != nil {
		return fmt.Errorf("writing a share: %w", err)
	}
	return tx.exec(`INSERT INTO standings (client, day, verdict, strain, share, assessment) VALUES (?, ?, ?, ?, ?, ?)
		ON CONFLICT (client) DO UPDATE SET (day, verdict, strain, share, assessment)
			= (excluded.day, excluded.verdict, excluded.strain, excluded.share, excluded.assessment)`,
		client, a.On, a.Verdict, a.Strain, string(part), string(text))
}

// StaleStandings returns the clients, archived ones too, whose last assessment is
// missing or was made for another day.
func (tx *Tx) StaleStandings(on rapport.Date) ([]rapport.ID, error) {
	return all(tx, func(r *rows) rapport.ID { return r.id(0) },
		"SELECT id FROM clients WHERE id NOT IN (SELECT client FROM standings WHERE day = ?) ORDER BY id", on)
}

// Standings returns how every client stands, in the order they were added: the
// last assessment, whichever day it was made for, and what is open on the given
// day. Archived clients come along when asked for. A client that was never
// assessed has an assessment with no day.
func (tx *Tx) Standings(on rapport.Date, archived bool) ([]assess.Standing, error) {
	where := "WHERE c.archived = 0"
	if archived {
		where = ""
	}
	return tx.standings(on, where)
}

// Standing returns how one client stands, as [Tx.Standings] does.
func (tx *Tx) Standing(client rapport.ID, on rapport.Date) (assess.Standing, error) {
	found, err := tx.standings(on, "WHERE c.id = ?4", client)
	if err != nil {
		return assess.Standing{}, err
	}
	if len(found) == 0 {
		return assess.Standing{}, missing("client")
	}
	return found[0], nil
}

// A decision is worth looking back on from three months after it was made, when it
// shows what came of it, until two years after, when nobody remembers.
const (
	lookBackAfter = 90  // days
	lookBackUntil = 730 // days
)

// standingQuery reads what there is one of for each client; ?1 is the day, and ?2
// and ?3 are the days between which decisions are looked back on: to carry on, or
// to wait and see, as was advised, decided nothing. The entries and decisions of
// a client lie in order of day, so the last one, or the first of a time, is one
// step into the tree and no sweep. A private note is no contact.
const standingQuery = `SELECT ` + clientColumns + `, s.assessment,
	(SELECT e.day FROM entries e WHERE e.client = c.id AND e.day <= ?1 AND e.trashed_at IS NULL
		AND e.kind <> 'note' ORDER BY e.day DESC, e.id DESC LIMIT 1),
	(SELECT count(*) FROM obligations o WHERE o.client = c.id AND o.met IS NULL AND o.waived IS NULL),
	d.id, d.client, d.day, d.offered, d.chosen, d.why, d.again, d.outcome, d.judged,
	b.id, b.client, b.day, b.offered, b.chosen, b.why, b.again, b.outcome, b.judged
	FROM clients c
	LEFT JOIN standings s ON s.client = c.id
	LEFT JOIN decisions d ON d.client = c.id AND (d.day, d.id) = (
		SELECT l.day, l.id FROM decisions l WHERE l.client = c.id AND l.day <= ?1
		ORDER BY l.day DESC, l.id DESC LIMIT 1)
	LEFT JOIN decisions b ON b.client = c.id AND (b.day, b.id) = (
		SELECT l.day, l.id FROM decisions l WHERE l.client = c.id AND l.day BETWEEN ?2 AND ?3
			AND l.outcome = '' AND (l.offered <> l.chosen OR l.chosen NOT IN ('keep', 'unclear'))
		ORDER BY l.day, l.id LIMIT 1) `

func (tx *Tx) standings(on rapport.Date, where string, args ...any) ([]assess.Standing, error) {
	args = append([]any{on, on.AddDays(-lookBackUntil), on.AddDays(-lookBackAfter)}, args...)
	r, err := tx.c.query(tx.ctx, standingQuery+where+" ORDER BY c.id", args...)
	found, err := list(r, err, scanStanding)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return found, tx.addOverdue(on, found)
}

func scanStanding(r *rows) assess.Standing {
	const after = clientWidth
	s := assess.Standing{Client: scanClient(r), LastContact: r.day(after + 1), Open: r.int(after + 2)}
	if text := r.text(after); text != "" {
		if err := json.Unmarshal([]byte(text), &s.Assessment); err != nil {
			r.wrong(after, "an assessment")
		}
	}
	s.Decision, s.LookBack = decisionAt(r, after+3), decisionAt(r, after+12)
	return s
}

// decisionAt reads the decision whose columns begin at the given one, if there is one.
func decisionAt(r *rows, i int) *rapport.Decision {
	if r.null(i) {
		return nil
	}
	d := scanDecisionAt(r, i)
	return &d
}

// overdueQuery sums what is past due on the day ?1, an amount a client and
// currency. Payments after that day had not come in yet.
const overdueQuery = `WITH due AS (
	SELECT i.client, i.currency, i.due, i.amount
		- coalesce((SELECT sum(p.amount) FROM payments p WHERE p.invoice = i.id AND p.day <= ?1), 0) AS open
	FROM invoices i WHERE i.due < ?1 AND (?2 IS NULL OR i.client = ?2))
	SELECT client, currency, sum(open), min(due) FROM due WHERE open > 0
	GROUP BY client, currency ORDER BY client, currency`

// addOverdue walks the overdue amounts beside the standings, both in the order of
// clients.
func (tx *Tx) addOverdue(on rapport.Date, found []assess.Standing) error {
	var only any
	if len(found) == 1 {
		only = found[0].Client.ID
	}
	r, err := tx.c.query(tx.ctx, overdueQuery, on, only)
	if err != nil {
		return err
	}
	at := 0
	for r.next() {
		client := r.id(0)
		for at < len(found) && compareIDs(found[at].Client.ID, client) < 0 {
			at++
		}
		if at == len(found) || found[at].Client.ID != client {
			continue // archived, and not asked for
		}
		s := &found[at]
		s.Overdue = append(s.Overdue, rapport.Money{Minor: r.int64(2), Currency: rapport.Currency(r.text(1))})
		s.OverdueDays = max(s.OverdueDays, on.DaysSince(r.day(3)))
	}
	return r.close()
}
