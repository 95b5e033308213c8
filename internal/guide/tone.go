package guide

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Tone knows the words of one language that make things worse. It is read from
// data with [ReadTone] and never changes.
type Tone struct {
	fold   func(string) string // to small letters, as the language has them
	says   []saying
	fine   [][]string // what is harmless although it holds a word that is not
	marks  []string   // signs of a joke, word for word
	sorry  [][]string // an apology
	but    []string   // what takes it back
	vague  [][]string // a day that is none: soon
	giving [][]string // a promise: you will have
	days   [][]string // what names a day, or a number of them
}

// saying is a phrase that makes things worse.
type saying struct {
	code    string
	words   []string // in small letters; one ending in * stands for every ending
	instead string
	in      []string // the kinds of letter it is wrong in; none for all
}

// Hint is one place in a draft that would make things worse. Its reason is worded
// under tone.<code>.
type Hint struct {
	Code     string // one of HintCodes
	From, To int    // bytes of the draft
	Phrase   string // what stands there
	Instead  string // a gentler wording, "" where leaving it out is best
}

// The hints.
const (
	HintInsult     = "insult"
	HintSuperior   = "superior"   // knows better than they
	HintAbsolute   = "absolute"   // always, never, everybody
	HintContradict = "contradict" // head-on: you are wrong
	HintSympathy   = "sympathy"   // forced: I know exactly how you feel
	HintCold       = "cold"       // as per my last mail
	HintEffusive   = "effusive"   // a thousand apologies
	HintNoDate     = "no_date"    // a promise without a day
	HintDiagnosis  = "diagnosis"  // the name of a disorder
	HintBut        = "but"        // a but that takes an apology back
	HintJoke       = "joke"       // humour where somebody is angry
	HintBlank      = "blank"      // a [blank] still to be filled in
	HintAdjective  = "adjective"  // in a closing letter: a word about the person
)

// HintCodes returns every code a Hint can bear.
func HintCodes() []string {
	return []string{HintInsult, HintSuperior, HintAbsolute, HintContradict, HintSympathy, HintCold, HintEffusive,
		HintNoDate, HintDiagnosis, HintBut, HintJoke, HintBlank, HintAdjective}
}

// Check reads a draft and returns what would make things worse, in the order it
// stands there. Kind is the letter's: some words are wrong only in some letters.
//
// It goes by words, not by meaning: it will miss things, and now and then object to
// something harmless, which is why whoever shows a hint lets the writer leave it.
// What stands in [brackets] is a blank and is read no further. No two hints share
// a place: of two that would, the longer stays.
func (t *Tone) Check(kind, draft string) []Hint {
	text := t.read(draft)
	hints := text.blanks
	for _, s := range t.says {
		if len(s.in) > 0 && !slices.Contains(s.in, kind) {
			continue
		}
		for at := range text.words {
			if n := text.match(at, s.words); n > 0 && !text.fineAt(t.fine, at, n) {
				hints = append(hints, text.hint(s.code, at, n, s.instead))
			}
		}
	}
	hints = append(hints, t.jokes(draft)...)
	hints = apart(append(hints, t.undated(text)...))
	// A but reaches to the end of its sentence. What is worse in there comes first.
	for _, but := range t.takenBack(text) {
		if !slices.ContainsFunc(hints, func(h Hint) bool { return h.From < but.To && but.From < h.To }) {
			hints = append(hints, but)
		}
	}
	return apart(hints)
}

// apart puts hints in their order and drops whichever overlaps a longer one.
func apart(hints []Hint) []Hint {
	slices.SortStableFunc(hints, func(a, b Hint) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(b.To, a.To))
	})
	var kept []Hint
	for _, h := range hints {
		last := len(kept) - 1
		switch {
		case last < 0 || h.From >= kept[last].To:
			kept = append(kept, h)
		case h.To-h.From > kept[last].To-kept[last].From:
			kept[last] = h
		}
	}
	return kept
}

// jokes finds the signs of one: they are no words, so they are looked for letter by
// letter. One that is part of a word (C:Drawings) is none.
func (t *Tone) jokes(draft string) []Hint {
	var hints []Hint
	for _, mark := range t.marks {
		for from := 0; ; {
			at := strings.Index(draft[from:], mark)
			if at < 0 {
				break
			}
			at, from = from+at, from+at+len(mark)
			if !within(draft, at, mark) {
				hints = append(hints, Hint{Code: HintJoke, From: at, To: from, Phrase: mark})
			}
		}
	}
	return hints
}

// within reports whether a mark that begins or ends in a letter stands in a word.
func within(draft string, at int, mark string) bool {
	first, _ := utf8.DecodeRuneInString(mark)
	last, _ := utf8.DecodeLastRuneInString(mark)
	before, _ := utf8.DecodeLastRuneInString(draft[:at])
	after, _ := utf8.DecodeRuneInString(draft[at+len(mark):])
	return unicode.IsLetter(first) && unicode.IsLetter(before) || unicode.IsLetter(last) && unicode.IsLetter(after)
}

// takenBack finds the but behind an apology: in the same sentence up to its end, or
// the next sentence where it begins with one.
func (t *Tone) takenBack(text tokens) []Hint {
	var hints []Hint
	for i, s := range text.sentences {
		if !text.any(s, t.sorry) {
			continue
		}
		for at := s.first; at < s.last; at++ {
			if at > s.first && t.isBut(text, at) {
				hints = append(hints, text.hint(HintBut, at, s.last-at, ""))
				break
			}
		}
		if i+1 < len(text.sentences) {
			next := text.sentences[i+1]
			if next.first < next.last && t.isBut(text, next.first) {
				hints = append(hints, text.hint(HintBut, next.first, next.last-next.first, ""))
			}
		}
	}
	return hints
}

// isBut leaves out the harmless ones: but also, however long.
func (t *Tone) isBut(text tokens, at int) bool {
	return slices.Contains(t.but, text.words[at].text) && !text.fineAt(t.fine, at, 1)
}

// undated finds promises without a day, in sentences that name none: a word for one
// that is none, or else a promise.
func (t *Tone) undated(text tokens) []Hint {
	var hints []Hint
	for _, s := range text.sentences {
		if text.dated(s, t.days) {
			continue
		}
		for _, phrases := range [][][]string{t.vague, t.giving} {
			if at, n := text.find(s, phrases, t.fine); n > 0 {
				hints = append(hints, text.hint(HintNoDate, at, n, ""))
				break
			}
		}
	}
	return hints
}
