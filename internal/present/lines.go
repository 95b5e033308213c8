package present

import (
	"fmt"
)

// Passage is a titled part of a page read as text. The first has no title.
type Passage struct {
	Title string
	Lines []string
}

// Passages is the whole page as text, for readers of screens and terminals: the
// same words in the same order, charts included. Parts with nothing in them are
// left out.
func (p ClientPage) Passages(s *Speaker) []Passage {
	all := []Passage{
		{"", lines(p.Head.Headline, p.Head.Word+": "+p.Head.Hint, p.Head.StrainText, p.Head.Confidence, p.Head.Facts, p.Head.Decided)},
		{s.T("text.next"), lines(p.Next.Text)},
		{s.T("text.ask"), lines(p.Ask.Text)},
		{s.T("text.for"), reasonLines(p.Reasons, true)},
		{s.T("text.against"), reasonLines(p.Reasons, false)},
		{s.T("text.shares"), each(p.Shares, func(r ShareRow) string { return r.Word + ": " + r.Text })},
		{s.T("text.ladder"), each(p.Ladder, func(r LadderRow) string { return r.Word + ": " + r.Text })},
	}
	all = append(all, p.Timeline.Passages(s)...)
	all = append(all,
		Passage{s.T("text.invoices"), p.Invoices.lines(s)},
		Passage{s.T("text.obligations"), each(p.Obligations, func(r ObligationRow) string { return r.Who + ": " + r.What + ", " + r.Text })},
		Passage{s.T("text.decisions"), each(p.Decisions, decisionLine)},
	)
	return told(all)
}

// Passages is the chart as text: strain by month, hardships and every dot.
func (t Timeline) Passages(s *Speaker) []Passage {
	all := []Passage{
		{s.T("text.timeline"), t.monthLines(s)},
		{s.T("text.bands"), each(t.Bands, func(b Band) string { return s.Date(b.From) + ": " + b.Label })},
	}
	for _, lane := range t.Lanes {
		all = append(all, Passage{lane.Word, each(lane.Dots, func(d Dot) string { return d.Label })})
	}
	return told(all)
}

// monthLines says the heaviest strain of each month that has any point.
func (t Timeline) monthLines(s *Speaker) []string {
	var lines []string
	for i, month := range t.Months {
		end := t.To
		if i+1 < len(t.Months) {
			end = t.Months[i+1].Start.AddDays(-1)
		}
		heaviest, any := 0, false
		for _, p := range t.Strain {
			if p.On >= month.Start && p.On <= end {
				heaviest, any = max(heaviest, whole(p.Value)), true
			}
		}
		if any {
			lines = append(lines, fmt.Sprintf("%s: %d", s.MonthYear(month.Start), heaviest))
		}
	}
	return lines
}

func (v Invoices) lines(s *Speaker) []string {
	written := each(v.Rows, func(r InvoiceRow) string {
		return r.Number + ", " + r.Issued + ": " + r.Amount + ", " + r.Text
	})
	if v.Open != "" {
		written = append(written, s.T("text.open", Args{"Amount": v.Open}))
	}
	return written
}

func reasonLines(rows []ReasonRow, speaksFor bool) []string {
	var written []string
	for _, r := range rows {
		if r.For != speaksFor {
			continue
		}
		line := r.Sentence
		if r.Count != "" {
			line += " (" + r.Count + ")"
		}
		written = append(written, line)
	}
	return written
}

func decisionLine(r DecisionRow) string {
	if r.Why == "" {
		return r.Date + ": " + r.Text
	}
	return r.Date + ": " + r.Text + " (" + r.Why + ")"
}

// lines keeps the texts that say something.
func lines(texts ...string) []string {
	var said []string
	for _, text := range texts {
		if text != "" {
			said = append(said, text)
		}
	}
	return said
}

// each writes one line a row.
func each[T any](rows []T, line func(T) string) []string {
	written := make([]string, len(rows))
	for i, row := range rows {
		written[i] = line(row)
	}
	return written
}

// told keeps the passages that say something.
func told(all []Passage) []Passage {
	var kept []Passage
	for _, p := range all {
		if len(p.Lines) > 0 {
			kept = append(kept, p)
		}
	}
	return kept
}
