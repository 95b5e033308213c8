package assess

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

func TestNoSingleEntryBelowTheGravestEnds(t *testing.T) {
	mild := kindsOf(rapport.Goodwill, rapport.FromUs, rapport.TheirSituation, rapport.Neutral)
	rapid.Check(t, func(t *rapid.T) {
		h := historiesOf(mild...).Draw(t, "what else is known")
		h.Invoices = nil
		e := entryOf(500, friction()...).Draw(t, "entry")
		e.Severity = min(4, e.Severity)
		if a := Assess(with(h, e), today); a.Verdict == rapport.End {
			t.Fatalf("%s of severity %d ends it (%s)", e.Kind, e.Severity, a.Rule)
		}
	})
}

func TestTwoSlightThingsEndNothing(t *testing.T) {
	firm := func(k rapport.Kind) bool { return k == rapport.Escalation } // unanswered, it is no slight thing
	words := slices.DeleteFunc(kindsOf(rapport.FromUs), firm)
	rapid.Check(t, func(t *rapid.T) {
		h := historiesOf(words...).Draw(t, "what we said and did")
		h.Invoices, h.Others, h.Answers = nil, Others{}, nil
		for i := range 2 {
			e := entryOf(120, friction()...).Draw(t, "slight")
			e.Severity, e.ID = min(2, e.Severity), testID(300+i)
			h = with(h, e)
		}
		if a := Assess(h, today); a.Verdict == rapport.End || a.Verdict == rapport.Safety && a.Rule != RuleThreatInPattern {
			t.Fatalf("%s by %s, pattern %v", a.Verdict, a.Rule, a.Source.Pattern)
		}
	})
}

// clearWord reports whether they were told: a rule or limit was stated, money was
// demanded, or the record says that a demand went unanswered: a grave refusal, or
// one after silence or after lateness on several days.
func clearWord(h History) bool {
	seen, late := map[rapport.Kind]bool{}, map[rapport.Date]bool{}
	for _, e := range h.Entries {
		seen[e.Kind] = true
		switch e.Kind {
		case rapport.NonPayment:
			if e.Severity >= 4 {
				return true
			}
			late[e.On] = true
		case rapport.LatePayment, rapport.BrokenPromise:
			late[e.On] = true
		}
	}
	return seen[rapport.Expectations] || seen[rapport.Boundary] || seen[rapport.Reminder] || seen[rapport.Escalation] ||
		seen[rapport.NonPayment] && (seen[rapport.Silence] || len(late) >= 3)
}

func TestNothingEndsBeforeAClearWord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := historiesOf(slices.Concat(friction(), friction(), rapport.Kinds())...).Draw(t, "history")
		a := Assess(h, today)
		if a.Verdict != rapport.End || clearWord(h) {
			return
		}
		abuse := func(e rapport.Entry) bool {
			return e.Severity == 5 && slices.Contains([]rapport.Kind{rapport.Disrespect, rapport.PublicCriticism, rapport.Threat}, e.Kind)
		}
		if !slices.ContainsFunc(h.Entries, abuse) {
			t.Fatalf("ended by %s and nobody told them", a.Rule)
		}
	})
}

func TestFiveOutburstsInADayMoveLessThanOnFiveDays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := entryOf(0, rapport.Disrespect, rapport.Intrusion, rapport.Demand, rapport.Complaint, rapport.Micromanagement).Draw(t, "outburst")
		e.Severity = min(4, e.Severity)
		if e.Kind == rapport.Complaint {
			e.Justified = rapport.JustifiedNo
		}
		gap := rapid.IntRange(1, 14).Draw(t, "days between")
		var oneDay, fiveDays History
		for i := range 5 {
			e.ID = testID(i + 1)
			oneDay = with(oneDay, e)
			e.On = today.AddDays(-i * gap)
			fiveDays = with(fiveDays, e)
			e.On = today
		}
		once, often := Assess(oneDay, today), Assess(fiveDays, today)
		if once.Source.Pattern >= often.Source.Pattern {
			t.Fatalf("pattern %v in a day, %v in five", once.Source.Pattern, often.Source.Pattern)
		}
		if hardness(once.Verdict) > hardness(often.Verdict) {
			t.Fatalf("%s in a day, %s in five", once.Verdict, often.Verdict)
		}
	})
}

func TestAHardshipExplainsWhatCameAfterItAndNotWhatWasThere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var trouble History
		for i := range rapid.IntRange(2, 6).Draw(t, "frictions") {
			e := entryOf(90, rapport.Intrusion, rapport.Disrespect, rapport.LatePayment, rapport.Micromanagement).Draw(t, "friction")
			e.On, e.ID = today.AddDays(-100+10*i), testID(i+1)
			trouble = with(trouble, e)
		}
		told := rapport.Entry{ID: testID(50), Kind: rapport.Hardship, Severity: 4, On: today}
		before := with(trouble, told)
		before.Circumstances = []rapport.Circumstance{{Entry: told.ID, Start: today.AddDays(-120), Review: today.AddDays(91)}}
		without := Assess(trouble, today).Source.Pattern
		after := Assess(with(trouble, told), today).Source.Pattern
		explained := Assess(before, today).Source.Pattern
		if after < without*0.98 {
			t.Fatalf("a hardship that came after lowered pattern from %v to %v", without, after)
		}
		if explained > without*0.9 {
			t.Fatalf("a hardship that came before left pattern at %v of %v", explained, without)
		}
	})
}

func TestRatingsMadeInAngerCountHalf(t *testing.T) {
	e := rapport.Entry{ID: testID(1), On: today, Kind: rapport.Disrespect, Severity: 4}
	calm := Assess(with(History{}, e), today)
	e.Cost.Anger = rapport.Rated(angry)
	hot := Assess(with(History{}, e), today)
	if got, want := hot.Reasons[0].Decibans, calm.Reasons[0].Decibans/2; got > want+0.01 || got < want-0.01 {
		t.Errorf("in anger it weighs %v decibans, not half of %v", got, calm.Reasons[0].Decibans)
	}
	e.Severity = 5
	if a := Assess(with(History{}, e), today); a.Verdict == rapport.End {
		t.Error("a rating made in anger ends it at one stroke")
	}
}
