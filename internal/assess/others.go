package assess

import (
	"maps"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Others is what the user's other clients do: the measure for consensus, for how
// late is late in this practice, and for how much of the income one client is.
// The zero value knows nobody. Others add up and can be taken out again exactly,
// so that a practice keeps one sum and judges each client by the sum less their
// own share.
type Others struct {
	Clients  int                        `json:"clients"`            // with anything on record within a year
	Friction map[string]int             `json:"friction,omitempty"` // by reason code of a friction: clients showing it within a year
	Invoices int                        `json:"invoices,omitempty"` // that fell due
	Late     int                        `json:"late,omitempty"`     // of these, late
	Received map[rapport.Currency]int64 `json:"received,omitempty"` // within a year, minor units
}

// othersDays is how far back the others are looked at: habits of a practice last,
// but clients come and go.
const othersDays = 365

// ShareOf returns what one client adds to the picture of the whole practice. Each
// kind of friction counts once, however often this client shows it: consensus is
// about how many do it. Lateness counts whether it was typed or stands in invoices.
func ShareOf(h History, on rapport.Date) Others {
	var share Others
	from := on.AddDays(-othersDays)
	shown := map[string]int{}
	for i := range h.Entries {
		e := &h.Entries[i]
		if e.On <= from || e.On > on {
			continue
		}
		share.Clients = 1
		if t, judged := topicOf(e); judged && t.friction() {
			shown[weights[t].reason] = 1
		}
	}
	for i := range h.Invoices {
		v := &h.Invoices[i]
		if v.Issued > from && v.Issued <= on {
			share.Clients = 1
		}
		counts, late := punctual(v, on)
		if counts {
			share.Invoices++
		}
		if late {
			share.Late++
			if v.Due > from {
				shown[ReasonLatePayment], share.Clients = 1, 1
			}
		}
	}
	share.Received = receivedIn(h.Invoices, from, on)
	if len(share.Received) > 0 {
		share.Clients = 1
	}
	share.Friction = unlessEmpty(shown)
	return share
}

// Plus adds what another client adds.
func (o Others) Plus(more Others) Others { return o.combine(more, 1) }

// Minus takes out what a client added: nobody is measured against themselves.
func (o Others) Minus(own Others) Others { return o.combine(own, -1) }

// combine adds another picture so many times.
func (o Others) combine(other Others, times int) Others {
	return Others{
		Clients:  o.Clients + times*other.Clients,
		Friction: sum(o.Friction, other.Friction, times),
		Invoices: o.Invoices + times*other.Invoices,
		Late:     o.Late + times*other.Late,
		Received: sum(o.Received, other.Received, int64(times)),
	}
}

// sum adds two tallies, the second so many times, and leaves out what comes to
// nothing, so that equal pictures are equal. Neither argument is changed.
func sum[K comparable, N int | int64](a, b map[K]N, times N) map[K]N {
	out := make(map[K]N, len(a)+len(b))
	maps.Copy(out, a)
	for k, n := range b {
		out[k] += times * n
	}
	return unlessEmpty(out)
}

// unlessEmpty drops zero counts, and the whole tally when nothing is left.
func unlessEmpty[K comparable, N int | int64](tally map[K]N) map[K]N {
	maps.DeleteFunc(tally, func(_ K, n N) bool { return n == 0 })
	if len(tally) == 0 {
		return nil
	}
	return tally
}
