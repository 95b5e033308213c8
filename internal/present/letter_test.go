package present_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rapport-desktop/rapport/internal/guide"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// written is one letter of a test.
type written struct {
	language      present.Language
	kind, style   string
	subject, body string
}

func (w written) name() string { return string(w.language) + "/" + w.kind + "/" + w.style }

// everyLetter writes every kind in every style and language.
func everyLetter(t *testing.T, facts present.LetterFacts, check func(t *testing.T, w written)) {
	t.Helper()
	for _, l := range present.Languages() {
		for _, kind := range present.LetterKinds() {
			for _, style := range present.LetterStyles() {
				subject, body := present.WriteLetter(l, present.FormatsOf(l), kind, style, facts)
				w := written{l, kind, style, subject, body}
				t.Run(w.name(), func(t *testing.T) { check(t, w) })
			}
		}
	}
}

// blanks returns what a text leaves to be filled in.
func blanks(text string) []string { return regexp.MustCompile(`\[[^\[\]]*\]`).FindAllString(text, -1) }

func TestEveryLetterComesOutWhole(t *testing.T) {
	for name, facts := range map[string]present.LetterFacts{"known": mercer(), "unknown": stranger()} {
		t.Run(name, func(t *testing.T) {
			everyLetter(t, facts, func(t *testing.T, w written) {
				for _, text := range []string{w.subject, w.body} {
					for _, wrong := range []string{"⟦", "{{", "<no value>", "\n\n\n", "  ", " \n", " .", " ,", "..", ":\n\n\n"} {
						if strings.Contains(text, wrong) {
							t.Errorf("holds %q:\n%s", wrong, text)
						}
					}
					if strings.Count(text, "[") != len(blanks(text)) || strings.Count(text, "]") != len(blanks(text)) {
						t.Errorf("has a blank within a blank, or half a one:\n%s", text)
					}
				}
				if w.subject == "" || strings.Contains(w.subject, "\n") {
					t.Errorf("subject is %q, want one line", w.subject)
				}
				if paragraphs := strings.Split(w.body, "\n\n"); len(paragraphs) < 4 {
					t.Errorf("has no greeting, matter and close:\n%s", w.body)
				}
			})
		})
	}
}

func TestWhatTheBookKnowsLeavesNoBlank(t *testing.T) {
	blank, texts := present.Tables("letter.blank."), present.Tables("letter.")
	everyLetter(t, mercer(), func(t *testing.T, w written) {
		template := ""
		for _, part := range []string{".subject", ".body"} {
			template += texts[w.language][w.kind+"."+w.style+part]
		}
		for code, text := range blank[w.language] {
			if slices.Contains(blanks(w.subject+w.body), text) && !strings.Contains(template, text) {
				t.Errorf("leaves %s (%s) open, which stands in the book:\n%s", text, code, w.body)
			}
		}
	})
}

func TestALetterAddressesItsReaderInOneWay(t *testing.T) {
	wrong := map[present.Language]map[string]*regexp.Regexp{
		present.German: {
			"formal":   regexp.MustCompile(`(?i)(^|[^\p{L}])(du|dich|dir|dein\p{L}*)([^\p{L}]|$)`),
			"friendly": regexp.MustCompile(`(^|[^\p{L}])(Sie|Ihnen|Ihr\p{L}*)([^\p{L}]|$)`),
		},
		present.Turkish: {
			"formal":   regexp.MustCompile(`(?i)(^|[^\p{L}])(sen|seni|sana|senin|sende|senden)([^\p{L}]|$)`),
			"friendly": regexp.MustCompile(`(?i)(^|[^\p{L}])(siz|sizi|size|sizin|sizde|sizden|lütfen \p{L}+ın)([^\p{L}]|$)`),
		},
		present.Dutch: {
			"formal":   regexp.MustCompile(`(?i)(^|[^\p{L}])(je|jij|jou|jouw)([^\p{L}]|$)`),
			"friendly": regexp.MustCompile(`(?i)(^|[^\p{L}])(u|uw)([^\p{L}]|$)`),
		},
	}
	everyLetter(t, mercer(), func(t *testing.T, w written) {
		pattern := wrong[w.language][w.style]
		if pattern == nil {
			return
		}
		text := regexp.MustCompile(`\[[^\]]*\]`).ReplaceAllString(w.subject+"\n"+w.body, "")
		if found := pattern.FindString(text); found != "" {
			t.Errorf("says %q:\n%s", found, text)
		}
	})
}

// Nobody's note goes into a letter by itself: it was written for nobody else's eyes.
func TestALetterNeverQuotesANote(t *testing.T) {
	facts := mercer()
	for i := range facts.History.Entries {
		facts.History.Entries[i].Note = "Blabbermouth"
	}
	everyLetter(t, facts, func(t *testing.T, w written) {
		if strings.Contains(w.subject+w.body, "Blabbermouth") {
			t.Errorf("quotes the note:\n%s", w.body)
		}
	})
}

func TestOurOwnLettersPassTheToneCheck(t *testing.T) {
	everyLetter(t, mercer(), func(t *testing.T, w written) {
		tone := present.ToneOf(w.language)
		for _, text := range []string{w.subject, w.body} {
			for _, hint := range tone.Check(w.kind, text) {
				if hint.Code != guide.HintBlank {
					t.Errorf("%s: %q (instead %q) in:\n%s", hint.Code, hint.Phrase, hint.Instead, text)
				}
			}
		}
	})
}

func TestEveryLetterKindIsOfferedOnceAndEveryVerdictHasOne(t *testing.T) {
	kinds := present.LetterKinds()
	if len(kinds) != 22 || len(slices.Compact(slices.Sorted(slices.Values(kinds)))) != 22 {
		t.Errorf("kinds are %q, want 22 different ones", kinds)
	}
	for _, v := range rapport.Verdicts() {
		fitting := present.LettersFor(v)
		if len(fitting) == 0 {
			t.Errorf("no letter for %s", v)
		}
		for _, kind := range fitting {
			if !slices.Contains(kinds, kind) {
				t.Errorf("letter %q for %s is of no kind", kind, v)
			}
		}
	}
}

// The catalogue holds the texts of the letters there are and no others; the usage
// test takes "letter." for an asking of them all.
func TestTheCatalogueHasNoLetterThatIsNotWritten(t *testing.T) {
	want := make(map[string]bool)
	for _, kind := range present.LetterKinds() {
		want[kind+".title"], want[kind+".use"] = true, true
		for _, style := range present.LetterStyles() {
			want[kind+"."+style+".subject"], want[kind+"."+style+".body"] = true, true
		}
	}
	shared := regexp.MustCompile(`^letter\.(style|greeting|close|blank|line|part|clause|book)\.|^letter\.(too_long|sent|held|held_night|after_end_.*)$`)
	got := make(map[string]bool)
	for key := range areaTexts(t, "letters", present.English) {
		if !shared.MatchString(key) {
			got[strings.TrimPrefix(key, "letter.")] = true
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("letters of the catalogue (-want +got):\n%s", diff)
	}
}

func TestTheLanguageOfALetterIsTheReaders(t *testing.T) {
	for code, want := range map[string]present.Language{
		"tr": present.Turkish, "nl": present.Dutch, "": present.German, "fr": present.German,
	} {
		client := rapport.Client{Reach: rapport.Reach{Language: code}}
		if got := present.LetterLanguage(client, present.German); got != want {
			t.Errorf("language for %q is %s, want %s", code, got, want)
		}
	}
}
