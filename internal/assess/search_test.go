package assess

import (
	"math"
	"slices"
	"testing"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

func TestWhatFallsDueIsPaidIfNothingHappensAndWhatIsOverdueIsNot(t *testing.T) {
	h := History{Invoices: []rapport.Invoice{bill(1, 20), bill(2, 20), bill(3, 90, [2]int{10, 80})}}
	h.Invoices[1].Due = today.AddDays(5)
	x := newExaminer(h, Assess(h, today))
	calm := x.asItGoesOn().Invoices
	if got := calm[1].SettledOn(); got != today.AddDays(5) {
		t.Errorf("what falls due in five days is settled on %q", got)
	}
	if !calm[0].SettledOn().IsZero() || len(calm[2].Payments) != 1 || len(h.Invoices[1].Payments) > 0 {
		t.Errorf("other invoices, or the history itself, changed: %+v", calm)
	}
}

func TestTheNearerChangeIsTheOneThatTurnsSoonest(t *testing.T) {
	at := func(v rapport.Verdict, days int) WhatIf { return WhatIf{Verdict: v, By: today.AddDays(days)} }
	for _, c := range []struct {
		name string
		a, b WhatIf
		want bool
	}{
		{"it turns what to do", at(rapport.Renegotiate, 7), at(rapport.Keep, 14), true},
		{"it only changes how", at(rapport.Keep, 14), at(rapport.Renegotiate, 7), false},
		{"it comes sooner", at(rapport.Keep, 14), at(rapport.ExtraMile, 7), true},
		{"it comes on the same day", at(rapport.Keep, 7), at(rapport.ExtraMile, 7), false},
	} {
		if got := nearer(&c.a, c.b, rapport.Trial); got != c.want {
			t.Errorf("%s: %t", c.name, got)
		}
	}
	if !nearer(nil, at(rapport.Keep, 90), rapport.Trial) {
		t.Error("the first found is not taken")
	}
}

func TestTheEntryThatTurnsWhatToDoComesBeforeOneThatChangesHow(t *testing.T) {
	turned := 0
	for _, s := range readStories(t) {
		a := Assess(s.history, today)
		turns := slices.ContainsFunc(heaviestEntries(a.Reasons, singlesTried), func(id rapport.ID) bool {
			then := Assess(thinkAway(s.history, id), today).Verdict
			return then != rapport.Unclear && stanceOf(then) != stanceOf(a.Verdict)
		})
		if !turns {
			continue
		}
		turned++
		w := Examine(s.history, a).WouldChange[0]
		if len(w.Without) != 1 || stanceOf(w.Verdict) == stanceOf(a.Verdict) {
			t.Errorf("%s: some entry alone turns %s, but %+v is named", s.id, a.Verdict, w)
		}
	}
	if turned == 0 {
		t.Error("no story turns on one entry")
	}
}

func TestAStakeIsWeighedByTheChanceOfEachAnswer(t *testing.T) {
	h := questionTale(t, AskWasItFair)
	x := newExaminer(h, Assess(h, today))
	q := &inquiries[0]
	m, _ := q.open(&x.c, &x.known)
	_, got, ok := x.weighQuestion(q, m)
	var want stake
	now := Assess(h, today)
	for _, o := range q.choices {
		then := Assess(carryOut(h, q.consequence(&x.known, m, o, today)), today)
		want.move += o.chance * distance(then.Source, now.Source)
		if then.Verdict != now.Verdict {
			want.change += o.chance / 2
		}
		if stanceOf(then.Verdict) != stanceOf(now.Verdict) {
			want.change += o.chance / 2
		}
	}
	if !ok || math.Abs(got.move-want.move) > 1e-9 || math.Abs(got.change-want.change) > 1e-9 || want.move == 0 {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if (stake{0.2, 0.1}).compare(stake{0.1, 0.9}) <= 0 || (stake{0, 0.1}).compare(stake{0, 0.2}) >= 0 {
		t.Error("a change of verdict counts before a move of the evidence")
	}
}

func TestNobodyHasRepliedToWhatWasSaidToday(t *testing.T) {
	for ago, want := range map[string]bool{"0": false, "1": true} {
		h := tale(t, "20 intrusion 4, 5 intrusion 4, "+ago+" boundary 3")
		if _, open := openQuestions(h, today)[AskDidTheyReply]; open != want {
			t.Errorf("said %s days ago: asked %t", ago, open)
		}
	}
}

func TestEachHardshipIsLookedAtForItself(t *testing.T) {
	h := tale(t, "80 hardship 3, 70 hardship 3")
	for i, e := range h.Entries {
		h.Circumstances = append(h.Circumstances, rapport.Circumstance{Entry: e.ID, Start: e.On, Review: today.AddDays(i - 3)})
	}
	to, err := Consequences(h, AskIsHardshipOver, "still", today)
	if err != nil || len(to.Circumstances) != 1 || to.Circumstances[0].Entry != testID(1) || to.Circumstances[0].Start != h.Entries[0].On {
		t.Fatalf("does %+v, %v", to, err)
	}
	if m := openQuestions(carryOut(h, to), today)[AskIsHardshipOver]; m.key != testID(2) {
		t.Errorf("next it asks about %v", m.about)
	}
}
