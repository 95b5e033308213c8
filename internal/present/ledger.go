package present

import (
	"strings"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// WonBackCard looks back on extra miles: what they took, and what came of them.
type WonBackCard struct {
	Line  string // "Two of three came back so far."
	Rows  []WonBackRow
	Total WonBackRow // all together, one without a client; empty with fewer than two rows
	Early []string   // too early to say: "Harbour Studio: look back on 14 August."
	Empty string     // said where no extra mile was decided on
}

// WonBackRow is one extra mile.
type WonBackRow struct {
	Client rapport.ID
	Name   string
	Given  string // "2 h"
	Since  string // what was paid since: "€7,900"
	Text   string // "better", "the same as before", "worse", "ended on 3 May"
	Won    bool
}

// wonBack words the extra miles of a survey. One whose day to look again lies
// ahead counts neither way.
func (s *Speaker) wonBack(all []assess.WonBack, on rapport.Date) WonBackCard {
	var card WonBackCard
	var total assess.WonBack
	won := 0
	for _, w := range all {
		if w.Course == assess.Pending && w.Ended.IsZero() {
			card.Early = append(card.Early, s.T("won.early", Args{"Client": w.Name, "Day": s.Day(w.Again, on)}))
			continue
		}
		row := s.wonBackRow(w, on)
		if row.Won {
			won++
		}
		total.Minutes += w.Minutes
		for _, paid := range w.Since {
			total.Since = addMoney(total.Since, paid)
		}
		card.Rows = append(card.Rows, row)
	}
	switch n := len(card.Rows); {
	case n == 0 && len(card.Early) == 0:
		card.Empty = s.T("won.empty")
	case n == 0:
		card.Line = s.T("won.too_early")
	case won == 0:
		card.Line = s.N("won.none", n)
	case won == n:
		card.Line = s.N("won.all", n)
	default:
		card.Line = s.N("won.line", won, Args{"Of": s.Word(n)})
	}
	if n := len(card.Rows); n > 1 {
		card.Total = WonBackRow{Name: s.N("won.total", n), Given: s.spent(total), Since: s.paidSince(total.Since)}
	}
	return card
}

func (s *Speaker) wonBackRow(w assess.WonBack, on rapport.Date) WonBackRow {
	row := WonBackRow{
		Client: w.Client, Name: w.Name, Given: s.spent(w), Since: s.paidSince(w.Since),
		Won: w.Course == assess.Better && w.Ended.IsZero(),
	}
	if w.Ended.IsZero() {
		row.Text = s.T("won." + string(w.Course))
	} else {
		row.Text = s.T("won.ended", Args{"Day": s.Day(w.Ended, on)})
	}
	return row
}

// spent says what an extra mile took, in time and in money.
func (s *Speaker) spent(w assess.WonBack) string {
	var parts []string
	if w.Minutes > 0 || w.Given.Minor == 0 {
		parts = append(parts, s.Duration(w.Minutes))
	}
	if w.Given.Minor > 0 {
		parts = append(parts, s.MoneyRound(w.Given))
	}
	return strings.Join(parts, " + ")
}

func (s *Speaker) paidSince(sums []rapport.Money) string {
	if len(sums) == 0 {
		return s.T("won.nothing_paid")
	}
	return strings.Join(each(sums, s.MoneyRound), " + ")
}

// lines is the card as text.
func (c WonBackCard) lines() []string {
	told := lines(c.Line)
	for _, r := range c.Rows {
		told = append(told, r.Name+": "+r.Given+", "+r.Since+", "+r.Text)
	}
	if c.Total.Name != "" {
		told = append(told, c.Total.Name+": "+c.Total.Given+", "+c.Total.Since)
	}
	return append(told, c.Early...)
}

// Ledger is what Insights says of waiting and of expectation sheets.
type Ledger struct {
	Waiting WaitingCard
	Sheets  SheetsCard
}

// WaitingCard is what waiting costs with the clients it should not go on with.
type WaitingCard struct {
	Line  string // "Waiting with two clients has cost you 14 h so far."
	Rows  []BarRow
	Empty string
}

// SheetsCard is what expectation sheets show across the practice.
type SheetsCard struct {
	Line  string // "“By when” is what is missed most often: four surprises."
	Rate  string
	Empty string
}

// Waited is what waiting has cost with one client.
type Waited struct {
	Client  rapport.ID
	Name    string
	Waiting assess.Waiting
}

// LedgerFacts is what the ledger is worded from.
type LedgerFacts struct {
	Waiting   []Waited
	Surprises []rapport.Surprise // of everybody
	Rates     SheetRates
}

// NewLedger words it.
func NewLedger(s *Speaker, f LedgerFacts) Ledger {
	return Ledger{Waiting: s.waitingLedger(f.Waiting), Sheets: s.sheetsLedger(f)}
}

// Passages is the ledger as text.
func (l Ledger) Passages(s *Speaker) []Passage {
	waiting := append(lines(l.Waiting.Line), each(l.Waiting.Rows, func(r BarRow) string { return r.Name + ": " + r.Text })...)
	return told([]Passage{
		{s.T("text.waiting"), waiting}, {s.T("text.sheets"), lines(l.Sheets.Line, l.Sheets.Rate)},
	})
}

func (s *Speaker) waitingLedger(all []Waited) WaitingCard {
	card := WaitingCard{Empty: s.T("ledger.waiting.empty")}
	minutes, longest := 0, 0
	var money []rapport.Money
	for _, w := range all {
		minutes += w.Waiting.Minutes
		longest = max(longest, w.Waiting.Days)
		if w.Waiting.Money.Minor > 0 {
			money = addMoney(money, w.Waiting.Money)
		}
	}
	for _, w := range all {
		row := BarRow{Client: w.Client, Name: w.Name, Text: s.N("span.days", w.Waiting.Days)}
		if w.Waiting.Minutes > 0 {
			row.Text += ", " + s.Duration(w.Waiting.Minutes)
		}
		if longest > 0 {
			row.Part = float64(w.Waiting.Days) / float64(longest)
		}
		card.Rows = append(card.Rows, row)
	}
	if len(all) == 0 {
		return card
	}
	cost := []string{s.Duration(minutes)}
	if len(money) > 0 {
		cost = append(cost, strings.Join(each(money, s.MoneyRound), " + "))
	}
	card.Empty, card.Line = "", s.N("ledger.waiting", len(all), Args{"Cost": s.List(cost)})
	return card
}

// sheetsLedger names the clause surprises came from most often, the first in the
// order of the sheet where several share the place.
func (s *Speaker) sheetsLedger(f LedgerFacts) SheetsCard {
	card := SheetsCard{Rate: s.SheetRate(f.Rates)}
	count := make(map[rapport.Clause]int)
	for _, x := range f.Surprises {
		count[x.Clause]++
	}
	clauses := kept(rapport.Clauses(), func(c rapport.Clause) bool { return count[c] > 0 })
	if len(clauses) == 0 {
		if card.Rate == "" {
			card.Empty = s.T("ledger.sheets.empty")
		}
		return card
	}
	most := clauses[0]
	for _, c := range clauses {
		if count[c] > count[most] {
			most = c
		}
	}
	card.Line = s.N("ledger.sheets", count[most], Args{"Clause": s.Clause(most)})
	return card
}
