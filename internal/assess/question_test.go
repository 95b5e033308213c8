package assess

import (
	"errors"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// carryOut does what an answer does, as whoever stores it would.
func carryOut(h History, to Consequence) History {
	h.Entries, h.Circumstances = slices.Clone(h.Entries), slices.Clone(h.Circumstances)
	for i, e := range h.Entries {
		for _, changed := range to.Change {
			if changed.ID == e.ID {
				h.Entries[i] = changed
			}
		}
	}
	var told rapport.ID
	for i, e := range to.Add {
		e.ID = testID(5000 + len(h.Entries) + i)
		if e.Kind == rapport.Hardship {
			told = e.ID
		}
		h.Entries = append(h.Entries, e)
	}
	for _, c := range to.Circumstances {
		if c.Entry == (rapport.ID{}) {
			c.Entry = told
		}
		h.Circumstances = slices.DeleteFunc(h.Circumstances, func(old rapport.Circumstance) bool { return old.Entry == c.Entry })
		h.Circumstances = append(h.Circumstances, c)
	}
	to.Answer.ID = testID(9000 + len(h.Answers))
	h.Answers = append(slices.Clone(h.Answers), to.Answer)
	return h
}

func TestWhatWasImaginedIsWhatIsDone(t *testing.T) {
	check := func(t rapid.TB, h History) {
		q := Examine(h, Assess(h, today)).Question
		if q == nil {
			return
		}
		if q.Gain < 0 || q.Gain > 1 || len(q.Options) < 3 || q.Options[len(q.Options)-1].Code != DontKnow {
			t.Fatalf("half a question: %+v", q)
		}
		if gain := chanceOfChange(q, Assess(h, today).Verdict); math.Abs(gain-q.Gain) > 1e-3 {
			t.Fatalf("%s gains %v, said %v", q.Code, gain, q.Gain)
		}
		for _, o := range q.Options {
			to, err := Consequences(h, q.Code, o.Code, today)
			if err != nil {
				t.Fatal(err)
			}
			if got := Assess(carryOut(h, to), today).Verdict; got != o.Verdict {
				t.Fatalf("%s: %s promised %s and gave %s", q.Code, o.Code, o.Verdict, got)
			}
		}
	}
	rapid.Check(t, func(t *rapid.T) { check(t, histories().Draw(t, "history")) })
	for _, s := range readStories(t) {
		check(t, s.history)
	}
}

// chanceOfChange sums the chances of the answers that change the verdict.
func chanceOfChange(asked *Question, now rapport.Verdict) float64 {
	sum := 0.0
	at := slices.IndexFunc(inquiries, func(q inquiry) bool { return q.code == asked.Code })
	for i, o := range inquiries[at].answers() {
		if asked.Options[i].Verdict != now {
			sum += o.chance
		}
	}
	return sum
}

// openQuestions returns the codes of the questions that stand open.
func openQuestions(h History, on rapport.Date) map[string]matter {
	c := hearingOf(h, on)
	open := map[string]matter{}
	for _, q := range inquiries {
		if m, ok := q.open(&c, &h); ok && !resting(&h, q.code, m.key, m.since, on) {
			open[q.code] = m
		}
	}
	return open
}

func TestWhatWasAnsweredIsNotAskedAgainAndEveryRecordCanBeStored(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := histories().Draw(t, "history")
		for _, q := range inquiries {
			m, open := openQuestions(h, today)[q.code]
			if !open {
				continue
			}
			o := rapid.SampledFrom(q.answers()).Draw(t, q.code)
			to, err := Consequences(h, q.code, o.code, today)
			if err != nil {
				t.Fatal(err)
			}
			checkStorable(t, to)
			h = carryOut(h, to)
			if again, open := openQuestions(h, today)[q.code]; open && again.key == m.key {
				t.Fatalf("%s was answered with %s and is asked again", q.code, o.code)
			}
		}
	})
}

func checkStorable(t rapid.TB, to Consequence) {
	t.Helper()
	err := to.Answer.Check(today)
	for _, e := range slices.Concat(to.Add, to.Change) {
		err = errors.Join(err, e.Check(today))
	}
	hardships := 0
	for _, e := range to.Add {
		if e.Kind == rapport.Hardship {
			hardships++
		}
	}
	for _, c := range to.Circumstances {
		err = errors.Join(err, c.Check(today))
		if c.Entry == (rapport.ID{}) && hardships != 1 {
			t.Fatalf("a circumstance without its hardship: %+v", to)
		}
	}
	if err != nil {
		t.Fatalf("%+v: %v", to, err)
	}
}

// questionTale is a history in which the question stands open.
func questionTale(t testing.TB, code string) History {
	t.Helper()
	switch code {
	case AskWasItFair:
		return tale(t, "90 praise 3, 2 complaint 4")
	case AskWasItAgreed:
		return tale(t, "300 praise 3, 20 demand 4, 12 demand 4, 2 demand 5")
	case AskToldThem:
		return tale(t, "300 praise 3, 30 demand:beyond 4, 12 intrusion 4, 2 intrusion 4")
	case AskCanTheyPay:
		return tale(t, "60 late_payment 3, 30 reminder 3, 10 non_payment 4")
	case AskWhatIsBehind:
		return tale(t, "1 silence 3")
	case AskDidTheyReply:
		return tale(t, "60 intrusion 3, 20 demand:beyond 4, 5 intrusion 4, 2 disrespect 3, 1 boundary 3")
	case AskHowIsItGoing:
		return tale(t, "20 note 3, 3 contact 3")
	case AskIsHardshipOver:
		return withReview(tale(t, "80 hardship 3"))
	case AskDoOthersToo:
		return tale(t, "90 payment 3, 30 complaint:no 2, 20 complaint:no 3, 2 complaint:partly 3")
	}
	t.Fatalf("no tale for %s", code)
	return History{}
}

func TestEveryQuestionStandsOpenInItsTaleAndRestsAfterADontKnow(t *testing.T) {
	for _, code := range AskCodes() {
		t.Run(code, func(t *testing.T) {
			h := questionTale(t, code)
			if _, open := openQuestions(h, today)[code]; !open {
				t.Fatal("is not open")
			}
			to, err := Consequences(h, code, DontKnow, today)
			if err != nil || len(to.Add)+len(to.Change)+len(to.Circumstances) > 0 || to.Answer.Given != DontKnow {
				t.Fatalf("a don't know does %+v, %v", to, err)
			}
			h = carryOut(h, to)
			if _, open := openQuestions(h, today.AddDays(restDays-1))[code]; open {
				t.Error("is asked again within the month")
			}
			if _, open := openQuestions(h, today.AddDays(restDays))[code]; !open {
				t.Error("is never asked again")
			}
		})
	}
}

func TestTheQuestionIsTheOneThatDecides(t *testing.T) {
	for _, c := range []struct {
		name, tale string
		want       string // "" for none
	}{
		{"a complaint nobody weighed", "90 praise 3, 2 complaint 4", AskWasItFair},
		{"nothing judged", "3 contact 3", AskHowIsItGoing},
		{"rules broken that nobody is known to have said", "60 demand:beyond 3, 20 demand:beyond 4, 5 intrusion 4, 2 disrespect 3", AskToldThem},
		{"all goes well", "40 praise 3, 2 payment 3", ""},
		{"a threat is a threat whatever else is true", "200 praise 4, 3 threat 5", ""},
		{"one thing, and nothing else is known", "1 indecision 3", AskWhatIsBehind},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := tale(t, c.tale)
			got := ""
			if q := Examine(h, Assess(h, today)).Question; q != nil {
				got = q.Code
			}
			if got != c.want {
				t.Errorf("asks %q, want %q", got, c.want)
			}
		})
	}
}

func TestChancesAreChances(t *testing.T) {
	var codes []string
	for _, q := range inquiries {
		codes = append(codes, q.code)
		sum, seen := 0.0, map[string]bool{}
		for _, o := range q.answers() {
			sum += o.chance
			if o.chance < 0.04 || o.chance > 0.6 || seen[o.code] {
				t.Errorf("%s: %s stands twice or has a chance of %v", q.code, o.code, o.chance)
			}
			seen[o.code] = true
		}
		if math.Abs(sum-1) > 1e-9 || !seen[DontKnow] {
			t.Errorf("%s: chances sum to %v", q.code, sum)
		}
	}
	if !slices.Equal(codes, AskCodes()) {
		t.Errorf("asked are %v, listed are %v", codes, AskCodes())
	}
}

func TestAnswersToWhatWasNotAskedAreRefused(t *testing.T) {
	h := tale(t, "90 praise 3, 2 complaint 4")
	for _, c := range []struct {
		question, option string
		want             error
	}{
		{"nonsense", "yes", rapport.ErrQuestion},
		{AskHowIsItGoing, "well", rapport.ErrQuestion},
		{AskWasItFair, "cannot", rapport.ErrAnswer},
	} {
		if _, err := Consequences(h, c.question, c.option, today); !errors.Is(err, c.want) {
			t.Errorf("%s %s: %v, want %v", c.question, c.option, err, c.want)
		}
	}
}

func TestWhatAnAnswerDoes(t *testing.T) {
	ago := func(days int) rapport.Date { return today.AddDays(-days) }
	for _, c := range []struct {
		question, option string
		add              []rapport.Entry // kind and day
		start            rapport.Date    // of the circumstance
		review           rapport.Date
	}{
		{AskToldThem, "yes_said", []rapport.Entry{{Kind: rapport.Expectations, On: ago(31)}}, 0, 0},
		{AskToldThem, "no", nil, 0, 0},
		{AskCanTheyPay, "cannot", []rapport.Entry{{Kind: rapport.Hardship, On: today}}, ago(60), today.AddDays(60)},
		{AskCanTheyPay, "wont", nil, 0, 0},
		{AskWhatIsBehind, "hardship", []rapport.Entry{{Kind: rapport.Hardship, On: today}}, ago(1), today.AddDays(60)},
		{AskWhatIsBehind, "missed_delivery", []rapport.Entry{{Kind: rapport.OurMistake, On: ago(1)}}, 0, 0},
		{AskDidTheyReply, "accepted", []rapport.Entry{{Kind: rapport.Cooperation, On: today}}, 0, 0},
		{AskDidTheyReply, "argued", []rapport.Entry{{Kind: rapport.Complaint, On: today}}, 0, 0},
		{AskHowIsItGoing, "well", []rapport.Entry{{Kind: rapport.Praise, On: today}}, 0, 0},
		{AskIsHardshipOver, "still", nil, ago(80), today.AddDays(60)},
		{AskIsHardshipOver, "over", nil, 0, 0},
		{AskDoOthersToo, "yes", nil, 0, 0},
	} {
		t.Run(c.question+" "+c.option, func(t *testing.T) {
			to, err := Consequences(questionTale(t, c.question), c.question, c.option, today)
			if err != nil || len(to.Add) != len(c.add) || to.Answer.Question != c.question || to.Answer.Given != c.option || to.Answer.On != today {
				t.Fatalf("does %+v, %v", to, err)
			}
			for i, e := range to.Add {
				if e.Kind != c.add[i].Kind || e.On != c.add[i].On {
					t.Errorf("adds %s on %s", e.Kind, e.On)
				}
			}
			var set rapport.Circumstance
			if len(to.Circumstances) > 0 {
				set = to.Circumstances[0]
			}
			if set.Start != c.start || set.Review != c.review {
				t.Errorf("sets %+v", set)
			}
		})
	}
}

func TestJudgingAComplaintChangesThatComplaintOnly(t *testing.T) {
	h := tale(t, "90 praise 3, 40 complaint 2, 2 complaint 4, 1 demand 3")
	to, err := Consequences(h, AskWasItFair, "partly", today)
	if err != nil || len(to.Change) != 1 || to.Change[0].ID != testID(3) || to.Change[0].Justified != rapport.JustifiedPartly || to.Answer.About != testID(3) {
		t.Fatalf("does %+v, %v", to, err)
	}
	h = carryOut(h, to)
	if m := openQuestions(h, today)[AskWasItFair]; m.key != testID(2) {
		t.Errorf("next it asks about %v, not about the other complaint", m.about)
	}
	to, err = Consequences(h, AskWasItAgreed, "beyond", today)
	if err != nil || len(to.Change) != 1 || to.Change[0].Scope != rapport.ScopeBeyond {
		t.Fatalf("does %+v, %v", to, err)
	}
}

func TestOthersAreAskedAboutOnlyWhileTheRecordCannotTell(t *testing.T) {
	h := questionTale(t, AskDoOthersToo)
	if m := openQuestions(h, today)[AskDoOthersToo]; m.kind != rapport.Complaint {
		t.Errorf("asks whether others do %q, too", m.kind)
	}
	h.Others.Clients = OthersNeeded
	if _, open := openQuestions(h, today)[AskDoOthersToo]; open {
		t.Error("asks what three other clients on record tell")
	}
}

func TestRequestsAreAskedAboutTogetherAndOnlyTheNewest(t *testing.T) {
	h := tale(t, "200 demand 3, 90 demand 3, 60 demand 3, 2 demand 3, 40 demand:in 3, 2 demand 3, 20 demand 3, 10 demand 3")
	m := openQuestions(h, today)[AskWasItAgreed]
	want := []rapport.ID{testID(3), testID(7), testID(8), testID(4), testID(6)}
	if !slices.Equal(m.about, want) || m.key != testID(6) {
		t.Errorf("asks about %v, want %v", m.about, want)
	}
}
