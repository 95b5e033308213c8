package rapport

import (
	"fmt"
	"time"
)

// Date is a civil date: a day on the calendar, without zone or time of day.
// Its value counts days, 1 being 0001-01-01, so dates compare with < and
// subtract to a number of days. The zero Date means "no date".
type Date int32

// The days a book may hold. A typing slip such as 0206 or 20260 falls outside.
var (
	MinDate = NewDate(1970, time.January, 1)
	MaxDate = NewDate(2199, time.December, 31)
)

// unixEpoch is the Date of 1970-01-01.
const unixEpoch = 719163

const secondsPerDay = 24 * 60 * 60

// NewDate returns the given day; out-of-range parts roll over as in time.Date.
func NewDate(year int, month time.Month, day int) Date {
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	return Date(t.Unix()/secondsPerDay + unixEpoch)
}

// DateOf returns the calendar day that t shows in its own location.
func DateOf(t time.Time) Date {
	year, month, day := t.Date()
	return NewDate(year, month, day)
}

// ParseDate reads an ISO date, YYYY-MM-DD. A day that does not exist, such as
// 2026-02-30, is refused with [ErrDateForm].
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return 0, Refuse(ErrDateForm, Args{"value": s})
	}
	d := DateOf(t)
	if d < MinDate || d > MaxDate {
		return 0, Refuse(ErrDateRange, Args{"value": s})
	}
	return d, nil
}

// Time returns midnight UTC of the day, for arithmetic that time knows better.
func (d Date) Time() time.Time {
	return time.Unix((int64(d)-unixEpoch)*secondsPerDay, 0).UTC()
}

// String is the ISO form, or "" for no date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return d.Time().Format(time.DateOnly)
}

// IsZero reports whether there is no date.
func (d Date) IsZero() bool { return d == 0 }

// AddDays returns the day n days later, or earlier when n is negative.
func (d Date) AddDays(n int) Date { return d + Date(n) }

// DaysSince returns how many days d lies after the earlier day.
func (d Date) DaysSince(earlier Date) int { return int(d - earlier) }

// Weekday returns the day of the week.
func (d Date) Weekday() time.Weekday { return d.Time().Weekday() }

// MarshalText writes the ISO form.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads the ISO form; nothing means no date.
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = 0
		return nil
	}
	parsed, err := ParseDate(string(text))
	if err != nil {
		return fmt.Errorf("reading a date: %w", err)
	}
	*d = parsed
	return nil
}
