package demo

import (
	"cmp"
	"fmt"
	"iter"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Size says how large a practice [Population] makes, and which one. Less than
// nothing counts as nothing.
type Size struct {
	Clients int
	Entries int // of all clients together, exactly
	Seed    uint64
}

// Population makes up a practice of any size, one client at a time: nothing of it
// is held but a number a client. The same day, size and texts give the same
// stories; entries per client are log-normal, so that a few clients have forty
// times as many as the usual one, as in a real book.
func Population(today rapport.Date, size Size, text func(key string) string) iter.Seq[Story] {
	return func(yield func(Story) bool) {
		counts := shareOut(size)
		d := drawing{today: today, ids: newIDs(today, size.Seed), names: newNames(size.Seed), notes: wording(text),
			owed: goods(text)}
		for i, entries := range counts {
			d.random = rand.New(rand.NewPCG(size.Seed, uint64(i)))
			if !yield(d.story(i, entries)) {
				return
			}
		}
	}
}

// spread is the sigma of the log-normal number of entries: one client in a hundred
// has eight times the mean, the longest of ten thousand about forty times.
const spread = 1.2

// shareOut gives each client its number of entries. Rounding the running total
// instead of each share makes them sum to the whole.
func shareOut(size Size) []int {
	random := rand.New(rand.NewPCG(size.Seed, countStream))
	running := make([]float64, max(0, size.Clients))
	total := 0.0
	for i := range running {
		total += math.Exp(spread * random.NormFloat64())
		running[i] = total
	}
	counts := make([]int, len(running))
	given := 0
	for i, sum := range running {
		upTo := int(math.Round(sum / total * float64(max(0, size.Entries))))
		counts[i] = upTo - given
		given = upTo
	}
	return counts
}

// countStream keeps the random numbers of counts apart from those of stories.
const countStream = 1<<63 + 2

// wording looks up all notes once, by kind.
func wording(text func(key string) string) map[rapport.Kind][]string {
	notes := make(map[rapport.Kind][]string, len(phrases))
	for kind, codes := range phrases {
		for _, code := range codes {
			notes[kind] = append(notes[kind], text("demo.note."+code))
		}
	}
	return notes
}

// drawing makes one story after another from random numbers.
type drawing struct {
	today  rapport.Date
	ids    *ids
	names  names
	notes  map[rapport.Kind][]string
	owed   map[string]string
	random *rand.Rand
}

// story draws everything about the i-th client.
func (d *drawing) story(i, entries int) Story {
	kind := d.archetype()
	// Most engagements are a few years old, few very old or very young.
	days := min(30+int(500*d.random.ExpFloat64()), 5000)
	var s Story
	s.Client = d.client(i, days)
	d.addEntries(&s, kind, entries)
	d.addInvoices(&s, kind)
	d.addOwed(&s)
	if d.chance(0.3) {
		s.Decisions = []rapport.Decision{d.decision(s.Client, kind.likely)}
	}
	return s
}

// decision follows what was offered. Most old ones have been looked back on.
func (d *drawing) decision(c rapport.Client, offered rapport.Verdict) rapport.Decision {
	made := rapport.Decision{ID: d.ids.next(), Client: c.ID, On: d.day(c.Since), Offered: offered, Chosen: offered}
	if offered == rapport.Trial || offered == rapport.ExtraMile {
		made.Again = made.On.AddDays(assess.TrialDays)
	}
	if looked := made.On.AddDays(95); looked <= d.today && d.chance(0.9) {
		made.Judged, made.Outcome = looked, rapport.Right
		if d.chance(0.3) {
			made.Outcome = rapport.Wrong
		}
	}
	return made
}

func (d *drawing) archetype() archetype {
	at := d.random.IntN(100)
	for _, a := range archetypes {
		if at -= a.share; at < 0 {
			return a
		}
	}
	return archetypes[0]
}

func (d *drawing) client(i, days int) rapport.Client {
	c := rapport.Client{
		ID: d.ids.next(), Name: d.names.name(i), State: rapport.Active, Since: d.today.AddDays(-days),
		Reach: rapport.Reach{Emails: []string{fmt.Sprintf("client%d@studio.example", i+1)}},
		Terms: rapport.Terms{Currency: "EUR", HourlyRate: int64(60+5*d.random.IntN(9)) * 100,
			PaymentDays: 14 + 16*d.random.IntN(2), NoticeDays: 30},
	}
	if d.chance(0.08) {
		c.Terms.Currency = "GBP"
	}
	return c
}

// occasion is a day on which something happens, in hard times or not.
type occasion struct {
	on   rapport.Date
	hard bool
}

// occasions draws n days in order.
func (d *drawing) occasions(since rapport.Date, a archetype, n int) []occasion {
	hardSince := since
	if a.window > 0 {
		hardSince = max(since, d.today.AddDays(-a.window))
	}
	all := make([]occasion, n)
	for i := range all {
		if d.chance(a.trouble) {
			all[i] = occasion{on: d.day(hardSince), hard: true}
		} else {
			all[i] = occasion{on: d.day(since)}
		}
	}
	slices.SortFunc(all, func(x, y occasion) int { return cmp.Compare(x.on, y.on) })
	return all
}

// addEntries draws the days first, so that the entries come out in order.
func (d *drawing) addEntries(s *Story, a archetype, n int) {
	s.Entries = make([]rapport.Entry, 0, n)
	begun := a.begins == ""
	for _, o := range d.occasions(s.Client.Since, a, n) {
		what := d.choose(a.calm)
		if o.hard {
			what = d.choose(a.hard)
			if !begun {
				begun, what = true, deed{kind: a.begins}
			}
		}
		e := d.entry(s.Client.ID, o.on, what)
		if o.hard {
			d.sour(&e, a.harsh)
		}
		s.Entries = append(s.Entries, e)
		if e.Kind == rapport.Hardship {
			s.Circumstances = append(s.Circumstances, rapport.Circumstance{Entry: e.ID, Start: o.on,
				Review: o.on.AddDays(rapport.DefaultReviewDays)})
		}
	}
}

// severities are drawn from this: mostly 2 and 3, never the gravest by chance.
var severities = []int{1, 2, 2, 2, 3, 3, 3, 3, 3, 4}

func (d *drawing) entry(client rapport.ID, on rapport.Date, what deed) rapport.Entry {
	e := rapport.Entry{ID: d.ids.next(), Client: client, On: on, Kind: what.kind,
		Severity: severities[d.random.IntN(len(severities))], Justified: what.justified, Scope: what.scope}
	if channels := rapport.Channels()[:4]; d.chance(0.8) {
		e.Channel = channels[d.random.IntN(len(channels))]
	}
	if notes := d.notes[e.Kind]; len(notes) > 0 && d.chance(0.7) {
		e.Note = notes[d.random.IntN(len(notes))]
	}
	return e
}

// sour adds what hard times cost us, and sharpens the entry with the given chance.
func (d *drawing) sour(e *rapport.Entry, harsh float64) {
	if d.chance(harsh) {
		e.Severity = min(e.Severity+1, 4)
	}
	if e.Kind.Group() != rapport.Friction {
		return
	}
	e.Cost.Minutes = 5 * d.random.IntN(13)
	if d.chance(0.5) {
		e.Cost.Energy = rapport.Rated(d.random.IntN(4))
	}
}

// day returns a day from start to today.
func (d *drawing) day(start rapport.Date) rapport.Date {
	return start.AddDays(d.random.IntN(d.today.DaysSince(start) + 1))
}

func (d *drawing) chance(p float64) bool { return d.random.Float64() < p }

func (d *drawing) choose(m mix) deed {
	total := 0
	for _, what := range m {
		total += what.weight
	}
	at := d.random.IntN(total)
	for _, what := range m {
		if at -= what.weight; at < 0 {
			return what
		}
	}
	return m[0]
}
