package practice_test

import (
	"context"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// interrupted is the same book in the hands of somebody whose time is up when the day
// is asked for the n-th time: in the middle of a deed.
func (o *office) interrupted(n int) (*practice.Practice, context.Context) {
	ctx, cancel := context.WithCancel(o.t.Context())
	o.t.Cleanup(cancel)
	return practice.New(o.Book(), func() rapport.Date {
		if n--; n == 0 {
			cancel()
		}
		return o.today
	}), ctx
}

// Each of these deeds stores several records. Wherever it is interrupted, all of them
// are stored or none.
func TestADeedInterruptedHalfWayIsNone(t *testing.T) {
	for _, c := range []struct {
		name    string
		prepare func(*office, rapport.Client) func(*practice.Practice, context.Context) error
	}{
		{"a promise kept", func(o *office, c rapport.Client) func(*practice.Practice, context.Context) error {
			made := o.promise(c, "a call", 2, 0)
			return func(p *practice.Practice, ctx context.Context) error { return p.KeepPromise(ctx, made.ID) }
		}},
		{"a letter sent", func(o *office, c rapport.Client) func(*practice.Practice, context.Context) error {
			o.must(o.SetSheet(o.t.Context(), rapport.Sheet{Client: c.ID}))
			l := o.draft(c, "expectations")
			return func(p *practice.Practice, ctx context.Context) error {
				return p.SendLetter(ctx, l.ID, rapport.WayMail, false)
			}
		}},
		{"an ending begun", func(_ *office, c rapport.Client) func(*practice.Practice, context.Context) error {
			return func(p *practice.Practice, ctx context.Context) error {
				_, err := p.StartEnding(ctx, rapport.EndPlan{Client: c.ID})
				return err
			}
		}},
		{"an ending finished", func(o *office, c rapport.Client) func(*practice.Practice, context.Context) error {
			o.ready(c)
			return func(p *practice.Practice, ctx context.Context) error { return p.FinishEnding(ctx, c.ID) }
		}},
		{"an engagement reopened", func(o *office, c rapport.Client) func(*practice.Practice, context.Context) error {
			o.ready(c)
			o.must(o.FinishEnding(o.t.Context(), c.ID))
			return func(p *practice.Practice, ctx context.Context) error { return p.Reopen(ctx, c.ID, "a new manager") }
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := open(t)
			acme := o.client("Acme")
			deed := c.prepare(o, acme)
			before, interrupted := o.file(acme), 0
			for n := 1; ; n++ {
				err := deed(o.interrupted(n))
				if err == nil {
					break
				}
				if !errors.Is(err, context.Canceled) {
					t.Fatalf("interrupted at %d: %v", n, err)
				}
				interrupted++
				if diff := cmp.Diff(before, o.file(acme), everything); diff != "" {
					t.Fatalf("interrupted at %d, it left: %s", n, diff)
				}
			}
			if interrupted == 0 {
				t.Error("it was never interrupted")
			}
			if cmp.Equal(before, o.file(acme), everything) {
				t.Error("done, it changed nothing")
			}
		})
	}
}

func TestReadingAnnouncesNothingAndCanBeCancelled(t *testing.T) {
	o := open(t)
	acme := o.story("Acme")
	for name, read := range map[string]func(context.Context) error{
		"dues":    func(ctx context.Context) error { _, err := o.Dues(ctx); return err },
		"ending":  func(ctx context.Context) error { _, err := o.EndingOf(ctx, acme.ID); return err },
		"claims":  func(ctx context.Context) error { _, _, err := o.Claims(ctx, acme.ID, o.today); return err },
		"dossier": func(ctx context.Context) error { _, err := o.Dossier(ctx, acme.ID); return err },
		"known":   func(ctx context.Context) error { _, err := o.Known(ctx, "Acme", nil); return err },
		"ledger":  func(ctx context.Context) error { _, err := o.Ledger(ctx, o.today.AddDays(-90), o.today); return err },
		"flying":  func(ctx context.Context) error { _, err := o.Flying(ctx); return err },
	} {
		announced := len(o.changes)
		if err := read(t.Context()); err != nil || len(o.changes) != announced {
			t.Errorf("%s: %v, %d announced", name, err, len(o.changes)-announced)
		}
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if err := read(ctx); !errors.Is(err, context.Canceled) {
			t.Errorf("%s, cancelled: %v", name, err)
		}
	}
}
