package present

import (
	"cmp"
	"slices"
	"strings"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// TodayPage is what is to be seen to, for all clients.
type TodayPage struct {
	On     rapport.Date
	Answer string // "Four things to see to"
	Rows   []TodayRow
	Empty  string // said where nothing is due
}

// NewTodayPage words what is due.
func NewTodayPage(s *Speaker, dues []rapport.Due, on rapport.Date) TodayPage {
	page := TodayPage{On: on, Rows: s.TodayRows(dues, on)}
	if len(dues) == 0 {
		page.Answer, page.Empty = s.T("today.none"), s.T("today.empty")
		return page
	}
	page.Answer = s.N("today.count", len(dues))
	return page
}

// Passages is the page as text.
func (p TodayPage) Passages() []Passage {
	rows := each(p.Rows, func(r TodayRow) string { return sentence(r.Title) + " " + r.Text })
	return []Passage{{"", lines(append([]string{p.Answer + "."}, append(rows, p.Empty)...)...)}}
}

// sentence ends a title with a full stop, unless it has an end of its own.
func sentence(title string) string {
	if strings.HasSuffix(title, "?") || strings.HasSuffix(title, ".") {
		return title
	}
	return title + "."
}

// TodayRows words what is due, the most urgent first: days to look again that have
// come, then what we are late with, then money that is late, then the rest by its day.
func (s *Speaker) TodayRows(dues []rapport.Due, on rapport.Date) []TodayRow {
	return each(inTurn(dues, on), func(d rapport.Due) TodayRow { return s.todayRow(d, on) })
}

// inTurn sorts what is due into the order they are listed.
func inTurn(dues []rapport.Due, on rapport.Date) []rapport.Due {
	order := rapport.DueCodes()
	return slices.SortedStableFunc(slices.Values(dues), func(a, b rapport.Due) int {
		return cmp.Or(
			cmp.Compare(dueRank(a, on), dueRank(b, on)),
			cmp.Compare(a.Day, b.Day),
			cmp.Compare(slices.Index(order, a.Code), slices.Index(order, b.Code)),
		)
	})
}

// dueRank ranks what is due, the most urgent lowest.
func dueRank(d rapport.Due, on rapport.Date) int {
	switch d.Code {
	case rapport.DueTrial:
		if d.Day <= on {
			return 0
		}
	case rapport.DuePromise, rapport.DueObligation:
		if d.Day <= on && d.Side != rapport.Theirs {
			return 1
		}
	case rapport.DueOverdue:
		return 2
	case rapport.DueLookBack, rapport.DueRerate, rapport.DueRun: // their day was long ago, and nobody waits for them
		return 4
	}
	return 3
}

func (s *Speaker) todayRow(d rapport.Due, on rapport.Date) TodayRow {
	row := TodayRow{Code: d.Code, Client: d.Client, ID: d.ID}
	row.Title, row.Text = s.dueTitle(d, on), d.Name
	if what := s.dueWhat(d); what != "" {
		row.Text = s.T("today.about", Args{"Client": d.Name, "What": what})
	}
	if d.Code == rapport.DueTrial || d.Code == rapport.DueLookBack {
		row.Decision = d.ID
	}
	return row
}

// dueTitle says what is due and when: what has a day still to come differently
// from what is past it.
func (s *Speaker) dueTitle(d rapport.Due, on rapport.Date) string {
	when, past := Args{"When": s.Relative(d.Day, on), "Day": s.Day(d.Day, on)}, on.DaysSince(d.Day)
	switch d.Code {
	case rapport.DuePromise, rapport.DueObligation:
		side := ""
		if d.Side == rapport.Theirs {
			side = ".theirs"
		}
		if past > 0 {
			return s.N("today."+string(d.Code)+side+".late", past)
		}
		return s.T("today."+string(d.Code)+side, when)
	case rapport.DueOverdue:
		return s.N("today.overdue", past)
	case rapport.DueLookBack:
		return s.T("look_back.question")
	case rapport.DueTrial:
		if past >= 0 {
			return s.T("today.trial.now")
		}
		return s.T("today.soon", when)
	default:
		return s.T("today."+string(d.Code), when)
	}
}

// dueWhat words what a due is about, where it is a code.
func (s *Speaker) dueWhat(d rapport.Due) string {
	switch d.Code {
	case rapport.DueTrial, rapport.DueLookBack:
		return s.Inside(s.Verdict(rapport.Verdict(d.What)))
	case rapport.DueOverdue:
		if d.Amount.Currency == "" {
			return s.T("claim.invoice", Args{"Number": d.What})
		}
		return s.T("today.invoice", Args{"Number": d.What, "Amount": d.Amount})
	case rapport.DueRun:
		return s.T("guide." + d.What + ".title")
	case rapport.DueRerate:
		return s.Inside(s.Kind(rapport.Kind(d.What)))
	case rapport.DueLetterHeld:
		if slices.Contains(LetterKinds(), d.What) {
			return s.Inside(s.LetterTitle(d.What))
		}
		return d.What
	default:
		return d.What
	}
}

// DueJSON is one thing to see to, for other programs.
type DueJSON struct {
	Code   rapport.DueCode `json:"code"`
	Client string          `json:"client"`
	Day    rapport.Date    `json:"day"`
	What   string          `json:"what,omitempty"` // as the code says: words, a number, a code
	Amount *AmountJSON     `json:"amount,omitempty"`
	Text   string          `json:"text"`
}

// AmountJSON is an amount of money, as a decimal with a point.
type AmountJSON struct {
	Amount   string           `json:"amount"`
	Currency rapport.Currency `json:"currency"`
}

func amountJSON(m rapport.Money) *AmountJSON {
	if m.Currency == "" {
		return nil
	}
	return &AmountJSON{Amount: m.Decimal(), Currency: m.Currency}
}

// TodayJSON is what is to be seen to, for other programs.
type TodayJSON struct {
	On  rapport.Date `json:"on"`
	Due []DueJSON    `json:"due"`
}

// NewTodayJSON words what is due for other programs, in the order of the page.
func NewTodayJSON(s *Speaker, dues []rapport.Due, on rapport.Date) TodayJSON {
	today := TodayJSON{On: on, Due: make([]DueJSON, 0, len(dues))}
	for _, d := range inTurn(dues, on) {
		row := s.todayRow(d, on)
		today.Due = append(today.Due, DueJSON{
			Code: d.Code, Client: d.Name, Day: d.Day, What: d.What, Amount: amountJSON(d.Amount), Text: sentence(row.Title) + " " + row.Text,
		})
	}
	return today
}
