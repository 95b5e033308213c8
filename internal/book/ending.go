package book

import "github.com/rapport-desktop/rapport/internal/rapport"

const (
	endingColumns = `SELECT id, client, begun, story, notice_from, notice_days, notice_business, notice_month_end,
		cure_from, cure_days, cure_business, cure_month_end, considered, last_day, finished, reopened, why FROM endings `
	threatColumns = "SELECT id, client, entry, voiced, acted, closed, told FROM threats "

	// toldOf leaves out a threat whose entry is in the trash.
	toldOf = "NOT EXISTS (SELECT 1 FROM entries e WHERE e.id = threats.entry AND e.trashed_at IS NOT NULL)"
)

var (
	endings = newTable("endings", "id", "client", "begun", "story",
		"notice_from", "notice_days", "notice_business", "notice_month_end",
		"cure_from", "cure_days", "cure_business", "cure_month_end",
		"considered", "last_day", "finished", "reopened", "why")
	threats = newTable("threats", "id", "client", "entry", "voiced", "acted", "closed", "told")
)

func scanEnding(r *rows) rapport.EndPlan {
	e := rapport.EndPlan{
		ID: r.id(0), Client: r.id(1), Begun: r.day(2), Story: r.text(3), Notice: scanPeriod(r, 4), Cure: scanPeriod(r, 8),
		LastDay: r.day(13), Finished: r.day(14), Reopened: r.day(15), Why: r.text(16),
	}
	for _, kind := range r.strings(12) {
		e.Considered = append(e.Considered, rapport.OweKind(kind))
	}
	return e
}

// scanPeriod reads the four columns of a period that begin at the given one.
func scanPeriod(r *rows, i int) rapport.Period {
	return rapport.Period{From: r.day(i), Days: r.int(i + 1), Business: r.bool(i + 2), MonthEnd: r.bool(i + 3)}
}

func endingValues(e rapport.EndPlan) ([]any, error) {
	if err := e.Check(rapport.MaxDate); err != nil {
		return nil, err
	}
	var kinds []string
	for _, kind := range e.Considered {
		kinds = append(kinds, string(kind))
	}
	considered, err := array(kinds)
	return []any{
		e.ID, e.Client, e.Begun, e.Story,
		e.Notice.From, e.Notice.Days, e.Notice.Business, e.Notice.MonthEnd,
		e.Cure.From, e.Cure.Days, e.Cure.Business, e.Cure.MonthEnd,
		considered, e.LastDay, e.Finished, e.Reopened, e.Why,
	}, err
}

// Ending returns one way out, over or not.
func (tx *Tx) Ending(id rapport.ID) (rapport.EndPlan, error) {
	return get(tx, "ending", scanEnding, endingColumns+"WHERE id = ?", id)
}

// EndingsOf returns every way out that was begun with a client, the oldest first. One
// under way is the last, even where a clock set back had it begin before the others.
func (tx *Tx) EndingsOf(client rapport.ID) ([]rapport.EndPlan, error) {
	return all(tx, scanEnding, endingColumns+"WHERE client = ? ORDER BY "+endingOpen+", begun, id", client)
}

const endingOpen = "finished IS NULL AND reopened IS NULL"

// OpenEnding returns the way out that is under way with a client, nil when none is.
func (tx *Tx) OpenEnding(client rapport.ID) (*rapport.EndPlan, error) {
	return maybe(tx, scanEnding, endingColumns+"WHERE client = ? AND "+endingOpen, client)
}

// OpenEndings returns everybody's that is under way, in the order they were begun.
func (tx *Tx) OpenEndings() ([]rapport.EndPlan, error) {
	return all(tx, scanEnding, endingColumns+"WHERE "+endingOpen+" ORDER BY begun, id")
}

// AddEnding stores a way out that was begun. A second one beside it is refused with
// [rapport.ErrEndingOpen].
func (tx *Tx) AddEnding(e rapport.EndPlan) error {
	values, err := endingValues(e)
	if err != nil {
		return err
	}
	return tx.oneEnding(tx.add(endings, values...), e.Client)
}

// SetEnding stores what changed about a way out, such as that notice was served.
func (tx *Tx) SetEnding(e rapport.EndPlan) error {
	values, err := endingValues(e)
	if err != nil {
		return err
	}
	return tx.oneEnding(tx.set(endings, "ending", values...), e.Client)
}

// oneEnding finds the problem behind a second ending of one client.
func (tx *Tx) oneEnding(err error, client rapport.ID) error {
	if !violates(err, "endings.client") {
		return err
	}
	there, read := tx.OpenEnding(client)
	if read != nil || there == nil {
		return err
	}
	return rapport.Refuse(rapport.ErrEndingOpen, rapport.Args{"begun": there.Begun}).Because(err)
}

func scanThreat(r *rows) rapport.ThreatCase {
	return rapport.ThreatCase{
		ID: r.id(0), Client: r.id(1), Entry: r.id(2), Voiced: r.day(3), Acted: r.day(4), Closed: r.day(5), Told: r.text(6),
	}
}

func threatValues(t rapport.ThreatCase) []any {
	return []any{t.ID, t.Client, t.Entry, t.Voiced, t.Acted, t.Closed, t.Told}
}

// Threat returns one threat, settled or not.
func (tx *Tx) Threat(id rapport.ID) (rapport.ThreatCase, error) {
	return get(tx, "threat", scanThreat, threatColumns+"WHERE id = ?", id)
}

// ThreatsOf returns the threats of a client in the order they were noted, without
// those whose entry is in the trash.
func (tx *Tx) ThreatsOf(client rapport.ID) ([]rapport.ThreatCase, error) {
	return all(tx, scanThreat, threatColumns+"WHERE client = ? AND "+toldOf+" ORDER BY id", client)
}

// OpenThreats returns everybody's that still stand, the oldest first, as ThreatsOf
// does.
func (tx *Tx) OpenThreats() ([]rapport.ThreatCase, error) {
	return all(tx, scanThreat, threatColumns+"WHERE closed IS NULL AND "+toldOf+" ORDER BY voiced, id")
}

// AddThreat stores a threat. It belongs to the entry that tells of it, which must be
// one of its client, of kind threat, and has no other.
func (tx *Tx) AddThreat(t rapport.ThreatCase) error {
	if err := tx.checkThreat(t); err != nil {
		return err
	}
	return tx.add(threats, threatValues(t)...)
}

// SetThreat stores what became of a threat.
func (tx *Tx) SetThreat(t rapport.ThreatCase) error {
	if err := tx.checkThreat(t); err != nil {
		return err
	}
	return tx.set(threats, "threat", threatValues(t)...)
}

func (tx *Tx) checkThreat(t rapport.ThreatCase) error {
	if err := t.Check(rapport.MaxDate); err != nil {
		return err
	}
	e, err := tx.entryOf(t.Client, t.Entry)
	if err == nil && e.Kind != rapport.Threat {
		err = rapport.Refuse(rapport.ErrKindUnknown, rapport.Args{"value": string(e.Kind)})
	}
	return err
}
