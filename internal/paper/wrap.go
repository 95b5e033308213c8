package paper

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/text/unicode/norm"

	"github.com/rapport-desktop/rapport/assets"
)

// letters knows which characters the font can draw.
type letters struct {
	font   *sfnt.Font
	buffer sfnt.Buffer
	known  map[rune]bool
}

func coverage() (*letters, error) {
	data, _ := assets.Font("NotoSans-Regular")
	font, err := sfnt.Parse(data)
	if err != nil {
		return nil, fmt.Errorf("reading the font of documents: %w", err)
	}
	return &letters{font: font, known: make(map[rune]bool)}, nil
}

// lastBasic is the last character the library can set: it counts them in 16 bits.
const lastBasic = 0xFFFF

// draws reports whether the font has a glyph for the character that can be set.
func (l *letters) draws(r rune) bool {
	if r > lastBasic {
		return false
	}
	known, seen := l.known[r]
	if !seen {
		glyph, err := l.font.GlyphIndex(&l.buffer, r)
		known = err == nil && glyph != 0
		l.known[r] = known
	}
	return known
}

// clean makes a text fit to be set: composed, with line breaks as they are here, without
// what cannot be seen, and with U+FFFD for what the font cannot draw.
func (s *setter) clean(text string) string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\t':
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.Variation_Selector, r):
			return -1
		case !s.letters.draws(r):
			s.lacking = true
			return utf8.RuneError
		}
		return r
	}, norm.NFC.String(text))
}

// wrap breaks text into lines that fit a width. A word too long for a line is broken
// where it has to be. Runs of spaces are one.
func (s *setter) wrap(st style, text string, w float64) (lines []string) {
	for line := range strings.SplitSeq(s.clean(text), "\n") {
		lines = append(lines, s.fill(st, strings.Join(strings.FieldsFunc(line, isSpace), " "), w)...)
	}
	if len(lines) == 1 && lines[0] == "" {
		return nil
	}
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " ")
	}
	return lines
}

// isSpace is where a line may be broken: not at the spaces that forbid it.
func isSpace(r rune) bool { return r == ' ' || r == '\u2009' || r == '\u3000' }

// wrapExact is wrap for text that is to be copied: every space stays.
func (s *setter) wrapExact(st style, text string, w float64) (lines []string) {
	for line := range strings.SplitSeq(s.clean(text), "\n") {
		lines = append(lines, s.fill(st, line, w)...)
	}
	return lines
}

// fill breaks one line after its spaces.
func (s *setter) fill(st style, text string, w float64) (lines []string) {
	s.font(st)
	space := s.pdf.GetStringWidth(" ")
	var b strings.Builder
	used := 0.0
	flush := func() {
		lines = append(lines, b.String())
		b.Reset()
		used = 0
	}
	for word := range strings.SplitAfterSeq(text, " ") {
		length := s.pdf.GetStringWidth(word)
		bare := length
		if strings.HasSuffix(word, " ") {
			bare -= space
		}
		if used > 0 && used+bare > w {
			flush()
		}
		for bare > w {
			head := s.prefix(word, w)
			b.WriteString(head)
			flush()
			word = word[len(head):]
			length = s.pdf.GetStringWidth(word)
			bare = length
		}
		b.WriteString(word)
		used += length
	}
	flush()
	return lines
}

// prefix returns as many characters of a word as fit, one at least.
func (s *setter) prefix(word string, w float64) string {
	used := 0.0
	for i, r := range word {
		used += s.pdf.GetStringWidth(string(r))
		if used > w && i > 0 {
			return word[:i]
		}
	}
	return word
}

// fit cuts a clean text that has to stay on one line.
func (s *setter) fit(st style, text string, w float64) string {
	s.font(st)
	text = strings.ReplaceAll(text, "\n", " ")
	if s.pdf.GetStringWidth(text) <= w {
		return text
	}
	return s.prefix(text, w-s.pdf.GetStringWidth("…")) + "…"
}
