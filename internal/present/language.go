package present

import (
	"slices"
	"strings"
)

// Language is a language the program speaks, by its two-letter code.
type Language string

// The languages.
const (
	English Language = "en"
	German  Language = "de"
	Turkish Language = "tr"
	Dutch   Language = "nl"
)

// Languages returns every language, in the order they are offered.
func Languages() []Language { return []Language{English, German, Turkish, Dutch} }

// Own is the language's name in itself: the only name that whoever looks for it
// is sure to recognise.
func (l Language) Own() string {
	switch l {
	case German:
		return "Deutsch"
	case Turkish:
		return "Türkçe"
	case Dutch:
		return "Nederlands"
	default:
		return "English"
	}
}

// MatchLanguage returns the first language among the tags that the program
// speaks, English if none. It reads language tags (de-AT) and the values of
// environment variables (de_AT.UTF-8, "de:en").
func MatchLanguage(tags ...string) Language {
	for base := range split(tags) {
		if l := Language(base); slices.Contains(Languages(), l) {
			return l
		}
	}
	return English
}

// Formats are a region's way to write dates, numbers and money, by its tag.
type Formats string

// The formats.
const (
	BritishFormats  Formats = "en-GB"
	AmericanFormats Formats = "en-US"
	GermanFormats   Formats = "de-DE"
	AustrianFormats Formats = "de-AT"
	SwissFormats    Formats = "de-CH"
	TurkishFormats  Formats = "tr-TR"
	DutchFormats    Formats = "nl-NL"
	BelgianFormats  Formats = "nl-BE"
)

// AllFormats returns every set of formats, in the order they are offered.
func AllFormats() []Formats {
	return []Formats{
		BritishFormats, AmericanFormats, GermanFormats, AustrianFormats,
		SwissFormats, TurkishFormats, DutchFormats, BelgianFormats,
	}
}

// FormatsOf returns the formats a language is written with when nobody says
// otherwise.
func FormatsOf(l Language) Formats {
	switch l {
	case German:
		return GermanFormats
	case Turkish:
		return TurkishFormats
	case Dutch:
		return DutchFormats
	default:
		return BritishFormats
	}
}

// MatchFormats returns the formats of the first tag whose language is known: of
// its region if there are such, else the language's own. It reads what
// [MatchLanguage] reads.
func MatchFormats(tags ...string) Formats {
	for base, region := range split(tags) {
		if f := Formats(base + "-" + region); slices.Contains(AllFormats(), f) {
			return f
		}
		if l := Language(base); slices.Contains(Languages(), l) {
			return FormatsOf(l)
		}
	}
	return BritishFormats
}

// FormatsFor returns the formats for a language where nobody chose any: the
// system's, if the system speaks that language, else the language's own.
func FormatsFor(l Language, system ...string) Formats {
	if MatchLanguage(system...) == l {
		return MatchFormats(system...)
	}
	return FormatsOf(l)
}

// split yields language and region of each tag, in order.
func split(tags []string) func(yield func(base, region string) bool) {
	return func(yield func(base, region string) bool) {
		for _, list := range tags {
			for tag := range strings.SplitSeq(list, ":") {
				tag, _, _ = strings.Cut(tag, ".")
				tag, _, _ = strings.Cut(tag, "@")
				base, region, _ := strings.Cut(strings.ReplaceAll(tag, "_", "-"), "-")
				if !yield(strings.ToLower(base), strings.ToUpper(region)) {
					return
				}
			}
		}
	}
}
