package intake

import (
	"strconv"
	"strings"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// digit reads a lone 1 to 5 as the severity. A word that makes it a count keeps it
// out ("3 more", "3 complaints"), and so does a telling word before it, unless the
// facts go on behind: "complained 3 e4" is a severity, "complained 3 logos were
// missing" is not. What is left of one digit, 0 or 9, is a severity that cannot be.
func (r *reader) digit(at int) fact {
	w := r.words[at].trimmed
	if len(w) != 1 || w[0] < '0' || w[0] > '9' {
		return fact{}
	}
	if r.counts(at+1) || (r.told && !r.settled(at+1, RoleSeverity)) {
		return fact{}
	}
	return severityFact(1, w)
}

// counts reports whether the word at a place makes the number before it a count.
func (r *reader) counts(at int) bool {
	if at >= len(r.words) {
		return false
	}
	key := r.words[at].trimmedKey
	return r.Words.plain[key].key != "" || r.Words.units[key].key != ""
}

func severityFact(words int, digits string) fact {
	n, _ := strconv.Atoi(digits)
	return ratingFact(words, RoleSeverity, n)
}

// ratingFact makes the fact of a number that was named, in range or not.
func ratingFact(words int, role Role, n int) fact {
	f := fact{words: words, role: role}
	var refusal error
	switch role {
	case RoleSeverity:
		if n < 1 || n > 5 {
			f.problem = rapport.Refuse(rapport.ErrSeverity, rapport.Args{"value": n})
		}
		f.set = func(e *rapport.Entry) { e.Severity = n }
		return f
	case RoleEnergy:
		refusal = rapport.Cost{Energy: rapport.Rated(n)}.Check()
		f.set = func(e *rapport.Entry) { e.Cost.Energy = rapport.Rated(n) }
	case RoleAnger:
		refusal = rapport.Cost{Anger: rapport.Rated(n)}.Check()
		f.set = func(e *rapport.Entry) { e.Cost.Anger = rapport.Rated(n) }
	}
	f.problem = asProblem(refusal)
	return f
}

// asProblem returns what a check of package rapport refused, nil if nothing.
func asProblem(err error) *rapport.Problem {
	p, _ := err.(*rapport.Problem)
	return p
}

// rating reads a number with its name: e4, s3, a7, a!, "energy 4", "Schwere 3".
func (r *reader) rating(at int) fact {
	w := r.words[at]
	if role, n, ok := glued(w.trimmed); ok {
		if role == RoleAnger && isPaper(n) && !r.settled(at+1, RoleAnger) {
			return fact{}
		}
		return ratingFact(1, role, n)
	}
	if strings.TrimRight(w.raw, ",;:.") == "a!" {
		return ratingFact(1, RoleAnger, 10)
	}
	m, ok := r.Words.ratings[w.trimmedKey]
	if !ok || at+1 >= len(r.words) {
		return fact{}
	}
	n, ok := smallNumber(r.words[at+1].trimmed)
	if !ok || r.counts(at+2) {
		return fact{}
	}
	return ratingFact(2, Role(m.value), n)
}

// glued splits e4, s3 and a7. Severity and anger are written small: S3 and A7 are
// names of other things.
func glued(s string) (Role, int, bool) {
	if len(s) < 2 {
		return "", 0, false
	}
	n, ok := smallNumber(s[1:])
	switch s[0] {
	case 'e', 'E':
		return RoleEnergy, n, ok
	case 's':
		return RoleSeverity, n, ok
	case 'a':
		return RoleAnger, n, ok
	}
	return "", 0, false
}

// isPaper reports whether aN is a size of paper people print on: "a4 flyers" are
// not anger.
func isPaper(n int) bool { return n >= 2 && n <= 6 }

// smallNumber reads one or two digits.
func smallNumber(s string) (int, bool) {
	if s == "" || len(s) > 2 || strings.Trim(s, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}

// minutes reads unbilled time: 20m, 1h30, 1.5h, "20 minutes", "half an hour", "1h
// 30m". Not so when what follows makes it a distance in time: "20 minutes late".
func (r *reader) minutes(at int) fact {
	n, words, ok := r.span(at)
	if !ok {
		return fact{}
	}
	if more, moreWords, ok := r.span(at + words); ok && n%60 == 0 && more < 60 {
		n, words = n+more, words+moreWords
	}
	if r.distant(at + words) {
		return fact{}
	}
	return minutesFact(words, n)
}

// distant reports whether the one or two words at a place make the time before them
// a distance: "late", "zu spät".
func (r *reader) distant(at int) bool {
	for n := 1; n <= min(2, len(r.words)-at); n++ {
		if r.Words.plain[r.join(at, n, true)].value == behindTime {
			return true
		}
	}
	return false
}

func minutesFact(words, n int) fact {
	return fact{
		words: words, role: RoleMinutes,
		problem: asProblem(rapport.Cost{Minutes: n}.Check()),
		set:     func(e *rapport.Entry) { e.Cost.Minutes = n },
	}
}

// span reads one stretch of time, in minutes, and how many words it takes.
func (r *reader) span(at int) (minutes, words int, ok bool) {
	if at >= len(r.words) {
		return 0, 0, false
	}
	if n, ok := r.gluedSpan(r.words[at].trimmed); ok {
		return n, 1, true
	}
	const longest = 3 // "half an hour"
	for n := min(longest, len(r.words)-at); n > 0; n-- {
		if m, ok := r.Words.durations[r.join(at, n, true)]; ok {
			minutes, _ = strconv.Atoi(m.value)
			return minutes, n, true
		}
	}
	if at+1 >= len(r.words) {
		return 0, 0, false
	}
	unit := r.words[at+1].trimmedKey
	if len(unit) < 2 {
		return 0, 0, false // 20 m is a distance
	}
	n, rest, ok := leadingNumber(r.words[at].raw)
	if !ok || rest != "" {
		m, known := r.Words.numbers[r.words[at].trimmedKey]
		if !known {
			return 0, 0, false
		}
		whole, _ := strconv.Atoi(m.value)
		n = float64(whole)
	}
	minutes, ok = r.inMinutes(n, unit)
	return minutes, 2, ok
}

// gluedSpan reads 20m, 1h, 1.5h, 1h30, 1h30m and 1:30h.
func (r *reader) gluedSpan(s string) (int, bool) {
	n, rest, ok := leadingNumber(s)
	if !ok || rest == "" {
		return 0, false
	}
	if after, isClock := strings.CutPrefix(rest, ":"); isClock {
		more, unit, ok := leadingNumber(after)
		if !ok || more >= 60 || r.Words.units[Fold(unit)].value != unitHour {
			return 0, false
		}
		return int(n)*60 + int(more), true
	}
	unit, tail := splitUnit(rest)
	minutes, ok := r.inMinutes(n, Fold(unit))
	if !ok || tail == "" {
		return minutes, ok
	}
	more, unit2, moreOK := leadingNumber(tail)
	inHours := r.Words.units[Fold(unit)].value == unitHour
	inMinutes := unit2 == "" || r.Words.units[Fold(unit2)].value == unitMinute
	if !moreOK || !inHours || !inMinutes || more >= 60 {
		return 0, false
	}
	return minutes + int(more), true
}

// splitUnit parts the unit of 1h30 from what follows it.
func splitUnit(s string) (unit, tail string) {
	if at := strings.IndexAny(s, "0123456789"); at >= 0 {
		return s[:at], s[at:]
	}
	return s, ""
}

// inMinutes turns hours and minutes into minutes, rounded to the nearest.
func (r *reader) inMinutes(n float64, unit string) (int, bool) {
	switch r.Words.units[unit].value {
	case unitMinute:
		return int(n + 0.5), true
	case unitHour:
		return int(n*60 + 0.5), true
	}
	return 0, false
}

// leadingNumber reads digits, with one decimal point or comma, off the front of a
// word. At most six digits before it: more is a number of something else.
func leadingNumber(s string) (n float64, rest string, ok bool) {
	end := 0
	for end < len(s) && (isDigit(s[end]) || (end > 0 && (s[end] == '.' || s[end] == ',') && end+1 < len(s) && isDigit(s[end+1]))) {
		end++
	}
	number := strings.Replace(s[:end], ",", ".", 1)
	whole, _, _ := strings.Cut(number, ".")
	if end == 0 || len(whole) > 6 {
		return 0, s, false
	}
	n, err := strconv.ParseFloat(number, 64)
	return n, s[end:], err == nil
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
