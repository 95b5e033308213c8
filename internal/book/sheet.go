package book

import "github.com/rapport-desktop/rapport/internal/rapport"

const (
	sheetColumns = `SELECT id, client, agreed, skipped, process, result, by_when, reach, not_done, revisions, payment, notice
		FROM sheets `
	surpriseColumns = "SELECT id, client, day, clause, what, entry FROM surprises "
	flagColumns     = "SELECT id, client, set_day, until, reason, lifted FROM flags "

	// flying is the condition under which a flag shows on the day ?1.
	flying = "set_day <= ?1 AND until >= ?1 AND (lifted IS NULL OR lifted > ?1)"
)

var (
	sheets = newTable("sheets", "id", "client", "agreed", "skipped",
		"process", "result", "by_when", "reach", "not_done", "revisions", "payment", "notice")
	surprises = newTable("surprises", "id", "client", "day", "clause", "what", "entry")
	flags     = newTable("flags", "id", "client", "set_day", "until", "reason", "lifted")
)

// The clauses are columns in the order of rapport.Clauses; a gap says nothing.
func scanSheet(r *rows) rapport.Sheet {
	s := rapport.Sheet{
		ID: r.id(0), Client: r.id(1), Agreed: r.day(2), Skipped: r.day(3), Clauses: make(map[rapport.Clause]string),
	}
	for i, clause := range rapport.Clauses() {
		if text := r.text(4 + i); text != "" {
			s.Clauses[clause] = text
		}
	}
	return s
}

func sheetValues(s rapport.Sheet) []any {
	values := []any{s.ID, s.Client, s.Agreed, s.Skipped}
	for _, clause := range rapport.Clauses() {
		values = append(values, s.Clauses[clause])
	}
	return values
}

// Sheet returns the expectation sheet of a client, nil when there is none.
func (tx *Tx) Sheet(client rapport.ID) (*rapport.Sheet, error) {
	return maybe(tx, scanSheet, sheetColumns+"WHERE client = ?", client)
}

// AgreedSheets returns the day on which each client's sheet was agreed, for all who
// have one that was.
func (tx *Tx) AgreedSheets() (map[rapport.ID]rapport.Date, error) {
	agreed := make(map[rapport.ID]rapport.Date)
	r, err := tx.c.query(tx.ctx, "SELECT client, agreed FROM sheets WHERE agreed IS NOT NULL")
	if err != nil {
		return nil, err
	}
	for r.next() {
		agreed[r.id(0)] = r.day(1)
	}
	return agreed, r.close()
}

// PutSheet stores the expectation sheet of a client in place of the one there was,
// whose identifier it takes over: it is the same sheet, said anew.
func (tx *Tx) PutSheet(s rapport.Sheet) error {
	if err := s.Check(rapport.MaxDate); err != nil {
		return err
	}
	there, err := tx.Sheet(s.Client)
	if err != nil {
		return err
	}
	if there == nil {
		return tx.add(sheets, sheetValues(s)...)
	}
	s.ID = there.ID
	return tx.set(sheets, "sheet", sheetValues(s)...)
}

func scanSurprise(r *rows) rapport.Surprise {
	return rapport.Surprise{
		ID: r.id(0), Client: r.id(1), On: r.day(2), Clause: rapport.Clause(r.text(3)), What: r.text(4), Entry: r.id(5),
	}
}

// SurprisesOf returns what a client had expected otherwise, the oldest first.
func (tx *Tx) SurprisesOf(client rapport.ID) ([]rapport.Surprise, error) {
	return all(tx, scanSurprise, surpriseColumns+"WHERE client = ? ORDER BY day, id", client)
}

// Surprises returns everybody's between two days, both included, the oldest first.
func (tx *Tx) Surprises(from, to rapport.Date) ([]rapport.Surprise, error) {
	return all(tx, scanSurprise, surpriseColumns+"WHERE day BETWEEN ? AND ? ORDER BY day, id", from, to)
}

// AddSurprise stores something a client had expected otherwise. The entry it came up
// in, if any, must be one of that client.
func (tx *Tx) AddSurprise(s rapport.Surprise) error {
	if err := s.Check(rapport.MaxDate); err != nil {
		return err
	}
	var entry any // NULL when it came up in none
	if s.Entry != (rapport.ID{}) {
		if _, err := tx.entryOf(s.Client, s.Entry); err != nil {
			return err
		}
		entry = s.Entry
	}
	return tx.add(surprises, s.ID, s.Client, s.On, s.Clause, s.What, entry)
}

func scanFlag(r *rows) rapport.Flag {
	return rapport.Flag{
		ID: r.id(0), Client: r.id(1), Set: r.day(2), Until: r.day(3), Reason: r.text(4), Lifted: r.day(5),
	}
}

func flagValues(f rapport.Flag) []any {
	return []any{f.ID, f.Client, f.Set, f.Until, f.Reason, f.Lifted}
}

// Flag returns one flag, flying or not.
func (tx *Tx) Flag(id rapport.ID) (rapport.Flag, error) {
	return get(tx, "flag", scanFlag, flagColumns+"WHERE id = ?", id)
}

// FlagsOf returns the flags of a client in the order they were set, lifted and past
// ones included.
func (tx *Tx) FlagsOf(client rapport.ID) ([]rapport.Flag, error) {
	return all(tx, scanFlag, flagColumns+"WHERE client = ? ORDER BY id", client)
}

// FlyingFlags returns everybody's flags that show on the day, those that come down
// first in front.
func (tx *Tx) FlyingFlags(on rapport.Date) ([]rapport.Flag, error) {
	return all(tx, scanFlag, flagColumns+"WHERE "+flying+" ORDER BY until, id", on)
}

// AddFlag stores a new flag.
func (tx *Tx) AddFlag(f rapport.Flag) error {
	if err := f.Check(rapport.MaxDate); err != nil {
		return err
	}
	return tx.add(flags, flagValues(f)...)
}

// SetFlag stores what changed about a flag, such as that it was lifted.
func (tx *Tx) SetFlag(f rapport.Flag) error {
	if err := f.Check(rapport.MaxDate); err != nil {
		return err
	}
	return tx.set(flags, "flag", flagValues(f)...)
}
