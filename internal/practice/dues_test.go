package practice_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// due is a line of today's list without its ids.
type due struct {
	Code rapport.DueCode
	Name string
	In   int // days from today
	What string
}

func (o *office) dues() []due {
	o.t.Helper()
	list, err := o.Dues(o.t.Context())
	o.must(err)
	var short []due
	for _, d := range list {
		short = append(short, due{d.Code, d.Name, d.Day.DaysSince(o.today), d.What})
		if (d.Code == rapport.DueOverdue) != (d.Amount.Minor > 0) || (d.Code == rapport.DueObligation) != (d.Side != "") {
			o.t.Errorf("%+v: of %v, %q", d, d.Amount, d.Side)
		}
		if d.Client == (rapport.ID{}) || d.ID == (rapport.ID{}) {
			o.t.Errorf("%+v is about nothing", d)
		}
	}
	return short
}

func (o *office) invoice(client rapport.Client, number string, dueIn int) rapport.Invoice {
	o.t.Helper()
	v, err := o.AddInvoice(o.t.Context(), rapport.Invoice{Client: client.ID, Number: number, Issued: o.today.AddDays(dueIn - 14),
		Amount: rapport.Money{Minor: 1200_00, Currency: "EUR"}})
	o.must(err)
	return v
}

func TestTodayTellsWhatThereIsToSeeTo(t *testing.T) {
	o := open(t)
	acme, birch := o.client("Acme"), o.client("Birch")
	o.promise(acme, "late already", -2, 0)
	o.promise(acme, "in a week", 7, 0)
	o.promise(acme, "not yet", 8, 0)
	owe := func(side rapport.Side, what string, in int) {
		_, err := o.Owe(t.Context(), rapport.Obligation{Client: birch.ID, Side: side, What: what, Due: o.today.AddDays(in)})
		o.must(err)
	}
	owe(rapport.Ours, "the files", 1)
	owe(rapport.Theirs, "their texts", 1)
	o.invoice(birch, "2026-1", -3)
	o.invoice(birch, "2026-2", 3)
	_, err := o.SetFlag(t.Context(), rapport.Flag{Client: acme.ID, Until: o.today.AddDays(5), Reason: "deposit first"})
	o.must(err)
	_, err = o.Decide(t.Context(), rapport.Decision{Client: birch.ID, Chosen: rapport.Trial, Why: "one more time", Again: o.today.AddDays(6)})
	o.must(err)
	want := []due{
		{rapport.DueOverdue, "Birch", -3, "2026-1"},
		{rapport.DuePromise, "Acme", -2, "late already"},
		{rapport.DueObligation, "Birch", 1, "the files"},
		{rapport.DueFlag, "Acme", 5, "deposit first"},
		{rapport.DueTrial, "Birch", 6, "trial"},
		{rapport.DuePromise, "Acme", 7, "in a week"},
	}
	if diff := cmp.Diff(want, o.dues()); diff != "" {
		t.Error(diff)
	}
}

func TestWhatWasLaidAsideComesBackTheNextDay(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	run, err := o.TakeUp(t.Context(), acme.ID, "apologise")
	o.must(err)
	run.Kept = map[string]string{"facts": "done"}
	o.must(o.KeepRun(t.Context(), run))
	_, err = o.TakeUp(t.Context(), acme.ID, "firm_no") // only looked into
	o.must(err)
	l := o.draft(acme, "boundary")
	l.Held = o.today.AddDays(1)
	_, err = o.KeepLetter(t.Context(), l)
	o.must(err)
	o.draft(acme, "thanks") // an ordinary draft presses nobody
	if diff := cmp.Diff([]due{{rapport.DueLetterHeld, "Acme", 1, "boundary"}}, o.dues()); diff != "" {
		t.Errorf("today: %s", diff)
	}
	o.today = o.today.AddDays(1)
	want := []due{{rapport.DueRun, "Acme", -1, "apologise"}, {rapport.DueLetterHeld, "Acme", 0, "boundary"}}
	if diff := cmp.Diff(want, o.dues()); diff != "" {
		t.Errorf("tomorrow: %s", diff)
	}
	run.Done = o.today
	o.must(o.KeepRun(t.Context(), run))
	o.must(o.SendLetter(t.Context(), l.ID, rapport.WayMail, false))
	if left := o.dues(); len(left) != 0 {
		t.Errorf("done and sent: %+v", left)
	}
}

func TestRemindersComeBackWithTheDayTheHardshipIsLookedAtAgain(t *testing.T) {
	o := open(t)
	acme, birch := o.client("Acme"), o.client("Birch")
	o.invoice(acme, "2026-1", -20)
	for _, c := range []rapport.Client{acme, birch} { // Birch owes nothing
		_, err := o.LogHardship(t.Context(), rapport.Entry{Client: c.ID, On: o.today.AddDays(-30), Kind: rapport.Hardship, Severity: 3},
			rapport.Circumstance{Start: o.today.AddDays(-30), Review: o.today.AddDays(8)})
		o.must(err)
	}
	if early := o.dues(); len(early) != 0 {
		t.Errorf("while it stands: %+v", early)
	}
	o.today = o.today.AddDays(1)
	if diff := cmp.Diff([]due{{rapport.DueReminderBack, "Acme", 7, ""}}, o.dues()); diff != "" {
		t.Errorf("a week before: %s", diff)
	}
	o.today = o.today.AddDays(7)
	want := []due{{rapport.DueOverdue, "Acme", -28, "2026-1"}, {rapport.DueReminderBack, "Acme", 0, ""}}
	if diff := cmp.Diff(want, o.dues()); diff != "" {
		t.Errorf("on the day: %s", diff)
	}
	o.today = o.today.AddDays(8)
	if diff := cmp.Diff([]due{{rapport.DueOverdue, "Acme", -36, "2026-1"}}, o.dues()); diff != "" {
		t.Errorf("a week later: %s", diff)
	}
}

func TestWhatWasRatedInAngerIsAskedAboutAgainForAWeek(t *testing.T) {
	o := open(t)
	acme, birch := o.client("Acme"), o.client("Birch")
	rate := func(client rapport.Client, kind rapport.Kind, ago int, anger rapport.Rating) rapport.Entry {
		e, err := o.Log(t.Context(), rapport.Entry{Client: client.ID, On: o.today.AddDays(-ago), Kind: kind, Severity: 4,
			Cost: rapport.Cost{Anger: anger}})
		o.must(err)
		return e
	}
	angry := rate(acme, rapport.Disrespect, 0, rapport.Rated(7))
	rate(acme, rapport.OurMistake, 0, rapport.Rated(9)) // of one's own anger at oneself nothing is asked
	rate(acme, rapport.Demand, 0, rapport.Rated(6))
	rate(acme, rapport.Demand, 0, rapport.Rating{})
	thrown := rate(acme, rapport.Intrusion, 0, rapport.Rated(8))
	o.must(o.TrashEntry(t.Context(), thrown.ID))
	rate(birch, rapport.Demand, 0, rapport.Rated(10))
	o.must(o.ArchiveClient(t.Context(), birch.ID, true))
	for days := range 9 {
		want := []due{{rapport.DueRerate, "Acme", 1 - days, "disrespect"}}
		if days == 0 || days > 7 {
			want = nil
		}
		if diff := cmp.Diff(want, o.dues()); diff != "" {
			t.Errorf("%d days later: %s", days, diff)
		}
		o.today = o.today.AddDays(1)
	}
	o.today = angry.On.AddDays(3)
	angry.Cost.Anger = rapport.Rated(4)
	o.must(o.EditEntry(t.Context(), angry))
	if left := o.dues(); len(left) != 0 {
		t.Errorf("rated anew: %+v", left)
	}
}

func TestTheLastDayOfAnEndingIsNamed(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	plan, err := o.StartEnding(t.Context(), rapport.EndPlan{Client: acme.ID, Notice: rapport.Period{From: o.today, Days: 5}})
	o.must(err)
	if diff := cmp.Diff([]due{{rapport.DueLastDay, "Acme", 5, ""}}, o.dues()); diff != "" {
		t.Errorf("the end of the notice: %s", diff)
	}
	plan.LastDay = o.today.AddDays(7)
	o.must(o.EditEnding(t.Context(), plan))
	if diff := cmp.Diff([]due{{rapport.DueLastDay, "Acme", 7, ""}}, o.dues()); diff != "" {
		t.Errorf("the day agreed: %s", diff)
	}
}

func TestOfWhoIsOutOfSightOnlyOurWordIsNamed(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	o.invoice(acme, "2026-1", -20)
	_, err := o.TakeUp(t.Context(), acme.ID, "apologise")
	o.must(err)
	_, err = o.Decide(t.Context(), rapport.Decision{Client: acme.ID, Chosen: rapport.Trial, Why: "one more time", Again: o.today.AddDays(1)})
	o.must(err)
	o.promise(acme, "a call", 1, 0)
	o.today = o.today.AddDays(1)
	o.must(o.ArchiveClient(t.Context(), acme.ID, true))
	if diff := cmp.Diff([]due{{rapport.DuePromise, "Acme", 0, "a call"}}, o.dues()); diff != "" {
		t.Error(diff)
	}
}

func TestADecisionIsLookedBackOn(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	_, err := o.Decide(t.Context(), rapport.Decision{Client: acme.ID, Chosen: rapport.Renegotiate, Why: "the price is old"})
	o.must(err)
	o.today = o.today.AddDays(100)
	if diff := cmp.Diff([]due{{rapport.DueLookBack, "Acme", -100, "renegotiate"}}, o.dues()); diff != "" {
		t.Error(diff)
	}
}

func TestWhatIsPromisedAndOwedInTheSameWordsIsDueOnce(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	o.promise(acme, "The second sign", 2, 0)
	for what, day := range map[string]int{" the second sign": 2, "the second sign ": 3, "the first sign": 2} {
		_, err := o.Owe(t.Context(), rapport.Obligation{Client: acme.ID, Side: rapport.Ours, What: what, Due: monday.AddDays(day)})
		o.must(err)
	}
	dues, err := o.Dues(t.Context())
	o.must(err)
	if len(dues) != 3 || dues[0].Code != rapport.DuePromise {
		t.Errorf("due: %+v", dues)
	}
}
