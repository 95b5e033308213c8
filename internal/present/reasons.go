package present

import (
	"cmp"
	"math"
	"slices"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// ReasonRow is one piece of evidence on the balance.
type ReasonRow struct {
	Code     string
	Sentence string
	Toward   assess.Source // where it points: the colour of its bar
	For      bool          // speaks for the verdict; otherwise against it
	Decibans float64       // weight, above zero: the length of its bar
	Entries  []rapport.ID  // what it rests on; none where that is invoices
	Invoices []rapport.ID
	Count    string // "3 entries", "2 invoices", "" if it rests on none
}

// Reason is the sentence of one piece of evidence, as seen on a day.
func (s *Speaker) Reason(r assess.Reason, on rapport.Date) string {
	args := Args{
		"First": lazy(func() string { return s.Day(r.First, on) }),
		"Last":  lazy(func() string { return s.Day(r.Last, on) }),
		"Span":  lazy(func() string { return s.Span(r.Days) }),
		"Days":  lazy(func() string { return s.N("span.days", r.Days) }),
	}
	key := "reason." + r.Code
	if !s.counted(key) {
		return s.T(key, args)
	}
	return s.N(key, cmp.Or(r.Count, len(r.Entries), len(r.Invoices)), args)
}

// reasonRows words the balance, heaviest first.
func (s *Speaker) reasonRows(a assess.Assessment) []ReasonRow {
	target := target(a)
	rows := make([]ReasonRow, 0, len(a.Reasons))
	for _, r := range a.Reasons {
		entries, invoices := restsOn(r)
		rows = append(rows, ReasonRow{
			Code: r.Code, Sentence: s.Reason(r, a.On), Toward: r.Toward,
			For: speaksFor(r, target), Decibans: math.Abs(r.Decibans),
			Entries: entries, Invoices: invoices, Count: s.countRecords(entries, invoices),
		})
	}
	slices.SortStableFunc(rows, func(a, b ReasonRow) int { return cmp.Compare(b.Decibans, a.Decibans) })
	return rows
}

// restsOn returns the records that show what a reason says. Money that is late
// stands in the invoice, even where an entry told of it too.
func restsOn(r assess.Reason) (entries, invoices []rapport.ID) {
	switch r.Code {
	case assess.ReasonInvoiceOverdue, assess.ReasonPaidLate, assess.ReasonPaidOnTime:
		if len(r.Invoices) > 0 {
			return nil, r.Invoices
		}
	}
	return r.Entries, r.Invoices
}

// countRecords counts what a reason rests on.
func (s *Speaker) countRecords(entries, invoices []rapport.ID) string {
	switch {
	case len(entries) > 0:
		return s.N("count.entries", len(entries))
	case len(invoices) > 0:
		return s.N("count.invoices", len(invoices))
	default:
		return ""
	}
}

// stance is what evidence must point to in order to speak for a verdict.
type stance struct {
	source  assess.Source
	against bool // the verdict stands because the source is weak
}

// target returns the stance of an assessment. Extra mile says "their situation",
// mend "ours", the strict verdicts "a pattern"; keep says "no pattern"; where the
// verdict takes no side, the greatest share does.
func target(a assess.Assessment) stance {
	switch a.Verdict {
	case rapport.ExtraMile:
		return stance{source: assess.Circumstance}
	case rapport.Mend:
		return stance{source: assess.Ours}
	case rapport.Trial, rapport.Renegotiate, rapport.End, rapport.Safety:
		return stance{source: assess.Pattern}
	case rapport.Keep:
		return stance{source: assess.Pattern, against: true}
	}
	switch m := a.Source; {
	case m.Circumstance >= m.Pattern && m.Circumstance >= m.Ours:
		return stance{source: assess.Circumstance}
	case m.Pattern >= m.Ours:
		return stance{source: assess.Pattern}
	default:
		return stance{source: assess.Ours}
	}
}

// speaksFor reports on which side of the balance a reason lies. Negative weight
// is evidence against the source it names.
func speaksFor(r assess.Reason, t stance) bool {
	points := (r.Toward == t.source) == (r.Decibans >= 0)
	return points != t.against
}

// telling ranks reasons by how well they tell the story. What was tried and what
// explains come first, since the verdict turns on them; what is only counted
// (trouble in several parts, over many weeks) convinces nobody and comes last.
func telling(code string) int {
	switch code {
	case assess.ReasonThreat, assess.ReasonLimitCrossed, assess.ReasonRelapse, assess.ReasonEffortFailed,
		assess.ReasonPaymentInVain, assess.ReasonUnanswered, assess.ReasonHardshipBefore:
		return 0
	case assess.ReasonSeveralParts, assess.ReasonLongTrouble, assess.ReasonNeverTold, assess.ReasonHardshipAfter:
		return 2
	}
	return 1
}

// leading returns the reasons that speak for the verdict, the most telling first
// and among those the heaviest; where none does, the heaviest of all.
func leading(a assess.Assessment) []assess.Reason {
	target := target(a)
	heaviest := slices.SortedStableFunc(slices.Values(a.Reasons), func(x, y assess.Reason) int {
		return cmp.Compare(math.Abs(y.Decibans), math.Abs(x.Decibans))
	})
	var lead []assess.Reason
	for _, r := range heaviest {
		if speaksFor(r, target) {
			lead = append(lead, r)
		}
	}
	slices.SortStableFunc(lead, func(x, y assess.Reason) int {
		return cmp.Compare(telling(x.Code), telling(y.Code))
	})
	if len(lead) == 0 && len(heaviest) > 0 {
		return heaviest[:1]
	}
	return lead
}
