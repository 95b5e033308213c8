package practice_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

func TestSendingALetterLogsWhatItDid(t *testing.T) {
	for letter, want := range map[string][]rapport.Kind{
		"reminder": {rapport.Reminder}, "interest_claim": {rapport.Reminder}, "payment_plan": {rapport.Reminder},
		"demand": {rapport.Escalation}, "expectations": {rapport.Expectations}, "boundary": {rapport.Boundary},
		"firm_no": {rapport.Boundary}, "insult_reply": {rapport.Boundary}, "notice": {rapport.Boundary},
		"apology": {rapport.OurApology}, "half_way": {rapport.Remedy}, "offer": {rapport.Contact}, "flourish": {rapport.Contact},
		"explain": {rapport.Contact}, "thanks": {rapport.Contact}, "look_back": {rapport.Contact}, "closing": nil,
	} {
		t.Run(letter, func(t *testing.T) {
			o := open(t)
			acme := o.client("Acme")
			if letter == rapport.LetterClosing {
				acme.State = rapport.EndedState
				o.must(o.EditClient(t.Context(), acme))
			}
			l := o.draft(acme, letter)
			o.must(o.SendLetter(t.Context(), l.ID, rapport.WayCopy, false))
			if diff := cmp.Diff(want, o.kinds(acme)); diff != "" {
				t.Error(diff)
			}
			sent := o.file(acme).Way.Letters[0]
			if sent.Sent != monday || sent.Way != rapport.WayCopy || sent.Body != l.Body {
				t.Errorf("sent: %+v", sent)
			}
		})
	}
}

func TestAClosingLetterGoesOutOnceTheEngagementHasEnded(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	l := o.draft(acme, rapport.LetterClosing)
	held := func(when string) {
		t.Helper()
		for _, release := range []bool{false, true} {
			if err := o.SendLetter(t.Context(), l.ID, rapport.WayCopy, release); !errors.Is(err, practice.ErrClosingTooSoon) {
				t.Errorf("%s, released %t: %v", when, release, err)
			}
		}
	}
	held("while nothing is ending")
	o.ready(acme)
	held("while only the last click is missing")
	o.must(o.FinishEnding(t.Context(), acme.ID))
	o.must(o.SendLetter(t.Context(), l.ID, rapport.WayCopy, false))
	if sent := o.file(acme).Way.Letters[0]; sent.Sent != o.today {
		t.Errorf("sent: %+v", sent)
	}
}

func TestALetterThatWasSentNeverChanges(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	l := o.draft(acme, "thanks")
	o.must(o.SendLetter(t.Context(), l.ID, rapport.WayMail, false))
	l.Body = "Something else."
	_, kept := o.KeepLetter(t.Context(), l)
	for name, err := range map[string]error{
		"written at":  kept,
		"sent again":  o.SendLetter(t.Context(), l.ID, rapport.WayCopy, true),
		"thrown away": o.DropLetter(t.Context(), l.ID),
	} {
		if !errors.Is(err, rapport.ErrLetterSent) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if got := o.file(acme).Way.Letters; len(got) != 1 || got[0].Body == l.Body || len(o.kinds(acme)) != 1 {
		t.Errorf("and yet: %+v", got)
	}
}

func TestALetterWrittenInAngerWaitsForTheMorning(t *testing.T) {
	o := open(t)
	acme, birch := o.client("Acme"), o.client("Birch")
	_, err := o.Log(t.Context(), rapport.Entry{Client: acme.ID, On: monday, Kind: rapport.Disrespect, Severity: 4, Cost: rapport.Cost{Anger: rapport.Rated(5)}})
	o.must(err)
	l, calm := o.draft(acme, "boundary"), o.draft(birch, "boundary")
	if l.Held != monday.AddDays(1) || !calm.Held.IsZero() {
		t.Errorf("held until %q; the other client's until %q", l.Held, calm.Held)
	}
	var problem *rapport.Problem
	if err := o.SendLetter(t.Context(), l.ID, rapport.WayMail, false); !errors.As(err, &problem) || !errors.Is(err, rapport.ErrLetterHeld) || problem.Args["until"] != l.Held {
		t.Errorf("sent the same day: %v", err)
	}
	o.must(o.SendLetter(t.Context(), calm.ID, rapport.WayMail, false))
	onPurpose := o.draft(acme, "boundary")
	o.must(o.SendLetter(t.Context(), onPurpose.ID, rapport.WayMail, true))
	o.today = o.today.AddDays(1)
	o.must(o.SendLetter(t.Context(), l.ID, rapport.WayMail, false))
	if next := o.draft(acme, "thanks"); !next.Held.IsZero() {
		t.Errorf("the next day's letter is held until %s", next.Held)
	}
}

func TestAReminderWaitsWhileAHardshipStands(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	e, err := o.LogHardship(t.Context(), rapport.Entry{Client: acme.ID, On: monday.AddDays(-5), Kind: rapport.Hardship, Severity: 3},
		rapport.Circumstance{Start: monday.AddDays(-5), Review: monday.AddDays(20)})
	o.must(err)
	for _, kind := range []string{"reminder", "demand", "interest_claim"} {
		l := o.draft(acme, kind)
		var problem *rapport.Problem
		if err := o.SendLetter(t.Context(), l.ID, rapport.WayMail, false); !errors.As(err, &problem) ||
			!errors.Is(err, practice.ErrReminderPaused) || problem.Args["until"] != monday.AddDays(20) {
			t.Errorf("%s in hard times: %v", kind, err)
		}
		o.must(o.SendLetter(t.Context(), l.ID, rapport.WayMail, true))
	}
	o.must(o.SendLetter(t.Context(), o.draft(acme, "payment_plan").ID, rapport.WayMail, false)) // help does not wait
	later := o.draft(acme, "reminder")
	o.today = monday.AddDays(20)
	o.must(o.SendLetter(t.Context(), later.ID, rapport.WayMail, false))
	o.today = monday
	o.must(o.TrashEntry(t.Context(), e.ID))
	o.must(o.SendLetter(t.Context(), o.draft(acme, "reminder").ID, rapport.WayMail, false))
}

func TestTheLetterWithTheSheetMakesItAgreed(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	o.must(o.SetSheet(t.Context(), rapport.Sheet{Client: acme.ID, Clauses: map[rapport.Clause]string{rapport.ClauseProcess: "A call, a draft, two rounds."}}))
	o.must(o.SendLetter(t.Context(), o.draft(acme, "expectations").ID, rapport.WayPDF, false))
	file := o.file(acme)
	if file.Way.Sheet.Agreed != monday || !cmp.Equal(o.kinds(acme), []rapport.Kind{rapport.Expectations}) {
		t.Errorf("the sheet is %+v, logged: %v", file.Way.Sheet, o.kinds(acme))
	}
}

func TestADraftIsKeptAndThrownAwayWithoutBeingJudged(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	undo, _, err := o.Steps(t.Context())
	o.must(err)
	l := o.draft(acme, "thanks")
	l.Body = "Better words."
	_, err = o.KeepLetter(t.Context(), l)
	o.must(err)
	if got := o.file(acme).Way.Letters; len(got) != 1 || got[0].Body != "Better words." || o.last().Deed != practice.DeedDraft {
		t.Errorf("kept %+v, announced %+v", got, o.last())
	}
	other := o.client("Birch")
	stray := l
	stray.Client = other.ID
	if _, err := o.KeepLetter(t.Context(), stray); !errors.Is(err, rapport.ErrNotFound) {
		t.Errorf("moved to another client: %v", err)
	}
	o.must(o.DropLetter(t.Context(), l.ID))
	if got := o.file(acme).Way.Letters; len(got) != 0 {
		t.Errorf("thrown away: %+v", got)
	}
	if err := o.SendLetter(t.Context(), l.ID, rapport.WayCopy, false); !errors.Is(err, rapport.ErrNotFound) {
		t.Errorf("sent after all: %v", err)
	}
	if after, _, err := o.Steps(t.Context()); err != nil || len(after) != len(undo)+1 { // Birch
		t.Errorf("%d steps before, %d after, %v", len(undo), len(after), err)
	}
}

func TestALetterThatSaysNothingDoesNotGoOut(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	l, err := o.KeepLetter(t.Context(), rapport.Letter{Client: acme.ID, Kind: "thanks", Language: "de", Style: rapport.Formal})
	o.must(err)
	if err := o.SendLetter(t.Context(), l.ID, rapport.WayMail, true); !errors.Is(err, rapport.ErrLetterEmpty) {
		t.Errorf("an empty letter: %v", err)
	}
	l.Body = "Thank you."
	_, err = o.KeepLetter(t.Context(), l)
	o.must(err)
	if err := o.SendLetter(t.Context(), l.ID, "pigeon", true); !errors.Is(err, rapport.ErrWay) {
		t.Errorf("by pigeon: %v", err)
	}
	if n := len(o.kinds(acme)); n != 0 {
		t.Errorf("%d entries logged", n)
	}
}

func TestADraftOfYesterdayWrittenOnInAngerWaitsToo(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	l := o.draft(acme, "boundary")
	o.today = o.today.AddDays(1)
	_, err := o.Log(t.Context(), rapport.Entry{Client: acme.ID, On: o.today, Kind: rapport.Disrespect, Severity: 3, Cost: rapport.Cost{Anger: rapport.Rated(8)}})
	o.must(err)
	l, err = o.KeepLetter(t.Context(), l)
	o.must(err)
	if l.Held != o.today.AddDays(1) {
		t.Errorf("held until %q", l.Held)
	}
	l.Held = o.today // it need not lie overnight
	l, err = o.KeepLetter(t.Context(), l)
	o.must(err)
	if l.Held != o.today {
		t.Errorf("said not to wait, held until %q", l.Held)
	}
}

func TestNoticeWaitsForTheNightAfterItsEndingBegan(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	_, err := o.StartEnding(t.Context(), rapport.EndPlan{Client: acme.ID})
	o.must(err)
	l, thanks := o.draft(acme, rapport.LetterNotice), o.draft(acme, "thanks")
	if l.Held != monday.AddDays(1) || !thanks.Held.IsZero() {
		t.Errorf("held until %s, another letter until %s", l.Held, thanks.Held)
	}
	if err := o.SendLetter(t.Context(), l.ID, rapport.WayMail, false); !errors.Is(err, rapport.ErrLetterHeld) {
		t.Errorf("sent the same day: %v", err)
	}
	o.today = o.today.AddDays(1)
	o.must(o.SendLetter(t.Context(), l.ID, rapport.WayMail, false))
	if plan := o.file(acme).Way.EndPlan; plan.Notice.From != o.today {
		t.Errorf("served: %+v", plan.Notice)
	}
	if again := o.draft(acme, rapport.LetterNotice); !again.Held.IsZero() {
		t.Errorf("once it is served a letter about it is held until %s", again.Held)
	}
}
