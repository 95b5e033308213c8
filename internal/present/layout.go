package present

import (
	"strings"

	"github.com/go-playground/locales"
	"github.com/go-playground/locales/de"
	"github.com/go-playground/locales/de_AT"
	"github.com/go-playground/locales/de_CH"
	"github.com/go-playground/locales/en_GB"
	"github.com/go-playground/locales/en_US"
	"github.com/go-playground/locales/nl"
	"github.com/go-playground/locales/nl_BE"
	"github.com/go-playground/locales/tr"
)

// layout is how a region writes what is made of figures.
//
// Names, grouping and decimal marks come from package locales, which is made
// from CLDR. The rest stands here, as CLDR 45 has it: the package writes years
// with two digits, puts the Dutch, Austrian and Swiss currency on the wrong side
// and gives the yen decimals.
type layout struct {
	language Language                  // whose names the region uses
	names    func() locales.Translator // of months and weekdays
	figures  func() locales.Translator // of grouping and decimal marks
	numeric  string                    // the date in figures, as a layout of package time
	money    string                    // where symbol (S) and number (N) stand
	percent  string                    // where the number (N) stands
}

// nbsp keeps a number and its unit on one line.
const nbsp = "\u00a0"

// layoutOf returns the layout of a region, the zero layout if there is none.
func layoutOf(f Formats) layout {
	switch f {
	case BritishFormats:
		return layout{English, en_GB.New, en_GB.New, "02/01/2006", "SN", "N%"}
	case AmericanFormats:
		return layout{English, en_US.New, en_US.New, "01/02/2006", "SN", "N%"}
	case GermanFormats:
		return layout{German, de.New, de.New, "02.01.2006", "N" + nbsp + "S", "N" + nbsp + "%"}
	case AustrianFormats:
		// Austrian grouping is a point in amounts and a space elsewhere; one
		// mark for both is what people expect of one screen.
		return layout{German, de_AT.New, de.New, "02.01.2006", "S" + nbsp + "N", "N" + nbsp + "%"}
	case SwissFormats:
		return layout{German, de_CH.New, de_CH.New, "02.01.2006", "S" + nbsp + "N", "N%"}
	case TurkishFormats:
		return layout{Turkish, tr.New, tr.New, "02.01.2006", "SN", "%N"}
	case DutchFormats:
		return layout{Dutch, nl.New, nl.New, "02-01-2006", "S" + nbsp + "N", "N%"}
	case BelgianFormats:
		return layout{Dutch, nl_BE.New, nl_BE.New, "2/01/2006", "S" + nbsp + "N", "N%"}
	default:
		return layout{}
	}
}

// monthFirst reports whether the month stands before the day.
func (l layout) monthFirst() bool { return strings.HasPrefix(l.numeric, "01") }

// separator is the mark between day, month and year.
func (l layout) separator() string {
	return l.numeric[strings.IndexAny(l.numeric, "./-"):][:1]
}
