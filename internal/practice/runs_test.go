package practice_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

func TestAGuideIsTakenUpWhereItWasLeft(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	first, err := o.TakeUp(t.Context(), acme.ID, "hear_them_out")
	o.must(err)
	first.Step, first.Kept = "solve", map[string]string{"listen": "done"}
	o.must(o.KeepRun(t.Context(), first))
	o.today = o.today.AddDays(3)
	again, err := o.TakeUp(t.Context(), acme.ID, "hear_them_out")
	if err != nil || again.ID != first.ID || again.Step != "solve" || again.Kept["listen"] != "done" || again.Started != monday || again.Touched != o.today {
		t.Errorf("taken up again: %+v, %v", again, err)
	}
	if other, err := o.TakeUp(t.Context(), acme.ID, "firm_no"); err != nil || other.ID == first.ID {
		t.Errorf("another guide: %+v, %v", other, err)
	}
	again.Done = o.today
	o.must(o.KeepRun(t.Context(), again))
	if fresh, err := o.TakeUp(t.Context(), acme.ID, "hear_them_out"); err != nil || fresh.ID == first.ID || fresh.Step != "" {
		t.Errorf("after the end: %+v, %v", fresh, err)
	}
	if runs, err := o.Runs(t.Context(), acme.ID); err != nil || len(runs) != 3 {
		t.Errorf("runs %+v, %v", runs, err)
	}
}

func TestAGuideUnderWayIsNoStepAndJudgesNobody(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	before := o.file(acme).Standing
	run, err := o.TakeUp(t.Context(), acme.ID, "firm_no")
	o.must(err)
	o.must(o.KeepRun(t.Context(), run))
	if o.last().Deed != practice.DeedRun || !o.last().Touches(acme.ID) {
		t.Errorf("announced %+v", o.last())
	}
	if diff := cmp.Diff(before, o.file(acme).Standing, everything); diff != "" {
		t.Error(diff)
	}
	if undone, err := o.Undo(t.Context()); err != nil || undone.Deed != practice.DeedAddClient {
		t.Errorf("taken back %+v, %v", undone, err)
	}
}

func TestARunStaysWithItsClientAndItsGuide(t *testing.T) {
	o := open(t)
	acme, birch := o.client("Acme"), o.client("Birch")
	run, err := o.TakeUp(t.Context(), acme.ID, "firm_no")
	o.must(err)
	moved, other, nowhere := run, run, run
	moved.Client, other.Guide, nowhere.ID = birch.ID, "apologise", rapport.NewID()
	for _, r := range []rapport.Run{moved, other, nowhere} {
		if err := o.KeepRun(t.Context(), r); !errors.Is(err, rapport.ErrNotFound) {
			t.Errorf("%+v: %v", r, err)
		}
	}
	if _, err := o.TakeUp(t.Context(), rapport.NewID(), "firm_no"); !errors.Is(err, rapport.ErrNotFound) {
		t.Errorf("with nobody: %v", err)
	}
}

// What they had expected otherwise is said once in a guide, and counts like any other
// surprise: it can be taken back, and is not noted again by going back and forth.
func TestAChoiceThatWasASurpriseIsNotedOnceARun(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	run, err := o.TakeUp(t.Context(), acme.ID, "set_expectations")
	o.must(err)
	keep := func(kept string) {
		t.Helper()
		run.Kept = map[string]string{"gaps": "done", "surprise": kept}
		o.must(o.KeepRun(t.Context(), run))
	}
	noted := func() (clauses []rapport.Clause) {
		t.Helper()
		for _, s := range o.file(acme).Way.Surprises {
			if s.On != o.today {
				t.Errorf("noted for %s", s.On)
			}
			clauses = append(clauses, s.Clause)
		}
		return clauses
	}
	keep("skipped")
	if got := noted(); len(got) != 0 || o.last().Deed != practice.DeedRun {
		t.Errorf("a step skipped noted %v", got)
	}
	for _, kept := range []string{"by_when", "by_when", "reach"} {
		keep(kept)
		if diff := cmp.Diff([]rapport.Clause{rapport.ClauseByWhen}, noted()); diff != "" {
			t.Errorf("after %s: %s", kept, diff)
		}
	}
	undone, err := o.Undo(t.Context())
	if err != nil || undone.Deed != practice.DeedSurprise || len(noted()) != 0 {
		t.Errorf("taken back %+v, %v, left %v", undone, err, noted())
	}
	again, err := o.TakeUp(t.Context(), acme.ID, "set_expectations")
	if err != nil || again.Kept["surprise"] != "reach" {
		t.Errorf("the run is %+v, %v", again, err)
	}
	again.Done = o.today
	o.must(o.KeepRun(t.Context(), again))
	run, err = o.TakeUp(t.Context(), acme.ID, "set_expectations")
	o.must(err)
	keep("reach")
	if diff := cmp.Diff([]rapport.Clause{rapport.ClauseReach}, noted()); diff != "" {
		t.Errorf("in another run: %s", diff)
	}
}

func TestEveryThreatIsListedWithWhatBecameOfIt(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	late := o.log(acme, 3, rapport.Threat, 4)
	o.log(acme, 4, rapport.Complaint, 4)
	early := o.log(acme, 9, rapport.Threat, 2)
	known := rapport.NewID() // chosen by whoever shows it, so that trying again stores it once
	for range 2 {
		_, err := o.TrackThreat(t.Context(), rapport.ThreatCase{ID: known, Client: acme.ID, Entry: late.ID, Told: "Ada, lawyer"})
		o.must(err)
	}
	want := []rapport.ThreatCase{
		{Client: acme.ID, Entry: early.ID, Voiced: early.On},
		{ID: known, Client: acme.ID, Entry: late.ID, Voiced: late.On, Told: "Ada, lawyer"},
	}
	if diff := cmp.Diff(want, o.file(acme).Threats()); diff != "" {
		t.Error(diff)
	}
}

func TestAThreatIsFollowedFromVoicedToClosed(t *testing.T) {
	o := open(t)
	acme, birch := o.client("Acme"), o.client("Birch")
	e := o.log(acme, 3, rapport.Threat, 4)
	c, err := o.TrackThreat(t.Context(), rapport.ThreatCase{Client: acme.ID, Entry: e.ID, Told: "Ada, lawyer"})
	if err != nil || c.Voiced != e.On || !c.Open() {
		t.Fatalf("tracked %+v, %v", c, err)
	}
	c.Acted = monday.AddDays(-1)
	c, err = o.TrackThreat(t.Context(), c)
	o.must(err)
	c.Closed = monday
	_, err = o.TrackThreat(t.Context(), c)
	o.must(err)
	if got := o.file(acme).Way.Threats; len(got) != 1 || got[0] != c || got[0].Open() {
		t.Errorf("the case is %+v", got)
	}
	for name, wrong := range map[string]rapport.ThreatCase{
		"of no entry":               {Client: acme.ID},
		"of another client's entry": {Client: birch.ID, Entry: e.ID},
		"closed before it began":    {Client: acme.ID, Entry: e.ID, Voiced: monday, Closed: monday.AddDays(-1)},
		"moved to another client":   {ID: c.ID, Client: birch.ID, Entry: o.log(birch, 1, rapport.Threat, 2).ID},
	} {
		var problem *rapport.Problem
		if _, err := o.TrackThreat(t.Context(), wrong); !errors.As(err, &problem) {
			t.Errorf("a threat %s: %v", name, err)
		}
	}
}
