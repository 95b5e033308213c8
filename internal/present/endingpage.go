package present

import (
	"github.com/rapport-desktop/rapport/internal/ending"
	"github.com/rapport-desktop/rapport/internal/interest"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// EndingPage is the way out of one engagement: what is still in the way, what is
// owed on both sides, the earliest last day, and what waiting costs.
type EndingPage struct {
	Head     EndingHead
	Stations []Station
	Ours     OwedList
	Asks     []AskRow   // what nobody has said yet whether it is owed
	Theirs   []OwedRow  // what they owe beside money
	Claims   ClaimsPage // money they owe
	Earliest EarliestCard
	Waiting  CostCard
	Fears    []FearRow
	Story    StoryCard
	Finish   FinishCard
	Afterwards
}

// EndingHead is the top of the page.
type EndingHead struct {
	Client  rapport.ID
	Name    string
	Title   string // "Ending the engagement"
	Verdict rapport.Verdict
	Word    string // the verdict's name
	State   EndingState
	Answer  string // "One thing is still owed by you"
	Line    string // that nothing new is taken on, and favours stop
	Since   string // "Begun on 8 June, 22 days ago."
}

// EndingState says whether the way out is still being walked.
type EndingState string

// The states of an ending.
const (
	EndingOpen     EndingState = "open"
	EndingFinished EndingState = "finished"
	EndingReopened EndingState = "reopened"
)

// EndingFacts is what the page is worded from, beside what is known of the client.
type EndingFacts struct {
	Plan      rapport.EndPlan
	Status    ending.Status
	Claims    []interest.Claim
	Unclaimed []interest.Unclaimable
}

// state tells how the plan stands.
func (f EndingFacts) state() EndingState {
	switch {
	case f.Plan.Open():
		return EndingOpen
	case f.Plan.Reopened.IsZero():
		return EndingFinished
	default:
		return EndingReopened
	}
}

// blocked returns what is in the way under one of the codes.
func (f EndingFacts) blocked(codes ...string) []ending.Block {
	return kept(f.Status.Blocks, func(b ending.Block) bool {
		for _, code := range codes {
			if b.Code == code {
				return true
			}
		}
		return false
	})
}

// NewEndingPage words the way out of an engagement on the day of the status.
func NewEndingPage(s *Speaker, k Known, f EndingFacts) EndingPage {
	on := f.Status.On
	claims := NewClaimsPage(s, f.Claims, f.Unclaimed, on)
	return EndingPage{
		Head: s.endingHead(k, f), Stations: s.stations(k, f), Ours: s.owedByUs(k, f), Asks: s.asks(f),
		Theirs: s.owedBy(rapport.Theirs, k.History.Obligations, f.Plan, on), Claims: claims,
		Earliest: s.earliest(f, claims), Waiting: s.waitingCard(k, f.Plan), Fears: s.fears(k, f),
		Story: s.story(f.Plan), Finish: s.finish(f), Afterwards: s.afterwards(f, claims),
	}
}

func (s *Speaker) endingHead(k Known, f EndingFacts) EndingHead {
	c, verdict := k.client(), k.Standing.Assessment.Verdict
	head := EndingHead{
		Client: c.ID, Name: c.Name, Title: s.T("ending.title"), Verdict: verdict, Word: s.Verdict(verdict),
		State: f.state(), Answer: s.endingAnswer(f), Line: s.T("ending.freeze"),
	}
	if on := f.Status.On; head.State == EndingOpen {
		head.Since = s.N("ending.begun", on.DaysSince(f.Plan.Begun), Args{"Day": s.Day(f.Plan.Begun, on)})
		if f.Plan.Begun == on {
			head.Since = s.T("ending.begun_today")
		}
	} else {
		head.Line = s.T("ending.over")
	}
	return head
}

// endingAnswer is the page's one sentence: what is in the way first.
func (s *Speaker) endingAnswer(f EndingFacts) string {
	on := f.Status.On
	switch f.state() {
	case EndingFinished:
		return s.T("ending.answer.finished", Args{"Day": s.Day(f.Plan.Finished, on)})
	case EndingReopened:
		return s.T("ending.answer.reopened", Args{"Day": s.Day(f.Plan.Reopened, on)})
	}
	if f.Status.Ready() {
		return s.T("ending.answer.ready")
	}
	switch b := f.Status.Blocks[0]; b.Code {
	case ending.BlockUnasked:
		return s.N("ending.answer.unasked", len(f.blocked(b.Code)))
	case ending.BlockTheirs:
		return s.N("ending.answer.theirs", len(f.blocked(b.Code)))
	case ending.BlockObligation, ending.BlockPromise:
		return s.N("ending.answer.owed", len(f.blocked(ending.BlockObligation, ending.BlockPromise)))
	default:
		return s.T("ending.answer."+b.Code, Args{"Day": s.Day(b.Until, on)})
	}
}

// Station is one part of the way out.
type Station struct {
	Code  string // one of StationCodes
	Word  string
	State StationState
}

// StationState says how far a station is.
type StationState string

// The states of a station.
const (
	StationDone StationState = "done"
	StationNow  StationState = "now"
	StationTodo StationState = "todo"
)

// The stations of the way out.
const (
	StationObligations = "obligations"
	StationNotice      = "notice"
	StationLastDay     = "last_day"
	StationLetter      = "letter"
	StationDossier     = "dossier"
)

// StationCodes returns the stations in their order.
func StationCodes() []string {
	return []string{StationObligations, StationNotice, StationLastDay, StationLetter, StationDossier}
}

// owedBlocks are the blocks that belong to the first station.
func owedBlocks() []string {
	return []string{ending.BlockStory, ending.BlockUnasked, ending.BlockObligation, ending.BlockPromise, ending.BlockTheirs}
}

// noticeBlocks are those that belong to the second.
func noticeBlocks() []string {
	return []string{ending.BlockTooSoon, ending.BlockCureMissing, ending.BlockCureRunning, ending.BlockNoticeMissing}
}

// stations marks the way: what is done, the first that is not, and the rest. One
// may be done before its turn, as notice often is.
func (s *Speaker) stations(k Known, f EndingFacts) []Station {
	done := map[string]bool{
		StationObligations: len(f.blocked(owedBlocks()...)) == 0,
		StationNotice:      len(f.blocked(noticeBlocks()...)) == 0,
		StationLetter:      wroteFarewell(k.Way.Letters, f.Plan),
		StationLastDay:     f.state() == EndingFinished,
	}
	var stations []Station
	now := true
	for _, code := range StationCodes() {
		station := Station{Code: code, Word: s.T("station." + code), State: StationTodo}
		switch {
		case done[code]:
			station.State = StationDone
		case now:
			station.State, now = StationNow, false
		}
		stations = append(stations, station)
	}
	return stations
}

// wroteFarewell reports whether the closing letter went out since the ending was begun.
func wroteFarewell(letters []rapport.Letter, plan rapport.EndPlan) bool {
	for _, l := range letters {
		if l.Kind == letterClosing && !l.Sent.IsZero() && l.Sent >= plan.Begun {
			return true
		}
	}
	return false
}
