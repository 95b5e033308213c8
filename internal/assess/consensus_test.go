package assess

import (
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// among sets a history among so many other clients, of whom some show a friction.
func among(h History, clients int, code string, showing int) History {
	h.Others = Others{Clients: clients, Friction: map[string]int{code: showing}}
	return h
}

func TestTroubleTheOthersShareMovesTheSourceTowardUs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := histories().Draw(t, "history")
		clients := rapid.IntRange(OthersNeeded, 40).Draw(t, "others")
		code := weights[rapid.SampledFrom(sharable).Draw(t, "friction")].reason
		fewer := rapid.IntRange(1, clients).Draw(t, "showing it")
		more := rapid.IntRange(fewer, clients).Draw(t, "or as many")
		some, many := Assess(among(h, clients, code, fewer), today), Assess(among(h, clients, code, more), today)
		if many.Source.Ours < some.Source.Ours-1e-9 || many.Source.Pattern > some.Source.Pattern+1e-9 {
			t.Fatalf("%d of %d: %+v; %d of %d: %+v", fewer, clients, some.Source, more, clients, many.Source)
		}
	})
}

func TestUnderThreeOthersItCannotBeKnown(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := histories().Draw(t, "history")
		h.Others = Others{}
		alone := Assess(h, today)
		clients := rapid.IntRange(0, OthersNeeded-1).Draw(t, "others")
		few := Assess(among(h, clients, ReasonAskedBeyond, clients), today)
		if few.Compared != clients {
			t.Fatalf("compared with %d, not %d", few.Compared, clients)
		}
		few.Compared, few.Payment, alone.Payment = 0, nil, nil
		if diff := cmp.Diff(alone, few); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestConsensusOnTales(t *testing.T) {
	const trouble = "60 demand:beyond 3, 30 demand:beyond 3, 5 intrusion 3"
	for _, c := range []struct {
		name, tale string
		clients    int
		code       string
		showing    int
		reason     string
		toward     Source
		kind       rapport.Kind
		count      int
		absent     bool
	}{
		{"all others do it too", trouble, 10, ReasonAskedBeyond, 10, ReasonSharedTrouble, Ours, rapport.Demand, 10, false},
		{"a few others do it too", trouble, 10, ReasonAskedBeyond, 3, ReasonSharedTrouble, "", "", 0, true},
		{"nobody else does any of it", trouble, 10, ReasonSilence, 9, ReasonOnlyThem, Pattern, rapport.Demand, 2, false},
		{"once is not worth comparing", "5 demand:beyond 3", 10, ReasonSilence, 9, ReasonOnlyThem, "", "", 0, true},
		{"attacks are nobody's doing but their own", "60 disrespect 4, 30 disrespect 4", 10, ReasonDisrespect, 10, ReasonSharedTrouble, "", "", 0, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			why, given := reasonOf(Assess(among(tale(t, c.tale), c.clients, c.code, c.showing), today), c.reason)
			if given == c.absent {
				t.Fatalf("given %t: %+v", given, why)
			}
			if given && (why.Toward != c.toward || why.Kind != c.kind || why.Count != c.count || why.Decibans <= 0) {
				t.Errorf("got %+v", why)
			}
		})
	}
}

// told sets answers beside a history; About is the entry of the number, if any.
func told(h History, question, given string, about, ago int) History {
	a := rapport.Answer{ID: testID(900), On: today.AddDays(-ago), Question: question, Given: given}
	if about > 0 {
		a.About = testID(about)
	}
	h.Answers = append(slices.Clone(h.Answers), a)
	return h
}

// testimonyTales give every answer that is evidence.
var testimonyTales = []struct {
	name, tale, question, given, reason string
	toward                              Source
}{
	{"they could pay and will not", "40 late_payment 3, 20 reminder 3", AskCanTheyPay, "wont", ReasonWontPay, Pattern},
	{"others do this too", "40 intrusion 3, 20 intrusion 3", AskDoOthersToo, "yes", ReasonOthersToo, Ours},
	{"nobody else does", "40 intrusion 3, 20 intrusion 3", AskDoOthersToo, "no", ReasonNobodyElse, Pattern},
	{"it began with our price", "40 complaint:no 3, 20 demand:beyond 3", AskWhatIsBehind, "price_rise", ReasonPriceRise, Ours},
	{"nobody told them", "40 intrusion 3, 20 intrusion 3", AskToldThem, "no", ReasonNeverTold, Ours},
}

func TestAnAnswerIsEvidence(t *testing.T) {
	share := func(a Assessment, of Source) float64 {
		return map[Source]float64{Pattern: a.Source.Pattern, Circumstance: a.Source.Circumstance, Ours: a.Source.Ours}[of]
	}
	for _, c := range testimonyTales {
		t.Run(c.name, func(t *testing.T) {
			h := tale(t, c.tale)
			before, after := Assess(h, today), Assess(told(h, c.question, c.given, 0, 0), today)
			if share(after, c.toward) <= share(before, c.toward) {
				t.Errorf("%s stays at %v of %v", c.toward, share(after, c.toward), share(before, c.toward))
			}
			if why, given := reasonOf(after, c.reason); !given || len(why.Entries) == 0 {
				t.Errorf("says nothing of it: %+v", after.Reasons)
			}
			if diff := cmp.Diff(before, Assess(told(h, c.question, DontKnow, 0, 0), today)); diff != "" {
				t.Errorf("not to know changes the answer: %s", diff)
			}
			if diff := cmp.Diff(before.Source, Assess(told(h, c.question, c.given, 0, -1), today).Source); diff != "" {
				t.Errorf("what is said tomorrow counts today: %s", diff)
			}
		})
	}
}

func TestTheBookKnowsBetterThanMemoryWhatOthersDo(t *testing.T) {
	h := among(tale(t, "40 intrusion 3, 20 intrusion 3"), 5, ReasonIntrusion, 1)
	if _, given := reasonOf(Assess(told(h, AskDoOthersToo, "yes", 0, 0), today), ReasonOthersToo); given {
		t.Error("memory counts although there are five others on record")
	}
}

func TestAHardshipThatIsOverExplainsNothingLater(t *testing.T) {
	h := tale(t, "200 hardship 4, 150 silence 3, 40 intrusion 3, 20 disrespect 3, 5 intrusion 3")
	still, over := Assess(h, today), Assess(told(h, AskIsHardshipOver, "over", 1, 100), today)
	if over.Source.Circumstance >= still.Source.Circumstance {
		t.Errorf("circumstance %v, and %v once it was over", still.Source.Circumstance, over.Source.Circumstance)
	}
	foreseen := tale(t, "400 payment 3, 10 hardship 3")
	if a := Assess(told(foreseen, AskIsHardshipOver, "over", 2, 1), today); a.Rule == RuleHardshipForeseen {
		t.Error("a hardship that is over is still foreseen")
	}
}

func TestAngerWithACauseCountsLess(t *testing.T) {
	for _, c := range []struct{ name, calm, caused string }{
		{"right after a mistake of ours", "90 our_mistake 3, 20 disrespect 4", "23 our_mistake 3, 20 disrespect 4"},
		{"right after a complaint that was right", "90 complaint:yes 3, 20 disrespect 4", "21 complaint:yes 3, 20 disrespect 4"},
		{"in hard times", "5 hardship 3, 20 disrespect 4", "40 hardship 3, 20 disrespect 4"},
	} {
		t.Run(c.name, func(t *testing.T) {
			plain, _ := reasonOf(Assess(tale(t, c.calm), today), ReasonDisrespect)
			after := Assess(tale(t, c.caused), today)
			caused, _ := reasonOf(after, ReasonDisrespect)
			if caused.Decibans < plain.Decibans/2-0.01 || caused.Decibans > plain.Decibans/2+0.01 {
				t.Errorf("weighs %v, not half of %v", caused.Decibans, plain.Decibans)
			}
			if _, given := reasonOf(after, ReasonReactive); !given {
				t.Error("does not say that it was a reaction")
			}
		})
	}
	if _, given := reasonOf(Assess(tale(t, "21 our_mistake 3, 20 threat 3"), today), ReasonReactive); given {
		t.Error("a threat has a purpose and is no mere reaction")
	}
}

// warned is an invoice open forty days, with a word two days before it was due.
func warned() History {
	v := bill(1, 40)
	return History{Invoices: []rapport.Invoice{v}, Entries: []rapport.Entry{
		{ID: testID(1), On: v.Due.AddDays(-2), Kind: rapport.Contact, Severity: 3},
	}}
}

func TestLateWithNoticeIsNotLateInSilence(t *testing.T) {
	silent, told := Assess(History{Invoices: warned().Invoices}, today), Assess(warned(), today)
	if told.Source.Pattern >= silent.Source.Pattern {
		t.Errorf("pattern %v with notice, %v in silence", told.Source.Pattern, silent.Source.Pattern)
	}
	why, given := reasonOf(told, ReasonLateWithNotice)
	if !given || why.Days != 40 || len(why.Invoices) != 1 {
		t.Errorf("got %+v", why)
	}
}

func TestThePictureOfTheOthersIsNotTouched(t *testing.T) {
	friction := map[string]int{ReasonAskedBeyond: 4}
	h := tale(t, "60 demand:beyond 3, 30 demand:beyond 3")
	h.Others = Others{Clients: 5, Friction: friction}
	before := maps.Clone(friction)
	Assess(h, today)
	h.Others.Plus(ShareOf(h, today)).Minus(ShareOf(tale(t, "3 threat 3"), today))
	if diff := cmp.Diff(before, friction); diff != "" {
		t.Error(diff)
	}
}
