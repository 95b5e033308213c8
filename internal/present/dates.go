package present

import (
	"fmt"
	"strings"
	"time"
	"unicode"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Date writes a day with its month in letters: 30 Jun 2026. No date is worded
// too, as "no date".
func (s *Speaker) Date(d rapport.Date) string {
	if d.IsZero() {
		return s.T("date.none")
	}
	return s.dayOfYear(d, s.names.MonthAbbreviated(d.Time().Month()))
}

// dayOfYear writes a day with its year and a given name of its month.
func (s *Speaker) dayOfYear(d rapport.Date, month string) string {
	t := d.Time()
	if s.american() {
		return fmt.Sprintf("%s %d, %d", month, t.Day(), t.Year())
	}
	return s.pattern("date.medium", t, month)
}

// DateLong writes a day with its weekday: Tuesday 30 June 2026.
func (s *Speaker) DateLong(d rapport.Date) string {
	if d.IsZero() {
		return s.T("date.none")
	}
	t := d.Time()
	month := s.names.MonthWide(t.Month())
	if s.american() {
		return fmt.Sprintf("%s, %s %d, %d", s.names.WeekdayWide(t.Weekday()), month, t.Day(), t.Year())
	}
	return s.pattern("date.long", t, month)
}

// DateShort writes a day in figures, as [Speaker.ParseDate] reads it:
// 30/06/2026. No date is an empty text.
func (s *Speaker) DateShort(d rapport.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.Time().Format(s.layout.numeric)
}

// DayMonth writes a day without its year: 30 June.
func (s *Speaker) DayMonth(d rapport.Date) string {
	if d.IsZero() {
		return s.T("date.none")
	}
	t := d.Time()
	month := s.names.MonthWide(t.Month())
	if s.american() {
		return fmt.Sprintf("%s %d", month, t.Day())
	}
	return s.pattern("date.day", t, month)
}

// nearDays is how far back a day is understood without its year: short of a
// year, so that the same day of last year cannot be meant.
const nearDays = 330

// Day writes a day for a sentence of the day on: without the year while that is
// clear (30 June), with it otherwise (30 June 2025).
func (s *Speaker) Day(d, on rapport.Date) string {
	if d.IsZero() {
		return s.T("date.none")
	}
	if away := on.DaysSince(d); away > nearDays || away < -nearDays {
		return s.dayOfYear(d, s.names.MonthWide(d.Time().Month()))
	}
	return s.DayMonth(d)
}

// MonthYear writes a month: June 2026.
func (s *Speaker) MonthYear(d rapport.Date) string {
	if d.IsZero() {
		return s.T("date.none")
	}
	t := d.Time()
	return s.pattern("date.month", t, s.names.MonthWide(t.Month()))
}

// Month is the short name of a month, for the axis of a chart: Jun.
func (s *Speaker) Month(m time.Month) string { return s.names.MonthAbbreviated(m) }

// Weekday is the full name of a day of the week: Tuesday.
func (s *Speaker) Weekday(d time.Weekday) string { return s.names.WeekdayWide(d) }

// Relative writes a day as seen from another: today, yesterday, on Friday, 12
// days ago, in 3 days; further off than a month, the day itself.
func (s *Speaker) Relative(d, on rapport.Date) string {
	switch away := d.DaysSince(on); {
	case d.IsZero():
		return s.T("date.none")
	case away == 0:
		return s.T("relative.today")
	case away == -1:
		return s.T("relative.yesterday")
	case away == 1:
		return s.T("relative.tomorrow")
	case -6 <= away && away < 0:
		return s.T("relative.weekday", Args{"Weekday": s.weekdayInside(d.Weekday())})
	case -31 <= away && away < 0:
		return s.N("relative.ago", -away)
	case 0 < away && away <= 31:
		return s.N("relative.ahead", away)
	default:
		return s.T("relative.on", Args{"Date": d})
	}
}

// weekdayInside is a day of the week within a sentence: Turkish writes it small
// there, and with a capital only beside a date.
func (s *Speaker) weekdayInside(d time.Weekday) string {
	if s.language == Turkish {
		return strings.ToLowerSpecial(unicode.TurkishCase, s.Weekday(d))
	}
	return s.Weekday(d)
}

// Span writes a length of time in the unit a person would use: 12 days, 5
// weeks, 26 months, 3 years.
func (s *Speaker) Span(days int) string {
	const month, year = 30.44, 365.25
	n := float64(days)
	switch {
	case days < 14:
		return s.N("span.days", days)
	case days < 70:
		return s.N("span.weeks", int(n/7+0.5))
	case days < 1000:
		return s.N("span.months", int(n/month+0.5))
	default:
		return s.N("span.years", int(n/year+0.5))
	}
}

// american reports whether words, too, follow the American order.
func (s *Speaker) american() bool { return s.language == English && s.layout.monthFirst() }

// pattern fills one of the catalogue's orders of day, month and year.
func (s *Speaker) pattern(key string, t time.Time, month string) string {
	return s.T(key, Args{
		"Day": fmt.Sprint(t.Day()), "Month": month, "Year": fmt.Sprint(t.Year()),
		"Weekday": s.names.WeekdayWide(t.Weekday()),
	})
}
