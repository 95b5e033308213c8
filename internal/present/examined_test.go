package present_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

func examined(x assess.Examination) present.Examined {
	h, st := harbour()
	return present.NewExamined(english(), h, st.Assessment, x)
}

func TestTheQuestionNamesWhatItIsAbout(t *testing.T) {
	complaint, demand, disrespect := id(3), id(4), id(5)
	for want, q := range map[string]assess.Question{
		"The complaint of 15 May: was it justified?":                           {Code: assess.AskWasItFair, About: []rapport.ID{complaint}},
		"Was the complaint justified?":                                         {Code: assess.AskWasItFair, About: []rapport.ID{id(99)}},
		"The request of 28 May: was it part of what was agreed?":               {Code: assess.AskWasItAgreed, About: []rapport.ID{demand}},
		"Two requests, the last on 28 May: were they part of what was agreed?": {Code: assess.AskWasItAgreed, About: []rapport.ID{complaint, demand}},
		"Had you told them how the work runs before 2 June?":                   {Code: assess.AskToldThem, About: []rapport.ID{disrespect}},
		"The present trouble began about 15 May. Had something happened?":      {Code: assess.AskWhatIsBehind},
		"Can they not pay, or will they not?":                                  {Code: assess.AskCanTheyPay, About: []rapport.ID{complaint}},
		"Intrusion: do you know this from other clients, too?":                 {Code: assess.AskDoOthersToo, Kind: rapport.Intrusion},
		"Do you know this from other clients, too?":                            {Code: assess.AskDoOthersToo, About: []rapport.ID{complaint}},
		"How is it going with them at the moment?":                             {Code: assess.AskHowIsItGoing},
	} {
		if got := examined(assess.Examination{Question: &q}).Question.Text; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestEveryAnswerSaysWhichVerdictItWouldGive(t *testing.T) {
	card := examined(sampleExamination()).Question
	want := []present.OptionButton{
		{Code: "yes", Label: "Yes", Verdict: rapport.Mend, Word: "Mend"},
		{Code: "partly", Label: "In part", Verdict: rapport.ExtraMile, Word: "Extra mile"},
		{Code: "no", Label: "No", Verdict: rapport.Trial, Word: "Trial"},
		{Code: "dont_know", Label: "I don’t know", Verdict: rapport.ExtraMile, Word: "Extra mile"},
	}
	if diff := cmp.Diff(want, card.Options); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if card.Why == "" || len(card.Entries) != 1 {
		t.Errorf("the card does not say why it matters or what it is about: %+v", card)
	}
}

func TestWithoutAQuestionThereIsNoCard(t *testing.T) {
	if x := examined(assess.Examination{}); x.Question != nil || len(x.WhatIfs) != 0 {
		t.Errorf("got %+v", x)
	}
}

func TestAChangeIsSaidAsACondition(t *testing.T) {
	july := today.AddDays(10)
	for want, w := range map[string]assess.WhatIf{
		"Without the entry of 12 May (hardship)":                 {Without: []rapport.ID{id(2)}},
		"Without the three entries of 15 May, 28 May and 2 June": {Without: []rapport.ID{id(5), id(4), id(3)}},
		"Without what happened earlier":                          {Without: []rapport.ID{id(99)}},
		"If what is owed is paid by 10 July":                     {Code: assess.IfPaid, By: july},
		"If it happens once more by 10 July (broken promise)":    {Code: assess.IfFrictionAgain, Kind: rapport.BrokenPromise, Times: 1, By: july},
		"If it happens once more by 10 July (friction)":          {Code: assess.IfFrictionAgain, By: july},
		"If what you said is disregarded twice by 10 July":       {Code: assess.IfLimitCrossed, Times: 2, By: july},
		"If you state a limit and they keep to it until 10 July": {Code: assess.IfLimitSaidKept, Times: 1, By: july},
	} {
		w.Verdict = rapport.Trial
		row := examined(assess.Examination{WouldChange: []assess.WhatIf{w}}).WhatIfs[0]
		if row.Text != want || row.Word != "Trial" {
			t.Errorf("got %q, %q; want %q", row.Text, row.Word, want)
		}
	}
}

func TestWithinASentenceAKindIsWrittenAsTheLanguageDoes(t *testing.T) {
	for l, want := range map[present.Language]string{
		present.English: "broken promise", present.German: "Gebrochene Zusage",
		present.Turkish: "tutulmayan söz", present.Dutch: "gebroken belofte",
	} {
		s := speakers()[l]
		if got := s.Inside(s.Kind(rapport.BrokenPromise)); got != want {
			t.Errorf("%s: got %q, want %q", l, got, want)
		}
	}
}
