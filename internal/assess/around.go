package assess

import (
	"cmp"
	"slices"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// aroundDays is how far from the onset something may lie and still be thought to
// have to do with it.
const aroundDays = 45

// beginning returns the day the present trouble began and what happened about
// then, nearest first, the nearest of each sort. It claims no cause: that is for
// the reader to see.
func beginning(h History, c *hearing) Beginning {
	b := Beginning{Onset: c.onset()}
	if b.Onset.IsZero() {
		return b
	}
	said, asked := answered(&h, AskWhatIsBehind, rapport.ID{}, b.Onset, c.on)
	if code := aroundSaid[said.Given]; asked && code != "" {
		b.Around = append(b.Around, Around{Code: code, On: b.Onset})
	}
	told := circumstancesByEntry(h.Circumstances)
	for i := range h.Entries {
		e := &h.Entries[i]
		code := aroundEntry(e)
		if e.On > c.on || code == "" {
			continue
		}
		at := Around{Code: code, On: e.On, Entry: e.ID}
		if began, ok := told[e.ID]; ok && code == AroundHardship {
			at.On = min(e.On, began.Start)
		}
		if absDays(at.On, b.Onset) > aroundDays || asked && b.claims(said, e) {
			continue
		}
		b.Around = append(b.Around, at)
	}
	slices.SortFunc(b.Around, func(x, y Around) int {
		return cmp.Or(cmp.Compare(absDays(x.On, b.Onset), absDays(y.On, b.Onset)), int(x.On-y.On),
			cmp.Compare(x.Code, y.Code), compareIDs(x.Entry, y.Entry))
	})
	b.Around = nearestOfEach(b.Around)
	return b
}

// nearestOfEach keeps the first of each code.
func nearestOfEach(sorted []Around) []Around {
	var kept []Around
	for _, at := range sorted {
		if !slices.ContainsFunc(kept, func(k Around) bool { return k.Code == at.Code }) {
			kept = append(kept, at)
		}
	}
	return kept
}

// aroundSaid is what an answer to [AskWhatIsBehind] adds that no entry tells.
var aroundSaid = map[string]string{
	"new_person": AroundNewPerson, "price_rise": AroundPrice, "missed_delivery": AroundMissed,
}

// aroundEntry returns what an entry may have to do with the beginning of trouble.
func aroundEntry(e *rapport.Entry) string {
	right := e.Justified == rapport.JustifiedYes || e.Justified == rapport.JustifiedPartly
	switch {
	case e.Kind == rapport.Hardship:
		return AroundHardship
	case e.Kind == rapport.OurMistake, e.Kind == rapport.Complaint && right:
		return AroundOurMistake
	}
	return ""
}

// claims reports whether the entry is the one the answer made: the answer says it
// more exactly, and the same thing is not listed twice. The answer then bears the
// entry, so that it can be opened.
func (b *Beginning) claims(said rapport.Answer, e *rapport.Entry) bool {
	missed := said.Given == "missed_delivery" && e.Kind == rapport.OurMistake && e.On == b.Onset
	person := said.Given == "new_person" && e.Kind == rapport.Hardship && e.On == said.On
	if !missed && !person || b.Around[0].Entry != (rapport.ID{}) {
		return false
	}
	b.Around[0].Entry = e.ID
	return true
}
