package present

import (
	"cmp"
	"slices"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// onset says when the present trouble began, and that nothing explains the day
// where that is so.
func (s *Speaker) onset(a assess.Assessment) string {
	if a.Onset.IsZero() {
		return ""
	}
	args := Args{"Day": s.Day(a.Onset, a.On)}
	if len(a.Around) == 0 {
		return s.T("onset.alone", args)
	}
	return s.T("onset.with", args)
}

// around words what happened about the day it began.
func (s *Speaker) around(a assess.Assessment) []Line {
	return each(a.Around, func(v assess.Around) Line {
		line := Line{Code: v.Code, Text: s.T("around."+v.Code, Args{"Day": s.Day(v.On, a.On)})}
		if v.Entry != (rapport.ID{}) {
			line.Entries = []rapport.ID{v.Entry}
		}
		return line
	})
}

// parts words the strains that can be felt, heaviest first.
func (s *Speaker) parts(a assess.Assessment) []PartRow {
	all := []PartRow{
		{Code: "demands", Value: whole(a.Parts.Demands)}, {Code: "complaints", Value: whole(a.Parts.Complaints)},
		{Code: "conduct", Value: whole(a.Parts.Conduct)}, {Code: "payment", Value: whole(a.Parts.Payment)},
		{Code: "energy", Value: whole(a.Parts.Energy)},
	}
	rows := make([]PartRow, 0, len(all))
	for _, row := range all {
		if row.Value > 0 {
			row.Word, row.Text = s.Part(row.Code), s.T("part_of", Args{"Value": row.Value})
			rows = append(rows, row)
		}
	}
	slices.SortStableFunc(rows, func(x, y PartRow) int { return cmp.Compare(y.Value, x.Value) })
	return rows
}

// turningPoints are the days to mark on the axis: when it began, and what was
// tried.
func (s *Speaker) turningPoints(a assess.Assessment, from rapport.Date) (onset *Mark, rungs []Mark) {
	if !a.Onset.IsZero() && a.Onset >= from {
		onset = &Mark{On: a.Onset, Label: s.T("timeline.onset", Args{"Day": s.Day(a.Onset, a.On)})}
	}
	for _, rung := range a.Ladder {
		if rung.On < from || rung.On > a.On {
			continue
		}
		what := s.Rung(rung.Code) + ", " + s.RungState(rung.State)
		rungs = append(rungs, Mark{
			Code: rung.Code, On: rung.On, Held: rung.Held(),
			Label: s.T("timeline.dot", Args{"Day": s.Day(rung.On, a.On), "What": what}),
		})
	}
	slices.SortStableFunc(rungs, func(x, y Mark) int { return cmp.Compare(x.On, y.On) })
	return onset, rungs
}

// lacking says what would make a better answer possible, where there is too
// little to go on: what is missing is named, not only that something is.
func (s *Speaker) lacking(h assess.History, a assess.Assessment) string {
	if a.Verdict != rapport.Unclear {
		return ""
	}
	r := recordedUntil(h.Entries, a.On)
	var missing []string
	if r.unweighed > 0 {
		missing = append(missing, s.N("lacking.weighed", r.unweighed))
	}
	if r.judged {
		missing = append(missing, s.T("lacking.time"))
	} else {
		missing = append(missing, s.T("lacking.entries"))
	}
	if r.judged && !r.told {
		missing = append(missing, s.T("lacking.told"))
	}
	if len(h.Invoices) == 0 {
		missing = append(missing, s.T("lacking.invoices"))
	}
	return s.T("lacking.all", Args{"What": s.List(missing)})
}

// recorded is what kinds of things stand on record.
type recorded struct {
	judged    bool // something that says how it is going
	told      bool // something we did about it
	unweighed int  // complaints nobody has weighed
}

// recordedUntil looks through the entries until a day.
func recordedUntil(entries []rapport.Entry, on rapport.Date) recorded {
	var r recorded
	for _, e := range entries {
		if e.On > on {
			continue
		}
		switch e.Kind.Group() {
		case rapport.Friction, rapport.Goodwill:
			r.judged = true
		case rapport.FromUs:
			r.told = true
		}
		if e.Kind == rapport.Complaint && (e.Justified == "" || e.Justified == rapport.JustifiedUnsure) {
			r.unweighed++
		}
	}
	return r
}
