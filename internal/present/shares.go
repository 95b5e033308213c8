package present

import (
	"cmp"
	"math"
	"slices"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// ShareRow is one of the three places trouble comes from.
type ShareRow struct {
	Source  assess.Source
	Word    string
	Percent int
	Text    string // "71%", "< 1%"
}

// weighed reports whether any evidence was weighed. Without it the shares are only
// what is thought of everybody beforehand.
func weighed(a assess.Assessment) bool {
	return slices.ContainsFunc(a.Reasons, func(r assess.Reason) bool { return r.Decibans != 0 })
}

// troubled reports whether anything speaks of trouble, theirs or ours.
func troubled(a assess.Assessment) bool {
	return slices.ContainsFunc(a.Reasons, func(r assess.Reason) bool { return r.Toward != assess.Circumstance && r.Decibans > 0 })
}

// shares words where the trouble comes from, the greatest share first. The three
// percentages sum to 100. There is nothing to share out where nothing speaks of
// trouble: a client who only ever paid and praised has none that comes from
// anywhere. Nor after a threat, where it is not the question, nor where too little
// is known to say.
func (s *Speaker) shares(a assess.Assessment) []ShareRow {
	if !troubled(a) || a.Verdict == rapport.Safety || a.Verdict == rapport.Unclear {
		return nil
	}
	sources := []assess.Source{assess.Circumstance, assess.Ours, assess.Pattern}
	percents := hundred([]float64{a.Source.Circumstance, a.Source.Ours, a.Source.Pattern})
	rows := make([]ShareRow, len(sources))
	for i, source := range sources {
		rows[i] = ShareRow{
			Source: source, Word: s.Source(source), Percent: percents[i], Text: s.shareText(percents[i]),
		}
	}
	slices.SortStableFunc(rows, func(x, y ShareRow) int { return cmp.Compare(y.Percent, x.Percent) })
	return rows
}

// shareText writes a share. Evidence makes nothing certain and nothing impossible,
// so what rounds to all or to none is said to be nearly so.
func (s *Speaker) shareText(percent int) string {
	switch percent {
	case 0:
		return "<" + nbsp + s.percent(1)
	case 100:
		return ">" + nbsp + s.percent(99)
	}
	return s.percent(percent)
}

// consensus admits that it cannot be known whether others do this too, where there
// is trouble and too few of them.
func (s *Speaker) consensus(a assess.Assessment) string {
	trouble := slices.ContainsFunc(a.Reasons, func(r assess.Reason) bool { return r.Toward == assess.Pattern && r.Decibans > 0 })
	switch {
	case !trouble || a.Compared >= assess.OthersNeeded:
		return ""
	case a.Compared == 0:
		return s.T("consensus.none")
	default:
		return s.N("consensus.few", a.Compared)
	}
}

// hundred rounds shares of 1 to whole percentages that sum to 100, giving what
// rounding down leaves to the largest remainders (Hamilton's method).
func hundred(shares []float64) []int {
	sum := 0.0
	for _, share := range shares {
		sum += max(0, share)
	}
	if sum == 0 || math.IsNaN(sum) || math.IsInf(sum, 0) {
		shares, sum = slices.Repeat([]float64{1}, len(shares)), float64(len(shares))
	}
	percents := make([]int, len(shares))
	order := make([]int, len(shares))
	rest := make([]float64, len(shares))
	left := 100
	for i, share := range shares {
		exact := 100 * max(0, share) / sum
		percents[i] = int(exact)
		rest[i] = exact - float64(percents[i])
		order[i] = i
		left -= percents[i]
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(rest[j], rest[i]) })
	for _, i := range order[:min(max(0, left), len(order))] {
		percents[i]++
	}
	return percents
}

// LadderRow is one thing that can be tried, and what came of it.
type LadderRow struct {
	Code  string
	Word  string
	State assess.RungState // "" when it was not tried yet
	On    rapport.Date     // the day it was first tried
	Text  string           // "said on 1 February, held since"; "not tried yet"
}

// ladder words every rung in the order they are tried, those not tried included:
// the next one is what a trial is about.
func (s *Speaker) ladder(a assess.Assessment) []LadderRow {
	rows := make([]LadderRow, 0, len(assess.RungCodes()))
	for _, code := range assess.RungCodes() {
		row := LadderRow{Code: code, Word: s.Rung(code), Text: s.T("rung_state.untried")}
		if i := slices.IndexFunc(a.Ladder, func(r assess.Rung) bool { return r.Code == code }); i >= 0 {
			rung := a.Ladder[i]
			row.State, row.On = rung.State, rung.On
			row.Text = s.T("ladder.tried", Args{"Day": s.Day(rung.On, a.On), "State": s.RungState(rung.State)})
		}
		rows = append(rows, row)
	}
	return rows
}
