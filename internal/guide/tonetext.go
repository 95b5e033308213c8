package guide

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// tokens is a draft taken apart.
type tokens struct {
	draft     string
	words     []token
	sentences []span
	blanks    []Hint
}

// token is a word of a draft, in small letters, and where it stands.
type token struct {
	text     string
	from, to int
}

// span is a sentence: the words from first up to, but not with, last, and the bytes
// it reaches over.
type span struct {
	first, last int
	from, to    int
}

// read takes a draft apart: into words, sentences and blanks. What stands in
// brackets is no word.
func (t *Tone) read(draft string) tokens {
	text := tokens{draft: draft}
	open := span{}
	for at := 0; at < len(draft); {
		letter, size := utf8.DecodeRuneInString(draft[at:])
		switch {
		case letter == '[' && bracket(draft[at:]) > 0:
			n := bracket(draft[at:])
			text.blanks = append(text.blanks, Hint{Code: HintBlank, From: at, To: at + n, Phrase: draft[at : at+n]})
			at += n
		case inWord(letter):
			n := wordLength(draft[at:])
			text.words = append(text.words, token{text: t.small(draft[at : at+n]), from: at, to: at + n})
			at += n
		default:
			at += size
			if endsSentence(draft, at-size, letter) {
				text.sentences = append(text.sentences, span{open.first, len(text.words), open.from, at})
				open = span{first: len(text.words), from: at}
			}
		}
	}
	text.sentences = append(text.sentences, span{open.first, len(text.words), open.from, len(draft)})
	return text
}

// small writes a word in small letters and with the plain apostrophe.
func (t *Tone) small(word string) string {
	return strings.ReplaceAll(t.fold(word), "’", "'")
}

// bracket returns the length of a blank at the beginning of a text, 0 where there
// is none: brackets on one line with words or dots between them. A number is a
// reference, no blank.
func bracket(text string) int {
	end := strings.IndexAny(text, "]\n")
	if end < 2 || text[end] != ']' || strings.Trim(text[1:end], " 0123456789") == "" {
		return 0
	}
	return end + 1
}

func inWord(letter rune) bool {
	return unicode.IsLetter(letter) || unicode.IsDigit(letter) || letter == '\'' || letter == '’' || unicode.Is(unicode.Mn, letter)
}

func wordLength(text string) int {
	for at, letter := range text {
		if !inWord(letter) {
			return at
		}
	}
	return len(text)
}

// endsSentence tells a full stop from a point in a figure (3.50) or behind the
// number of a day (2. Juli): a sentence goes on with a space, and not behind a digit.
func endsSentence(draft string, at int, letter rune) bool {
	switch letter {
	case '!', '?', '\n', ';':
		return true
	case '.', ':':
		before, _ := utf8.DecodeLastRuneInString(draft[:at])
		after, _ := utf8.DecodeRuneInString(draft[at+1:])
		return !unicode.IsDigit(before) && (at+1 == len(draft) || unicode.IsSpace(after))
	}
	return false
}

// number in a phrase stands for any figures: "in # days".
const number = "#"

// match returns how many words of the text, from one on, a phrase is; 0 where it
// does not stand there. Between its words there may be nothing but space, a hyphen
// or a comma, which German puts into "ich weiß genau, wie".
func (x tokens) match(at int, phrase []string) int {
	if at+len(phrase) > len(x.words) {
		return 0
	}
	for i, want := range phrase {
		word := x.words[at+i]
		if !word.is(want) {
			return 0
		}
		if i > 0 && !x.joined(at+i-1, phrase[i-1]) {
			return 0
		}
	}
	return len(phrase)
}

// joined reports whether a word and the next can be of one phrase: nothing stands
// between them that ends a thought. Behind a number a point does not: 2. Juli.
func (x tokens) joined(at int, wanted string) bool {
	between := x.draft[x.words[at].to:x.words[at+1].from]
	if wanted == number {
		between = strings.TrimPrefix(between, ".")
	}
	return strings.Trim(between, ", \n\t-\u00a0\u2011") == ""
}

// is reports whether a word is the one wanted, or of those it stands for.
func (w token) is(want string) bool {
	if want == number {
		return strings.Trim(w.text, "0123456789") == ""
	}
	stem, open := strings.CutSuffix(want, "*")
	return w.text == want || open && strings.HasPrefix(w.text, stem)
}

// fineAt reports whether the words lie within a phrase that is harmless.
func (x tokens) fineAt(fine [][]string, at, n int) bool {
	for _, phrase := range fine {
		for begin := max(0, at+n-len(phrase)); begin <= at; begin++ {
			if x.match(begin, phrase) > 0 {
				return true
			}
		}
	}
	return false
}

// find returns the first place in a sentence where one of the phrases stands and
// is not harmless.
func (x tokens) find(s span, phrases, fine [][]string) (at, n int) {
	for at := s.first; at < s.last; at++ {
		for _, phrase := range phrases {
			if n := x.match(at, phrase); n > 0 && at+n <= s.last && !x.fineAt(fine, at, n) {
				return at, n
			}
		}
	}
	return 0, 0
}

func (x tokens) any(s span, phrases [][]string) bool {
	_, n := x.find(s, phrases, nil)
	return n > 0
}

// dated reports whether a sentence names a day: in words, by figures, or by a
// blank where one may be meant to stand.
func (x tokens) dated(s span, days [][]string) bool {
	blank := func(b Hint) bool { return s.from <= b.From && b.To <= s.to }
	return x.any(s, days) || dayInFigures.MatchString(x.draft[s.from:s.to]) || slices.ContainsFunc(x.blanks, blank)
}

// dayInFigures is a date as figures: 2.7. or 02.07.2026, 2/7, 2-7-2026, 2026-07-02. An amount
// such as 3.50 is none: behind day and month a point or a year has to follow.
var dayInFigures = regexp.MustCompile(`\b(?:[0-3]?\d\.[01]?\d\.|[0-3]?\d/[0-3]?\d\b|\d{4}-\d{2}-\d{2}\b|\d{1,2}-\d{1,2}-\d{4}\b)`)

// hint marks the words from one on.
func (x tokens) hint(code string, at, n int, instead string) Hint {
	from, to := x.words[at].from, x.words[at+n-1].to
	return Hint{Code: code, From: from, To: to, Phrase: x.draft[from:to], Instead: instead}
}
