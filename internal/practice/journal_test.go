package practice_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

func TestTheJournalShowsOnlyTheEntriesAskedFor(t *testing.T) {
	o := open(t)
	acme, nord := o.client("Acme"), o.client("Nordlicht")
	newest := o.log(acme, 1, rapport.Complaint, 3)
	o.log(acme, 2, rapport.Praise, 3)
	oldest := o.log(nord, 3, rapport.Demand, 3)
	trashed := o.log(acme, 4, rapport.Contact, 3)
	if err := o.TrashEntry(t.Context(), trashed.ID); err != nil {
		t.Fatal(err)
	}
	// Far more than a statement takes parameters, as a reason may rest on.
	many := make([]rapport.ID, 40_000, 40_003)
	for i := range many {
		many[i] = rapport.NewID()
	}
	cases := map[string]struct {
		filter book.Filter
		want   []rapport.ID
	}{
		"one":                    {book.Filter{Only: []rapport.ID{oldest.ID}}, []rapport.ID{oldest.ID}},
		"several, newest first":  {book.Filter{Only: []rapport.ID{oldest.ID, newest.ID}}, []rapport.ID{newest.ID, oldest.ID}},
		"among very many":        {book.Filter{Only: append(many, oldest.ID, newest.ID, trashed.ID)}, []rapport.ID{newest.ID, oldest.ID}},
		"of one client":          {book.Filter{Only: []rapport.ID{oldest.ID, newest.ID}, Client: nord.ID}, []rapport.ID{oldest.ID}},
		"none that is known":     {book.Filter{Only: many[:3]}, nil},
		"in the trash":           {book.Filter{Only: []rapport.ID{newest.ID, trashed.ID}, Trashed: true}, []rapport.ID{trashed.ID}},
		"from the first onwards": {book.Filter{Only: []rapport.ID{oldest.ID, newest.ID}, Before: book.Cursor{On: newest.On, ID: newest.ID}}, []rapport.ID{oldest.ID}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			rows, err := o.JournalPage(t.Context(), c.filter)
			if err != nil {
				t.Fatal(err)
			}
			var got []rapport.ID
			for _, row := range rows {
				got = append(got, row.Entry.ID)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
			c.filter.Before = book.Cursor{}
			if n, err := o.JournalCount(t.Context(), c.filter); err != nil || n < len(got) {
				t.Errorf("counted %d, %v", n, err)
			}
		})
	}
}

func TestTheWholeJournalIsCountedWithoutTheTrash(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	for ago := range 5 {
		e := o.log(acme, ago, rapport.Contact, 3)
		if ago%2 == 0 {
			if err := o.TrashEntry(t.Context(), e.ID); err != nil {
				t.Fatal(err)
			}
		}
	}
	for name, c := range map[string]struct {
		filter book.Filter
		want   int
	}{
		"journal":       {book.Filter{}, 2},
		"of a client":   {book.Filter{Client: acme.ID}, 2},
		"a blank text":  {book.Filter{Text: "  "}, 2},
		"trash":         {book.Filter{Trashed: true}, 3},
		"from some day": {book.Filter{From: o.today.AddDays(-1)}, 1},
	} {
		if n, err := o.JournalCount(t.Context(), c.filter); err != nil || n != c.want {
			t.Errorf("%s: counted %d, want %d, %v", name, n, c.want, err)
		}
	}
}
