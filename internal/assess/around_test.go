package assess

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// said returns the history with an answer to what was behind the trouble.
func said(h History, given string, ago int) History {
	h.Answers = append(slices.Clone(h.Answers), rapport.Answer{
		ID: testID(8000), On: today.AddDays(-ago), Question: AskWhatIsBehind, Given: given,
	})
	return h
}

func TestWhatHappenedWhenTheTroubleBegan(t *testing.T) {
	const trouble = "300 praise 3, 30 intrusion 3, 20 demand:beyond 3, 5 disrespect 3"
	onset := today.AddDays(-30)
	began := tale(t, trouble+", 10 hardship 3")
	began.Circumstances = []rapport.Circumstance{{Entry: testID(5), Start: today.AddDays(-33), Review: today}}
	for _, c := range []struct {
		name string
		h    History
		want []Around
	}{
		{"nothing known", tale(t, trouble), nil},
		{"no trouble, no beginning", tale(t, "30 hardship 3, 10 praise 3"), nil},
		{"nearest first, what lies far off left out", tale(t, trouble+", 37 complaint:partly 2, 34 hardship 3, 99 hardship 3, 12 complaint:no 3"),
			[]Around{{AroundHardship, onset.AddDays(-4), testID(6)}, {AroundOurMistake, onset.AddDays(-7), testID(5)}}},
		{"the nearest of each sort", tale(t, trouble+", 37 complaint:yes 2, 29 our_mistake 3, 20 our_mistake 3"),
			[]Around{{AroundOurMistake, onset.AddDays(1), testID(6)}}},
		{"too long before", tale(t, trouble+", 76 our_mistake 3"), nil},
		{"a hardship counts from its start", began, []Around{{AroundHardship, onset.AddDays(-3), testID(5)}}},
		{"the user said so", said(tale(t, trouble), "price_rise", 2), []Around{{AroundPrice, onset, rapport.ID{}}}},
		{"the user said that nothing was", said(tale(t, trouble), "nothing", 2), nil},
		{"what was said before this trouble was about another", said(tale(t, trouble), "new_person", 31), nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, Assess(c.h, today).Around); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestWhatAnAnswerRecordedIsListedOnceAndOpens(t *testing.T) {
	for option, code := range map[string]string{
		"hardship": AroundHardship, "new_person": AroundNewPerson, "price_rise": AroundPrice, "missed_delivery": AroundMissed, "nothing": "",
	} {
		t.Run(option, func(t *testing.T) {
			h := tale(t, "300 praise 3, 30 intrusion 3, 20 demand:beyond 3, 5 disrespect 3")
			to, err := Consequences(h, AskWhatIsBehind, option, today)
			if err != nil {
				t.Fatal(err)
			}
			around := Assess(carryOut(h, to), today).Around
			if code == "" {
				if len(around) > 0 {
					t.Errorf("lists %+v", around)
				}
				return
			}
			if len(around) != 1 || around[0].Code != code || around[0].On != today.AddDays(-30) {
				t.Fatalf("lists %+v", around)
			}
			if made := len(to.Add) > 0; made != (around[0].Entry != rapport.ID{}) {
				t.Errorf("entry made: %t, but %+v", made, around[0])
			}
		})
	}
}

func TestAroundLiesAroundTheOnset(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := Assess(histories().Draw(t, "history"), today)
		if a.Onset.IsZero() && len(a.Around) > 0 {
			t.Fatalf("around nothing: %+v", a.Around)
		}
		for i, at := range a.Around {
			if !slices.Contains(AroundCodes(), at.Code) || absDays(at.On, a.Onset) > aroundDays || at.On > today {
				t.Fatalf("%+v lies not around %s", at, a.Onset)
			}
			if i > 0 && absDays(at.On, a.Onset) < absDays(a.Around[i-1].On, a.Onset) {
				t.Fatalf("not nearest first: %+v", a.Around)
			}
		}
	})
}
