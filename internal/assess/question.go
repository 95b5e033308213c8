package assess

import (
	"cmp"
	"math"
	"slices"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// inquiry is one question worth asking: when it stands open, and its answers.
type inquiry struct {
	code    string
	open    func(c *hearing, h *History) (matter, bool)
	choices []choice
}

// matter is what a question is about in one history.
type matter struct {
	about []rapport.ID // the entries it names, newest last
	key   rapport.ID   // what its answer is stored under; zero when about the client
	since rapport.Date // answers given before this day were about something else
	day   rapport.Date // the day an entry made by the answer would bear
	kind  rapport.Kind // the friction it is about, where no entry says so
}

// choice is one answer: how likely it is before anybody is asked, and what it
// does to the book. Without a deed only the answer itself is kept.
type choice struct {
	code   string
	chance float64
	does   func(s setting, to *Consequence)
}

// setting is where an answer is given.
type setting struct {
	h  *History
	on rapport.Date
	matter
}

// inquiries are all questions with their answers and the chance of each; what is
// left to 1 is the chance of a "don't know". The chances are reasoned, not
// measured: what counts is only their order of size, for a gain is weighed by
// them. A question whose likely answers change nothing is not worth a moment of
// the user's time, however much an unlikely one would.
var inquiries = []inquiry{
	// Complaints nobody has weighed mostly have some point: who is sure they have
	// none says so at once.
	{AskWasItFair, openComplaint, []choice{
		{"yes", 0.35, judgedAs(rapport.JustifiedYes)},
		{"partly", 0.30, judgedAs(rapport.JustifiedPartly)},
		{"no", 0.25, judgedAs(rapport.JustifiedNo)},
	}},
	// What was agreed needs no entry; what gets one went rather beyond it.
	{AskWasItAgreed, openDemands, []choice{
		{"in", 0.40, scopedAs(rapport.ScopeIn)},
		{"beyond", 0.50, scopedAs(rapport.ScopeBeyond)},
	}},
	// Most rules live in our heads only; those in writing would be on record.
	{AskToldThem, openRule, []choice{
		{"yes_in_writing", 0.20, toldAt(rapport.DefaultSeverity)},
		{"yes_said", 0.30, toldAt(rapport.DefaultSeverity - 1)},
		{"no", 0.45, nil},
	}},
	// Of those who pay late some cannot; why is seldom known without asking them.
	{AskCanTheyPay, openDebt, []choice{
		{"cannot", 0.30, struggle},
		{"wont", 0.25, nil}, // what we believe is no refusal of theirs
	}},
	// When trouble begins, something has mostly happened. Theirs is seen less
	// often than it is there, ours is known but not thought of.
	{AskWhatIsBehind, openTrouble, []choice{
		{"hardship", 0.25, struggle},
		{"new_person", 0.10, struggle},
		{"price_rise", 0.07, nil},
		{"missed_delivery", 0.13, mistake},
		{"nothing", 0.15, nil},
	}},
	// A limit said calmly is mostly accepted.
	{AskDidTheyReply, openWord, []choice{
		{"accepted", 0.50, gaveWay},
		{"argued", 0.15, objection},
		{"no_answer", 0.25, nil},
	}},
	// Who is on record without a word is more often fine than not.
	{AskHowIsItGoing, openRecord, []choice{
		{"well", 0.55, happened(rapport.Praise)},
		{"asks_much", 0.12, happened(rapport.Demand)},
		{"complains", 0.08, happened(rapport.Complaint)},
		{"pays_late", 0.12, happened(rapport.LatePayment)},
		{"harsh", 0.05, happened(rapport.Disrespect)},
	}},
	// Hard times last longer than one hopes.
	{AskIsHardshipOver, openHardship, []choice{
		{"over", 0.40, nil},
		{"still", 0.40, lookLater},
	}},
	// What one client does is mostly done by some other, too.
	{AskDoOthersToo, openConsensus, []choice{
		{"yes", 0.40, nil},
		{"no", 0.45, nil},
	}},
}

// answers returns the choices with the "don't know" every question allows.
func (q *inquiry) answers() []choice {
	rest := 1.0
	for _, o := range q.choices {
		rest -= o.chance
	}
	return append(slices.Clone(q.choices), choice{DontKnow, rest, nil})
}

// worthAsking is the least stake for which a question is put: an answer that
// changes what to do one time in ten.
const worthAsking = 0.1

// question finds what to ask: the unknown whose answer most likely changes what to
// do. Where too little is known for a verdict, it asks what would move the
// evidence most; otherwise a question that changes next to nothing is not asked.
func (x *examiner) question() *Question {
	var best *Question
	var most stake
	for i := range inquiries {
		q := &inquiries[i]
		m, open := q.open(&x.c, &x.known)
		if !open || resting(&x.known, q.code, m.key, m.since, x.on) {
			continue
		}
		found, s, ok := x.weighQuestion(q, m)
		if ok && (best == nil || s.compare(most) > 0) {
			best, most = found, s
		}
	}
	if best == nil || most.change < worthAsking && x.now != rapport.Unclear {
		return nil
	}
	return best
}

// stake is what hangs on a question. Answers that change what to do count whole,
// answers that only change how it is done count half.
type stake struct {
	change float64 // expected change of verdict
	move   float64 // expected change of the shares of the source
}

func (s stake) compare(o stake) int {
	if d := cmp.Compare(round(s.change, 6), round(o.change, 6)); d != 0 {
		return d
	}
	return cmp.Compare(round(s.move, 6), round(o.move, 6))
}

// weighQuestion imagines each answer; false when there was no time for all.
func (x *examiner) weighQuestion(q *inquiry, m matter) (*Question, stake, bool) {
	found := &Question{Code: q.code, About: m.about, Kind: m.kind}
	var s stake
	for _, o := range q.answers() {
		option := Option{Code: o.code, Verdict: x.now}
		if o.code != DontKnow {
			then, ok := x.judge(q.consequence(&x.known, m, o, x.on).imagine(x.known), x.on)
			if !ok {
				return nil, stake{}, false
			}
			option.Verdict = then.verdict
			s.move += o.chance * distance(then.source, x.c.source)
		}
		if option.Verdict != x.now {
			found.Gain += o.chance
			s.change += o.chance / 2
		}
		if stanceOf(option.Verdict) != stanceOf(x.now) {
			s.change += o.chance / 2
		}
		found.Options = append(found.Options, option)
	}
	found.Gain = round(found.Gain, 4)
	return found, s, true
}

// distance is how far two divisions of the source lie apart, 0–1.
func distance(a, b Shares) float64 {
	return (math.Abs(a.Pattern-b.Pattern) + math.Abs(a.Circumstance-b.Circumstance) + math.Abs(a.Ours-b.Ours)) / 2
}
