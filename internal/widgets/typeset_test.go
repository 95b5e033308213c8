package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"pgregory.net/rapid"
)

// said returns the words of each line.
func said(lines []setLine) []string {
	words := make([]string, len(lines))
	for i, line := range lines {
		for _, r := range line.runs {
			words[i] += r.text
		}
	}
	return words
}

func TestTextWrapsAtWordsAndKeepsNewlines(t *testing.T) {
	dress(t, Light)
	got := said(typeset([]Span{{Text: "one two three\nfour"}}, Body, measure("one two", Body, false)+1))
	if want := "one two|three|four"; strings.Join(got, "|") != want {
		t.Errorf("lines are %q, want %q", got, want)
	}
}

func TestAnEmptyTextIsOneEmptyLine(t *testing.T) {
	dress(t, Light)
	if got := len(typeset([]Span{{}}, Body, 100)); got != 1 {
		t.Errorf("%d lines, want 1", got)
	}
}

func TestABoldWordAndTheCommaBehindItStayTogether(t *testing.T) {
	dress(t, Light)
	spans := []Span{{Text: "strain 61 to "}, {Text: "64", Bold: true}, {Text: ", still"}}
	width := measure("strain 61 to ", Body, false) + measure("64", Body, true) + 1
	got := said(typeset(spans, Body, width))
	if len(got) != 2 || got[1] != "64, still" && got[1] != "64,still" {
		t.Errorf("lines are %q, want the number and its comma on the second", got)
	}
}

func TestALongWordIsCutAtItsSoftHyphens(t *testing.T) {
	dress(t, Light)
	got := said(typeset([]Span{{Text: "Lebens" + softHyphen + "umstände"}}, Body, measure("umstände", Body, false)+1))
	if want := "Lebens-|umstände"; strings.Join(got, "|") != want {
		t.Errorf("lines are %q, want %q", got, want)
	}
}

func TestNoLineIsWiderThanItsColumnAndNoLetterIsLost(t *testing.T) {
	dress(t, Light)
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.RuneFrom([]rune("abWi äß,. ")), 0, 80, -1).Draw(t, "text")
		width := float32(rapid.IntRange(16, 200).Draw(t, "width"))
		bold := rapid.Bool().Draw(t, "bold")
		lines := typeset([]Span{{Text: text, Bold: bold}, {Text: text}}, Body, width)
		for _, line := range lines {
			if line.width > width+0.5 {
				t.Fatalf("a line is %v wide in a column of %v", line.width, width)
			}
		}
		letters := func(s string) string { return strings.ReplaceAll(s, " ", "") }
		if got := letters(strings.Join(said(lines), "")); got != letters(text+text) {
			t.Fatalf("set %q, want %q", got, letters(text+text))
		}
	})
}

func TestElideKeepsWhatFits(t *testing.T) {
	dress(t, Light)
	if got := Elide("Harbour Studio", 400, Body, false); got != "Harbour Studio" {
		t.Errorf("a name that fits became %q", got)
	}
	got := Elide("Donaudampfschifffahrtsgesellschaft", 100, Lead, true)
	if !strings.HasSuffix(got, ellipsis) || measure(got, Lead, true) > 100 {
		t.Errorf("a name that does not fit became %q, %v wide", got, measure(got, Lead, true))
	}
}

func TestTextIsAsHighAsItsLinesAtEachWidth(t *testing.T) {
	dress(t, Light)
	text := &Text{Text: "The trouble came with the flood, not with the work.", As: Answer, Bold: true}
	if got := text.HeightFor(2000); got != Answer.Pitch() {
		t.Errorf("with room it is %v high, want one line", got)
	}
	if got := text.HeightFor(text.NaturalWidth() / 2); got < 2*Answer.Pitch() {
		t.Errorf("at half its width it is %v high, want two lines or more", got)
	}
	text.MaxLines = 1
	text.Refresh()
	if got := text.HeightFor(100); got != Answer.Pitch() {
		t.Errorf("on one line it is %v high", got)
	}
	if got := said(text.linesFor(100)); !strings.HasSuffix(got[0], ellipsis) {
		t.Errorf("on one line of 100 units it says %q, want an ellipsis", got[0])
	}
}

func TestTextShowsANewTextAfterRefresh(t *testing.T) {
	text := &Text{Text: "before"}
	w := stage(t, Light, 300, 100, func() fyne.CanvasObject { return text })
	before := capture(w)
	text.Text = "after"
	text.Refresh()
	if same(before, capture(w)) {
		t.Error("the picture did not change")
	}
}
