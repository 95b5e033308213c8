package assess

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// tried is a trial decided on thirty days ago.
var tried = rapport.Decision{ID: testID(900), On: today.AddDays(-30), Offered: rapport.Trial, Chosen: rapport.Trial,
	Again: today.AddDays(-2)}

func TestHowATrialWent(t *testing.T) {
	before := "50 demand:beyond 3, 40 intrusion 3, 35 demand:beyond 4, 30 boundary 3, "
	for _, c := range []struct {
		name, tale string
		want       Course
	}{
		{"it stopped", before + "10 contact 3", Better},
		{"they accepted the limit and kept it", before + "25 cooperation 3", Better},
		{"one slip where there were three", before + "10 intrusion 2", Better},
		{"two slips where there were three", before + "20 intrusion 3, 10 demand:beyond 3", Same},
		{"nearly as much as before, but they came round last", before + "20 intrusion 3, 10 demand:beyond 3, 5 apology 3", Better},
		{"praise alone does not make up for it", before + "20 intrusion 3, 10 demand:beyond 3, 5 praise 5", Same},
		{"it goes on as before", before + "25 demand:beyond 3, 15 intrusion 3, 5 demand:beyond 4", Same},
		{"there is more of it", before + "25 demand:beyond 4, 20 demand:beyond 4, 15 intrusion 3, 10 complaint:no 4, 5 demand:beyond 4", Worse},
		{"an attack outweighs all thanks", before + "20 praise 5, 10 disrespect 4, 5 cooperation 3", Worse},
		{"an attack taken back does not", before + "10 disrespect 4, 9 apology 4", Better},
		{"a justified complaint is none of their trouble", before + "10 complaint:yes 5", Better},
		{"quiet before and quiet since", "200 praise 3, 30 boundary 3", Same},
		{"quiet before and trouble since", "200 praise 3, 30 boundary 3, 10 intrusion 4", Worse},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := tale(t, c.tale)
			if got := ProgressOf(h, tried, today); got.Course != c.want {
				t.Errorf("got %+v, want %s", got, c.want)
			}
			if early := ProgressOf(h, tried, tried.Again.AddDays(-1)); early.Course != Pending {
				t.Errorf("before the day it is %s", early.Course)
			}
		})
	}
}

func TestATrialNamesWhatCounted(t *testing.T) {
	h := tale(t, "50 intrusion 3, 30 disrespect 3, 20 intrusion 3, 10 praise 3, 5 silence 2, 1 apology 3")
	h.Invoices = []rapport.Invoice{bill(1, 40, [2]int{10, 12}), bill(2, 40), bill(3, 40, [2]int{10, 40}), bill(4, -5)}
	want := Progress{Course: Same, Before: 2, Good: ids(4, 6), Bad: ids(3, 5), Paid: ids(1001), Unpaid: ids(1002)}
	if diff := cmp.Diff(want, ProgressOf(h, tried, today)); diff != "" {
		t.Error(diff)
	}
	later := tried
	later.Again = 0
	if got := ProgressOf(h, later, tried.On.AddDays(TrialDays-1)).Course; got != Pending {
		t.Errorf("with no day set it is %s a day before four weeks are over", got)
	}
	if got := ProgressOf(h, later, tried.On.AddDays(TrialDays)).Course; got == Pending {
		t.Error("with no day set it is pending after four weeks")
	}
}

func TestHowATrialOverMoneyWent(t *testing.T) {
	for _, c := range []struct {
		name string
		bill rapport.Invoice
		want Course
	}{
		{"they paid at last", bill(1, 60, [2]int{10, 12}), Better},
		{"it is still owed", bill(1, 60), Same},
		{"it is owed in part", bill(1, 60, [2]int{5, 12}), Same},
		{"another fell due and was not paid", bill(1, 20), Worse},
		{"another fell due and was paid", bill(1, 20, [2]int{10, 20}), Better},
	} {
		h := tale(t, "100 praise 3, 30 reminder 3")
		h.Invoices = []rapport.Invoice{c.bill}
		if got := ProgressOf(h, tried, today); got.Course != c.want {
			t.Errorf("%s: got %+v, want %s", c.name, got, c.want)
		}
	}
}

func TestToPayInTimeMakesUpForNothingElse(t *testing.T) {
	h := tale(t, "50 demand:beyond 3, 40 intrusion 3, 35 demand:beyond 4, 30 boundary 3, 20 intrusion 3, 10 demand:beyond 3")
	h.Invoices = []rapport.Invoice{bill(1, 5, [2]int{10, 5})}
	if got := ProgressOf(h, tried, today).Course; got != Same {
		t.Errorf("what fell due since was paid on the day: %s", got)
	}
	h.Invoices = []rapport.Invoice{bill(1, 45, [2]int{10, 5})}
	if got := ProgressOf(h, tried, today).Course; got != Better {
		t.Errorf("what was owed came in: %s", got)
	}
}

func TestGoodwillNeverMakesATrialWorseNorFrictionBetter(t *testing.T) {
	order := []Course{Worse, Same, Better}
	after := func(h History, e rapport.Entry) int {
		course := ProgressOf(with(h, e), tried, today).Course
		if !slices.Contains(Courses(), course) {
			t.Fatalf("unknown course %q", course)
		}
		return slices.Index(order, course)
	}
	rapid.Check(t, func(t *rapid.T) {
		h := histories().Draw(t, "history")
		before := slices.Index(order, ProgressOf(h, tried, today).Course)
		if e := entryOf(29, kindsOf(rapport.Goodwill)...).Draw(t, "goodwill"); after(h, e) < before {
			t.Fatalf("%s made it worse", e.Kind)
		}
		if e := entryOf(29, friction()...).Draw(t, "friction"); after(h, e) > before {
			t.Fatalf("%s made it better", e.Kind)
		}
	})
}

func TestWhatWillCountIsWhatTheTroubleIsAbout(t *testing.T) {
	given := map[string]bool{}
	for _, c := range []struct {
		name, tale    string
		better, worse string // which must be among them
	}{
		{"beyond the agreement and never told", "60 demand:beyond 3, 20 demand:beyond 4, 5 demand:beyond 4", SignAgreed, SignBeyond},
		{"a limit crossed", "60 demand:beyond 3, 40 boundary 3, 20 demand:beyond 4, 5 intrusion 4, 1 cooperation 3", SignLimitKept, SignCrossed},
		{"told today", "60 demand:beyond 3, 20 demand:beyond 4, 5 intrusion 4, 2 disrespect 3, 0 boundary 3", SignLimitKept, SignCrossed},
		{"silence", "60 silence 3, 20 silence 4, 5 silence 4", SignAnswered, SignSilence},
		{"their word", "60 broken_promise 3, 20 broken_promise 4, 5 broken_promise 4", SignWordKept, SignWordBroken},
		{"manners", "300 praise 3, 2 disrespect 4", SignApology, SignInsult},
		{"lateness", "60 late_payment 3, 30 late_payment 3, 5 late_payment 3", SignPaidOnTime, SignLateAgain},
		{"a refusal", "60 late_payment 3, 30 late_payment 3, 10 non_payment 4", SignPaid, SignUnpaid},
		{"our own fault", "40 praise 3, 2 complaint:yes 4", SignSettled, SignOursAgain},
		{"hours and habits", "60 intrusion 3, 40 micromanagement 4, 20 intrusion 4, 2 indecision 3", SignNoMore, SignMore},
		{"an extra mile", "400 payment 3, 60 hardship 4, 10 silence 3, 5 complaint:unsure 3", SignWarmer, SignUnchanged},
		{"help that was given", "400 payment 3, 60 hardship 4, 20 silence 3, 10 complaint:unsure 3, 4 remedy 3", SignWarmer, SignUnchanged},
		{"nothing at all", "40 praise 3, 2 payment 3", SignWarmer, SignMore},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := tale(t, c.tale)
			a := Assess(h, today)
			s := SignsOf(h, a)
			for _, code := range slices.Concat(s.Better, s.Worse) {
				given[code] = true
			}
			if !slices.Contains(s.Better, c.better) || !slices.Contains(s.Worse, c.worse) {
				t.Errorf("%s by %s, then %s: %+v", a.Verdict, a.Rule, a.Next, s)
			}
		})
	}
	h := History{Invoices: []rapport.Invoice{bill(1, 40)}}
	if s := SignsOf(h, Assess(h, today)); s.Better[0] != SignPaid || s.Worse[0] != SignUnpaid {
		t.Errorf("what is owed comes first: %+v", s)
	}
	for _, code := range SignCodes() {
		if !given[code] {
			t.Errorf("no trouble gives the sign %s", code)
		}
	}
}

func TestSignsAreFewAndAlwaysThere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := histories().Draw(t, "history")
		s := SignsOf(h, Assess(h, today))
		for _, list := range [][]string{s.Better, s.Worse} {
			if len(list) == 0 || len(list) > signsAtMost {
				t.Fatalf("got %+v", s)
			}
			for _, code := range list {
				if !slices.Contains(SignCodes(), code) {
					t.Fatalf("unknown sign %q", code)
				}
			}
		}
	})
}

func TestADecisionThatGoesFurtherThanTheFactsFollowsSomethingElse(t *testing.T) {
	tired := "300 payment 3, 200 praise 3, 100 cooperation 3, 40 praise 3, 20 praise 3, 3 indecision 1"
	worn := tale(t, tired)
	for i := range worn.Entries {
		worn.Entries[i].Cost.Energy = rapport.Rated(5)
	}
	exhausted := tale(t, "60 demand:beyond 3, 40 boundary 3, 20 demand:beyond 4, 5 intrusion 4")
	for _, c := range []struct {
		name   string
		h      History
		chosen rapport.Verdict
		want   Driver
	}{
		{"ended though only tired", worn, rapport.End, FollowsEnergy},
		{"renegotiated though only tired", worn, rapport.Renegotiate, FollowsEnergy},
		{"tired and patient", worn, rapport.ExtraMile, FollowsFacts},
		{"ended though neither tired nor troubled", tale(t, tired), rapport.End, FollowsDislike},
		{"renegotiated though neither", tale(t, tired), rapport.Renegotiate, FollowsFacts},
		{"ended as offered", exhausted, rapport.End, FollowsFacts},
		{"gentler than offered", exhausted, rapport.Trial, FollowsFacts},
	} {
		a := Assess(c.h, today)
		if got := DriverOf(a, c.chosen); got != c.want {
			t.Errorf("%s: %s, offered %s with parts %+v and %+v", c.name, got, a.Verdict, a.Parts, a.Source)
		}
		if !slices.Contains(Drivers(), c.want) {
			t.Errorf("%s is not listed", c.want)
		}
	}
}

func TestTheBackTestJudgesWithWhatWasKnownThen(t *testing.T) {
	h := tale(t, "200 demand:beyond 3, 160 boundary 3, 130 demand:beyond 4, 110 intrusion 4, 60 disrespect 4, 40 intrusion 4, 20 ended 3")
	b := BackTestOf(h)
	if b == nil || b.Ended != today.AddDays(-20) || len(b.Before) != 3 {
		t.Fatalf("got %+v", b)
	}
	for i, days := range []int{90, 60, 30} {
		a := Assess(h, b.Ended.AddDays(-days))
		if got := b.Before[i]; got.Days != days || got.Verdict != a.Verdict || got.Pattern != round(a.Source.Pattern, 4) {
			t.Errorf("%d days before: %+v, judged then it was %s", days, got, a.Verdict)
		}
	}
	if b.Before[2].Verdict != rapport.End {
		t.Errorf("a month before it was %s", b.Before[2].Verdict)
	}
}

func TestWhatNeverEndedHasNoBackTest(t *testing.T) {
	h := tale(t, "200 demand:beyond 3, 20 intrusion 4")
	if b := BackTestOf(h); b != nil {
		t.Errorf("got %+v", b)
	}
	h.Client.State = rapport.EndedState
	if b := BackTestOf(h); b != nil {
		t.Errorf("nobody said when: %+v", b)
	}
	h.Decisions = []rapport.Decision{{On: today.AddDays(-90), Chosen: rapport.Trial}, {On: today.AddDays(-10), Chosen: rapport.End}}
	if b := BackTestOf(h); b == nil || b.Ended != today.AddDays(-10) {
		t.Errorf("got %+v", b)
	}
}
