package present_test

import (
	"slices"
	"testing"

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
	if want := "A hard time began on 12 May, before the friction."; row.Why != want {
		t.Errorf("got %q, want %q", row.Why, want)
	}
	st.Assessment.Reasons = st.Assessment.Reasons[:1]
	row = present.Review(english(), []assess.Standing{st}, today).Sections[0].Rows[0]
	if want := "Three requests went beyond what was agreed."; row.Why != want {
		t.Errorf("with nothing in favour: got %q, want %q", row.Why, want)
	}
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
