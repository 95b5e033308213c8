package intake

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// dayWords are the codes of days named by how far they lie from today.
var dayWords = map[string]int{"today": 0, "yesterday": -1, "day_before_yesterday": -2, "tomorrow": 1}

// weekdayCodes are the codes of the days of the week, in the order of time.Weekday.
var weekdayCodes = []string{"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"}

// day is a day somebody named, or why it is none.
type day struct {
	date    rapport.Date
	problem *rapport.Problem
}

// dayFact makes the fact of a day; one after today is refused.
func (r *reader) dayFact(words int, d day) fact {
	if d.problem == nil && d.date > r.Today {
		d.problem = rapport.Refuse(rapport.ErrDateFuture, rapport.Args{"date": d.date, "today": r.Today})
	}
	return fact{
		words: words, role: RoleDate, problem: d.problem,
		set: func(e *rapport.Entry) { e.On = d.date },
	}
}

// wordDay is the day a word names. A weekday is the last such day before today:
// today has its own word, and none at all means today as well.
func (r *reader) wordDay(m meaning) day {
	if offset, ok := dayWords[m.value]; ok {
		return day{date: r.Today.AddDays(offset)}
	}
	wanted := time.Weekday(slices.Index(weekdayCodes, m.value))
	back := (int(r.Today.Weekday()) - int(wanted) + 7) % 7
	if back == 0 {
		back = 7
	}
	return day{date: r.Today.AddDays(-back)}
}

// date reads a day written in figures, with the name of a month, or as a distance
// from today.
func (r *reader) date(at int) fact {
	for _, w := range []string{r.words[at].raw, r.words[at].trimmed} {
		if d, ok := r.figures(w); ok {
			return r.dayFact(1, d)
		}
	}
	if n, d, ok := r.monthDate(at); ok {
		return r.dayFact(n, d)
	}
	return r.ago(at)
}

// figures reads 2026-06-29, 2026/6/29, 29.6.2026, 29.6.26, 29.6. and, where only
// one reading is possible, 29/6/2026 and 29-06-2026. Points always mean day, month,
// year; with slashes and dashes some write the month first.
func (r *reader) figures(s string) (day, bool) {
	sep := strings.IndexAny(s, "-/.")
	if sep < 0 {
		return day{}, false
	}
	mark := s[sep : sep+1]
	var n [3]int
	parts := strings.Split(s, mark)
	if len(parts) != 3 {
		return day{}, false
	}
	for i, part := range parts {
		if part == "" && i == 2 && mark == "." {
			return r.recent(n[0], n[1], s) // 29.6.
		}
		v, err := strconv.Atoi(part)
		if err != nil || len(part) > 4 || strings.HasPrefix(part, "+") || (i < 2 && len(part) == 3) {
			return day{}, false
		}
		n[i] = v
	}
	switch {
	case len(parts[0]) == 4 && len(parts[1]) <= 2 && len(parts[2]) <= 2:
		return civil(n[0], n[1], n[2], s), true
	case len(parts[0]) > 2 || len(parts[1]) > 2:
		return day{}, false
	case mark == "." && (len(parts[2]) == 4 || len(parts[2]) == 2):
		return civil(fullYear(n[2], parts[2]), n[1], n[0], s), true
	case len(parts[2]) == 4:
		return r.eitherWay(n[0], n[1], n[2], s), true
	}
	return day{}, false
}

func fullYear(year int, written string) int {
	if len(written) == 2 {
		return 2000 + year
	}
	return year
}

// eitherWay reads a date that may begin with the day or the month. Only a reading
// that exists and does not lie ahead can be meant; two of them are one too many.
func (r *reader) eitherWay(first, second, year int, written string) day {
	one, other := civil(year, second, first, written), civil(year, first, second, written)
	possible := func(d day) bool { return d.problem == nil && d.date <= r.Today }
	switch {
	case one.date == other.date || !possible(other):
		if one.problem != nil && other.problem == nil {
			return other
		}
		return one
	case !possible(one):
		return other
	}
	return day{problem: rapport.Refuse(ErrDateAmbiguous, rapport.Args{
		"value": written, "first": one.date, "second": other.date,
	})}
}

// recent is the last such day of the year, today or before. Both numbers must look
// like a day and a month, or it is a figure of something else, such as 4.20.
func (r *reader) recent(d, month int, written string) (day, bool) {
	if d < 1 || d > 31 || month < 1 || month > 12 {
		return day{}, false
	}
	year := r.Today.Time().Year()
	found := civil(year, month, d, written)
	if found.problem != nil || found.date > r.Today {
		before := civil(year-1, month, d, written)
		if before.problem == nil {
			return before, true
		}
	}
	return found, true
}

// civil is the given day, or the refusal of one that does not exist.
func civil(year, month, d int, written string) day {
	date := rapport.NewDate(year, time.Month(month), d)
	t := date.Time()
	switch {
	case t.Year() != year || int(t.Month()) != month || t.Day() != d:
		return day{problem: rapport.Refuse(rapport.ErrDateForm, rapport.Args{"value": written})}
	case date < rapport.MinDate || date > rapport.MaxDate:
		return day{problem: rapport.Refuse(rapport.ErrDateRange, rapport.Args{"value": written})}
	}
	return day{date: date}
}

// monthDate reads "12 May", "12. Mai 2026", "May 12", "5 Haziran 2026".
func (r *reader) monthDate(at int) (words int, d day, ok bool) {
	if at+1 >= len(r.words) {
		return 0, day{}, false
	}
	first, second := r.words[at], r.words[at+1]
	number, name := first.raw, second
	if _, isMonth := r.Words.months[first.trimmedKey]; isMonth {
		number, name = second.raw, first
	}
	m, isMonth := r.Words.months[name.trimmedKey]
	date, isDay := smallNumber(strings.TrimRight(number, ".,"))
	if !isMonth || !isDay || date < 1 || date > 31 {
		return 0, day{}, false
	}
	month, _ := strconv.Atoi(m.value)
	written := r.text[first.start : second.start+len(second.trimmed)]
	if at+2 < len(r.words) {
		year, err := strconv.Atoi(r.words[at+2].trimmed)
		if err == nil && len(r.words[at+2].trimmed) == 4 && year >= 1900 && year < 2200 {
			return 3, civil(year, month, date, written+" "+r.words[at+2].trimmed), true
		}
	}
	d, ok = r.recent(date, month, written)
	return 2, d, ok
}

// ago reads a distance from today: "3 days ago", "vor zwei Wochen", "3 gün önce".
func (r *reader) ago(at int) fact {
	from := at
	leads := r.Words.around[r.words[at].trimmedKey+" "+ellipsis].value == pastAgo
	if leads {
		from++
	}
	days, words, ok := r.distance(from)
	if !ok {
		return fact{}
	}
	behind := from + words
	if leads {
		return r.daysAgo(behind-at, days)
	}
	if behind < len(r.words) && r.Words.around[ellipsis+" "+r.words[behind].trimmedKey].value == pastAgo {
		return r.daysAgo(behind+1-at, days)
	}
	return fact{}
}

func (r *reader) daysAgo(words, days int) fact {
	d := day{date: r.Today.AddDays(-days)}
	if d.date < rapport.MinDate {
		d.problem = rapport.Refuse(rapport.ErrDateRange, rapport.Args{"value": d.date})
	}
	return r.dayFact(words, d)
}

// distance reads a number of days or weeks, in days.
func (r *reader) distance(at int) (days, words int, ok bool) {
	if at >= len(r.words) {
		return 0, 0, false
	}
	figure, unit, words := r.words[at].key, "", 1
	if end := strings.IndexFunc(figure, func(c rune) bool { return c < '0' || c > '9' }); end > 0 {
		figure, unit = figure[:end], figure[end:] // 3d ago
	} else if at+1 < len(r.words) {
		unit, words = r.words[at+1].trimmedKey, 2
	}
	if m, known := r.Words.numbers[figure]; known {
		figure = m.value
	}
	n, err := strconv.Atoi(figure)
	if err != nil || n < 0 || len(figure) > 4 {
		return 0, 0, false
	}
	switch r.Words.units[unit].value {
	case unitDay:
		return n, words, true
	case unitWeek:
		return 7 * n, words, true
	}
	return 0, 0, false
}

// unmistakable reads what is picked out of a note: energy, glued minutes and an ISO
// date, each if it was not said yet and can be. What cannot be is no fact here but
// part of the sentence, a deadline for instance.
func (r *reader) unmistakable(at int) fact {
	w := r.words[at].trimmed
	var f fact
	if role, n, ok := glued(w); ok && role == RoleEnergy {
		f = ratingFact(1, role, n)
	} else if n, ok := r.gluedSpan(w); ok {
		f = minutesFact(1, n)
	} else if len(w) == len(time.DateOnly) && w[4] == '-' {
		if d, ok := r.figures(w); ok {
			f = r.dayFact(1, d)
		}
	}
	if f.words == 0 || f.problem != nil || r.said[f.role] {
		return fact{}
	}
	return f
}
