package present

import (
	"cmp"
	"math"
	"slices"
	"strings"

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
	Weight   string // Decibans in words, to be shown small: "6.0 decibans, 4 to 1"; "" where it weighs nothing
}

// Reason is the sentence of one piece of evidence, as seen on a day.
func (s *Speaker) Reason(r assess.Reason, on rapport.Date) string {
	args := Args{
		"First": lazy(func() string { return s.Day(r.First, on) }),
		"Last":  lazy(func() string { return s.Day(r.Last, on) }),
		"Span":  lazy(func() string { return s.Span(r.Days) }),
		"Days":  lazy(func() string { return s.N("span.days", r.Days) }),
		"Kind":  lazy(func() string { return s.Inside(s.friction(r.Kind)) }),
	}
	key := "reason." + r.Code
	if !s.counted(key) {
		return s.T(key, args)
	}
	return s.N(key, cmp.Or(r.Count, len(r.Entries), len(r.Invoices)), args)
}

// faint is the weight in decibans under which a reason reads "0.1 decibans" or less.
const faint = 0.15

// worthTelling leaves out what accuses and weighs next to nothing: it convinces
// nobody. A good word or a hard time is always told, so that its writer sees it was
// heard. Where nothing would be left, everything is told.
func worthTelling(reasons []assess.Reason) []assess.Reason {
	var told []assess.Reason
	for _, r := range reasons {
		if math.Abs(r.Decibans) >= faint || r.Toward == assess.Circumstance {
			told = append(told, r)
		}
	}
	if len(told) == 0 {
		return reasons
	}
	return told
}

// reasonRows words the balance, heaviest first.
func (s *Speaker) reasonRows(a assess.Assessment) []ReasonRow {
	target, reasons := target(a), worthTelling(a.Reasons)
	rows := make([]ReasonRow, 0, len(reasons))
	for _, r := range reasons {
		entries, invoices := restsOn(r)
		rows = append(rows, ReasonRow{
			Code: r.Code, Sentence: s.Reason(r, a.On), Toward: r.Toward,
			For: speaksFor(r, target), Decibans: math.Abs(r.Decibans),
			Entries: entries, Invoices: invoices, Count: s.countOf(r, entries, invoices),
			Weight: s.Weight(r.Decibans),
		})
	}
	slices.SortStableFunc(rows, func(a, b ReasonRow) int { return cmp.Compare(b.Decibans, a.Decibans) })
	return rows
}

// restsOn returns the records that show what a reason says. Money that is late
// stands in the invoice, even where an entry told of it too.
func restsOn(r assess.Reason) (entries, invoices []rapport.ID) {
	switch r.Code {
	case assess.ReasonInvoiceOverdue, assess.ReasonPaidLate, assess.ReasonPaidOnTime, assess.ReasonLateWithNotice:
		if len(r.Invoices) > 0 {
			return nil, r.Invoices
		}
	}
	return r.Entries, r.Invoices
}

// answered reports whether a reason names a word of ours first, and then what
// answered it. Its sentence counts only the answers.
func answered(r assess.Reason) bool {
	switch r.Code {
	case assess.ReasonLimitCrossed, assess.ReasonRelapse, assess.ReasonEffortFailed:
		return true
	}
	return false
}

// Weight words a weight of evidence: its decibans, and how many times likelier
// that makes one explanation than the other (ten to the power of a tenth of it). It
// is empty for what weighs nothing, such as that there is too little to weigh.
func (s *Speaker) Weight(decibans float64) string {
	weight := math.Abs(decibans)
	if weight == 0 {
		return ""
	}
	odds, decimals := math.Pow(10, weight/10), 0
	if odds < 10 {
		decimals = 1
	}
	return s.T("reason_weight", Args{"Decibans": s.Number(weight, 1), "Odds": s.Number(odds, decimals)})
}

// countOf counts what a reason rests on, as its sentence does: of a word and its
// answers only the answers count, be they entries or invoices. An invoice that an
// entry told of as well was counted once.
func (s *Speaker) countOf(r assess.Reason, entries, invoices []rapport.ID) string {
	switch {
	case answered(r) && len(entries) > 0:
		answers := entries[1:]
		alone := clamp(r.Count-len(answers), 0, len(invoices))
		return s.countRecords(answers, invoices[:alone])
	case len(entries) > 0:
		return s.countRecords(entries, nil)
	default:
		return s.countRecords(nil, invoices)
	}
}

// countRecords counts entries and invoices: "11 entries, 1 invoice".
func (s *Speaker) countRecords(entries, invoices []rapport.ID) string {
	var counts []string
	if len(entries) > 0 {
		counts = append(counts, s.N("count.entries", len(entries)))
	}
	if len(invoices) > 0 {
		counts = append(counts, s.N("count.invoices", len(invoices)))
	}
	return strings.Join(counts, ", ")
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
// is evidence against the source it names. That there is too little to judge by
// always speaks for saying so.
func speaksFor(r assess.Reason, t stance) bool {
	if r.Code == assess.ReasonThinRecord {
		return true
	}
	points := (r.Toward == t.source) == (r.Decibans >= 0)
	return points != t.against
}

// telling ranks reasons by how well they tell the story. What was tried and what
// explains come first, since the verdict turns on them; what is only counted
// (trouble in several parts, over many weeks) convinces nobody and comes last.
func telling(code string) int {
	switch code {
	case assess.ReasonThreat, assess.ReasonLimitCrossed, assess.ReasonRelapse, assess.ReasonEffortFailed,
		assess.ReasonPaymentInVain, assess.ReasonUnanswered, assess.ReasonHardshipBefore, assess.ReasonReactive,
		assess.ReasonRefusedAfterLate, assess.ReasonWontPay, assess.ReasonPriceRise:
		return 0
	case assess.ReasonSeveralParts, assess.ReasonLongTrouble, assess.ReasonNeverTold, assess.ReasonHardshipAfter,
		assess.ReasonOnlyThem, assess.ReasonNobodyElse, assess.ReasonSharedTrouble, assess.ReasonOthersToo:
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
