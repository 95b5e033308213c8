package ending

import (
	"time"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// EndOf returns the last day of a period, zero while it has not begun. A period of no
// days ends on the day it begins, or with that month.
func EndOf(p rapport.Period) rapport.Date {
	if p.From.IsZero() {
		return 0
	}
	end := p.From.AddDays(max(0, p.Days))
	if p.Business {
		end = afterWorkdays(p.From, p.Days)
	}
	if p.MonthEnd {
		t := end.Time()
		end = rapport.NewDate(t.Year(), t.Month()+1, 0)
	}
	return end
}

// afterWorkdays is the day a number of working days after another.
func afterWorkdays(day rapport.Date, days int) rapport.Date {
	weeks := max(0, days-1) / 5 // whole weeks at once; the rest one by one
	day, days = day.AddDays(7*weeks), days-5*weeks
	for days > 0 {
		day = day.AddDays(1)
		if w := day.Weekday(); w != time.Saturday && w != time.Sunday {
			days--
		}
	}
	return day
}
