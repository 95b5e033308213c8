package rapport

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// checkText refuses what SQLite would cut short (NUL), what no screen can draw
// (broken UTF-8) and what is too long to be meant.
func checkText(field, s string, limit int) error {
	switch {
	case len(s) > limit:
		return Refuse(ErrTextLong, Args{"field": field, "limit": limit})
	case strings.IndexByte(s, 0) >= 0:
		return Refuse(ErrTextNUL, Args{"field": field})
	case !utf8.ValidString(s):
		return Refuse(ErrTextUTF8, Args{"field": field})
	}
	return nil
}

// checkLine is checkText for fields of one line.
func checkLine(field, s string, limit int) error {
	if strings.ContainsAny(s, "\r\n") {
		return Refuse(ErrTextLine, Args{"field": field})
	}
	return checkText(field, s, limit)
}

// checkName is checkLine for fields that must say something: blanks and letters
// of no width say nothing.
func checkName(field, s string) error {
	visible := func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsPunct(r) || unicode.IsSymbol(r)
	}
	if utf8.ValidString(s) && !strings.ContainsFunc(s, visible) {
		return Refuse(ErrTextEmpty, Args{"field": field})
	}
	return checkLine(field, s, MaxName)
}

// checkDay refuses a missing day, one the book cannot hold and one after today.
func checkDay(field string, d, today Date) error {
	if err := checkAnyDay(field, d); err != nil {
		return err
	}
	if d > today {
		return Refuse(ErrDateFuture, Args{"date": d, "today": today})
	}
	return nil
}

// checkAnyDay refuses a missing day and one the book cannot hold.
func checkAnyDay(field string, d Date) error {
	if d.IsZero() {
		return Refuse(ErrDateMissing, Args{"field": field})
	}
	if d < MinDate || d > MaxDate {
		return Refuse(ErrDateRange, Args{"value": d})
	}
	return nil
}

// checkSince refuses a day that lies before the one it follows; no day is fine.
func checkSince(field string, d, first Date) error {
	if d.IsZero() {
		return nil
	}
	if err := checkAnyDay(field, d); err != nil {
		return err
	}
	if d < first {
		return Refuse(ErrDayBefore, Args{"field": field, "date": d, "first": first})
	}
	return nil
}

// checkPast is checkSince for what has happened: it cannot lie after today either.
func checkPast(field string, d, first, today Date) error {
	if err := checkSince(field, d, first); err != nil || d <= today {
		return err
	}
	return Refuse(ErrDateFuture, Args{"date": d, "today": today})
}
