package desktop

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/screen"
)

// file is what the book says of a client.
func (s *stage) file(client rapport.ID) practice.ClientFile {
	s.t.Helper()
	file, err := s.session.practice.Client(s.t.Context(), client)
	if err != nil {
		s.t.Fatal(err)
	}
	return file
}

// headline is the sentence a client's page has on top.
func (s *stage) headline(client rapport.ID) string {
	s.t.Helper()
	file := s.file(client)
	return present.Client(s.session.speaker, file.History, file.Standing, present.Findings{}).Head.Headline
}

// decide records a decision about a client.
func (s *stage) decide(d rapport.Decision) rapport.Decision {
	s.t.Helper()
	stored, err := s.session.practice.Decide(s.t.Context(), d)
	if err != nil {
		s.t.Fatal(err)
	}
	s.settle()
	return stored
}

// examined is what examining a client finds, in words.
func (s *stage) examined(client rapport.ID) present.Examined {
	s.t.Helper()
	found, err := s.session.practice.Examine(s.t.Context(), client)
	if err != nil {
		s.t.Fatal(err)
	}
	file := s.file(client)
	return present.NewExamined(s.session.speaker, file.History, file.Standing.Assessment, found)
}

// asked returns a client of the sample whose question has an answer that changes
// the verdict, and that answer.
func (s *stage) asked() (rapport.ID, present.QuestionCard, present.OptionButton) {
	s.t.Helper()
	standings, err := s.session.practice.Review(s.t.Context())
	if err != nil {
		s.t.Fatal(err)
	}
	for _, st := range standings {
		question := s.examined(st.Client.ID).Question
		if question == nil {
			continue
		}
		for _, o := range question.Options {
			if o.Verdict != st.Assessment.Verdict {
				return st.Client.ID, *question, o
			}
		}
	}
	s.t.Fatal("nobody in the sample has a question that matters")
	return rapport.ID{}, present.QuestionCard{}, present.OptionButton{}
}

func TestAnAnswerChangesTheVerdictAndUndoTakesItBack(t *testing.T) {
	s := raise(t, "en")
	s.sample()
	s.resize(1280, 2000, 1)
	client, question, option := s.asked()
	before := s.headline(client)
	s.to(screen.Place{Name: screen.AtClient, Client: client})
	s.says(before, question.Text)

	s.click(option.Label)
	after := s.headline(client)
	if got := s.file(client).Standing.Assessment.Verdict; got != option.Verdict {
		t.Errorf("the answer led to %s, promised was %s", got, option.Verdict)
	}
	s.says(after, "Your answer is recorded")
	s.hides(before, question.Text)

	s.hold(&fyne.ShortcutUndo{})
	s.says(before, question.Text)
	if answers := s.file(client).History.Answers; len(answers) > 0 {
		t.Errorf("taken back, there are still answers: %v", answers)
	}
}

func TestAQuestionIsAnsweredOnce(t *testing.T) {
	s := raise(t, "en")
	s.sample()
	s.resize(1280, 2000, 1)
	client, _, option := s.asked()
	s.to(screen.Place{Name: screen.AtClient, Client: client})
	press := s.button(option.Label)
	press()
	press()
	s.settle()
	if answers := s.file(client).History.Answers; len(answers) != 1 {
		t.Errorf("two clicks gave %d answers", len(answers))
	}
	s.hides("That could not be done")
}

// What examining one client finds may come when another is already shown.
func TestWhatWasFoundForOneClientIsNotShownForAnother(t *testing.T) {
	s := raise(t, "en")
	s.sample()
	s.resize(1280, 2000, 1)
	client, question, _ := s.asked()
	other := s.clientOf(rapport.Keep)
	s.Go(screen.Place{Name: screen.AtClient, Client: client})
	s.Go(screen.Place{Name: screen.AtClient, Client: other})
	s.settle()
	s.says(s.headline(other))
	s.hides(question.Text)
	s.Back()
	s.settle()
	s.says(question.Text)
}

func TestWhatWouldChangeTheAnswerOpensItsEntries(t *testing.T) {
	s := raise(t, "en")
	s.sample()
	s.resize(1280, 2000, 1)
	client, row := s.thoughtAway()
	s.to(screen.Place{Name: screen.AtClient, Client: client})
	s.says(row.Text, "What would change this")
	s.under(row.Text, s.session.speaker.N("count.entries", len(row.Entries)))
	if now := s.places.now; now.Name != screen.AtJournal || len(now.Entries) != len(row.Entries) {
		t.Errorf("it leads to %s with %d entries, want the journal with %d", now.Name, len(now.Entries), len(row.Entries))
	}
}

// thoughtAway returns a client of the sample whose verdict rests on a few entries.
func (s *stage) thoughtAway() (rapport.ID, present.WhatIfRow) {
	s.t.Helper()
	standings, err := s.session.practice.Review(s.t.Context())
	if err != nil {
		s.t.Fatal(err)
	}
	for _, st := range standings {
		for _, row := range s.examined(st.Client.ID).WhatIfs {
			if len(row.Entries) > 0 {
				return st.Client.ID, row
			}
		}
	}
	s.t.Fatal("nobody's verdict in the sample rests on a few entries")
	return rapport.ID{}, present.WhatIfRow{}
}

func TestALookBackIsStored(t *testing.T) {
	for _, c := range []struct {
		outcome rapport.Outcome
		how     string
	}{{rapport.Right, "right"}, {rapport.Wrong, "wrong"}, {rapport.Unsure, "unsure"}} {
		t.Run(c.how, func(t *testing.T) {
			s := raise(t, "en")
			client := s.oneClient("Fernhill")
			d := s.decide(rapport.Decision{Client: client, Chosen: rapport.Mend, Why: "the last delivery was ours"})
			s.today += 91
			s.hold(key(fyne.Key1, 0))
			s.click("Was that right?") // on Review
			s.says("Looking back", "the last delivery was ours")
			s.click(s.session.speaker.T("outcome." + string(c.outcome) + ".answer"))
			got := s.file(client).History.Decisions[0]
			if got.ID != d.ID || got.Outcome != c.outcome || got.Judged != s.today {
				t.Errorf("stored is %+v", got)
			}
			s.hides("Looking back")
			s.hold(&fyne.ShortcutUndo{})
			s.says("Looking back")
		})
	}
}

func TestATrialWhoseDayHasComeStandsOnTop(t *testing.T) {
	s := raise(t, "en")
	s.sample()
	s.resize(1280, 2000, 1)
	calm := s.clientOf(rapport.Keep)
	d := s.decide(rapport.Decision{Client: calm, Chosen: rapport.Trial, Why: "to see how the new limit goes", Again: someday + 7})
	s.to(screen.Place{Name: screen.AtClient, Client: calm})
	s.says("Better would be", s.session.speaker.T("trial.ahead", present.Args{"Day": s.session.speaker.Day(d.Again, s.today)}))

	s.today = d.Again
	s.hold(key(fyne.Key1, 0))
	standings, err := s.session.practice.Review(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	decide := present.Review(s.session.speaker, standings, s.today).Sections[0].Rows
	at := slices.IndexFunc(decide, func(r present.ReviewRow) bool { return r.Client == calm })
	untried := func(r present.ReviewRow) bool {
		return slices.ContainsFunc(standings, func(st assess.Standing) bool { return st.Client.ID == r.Client && st.Progress == nil })
	}
	if at < 0 || slices.ContainsFunc(decide[:at], untried) {
		t.Fatalf("it is number %d of what needs a decision, behind somebody who is on no trial", at)
	}
	file := s.file(calm)
	went := s.session.speaker.T("course." + string(file.Progress.Course))
	s.says(decide[at].Why)
	s.to(screen.Place{Name: screen.AtClient, Client: calm})
	s.says("The time to look again has come", went, "Agree")
	s.hides("Better would be")
}

func TestACrossedLimitIsSaidAtOnceAndOnThePage(t *testing.T) {
	s := raise(t, "en")
	client := s.oneClient("Fernhill")
	s.choose(func(c *practice.Settings) { c.Limits.Hostility = 3 })
	s.hold(key(fyne.KeyL, 0))
	s.typeIn("fernhill disrespect 4 called the work worthless")
	s.press(fyne.KeyReturn)
	alerts := s.file(client).Alerts
	if len(alerts) != 1 {
		t.Fatalf("the book knows of %v", alerts)
	}
	row := s.session.speaker.Alert(alerts[0])
	s.says("Fernhill: "+row.Title, row.Text)
	s.click("All right")
	s.hides("Fernhill: " + row.Title)
	s.to(screen.Place{Name: screen.AtClient, Client: client})
	s.says(row.Title, row.Text)
}

func TestAnAlertGoesWhenItsEntryIsTakenBack(t *testing.T) {
	s := raise(t, "en")
	s.oneClient("Fernhill")
	s.choose(func(c *practice.Settings) { c.Limits.Hostility = 3 })
	s.hold(key(fyne.KeyL, 0))
	s.typeIn("fernhill disrespect 4 called the work worthless")
	s.press(fyne.KeyReturn)
	s.hold(key(fyne.KeyL, 0))
	s.typeIn("fernhill praise 2 thanked us after all")
	s.press(fyne.KeyReturn)
	s.says("All right")
	s.hold(&fyne.ShortcutUndo{})
	s.hold(&fyne.ShortcutUndo{})
	s.hides("All right")
}

func TestADecisionOutOfFatigueIsToldSoBeforeItIsMade(t *testing.T) {
	s := raise(t, "en")
	client := s.oneClient("Fernhill")
	screen.ShowDecide(s, client, tired)
	s.settle()
	note := s.session.speaker.Driver(assess.FollowsEnergy)
	next := func() { s.press(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn) }
	s.hides(note, "Look again on")
	next()
	s.says(s.session.speaker.VerdictHint(rapport.ExtraMile), "Look again on")
	s.hides(note)
	next()
	next()
	next()
	s.says(s.session.speaker.VerdictHint(rapport.End), note)
	s.hides("Look again on")
}

func TestChoosingATrialKeepsItsDay(t *testing.T) {
	s := raise(t, "en")
	client := s.oneClient("Fernhill")
	screen.ShowDecide(s, client, s.file(client).Standing.Assessment)
	s.settle()
	s.press(fyne.KeyDown)
	s.press(fyne.KeyDown, fyne.KeyReturn)
	s.says(s.session.speaker.Verdict(rapport.ExtraMile))
	s.press(fyne.KeyTab, fyne.KeyTab)
	s.window.Canvas().FocusNext()
	s.window.Canvas().FocusNext()
	s.typeIn("they are worth it")
	s.click("Save")
	d := s.file(client).History.Decisions
	if len(d) != 1 || d[0].Chosen != rapport.ExtraMile || d[0].Again != s.today+assess.TrialDays {
		t.Errorf("stored is %+v", d)
	}
}
