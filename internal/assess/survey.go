package assess

import (
	"cmp"
	"slices"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Survey gathers what the clients of a practice have in common over a period,
// one history after the other. It keeps sums and never a history, so that a book
// of any size passes through it.
type Survey struct {
	From, To rapport.Date
	Shared   []Common         // frictions by the number of clients showing them, most first
	Clients  int              // with anything on record in the period
	Worths   []ClientWorth    // by currency, the one of most clients first; in each the dearest hour first
	Drains   []Drain          // heaviest first; clients who cost nothing are left out
	Advice   AdviceRecord     // what was offered and chosen
	Tests    []ClientBackTest // of engagements that ended in the period
	WonBack  []WonBack        // extra miles decided on in the period, newest first
	common   map[string]*gathered
	support  map[string]Support
	watched  watch
}

// Common is a friction several clients show.
type Common struct {
	Code    string       // reason code of the friction
	Clients []rapport.ID // who shows it
	Entries []rapport.ID // the newest fifty of them, newest last
	Count   int          // how often in all
	Ours    bool         // a fault of ours: justified complaints, our mistakes, broken rules nobody stated
}

// ClientWorth is what one client's hour is worth in one currency.
type ClientWorth struct {
	Client rapport.ID
	Name   string
	Worth  Worth
}

// Drain is how much of the energy noted went to one client. Where no energy was
// noted at all, the unbilled minutes are divided instead.
type Drain struct {
	Client  rapport.ID
	Name    string
	Points  int
	Minutes int     // unbilled
	Share   float64 // of all points, or else of all minutes, 0–1
}

// AdviceRecord counts decisions and how they turned out.
type AdviceRecord struct {
	Followed, FollowedRight, FollowedWrong    int
	Otherwise, OtherwiseRight, OtherwiseWrong int
	Open                                      int // not looked back on yet
}

// ClientBackTest is the back test of one client.
type ClientBackTest struct {
	Client rapport.ID
	Name   string
	BackTest
}

// NewSurvey begins a survey of a period, both days included.
func NewSurvey(from, to rapport.Date) *Survey {
	return &Survey{From: from, To: to, common: map[string]*gathered{}, support: map[string]Support{}}
}

// within reports whether the day lies in the period.
func (s *Survey) within(day rapport.Date) bool { return s.From <= day && day <= s.To }

// Add takes in one client.
func (s *Survey) Add(h History) {
	r := read(h, s.To)
	r.settle(h.Invoices)
	if s.anything(&r, h.Entries) {
		s.Clients++
	}
	s.addFriction(h.Client.ID, &r)
	s.addDrain(h)
	for _, w := range WorthOf(h, s.From, s.To) {
		s.Worths = append(s.Worths, ClientWorth{h.Client.ID, h.Client.Name, w})
	}
	for _, d := range h.Decisions {
		if s.within(d.On) {
			s.Advice.count(d)
		}
	}
	s.addWonBack(h)
	// A back test costs three judgements, and most engagements go on.
	if ended := endedOn(h); !ended.IsZero() && s.within(ended) {
		s.Tests = append(s.Tests, ClientBackTest{h.Client.ID, h.Client.Name, *BackTestOf(h)})
	}
}

// anything reports whether the client was about in the period.
func (s *Survey) anything(r *record, entries []rapport.Entry) bool {
	return slices.ContainsFunc(r.facts, func(f fact) bool { return s.within(f.on) }) ||
		slices.ContainsFunc(entries, func(e rapport.Entry) bool { return s.within(e.On) })
}

// addFriction notes what the client shows. Each client counts once for a code,
// however often it happened: what a single one does all the time is not shared.
func (s *Survey) addFriction(client rapport.ID, r *record) {
	told := false
	tries := map[string]bool{}
	for _, f := range r.facts {
		if f.topic == expectations || f.topic == boundary {
			told = true
		}
		code := experimentFor(f.topic, told)
		s.watched.count(code, f.began())
		if !s.within(f.on) {
			continue
		}
		if code != "" {
			s.addSupport(code, !tries[code])
			tries[code] = true
		}
		if f.topic.friction() && f.topic != askedWithin || f.topic == ourMistake {
			ours := f.topic == ourMistake || f.topic == complaintRight || f.topic == complaintPartly
			s.addCommon(weights[f.topic].reason, client, f, ours)
		}
		if f.topic.aboutRules() && !told {
			s.addCommon(ReasonNeverTold, client, f, true)
		}
	}
}

// began returns the day a friction began. An invoice tells of lateness as long as it
// is open, but it began when the money was due.
func (f fact) began() rapport.Date {
	if f.invoice != (rapport.ID{}) {
		return f.since
	}
	return f.on
}

// gathered is a common friction in the making.
type gathered struct {
	Common
	newest []dated
}

// dated is an entry with its day.
type dated struct {
	on    rapport.Date
	entry rapport.ID
}

func (s *Survey) addCommon(code string, client rapport.ID, f fact, ours bool) {
	c := s.common[code]
	if c == nil {
		c = &gathered{Common: Common{Code: code, Ours: ours}}
		s.common[code] = c
	}
	c.Count++
	if n := len(c.Clients); n == 0 || c.Clients[n-1] != client {
		c.Clients = append(c.Clients, client)
	}
	if f.entry != (rapport.ID{}) {
		c.newest = append(c.newest, dated{f.on, f.entry})
	}
	if len(c.newest) > 2*namedAtMost {
		c.trim()
	}
}

// trim keeps the newest entries, newest last.
func (c *gathered) trim() {
	slices.SortFunc(c.newest, func(a, b dated) int {
		return cmp.Or(int(a.on-b.on), compareIDs(a.entry, b.entry))
	})
	c.newest = slices.Delete(c.newest, 0, max(0, len(c.newest)-namedAtMost))
}

// closed returns the friction as it is shown.
func (c *gathered) closed() Common {
	c.trim()
	for _, d := range c.newest {
		c.Entries = append(c.Entries, d.entry)
	}
	slices.SortFunc(c.Clients, compareIDs)
	return c.Common
}

// addDrain sums what the client cost us beyond the agreed work.
func (s *Survey) addDrain(h History) {
	d := Drain{Client: h.Client.ID, Name: h.Client.Name}
	for i := range h.Entries {
		e := &h.Entries[i]
		if !s.within(e.On) {
			continue
		}
		points, _ := e.Cost.Energy.Get()
		d.Points += max(0, points)
		d.Minutes += max(0, e.Cost.Minutes)
	}
	if d.Points+d.Minutes > 0 {
		s.Drains = append(s.Drains, d)
	}
}

// count takes in one decision.
func (a *AdviceRecord) count(d rapport.Decision) {
	all, right, wrong := &a.Otherwise, &a.OtherwiseRight, &a.OtherwiseWrong
	if d.Agreed() {
		all, right, wrong = &a.Followed, &a.FollowedRight, &a.FollowedWrong
	}
	*all++
	switch d.Outcome {
	case rapport.Right:
		*right++
	case rapport.Wrong:
		*wrong++
	case "":
		a.Open++
	}
}

// Done sorts what was gathered. Nothing may be added after it.
func (s *Survey) Done() *Survey {
	for _, c := range s.common {
		s.Shared = append(s.Shared, c.closed())
	}
	slices.SortFunc(s.Shared, func(a, b Common) int {
		return cmp.Or(len(b.Clients)-len(a.Clients), b.Count-a.Count, cmp.Compare(a.Code, b.Code))
	})
	s.sortWorths()
	s.sortDrains()
	slices.SortFunc(s.WonBack, func(a, b WonBack) int {
		return cmp.Or(int(b.On-a.On), compareNames(a.Name, b.Name, a.Client, b.Client))
	})
	slices.SortFunc(s.Tests, func(a, b ClientBackTest) int {
		return cmp.Or(int(b.Ended-a.Ended), compareNames(a.Name, b.Name, a.Client, b.Client))
	})
	return s
}

// sortWorths orders the worths and divides the income of the period: the share a
// client has in it is the share in what was surveyed.
func (s *Survey) sortWorths() {
	clients, income := map[rapport.Currency]int{}, map[rapport.Currency]int64{}
	for _, w := range s.Worths {
		clients[w.Worth.Currency]++
		income[w.Worth.Currency] += w.Worth.Received
	}
	for i := range s.Worths {
		w := &s.Worths[i].Worth
		w.Share = 0
		if all := income[w.Currency]; all > 0 {
			w.Share = round(float64(w.Received)/float64(all), 4)
		}
	}
	slices.SortFunc(s.Worths, func(a, b ClientWorth) int {
		v, w := a.Worth, b.Worth
		known := 0
		if v.Known() != w.Known() {
			known = 1
			if v.Known() {
				known = -1
			}
		}
		return cmp.Or(clients[w.Currency]-clients[v.Currency], cmp.Compare(v.Currency, w.Currency), known,
			cmp.Compare(w.PerHour, v.PerHour), compareNames(a.Name, b.Name, a.Client, b.Client))
	})
}

func (s *Survey) sortDrains() {
	points, minutes := 0, 0
	for _, d := range s.Drains {
		points += d.Points
		minutes += d.Minutes
	}
	for i := range s.Drains {
		d := &s.Drains[i]
		if points > 0 {
			d.Share = float64(d.Points) / float64(points)
		} else {
			d.Share = float64(d.Minutes) / float64(minutes)
		}
	}
	slices.SortFunc(s.Drains, func(a, b Drain) int {
		return cmp.Or(b.Points-a.Points, b.Minutes-a.Minutes, compareNames(a.Name, b.Name, a.Client, b.Client))
	})
}

// compareNames orders by name; ids tell namesakes apart.
func compareNames(a, b string, idA, idB rapport.ID) int {
	return cmp.Or(cmp.Compare(a, b), compareIDs(idA, idB))
}
