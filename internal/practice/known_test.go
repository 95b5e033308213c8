package practice_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rapport-desktop/rapport/internal/intake"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// returning makes a client who should not come back unnoticed.
func (o *office) returning(name, organisation, mail string, state rapport.State) rapport.Client {
	o.t.Helper()
	c, err := o.AddClient(o.t.Context(), rapport.Client{Name: name, Organisation: organisation, State: state,
		Reach: rapport.Reach{Emails: []string{mail}}, Terms: rapport.Terms{Currency: "EUR"}})
	o.must(err)
	return c
}

func TestWhoeverTurnsUpAgainIsRecognised(t *testing.T) {
	o := open(t)
	muller := o.returning("Müller Tiefbau", "", "chef@mueller-tiefbau.example", rapport.Active)
	_, err := o.SetFlag(t.Context(), rapport.Flag{Client: muller.ID, Until: monday.AddDays(365), Reason: "deposit first"})
	o.must(err)
	o.returning("Jan de Vries", "Kaasboer de Vries BV", "jan.devries@gmail.com", rapport.EndedState)
	o.returning("Acme", "Acme Holding", "office@acme.example", rapport.Active) // nothing against them
	for _, c := range []struct {
		name  string
		mails []string
		want  map[string]string
	}{
		{"Müller Tiefbau", nil, map[string]string{"Müller Tiefbau": practice.BySameName}},
		{"MUELLER TIEFBAU", nil, map[string]string{"Müller Tiefbau": practice.BySameName}},
		{"Müller-Tiefbau", nil, map[string]string{"Müller Tiefbau": practice.BySameName}},
		{"Muller Tiefbai", nil, map[string]string{"Müller Tiefbau": practice.ByNearName}},
		{"Müller Tiefbau GmbH & Co. KG", nil, map[string]string{"Müller Tiefbau": practice.ByNearName}},
		{"Kaasboer de Vries", nil, map[string]string{"Jan de Vries": practice.ByOrganisation}},
		{"Somebody new", []string{"JAN.DEVRIES@GMAIL.COM"}, map[string]string{"Jan de Vries": practice.BySameMail}},
		{"Somebody new", []string{"another@gmail.com"}, nil},
		{"Somebody new", []string{"new@x.example", "buero@mueller-tiefbau.example"}, map[string]string{"Müller Tiefbau": practice.ByOrganisation}},
		{"Jan de Vries", []string{"chef@mueller-tiefbau.example"}, map[string]string{"Müller Tiefbau": practice.BySameMail, "Jan de Vries": practice.BySameName}},
		{"Jan", nil, nil},
		{"Acme", []string{"office@acme.example"}, nil},
		{"", nil, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			found, err := o.Known(t.Context(), c.name, c.mails)
			o.must(err)
			var got map[string]string
			for _, r := range found {
				if got == nil {
					got = map[string]string{}
				}
				got[r.Client.Name] = r.By
				if (len(r.Flags) == 0) == (r.Client.ID == muller.ID) {
					t.Errorf("%s flies %+v", r.Client.Name, r.Flags)
				}
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("for %q %v: %s", c.name, c.mails, diff)
			}
			if !slices.IsSortedFunc(found, func(a, b practice.Returning) int {
				return slices.Index(practice.ReturningBy(), a.By) - slices.Index(practice.ReturningBy(), b.By)
			}) {
				t.Errorf("the surest is not first: %+v", found)
			}
		})
	}
}

func TestAFlagFliesUntilItsDayOrUntilItIsLifted(t *testing.T) {
	o := open(t)
	acme, birch := o.client("Acme"), o.client("Birch")
	set := func(c rapport.Client, days int) rapport.Flag {
		f, err := o.SetFlag(t.Context(), rapport.Flag{Client: c.ID, Until: monday.AddDays(days), Reason: "they shouted"})
		o.must(err)
		return f
	}
	set(acme, 10)
	lifted := set(birch, 100)
	seen := func(name string) bool {
		found, err := o.Known(t.Context(), name, nil)
		o.must(err)
		return len(found) > 0
	}
	if !seen("Acme") || !seen("Birch") {
		t.Error("neither is recognised")
	}
	later := set(acme, 20)
	o.today = monday.AddDays(9)
	if flying, err := o.Flying(t.Context()); err != nil || len(flying) != 2 || flying[acme.ID].ID != later.ID {
		t.Errorf("flying: %+v, %v", flying, err)
	}
	o.must(o.LiftFlag(t.Context(), later.ID))
	o.today = monday.AddDays(10)
	o.must(o.LiftFlag(t.Context(), lifted.ID))
	o.must(o.LiftFlag(t.Context(), lifted.ID)) // it is down already
	if !seen("Acme") || seen("Birch") {
		t.Error("on the last day the one still flies and the other was lifted")
	}
	o.today = monday.AddDays(11)
	if seen("Acme") {
		t.Error("past its day it flies on")
	}
	if flags := o.file(birch).Way.Flags; len(flags) != 1 || flags[0].Lifted != monday.AddDays(10) {
		t.Errorf("that it flew is on record: %+v", flags)
	}
	lifted.Client = acme.ID
	if _, err := o.SetFlag(t.Context(), lifted); !errors.Is(err, rapport.ErrNotFound) {
		t.Errorf("put up over another client: %v", err)
	}
	if _, err := o.SetFlag(t.Context(), rapport.Flag{Client: acme.ID, Until: o.today}); !errors.Is(err, rapport.ErrReasonMissing) {
		t.Errorf("without a reason: %v", err)
	}
}

func TestAnEndedEngagementIsRecognisedWithItsDay(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	o.ready(acme)
	o.must(o.FinishEnding(t.Context(), acme.ID))
	ended := o.today
	o.today = o.today.AddDays(200)
	if found, err := o.Known(t.Context(), "acme", nil); err != nil || len(found) != 1 || found[0].Ended != ended {
		t.Errorf("found %+v, %v", found, err)
	}
	o.must(o.Reopen(t.Context(), acme.ID, "a new manager"))
	if found, err := o.Known(t.Context(), "acme", nil); err != nil || len(found) != 0 {
		t.Errorf("reopened, and still: %+v, %v", found, err)
	}
}

func TestAnImportRemindsOfWhoWasHereBefore(t *testing.T) {
	o := open(t)
	old := o.returning("Acme Tools", "", "office@acme.example", rapport.EndedState)
	file := intake.File{Name: "journal.csv"}
	for i, name := range []string{"Acme Tools", "Acme Tools GmbH", "Birch"} {
		file.Entries = append(file.Entries, intake.EntryRow{Client: name, Entry: rapport.Entry{On: monday, Kind: rapport.Contact, Severity: 3,
			Source: rapport.Source{File: file.Name, Row: i + 2}}})
	}
	plan, err := o.Plan(t.Context(), file)
	o.must(err)
	for _, n := range plan.Names {
		if known := len(n.Known) == 1 && n.Known[0].Client.ID == old.ID; known != (n.Text != "Birch") {
			t.Errorf("%s: %+v", n.Text, n.Known)
		}
	}
}
