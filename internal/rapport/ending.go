package rapport

import (
	"slices"
	"strings"
)

// EndPlan is the way out of one engagement. A client has at most one that is
// neither finished nor reopened.
type EndPlan struct {
	ID         ID
	Client     ID
	Begun      Date
	Story      string // the other side's story, in the user's words: written first
	Notice     Period // from the day notice was served
	Cure       Period // time given to put things right; no days when none was given
	Considered []OweKind
	LastDay    Date // agreed or set; zero while open
	Finished   Date
	Reopened   Date
	Why        string // why it was reopened
}

// Open reports whether the ending is under way.
func (e EndPlan) Open() bool { return e.Finished.IsZero() && e.Reopened.IsZero() }

// Check tells whether the ending can be stored. Finishing and reopening may both
// stand there: what was over began anew. Reopening needs a reason.
func (e EndPlan) Check(today Date) error {
	if err := checkDay("begun", e.Begun, today); err != nil {
		return err
	}
	if err := checkText("story", e.Story, MaxNote); err != nil {
		return err
	}
	if err := e.Notice.Check(); err != nil {
		return err
	}
	if err := e.Cure.Check(); err != nil {
		return err
	}
	for _, kind := range e.Considered {
		if !slices.Contains(OweKinds(), kind) {
			return Refuse(ErrOwe, Args{"value": string(kind)})
		}
	}
	if err := checkSince("last_day", e.LastDay, e.Begun); err != nil {
		return err
	}
	if err := checkPast("finished", e.Finished, e.Begun, today); err != nil {
		return err
	}
	return e.checkReopened(today)
}

func (e EndPlan) checkReopened(today Date) error {
	if e.Reopened.IsZero() {
		return checkLine("why", e.Why, MaxField)
	}
	if strings.TrimSpace(e.Why) == "" {
		return Refuse(ErrReasonMissing, nil)
	}
	if err := checkLine("why", e.Why, MaxField); err != nil {
		return err
	}
	return checkPast("reopened", e.Reopened, max(e.Begun, e.Finished), today)
}

// Period is a span of time that begins on a day: notice, or time to put things
// right.
type Period struct {
	From     Date // zero while it has not begun
	Days     int
	Business bool // count Monday to Friday only; public holidays are not known and not counted
	MonthEnd bool // runs on to the end of the month it ends in
}

// Check refuses a length nobody agrees on, ten years at the most.
func (p Period) Check() error {
	if p.Days < 0 || p.Days > maxDays {
		return Refuse(ErrDays, Args{"value": p.Days})
	}
	return checkSince("from", p.From, MinDate)
}

// OweKind says what sort of thing is owed. The standard ones are asked for one by
// one before an engagement ends.
type OweKind string

// What may be owed. "" is anything else.
const (
	OweDeliverable OweKind = "deliverable" // work that was promised
	OweFiles       OweKind = "files"       // source files, documents
	OweAccess      OweKind = "access"      // keys, passwords, rights
	OweDeposit     OweKind = "deposit"     // money held
	OweData        OweKind = "data"        // their data, to be deleted
	OweInvoice     OweKind = "invoice"     // the final invoice
)

// OweKinds returns the standard ones in the order they are asked.
func OweKinds() []OweKind {
	return []OweKind{OweDeliverable, OweFiles, OweAccess, OweDeposit, OweData, OweInvoice}
}

// Check refuses an unknown code; "" is anything else.
func (k OweKind) Check() error {
	if k != "" && !slices.Contains(OweKinds(), k) {
		return Refuse(ErrOwe, Args{"value": string(k)})
	}
	return nil
}

// ThreatCase is a threat that was voiced and what became of it. It belongs to the entry
// that tells of it.
type ThreatCase struct {
	ID     ID
	Client ID
	Entry  ID
	Voiced Date
	Acted  Date   // the day they acted on it; zero if they did not
	Closed Date   // the day it was settled; zero while it stands
	Told   string // who was told: a lawyer, the police, a colleague; at most MaxField bytes
}

// Check tells whether the threat can be stored. It may be settled without ever
// having been acted on.
func (t ThreatCase) Check(today Date) error {
	if err := checkDay("voiced", t.Voiced, today); err != nil {
		return err
	}
	if err := checkPast("acted", t.Acted, t.Voiced, today); err != nil {
		return err
	}
	if err := checkPast("closed", t.Closed, max(t.Voiced, t.Acted), today); err != nil {
		return err
	}
	return checkText("told", t.Told, MaxField)
}

// Open reports whether the threat still stands.
func (t ThreatCase) Open() bool { return t.Closed.IsZero() }
