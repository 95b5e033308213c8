package guide

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// toneFile is the data of one language.
type toneFile struct {
	Language string             `json:"language"` // two-letter code
	Says     map[string][]toned `json:"says"`     // by code
	Fine     []string           `json:"fine"`     // harmless although a word in it is not
	Marks    []string           `json:"marks"`    // signs of a joke
	Sorry    []string           `json:"sorry"`
	But      []string           `json:"but"` // single words
	Vague    []string           `json:"vague"`
	Giving   []string           `json:"giving"`
	Days     []string           `json:"days"` // # stands for a number
}

// toned is one phrase: its words, what to write instead, and the letters it is
// wrong in where it is not wrong in all.
type toned struct {
	Say     string   `json:"say"`
	Instead string   `json:"instead,omitempty"`
	In      []string `json:"in,omitempty"`
}

// ReadTone reads the words of one language. A word ending in * stands for every
// ending: "idiot*" for idiotic. What does not say what it must is refused: the words
// are part of the program.
func ReadTone(data []byte) (*Tone, error) {
	var file toneFile
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(&file); err != nil {
		return nil, fmt.Errorf("reading the words of tone: %w", err)
	}
	if slices.ContainsFunc(file.Marks, func(mark string) bool { return strings.TrimSpace(mark) == "" }) {
		return nil, fmt.Errorf("tone %s: an empty mark", file.Language)
	}
	t := &Tone{fold: strings.ToLower, marks: file.Marks}
	if file.Language == "tr" {
		t.fold = func(s string) string { return strings.ToLowerSpecial(unicode.TurkishCase, s) }
	}
	for _, code := range HintCodes() {
		for _, s := range file.Says[code] {
			words, err := t.phrase(s.Say)
			if err != nil {
				return nil, fmt.Errorf("tone %s, %s: %w", file.Language, code, err)
			}
			t.says = append(t.says, saying{code: code, words: words, instead: s.Instead, in: s.In})
		}
	}
	for code := range file.Says {
		if !slices.Contains(HintCodes(), code) {
			return nil, fmt.Errorf("tone %s: %q is no hint", file.Language, code)
		}
	}
	return t, t.lists(file)
}

// lists reads the words a hint is worked out from.
func (t *Tone) lists(file toneFile) error {
	for _, list := range []struct {
		into *[][]string
		from []string
	}{{&t.fine, file.Fine}, {&t.sorry, file.Sorry}, {&t.vague, file.Vague}, {&t.giving, file.Giving}, {&t.days, file.Days}} {
		for _, text := range list.from {
			words, err := t.phrase(text)
			if err != nil {
				return fmt.Errorf("tone %s: %w", file.Language, err)
			}
			*list.into = append(*list.into, words)
		}
	}
	for _, text := range file.But {
		words, err := t.phrase(text)
		if err != nil || len(words) != 1 {
			return fmt.Errorf("tone %s: %q is not one word", file.Language, text)
		}
		t.but = append(t.but, words[0])
	}
	return nil
}

// phrase takes what stands in the data apart as a draft is: into words in small
// letters, a * kept at the end of each.
func (t *Tone) phrase(text string) ([]string, error) {
	var words []string
	for _, field := range strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '-' }) {
		word, open := strings.CutSuffix(field, "*")
		if word == "" || wordLength(word) != len(word) && field != number {
			return nil, fmt.Errorf("%q is no word", field)
		}
		if word = t.small(word); open {
			word += "*"
		}
		words = append(words, word)
	}
	if len(words) == 0 {
		return nil, fmt.Errorf("an empty phrase")
	}
	return words, nil
}
