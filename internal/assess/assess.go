package assess

import (
	"math"
	"slices"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Assess judges an engagement as it stood at the end of the given day. It depends
// on nothing but its arguments: the same history gives the same answer, and what
// is dated after the day does not exist for it. It is never an error to know
// little; the answer then says so. Severities outside 1 to 5 count as the nearest.
func Assess(h History, on rapport.Date) Assessment {
	r := read(h, on)
	ends := weekEnds(on)
	weeks := make([]float64, len(ends))
	walk := newWalk(slices.Clone(r.facts), h.Invoices)
	var load loads
	for i, day := range ends {
		load = walk.to(day)
		weeks[i] = round(load.strain(everything), 1)
	}
	r.settle(h.Invoices)
	c := hear(r, load)
	decided := c.decide()
	return Assessment{
		On:         on,
		Verdict:    decided.verdict,
		Rule:       decided.code,
		Load:       Load{Strain: round(load.strain(everything), 1), Parts: load.rounded(), Weeks: weeks},
		Source:     c.source,
		Confidence: c.confidence(decided),
		Ladder:     c.ladder(),
		Reasons:    c.given(decided),
		Next:       c.next(decided),
		Compared:   max(0, h.Others.Clients),
		Beginning:  beginning(h, &c),
		Business:   Business{Payment: payment(h, on), Worth: WorthOf(h, on.AddDays(-365), on)},
	}
}

// round keeps so many decimals: the book stores the answer, and a billionth of a
// point of strain is noise in it.
func round(x float64, decimals int) float64 {
	unit := math.Pow10(decimals)
	return math.Round(x*unit) / unit
}

// worthSaying is the least weight of a reason, in decibans, that is given.
const worthSaying = 0.1

// given returns the reasons for the verdict, heaviest first. A verdict other than
// keep never stands without one.
func (c *hearing) given(decided *rule) []Reason {
	if decided.code == RuleNothingRecorded {
		return c.thin()
	}
	out := c.reasons
	for i := range out {
		out[i].Decibans = round(out[i].Decibans, 2)
	}
	slices.SortFunc(out, compareReasons)
	heaviest := out[:min(1, len(out))]
	return append(heaviest, slices.DeleteFunc(out[len(heaviest):], (Reason).unsaid)...)
}

// unsaid reports whether a reason weighs too little to be given. A hardship always
// is: who told of one wants to see that it was heard, even where it explains little.
func (r Reason) unsaid() bool {
	return r.Decibans < worthSaying && r.Code != ReasonHardshipBefore && r.Code != ReasonHardshipAfter
}

// thin names what little is on record; nothing at all gives no reason.
func (c *hearing) thin() []Reason {
	why := c.about(ReasonThinRecord, c.facts)
	why.Kind = ""
	why.Entries = append(why.Entries, c.unjudged[max(0, len(c.unjudged)-namedAtMost):]...)
	why.Invoices = c.pending[max(0, len(c.pending)-namedAtMost):]
	why.Count += len(c.unjudged) + len(c.pending)
	if why.Count == 0 {
		return nil
	}
	return []Reason{why}
}

// confidence words how far the leading source stands above the next, but never
// higher than the evidence that was gathered: a prior alone convinces nobody.
func (c *hearing) confidence(decided *rule) Confidence {
	switch decided.code {
	case RuleThreat, RuleGraveAbuse:
		return Strong // it rests on one deed on record, not on weighing
	case RuleNothingRecorded:
		return Barely
	}
	sorted := slices.Sorted(slices.Values(c.decibans[:]))
	margin, gathered := sorted[2]-sorted[1], 0.0
	for _, why := range c.reasons {
		gathered += why.Decibans
	}
	switch weight := min(margin, gathered); {
	case weight < 5:
		return Barely
	case weight < 10:
		return Substantial
	case weight < 20:
		return Strong
	}
	return Decisive
}
