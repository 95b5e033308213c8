package present

import (
	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Followed is what is being followed up: limits that were crossed, a trial and
// its day, a decision to look back on.
type Followed struct {
	Alerts   []AlertRow    // personal limits that stand crossed
	Trial    *TrialCard    // nil without a day to look again
	LookBack *LookBackCard // nil when no decision is due
	Waiting  string        // what it has cost to wait since an ending was first called for
	BackTest string        // what would have been said before it ended
}

// AlertRow is a personal limit that was crossed, and what to do now.
type AlertRow struct {
	Axis    assess.Axis
	Title   string // "Four kinds of friction within thirty days: your limit is three"
	Text    string // what to do, one sentence or two
	Entries []rapport.ID
}

// TrialCard is a trial or an extra mile with its day to look again. Before that
// day it says what will count, from that day on it says how it went.
type TrialCard struct {
	Decision rapport.ID
	Chosen   rapport.Verdict
	Again    rapport.Date
	Due      bool
	Course   assess.Course // Pending until it is due
	Title    string        // "Look again on 10 July"; "It got better"
	Text     string        // what that rests on or leads to
	Better   []string      // what will count as better
	Worse    []string
	Good     Line // the entries that did count as better, empty until it is due
	Bad      Line
	Before   string // what there was in as long a time before: "In as long before: four for the worse."
}

// LookBackCard asks whether a decision was right.
type LookBackCard struct {
	Decision rapport.ID
	Text     string // "On 1 April you followed the advice: trial. Was that right?"
	Why      string // what the user wrote then, "" if nothing
	Options  []OutcomeButton
}

// OutcomeButton is one answer to a look back.
type OutcomeButton struct {
	Outcome rapport.Outcome
	Label   string
}

func (s *Speaker) followed(h assess.History, st assess.Standing, f Findings) Followed {
	on := st.Assessment.On
	worded := Followed{Trial: s.trial(h, st, f.Progress), LookBack: s.lookBack(st.LookBack, on)}
	for _, a := range f.Alerts {
		worded.Alerts = append(worded.Alerts, s.Alert(a))
	}
	if f.Waiting != nil {
		worded.Waiting = s.waiting(*f.Waiting, on)
	}
	if f.BackTest != nil && len(f.BackTest.Before) > 0 {
		worded.BackTest = s.backTest(*f.BackTest, on)
	}
	return worded
}

// Alert words a personal limit that was crossed.
func (s *Speaker) Alert(a assess.Alert) AlertRow {
	return AlertRow{
		Axis: a.Axis, Text: s.T("axis." + string(a.Axis) + ".todo"), Entries: a.Entries,
		Title: s.T("axis."+string(a.Axis)+".crossed", Args{
			"Value": s.measure(a.Axis, a.Value), "Limit": s.measure(a.Axis, a.Limit),
		}),
	}
}

// measure writes a value in the unit of its limit.
func (s *Speaker) measure(axis assess.Axis, n int) string {
	if axis == assess.Minutes {
		return s.Duration(n)
	}
	return s.Number(float64(n), 0)
}

// Axis names a personal limit.
func (s *Speaker) Axis(a assess.Axis) string { return s.T("axis." + string(a)) }

// Driver says, kindly, that a choice follows fatigue or hope more than the facts;
// "" where it follows the facts.
func (s *Speaker) Driver(d assess.Driver) string {
	if d == assess.FollowsFacts {
		return ""
	}
	return s.T("driver." + string(d))
}

// Outcome words what the user says of a decision when looking back: "would do it
// again".
func (s *Speaker) Outcome(o rapport.Outcome) string { return s.T("outcome." + string(o)) }

// current returns the decision whose trial is under way or just over: the last
// one, if it set a day to look again and was not looked back on.
func current(d *rapport.Decision, on rapport.Date) *rapport.Decision {
	if d == nil || d.Again.IsZero() || d.On > on || d.Outcome != "" {
		return nil
	}
	return d
}

// trial words the trial under way. One whose progress nobody counted is taken to
// be pending.
func (s *Speaker) trial(h assess.History, st assess.Standing, p *assess.Progress) *TrialCard {
	a := st.Assessment
	d := current(st.Decision, a.On)
	if d == nil {
		return nil
	}
	card := &TrialCard{Decision: d.ID, Chosen: d.Chosen, Again: d.Again, Due: d.Again <= a.On, Course: assess.Pending}
	if p == nil {
		p = st.Progress
	}
	if card.Due && p != nil && p.Course != assess.Pending {
		card.Course = p.Course
		card.Title = s.T("course." + string(p.Course))
		card.Text = s.T("course." + string(p.Course) + ".todo")
		card.Good = s.tally("trial.good", p.Good, p.Paid)
		card.Bad = s.tally("trial.bad", p.Bad, p.Unpaid)
		card.Before = s.before(*p)
		return card
	}
	signs := assess.SignsOf(h, a)
	card.Better, card.Worse = s.signs(signs.Better), s.signs(signs.Worse)
	card.Text = s.T("trial.chosen", Args{"Chosen": s.Verdict(d.Chosen), "Day": s.Day(d.On, a.On)})
	card.Title = s.T("trial.ahead", Args{"Day": s.Day(d.Again, a.On)})
	if card.Due {
		card.Title = s.T("trial.now")
	}
	return card
}

// tally counts what spoke for one side, and leads to it.
func (s *Speaker) tally(key string, entries, invoices []rapport.ID) Line {
	if len(entries)+len(invoices) == 0 {
		return Line{}
	}
	return Line{Text: s.T(key, Args{"What": s.countRecords(entries, invoices)}), Entries: entries}
}

// before says what there was in as long a time before the decision, against which
// the trial was measured.
func (s *Speaker) before(p assess.Progress) string {
	if p.Before == 0 {
		return ""
	}
	return s.T("trial.before", Args{"What": s.N("trial.for_worse", p.Before)})
}

func (s *Speaker) signs(codes []string) []string {
	return each(codes, func(code string) string { return s.T("sign." + code) })
}

// looked words the decision a look back is about, as a statement: "On 1 April you
// followed the advice: trial."
func (s *Speaker) looked(d rapport.Decision, on rapport.Date) string {
	args := Args{"Day": s.Day(d.On, on), "Offered": s.Verdict(d.Offered), "Chosen": s.Verdict(d.Chosen)}
	if d.Agreed() {
		return s.T("look_back.agreed", args)
	}
	return s.T("look_back.otherwise", args)
}

func (s *Speaker) lookBack(d *rapport.Decision, on rapport.Date) *LookBackCard {
	if d == nil {
		return nil
	}
	card := &LookBackCard{Decision: d.ID, Text: s.looked(*d, on) + " " + s.T("look_back.question"), Why: d.Why}
	for _, o := range []rapport.Outcome{rapport.Right, rapport.Wrong, rapport.Unsure} {
		card.Options = append(card.Options, OutcomeButton{Outcome: o, Label: s.T("outcome." + string(o) + ".answer")})
	}
	return card
}

// waiting adds up what it has cost to wait, currencies apart; "" on the day itself.
func (s *Speaker) waiting(w assess.Waiting, on rapport.Date) string {
	if w.Days == 0 {
		return ""
	}
	since := s.T("waiting.since", Args{"Day": s.Day(w.Since, on), "Span": s.Span(w.Days)})
	var cost []string
	if w.Minutes > 0 {
		cost = append(cost, s.T("cost.unbilled", Args{"Duration": s.Duration(w.Minutes)}))
	}
	if w.Money.Minor > 0 {
		cost = append(cost, s.T("waiting.money", Args{"Amount": s.MoneyRound(w.Money)}))
	}
	if w.Energy > 0 {
		cost = append(cost, s.N("waiting.energy", w.Energy))
	}
	if len(w.Overdue) > 0 {
		cost = append(cost, s.T("waiting.overdue", Args{"Amount": s.MoneyList(w.Overdue)}))
	}
	if len(cost) == 0 {
		return since
	}
	return since + " " + s.T("waiting.cost", Args{"What": s.List(cost)})
}

func (s *Speaker) backTest(b assess.BackTest, on rapport.Date) string {
	before := each(b.Before, func(e assess.Earlier) string {
		return s.N("back_test.before", e.Days, Args{"Verdict": e.Verdict})
	})
	return s.T("back_test.text", Args{"Day": s.Day(b.Ended, on), "Before": s.List(before)})
}
