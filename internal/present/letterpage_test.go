package present_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rapport-desktop/rapport/internal/guide"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// draft is a letter as the editor has it.
func draft(l present.Language, kind, body string) rapport.Letter {
	return rapport.Letter{Kind: kind, Language: string(l), Style: "formal", Subject: "About us", Body: body}
}

func TestTheEditorOffersStylesLanguagesAndReceivers(t *testing.T) {
	s := present.NewSpeaker(present.English, present.BritishFormats)
	page := s.LetterPage(draft(present.German, "reminder", "Hallo"), mercer())
	want := present.LetterPage{
		Kind: "reminder", Title: "Payment reminder", Use: "The first time money is late.",
		Style: present.Choices{Chosen: "formal", All: []present.Choice{{Code: "formal", Text: "Formal"}, {Code: "friendly", Text: "Friendly"}}},
		Language: present.Choices{Chosen: "de", All: []present.Choice{
			{Code: "en", Text: "English"}, {Code: "de", Text: "Deutsch"}, {Code: "tr", Text: "Türkçe"}, {Code: "nl", Text: "Nederlands"},
		}},
		To: []string{"ruth@example.com"}, Subject: "About us", Body: "Hallo",
		LetterCheck: present.LetterCheck{Clear: "No insult and no absolutes."},
	}
	page.Book = nil
	if diff := cmp.Diff(want, page); diff != "" {
		t.Errorf("page (-want +got):\n%s", diff)
	}
}

func TestFactsFromTheBookAreReadInTheWindowsLanguageAndWrittenInTheLetters(t *testing.T) {
	s := present.NewSpeaker(present.English, present.BritishFormats)
	facts := mercer()
	facts.Firm = "No work without a contract\n\n"
	entries := facts.History.Entries
	facts.History.Entries = entries[:2] // a demand with a note, a complaint without
	page := s.LetterPage(draft(present.German, "firm_no", ""), facts)
	want := []present.BookLine{
		{Day: "1 June", Text: "They asked where the hand-over was.", Insert: "1. Juni: They asked where the hand-over was.", Entry: entries[0].ID},
		{Day: "2 June", Text: "Complaint", Insert: "2. Juni: Beschwerde", Entry: entries[1].ID},
		{Day: "25 June", Text: "Promised for 2 July: The two missing exports", Insert: "The two missing exports, bis zum 2. Juli 2026"},
		{Day: "25 June", Text: "Promised for 9 July: The second export", Insert: "The second export, bis zum 9. Juli 2026"},
		{Day: "16 April", Text: "Invoice 2026-014 fell due, €800.00 open", Insert: "Rechnung 2026-014 vom 2. April 2026, fällig am 16. April 2026: 800,00\u00a0€"},
		{Day: "16 May", Text: "Invoice 2026-019 fell due, €400.01 open", Insert: "Rechnung 2026-019 vom 2. Mai 2026, fällig am 16. Mai 2026: 400,01\u00a0€"},
		{Text: "No work without a contract", Insert: "No work without a contract"},
	}
	if diff := cmp.Diff(want, page.Book); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
}

func TestALetterThatGivesOrClosesIsOfferedNothingThatWasHard(t *testing.T) {
	s, facts := present.NewSpeaker(present.English, present.BritishFormats), mercer()
	facts.History.Entries = facts.History.Entries[:2] // a demand and a complaint
	for kind, lets := range map[string]bool{"offer": true, "thanks": true, "notice": true, "closing": true, "firm_no": false} {
		offered := slices.ContainsFunc(s.LetterPage(draft("en", kind, ""), facts).Book, func(l present.BookLine) bool {
			return slices.ContainsFunc(facts.History.Entries, func(e rapport.Entry) bool { return e.ID == l.Entry && e.Kind.Group() == rapport.Friction })
		})
		if offered == lets {
			t.Errorf("%s: friction offered: %v", kind, offered)
		}
	}
}

func TestWhatLiesAheadIsNoFactOfTheBook(t *testing.T) {
	facts := mercer()
	facts.Today = rapport.NewDate(2026, 6, 2)
	for _, line := range present.NewSpeaker(present.English, present.BritishFormats).LetterPage(draft("en", "thanks", ""), facts).Book {
		if strings.HasPrefix(line.Day, "3 June") {
			t.Errorf("offers %q of tomorrow", line.Text)
		}
	}
}

func TestAHeldLetterSaysUntilWhenAndASentOneIsLeftAlone(t *testing.T) {
	s := present.NewSpeaker(present.English, present.BritishFormats)
	l := draft("en", "boundary", "You always do that. [day]")
	l.Held = today.AddDays(1)
	if page := s.LetterPage(l, mercer()); !strings.Contains(page.Held, "1 July") || page.Sent != "" {
		t.Errorf("held: %q, sent: %q", page.Held, page.Sent)
	}
	l.Held = today
	if page := s.LetterPage(l, mercer()); page.Held != "" {
		t.Errorf("on its day the letter is still held: %q", page.Held)
	}
	l.Sent = today
	page := s.LetterPage(l, mercer())
	if !strings.HasPrefix(page.Sent, "Sent on 30 June") || len(page.Hints)+len(page.Book) != 0 || page.Clear != "" {
		t.Errorf("a sent letter is still being worked on: %+v", page)
	}
}

func TestHintsAreWordedWithReasonAndWhatToDo(t *testing.T) {
	s := present.NewSpeaker(present.English, present.BritishFormats)
	body := "Sehr geehrte Frau Mercer,\n\nSie zahlen immer zu spät. Bis zum [Tag] überweisen Sie [Betrag].\n\nGrüße"
	hints, clear := s.LetterHints(draft(present.German, "reminder", body))
	if clear != "" {
		t.Errorf("clear is %q beside an absolute", clear)
	}
	var found []string
	for _, h := range hints {
		found = append(found, h.Code)
		if !h.InSubject && body[h.From:h.To] != h.Phrase {
			t.Errorf("%s: %q does not stand at %d", h.Code, h.Phrase, h.From)
		}
		if h.Title == "" || h.Why == "" || h.Leave == "" || strings.Contains(h.Title+h.Why+h.Action, "⟦") {
			t.Errorf("%s is not worded: %+v", h.Code, h)
		}
		if h.Code == guide.HintBlank && (h.Title != "Two blanks are still open" || h.Action != "") {
			t.Errorf("blank says %q and does %q", h.Title, h.Action)
		}
	}
	if !slices.Contains(found, guide.HintAbsolute) || !slices.Contains(found, guide.HintBlank) {
		t.Errorf("found %q, want an absolute and the blanks", found)
	}
}

func TestEveryHintIsWordedInEveryLanguage(t *testing.T) {
	for _, l := range present.Languages() {
		s := present.NewSpeaker(l, present.FormatsOf(l))
		for _, code := range guide.HintCodes() {
			if !s.Has("tone."+code) || !s.Has("tone."+code+".why") {
				t.Errorf("%s: %s is not worded", l, code)
			}
		}
	}
}

func TestADateIsOnlyPraisedWhereThereIsOne(t *testing.T) {
	const dated, plain = "No insult, no absolutes, and a date is given.", "No insult and no absolutes."
	for body, want := range map[string]string{
		"":                             "",
		"Thank you for the pictures.":  plain,
		"You have it by 2 July.":       dated,
		"You have it on July 2, 2026.": dated,
		"You have it by 02/07/2026.":   dated,
		"You have it on Thursday.":     dated,
		"You may have it.":             plain,
	} {
		if _, got := present.NewSpeaker(present.English, present.BritishFormats).LetterHints(draft("en", "thanks", body)); got != want {
			t.Errorf("%q: clear is %q, want %q", body, got, want)
		}
	}
	for l, body := range map[present.Language]string{
		present.German: "Sie haben es am 2. März.", present.Turkish: "2 Temmuz tarihine kadar", present.Dutch: "uiterlijk op 2 juli",
	} {
		if _, got := present.NewSpeaker(present.English, present.BritishFormats).LetterHints(draft(l, "thanks", body)); got != dated {
			t.Errorf("%s: clear is %q, want %q", l, got, dated)
		}
	}
}
