package present

import (
	"cmp"
	"slices"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// PromiseRow is our word to a client.
type PromiseRow struct {
	Promise rapport.ID
	What    string
	Text    string // "due on Friday"; "3 days past its day"; "kept on 3 June"
	Takes   string // "2 h", "" when nobody said
	Open    bool
	Late    bool
}

// Promise words our word as it stands on a day.
func (s *Speaker) Promise(p rapport.Promise, on rapport.Date) PromiseRow {
	row := PromiseRow{Promise: p.ID, What: p.What, Open: p.Open()}
	if p.Minutes > 0 {
		row.Takes = s.Duration(p.Minutes)
	}
	switch {
	case !p.Kept.IsZero():
		row.Text = s.T("promise.kept", Args{"Day": s.Day(p.Kept, on)})
	case !p.Broken.IsZero():
		row.Text = s.T("promise.broken", Args{"Day": s.Day(p.Broken, on)})
	case p.By < on:
		row.Late, row.Text = true, s.N("promise.late", on.DaysSince(p.By))
	default:
		row.Text = s.T("promise.due", Args{"When": s.Relative(p.By, on)})
	}
	return row
}

// Promises words all of them: open ones first, the nearest day first; then the
// settled ones, newest first.
func (s *Speaker) Promises(all []rapport.Promise, on rapport.Date) []PromiseRow {
	sorted := slices.SortedStableFunc(slices.Values(all), func(a, b rapport.Promise) int {
		if a.Open() != b.Open() {
			return compareBool(a.Open())
		}
		if a.Open() {
			return cmp.Compare(a.By, b.By)
		}
		return cmp.Compare(max(b.Kept, b.Broken), max(a.Kept, a.Broken))
	})
	return each(sorted, func(p rapport.Promise) PromiseRow { return s.Promise(p, on) })
}

// PromiseLoad warns that more is promised up to a day than there are hours until
// then; "" where it fits, or nobody said how many hours there are. Both are minutes.
func (s *Speaker) PromiseLoad(promised, hours int, by rapport.Date) string {
	if hours <= 0 || promised <= hours {
		return ""
	}
	return s.T("promise.load", Args{
		"Day": s.DayMonth(by), "Promised": s.Duration(promised), "Hours": s.Duration(hours),
	})
}

// FlagRow is a reminder to oneself.
type FlagRow struct {
	Flag   rapport.ID
	Text   string // the reason
	Until  string // "until 30 June 2027"; "taken down on 3 May"
	Flying bool
}

// Flag words a reminder as it stands on a day.
func (s *Speaker) Flag(f rapport.Flag, on rapport.Date) FlagRow {
	row := FlagRow{Flag: f.ID, Text: f.Reason, Flying: f.Flying(on)}
	switch {
	case !f.Lifted.IsZero() && f.Lifted <= on:
		row.Until = s.T("flag.lifted", Args{"Day": s.Day(f.Lifted, on)})
	case f.Until < on:
		row.Until = s.T("flag.past", Args{"Day": s.Day(f.Until, on)})
	default:
		row.Until = s.T("flag.until", Args{"Day": s.Day(f.Until, on)})
	}
	return row
}

// Returning says that whoever turns up looks like somebody there is a reminder
// about, or with whom it ended; flag may be nil, ended zero. "" where there is
// nothing to say.
func (s *Speaker) Returning(name string, flag *rapport.Flag, ended, on rapport.Date) string {
	switch {
	case flag != nil:
		return s.T("returning.flag", Args{"Name": name, "Reason": closed(flag.Reason), "Day": s.Day(flag.Until, on)})
	case !ended.IsZero():
		return s.T("returning.ended", Args{"Name": name, "Day": s.Day(ended, on)})
	default:
		return ""
	}
}

// ThreatRow is a threat and what became of it.
type ThreatRow struct {
	Case  rapport.ID
	Entry rapport.ID
	State ThreatState
	Word  string // the state
	Text  string // "Voiced on 3 June. Told: the lawyer."
	Next  string // what to do now
}

// ThreatState says what became of a threat.
type ThreatState string

// The states of a threat.
const (
	ThreatVoiced ThreatState = "voiced"
	ThreatActed  ThreatState = "acted"
	ThreatClosed ThreatState = "closed"
)

// ThreatStates returns every state in its order.
func ThreatStates() []ThreatState { return []ThreatState{ThreatVoiced, ThreatActed, ThreatClosed} }

// Threat words a threat as it stands on a day.
func (s *Speaker) Threat(c rapport.ThreatCase, on rapport.Date) ThreatRow {
	row := ThreatRow{Case: c.ID, Entry: c.Entry, State: ThreatVoiced}
	row.Text = s.T("threat.voiced.on", Args{"Day": s.Day(c.Voiced, on)})
	if !c.Acted.IsZero() {
		row.State = ThreatActed
		row.Text += " " + s.T("threat.acted.on", Args{"Day": s.Day(c.Acted, on)})
	}
	if !c.Closed.IsZero() {
		row.State = ThreatClosed
		row.Text += " " + s.T("threat.closed.on", Args{"Day": s.Day(c.Closed, on)})
	}
	switch {
	case c.Told != "":
		row.Text += " " + s.T("threat.told", Args{"Who": closed(c.Told)})
	case row.State != ThreatClosed:
		row.Text += " " + s.T("threat.untold")
	}
	row.Word, row.Next = s.T("threat."+string(row.State)), s.T("threat."+string(row.State)+".next")
	return row
}

// LetterRow is something written to a client.
type LetterRow struct {
	Letter rapport.ID
	Kind   string
	Title  string // the subject, else what kind of letter it is
	Text   string // "Draft of 2 June"; "Held until tomorrow"; "Sent on 3 June, by mail"
	Draft  bool
	Held   bool // may not go out yet
}

// Letters words what was written: drafts first, then what was sent, the newest
// first.
func (s *Speaker) Letters(all []rapport.Letter, on rapport.Date) []LetterRow {
	sorted := slices.SortedStableFunc(slices.Values(all), func(a, b rapport.Letter) int {
		if a.Sent.IsZero() != b.Sent.IsZero() {
			return compareBool(a.Sent.IsZero())
		}
		return cmp.Compare(max(b.Sent, b.Written), max(a.Sent, a.Written))
	})
	return each(sorted, func(l rapport.Letter) LetterRow { return s.letterRow(l, on) })
}

func (s *Speaker) letterRow(l rapport.Letter, on rapport.Date) LetterRow {
	row := LetterRow{Letter: l.ID, Kind: l.Kind, Title: l.Subject, Draft: l.Sent.IsZero()}
	if row.Title == "" {
		row.Title = s.T("letter." + l.Kind + ".title")
	}
	switch {
	case !row.Draft && l.Way != "":
		row.Text = s.T("written.sent_by", Args{"Day": s.Day(l.Sent, on), "Way": s.T("sent_way." + l.Way)})
	case !row.Draft:
		row.Text = s.T("written.sent", Args{"Day": s.Day(l.Sent, on)})
	case l.Held > on:
		row.Held, row.Text = true, s.T("written.held", Args{"When": s.Relative(l.Held, on)})
	default:
		row.Text = s.T("written.draft", Args{"Day": s.Day(l.Written, on)})
	}
	return row
}

// closed drops the full stop somebody may have put behind what stands within a
// sentence of ours.
func closed(text string) string {
	if n := len(text); n > 1 && text[n-1] == '.' && text[n-2] != '.' {
		return text[:n-1]
	}
	return text
}
