package assess

import (
	"cmp"
	"math"
	"slices"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// namedAtMost is how many entries a reason names: the newest. Its Count counts
// all of them.
const namedAtMost = 50

// hearing is everything the rules of the verdict look at.
type hearing struct {
	record
	decibans [3]float64 // pattern, circumstance, ours, by place
	source   Shares
	reasons  []Reason
	steps    [rungs]step
	debt     debt
	load     loads
	first    rapport.Date    // first accusing day on record, zero if none
	last     rapport.Date    // last accusing day
	days     int             // different days with friction on them, justified complaints not counted
	now      tally           // what is still fresh, by topic
	sorry    [6]rapport.Date // the last apology at least so earnest, by severity
}

// tally sums how strongly each topic still speaks.
type tally [topics]float64

// The places of the sources in hearing.decibans.
const (
	placePattern = iota
	placeCirc
	placeOurs
)

var places = [3]Source{Pattern, Circumstance, Ours}

// hear weighs the record. The weights of evidence of independent facts add up, as
// Good and Turing found; facts that are not independent (one bad week told five
// times, a thousand small demands) are damped and capped first.
func hear(r record, load loads) hearing {
	c := hearing{record: r, load: load, decibans: [3]float64{priorPattern, priorCirc, priorOurs}}
	c.findCauses()
	c.survey()
	byTopic := c.byTopic()
	for t := range topics {
		c.weighTopic(t, byTopic[t])
	}
	c.weighHardship(byTopic[hardship])
	c.weighConsistency()
	c.weighBreadth()
	c.weighCalm()
	c.climb()
	c.weighRules(byTopic)
	c.weighLadder()
	c.weighNotice()
	c.weighConsensus(byTopic)
	c.weighAnswers()
	c.source = shares(c.decibans)
	return c
}

// survey notes what several rules ask for.
func (c *hearing) survey() {
	var friction rapport.Date
	for _, f := range c.facts {
		c.now[f.topic] += c.weighs(f)
		if f.topic == apology {
			for earnest := range int(f.severity) + 1 {
				c.sorry[earnest] = f.on
			}
		}
		if f.topic.friction() && f.topic != complaintRight && f.on != friction {
			friction = f.on
			c.days++
		}
		if f.topic.accusing() {
			c.first = earliest(c.first, f.since)
			c.last = max(c.last, f.on)
		}
	}
}

// byTopic gathers the facts of each topic, in order.
func (c *hearing) byTopic() [topics][]fact {
	var sizes [topics]int
	for _, f := range c.facts {
		sizes[f.topic]++
	}
	all := make([]fact, len(c.facts))
	var lists [topics][]fact
	at := 0
	for t, n := range sizes {
		lists[t] = all[at : at : at+n]
		at += n
	}
	for _, f := range c.facts {
		lists[f.topic] = append(lists[f.topic], f)
	}
	return lists
}

// weighTopic adds what all facts of one topic say together.
func (c *hearing) weighTopic(t topic, facts []fact) {
	w := &weights[t]
	line := [3]float64{w.pattern, w.circ, w.ours}
	if len(facts) == 0 || t == hardship || line == [3]float64{} {
		return
	}
	strength := c.together(facts)
	// The cap holds for the topic, not for each of its three sides.
	if most := strength * slices.Max(line[:]); most > dbTopicCap {
		strength *= dbTopicCap / most
	}
	for i := range line {
		line[i] *= strength
	}
	for i, group := range split(facts) {
		code := [...]string{w.reason, ReasonInvoiceOverdue, ReasonPaidLate}[i]
		if i == settledGroup && t == paid {
			code = ReasonPaidOnTime
		}
		c.addLine(line, float64(len(group))/float64(len(facts)), c.about(code, group))
	}
}

// The groups of split, each of which is worded in its own way.
const (
	typedGroup = iota
	openGroup
	settledGroup
)

// split parts what was typed from what invoices say, open ones from settled.
func split(facts []fact) (groups [3][]fact) {
	for _, f := range facts {
		group := typedGroup
		switch {
		case f.open:
			group = openGroup
		case f.invoice != rapport.ID{}:
			group = settledGroup
		}
		groups[group] = append(groups[group], f)
	}
	return groups
}

// addLine adds a share of decibans for all three sides with one reason, which
// points to the side it favours and weighs what it favours that side by.
func (c *hearing) addLine(line [3]float64, share float64, why Reason) {
	if share == 0 {
		return
	}
	best, second := placePattern, math.Inf(-1)
	for i := range line {
		line[i] *= share
		c.decibans[i] += line[i]
		if line[i] > line[best] {
			best = i
		}
	}
	for i := range line {
		if i != best {
			second = max(second, line[i])
		}
	}
	why.Toward, why.Decibans = places[best], line[best]-second
	c.reasons = append(c.reasons, why)
}

// add adds decibans toward one side, with its reason.
func (c *hearing) add(place int, decibans float64, why Reason) {
	var line [3]float64
	line[place] = decibans
	c.addLine(line, 1, why)
}

// about fills in what every reason says: what it rests on, how often, from when
// to when.
func (r *record) about(code string, facts []fact) Reason {
	why := Reason{Code: code, Count: len(facts)}
	for _, f := range facts {
		why.First = earliest(why.First, f.since)
		why.Last = max(why.Last, f.on)
		if f.invoice != (rapport.ID{}) {
			why.Days = max(why.Days, f.on.DaysSince(f.since))
		}
	}
	for _, f := range facts[max(0, len(facts)-namedAtMost):] {
		if f.entry != (rapport.ID{}) {
			why.Entries = append(why.Entries, f.entry)
		}
		if f.invoice != (rapport.ID{}) {
			why.Invoices = append(why.Invoices, f.invoice)
		}
	}
	if len(facts) > 0 && (code == weights[facts[0].topic].reason || code == ReasonHardshipAfter) {
		why.Kind = kindOfTopic[facts[0].topic]
	}
	return why
}

// together sums the faded strength of facts of one topic. Of one day the strongest
// counts whole, the second half, the third a third; and a day counts less the
// nearer it lies to worse days, since one bad week is one story. Days far apart
// count whole. Only days within reach of each other are compared, so the cost
// grows with the number of days, not with its square.
func (c *hearing) together(facts []fact) float64 {
	type day struct {
		on             rapport.Date
		strongest, sum float64
	}
	var days []day
	rank := 0
	for i, f := range facts {
		if rank = rankOf(facts, i, rank); rank == 1 {
			days = append(days, day{on: f.on, strongest: f.speaks()})
		}
		days[len(days)-1].sum += f.speaks() / float64(rank)
	}
	total, from := 0.0, 0
	for i, d := range days {
		for d.on.DaysSince(days[from].on) > reach {
			from++
		}
		crowd := 1.0
		for j := from; j < len(days) && days[j].on.DaysSince(d.on) <= reach; j++ {
			if o := days[j]; o.strongest > d.strongest || o.strongest == d.strongest && j < i {
				crowd += nearness[absDays(o.on, d.on)]
			}
		}
		total += d.sum / crowd * fade(float64(c.on.DaysSince(d.on)), weights[facts[0].topic].halfLife)
	}
	return total
}

// reach is how far apart days still crowd each other: beyond it by under 2 %.
const reach = 60

// nearness is how much a day crowds another so many days away.
var nearness = func() (n [reach + 1]float64) {
	for gap := range n {
		n[gap] = fade(float64(gap), episodeDays)
	}
	return n
}()

func absDays(a, b rapport.Date) int { return max(a.DaysSince(b), b.DaysSince(a)) }

// shares turns decibans into shares that sum to 1.
func shares(decibans [3]float64) Shares {
	top := slices.Max(decibans[:])
	var p [3]float64
	sum := 0.0
	for i, d := range decibans {
		p[i] = math.Pow(10, (d-top)/10)
		sum += p[i]
	}
	return Shares{Pattern: p[placePattern] / sum, Circumstance: p[placeCirc] / sum, Ours: p[placeOurs] / sum}
}

// compareReasons orders reasons by weight, then by code, so that equal records
// give equal answers.
func compareReasons(a, b Reason) int {
	if c := cmp.Compare(b.Decibans, a.Decibans); c != 0 {
		return c
	}
	return cmp.Compare(a.Code, b.Code)
}
