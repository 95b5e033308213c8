package assess

import (
	"math"
	"slices"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// weeksShown is how many weekly strains an assessment carries.
const weeksShown = 12

// Shape of the strain curve. A load of saturation fills about two thirds of a
// part; goodwill takes off a quarter at most, for kindness doesn't pay bills; and
// no part alone takes the whole beyond four fifths.
const (
	saturation  = 2.0
	reliefMost  = 0.25
	reliefScale = 2.0
	partShare   = 0.8
)

// Strain returns how heavy the relationship was on each of the given days, 0 to
// 100, in the order of days. Days need not be sorted; what happened after a day
// does not count on it. It costs one pass over the entries and, for each day,
// one over the invoices.
func Strain(h History, days []rapport.Date) []float64 {
	out := make([]float64, len(days))
	if len(days) == 0 {
		return out
	}
	order := make([]int, len(days))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return int(days[a] - days[b]) })
	r := read(h, days[order[len(order)-1]])
	walk := newWalk(r.facts, h.Invoices)
	for _, i := range order {
		now := walk.to(days[i])
		out[i] = now.strain(everything)
	}
	return out
}

// walk goes through typed facts once, keeping the faded sum of their loads.
type walk struct {
	facts  []fact // typed, in order
	ledger ledger
	next   int
	rank   int
	day    rapport.Date
	now    loads
	owed   []fact // scratch: what the invoices say
}

func newWalk(typed []fact, invoices []rapport.Invoice) *walk {
	return &walk{facts: typed, ledger: newLedger(invoices)}
}

// to moves forward to the day and returns what weighs on us at its end. What the
// invoices say changes from day to day and is worked out anew.
func (w *walk) to(day rapport.Date) loads {
	for ; w.next < len(w.facts) && w.facts[w.next].on <= day; w.next++ {
		f := w.facts[w.next]
		w.rank = rankOf(w.facts, w.next, w.rank)
		if w.ledger.claim(f) {
			f.topic = contact
		}
		w.now.fade(f.on.DaysSince(w.day))
		w.day = f.on
		w.now.add(f, 1, w.rank)
	}
	sum := w.now
	sum.fade(day.DaysSince(w.day))
	w.owed = w.ledger.facts(day, w.owed[:0])
	slices.SortFunc(w.owed, compareFacts)
	rank := 0
	for i, f := range w.owed {
		rank = rankOf(w.owed, i, rank)
		sum.add(f, fade(float64(day.DaysSince(f.on)), strainHalfLife), rank)
	}
	return sum
}

// rankOf counts facts of one topic on one day, strongest first, given the rank
// of the fact before. The second outburst of a day weighs half, the third a third.
func rankOf(facts []fact, i, before int) int {
	if i > 0 && facts[i-1].on == facts[i].on && facts[i-1].topic == facts[i].topic {
		return before + 1
	}
	return 1
}

// loads are what weighs on us on one day, part by part.
type loads struct {
	all    [partCount]float64
	theirs [partCount]float64 // without justified complaints and without our own tolls
	good   float64
}

// fade lets days pass.
func (l *loads) fade(days int) {
	if days == 0 || l.good == 0 && l.all == [partCount]float64{} {
		return
	}
	factor := fade(float64(days), strainHalfLife)
	for p := range l.all {
		l.all[p] *= factor
		l.theirs[p] *= factor
	}
	l.good *= factor
}

// add lays one fact on top, as far as it has faded, at its rank among the day's.
// The toll on us has no rank: each contact cost what it cost.
func (l *loads) add(f fact, faded float64, rank int) {
	w, strength := &weights[f.topic], faded*f.strength/float64(rank)
	if w.part != partNone {
		l.all[w.part] += w.load * strength
		if f.topic != complaintRight {
			l.theirs[w.part] += w.load * strength
		}
	}
	l.good += w.good * strength
	l.all[partEnergy] += faded * f.toll
}

// whose chooses between two readings of the same load.
type whose bool

const (
	everything whose = true
	onlyTheirs whose = false
)

// part returns one part of the strain, 0 to 100.
func (l *loads) part(p part, of whose) float64 {
	load := l.theirs[p]
	if of == everything {
		load = l.all[p]
	}
	relief := 1 - reliefMost*(1-math.Exp(-l.good/reliefScale))
	return 100 * (1 - math.Exp(-load*relief/saturation))
}

// strain returns the whole, 0 to 100: parts add up as independent burdens do, so
// that a second one weighs less than the first and none can be cancelled.
func (l *loads) strain(of whose) float64 {
	light := 1.0
	for p := range partCount {
		light *= 1 - partShare*l.part(p, of)/100
	}
	return 100 * (1 - light)
}

// rounded returns all five parts for the assessment.
func (l *loads) rounded() Parts {
	of := func(p part) float64 { return round(l.part(p, everything), 1) }
	return Parts{
		Demands:    of(partDemands),
		Complaints: of(partComplaints),
		Conduct:    of(partConduct),
		Payment:    of(partPayment),
		Energy:     of(partEnergy),
	}
}

// fade is what is left of a weight after so many days.
func fade(days, halfLife float64) float64 { return math.Exp2(-days / halfLife) }

// weekEnds returns the last days of the weeks an assessment shows, oldest first,
// the last being the day itself.
func weekEnds(on rapport.Date) [weeksShown]rapport.Date {
	var ends [weeksShown]rapport.Date
	for i := range ends {
		ends[i] = on.AddDays(7 * (i + 1 - weeksShown))
	}
	return ends
}
