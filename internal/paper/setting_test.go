package paper

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/rapport-desktop/rapport/internal/present"
)

func TestLinesFitAndSayEverything(t *testing.T) {
	s := set(t, present.Document{})
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune("abcWMğß é-   \n"))).Draw(t, "text")
		w := rapid.Float64Range(8, 160).Draw(t, "width")
		lines := s.wrap(body, text, w)
		s.font(body)
		for _, line := range lines {
			if got := s.pdf.GetStringWidth(line); got > w+0.01 && len([]rune(line)) > 1 {
				t.Fatalf("%q is %.1f wide, in a column of %.1f", line, got, w)
			}
		}
		plain := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if plain(strings.Join(lines, "")) != plain(text) {
			t.Fatalf("%q became %q", text, lines)
		}
		if exact := strings.Join(s.wrapExact(exact, strings.ReplaceAll(text, "\n", " "), w), ""); exact != strings.ReplaceAll(text, "\n", " ") {
			t.Fatalf("to be copied, %q became %q", text, exact)
		}
	})
}

func TestColumnsFillThePageAndNoMore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 6).Draw(t, "columns")
		asked, least := make([]float64, n), make([]float64, n)
		for i := range n {
			asked[i] = rapid.Float64Range(1, 900).Draw(t, "asked")
			least[i] = min(asked[i], width/float64(n), rapid.Float64Range(1, 300).Draw(t, "least"))
		}
		total := 0.0
		for i, w := range shareOut(width, asked, least) {
			if w < least[i]-0.01 {
				t.Fatalf("column %d is %.1f wide and needs %.1f", i, w, least[i])
			}
			total += w
		}
		if total < width-0.01 || total > width+0.01 {
			t.Fatalf("the columns are %.2f wide together, not %.2f", total, width)
		}
	})
}

func TestWhatIsTooLongGoesOnOverPages(t *testing.T) {
	long := strings.Repeat("Donaudampfschifffahrtsgesellschaft", 30)
	note := strings.Repeat("Ein Satz, der sich wiederholt. ", 1<<20/31)
	cell := strings.Repeat("viel Text in einer Zelle ", 600)
	for name, block := range map[string]present.Block{
		"a note of a megabyte": present.Text{Body: note},
		"a word without end":   present.Heading{Text: long},
		"a fact":               present.Chained{Day: "30.06.2026", What: long, Text: note[:100_000], Hash: "ab"},
		"a cell":               present.Grid{Head: []string{"a", long}, Rows: [][]string{{long, cell}, {"kurz", "kurz"}}},
		"a pair":               present.Details{Rows: []present.Pair{{Label: long, Value: cell}}},
		"lines to copy":        present.Text{Body: note[:100_000], Style: present.Exact},
		"a list":               present.Points{Items: []string{long, cell}},
		"a table of no rows":   present.Grid{Head: []string{"a"}},
		"a row too short":      present.Grid{Head: []string{"a", "b"}, Rows: [][]string{{"only one"}}},
		"nothing":              present.Text{},
	} {
		t.Run(name, func(t *testing.T) {
			s := set(t, present.Document{Title: long, Page: "{page} / {pages}", Blocks: []present.Block{block, block}})
			if s.y > bottom+gap*3 {
				t.Errorf("the last line ends at %.1f mm, below the page", s.y)
			}
			if err := s.pdf.Error(); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestTheHeadOfATableIsSaidAgainOnEveryPage(t *testing.T) {
	g := present.Grid{Head: []string{"Nummer", "Betrag"}, Right: []bool{false, true}}
	for n := range 120 {
		g.Rows = append(g.Rows, []string{fmt.Sprint("2026-", n), "1,00 €"})
	}
	d := present.Document{Title: "Lang", Page: "Seite {page} von {pages}", Blocks: []present.Block{g}}
	pages := set(t, d).pdf.PageCount()
	text := textOf(t, d)
	if heads := strings.Count(text, "Nummer"); pages < 3 || heads != pages {
		t.Errorf("%d pages, and the head stands there %d times", pages, heads)
	}
	if titles := strings.Count(text, "Lang"); titles != pages {
		t.Errorf("%d pages, and the title stands there %d times", pages, titles)
	}
	if last := fmt.Sprintf("Seite %d von %d", pages, pages); !strings.Contains(text, last) {
		t.Errorf("no page says %q", last)
	}
}

// Whatever somebody typed or imported, it can be put on paper.
func TestAnyTextCanBeSet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		any := rapid.String()
		a, b := any.Draw(t, "a"), any.Draw(t, "b")
		d := present.Document{Title: a, Subject: b, Language: "tr", Page: b, Unprintable: a, Bare: rapid.Bool().Draw(t, "bare"),
			Blocks: []present.Block{
				present.Heading{Text: a}, present.Text{Body: b}, present.Text{Body: a, Style: present.Exact}, present.Text{Body: b, Style: present.Right},
				present.Details{Rows: []present.Pair{{Label: a, Value: b}}}, present.Points{Items: []string{a, b}},
				present.Grid{Head: []string{a, b}, Right: []bool{false, true}, Rows: [][]string{{b, a}}, Total: []string{a, b}},
				present.Chained{Day: a, What: b, Text: a, Hash: b},
			}}
		if err := PDF(io.Discard, d); err != nil {
			t.Fatalf("as PDF: %v", err)
		}
		if err := HTML(io.Discard, d); err != nil {
			t.Fatalf("as HTML: %v", err)
		}
	})
}
