package present

import (
	"strings"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// document begins one with what all of them share.
func (s *Speaker) document(title string, on rapport.Date) Document {
	return Document{
		Title: title, Language: string(s.language), Day: on,
		Page: s.T("paper.page"), Unprintable: s.T("paper.unprintable"),
	}
}

// calendarDay writes a day for something that is read much later: 30 June 2026.
func (s *Speaker) calendarDay(d rapport.Date) string {
	return s.dayOfYear(d, s.names.MonthWide(d.Time().Month()))
}

// verifyCommand works the fingerprints out with what every Unix has, so that nobody
// needs this program to check what it wrote.
const verifyCommand = `p=; while IFS= read -r l || [ -n "$l" ]; do p=$(printf '%s\n%s' "$p" "$l" | sha256sum | cut -d' ' -f1); echo "$p"; done < lines.txt`

// DossierDocument sets out the facts of an engagement in their order, each with its
// fingerprint, and says how they can be verified: without this program, by anyone.
func DossierDocument(s *Speaker, d rapport.Dossier) Document {
	doc := s.document(s.T("paper.dossier.title", Args{"Client": d.Client.Name}), d.On)
	doc.Subject = s.T("paper.dossier.drawn_up", Args{"Day": s.calendarDay(d.On)})
	if len(d.Facts) == 0 {
		doc.Blocks = []Block{Text{Body: s.T("paper.dossier.empty")}}
		return doc
	}
	doc.Blocks = []Block{
		Text{Body: s.T("paper.dossier.intro")},
		Details{Rows: s.dossierHead(d)},
		Heading{s.T("paper.dossier.facts")},
	}
	lines := make([]string, len(d.Facts))
	for i, f := range d.Facts {
		doc.Blocks = append(doc.Blocks, s.chained(f))
		lines[i] = f.Line()
	}
	doc.Blocks = append(doc.Blocks,
		Heading{s.T("paper.dossier.verify")},
		Text{Body: s.T("paper.dossier.how")},
		Text{Body: strings.Join(lines, "\n"), Style: Exact},
		Text{Body: s.T("paper.dossier.command")},
		Text{Body: verifyCommand, Style: Exact})
	return doc
}

// dossierHead is what stands above the facts. The last fingerprint vouches for all of
// them: whoever has noted it can tell whether anything changed.
func (s *Speaker) dossierHead(d rapport.Dossier) []Pair {
	last := d.Facts[len(d.Facts)-1]
	rows := []Pair{{s.T("paper.dossier.client"), d.Client.Name}}
	if d.Client.Organisation != "" {
		rows = append(rows, Pair{s.T("paper.dossier.organisation"), d.Client.Organisation})
	}
	return append(rows,
		Pair{s.T("paper.dossier.span"), s.T("paper.dossier.from_to", Args{"From": s.Date(d.Facts[0].On), "To": s.Date(last.On)})},
		Pair{s.T("paper.dossier.number"), s.Number(float64(len(d.Facts)), 0)},
		Pair{s.T("paper.dossier.last"), last.Hash})
}

// happened names what happened as somebody would who takes no side: a remark, where
// the journal says disrespect.
func (s *Speaker) happened(kind rapport.Kind) string {
	if key := "paper.kind." + string(kind); s.has(key) {
		return s.T(key)
	}
	return s.Kind(kind)
}

// chained words one fact.
func (s *Speaker) chained(f rapport.Fact) Chained {
	title := s.T("paper.fact."+string(f.Code), Args{"Number": f.Number})
	if f.Code == rapport.FactEntry {
		title = s.happened(f.Kind)
	}
	var lines []string
	if f.Amount.Currency != "" {
		key := "paper.amount"
		if f.Code == rapport.FactEntry {
			key = "paper.given"
		}
		lines = append(lines, s.T(key, Args{"Amount": f.Amount}))
	}
	if !f.Due.IsZero() {
		key := "paper.due"
		if f.Code == rapport.FactNotice || f.Code == rapport.FactCure {
			key = "paper.until"
		}
		lines = append(lines, s.T(key, Args{"Day": s.Date(f.Due)}))
	}
	if f.What != "" {
		lines = append(lines, f.What)
	}
	return Chained{Day: s.Date(f.On), What: title, Text: strings.Join(lines, "\n"), Hash: f.Hash}
}
