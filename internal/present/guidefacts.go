package present

import (
	"cmp"
	"slices"
	"strings"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/guide"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// FactsCard is what the book knows that helps with a step.
type FactsCard struct {
	Title string // "" where the step shows nothing
	Rows  []FactRow
	Empty string // said where the book knows nothing of it
}

// FactRow is one fact.
type FactRow struct {
	When  string // a day or a name; may be ""
	Text  string
	Entry rapport.ID // where it is about one
}

// factsShown is how many rows a card has at the most.
const factsShown = 5

// factsOf gathers what a step shows from the book. Without a client there is
// nothing to show.
func (s *Speaker) factsOf(show string, k Known) FactsCard {
	if show == "" || k.client().Name == "" {
		return FactsCard{}
	}
	card := FactsCard{Title: s.T("facts_card." + show)}
	switch show {
	case guide.ShowEntries:
		card.Rows = s.frictionFacts(k)
	case guide.ShowPromises:
		card.Rows = s.promiseFacts(k)
	case guide.ShowObligations:
		card.Rows = s.owedFacts(k)
	case guide.ShowInvoices:
		card.Rows = s.invoiceFacts(k)
	case guide.ShowWorth:
		card.Rows = s.worthFacts(k)
	case guide.ShowSheet:
		card.Rows = s.sheetFacts(k)
	case guide.ShowHelpers:
		card.Rows = each(k.Own.Helpers, func(h rapport.Helper) FactRow {
			return FactRow{When: h.Name, Text: strings.Join(lines(h.For, h.Reach), ", ")}
		})
	case guide.ShowFirm:
		card.Rows = each(k.Own.Firm, func(line string) FactRow { return FactRow{Text: line} })
	case guide.ShowLadder:
		card.Rows = s.ladderFacts(k)
	case guide.ShowShared:
		card.Rows = s.sharedFacts(k)
	case guide.ShowSignals:
		card.Rows = s.signalFacts(k)
	}
	if len(card.Rows) == 0 {
		card.Empty = s.T("facts_card." + show + ".empty")
	}
	return card
}

// frictionFacts are the latest frictions, in the order they happened.
func (s *Speaker) frictionFacts(k Known) []FactRow {
	friction := kept(k.History.Entries, func(e rapport.Entry) bool {
		return e.Kind.Group() == rapport.Friction && e.On <= k.on()
	})
	slices.SortStableFunc(friction, func(a, b rapport.Entry) int { return cmp.Compare(a.On, b.On) })
	friction = friction[max(0, len(friction)-factsShown):]
	return each(friction, func(e rapport.Entry) FactRow {
		text := s.What(e)
		if note := paragraphs(e.Note, 1); len(note) > 0 {
			text = excerpt(note[0], noteShown)
		}
		return FactRow{When: s.Day(e.On, k.on()), Text: text, Entry: e.ID}
	})
}

func (s *Speaker) promiseFacts(k Known) []FactRow {
	open := kept(s.Promises(k.Way.Promises, k.on()), func(p PromiseRow) bool { return p.Open })
	return each(open[:min(len(open), factsShown)], func(p PromiseRow) FactRow {
		return FactRow{Text: strings.Join(lines(p.What, p.Text, p.Takes), ", ")}
	})
}

func (s *Speaker) owedFacts(k Known) []FactRow {
	open := kept(s.obligations(k.History.Obligations, k.on()), func(o ObligationRow) bool { return o.Open })
	return each(open[:min(len(open), factsShown)], func(o ObligationRow) FactRow {
		return FactRow{When: o.Who, Text: o.What + ", " + o.Text}
	})
}

// invoiceFacts are the invoices past their day, the oldest first.
func (s *Speaker) invoiceFacts(k Known) []FactRow {
	late := kept(k.History.Invoices, func(v rapport.Invoice) bool { return v.DaysOverdue(k.on()) > 0 })
	slices.SortStableFunc(late, func(a, b rapport.Invoice) int { return cmp.Compare(a.Due, b.Due) })
	return each(late[:min(len(late), factsShown)], func(v rapport.Invoice) FactRow {
		return FactRow{
			When: s.T("claim.invoice", Args{"Number": v.Number}),
			Text: s.Money(v.OpenOn(k.on())) + ", " + s.N("today.overdue", v.DaysOverdue(k.on())),
		}
	})
}

// worthFacts hold what an extra mile may cost against what the client brings and
// what replacing them would take.
func (s *Speaker) worthFacts(k Known) []FactRow {
	var rows []FactRow
	add := func(label, value string) { rows = append(rows, FactRow{When: label, Text: value}) }
	for _, w := range k.Standing.Assessment.Worth {
		add(s.T("worth_fact.year"), s.MoneyRound(rapport.Money{Minor: w.Received, Currency: w.Currency}))
		if w.Known() {
			add(s.T("worth_fact.hour"), s.Money(rapport.Money{Minor: w.PerHour, Currency: w.Currency}))
		}
		if w.Share > 0 {
			add(s.T("worth_fact.share"), s.Percent(w.Share))
		}
	}
	if k.Own.WinHours > 0 {
		add(s.T("worth_fact.win"), s.winning(k))
	}
	if k.Own.Remedy.Minor > 0 {
		add(s.T("worth_fact.remedy"), s.MoneyRound(k.Own.Remedy))
	}
	if given := remedied(k); given.Minor > 0 {
		add(s.T("worth_fact.given"), s.MoneyRound(given))
	}
	return rows
}

// winning is what a new client takes to win: hours, and what they come to at the
// hourly value the user aims at.
func (s *Speaker) winning(k Known) string {
	hours := s.Duration(60 * k.Own.WinHours)
	if k.Own.Target.Minor <= 0 {
		return hours
	}
	cost := rapport.Money{Minor: k.Own.Target.Minor * int64(k.Own.WinHours), Currency: k.Own.Target.Currency}
	return s.T("worth_fact.win_cost", Args{"Hours": hours, "Cost": s.MoneyRound(cost)})
}

// remedied sums what remedies cost in money within the last twelve months.
func remedied(k Known) rapport.Money {
	given := rapport.Money{Currency: k.client().Terms.Currency}
	for _, e := range k.History.Entries {
		if e.Kind == rapport.Remedy && e.On <= k.on() && k.on().DaysSince(e.On) < 365 {
			given.Minor += e.Cost.Given
		}
	}
	return given
}

// sheetFacts are the clauses the sheet does not speak of, those with surprises
// first.
func (s *Speaker) sheetFacts(k Known) []FactRow {
	gaps := kept(s.clauses(k.Way.Sheet, k.Way.Surprises), func(c ClauseRow) bool { return c.Gap })
	slices.SortStableFunc(gaps, func(a, b ClauseRow) int { return cmp.Compare(b.Surprises, a.Surprises) })
	return each(gaps, func(c ClauseRow) FactRow {
		return FactRow{Text: strings.Join(lines(c.Title, c.Note), ". ")}
	})
}

func (s *Speaker) ladderFacts(k Known) []FactRow {
	return each(k.Standing.Assessment.Ladder, func(r assess.Rung) FactRow {
		return FactRow{When: s.Day(r.On, k.on()), Text: s.Rung(r.Code) + ", " + s.RungState(r.State)}
	})
}

// sharedFacts are what other clients complain of, too.
func (s *Speaker) sharedFacts(k Known) []FactRow {
	wide := kept(k.Shared, func(c assess.Common) bool { return len(c.Clients) > 1 })
	return each(wide[:min(len(wide), factsShown)], func(c assess.Common) FactRow {
		return FactRow{
			When: s.T("survey.tally", Args{"N": len(c.Clients), "Of": max(k.Clients, len(c.Clients))}),
			Text: s.Capital(s.Theme(c.Code)),
		}
	})
}

// signalFacts are the signs people of the user's trade know.
func (s *Speaker) signalFacts(k Known) []FactRow {
	if !slices.Contains(TradeCodes(), k.Own.Trade) {
		return nil
	}
	return each(s.Trade(k.Own.Trade).Signals, func(sign string) FactRow { return FactRow{Text: sign} })
}
