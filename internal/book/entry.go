package book

import (
	"strings"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Fetching a column from SQLite costs more than joining one to another inside it,
// and a sweep fetches millions: the short columns of an entry, none of which can
// hold a bar, come as one text. It halves the time of a sweep.
const entryBare = `e.id, e.client, concat_ws('|', e.day, e.kind, e.severity, e.justified, e.scope, e.channel,
	e.minutes, ifnull(e.energy, ''), ifnull(e.anger, ''), e.given)`

const entryColumns = entryBare + ", e.source_file, e.source_row, e.note"

var entries = newTable("entries", "id", "client", "day", "kind", "severity", "justified", "scope", "channel",
	"minutes", "energy", "anger", "given", "source_file", "source_row", "note")

// scanBare reads the part of an entry that is judged.
func scanBare(r *rows) rapport.Entry {
	var field [10]string
	rest := r.text(2)
	for i := range field {
		field[i], rest, _ = strings.Cut(rest, "|")
	}
	day, okDay := parseDay(field[0])
	severity, okSeverity := digits(field[2])
	minutes, okMinutes := digits(field[6])
	energy, okEnergy := parseRating(field[7])
	anger, okAnger := parseRating(field[8])
	given, okGiven := digits(field[9])
	if !okDay || !okSeverity || !okMinutes || !okEnergy || !okAnger || !okGiven {
		r.wrong(2, "an entry")
	}
	return rapport.Entry{
		ID: r.id(0), Client: r.id(1), On: day, Kind: rapport.Kind(field[1]), Severity: severity,
		Justified: rapport.Justified(field[3]), Scope: rapport.Scope(field[4]), Channel: rapport.Channel(field[5]),
		Cost: rapport.Cost{Minutes: minutes, Given: int64(given), Energy: energy, Anger: anger},
	}
}

func parseRating(s string) (rapport.Rating, bool) {
	if s == "" {
		return rapport.Rating{}, true
	}
	n, ok := digits(s)
	return rapport.Rated(n), ok
}

func scanEntry(r *rows) rapport.Entry {
	e := scanBare(r)
	e.Source, e.Note = rapport.Source{File: r.text(3), Row: r.int(4)}, r.text(5)
	return e
}

func entryValues(e rapport.Entry) []any {
	return []any{
		e.ID, e.Client, e.On, e.Kind, e.Severity, e.Justified, e.Scope, e.Channel,
		e.Cost.Minutes, e.Cost.Energy, e.Cost.Anger, e.Cost.Given, e.Source.File, e.Source.Row, e.Note,
	}
}

// Entry returns an entry, also one in the trash.
func (tx *Tx) Entry(id rapport.ID) (rapport.Entry, error) {
	return get(tx, "entry", scanEntry, "SELECT "+entryColumns+" FROM entries e WHERE id = ?", id)
}

// entryOf is Entry for one that must be the client's: what hangs on an entry belongs
// to whom the entry does, and a foreign key cannot hold it to that.
func (tx *Tx) entryOf(client, id rapport.ID) (rapport.Entry, error) {
	e, err := tx.Entry(id)
	if err == nil && e.Client != client {
		err = missing("entry")
	}
	return e, err
}

// EntriesOf returns the entries of a client by day, without those in the trash.
func (tx *Tx) EntriesOf(client rapport.ID) ([]rapport.Entry, error) {
	return all(tx, scanEntry, "SELECT "+entryColumns+` FROM entries e
		WHERE client = ? AND trashed_at IS NULL ORDER BY day, id`, client)
}

// AddEntry stores a new entry. The same entry again, with the same identifier,
// changes nothing; another one under that identifier is [ErrConflict].
func (tx *Tx) AddEntry(e rapport.Entry) error {
	if err := e.Check(rapport.MaxDate); err != nil {
		return err
	}
	return tx.add(entries, entryValues(e)...)
}

// SetEntry stores what changed about an entry. When it is no hardship any more its
// circumstance goes with it, when it is no threat any more what became of that. What
// hangs on it follows it to another client.
func (tx *Tx) SetEntry(e rapport.Entry) error {
	if err := e.Check(rapport.MaxDate); err != nil {
		return err
	}
	if e.Kind != rapport.Hardship {
		if err := tx.exec("DELETE FROM circumstances WHERE entry = ?", e.ID); err != nil {
			return err
		}
	}
	if e.Kind != rapport.Threat {
		if err := tx.exec("DELETE FROM threats WHERE entry = ?", e.ID); err != nil {
			return err
		}
	}
	for _, table := range []string{"threats", "surprises"} {
		if err := tx.exec("UPDATE "+table+" SET client = ?1 WHERE entry = ?2 AND client <> ?1", e.Client, e.ID); err != nil {
			return err
		}
	}
	return tx.set(entries, "entry", entryValues(e)...)
}

// TrashEntry puts an entry in the trash: it counts no more, and can be restored.
func (tx *Tx) TrashEntry(id rapport.ID) error {
	return tx.trash("UPDATE entries SET trashed_at = ?2 WHERE id = ?1 AND trashed_at IS NULL", id, tx.now().UnixMilli())
}

// RestoreEntry takes an entry out of the trash.
func (tx *Tx) RestoreEntry(id rapport.ID) error {
	return tx.trash("UPDATE entries SET trashed_at = NULL WHERE id = ?1 AND trashed_at IS NOT NULL", id)
}

// trash moves an entry; one that is already where it should be may stay there.
func (tx *Tx) trash(query string, id rapport.ID, args ...any) error {
	n, err := tx.c.exec(tx.ctx, query, append([]any{id}, args...)...)
	if err == nil && n == 0 {
		_, err = tx.Entry(id)
	}
	return err
}

// The hardships of a client are found among its entries, those of everybody the other
// way round: left to itself SQLite walks every entry for them (CROSS JOIN keeps the
// order).
const (
	circumstanceColumns = "SELECT c.entry, e.client, c.start_day, c.review_day FROM "
	hardshipOf          = "ON c.entry = e.id WHERE e.kind = 'hardship' AND e.trashed_at IS NULL "
	circumstanceQuery   = circumstanceColumns + "entries e JOIN circumstances c " + hardshipOf
	reviewQuery         = circumstanceColumns + "circumstances c CROSS JOIN entries e " + hardshipOf +
		"AND c.review_day BETWEEN ? AND ? ORDER BY c.review_day, c.entry"
)

func scanCircumstance(r *rows) rapport.Circumstance {
	return rapport.Circumstance{Entry: r.id(0), Start: r.day(2), Review: r.day(3)}
}

// Circumstances returns the hardships of a client by their start, without those
// whose entry is in the trash.
func (tx *Tx) Circumstances(client rapport.ID) ([]rapport.Circumstance, error) {
	return all(tx, scanCircumstance, circumstanceQuery+
		"AND e.client = ? ORDER BY c.start_day, c.entry", client)
}

// ReviewsBetween returns everybody's hardships that are to be looked at again between
// two days, both included, without those whose entry is in the trash.
func (tx *Tx) ReviewsBetween(from, to rapport.Date) ([]rapport.Circumstance, error) {
	return all(tx, scanCircumstance, reviewQuery, from, to)
}

// SetCircumstance stores the days of a hardship, new or changed. Its entry must
// be one of kind hardship.
func (tx *Tx) SetCircumstance(c rapport.Circumstance) error {
	if err := c.Check(rapport.MaxDate); err != nil {
		return err
	}
	e, err := tx.Entry(c.Entry)
	if err != nil {
		return err
	}
	if e.Kind != rapport.Hardship {
		return rapport.Refuse(rapport.ErrKindUnknown, rapport.Args{"value": string(e.Kind)})
	}
	return tx.exec(`INSERT INTO circumstances (entry, start_day, review_day) VALUES (?, ?, ?)
		ON CONFLICT (entry) DO UPDATE SET (start_day, review_day) = (excluded.start_day, excluded.review_day)`,
		c.Entry, c.Start, c.Review)
}

// GaveMoney reports whether an entry of the client, not in the trash, says that money
// was given back.
func (tx *Tx) GaveMoney(client rapport.ID) (bool, error) {
	n, err := tx.c.number(tx.ctx,
		"SELECT EXISTS (SELECT 1 FROM entries WHERE client = ? AND given > 0 AND trashed_at IS NULL)", client)
	return n > 0, err
}
