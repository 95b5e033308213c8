package practice_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/interest"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// last is what the last deed announced.
func (o *office) last() practice.Change { return o.changes[len(o.changes)-1] }

func (o *office) set(change func(*practice.Settings)) {
	o.t.Helper()
	s, err := o.Settings(o.t.Context())
	if err != nil {
		o.t.Fatal(err)
	}
	change(&s)
	if err := o.EditSettings(o.t.Context(), s); err != nil {
		o.t.Fatal(err)
	}
}

func TestADeedSaysWhichPersonalLimitItsEntryCrossed(t *testing.T) {
	o := open(t)
	o.set(func(s *practice.Settings) { s.Limits = rapport.Limits{Hostility: 4} })
	acme := o.client("Acme")
	o.log(acme, 2, rapport.Disrespect, 3)
	if got := o.last().Alerts; len(got) > 0 {
		t.Errorf("under the limit: %+v", got)
	}
	e := o.log(acme, 1, rapport.Disrespect, 4)
	if got := o.last().Alerts; len(got) != 1 || got[0].Axis != assess.Hostility || got[0].Limit != 4 || o.last().Deed != practice.DeedLog {
		t.Errorf("at the limit: %+v", got)
	}
	if got := o.file(acme).Alerts; len(got) != 1 {
		t.Errorf("the file tells %+v", got)
	}
	e.Note = "put more kindly"
	if err := o.EditEntry(t.Context(), e); err != nil || len(o.last().Alerts) > 0 {
		t.Errorf("told again on a correction: %+v, %v", o.last().Alerts, err)
	}
	o.log(acme, 30, rapport.Disrespect, 5)
	if got := o.last().Alerts; len(got) > 0 {
		t.Errorf("long ago: %+v", got)
	}
	o.today = o.today.AddDays(7)
	if got := o.file(acme).Alerts; len(got) > 0 {
		t.Errorf("a week later the file still tells %+v", got)
	}
}

func TestALimitOfOnesOwnGoesBeforeTheGeneralOne(t *testing.T) {
	o := open(t)
	o.set(func(s *practice.Settings) { s.Limits = rapport.Limits{Hostility: 3, Minutes: 600} })
	patient := o.client("Patient")
	patient.Limits.Hostility = 5
	if err := o.EditClient(t.Context(), patient); err != nil {
		t.Fatal(err)
	}
	o.log(patient, 0, rapport.Disrespect, 4)
	if got := o.last().Alerts; len(got) > 0 {
		t.Errorf("under the limit of this client: %+v", got)
	}
	e := o.log(patient, 0, rapport.Disrespect, 4)
	e.Severity = 5
	if err := o.EditEntry(t.Context(), e); err != nil || len(o.last().Alerts) != 1 {
		t.Errorf("the correction that crosses it: %+v, %v", o.last().Alerts, err)
	}
}

func TestAnEntryMovedToAnotherClientIsToldOfThere(t *testing.T) {
	o := open(t)
	o.set(func(s *practice.Settings) { s.Limits = rapport.Limits{Hostility: 4} })
	patient, other := o.client("Patient"), o.client("Other")
	patient.Limits.Hostility = 5
	if err := o.EditClient(t.Context(), patient); err != nil {
		t.Fatal(err)
	}
	e := o.log(patient, 0, rapport.Disrespect, 4)
	e.Client = other.ID
	if err := o.EditEntry(t.Context(), e); err != nil || len(o.last().Alerts) != 1 || len(o.last().Clients) != 2 {
		t.Errorf("moved to a client with less patience: %+v, %v", o.last(), err)
	}
	third := o.client("Third")
	e.Client = third.ID
	if err := o.EditEntry(t.Context(), e); err != nil || len(o.last().Alerts) != 1 {
		t.Errorf("moved on to one with as little: %+v, %v", o.last(), err)
	}
}

func TestSettingsComeBackAsTheyWereMade(t *testing.T) {
	o := open(t)
	want := practice.Settings{Language: "tr", Currency: "GBP", TargetRate: 70_50,
		Limits: rapport.Limits{Hostility: 2, Complexity: 12, Minutes: 90}, Trying: practice.Trying{Code: "write_scope", Since: monday},
		Working: practice.Working{Hours: 32 * 60, WinHours: 40, RemedyLimit: 300_00, Trade: "design", Country: "NL",
			Firm: "No work without a contract\nNo calls at night", Helpers: []rapport.Helper{{Name: "Ada", For: "law", Reach: "ada@law.example"}},
			Rates: []interest.Rate{{Series: "ecb_refi", From: rapport.NewDate(2027, time.January, 1), Percent: 2.4}}}}
	if err := o.EditSettings(t.Context(), want); err != nil {
		t.Fatal(err)
	}
	same := cmpopts.IgnoreUnexported(interest.Rate{})
	got, err := o.Settings(t.Context())
	if diff := cmp.Diff(want, got, same); diff != "" || err != nil {
		t.Errorf("want and got: %s, %v", diff, err)
	}
	for _, s := range []practice.Settings{{Limits: rapport.Limits{Hostility: 6}}, {Limits: rapport.Limits{Complexity: -1}}, {TargetRate: -1},
		{Working: practice.Working{Hours: 169 * 60}}, {Working: practice.Working{RemedyLimit: -1}}, {Working: practice.Working{Country: "Germany"}},
		{Working: practice.Working{Rates: []interest.Rate{{Series: "nobody's", From: monday, Percent: 3}}}}} {
		var problem *rapport.Problem
		if err := o.EditSettings(t.Context(), s); !errors.As(err, &problem) {
			t.Errorf("%+v: %v", s, err)
		}
	}
	got, _ = o.Settings(t.Context())
	if diff := cmp.Diff(want, got, same); diff != "" {
		t.Errorf("a refused choice left %s", diff)
	}
	o.today = o.today.AddDays(3)
	if err := o.Try(t.Context(), "deposit"); err != nil {
		t.Fatal(err)
	}
	want.Trying = practice.Trying{Code: "deposit", Since: o.today}
	got, _ = o.Settings(t.Context())
	if diff := cmp.Diff(want, got, same); diff != "" {
		t.Errorf("trying %s", diff)
	}
	if err := o.Try(t.Context(), ""); err != nil {
		t.Fatal(err)
	}
	if got, _ := o.Settings(t.Context()); got.Trying != (practice.Trying{}) || got.Language != "tr" {
		t.Errorf("ended, it is %+v", got)
	}
}

// A choice another program has spoilt counts as not made, and does not keep the
// others from being changed.
func TestATargetThatCannotBeIsNone(t *testing.T) {
	for _, spoilt := range []string{"-5", "99999999999999999999", "9223372036854775807", "much"} {
		o := open(t)
		err := o.Book().Write(t.Context(), book.Step{}, func(tx *book.Tx) error { return tx.SetSetting("target_rate", spoilt) })
		if err != nil {
			t.Fatal(err)
		}
		if got, err := o.Settings(t.Context()); got.TargetRate != 0 || err != nil {
			t.Errorf("%s: read as %d, %v", spoilt, got.TargetRate, err)
		}
		o.set(func(s *practice.Settings) { s.Theme = "dark" })
	}
}

func TestInsightsCountClientsOutOfSightToo(t *testing.T) {
	o := open(t)
	for _, name := range []string{"Acme", "Beta", "Gamma"} {
		o.log(o.client(name), 40, rapport.Intrusion, 3)
	}
	gone := o.client("Gone")
	o.log(gone, 50, rapport.Intrusion, 3)
	if err := o.ArchiveClient(t.Context(), gone.ID, true); err != nil {
		t.Fatal(err)
	}
	survey, err := o.Insights(t.Context(), monday.AddDays(-365), monday)
	if err != nil || survey.Clients != 4 || len(survey.Shared) == 0 || len(survey.Shared[0].Clients) != 4 {
		t.Errorf("%+v, %v", survey, err)
	}
}
