package demo

import (
	"cmp"
	"slices"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// way is what a plot says beside what happened.
type way struct {
	people, needs string // the last part of their catalogue keys
	angry         string // the note of the entry that was rated in anger, or ""
	sheet         *page
	surprises     []surprise
	flags         []flag
	letters       []letter
	threats       []menace
	ending        *parting
}

// page becomes an expectation sheet. It says every clause but the gap.
type page struct {
	agreed, skipped int // days ago; 0 means never
	gap             rapport.Clause
}

// surprise becomes a surprise.
type surprise struct {
	ago    int
	clause rapport.Clause
	what   string // the last part of the catalogue key
	entry  string // the note of the entry it came up in, or ""
}

// flag becomes a flag.
type flag struct {
	set    int // days ago
	until  int // days from today
	reason string
}

// letter becomes a letter, or a draft that is held.
type letter struct {
	kind, style string
	sent        int    // days ago; 0 means a draft written yesterday and held until today
	by          string // how it went out
	text        string // the last part of the catalogue keys of subject and body
}

// menace becomes a threat case.
type menace struct {
	entry  string // the note of its entry
	closed int    // days ago
	told   string // the last part of the catalogue key
}

// parting becomes an ending under way.
type parting struct {
	begun, notice int // days ago
	days          int // of notice
	story         string
	considered    []rapport.OweKind
}

// anger is how angry somebody was who rated in anger, of 10.
const anger = 8

// follow tells what there is beside the record.
func (t telling) follow(s *Story, p plot) {
	client := s.Client.ID
	for i, e := range p.events { // entries stand in the order of the events
		if p.way.angry != "" && e.note == p.way.angry {
			s.Entries[i].Cost.Anger = rapport.Rated(anger)
		}
	}
	for _, w := range p.promises {
		s.Way.Promises = append(s.Way.Promises, t.promise(client, w))
	}
	if p.way.sheet != nil {
		s.Way.Sheet = t.sheet(client, *p.way.sheet)
	}
	for _, w := range p.way.surprises {
		s.Way.Surprises = append(s.Way.Surprises, rapport.Surprise{ID: t.ids.next(), Client: client, On: t.workday(w.ago),
			Clause: w.clause, What: t.text("demo.surprise." + w.what), Entry: entryOf(s, p, w.entry)})
	}
	for _, f := range p.way.flags {
		s.Way.Flags = append(s.Way.Flags, rapport.Flag{ID: t.ids.next(), Client: client, Set: t.workday(f.set),
			Until: t.today.AddDays(f.until), Reason: t.text("demo.flag." + f.reason)})
	}
	for _, l := range p.way.letters {
		s.Way.Letters = append(s.Way.Letters, t.letter(client, l))
	}
	for _, m := range p.way.threats {
		s.Way.Threats = append(s.Way.Threats, t.threat(s, p, m))
	}
	if e := p.way.ending; e != nil {
		s.Way.EndPlan = &rapport.EndPlan{ID: t.ids.next(), Client: client, Begun: t.workday(e.begun),
			Story: t.text("demo.story." + e.story), Considered: e.considered,
			Notice: rapport.Period{From: t.workday(e.notice), Days: e.days}}
	}
}

// about words who is who at a client and what matters to them.
func (t telling) about(w way) (a rapport.About) {
	if w.people != "" {
		a.People = t.text("demo.people." + w.people)
	}
	if w.needs != "" {
		a.Needs = t.text("demo.needs." + w.needs)
	}
	return a
}

func (t telling) promise(client rapport.ID, w word) rapport.Promise {
	p := rapport.Promise{ID: t.ids.next(), Client: client, What: t.text("demo.promise." + w.what),
		Given: t.workday(w.given), By: onwards(t.today.AddDays(w.by)), Minutes: w.hours * 60}
	if w.kept > 0 {
		p.Kept = t.workday(w.kept)
	}
	if w.broken > 0 {
		p.Broken = t.workday(w.broken)
	}
	return p
}

func (t telling) sheet(client rapport.ID, p page) *rapport.Sheet {
	s := &rapport.Sheet{ID: t.ids.next(), Client: client}
	if p.skipped > 0 {
		s.Skipped = t.workday(p.skipped)
		return s
	}
	s.Agreed, s.Clauses = t.workday(p.agreed), map[rapport.Clause]string{}
	for _, clause := range rapport.Clauses() {
		if clause != p.gap {
			s.Clauses[clause] = t.text("demo.clause." + string(clause))
		}
	}
	return s
}

func (t telling) letter(client rapport.ID, l letter) rapport.Letter {
	written := t.today.AddDays(-1)
	if l.sent > 0 {
		written = t.workday(l.sent)
	}
	made := rapport.Letter{ID: t.ids.next(), Client: client, Kind: l.kind, Language: t.text("demo.language"), Style: l.style,
		Subject: t.text("demo.subject." + l.text), Body: t.text("demo.body." + l.text), Written: written}
	if l.sent > 0 {
		made.Sent, made.Way = written, l.by
	} else {
		made.Held = t.today
	}
	return made
}

func (t telling) threat(s *Story, p plot, m menace) rapport.ThreatCase {
	entry := entryOf(s, p, m.entry)
	at := slices.IndexFunc(s.Entries, func(e rapport.Entry) bool { return e.ID == entry })
	return rapport.ThreatCase{ID: t.ids.next(), Client: s.Client.ID, Entry: entry, Voiced: s.Entries[at].On,
		Closed: t.workday(m.closed), Told: t.text("demo.told." + m.told)}
}

// entryOf finds the entry with a note, zero for none. Entries stand in the order of
// the events.
func entryOf(s *Story, p plot, note string) rapport.ID {
	at := slices.IndexFunc(p.events, func(e event) bool { return e.note == note })
	if note == "" || at < 0 {
		return rapport.ID{}
	}
	return s.Entries[at].ID
}

// settled gives an obligation that is done, or was let go, its day.
func (t telling) settled(o *rapport.Obligation, d duty) {
	if d.met > 0 {
		o.Met = t.workday(d.met)
	}
	if d.waived > 0 {
		o.Waived, o.Reason = t.workday(d.waived), t.text("demo.reason."+d.reason)
	}
	o.Kind = cmp.Or(d.kind, o.Kind)
}
