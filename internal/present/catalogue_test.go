package present_test

import (
	"encoding/json"
	"io/fs"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/rapport-desktop/rapport/assets"
	"github.com/rapport-desktop/rapport/internal/present"
)

// text is one entry of a catalogue file: its forms by name, a plain text having
// the single form "".
type text map[string]string

// areaTexts reads one file.
func areaTexts(t *testing.T, area string, l present.Language) map[string]text {
	t.Helper()
	data, err := fs.ReadFile(assets.Texts, "text/"+area+"."+string(l)+".json")
	if err != nil {
		t.Fatalf("area %s has no %s file: %v", area, l.Own(), err)
	}
	var raw map[string]any
	if err := json.Unmarshal(data, &raw); err != nil {
		t.Fatalf("%s.%s.json: %v", area, l, err)
	}
	texts := make(map[string]text, len(raw))
	for key, value := range raw {
		switch value := value.(type) {
		case string:
			texts[key] = text{"": value}
		case map[string]any:
			forms := make(text)
			for form, v := range value {
				forms[form], _ = v.(string)
			}
			texts[key] = forms
		default:
			t.Errorf("%s.%s.json: %q is neither a text nor a set of forms", area, l, key)
		}
	}
	return texts
}

// areas lists the areas that have an English file.
func areas(t *testing.T) []string {
	t.Helper()
	names, err := fs.Glob(assets.Texts, "text/*.json")
	if err != nil || len(names) == 0 {
		t.Fatalf("no texts: %v", err)
	}
	found := make(map[string]bool)
	for _, name := range names {
		area, _, _ := strings.Cut(path.Base(name), ".")
		found[area] = true
	}
	return slices.Sorted(maps.Keys(found))
}

// eachArea runs a test for every area, with its texts in all languages.
func eachArea(t *testing.T, check func(t *testing.T, area string, in map[present.Language]map[string]text)) {
	for _, area := range areas(t) {
		t.Run(area, func(t *testing.T) {
			in := make(map[present.Language]map[string]text)
			for _, l := range present.Languages() {
				in[l] = areaTexts(t, area, l)
			}
			check(t, area, in)
		})
	}
}

func TestEveryLanguageHasTheSameTexts(t *testing.T) {
	eachArea(t, func(t *testing.T, area string, in map[present.Language]map[string]text) {
		for _, l := range present.Languages()[1:] {
			for key := range in[present.English] {
				if in[l][key] == nil {
					t.Errorf("%s is missing in %s", key, l)
				}
			}
			for key := range in[l] {
				if in[present.English][key] == nil {
					t.Errorf("%s stands in %s but not in English", key, l)
				}
			}
		}
	})
}

func TestNoTextStandsInTwoAreas(t *testing.T) {
	owner := make(map[string]string)
	eachArea(t, func(t *testing.T, area string, in map[present.Language]map[string]text) {
		for key := range in[present.English] {
			if other, taken := owner[key]; taken {
				t.Errorf("%s stands in %s too", key, other)
			}
			owner[key] = area
		}
	})
}

// All four languages have the two plural categories one and other (CLDR, Language
// Plural Rules).
func TestEveryPluralHasTheFormsOfItsLanguage(t *testing.T) {
	eachArea(t, func(t *testing.T, area string, in map[present.Language]map[string]text) {
		for l, texts := range in {
			for key, forms := range texts {
				names := slices.Sorted(maps.Keys(forms))
				if !slices.Equal(names, []string{""}) && !slices.Equal(names, []string{"one", "other"}) {
					t.Errorf("%s, %s: forms are %q, want one and other", l, key, names)
				}
				if english := in[present.English][key]; english != nil && len(english) != len(forms) {
					t.Errorf("%s, %s: a plural in one language and a plain text in the other", l, key)
				}
				for form, text := range forms {
					if strings.TrimSpace(text) == "" {
						t.Errorf("%s, %s: form %q is empty", l, key, form)
					}
				}
			}
		}
	})
}

var variable = regexp.MustCompile(`{{\s*\.(\w+)\s*}}`)

// variables returns the arguments a template uses. The five ways to write the
// plural's number count as one: a language may need words where another has figures.
func variables(text string) []string {
	found := make(map[string]bool)
	for _, match := range variable.FindAllStringSubmatch(text, -1) {
		name := match[1]
		switch name {
		case "Word", "Capital", "Times", "TimesFirst":
			name = "N"
		}
		found[name] = true
	}
	return slices.Sorted(maps.Keys(found))
}

func TestEveryLanguageUsesTheSameArguments(t *testing.T) {
	eachArea(t, func(t *testing.T, area string, in map[present.Language]map[string]text) {
		for key, english := range in[present.English] {
			for _, l := range present.Languages()[1:] {
				for form, text := range in[l][key] {
					got, want := variables(text), variables(english[form])
					if form == "one" { // "one day" may do without its number
						drop := func(name string) bool { return name == "N" }
						got, want = slices.DeleteFunc(got, drop), slices.DeleteFunc(want, drop)
					}
					if !slices.Equal(got, want) {
						t.Errorf("%s, %s: arguments are %q, in English %q", l, key, got, want)
					}
				}
			}
		}
	})
}

func TestArgumentsBeginWithACapital(t *testing.T) {
	action := regexp.MustCompile(`{{[^}]*}}?`)
	eachArea(t, func(t *testing.T, area string, in map[present.Language]map[string]text) {
		for l, texts := range in {
			for key, forms := range texts {
				for _, text := range forms {
					for _, found := range action.FindAllString(text, -1) {
						m := variable.FindStringSubmatch(found)
						if m == nil || !unicode.IsUpper(rune(m[1][0])) {
							t.Errorf("%s, %s: %s is not of the form {{.Name}}", l, key, found)
						}
					}
				}
			}
		}
	})
}

// sameInEnglish lists the texts that are rightly the same as in English, by
// language and key, from testdata/same_in_english.txt; the reason stands beside
// each. A trailing "*" stands for all keys of that beginning.
func sameInEnglish(t *testing.T) func(l present.Language, key string) bool {
	t.Helper()
	data, err := os.ReadFile("testdata/same_in_english.txt")
	if err != nil {
		t.Fatal(err)
	}
	var allowed []string
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Fields(line)
		if len(fields) < 3 {
			t.Fatalf("same_in_english.txt: %q has no reason", line)
		}
		allowed = append(allowed, fields[0]+" "+fields[1])
	}
	return func(l present.Language, key string) bool {
		return slices.ContainsFunc(allowed, func(rule string) bool {
			name := string(l) + " " + key
			start, open := strings.CutSuffix(rule, "*")
			return rule == name || open && strings.HasPrefix(name, start)
		})
	}
}

func TestNoTextIsEnglishByAccident(t *testing.T) {
	allowed := sameInEnglish(t)
	letters := func(text string) bool {
		return strings.IndexFunc(variable.ReplaceAllString(text, ""), unicode.IsLetter) >= 0
	}
	eachArea(t, func(t *testing.T, area string, in map[present.Language]map[string]text) {
		for key, english := range in[present.English] {
			for _, l := range present.Languages()[1:] {
				for form, text := range in[l][key] {
					if text == english[form] && letters(text) && !allowed(l, key) {
						t.Errorf("%s %s reads %q as in English; translate it or list it in testdata/same_in_english.txt", l, key, text)
					}
				}
			}
		}
	})
}

// unwanted are the things no text may hold, with what to write instead.
var unwanted = []struct {
	pattern *regexp.Regexp
	only    present.Language // "" for all
	instead string
}{
	{regexp.MustCompile(`!`), "", "a calm sentence"},
	{regexp.MustCompile(`—`), "", "a comma, a colon or two sentences"},
	{regexp.MustCompile(`[\x{1F000}-\x{1FAFF}\x{2600}-\x{27BF}]`), "", "words instead of pictures"},
	{regexp.MustCompile(`\p{L}'\p{L}`), "", "the apostrophe ’"},
	{regexp.MustCompile(`[^\n] {2,}\S|[ \t]$`), "", "single spaces"},
	{regexp.MustCompile(`(?i)\bproblem(atic|atisch\w*|li)?\b client|schwierige[rn]? Kund|zor müşteri|lastige klant`), "", "what happened, not what somebody is"},
	{regexp.MustCompile(`[\p{Ll},] (Sie|Ihnen|Ihre?[mnrs]?)\b`), present.German, "du"},
	{regexp.MustCompile(`(?i)(^|[\s(“])siz(in|e|i|den|de|inle)?([\s.,:;?)”]|$)`), present.Turkish, "sen"},
	{regexp.MustCompile(`(?i)(^|[\p{L},.:;] )uw?([ ,.?]|$)`), present.Dutch, "je"},
}

// quoted is what a guide proposes to say to a client: whom the user may address
// formally.
var quoted = regexp.MustCompile(`[„“][^„“”]*[“”]`)

func TestTextsAreCalmAndFamiliar(t *testing.T) {
	eachArea(t, func(t *testing.T, area string, in map[present.Language]map[string]text) {
		if area == "demo" || area == "quick" {
			return // made-up notes of people and words to recognise: not the program's voice
		}
		for l, texts := range in {
			for key, forms := range texts {
				for _, text := range forms {
					text = variable.ReplaceAllString(text, "#")
					for _, u := range unwanted {
						if u.only != "" && area == "letters" && strings.Contains(key, ".formal") {
							continue // a formal letter is the user's voice, and says Sie, siz or u to the client
						}
						if u.only != "" && area == "guides" {
							text = quoted.ReplaceAllString(text, "#")
						}
						if (u.only == "" || u.only == l) && u.pattern.MatchString(text) {
							t.Errorf("%s %s: %q holds %q; write %s", l, key, text, u.pattern.FindString(text), u.instead)
						}
					}
				}
			}
		}
	})
}
