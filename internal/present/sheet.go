package present

import (
	"cmp"
	"slices"
	"strings"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// SheetPage is the expectation sheet of one client.
type SheetPage struct {
	Client    rapport.ID
	Name      string
	State     SheetState
	Answer    string // "Two things are not said yet"
	Line      string // what a sheet is, when it was agreed or skipped
	Clauses   []ClauseRow
	Surprises []SurpriseRow // newest first
	Suggest   string        // the clause surprises point to, "" where none do
	Rate      string        // complaints with and without a sheet, "" while too little is known
	Skip      string        // words of the quiet button that does without, "" where it was pressed
}

// SheetState says how far a sheet is.
type SheetState string

// The states of a sheet.
const (
	SheetNone    SheetState = "none"
	SheetDraft   SheetState = "draft"
	SheetAgreed  SheetState = "agreed"
	SheetSkipped SheetState = "skipped"
)

// ClauseRow is one clause.
type ClauseRow struct {
	Code      rapport.Clause
	Title     string
	Hint      string // what belongs there, with an example
	Text      string
	Gap       bool
	Surprises int    // how often they had expected otherwise
	Note      string // "Two surprises came from here.", "" without any
}

// SurpriseRow is something they had expected otherwise.
type SurpriseRow struct {
	Surprise rapport.ID
	Clause   rapport.Clause
	Day      string
	Text     string
}

// SheetRates compares clients with a sheet and without, across the practice.
type SheetRates struct {
	With, Without     int     // clients counted
	ComplaintsWith    float64 // complaints a client and year
	ComplaintsWithout float64
}

// sheetStateOf tells how far a sheet is; nil is none.
func sheetStateOf(sheet *rapport.Sheet) SheetState {
	switch {
	case sheet == nil:
		return SheetNone
	case !sheet.Agreed.IsZero():
		return SheetAgreed // and what was agreed later counts, even if it was done without first
	case !sheet.Skipped.IsZero():
		return SheetSkipped
	default:
		return SheetDraft
	}
}

// NewSheetPage words the sheet. Rates may be zero.
func NewSheetPage(s *Speaker, k Known, rates SheetRates) SheetPage {
	on, sheet := k.on(), k.Way.Sheet
	page := SheetPage{
		Client: k.client().ID, Name: k.client().Name, State: sheetStateOf(sheet),
		Clauses: s.clauses(sheet, k.Way.Surprises), Surprises: s.surprises(k.Way.Surprises, on),
		Rate: s.SheetRate(rates), Skip: s.T("sheet.skip"),
	}
	gaps := len(kept(page.Clauses, func(c ClauseRow) bool { return c.Gap }))
	page.Line = s.T("sheet.line." + string(page.State))
	switch page.State {
	case SheetSkipped:
		page.Skip, page.Line = "", s.T("sheet.line.skipped", Args{"Day": s.Day(sheet.Skipped, on)})
	case SheetAgreed:
		page.Skip, page.Line = "", s.T("sheet.line.agreed", Args{"Day": s.Day(sheet.Agreed, on)})
	}
	switch {
	case page.State == SheetNone || page.State == SheetSkipped:
		page.Answer = s.T("sheet.answer." + string(page.State))
	case gaps > 0:
		page.Answer = s.N("sheet.answer.gaps", gaps)
	default:
		page.Answer = s.T("sheet.answer." + string(page.State))
	}
	page.Suggest = s.suggestClause(page.Clauses)
	return page
}

// clauses words every clause, whatever the sheet says.
func (s *Speaker) clauses(sheet *rapport.Sheet, surprises []rapport.Surprise) []ClauseRow {
	return each(rapport.Clauses(), func(c rapport.Clause) ClauseRow {
		row := ClauseRow{Code: c, Title: s.Clause(c), Hint: s.T("clause." + string(c) + ".hint")}
		if sheet != nil {
			row.Text = strings.TrimSpace(sheet.Clauses[c])
		}
		row.Gap = row.Text == ""
		row.Surprises = len(kept(surprises, func(x rapport.Surprise) bool { return x.Clause == c }))
		if row.Surprises > 0 {
			row.Note = s.N("sheet.surprises", row.Surprises)
		}
		return row
	})
}

func (s *Speaker) surprises(all []rapport.Surprise, on rapport.Date) []SurpriseRow {
	sorted := slices.SortedStableFunc(slices.Values(all), func(a, b rapport.Surprise) int { return cmp.Compare(b.On, a.On) })
	return each(sorted, func(x rapport.Surprise) SurpriseRow {
		text := s.Clause(x.Clause)
		if x.What != "" {
			text = s.T("sheet.surprise", Args{"Clause": text, "What": x.What})
		}
		return SurpriseRow{Surprise: x.ID, Clause: x.Clause, Day: s.Day(x.On, on), Text: text}
	})
}

// suggestClause points to the clause most surprises came from: to be written where
// it is a gap, to be said more clearly where it is none.
func (s *Speaker) suggestClause(clauses []ClauseRow) string {
	most := ClauseRow{}
	for _, c := range clauses {
		if c.Surprises > most.Surprises || c.Surprises == most.Surprises && c.Gap && !most.Gap {
			most = c
		}
	}
	switch {
	case most.Surprises == 0:
		return ""
	case most.Gap:
		return s.N("sheet.suggest", most.Surprises, Args{"Clause": most.Title})
	default:
		return s.N("sheet.clearer", most.Surprises, Args{"Clause": most.Title})
	}
}

// sheetsCompared is how many clients there must be on each side before their
// complaints are compared.
const sheetsCompared = 3

// SheetRate says how often clients with a sheet complain, and those without; ""
// while there are too few of either.
func (s *Speaker) SheetRate(r SheetRates) string {
	if r.With < sheetsCompared || r.Without < sheetsCompared {
		return ""
	}
	return s.T("sheet.rate", Args{
		"With": s.Number(r.ComplaintsWith, 1), "Without": s.Number(r.ComplaintsWithout, 1),
	})
}

// Clause names a clause of the sheet.
func (s *Speaker) Clause(c rapport.Clause) string { return s.T("clause." + string(c)) }

// Passages is the page as text.
func (p SheetPage) Passages(s *Speaker) []Passage {
	said := each(p.Clauses, func(c ClauseRow) string {
		text := c.Text
		if c.Gap {
			text = s.T("sheet.gap")
		}
		return strings.Join(lines(c.Title+": "+text, c.Note), ". ")
	})
	return told([]Passage{
		{"", lines(p.Answer, p.Line, p.Suggest, p.Rate)},
		{s.T("text.clauses"), said},
		{s.T("text.surprises"), each(p.Surprises, func(r SurpriseRow) string { return r.Day + ": " + r.Text })},
	})
}
