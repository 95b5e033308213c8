package book

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// plainStanding works a standing out from the history, the slow and obvious way.
func plainStanding(h assess.History, a assess.Assessment, on rapport.Date) assess.Standing {
	s := assess.Standing{Client: h.Client, Assessment: a}
	owed := map[rapport.Currency]int64{}
	for _, v := range h.Invoices {
		if days := v.DaysOverdue(on); days > 0 {
			owed[v.Amount.Currency] += v.OpenOn(on).Minor
			s.OverdueDays = max(s.OverdueDays, days)
		}
	}
	for _, currency := range slices.Sorted(maps.Keys(owed)) {
		s.Overdue = append(s.Overdue, rapport.Money{Minor: owed[currency], Currency: currency})
	}
	for _, o := range h.Obligations {
		if o.Open() {
			s.Open++
		}
	}
	for _, e := range h.Entries {
		if e.On <= on && e.Kind != rapport.Note {
			s.LastContact = max(s.LastContact, e.On)
		}
	}
	for i, d := range h.Decisions {
		if d.On <= on {
			s.Decision = &h.Decisions[i]
		}
		age := on.DaysSince(d.On)
		idle := d.Agreed() && (d.Chosen == rapport.Keep || d.Chosen == rapport.Unclear)
		if s.LookBack == nil && age >= 90 && age <= 730 && d.Outcome == "" && !idle {
			s.LookBack = &h.Decisions[i]
		}
	}
	return s
}

func TestStandingsAreWhatTheHistoriesSay(t *testing.T) {
	b := emptyBook(t)
	random := rand.New(rand.NewPCG(7, 7))
	assessments := map[rapport.ID]assess.Assessment{}
	write(t, b, "setup", func(tx *Tx) error {
		for n := range 40 {
			c := client(fmt.Sprint("Client ", n))
			c.Archived = n%7 == 3
			if err := firstError(tx.AddClient(c), addRandom(tx, random, c)); err != nil {
				return err
			}
			if n%3 > 0 {
				assessments[c.ID] = sampleAssessment()
				if err := firstError(tx.PutStanding(c.ID, assess.Assessment{On: 1 + rapport.MinDate, Verdict: rapport.Keep}, sampleShare(n+1)),
					tx.PutStanding(c.ID, assessments[c.ID], sampleShare(n))); err != nil {
					return err
				}
			}
		}
		return nil
	})
	for _, on := range []rapport.Date{today, today.AddDays(-40), today.AddDays(400), rapport.MinDate} {
		var want []assess.Standing
		read(t, b, func(tx *Tx) error {
			return tx.Histories(Sweep{Archived: true}, func(h assess.History) error {
				h.Decisions = slices.Clone(h.Decisions)
				want = append(want, plainStanding(h, assessments[h.Client.ID], on))
				return nil
			})
		})
		got := reading(t, b, func(tx *Tx) ([]assess.Standing, error) { return tx.Standings(on, true) })
		equal(t, "standings on "+on.String(), got, want)
		for _, s := range want[:5] {
			one := reading(t, b, func(tx *Tx) (assess.Standing, error) { return tx.Standing(s.Client.ID, on) })
			equal(t, "standing on "+on.String(), one, s)
		}
		want = slices.DeleteFunc(want, func(s assess.Standing) bool { return s.Client.Archived })
		got = reading(t, b, func(tx *Tx) ([]assess.Standing, error) { return tx.Standings(on, false) })
		equal(t, "standings in sight on "+on.String(), got, want)
	}
	stale := reading(t, b, func(tx *Tx) ([]rapport.ID, error) { return tx.StaleStandings(today) })
	if len(stale) != 40-len(assessments) {
		t.Errorf("%d clients were never assessed, %d count as stale", 40-len(assessments), len(stale))
	}
	stale = reading(t, b, func(tx *Tx) ([]rapport.ID, error) { return tx.StaleStandings(today.AddDays(1)) })
	if len(stale) != 40 {
		t.Errorf("tomorrow %d of 40 standings are stale", len(stale))
	}
}

func addRandom(tx *Tx, random *rand.Rand, c rapport.Client) error {
	for n := range random.IntN(5) {
		v := invoice(c, fmt.Sprint(n), random.IntN(90)-30, 100+random.Int64N(900))
		v.Issued = min(v.Issued, today)
		v.Amount.Currency = []rapport.Currency{"EUR", "TRY"}[random.IntN(2)]
		for range random.IntN(3) {
			v.Payments = append(v.Payments, rapport.Payment{ID: rapport.NewID(), On: today.AddDays(-random.IntN(60)), Amount: v.Amount.Minor / 2})
		}
		slices.SortFunc(v.Payments, func(a, b rapport.Payment) int { return cmp.Compare(a.On, b.On) })
		if err := tx.AddInvoice(v); err != nil {
			return err
		}
	}
	for n := range random.IntN(6) {
		e := entry(c, random.IntN(80), []rapport.Kind{rapport.Note, rapport.Praise, rapport.Contact}[n%3])
		o := rapport.Obligation{ID: rapport.NewID(), Client: c.ID, Side: rapport.Ours, What: "x"}
		if n%2 == 0 {
			o.Met = today
		}
		d := rapport.Decision{ID: rapport.NewID(), Client: c.ID, On: today.AddDays(-random.IntN(400)),
			Offered: rapport.Verdicts()[random.IntN(3)*3], Chosen: rapport.Verdicts()[random.IntN(3)*3], Why: "a reason"}
		if random.IntN(3) == 0 {
			d.Outcome, d.Judged = rapport.Wrong, d.On.AddDays(95)
		}
		if d.Chosen == rapport.Trial {
			d.Again = d.On.AddDays(28)
		}
		if err := firstError(tx.AddEntry(e), tx.AddObligation(o), tx.AddDecision(d)); err != nil {
			return err
		}
		if n == 4 {
			if err := tx.TrashEntry(e.ID); err != nil {
				return err
			}
		}
	}
	return nil
}

func TestStandingsTakeAHandfulOfQueriesHoweverManyClients(t *testing.T) {
	b := emptyBook(t)
	fill(t, b, 2)
	read(t, b, func(tx *Tx) error {
		for name, query := range map[string]string{"standings": standingQuery + " ORDER BY c.id", "overdue": overdueQuery} {
			r, err := tx.c.query(tx.ctx, "EXPLAIN QUERY PLAN "+query, today, today, today)
			steps, err := list(r, err, func(r *rows) string { return r.text(3) })
			if err != nil {
				return err
			}
			for _, step := range steps {
				if strings.HasPrefix(step, "SCAN e") || strings.HasPrefix(step, "SCAN p") || strings.Contains(step, "TEMP B-TREE FOR ORDER BY") {
					t.Errorf("%s: %s, for every client", name, step)
				}
			}
		}
		return nil
	})
}

func TestASweepMayWriteStandingsAndLeavesNotesAloneUnlessAsked(t *testing.T) {
	b := emptyBook(t)
	fill(t, b, 3)
	seen := 0
	write(t, b, "", func(tx *Tx) error {
		return tx.Histories(Sweep{}, func(h assess.History) error {
			seen += len(h.Entries)
			for _, e := range h.Entries {
				if e.Note != "" || e.Kind == "" || e.Client != h.Client.ID {
					t.Fatalf("swept %+v of %v", e, h.Client.ID)
				}
			}
			return tx.PutStanding(h.Client.ID, sampleAssessment(), sampleShare(seen))
		})
	})
	if seen != 3*entriesEach {
		t.Errorf("%d entries were swept", seen)
	}
	ctx, cancel := context.WithCancel(t.Context())
	err := b.Read(ctx, func(tx *Tx) error {
		return tx.Histories(Sweep{}, func(assess.History) error {
			cancel()
			_, err := tx.Clients()
			return err
		})
	})
	wantError(t, err, context.Canceled)
}

func TestTheSameEntryAgainIsNoConflictAndAnotherUnderItsNameIs(t *testing.T) {
	b := emptyBook(t)
	c := client("Acme")
	e := entry(c, 1, rapport.Demand)
	e.Cost.Energy = rapport.Rated(0)
	v := invoice(c, "1", 1, 100)
	v.Payments = []rapport.Payment{{ID: rapport.NewID(), On: today, Amount: 40}}
	for range 2 {
		write(t, b, "log", func(tx *Tx) error {
			return firstError(tx.AddClient(c), tx.AddEntry(e), tx.AddInvoice(v), tx.AddPayment(v.ID, v.Payments[0]))
		})
	}
	undo, _, err := b.Steps(t.Context())
	if err != nil || len(undo) != 1 {
		t.Errorf("the deed counts as %d steps (%v)", len(undo), err)
	}
	other := e
	other.Cost.Energy = rapport.Rating{}
	err = b.Write(t.Context(), Step{Name: "log"}, func(tx *Tx) error { return tx.AddEntry(other) })
	wantError(t, err, ErrConflict)
	second := invoice(c, "1", 1, 100)
	err = b.Write(t.Context(), Step{Name: "invoice"}, func(tx *Tx) error { return tx.AddInvoice(second) })
	wantProblem(t, err, ErrNumberTaken)
	err = b.Write(t.Context(), Step{Name: "edit"}, func(tx *Tx) error {
		return tx.SetObligation(rapport.Obligation{ID: e.ID, Side: rapport.Ours, What: "x"})
	})
	wantProblem(t, err, rapport.ErrNotFound)
}
