package present

import (
	"slices"
	"strings"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// in returns a speaker of another language, with formats that fit it.
func (s *Speaker) in(l Language) *Speaker {
	if l == s.language {
		return s
	}
	return NewSpeaker(l, FormatsFor(l, string(s.formats)))
}

// SheetDocument is the expectation sheet as it is sent to the client, in their
// language. What says nothing is left out. From is who sends it, "" where the
// practice has no name.
func SheetDocument(s *Speaker, client rapport.Client, sheet rapport.Sheet, on rapport.Date, from string) Document {
	s = s.in(LetterLanguage(client, s.language))
	doc := s.document(s.T("paper.sheet.title"), on)
	doc.Subject = s.T("paper.sheet.between", Args{"From": from, "Client": client.Name, "Day": s.calendarDay(on)})
	if from == "" {
		doc.Subject = s.T("paper.sheet.for", Args{"Client": client.Name, "Day": s.calendarDay(on)})
	}
	doc.Blocks = []Block{Text{Body: s.T("paper.sheet.intro")}}
	gaps := sheet.Gaps()
	for _, clause := range rapport.Clauses() {
		if !slices.Contains(gaps, clause) {
			doc.Blocks = append(doc.Blocks, Heading{s.T("paper.clause." + string(clause))}, Text{Body: strings.TrimSpace(sheet.Clauses[clause])})
		}
	}
	closing := s.T("paper.sheet.open")
	if !sheet.Agreed.IsZero() {
		closing = s.T("paper.sheet.agreed", Args{"Day": s.calendarDay(sheet.Agreed)})
	}
	doc.Blocks = append(doc.Blocks, Text{Body: closing, Style: Quiet})
	return doc
}

// LetterDocument sets a letter on paper: who writes, to whom, the day, the subject and
// the words as they stand. From is the name of the practice, "" where it has none.
func LetterDocument(s *Speaker, l rapport.Letter, client rapport.Client, from string) Document {
	s = s.in(LetterLanguage(rapport.Client{Reach: rapport.Reach{Language: l.Language}}, s.language))
	day := l.Sent
	if l.Draft() {
		day = max(l.Written, l.Held)
	}
	doc := s.document(l.Subject, day)
	if strings.TrimSpace(l.Subject) == "" {
		doc.Title = s.T("paper.letter", Args{"Client": client.Name})
	}
	doc.Bare = true
	to := client.Name
	if client.Organisation != "" && client.Organisation != client.Name {
		to += "\n" + client.Organisation
	}
	for _, t := range []Text{
		{from, Quiet}, {to, Plain}, {s.calendarDay(day), Right}, {l.Subject, Strong}, {l.Body, Plain},
	} {
		if strings.TrimSpace(t.Body) != "" {
			doc.Blocks = append(doc.Blocks, t)
		}
	}
	return doc
}

// LimitsFacts is what whoever steps in has to know.
type LimitsFacts struct {
	From   string          // the name of the practice, "" where it has none
	On     rapport.Date    //
	Limits rapport.Limits  // those that hold: the client's own where there are some
	Own    Own             //
	Client *rapport.Client // the one it is about; nil for all
	Open   []rapport.Promise
}

// LimitsDocument is a page to give to whoever steps in: how far to go, what is not
// negotiable, what was promised, and whom to turn to.
func LimitsDocument(s *Speaker, f LimitsFacts) Document {
	doc := s.document(s.T("paper.limits.title"), f.On)
	doc.Subject = s.limitsSubject(f)
	doc.Blocks = []Block{Text{Body: s.T("paper.limits.intro")}}
	if f.Client != nil {
		doc.Blocks = append(doc.Blocks, s.aboutThem(*f.Client, f.Open)...)
	}
	if rows := s.limitRows(f.Limits); len(rows) > 0 {
		doc.Blocks = append(doc.Blocks, Heading{s.T("paper.limits.far")},
			Grid{Head: []string{s.T("paper.limits.what"), s.T("paper.limits.at"), s.T("paper.limits.then")}, Rows: rows})
	}
	if f.Own.Remedy.Minor > 0 {
		doc.Blocks = append(doc.Blocks, Text{Body: s.T("paper.limits.remedy", Args{"Amount": f.Own.Remedy})})
	}
	if len(f.Own.Firm) > 0 {
		doc.Blocks = append(doc.Blocks, Heading{s.T("paper.limits.firm")}, Points{Items: f.Own.Firm})
	}
	if len(f.Own.Helpers) > 0 {
		rows := make([][]string, len(f.Own.Helpers))
		for i, h := range f.Own.Helpers {
			rows[i] = []string{h.Name, h.For, h.Reach}
		}
		doc.Blocks = append(doc.Blocks, Heading{s.T("paper.limits.helpers")},
			Grid{Head: []string{s.T("paper.limits.who"), s.T("paper.limits.for"), s.T("paper.limits.reach")}, Rows: rows})
	}
	doc.Blocks = append(doc.Blocks, Text{Body: s.T("paper.limits.threat"), Style: Quiet})
	return doc
}

func (s *Speaker) limitsSubject(f LimitsFacts) string {
	day := s.calendarDay(f.On)
	switch {
	case f.Client != nil:
		return s.T("paper.limits.about", Args{"Client": f.Client.Name, "Day": day})
	case f.From != "":
		return s.T("paper.limits.of", Args{"From": f.From, "Day": day})
	default:
		return day
	}
}

// aboutThem says who is who with a client, what matters to them, and what they were
// promised.
func (s *Speaker) aboutThem(c rapport.Client, open []rapport.Promise) (blocks []Block) {
	var rows []Pair
	for _, p := range []Pair{{s.T("paper.limits.people"), c.About.People}, {s.T("paper.limits.needs"), c.About.Needs}} {
		if strings.TrimSpace(p.Value) != "" {
			rows = append(rows, p)
		}
	}
	if len(rows) > 0 {
		blocks = append(blocks, Details{Rows: rows})
	}
	if len(open) > 0 {
		promised := make([][]string, len(open))
		for i, p := range open {
			promised[i] = []string{s.Date(p.By), p.What}
		}
		blocks = append(blocks, Heading{s.T("paper.limits.promised")},
			Grid{Head: []string{s.T("paper.limits.by"), s.T("paper.limits.promise")}, Rows: promised})
	}
	return blocks
}

// limitRows says of each limit that was set where it lies and what to do there.
func (s *Speaker) limitRows(l rapport.Limits) (rows [][]string) {
	for _, limit := range []struct {
		axis assess.Axis
		at   int
	}{{assess.Hostility, l.Hostility}, {assess.Complexity, l.Complexity}, {assess.Minutes, l.Minutes}} {
		if limit.at > 0 {
			axis := string(limit.axis)
			rows = append(rows, []string{s.Axis(limit.axis),
				s.T("paper.at."+axis, Args{"Limit": s.measure(limit.axis, limit.at)}), s.T("paper.then." + axis)})
		}
	}
	return rows
}

// HeadsUpDocument is the card before a contact, on paper: for a meeting without a
// screen.
func HeadsUpDocument(s *Speaker, h HeadsUp, on rapport.Date) Document {
	doc := s.document(h.Name, on)
	doc.Subject = s.calendarDay(on)
	for _, line := range []Text{{h.Line, Quiet}, {h.First, Strong}} {
		if line.Body != "" {
			doc.Blocks = append(doc.Blocks, line)
		}
	}
	for _, f := range h.Flags {
		doc.Blocks = append(doc.Blocks, Text{Body: f.Text + " (" + f.Until + ")"})
	}
	for _, part := range h.Sections {
		doc.Blocks = append(doc.Blocks, Heading{part.Title}, Points{Items: part.Lines})
	}
	return doc
}
