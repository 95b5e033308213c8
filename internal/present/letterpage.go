package present

import (
	"slices"
	"strings"

	"github.com/rapport-desktop/rapport/internal/ending"
	"github.com/rapport-desktop/rapport/internal/guide"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// LetterPage is what the editor of a letter shows beside the text itself.
type LetterPage struct {
	Kind, Title, Use string   // what kind of letter, and when to write it
	Style, Language  Choices  // how it may be written
	To               []string // addresses of the client
	Subject, Body    string
	LetterCheck
	Book []BookLine // facts to put into the letter: what happened, what is promised, what is open
	Sent string     // "Sent on 30 June.", "" for a draft
	LetterHold
}

// LetterHold is what keeps a letter from going out.
type LetterHold struct {
	Held string // why it may not go out yet, "" when it may
	Gate bool   // it is held by the gate of the ending, and nothing else lets it go
}

// LetterCheck is what the tone check says of a letter.
type LetterCheck struct {
	Hints []LetterHint
	Clear string // what it looked for and did not find, "" if it found some of it
}

// Choices is one out of several.
type Choices struct {
	Chosen string // its code
	All    []Choice
}

// Choice is one thing that can be chosen.
type Choice struct {
	Code, Text string
}

// BookLine is a fact from the book.
type BookLine struct {
	Day    string // "15 May", "" for what has none
	Text   string // in the language of the window
	Insert string // what goes into the letter, in the letter's language where the words are ours
	Entry  rapport.ID
}

// LetterTitle names a kind of letter.
func (s *Speaker) LetterTitle(kind string) string { return s.T("letter." + kind + ".title") }

// LetterUse says in one sentence when to write a kind of letter.
func (s *Speaker) LetterUse(kind string) string { return s.T("letter." + kind + ".use") }

// LetterStyle names a style.
func (s *Speaker) LetterStyle(style string) string { return s.T("letter.style." + style) }

// LetterTooLong says that the mail program cannot be handed the body.
func (s *Speaker) LetterTooLong() string { return s.T("letter.too_long") }

// LetterPage words a letter for its editor. The facts are those it was drafted from.
func (s *Speaker) LetterPage(l rapport.Letter, facts LetterFacts) LetterPage {
	page := LetterPage{
		Kind: l.Kind, Title: s.LetterTitle(l.Kind), Use: s.LetterUse(l.Kind),
		Style:    Choices{Chosen: l.Style},
		Language: Choices{Chosen: l.Language},
		To:       facts.History.Client.Reach.Emails, Subject: l.Subject, Body: l.Body,
	}
	for _, style := range LetterStyles() {
		page.Style.All = append(page.Style.All, Choice{style, s.LetterStyle(style)})
	}
	for _, language := range Languages() {
		page.Language.All = append(page.Language.All, Choice{string(language), language.Own()})
	}
	switch {
	case !l.Sent.IsZero():
		page.Sent = s.T("letter.sent", Args{"Day": s.Day(l.Sent, facts.Today)})
		return page
	case l.Kind == letterClosing && facts.History.Client.State != rapport.EndedState:
		page.Held, page.Gate = s.afterTheEnd(facts), true
	case l.Held > facts.Today:
		day := Args{"Day": s.Day(l.Held, facts.Today)}
		page.Held = s.T("letter.held", day)
		if plan := facts.Way.EndPlan; l.Kind == letterNotice && plan != nil && plan.Open() && plan.Begun >= facts.Today {
			page.Held = s.T("letter.held_night", day)
		}
	}
	page.Hints, page.Clear = s.LetterHints(l)
	page.Book = s.bookLines(l, facts)
	return page
}

// afterTheEnd says when a closing letter may go out: once the engagement is over.
func (s *Speaker) afterTheEnd(facts LetterFacts) string {
	plan := facts.Way.EndPlan
	if plan == nil || !plan.Open() {
		return s.T("letter.after_end_later")
	}
	status := ending.StatusOf(*plan, facts.History.Obligations, facts.Way.Promises, facts.Today)
	if status.Ready() {
		return s.T("letter.after_end_finish")
	}
	return s.T("letter.after_end_earliest", Args{"Day": s.Day(status.Earliest, facts.Today)})
}

// LetterHint is one place in a letter that would make things worse, or is still
// to be filled in.
type LetterHint struct {
	guide.Hint
	InSubject bool   // From and To count within the subject
	Title     string // one bold line
	Why       string // the reason
	Action    string // label of what can be done at once: put Instead there, or take it out; "" where only the writer can
	Leave     string // label of leaving it as it is
}

// LetterHints reads a letter as it is being typed. The reasons are worded in the
// speaker's language, whatever the letter's. Clear says what was looked for and
// is not there; it is empty as long as there is some.
func (s *Speaker) LetterHints(l rapport.Letter) (hints []LetterHint, clear string) {
	tone := ToneOf(LetterLanguage(rapport.Client{Reach: rapport.Reach{Language: l.Language}}, s.language))
	for _, h := range tone.Check(l.Kind, l.Subject) {
		hints = append(hints, s.letterHint(h, true))
	}
	for _, h := range tone.Check(l.Kind, l.Body) {
		hints = append(hints, s.letterHint(h, false))
	}
	s.countBlanks(hints)
	return hints, s.clear(l, hints)
}

func (s *Speaker) letterHint(h guide.Hint, inSubject bool) LetterHint {
	hint := LetterHint{
		Hint: h, InSubject: inSubject,
		Why: s.T("tone." + h.Code + ".why"), Leave: s.T("tone.leave"),
	}
	if h.Code != guide.HintBlank { // these are counted: see countBlanks
		hint.Title = s.T("tone." + h.Code)
	}
	switch {
	case h.Code == guide.HintBlank || h.Code == guide.HintNoDate:
	case h.Instead == "":
		hint.Action = s.T("tone.take_out")
	default:
		hint.Action = s.T("tone.replace", Args{"Instead": h.Instead})
	}
	return hint
}

// countBlanks names the number of blanks in the title of each: one card speaks for
// all of them.
func (s *Speaker) countBlanks(hints []LetterHint) {
	blank := func(h LetterHint) bool { return h.Code == guide.HintBlank }
	n := 0
	for _, h := range hints {
		if blank(h) {
			n++
		}
	}
	for i := range hints {
		if blank(hints[i]) {
			hints[i].Title = s.N("tone.blank", n)
		}
	}
}

// clear says what a letter is free of. A date is only praised where there is one.
func (s *Speaker) clear(l rapport.Letter, hints []LetterHint) string {
	found := func(codes ...string) bool {
		return slices.ContainsFunc(hints, func(h LetterHint) bool { return slices.Contains(codes, h.Code) })
	}
	switch {
	case found(guide.HintInsult, guide.HintAbsolute) || strings.TrimSpace(l.Body) == "":
		return ""
	case found(guide.HintNoDate, guide.HintBlank) || !namesDay(Language(l.Language), l.Body):
		return s.T("tone.clear")
	default:
		return s.T("tone.clear_dated")
	}
}
