package guide

import (
	"cmp"
	"slices"
	"strings"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Library is every guide there is, in the order they are listed.
type Library []Guide

// Find returns the guide of a code, false if there is none.
func (l Library) Find(code string) (Guide, bool) {
	i := slices.IndexFunc(l, func(g Guide) bool { return g.Code == code })
	if i < 0 {
		return Guide{}, false
	}
	return l[i], true
}

// What a match is worth: the next step of the judgement knows most of the case,
// the verdict covers it, the latest entry only hints. The sums of two lesser ones
// stay below the greater, and earlier in a list is better by less than any of them.
const (
	forNext    = 1000
	forVerdict = 300
	forKind    = 100
)

// Offer returns the guides that fit, the best first. Where nothing fits, it is the
// first of the library: there is always somewhere to begin. Latest is the kind of
// the latest telling entry, "" for none.
func (l Library) Offer(verdict rapport.Verdict, next string, latest rapport.Kind) []Guide {
	fit := func(g Guide) int {
		return rank(g.For.Next, next, forNext) + rank(g.For.Verdicts, verdict, forVerdict) + rank(g.For.Kinds, latest, forKind)
	}
	var offered []Guide
	for _, g := range l {
		if fit(g) > 0 {
			offered = append(offered, g)
		}
	}
	slices.SortStableFunc(offered, func(a, b Guide) int { return cmp.Compare(fit(b), fit(a)) })
	if len(offered) == 0 && len(l) > 0 {
		offered = append(offered, l[0])
	}
	return offered
}

// rank is worth less the later a word stands in a list, and nothing where it does
// not stand.
func rank[T ~string](list []T, word T, worth int) int {
	i := slices.Index(list, word)
	if word == "" || i < 0 {
		return 0
	}
	return worth - min(i, 50)
}

// Visible returns the steps that apply, given what was kept so far: by step, the
// code that was chosen. A step waiting for a choice that was not made yet, or that
// does not apply any more itself, stays out of sight.
func (g Guide) Visible(kept map[string]string) []Step {
	var seen []Step
	for _, step := range g.Steps {
		if step.chosen(seen, kept) && !(step.Unsent && g.sent(kept)) {
			seen = append(seen, step)
		}
	}
	return seen
}

// chosen reports whether a step waits for no choice, or for one among those seen that
// was made so.
func (s Step) chosen(seen []Step, kept map[string]string) bool {
	return s.When == nil || slices.Contains(s.When.Is, kept[s.When.Step]) &&
		slices.ContainsFunc(seen, func(b Step) bool { return b.Code == s.When.Step })
}

// sent reports whether a letter of the guide went out.
func (g Guide) sent(kept map[string]string) bool {
	return slices.ContainsFunc(g.Steps, func(s Step) bool { return s.Kind == WriteTo && kept[s.Code] == Done })
}

// Step returns the step of a code, false if the guide has none.
func (g Guide) Step(code string) (Step, bool) {
	i := slices.IndexFunc(g.Steps, func(s Step) bool { return s.Code == code })
	if i < 0 {
		return Step{}, false
	}
	return g.Steps[i], true
}

// Shows reports whether a step of the guide shows some facts from the book.
func (g Guide) Shows(facts string) bool {
	return slices.ContainsFunc(g.Steps, func(s Step) bool { return s.Show == facts })
}

// Keys returns every text the library calls for, sorted. The reason of an item
// (its key + ".why") is a courtesy and not among them: see [Library.Courtesies].
func (l Library) Keys() []string {
	var keys []string
	l.walk(func(key string) { keys = append(keys, key) }, func(string) {})
	slices.Sort(keys)
	return keys
}

// Courtesies returns the texts the library would use if they were there: the
// reasons of items.
func (l Library) Courtesies() []string {
	var keys []string
	l.walk(func(string) {}, func(key string) { keys = append(keys, key) })
	slices.Sort(keys)
	return keys
}

func (l Library) walk(needed, welcome func(key string)) {
	for _, g := range l {
		own := "guide." + g.Code
		for _, name := range []string{"title", "line", "done"} {
			needed(own + "." + name)
		}
		for _, step := range g.Steps {
			at := own + "." + step.Code
			needed(at + ".title")
			needed(at + ".text")
			for _, item := range step.Items {
				needed(at + "." + item)
				welcome(at + "." + item + ".why")
			}
		}
	}
}

// Ticked splits what was kept of a tick step into the codes that were ticked.
func Ticked(kept string) []string { return strings.Fields(kept) }
