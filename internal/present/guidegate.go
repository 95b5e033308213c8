package present

import (
	"strings"

	"github.com/rapport-desktop/rapport/internal/guide"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// GateLine says whether a gate is open, and what is missing.
type GateLine struct {
	Shut  string // why it is shut, "" where it is open
	Opens string // what opens it: "calm" (a guide), "story" and "obligations" (the ending), "no_hardship" (the client); "" where only time does
}

// angerShuts is the anger, 0–10, from which on nobody should write to anyone.
const angerShuts = 5

// gate says whether a gate is open. Where there is no client nothing shuts.
func (s *Speaker) gate(code string, run rapport.Run, k Known) GateLine {
	if k.client().Name == "" {
		return GateLine{}
	}
	switch code {
	case guide.GateCalm:
		if angerToday(k) >= angerShuts {
			return GateLine{Shut: s.T("gate.calm"), Opens: code}
		}
	case guide.GateDayBetween:
		if decided := decidedOn(run, k); decided >= k.on() {
			return GateLine{Shut: s.T("gate.day_between", Args{"Day": s.Day(decided.AddDays(1), k.on())})}
		}
	case guide.GateNoHardship:
		if until := hardshipUntil(k); !until.IsZero() {
			return GateLine{Shut: s.T("gate.no_hardship", Args{"Day": s.Day(until, k.on())}), Opens: code}
		}
	case guide.GateObligations:
		if n := owedByUsCount(k); n > 0 {
			return GateLine{Shut: s.N("gate.obligations", n), Opens: code}
		}
	case guide.GateStory:
		plan := k.Way.EndPlan
		if plan == nil || !plan.Reopened.IsZero() || strings.TrimSpace(plan.Story) == "" {
			return GateLine{Shut: s.T("gate.story"), Opens: code}
		}
	}
	return GateLine{}
}

// angerToday is the most anger noted with this client on the day.
func angerToday(k Known) int {
	most := 0
	for _, e := range k.History.Entries {
		if n, said := e.Cost.Anger.Get(); said && e.On == k.on() {
			most = max(most, n)
		}
	}
	return most
}

// decidedOn is the day of what is to be slept on: the ending under way, else the
// latest decision, else the day the guide was taken up.
func decidedOn(run rapport.Run, k Known) rapport.Date {
	if plan := k.Way.EndPlan; plan != nil && plan.Open() {
		return plan.Begun
	}
	day := rapport.Date(0)
	for _, d := range k.History.Decisions {
		day = max(day, d.On)
	}
	if day.IsZero() {
		return run.Started
	}
	return day
}

// hardshipUntil is the day on which a hardship that stands is looked at again.
func hardshipUntil(k Known) rapport.Date {
	until := rapport.Date(0)
	for _, c := range k.History.Circumstances {
		if c.Start <= k.on() && k.on() < c.Review {
			until = max(until, c.Review)
		}
	}
	return until
}

func owedByUsCount(k Known) int {
	n := 0
	for _, o := range k.History.Obligations {
		if o.Side == rapport.Ours && o.Open() {
			n++
		}
	}
	for _, p := range k.Way.Promises {
		if p.Open() {
			n++
		}
	}
	return n
}
