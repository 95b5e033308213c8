package cli

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/mattn/go-runewidth"
	"pgregory.net/rapid"

	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

func TestPeekFindsWhatStandsBeforeTheParser(t *testing.T) {
	for _, c := range []struct {
		line string
		want globals
	}{
		{"--book a.rapport review", globals{book: "a.rapport"}},
		{"review --lang=de --book=b", globals{book: "b", lang: "de"}},
		{"log acme -- --lang de", globals{}},
		{"review --lang", globals{}},
		{"__complete --lang tr client show", globals{lang: "tr"}},
	} {
		if got := peek(strings.Fields(c.line)); got != c.want {
			t.Errorf("%q gives %+v, want %+v", c.line, got, c.want)
		}
	}
}

func TestWrapKeepsEveryLetterAndTheWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`([a-zäßğ日本]{1,30} {1,3}){0,20}`).Draw(t, "text")
		width := rapid.IntRange(10, 60).Draw(t, "width")
		lines := wrap(text, width)
		for _, line := range lines {
			if runewidth.StringWidth(line) > width {
				t.Fatalf("%q is wider than %d", line, width)
			}
		}
		if got, want := strings.ReplaceAll(strings.Join(lines, ""), " ", ""), strings.ReplaceAll(text, " ", ""); got != want {
			t.Fatalf("wrapping made %q of %q", got, want)
		}
	})
}

func TestATableKeepsToThePaperAndCutsNoReason(t *testing.T) {
	var out bytes.Buffer
	p := newPaper(&out, 48, false)
	table := newTable(column{head: "Name", fit: cut}, column{head: "Sum", right: true}, column{}, column{head: "Why", fit: flows})
	table.add("A rather long name of a studio", "7", "", "it came before the friction and explains it")
	table.add("日本", "1,200", "", "short")
	p.table(2, table)
	if err := p.flush(); err != nil {
		t.Fatal(err)
	}
	want := `  Name                  Sum  Why
  A rather long nam…      7  it came before the
                             friction and
                             explains it
  日本                1,200  short
`
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestATableIsNeverWiderThanThePaper(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var out bytes.Buffer
		p := newPaper(&out, rapid.IntRange(60, 120).Draw(t, "width"), true)
		table := newTable(column{fit: cut}, column{right: true}, column{fit: flows})
		word := rapid.StringMatching(`[a-zé日]{0,12}( [a-zé日]{1,12}){0,8}`)
		for range rapid.IntRange(1, 5).Draw(t, "rows") {
			table.put(cell{text: word.Draw(t, "name"), paint: p.bold}, cell{text: "12"}, cell{text: word.Draw(t, "why")})
		}
		p.table(2, table)
		if err := p.flush(); err != nil {
			t.Fatal(err)
		}
		plain := strings.NewReplacer("\x1b[1m", "", "\x1b[0m", "").Replace(out.String())
		for line := range strings.Lines(plain) {
			line = strings.TrimSuffix(line, "\n")
			if runewidth.StringWidth(line) > p.width || strings.HasSuffix(line, " ") {
				t.Fatalf("%q does not fit %d", line, p.width)
			}
		}
	})
}

func TestShortIDsGrowUntilTheyTellApart(t *testing.T) {
	var all []rapport.Obligation
	for range 300 {
		all = append(all, rapport.Obligation{ID: rapport.NewID(), What: "sketches"})
	}
	n := shortLength(all)
	if n < leastShort {
		t.Fatalf("ids of %d letters", n)
	}
	for _, o := range all {
		found, err := pick(all, strings.ToUpper(shortID(o.ID, n)))
		if err != nil || found.ID != o.ID {
			t.Fatalf("%s finds %v, %v", shortID(o.ID, n), found.ID, err)
		}
		if found, err = pick(all, o.ID.String()); err != nil || found.ID != o.ID {
			t.Fatalf("the whole id finds %v, %v", found.ID, err)
		}
	}
	if _, err := pick(all, "sketches"); exitCode(err) != doubtful {
		t.Errorf("300 sketches are no doubt: %v", err)
	}
	if _, err := pick(all, "sculptures"); exitCode(err) != failed {
		t.Errorf("what is not there was found: %v", err)
	}
}

func TestALineToCopyIsSafeInAShell(t *testing.T) {
	for text, want := range map[string]string{
		"Harbour Studio": `"Harbour Studio"`,
		"Mia's":          `"Mia's"`,
		"$(rm -r x)":     `'$(rm -r x)'`,
		"a`b'c":          `'a` + "`" + `b'\''c'`,
		"two\nlines":     `"two lines"`,
	} {
		if got := quoted(text); got != want {
			t.Errorf("%q is quoted as %s, want %s", text, got, want)
		}
	}
}

func TestSparkAndBarStayWithinTheirRoom(t *testing.T) {
	if got := spark([]float64{0, 10, 42, 83, 84, 100}); got != "▁▁▅███" {
		t.Errorf("the line is %s", got)
	}
	for _, c := range []struct {
		value float64
		want  string
	}{{0, "█░░░░░░░"}, {4, "████░░░░"}, {80, "████████"}} {
		if got := bar(c.value, decibansTop); got != c.want {
			t.Errorf("%v is drawn as %s", c.value, got)
		}
	}
}

func TestHoursAreReadAsPeopleWriteThem(t *testing.T) {
	a, _ := slow(0) // in English, whose decimal mark is a point
	for text, want := range map[string]int{
		"7.5": 450, "7:30": 450, "0:05": 5, "12": 720, " 2.25 ": 135, "": 0, "1,200": 72000,
		"7:75": -1, "7:5": -1, "-3": -1, "1:00:00": -1, "NaN": -1, "1e9": -1, "+Inf": -1, "7h": -1, ":30": -1,
	} {
		got, err := a.parseHours(context.Background(), text)
		if err != nil {
			got = -1
		}
		if got != want || err != nil && exitCode(err) != wrongUse {
			t.Errorf("%q is read as %d minutes, want %d: %v", text, got, want, err)
		}
	}
}

func TestHoursThatReadTwoWaysAreRefused(t *testing.T) {
	a, _ := slow(0)
	a.flags.lang = "de" // whose decimal mark is a comma
	for text, want := range map[string]int{"7,5": 450, "7.5": 450, "1.250": -1, "7:30": 450} {
		got, err := a.parseHours(context.Background(), text)
		if err != nil {
			got = -1
		}
		if got != want {
			t.Errorf("%q is read as %d minutes, want %d: %v", text, got, want, err)
		}
	}
}

func TestANameIsQuotedOnlyWhereAShellNeedsIt(t *testing.T) {
	for name, want := range map[string]string{"Kaya": "Kaya", "Bräu": "Bräu", "Harbour Studio": `"Harbour Studio"`, "a&b": `"a&b"`, "": `""`} {
		if got := typed(name); got != want {
			t.Errorf("%q is typed as %s, want %s", name, got, want)
		}
	}
}

func TestOneWordBehindAClientIsTheQuestionOrItsAnswer(t *testing.T) {
	card := &present.QuestionCard{Code: "was_it_fair", Options: []present.OptionButton{
		{Code: "yes", Label: "Ja"}, {Code: "dont_know", Label: "Weiß ich nicht"},
	}}
	for _, c := range []struct {
		words            string
		question, option string
		code             int
	}{
		{"", "was_it_fair", "", done},
		{"was-it-fair", "was_it_fair", "", done},
		{"YES", "was_it_fair", "yes", done},
		{"dont-know", "was_it_fair", "dont_know", done},
		{"2", "was_it_fair", "dont_know", done},
		{"ja", "was_it_fair", "yes", done},
		{"perhaps", "", "", wrongUse},
		{"told-them no", "told_them", "no", done},
	} {
		question, option, err := understand(card, strings.Fields(c.words))
		if question != c.question || option != c.option || exitCode(err) != c.code {
			t.Errorf("%q means %q, %q, %v", c.words, question, option, err)
		}
	}
	if _, _, err := understand(nil, []string{"yes"}); exitCode(err) != failed {
		t.Errorf("an answer to nothing is taken: %v", err)
	}
	if question, _, err := understand(nil, nil); question != "" || err != nil {
		t.Errorf("nothing asked is %q, %v", question, err)
	}
}
