package assess

import (
	"slices"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Consequence is what an answer does to the book. What is new has no id yet:
// judging needs no clock and no chance, so whoever stores it gives the ids.
type Consequence struct {
	Answer        rapport.Answer
	Add           []rapport.Entry
	Change        []rapport.Entry        // entries on record, as they are to be
	Circumstances []rapport.Circumstance // to be set; one without an entry belongs to the hardship in Add
}

// Consequences says what answering does: the same that was imagined to find the
// question. It refuses a question that does not stand open and an option the
// question does not have.
func Consequences(h History, question, option string, on rapport.Date) (Consequence, error) {
	known := asOf(h, on)
	c := hearingOf(known, on)
	at := slices.IndexFunc(inquiries, func(q inquiry) bool { return q.code == question })
	if at < 0 {
		return Consequence{}, rapport.Refuse(rapport.ErrQuestion, rapport.Args{"value": question})
	}
	q := &inquiries[at]
	m, open := q.open(&c, &known)
	if !open || resting(&known, q.code, m.key, m.since, on) {
		return Consequence{}, rapport.Refuse(rapport.ErrQuestion, rapport.Args{"value": question})
	}
	answers := q.answers()
	given := slices.IndexFunc(answers, func(o choice) bool { return o.code == option })
	if given < 0 {
		return Consequence{}, rapport.Refuse(rapport.ErrAnswer, rapport.Args{"value": option})
	}
	return q.consequence(&known, m, answers[given], on), nil
}

// consequence is what one answer to an open question does.
func (q *inquiry) consequence(h *History, m matter, o choice, on rapport.Date) Consequence {
	to := Consequence{Answer: rapport.Answer{
		Client: h.Client.ID, On: on, Question: q.code, Given: o.code, About: m.key,
	}}
	if o.does != nil {
		o.does(setting{h, on, m}, &to)
	}
	return to
}

// imagine returns the history as it would be with the answer given. The original
// is left alone.
func (to Consequence) imagine(h History) History {
	if len(to.Change) > 0 {
		h.Entries = slices.Clone(h.Entries)
		for _, e := range to.Change {
			at := slices.IndexFunc(h.Entries, func(old rapport.Entry) bool { return old.ID == e.ID })
			h.Entries[at] = e
		}
	}
	circumstances := slices.Clone(to.Circumstances)
	for i, e := range to.Add {
		e.ID = imagined(i)
		h.Entries = append(h.Entries[:len(h.Entries):len(h.Entries)], e)
		for j := range circumstances {
			if e.Kind == rapport.Hardship && circumstances[j].Entry == (rapport.ID{}) {
				circumstances[j].Entry = e.ID
			}
		}
	}
	for _, told := range circumstances {
		h.Circumstances = slices.DeleteFunc(slices.Clone(h.Circumstances), func(old rapport.Circumstance) bool {
			return old.Entry == told.Entry
		})
		h.Circumstances = append(h.Circumstances, told)
	}
	h.Answers = append(h.Answers[:len(h.Answers):len(h.Answers)], to.Answer)
	return h
}

// make adds an entry of the given kind.
func (s setting) make(to *Consequence, kind rapport.Kind, severity int, day rapport.Date) *rapport.Entry {
	day = max(rapport.MinDate, min(day, s.on))
	to.Add = append(to.Add, rapport.Entry{Client: s.h.Client.ID, On: day, Kind: kind, Severity: severity})
	return &to.Add[len(to.Add)-1]
}

// each changes every entry the question is about.
func (s setting) each(to *Consequence, change func(e *rapport.Entry)) {
	for _, e := range s.h.Entries {
		if slices.Contains(s.about, e.ID) {
			change(&e)
			to.Change = append(to.Change, e)
		}
	}
}

func judgedAs(j rapport.Justified) func(setting, *Consequence) {
	return func(s setting, to *Consequence) { s.each(to, func(e *rapport.Entry) { e.Justified = j }) }
}

func scopedAs(scope rapport.Scope) func(setting, *Consequence) {
	return func(s setting, to *Consequence) { s.each(to, func(e *rapport.Entry) { e.Scope = scope }) }
}

// toldAt says that the rule was stated before it was first broken. The day before
// is the latest it can have been; earlier would claim more than we know.
func toldAt(severity int) func(setting, *Consequence) {
	return func(s setting, to *Consequence) { s.make(to, rapport.Expectations, severity, s.day) }
}

// reviewAfter is how long a hardship told in answer to a question stands before it
// is looked at again, in days.
const reviewAfter = 60

// struggle records a hardship, told today, that was there when the matter began.
func struggle(s setting, to *Consequence) {
	s.make(to, rapport.Hardship, rapport.DefaultSeverity, s.on)
	to.Circumstances = append(to.Circumstances, rapport.Circumstance{
		Start: max(rapport.MinDate, min(s.day, s.on)), Review: s.on.AddDays(reviewAfter),
	})
}

// mistake records that it began with a fault of ours.
func mistake(s setting, to *Consequence) {
	s.make(to, rapport.OurMistake, rapport.DefaultSeverity, s.day)
}

// gaveWay records that they accepted what was said.
func gaveWay(s setting, to *Consequence) {
	s.make(to, rapport.Cooperation, rapport.DefaultSeverity, s.on)
}

// objection records that they argued: a complaint yet to be weighed. To object to
// a limit is not to cross it.
func objection(s setting, to *Consequence) {
	s.make(to, rapport.Complaint, rapport.DefaultSeverity-1, s.on).Justified = rapport.JustifiedUnsure
}

// happened records one entry of a kind, as a first word about an engagement.
func happened(kind rapport.Kind) func(setting, *Consequence) {
	return func(s setting, to *Consequence) {
		e := s.make(to, kind, rapport.DefaultSeverity, s.on)
		switch kind {
		case rapport.Demand:
			e.Scope = rapport.ScopeBeyond
		case rapport.Complaint:
			e.Justified = rapport.JustifiedUnsure
		}
	}
}

// lookLater sets a new day to look at a hardship again.
func lookLater(s setting, to *Consequence) {
	for _, told := range s.h.Circumstances {
		if told.Entry == s.key {
			told.Review = s.on.AddDays(reviewAfter)
			to.Circumstances = append(to.Circumstances, told)
		}
	}
}
