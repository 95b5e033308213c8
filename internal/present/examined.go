package present

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Examined is what comes to light by judging again with one thing changed. That
// takes a moment, so it may be put into the page after the page is shown.
type Examined struct {
	Question *QuestionCard // nil when no answer would change anything
	WhatIfs  []WhatIfRow
}

// QuestionCard is the one question whose answer would help most.
type QuestionCard struct {
	Code    string
	Text    string // "The complaint of 12 May: was it fair?"
	Why     string // why the answer matters, one sentence
	Entries []rapport.ID
	Options []OptionButton
}

// OptionButton is one answer.
type OptionButton struct {
	Code    string // as practice and command line take it: "partly"
	Label   string // "In part"
	Verdict rapport.Verdict
	Word    string // the verdict this answer would give
}

// WhatIfRow is one change with which the verdict would be another.
type WhatIfRow struct {
	Text    string // "Without the entry of 12 May (complaint)"
	Verdict rapport.Verdict
	Word    string
	Entries []rapport.ID // thought away; none where it lies ahead
}

// NewExamined words an examination of the assessment.
func NewExamined(s *Speaker, h assess.History, a assess.Assessment, x assess.Examination) Examined {
	worded := Examined{}
	if x.Question != nil {
		worded.Question = s.question(h, a, *x.Question)
	}
	for _, w := range x.WouldChange {
		worded.WhatIfs = append(worded.WhatIfs, WhatIfRow{
			Text: s.whatIf(h, w, a.On), Verdict: w.Verdict, Word: s.Verdict(w.Verdict), Entries: w.Without,
		})
	}
	return worded
}

func (s *Speaker) question(h assess.History, a assess.Assessment, q assess.Question) *QuestionCard {
	card := &QuestionCard{
		Code: q.Code, Text: s.asked(h, a, q), Why: s.T("ask." + q.Code + ".why"), Entries: q.About,
	}
	for _, o := range q.Options {
		card.Options = append(card.Options, OptionButton{
			Code: o.Code, Label: s.Option(q.Code, o.Code),
			Verdict: o.Verdict, Word: s.Verdict(o.Verdict),
		})
	}
	return card
}

// asked is the question as a sentence. It names the entries it is about, or the
// day the trouble began; where there is neither it is asked in general.
func (s *Speaker) asked(h assess.History, a assess.Assessment, q assess.Question) string {
	key, args := "ask."+q.Code, Args{}
	about := named(q.About, byID(h.Entries))
	switch {
	case len(about) > 0:
		args["Day"] = s.Day(about[len(about)-1].On, a.On)
	case q.Code == assess.AskWhatIsBehind && !a.Onset.IsZero():
		args["Day"] = s.Day(a.Onset, a.On)
	}
	if q.Kind != "" {
		args["Kind"] = s.Kind(q.Kind)
	}
	precise := key + ".about"
	if !s.has(precise) || len(args) == 0 {
		return s.T(key)
	}
	text := s.T(precise, args)
	if s.counted(precise) {
		text = s.N(precise, max(1, len(about)), args)
	}
	if text == missing(precise) { // it names what this question is not about
		return s.T(key)
	}
	return text
}

// Option words one answer to a question.
func (s *Speaker) Option(question, option string) string {
	if option == assess.DontKnow {
		return s.T("option.dont_know")
	}
	return s.T("option." + question + "." + option)
}

// whatIf says what would have to be otherwise, or to happen.
func (s *Speaker) whatIf(h assess.History, w assess.WhatIf, on rapport.Date) string {
	if w.Code == "" {
		return s.without(named(w.Without, byID(h.Entries)), on)
	}
	args := Args{
		"Day":  lazy(func() string { return s.Day(w.By, on) }),
		"Kind": lazy(func() string { return s.Inside(s.friction(w.Kind)) }),
	}
	key := "whatif." + w.Code
	if s.counted(key) {
		return s.N(key, max(1, w.Times), args)
	}
	return s.T(key, args)
}

// friction names a kind of friction, or friction as such.
func (s *Speaker) friction(k rapport.Kind) string {
	if k == "" {
		return s.Group(rapport.Friction)
	}
	return s.Kind(k)
}

// without names the entries thought away by their days, and a single one by its
// kind as well.
func (s *Speaker) without(entries []rapport.Entry, on rapport.Date) string {
	if len(entries) == 0 {
		return s.T("whatif.without_old")
	}
	slices.SortStableFunc(entries, func(x, y rapport.Entry) int { return cmp.Compare(x.On, y.On) })
	var days []string
	for _, e := range entries {
		days = append(days, s.Day(e.On, on))
	}
	return s.N("whatif.without", len(entries), Args{
		"Days": s.List(slices.Compact(days)), "What": s.Inside(s.Kind(entries[0].Kind)),
	})
}

// Inside is a name as it stands within a sentence: with a small letter, except in
// German, which writes its nouns with capitals.
func (s *Speaker) Inside(word string) string {
	switch s.language {
	case German:
		return word
	case Turkish:
		return strings.ToLowerSpecial(unicode.TurkishCase, word)
	default:
		return strings.ToLower(word)
	}
}

// byID finds entries by their id.
func byID(entries []rapport.Entry) map[rapport.ID]rapport.Entry {
	found := make(map[rapport.ID]rapport.Entry, len(entries))
	for _, e := range entries {
		found[e.ID] = e
	}
	return found
}
