package assess

import (
	"maps"
	"slices"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// debt is the money they owe now and what asking for it led to. A payment closes
// the story; what comes after it is a new one.
type debt struct {
	owed      []fact       // lateness and refusals since they last paid
	demands   []fact       // reminders and escalations since then
	answers   []fact       // what came, on later days, instead of money
	moneyDays int          // different days with money friction, whether paid since or not
	refused   rapport.Date // the first refusal since they last paid
	quiet     rapport.Date // the first silence while they owed
	firm      rapport.Date // the first escalation
	refusal   float64      // severity of the gravest refusal still fresh: one refuses when asked
	broken    int          // different days on which they broke their word after we had asked
	vain      bool         // asked for, and it did not come
	pressed   bool         // asked firmly, with consequences, in vain
	weight    float64      // of the answers, faded
}

// owing follows the money through the record.
func (c *hearing) owing() debt {
	var d debt
	var moneyDay rapport.Date
	for _, f := range c.facts {
		if f.topic.money() && f.on != moneyDay {
			moneyDay = f.on
			d.moneyDays++
		}
		if f.invoice == (rapport.ID{}) {
			d.pass(f)
		}
	}
	d.passInvoices(c)
	if len(d.owed) > 0 {
		d.conclude(c)
	}
	return d
}

// pass takes in one typed fact, in order of day.
func (d *debt) pass(f fact) {
	switch t := f.topic; {
	case t == paid && f.severity >= slight: // a token settles nothing
		*d = debt{moneyDays: d.moneyDays}
	case t == latePayment || t == nonPayment || t == brokenPromise && len(d.owed) > 0:
		d.answer(f)
		d.owed = append(d.owed, f)
		if t == nonPayment {
			d.refused = earliest(d.refused, f.on)
		}
	case t == silence && (len(d.owed) > 0 || len(d.demands) > 0):
		d.answer(f)
		if len(d.owed) > 0 {
			d.quiet = earliest(d.quiet, f.on)
		}
	case t == reminder || t == escalation:
		d.demand(f)
	}
}

// demand takes in that we asked. A firm demand says itself that asking was in
// vain, if they had refused or been asked on an earlier day.
func (d *debt) demand(f fact) {
	if f.topic == escalation {
		if len(d.owed) > 0 && (came(d.refused, f.on) || d.asked(f.on)) {
			d.answers = append(d.answers, f)
		}
		d.firm = earliest(d.firm, f.on)
	}
	d.demands = append(d.demands, f)
}

// answer notes a fact that came after a demand, on a later day. Silence and a
// refusal on different days are one too, in either order, and so is a refusal after
// lateness on several days: nobody is silent, or refuses, who was not asked.
func (d *debt) answer(f fact) {
	again := f.topic == nonPayment && daysOf(d.owed, nil) >= 2
	silent := f.topic == silence && came(d.refused, f.on)
	refused := f.topic == nonPayment && came(d.quiet, f.on)
	if again || silent || refused || d.asked(f.on) {
		d.answers = append(d.answers, f)
	}
}

// daysOf counts the different days of facts, all or those that are such.
func daysOf(facts []fact, such func(fact) bool) int {
	n, last := 0, rapport.Date(0)
	for _, f := range facts {
		if such != nil && !such(f) || n > 0 && f.on == last {
			continue
		}
		n, last = n+1, f.on
	}
	return n
}

// asked reports whether we asked before the day.
func (d *debt) asked(day rapport.Date) bool { return len(d.demands) > 0 && d.demands[0].on < day }

// came reports whether there is such a day and it lies before the other.
func came(first, day rapport.Date) bool { return !first.IsZero() && first < day }

// passInvoices takes in what is open past due. A demand for it is in vain once it
// had a week to be answered.
func (d *debt) passInvoices(c *hearing) {
	said := c.steps[stepDemand].said
	var answerable rapport.Date // the last demand that had its week
	for _, s := range said {
		if c.on.DaysSince(s.on) >= answerDays {
			answerable = s.on
		}
	}
	var since rapport.Date
	for _, f := range c.facts {
		if !f.open {
			continue
		}
		since = earliest(since, f.since)
		d.owed = append(d.owed, f)
		if f.topic == nonPayment {
			d.refused = earliest(d.refused, f.on)
		}
		if answerable > f.since {
			d.answers = append(d.answers, f)
		}
	}
	if since.IsZero() {
		return
	}
	for _, f := range c.facts {
		if f.topic == silence && f.on > since {
			d.quiet = earliest(d.quiet, f.on)
		}
	}
	from := slices.IndexFunc(said, func(s fact) bool { return s.on > since })
	if from >= 0 && len(said)-from > len(d.demands) {
		d.demands = said[from:]
	}
	for _, s := range d.demands {
		if s.topic == escalation {
			d.firm = earliest(d.firm, s.on)
		}
	}
}

// conclude draws the sums.
func (d *debt) conclude(c *hearing) {
	for _, f := range d.owed {
		if f.topic == nonPayment && c.fresh(f) {
			d.refusal = max(d.refusal, f.rated)
		}
	}
	d.vain = len(d.answers) > 0
	d.broken = daysOf(d.answers, func(f fact) bool { return f.topic == brokenPromise })
	heaviest := map[rapport.Date]float64{} // of one day only the heaviest answer counts
	for _, f := range d.answers {
		heaviest[f.on] = max(heaviest[f.on], f.strength*fade(c.age(f), weights[latePayment].halfLife))
		d.pressed = d.pressed || !d.firm.IsZero() && d.firm <= f.on
	}
	for _, day := range slices.Sorted(maps.Keys(heaviest)) {
		d.weight += heaviest[day]
	}
}

// reason names the demand and what came instead of money. Where no demand is on
// record, it is their refusal, and their silence or lateness before, that speak.
func (d *debt) reason(r *record) Reason {
	facts := slices.Concat(d.owed, d.demands, d.answers)
	slices.SortFunc(facts, compareFacts)
	facts = slices.Compact(facts)
	switch {
	case len(d.demands) == 0 && d.quiet.IsZero():
		why := r.about(ReasonRefusedAfterLate, facts)
		why.Count = len(d.answers)
		return why
	case len(d.demands) == 0:
		return r.about(ReasonUnanswered, facts)
	}
	why := r.about(ReasonPaymentInVain, facts)
	why.Count, why.First = len(d.demands), d.demands[0].on
	return why
}
