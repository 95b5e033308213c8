package practice_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rapport-desktop/rapport/internal/ending"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// ready brings an ending to where nothing is in its way. Notice is served and has run.
func (o *office) ready(client rapport.Client) rapport.EndPlan {
	o.t.Helper()
	plan, err := o.StartEnding(o.t.Context(), rapport.EndPlan{Client: client.ID, Story: "They had expected a partner, not a studio.",
		Considered: rapport.OweKinds(), Notice: rapport.Period{From: o.today, Days: 14}})
	o.must(err)
	o.today = o.today.AddDays(15)
	return plan
}

// blocks are the codes of what locks an ending, nil if the error is another.
func blocks(err error) []string {
	var problem *rapport.Problem
	if !errors.As(err, &problem) || !errors.Is(err, rapport.ErrEndingLocked) {
		return nil
	}
	var codes []string
	list, _ := problem.Args["blocks"].([]ending.Block)
	for _, b := range list {
		codes = append(codes, b.Code)
	}
	return codes
}

func TestAnEngagementEndsStepByStepAndNotBefore(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	acme.Terms.NoticeDays = 14
	o.must(o.EditClient(t.Context(), acme))
	files, err := o.Owe(t.Context(), rapport.Obligation{Client: acme.ID, Side: rapport.Ours, Kind: rapport.OweFiles, What: "the source files"})
	o.must(err)
	call := o.promise(acme, "a last call", 3, 0)
	plan, err := o.StartEnding(t.Context(), rapport.EndPlan{Client: acme.ID})
	o.must(err)
	if plan.Begun != monday || plan.Notice.Days != 14 || o.file(acme).History.Client.State != rapport.Ending {
		t.Errorf("begun: %+v, state %s", plan, o.file(acme).History.Client.State)
	}
	finish := func(want ...string) {
		t.Helper()
		err := o.FinishEnding(t.Context(), acme.ID)
		if diff := cmp.Diff(want, blocks(err)); diff != "" {
			t.Errorf("in the way: %s (%v)", diff, err)
		}
	}
	finish("story", "unasked", "unasked", "unasked", "unasked", "unasked", "obligation", "promise", "too_soon", "notice_missing")
	plan.Story, plan.Considered = "Their budget was cut and nobody told them what that means.", rapport.OweKinds()
	o.must(o.EditEnding(t.Context(), plan))
	o.today = o.today.AddDays(1)
	finish("obligation", "promise", "notice_missing")
	o.must(o.Waive(t.Context(), files.ID, "they have them from the last hand-over"))
	o.must(o.KeepPromise(t.Context(), call.ID))
	letter := o.draft(acme, "notice")
	o.must(o.SendLetter(t.Context(), letter.ID, rapport.WayMail, false))
	finish("notice_running")
	if file, err := o.EndingOf(t.Context(), acme.ID); err != nil || file.Plan.Notice.From != o.today || file.Status.NoticeEnds != o.today.AddDays(14) ||
		file.Status.Earliest != o.today.AddDays(14) {
		t.Errorf("after notice was served: %+v %+v, %v", file.Plan, file.Status, err)
	}
	o.today = o.today.AddDays(14)
	finish()
	file, err := o.EndingOf(t.Context(), acme.ID)
	o.must(err)
	if c := file.History.Client; c.State != rapport.EndedState || file.Plan.Finished != o.today || file.Plan.LastDay != o.today {
		t.Errorf("finished: %s, %+v", c.State, file.Plan)
	}
	if kinds := o.kinds(acme); kinds[len(kinds)-1] != rapport.Ended {
		t.Errorf("logged: %v", kinds)
	}
	if err := o.FinishEnding(t.Context(), acme.ID); !errors.Is(err, rapport.ErrNotFound) {
		t.Errorf("finished twice: %v", err)
	}
}

func TestAnEndingTellsTheEarliestDayWhenItRefuses(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	_, err := o.StartEnding(t.Context(), rapport.EndPlan{Client: acme.ID, Notice: rapport.Period{Days: 30}})
	o.must(err)
	var problem *rapport.Problem
	if err := o.FinishEnding(t.Context(), acme.ID); !errors.As(err, &problem) || problem.Args["earliest"] != monday.AddDays(31) {
		t.Errorf("refused: %v", err)
	}
}

func TestTheDecisionToEndBeginsTheEnding(t *testing.T) {
	o := open(t)
	acme, birch, cedar := o.client("Acme"), o.client("Birch"), o.client("Cedar")
	for _, c := range []rapport.Client{acme, birch} {
		_, err := o.Decide(t.Context(), rapport.Decision{Client: c.ID, Chosen: rapport.End, Why: "enough"})
		o.must(err)
	}
	o.today = o.today.AddDays(3)
	_, err := o.Decide(t.Context(), rapport.Decision{Client: birch.ID, Chosen: rapport.Keep, Why: "they called"})
	o.must(err)
	for _, c := range []struct {
		client rapport.Client
		want   rapport.Date
		why    string
	}{
		{acme, monday, "the day it was decided, so that the night has passed"},
		{birch, o.today, "today, since it was decided otherwise in the meantime"},
		{cedar, o.today, "today, since nothing was decided"},
	} {
		if plan, err := o.StartEnding(t.Context(), rapport.EndPlan{Client: c.client.ID}); err != nil || plan.Begun != c.want {
			t.Errorf("%s began on %s, want %s: %s (%v)", c.client.Name, plan.Begun, c.want, c.why, err)
		}
	}
	if _, err := o.StartEnding(t.Context(), rapport.EndPlan{Client: acme.ID}); !errors.Is(err, rapport.ErrEndingOpen) {
		t.Errorf("begun twice: %v", err)
	}
}

func TestTheLastDayIsNotBeforeNoticeHasRun(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	plan, err := o.StartEnding(t.Context(), rapport.EndPlan{Client: acme.ID, Notice: rapport.Period{From: o.today, Days: 14}})
	o.must(err)
	runs := ending.EndOf(plan.Notice)
	for _, day := range []rapport.Date{plan.Begun.AddDays(-1), runs.AddDays(-1)} {
		plan.LastDay = day
		if err := o.EditEnding(t.Context(), plan); !errors.Is(err, rapport.ErrDayBefore) {
			t.Errorf("%s as the last day, with notice until %s: %v", day, runs, err)
		}
	}
	plan.LastDay = runs
	o.must(o.EditEnding(t.Context(), plan))
}

func TestTheirStoryIsNotWrittenTwice(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	run, err := o.TakeUp(t.Context(), acme.ID, "end_engagement")
	o.must(err)
	run.Kept = map[string]string{"story": "They never heard that the budget was gone."}
	o.must(o.KeepRun(t.Context(), run))
	plan, err := o.StartEnding(t.Context(), rapport.EndPlan{Client: acme.ID})
	o.must(err)
	if plan.Story != run.Kept["story"] {
		t.Errorf("the story is %q", plan.Story)
	}
}

func TestAnEndingIsReopenedWithAReasonAndRemembered(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	if err := o.Reopen(t.Context(), acme.ID, "why not"); !errors.Is(err, rapport.ErrNotFound) {
		t.Errorf("reopened what goes on: %v", err)
	}
	first := o.ready(acme)
	o.must(o.FinishEnding(t.Context(), acme.ID))
	if err := o.Reopen(t.Context(), acme.ID, " "); !errors.Is(err, rapport.ErrReasonMissing) {
		t.Errorf("reopened without a reason: %v", err)
	}
	o.today = o.today.AddDays(40)
	o.must(o.Reopen(t.Context(), acme.ID, "a new manager who pays"))
	file := o.file(acme)
	if plan := file.Way.EndPlan; plan.ID != first.ID || plan.Reopened != o.today || plan.Why != "a new manager who pays" ||
		plan.Finished.IsZero() || file.History.Client.State != rapport.Active {
		t.Errorf("reopened: %+v, %s", plan, file.History.Client.State)
	}
	again, err := o.StartEnding(t.Context(), rapport.EndPlan{Client: acme.ID})
	o.must(err)
	whole, err := o.EndingOf(t.Context(), acme.ID)
	if err != nil || len(whole.Past) != 1 || whole.Past[0].ID != first.ID || whole.Plan.ID != again.ID || again.Begun != o.today {
		t.Errorf("the second ending: %+v after %+v, %v", whole.Plan, whole.Past, err)
	}
	o.must(o.Reopen(t.Context(), acme.ID, "they apologised")) // one under way is called off in the same way
	if got := o.file(acme); got.Way.EndPlan.Open() || got.History.Client.State != rapport.Active {
		t.Errorf("called off: %+v, %s", got.Way.EndPlan, got.History.Client.State)
	}
}

func TestAnEndingThatIsOverIsNotEdited(t *testing.T) {
	o := open(t)
	acme, birch := o.client("Acme"), o.client("Birch")
	plan := o.ready(acme)
	theirs := plan
	theirs.Client = birch.ID
	if err := o.EditEnding(t.Context(), theirs); !errors.Is(err, rapport.ErrNotFound) {
		t.Errorf("moved to another client: %v", err)
	}
	plan.Begun, plan.Finished, plan.Story = monday.AddDays(-300), o.today, "Another story."
	o.must(o.EditEnding(t.Context(), plan))
	if got := o.file(acme).Way.EndPlan; got.Begun != monday || !got.Open() || got.Story != "Another story." {
		t.Errorf("edited: %+v", got)
	}
	o.must(o.FinishEnding(t.Context(), acme.ID))
	if err := o.EditEnding(t.Context(), plan); !errors.Is(err, rapport.ErrNotFound) {
		t.Errorf("edited after the end: %v", err)
	}
	if file, err := o.EndingOf(t.Context(), acme.ID); err != nil || file.Status.On != o.today {
		t.Errorf("what may still be claimed is worked out for %s, %v", file.Status.On, err)
	}
}

func TestAnEngagementThatEndedProperlyIsReopenedBeforeItEndsAgain(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	o.ready(acme)
	o.must(o.FinishEnding(t.Context(), acme.ID))
	if _, err := o.StartEnding(t.Context(), rapport.EndPlan{Client: acme.ID}); !errors.Is(err, practice.ErrEnded) {
		t.Errorf("begun again: %v", err)
	}
	c := o.file(acme).History.Client
	c.State = rapport.Ending
	if err := o.EditClient(t.Context(), c); !errors.Is(err, practice.ErrEnded) {
		t.Errorf("edited into ending again: %v", err)
	}
}

func TestTheStoryOfAFormerEndingIsNotThatOfTheNext(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	run, err := o.TakeUp(t.Context(), acme.ID, "end_engagement")
	o.must(err)
	run.Kept = map[string]string{"story": "They never heard that the budget was gone."}
	o.must(o.KeepRun(t.Context(), run))
	o.ready(acme)
	o.must(o.FinishEnding(t.Context(), acme.ID))
	o.today = o.today.AddDays(40)
	o.must(o.Reopen(t.Context(), acme.ID, "a new manager"))
	o.today = o.today.AddDays(40)
	plan, err := o.StartEnding(t.Context(), rapport.EndPlan{Client: acme.ID})
	o.must(err)
	if plan.Story != "" {
		t.Errorf("the story is %q", plan.Story)
	}
}

func TestTheEndingUnderWayIsTheLastOneWhateverTheClockSaid(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	for _, clock := range []int{0, -3} { // the second time the clock was set back
		o.today += rapport.Date(clock)
		plan, err := o.StartEnding(t.Context(), rapport.EndPlan{Client: acme.ID})
		o.must(err)
		if got := o.file(acme).Way.EndPlan; got == nil || got.ID != plan.ID {
			t.Errorf("begun on %s, the file shows %+v", plan.Begun, got)
		}
		if clock == 0 {
			o.must(o.Reopen(t.Context(), acme.ID, "they are back"))
		}
	}
}

func TestNoticeFromBeforeTheEndingIsTakenOnlyWhereItIsSaidToBeSo(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	plan, err := o.StartEnding(t.Context(), rapport.EndPlan{Client: acme.ID})
	o.must(err)
	early := plan
	early.Notice = rapport.Period{From: monday.AddDays(-80), Days: 28}
	var problem *rapport.Problem
	if err := o.EditEnding(t.Context(), early); !errors.Is(err, practice.ErrNoticeBefore) || !errors.As(err, &problem) ||
		problem.Args["begun"] != monday || problem.Args["date"] != early.Notice.From {
		t.Errorf("by a slip: %v", err)
	}
	late := plan
	late.Notice.From = monday.AddDays(1)
	if edited, said := o.EditEnding(t.Context(), late), o.NoticeGivenBefore(t.Context(), late); !errors.Is(edited, rapport.ErrDateFuture) || !errors.Is(said, rapport.ErrDateFuture) {
		t.Errorf("served tomorrow: %v, %v", edited, said)
	}
	o.must(o.NoticeGivenBefore(t.Context(), early))
	early.Story = "They saw it coming."
	o.must(o.EditEnding(t.Context(), early)) // what was said once need not be said again
	file, err := o.EndingOf(t.Context(), acme.ID)
	o.must(err)
	if file.Plan.Notice != early.Notice || file.Plan.Begun != monday {
		t.Errorf("stored: %+v", file.Plan)
	}
	if status := file.Status; status.Earliest <= monday || len(status.Blocks) == 0 {
		t.Errorf("no night lies between: earliest %s, %v", status.Earliest, status.Blocks)
	}
}
