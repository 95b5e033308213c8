package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns the form under which two spellings are the same name: case, the
// composed and decomposed form of a letter, ä and ae, ß and ss, the Turkish i
// with and without dot, curly apostrophes, marks that cannot be seen, and how
// many blanks of which sort stand between words make no difference. Other
// accents do.
//
// All four forms of the Turkish i fold to one. That is coarser than Turkish
// spelling, but it is the only way IŞIK, Işık and a hasty isik can meet in a book
// that also holds English names.
func Fold(s string) string {
	if plain, ok := foldASCII(s); ok {
		return plain
	}
	folded := squeeze(norm.NFC.String(seen(s)), func(b *strings.Builder, r rune) {
		if umlaut := umlauts[r]; umlaut != "" {
			b.WriteString(umlaut)
			return
		}
		b.WriteRune(lower(r))
	})
	return norm.NFC.String(folded) // some letters compose only when small, such as ǰ
}

// seen drops the marks that cannot be seen. It goes before composing, for a soft
// hyphen between a letter and its accent keeps the two apart.
func seen(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, s)
}

// bare is Fold without any accents: ü is u, not ue, and é is e. It is what people
// write whose keyboard lacks the letters of a name.
func bare(s string) string {
	if plain, ok := foldASCII(s); ok {
		return plain
	}
	return squeeze(norm.NFKD.String(seen(s)), func(b *strings.Builder, r rune) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == 'ß' || r == 'ẞ':
			b.WriteString("ss")
		default:
			b.WriteRune(lower(r))
		}
	})
}

var umlauts = map[rune]string{
	'ä': "ae", 'Ä': "ae", 'ö': "oe", 'Ö': "oe", 'ü': "ue", 'Ü': "ue", 'ß': "ss", 'ẞ': "ss",
}

func lower(r rune) rune {
	switch r {
	case 'I', 'İ', 'ı':
		return 'i'
	case '’', '‘', 'ʼ', '`', '´':
		return '\''
	}
	return unicode.ToLower(r)
}

// squeeze writes every rune with put, but single blanks for runs of them and none
// at the ends.
func squeeze(s string, put func(*strings.Builder, rune)) string {
	var b strings.Builder
	b.Grow(len(s))
	blank := false
	for _, r := range s {
		if unicode.IsSpace(r) {
			blank = true
			continue
		}
		if blank && b.Len() > 0 {
			b.WriteByte(' ')
		}
		blank = false
		put(&b, r)
	}
	return b.String()
}

// foldASCII folds a text of ASCII with single blanks, the usual one, without
// looking at tables.
func foldASCII(s string) (string, bool) {
	last := byte(' ')
	for i := range len(s) {
		c := s[i]
		if c >= utf8.RuneSelf || c < ' ' || c == '`' || (c == ' ' && last == ' ') {
			return "", false
		}
		last = c
	}
	if last == ' ' {
		return "", s == ""
	}
	return strings.ToLower(s), true
}

// letters drops all but letters and digits of a folded text, so that
// "harbour-studio" and "Harbour Studio" come out alike.
func letters(folded string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, folded)
}
