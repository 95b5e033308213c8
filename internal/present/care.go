package present

import (
	"slices"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// CareCard says which of two ways this client is worked with now, and the small
// things that belong to it. It is empty for an engagement that is ending, is over,
// or asks for safety first.
type CareCard struct {
	Mode       CareMode
	Title      string // "Steady care"
	Text       string
	LastGood   string // "Last good word 18 days ago."
	NoUpsell   string // that nothing is sold while a complaint is open, "" otherwise
	Flourishes []FlourishRow
}

// CareMode is one of the two ways.
type CareMode string

// The two ways.
const (
	SteadyCare   CareMode = "steady"
	RecoveryCare CareMode = "recovery"
)

// FlourishRow is a small thing that is worth more than it takes.
type FlourishRow struct {
	Code    string
	Text    string
	Minutes int
	Takes   string // "2 min"
}

// flourish is a small thing, the minutes it takes and the ways it suits.
type flourish struct {
	code    string
	minutes int
	modes   []CareMode
}

// flourishes are the small things there are.
func flourishes() []flourish {
	steady, both, recovery := []CareMode{SteadyCare}, []CareMode{SteadyCare, RecoveryCare}, []CareMode{RecoveryCare}
	return []flourish{
		{"names", 1, both}, {"thanks", 2, steady}, {"raised", 2, recovery}, {"recall", 3, steady}, {"ahead", 5, both},
		{"glimpse", 5, steady}, {"tip", 10, steady}, {"after_fix", 10, recovery}, {"card", 10, steady},
		{"check_in", 15, steady}, {"introduce", 20, steady},
	}
}

// FlourishCodes returns the codes of the small things, the quickest first.
func FlourishCodes() []string {
	return each(flourishes(), func(f flourish) string { return f.code })
}

// NewCareCard words the card.
func NewCareCard(s *Speaker, k Known) CareCard {
	verdict := k.Standing.Assessment.Verdict
	if verdict == "" || verdict == rapport.Safety || verdict == rapport.End || parting(k.Standing) {
		return CareCard{}
	}
	card := CareCard{Mode: SteadyCare, LastGood: s.lastGood(k)}
	open := complaintOpen(k)
	if open || verdict == rapport.ExtraMile || verdict == rapport.Mend {
		card.Mode = RecoveryCare
	}
	if open {
		card.NoUpsell = s.T("care.no_upsell")
	}
	card.Title, card.Text = s.T("care."+string(card.Mode)), s.T("care."+string(card.Mode)+".text")
	for _, f := range flourishes() {
		if slices.Contains(f.modes, card.Mode) {
			card.Flourishes = append(card.Flourishes, FlourishRow{
				Code: f.code, Text: s.T("flourish." + f.code), Minutes: f.minutes, Takes: s.Duration(f.minutes),
			})
		}
	}
	return card
}

// Passages is the card as text.
func (c CareCard) Passages(s *Speaker) []Passage {
	return told([]Passage{
		{c.Title, lines(c.Text, c.NoUpsell, c.LastGood)},
		{s.T("text.flourishes"), each(c.Flourishes, func(f FlourishRow) string { return f.Text + " (" + f.Takes + ")" })},
	})
}

// lastGood says how long ago the last good word was.
func (s *Speaker) lastGood(k Known) string {
	var last rapport.Date
	for _, e := range k.History.Entries {
		if e.On <= k.on() && (e.Kind == rapport.Praise || e.Kind == rapport.Cooperation || e.Kind == rapport.Apology) {
			last = max(last, e.On)
		}
	}
	if last.IsZero() {
		return s.T("care.no_good_word")
	}
	if days := k.on().DaysSince(last); days > 0 {
		return s.N("care.good_word", days)
	}
	return s.T("care.good_word.today")
}

// complaintHolds is how many days a complaint nobody answered counts as open.
const complaintHolds = 91

// complaintOpen reports whether the latest complaint was followed by nothing that
// settles it: no remedy or apology of ours, no good word of theirs.
func complaintOpen(k Known) bool {
	last := rapport.Entry{}
	for _, e := range k.History.Entries {
		if e.Kind == rapport.Complaint && e.On <= k.on() && e.On > last.On {
			last = e
		}
	}
	if last.On.IsZero() || k.on().DaysSince(last.On) > complaintHolds {
		return false
	}
	settles := []rapport.Kind{rapport.Remedy, rapport.OurApology, rapport.Praise, rapport.Cooperation, rapport.Apology}
	return !slices.ContainsFunc(k.History.Entries, func(e rapport.Entry) bool {
		return slices.Contains(settles, e.Kind) && e.On <= k.on() && e.On >= last.On
	})
}
