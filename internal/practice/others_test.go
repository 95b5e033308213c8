package practice_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Whatever was done, and taken back, on one day or on several: what the book keeps
// of the others is what a look at every single client comes to.
func TestTheOthersAreWhatALookAtEveryoneComesTo(t *testing.T) {
	o := open(t)
	rapid.Check(t, func(t *rapid.T) {
		defer empty(t, o.Practice)
		o.today = monday
		for range rapid.IntRange(1, 14).Draw(t, "deeds") {
			anything(t, o)
			wantOthers(t, o)
		}
		o.today = o.today.AddDays(rapid.SampledFrom([]int{1, 200, 400}).Draw(t, "days later"))
		if _, err := o.Review(t.Context()); err != nil {
			t.Fatal(err)
		}
		wantOthers(t, o)
		wantStandings(t, o)
	})
}

// anything does one deed or another to one client or another.
func anything(t *rapid.T, o *office) {
	clients, err := o.Clients(t.Context(), true)
	if err != nil {
		t.Fatal(err)
	}
	if len(clients) == 0 {
		clients = append(clients, addClient(t, o))
	}
	c := rapid.SampledFrom(clients).Draw(t, "client")
	switch rapid.IntRange(0, 8).Draw(t, "deed") {
	case 0:
		addClient(t, o)
	case 1:
		err = o.ArchiveClient(t.Context(), c.ID, !c.Archived)
	case 2:
		_, err = o.AddInvoice(t.Context(), anyInvoice(t, c.ID, rapport.NewID().String()))
	case 3:
		_, err = o.Undo(t.Context())
	case 4:
		_, err = o.Redo(t.Context())
	case 5:
		_, err = o.Decide(t.Context(), rapport.Decision{Client: c.ID, Chosen: rapport.Keep, Why: "a reason"})
	case 6:
		bring(t, o.Practice, fmt.Sprintf("client,date,kind,minutes\n%s,2026-06-20,intrusion,5\nNewcomer,2026-06-20,demand,7\n", c.Name))
	case 7:
		e := anyEntry(t, c.ID)
		e.On = o.today.AddDays(-rapid.IntRange(300, 400).Draw(t, "long ago"))
		_, err = o.Log(t.Context(), e)
	default:
		_, err = o.Log(t.Context(), anyEntry(t, c.ID))
	}
	if err != nil && !errors.Is(err, book.ErrNothingToUndo) && !errors.Is(err, book.ErrNothingToRedo) {
		t.Fatal(err)
	}
}

func addClient(t *rapid.T, o *office) rapport.Client {
	c, err := o.AddClient(t.Context(), rapport.Client{Name: rapport.NewID().String(), State: rapport.Active,
		Terms: rapport.Terms{Currency: "EUR"}})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// wantOthers adds the shares of all clients up and compares.
func wantOthers(t *rapid.T, o *office) {
	err := o.Book().Read(t.Context(), func(tx *book.Tx) error {
		var want assess.Others
		err := tx.Histories(book.Sweep{Archived: true}, func(h assess.History) error {
			want = want.Plus(assess.ShareOf(h, o.today))
			return nil
		})
		if err != nil {
			return err
		}
		got, err := tx.Others()
		if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("the sum of the shares (-want +got):\n%s", diff)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// wantStandings compares every standing with the judgement of its history.
func wantStandings(t *rapid.T, o *office) {
	clients, err := o.Clients(t.Context(), true)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range clients {
		file, err := o.Client(t.Context(), c.ID)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(assess.Assess(file.History, o.today), file.Standing.Assessment, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("the standing of %s (-judged +stored):\n%s", c.Name, diff)
		}
	}
}

// practiceOfFive has five clients with the same trouble, and a sixth without.
func practiceOfFive(t *testing.T) *office {
	o := open(t)
	for n := range 6 {
		c := o.client(fmt.Sprintf("Client %d", n))
		if n < 5 {
			o.log(c, 20, rapport.Intrusion, 3)
		}
	}
	if _, err := o.Review(t.Context()); err != nil {
		t.Fatal(err)
	}
	return o
}

func TestAClientIsJudgedBesideTheOthersWithoutItself(t *testing.T) {
	o := practiceOfFive(t)
	seen := 0
	err := o.Histories(t.Context(), func(h assess.History) error {
		seen++
		want := 4
		if len(h.Entries) == 0 {
			want = 5
		}
		if h.Others.Clients != want || h.Others.Friction[assess.ReasonIntrusion] != want {
			t.Errorf("%s has %+v beside it, want %d of a kind", h.Client.Name, h.Others, want)
		}
		return nil
	})
	if err != nil || seen != 6 {
		t.Errorf("%d histories, %v", seen, err)
	}
}

// A book that is only looked at gives the answers of one that is kept.
func TestABookToReadIsJudgedInPassingBesideTheOthers(t *testing.T) {
	o := practiceOfFive(t)
	o.today = o.today.AddDays(90)
	looking, err := book.Open(t.Context(), o.Book().Path(), book.Options{Now: time.Now, ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	p := practice.New(looking, func() rapport.Date { return o.today })
	defer p.Close()
	passing, err := p.Review(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	files := map[rapport.ID]practice.ClientFile{}
	for _, s := range passing {
		file, err := p.Client(t.Context(), s.Client.ID)
		if err != nil {
			t.Fatal(err)
		}
		files[s.Client.ID] = file
	}
	kept, err := o.Review(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(kept, passing, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("the review (-kept +in passing):\n%s", diff)
	}
	for _, s := range kept {
		own, err := o.Client(t.Context(), s.Client.ID)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(own, files[s.Client.ID], cmpopts.EquateEmpty(), cmp.AllowUnexported(rapport.Rating{})); diff != "" {
			t.Errorf("%s (-kept +in passing):\n%s", s.Client.Name, diff)
		}
	}
}

// The order in which an import names its clients does not show in their standings.
func TestEverybodyOfAnImportIsJudgedBesideEverybody(t *testing.T) {
	rows := []string{"Acme,2026-06-20,intrusion\n", "Beta,2026-06-20,intrusion\n", "Gamma,2026-06-20,intrusion\n", "Delta,2026-06-20,intrusion\n"}
	verdicts := func(order ...int) map[string]assess.Assessment {
		o := open(t)
		text := "client,date,kind\n"
		for _, n := range order {
			text += rows[n]
		}
		o.bring(o.plan(text))
		standings := map[string]assess.Assessment{}
		err := o.Book().Read(t.Context(), func(tx *book.Tx) error {
			all, err := tx.Standings(monday, true)
			for _, s := range all {
				standings[s.Client.Name] = s.Assessment
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return standings
	}
	there, back := verdicts(0, 1, 2, 3), verdicts(3, 2, 1, 0)
	ids := cmpopts.IgnoreTypes([]rapport.ID{})
	if diff := cmp.Diff(there, back, cmpopts.EquateEmpty(), ids); diff != "" || len(there) != 4 {
		t.Errorf("one order and the other:\n%s", diff)
	}
}
