package present

import (
	"cmp"
	"slices"

	"github.com/rapport-desktop/rapport/internal/ending"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// OwedList is what one side owes.
type OwedList struct {
	Title string // "Owed by you"
	Note  string // "1 of 4 open"
	Rows  []OwedRow
	Empty string // said where nothing was ever owed
}

// OwedRow is one thing owed: an obligation or a promise.
type OwedRow struct {
	Obligation rapport.ID // zero for a promise
	Promise    rapport.ID // zero for an obligation
	What       string
	Text       string // "Due on 3 July"; "Done on 24 June"; "Waived: …"
	State      OwedState
	Late       bool
}

// OwedState says what became of a thing owed.
type OwedState string

// The states of what is owed.
const (
	OwedOpen   OwedState = "open"
	OwedMet    OwedState = "met"
	OwedWaived OwedState = "waived"
)

// settledShown is how many days before the ending began something may have been
// settled and still be listed: whoever ends looks back at what was handed over.
const settledShown = 30

// owedByUs lists obligations and open promises, what is open first.
func (s *Speaker) owedByUs(k Known, f EndingFacts) OwedList {
	on := f.Status.On
	rows := s.owedBy(rapport.Ours, k.History.Obligations, f.Plan, on)
	for _, p := range s.Promises(k.Way.Promises, on) {
		if p.Open {
			rows = append(rows, OwedRow{Promise: p.Promise, What: p.What, Text: s.Capital(p.Text), State: OwedOpen, Late: p.Late})
		}
	}
	slices.SortStableFunc(rows, func(a, b OwedRow) int {
		return cmp.Compare(btoi(a.State != OwedOpen), btoi(b.State != OwedOpen))
	})
	list := OwedList{Title: s.T("ending.ours"), Rows: rows}
	if len(rows) == 0 {
		list.Empty = s.T("ending.ours.empty")
		return list
	}
	open := kept(rows, func(r OwedRow) bool { return r.State == OwedOpen })
	list.Note = s.T("ending.ours.count", Args{"N": len(open), "Of": len(rows)})
	return list
}

// owedBy lists what one side owes: what is open, and what was settled lately.
func (s *Speaker) owedBy(side rapport.Side, all []rapport.Obligation, plan rapport.EndPlan, on rapport.Date) []OwedRow {
	shown := kept(all, func(o rapport.Obligation) bool {
		return o.Side == side && (o.Open() || max(o.Met, o.Waived) >= plan.Begun.AddDays(-settledShown))
	})
	return each(s.obligations(shown, on), func(r ObligationRow) OwedRow {
		row := OwedRow{Obligation: r.Obligation, What: r.What, Text: s.Capital(r.Text), State: OwedOpen, Late: r.Overdue}
		for _, o := range shown {
			switch {
			case o.ID != r.Obligation:
			case !o.Met.IsZero():
				row.State = OwedMet
			case !o.Waived.IsZero():
				row.State = OwedWaived
			}
		}
		return row
	})
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// AskRow asks whether one of the standard things is owed.
type AskRow struct {
	Kind     rapport.OweKind
	Question string // "Do you still have files of theirs?"
	Example  string // "Photos, drafts, …"
	What     string // words proposed for the obligation
}

// asks are the standard things nobody has spoken about yet.
func (s *Speaker) asks(f EndingFacts) []AskRow {
	return each(f.blocked(ending.BlockUnasked), func(b ending.Block) AskRow {
		key := "owe." + string(b.Item)
		return AskRow{Kind: b.Item, Question: s.T(key + ".question"), Example: s.T(key + ".example"), What: s.T(key)}
	})
}

// OweKind names one of the standard things owed; "" for anything else.
func (s *Speaker) OweKind(kind rapport.OweKind) string {
	if kind == "" {
		return ""
	}
	return s.T("owe." + string(kind))
}
