package assess

import (
	"cmp"
	"slices"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Days of an imagined future. What depends on us happens tomorrow, what may happen
// again comes at intervals of a fortnight, and calm is looked at month by month.
const (
	tomorrow  = 1
	soon      = 7
	fortnight = 14
	month     = 30
	mostTimes = 3
)

// happening is something that may come yet.
type happening struct {
	code  string
	slot  slot
	kind  rapport.Kind
	most  int // how many times are worth imagining
	plays func(f *future, times int)
}

// slot is which of the answers to "what would change this" a happening may give.
type slot int

const (
	better slot = iota // theirs, and the verdict would be milder
	worse              // theirs, and it would be graver
	byUs               // ours, and it would be milder
	slots
)

// future is a history with something added after the day it is known for.
type future struct {
	History
	from  rapport.Date
	by    rapport.Date // the last day imagined
	added int
}

// happens adds an entry so many days later.
func (f *future) happens(days int, kind rapport.Kind, severity int) *rapport.Entry {
	e := rapport.Entry{ID: imagined(f.added), Client: f.Client.ID, On: f.from.AddDays(days), Kind: kind, Severity: severity}
	f.added++
	f.Entries = append(f.Entries[:len(f.Entries):len(f.Entries)], e)
	f.passes(days)
	return &f.Entries[len(f.Entries)-1]
}

// passes lets the time go by.
func (f *future) passes(days int) { f.by = max(f.by, f.from.AddDays(days)) }

// rubs adds friction of a kind that counts against them.
func (f *future) rubs(days int, kind rapport.Kind, severity int) {
	e := f.happens(days, kind, severity)
	switch kind {
	case rapport.Demand:
		e.Scope = rapport.ScopeBeyond
	case rapport.Complaint:
		e.Justified = rapport.JustifiedNo
	}
}

// pays lets all that is owed come in.
func (f *future) pays(days int) {
	day := f.from.AddDays(days)
	f.happens(days, rapport.PaymentReceived, rapport.DefaultSeverity)
	f.Invoices = settledOn(f.Invoices, day, func(v *rapport.Invoice) bool { return v.Due <= day })
}

// settledOn returns the invoices with what is open of some of them paid on a day.
// The originals are left alone.
func settledOn(all []rapport.Invoice, day rapport.Date, which func(*rapport.Invoice) bool) []rapport.Invoice {
	paid := slices.Clone(all)
	for i := range paid {
		v := &paid[i]
		if left := v.OpenOn(day).Minor; left > 0 && which(v) {
			v.Payments = append(v.Payments[:len(v.Payments):len(v.Payments)], rapport.Payment{On: day, Amount: left})
		}
	}
	return paid
}

// future finds what would change the verdict if it came: the nearest thing of
// theirs for better and for worse, and what we can do. A change counts only when
// the same day without it would not bring the same: time alone changes things too.
// What the record does not announce is looked at only where nothing else is found.
func (x *examiner) future() []WhatIf {
	var found [slots]*WhatIf
	o := outlook{calm: x.asItGoesOn(), quiet: map[rapport.Date]rapport.Verdict{}}
	for _, all := range x.happenings() {
		for times := 1; times <= mostTimes; times++ {
			for s, w := range x.nearest(all, times, &o, found) {
				found[s] = cmp.Or(found[s], w)
			}
		}
	}
	var out []WhatIf
	for _, w := range found {
		if w != nil {
			out = append(out, *w)
		}
	}
	return out
}

// outlook is what comes if nothing happens, and the verdicts known of it.
type outlook struct {
	calm  History
	quiet map[rapport.Date]rapport.Verdict
}

// nearest imagines everything so many times and returns the nearest change for
// each slot that is still empty.
func (x *examiner) nearest(all []happening, times int, o *outlook, found [slots]*WhatIf) (now [slots]*WhatIf) {
	for i := range all {
		h := &all[i]
		if found[h.slot] != nil || times > h.most || !h.slot.reaches(x.now) {
			continue
		}
		if w, ok := x.imagineHappening(h, times, o); ok && nearer(now[h.slot], w, x.now) {
			now[h.slot] = &w
		}
	}
	return now
}

// nearer reports whether the second change is worth more saying than the first: it
// changes what to do and not only how, or it does so sooner.
func nearer(a *WhatIf, b WhatIf, now rapport.Verdict) bool {
	if a == nil {
		return true
	}
	turnsA, turnsB := stanceOf(a.Verdict) != stanceOf(now), stanceOf(b.Verdict) != stanceOf(now)
	if turnsA != turnsB {
		return turnsB
	}
	return b.By < a.By
}

// imagineHappening judges the day after something happened, beside the same day
// without it.
func (x *examiner) imagineHappening(h *happening, times int, o *outlook) (WhatIf, bool) {
	f := future{History: o.calm, from: x.on, by: x.on}
	h.plays(&f, times)
	then, ok := x.judge(f.History, f.by)
	if !ok || !h.slot.fits(x.now, then.verdict) {
		return WhatIf{}, false
	}
	if f.added > 0 {
		if without, ok := x.waiting(o, f.by); !ok || then.verdict == without {
			return WhatIf{}, false
		}
	}
	return WhatIf{Verdict: then.verdict, Code: h.code, Kind: h.kind, Times: times, By: f.by}, true
}

// waiting judges a day to come on which nothing has happened.
func (x *examiner) waiting(o *outlook, day rapport.Date) (rapport.Verdict, bool) {
	if v, known := o.quiet[day]; known {
		return v, true
	}
	then, ok := x.judge(o.calm, day)
	if ok {
		o.quiet[day] = then.verdict
	}
	return then.verdict, ok
}

// fits reports whether a change of verdict is one the slot stands for. To know
// less is no change worth naming.
func (s slot) fits(now, then rapport.Verdict) bool {
	switch {
	case then == rapport.Unclear || then == now:
		return false
	case s == worse:
		return gravity(then) > gravity(now)
	}
	return gravity(then) < gravity(now)
}

// reaches reports whether there is anything in the slot to be found: nothing is
// milder than to keep, nothing graver than safety.
func (s slot) reaches(now rapport.Verdict) bool {
	if s == worse {
		return now != rapport.Safety
	}
	return now != rapport.Keep
}

// asItGoesOn is the future in which nothing happens: what falls due is paid on the
// day, what is overdue stays so.
func (x *examiner) asItGoesOn() History {
	h := x.known
	if !slices.ContainsFunc(h.Invoices, func(v rapport.Invoice) bool { return v.Due > x.on }) {
		return h
	}
	h.Invoices = slices.Clone(h.Invoices)
	for i := range h.Invoices {
		if v := &h.Invoices[i]; v.Due > x.on {
			day := v.Due
			h.Invoices[i] = settledOn(h.Invoices[i:i+1], day, func(*rapport.Invoice) bool { return true })[0]
		}
	}
	return h
}
