package present

import (
	"maps"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-playground/locales"

	"github.com/rapport-desktop/rapport/internal/intake"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Args are the particulars of a text, by the name they have in its template
// ({{.Name}}). Values are handed in as they are meant: a [rapport.Date], a
// [rapport.Money], a number or a word of the vocabulary is formatted on the way.
type Args = map[string]any

// Speaker words everything in one language and one set of formats. It never
// changes and may be used from several goroutines; another language is another
// Speaker.
type Speaker struct {
	language Language
	formats  Formats
	layout   layout
	names    locales.Translator // month and weekday names, in the language
	figures  locales.Translator // grouping and decimal marks, of the formats
	texts    *catalogue
	words    func() *intake.Words
}

// NewSpeaker loads a language. Unknown formats are replaced by those the
// language is usually written with.
func NewSpeaker(l Language, f Formats) *Speaker {
	s := &Speaker{language: l, texts: catalogueOf(l), words: quickWords(l)}
	return s.With(f)
}

// With returns a speaker of the same language with other formats. It costs next
// to nothing: the texts are shared.
func (s *Speaker) With(f Formats) *Speaker {
	other := *s
	own := layoutOf(f)
	if own.figures == nil {
		f = FormatsOf(s.language)
		own = layoutOf(f)
	}
	names := own
	if own.language != s.language {
		names = layoutOf(FormatsOf(s.language))
	}
	other.formats, other.layout = f, own
	other.names, other.figures = names.names(), own.figures()
	return &other
}

// Language returns the language spoken.
func (s *Speaker) Language() Language { return s.language }

// Formats returns the formats used.
func (s *Speaker) Formats() Formats { return s.formats }

// T returns the text of a key with its arguments put in. Where several sets of
// arguments are given, later ones win.
func (s *Speaker) T(key string, args ...Args) string {
	if text, ok := s.texts.look(key); ok {
		return text
	}
	text, err := s.texts.fill(key, nil, s.ready(args))
	if err != nil {
		return missing(key)
	}
	return text
}

// N returns the text of a key in the plural form that n takes. Its template may
// use {{.N}}, the number in figures; {{.Word}}, in words up to twelve; {{.Times}},
// how often that is (once, twice, three times); and {{.Capital}} and
// {{.TimesFirst}}, the same at the start of a sentence.
func (s *Speaker) N(key string, n int, args ...Args) string {
	ready := s.ready(args)
	ready["N"] = lazy(func() string { return s.Number(float64(n), 0) })
	ready["Word"] = lazy(func() string { return s.Word(n) })
	ready["Capital"] = lazy(func() string { return s.Capital(s.Word(n)) })
	ready["Times"] = lazy(func() string { return s.Times(n) })
	ready["TimesFirst"] = lazy(func() string { return s.Capital(s.Times(n)) })
	text, err := s.texts.fill(key, n, ready)
	if err != nil {
		return missing(key)
	}
	return text
}

// Word is the number in words up to twelve, in figures beyond.
func (s *Speaker) Word(n int) string {
	if n < 0 || n > 12 {
		return s.Number(float64(n), 0)
	}
	return s.T("number." + strconv.Itoa(n))
}

// Times is how often something happened: once, twice, three times.
func (s *Speaker) Times(n int) string {
	switch {
	case n == 1 || n == 2:
		return s.T("times." + strconv.Itoa(n))
	case n > 12: // German hyphenates a figure: dreimal, but 13-mal
		return s.T("times.figures", Args{"Count": s.Word(n)})
	}
	return s.T("times.many", Args{"Count": s.Word(n)})
}

// Capital makes the first letter a capital, as the language does it: Turkish
// "iki" becomes "İki".
func (s *Speaker) Capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return text
	}
	if s.language == Turkish {
		return string(unicode.TurkishCase.ToUpper(first)) + text[size:]
	}
	return string(unicode.ToUpper(first)) + text[size:]
}

// List joins words as the language lists them: "a, b and c".
func (s *Speaker) List(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return s.T("list.last", Args{"Before": strings.Join(words[:last], ", "), "Last": words[last]})
}

// has reports whether there is a text of this key.
func (s *Speaker) has(key string) bool {
	if _, ok := s.texts.look(key); ok {
		return true
	}
	_, known := s.texts.filled[key]
	return known
}

// counted reports whether the text of a key has plural forms.
func (s *Speaker) counted(key string) bool { return s.texts.filled[key] }

// lazy is an argument that is only worded if the template uses it. A sentence
// has more particulars than most languages put into it, and a review of ten
// thousand clients would format them all for nothing.
type lazy func() string

// String is called by the template.
func (l lazy) String() string { return l() }

func missing(key string) string { return "⟦" + key + "⟧" }

// ready merges the arguments and formats each.
func (s *Speaker) ready(sets []Args) Args {
	ready := make(Args)
	for _, args := range sets {
		maps.Copy(ready, args)
	}
	for name, value := range ready {
		ready[name] = s.value(value)
	}
	return ready
}

// value words one argument by what it is.
func (s *Speaker) value(v any) any {
	switch v := v.(type) {
	case rapport.Date:
		return s.Date(v)
	case rapport.Money:
		return s.Money(v)
	case int:
		return s.Number(float64(v), 0)
	case int64:
		return s.Number(float64(v), 0)
	case rapport.Kind:
		return s.Kind(v)
	case rapport.Verdict:
		return s.Verdict(v)
	case rapport.State:
		return s.State(v)
	case rapport.Side:
		return s.Side(v)
	default:
		return v
	}
}
