package present

import (
	"math"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// ReviewJSON is a review for other programs. Field names and codes never change;
// texts are in the language asked for. A field with nothing to say is absent.
type ReviewJSON struct {
	On      rapport.Date `json:"on"`
	Clients []ClientJSON `json:"clients"`
}

// ClientJSON is the assessment of one client.
type ClientJSON struct {
	Client     string            `json:"client"`
	Verdict    rapport.Verdict   `json:"verdict"`
	Strain     int               `json:"strain"`
	Parts      assess.Parts      `json:"parts"`
	Source     *assess.Shares    `json:"source,omitempty"` // rounded to hundredths
	Confidence assess.Confidence `json:"confidence,omitempty"`
	Ladder     []RungJSON        `json:"ladder,omitempty"`
	Reasons    []ReasonJSON      `json:"reasons,omitempty"`
	OutlookJSON
	BusinessJSON
	HistoryJSON
}

// RungJSON is one rung that was tried.
type RungJSON struct {
	Rung string       `json:"rung"`
	On   rapport.Date `json:"on"`
	Held bool         `json:"held"`
}

// ReasonJSON is one piece of evidence. Entries are "2026-05-12 hardship", day and
// kind as in the journal file; invoices are their numbers.
type ReasonJSON struct {
	Toward   assess.Source `json:"toward,omitempty"`
	Decibans float64       `json:"decibans"` // to one decimal
	Entries  []string      `json:"entries,omitempty"`
	Invoices []string      `json:"invoices,omitempty"`
	Text     string        `json:"text"`
}

// Judged is an assessment with the history it was made from.
type Judged struct {
	History     assess.History
	Assessment  assess.Assessment
	Examination *assess.Examination // nil when nobody examined
	Findings    Findings
}

// NewReviewJSON words the assessments of one day, in the order given.
func NewReviewJSON(s *Speaker, judged []Judged, on rapport.Date) ReviewJSON {
	review := ReviewJSON{On: on, Clients: make([]ClientJSON, 0, len(judged))}
	for _, j := range judged {
		review.Clients = append(review.Clients, s.clientJSON(j))
	}
	return review
}

func (s *Speaker) clientJSON(j Judged) ClientJSON {
	a := j.Assessment
	client := ClientJSON{
		Client: j.History.Client.Name, Verdict: a.Verdict, Strain: whole(a.Strain), Parts: roundParts(a.Parts),
		Confidence: a.Confidence, Reasons: s.reasonsJSON(j),
		OutlookJSON: s.outlookJSON(j), BusinessJSON: businessJSON(a), HistoryJSON: s.historyJSON(j),
	}
	if weighed(a) {
		percents := hundred([]float64{a.Source.Pattern, a.Source.Circumstance, a.Source.Ours})
		client.Source = &assess.Shares{
			Pattern:      float64(percents[0]) / 100,
			Circumstance: float64(percents[1]) / 100,
			Ours:         float64(percents[2]) / 100,
		}
	}
	for _, rung := range a.Ladder {
		client.Ladder = append(client.Ladder, RungJSON{Rung: rung.Code, On: rung.On, Held: rung.Held()})
	}
	return client
}

// entryNames calls entries by day and kind, as a journal file does.
func entryNames(entries []rapport.Entry) map[rapport.ID]string {
	names := make(map[rapport.ID]string, len(entries))
	for _, e := range entries {
		names[e.ID] = e.On.String() + " " + string(e.Kind)
	}
	return names
}

func (s *Speaker) reasonsJSON(j Judged) []ReasonJSON {
	entries := entryNames(j.History.Entries)
	numbers := make(map[rapport.ID]string, len(j.History.Invoices))
	for _, v := range j.History.Invoices {
		numbers[v.ID] = v.Number
	}
	var reasons []ReasonJSON
	for _, r := range j.Assessment.Reasons {
		reasons = append(reasons, ReasonJSON{
			Toward: r.Toward, Decibans: round(r.Decibans, 10), Text: s.Reason(r, j.Assessment.On),
			Entries: named(r.Entries, entries), Invoices: named(r.Invoices, numbers),
		})
	}
	return reasons
}

// named replaces ids by what they name, leaving out what is not in the history.
func named[T any](ids []rapport.ID, names map[rapport.ID]T) []T {
	var found []T
	for _, id := range ids {
		if name, ok := names[id]; ok {
			found = append(found, name)
		}
	}
	return found
}

func roundParts(p assess.Parts) assess.Parts {
	return assess.Parts{
		Demands: round(p.Demands, 1), Complaints: round(p.Complaints, 1), Conduct: round(p.Conduct, 1),
		Payment: round(p.Payment, 1), Energy: round(p.Energy, 1),
	}
}

// round rounds to a fraction of one: 10 for tenths.
func round(n, fraction float64) float64 { return math.Round(n*fraction) / fraction }
