package intake_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/rapport-desktop/rapport/internal/intake"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

func TestNamesThatAreTheSame(t *testing.T) {
	for _, pair := range [][2]string{
		{"Müller", "MUELLER"}, {"Straße", "strasse"}, {"STRAẞE", "Straße"}, {"IŞIK", "ışık"}, {"İzmir", "izmir"},
		{"  Harbour \u00a0 Studio ", "harbour studio"}, {"O’Brien", "O'Brien"}, {norm.NFD.String("Güneş Ajans"), norm.NFC.String("Güneş Ajans")},
		{"Ac\u200bme", "Acme"}, {"\u202eAcme", "acme"}, {"ÅSA", "åsa"}, {"A\u00ad\u0300", "à"}, {"J\u030c", "ǰ"},
	} {
		if a, b := intake.Fold(pair[0]), intake.Fold(pair[1]); a != b {
			t.Errorf("%q folds to %q, %q to %q", pair[0], a, pair[1], b)
		}
	}
	for _, pair := range [][2]string{{"Müller", "Muller"}, {"Café", "Cafe"}, {"A B", "AB"}, {"Acme", "Acme."}} {
		if intake.Fold(pair[0]) == intake.Fold(pair[1]) {
			t.Errorf("%q and %q fold to one", pair[0], pair[1])
		}
	}
}

func TestFindingAName(t *testing.T) {
	names := clients("Acme", "Acme Retail", "Harbour Studio", "Van Dijk Bouw", "Van Dijk Advies", "Güneş Ajans", "Müller", "Mueller", "山田商店", "!!!")
	for _, c := range []struct {
		text  string
		level intake.Certainty
		found []string
	}{
		{"acme", intake.Exact, []string{"Acme"}},
		{"acme r", intake.Start, []string{"Acme Retail"}},
		{"Müller", intake.Exact, []string{"Müller"}},
		{"MÜLLER", intake.Several, []string{"Müller", "Mueller"}},
		{"muller", intake.Alike, []string{"Müller"}},
		{"gunes ajans", intake.Alike, []string{"Güneş Ajans"}},
		{"harbour-studio", intake.Alike, []string{"Harbour Studio"}},
		{"har", intake.Start, []string{"Harbour Studio"}},
		{"h", intake.Unknown, nil},
		{"van", intake.Several, []string{"Van Dijk Advies", "Van Dijk Bouw"}},
		{"bouw", intake.Start, []string{"Van Dijk Bouw"}},
		{"bo", intake.Unknown, nil},
		{"habour", intake.Near, []string{"Harbour Studio"}},
		{"harbuor studoi", intake.Near, []string{"Harbour Studio"}},
		{"van dijk buow", intake.Near, []string{"Van Dijk Bouw"}},
		{"zebra", intake.Unknown, nil},
		{"山田商店", intake.Exact, []string{"山田商店"}},
		{"!!!", intake.Exact, []string{"!!!"}},
		{"???", intake.Unknown, nil},
		{"", intake.Unknown, nil},
	} {
		m := names.Find(c.text)
		got := []string{m.Found.Name}
		if !m.Sure() {
			got = nil
			for _, candidate := range m.Candidates {
				got = append(got, candidate.Name)
			}
		}
		if m.Certainty != c.level || !slices.Equal(got, c.found) {
			t.Errorf("%q: level %d %v, want %d %v", c.text, m.Certainty, got, c.level, c.found)
		}
		if (m.Problem() == nil) != m.Sure() {
			t.Errorf("%q: sure is %t, the problem %v", c.text, m.Sure(), m.Problem())
		}
	}
}

func TestAMatchThatIsNotSureNamesItsCandidates(t *testing.T) {
	p := clients("Harbour Studio", "Harvour Works").Find("habour").Problem()
	if !errors.Is(p, intake.ErrNameNear) || p.Args["candidates"] != "Harbour Studio, Harvour Works" {
		t.Errorf("got %v", p)
	}
}

func TestNearIsAFewSlipsAndNotMore(t *testing.T) {
	for _, c := range []struct {
		text, name string
		near       bool
	}{
		{"acne", "Acme", true}, {"amce", "Acme", true}, {"amec", "Acme", false},
		{"lindqivst", "Lindqvist", true}, {"lindkwist", "Lindqvist", true}, {"linkwis", "Lindqvist", false},
		{"osmam tekstiles", "Osman Textiles", true}, {"osnam tekstils", "Osman Textiles", false},
	} {
		m := intake.Find(c.text, []intake.Named{{Name: c.name}})
		if got := m.Certainty == intake.Near; got != c.near {
			t.Errorf("%s for %s: near is %t", c.text, c.name, got)
		}
	}
}

func manyNames(n int) []intake.Named {
	firsts := []string{"Harbour", "Lindqvist", "Osman", "Van Dijk", "Güneş", "Müller", "Novak", "Silva", "Kowalski", "Brandt"}
	seconds := []string{"Studio", "Textiles", "Bouw", "Ajans", "Media", "Consulting", "Foods", "Legal", "Systems", "Partners"}
	named := make([]intake.Named, n)
	for i := range named {
		named[i] = intake.Named{ID: rapport.NewID(), Name: fmt.Sprintf("%s %s %d", firsts[i%10], seconds[i/10%10], i)}
	}
	return named
}

func BenchmarkFind(b *testing.B) {
	names := intake.NewNames(manyNames(10_000))
	for what, text := range map[string]string{"exact": "osman textiles 12", "start": "osman tex", "near": "osmna textlies 12"} {
		b.Run(what, func(b *testing.B) {
			for b.Loop() {
				names.Find(text)
			}
		})
	}
}

func BenchmarkParseLine(b *testing.B) {
	in := intake.LineContext{Words: words(b, "en"), Clients: intake.NewNames(manyNames(10_000)), Today: today}
	for what, text := range map[string]string{
		"known":   "osman textiles 12 complaint unfair 3 e4 20m yesterday asked for a fourth redesign",
		"unknown": "zebra consulting complaint unfair 3 e4 20m yesterday asked for a fourth redesign",
	} {
		b.Run(what, func(b *testing.B) {
			for b.Loop() {
				intake.ParseLine(text, in)
			}
		})
	}
}
