package demo_test

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/demo"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

func newPractice(t testing.TB) *practice.Practice { return newPracticeOn(t, today) }

func newPracticeOn(t testing.TB, on rapport.Date) *practice.Practice {
	t.Helper()
	b, err := book.Create(t.Context(), filepath.Join(t.TempDir(), "made up.rapport"), book.Options{Now: on.Time})
	if err != nil {
		t.Fatal(err)
	}
	p := practice.New(b, func() rapport.Date { return on })
	t.Cleanup(func() {
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	})
	return p
}

// held reads every history and standing of a book.
func held(t *testing.T, p *practice.Practice) (histories []assess.History, standings map[string]assess.Standing) {
	t.Helper()
	standings = map[string]assess.Standing{}
	err := p.Book().Read(t.Context(), func(tx *book.Tx) error {
		all, err := tx.Standings(today, true)
		if err != nil {
			return err
		}
		for _, s := range all {
			standings[s.Client.Name] = s
		}
		return tx.Histories(book.Sweep{}, func(h assess.History) error {
			h.Entries = slices.Clone(h.Entries)
			histories = append(histories, h)
			return nil
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	return histories, standings
}

func TestTheSampleIsStoredAsToldAndJudged(t *testing.T) {
	p := newPractice(t)
	speaker := present.NewSpeaker("tr", "")
	if err := demo.Fill(t.Context(), p, speaker); err != nil {
		t.Fatal(err)
	}
	_, standings := held(t, p)
	for i, s := range demo.Stories(today, func(key string) string { return speaker.T(key) }) {
		err := p.Book().Read(t.Context(), func(tx *book.Tx) error {
			stored, err := tx.History(s.Client.ID)
			if diff := cmp.Diff(s.History, stored, cmpopts.IgnoreFields(assess.History{}, "Others"), cmp.AllowUnexported(rapport.Rating{}), cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("%s: - told, + stored:\n%s", s.Client.Name, diff)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		if got := standings[s.Client.Name].Assessment; got.Verdict != wanted[i].verdict || got.On != today {
			t.Errorf("%s stands at %s of %s", s.Client.Name, got.Verdict, got.On)
		}
	}
	if len(standings) != len(wanted) {
		t.Errorf("%d clients are stored, want %d", len(standings), len(wanted))
	}
}

func TestTheSampleCannotBeUndoneOrFilledTwice(t *testing.T) {
	p := newPractice(t)
	speaker := present.NewSpeaker("de", "")
	if err := demo.Fill(t.Context(), p, speaker); err != nil {
		t.Fatal(err)
	}
	undo, redo, err := p.Book().Steps(t.Context())
	if err != nil || len(undo)+len(redo) > 0 {
		t.Errorf("%d steps can be undone, %d redone, %v", len(undo), len(redo), err)
	}
	own := rapport.Client{ID: rapport.NewID(), Name: "Krähwinkel Wohnbau", State: rapport.Active,
		Terms: rapport.Terms{Currency: "EUR"}}
	p = newPractice(t)
	if _, err := p.AddClient(t.Context(), own); err != nil {
		t.Fatal(err)
	}
	if err := demo.Fill(t.Context(), p, speaker); !errors.Is(err, rapport.ErrNameTaken) {
		t.Errorf("filling a book with a client of that name: %v", err)
	}
	if histories, _ := held(t, p); len(histories) != 1 {
		t.Errorf("%d clients after a failed filling, want the one before", len(histories))
	}
}

func TestALargePracticeIsStoredWholeAndJudged(t *testing.T) {
	p := newPractice(t)
	size := demo.Size{Clients: 120, Entries: 12_000, Seed: 5}
	var heard []demo.Size
	err := demo.Large(t.Context(), p, present.NewSpeaker("en", ""), size,
		func(done, all demo.Size) { heard = append(heard, done) })
	if err != nil {
		t.Fatal(err)
	}
	if len(heard) < 2 || heard[len(heard)-1] != size {
		t.Errorf("progress was %v", heard)
	}
	histories, standings := held(t, p)
	entries := 0
	for _, h := range histories {
		entries += len(h.Entries)
		if got := standings[h.Client.Name].Assessment; got.On != today || got.Verdict == "" {
			t.Errorf("%s is not judged", h.Client.Name)
		}
	}
	if len(histories) != size.Clients || entries != size.Entries {
		t.Errorf("%d clients and %d entries are stored", len(histories), entries)
	}
}

func TestALargePracticeCanBeCancelled(t *testing.T) {
	p := newPractice(t)
	ctx, cancel := context.WithCancel(t.Context())
	err := demo.Large(ctx, p, present.NewSpeaker("en", ""), demo.Size{Clients: 250, Entries: 25_000},
		func(demo.Size, demo.Size) { cancel() })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	histories, standings := held(t, p)
	if len(histories) == 0 || len(histories) == 250 || len(standings) != len(histories) {
		t.Errorf("%d clients and %d standings are stored", len(histories), len(standings))
	}
}
