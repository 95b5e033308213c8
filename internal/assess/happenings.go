package assess

import (
	"slices"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// happenings lists what may come in this engagement: first what the record makes
// plausible, likeliest first, then what comes out of the blue.
func (x *examiner) happenings() [2][]happening {
	return [2][]happening{
		slices.Concat(x.theirFriction(), x.theirGoodwill(), x.ourSteps()),
		x.outOfTheBlue(),
	}
}

// theirFriction is what would make it worse: more of what there was.
func (x *examiner) theirFriction() []happening {
	c := &x.c
	var out []happening
	about, severity := c.atIssue()
	if about != topics {
		kind := kindOfTopic[about]
		code := IfFrictionAgain
		if c.told() && about.limitable() {
			code = IfLimitCrossed
		}
		if !about.money() || len(c.debt.owed) == 0 { // while they owe, it is the open debt that goes on
			out = append(out, happening{code, worse, kind, mostTimes, repeats(kind, severity)})
		}
		if c.limitUnsaid() && about.limitable() {
			out = append(out, happening{IfLimitSaidCrossed, worse, kind, mostTimes, func(f *future, times int) {
				f.happens(tomorrow, rapport.Boundary, rapport.DefaultSeverity)
				repeats(kind, severity)(f, times)
			}})
		}
	}
	if len(c.debt.owed) > 0 {
		out = append(out,
			happening{IfStillUnpaid, worse, "", mostTimes, c.staysUnpaid},
			happening{IfDemandIgnored, worse, "", mostTimes, func(f *future, times int) {
				f.happens(tomorrow, rapport.Escalation, rapport.DefaultSeverity)
				c.staysUnpaid(f, times)
			}})
	}
	return out
}

// outOfTheBlue is what nothing on record announces: a hardship we learn of, an
// unfounded complaint, a personal attack.
func (x *examiner) outOfTheBlue() []happening {
	c := &x.c
	about, _ := c.atIssue()
	var out []happening
	if c.now[hardship] == 0 && !c.began().IsZero() {
		out = append(out, happening{IfHardshipKnown, better, "", 1, func(f *future, _ int) {
			e := f.happens(tomorrow, rapport.Hardship, rapport.DefaultSeverity)
			told := rapport.Circumstance{Entry: e.ID, Start: c.began(), Review: e.On.AddDays(rapport.DefaultReviewDays)}
			f.Circumstances = append(f.Circumstances[:len(f.Circumstances):len(f.Circumstances)], told)
		}})
	}
	if about != complaintUnfounded {
		out = append(out, happening{IfComplained, worse, rapport.Complaint, mostTimes, repeats(rapport.Complaint, rapport.DefaultSeverity)})
	}
	if about != disrespect {
		out = append(out, happening{IfInsulted, worse, rapport.Disrespect, mostTimes, repeats(rapport.Disrespect, sharp)})
	}
	return out
}

// limitable reports whether a limit can be stated against the topic. One cannot
// forbid silence, and money is not asked for with limits.
func (t topic) limitable() bool { return !t.money() && t != silence }

// repeats lets friction of a kind happen every fortnight.
func repeats(kind rapport.Kind, severity int) func(*future, int) {
	return func(f *future, times int) {
		for i := range times {
			f.rubs(fortnight*(i+1), kind, severity)
		}
	}
}

// staysUnpaid lets time pass without money. An open invoice tells so itself; where
// lateness was typed, it is typed again.
func (c *hearing) staysUnpaid(f *future, times int) {
	byInvoice := slices.ContainsFunc(c.debt.owed, func(o fact) bool { return o.open })
	for i := range times {
		f.passes(fortnight * (i + 1))
		if !byInvoice {
			f.happens(fortnight*(i+1), rapport.LatePayment, rapport.DefaultSeverity)
		}
	}
}

// theirGoodwill is what would make it better.
func (x *examiner) theirGoodwill() []happening {
	c := &x.c
	var out []happening
	if len(c.debt.owed) > 0 {
		out = append(out, happening{IfPaid, better, "", 1, func(f *future, _ int) { f.pays(soon) }})
	}
	if gravestAct := c.gravestAct(); gravestAct > 0 {
		out = append(out, happening{IfApologised, better, "", 1, func(f *future, _ int) {
			f.happens(soon, rapport.Apology, max(rapport.DefaultSeverity, gravestAct))
		}})
	}
	if c.told() && !c.last.IsZero() {
		out = append(out, happening{IfKeptToIt, better, "", mostTimes, keepsTo})
	}
	if !slices.ContainsFunc(c.facts, func(f fact) bool { return f.open }) {
		out = append(out, happening{IfCalm, better, "", mostTimes, func(f *future, times int) { f.passes(month * times) }})
	}
	return out
}

// keepsTo lets them keep to what was said, seen every fortnight.
func keepsTo(f *future, times int) {
	for i := range times {
		f.happens(fortnight*(i+1), rapport.Cooperation, rapport.DefaultSeverity)
	}
}

// ourSteps is what we can do about it.
func (x *examiner) ourSteps() []happening {
	c := &x.c
	var out []happening
	if c.now[complaintRight]+c.now[complaintPartly]+c.now[ourMistake] > 0 || !c.last.IsZero() {
		out = append(out, happening{IfWeHelp, byUs, "", 1, func(f *future, _ int) {
			f.happens(tomorrow, rapport.Remedy, rapport.DefaultSeverity)
		}})
	}
	if !c.last.IsZero() && c.limitUnsaid() {
		out = append(out, happening{IfLimitSaidKept, byUs, "", mostTimes, func(f *future, times int) {
			f.happens(tomorrow, rapport.Boundary, rapport.DefaultSeverity)
			keepsTo(f, times)
		}})
	}
	return out
}

// limitUnsaid reports whether a limit remains to be said, or to be said again.
func (c *hearing) limitUnsaid() bool {
	s := &c.steps[stepBoundary]
	return s.on.IsZero() || s.state == Crossed || s.state == Relapsed
}

// atIssue returns the friction that speaks loudest now, and how severe it was the
// last time; topics when nothing they did counts against them.
func (c *hearing) atIssue() (topic, int) {
	loudest, most := topics, 0.0
	for t := range topics {
		weight := c.now[t] * weights[t].pattern
		if t.accusing() && weight > most {
			loudest, most = t, weight
		}
	}
	severity := rapport.DefaultSeverity
	for _, f := range c.facts {
		if f.topic == loudest {
			severity = int(f.severity)
		}
	}
	return loudest, min(sharp, max(2, severity))
}

// gravestAct returns the highest severity of what they could apologise for, 0 for
// nothing.
func (c *hearing) gravestAct() int {
	most := 0
	for _, f := range c.facts {
		if f.topic.accusing() && !f.topic.money() && f.topic != silence && c.weighs(f) >= f.strength/4 {
			most = max(most, int(f.severity))
		}
	}
	return most
}
