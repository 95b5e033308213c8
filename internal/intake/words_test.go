package intake_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rapport-desktop/rapport/assets"
	"github.com/rapport-desktop/rapport/internal/intake"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

var languages = []string{"de", "en", "nl", "tr"}

// tables reads the shipped words.
func tables(t testing.TB) map[string]map[string]string {
	t.Helper()
	all := map[string]map[string]string{}
	for _, language := range languages {
		data, err := assets.Texts.ReadFile("text/quick." + language + ".json")
		if err != nil {
			t.Fatal(err)
		}
		var table map[string]string
		if err := json.Unmarshal(data, &table); err != nil {
			t.Fatalf("quick.%s.json: %v", language, err)
		}
		all[language] = table
	}
	return all
}

// words builds the shipped words for a preferred language.
func words(t testing.TB, preferred string) *intake.Words {
	t.Helper()
	w, _, err := intake.NewWords(preferred, tables(t))
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// knownCollisions are the words that mean one thing in one of our languages and
// another in another. A new one needs a reason to stand here.
var knownCollisions = map[string]string{
	"excuses": "Dutch says sorry with it; in English it is a pretext, so an English reader must not see an apology",
	"not":     "a note in Turkish, the opposite of what follows in English",
	"will":    "wants in German, the future in English",
}

func TestOnlyExplainedWordsMeanTwoThings(t *testing.T) {
	for _, preferred := range languages {
		_, conflicts, err := intake.NewWords(preferred, tables(t))
		if err != nil {
			t.Fatal(err)
		}
		found := map[string]bool{}
		for _, c := range conflicts {
			found[c.Word] = true
			if knownCollisions[c.Word] == "" {
				t.Errorf("%q means %v and nobody explained why", c.Word, c.Meanings)
			}
			speaks := false
			for _, m := range c.Meanings {
				if m.Language == preferred {
					speaks = true
					if c.Chosen != m.Key {
						t.Errorf("%s: %q should be %s, is %q", preferred, c.Word, m.Key, c.Chosen)
					}
				}
			}
			if !speaks && c.Chosen != "" {
				t.Errorf("%s has no say in %q, yet %s was chosen", preferred, c.Word, c.Chosen)
			}
		}
		for word := range knownCollisions {
			if !found[word] {
				t.Errorf("%s: %q is explained but collides no more", preferred, word)
			}
		}
	}
}

func TestACollisionIsDecidedByThePreferredLanguageOrNotAtAll(t *testing.T) {
	clash := map[string]map[string]string{
		"en": {"quick.kind.threat": "gift"},
		"de": {"quick.kind.praise": "gift, Lob"},
		"nl": {"quick.kind.praise": "lof"},
	}
	for preferred, want := range map[string]rapport.Kind{"en": rapport.Threat, "de": rapport.Praise, "nl": ""} {
		w, conflicts, err := intake.NewWords(preferred, clash)
		if err != nil || len(conflicts) != 1 {
			t.Fatalf("%s: conflicts %v, error %v", preferred, conflicts, err)
		}
		line := intake.ParseLine("acme gift", intake.LineContext{Words: w, Clients: clients("Acme"), Today: today})
		if line.Entry.Kind != want {
			t.Errorf("%s: gift is %q, want %q", preferred, line.Entry.Kind, want)
		}
	}
}

func TestEveryKindAndQualifierHasWordsInEveryLanguage(t *testing.T) {
	for language, table := range tables(t) {
		for _, kind := range rapport.Kinds() {
			if len(strings.TrimSpace(table["quick.kind."+string(kind)])) < 3 {
				t.Errorf("%s has no words for %s", language, kind)
			}
		}
		for _, channel := range rapport.Channels() {
			if table["quick.channel."+string(channel)] == "" {
				t.Errorf("%s has no words for channel %s", language, channel)
			}
		}
		if diff := cmp.Diff(keys(tables(t)["en"]), keys(table)); diff != "" {
			t.Errorf("%s has other tables than English:\n%s", language, diff)
		}
	}
}

func TestEveryKindWordIsReadAsThatKind(t *testing.T) {
	for _, language := range languages {
		in := intake.LineContext{Words: words(t, language), Clients: clients("Acme"), Today: today}
		for key, list := range tables(t)[language] {
			kind, ok := strings.CutPrefix(key, "quick.kind.")
			if !ok {
				continue
			}
			named, told, _ := strings.Cut(list, ";")
			for i, half := range []string{named, told} {
				if half == "" {
					continue
				}
				for word := range strings.SplitSeq(half, ",") {
					said, note := strings.TrimSpace(word)+" 2", ""
					if i == 1 {
						note = said
					}
					line := intake.ParseLine("acme "+said, in)
					if string(line.Entry.Kind) != kind || line.Entry.Severity != 2 || line.Entry.Note != note {
						t.Errorf("%s: %q is read as %s %d with note %q, want %s with note %q",
							language, said, line.Entry.Kind, line.Entry.Severity, line.Entry.Note, kind, note)
					}
				}
			}
		}
	}
}

// Behind a kind only the phrases behind the second semicolon count wherever the
// facts are; a verb never does. Without a kind all count, and what tells is kept.
func TestEveryChannelWordIsReadAsItsPartOfTheListSays(t *testing.T) {
	for _, language := range languages {
		in := intake.LineContext{Words: words(t, language), Clients: clients("Acme"), Today: today}
		for key, list := range tables(t)[language] {
			channel, ok := strings.CutPrefix(key, "quick.channel.")
			if !ok {
				continue
			}
			for part, half := range strings.Split(list, ";") {
				for word := range strings.SplitSeq(half, ",") {
					word = strings.TrimSpace(word)
					if word == "" {
						continue
					}
					alone, behind := intake.ParseLine("acme "+word+" xyz", in), intake.ParseLine("acme complaint "+word+" xyz", in)
					note, byKind, kept := "xyz", "", word+" xyz"
					switch part {
					case 1:
						note = word + " xyz"
					case 2:
						byKind, kept = channel, "xyz"
					}
					if string(alone.Entry.Channel) != channel || alone.Entry.Note != note {
						t.Errorf("%s: %q is read as %q with note %q, want %s with %q", language, word, alone.Entry.Channel, alone.Entry.Note, channel, note)
					}
					if string(behind.Entry.Channel) != byKind || behind.Entry.Note != kept {
						t.Errorf("%s: complaint %q is read as %q with note %q, want %q with %q", language, word, behind.Entry.Channel, behind.Entry.Note, byKind, kept)
					}
				}
			}
		}
	}
}

func TestTheCodesOfTheKindsAreWords(t *testing.T) {
	in := intake.LineContext{Words: words(t, "en"), Clients: clients("Acme"), Today: today}
	for _, kind := range rapport.Kinds() {
		if got := intake.ParseLine("acme "+string(kind), in).Entry.Kind; got != kind {
			t.Errorf("%s is read as %q", kind, got)
		}
	}
}

func TestATableNobodyKnowsIsAnError(t *testing.T) {
	for _, key := range []string{"quick.mood.good", "quick.kind.shouting", "quick.month.mai", "quick.unit.second"} {
		if _, _, err := intake.NewWords("en", map[string]map[string]string{"en": {key: "word"}}); err == nil {
			t.Errorf("%s was accepted", key)
		}
	}
	if _, _, err := intake.NewWords("en", map[string]map[string]string{"en": {"review.title": "Review"}}); err != nil {
		t.Errorf("a key of another area is refused: %v", err)
	}
}

func keys(table map[string]string) map[string]bool {
	set := map[string]bool{}
	for key := range table {
		set[key] = true
	}
	return set
}

// What a screen calls a thing must be a word for it: people type what they read.
func TestWhatTheProgramShowsCanBeTyped(t *testing.T) {
	for _, language := range languages {
		data, err := assets.Texts.ReadFile("text/words." + language + ".json")
		if err != nil {
			t.Fatal(err)
		}
		var shown map[string]any
		if err := json.Unmarshal(data, &shown); err != nil {
			t.Fatal(err)
		}
		in := intake.LineContext{Words: words(t, language), Clients: clients("Acme"), Today: today}
		for key, name := range shown {
			area, code, _ := strings.Cut(key, ".")
			var got string
			switch text := "acme " + fmt.Sprint(name); area {
			case "kind":
				got = string(intake.ParseLine(text, in).Entry.Kind)
			case "channel":
				got = string(intake.ParseLine(text, in).Entry.Channel)
			case "justified":
				got = string(intake.ParseLine(text+" complaint", in).Entry.Justified)
			case "scope":
				got = string(intake.ParseLine(text+" demand", in).Entry.Scope)
			default:
				continue
			}
			if got != code {
				t.Errorf("%s: %s is shown as %q, which is read as %q", language, code, name, got)
			}
		}
	}
}
