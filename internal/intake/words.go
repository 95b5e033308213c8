package intake

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Words is what the quick line knows of language: which words mean which kind,
// day, channel and so on, in several languages at once. It does not change once
// made and may be shared. The nil value knows no words.
type Words struct {
	facts     map[string]meaning // what a word or phrase sets or does to the words behind it, by its folded form
	numbers   map[string]meaning
	units     map[string]meaning
	months    map[string]meaning
	durations map[string]meaning
	ratings   map[string]meaning // words that name the number behind them: "severity 4"
	around    map[string]meaning // "… ago", "vor …", "… değil"
	plain     map[string]meaning // words that make a number before them a count, or a time not worked
	longest   int                // most words a phrase of facts has
}

// meaning is what one word stands for.
type meaning struct {
	key   string // of the table it stands in
	value string // last part of the key
	role  Role   // for facts; else roleLean, roleStop or ""
	told  bool   // stands behind the first semicolon: it tells what happened rather than naming it
	sure  bool   // stands behind the second: a channel beyond doubt among the facts
}

// Conflict is a word that means two things.
type Conflict struct {
	Word     string // folded
	Meanings []Meaning
	Chosen   string // the key that counts, that of the preferred language; "" when it decides nothing and the word is not read
}

// Meaning is one of the things a word means.
type Meaning struct {
	Language, Key string
}

// Roles of words that set nothing themselves.
const (
	roleLean Role = "lean" // belongs to the fact behind it: "was", "on"
	roleStop Role = "stop" // begins the note: "not", "we", and false friends of other languages
)

// area is a family of tables. The tables of all areas that go into one map are
// asked at the same place of a line, so among them a word may mean only one thing.
// In two maps it may well stand: "on" leads to a weekday in English and counts ten
// in Turkish.
type area struct {
	prefix string
	role   Role
	into   func(*Words) map[string]meaning
	check  func(value string) error
}

func factsOf(w *Words) map[string]meaning     { return w.facts }
func numbersOf(w *Words) map[string]meaning   { return w.numbers }
func unitsOf(w *Words) map[string]meaning     { return w.units }
func monthsOf(w *Words) map[string]meaning    { return w.months }
func durationsOf(w *Words) map[string]meaning { return w.durations }
func ratingsOf(w *Words) map[string]meaning   { return w.ratings }
func aroundOf(w *Words) map[string]meaning    { return w.around }
func plainOf(w *Words) map[string]meaning     { return w.plain }

// The tables. Their lists are separated by commas. Behind a semicolon stand the
// words that tell ("complained", "phoned") rather than name ("complaint", "phone"):
// they set the fact and stay in the note. Behind a second one stand, for channels,
// the phrases that are beyond doubt among the facts ("by phone"). A verb that can
// tell something else as well ("called me an amateur") belongs in no table, only
// the phrase that leaves no doubt ("called me on the phone").
// Where a word works on what is before or behind it, an ellipsis marks the place:
// "vor …", "… ago".
var areas = []area{
	{"quick.kind.", RoleKind, factsOf, func(v string) error { return rapport.Kind(v).Check() }},
	{"quick.justified.", RoleJustified, factsOf, func(v string) error { return rapport.Justified(v).Check() }},
	{"quick.scope.", RoleScope, factsOf, func(v string) error { return rapport.Scope(v).Check() }},
	{"quick.channel.", RoleChannel, factsOf, func(v string) error { return rapport.Channel(v).Check() }},
	{"quick.day.", RoleDate, factsOf, oneOf(slices.Collect(maps.Keys(dayWords))...)},
	{"quick.weekday.", RoleDate, factsOf, oneOf(weekdayCodes...)},
	{"quick.lean.", roleLean, factsOf, oneOf(leanKind, leanDay)},
	{"quick.stop.", roleStop, factsOf, oneOf(stopNot, stopOther)},
	{"quick.denied.", "", aroundOf, oneOf(deniedNot)},
	{"quick.past.", "", aroundOf, oneOf(pastAgo)},
	{"quick.month.", "", monthsOf, numeric},
	{"quick.number.", "", numbersOf, numeric},
	{"quick.duration.", "", durationsOf, numeric},
	{"quick.unit.", "", unitsOf, oneOf(unitMinute, unitHour, unitDay, unitWeek)},
	{"quick.rating.", "", ratingsOf, oneOf(string(RoleSeverity), string(RoleEnergy), string(RoleAnger))},
	{"quick.behind.", "", plainOf, oneOf(behindCount, behindTime)},
}

// The values of tables that are no codes of the vocabulary.
const (
	unitMinute, unitHour, unitDay, unitWeek = "minute", "hour", "day", "week"

	pastAgo, deniedNot      = "ago", "not"
	stopNot, stopOther      = "not", "other"
	leanKind, leanDay       = "kind", "day"
	behindCount, behindTime = "count", "time"
)

const ellipsis = "…"

// NewWords builds the words from flat tables, one a language: a key such as
// "quick.kind.complaint" to its list of words. Keys that do not begin with
// "quick." are passed over, so a whole catalogue may be handed in; a "quick." key
// that is none of the tables is an error.
//
// Where a word means two things, the preferred language decides; where that has
// no opinion the word is left out, so that it stays in the note. Either way the
// conflict is returned.
func NewWords(preferred string, tables map[string]map[string]string) (*Words, []Conflict, error) {
	w := &Words{
		facts: map[string]meaning{}, numbers: map[string]meaning{}, units: map[string]meaning{},
		months: map[string]meaning{}, durations: map[string]meaning{}, ratings: map[string]meaning{},
		around: map[string]meaning{}, plain: map[string]meaning{},
	}
	all, err := collect(preferred, tables)
	if err != nil {
		return nil, nil, err
	}
	var conflicts []Conflict
	for i := range all {
		s := &all[i]
		conflicts = append(conflicts, s.settle(w, preferred)...)
	}
	w.addCodes()
	for phrase := range w.facts {
		w.longest = max(w.longest, strings.Count(phrase, " ")+1)
	}
	slices.SortFunc(conflicts, func(a, b Conflict) int { return strings.Compare(a.Word, b.Word) })
	return w, conflicts, nil
}

// addCodes makes the codes of the kinds words of every language, unless a language
// uses one otherwise.
func (w *Words) addCodes() {
	for _, kind := range rapport.Kinds() {
		if code := wordKey(string(kind)); w.facts[code].key == "" {
			w.facts[code] = meaning{key: "quick.kind." + string(kind), value: string(kind), role: RoleKind}
		}
	}
}

// sayings are the words of one map of Words before they are settled.
type sayings struct {
	into  func(*Words) map[string]meaning
	words map[string][]saying // by spelling in the table
	order []string
}

// saying is one entry of one language's list.
type saying struct {
	language string
	meaning
}

// collect reads every list. Areas that fill the same map share their sayings, for
// a word must be one thing among all of them.
func collect(preferred string, tables map[string]map[string]string) ([]sayings, error) {
	var all []sayings
	at := map[string]int{}
	for _, language := range languagesOf(preferred, tables) {
		for _, key := range slices.Sorted(maps.Keys(tables[language])) {
			if !strings.HasPrefix(key, "quick.") {
				continue
			}
			a, value, err := areaOf(key)
			if err != nil {
				return nil, fmt.Errorf("%s words: %w", language, err)
			}
			group := mapOf(a)
			if _, known := at[group]; !known {
				at[group] = len(all)
				all = append(all, sayings{into: a.into, words: map[string][]saying{}})
			}
			s := &all[at[group]]
			s.read(tables[language][key], saying{language, meaning{key: key, value: value, role: a.role}})
		}
	}
	return all, nil
}

// mapOf names the map an area fills.
func mapOf(a area) string {
	switch {
	case a.role != "":
		return "facts"
	case a.prefix == "quick.denied." || a.prefix == "quick.past.":
		return "around"
	}
	return a.prefix
}

// languagesOf puts the preferred language first, so that its way of seeing a word
// counts where languages agree on the meaning.
func languagesOf(preferred string, tables map[string]map[string]string) []string {
	languages := slices.Sorted(maps.Keys(tables))
	if i := slices.Index(languages, preferred); i > 0 {
		languages = slices.Insert(slices.Delete(languages, i, i+1), 0, preferred)
	}
	return languages
}

func areaOf(key string) (area, string, error) {
	for _, a := range areas {
		value, ok := strings.CutPrefix(key, a.prefix)
		if !ok {
			continue
		}
		if err := a.check(value); err != nil {
			return area{}, "", fmt.Errorf("key %s: %w", key, err)
		}
		return a, value, nil
	}
	return area{}, "", fmt.Errorf("key %s is no table of the quick line", key)
}

func (s *sayings) read(list string, each saying) {
	for i, part := range strings.SplitN(list, ";", 3) {
		each.told, each.sure = i == 1, i == 2
		for word := range strings.SplitSeq(part, ",") {
			word = strings.TrimSpace(word)
			if word == "" {
				continue
			}
			if s.words[word] == nil {
				s.order = append(s.order, word)
			}
			s.words[word] = append(s.words[word], each)
		}
	}
}

// settle decides each word and files it under the forms it may be typed in. A
// form without accents yields to a word that is really written so.
func (s *sayings) settle(w *Words, preferred string) []Conflict {
	into := s.into(w)
	var conflicts []Conflict
	for _, form := range []func(string) string{phraseKey(Fold), phraseKey(bare)} {
		forms, order := map[string][]saying{}, []string(nil)
		for _, word := range s.order {
			key := form(word)
			if _, taken := into[key]; taken {
				continue
			}
			if forms[key] == nil {
				order = append(order, key)
			}
			forms[key] = append(forms[key], s.words[word]...)
		}
		for _, key := range order {
			chosen, conflict := decide(key, forms[key], preferred)
			if chosen.key != "" {
				into[key] = chosen
			}
			if conflict != nil && !slices.ContainsFunc(conflicts, func(c Conflict) bool { return c.Word == key }) {
				conflicts = append(conflicts, *conflict)
			}
		}
	}
	return conflicts
}

// decide picks what a word means.
func decide(word string, said []saying, preferred string) (meaning, *Conflict) {
	var keys, own []string
	conflict := Conflict{Word: word}
	for _, s := range said {
		conflict.Meanings = append(conflict.Meanings, Meaning{s.language, s.key})
		if !slices.Contains(keys, s.key) {
			keys = append(keys, s.key)
			if s.language == preferred {
				own = append(own, s.key)
			}
		}
	}
	if len(keys) == 1 {
		return said[0].meaning, nil
	}
	if len(own) != 1 {
		return meaning{}, &conflict
	}
	conflict.Chosen = own[0]
	at := slices.IndexFunc(said, func(s saying) bool { return s.key == own[0] })
	return said[at].meaning, &conflict
}

// phraseKey is the form a phrase is looked up by: hyphens and underscores part
// words as blanks do, so no-show, no_show and "no show" are one.
func phraseKey(form func(string) string) func(string) string {
	return func(s string) string {
		return strings.ReplaceAll(form(parted.Replace(s)), "...", ellipsis)
	}
}

var parted = strings.NewReplacer("-", " ", "_", " ")

func oneOf(values ...string) func(string) error {
	return func(v string) error {
		if !slices.Contains(values, v) {
			return fmt.Errorf("%q is none of %v", v, values)
		}
		return nil
	}
}

func numeric(v string) error {
	if _, err := strconv.Atoi(v); err != nil {
		return fmt.Errorf("not a number: %w", err)
	}
	return nil
}
