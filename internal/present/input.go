package present

import (
	"math"
	"time"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Amount writes an amount without its currency, as it is typed into a field that
// names the currency beside it; [Speaker.ParseMoney] reads it back.
func (s *Speaker) Amount(m rapport.Money) string {
	digits := m.Currency.Digits()
	return s.Number(float64(m.Minor)/math.Pow10(digits), digits)
}

// Currency is what people who use these formats are usually paid in: the first
// guess for a client nobody has been asked about.
func (s *Speaker) Currency() rapport.Currency {
	switch s.formats {
	case BritishFormats:
		return "GBP"
	case AmericanFormats:
		return "USD"
	case SwissFormats:
		return "CHF"
	case TurkishFormats:
		return "TRY"
	default:
		return "EUR"
	}
}

// WeekStart is the day a week begins with where these formats are used (CLDR,
// supplemental weekData).
func (s *Speaker) WeekStart() time.Weekday {
	if s.formats == AmericanFormats {
		return time.Sunday
	}
	return time.Monday
}
