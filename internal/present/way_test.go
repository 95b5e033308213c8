package present_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

func TestPromisesStandWithTheNearestOpenOneFirst(t *testing.T) {
	rows := english().Promises([]rapport.Promise{
		{What: "kept", By: june(1), Kept: june(2)}, {What: "later", By: today.AddDays(9)}, {What: "broken", By: june(3), Broken: june(20)},
		{What: "soon", By: today.AddDays(1)}, {What: "late", By: today.AddDays(-1)},
	}, today)
	var got []string
	for _, r := range rows {
		got = append(got, r.What)
	}
	if diff := cmp.Diff([]string{"late", "soon", "later", "broken", "kept"}, got); diff != "" {
		t.Error(diff)
	}
	if !rows[0].Late || rows[1].Late || rows[3].Open {
		t.Errorf("late is %v, soon late %v, broken open %v", rows[0].Late, rows[1].Late, rows[3].Open)
	}
}

func TestAWarningAboutHoursComesOnlyWhereMoreIsPromisedThanThereIs(t *testing.T) {
	s := english()
	for _, c := range []struct {
		promised, hours int
		warns           bool
	}{{600, 600, false}, {601, 600, true}, {9_000, 0, false}} {
		if got := s.PromiseLoad(c.promised, c.hours, today); (got != "") != c.warns {
			t.Errorf("%d minutes in %d: %q", c.promised, c.hours, got)
		}
	}
}

func TestSomebodyReturnsOnlyWithAReminderOrAnEnding(t *testing.T) {
	s := english()
	if got := s.Returning("Kaya", nil, 0, today); got != "" {
		t.Errorf("nothing is known, and it says %q", got)
	}
	flag := &rapport.Flag{Reason: "Pays late.", Until: today.AddDays(3)}
	if got := s.Returning("Kaya", flag, june(1), today); !strings.HasSuffix(got, "3 July: Pays late.") {
		t.Errorf("the reminder reads %q", got)
	}
}

func TestASheetAgreedAfterDoingWithoutIsAgreed(t *testing.T) {
	for want, sheet := range map[present.SheetState]*rapport.Sheet{
		present.SheetNone: nil, present.SheetDraft: {}, present.SheetSkipped: {Skipped: june(1)},
		present.SheetAgreed: {Skipped: june(1), Agreed: june(4)},
	} {
		k := vanDijk()
		k.Way.Sheet = sheet
		if page := present.NewSheetPage(english(), k, present.SheetRates{}); page.State != want || page.Answer == "" || page.Line == "" {
			t.Errorf("got %s, %q, %q, want %s", page.State, page.Answer, page.Line, want)
		}
	}
}

func TestSurprisesPointToTheClauseThatIsMissing(t *testing.T) {
	surprise := func(c rapport.Clause) rapport.Surprise { return rapport.Surprise{Clause: c, On: june(1)} }
	k := vanDijk()
	k.Way.Surprises = []rapport.Surprise{surprise(rapport.ClauseReach), surprise(rapport.ClauseByWhen)}
	page := present.NewSheetPage(english(), k, present.SheetRates{})
	if !strings.Contains(page.Suggest, "By when") {
		t.Errorf("with one surprise each, the gap is to be filled first, not %q", page.Suggest)
	}
	k.Way.Surprises = append(k.Way.Surprises, surprise(rapport.ClauseReach))
	if page = present.NewSheetPage(english(), k, present.SheetRates{}); !strings.Contains(page.Suggest, "How to reach me") {
		t.Errorf("most surprises come from a clause that is there, and it says %q", page.Suggest)
	}
	if page.Rate != "" {
		t.Errorf("nobody counted, and it compares: %q", page.Rate)
	}
}

// complaint is a known client with one complaint and what followed.
func complaint(after ...rapport.Kind) present.Known {
	k := present.Known{Standing: assess.Standing{Assessment: assess.Assessment{On: today, Verdict: rapport.Keep}}}
	k.History.Entries = []rapport.Entry{{Kind: rapport.Complaint, On: today.AddDays(-10)}}
	for _, kind := range after {
		k.History.Entries = append(k.History.Entries, rapport.Entry{Kind: kind, On: today.AddDays(-5)})
	}
	return k
}

func TestNothingIsSoldWhileAComplaintIsOpen(t *testing.T) {
	for _, c := range []struct {
		after []rapport.Kind
		open  bool
	}{{nil, true}, {[]rapport.Kind{rapport.Contact}, true}, {[]rapport.Kind{rapport.Remedy}, false}, {[]rapport.Kind{rapport.Praise}, false}} {
		card := present.NewCareCard(english(), complaint(c.after...))
		if (card.NoUpsell != "") != c.open || (card.Mode == present.RecoveryCare) != c.open {
			t.Errorf("after %v: %q, %s", c.after, card.NoUpsell, card.Mode)
		}
	}
	old := complaint()
	old.History.Entries[0].On = today.AddDays(-92)
	if card := present.NewCareCard(english(), old); card.NoUpsell != "" {
		t.Error("a complaint of a quarter of a year ago still counts as open")
	}
}

func TestCareEndsWhereTheEngagementDoes(t *testing.T) {
	k := complaint()
	k.Standing.Client.State = rapport.Ending
	if card := present.NewCareCard(english(), k); card.Mode != "" {
		t.Errorf("an engagement that is ending is worked with in the way %s", card.Mode)
	}
	k = complaint()
	k.Standing.Assessment.Verdict = rapport.Safety
	if card := present.NewCareCard(english(), k); card.Mode != "" {
		t.Errorf("a threat is met with %s", card.Mode)
	}
}

func TestTheQuickestFlourishComesFirst(t *testing.T) {
	k := complaint(rapport.Praise)
	card := present.NewCareCard(english(), k)
	if len(card.Flourishes) < 5 {
		t.Fatalf("only %d small things", len(card.Flourishes))
	}
	for i, f := range card.Flourishes[1:] {
		if f.Minutes < card.Flourishes[i].Minutes {
			t.Errorf("%s takes %d minutes and stands behind one of %d", f.Code, f.Minutes, card.Flourishes[i].Minutes)
		}
	}
}

func TestTheMostUrgentIsDueFirst(t *testing.T) {
	var codes []rapport.DueCode
	for _, row := range english().TodayRows(sampleDues(), today) {
		codes = append(codes, row.Code)
	}
	want := []rapport.DueCode{
		rapport.DueTrial, rapport.DuePromise, rapport.DueObligation, rapport.DueOverdue, // look again, our own, then money
		rapport.DueObligation, rapport.DueReminderBack, rapport.DueLetterHeld, rapport.DuePromise, rapport.DueLastDay, rapport.DueTrial, rapport.DueFlag,
		rapport.DueLookBack, rapport.DueRerate, // nobody waits for these
	}
	if diff := cmp.Diff(want, codes); diff != "" {
		t.Errorf("in the order (-want +got)\n%s", diff)
	}
	if empty := present.NewTodayPage(english(), nil, today); empty.Empty == "" || len(empty.Rows) > 0 {
		t.Errorf("a day without anything due says %+v", empty)
	}
	broken := present.NewTodayPage(english(), []rapport.Due{{Code: rapport.DueOverdue, Name: "Kaya", Day: june(1), What: "2041"}}, today)
	if want := "Kaya: Invoice 2041"; broken.Rows[0].Text != want {
		t.Errorf("without its amount an invoice reads %q, want %q", broken.Rows[0].Text, want)
	}
}

func TestAHeadsUpPutsOurLateWordBeforeTheNextStep(t *testing.T) {
	k := vanDijk()
	if card := present.NewHeadsUp(english(), k); !strings.Contains(card.First, "Plan B") {
		t.Errorf("a word of ours is late, and it says first %q", card.First)
	}
	k.Way.Promises = nil
	if card := present.NewHeadsUp(english(), k); !strings.HasPrefix(card.First, "The ending began on 8 June") {
		t.Errorf("an ending is under way, and it says first %q", card.First)
	}
	k.Way.EndPlan = nil
	if card := present.NewHeadsUp(english(), k); card.First != english().Next(assess.NextEnd) {
		t.Errorf("nothing of ours is late, and it says first %q", card.First)
	}
	if card := present.NewHeadsUp(english(), present.Known{}); len(card.Sections) > 0 || card.First != "" {
		t.Errorf("of nobody it says %+v", card)
	}
}

func TestWhereThereIsNothingToDoNothingIsToBeDoneFirst(t *testing.T) {
	k := complaint(rapport.Praise)
	k.Way = rapport.Way{}
	k.Standing.Assessment.Next = assess.NextCarryOn
	if card := present.NewHeadsUp(english(), k); card.First != "" {
		t.Errorf("to do first: %q", card.First)
	}
}
