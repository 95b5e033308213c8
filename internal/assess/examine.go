package assess

import (
	"slices"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Examination is what comes to light by judging again with one thing changed.
// It costs some fifty judgements, so it is made when somebody asks.
type Examination struct {
	WouldChange []WhatIf  // at most four: what lies nearest in each direction
	Question    *Question // nil when no answer would change anything
}

// WhatIf is a change with which the verdict would be another. It is either
// something that happened and is thought away (Without), or something that may
// happen (Code, Times).
type WhatIf struct {
	Verdict rapport.Verdict
	Without []rapport.ID // the smallest set of past entries without which
	Code    string       // one of WhatIfCodes, "" with Without
	Kind    rapport.Kind // the kind of friction imagined, "" where the code says it all
	Times   int          // how often it would have to happen
	By      rapport.Date // the last of the days it was imagined on
}

// Question is the one thing unknown whose answer would most likely change the verdict.
type Question struct {
	Code    string       // one of AskCodes
	About   []rapport.ID // the entries it is about, newest last; none when about the client
	Kind    rapport.Kind // the friction it is about, "" where the code or About says it
	Gain    float64      // chance that the answer changes the verdict, 0–1
	Options []Option
}

// Option is one answer to a question.
type Option struct {
	Code    string          // "option.<question>.<code>"
	Verdict rapport.Verdict // what the verdict would be
}

// Judgements an examination may cost. A client with tens of thousands of entries
// gets fewer, so that looking for what would change stays a matter of seconds.
const (
	mostJudgements    = 60
	fewestJudgements  = 24
	entriesToGoAround = 300_000 // entries read in all, from which on judgements are saved
)

// Examine judges again with one thing changed at a time: an unknown answered, an
// entry thought away, something happening later. The assessment is of the same
// history, on the day it bears.
func Examine(h History, a Assessment) Examination {
	x := newExaminer(h, a)
	var e Examination
	x.withHalf(func() { e.Question = x.question() })
	x.withHalf(func() { e.WouldChange = x.past(a.Reasons) })
	e.WouldChange = append(e.WouldChange, x.future()...)
	return e
}

// withHalf lets one search use half of the judgements left, so that the ones after
// it get their turn; what it saves is theirs.
func (x *examiner) withHalf(search func()) {
	kept := x.left / 2
	x.left -= kept
	search()
	x.left += kept
}

// examiner judges a history again and again, as long as it may.
type examiner struct {
	known History // as it stood on the day
	on    rapport.Date
	now   rapport.Verdict
	c     hearing // of what is known
	left  int     // judgements left
}

func newExaminer(h History, a Assessment) *examiner {
	x := &examiner{known: asOf(h, a.On), on: a.On, now: a.Verdict}
	x.known.Entries = inOrder(x.known.Entries)
	x.c = hearingOf(x.known, a.On)
	size := max(1, len(h.Entries)+len(h.Invoices))
	x.left = min(mostJudgements, max(fewestJudgements, entriesToGoAround/size))
	return x
}

// inOrder returns the entries in the order of their facts. Sorting what is sorted
// costs next to nothing, and every judgement to come sorts them again.
func inOrder(entries []rapport.Entry) []rapport.Entry {
	ordered := slices.Clone(entries)
	slices.SortFunc(ordered, func(a, b rapport.Entry) int {
		s, _ := topicOf(&a)
		t, _ := topicOf(&b)
		return compareFacts(factOf(&a, s), factOf(&b, t))
	})
	return ordered
}

// hearingOf weighs a history as Assess does, without what only the page needs.
func hearingOf(h History, on rapport.Date) hearing {
	r := read(h, on)
	load := newWalk(slices.Clone(r.facts), h.Invoices).to(on)
	r.settle(h.Invoices)
	return hear(r, load)
}

// outcome is one judgement, as far as an examination looks at it.
type outcome struct {
	verdict rapport.Verdict
	source  Shares
}

// judge says what the verdict would be; false when no judgement is left.
func (x *examiner) judge(h History, on rapport.Date) (outcome, bool) {
	if x.left <= 0 {
		return outcome{}, false
	}
	x.left--
	c := hearingOf(h, on)
	return outcome{c.decide().verdict, c.source}, true
}

// asOf returns the history as it stood at the end of the day. Imagining days to
// come must not meet what really came.
func asOf(h History, on rapport.Date) History {
	h.Entries = until(h.Entries, func(e *rapport.Entry) bool { return e.On <= on })
	h.Answers = until(h.Answers, func(a *rapport.Answer) bool { return a.On <= on })
	h.Invoices = until(h.Invoices, func(v *rapport.Invoice) bool { return v.Issued <= on })
	later := func(p rapport.Payment) bool { return p.On > on }
	for i := range h.Invoices {
		if slices.ContainsFunc(h.Invoices[i].Payments, later) {
			h.Invoices = slices.Clone(h.Invoices)
			break
		}
	}
	for i := range h.Invoices {
		v := &h.Invoices[i]
		if slices.ContainsFunc(v.Payments, later) {
			v.Payments = slices.DeleteFunc(slices.Clone(v.Payments), later)
		}
	}
	return h
}

// until keeps what was known. It returns the slice itself when all of it was.
func until[T any](all []T, known func(*T) bool) []T {
	first := 0
	for first < len(all) && known(&all[first]) {
		first++
	}
	if first == len(all) {
		return all
	}
	kept := slices.Clone(all[:first])
	for i := first; i < len(all); i++ {
		if known(&all[i]) {
			kept = append(kept, all[i])
		}
	}
	return kept
}

// imagined returns the id of the nth entry that is only thought of. It is no
// version 7 id, so it meets none of the book, and sorts after all of them.
func imagined(n int) (id rapport.ID) {
	for i := range id {
		id[i] = 0xff
	}
	id[14], id[15] = byte(n>>8), byte(n)
	return id
}

// gravity orders verdicts by how far they go: vocabulary order, with "unclear" on
// the border between what invests in a client and what limits one.
func gravity(v rapport.Verdict) int {
	if v == rapport.Unclear {
		return 2*slices.Index(rapport.Verdicts(), rapport.Mend) + 1
	}
	return 2 * slices.Index(rapport.Verdicts(), v)
}

// stance is what a verdict does: invest in the client, limit, leave; or none of it.
type stance int

const (
	undecided stance = iota
	invest
	limit
	leave
)

// stanceOf returns what a verdict does. Two verdicts of one stance differ in how;
// two of different stances differ in what to do.
func stanceOf(v rapport.Verdict) stance {
	switch v {
	case rapport.Keep, rapport.ExtraMile, rapport.Mend:
		return invest
	case rapport.Trial, rapport.Renegotiate:
		return limit
	case rapport.End, rapport.Safety:
		return leave
	}
	return undecided
}
