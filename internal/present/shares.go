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
	Text    string // "71%"
}

// shares words where the trouble comes from, the greatest share first. The three
// percentages sum to 100. There is nothing to share out where no evidence
// points anywhere.
func (s *Speaker) shares(a assess.Assessment) []ShareRow {
	if len(a.Reasons) == 0 {
		return nil
	}
	sources := []assess.Source{assess.Circumstance, assess.Ours, assess.Pattern}
	percents := hundred([]float64{a.Source.Circumstance, a.Source.Ours, a.Source.Pattern})
	rows := make([]ShareRow, len(sources))
	for i, source := range sources {
		rows[i] = ShareRow{
			Source: source, Word: s.Source(source), Percent: percents[i], Text: s.percent(percents[i]),
		}
	}
	slices.SortStableFunc(rows, func(x, y ShareRow) int { return cmp.Compare(y.Percent, x.Percent) })
	return rows
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
