package assess

import (
	"slices"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// A word is notice when it comes no later than a couple of days after the due day.
// Owning up, giving way and telling of a hardship count from the day of the
// invoice on; that we merely spoke says nothing of money, so it counts only in the
// last week before.
const (
	noticeAfter  = 2
	noticeBefore = 7
)

// heard is what was heard of them, as far as it may announce a late payment.
type heard struct {
	spoke   []rapport.Date    // days we spoke, sorted
	owned   []rapport.Date    // days they apologised, gave way or told of a hardship, sorted
	covered [][2]rapport.Date // first and last days of hardships
}

// withNotice counts the late invoices they told us about, beforehand or about the
// due day. To be late with a word and to be late in silence are different things:
// the first can be planned for. What we learn later, we did not know then; but a
// hardship, once told, covers the days since it began.
func withNotice(h History, late []*rapport.Invoice, on rapport.Date) int {
	if len(late) == 0 {
		return 0
	}
	words, count := listen(h, on), 0
	for _, v := range late {
		if words.announce(v) {
			count++
		}
	}
	return count
}

// keepsJournal reports whether anything but invoices was on record by the day:
// where nobody writes down what was said, silence proves nothing.
func keepsJournal(h History, on rapport.Date) bool {
	return slices.ContainsFunc(h.Entries, func(e rapport.Entry) bool { return e.On <= on })
}

// announce reports whether something heard gives notice of the late invoice.
func (w *heard) announce(v *rapport.Invoice) bool {
	until := v.Due.AddDays(noticeAfter)
	near := max(v.Issued, v.Due.AddDays(-noticeBefore))
	return between(w.spoke, near, until) || between(w.owned, v.Issued, until) ||
		slices.ContainsFunc(w.covered, func(c [2]rapport.Date) bool { return c[0] <= v.Due && v.Due <= c[1] })
}

// between reports whether one of the sorted days lies from one day to another.
func between(days []rapport.Date, from, to rapport.Date) bool {
	at, _ := slices.BinarySearch(days, from)
	return at < len(days) && days[at] <= to
}

// listen gathers what was heard until the end of the day.
func listen(h History, on rapport.Date) heard {
	var w heard
	told := circumstancesByEntry(h.Circumstances)
	for i := range h.Entries {
		e := &h.Entries[i]
		if e.On > on {
			continue
		}
		switch e.Kind {
		case rapport.Contact:
			w.spoke = append(w.spoke, e.On)
		case rapport.Apology, rapport.Cooperation:
			w.owned = append(w.owned, e.On)
		case rapport.Hardship:
			w.owned = append(w.owned, e.On)
			from, to := e.On, e.On.AddDays(rapport.DefaultReviewDays)
			if c, ok := told[e.ID]; ok {
				from, to = min(from, c.Start), c.Review
			}
			w.covered = append(w.covered, [2]rapport.Date{from, to})
		}
	}
	slices.Sort(w.spoke)
	slices.Sort(w.owned)
	return w
}
