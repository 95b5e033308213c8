package ending_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/rapport-desktop/rapport/internal/ending"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// on is a day of the summer of 2026; the first of June was a Monday.
func on(month time.Month, day int) rapport.Date { return rapport.NewDate(2026, month, day) }

// begun is an ending of 1 June with everything said and nothing served.
func begun(change ...func(*rapport.EndPlan)) rapport.EndPlan {
	e := rapport.EndPlan{Begun: on(time.June, 1), Story: "They were left alone with it.", Considered: rapport.OweKinds()}
	for _, f := range change {
		f(&e)
	}
	return e
}

func notice(from rapport.Date, days int) func(*rapport.EndPlan) {
	return func(e *rapport.EndPlan) { e.Notice = rapport.Period{From: from, Days: days} }
}

func cure(from rapport.Date, days int) func(*rapport.EndPlan) {
	return func(e *rapport.EndPlan) { e.Cure = rapport.Period{From: from, Days: days} }
}

// codes are the blocks of a status, in their order.
func codes(s ending.Status) []string {
	var all []string
	for _, b := range s.Blocks {
		all = append(all, b.Code)
	}
	return all
}

func TestAnEndingStandsWhereItsPlanAndItsRecordsPutIt(t *testing.T) {
	ours := rapport.Obligation{Side: rapport.Ours, What: "the source files"}
	theirs := rapport.Obligation{Side: rapport.Theirs, What: "our ladder"}
	money := rapport.Obligation{Side: rapport.Theirs, Kind: rapport.OweInvoice, What: "invoice 7"}
	for _, c := range []struct {
		name     string
		plan     rapport.EndPlan
		owed     []rapport.Obligation
		promises []rapport.Promise
		on       rapport.Date
		blocks   []string
		earliest rapport.Date
		letter   rapport.Date
	}{
		{
			name: "an ending just begun asks for their story, for everything that may be owed, and for a night",
			plan: rapport.EndPlan{Begun: on(time.June, 1)}, on: on(time.June, 1),
			blocks:   []string{"story", "unasked", "unasked", "unasked", "unasked", "unasked", "unasked", "too_soon", "notice_missing"},
			earliest: on(time.June, 2), letter: on(time.June, 2),
		},
		{
			name: "a story of blanks is no story",
			plan: begun(notice(on(time.May, 1), 14), func(e *rapport.EndPlan) { e.Story = " \n" }), on: on(time.June, 2),
			blocks: []string{"story"}, earliest: on(time.June, 2), letter: on(time.June, 2),
		},
		{
			name: "what was owed when the ending began was asked about, even when it is done",
			plan: begun(notice(on(time.May, 1), 14), func(e *rapport.EndPlan) { e.Considered = rapport.OweKinds()[1:] }),
			owed: []rapport.Obligation{{Kind: rapport.OweDeliverable, Side: rapport.Ours, Met: on(time.June, 1)}}, on: on(time.June, 2),
			earliest: on(time.June, 2), letter: on(time.June, 2),
		},
		{
			name: "what was settled before, perhaps in an ending since reopened, says nothing about today",
			plan: begun(notice(on(time.May, 1), 14), func(e *rapport.EndPlan) { e.Considered = rapport.OweKinds()[2:] }),
			owed: []rapport.Obligation{
				{Kind: rapport.OweDeliverable, Side: rapport.Ours, Met: on(time.May, 31)},
				{Kind: rapport.OweFiles, Side: rapport.Ours, Waived: on(time.May, 2), Reason: "lost"},
			}, on: on(time.June, 2),
			blocks: []string{"unasked", "unasked"}, earliest: on(time.June, 2), letter: on(time.June, 2),
		},
		{
			name: "what we owe comes first, then what they owe, then our word",
			plan: begun(notice(on(time.May, 1), 14)), on: on(time.June, 2),
			owed:     []rapport.Obligation{theirs, ours},
			promises: []rapport.Promise{{What: "call", By: on(time.June, 1)}},
			blocks:   []string{"obligation", "theirs", "promise"}, earliest: on(time.June, 2), letter: on(time.June, 2),
		},
		{
			name: "what is met, waived, kept or broken is out of the way",
			plan: begun(notice(on(time.May, 1), 14)), on: on(time.June, 2),
			owed:     []rapport.Obligation{{Side: rapport.Ours, Met: on(time.May, 2)}, {Side: rapport.Ours, Waived: on(time.May, 2), Reason: "cancelled"}},
			promises: []rapport.Promise{{Kept: on(time.May, 2)}, {Broken: on(time.May, 2)}},
			earliest: on(time.June, 2), letter: on(time.June, 2),
		},
		{
			name: "money they owe locks nothing: the claim lives on",
			plan: begun(notice(on(time.May, 1), 14)), on: on(time.June, 2), owed: []rapport.Obligation{money},
			earliest: on(time.June, 2), letter: on(time.June, 2),
		},
		{
			name: "what is due later keeps the last day waiting",
			plan: begun(notice(on(time.May, 1), 14)), on: on(time.June, 2),
			owed:   []rapport.Obligation{{Side: rapport.Ours, What: "the fair", Due: on(time.July, 10)}},
			blocks: []string{"obligation"}, earliest: on(time.July, 10), letter: on(time.June, 2),
		},
		{
			name: "never in anger: on the day it was begun it cannot be finished, whatever else is done",
			plan: begun(notice(on(time.May, 1), 14)), on: on(time.June, 1),
			blocks: []string{"too_soon"}, earliest: on(time.June, 2), letter: on(time.June, 2),
		},
		{
			name: "thirty days of notice not served yet run from the first day the letter may go",
			plan: begun(notice(0, 30)), on: on(time.June, 1),
			blocks: []string{"too_soon", "notice_missing"}, earliest: on(time.July, 2), letter: on(time.June, 2),
		},
		{
			name: "notice that nobody serves moves the last day on",
			plan: begun(notice(0, 30)), on: on(time.June, 20),
			blocks: []string{"notice_missing"}, earliest: on(time.July, 20), letter: on(time.June, 2),
		},
		{
			name: "served notice runs to its last day",
			plan: begun(notice(on(time.June, 2), 30)), on: on(time.July, 1),
			blocks: []string{"notice_running"}, earliest: on(time.July, 2), letter: on(time.June, 2),
		},
		{
			name: "and on its last day the engagement may end",
			plan: begun(notice(on(time.June, 2), 30)), on: on(time.July, 2), earliest: on(time.July, 2), letter: on(time.June, 2),
		},
		{
			name: "notice that was agreed away still has to be served",
			plan: begun(), on: on(time.June, 2),
			blocks: []string{"notice_missing"}, earliest: on(time.June, 2), letter: on(time.June, 2),
		},
		{
			name: "time to put things right comes before the notice",
			plan: begun(cure(on(time.June, 2), 14), notice(0, 30)), on: on(time.June, 2),
			blocks: []string{"cure_running", "notice_missing"}, earliest: on(time.July, 17), letter: on(time.June, 17),
		},
		{
			name: "its last day still belongs to them",
			plan: begun(cure(on(time.June, 2), 14), notice(on(time.June, 2), 0)), on: on(time.June, 16),
			blocks: []string{"cure_running"}, earliest: on(time.June, 17), letter: on(time.June, 17),
		},
		{
			name: "time to put things right that nobody told them of does not run",
			plan: begun(cure(0, 14), notice(0, 0)), on: on(time.June, 10),
			blocks: []string{"cure_missing", "notice_missing"}, earliest: on(time.June, 25), letter: on(time.June, 25),
		},
		{
			name: "a last day that was agreed on is waited for",
			plan: begun(notice(on(time.June, 2), 0), func(e *rapport.EndPlan) { e.LastDay = on(time.August, 31) }), on: on(time.June, 10),
			blocks: []string{"last_day"}, earliest: on(time.August, 31), letter: on(time.June, 2),
		},
		{
			name: "a last day before the notice is over shortens nothing",
			plan: begun(notice(on(time.June, 2), 30), func(e *rapport.EndPlan) { e.LastDay = on(time.June, 5) }), on: on(time.June, 10),
			blocks: []string{"notice_running"}, earliest: on(time.July, 2), letter: on(time.June, 2),
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := ending.StatusOf(c.plan, c.owed, c.promises, c.on)
			if diff := cmp.Diff(c.blocks, codes(s)); diff != "" {
				t.Errorf("in the way (-want +got)\n%s", diff)
			}
			if s.Earliest != c.earliest || s.Letter != c.letter {
				t.Errorf("the letter may go on %s and the last day be %s, want %s and %s", s.Letter, s.Earliest, c.letter, c.earliest)
			}
			if s.Ready() != (len(c.blocks) == 0) || s.On != c.on {
				t.Errorf("ready %t on %s", s.Ready(), s.On)
			}
		})
	}
}

func TestABlockSaysWhatItMeans(t *testing.T) {
	late := rapport.Obligation{Side: rapport.Ours, What: "later", Due: on(time.July, 1)}
	soon := rapport.Obligation{Side: rapport.Ours, What: "sooner", Due: on(time.June, 20)}
	never := rapport.Obligation{Side: rapport.Ours, What: "some day"}
	plan := begun(cure(on(time.June, 2), 14), func(e *rapport.EndPlan) { e.Considered = rapport.OweKinds()[1:] })
	got := ending.StatusOf(plan, []rapport.Obligation{never, late, soon}, []rapport.Promise{{What: "a call", By: on(time.June, 9)}}, on(time.June, 3))
	want := []ending.Block{
		{Code: ending.BlockUnasked, Item: rapport.OweDeliverable},
		{Code: ending.BlockObligation, Obligation: soon},
		{Code: ending.BlockObligation, Obligation: late},
		{Code: ending.BlockObligation, Obligation: never},
		{Code: ending.BlockPromise, Promise: rapport.Promise{What: "a call", By: on(time.June, 9)}},
		{Code: ending.BlockCureRunning, Until: on(time.June, 17)},
		{Code: ending.BlockNoticeMissing, Until: on(time.June, 17)},
	}
	if diff := cmp.Diff(want, got.Blocks); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if got.CureEnds != on(time.June, 16) || !got.NoticeEnds.IsZero() {
		t.Errorf("time to put things right until %s, notice until %s", got.CureEnds, got.NoticeEnds)
	}
}

func TestAPeriodEndsWhenItsDaysAreOver(t *testing.T) {
	for _, c := range []struct {
		name string
		p    rapport.Period
		want rapport.Date
	}{
		{"not begun", rapport.Period{Days: 30}, 0},
		{"no days", rapport.Period{From: on(time.June, 5)}, on(time.June, 5)},
		{"thirty days", rapport.Period{From: on(time.June, 1), Days: 30}, on(time.July, 1)},
		{"thirty days, to the end of the month", rapport.Period{From: on(time.June, 1), Days: 30, MonthEnd: true}, on(time.July, 31)},
		{"to the end of the month it begins in", rapport.Period{From: on(time.February, 3), MonthEnd: true}, on(time.February, 28)},
		{"to the end of a February of 29 days", rapport.Period{From: rapport.NewDate(2028, time.January, 31), Days: 1, MonthEnd: true}, rapport.NewDate(2028, time.February, 29)},
		{"to the end of the year", rapport.Period{From: on(time.December, 1), Days: 5, MonthEnd: true}, on(time.December, 31)},
		{"one working day from a Friday", rapport.Period{From: on(time.June, 5), Days: 1, Business: true}, on(time.June, 8)},
		{"five working days from a Monday", rapport.Period{From: on(time.June, 1), Days: 5, Business: true}, on(time.June, 8)},
		{"five working days from a Saturday", rapport.Period{From: on(time.June, 6), Days: 5, Business: true}, on(time.June, 12)},
		{"ten working days from a Friday", rapport.Period{From: on(time.June, 5), Days: 10, Business: true}, on(time.June, 19)},
		{"working days, to the end of the month", rapport.Period{From: on(time.June, 26), Days: 3, Business: true, MonthEnd: true}, on(time.July, 31)},
		{"no working days", rapport.Period{From: on(time.June, 6), Business: true}, on(time.June, 6)},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := ending.EndOf(c.p); got != c.want {
				t.Errorf("it ends on %s, want %s", got, c.want)
			}
		})
	}
}
