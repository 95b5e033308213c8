package rapport

import (
	"slices"
	"strings"
)

// Sheet is the expectation sheet of one client: how the work runs, said before it
// begins. A clause that says nothing is a gap, against which surprises are counted.
type Sheet struct {
	ID      ID
	Client  ID
	Clauses map[Clause]string // what each says; an absent or blank one is a gap
	Agreed  Date              // the day it was sent or agreed on; zero while it is a draft
	Skipped Date              // the day the user chose to do without one; zero otherwise
}

// Gaps returns the clauses that say nothing, in the order they are written.
func (s Sheet) Gaps() []Clause {
	return slices.DeleteFunc(Clauses(), func(c Clause) bool { return strings.TrimSpace(s.Clauses[c]) != "" })
}

// Check tells whether the sheet can be stored. One that was agreed after it had
// been skipped keeps both days; the agreement counts.
func (s Sheet) Check(today Date) error {
	for clause, text := range s.Clauses {
		if err := clause.Check(); err != nil {
			return err
		}
		if err := checkText("clause", text, MaxClause); err != nil {
			return err
		}
	}
	if err := checkPast("agreed", s.Agreed, MinDate, today); err != nil {
		return err
	}
	return checkPast("skipped", s.Skipped, MinDate, today)
}

// MaxClause is the longest clause in bytes: the whole sheet is one page to send.
const MaxClause = 4000

// Clause is one thing an expectation sheet speaks of.
type Clause string

// The clauses.
const (
	ClauseProcess   Clause = "process"   // how the work runs
	ClauseResult    Clause = "result"    // what there will be in the end
	ClauseByWhen    Clause = "by_when"   // when, and what can move it
	ClauseReach     Clause = "reach"     // how to reach me, and how soon I answer
	ClauseNotDone   Clause = "not_done"  // what I do not do
	ClauseRevisions Clause = "revisions" // how many rounds, and what the next costs
	ClausePayment   Clause = "payment"   // terms of payment
	ClauseNotice    Clause = "notice"    // how either side ends it
)

// Clauses returns every clause in the order they are written.
func Clauses() []Clause {
	return []Clause{ClauseProcess, ClauseResult, ClauseByWhen, ClauseReach, ClauseNotDone, ClauseRevisions, ClausePayment, ClauseNotice}
}

// Check refuses an unknown clause.
func (c Clause) Check() error {
	if !slices.Contains(Clauses(), c) {
		return Refuse(ErrClause, Args{"value": string(c)})
	}
	return nil
}

// Surprise is something a client had expected otherwise. It counts against the
// clause that should have told them.
type Surprise struct {
	ID     ID
	Client ID
	On     Date
	Clause Clause
	What   string // at most MaxField bytes, may be empty
	Entry  ID     // the entry it came up in; zero for none
}

// Check tells whether the surprise can be stored.
func (s Surprise) Check(today Date) error {
	if err := checkDay("date", s.On, today); err != nil {
		return err
	}
	if err := s.Clause.Check(); err != nil {
		return err
	}
	return checkText("what", s.What, MaxField)
}

// Flag is a reminder to oneself that shows wherever a client turns up again. It has
// a reason and an end, as the law of notes on people asks.
type Flag struct {
	ID     ID
	Client ID
	Set    Date
	Until  Date // the last day it shows
	Reason string
	Lifted Date // taken down before its time; zero otherwise
}

// Flying reports whether the flag shows on the day.
func (f Flag) Flying(on Date) bool {
	return f.Set <= on && on <= f.Until && (f.Lifted.IsZero() || f.Lifted > on)
}

// Check tells whether the flag can be stored. It needs a reason in one line, at most
// [MaxName] bytes, and an end within ten years: what is never looked at again is no
// reminder.
func (f Flag) Check(today Date) error {
	if err := checkDay("set", f.Set, today); err != nil {
		return err
	}
	if err := checkAnyDay("until", f.Until); err != nil {
		return err
	}
	if f.Until < f.Set {
		return Refuse(ErrFlagUntil, Args{"set": f.Set, "until": f.Until})
	}
	if days := f.Until.DaysSince(f.Set); days > maxDays {
		return Refuse(ErrDays, Args{"value": days})
	}
	if strings.TrimSpace(f.Reason) == "" {
		return Refuse(ErrReasonMissing, nil)
	}
	if err := checkName("reason", f.Reason); err != nil {
		return err
	}
	return checkPast("lifted", f.Lifted, f.Set, today)
}
