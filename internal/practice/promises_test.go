package practice_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

func TestAPromiseKeptIsAContactAndABrokenOneAMistakeOfOurs(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	kept, broken := o.promise(acme, "the first draft", 2, 0), o.promise(acme, "a call", 1, 0)
	if kept.Given != monday || kept.ID == (rapport.ID{}) {
		t.Errorf("given %+v", kept)
	}
	o.must(o.KeepPromise(t.Context(), kept.ID))
	o.must(o.BreakPromise(t.Context(), broken.ID))
	file := o.file(acme)
	type line struct {
		Kind     rapport.Kind
		Severity int
		On       rapport.Date
		Note     string
	}
	var got []line
	for _, e := range file.History.Entries {
		got = append(got, line{e.Kind, e.Severity, e.On, e.Note})
	}
	want := []line{{rapport.Contact, 3, monday, "the first draft"}, {rapport.OurMistake, 2, monday, "a call"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if p := file.Way.Promises; p[0].Kept != monday || p[1].Broken != monday {
		t.Errorf("the promises are %+v", p)
	}
	for _, again := range []func() error{
		func() error { return o.KeepPromise(t.Context(), kept.ID) },
		func() error { return o.BreakPromise(t.Context(), kept.ID) },
		func() error { return o.KeepPromise(t.Context(), broken.ID) },
	} {
		if err := again(); !errors.Is(err, rapport.ErrSettled) {
			t.Errorf("settled twice: %v", err)
		}
	}
	if n := len(o.file(acme).History.Entries); n != 2 {
		t.Errorf("%d entries after refusals", n)
	}
}

func TestAPromiseIsMovedAndOpenedAgain(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	p := o.promise(acme, "a call", 1, 30)
	o.must(o.KeepPromise(t.Context(), p.ID))
	p.By = p.By.AddDays(7)
	o.must(o.EditPromise(t.Context(), p)) // as it was before it was kept: open
	if got := o.file(acme).Way.Promises[0]; !got.Open() || got.By != p.By {
		t.Errorf("moved: %+v", got)
	}
	p.Broken = o.today
	o.must(o.EditPromise(t.Context(), p))
	o.must(o.EditPromise(t.Context(), p)) // and what was logged is not logged again
	if diff := cmp.Diff([]rapport.Kind{rapport.Contact, rapport.OurMistake}, o.kinds(acme)); diff != "" {
		t.Error(diff)
	}
	open, err := o.Promises(t.Context())
	if err != nil || len(open) != 0 {
		t.Errorf("open: %+v, %v", open, err)
	}
}

// A week of 40 hours; it is Monday.
func TestThereIsTimeForAPromiseOrThereIsNot(t *testing.T) {
	type due struct{ in, hours int }
	for _, c := range []struct {
		name   string
		weekly int
		others []due
		made   due
		by     int // days to the tightest day
		load   practice.Load
		over   bool
	}{
		{"nobody said how many hours there are", 0, []due{{1, 50}, {9, 7}}, due{4, 10}, 4, practice.Load{Promised: 60}, false},
		{"a morning's work for tomorrow", 40, nil, due{1, 4}, 1, practice.Load{Promised: 4, Hours: 16}, false},
		{"three days' work for tomorrow", 40, nil, due{1, 24}, 1, practice.Load{Promised: 24, Hours: 16}, true},
		{"what is due earlier comes first", 40, []due{{1, 10}}, due{2, 16}, 2, practice.Load{Promised: 26, Hours: 24}, true},
		{"what is due much later can wait", 40, []due{{25, 100}}, due{1, 8}, 1, practice.Load{Promised: 8, Hours: 16}, false},
		{"but what was just possible later is no more", 40, []due{{4, 38}}, due{1, 8}, 4, practice.Load{Promised: 46, Hours: 40}, true},
		{"a week end adds no hours", 40, nil, due{6, 40}, 6, practice.Load{Promised: 40, Hours: 40}, false},
		{"the Monday after it does", 40, nil, due{7, 48}, 7, practice.Load{Promised: 48, Hours: 48}, false},
		{"what is late is still to be done", 40, []due{{-3, 15}}, due{1, 4}, 1, practice.Load{Promised: 19, Hours: 16}, true},
		{"two of one day count together", 40, []due{{1, 9}}, due{1, 9}, 1, practice.Load{Promised: 18, Hours: 16}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := open(t)
			o.must(o.EditSettings(t.Context(), practice.Settings{Working: practice.Working{Hours: c.weekly * 60}}))
			acme, birch := o.client("Acme"), o.client("Birch")
			for _, other := range c.others {
				o.promise(birch, "other work", other.in, other.hours*60)
			}
			made := rapport.Promise{Client: acme.ID, What: "a draft", By: monday.AddDays(c.made.in), Minutes: c.made.hours * 60}
			want := practice.Load{By: monday.AddDays(c.by), Promised: c.load.Promised * 60, Hours: c.load.Hours * 60}
			got, err := o.PromiseLoad(t.Context(), made)
			if err != nil || got != want || got.Over() != c.over {
				t.Errorf("got %+v over %v, %v; want %+v over %v", got, got.Over(), err, want, c.over)
			}
			made, err = o.Promise(t.Context(), made) // a warning forbids nothing
			o.must(err)
			if again, err := o.PromiseLoad(t.Context(), made); err != nil || again != want {
				t.Errorf("edited, it counts twice: %+v, %v", again, err)
			}
		})
	}
}

func TestAPromiseThatCannotBeIsRefused(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	for name, p := range map[string]rapport.Promise{
		"that says nothing":     {Client: acme.ID, By: monday},
		"without a day":         {Client: acme.ID, What: "a call"},
		"given tomorrow":        {Client: acme.ID, What: "a call", Given: monday.AddDays(1), By: monday.AddDays(2)},
		"to nobody":             {Client: rapport.NewID(), What: "a call", By: monday},
		"of less than no time":  {Client: acme.ID, What: "a call", By: monday, Minutes: -1},
		"kept and broken alike": {Client: acme.ID, What: "a call", By: monday, Kept: monday, Broken: monday},
	} {
		var problem *rapport.Problem
		if _, err := o.Promise(t.Context(), p); !errors.As(err, &problem) {
			t.Errorf("a promise %s: %v", name, err)
		}
	}
	if n := len(o.file(acme).Way.Promises); n != 0 {
		t.Errorf("%d were stored", n)
	}
}
