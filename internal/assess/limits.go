package assess

import (
	"slices"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Axis is one of the three personal limits.
type Axis string

// The axes.
const (
	Hostility  Axis = "hostility"
	Complexity Axis = "complexity"
	Minutes    Axis = "minutes"
)

// Axes returns every axis, in the order alerts come.
func Axes() []Axis { return []Axis{Hostility, Complexity, Minutes} }

// Alert is a personal limit an entry crossed.
type Alert struct {
	Axis    Axis
	Limit   int
	Value   int          // what it is now, in the unit of the limit
	Entries []rapport.ID // that make it up, newest last
}

// alertDays is how long a limit looks: what happens within thirty days is at once.
const alertDays = 30

// Alerts returns the limits that stand crossed with the given entry, and would
// not be without it. The entry is part of the history. A limit is crossed when it
// is reached, and one of zero is none. An entry logged late is held against any
// thirty days it lies in, so that it does not matter when one comes to write.
func Alerts(h History, e rapport.Entry, limits rapport.Limits) []Alert {
	var out []Alert
	t, judged := topicOf(&e)
	if judged && (t.abuse() || t == threat) && limits.Hostility > 0 && e.Severity >= limits.Hostility {
		out = append(out, Alert{Axis: Hostility, Limit: limits.Hostility, Value: e.Severity, Entries: []rapport.ID{e.ID}})
	}
	near := around(h, e)
	if judged && t.friction() && limits.Complexity > 0 {
		out = append(out, crossing(Complexity, limits.Complexity, near, e, countKinds)...)
	}
	if issue := issueOf(e.Kind); issue != "" && e.Cost.Minutes > 0 && limits.Minutes > 0 {
		near = slices.DeleteFunc(near, func(o *rapport.Entry) bool { return issueOf(o.Kind) != issue })
		out = append(out, crossing(Minutes, limits.Minutes, near, e, sumMinutes)...)
	}
	return out
}

// around returns the entries less than the alert's days before or after one, that
// one included, in order of day.
func around(h History, e rapport.Entry) []*rapport.Entry {
	var near []*rapport.Entry
	for i := range h.Entries {
		if o := &h.Entries[i]; absDays(o.On, e.On) < alertDays {
			near = append(near, o)
		}
	}
	slices.SortFunc(near, func(a, b *rapport.Entry) int {
		if a.On != b.On {
			return int(a.On - b.On)
		}
		return compareIDs(a.ID, b.ID)
	})
	return near
}

// measure values the entries of a period, leaving one out when without is its id,
// and names those that make the value up.
type measure func(period []*rapport.Entry, without rapport.ID) (value int, of []rapport.ID)

// crossing looks at each period of the alert's days that an entry lies in. The
// limit is crossed by the entry if some reach it with the entry and none does
// without. There are as many periods as days, so it costs one pass for each.
func crossing(axis Axis, limit int, near []*rapport.Entry, e rapport.Entry, value measure) []Alert {
	alert := Alert{Axis: axis, Limit: limit}
	for from := e.On.AddDays(1 - alertDays); from <= e.On; from++ {
		first, _ := slices.BinarySearchFunc(near, from, entryOn)
		end, _ := slices.BinarySearchFunc(near, from.AddDays(alertDays), entryOn)
		period := near[first:end]
		if before, _ := value(period, e.ID); before >= limit {
			return nil
		}
		if now, of := value(period, rapport.ID{}); now >= limit && now > alert.Value {
			alert.Value, alert.Entries = now, of
		}
	}
	if alert.Value == 0 {
		return nil
	}
	return []Alert{alert}
}

func entryOn(e *rapport.Entry, day rapport.Date) int { return int(e.On - day) }

// countKinds counts the kinds of friction, and names the newest of each.
func countKinds(period []*rapport.Entry, without rapport.ID) (int, []rapport.ID) {
	var kinds []rapport.Kind
	var of []rapport.ID
	for _, e := range slices.Backward(period) {
		if e.ID != without && e.Kind.Group() == rapport.Friction && !slices.Contains(kinds, e.Kind) {
			kinds, of = append(kinds, e.Kind), append(of, e.ID)
		}
	}
	slices.Reverse(of)
	return len(kinds), of
}

// sumMinutes sums unbilled time.
func sumMinutes(period []*rapport.Entry, without rapport.ID) (sum int, of []rapport.ID) {
	for _, e := range period {
		if e.ID != without && e.Cost.Minutes > 0 {
			sum, of = sum+e.Cost.Minutes, append(of, e.ID)
		}
	}
	return sum, of
}

// issueOf names the issue that time went into: complaints and what we did about
// them are one, money and asking for it are one, and any other friction or word of
// ours is its own. Time spent on what is no trouble belongs to no issue.
func issueOf(k rapport.Kind) string {
	switch k {
	case rapport.Complaint, rapport.Remedy, rapport.OurApology, rapport.OurMistake:
		return string(rapport.Complaint)
	case rapport.LatePayment, rapport.NonPayment, rapport.Reminder, rapport.Escalation:
		return string(rapport.LatePayment)
	}
	if g := k.Group(); g == rapport.Friction || g == rapport.FromUs {
		return string(k)
	}
	return ""
}
