package present

import (
	"strings"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// rowsDrain is how many clients are named among what drains; the others are one
// row together, left out where it would read as nothing.
const (
	rowsDrain  = 4
	leastShare = 0.005
)

// drain words where the energy went.
func (s *Speaker) drain(v *assess.Survey) Drain {
	if len(v.Drains) == 0 || v.Drains[0].Share <= 0 {
		return Drain{}
	}
	points, minutes, rest := 0, 0, 1.0
	var worded Drain
	for i, d := range v.Drains {
		points, minutes = points+d.Points, minutes+d.Minutes
		if i >= rowsDrain || d.Share <= 0 {
			continue
		}
		rest -= d.Share
		worded.Rows = append(worded.Rows, BarRow{
			Client: d.Client, Name: d.Name, Part: d.Share / v.Drains[0].Share, Text: s.Percent(d.Share),
		})
	}
	if len(v.Drains) > rowsDrain && rest >= leastShare {
		worded.Rows = append(worded.Rows, BarRow{
			Name: s.T("survey.everyone_else"), Part: min(1, rest/v.Drains[0].Share), Text: s.Percent(rest),
		})
	}
	worded.Line = s.drainLine(v, v.Drains[0])
	if worded.Note = s.N("survey.drain.all", points); points == 0 {
		worded.Note = s.T("survey.drain.time", Args{"Duration": s.Duration(minutes)})
	}
	if hour := s.drainHour(v); hour != "" {
		worded.Note += " " + hour
	}
	return worded
}

// drainHour sets an hour with whom took most against an hour with the others, "" where
// hours are not known on both sides.
func (s *Speaker) drainHour(v *assess.Survey) string {
	worked := make(map[rapport.ID]int, len(v.Worths)) // minutes
	for _, w := range v.Worths {
		if w.Worth.Known() {
			worked[w.Client] += w.Worth.Billed + w.Worth.Unbilled.Sum()
		}
	}
	first := v.Drains[0]
	points, minutes := 0, 0
	for _, d := range v.Drains[1:] {
		if worked[d.Client] > 0 {
			points, minutes = points+d.Points, minutes+worked[d.Client]
		}
	}
	if first.Points == 0 || worked[first.Client] < 60 || minutes < 60 {
		return ""
	}
	perHour := func(points, minutes int) string { return s.Number(float64(points)*60/float64(minutes), 1) }
	return s.T("survey.drain.hour", Args{"Client": first.Name,
		"Points": perHour(first.Points, worked[first.Client]), "Rest": perHour(points, minutes)})
}

// drainLine says who took most, beside what they bring.
func (s *Speaker) drainLine(v *assess.Survey, first assess.Drain) string {
	args := Args{"Client": first.Name, "Share": s.Percent(first.Share)}
	income, known := incomeOf(v, first.Client)
	args["Income"] = s.Percent(income)
	switch {
	case first.Points == 0:
		return s.T("survey.drain.minutes", args)
	case known:
		return s.T("survey.drain.income", args)
	default:
		return s.T("survey.drain.energy", args)
	}
}

// incomeOf is a client's share of the income. It is only known to mean something
// where everybody pays in one currency.
func incomeOf(v *assess.Survey, client rapport.ID) (share float64, known bool) {
	for _, w := range v.Worths {
		if w.Worth.Currency != v.Worths[0].Worth.Currency {
			return 0, false
		}
		if w.Client == client && w.Worth.Share > 0 {
			share, known = w.Worth.Share, true
		}
	}
	return share, known
}

// adviceCard counts decisions, and says how they turned out where somebody looked
// back.
func (s *Speaker) adviceCard(r assess.AdviceRecord) AdviceCard {
	var card AdviceCard
	var told []string
	count := func(n int, key string, right, wrong int) {
		if n == 0 {
			return
		}
		sentence := s.N(key, n)
		switch of := (Args{"Of": s.Word(right + wrong)}); {
		case right > 0:
			sentence += " " + s.N("survey.advice.again", right, of)
		case wrong > 0:
			sentence += " " + s.T("survey.advice.never", of)
		}
		told = append(told, sentence)
	}
	count(r.Followed, "survey.advice.followed", r.FollowedRight, r.FollowedWrong)
	count(r.Otherwise, "survey.advice.otherwise", r.OtherwiseRight, r.OtherwiseWrong)
	card.Line = strings.Join(told, " ")
	row := func(label string, n, right, wrong int) {
		if n > 0 {
			value := s.T("survey.advice.row", Args{"Right": right, "Wrong": wrong, "Open": n - right - wrong})
			card.Rows = append(card.Rows, Fact{Label: label, Value: value})
		}
	}
	row(s.T("survey.advice.row_followed"), r.Followed, r.FollowedRight, r.FollowedWrong)
	row(s.T("survey.advice.row_otherwise"), r.Otherwise, r.OtherwiseRight, r.OtherwiseWrong)
	return card
}

// tests words what would have been said before engagements ended.
func (s *Speaker) tests(v *assess.Survey, on rapport.Date) []TestRow {
	var rows []TestRow
	for _, test := range v.Tests {
		if len(test.Before) > 0 {
			rows = append(rows, TestRow{Client: test.Client, Name: test.Name, Text: s.backTest(test.BackTest, on)})
		}
	}
	return rows
}

// insightsEmpty says what is missing where there is nothing to say.
func (s *Speaker) insightsEmpty(p InsightsPage, v *assess.Survey) InsightsEmpty {
	var e InsightsEmpty
	if len(p.Shared) == 0 {
		e.Shared = s.T("survey.empty.shared")
	}
	if len(p.Try) == 0 && p.Trying == nil {
		e.Try = s.T("survey.empty.try")
	}
	if len(p.Worth) == 0 {
		e.Worth = s.T("survey.empty.worth")
		if len(v.Worths) > 0 {
			e.Worth = s.T("survey.empty.hours")
		}
	}
	if len(p.Drain.Rows) == 0 {
		e.Drain = s.T("survey.empty.drain")
	}
	if len(p.Advice.Rows) == 0 {
		e.Advice = s.T("survey.empty.advice")
	}
	if len(p.Tests) == 0 {
		e.Tests = s.T("survey.empty.tests")
	}
	return e
}

// Passages is the whole page as text: the same words in the same order, boxes and
// bars included.
func (p InsightsPage) Passages(s *Speaker) []Passage {
	bars := func(rows []BarRow) []string {
		return each(rows, func(r BarRow) string { return r.Name + ": " + r.Text })
	}
	all := []Passage{
		{"", lines(p.Answer, p.Line)},
		{s.T("text.shared"), append(lines(p.Empty.Shared), each(p.Shared, func(r SharedRow) string { return r.Text + ": " + r.Tally })...)},
	}
	if p.Trying != nil {
		all = append(all, Passage{s.T("text.trying"), lines(p.Trying.Title, p.Trying.Why, p.Trying.Until, p.Trying.Since)})
	}
	all = append(all, Passage{s.T("text.try"), append(lines(p.Empty.Try), each(p.Try, func(c TryCard) string { return c.Title + ". " + c.Why })...)})
	for _, g := range p.Worth {
		all = append(all, Passage{s.T("text.hour") + ", " + g.Unit, append(lines(g.Line), bars(g.Rows)...)})
	}
	if p.Empty.Worth != "" {
		all = append(all, Passage{s.T("text.hour"), lines(p.Empty.Worth)})
	}
	all = append(all, Passage{s.T("text.won"), append(lines(p.WonBack.Empty), p.WonBack.lines()...)})
	all = append(all, p.Ledger.Passages(s)...)
	return told(append(all,
		Passage{s.T("text.drain"), append(lines(p.Empty.Drain, p.Drain.Line), append(bars(p.Drain.Rows), lines(p.Drain.Note)...)...)},
		Passage{s.T("text.advice"), append(lines(p.Empty.Advice, p.Advice.Line), each(p.Advice.Rows, func(f Fact) string { return f.Label + ": " + f.Value })...)},
		Passage{s.T("text.tests"), append(lines(p.Empty.Tests), each(p.Tests, func(r TestRow) string { return r.Name + ": " + r.Text })...)},
	))
}
