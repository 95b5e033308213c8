package present

import (
	"strconv"
	"strings"
	"time"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// ParseDate reads a day as the formats write it (30/06/2026, 30.6.26), as ISO
// (2026-06-30) or with the month's name (30 June 2026). Another region's way of
// writing is read only where it cannot mean two days; years of two digits are
// 1970 to 2069, as POSIX has it.
func (s *Speaker) ParseDate(text string) (rapport.Date, error) {
	refused := rapport.Refuse(rapport.ErrDateForm, rapport.Args{"value": text})
	text = strings.TrimSpace(text)
	if len(text) == len(time.DateOnly) && strings.Count(text, "-") == 2 && text[4] == '-' {
		return rapport.ParseDate(text)
	}
	if d, ok := s.parseNamed(text); ok {
		return inRange(d)
	}
	mark := strings.IndexAny(text, "./-")
	if mark < 0 {
		return 0, refused
	}
	parts := strings.Split(strings.TrimSuffix(text, "."), text[mark:mark+1])
	if len(parts) != 3 {
		return 0, refused
	}
	var n [3]int
	for i, part := range parts {
		value, err := strconv.ParseUint(strings.TrimSpace(part), 10, 16)
		if err != nil {
			return 0, refused
		}
		n[i] = int(value)
	}
	day, month := n[0], n[1]
	if s.layout.monthFirst() {
		day, month = month, day
	}
	foreign := text[mark:mark+1] != s.layout.separator()
	if foreign && month > 12 {
		day, month = month, day
	} else if foreign && day <= 12 && day != month {
		return 0, refused // 03/04 where dates are written 03.04: two days could be meant
	}
	d, ok := civil(fullYear(n[2], strings.TrimSpace(parts[2])), month, day)
	if !ok {
		return 0, refused
	}
	return inRange(d)
}

// parseNamed reads "30 June 2026", "30. Juni 2026", "June 30, 2026".
func (s *Speaker) parseNamed(text string) (rapport.Date, bool) {
	fields := strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == ',' || r == '\u00a0' })
	if len(fields) != 3 {
		return 0, false
	}
	month := s.parseMonth(fields[1])
	dayText := fields[0]
	if month == 0 {
		month, dayText = s.parseMonth(fields[0]), fields[1]
	}
	day, err := strconv.Atoi(strings.TrimSuffix(dayText, "."))
	year, err2 := strconv.Atoi(fields[2])
	if month == 0 || err != nil || err2 != nil {
		return 0, false
	}
	return civil(fullYear(year, fields[2]), month, day)
}

func (s *Speaker) parseMonth(text string) int {
	text = strings.TrimSuffix(text, ".")
	for m := time.January; m <= time.December; m++ {
		short := strings.TrimSuffix(s.names.MonthAbbreviated(m), ".")
		if strings.EqualFold(text, short) || strings.EqualFold(text, s.names.MonthWide(m)) {
			return int(m)
		}
	}
	return 0
}

func fullYear(year int, written string) int {
	switch {
	case len(written) != 2:
		return year
	case year < 70:
		return 2000 + year
	default:
		return 1900 + year
	}
}

// civil returns the day if the calendar has it.
func civil(year, month, day int) (rapport.Date, bool) {
	d := rapport.NewDate(year, time.Month(month), day)
	y, m, dd := d.Time().Date()
	return d, y == year && int(m) == month && dd == day
}

func inRange(d rapport.Date) (rapport.Date, error) {
	if d < rapport.MinDate || d > rapport.MaxDate {
		return 0, rapport.Refuse(rapport.ErrDateRange, rapport.Args{"value": d})
	}
	return d, nil
}

// ParseMoney reads an amount as the formats write it, with or without its
// currency: 1.234,50 € where the comma is the decimal mark. Another currency than
// the one wanted is refused, and so is anything the formats would write
// otherwise: 1,234 is never guessed.
func (s *Speaker) ParseMoney(text string, want rapport.Currency) (rapport.Money, error) {
	refused := rapport.Refuse(rapport.ErrAmount, rapport.Args{"value": text})
	negative, unsigned := cutSign(strings.TrimSpace(text)) // "-€50": the sign may stand before the currency
	number := strings.TrimFunc(unsigned, func(r rune) bool { return !strings.ContainsRune("-−0123456789.,", r) })
	before, after, _ := strings.Cut(unsigned, number)
	named := strings.TrimSpace(strings.ReplaceAll(before+after, nbsp, " "))
	if negative {
		number = "-" + number
	}
	if got, ok := s.currency(named, want); !ok {
		return rapport.Money{}, refused
	} else if got != want {
		return rapport.Money{}, rapport.Refuse(rapport.ErrAmountCurrency, rapport.Args{"got": string(got), "want": string(want)})
	}
	plain, ok := s.plain(number)
	if !ok {
		return rapport.Money{}, refused
	}
	m, err := rapport.ParseMoney(plain, want)
	if err != nil {
		return rapport.Money{}, refused
	}
	return m, nil
}

// currency tells which currency a sign or code beside an amount means; nothing
// means the one wanted.
func (s *Speaker) currency(named string, want rapport.Currency) (rapport.Currency, bool) {
	named = strings.ToUpper(named)
	if named == "" || named == s.symbol(want) {
		return want, true
	}
	if named == "$" && (want == "USD" || want == "CAD" || want == "AUD") {
		return want, true
	}
	for _, c := range []rapport.Currency{"EUR", "GBP", "TRY", "USD"} {
		if named == s.symbol(c) {
			return c, true
		}
	}
	code := rapport.Currency(named)
	return code, code.Check() == nil
}

// ParseNumber reads a number as the formats write it: 1.234,5 or 1,234.5.
func (s *Speaker) ParseNumber(text string) (float64, error) {
	plain, ok := s.plain(strings.TrimSpace(text))
	n, err := strconv.ParseFloat(plain, 64)
	if !ok || err != nil {
		return 0, rapport.Refuse(rapport.ErrAmount, rapport.Args{"value": text})
	}
	return n, nil
}

// plain turns a number as the formats write it into digits with a decimal
// point. Groups must be of three digits; spaces and apostrophes group in every
// region, since they can mean nothing else.
func (s *Speaker) plain(text string) (string, bool) {
	negative, text := cutSign(text)
	decimal, group := s.marks()
	whole, fraction, has := strings.Cut(text, decimal)
	for _, mark := range []string{nbsp, "\u202f", " ", "'", "’"} {
		whole = strings.ReplaceAll(whole, mark, group)
	}
	groups := strings.Split(whole, group)
	for i, digits := range groups {
		wrong := len(digits) == 0 || i > 0 && len(digits) != 3 || i == 0 && len(groups) > 1 && len(digits) > 3
		if wrong || strings.Trim(digits, "0123456789") != "" {
			return "", false
		}
	}
	if has && (fraction == "" || strings.Trim(fraction, "0123456789") != "") {
		return "", false
	}
	plain := strings.Join(groups, "")
	if has {
		plain += "." + fraction
	}
	if negative {
		plain = "-" + plain
	}
	return plain, true
}

// marks returns decimal and grouping mark of the formats, read off a number.
func (s *Speaker) marks() (decimal, group string) {
	written := []rune(s.Number(1234.5, 1))
	return string(written[len(written)-2]), string(written[1])
}

func cutSign(text string) (negative bool, rest string) {
	for _, sign := range []string{"-", "−"} {
		if rest, ok := strings.CutPrefix(text, sign); ok {
			return true, rest
		}
	}
	return false, text
}
