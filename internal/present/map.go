package present

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// MapPage lays the clients out by what an hour is worth and how heavy they are.
// A map is of one currency; amounts of others are never converted.
type MapPage struct {
	Answer     string // "One client is heavy and below target"
	Subline    string
	Unit       string             // "€ per hour"
	Currencies []rapport.Currency // all that have an hourly value, a map each
	Currency   rapport.Currency
	Ticks      []MapTick // of the value axis, from 0 to Top
	Top        float64   // major units
	Target     float64   // major units, 0 without one
	TargetText string    // "your target, €70 an hour"
	Dots       []MapDot  // most valuable hour first
	Without    []MapGap  // who cannot be placed, and why
	Counts     []VerdictCount
}

// MapTick is one line of the value axis.
type MapTick struct {
	At   float64
	Text string
}

// MapDot is one client on the map.
type MapDot struct {
	Client  rapport.ID
	Name    string
	Strain  float64 // 0–100, the one axis
	Value   float64 // an hour, in major units, the other
	Share   float64 // of the income in this currency, 0–1: the area
	Verdict rapport.Verdict
	Word    string
	Why     string // what the verdict turns on, in a sentence or two
	Facts   []Fact // the same labels in the same order for every dot
	Strong  bool   // a decision is due
}

// MapGap is a client who cannot be placed.
type MapGap struct {
	Client  rapport.ID
	Name    string
	Verdict rapport.Verdict
	Word    string
	Why     string // "No hours known"
}

// VerdictCount is how many clients have a verdict today.
type VerdictCount struct {
	Verdict rapport.Verdict
	Word    string
	Count   int
}

// Map words the map of a currency. The target is what an hour should bring; it
// counts only where it is in that currency, and zero is none. Without a currency,
// or with one that no hour was paid in, the map is in the target's, else in the
// one most clients pay in.
func Map(s *Speaker, standings []assess.Standing, target rapport.Money, currency rapport.Currency) MapPage {
	page := MapPage{Currencies: payingIn(standings)}
	page.Currency = choose(page.Currencies, currency, target.Currency)
	page.Unit = s.T("value.unit", Args{"Currency": s.symbol(page.Currency)})
	if target.Currency == page.Currency && target.Minor > 0 {
		page.Target = major(target.Minor, target.Currency)
		page.TargetText = s.T("value.target", Args{"Amount": s.MoneyRound(target)})
	}
	counts := make(map[rapport.Verdict]int)
	for _, st := range standings {
		if over(st) {
			continue
		}
		counts[st.Assessment.Verdict]++
		if w := worthIn(st.Assessment, page.Currency); w != nil && w.Known() {
			page.Dots = append(page.Dots, s.dotOf(st, *w))
		} else {
			page.Without = append(page.Without, s.gap(st, page.Currency, w))
		}
	}
	for _, v := range rapport.Verdicts() {
		if counts[v] > 0 {
			page.Counts = append(page.Counts, VerdictCount{Verdict: v, Word: s.Verdict(v), Count: counts[v]})
		}
	}
	slices.SortStableFunc(page.Dots, func(x, y MapDot) int {
		return cmp.Or(cmp.Compare(y.Value, x.Value), strings.Compare(x.Name, y.Name))
	})
	page.Top, page.Ticks = s.valueAxis(page)
	page.Answer, page.Subline = s.mapAnswer(page), s.T("value.subline")
	return page
}

// payingIn lists the currencies some hour is known in, the commonest first.
func payingIn(standings []assess.Standing) []rapport.Currency {
	clients := make(map[rapport.Currency]int)
	var found []rapport.Currency
	for _, st := range standings {
		for _, w := range st.Assessment.Worth {
			if over(st) || !w.Known() {
				continue
			}
			if clients[w.Currency] == 0 {
				found = append(found, w.Currency)
			}
			clients[w.Currency]++
		}
	}
	slices.SortStableFunc(found, func(x, y rapport.Currency) int {
		return cmp.Or(cmp.Compare(clients[y], clients[x]), strings.Compare(string(x), string(y)))
	})
	return found
}

// choose returns the first wish that can be had, else the first there is, else
// the last wish.
func choose(there []rapport.Currency, wishes ...rapport.Currency) rapport.Currency {
	for _, wish := range wishes {
		if slices.Contains(there, wish) {
			return wish
		}
	}
	if len(there) > 0 {
		return there[0]
	}
	return cmp.Or(wishes...)
}

func worthIn(a assess.Assessment, c rapport.Currency) *assess.Worth {
	for i := range a.Worth {
		if a.Worth[i].Currency == c {
			return &a.Worth[i]
		}
	}
	return nil
}

// major turns minor units into the unit people speak of, for an axis.
func major(minor int64, c rapport.Currency) float64 { return float64(minor) / math.Pow10(c.Digits()) }

func (s *Speaker) dotOf(st assess.Standing, w assess.Worth) MapDot {
	a := st.Assessment
	unbilled := w.Unbilled.Chasing + w.Unbilled.Recovery + w.Unbilled.Other
	return MapDot{
		Client: st.Client.ID, Name: st.Client.Name, Strain: a.Strain, Value: major(w.PerHour, w.Currency),
		Share: w.Share, Verdict: a.Verdict, Word: s.Verdict(a.Verdict), Why: s.why(a, a.On),
		Facts: []Fact{
			{s.T("value.fact.value"), s.Money(rapport.Money{Minor: w.PerHour, Currency: w.Currency})},
			{s.T("value.fact.strain"), s.Number(float64(whole(a.Strain)), 0)},
			{s.T("value.fact.share"), s.Percent(w.Share)},
			{s.T("value.fact.hours"), s.Duration(w.Billed + unbilled)},
			{s.T("value.fact.unbilled"), s.Duration(unbilled)},
		},
		Strong: sectionOf(st, a.On) == NeedsDecision,
	}
}

// gap says why a client is not on the map.
func (s *Speaker) gap(st assess.Standing, c rapport.Currency, w *assess.Worth) MapGap {
	key, args := "value.gap.no_money", Args{}
	switch other := slices.IndexFunc(st.Assessment.Worth, func(w assess.Worth) bool { return w.Currency != c && w.Known() }); {
	case w == nil && other >= 0:
		key, args = "value.gap.currency", Args{"Currency": string(st.Assessment.Worth[other].Currency)}
	case w != nil, len(st.Assessment.Worth) > 0:
		key = "value.gap.no_hours"
	}
	return MapGap{
		Client: st.Client.ID, Name: st.Client.Name, Verdict: st.Assessment.Verdict,
		Word: s.Verdict(st.Assessment.Verdict), Why: s.T(key, args),
	}
}

// The value axis has about so many steps, and room above the topmost dot.
const (
	axisSteps = 6
	headroom  = 1.1
)

// valueAxis returns the top of the axis and its lines, in steps of 1, 2 or 5
// times a power of ten.
func (s *Speaker) valueAxis(page MapPage) (top float64, ticks []MapTick) {
	highest := page.Target
	for _, dot := range page.Dots {
		highest = max(highest, dot.Value)
	}
	if highest <= 0 {
		return 0, nil
	}
	step := math.Pow10(int(math.Floor(math.Log10(highest * headroom / axisSteps))))
	for _, times := range []float64{1, 2, 5, 10} {
		if highest*headroom/(step*times) <= axisSteps+1 {
			step *= times
			break
		}
	}
	lines := int(math.Ceil(highest * headroom / step))
	decimals := max(0, -int(math.Floor(math.Log10(step))))
	for i := range lines + 1 {
		at := step * float64(i)
		ticks = append(ticks, MapTick{At: at, Text: s.Number(at, decimals)})
	}
	return step * float64(lines), ticks
}

// heavy is the strain from which on a client lies on the heavy side of the map.
const heavy = 50

// mapAnswer says what the map shows: above all who is heavy and brings too little.
func (s *Speaker) mapAnswer(page MapPage) string {
	var heavyOnes, low, both int
	for _, dot := range page.Dots {
		isHeavy, isLow := dot.Strain >= heavy, page.Target > 0 && dot.Value < page.Target
		if isHeavy {
			heavyOnes++
		}
		if isLow {
			low++
		}
		if isHeavy && isLow {
			both++
		}
	}
	switch {
	case len(page.Dots) == 0:
		return s.T("value.answer.empty")
	case both > 0:
		return s.N("value.answer.both", both)
	case heavyOnes > 0 && page.Target > 0:
		return s.N("value.answer.heavy_worth", heavyOnes)
	case heavyOnes > 0:
		return s.N("value.answer.heavy", heavyOnes)
	case low > 0:
		return s.N("value.answer.low", low)
	case page.Target == 0:
		return s.T("value.answer.light")
	default:
		return s.T("value.answer.well")
	}
}

// Passages is the map as text: everybody on it, the most valuable hour first, and
// who could not be placed.
func (p MapPage) Passages(s *Speaker) []Passage {
	return told([]Passage{
		{"", lines(p.Answer, p.Subline, p.TargetText)},
		{p.Unit, each(p.Dots, func(d MapDot) string {
			facts := each(d.Facts, func(f Fact) string { return f.Label + " " + f.Value })
			return d.Name + ", " + d.Word + ": " + strings.Join(facts, ", ")
		})},
		{s.T("text.without"), each(p.Without, func(g MapGap) string { return g.Name + ", " + g.Word + ": " + g.Why })},
	})
}

// MapJSON is the map for other programs.
type MapJSON struct {
	Currency rapport.Currency `json:"currency,omitempty"`
	Target   float64          `json:"target,omitempty"` // an hour, in major units
	Clients  []PlaceJSON      `json:"clients"`
	Without  []string         `json:"without,omitempty"` // who cannot be placed
}

// PlaceJSON is one client on the map.
type PlaceJSON struct {
	Client  string          `json:"client"`
	Verdict rapport.Verdict `json:"verdict"`
	Strain  int             `json:"strain"`
	PerHour float64         `json:"per_hour"` // in major units
	Share   float64         `json:"share"`    // of the income in this currency, to hundredths
}

// NewMapJSON words a map for other programs.
func NewMapJSON(p MapPage) MapJSON {
	places := MapJSON{Target: p.Target, Clients: make([]PlaceJSON, 0, len(p.Dots))}
	if len(p.Dots) > 0 {
		places.Currency = p.Currency
	}
	for _, d := range p.Dots {
		places.Clients = append(places.Clients, PlaceJSON{
			Client: d.Name, Verdict: d.Verdict, Strain: whole(d.Strain), PerHour: d.Value, Share: round(d.Share, 100),
		})
	}
	for _, g := range p.Without {
		places.Without = append(places.Without, g.Name)
	}
	return places
}
