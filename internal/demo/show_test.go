package demo_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/demo"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// sample is the sample practice on a day, by part of the name of a client.
type sample struct {
	*practice.Practice
	t         *testing.T
	standings []assess.Standing
}

func openSample(t *testing.T, on rapport.Date) sample {
	t.Helper()
	p := newPracticeOn(t, on)
	if err := demo.Fill(t.Context(), p, present.NewSpeaker("en", "")); err != nil {
		t.Fatal(err)
	}
	standings, err := p.Review(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return sample{Practice: p, t: t, standings: standings}
}

func (s sample) file(name string) practice.ClientFile {
	s.t.Helper()
	clients, err := s.Clients(s.t.Context(), true)
	at := slices.IndexFunc(clients, func(c rapport.Client) bool { return strings.Contains(c.Name, name) })
	if err != nil || at < 0 {
		s.t.Fatalf("no client %s: %v", name, err)
	}
	file, err := s.Client(s.t.Context(), clients[at].ID)
	if err != nil {
		s.t.Fatal(err)
	}
	return file
}

func (s sample) question(name string) string {
	s.t.Helper()
	found, err := s.Examine(s.t.Context(), s.file(name).History.Client.ID)
	if err != nil {
		s.t.Fatal(err)
	}
	if found.Question == nil {
		return ""
	}
	return found.Question.Code
}

// What a newcomer is to see in the sample, on every day of the week.
func TestTheSampleShowsEverythingThereIsToSee(t *testing.T) {
	for day := range rapport.Date(7) {
		on := today + day
		s := openSample(t, on)
		shows := func(what string, is bool) {
			t.Helper()
			if !is {
				t.Errorf("on %s (%s) the sample does not show %s", on, on.Weekday(), what)
			}
		}
		s.ofTrials(shows)
		s.ofQuestions(shows)
		s.ofMoney(shows)
		s.ofThePractice(shows, on)
	}
}

func (s sample) ofTrials(shows func(string, bool)) {
	courses := map[assess.Course]bool{}
	waiting := 0
	for _, standing := range s.standings {
		if standing.Progress != nil {
			courses[standing.Progress.Course] = true
		}
		if standing.LookBack != nil {
			waiting++
		}
	}
	shows("a trial that went better, its day come", courses[assess.Better])
	shows("a trial that went worse", courses[assess.Worse])
	shows("one decision to look back on, and no crowd of them", waiting == 1)
	gone := s.file("Hopplahopp")
	shows("what was said before an engagement ended", gone.BackTest != nil && len(gone.BackTest.Before) == 3 &&
		gone.BackTest.Before[0].Verdict == rapport.Trial && gone.BackTest.Before[2].Verdict == rapport.End)
	shows("nobody waiting for what is over", gone.Waiting == nil)
	shows("what waiting costs", s.file("Krähwinkel").Waiting != nil)
}

func (s sample) ofQuestions(shows func(string, bool)) {
	shows("a complaint nobody weighed, asked about", s.question("İki Martı") == assess.AskWasItFair)
	shows("a client of whom nothing is known, asked about", s.question("Fjordmoos") == assess.AskHowIsItGoing)
	shows("an answer that was given", len(s.file("Vlinderkade").History.Answers) == 1)
	limits := s.file("Marchevent")
	shows("a personal limit that was reached", len(limits.Alerts) == 1 && limits.Alerts[0].Axis == assess.Minutes)
}

func (s sample) ofMoney(shows func(string, bool)) {
	silent, told, disputed, unknown, under := false, false, false, false, false
	settings, err := s.Settings(s.t.Context())
	if err != nil {
		s.t.Fatal(err)
	}
	for _, standing := range s.standings {
		a := standing.Assessment
		if a.Payment != nil {
			silent = silent || a.Payment.Silent > 1
			told = told || a.Payment.Late > a.Payment.Silent
			disputed = disputed || a.Payment.Disputed > 0
		}
		for _, w := range a.Worth {
			unknown = unknown || !w.Known()
			under = under || w.Known() && w.PerHour < settings.TargetRate
		}
	}
	shows("somebody late in silence", silent)
	shows("somebody late with a word beforehand", told)
	shows("a disputed invoice", disputed)
	shows("work whose hours nobody knows", unknown)
	shows("an hour under the target rate", under)
	shows("money given back", s.file("Torrefazione").Standing.Assessment.Worth[0].Given > 0)
}

func (s sample) ofThePractice(shows func(string, bool), on rapport.Date) {
	survey, err := s.Insights(s.t.Context(), on.AddDays(-365), on)
	if err != nil {
		s.t.Fatal(err)
	}
	shared := 0
	for _, c := range survey.Shared {
		if len(c.Clients) >= 4 {
			shared++
		}
	}
	shows("frictions four clients share", shared >= 2)
	shows("an experiment to try", len(survey.Try()) > 0)
	advice := survey.Advice
	shows("advice followed and found right", advice.FollowedRight > 0)
	shows("advice not followed, and regretted", advice.OtherwiseWrong > 0)
	shows("decisions not looked back on yet", advice.Open > 0)
	shows("engagements that ended", len(survey.Tests) == 1)
	shows("energy drained", len(survey.Drains) > 2)
}
