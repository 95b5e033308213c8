package intake

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"
)

// shape is what nearness to a name is measured on. A text is near a name when it
// can be turned into the name, into as many of its first words as the text has,
// or, if it is a single word, into any word of the name, by few slips: one letter
// too many, too few, wrong, or two neighbours swapped. Three to five letters
// allow one slip, six to ten two, more allow three; below three letters anything
// would be near.
type shape struct {
	whole []rune // letters and digits only
	ends  []int  // where each word ends in whole
}

func shapeOf(stripped string) shape {
	var s shape
	for word := range strings.FieldsSeq(strings.ReplaceAll(stripped, "-", " ")) {
		if plain := letters(word); plain != "" {
			s.whole = append(s.whole, []rune(plain)...)
			s.ends = append(s.ends, len(s.whole))
		}
	}
	return s
}

// slipsAllowed is how many slips a text of so many letters may contain.
func slipsAllowed(letters int) int {
	switch {
	case letters < 3:
		return 0
	case letters <= 5:
		return 1
	case letters <= 10:
		return 2
	}
	return 3
}

// near returns the clients whose names the text may have missed, nearest first.
func (n *Names) near(text string) []int {
	sought := shapeOf(bare(text))
	allowed := slipsAllowed(len(sought.whole))
	if allowed == 0 {
		return nil
	}
	type miss struct{ client, slips int }
	var misses []miss
	m := measure{text: sought.whole, signs: signsOf(sought.whole)}
	for i, s := range n.shapes {
		if slips := m.to(s, len(sought.ends), allowed); slips <= allowed {
			misses = append(misses, miss{i, slips})
		}
	}
	slices.SortStableFunc(misses, func(a, b miss) int { return cmp.Compare(a.slips, b.slips) })
	var found []int
	for _, miss := range misses[:min(len(misses), maxCandidates)] {
		found = append(found, miss.client)
	}
	return found
}

// measure compares one text with many names, reusing its rows.
type measure struct {
	text  []rune
	signs uint64
	rows  [3][]int
}

// to returns the slips between the text, of so many words, and a name; more than
// allowed means that it is not near.
func (m *measure) to(s shape, words, allowed int) int {
	best := m.slips(s.whole, allowed)
	if words < len(s.ends) {
		best = min(best, m.slips(s.whole[:s.ends[words-1]], allowed))
	}
	if words == 1 {
		for i := 1; i < len(s.ends); i++ {
			best = min(best, m.slips(s.whole[s.ends[i-1]:s.ends[i]], allowed))
		}
	}
	return best
}

// slips is the optimal string alignment distance (Damerau and Levenshtein, no
// letter moved twice), or allowed+1 as soon as it must be larger.
func (m *measure) slips(name []rune, allowed int) int {
	tooFar := allowed + 1
	if abs(len(name)-len(m.text)) > allowed || bits.OnesCount64(signsOf(name)^m.signs) > 2*allowed {
		return tooFar
	}
	for i := range m.rows {
		m.rows[i] = slices.Grow(m.rows[i][:0], len(name)+1)[:len(name)+1]
	}
	before, above, row := m.rows[0], m.rows[1], m.rows[2]
	for j := range above {
		above[j] = j
	}
	for i, r := range m.text {
		row[0] = i + 1
		least := row[0]
		for j, c := range name {
			cost := 1
			if r == c {
				cost = 0
			}
			row[j+1] = min(above[j]+cost, above[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && r == name[j-1] && m.text[i-1] == c {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
			least = min(least, row[j+1])
		}
		if least > allowed {
			return tooFar
		}
		before, above, row = above, row, before
	}
	return min(above[len(name)], tooFar)
}

// signsOf is a bit a letter that occurs. One slip changes at most two bits, so
// names with very different bits need no closer look.
func signsOf(text []rune) uint64 {
	var signs uint64
	for _, r := range text {
		signs |= 1 << (uint(r) % 64)
	}
	return signs
}

func abs(n int) int { return max(n, -n) }
