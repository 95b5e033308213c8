package book

import (
	"context"
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Whatever is judged, undone and redone, the sum is what the shares on record add
// up to, and every history sees the others as that sum without its own part.
func TestTheSumIsWhatTheSharesAddUpTo(t *testing.T) {
	next := quickBooks(t)
	rapid.Check(t, func(rt *rapid.T) {
		b := next(rt)
		defer b.Close()
		judge := func(tx *Tx, clients []rapport.ID) error {
			for _, id := range clients {
				if err := tx.PutStanding(id, sampleAssessment(), sampleShare(rapid.IntRange(1, 9).Draw(rt, "share"))); err != nil {
					return err
				}
			}
			return nil
		}
		var clients []rapport.ID
		for n := range rapid.IntRange(1, 12).Draw(rt, "deeds") {
			switch rapid.IntRange(0, 3).Draw(rt, "deed") {
			case 0:
				_, _ = b.Undo(context.Background(), judge)
			case 1:
				_, _ = b.Redo(context.Background(), judge)
			default:
				c := client(fmt.Sprint("Client ", n))
				clients = append(clients, c.ID)
				err := b.Write(context.Background(), Step{Name: "add"}, func(tx *Tx) error {
					return firstError(tx.AddClient(c), judge(tx, []rapport.ID{c.ID}))
				})
				if err != nil {
					rt.Fatal(err)
				}
			}
			wantSum(rt, b, clients)
		}
	})
}

// wantSum holds the stored sum against the shares, one by one.
func wantSum(rt *rapid.T, b *Book, clients []rapport.ID) {
	err := b.Read(context.Background(), func(tx *Tx) error {
		var want assess.Others
		shares := map[rapport.ID]assess.Others{}
		for _, id := range clients {
			share, known, err := tx.shareOf(id)
			if err != nil {
				return err
			}
			if known {
				want, shares[id] = want.Plus(share), share
			}
		}
		got, err := tx.Others()
		if err != nil {
			return err
		}
		same(rt, "the sum", got, want)
		return tx.Histories(Sweep{}, func(h assess.History) error {
			same(rt, "the others of a history", h.Others, want.Minus(shares[h.Client.ID]))
			alone, err := tx.History(h.Client.ID)
			same(rt, "the others of one client", alone.Others, h.Others)
			return err
		})
	})
	if err != nil {
		rt.Fatal(err)
	}
}

// same compares what two sums say; a friction nobody shows may be absent or zero.
func same(rt *rapid.T, what string, got, want assess.Others) {
	rt.Helper()
	text := func(o assess.Others) string {
		friction, received := map[string]int{}, map[rapport.Currency]int64{}
		for code, n := range o.Friction {
			if n != 0 {
				friction[code] = n
			}
		}
		for currency, n := range o.Received {
			if n != 0 {
				received[currency] = n
			}
		}
		o.Friction, o.Received = friction, received
		return fmt.Sprintf("%+v", o)
	}
	if text(got) != text(want) {
		rt.Fatalf("%s: %s, want %s", what, text(got), text(want))
	}
}

func TestTheSumAndTheDayOfTheSweepSurviveAndAFailedDeedLeavesThem(t *testing.T) {
	b := emptyBook(t)
	c := client("Acme")
	write(t, b, "add", func(tx *Tx) error {
		return firstError(tx.AddClient(c), tx.PutStanding(c.ID, sampleAssessment(), sampleShare(3)), tx.SetSwept(today))
	})
	failed := fmt.Errorf("failed")
	err := b.Write(t.Context(), Step{Name: "log"}, func(tx *Tx) error {
		return firstError(tx.PutStanding(c.ID, sampleAssessment(), sampleShare(4)), tx.SetSwept(today+1), failed)
	})
	wantError(t, err, failed)
	read(t, b, func(tx *Tx) error {
		sum, err := tx.Others()
		equal(t, "the sum", sum, sampleShare(3))
		swept, again := tx.Swept()
		equal(t, "the day of the sweep", swept, today)
		return firstError(err, again)
	})
}
