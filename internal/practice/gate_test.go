package practice_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/rapport-desktop/rapport/internal/ending"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Around the gate there is only the note that something ended, and only where nothing
// of ours is left behind.
func TestThatAnEngagementEndedIsNotedWhereNothingIsOwedByUs(t *testing.T) {
	for _, c := range []struct {
		name    string
		prepare func(*office, rapport.Client)
		blocks  []string
		err     error
	}{
		{"nothing is open", func(*office, rapport.Client) {}, nil, nil},
		{"they owe us", func(o *office, c rapport.Client) {
			_, err := o.Owe(o.t.Context(), rapport.Obligation{Client: c.ID, Side: rapport.Theirs, What: "their texts"})
			o.must(err)
		}, nil, nil},
		{"we owe them", func(o *office, c rapport.Client) {
			_, err := o.Owe(o.t.Context(), rapport.Obligation{Client: c.ID, Side: rapport.Ours, What: "the files"})
			o.must(err)
		}, []string{ending.BlockObligation}, rapport.ErrEndingLocked},
		{"we gave our word", func(o *office, c rapport.Client) { o.promise(c, "a call", 2, 0) }, []string{ending.BlockPromise}, rapport.ErrEndingLocked},
		{"what we owed is settled", func(o *office, c rapport.Client) {
			owed, err := o.Owe(o.t.Context(), rapport.Obligation{Client: c.ID, Side: rapport.Ours, What: "the files"})
			o.must(err)
			o.must(o.Waive(o.t.Context(), owed.ID, "they have them"))
			o.must(o.BreakPromise(o.t.Context(), o.promise(c, "a call", 2, 0).ID))
		}, nil, nil},
		{"an ending is under way", func(o *office, c rapport.Client) { o.ready(c) }, nil, rapport.ErrEndingOpen},
	} {
		t.Run(c.name, func(t *testing.T) {
			for name, note := range map[string]func(*office, rapport.Client) error{
				"in the client's form": func(o *office, client rapport.Client) error {
					client.State = rapport.EndedState
					return o.EditClient(o.t.Context(), client)
				},
				"as an entry": func(o *office, client rapport.Client) error {
					_, err := o.Log(o.t.Context(), rapport.Entry{Client: client.ID, On: o.today, Kind: rapport.Ended, Severity: 3})
					return err
				},
				"in an entry that was another": func(o *office, client rapport.Client) error {
					e := o.log(client, 0, rapport.Contact, 3)
					e.Kind = rapport.Ended
					return o.EditEntry(o.t.Context(), e)
				},
			} {
				o := open(t)
				acme := o.client("Acme")
				c.prepare(o, acme)
				before := o.file(acme)
				err := note(o, before.History.Client)
				if !errors.Is(err, c.err) || !cmp.Equal(blocks(err), c.blocks) {
					t.Errorf("%s: %v", name, err)
				}
				after := o.file(acme)
				if c.err == nil && after.History.Client.State != rapport.EndedState {
					t.Errorf("%s: it is %s", name, after.History.Client.State)
				}
				if c.err != nil && (after.History.Client.State != before.History.Client.State || over(after.History.Entries)) {
					t.Errorf("%s: refused, and yet it is %s", name, after.History.Client.State)
				}
			}
		})
	}
}

// over reports whether an entry says that the engagement ended.
func over(entries []rapport.Entry) bool {
	for _, e := range entries {
		if e.Kind == rapport.Ended {
			return true
		}
	}
	return false
}

func TestAnEndingOfLongAgoThatOthersFollowIsHistory(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	o.log(acme, 30, rapport.Praise, 3)
	o.promise(acme, "a call", 2, 0)
	o.log(acme, 400, rapport.Ended, 3) // they came back since
	if state := o.file(acme).History.Client.State; state != rapport.Active {
		t.Errorf("it ended long ago and went on: %s", state)
	}
	if _, err := o.Log(t.Context(), rapport.Entry{Client: acme.ID, On: monday.AddDays(-10), Kind: rapport.Ended, Severity: 3}); !errors.Is(err, rapport.ErrEndingLocked) {
		t.Errorf("ended after all else, with our word open: %v", err)
	} else if p := (*rapport.Problem)(nil); !errors.As(err, &p) || p.Args["earliest"] != monday.AddDays(2) {
		t.Errorf("it names another day than that of our word: %v", err)
	}
}

func TestTheStateOfAClientGoesItsOrdinaryWays(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	choose := func(state rapport.State) error {
		c := o.file(acme).History.Client
		c.State = state
		return o.EditClient(t.Context(), c)
	}
	o.must(choose(rapport.EndedState))
	o.must(choose(rapport.Active)) // it was noted in error
	o.must(choose(rapport.Prospect))
	o.must(choose(rapport.Ending))
	if plan := o.file(acme).Way.EndPlan; plan == nil || !plan.Open() || plan.Begun != monday {
		t.Fatalf("to be ending is to have a plan: %+v", plan)
	}
	for _, state := range []rapport.State{rapport.Prospect, rapport.Active, rapport.EndedState} {
		if err := choose(state); !errors.Is(err, rapport.ErrEndingOpen) {
			t.Errorf("under way, %s was chosen: %v", state, err)
		}
	}
	o.must(choose(rapport.Ending)) // the form saved for another reason
	o.must(o.Reopen(t.Context(), acme.ID, "they paid"))
	o.ready(acme)
	o.must(o.FinishEnding(t.Context(), acme.ID))
	for _, state := range []rapport.State{rapport.Prospect, rapport.Active} {
		if err := choose(state); !errors.Is(err, practice.ErrEnded) {
			t.Errorf("properly ended, %s was chosen: %v", state, err)
		}
	}
}

func TestWhoIsAddedAsEndingOrEndedIsThat(t *testing.T) {
	o := open(t)
	add := func(name string, state rapport.State) rapport.Client {
		c, err := o.AddClient(t.Context(), rapport.Client{Name: name, State: state, Terms: rapport.Terms{Currency: "EUR", NoticeDays: 30}})
		o.must(err)
		return c
	}
	if plan := o.file(add("Acme", rapport.Ending)).Way.EndPlan; plan == nil || plan.Notice.Days != 30 {
		t.Errorf("added as ending, with the plan %+v", plan)
	}
	birch := add("Birch", rapport.EndedState)
	if plan := o.file(birch).Way.EndPlan; plan != nil {
		t.Errorf("added as ended, with the plan %+v", plan)
	}
	o.must(o.Reopen(t.Context(), birch.ID, "they are back"))
	if plan := o.file(birch).Way.EndPlan; plan == nil || plan.Why != "they are back" || plan.Open() {
		t.Errorf("reopened, it is not remembered: %+v", plan)
	}
	o.log(birch, 0, rapport.Contact, 3)
	if _, err := o.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
}

func TestAnEndingOfLongAgoIsNotMovedPastTheGate(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	o.log(acme, 30, rapport.Praise, 3)
	o.promise(acme, "a call", 2, 0)
	e := o.log(acme, 400, rapport.Ended, 3)
	e.On = o.today
	if err := o.EditEntry(t.Context(), e); !errors.Is(err, rapport.ErrEndingLocked) {
		t.Errorf("moved behind all else, with our word open: %v", err)
	}
	e.On = o.today.AddDays(-200)
	o.must(o.EditEntry(t.Context(), e)) // still history
	if state := o.file(acme).History.Client.State; state != rapport.Active {
		t.Errorf("it went on after that, and is %s", state)
	}
}

// Whatever was done to an ending, it finishes if and only if nothing is open; what that
// means is said here once more, apart from how it is worked out.
func TestAnEndingFinishesExactlyWhenNothingIsOpen(t *testing.T) {
	o := open(t)
	finished, refused := 0, 0
	rapid.Check(t, func(r *rapid.T) {
		client, err := o.AddClient(t.Context(), rapport.Client{Name: rapport.NewID().String(), State: rapport.Active, Terms: rapport.Terms{Currency: "EUR"}})
		check(r, err)
		plan, err := o.StartEnding(t.Context(), rapport.EndPlan{Client: client.ID, Story: rapid.SampledFrom([]string{"Their side.", " ", "Their side.", "Their side."}).Draw(r, "story"),
			Notice: period(r, o.today, "notice"), Cure: period(r, o.today, "cure"), Considered: considered(r), Begun: o.today.AddDays(-rapid.IntRange(0, 2).Draw(r, "begun"))})
		check(r, err)
		if rapid.Bool().Draw(r, "last day") {
			over := max(o.today, ending.EndOf(plan.Notice), ending.EndOf(plan.Cure))
			plan.LastDay = over.AddDays(rapid.IntRange(0, 3).Draw(r, "until"))
			check(r, o.EditEnding(t.Context(), plan))
		}
		for range rapid.IntRange(0, 3).Draw(r, "owed") {
			check(r, settleOrNot(r, o, client))
		}
		o.today = o.today.AddDays(rapid.IntRange(0, 4).Draw(r, "days"))
		file, err := o.EndingOf(t.Context(), client.ID)
		check(r, err)
		free := nothingOpen(*file.Plan, file.History.Obligations, file.Way.Promises, o.today)
		err = o.FinishEnding(t.Context(), client.ID)
		if free != (err == nil) || !free && len(blocks(err)) == 0 {
			r.Fatalf("nothing open: %v; finishing: %v", free, err)
		}
		if free {
			finished++
		} else {
			refused++
		}
		if file, _ = o.EndingOf(t.Context(), client.ID); (file.History.Client.State == rapport.EndedState) != free || over(file.History.Entries) != free {
			r.Fatalf("nothing open: %v, and it is %s", free, file.History.Client.State)
		}
	})
	if finished == 0 || refused == 0 {
		t.Errorf("%d finished, %d refused: one of them was not tried", finished, refused)
	}
}

func check(r *rapid.T, err error) {
	if err != nil {
		r.Fatal(err)
	}
}

// period is none, one that was not begun, and one that runs or has run, of few days.
func period(r *rapid.T, today rapport.Date, name string) rapport.Period {
	p := rapport.Period{Days: rapid.IntRange(0, 3).Draw(r, name)}
	if ago := rapid.IntRange(-1, 4).Draw(r, name+" ago"); ago >= 0 {
		p.From = today.AddDays(-ago)
	}
	return p
}

func considered(r *rapid.T) []rapport.OweKind {
	if rapid.IntRange(0, 3).Draw(r, "considered") > 0 {
		return rapport.OweKinds()
	}
	return rapport.OweKinds()[1:]
}

// settleOrNot notes something owed or promised and, half of the time, settles it.
func settleOrNot(r *rapid.T, o *office, client rapport.Client) error {
	ctx := o.t.Context()
	settled := rapid.Bool().Draw(r, "settled")
	if rapid.Bool().Draw(r, "promise") {
		p, err := o.Promise(ctx, rapport.Promise{Client: client.ID, What: "a word", By: o.today})
		if err != nil || !settled {
			return err
		}
		return o.KeepPromise(ctx, p.ID)
	}
	owed, err := o.Owe(ctx, rapport.Obligation{Client: client.ID, What: "a thing", Side: rapid.SampledFrom([]rapport.Side{rapport.Ours, rapport.Theirs}).Draw(r, "side"),
		Kind: rapid.SampledFrom(append(rapport.OweKinds(), "")).Draw(r, "kind")})
	if err != nil || !settled {
		return err
	}
	return o.Waive(ctx, owed.ID, "settled otherwise")
}

func nothingOpen(e rapport.EndPlan, owed []rapport.Obligation, promises []rapport.Promise, today rapport.Date) bool {
	if strings.TrimSpace(e.Story) == "" || today <= e.Begun || today < e.LastDay {
		return false
	}
	asked := map[rapport.OweKind]bool{}
	for _, k := range e.Considered {
		asked[k] = true
	}
	for _, o := range owed {
		asked[o.Kind] = true
		money := o.Kind == rapport.OweInvoice || o.Kind == rapport.OweDeposit
		if o.Open() && (o.Side == rapport.Ours || !money) {
			return false
		}
	}
	for _, k := range rapport.OweKinds() {
		if !asked[k] {
			return false
		}
	}
	for _, p := range promises {
		if p.Open() {
			return false
		}
	}
	cured := e.Cure.Days == 0 || !e.Cure.From.IsZero() && today > e.Cure.From.AddDays(e.Cure.Days)
	noticed := !e.Notice.From.IsZero() && today >= e.Notice.From.AddDays(e.Notice.Days)
	return cured && noticed
}
