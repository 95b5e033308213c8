package rapport

import (
	"math"
	"strconv"
	"strings"
)

// Currency is an ISO 4217 code in capitals, such as EUR.
type Currency string

// minorDigits lists the currencies whose minor unit is not a hundredth
// (ISO 4217, table A.1).
var minorDigits = map[Currency]int{
	"BIF": 0, "CLP": 0, "DJF": 0, "GNF": 0, "ISK": 0, "JPY": 0, "KMF": 0, "KRW": 0,
	"PYG": 0, "RWF": 0, "UGX": 0, "VND": 0, "VUV": 0, "XAF": 0, "XOF": 0, "XPF": 0,
	"BHD": 3, "IQD": 3, "JOD": 3, "KWD": 3, "LYD": 3, "OMR": 3, "TND": 3,
}

// Digits returns how many decimal places the currency has.
func (c Currency) Digits() int {
	if n, ok := minorDigits[c]; ok {
		return n
	}
	return 2
}

// Check refuses anything but three capital letters.
func (c Currency) Check() error {
	if len(c) != 3 || strings.Trim(string(c), "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
		return Refuse(ErrCurrency, Args{"value": string(c)})
	}
	return nil
}

// Money is an amount in the minor unit of its currency: cents for EUR.
type Money struct {
	Minor    int64    `json:"minor"`
	Currency Currency `json:"currency"`
}

// maxMinor keeps sums of many amounts far from overflow.
const maxMinor = math.MaxInt64 / 1_000_000

// ParseMoney reads a plain decimal with a point, such as 1234.56 or -80, with no
// more decimals than the currency has. Grouping marks and decimal commas are
// refused with [ErrAmount]: 1.234 could mean two things, and money is not guessed.
func ParseMoney(s string, currency Currency) (Money, error) {
	if err := currency.Check(); err != nil {
		return Money{}, err
	}
	digits, negative := strings.CutPrefix(s, "-")
	whole, fraction, hasPoint := strings.Cut(digits, ".")
	places := currency.Digits()
	bad := whole == "" || (hasPoint && fraction == "") || len(fraction) > places ||
		strings.Trim(whole+fraction, "0123456789") != ""
	if bad {
		return Money{}, Refuse(ErrAmount, Args{"value": s})
	}
	fraction += strings.Repeat("0", places-len(fraction))
	minor, err := strconv.ParseInt(whole+fraction, 10, 64)
	if err != nil || minor > maxMinor {
		return Money{}, Refuse(ErrAmount, Args{"value": s})
	}
	if negative {
		minor = -minor
	}
	return Money{Minor: minor, Currency: currency}, nil
}

// Decimal writes the amount as ParseMoney reads it, without its currency.
func (m Money) Decimal() string {
	places := m.Currency.Digits()
	sign, minor := "", m.Minor
	if minor < 0 {
		sign, minor = "-", -minor
	}
	s := strconv.FormatInt(minor, 10)
	if places == 0 {
		return sign + s
	}
	if len(s) <= places {
		s = strings.Repeat("0", places-len(s)+1) + s
	}
	return sign + s[:len(s)-places] + "." + s[len(s)-places:]
}

// Plus adds an amount of the same currency. Amounts of different currencies are
// never added up; asking for it is a programming error and panics.
func (m Money) Plus(other Money) Money {
	if m.Currency != other.Currency {
		panic("rapport: adding " + string(m.Currency) + " and " + string(other.Currency))
	}
	return Money{Minor: m.Minor + other.Minor, Currency: m.Currency}
}
