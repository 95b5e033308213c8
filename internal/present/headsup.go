package present

import (
	"cmp"
	"slices"
	"strings"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// HeadsUp is what to know before picking up the phone, in one glance.
type HeadsUp struct {
	Client   rapport.ID
	Name     string
	Line     string // organisation, since when
	First    string // what to do first
	Flags    []FlagRow
	Sections []HeadsUpPart // those that say something
}

// HeadsUpPart is one part of the card.
type HeadsUpPart struct {
	Code  string // one of HeadsUpCodes
	Icon  string // name of a drawing in the assets
	Title string
	Lines []string
}

// HeadsUpCodes returns the parts a card may have, in their order.
func HeadsUpCodes() []string {
	return []string{"people", "good", "needs", "hardship", "promises", "owed", "threat", "last"}
}

// Lengths of the card: it is read while the phone rings.
const (
	goodShown   = 3
	lastShown   = 2
	noteShown   = 120
	linesPeople = 4
)

// NewHeadsUp words the card.
func NewHeadsUp(s *Speaker, k Known) HeadsUp {
	on, c := k.on(), k.client()
	card := HeadsUp{Client: c.ID, Name: c.Name, First: s.first(k)}
	card.Line = strings.Join(lines(c.Organisation, s.sinceWhen(k)), ". ")
	for _, f := range k.Way.Flags {
		if f.Flying(on) {
			card.Flags = append(card.Flags, s.Flag(f, on))
		}
	}
	said := map[string][]string{
		"people": s.people(c), "good": s.goodMoments(k), "needs": paragraphs(c.About.Needs, linesPeople),
		"hardship": s.hardTimes(k), "promises": s.openPromises(k), "owed": s.openOwed(k),
		"threat": s.openThreats(k), "last": s.lastWords(k),
	}
	icons := map[string]string{
		"people": "people", "good": "keep", "needs": "look", "hardship": "hardship", "promises": "promise",
		"owed": "obligation", "threat": "safety", "last": "journal",
	}
	for _, code := range HeadsUpCodes() {
		if len(said[code]) > 0 {
			card.Sections = append(card.Sections, HeadsUpPart{
				Code: code, Icon: icons[code], Title: s.T("heads." + code), Lines: said[code],
			})
		}
	}
	return card
}

// Passages is the card as text.
func (h HeadsUp) Passages(s *Speaker) []Passage {
	all := []Passage{
		{"", lines(h.Name, h.Line, h.First)},
		{s.T("text.flags"), each(h.Flags, func(f FlagRow) string { return f.Text + " (" + f.Until + ")" })},
	}
	for _, part := range h.Sections {
		all = append(all, Passage{part.Title, part.Lines})
	}
	return told(all)
}

// first says what to do before anything else: a word of ours that is late comes
// before the next step of the judgement. To carry on is nothing to do first.
func (s *Speaker) first(k Known) string {
	on := k.on()
	for _, p := range s.Promises(k.Way.Promises, on) {
		if p.Late {
			return s.T("heads.first.promise", Args{"What": p.What, "State": p.Text})
		}
	}
	for _, o := range s.obligations(k.History.Obligations, on) {
		if o.Overdue && o.Side == rapport.Ours {
			return s.T("heads.first.owed", Args{"What": o.What, "State": o.Text})
		}
	}
	if plan := k.Way.EndPlan; plan != nil && plan.Open() {
		return s.T("heads.first.ending", Args{"Day": s.Day(plan.Begun, on)})
	}
	if next := k.Standing.Assessment.Next; next != "" && next != assess.NextCarryOn {
		return s.Next(next)
	}
	return ""
}

func (s *Speaker) sinceWhen(k Known) string {
	if first := since(k.History); !first.IsZero() {
		return closed(s.T("facts.since", Args{"Month": s.MonthYear(first)}))
	}
	return ""
}

func (s *Speaker) people(c rapport.Client) []string {
	told := paragraphs(c.About.People, linesPeople)
	if reach := lines(append([]string{c.Reach.Phone}, c.Reach.Emails...)...); len(reach) > 0 {
		told = append(told, strings.Join(reach, ", "))
	}
	return told
}

// goodMoments are the latest things that went well between the two.
func (s *Speaker) goodMoments(k Known) []string {
	good := kept(k.History.Entries, func(e rapport.Entry) bool {
		return e.Kind == rapport.Praise || e.Kind == rapport.Cooperation
	})
	return s.latest(good, goodShown, k.on())
}

// lastWords are the latest entries, whatever they were; notes to oneself are no
// words between the two.
func (s *Speaker) lastWords(k Known) []string {
	spoken := kept(k.History.Entries, func(e rapport.Entry) bool { return e.Kind != rapport.Note })
	return s.latest(spoken, lastShown, k.on())
}

// latest words the newest of some entries: day, what, and the beginning of the note.
func (s *Speaker) latest(entries []rapport.Entry, most int, on rapport.Date) []string {
	past := kept(entries, func(e rapport.Entry) bool { return e.On <= on })
	slices.SortStableFunc(past, func(a, b rapport.Entry) int { return cmp.Compare(b.On, a.On) })
	return each(past[:min(len(past), most)], func(e rapport.Entry) string { return s.moment(e, on) })
}

// moment words an entry in one line: "12 June: Praise. The plans were spot on".
func (s *Speaker) moment(e rapport.Entry, on rapport.Date) string {
	line := s.T("heads.moment", Args{"Day": s.Day(e.On, on), "What": s.What(e)})
	if note := paragraphs(e.Note, 1); len(note) > 0 {
		line += ". " + excerpt(note[0], noteShown)
	}
	return line
}

func (s *Speaker) hardTimes(k Known) []string {
	on := k.on()
	var told []string
	for _, c := range k.History.Circumstances {
		if c.Start > on || c.Review < on {
			continue
		}
		line := s.T("heads.hardship.until", Args{"Day": s.Day(c.Review, on)})
		for _, e := range k.History.Entries {
			if note := paragraphs(e.Note, 1); e.ID == c.Entry && len(note) > 0 {
				line += ": " + excerpt(note[0], noteShown)
			}
		}
		told = append(told, line)
	}
	return told
}

func (s *Speaker) openPromises(k Known) []string {
	open := kept(s.Promises(k.Way.Promises, k.on()), func(p PromiseRow) bool { return p.Open })
	return each(open, func(p PromiseRow) string { return p.What + ", " + p.Text })
}

func (s *Speaker) openOwed(k Known) []string {
	open := kept(s.obligations(k.History.Obligations, k.on()), func(o ObligationRow) bool { return o.Open })
	return each(open, func(o ObligationRow) string { return o.Who + ": " + o.What + ", " + o.Text })
}

func (s *Speaker) openThreats(k Known) []string {
	open := kept(k.Way.Threats, func(c rapport.ThreatCase) bool { return c.Closed.IsZero() })
	return each(open, func(c rapport.ThreatCase) string {
		row := s.Threat(c, k.on())
		return row.Text + " " + row.Next
	})
}

// paragraphs splits what somebody typed into its lines, so many at the most.
func paragraphs(text string, most int) []string {
	var told []string
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimSpace(line); line != "" && len(told) < most {
			told = append(told, line)
		}
	}
	return told
}

// excerpt cuts a line to a length, at a space where there is one near its end.
func excerpt(text string, most int) string {
	letters := []rune(text)
	if len(letters) <= most {
		return text
	}
	cut := string(letters[:most])
	if space := strings.LastIndexByte(cut, ' '); space > len(cut)/2 {
		cut = cut[:space]
	}
	return strings.TrimRight(cut, " ,;:.") + "…"
}
