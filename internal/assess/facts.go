package assess

import (
	"bytes"
	"cmp"
	"slices"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// fact is one piece of evidence, from an entry or worked out from an invoice.
type fact struct {
	on       rapport.Date // the last day it held: what it says fades from here
	since    rapport.Date // the day it began; before on for lateness and hardship
	topic    topic
	open     bool    // an invoice past due and not yet paid
	severity float64 // as rated, 1 to 5, or by days late
	rated    float64 // as rated; 0 where only an invoice tells of it
	strength float64 // see strengthOf; half of it for friction rated in anger
	angry    bool    // we were, when we rated it: it counts half
	reactive bool    // their anger had a cause at hand: it counts half as evidence
	toll     float64 // load of our own energy and time
	entry    rapport.ID
	invoice  rapport.ID
}

// record is a history as it stood on one day, put in order.
type record struct {
	of       *History
	notices  map[rapport.ID]bool // late invoices, and whether they said so by the due day
	on       rapport.Date
	facts    []fact       // by day, then topic, then strength, the strongest first
	unjudged []rapport.ID // notes
	pending  []rapport.ID // invoices that say nothing yet, by due day
	oldest   rapport.Date // the first thing known of them
}

// read puts the entries in order as they stood on the given day.
func read(h History, on rapport.Date) record {
	r := record{of: &h, on: on, facts: make([]fact, 0, len(h.Entries)+len(h.Invoices))}
	told := circumstancesByEntry(h.Circumstances)
	for i := range h.Entries {
		e := &h.Entries[i]
		if e.On > on {
			continue
		}
		r.see(e.On)
		t, judged := topicOf(e)
		if !judged {
			r.unjudged = append(r.unjudged, e.ID)
			continue
		}
		f := factOf(e, t)
		if c, ok := told[e.ID]; ok && t == hardship {
			f.since = earliest(c.Start, e.On)
		}
		r.facts = append(r.facts, f)
	}
	slices.SortFunc(r.facts, compareFacts)
	slices.SortFunc(r.unjudged, compareIDs)
	return r
}

// settle brings in the invoices: typed facts they tell of become mere contacts,
// of which only the toll on us remains, and what they say themselves is added.
func (r *record) settle(invoices []rapport.Invoice) {
	l := newLedger(invoices)
	if len(l) == 0 {
		return
	}
	for i := range r.facts {
		if l.claim(r.facts[i]) {
			r.facts[i].topic = contact
		}
	}
	for i := range l {
		if l[i].Issued > r.on {
			continue
		}
		r.see(l[i].Issued)
		if f, ok := l[i].fact(r.on); ok {
			r.facts = append(r.facts, f)
		} else {
			r.pending = append(r.pending, l[i].ID)
		}
	}
	slices.SortFunc(r.facts, compareFacts)
	r.hearNotice()
}

// hearNotice notes of which late invoices they had told us.
func (r *record) hearNotice() {
	if !keepsJournal(*r.of, r.on) {
		return
	}
	words := listen(*r.of, r.on)
	r.notices = map[rapport.ID]bool{}
	for i := range r.of.Invoices {
		if v := &r.of.Invoices[i]; lateOn(v, r.on) {
			r.notices[v.ID] = words.announce(v)
		}
	}
}

func lateOn(v *rapport.Invoice, on rapport.Date) bool {
	_, late := punctual(v, on)
	return late
}

func (r *record) see(day rapport.Date) { r.oldest = earliest(r.oldest, day) }

// earliest returns the earlier of two days, either of which may be missing.
func earliest(a, b rapport.Date) rapport.Date {
	if a.IsZero() || !b.IsZero() && b < a {
		return b
	}
	return a
}

// circumstancesByEntry is nil when there are none, which is usual and free.
func circumstancesByEntry(all []rapport.Circumstance) map[rapport.ID]rapport.Circumstance {
	if len(all) == 0 {
		return nil
	}
	told := make(map[rapport.ID]rapport.Circumstance, len(all))
	for _, c := range all {
		told[c.Entry] = c
	}
	return told
}

// factOf rates an entry. What was rated in anger counts half as evidence; its
// toll on us is real all the same.
func factOf(e *rapport.Entry, t topic) fact {
	severity := float64(min(5, max(1, e.Severity)))
	f := fact{on: e.On, since: e.On, topic: t, severity: severity, rated: severity, strength: strengthOf(severity), entry: e.ID}
	if anger, said := e.Cost.Anger.Get(); said && anger >= angry && t.friction() {
		f.strength /= 2
		f.angry = true
	}
	if t == reminder || t == escalation {
		f.strength = 1 // how hard we asked says nothing about how much it weighs to ask
	}
	if points, said := e.Cost.Energy.Get(); said {
		f.toll = tollPoint * float64(max(0, points))
	}
	f.toll += tollHour * min(tollHoursMax, float64(max(0, e.Cost.Minutes))/60)
	return f
}

// strengthOf turns a severity into the strength of evidence, 1 for the middling 3.
// It is flatter than the scale itself: people rate the same thing one step apart
// on different days, and a noisy rating says less than it shows.
func strengthOf(severity float64) float64 { return 1 + (severity-3)/severitySteps }

// speaks is the strength of the fact as evidence of a source; its strength as a
// burden is the same whatever caused it.
func (f fact) speaks() float64 {
	if f.reactive {
		return f.strength / 2
	}
	return f.strength
}

// compareFacts orders facts so that the order they were logged in cannot matter.
func compareFacts(a, b fact) int {
	switch {
	case a.on != b.on:
		return int(a.on - b.on)
	case a.topic != b.topic:
		return int(a.topic) - int(b.topic)
	case a.strength != b.strength:
		return cmp.Compare(b.strength, a.strength)
	case a.toll != b.toll:
		return cmp.Compare(b.toll, a.toll)
	case a.entry != b.entry:
		return compareIDs(a.entry, b.entry)
	}
	return compareIDs(a.invoice, b.invoice)
}

func compareIDs(a, b rapport.ID) int { return bytes.Compare(a[:], b[:]) }

// age returns how many days ago the fact last held.
func (r *record) age(f fact) float64 { return float64(r.on.DaysSince(f.on)) }

// weighs returns how strongly the fact still speaks about the source.
func (r *record) weighs(f fact) float64 {
	return f.speaks() * fade(r.age(f), weights[f.topic].halfLife)
}
