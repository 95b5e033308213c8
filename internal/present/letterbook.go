package present

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// How many facts of each sort are offered beside a letter.
const (
	offeredEntries  = 5
	offeredPromises = 3
	offeredInvoices = 3
)

// bookLines offers what the book knows for the letter: the latest entries in the
// order they happened, then what is promised, what is overdue and, where the letter
// says no, what is not negotiable. A note is in the user's own words; whether it
// goes into the letter is their choice, and the tone check reads it there.
func (s *Speaker) bookLines(l rapport.Letter, facts LetterFacts) []BookLine {
	language := LetterLanguage(rapport.Client{Reach: rapport.Reach{Language: l.Language}}, s.language)
	w := letterWriter{
		Speaker: NewSpeaker(language, FormatsFor(language, string(s.formats))), LetterFacts: facts, kind: l.Kind, style: l.Style,
	}
	lines := each(w.latest(), func(e rapport.Entry) BookLine { return s.entryLine(w, e) })
	promises := w.openPromises()
	for _, p := range promises[:min(len(promises), offeredPromises)] {
		text := s.T("letter.book.promise", Args{"What": sentenceless(p.What), "By": s.Day(p.By, facts.Today)})
		lines = append(lines, BookLine{Day: s.Day(p.Given, facts.Today), Text: text, Insert: w.dated(p.What, p.By)})
	}
	invoices := w.invoices()
	for _, v := range invoices[:min(len(invoices), offeredInvoices)] {
		text := s.T("letter.book.invoice", Args{"Number": v.Number, "Amount": v.OpenOn(facts.Today)})
		lines = append(lines, BookLine{Day: s.Day(v.Due, facts.Today), Text: text, Insert: w.invoiceLine(w.invoiceArgs(v))})
	}
	if l.Kind == letterFirmNo || l.Kind == letterBoundary {
		for firm := range strings.Lines(facts.Firm) {
			if firm = strings.TrimSpace(firm); firm != "" {
				lines = append(lines, BookLine{Text: firm, Insert: firm})
			}
		}
	}
	return lines
}

// letsBe reports whether a letter leaves what was hard alone: it gives something, or
// it is the last one.
func (w letterWriter) letsBe() bool {
	return slices.Contains([]string{letterOffer, letterFlourish, letterThanks, letterNotice, letterClosing}, w.kind)
}

// latest returns the last entries that tell of something, the oldest of them first.
func (w letterWriter) latest() []rapport.Entry {
	entries := slices.DeleteFunc(slices.Clone(w.History.Entries), func(e rapport.Entry) bool {
		return e.On > w.Today || e.Kind == rapport.Contact && strings.TrimSpace(e.Note) == "" ||
			w.letsBe() && e.Kind.Group() == rapport.Friction
	})
	slices.SortStableFunc(entries, func(a, b rapport.Entry) int { return cmp.Compare(a.On, b.On) })
	return entries[max(0, len(entries)-offeredEntries):]
}

// entryLine offers an entry by its note, or by its kind where there is none.
func (s *Speaker) entryLine(w letterWriter, e rapport.Entry) BookLine {
	note, _, _ := strings.Cut(strings.TrimSpace(e.Note), "\n")
	line := BookLine{Day: s.Day(e.On, w.Today), Text: note, Insert: note, Entry: e.ID}
	if note == "" {
		line.Text, line.Insert = s.Kind(e.Kind), w.Kind(e.Kind)
	}
	line.Insert = w.T("letter.line.entry", Args{"Day": w.Day(e.On, w.Today), "What": line.Insert})
	return line
}

// inFigures is a day as 30.06. or 30/06/2026.
var inFigures = regexp.MustCompile(`\b\d{1,2}[./-]\d{1,2}([./-]|\b)`)

// namesDay reports whether a text of a language names a day: in figures, beside
// the name of a month, or by the day of the week.
func namesDay(l Language, text string) bool {
	if inFigures.MatchString(text) {
		return true
	}
	names := layoutOf(FormatsOf(l)).names()
	for m := time.January; m <= time.December; m++ {
		month := regexp.QuoteMeta(names.MonthWide(m))
		beside := regexp.MustCompile(`\d\.?[ \x{a0}]` + month + `|` + month + `[ \x{a0}]\d`)
		if strings.Contains(text, names.MonthWide(m)) && beside.MatchString(text) {
			return true
		}
	}
	return slices.ContainsFunc(names.WeekdaysWide(), func(day string) bool { return strings.Contains(text, day) })
}
