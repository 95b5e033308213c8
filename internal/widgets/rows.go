package widgets

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// typedRow is one line of a text as the toolkit's entry wraps it: the bytes from
// one place up to another.
type typedRow struct{ from, to int }

// typedRows breaks a text the way the entry does, which tells nobody where its
// lines end: greedily at spaces, and within a word that is wider than the width.
func typedRows(text string, width float32, size Size) []typedRow {
	var rows []typedRow
	begin := 0
	for paragraph := range strings.SplitSeq(text, "\n") {
		rows = append(rows, wrapRows(paragraph, begin, width, size)...)
		begin += len(paragraph) + 1
	}
	return rows
}

// wrapRows breaks one paragraph that begins at a byte of the text.
func wrapRows(text string, begin int, width float32, size Size) []typedRow {
	var rows []typedRow
	for width > 0 && measure(text, size, false) > width {
		fits := fitting(text, width, size)
		end, skip := fits, 0
		if space := lastSpace(text, fits); space >= 0 {
			_, wide := utf8.DecodeRuneInString(text[space:])
			end, skip = space, wide
			if space == 0 {
				end, skip = wide, 0
			}
		}
		rows = append(rows, typedRow{begin, begin + end})
		text, begin = text[end+skip:], begin+end+skip
	}
	if text == "" && len(rows) > 0 {
		return rows
	}
	return append(rows, typedRow{begin, begin + len(text)})
}

// fitting returns how many bytes of a text fit into a width; at least one letter.
func fitting(text string, width float32, size Size) int {
	var ends []int
	for i, letter := range text {
		ends = append(ends, i+utf8.RuneLen(letter))
	}
	n := sort.Search(len(ends), func(i int) bool { return measure(text[:ends[i]], size, false) > width })
	return ends[max(0, n-1)]
}

// lastSpace returns the byte of the last space at or before a place, -1 if there
// is none.
func lastSpace(text string, place int) int {
	if letter, _ := utf8.DecodeRuneInString(text[place:]); place < len(text) && unicode.IsSpace(letter) {
		return place
	}
	return strings.LastIndexFunc(text[:place], unicode.IsSpace)
}
