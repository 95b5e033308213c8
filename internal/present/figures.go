package present

import (
	"math"
	"strings"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Number writes a number with so many decimals: 1,234.5.
func (s *Speaker) Number(n float64, decimals int) string {
	return s.figures.FmtNumber(n, uint64(max(0, decimals)))
}

// Percent writes a share of 1 in whole percent: 0.714 is 71%.
func (s *Speaker) Percent(share float64) string { return s.percent(int(math.Round(100 * share))) }

func (s *Speaker) percent(n int) string {
	return strings.Replace(s.layout.percent, "N", s.Number(float64(n), 0), 1)
}

// Money writes an amount with its currency: €3,480.00.
func (s *Speaker) Money(m rapport.Money) string { return s.money(m, m.Currency.Digits()) }

// MoneyRound writes an amount in whole units, for where cents would be noise:
// €3,480.
func (s *Speaker) MoneyRound(m rapport.Money) string { return s.money(m, 0) }

// MoneyList writes amounts of several currencies side by side; they are never
// added up.
func (s *Speaker) MoneyList(amounts []rapport.Money) string {
	written := make([]string, len(amounts))
	for i, m := range amounts {
		written[i] = s.Money(m)
	}
	return strings.Join(written, " + ")
}

func (s *Speaker) money(m rapport.Money, decimals int) string {
	// An amount has at most 13 digits (rapport keeps them below 2^53), so the
	// float holds it to the cent.
	amount := float64(m.Minor) / math.Pow10(m.Currency.Digits())
	number := s.Number(math.Abs(amount), decimals)
	symbol := s.symbol(m.Currency)
	pattern := s.layout.money
	if isCode(symbol) && strings.HasPrefix(pattern, "SN") {
		symbol += nbsp
	}
	text := strings.Replace(strings.Replace(pattern, "N", number, 1), "S", symbol, 1)
	if amount < 0 && strings.Trim(number, "0.,") != "" {
		return "-" + text
	}
	return text
}

// symbol is how the formats write a currency: by its sign where that is plain
// to the reader, else by its code.
func (s *Speaker) symbol(c rapport.Currency) string {
	switch c {
	case "EUR":
		return "€"
	case "GBP":
		return "£"
	case "TRY":
		return "₺"
	case "USD":
		if s.formats == AmericanFormats {
			return "$"
		}
		return "US$"
	default:
		return string(c)
	}
}

// isCode tells a currency code from a sign: a number must not touch a letter. An
// amount of no currency has neither.
func isCode(symbol string) bool {
	if symbol == "" {
		return false
	}
	last := symbol[len(symbol)-1]
	return 'A' <= last && last <= 'Z'
}

// Duration writes minutes as hours and minutes: 1 h 20 min.
func (s *Speaker) Duration(minutes int) string {
	hours, rest := minutes/60, minutes%60
	switch {
	case hours == 0:
		return s.T("duration.minutes", Args{"Minutes": rest})
	case rest == 0:
		return s.T("duration.hours", Args{"Hours": hours})
	default:
		return s.T("duration.both", Args{"Hours": hours, "Minutes": rest})
	}
}
