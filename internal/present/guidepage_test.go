package present_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/guide"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// threeSteps is a guide of one thing to read, one to tick and one to write.
func threeSteps() guide.Guide {
	return guide.Guide{Code: "test", For: guide.For{Verdicts: []rapport.Verdict{rapport.Mend}}, Steps: []guide.Step{
		{Code: "first", Kind: guide.Read}, {Code: "second", Kind: guide.Tick, Items: []string{"a", "b"}},
		{Code: "third", Kind: guide.Ask}, {Code: "fourth", Kind: guide.Ask, Burn: true},
	}}
}

// stepStates are the states of the steps in their order.
func stepStates(p present.GuidePage) (states []present.StepState) {
	for _, step := range p.Steps {
		states = append(states, step.State)
	}
	return states
}

func TestAGuideGoesOnWhereItWasLeft(t *testing.T) {
	done, skipped, now, coming := present.StepDone, present.StepSkipped, present.StepCurrent, present.StepComing
	kept := map[string]string{"first": "done", "second": "b", "third": "skipped", "third.why": "No time"}
	for _, c := range []struct {
		run   rapport.Run
		now   int
		place string
		want  []present.StepState
	}{
		{rapport.Run{}, 0, "Step 1 of 4", []present.StepState{now, coming, coming, coming}},
		{rapport.Run{Step: "fourth", Kept: kept}, 3, "Step 4 of 4", []present.StepState{done, done, skipped, now}},
		{rapport.Run{Step: "second", Kept: kept}, 1, "Step 2 of 4", []present.StepState{done, now, skipped, coming}},
		{rapport.Run{Step: "of another program", Kept: kept}, 3, "Step 4 of 4", []present.StepState{done, done, skipped, now}},
		{rapport.Run{Kept: kept, Done: today}, 4, "", []present.StepState{done, done, skipped, coming}},
	} {
		page := present.NewGuidePage(english(), threeSteps(), c.run, present.Known{})
		if got := stepStates(page); page.Now != c.now || page.Place != c.place || !slices.Equal(got, c.want) {
			t.Errorf("%+v: step %d, %q, %v; want %d, %q, %v", c.run, page.Now, page.Place, got, c.now, c.place, c.want)
		}
	}
}

func TestWhatAGuideKeptIsShownAgain(t *testing.T) {
	run := rapport.Run{Kept: map[string]string{"second": "b", "third": "Two lines", "fourth": "done"}}
	page := present.NewGuidePage(english(), threeSteps(), run, present.Known{})
	if items := page.Steps[1].Items; items[0].On || !items[1].On {
		t.Errorf("of two things the second was ticked, and shown are %+v", items)
	}
	if page.Steps[2].Written != "Two lines" || page.Steps[3].Written != "" {
		t.Errorf("written is %q, and of what was burnt %q", page.Steps[2].Written, page.Steps[3].Written)
	}
	skipped := rapport.Run{Kept: map[string]string{"third": "skipped", "third.why": "No time"}}
	if step := present.NewGuidePage(english(), threeSteps(), skipped, present.Known{}).Steps[2]; step.Why != "No time" || step.Written != "" {
		t.Errorf("a skipped step says %q and holds %q", step.Why, step.Written)
	}
}

func TestAGuideToMendProposesADayToLookBack(t *testing.T) {
	k := vanDijk()
	if end := present.NewGuidePage(english(), threeSteps(), rapport.Run{}, k).End; end.Again != today.AddDays(assess.TrialDays) {
		t.Errorf("it proposes %s", end.Again)
	}
	other := threeSteps()
	other.For.Verdicts = nil
	if end := present.NewGuidePage(english(), other, rapport.Run{}, k).End; !end.Again.IsZero() {
		t.Errorf("nothing was tried, and it proposes %s", end.Again)
	}
}

// gateOf is what a gate says to somebody known.
func gateOf(gate string, k present.Known) present.GateLine {
	g := guide.Guide{Code: "test", Steps: []guide.Step{{Code: "shut", Kind: guide.Gate, Gate: gate}}}
	return present.NewGuidePage(english(), g, rapport.Run{Started: today.AddDays(-1)}, k).Steps[0].GateLine
}

func TestAGateIsShutUntilItsConditionHolds(t *testing.T) {
	angry := func(n int, on rapport.Date) rapport.Entry {
		return rapport.Entry{Kind: rapport.Complaint, On: on, Cost: rapport.Cost{Anger: rapport.Rated(n)}}
	}
	cases := []struct {
		name, gate string
		change     func(*present.Known)
		shut       bool
	}{
		{"strong anger today", guide.GateCalm, func(k *present.Known) { k.History.Entries = []rapport.Entry{angry(5, today)} }, true},
		{"some anger today", guide.GateCalm, func(k *present.Known) { k.History.Entries = []rapport.Entry{angry(4, today)} }, false},
		{"strong anger yesterday", guide.GateCalm, func(k *present.Known) { k.History.Entries = []rapport.Entry{angry(9, today.AddDays(-1))} }, false},
		{"an ending begun today", guide.GateDayBetween, func(k *present.Known) { k.Way.EndPlan.Begun = today }, true},
		{"an ending begun yesterday", guide.GateDayBetween, func(k *present.Known) { k.Way.EndPlan.Begun = today.AddDays(-1) }, false},
		{"decided today", guide.GateDayBetween, func(k *present.Known) {
			k.Way.EndPlan, k.History.Decisions = nil, []rapport.Decision{{On: today.AddDays(-9)}, {On: today}}
		}, true},
		{"taken up yesterday", guide.GateDayBetween, func(k *present.Known) { k.Way.EndPlan = nil }, false},
		{"a hardship that stands", guide.GateNoHardship, func(k *present.Known) {
			k.History.Circumstances = []rapport.Circumstance{{Start: june(1), Review: today.AddDays(1)}}
		}, true},
		{"a hardship to be looked at today", guide.GateNoHardship, func(k *present.Known) {
			k.History.Circumstances = []rapport.Circumstance{{Start: june(1), Review: today}}
		}, false},
		{"something owed by us", guide.GateObligations, func(*present.Known) {}, true},
		{"something owed by them", guide.GateObligations, func(k *present.Known) {
			k.Way.Promises, k.History.Obligations = nil, []rapport.Obligation{{Side: rapport.Theirs}}
		}, false},
		{"no story", guide.GateStory, func(k *present.Known) { k.Way.EndPlan.Story = " " }, true},
		{"a story", guide.GateStory, func(*present.Known) {}, false},
		{"the story of an ending that was reopened", guide.GateStory, func(k *present.Known) { k.Way.EndPlan.Reopened = today }, true},
	}
	for _, c := range cases {
		k := vanDijk()
		c.change(&k)
		if line := gateOf(c.gate, k); (line.Shut != "") != c.shut {
			t.Errorf("%s: the gate says %q", c.name, line.Shut)
		}
	}
}

func TestWhatWasWrittenBeforeBeginsTheNote(t *testing.T) {
	g := guide.Guide{Code: "test", Steps: []guide.Step{
		{Code: "facts", Kind: guide.Ask},
		{Code: "note", Kind: guide.Log, Entry: &guide.EntryDraft{Kind: rapport.Note, From: "facts"}},
		{Code: "other", Kind: guide.Log, Entry: &guide.EntryDraft{Kind: rapport.Note}},
	}}
	for kept, want := range map[string]string{"She hung up at four.": "She hung up at four.", guide.Done: "", guide.Skipped: "", "": ""} {
		steps := present.NewGuidePage(english(), g, rapport.Run{Kept: map[string]string{"facts": kept}}, vanDijk()).Steps
		if steps[1].Written != want || steps[2].Written != "" {
			t.Errorf("after %q the notes begin with %q and %q", kept, steps[1].Written, steps[2].Written)
		}
	}
}

func TestWithoutAClientAGuideIsOnlyRead(t *testing.T) {
	for _, gate := range guide.Gates() {
		if line := gateOf(gate, present.Known{}); line.Shut != "" {
			t.Errorf("%s is shut to a reader: %q", gate, line.Shut)
		}
	}
}

func TestAStepShowsWhatTheBookKnowsOfIt(t *testing.T) {
	s := english()
	want := map[string]string{
		guide.ShowEntries: "Schets 4, 5, 6.", guide.ShowPromises: "Plan B, 3 days late, 1 h 30 min",
		guide.ShowObligations: "NEN 2580, 10 days overdue", guide.ShowInvoices: "€2,400.00, 47 days overdue",
		guide.ShowWorth: "20 h, about €1,400", guide.ShowSheet: "Changes, and what the next round costs. Two surprises came from here.",
		guide.ShowHelpers: "NEN, bos@recht.example", guide.ShowFirm: "Veiligheid", guide.ShowLadder: "A stated limit, without effect",
		guide.ShowShared: "Requests beyond what was agreed", guide.ShowSignals: "The crew gets orders past you",
	}
	for _, show := range guide.Facts() {
		g := guide.Guide{Code: "test", Steps: []guide.Step{{Code: "facts", Kind: guide.Read, Show: show}}}
		card := present.NewGuidePage(s, g, rapport.Run{}, vanDijk()).Steps[0].Facts
		found := slices.ContainsFunc(card.Rows, func(r present.FactRow) bool { return strings.Contains(r.Text, want[show]) })
		if want[show] == "" || !found || card.Title == "" || card.Empty != "" {
			t.Errorf("%s shows %+v, want %q among it", show, card, want[show])
		}
		bare := vanDijk()
		bare.History = assess.History{Client: bare.History.Client}
		bare.Way, bare.Own, bare.Shared = rapport.Way{}, present.Own{}, nil
		bare.Standing.Assessment.Worth, bare.Standing.Assessment.Ladder = nil, nil
		card = present.NewGuidePage(s, g, rapport.Run{}, bare).Steps[0].Facts
		if show != guide.ShowSheet && (len(card.Rows) > 0 || card.Empty == "") {
			t.Errorf("%s of somebody nothing is known of shows %+v", show, card)
		}
	}
}
