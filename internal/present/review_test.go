package present_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

func english() *present.Speaker {
	return present.NewSpeaker(present.English, present.BritishFormats)
}

// sectionOf tells where a review puts a client, "" if nowhere.
func sectionOf(s *present.Speaker, st assess.Standing) present.SectionCode {
	for _, section := range present.Review(s, []assess.Standing{st}, today).Sections {
		if len(section.Rows) > 0 {
			return section.Code
		}
	}
	return ""
}

func TestAClientNeedsADecisionUntilThePresentVerdictIsAnswered(t *testing.T) {
	answered := func(offered, chosen rapport.Verdict, daysAgo int) *rapport.Decision {
		return &rapport.Decision{On: today.AddDays(-daysAgo), Offered: offered, Chosen: chosen}
	}
	s := english()
	for _, c := range []struct {
		name     string
		verdict  rapport.Verdict
		decision *rapport.Decision
		state    rapport.State
		want     present.SectionCode
	}{
		{"keep asks for nothing", rapport.Keep, nil, rapport.Active, present.GoingWell},
		{"keep asks for nothing, whatever was decided before", rapport.Keep, answered(rapport.End, rapport.End, 3), rapport.Active, present.GoingWell},
		{"an end not answered", rapport.End, nil, rapport.Active, present.NeedsDecision},
		{"an extra mile not answered", rapport.ExtraMile, nil, rapport.Prospect, present.NeedsDecision},
		{"something to mend not answered", rapport.Mend, nil, rapport.Active, present.NeedsDecision},
		{"a threat not answered", rapport.Safety, nil, rapport.Active, present.NeedsDecision},
		{"a trial is patience", rapport.Trial, nil, rapport.Active, present.KeepAnEye},
		{"other terms are patience", rapport.Renegotiate, nil, rapport.Active, present.KeepAnEye},
		{"unclear asks a question, not for a decision", rapport.Unclear, answered(rapport.End, rapport.Trial, 3), rapport.Active, present.KeepAnEye},
		{"a trial where something else was decided on", rapport.Trial, answered(rapport.ExtraMile, rapport.ExtraMile, 3), rapport.Active, present.NeedsDecision},
		{"other terms where something else was decided on", rapport.Renegotiate, answered(rapport.Mend, rapport.Mend, 3), rapport.Active, present.NeedsDecision},
		{"agreed", rapport.End, answered(rapport.End, rapport.End, 3), rapport.Active, present.KeepAnEye},
		{"chosen otherwise is an answer too", rapport.End, answered(rapport.End, rapport.Trial, 91), rapport.Active, present.KeepAnEye},
		{"an answer holds for a quarter", rapport.End, answered(rapport.End, rapport.Trial, 92), rapport.Active, present.NeedsDecision},
		{"an answer given later does not count yet", rapport.End, answered(rapport.End, rapport.End, -1), rapport.Active, present.NeedsDecision},
		{"an old trial is asked again", rapport.Trial, answered(rapport.Trial, rapport.Trial, 92), rapport.Active, present.NeedsDecision},
		{"the verdict became graver since", rapport.End, answered(rapport.Trial, rapport.Trial, 3), rapport.Active, present.NeedsDecision},
		{"a threat answered", rapport.Safety, answered(rapport.Safety, rapport.Safety, 3), rapport.Active, present.KeepAnEye},
		{"parting was decided already", rapport.End, nil, rapport.Ending, present.KeepAnEye},
		{"a threat while parting", rapport.Safety, nil, rapport.Ending, present.NeedsDecision},
		{"over and done with", rapport.End, nil, rapport.EndedState, ""},
	} {
		st := standing("Acme", c.verdict, 40)
		st.Client.State, st.Decision = c.state, c.decision
		if got := sectionOf(s, st); got != c.want {
			t.Errorf("%s: stands under %q, want %q", c.name, got, c.want)
		}
	}
}

func TestAnEndedEngagementStaysWhileSomethingIsOpen(t *testing.T) {
	st := standing("Acme", rapport.End, 40)
	st.Client.State, st.Open = rapport.EndedState, 1
	if got := sectionOf(english(), st); got != present.KeepAnEye {
		t.Errorf("stands under %q", got)
	}
}

func TestTheGravestComeFirstThenTheHeaviest(t *testing.T) {
	page := present.Review(english(), []assess.Standing{
		standing("Low", rapport.ExtraMile, 20), standing("Mend", rapport.Mend, 45), standing("End", rapport.End, 30),
		standing("High", rapport.ExtraMile, 61), standing("Threat", rapport.Safety, 10),
		standing("beta", rapport.Unclear, 5), standing("Alpha", rapport.Unclear, 5), standing("Trial", rapport.Trial, 4),
	}, today)
	var names []string
	for _, section := range page.Sections {
		for _, row := range section.Rows {
			names = append(names, row.Name)
		}
	}
	want := []string{"Threat", "End", "High", "Mend", "Low", "Trial", "Alpha", "beta"}
	if !slices.Equal(names, want) {
		t.Errorf("the order is %q, want %q", names, want)
	}
}

func TestTheAnswerSaysWhatTheDayAsks(t *testing.T) {
	keep, trial, end := standing("A", rapport.Keep, 1), standing("B", rapport.Trial, 1), standing("C", rapport.End, 1)
	for _, c := range []struct {
		standings       []assess.Standing
		answer, subline string
	}{
		{nil, "Your book is still empty", "Tuesday 30 June 2026."},
		{[]assess.Standing{keep}, "Everything is going well", "Tuesday 30 June 2026. One client, going well."},
		{[]assess.Standing{keep, keep}, "Everything is going well", "Tuesday 30 June 2026. Two clients, all going well."},
		{[]assess.Standing{keep, trial}, "Nothing to decide, one client to keep an eye on", "Tuesday 30 June 2026. Two clients, one of them going well."},
		{[]assess.Standing{end}, "One client needs a decision", "Tuesday 30 June 2026. One client."},
		{[]assess.Standing{end, end, trial, keep, keep}, "Two clients need a decision", "Tuesday 30 June 2026. Five clients, two of them going well."},
	} {
		page := present.Review(english(), c.standings, today)
		if page.Answer != c.answer || page.Subline != c.subline {
			t.Errorf("%d clients: %q, %q; want %q, %q", len(c.standings), page.Answer, page.Subline, c.answer, c.subline)
		}
		if len(page.Sections) != 3 || page.Count != len(c.standings) {
			t.Errorf("%d clients: %d sections, count %d", len(c.standings), len(page.Sections), page.Count)
		}
	}
}

func TestTheRowGivesTheReasonThatSpeaksForTheVerdict(t *testing.T) {
	st := standing("Acme", rapport.ExtraMile, 61)
	st.Assessment.Reasons = []assess.Reason{
		{Code: assess.ReasonAskedBeyond, Toward: assess.Pattern, Decibans: 7, Count: 3, Last: today},
		{Code: assess.ReasonHardshipBefore, Toward: assess.Circumstance, Decibans: 5, First: rapport.NewDate(2026, 5, 12)},
	}
	row := present.Review(english(), []assess.Standing{st}, today).Sections[0].Rows[0]
	if want := "A hard time began on 12 May, with no friction before it."; row.Why != want {
		t.Errorf("got %q, want %q", row.Why, want)
	}
	st.Assessment.Reasons = st.Assessment.Reasons[:1]
	row = present.Review(english(), []assess.Standing{st}, today).Sections[0].Rows[0]
	if want := "Three requests went beyond what was agreed."; row.Why != want {
		t.Errorf("with nothing in favour: got %q, want %q", row.Why, want)
	}
}

// looking is a client whose trial is to be looked at again on a day.
func looking(name string, strain float64, again rapport.Date, p *assess.Progress) assess.Standing {
	st := standing(name, rapport.Trial, strain)
	st.Decision = &rapport.Decision{ID: id(60), On: today.AddDays(-28), Offered: rapport.Trial, Chosen: rapport.Trial, Again: again}
	st.Progress = p
	return st
}

func TestATrialWhoseDayHasComeStandsOnTopWithItsAnswer(t *testing.T) {
	better := &assess.Progress{Course: assess.Better, Good: []rapport.ID{id(1), id(2)}, Unpaid: []rapport.ID{id(3)}, Before: 4}
	page := present.Review(english(), []assess.Standing{
		standing("End", rapport.End, 90), looking("Due", 5, today, better), standing("Threat", rapport.Safety, 1),
	}, today)
	var names []string
	for _, row := range page.Sections[0].Rows {
		names = append(names, row.Name)
	}
	if want := []string{"Threat", "Due", "End"}; !slices.Equal(names, want) {
		t.Fatalf("the order is %q, want %q", names, want)
	}
	row := page.Sections[0].Rows[1]
	if want := "Time to look again: it got better. Since 2 June: two for the better and one for the worse. In as long before: four for the worse."; row.Why != want {
		t.Errorf("got %q; want %q", row.Why, want)
	}
	if page.Answer != "Three clients need a decision" {
		t.Errorf("the answer is %q", page.Answer)
	}
}

func TestATrialIsWatchedUntilItsDay(t *testing.T) {
	s := english()
	for _, c := range []struct {
		name string
		st   assess.Standing
		want present.SectionCode
		word string
	}{
		{"three days to go", looking("Acme", 30, today.AddDays(3), nil), present.KeepAnEye, "Trial until 3 July"},
		{"its day has come", looking("Acme", 30, today, &assess.Progress{Course: assess.Same}), present.NeedsDecision, "Trial"},
		{"its day passed unseen", looking("Acme", 30, today.AddDays(-9), &assess.Progress{Course: assess.Worse}), present.NeedsDecision, "Trial"},
		{"nobody counted yet", looking("Acme", 30, today, nil), present.KeepAnEye, "Trial"},
	} {
		if got := sectionOf(s, c.st); got != c.want {
			t.Errorf("%s: stands under %q, want %q", c.name, got, c.want)
		}
		for _, section := range present.Review(s, []assess.Standing{c.st}, today).Sections {
			for _, row := range section.Rows {
				if row.Word != c.word {
					t.Errorf("%s: reads %q, want %q", c.name, row.Word, c.word)
				}
			}
		}
		c.st.Client.State = rapport.Ending
		if got := sectionOf(s, c.st); got != present.KeepAnEye {
			t.Errorf("%s, but it is ending anyway: stands under %q", c.name, got)
		}
	}
}

func TestTodayNamesTrialsAndLookBacks(t *testing.T) {
	old := standing("Old", rapport.Keep, 3)
	old.LookBack = &rapport.Decision{ID: id(61), On: today.AddDays(-95), Offered: rapport.Trial, Chosen: rapport.Trial}
	over := looking("Over", 3, today, &assess.Progress{Course: assess.Same})
	over.Client.State = rapport.EndedState
	page := present.Review(english(), []assess.Standing{
		old, looking("Soon", 3, today.AddDays(1), nil), looking("Late", 3, today.AddDays(-2), &assess.Progress{Course: assess.Same}),
		looking("Far", 3, today.AddDays(8), nil), over,
	}, today)
	want := []present.TodayRow{
		{Code: present.TodayTrial, Client: id('S'), Decision: id(60), ID: id(60), Title: "Look again tomorrow", Text: "Soon: trial"},
		{Code: present.TodayLookBack, Client: id('O'), Decision: id(61), ID: id(61), Title: "Was that right?", Text: "Old: trial, chosen on 27 March"},
	}
	if diff := cmp.Diff(want, page.Today); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestAClientStandsInOneSectionOnly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var standings []assess.Standing
		for i := range rapid.IntRange(0, 12).Draw(t, "clients") {
			st := standing("Acme", rapid.SampledFrom(rapport.Verdicts()).Draw(t, "verdict"), 30)
			st.Client.ID, st.Client.State = id(byte(i+1)), rapid.SampledFrom(rapport.States()).Draw(t, "state")
			if rapid.Bool().Draw(t, "decided") {
				st.Decision, st.Progress, st.LookBack = anyDecision(t), anyProgress(t), anyDecision(t)
			}
			standings = append(standings, st)
		}
		page := present.Review(english(), standings, today)
		seen := make(map[rapport.ID]bool)
		for _, section := range page.Sections {
			for _, row := range section.Rows {
				if seen[row.Client] {
					t.Fatalf("%s stands twice", row.Client)
				}
				seen[row.Client] = true
			}
		}
		if len(seen) != page.Count {
			t.Fatalf("%d clients stand on a page of %d", len(seen), page.Count)
		}
	})
}

func TestOverdueMoneyOfTwoCurrenciesIsNotAddedUp(t *testing.T) {
	st := standing("Acme", rapport.Keep, 3)
	st.Overdue, st.OverdueDays = []rapport.Money{{Minor: 348_000, Currency: "EUR"}, {Minor: 5_000, Currency: "GBP"}}, 1
	row := present.Review(english(), []assess.Standing{st}, today).Sections[2].Rows[0]
	if want := (present.Overdue{Amount: "€3,480.00 + £50.00", Age: "1 day"}); row.Overdue != want {
		t.Errorf("got %+v, want %+v", row.Overdue, want)
	}
}

func BenchmarkReviewOfAThousandClients(b *testing.B) {
	standings := make([]assess.Standing, 1000)
	for i := range standings {
		_, standings[i] = harbour()
	}
	s := english()
	for b.Loop() {
		present.Review(s, standings, today)
	}
}

func TestARowSaysWhatTheUserChoseInstead(t *testing.T) {
	st := assess.Standing{
		Client:     rapport.Client{Name: "Quillworth"},
		Assessment: assess.Assessment{On: today, Verdict: rapport.ExtraMile, Rule: assess.RuleStruggling},
		Decision:   &rapport.Decision{On: today, Offered: rapport.ExtraMile, Chosen: rapport.End, Why: "enough"},
	}
	row := present.Review(english(), []assess.Standing{st}, today).Sections[1].Rows[0]
	if want := "Offered: Extra mile. You chose: End."; row.Why != want {
		t.Errorf("%q, not %q", row.Why, want)
	}
}
