package present

import (
	"strings"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/ending"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// EarliestCard is the earliest last day and what it rests on.
type EarliestCard struct {
	Label string // "Earliest last day"
	Day   string // "31 July 2026", "" once it is over
	Line  string // "If the letter goes out tomorrow, 1 July."
	Rows  []Fact // notice, time to put things right, still to be claimed
	Note  string // how days were counted, "" where there is nothing to say
}

func (s *Speaker) earliest(f EndingFacts, claims ClaimsPage) EarliestCard {
	on := f.Status.On
	card := EarliestCard{Label: s.T("ending.earliest")}
	switch state := f.state(); {
	case state == EndingFinished && !f.Plan.LastDay.IsZero():
		card.Label, card.Day = s.T("ending.last_day"), s.dayFull(f.Plan.LastDay)
	case state != EndingOpen:
		card.Label, card.Day = s.T("ending.closed_on"), s.dayFull(max(f.Plan.Finished, f.Plan.Reopened))
	case !f.Status.Earliest.IsZero():
		card.Day, card.Line = s.dayFull(f.Status.Earliest), s.condition(f)
	}
	notice := s.T("ending.notice.none")
	if n := f.Plan.Notice; n.Days > 0 {
		notice = s.Period(n)
		if !f.Status.NoticeEnds.IsZero() {
			notice = s.ends(f.Status.NoticeEnds, on)
		}
	}
	card.Rows = append(card.Rows, Fact{s.T("ending.notice"), notice})
	if cure := f.Plan.Cure; cure.Days > 0 {
		value := s.Period(cure)
		if !f.Status.CureEnds.IsZero() {
			value = s.ends(f.Status.CureEnds, on)
		}
		card.Rows = append(card.Rows, Fact{s.T("ending.cure"), value})
	}
	if sums := each(claims.Tables, func(t ClaimTable) string { return t.All }); len(sums) > 0 {
		card.Rows = append(card.Rows, Fact{s.T("ending.to_claim"), strings.Join(sums, " + ")})
	}
	if f.Plan.Notice.Business || f.Plan.Cure.Business {
		card.Note = s.T("ending.business_days")
	}
	return card
}

// condition says under which condition the earliest last day holds.
func (s *Speaker) condition(f EndingFacts) string {
	on := f.Status.On
	switch letter := f.Status.Letter; {
	case !f.Status.NoticeEnds.IsZero():
		return s.T("ending.if.served", Args{"Day": s.Day(f.Plan.Notice.From, on)})
	case letter.DaysSince(on) == 1:
		return s.T("ending.if.tomorrow", Args{"Day": s.Day(letter, on)})
	case letter > on:
		return s.T("ending.if.on", Args{"Day": s.Day(letter, on)})
	default:
		return s.T("ending.if.today")
	}
}

// ends tells when a period runs out, or ran out.
func (s *Speaker) ends(day, on rapport.Date) string {
	if day < on {
		return s.T("ending.ended", Args{"Day": s.Day(day, on)})
	}
	return s.T("ending.until", Args{"Day": s.Day(day, on)})
}

// Period words a length of time as a contract does: "30 days to month end".
func (s *Speaker) Period(p rapport.Period) string {
	switch {
	case p.Business && p.MonthEnd:
		return s.N("period.business_month_end", p.Days)
	case p.Business:
		return s.N("period.business", p.Days)
	case p.MonthEnd:
		return s.N("period.month_end", p.Days)
	default:
		return s.N("period.days", p.Days)
	}
}

// dayFull writes a day with its year and the whole name of its month.
func (s *Speaker) dayFull(d rapport.Date) string {
	return s.dayOfYear(d, s.names.MonthWide(d.Time().Month()))
}

// CostCard is what waiting has cost, and what it would cost to lose the client.
type CostCard struct {
	Label  string // "What waiting has cost since 7 June"
	Rows   []Fact
	Empty  string // said where nothing is on record
	Income string // share of the income, and to replace it first where much hangs on it
}

func (s *Speaker) waitingCard(k Known, plan rapport.EndPlan) CostCard {
	card := CostCard{Label: s.T("ending.waiting"), Empty: s.T("ending.waiting.empty"), Income: s.dependence(k, plan)}
	w := k.Waiting
	if w == nil || w.Days == 0 {
		return card
	}
	card.Label, card.Empty = s.T("ending.waiting.since", Args{"Day": s.Day(w.Since, k.on())}), ""
	add := func(label, value string) { card.Rows = append(card.Rows, Fact{label, value}) }
	add(s.T("ending.waiting.days"), s.Number(float64(w.Days), 0))
	if w.Minutes > 0 {
		add(s.T("ending.waiting.unbilled"), s.Duration(w.Minutes))
	}
	if terms := k.client().Terms; w.Money.Minor > 0 {
		rate := s.MoneyRound(rapport.Money{Minor: terms.HourlyRate, Currency: terms.Currency})
		add(s.T("ending.waiting.rate", Args{"Rate": rate}), s.Money(w.Money))
	}
	if w.Energy > 0 {
		add(s.T("ending.waiting.energy"), s.Number(float64(w.Energy), 0))
	}
	if before, now, known := strainSince(k.Standing.Assessment, w.Days); known {
		add(s.T("ending.waiting.strain"), s.T("ending.waiting.strain_from", Args{"Before": before, "Now": now}))
	}
	return card
}

// strainSince returns the strain so many days ago and now, if it is known as far
// back as that.
func strainSince(a assess.Assessment, days int) (before, now int, known bool) {
	weeks := (days + 6) / 7
	at := len(a.Weeks) - 1 - weeks
	if at < 0 || weeks == 0 {
		return 0, 0, false
	}
	return whole(a.Weeks[at]), whole(a.Strain), true
}

// dependence says what share of the income would go, and that it is to be
// replaced first where that share is high and notice is not given yet.
func (s *Speaker) dependence(k Known, plan rapport.EndPlan) string {
	share := 0.0
	for _, w := range k.Standing.Assessment.Worth {
		share = max(share, w.Share)
	}
	if share <= 0 {
		return ""
	}
	told := []string{s.T("ending.income", Args{"Share": s.Percent(share)})}
	switch {
	case share >= dependent && plan.Notice.From.IsZero():
		told = append(told, s.T("ending.income.replace"))
	case share < 0.1:
		told = append(told, s.T("ending.income.little"))
	}
	if k.Own.WinHours > 0 && share >= 0.1 {
		told = append(told, s.N("ending.income.win", k.Own.WinHours))
	}
	return strings.Join(told, " ")
}

// FearRow is a reaction the user may fear, and what to say to it.
type FearRow struct {
	Code   string // one of FearCodes
	Text   string
	Answer string
}

// FearCodes returns the reactions people fear when they end an engagement.
func FearCodes() []string { return []string{"angry", "review", "unpaid", "income", "guilt", "law"} }

// fears leaves out those that cannot come true: nobody fears for money that is
// not owed, or for income that never came.
func (s *Speaker) fears(k Known, f EndingFacts) []FearRow {
	var rows []FearRow
	for _, code := range FearCodes() {
		unpaid := len(f.Claims)+len(f.Unclaimed)+len(k.Standing.Overdue) > 0
		if code == "unpaid" && !unpaid || code == "income" && s.dependence(k, f.Plan) == "" {
			continue
		}
		rows = append(rows, FearRow{Code: code, Text: s.T("fear." + code), Answer: s.T("fear." + code + ".answer")})
	}
	return rows
}

// StoryCard asks for the other side's story, before anything else.
type StoryCard struct {
	Prompt string
	Text   string // what was written, "" if nothing
	Note   string
}

func (s *Speaker) story(plan rapport.EndPlan) StoryCard {
	card := StoryCard{Prompt: s.T("ending.story"), Text: plan.Story, Note: s.T("ending.story.note")}
	if strings.TrimSpace(plan.Story) != "" && plan.Notice.From.IsZero() {
		card.Note = s.T("ending.story.again")
	}
	return card
}

// FinishCard is the button at the end and why it is locked.
type FinishCard struct {
	Ready bool
	Label string   // "Finish the ending"
	Why   string   // what opens it; once ready, what will happen
	Steps []string // what is in the way, one by one
	Note  string   // what need not be waited for, "" where there is nothing
}

func (s *Speaker) finish(f EndingFacts) FinishCard {
	card := FinishCard{Ready: f.Status.Ready() && f.state() == EndingOpen, Label: s.T("ending.finish")}
	if card.Ready {
		card.Why = s.T("ending.finish.ready")
		return card
	}
	if f.state() != EndingOpen {
		return card
	}
	card.Steps = s.Blocks(f.Status.Blocks, f.Status.On)
	card.Why = s.N("ending.finish.locked", len(card.Steps))
	if len(f.Claims)+len(f.Unclaimed) > 0 {
		card.Note = s.T("ending.finish.money")
	}
	return card
}

// Blocks words what is in the way of an ending, one line each; things nobody was
// asked about make one line together.
func (s *Speaker) Blocks(blocks []ending.Block, on rapport.Date) []string {
	var steps []string
	unasked := 0
	for _, b := range blocks {
		if b.Code == ending.BlockUnasked {
			if unasked++; unasked > 1 {
				continue
			}
		}
		steps = append(steps, s.T("block."+b.Code, Args{
			"What": b.Obligation.What + b.Promise.What, "Day": s.Day(b.Until, on),
		}))
	}
	return steps
}

// Afterwards is what is said once the engagement is over, or the ending was
// given up.
type Afterwards struct {
	Reopened string // when it was reopened and why, "" otherwise
	Reopen   string // what thinking again means
	Flag     FlagDraft
}

// FlagDraft proposes a reminder to oneself.
type FlagDraft struct {
	Prompt string
	Reason string // words proposed: facts only
	Until  rapport.Date
	Note   string // what such a reminder is and is not
}

// flagDays is how long a reminder stands when nobody says otherwise: two years.
const flagDays = 730

func (s *Speaker) afterwards(f EndingFacts, claims ClaimsPage) Afterwards {
	on := f.Status.On
	after := Afterwards{Reopen: s.T("ending.think_again")}
	switch f.state() {
	case EndingFinished:
		after.Reopen = s.T("ending.reopen")
	case EndingReopened:
		after.Reopen = ""
		after.Reopened = s.T("ending.reopened", Args{"Day": s.Day(f.Plan.Reopened, on), "Why": f.Plan.Why})
	}
	ended := f.Plan.Finished
	if ended.IsZero() {
		ended = on
	}
	after.Flag = FlagDraft{
		Prompt: s.T("flag.prompt"), Until: on.AddDays(flagDays), Note: s.T("flag.note"),
		Reason: s.T("flag.reason", Args{"Day": s.dayFull(ended)}),
	}
	if sums := each(claims.Tables, func(t ClaimTable) string { return t.All }); len(sums) > 0 {
		after.Flag.Reason += " " + s.T("flag.reason.owed", Args{"Amount": strings.Join(sums, " + ")})
	}
	return after
}
