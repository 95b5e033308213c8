package present_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// followedUp is a page with a decision and what was found about it.
func followedUp(d *rapport.Decision, f present.Findings) present.ClientPage {
	h, st := harbour()
	st.Decision = d
	return present.Client(english(), h, st, f)
}

func trialUntil(again rapport.Date) *rapport.Decision {
	return &rapport.Decision{ID: id(50), On: today.AddDays(-28), Offered: rapport.Trial, Chosen: rapport.Trial, Again: again}
}

func TestATrialSaysWhatWillCountUntilItsDay(t *testing.T) {
	card := followedUp(trialUntil(today.AddDays(3)), present.Findings{}).Trial
	if card == nil || card.Due || card.Course != assess.Pending {
		t.Fatalf("the card is %+v", card)
	}
	if card.Title != "Look again on 3 July" || card.Text != "Your decision of 2 June: Trial." {
		t.Errorf("it reads %q, %q", card.Title, card.Text)
	}
	if len(card.Better) == 0 || len(card.Worse) == 0 || card.Good.Text != "" {
		t.Errorf("it says %q and %q will count, %q did", card.Better, card.Worse, card.Good.Text)
	}
}

func TestWhenItsDayHasComeATrialSaysHowItWent(t *testing.T) {
	good, unpaid := []rapport.ID{id(6)}, []rapport.ID{id(21)}
	for course, title := range map[assess.Course]string{
		assess.Better: "It got better", assess.Worse: "It got worse", assess.Same: "It stayed the same",
	} {
		card := followedUp(trialUntil(today), present.Findings{Progress: &assess.Progress{Course: course, Good: good, Unpaid: unpaid}}).Trial
		if card.Title != title || card.Text == "" || !card.Due || card.Course != course {
			t.Errorf("%s: the card is %+v", course, card)
		}
		if card.Good.Text != "For the better: 1 entry" || card.Bad.Text != "For the worse: 1 invoice" || len(card.Good.Entries) != 1 {
			t.Errorf("%s: it rests on %+v and %+v", course, card.Good, card.Bad)
		}
	}
}

func TestADecisionWithoutADayIsNoTrial(t *testing.T) {
	if card := followedUp(trialUntil(0), present.Findings{}).Trial; card != nil {
		t.Errorf("got %+v", card)
	}
	judged := trialUntil(today)
	judged.Outcome = rapport.Right
	if card := followedUp(judged, present.Findings{}).Trial; card != nil {
		t.Errorf("one that was looked back on is still followed: %+v", card)
	}
}

func TestALookBackAsksAboutWhatWasChosen(t *testing.T) {
	h, st := harbour()
	st.LookBack = &h.Decisions[0]
	card := present.Client(english(), h, st, present.Findings{}).LookBack
	if want := "On 9 January the advice was “Trial”, and you chose “Keep”. Was that right?"; card.Text != want {
		t.Errorf("got %q, want %q", card.Text, want)
	}
	st.LookBack = &rapport.Decision{On: today.AddDays(-90), Offered: rapport.Trial, Chosen: rapport.Trial}
	card = present.Client(english(), h, st, present.Findings{}).LookBack
	if want := "On 1 April you followed the advice: Trial. Was that right?"; card.Text != want {
		t.Errorf("got %q, want %q", card.Text, want)
	}
	want := []present.OutcomeButton{
		{Outcome: rapport.Right, Label: "Yes, I would do it again"},
		{Outcome: rapport.Wrong, Label: "No, I would do otherwise"},
		{Outcome: rapport.Unsure, Label: "Hard to say"},
	}
	if diff := cmp.Diff(want, card.Options); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestAnAlertSaysTheValueTheLimitAndWhatToDo(t *testing.T) {
	for want, a := range map[string]assess.Alert{
		"Unbilled on this issue within thirty days: 2 h 30 min, your limit is 2 h": {Axis: assess.Minutes, Value: 150, Limit: 120},
		"Kinds of friction within thirty days: 4, your limit is 3":                 {Axis: assess.Complexity, Value: 4, Limit: 3},
		"As harsh as 4 of 5, and your limit is 4":                                  {Axis: assess.Hostility, Value: 4, Limit: 4},
	} {
		if got := english().Alert(a); got.Title != want || got.Text == "" {
			t.Errorf("got %q, %q; want %q", got.Title, got.Text, want)
		}
	}
}

func TestOnlyADecisionThatFollowsTheFatigueIsRemarkedOn(t *testing.T) {
	if got := english().Driver(assess.FollowsFacts); got != "" {
		t.Errorf("a decision that follows the facts gets %q", got)
	}
	if got := english().Driver(assess.FollowsEnergy); !strings.Contains(got, "what it costs you. That counts as well.") {
		t.Errorf("got %q", got)
	}
}

func TestWaitingIsAddedUpCurrenciesApart(t *testing.T) {
	w := assess.Waiting{
		Since: today.AddDays(-40), Days: 40, Minutes: 200, Energy: 12, Money: rapport.Money{Minor: 28_000, Currency: "EUR"},
		Overdue: []rapport.Money{{Minor: 348_000, Currency: "EUR"}, {Minor: 5_000, Currency: "GBP"}},
	}
	want := "Since 21 May, for 6 weeks now, the advice has been not to go on like this. In that time it has cost you: " +
		"3 h 20 min unbilled, that is €280 at your rate, twelve points of energy and €3,480.00 + £50.00 still not paid."
	if got := followedUp(nil, present.Findings{Waiting: &w}).Waiting; got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	for want, w := range map[string]assess.Waiting{
		"": {Since: today, Minutes: 90},
		"Since 27 June, for 3 days now, the advice has been not to go on like this.": {Since: today.AddDays(-3), Days: 3},
	} {
		if got := followedUp(nil, present.Findings{Waiting: &w}).Waiting; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestABackTestSaysWhatWouldHaveBeenSaid(t *testing.T) {
	b := assess.BackTest{Ended: today.AddDays(-9), Before: []assess.Earlier{
		{Days: 90, Verdict: rapport.Keep}, {Days: 60, Verdict: rapport.Trial}, {Days: 30, Verdict: rapport.End},
	}}
	want := "It ended on 21 June. What Rapport would have said: “Keep” 90 days before, “Trial” 60 days before and “End” 30 days before."
	if got := followedUp(nil, present.Findings{BackTest: &b}).BackTest; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestThePageSaysWhenItBeganAndWhatHappenedThen(t *testing.T) {
	page := followedUp(nil, present.Findings{})
	if page.Onset != "The present trouble began about 15 May. What happened around then:" {
		t.Errorf("it reads %q", page.Onset)
	}
	want := []present.Line{
		{Code: "hardship", Text: "12 May: a hard time on their side", Entries: []rapport.ID{id(2)}},
		{Code: "price_rise", Text: "21 May: your price went up"},
	}
	if diff := cmp.Diff(want, page.Around); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	h, st := harbour()
	st.Assessment.Around = nil
	if got := present.Client(english(), h, st, present.Findings{}).Onset; got != "The present trouble began about 15 May. Nothing on record explains the day." {
		t.Errorf("with nothing around: %q", got)
	}
}

func TestTheTimelineMarksTheOnsetAndWhatWasTried(t *testing.T) {
	line := followedUp(nil, present.Findings{}).Timeline
	if line.Onset == nil || line.Onset.Label != "15 May: it began" {
		t.Errorf("the onset is %+v", line.Onset)
	}
	want := []present.Mark{{Code: "effort", On: rapport.NewDate(2026, 6, 9), Held: true, Label: "9 June: A sincere effort, too early to tell"}}
	if diff := cmp.Diff(want, line.Rungs); diff != "" { // the expectations lie before the axis
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestAnUnclearVerdictSaysWhatIsMissing(t *testing.T) {
	contact := rapport.Entry{ID: id(1), On: today, Kind: rapport.Contact}
	complaint := rapport.Entry{ID: id(2), On: today, Kind: rapport.Complaint}
	boundary := rapport.Entry{ID: id(3), On: today, Kind: rapport.Boundary}
	for _, c := range []struct {
		name string
		h    assess.History
		want string
	}{
		{"nothing judged", assess.History{Entries: []rapport.Entry{contact}}, "a few entries about how it is going and invoices with the days they were paid"},
		{"a complaint nobody weighed", assess.History{Entries: []rapport.Entry{complaint}}, "whether the complaint was justified, what happens in the weeks to come, what you have told them and invoices with the days they were paid"},
		{"told, and invoices there", assess.History{Entries: []rapport.Entry{complaint, boundary}, Invoices: []rapport.Invoice{{Amount: rapport.Money{Minor: 1, Currency: "EUR"}}}}, "whether the complaint was justified and what happens in the weeks to come"},
	} {
		st := assess.Standing{Assessment: assess.Assessment{On: today, Verdict: rapport.Unclear, Rule: assess.RuleNothingRecorded}}
		got := present.Client(english(), c.h, st, present.Findings{}).Head.Lacking
		if want := "What would help to see more clearly: " + c.want + "."; got != want {
			t.Errorf("%s: got %q, want %q", c.name, got, want)
		}
		st.Assessment.Verdict, st.Assessment.Rule = rapport.Keep, assess.RuleGoingWell
		if got := present.Client(english(), c.h, st, present.Findings{}).Head.Lacking; got != "" {
			t.Errorf("%s: a clear verdict lacks %q", c.name, got)
		}
	}
}
