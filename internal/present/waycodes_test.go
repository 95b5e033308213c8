package present_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/ending"
	"github.com/rapport-desktop/rapport/internal/guide"
	"github.com/rapport-desktop/rapport/internal/interest"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// wayKeys are the words of promises, sheets, letters and the like, and of what is due.
func wayKeys() []string {
	keys := slices.Concat(
		keyed("sent_way.", rapport.WayCopy, rapport.WayMail, rapport.WayText, rapport.WayPDF),
		keyed("heads.", present.HeadsUpCodes()...), keyed("flourish.", present.FlourishCodes()...),
		keyed("care.", present.SteadyCare, present.RecoveryCare),
		keyed("won.", assess.Better, assess.Same, assess.Worse),
		keyed("today.", rapport.DuePromise, rapport.DueObligation, rapport.DueReminderBack, rapport.DueFlag,
			rapport.DueLetterHeld, rapport.DueLastDay, rapport.DueRun, rapport.DueRerate, rapport.DueOverdue),
	)
	for _, c := range rapport.Clauses() {
		keys = append(keys, keyed("clause."+string(c), "", ".hint")...)
	}
	for _, state := range present.ThreatStates() {
		keys = append(keys, keyed("threat."+string(state), "", ".on", ".next")...)
	}
	for _, code := range present.TradeCodes() {
		keys = append(keys, keyed("trade."+code, "", ".firm", ".signals")...)
	}
	return keys
}

// outKeys are the words of the way out and of claims.
func outKeys() []string {
	keys := slices.Concat(
		keyed("station.", present.StationCodes()...), keyed("block.", ending.BlockCodes()...),
		keyed("station_state.", present.StationDone, present.StationNow, present.StationTodo),
		keyed("claim.note.", interest.NoteCodes()...), keyed("law.", present.Rates().Codes()...),
	)
	for _, code := range ending.BlockCodes() {
		if code == ending.BlockPromise || code == ending.BlockObligation {
			code = "owed"
		}
		keys = append(keys, "ending.answer."+code)
	}
	for _, code := range present.FearCodes() {
		keys = append(keys, keyed("fear."+code, "", ".answer")...)
	}
	for _, kind := range rapport.OweKinds() {
		keys = append(keys, keyed("owe."+string(kind), "", ".question", ".example")...)
	}
	return keys
}

// stepKeys are the words of guides that do not come from their data.
func stepKeys() []string {
	keys := slices.Concat(
		keyed("gate.", guide.Gates()...), keyed("guides.group.", guide.Groups()...),
		keyed("step_state.", present.StepDone, present.StepCurrent, present.StepComing, present.StepSkipped),
		keyed("step.", guide.WriteTo, guide.Log, guide.Promise, guide.Obligation, guide.Gate),
	)
	for _, show := range guide.Facts() {
		keys = append(keys, keyed("facts_card."+show, "", ".empty")...)
	}
	return keys
}

func TestEveryCodeOfTheWayHasItsWords(t *testing.T) {
	for l, s := range speakers() {
		for _, key := range slices.Concat(wayKeys(), outKeys(), stepKeys()) {
			if !s.Has(key) {
				t.Errorf("%s: %s is missing", l, key)
			}
		}
	}
}

func TestEveryWordOfTheWayHasItsCode(t *testing.T) {
	keys := slices.Concat(wayKeys(), outKeys(), stepKeys())
	closed := []string{
		"clause.", "trade.", "flourish.", "block.", "station.", "station_state.", "claim.note.", "law.", "fear.", "owe.", "gate.",
		"facts_card.", "guides.group.", "step_state.", "sent_way.",
	}
	for _, area := range areas(t) {
		for key := range areaTexts(t, area, present.English) {
			bears := func(prefix string) bool { return strings.HasPrefix(key, prefix) }
			if slices.ContainsFunc(closed, bears) && !slices.Contains(keys, key) {
				t.Errorf("%s words a code that nobody gives", key)
			}
		}
	}
}

// A trade is proposed to people of every language: with as many lines in each.
func TestTradesSayTheSameInEveryLanguage(t *testing.T) {
	all := speakers()
	for _, code := range present.TradeCodes() {
		english := all[present.English].Trade(code)
		if len(english.Firm) < 4 || len(english.Signals) < 4 {
			t.Errorf("%s proposes %d non-negotiables and %d signals", code, len(english.Firm), len(english.Signals))
		}
		for l, s := range all {
			trade := s.Trade(code)
			if len(trade.Firm) != len(english.Firm) || len(trade.Signals) != len(english.Signals) {
				t.Errorf("%s, %s: %d and %d lines, in English %d and %d", l, code,
					len(trade.Firm), len(trade.Signals), len(english.Firm), len(english.Signals))
			}
		}
	}
}

// The texts of guides and cards are called for by their data, not by code.
func TestEveryTextOfTheGuidesIsCalledForAndThere(t *testing.T) {
	needed, welcome := present.Guides().Keys(), present.Guides().Courtesies()
	for _, c := range present.Cards() {
		needed = append(needed, keyed("card."+c.Code, ".title", ".text")...)
	}
	for l, s := range speakers() {
		for _, key := range needed {
			if !s.Has(key) {
				t.Errorf("%s: %s is missing", l, key)
			}
		}
	}
	for _, area := range areas(t) {
		for key := range areaTexts(t, area, present.English) {
			own := strings.HasPrefix(key, "guide.") || strings.HasPrefix(key, "card.")
			if own && !slices.Contains(needed, key) && !slices.Contains(welcome, key) {
				t.Errorf("%s: no guide or card asks for %s", area, key)
			}
		}
	}
}

func TestEveryLetterAGuideAsksForIsOne(t *testing.T) {
	for _, g := range present.Guides() {
		for _, step := range g.Steps {
			if step.Letter != "" && !slices.Contains(present.LetterKinds(), step.Letter) {
				t.Errorf("%s, step %s: there is no letter %q", g.Code, step.Code, step.Letter)
			}
		}
	}
}

func TestEveryGuideIsOfferedForSomethingThatExists(t *testing.T) {
	for _, g := range present.Guides() {
		for _, next := range g.For.Next {
			if !slices.Contains(assess.NextCodes(), next) {
				t.Errorf("%s is for %q, which nobody is ever told to do", g.Code, next)
			}
		}
	}
	for _, next := range assess.NextCodes() {
		named := slices.ContainsFunc(present.Guides(), func(g guide.Guide) bool { return slices.Contains(g.For.Next, next) })
		if quiet := next == assess.NextRecord || next == assess.NextCarryOn || next == assess.NextWatch; !named && !quiet {
			t.Errorf("no guide helps with the step %s", next)
		}
	}
}
