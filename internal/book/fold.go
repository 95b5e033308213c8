package book

import (
	"database/sql/driver"
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"modernc.org/sqlite"
)

// fold writes a text the way it is searched: without case, accents or the
// difference between the Turkish and the other i, composed and decomposed alike.
// ß is ss, and the few letters that do not decompose lose their stroke.
func fold(s string) string {
	if plainASCII(s) {
		return strings.ToLower(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, c := range norm.NFKD.String(s) {
		switch c {
		case 'ß', 'ẞ':
			b.WriteString("ss")
		case 'ı':
			b.WriteByte('i')
		case 'ø', 'Ø':
			b.WriteByte('o')
		case 'ł', 'Ł':
			b.WriteByte('l')
		case 'đ', 'Đ':
			b.WriteByte('d')
		case 'æ', 'Æ':
			b.WriteString("ae")
		case 'œ', 'Œ':
			b.WriteString("oe")
		default:
			if !unicode.Is(unicode.Mn, c) {
				b.WriteRune(unicode.ToLower(c))
			}
		}
	}
	return b.String()
}

func plainASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// The driver keeps its functions for the whole program, so this one is made known
// once, under a name of ours. It reads its arguments and nothing else.
func init() {
	sqlite.MustRegisterDeterministicScalarFunction("rapport_holds", 2, holds)
}

// holds tells SQLite whether the first text, once folded, holds the second, which
// is folded already.
func holds(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
	text, ok := args[0].(string)
	word, okWord := args[1].(string)
	if !ok || !okWord {
		return nil, fmt.Errorf("rapport_holds of %T and %T: %w", args[0], args[1], errShape)
	}
	if strings.Contains(fold(text), word) {
		return int64(1), nil
	}
	return int64(0), nil
}
