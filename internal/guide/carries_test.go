package guide_test

import (
	"slices"
	"testing"
)

// adviceCodes are what the judgement may advise next: the codes of package assess,
// as they stand in files and JSON and therefore never change.
var adviceCodes = []string{
	"state_expectations", "state_boundary", "renew_boundary", "sincere_effort", "offer_help", "mend", "apologise",
	"ask_payment", "demand_payment", "new_terms", "hear_out", "talk", "watch", "end", "get_support", "record", "carry_on",
}

func TestEveryAdviceHasItsGuideAndEveryGuideAnswersAnAdviceThereIs(t *testing.T) {
	answered := map[string]bool{}
	for _, g := range library(t) {
		for _, next := range g.For.Next {
			answered[next] = true
			if !slices.Contains(adviceCodes, next) {
				t.Errorf("%s answers %q, which is never advised", g.Code, next)
			}
		}
		if len(g.For.Next)+len(g.For.Verdicts)+len(g.For.Kinds) == 0 {
			t.Errorf("%s answers nothing and can only be found in the library", g.Code)
		}
	}
	for _, next := range adviceCodes {
		if !answered[next] {
			t.Errorf("no guide answers %q", next)
		}
	}
}

// The practice the guides carry, by the lines of the list it is kept in: A telling the
// two apart, B expectations, C recovery, D boundaries and threats, E ending. What is
// missing here is carried by the judgement itself or a page of its own.
var carried = []string{
	"A1", "A2", "A4", "A5", "A6", "A7", "A8", "A9", "A10", "A12", "B1", "B2", "B3", "B4", "B5", "B6",
	"C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9", "D1", "D2", "D3", "D4", "D5", "D6", "D7", "D8",
	"E1", "E2", "E3", "E4", "E5", "E6", "E7",
}

func TestTheGuidesCarryThePracticeTheyAreFor(t *testing.T) {
	found := map[string]bool{}
	for _, g := range library(t) {
		if len(g.Seeds) == 0 {
			t.Errorf("%s says of nothing that it carries it", g.Code)
		}
		for i, seed := range g.Seeds {
			found[seed] = true
			if !slices.Contains(carried, seed) || slices.Contains(g.Seeds[:i], seed) {
				t.Errorf("%s carries %q, which is unknown or named twice", g.Code, seed)
			}
		}
	}
	for _, seed := range carried {
		if !found[seed] {
			t.Errorf("no guide carries %s", seed)
		}
	}
}

// A step that logs what only money is about would count as asking for payment.
func TestOnlyTheGuideForMoneyLogsThatMoneyWasAskedFor(t *testing.T) {
	for _, g := range library(t) {
		for _, s := range g.Steps {
			if s.Entry != nil && (s.Entry.Kind == "reminder" || s.Entry.Kind == "escalation") && g.Group != "money" {
				t.Errorf("%s.%s logs %s", g.Code, s.Code, s.Entry.Kind)
			}
		}
	}
}
