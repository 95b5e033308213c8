package demo

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Story is a client with everything that happened: what the judgement reads, and
// what is under way beside it.
type Story struct {
	assess.History
	Way rapport.Way
}

// Stories returns the sample practice as it stands on the given day. Everything
// is dated relative to it: work happens on working days, what the notes call a
// Saturday is one. text words a catalogue key in the language of the sample; only
// keys of the area "demo" are asked for.
func Stories(today rapport.Date, text func(key string) string) []Story {
	plots := []plot{
		krähwinkel(), ikiMartı(), vlinderkade(), puddlewick(), marchevent(), fjordmoos(),
		storchenwinkel(), dreizehnender(), zibetta(), mruczek(), tulpenstorm(), quillfeather(), hopplahopp(),
	}
	stories := make([]Story, len(plots))
	t := telling{today: today, text: text, ids: newIDs(today, sampleSeed)}
	for i, p := range plots {
		stories[i] = t.tell(p)
	}
	numberInvoices(stories)
	return stories
}

// sampleSeed makes the ids of the sample the same on every machine.
const sampleSeed = 11

// plot is a story as it is written down: days are counted back from today, notes
// are the last part of their catalogue key.
type plot struct {
	client   rapport.Client
	since    int // days ago
	events   []event
	bills    []bill
	duties   []duty
	promises []word
	choices  []choice
	said     []saying
	way      way
}

// event becomes an entry.
type event struct {
	ago       int
	kind      rapport.Kind
	severity  int // 0 means the default
	note      string
	justified rapport.Justified
	scope     rapport.Scope
	channel   rapport.Channel
	minutes   int
	given     int64 // what it cost in money, whole units
	energy    int   // 0 means unsaid
	saturday  bool  // fell on a Saturday, otherwise on a working day
	lookAgain int   // hardship: days from today to the review
}

// bill becomes an invoice. Amounts are whole units of the client's currency.
type bill struct {
	ago    int // days since the issue
	amount int64
	after  int // days from the due day to the payment, negative when early
	open   bool
	part   int64 // paid of an open one so far, on the day `after` tells
	hours  int   // worked for it; 0 means nobody noted them

	disputed bool
}

// duty becomes an obligation.
type duty struct {
	side   rapport.Side
	kind   rapport.OweKind
	what   string // the last part of the catalogue key
	due    int    // days from today
	met    int    // days ago; 0 means not done
	waived int    // days ago; 0 means not let go
	reason string // why it was, the last part of the catalogue key
}

// word becomes a promise of ours.
type word struct {
	what         string // the last part of the catalogue key
	given        int    // days ago
	by           int    // days from today
	hours        int    // it takes; 0 means nobody reckoned
	kept, broken int    // days ago; 0 means neither
}

// choice becomes a decision.
type choice struct {
	ago             int
	offered, chosen rapport.Verdict
	why             string // the last part of the catalogue key, or ""
	outcome         rapport.Outcome
	judged          int // days ago the outcome was given
}

// saying becomes an answer.
type saying struct {
	ago             int
	question, given string
	about           string // the note of the entry it is about
}

// telling turns plots into stories.
type telling struct {
	today rapport.Date
	text  func(key string) string
	ids   *ids
}

func (t telling) tell(p plot) Story {
	var s Story
	s.Client = p.client
	s.Client.Since = t.workday(p.since)
	s.Client.ID = t.ids.next()
	s.Client.State = cmp.Or(p.client.State, rapport.Active)
	s.Client.About = t.about(p.way)
	for _, e := range p.events {
		t.addEntry(&s, e)
	}
	for _, b := range p.bills {
		s.Invoices = append(s.Invoices, t.invoice(s.Client, b))
	}
	for _, d := range p.duties {
		s.Obligations = append(s.Obligations, t.obligation(s.Client.ID, d))
	}
	for _, c := range p.choices {
		s.Decisions = append(s.Decisions, t.decision(s.Client.ID, c))
	}
	for _, a := range p.said {
		s.Answers = append(s.Answers, rapport.Answer{ID: t.ids.next(), Client: s.Client.ID, On: t.workday(a.ago),
			Question: a.question, Given: a.given, About: entryOf(&s, p, a.about)})
	}
	t.follow(&s, p)
	return s
}

// decision gives a trial or an extra mile its day to look again, as the program does.
func (t telling) decision(client rapport.ID, c choice) rapport.Decision {
	d := rapport.Decision{ID: t.ids.next(), Client: client, On: t.workday(c.ago), Offered: c.offered, Chosen: c.chosen,
		Outcome: c.outcome}
	if c.why != "" {
		d.Why = t.text("demo.why." + c.why)
	}
	if c.chosen == rapport.Trial || c.chosen == rapport.ExtraMile {
		d.Again = d.On.AddDays(assess.TrialDays)
	}
	if c.outcome != "" {
		d.Judged = t.workday(c.judged)
	}
	return d
}

func (t telling) addEntry(s *Story, e event) {
	day := t.workday(e.ago)
	if e.saturday {
		day = saturday(t.today.AddDays(-e.ago))
	}
	entry := rapport.Entry{ID: t.ids.next(), Client: s.Client.ID, On: day, Kind: e.kind,
		Severity: e.severity, Justified: e.justified, Scope: e.scope, Channel: e.channel,
		Cost: rapport.Cost{Minutes: e.minutes, Given: e.given * 100}}
	if e.severity == 0 {
		entry.Severity = rapport.DefaultSeverity
	}
	if e.energy > 0 {
		entry.Cost.Energy = rapport.Rated(e.energy)
	}
	if e.note != "" {
		entry.Note = t.text("demo.note." + e.note)
	}
	s.Entries = append(s.Entries, entry)
	if e.lookAgain > 0 {
		s.Circumstances = append(s.Circumstances, rapport.Circumstance{Entry: entry.ID, Start: day,
			Review: onwards(t.today.AddDays(e.lookAgain))})
	}
}

func (t telling) invoice(c rapport.Client, b bill) rapport.Invoice {
	issued := t.workday(b.ago)
	v := rapport.Invoice{ID: t.ids.next(), Client: c.ID, Issued: issued,
		Due:     issued.AddDays(c.Terms.PaymentDays),
		Amount:  rapport.Money{Minor: b.amount * 100, Currency: c.Terms.Currency},
		Minutes: b.hours * 60, Disputed: b.disputed}
	paid := v.Amount.Minor
	if b.open {
		paid = b.part * 100
	}
	if paid > 0 {
		day := max(issued, backwards(v.Due.AddDays(b.after)))
		v.Payments = []rapport.Payment{{ID: t.ids.next(), On: day, Amount: paid}}
	}
	return v
}

func (t telling) obligation(client rapport.ID, d duty) rapport.Obligation {
	o := rapport.Obligation{ID: t.ids.next(), Client: client, Side: d.side, What: t.text("demo.owed." + d.what),
		Due: onwards(t.today.AddDays(d.due))}
	t.settled(&o, d)
	return o
}

// workday returns the last working day that is at least so many days ago.
func (t telling) workday(ago int) rapport.Date { return backwards(t.today.AddDays(-ago)) }

// backwards moves a weekend to the Friday before it.
func backwards(d rapport.Date) rapport.Date {
	switch d.Weekday() {
	case time.Saturday:
		return d.AddDays(-1)
	case time.Sunday:
		return d.AddDays(-2)
	}
	return d
}

// onwards moves a weekend to the Monday after it.
func onwards(d rapport.Date) rapport.Date {
	switch d.Weekday() {
	case time.Saturday:
		return d.AddDays(2)
	case time.Sunday:
		return d.AddDays(1)
	}
	return d
}

// saturday returns the last Saturday that is not after d.
func saturday(d rapport.Date) rapport.Date {
	return d.AddDays(-(int(d.Weekday()) + 1) % 7)
}

// numberInvoices gives all invoices of the practice running numbers in the order
// they were written, beginning anew each year, as a one-person studio does.
func numberInvoices(stories []Story) {
	var all []*rapport.Invoice
	for i := range stories {
		for k := range stories[i].Invoices {
			all = append(all, &stories[i].Invoices[k])
		}
	}
	slices.SortStableFunc(all, func(a, b *rapport.Invoice) int { return cmp.Compare(a.Issued, b.Issued) })
	year, n := 0, 0
	for _, v := range all {
		if y := v.Issued.Time().Year(); y != year {
			year, n = y, 0
		}
		n++
		v.Number = fmt.Sprintf("%d-%03d", year, n)
	}
}
