package cli

import (
	"strings"

	"github.com/rapport-desktop/rapport/internal/intake"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// leastShort is the fewest letters of a short id. A row number would be shorter
// still, but it means another thing after each deed; this one stays.
const leastShort = 3

// shortID is the end of an id, whose letters are random; its beginning is the
// time and the same for everything added together.
func shortID(id rapport.ID, letters int) string {
	text := strings.ReplaceAll(id.String(), "-", "")
	return text[len(text)-letters:]
}

// named is a record somebody may mean by its short id or by words that stand in it.
type named struct {
	id   rapport.ID
	what string
}

// namedAll makes such of records of any kind.
func namedAll[T any](all []T, of func(T) named) []named {
	list := make([]named, len(all))
	for i, one := range all {
		list[i] = of(one)
	}
	return list
}

// lettersFor is how many letters tell all of them apart.
func lettersFor(all []named) int {
	for n := leastShort; n < 32; n++ {
		seen := map[string]bool{}
		for _, one := range all {
			seen[shortID(one.id, n)] = true
		}
		if len(seen) == len(all) {
			return n
		}
	}
	return 32
}

// pickNamed returns the index of the one that is meant: by its short id, or by words
// that stand in what it is. None is refused as unknown, several as a doubt.
func pickNamed(all []named, text string, unknown, several *rapport.Problem) (int, error) {
	var byID, byWord []int
	id, words := strings.ToLower(strings.ReplaceAll(text, "-", "")), intake.Fold(text)
	for i, one := range all {
		if len(id) >= leastShort && strings.HasSuffix(shortID(one.id, 32), id) {
			byID = append(byID, i)
		}
		if strings.Contains(intake.Fold(one.what), words) {
			byWord = append(byWord, i)
		}
	}
	found := byID
	if len(found) == 0 {
		found = byWord
	}
	switch len(found) {
	case 0:
		return 0, rapport.Refuse(unknown, rapport.Args{"value": text})
	case 1:
		return found[0], nil
	}
	var names []string
	for _, i := range found {
		names = append(names, shortID(all[i].id, lettersFor(all))+" "+all[i].what)
	}
	return 0, rapport.Refuse(several, rapport.Args{"value": text, "candidates": likely(names)})
}
