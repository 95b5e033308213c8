package present_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// speakers returns one speaker a language, with the language's own formats.
func speakers() map[present.Language]*present.Speaker {
	all := make(map[present.Language]*present.Speaker)
	for _, l := range present.Languages() {
		all[l] = present.NewSpeaker(l, present.FormatsOf(l))
	}
	return all
}

func TestTheLanguageIsFoundAmongSystemTags(t *testing.T) {
	for tags, want := range map[string]present.Language{
		"de_AT.UTF-8": present.German, "nl-BE": present.Dutch, "TR": present.Turkish, "en_US": present.English,
		"C": present.English, "": present.English, "fr_FR.UTF-8": present.English, "POSIX": present.English,
		"fr:de:en": present.German, "de_DE@euro": present.German, "trk": present.English,
	} {
		if got := present.MatchLanguage(tags); got != want {
			t.Errorf("%q is taken for %q, want %q", tags, got, want)
		}
	}
	if got := present.MatchLanguage("fr", "nl"); got != present.Dutch {
		t.Errorf("the second tag is taken for %q, want nl", got)
	}
}

func TestTheFormatsAreFoundAmongSystemTags(t *testing.T) {
	for tags, want := range map[string]present.Formats{
		"de_AT.UTF-8": present.AustrianFormats, "de": present.GermanFormats, "de_LU": present.GermanFormats,
		"en_US": present.AmericanFormats, "en_IE": present.BritishFormats, "nl-be": present.BelgianFormats,
		"C": present.BritishFormats, "fr_FR:tr_TR": present.TurkishFormats,
	} {
		if got := present.MatchFormats(tags); got != want {
			t.Errorf("%q is taken for %q, want %q", tags, got, want)
		}
	}
}

func TestFormatsNobodyChoseAreTheSystemsOrTheLanguages(t *testing.T) {
	if got := present.FormatsFor(present.German, "de_CH.UTF-8"); got != present.SwissFormats {
		t.Errorf("German on a Swiss system is written %q", got)
	}
	if got := present.FormatsFor(present.German, "en_US.UTF-8"); got != present.GermanFormats {
		t.Errorf("German on an American system is written %q", got)
	}
}

func TestOtherFormatsKeepTheLanguage(t *testing.T) {
	s := present.NewSpeaker(present.Turkish, present.TurkishFormats)
	other := s.With(present.GermanFormats)
	if other.Language() != present.Turkish || other.Formats() != present.GermanFormats || s.Formats() != present.TurkishFormats {
		t.Errorf("got %s with %s; the first has %s", other.Language(), other.Formats(), s.Formats())
	}
}

func TestUnknownFormatsGiveWayToTheLanguagesOwn(t *testing.T) {
	s := present.NewSpeaker(present.Dutch, "xx-XX")
	if s.Formats() != present.DutchFormats {
		t.Errorf("formats are %q, want nl-NL", s.Formats())
	}
}

func TestATextThatDoesNotExistIsShownAsItsKey(t *testing.T) {
	s := present.NewSpeaker(present.English, present.BritishFormats)
	for name, got := range map[string]string{
		"no such text":         s.T("nowhere.at_all"),
		"an argument missing":  s.T("head.strain"),
		"no such plural":       s.N("nowhere.at_all", 3),
		"a plural not offered": s.N("kind.demand", 3),
	} {
		if !strings.HasPrefix(got, "⟦") {
			t.Errorf("%s: got %q, want a key in ⟦⟧", name, got)
		}
	}
}

func TestNumbersInSentencesAreWordsUpToTwelve(t *testing.T) {
	want := map[present.Language][3]string{
		present.English: {"One client needs a decision", "Two clients need a decision", "13 clients need a decision"},
		present.German:  {"Ein Kunde braucht eine Entscheidung", "Zwei Kunden brauchen eine Entscheidung", "13 Kunden brauchen eine Entscheidung"},
		present.Turkish: {"Bir müşteri karar bekliyor", "İki müşteri karar bekliyor", "13 müşteri karar bekliyor"},
		present.Dutch:   {"Eén klant vraagt om een beslissing", "Twee klanten vragen om een beslissing", "13 klanten vragen om een beslissing"},
	}
	for l, s := range speakers() {
		for i, n := range []int{1, 2, 13} {
			if got := s.N("answer.decide", n); got != want[l][i] {
				t.Errorf("%s, %d: got %q, want %q", l, n, got, want[l][i])
			}
		}
	}
}

func TestWordsAreListedAsTheLanguageListsThem(t *testing.T) {
	s := present.NewSpeaker(present.German, present.GermanFormats)
	for _, c := range []struct {
		words []string
		want  string
	}{{nil, ""}, {[]string{"a"}, "a"}, {[]string{"a", "b"}, "a und b"}, {[]string{"a", "b", "c"}, "a, b und c"}} {
		if got := s.List(c.words); got != c.want {
			t.Errorf("%v is listed as %q, want %q", c.words, got, c.want)
		}
	}
}

func TestAProblemAnywhereInTheChainHasItsOwnSentence(t *testing.T) {
	s := present.NewSpeaker(present.English, present.BritishFormats)
	future := rapport.Refuse(rapport.ErrDateFuture, rapport.Args{
		"date": rapport.NewDate(2026, 7, 1), "today": rapport.NewDate(2026, 6, 30),
	})
	got := s.Error(fmt.Errorf("logging: %w", errors.Join(errors.New("first"), future)))
	if !strings.HasPrefix(got, "1 Jul 2026 lies after today, 30 Jun 2026,") {
		t.Errorf("got %q", got)
	}
}

func TestAFieldIsCalledByItsNameAndAnAmountIsFormatted(t *testing.T) {
	s := present.NewSpeaker(present.German, present.GermanFormats)
	got := s.Error(rapport.Refuse(rapport.ErrTextEmpty, rapport.Args{"field": "since"}))
	if !strings.Contains(got, "„Zusammenarbeit seit“") {
		t.Errorf("got %q", got)
	}
	got = s.Error(rapport.Refuse(rapport.ErrPaidTooMuch, rapport.Args{"open": rapport.Money{Minor: 123456, Currency: "EUR"}}))
	if !strings.Contains(got, "1.234,56\u00a0€") {
		t.Errorf("got %q", got)
	}
}

func TestWhatSomebodyTypedIsQuotedShort(t *testing.T) {
	s := present.NewSpeaker(present.English, present.BritishFormats)
	long := strings.Repeat("ä", 5000)
	got := s.Error(rapport.Refuse(rapport.ErrKindUnknown, rapport.Args{"value": long}))
	if strings.Contains(got, long) || !strings.Contains(got, strings.Repeat("ä", 60)+"…") {
		t.Errorf("got %d bytes: %.120q", len(got), got)
	}
}

func TestAnUnexpectedErrorKeepsItsDetail(t *testing.T) {
	s := present.NewSpeaker(present.Turkish, present.TurkishFormats)
	if got := s.Error(errors.New("disk on fire")); !strings.Contains(got, "disk on fire") {
		t.Errorf("got %q", got)
	}
	unknown := &rapport.Problem{Code: "of_the_future"}
	if got := s.Error(unknown); strings.Contains(got, "⟦") || !strings.Contains(got, "of_the_future") {
		t.Errorf("a problem without a sentence reads %q", got)
	}
	careless := rapport.Refuse(rapport.ErrDateFuture, nil)
	if got := s.Error(careless); strings.Contains(got, "⟦") {
		t.Errorf("a problem without its arguments reads %q", got)
	}
	if got := s.Error(fmt.Errorf("import: %w", context.Canceled)); strings.Contains(got, "import") {
		t.Errorf("a cancelled job reads %q", got)
	}
	if got := s.Error(nil); got != "" {
		t.Errorf("no error reads %q", got)
	}
}

func TestTablesHoldAPrefixInEveryLanguage(t *testing.T) {
	tables := present.Tables("verdict.")
	if len(tables) != len(present.Languages()) || tables[present.German]["extra_mile"] != "Extrameile" {
		t.Errorf("got %v", tables)
	}
	if _, counted := present.Tables("answer.")[present.English]["decide"]; counted {
		t.Error("a text with plural forms stands in a table of plain texts")
	}
}

func BenchmarkLoadingALanguage(b *testing.B) {
	for b.Loop() {
		present.NewSpeaker(present.German, present.GermanFormats)
	}
}

func TestAnArgumentIsFormattedByWhatItIs(t *testing.T) {
	s := present.NewSpeaker(present.German, present.GermanFormats)
	for want, v := range map[string]any{
		"1.234": 1234, "5.678": int64(5678), "Lob": rapport.Praise, "Extrameile": rapport.ExtraMile, "Aktiv": rapport.Active,
		"Von dir": rapport.Ours, "30. Juni 2026": rapport.NewDate(2026, 6, 30), "wie gesagt": "wie gesagt",
		"12,00\u00a0€": rapport.Money{Minor: 1200, Currency: "EUR"},
	} {
		if got := s.T("facts.since", present.Args{"Month": v}); got != "Zusammenarbeit seit "+want+"." {
			t.Errorf("%v reads %q", v, got)
		}
	}
}

func TestRatingsAreWordedAndWhatWasNotSaidHasItsWord(t *testing.T) {
	s := present.NewSpeaker(present.English, present.BritishFormats)
	for want, got := range map[string]string{
		"extreme": s.Severity(5), "hardly worth noting": s.Severity(-3), "exhausted": s.Energy(9), "none": s.Energy(0),
		"calm": s.Anger(1), "irritated": s.Anger(4), "angry": s.Anger(7), "furious": s.Anger(10),
		"not sure yet": s.Justified(""), "within what was agreed": s.Scope(""), "Phone": s.Channel(rapport.ByPhone),
		"A good word about your work": s.KindHint(rapport.Praise), "Conduct": s.Part("conduct"), "Name": s.Field("name"),
		"Write down what happens from now on, the good things too.": s.Next(assess.NextRecord),
		"No, it goes on": s.Option(assess.AskIsHardshipOver, "still"), "Nederlands": present.Dutch.Own(),
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestTheWordsOfTheQuickLineAreThere(t *testing.T) {
	if words := speakers()[present.Turkish].Words(); words == nil {
		t.Error("no words")
	}
}

func TestHowOftenIsSaidAsPeopleSayIt(t *testing.T) {
	for l, want := range map[present.Language][]string{
		present.English: {"once", "twice", "three times", "13 times"},
		present.German:  {"einmal", "zweimal", "dreimal", "13-mal"},
		present.Turkish: {"bir kez", "iki kez", "üç kez", "13 kez"},
		present.Dutch:   {"één keer", "twee keer", "drie keer", "13 keer"},
	} {
		for i, n := range []int{1, 2, 3, 13} {
			if got := speakers()[l].Times(n); got != want[i] {
				t.Errorf("%s, %d: got %q, want %q", l, n, got, want[i])
			}
		}
	}
}
