package practice_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// asked makes a client whose history leaves a question open, and returns it.
func asked(t *testing.T, o *office, name string, logs ...rapport.Entry) (rapport.Client, assess.Question) {
	t.Helper()
	c := o.client(name)
	for _, e := range logs {
		e.Client = c.ID
		if _, err := o.Log(t.Context(), e); err != nil {
			t.Fatal(err)
		}
	}
	found, err := o.Examine(t.Context(), c.ID)
	if err != nil || found.Question == nil {
		t.Fatalf("%s: no question, %v", name, err)
	}
	return c, *found.Question
}

// stories lead to a question each.
func questions(today rapport.Date) map[string][]rapport.Entry {
	log := func(ago int, kind rapport.Kind, severity int) rapport.Entry {
		return rapport.Entry{On: today.AddDays(-ago), Kind: kind, Severity: severity, Note: "as it was"}
	}
	return map[string][]rapport.Entry{
		"nothing said":           {log(9, rapport.Contact, 3)},
		"a complaint nobody hit": {log(90, rapport.Praise, 3), log(9, rapport.Complaint, 4)},
		"trouble out of the blue": {log(300, rapport.Praise, 3), log(200, rapport.Praise, 3), log(100, rapport.Cooperation, 3),
			log(20, rapport.Indecision, 3), log(12, rapport.Silence, 3), log(5, rapport.Intrusion, 3)},
		"money typed late": {log(90, rapport.Praise, 3), log(30, rapport.LatePayment, 3), log(6, rapport.LatePayment, 4)},
	}
}

// Every answer to every question is one deed: it leaves the verdict that was
// foretold, is remembered, and goes with all its traces when it is taken back.
func TestAnAnswerIsOneDeedThatDoesWhatWasForetold(t *testing.T) {
	for name, logs := range questions(monday) {
		o := open(t)
		c, question := asked(t, o, name, logs...)
		before := o.file(c)
		for _, option := range question.Options {
			if err := o.Answer(t.Context(), c.ID, question.Code, option.Code); err != nil {
				t.Fatalf("%s: %s to %s: %v", name, option.Code, question.Code, err)
			}
			after := o.file(c)
			if got := after.Standing.Assessment.Verdict; got != option.Verdict {
				t.Errorf("%s: %s to %s was to give %s and gave %s", name, option.Code, question.Code, option.Verdict, got)
			}
			if n := len(after.History.Answers); n != 1 || after.History.Answers[0].Given != option.Code || after.History.Answers[0].On != monday {
				t.Errorf("%s: remembered is %+v", name, after.History.Answers)
			}
			undone, err := o.Undo(t.Context())
			if err != nil || undone.Deed != practice.DeedAnswer || undone.Subject != name {
				t.Errorf("%s: taken back %+v, %v", name, undone, err)
			}
			if diff := cmp.Diff(before, o.file(c), cmpopts.EquateEmpty(), cmp.AllowUnexported(rapport.Rating{})); diff != "" {
				t.Errorf("%s: %s left traces:\n%s", name, option.Code, diff)
			}
		}
	}
}

func TestAnAnsweredQuestionIsNotAskedAgain(t *testing.T) {
	o := open(t)
	c, question := asked(t, o, "Acme", questions(monday)["a complaint nobody hit"]...)
	if err := o.Answer(t.Context(), c.ID, question.Code, "dont_know"); err != nil {
		t.Fatal(err)
	}
	found, err := o.Examine(t.Context(), c.ID)
	if err != nil || found.Question != nil && found.Question.Code == question.Code {
		t.Errorf("asked again: %+v, %v", found.Question, err)
	}
	if err := o.Answer(t.Context(), c.ID, "how_tall", "very"); err == nil {
		t.Error("an answer to nothing was stored")
	}
	if err := o.Answer(t.Context(), rapport.NewID(), question.Code, "yes"); !errors.Is(err, rapport.ErrNotFound) {
		t.Errorf("an answer about nobody: %v", err)
	}
}

// Overnight the others can become too few to compare with. What is asked on the new
// day can be answered on it, whether or not everybody has been judged yet.
func TestAQuestionOfANewDayCanBeAnsweredBeforeTheReview(t *testing.T) {
	o := open(t)
	for _, name := range []string{"One", "Two", "Three"} {
		o.log(o.client(name), 364, rapport.Praise, 3)
	}
	acme := o.client("Acme")
	o.log(acme, 9, rapport.Intrusion, 3)
	if _, err := o.Review(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := o.Answer(t.Context(), acme.ID, assess.AskDoOthersToo, "yes"); !errors.Is(err, rapport.ErrQuestion) {
		t.Fatalf("beside three others the record itself tells: %v", err)
	}
	o.today = o.today.AddDays(3)
	if err := o.Answer(t.Context(), acme.ID, assess.AskDoOthersToo, "yes"); err != nil {
		t.Errorf("beside nobody: %v", err)
	}
}

func TestADecisionIsNotLookedBackOnBeforeItWasMade(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	d, err := o.Decide(t.Context(), rapport.Decision{Client: acme.ID, Chosen: rapport.Trial, Why: "a try"})
	if err != nil {
		t.Fatal(err)
	}
	o.today = o.today.AddDays(-1) // the clock was set right
	if err := o.LookBack(t.Context(), acme.ID, d.ID, rapport.Right); !errors.Is(err, rapport.ErrDateFuture) {
		t.Errorf("looked back: %v", err)
	}
}

func TestATrialGetsADayToLookAgainAndTellsHowItWent(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	for ago := range 5 {
		o.log(acme, 3+9*ago, rapport.Intrusion, 3)
	}
	d, err := o.Decide(t.Context(), rapport.Decision{Client: acme.ID, Chosen: rapport.Trial, Why: "once more"})
	if err != nil || d.Again != monday.AddDays(assess.TrialDays) {
		t.Fatalf("decided %+v, %v", d, err)
	}
	if file := o.file(acme); file.Progress == nil || file.Progress.Course != assess.Pending || file.Standing.Progress != nil {
		t.Errorf("on the first day: %+v", file.Progress)
	}
	o.today = d.Again
	o.log(acme, 2, rapport.Cooperation, 3)
	standings, err := o.Review(t.Context())
	if err != nil || standings[0].Progress == nil || standings[0].Progress.Course != assess.Better {
		t.Errorf("on the day to look again: %+v, %v", standings[0].Progress, err)
	}
	own := d.On.AddDays(100)
	later, err := o.Decide(t.Context(), rapport.Decision{Client: acme.ID, Chosen: rapport.ExtraMile, Why: "they try", Again: own})
	if err != nil || later.Again != own {
		t.Errorf("with a day of one's own: %+v, %v", later, err)
	}
	if _, err := o.Decide(t.Context(), rapport.Decision{Client: acme.ID, Chosen: rapport.Trial, Why: "x", Again: o.today}); !errors.Is(err, rapport.ErrLookAgain) {
		t.Errorf("to look again today: %v", err)
	}
	if _, err := o.Decide(t.Context(), rapport.Decision{Client: acme.ID, Chosen: rapport.Keep, Why: "it is over"}); err != nil {
		t.Fatal(err)
	}
	if file := o.file(acme); file.Progress != nil {
		t.Errorf("a trial that another decision has ended still goes: %+v", file.Progress)
	}
}

func TestADecisionIsLookedBackOnAfterThreeMonths(t *testing.T) {
	o := open(t)
	acme, other := o.client("Acme"), o.client("Other")
	o.log(acme, 10, rapport.Praise, 3)
	d, err := o.Decide(t.Context(), rapport.Decision{Client: acme.ID, Chosen: rapport.End, Why: "no more"})
	if err != nil {
		t.Fatal(err)
	}
	for days, waits := range map[int]bool{89: false, 90: true, 730: true, 731: false} {
		o.today = monday.AddDays(days)
		if got := o.file(acme).Standing.LookBack; (got != nil) != waits || waits && got.ID != d.ID {
			t.Errorf("after %d days: %+v", days, got)
		}
	}
	o.today = monday.AddDays(100)
	if err := o.LookBack(t.Context(), other.ID, d.ID, rapport.Right); !errors.Is(err, rapport.ErrNotFound) {
		t.Errorf("a decision about somebody else: %v", err)
	}
	for _, how := range []rapport.Outcome{"", "perhaps"} {
		if err := o.LookBack(t.Context(), acme.ID, d.ID, how); !errors.Is(err, rapport.ErrOutcome) {
			t.Errorf("looked back with %q: %v", how, err)
		}
	}
	for _, how := range []rapport.Outcome{rapport.Unsure, rapport.Wrong} { // the last word stands
		if err := o.LookBack(t.Context(), acme.ID, d.ID, how); err != nil {
			t.Fatal(err)
		}
	}
	file := o.file(acme)
	if got := file.History.Decisions[0]; got.Outcome != rapport.Wrong || got.Judged != o.today || file.Standing.LookBack != nil {
		t.Errorf("looked back: %+v, waiting %+v", got, file.Standing.LookBack)
	}
	undone, err := o.Undo(t.Context())
	if err != nil || undone.Deed != practice.DeedLookBack || o.file(acme).History.Decisions[0].Outcome != rapport.Unsure {
		t.Errorf("taken back: %+v, %v", undone, err)
	}
}
