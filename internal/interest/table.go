package interest

import (
	"slices"
	"strings"
	"time"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Table holds the rates of every country it knows.
type Table struct {
	Series    []Series  `json:"series"`
	Countries []Country `json:"countries"`
}

// Series is a rate as somebody publishes it, from its first known day on.
type Series struct {
	Code      string       `json:"code"`
	Name      string       `json:"name"` // as its publisher calls it
	Publisher string       `json:"publisher"`
	Address   string       `json:"address"` // where to look it up
	AsOf      rapport.Date `json:"as_of"`   // the day it was looked up
	Every     Every        `json:"every"`
	Rates     []Rate       `json:"rates"` // in order of day
}

// Every says how long a rate holds.
type Every string

// How long a rate holds.
const (
	HalfYear Every = "half_year" // from January to June and from July to December
	Year     Every = "year"      // from January to December
	Decision Every = "decision"  // until it is changed, or to its own last day
)

// Rate is the rate of one series from a day on, in per cent a year. Where a country
// adds points to it they are not part of it: it is what its publisher publishes.
type Rate struct {
	Series  string       `json:"series,omitempty"` // of a rate the user added; a table's own say it once
	From    rapport.Date `json:"from"`
	Until   rapport.Date `json:"until,omitzero"` // the last day it is known to hold, of Decision only; zero for no end
	Percent float64      `json:"percent"`        // at most two decimals

	added bool // by the user
}

// Country is the law of one country, or of the European Union, whose directive is
// the least that holds in any country of it with the euro (the others go by the rate
// of their own central bank, which is not known here). A regime that is nil grants
// nothing by itself: a court may.
type Country struct {
	Code     string   `json:"code"` // two letters, "EU" for the directive
	Also     []string `json:"also,omitempty"`
	Business *Regime  `json:"business,omitempty"` // owed by a business
	Consumer *Regime  `json:"consumer,omitempty"` // owed by a private person
}

// Regime is what one law grants a creditor.
type Regime struct {
	Law    string  `json:"law"`    // where it stands written
	Series string  `json:"series"` // the rate it goes by
	Points float64 `json:"points,omitempty"`
	Held   bool    `json:"held,omitempty"` // the rate of the first day holds to the end
	Flat   []Flat  `json:"flat,omitempty"`
}

// Flat is a sum for the cost of recovery, once for each late invoice. It holds for
// interest that begins between its days and for a debt of at least so much.
type Flat struct {
	From   rapport.Date  `json:"from,omitzero"`
	Until  rapport.Date  `json:"until,omitzero"`
	Least  int64         `json:"least,omitempty"` // minor units of its currency
	Amount rapport.Money `json:"amount"`
}

// Codes returns the countries in the order of the file.
func (t Table) Codes() []string {
	codes := make([]string, len(t.Countries))
	for i, c := range t.Countries {
		codes[i] = c.Code
	}
	return codes
}

// Country finds a country by its code, in capitals or not, false if it is not known.
func (t Table) Country(code string) (Country, bool) {
	code = strings.ToUpper(strings.TrimSpace(code))
	i := slices.IndexFunc(t.Countries, func(c Country) bool { return c.Code == code || slices.Contains(c.Also, code) })
	if i < 0 {
		return Country{}, false
	}
	return t.Countries[i], true
}

// Of returns what the law of the country grants against a business or a private
// person, nil if nothing.
func (c Country) Of(consumer bool) *Regime {
	if consumer {
		return c.Consumer
	}
	return c.Business
}

// Find returns the series of a code, false if there is none.
func (t Table) Find(code string) (Series, bool) {
	i := slices.IndexFunc(t.Series, func(s Series) bool { return s.Code == code })
	if i < 0 {
		return Series{}, false
	}
	return t.Series[i], true
}

// With returns the table with rates a user found and added. One for a day the table
// knows already takes its place. It refuses a rate [Table.Check] refuses.
func (t Table) With(extra []Rate) (Table, error) {
	t.Series = slices.Clone(t.Series)
	for i := range t.Series {
		t.Series[i].Rates = slices.Clone(t.Series[i].Rates)
	}
	for _, r := range extra {
		if err := t.Check(r); err != nil {
			return Table{}, err
		}
		r.added = true
		i := slices.IndexFunc(t.Series, func(s Series) bool { return s.Code == r.Series })
		s := &t.Series[i]
		at, known := slices.BinarySearchFunc(s.Rates, r.From, func(r Rate, day rapport.Date) int { return int(r.From) - int(day) })
		if known {
			s.Rates[at] = r
		} else {
			s.Rates = slices.Insert(s.Rates, at, r)
		}
	}
	return t, nil
}

// Check refuses a rate that cannot be: of a series nobody publishes, from a day on
// which the series never changes, or out of all proportion.
func (t Table) Check(r Rate) error {
	s, ok := t.Find(r.Series)
	if !ok {
		return rapport.Refuse(ErrSeries, rapport.Args{"value": r.Series})
	}
	if r.From < rapport.MinDate || r.From > rapport.MaxDate || s.start(r.From) != r.From {
		return rapport.Refuse(ErrRateDay, rapport.Args{"series": s.Name, "date": r.From, "begins": s.start(r.From)})
	}
	if !sound(r.Percent) {
		return rapport.Refuse(ErrRatePercent, rapport.Args{"series": s.Name, "value": r.Percent})
	}
	return nil
}

// Next is the first day the series knows no rate for: the day from which the next
// one is wanted. It is zero where the last rate has no end.
func (s Series) Next() rapport.Date {
	if len(s.Rates) == 0 {
		return 0
	}
	end := s.end(len(s.Rates) - 1)
	if end >= rapport.MaxDate {
		return 0
	}
	return end.AddDays(1)
}

// at returns the rate that holds on a day and the last day it does, false if none
// is known.
func (s Series) at(day rapport.Date) (Rate, rapport.Date, bool) {
	i := len(s.Rates) - 1
	for i >= 0 && s.Rates[i].From > day {
		i--
	}
	if i < 0 {
		return Rate{}, 0, false
	}
	end := s.end(i)
	return s.Rates[i], end, day <= end
}

// end is the last day on which the rate of that index is known to hold.
func (s Series) end(i int) rapport.Date {
	r, end := s.Rates[i], rapport.MaxDate
	year := r.From.Time().Year()
	switch {
	case s.Every == Year, s.Every == HalfYear && r.From.Time().Month() >= time.July:
		end = rapport.NewDate(year, time.December, 31)
	case s.Every == HalfYear:
		end = rapport.NewDate(year, time.June, 30)
	case !r.Until.IsZero():
		end = r.Until
	}
	if i+1 < len(s.Rates) {
		end = min(end, s.Rates[i+1].From.AddDays(-1))
	}
	return end
}

// start is the first day of the period a day lies in; a decision may fall on any.
func (s Series) start(day rapport.Date) rapport.Date {
	t := day.Time()
	switch {
	case s.Every == Decision:
		return day
	case s.Every == HalfYear && t.Month() >= time.July:
		return rapport.NewDate(t.Year(), time.July, 1)
	}
	return rapport.NewDate(t.Year(), time.January, 1)
}
