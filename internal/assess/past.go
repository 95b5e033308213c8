package assess

import (
	"slices"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Sizes of the search in the past.
const (
	singlesTried = 12 // entries thought away one by one
	reasonsGrown = 3  // reasons thought away as a whole
	pairedAmong  = 4  // heaviest entries thought away two by two
	mostWithout  = 5  // a longer list of entries explains nothing
)

// past finds the smallest set of past entries without which the verdict would be
// another: single entries first, then pairs of the heaviest, then whole reasons,
// from which again is put back whatever is not needed. Of sets of one size it takes
// the first that changes what to do, and not only how; the heaviest reasons come
// first.
func (x *examiner) past(reasons []Reason) []WhatIf {
	singles := heaviestEntries(reasons, singlesTried)
	for _, sets := range [][][]rapport.ID{alone(singles), pairs(singles), whole(reasons)} {
		var found []WhatIf
		for _, ids := range sets {
			w, ok := x.without(ids)
			if ok && stanceOf(w.Verdict) != stanceOf(x.now) {
				return x.least(w)
			}
			if ok {
				found = append(found, w)
			}
		}
		if len(found) > 0 {
			return x.least(found[0])
		}
	}
	return nil
}

// without judges the history without some entries.
func (x *examiner) without(ids []rapport.ID) (WhatIf, bool) {
	h := x.known
	h.Entries = make([]rapport.Entry, 0, len(x.known.Entries))
	for _, e := range x.known.Entries {
		if !slices.Contains(ids, e.ID) {
			h.Entries = append(h.Entries, e)
		}
	}
	then, ok := x.judge(h, x.on)
	if !ok || !anotherAnswer(x.now, then.verdict) {
		return WhatIf{}, false
	}
	return WhatIf{Verdict: then.verdict, Without: ids}, true
}

// anotherAnswer reports whether a verdict answers otherwise. To know too little is
// no answer, and another reason to part is no other one.
func anotherAnswer(now, then rapport.Verdict) bool {
	return then != now && then != rapport.Unclear && (now != rapport.End || then != rapport.Safety)
}

// least puts back one entry after the other as long as the verdict stays changed,
// until every one that is left is needed. Where no judgement is left to be sure of
// that, nothing is said.
func (x *examiner) least(w WhatIf) []WhatIf {
	for i := 0; i < len(w.Without) && len(w.Without) > 1; {
		if x.left == 0 {
			return nil
		}
		fewer := slices.Delete(slices.Clone(w.Without), i, i+1)
		if smaller, ok := x.without(fewer); ok {
			w, i = smaller, 0
			continue
		}
		i++
	}
	return []WhatIf{w}
}

// heaviestEntries gathers entries of the heaviest reasons: the newest of each, then
// the second newest of each, and so on.
func heaviestEntries(reasons []Reason, most int) []rapport.ID {
	var ids []rapport.ID
	for nth := 1; nth <= most; nth++ {
		for _, why := range reasons {
			if nth > len(why.Entries) {
				continue
			}
			if id := why.Entries[len(why.Entries)-nth]; !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
			if len(ids) == most {
				return ids
			}
		}
	}
	return ids
}

func alone(ids []rapport.ID) [][]rapport.ID {
	var sets [][]rapport.ID
	for _, id := range ids {
		sets = append(sets, []rapport.ID{id})
	}
	return sets
}

func pairs(ids []rapport.ID) [][]rapport.ID {
	ids = ids[:min(pairedAmong, len(ids))]
	var sets [][]rapport.ID
	for i, id := range ids {
		for _, other := range ids[i+1:] {
			sets = append(sets, []rapport.ID{id, other})
		}
	}
	return sets
}

// whole returns the entries of each of the heaviest reasons, where they are few.
func whole(reasons []Reason) [][]rapport.ID {
	var sets [][]rapport.ID
	for _, why := range reasons {
		ids := slices.Clone(why.Entries)
		slices.SortFunc(ids, compareIDs)
		ids = slices.Compact(ids)
		if len(ids) > 2 && len(ids) <= mostWithout && len(sets) < reasonsGrown {
			sets = append(sets, ids)
		}
	}
	return sets
}
