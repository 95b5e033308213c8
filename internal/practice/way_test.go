package practice_test

import (
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// must fails the test for an error nobody expects.
func (o *office) must(err error) {
	o.t.Helper()
	if err != nil {
		o.t.Fatal(err)
	}
}

// kinds lists the kinds of a client's entries in their order.
func (o *office) kinds(client rapport.Client) []rapport.Kind {
	o.t.Helper()
	var kinds []rapport.Kind
	for _, e := range o.file(client).History.Entries {
		kinds = append(kinds, e.Kind)
	}
	return kinds
}

func (o *office) promise(client rapport.Client, what string, in, minutes int) rapport.Promise {
	o.t.Helper()
	p, err := o.Promise(o.t.Context(), rapport.Promise{Client: client.ID, What: what, By: o.today.AddDays(in), Minutes: minutes})
	o.must(err)
	return p
}

func (o *office) draft(client rapport.Client, kind string) rapport.Letter {
	o.t.Helper()
	l, err := o.KeepLetter(o.t.Context(), rapport.Letter{Client: client.ID, Kind: kind, Language: "en", Style: rapport.Friendly,
		Subject: "Our project", Body: "Thank you for the time you took yesterday."})
	o.must(err)
	return l
}

// everything is how unexported fields are compared, too.
var everything = cmp.Exporter(func(reflect.Type) bool { return true })

// Each deed is prepared, done, taken back and done again, and each time the client's
// file, judgement included, is to the letter what it was.
func TestEveryDeedOfTheWayIsTakenBackWhole(t *testing.T) {
	for _, c := range []struct {
		deed    practice.Deed
		prepare func(*office, rapport.Client) func() error
	}{
		{practice.DeedPromise, func(o *office, c rapport.Client) func() error {
			return func() error { o.promise(c, "a draft", 3, 60); return nil }
		}},
		{practice.DeedEditPromise, func(o *office, c rapport.Client) func() error {
			p := o.promise(c, "a draft", 3, 60)
			p.By = p.By.AddDays(4)
			return func() error { return o.EditPromise(o.t.Context(), p) }
		}},
		{practice.DeedKeepPromise, func(o *office, c rapport.Client) func() error {
			p := o.promise(c, "a draft", 3, 60)
			return func() error { return o.KeepPromise(o.t.Context(), p.ID) }
		}},
		{practice.DeedBreakPromise, func(o *office, c rapport.Client) func() error {
			p := o.promise(c, "a draft", 3, 60)
			return func() error { return o.BreakPromise(o.t.Context(), p.ID) }
		}},
		{practice.DeedSheet, func(o *office, c rapport.Client) func() error {
			return func() error {
				return o.SetSheet(o.t.Context(), rapport.Sheet{Client: c.ID, Agreed: o.today,
					Clauses: map[rapport.Clause]string{rapport.ClauseReach: "By mail, answered within a day."}})
			}
		}},
		{practice.DeedSurprise, func(o *office, c rapport.Client) func() error {
			return func() error {
				return o.Surprised(o.t.Context(), rapport.Surprise{Client: c.ID, Clause: rapport.ClauseByWhen})
			}
		}},
		{practice.DeedFlag, func(o *office, c rapport.Client) func() error {
			return func() error {
				_, err := o.SetFlag(o.t.Context(), rapport.Flag{Client: c.ID, Until: o.today.AddDays(90), Reason: "paid late twice"})
				return err
			}
		}},
		{practice.DeedLiftFlag, func(o *office, c rapport.Client) func() error {
			f, err := o.SetFlag(o.t.Context(), rapport.Flag{Client: c.ID, Until: o.today.AddDays(90), Reason: "paid late twice"})
			o.must(err)
			return func() error { return o.LiftFlag(o.t.Context(), f.ID) }
		}},
		{practice.DeedSendLetter, func(o *office, c rapport.Client) func() error {
			l := o.draft(c, "apology")
			return func() error { return o.SendLetter(o.t.Context(), l.ID, rapport.WayMail, false) }
		}},
		{practice.DeedStartEnding, func(o *office, c rapport.Client) func() error {
			return func() error {
				_, err := o.StartEnding(o.t.Context(), rapport.EndPlan{Client: c.ID})
				return err
			}
		}},
		{practice.DeedEditEnding, func(o *office, c rapport.Client) func() error {
			plan, err := o.StartEnding(o.t.Context(), rapport.EndPlan{Client: c.ID})
			o.must(err)
			plan.Story = "They were never told who decides."
			return func() error { return o.EditEnding(o.t.Context(), plan) }
		}},
		{practice.DeedFinishEnding, func(o *office, c rapport.Client) func() error {
			o.ready(c)
			return func() error { return o.FinishEnding(o.t.Context(), c.ID) }
		}},
		{practice.DeedReopen, func(o *office, c rapport.Client) func() error {
			o.ready(c)
			o.must(o.FinishEnding(o.t.Context(), c.ID))
			return func() error { return o.Reopen(o.t.Context(), c.ID, "a new manager") }
		}},
		{practice.DeedThreat, func(o *office, c rapport.Client) func() error {
			e := o.log(c, 1, rapport.Threat, 4)
			return func() error {
				_, err := o.TrackThreat(o.t.Context(), rapport.ThreatCase{Client: c.ID, Entry: e.ID, Told: "a lawyer"})
				return err
			}
		}},
	} {
		t.Run(string(c.deed), func(t *testing.T) {
			o := open(t)
			acme := o.client("Acme")
			o.log(acme, 20, rapport.Praise, 3)
			do := c.prepare(o, acme)
			before := o.file(acme)
			o.must(do())
			after := o.file(acme)
			if cmp.Equal(before, after, everything) {
				t.Fatal("the deed changed nothing")
			}
			if last := o.last(); last.Deed != c.deed || last.Subject != "Acme" || !last.Touches(acme.ID) {
				t.Errorf("announced: %+v", last)
			}
			undone, err := o.Undo(t.Context())
			if err != nil || undone.Deed != c.deed {
				t.Fatalf("taken back: %+v, %v", undone, err)
			}
			if diff := cmp.Diff(before, o.file(acme), everything); diff != "" {
				t.Errorf("taken back, it differs: %s", diff)
			}
			if _, err := o.Redo(t.Context()); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(after, o.file(acme), everything); diff != "" {
				t.Errorf("done again, it differs: %s", diff)
			}
		})
	}
}

func TestEveryDeedThatCanBeTakenBackIsListedOnce(t *testing.T) {
	seen := map[practice.Deed]bool{}
	for _, d := range practice.Deeds() {
		if seen[d] {
			t.Errorf("%s stands there twice", d)
		}
		seen[d] = true
	}
	for _, d := range []practice.Deed{practice.DeedRun, practice.DeedDraft, practice.DeedReassess, practice.DeedEditSettings} {
		if seen[d] {
			t.Errorf("%s cannot be taken back and is listed", d)
		}
	}
}
