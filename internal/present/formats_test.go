package present_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// spaces makes no-break spaces readable in tables of expectations.
func spaces(text string) string { return strings.ReplaceAll(text, "\u00a0", " ") }

func TestDatesAndFiguresFollowTheRegion(t *testing.T) {
	day := rapport.NewDate(2026, 6, 3)
	amount := rapport.Money{Minor: -348050, Currency: "EUR"}
	francs := rapport.Money{Minor: 1200, Currency: "CHF"}
	for _, c := range []struct {
		language present.Language
		formats  present.Formats
		want     string
	}{
		{present.English, present.BritishFormats, "3 Jun 2026|Wednesday 3 June 2026|03/06/2026|3 June|-€3,480.50|CHF 12.00|1,234.5|71%"},
		{present.English, present.AmericanFormats, "Jun 3, 2026|Wednesday, June 3, 2026|06/03/2026|June 3|-€3,480.50|CHF 12.00|1,234.5|71%"},
		{present.German, present.GermanFormats, "3. Juni 2026|Mittwoch, 3. Juni 2026|03.06.2026|3. Juni|-3.480,50 €|12,00 CHF|1.234,5|71 %"},
		{present.German, present.AustrianFormats, "3. Juni 2026|Mittwoch, 3. Juni 2026|03.06.2026|3. Juni|-€ 3.480,50|CHF 12,00|1.234,5|71 %"},
		{present.German, present.SwissFormats, "3. Juni 2026|Mittwoch, 3. Juni 2026|03.06.2026|3. Juni|-€ 3’480.50|CHF 12.00|1’234.5|71%"},
		{present.Turkish, present.TurkishFormats, "3 Haz 2026|3 Haziran 2026 Çarşamba|03.06.2026|3 Haziran|-€3.480,50|CHF 12,00|1.234,5|%71"},
		{present.Dutch, present.DutchFormats, "3 jun. 2026|woensdag 3 juni 2026|03-06-2026|3 juni|-€ 3.480,50|CHF 12,00|1.234,5|71%"},
		{present.Dutch, present.BelgianFormats, "3 jun. 2026|woensdag 3 juni 2026|3/06/2026|3 juni|-€ 3.480,50|CHF 12,00|1.234,5|71%"},
		{present.English, present.GermanFormats, "3 Jun 2026|Wednesday 3 June 2026|03.06.2026|3 June|-3.480,50 €|12,00 CHF|1.234,5|71 %"},
		{present.German, present.AmericanFormats, "3. Juni 2026|Mittwoch, 3. Juni 2026|06/03/2026|3. Juni|-€3,480.50|CHF 12.00|1,234.5|71%"},
	} {
		s := present.NewSpeaker(c.language, c.formats)
		got := spaces(strings.Join([]string{
			s.Date(day), s.DateLong(day), s.DateShort(day), s.DayMonth(day),
			s.Money(amount), s.Money(francs), s.Number(1234.5, 1), s.Percent(.714),
		}, "|"))
		if got != c.want {
			t.Errorf("%s with %s:\ngot  %s\nwant %s", c.language, c.formats, got, c.want)
		}
	}
}

func TestMoneyKnowsTheDecimalsAndSignOfItsCurrency(t *testing.T) {
	for want, m := range map[string]rapport.Money{
		"JPY 1,200": {Minor: 1200, Currency: "JPY"}, "KWD 1.250": {Minor: 1250, Currency: "KWD"},
		"£0.05": {Minor: 5, Currency: "GBP"}, "US$7.00": {Minor: 700, Currency: "USD"},
		"€90,071,992,547.41": {Minor: 9_007_199_254_741, Currency: "EUR"}, "₺0.00": {Currency: "TRY"},
	} {
		if got := spaces(present.NewSpeaker(present.English, present.BritishFormats).Money(m)); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	s := present.NewSpeaker(present.English, present.AmericanFormats)
	if got := s.Money(rapport.Money{Minor: 700, Currency: "USD"}); got != "$7.00" {
		t.Errorf("in America a dollar reads %q", got)
	}
	if got := s.MoneyRound(rapport.Money{Minor: -49, Currency: "EUR"}); got != "€0" {
		t.Errorf("a rounded trifle reads %q", got)
	}
}

func TestDaysAreToldFromToday(t *testing.T) {
	on := rapport.NewDate(2026, 6, 30) // a Tuesday
	s := present.NewSpeaker(present.English, present.BritishFormats)
	for days, want := range map[int]string{
		0: "today", -1: "yesterday", 1: "tomorrow", -4: "on Friday", -12: "12 days ago", 3: "in 3 days",
		-40: "on 21 May 2026", 40: "on 9 Aug 2026",
	} {
		if got := s.Relative(on.AddDays(days), on); got != want {
			t.Errorf("%d days away reads %q, want %q", days, got, want)
		}
	}
	for days, want := range map[int]string{1: "1 day", 12: "12 days", 21: "3 weeks", 790: "26 months", 1500: "4 years"} {
		if got := s.Span(days); got != want {
			t.Errorf("%d days last %q, want %q", days, got, want)
		}
	}
	if got := s.Day(on.AddDays(-400), on); got != "26 May 2025" {
		t.Errorf("a day of last year reads %q", got)
	}
	if got := s.Duration(80) + ", " + s.Duration(60) + ", " + s.Duration(20); got != "1 h 20 min, 1 h, 20 min" {
		t.Errorf("durations read %q", got)
	}
}

func TestADateIsReadAsTheRegionWritesIt(t *testing.T) {
	june := rapport.NewDate(2026, 6, 3)
	for _, c := range []struct {
		formats present.Formats
		text    string
		want    rapport.Date // zero: refused
	}{
		{present.BritishFormats, "03/06/2026", june}, {present.AmericanFormats, "06/03/2026", june},
		{present.AmericanFormats, "6/3/26", june}, {present.GermanFormats, "3.6.26", june},
		{present.GermanFormats, " 03.06.2026 ", june}, {present.DutchFormats, "3-6-2026", june},
		{present.GermanFormats, "2026-06-03", june}, {present.TurkishFormats, "3.06.2026", june},
		{present.GermanFormats, "30/06/2026", rapport.NewDate(2026, 6, 30)}, // only one day can be meant
		{present.GermanFormats, "06/30/2026", rapport.NewDate(2026, 6, 30)},
		{present.GermanFormats, "03/06/2026", 0}, {present.BritishFormats, "03.06.2026", 0}, // two could be
		{present.GermanFormats, "31.06.2026", 0}, {present.GermanFormats, "29.02.2027", 0},
		{present.BritishFormats, "13/13/2026", 0}, {present.BritishFormats, "yesterday", 0},
		{present.BritishFormats, "3 June 2026", june}, {present.BritishFormats, "June 3, 2026", june},
		{present.BritishFormats, "31 June 2026", 0}, {present.BritishFormats, "3/6", 0}, {present.BritishFormats, "", 0},
		{present.BritishFormats, "03/06/0026", 0}, {present.BritishFormats, "03/06/20260", 0}, {present.BritishFormats, "2026-02-30", 0},
	} {
		got, err := present.NewSpeaker(present.English, c.formats).ParseDate(c.text)
		if got != c.want || (err == nil) != (c.want != 0) {
			t.Errorf("%s reads %q as %v (%v), want %v", c.formats, c.text, got, err, c.want)
		}
	}
	german := present.NewSpeaker(present.German, present.GermanFormats)
	if got, err := german.ParseDate("3. Juni 2026"); got != june || err != nil {
		t.Errorf("a German month reads %v (%v)", got, err)
	}
}

func TestAnAmountIsReadAsTheRegionWritesIt(t *testing.T) {
	for _, c := range []struct {
		formats present.Formats
		text    string
		want    int64 // -1: refused
	}{
		{present.BritishFormats, "1,234.56", 123456}, {present.GermanFormats, "1.234,56", 123456},
		{present.GermanFormats, "1 234,56", 123456}, {present.GermanFormats, "1\u202f234,56 €", 123456},
		{present.SwissFormats, "1'234.56", 123456}, {present.SwissFormats, "1’234.56", 123456},
		{present.BritishFormats, "€3,480", 348000}, {present.GermanFormats, "3.000", 300000},
		{present.BritishFormats, "EUR 12", 1200}, {present.BritishFormats, "-110.7", -11070},
		{present.BritishFormats, "-€50", -5000}, {present.BritishFormats, "€-50", -5000},
		{present.BritishFormats, "3.000", -1}, {present.BritishFormats, "1.234,56", -1}, {present.GermanFormats, "1,234.56", -1},
		{present.GermanFormats, "12.34", -1}, {present.BritishFormats, "(50)", -1}, {present.BritishFormats, "$5", -1},
		{present.BritishFormats, "1,2,3", -1}, {present.BritishFormats, "", -1}, {present.BritishFormats, "-", -1},
		{present.BritishFormats, "12.", -1}, {present.BritishFormats, ".5", -1}, {present.BritishFormats, "1 000,5", -1},
		{present.BritishFormats, "twelve", -1}, {present.BritishFormats, "12,34", -1}, {present.BritishFormats, "99999999999999999999", -1},
	} {
		got, err := present.NewSpeaker(present.English, c.formats).ParseMoney(c.text, "EUR")
		if c.want == -1 && err == nil || c.want != -1 && (err != nil || got.Minor != c.want) {
			t.Errorf("%s reads %q as %v (%v), want %d", c.formats, c.text, got, err, c.want)
		}
	}
}

func TestAnotherCurrencyIsNeverTakenForTheOneWanted(t *testing.T) {
	s := present.NewSpeaker(present.English, present.BritishFormats)
	for _, text := range []string{"£50", "50 GBP", "TRY 50"} {
		if _, err := s.ParseMoney(text, "EUR"); !errors.Is(err, rapport.ErrAmountCurrency) {
			t.Errorf("%q is refused with %v", text, err)
		}
	}
}

func TestWhatIsWrittenIsReadBack(t *testing.T) {
	var all []*present.Speaker
	for _, l := range present.Languages() {
		for _, f := range present.AllFormats() {
			all = append(all, present.NewSpeaker(l, f))
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		s := all[rapid.IntRange(0, len(all)-1).Draw(t, "formats")]
		day := rapport.Date(rapid.Int32Range(int32(rapport.MinDate), int32(rapport.MaxDate)).Draw(t, "day"))
		if got, err := s.ParseDate(s.DateShort(day)); err != nil || got != day {
			t.Fatalf("%s is read back as %v (%v)", s.DateShort(day), got, err)
		}
		currency := rapid.SampledFrom([]rapport.Currency{"EUR", "GBP", "TRY", "USD", "JPY", "KWD", "CHF"}).Draw(t, "currency")
		m := rapport.Money{Minor: rapid.Int64Range(-9e12, 9e12).Draw(t, "minor"), Currency: currency}
		if got, err := s.ParseMoney(s.Money(m), currency); err != nil || got != m {
			t.Fatalf("%q is read back as %v (%v), want %v", s.Money(m), got, err, m)
		}
		n := float64(rapid.IntRange(-1e9, 1e9).Draw(t, "tenths")) / 10
		if got, err := s.ParseNumber(s.Number(n, 1)); err != nil || got != n {
			t.Fatalf("%q is read back as %v (%v)", s.Number(n, 1), got, err)
		}
	})
}

func TestAnAmountForAFieldIsReadBackFromIt(t *testing.T) {
	m := rapport.Money{Minor: -123450, Currency: "EUR"}
	for _, f := range present.AllFormats() {
		s := present.NewSpeaker(present.German, f)
		if got, err := s.ParseMoney(s.Amount(m), "EUR"); err != nil || got != m {
			t.Errorf("%s: %q is read back as %v (%v)", f, s.Amount(m), got, err)
		}
		if err := s.Currency().Check(); err != nil {
			t.Errorf("%s: the first guess for a currency is %q", f, s.Currency())
		}
	}
	if got := english().WeekStart(); got != time.Monday {
		t.Errorf("a British week begins on %s", got)
	}
	if got := present.NewSpeaker(present.English, present.AmericanFormats).WeekStart(); got != time.Sunday {
		t.Errorf("an American week begins on %s", got)
	}
}
