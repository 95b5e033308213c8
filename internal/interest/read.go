package interest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Read reads a table and refuses one that contradicts itself: an unknown field, a
// series without a source, a rate out of turn, a country whose series is missing.
func Read(data []byte) (Table, error) {
	var t Table
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&t); err != nil {
		return Table{}, fmt.Errorf("reading the rates: %w", err)
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return Table{}, errors.New("reading the rates: something follows the table")
	}
	if err := t.valid(); err != nil {
		return Table{}, fmt.Errorf("reading the rates: %w", err)
	}
	return t, nil
}

func (t Table) valid() error {
	if len(t.Series) == 0 || len(t.Countries) == 0 {
		return errors.New("there are none")
	}
	seen := map[string]bool{}
	for _, s := range t.Series {
		if seen[s.Code] {
			return fmt.Errorf("series %q stands there twice", s.Code)
		}
		seen[s.Code] = true
		if err := s.valid(); err != nil {
			return fmt.Errorf("series %q: %w", s.Code, err)
		}
	}
	known := map[string]bool{}
	for _, c := range t.Countries {
		for _, code := range append([]string{c.Code}, c.Also...) {
			if len(code) != 2 || code != strings.ToUpper(code) || known[code] {
				return fmt.Errorf("country %q: no code of two capitals, or there twice", code)
			}
			known[code] = true
		}
		if err := t.validLaw(c); err != nil {
			return fmt.Errorf("country %s: %w", c.Code, err)
		}
	}
	return nil
}

func (s Series) valid() error {
	if s.Code == "" || s.Name == "" || s.Publisher == "" || !strings.HasPrefix(s.Address, "https://") || s.AsOf.IsZero() {
		return errors.New("it does not say what it is, who publishes it where, or when it was looked up")
	}
	if !slices.Contains([]Every{HalfYear, Year, Decision}, s.Every) {
		return fmt.Errorf("no such period: %q", s.Every)
	}
	if len(s.Rates) == 0 {
		return errors.New("it has no rates")
	}
	for i, r := range s.Rates {
		switch {
		case r.Series != "":
			return fmt.Errorf("the rate of %s names a series", r.From)
		case r.From.IsZero() || s.start(r.From) != r.From:
			return fmt.Errorf("no rate begins on %q", r.From)
		case i > 0 && r.From <= s.Rates[i-1].From:
			return fmt.Errorf("the rate of %s is out of turn", r.From)
		case !r.Until.IsZero() && (s.Every != Decision || r.Until < r.From):
			return fmt.Errorf("the rate of %s cannot end on %s", r.From, r.Until)
		case !sound(r.Percent):
			return fmt.Errorf("the rate of %s cannot be %v", r.From, r.Percent)
		}
	}
	return nil
}

func (t Table) validLaw(c Country) error {
	if c.Business == nil {
		return errors.New("no law between businesses")
	}
	for _, g := range []*Regime{c.Business, c.Consumer} {
		if g == nil {
			continue
		}
		if _, ok := t.Find(g.Series); !ok {
			return fmt.Errorf("no series %q", g.Series)
		}
		if g.Law == "" || !sound(g.Points) || g.Points < 0 {
			return errors.New("no law is named, or its points cannot be")
		}
		for i, f := range g.Flat {
			if f.Amount.Minor <= 0 || f.Amount.Currency.Check() != nil || f.Amount.Currency != g.Flat[0].Amount.Currency ||
				f.Least < 0 || !f.Until.IsZero() && f.Until < f.From {
				return fmt.Errorf("flat sum %d cannot be", i+1)
			}
		}
	}
	return nil
}

// A rate beyond these is a slip of the hand: Turkish law has been near sixty, and no
// reference rate has fallen below minus one.
const (
	leastPercent = -5
	mostPercent  = 200
)

// sound reports whether a rate has at most two decimals and a size a rate may have.
// A reference rate can be below zero, and was.
func sound(percent float64) bool {
	hundredths := percent * 100
	return percent >= leastPercent && percent <= mostPercent && math.Abs(hundredths-math.Round(hundredths)) < 1e-6
}

// rateOf is the rate of a regime in hundredths of a per cent. A law that adds nothing
// to a rate below zero grants nothing, and takes nothing either.
func rateOf(g *Regime, r Rate) int64 {
	return max(0, int64(math.Round(r.Percent*100)+math.Round(g.Points*100)))
}

// sourceOf names where a series is published.
func sourceOf(s Series) string { return s.Publisher + ", " + s.Address }

// What a claim is refused for. The arguments each carries stand beside it.
var (
	ErrNotDue         = &rapport.Problem{Code: "claim_not_due"}         // number, due, on: not overdue, or not issued yet
	ErrInTime         = &rapport.Problem{Code: "claim_in_time"}         // number, paid, due
	ErrPaid           = &rapport.Problem{Code: "claim_paid"}            // number, paid, due, days: late, and nothing is open
	ErrCountryMissing = &rapport.Problem{Code: "claim_country_missing"} // countries: those there are
	ErrCountry        = &rapport.Problem{Code: "claim_country"}         // value, countries
	ErrNoLaw          = &rapport.Problem{Code: "claim_no_law"}          // country: the law grants nothing against a private person
	ErrNoRate         = &rapport.Problem{Code: "claim_no_rate"}         // country, date, series, publisher, address
	ErrSeries         = &rapport.Problem{Code: "rate_series"}           // value
	ErrRateDay        = &rapport.Problem{Code: "rate_day"}              // series, date, begins: the day its period begins
	ErrRatePercent    = &rapport.Problem{Code: "rate_percent"}          // series, value
)
