package guide_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rapport-desktop/rapport/assets"
	"github.com/rapport-desktop/rapport/internal/guide"
)

// example is a draft somebody might write, and what should be said of it.
type example struct {
	code, kind, draft, phrase string // code "fine": nothing should be
}

// corpus reads the examples of a language, testdata/tone/<language>.txt.
func corpus(t testing.TB, language string) []example {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "tone", language+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	var examples []example
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		head, draft, _ := strings.Cut(line, " | ")
		code, kind, _ := strings.Cut(head, " ")
		_, rest, marked := strings.Cut(draft, "«")
		phrase, _, closed := strings.Cut(rest, "»")
		if kind == "" || marked != closed || marked == (code == "fine") {
			t.Fatalf("%s: %q says too little", language, line)
		}
		plain := strings.NewReplacer("«", "", "»", "").Replace(draft)
		examples = append(examples, example{code, kind, plain, phrase})
	}
	return examples
}

func toneIn(t testing.TB, language string) *guide.Tone {
	t.Helper()
	data, ok := assets.Tone(language)
	if !ok {
		t.Fatalf("no words of tone in %s", language)
	}
	tone, err := guide.ReadTone(data)
	if err != nil {
		t.Fatal(err)
	}
	return tone
}

var languages = []string{"en", "de", "tr", "nl"}

func TestWhatPeopleWriteInAngerIsFoundAndWhatLooksLikeItIsNot(t *testing.T) {
	for _, language := range languages {
		tone := toneIn(t, language)
		for _, e := range corpus(t, language) {
			var got []string
			for _, h := range tone.Check(e.kind, e.draft) {
				got = append(got, h.Code+" "+h.Phrase)
			}
			var want []string
			if e.code != "fine" {
				want = []string{e.code + " " + e.phrase}
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s, %s: %s\n\tsaid %q, should say %q", language, e.kind, e.draft, got, want)
			}
		}
	}
}

// A corpus that leaves out a hint would let it rot.
func TestTheExamplesOfALanguageShowEveryHint(t *testing.T) {
	for _, language := range languages {
		count := map[string]int{}
		flagged := 0
		for _, e := range corpus(t, language) {
			count[e.code]++
			if e.code != "fine" {
				flagged++
			}
		}
		if flagged < 25 || count["fine"] < 25 {
			t.Errorf("%s: %d flagged and %d harmless examples, want 25 of each", language, flagged, count["fine"])
		}
		for _, code := range guide.HintCodes() {
			if count[code] == 0 {
				t.Errorf("%s: no example of %s", language, code)
			}
		}
	}
}

// Shouting, soft letters and typographic apostrophes change nothing.
func TestAHintIsFoundHoweverItIsWritten(t *testing.T) {
	for _, c := range []struct{ language, draft, phrase string }{
		{"en", "YOU’RE WRONG about it.", "YOU’RE WRONG"},
		{"en", "you're wrong about it.", "you're wrong"},
		{"en", "You are\nwrong about it.", "You are\nwrong"},
		{"de", "DAS IST LÄCHERLICH.", "LÄCHERLICH"},
		{"tr", "SIKINTI YOK, ASLA.", "ASLA"},
		{"tr", "HİÇBİR ZAMAN ödenmedi.", "HİÇBİR ZAMAN"},
		{"nl", "DAT KLOPT NIET.", "DAT KLOPT NIET"},
	} {
		hints := toneIn(t, c.language).Check("explain", c.draft)
		if len(hints) != 1 || hints[0].Phrase != c.phrase {
			t.Errorf("%s: %q gives %+v, want %q", c.language, c.draft, hints, c.phrase)
		}
	}
}

// Whatever is pasted into a letter, the places of the hints are places of the draft:
// whole letters, in order, none over another.
func FuzzCheckMarksPlacesOfTheDraft(f *testing.F) {
	tones := map[string]*guide.Tone{}
	for _, language := range languages {
		tones[language] = toneIn(f, language)
		for _, e := range corpus(f, language)[:8] {
			f.Add(language, e.kind, e.draft)
		}
	}
	for _, odd := range []string{"", "[", "[]", "[a\n]", "İIıi ß ẞ", "a\xffb always\xc3", "\u0301never", "I am sorry,but", "sorry. But", ":)", "2. 3. soon", "’’’"} {
		f.Add("en", "apology", odd)
	}
	f.Fuzz(func(t *testing.T, language, kind, draft string) {
		tone, known := tones[language]
		if !known {
			tone = tones["tr"]
		}
		end := 0
		for _, h := range tone.Check(kind, draft) {
			if h.From < end || h.To <= h.From || h.To > len(draft) || draft[h.From:h.To] != h.Phrase {
				t.Fatalf("%q: %+v, the one before ends at %d", draft, h, end)
			}
			if !atLetter(draft, h.From) || !atLetter(draft, h.To) {
				t.Fatalf("%q: %+v cuts a letter in two", draft, h)
			}
			end = h.To
		}
	})
}

func atLetter(draft string, at int) bool {
	return at == len(draft) || utf8.RuneStart(draft[at]) || !utf8.ValidString(draft)
}
