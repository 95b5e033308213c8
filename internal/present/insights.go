package present

import (
	"slices"
	"strings"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// InsightsPage is what the user's clients have in common, and what that says
// about the user. What has nothing to say is empty; Empty says what is missing.
type InsightsPage struct {
	Answer  string // to "Is it me?": "In part it may be you, and only with complaints that were right"
	Line    string // what it rests on
	Shared  []SharedRow
	Try     []TryCard // worth trying, most promising first; without the one running
	Trying  *TryCard  // the experiment running, nil if none
	Worth   []WorthGroup
	Drain   Drain
	Advice  AdviceCard
	Tests   []TestRow
	WonBack WonBackCard
	Ledger  Ledger // of waiting and sheets: see [NewLedger]; empty until it was made
	Empty   InsightsEmpty
}

// InsightsEmpty says what belongs into each part that has nothing to say yet;
// each is "" where there is something.
type InsightsEmpty struct {
	Shared string
	Try    string
	Worth  string
	Drain  string
	Advice string
	Tests  string
}

// SharedRow is a friction with the clients who show it.
type SharedRow struct {
	Code    string
	Text    string // "Asked beyond what was agreed"
	Clients []rapport.ID
	Entries []rapport.ID // that make it up, newest last
	N, Of   int
	Tally   string // "5 of 11"
	Ours    bool   // a fault of ours
}

// TryCard is an experiment.
type TryCard struct {
	Code  string
	Title string // "Promise two days later"
	Why   string
	Until string // "Running since 3 June, look again on 1 July", "" when not running
	Over  bool   // its time is up
	Since string // what changed since it began: "What it is meant to prevent: 1 in 28 days since then, 4 in as long before.", "" while nothing can be said
}

// WorthGroup is what an hour is really worth, in one currency.
type WorthGroup struct {
	Currency   rapport.Currency
	Unit       string // "€ per hour"
	Line       string // "Unbilled time included; three of eight are below your target of €70."
	Target     float64
	TargetText string // "€70", "" without a target
	Rows       []BarRow
}

// BarRow is one client with a bar.
type BarRow struct {
	Client rapport.ID
	Name   string
	Part   float64 // length of the bar, 0–1
	Text   string  // "€112"; "38%"
	Low    bool    // below the target
}

// Drain is what takes most energy.
type Drain struct {
	Line string
	Note string
	Rows []BarRow // the heaviest, then everybody else as a row without a client
}

// AdviceCard is advice followed and how it turned out.
type AdviceCard struct {
	Line string
	Rows []Fact
}

// TestRow is what would have been said before an engagement ended.
type TestRow struct {
	Client rapport.ID
	Name   string
	Text   string
}

// Goals are the user's own settings that Insights measures by.
type Goals struct {
	Target rapport.Money // what an hour should bring; zero is none
	Trying string        // code of the running experiment, "" if none
	Since  rapport.Date  // when it began
}

// TryDays is how long an experiment runs before it is looked at.
const TryDays = 28

// Insights words a survey as seen on a day.
func Insights(s *Speaker, v *assess.Survey, g Goals, on rapport.Date) InsightsPage {
	page := InsightsPage{
		Shared: s.shared(v), Worth: s.worthGroups(v, g.Target), Drain: s.drain(v),
		Advice: s.adviceCard(v.Advice), Tests: s.tests(v, on),
		WonBack: s.wonBack(v.WonBack, on),
	}
	page.Answer, page.Line = s.isItMe(v)
	page.Try, page.Trying = s.experiments(v, g, on)
	page.Empty = s.insightsEmpty(page, v)
	return page
}

// isItMe answers the question over the page, and says what the answer rests on.
func (s *Speaker) isItMe(v *assess.Survey) (answer, line string) {
	me := v.IsItMe()
	var wide []assess.Common
	for _, c := range v.Shared {
		if v.Telling(c) {
			wide = append(wide, c)
		}
	}
	var told []string
	for _, c := range wide {
		told = append(told, s.T("me.shared", Args{
			"What": s.Capital(s.Theme(c.Code)), "N": s.Word(len(c.Clients)), "Of": s.Word(v.Clients),
		}))
	}
	switch {
	case me == assess.TooFew:
		return s.T("me.too_few"), s.N("me.too_few.why", v.Clients)
	case me == assess.NotYou:
		return s.T("me.not_you"), s.N("me.not_you.why", v.Clients)
	case me == assess.Partly && len(wide) > 0:
		themes := each(wide, func(c assess.Common) string { return s.Theme(c.Code) })
		return s.T("me.partly.with", Args{"What": s.List(themes)}), strings.Join(append(told, s.T("me.rest")), " ")
	default:
		return s.T("me." + string(me)), strings.Join(append(told, s.T("me.likely.why")), " ")
	}
}

// Theme names a friction as several clients show it: "requests beyond what was
// agreed". It begins small, to stand within a sentence.
func (s *Speaker) Theme(code string) string { return s.T("theme." + code) }

// rowsShared is how many shared frictions are listed.
const rowsShared = 6

func (s *Speaker) shared(v *assess.Survey) []SharedRow {
	common := v.Shared[:min(len(v.Shared), rowsShared)]
	return each(common, func(c assess.Common) SharedRow {
		return SharedRow{
			Code: c.Code, Text: s.Capital(s.Theme(c.Code)), Clients: c.Clients, Entries: c.Entries,
			N: len(c.Clients), Of: v.Clients, Ours: c.Ours,
			Tally: s.T("survey.tally", Args{"N": len(c.Clients), "Of": v.Clients}),
		}
	})
}

// experiments words what is worth trying and what is being tried.
func (s *Speaker) experiments(v *assess.Survey, g Goals, on rapport.Date) (worth []TryCard, running *TryCard) {
	for _, code := range v.Try() {
		if code != g.Trying {
			worth = append(worth, s.try(v, code))
		}
	}
	if g.Trying == "" || !s.has("try."+g.Trying) {
		return worth, nil
	}
	card, until := s.try(v, g.Trying), g.Since.AddDays(TryDays)
	card.Over = until <= on
	card.Since = s.effect(v.Effect())
	days := Args{"Since": s.Day(g.Since, on), "Until": s.Day(until, on)}
	if card.Until = s.T("try.running", days); card.Over {
		card.Until = s.T("try.over", days)
	}
	return worth, &card
}

// effect says what an experiment changed so far, without claiming more than the
// count.
func (s *Speaker) effect(e assess.Effect) string {
	if e.Days == 0 || e.Before+e.Since == 0 {
		return ""
	}
	return s.T("try.effect", Args{"N": e.Since, "Before": e.Before, "Days": s.Span(e.Days)})
}

func (s *Speaker) try(v *assess.Survey, code string) TryCard {
	card := TryCard{Code: code, Title: s.T("try." + code), Why: s.T("try." + code + ".why")}
	if n := v.Support(code).Clients; n > 0 {
		card.Why += " " + s.N("try.support", n)
	}
	return card
}

// worthGroups lays the hourly values out as bars, a group for each currency.
func (s *Speaker) worthGroups(v *assess.Survey, target rapport.Money) []WorthGroup {
	var groups []WorthGroup
	for _, w := range v.Worths {
		i := slices.IndexFunc(groups, func(g WorthGroup) bool { return g.Currency == w.Worth.Currency })
		if i < 0 && w.Worth.Known() {
			i = len(groups)
			groups = append(groups, WorthGroup{
				Currency: w.Worth.Currency, Unit: s.T("value.unit", Args{"Currency": s.symbol(w.Worth.Currency)}),
			})
		}
		if w.Worth.Known() {
			groups[i].Rows = append(groups[i].Rows, BarRow{
				Client: w.Client, Name: w.Name, Part: major(w.Worth.PerHour, w.Worth.Currency),
				Text: s.MoneyRound(rapport.Money{Minor: w.Worth.PerHour, Currency: w.Worth.Currency}),
			})
		}
	}
	for i := range groups {
		s.scale(&groups[i], target)
	}
	return groups
}

// scale turns the values of a group into lengths, the longest being 1, and
// compares them with the target.
func (s *Speaker) scale(g *WorthGroup, target rapport.Money) {
	goal := 0.0
	if target.Currency == g.Currency && target.Minor > 0 {
		goal = major(target.Minor, target.Currency)
	}
	longest, low := goal, 0
	for _, row := range g.Rows {
		longest = max(longest, row.Part)
	}
	for i := range g.Rows {
		row := &g.Rows[i]
		if row.Low = goal > 0 && row.Part < goal; row.Low {
			low++
		}
		if row.Part = max(0, row.Part); longest > 0 {
			row.Part /= longest
		}
	}
	if g.Line = s.T("survey.worth"); goal == 0 {
		return
	}
	g.Target, g.TargetText = goal/longest, s.MoneyRound(target)
	g.Line += " " + s.N("survey.worth.low", low, Args{"Target": g.TargetText})
	if low == 0 {
		g.Line = s.T("survey.worth") + " " + s.T("survey.worth.none_low", Args{"Target": g.TargetText})
	}
}
