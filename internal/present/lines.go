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
		{"", lines(p.Head.Headline, p.Head.Word+": "+p.Head.Hint, p.Head.StrainText, p.Head.Confidence, p.Head.Facts, p.Head.Lacking, p.Head.Decided, p.Waiting, p.BackTest)},
		{s.T("text.alerts"), each(p.Alerts, func(r AlertRow) string { return r.Title + ". " + r.Text })},
		{s.T("text.next"), lines(p.Next.Text)},
	}
	all = append(all, p.Followed.passages(s)...)
	all = append(all, p.Examined.Passages(s)...)
	all = append(all,
		Passage{s.T("text.for"), reasonLines(p.Reasons, true)},
		Passage{s.T("text.against"), reasonLines(p.Reasons, false)},
		Passage{s.T("text.shares"), append(each(p.Shares, func(r ShareRow) string { return r.Word + ": " + r.Text }), lines(p.Consensus)...)},
		Passage{s.T("text.parts"), each(p.Parts, func(r PartRow) string { return r.Word + ": " + r.Text })},
		Passage{s.T("text.began"), append(lines(p.Onset), each(p.Around, lineText)...)},
		Passage{s.T("text.ladder"), each(p.Ladder, func(r LadderRow) string { return r.Word + ": " + r.Text })},
	)
	all = append(all, p.Timeline.Passages(s)...)
	all = append(all, p.Business.Passages(s)...)
	all = append(all,
		Passage{s.T("text.invoices"), p.Invoices.lines(s)},
		Passage{s.T("text.obligations"), each(p.Obligations, func(r ObligationRow) string { return r.Who + ": " + r.What + ", " + r.Text })},
		Passage{s.T("text.decisions"), each(p.Decisions, decisionLine)},
	)
	return told(all)
}

func lineText(l Line) string { return l.Text }

// passages is what is followed up, as text.
func (f Followed) passages(s *Speaker) []Passage {
	var all []Passage
	if t := f.Trial; t != nil {
		all = append(all, Passage{t.Title, lines(t.Text, t.Good.Text, t.Bad.Text, t.Before)},
			Passage{s.T("text.better"), t.Better}, Passage{s.T("text.worse"), t.Worse})
	}
	if l := f.LookBack; l != nil {
		answers := each(l.Options, func(o OutcomeButton) string { return o.Label })
		all = append(all, Passage{s.T("text.look_back"), append(lines(l.Text, l.Why), answers...)})
	}
	return told(all)
}

// Passages is the question with its answers and what would change the verdict, as
// text.
func (x Examined) Passages(s *Speaker) []Passage {
	var all []Passage
	if q := x.Question; q != nil {
		answers := each(q.Options, func(o OptionButton) string { return o.Label + ": " + o.Word })
		all = append(all, Passage{s.T("text.ask"), append(lines(q.Text, q.Why), answers...)})
	}
	all = append(all, Passage{s.T("text.what_if"), each(x.WhatIfs, func(r WhatIfRow) string { return r.Text + ": " + r.Word })})
	return told(all)
}

// Passages is the client in money, as text.
func (b Business) Passages(s *Speaker) []Passage {
	var all []Passage
	if p := b.Payment; p != nil {
		all = append(all, Passage{s.T("text.payment"), append(lines(p.Text, p.Score, p.Next), p.Details...)})
	}
	for _, w := range b.Worth {
		parts := each(w.Parts, func(f Fact) string { return f.Label + ": " + f.Value })
		all = append(all, Passage{s.T("text.worth") + ", " + string(w.Currency), append(lines(w.Text), append(parts, lines(w.Share)...)...)})
	}
	return told(append(all, Passage{s.T("text.apart"), lines(b.Apart)}))
}

// Passages is the chart as text: strain by month, hardships and every dot.
func (t Timeline) Passages(s *Speaker) []Passage {
	all := []Passage{
		{s.T("text.timeline"), t.monthLines(s)},
		{s.T("text.marks"), t.markLines()},
		{s.T("text.bands"), each(t.Bands, func(b Band) string { return s.Date(b.From) + ": " + b.Label })},
	}
	for _, lane := range t.Lanes {
		all = append(all, Passage{lane.Word, each(lane.Dots, func(d Dot) string { return d.Label })})
	}
	return told(all)
}

// markLines lists the day it began and what was tried.
func (t Timeline) markLines() []string {
	var marks []string
	if t.Onset != nil {
		marks = append(marks, t.Onset.Label)
	}
	return append(marks, each(t.Rungs, func(m Mark) string { return m.Label })...)
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

// each words every row, a line or more of a page each.
func each[T, W any](rows []T, word func(T) W) []W {
	worded := make([]W, len(rows))
	for i, row := range rows {
		worded[i] = word(row)
	}
	return worded
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
