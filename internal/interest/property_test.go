package interest_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/rapport-desktop/rapport/internal/interest"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// drawn is an overdue invoice with payments that leave something open, and a day.
func drawn(t *rapid.T) (rapport.Invoice, rapport.Date) {
	due := rapport.NewDate(2015, time.January, 1).AddDays(rapid.IntRange(0, 4000).Draw(t, "due"))
	on := min(due.AddDays(rapid.IntRange(1, 1500).Draw(t, "late")), rapport.NewDate(2026, time.June, 30))
	amount := rapid.Int64Range(2, 9_000_000_000_000).Draw(t, "amount")
	v := rapport.Invoice{Number: "7", Issued: due.AddDays(-14), Due: due, Amount: rapport.Money{Minor: amount, Currency: "EUR"}}
	for left := amount - 1; left > 0 && rapid.Bool().Draw(t, "another"); {
		part := rapid.Int64Range(1, left).Draw(t, "part")
		v.Payments = append(v.Payments, rapport.Payment{On: due.AddDays(rapid.IntRange(-20, 1500).Draw(t, "paid")), Amount: part})
		left -= part
	}
	return v, on
}

func country(t *rapid.T) string {
	return rapid.SampledFrom([]string{"DE", "AT", "NL", "EU", "UK"}).Draw(t, "country")
}

func must(t *rapid.T, table interest.Table, v rapport.Invoice, country string, on rapport.Date) interest.Claim {
	c, err := table.Of(v, country, false, on)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestTheSpansAreEveryDayOnceAndAddUp(t *testing.T) {
	table := table(t)
	rapid.Check(t, func(t *rapid.T) {
		v, on := drawn(t)
		c := must(t, table, v, country(t), on)
		next, sum := v.Due.AddDays(1), int64(0)
		for _, s := range c.Spans {
			if s.From != next || s.To < s.From || s.Days != s.To.DaysSince(s.From)+1 {
				t.Fatalf("a span from %s to %s of %d days where %s comes next", s.From, s.To, s.Days, next)
			}
			if s.Balance != v.OpenOn(s.From.AddDays(-1)) || s.Balance != v.OpenOn(s.To.AddDays(-1)) {
				t.Fatalf("the balance of %s changes within %s to %s", s.Balance.Decimal(), s.From, s.To)
			}
			next, sum = s.To.AddDays(1), sum+s.Interest.Minor
		}
		if next != on.AddDays(1) || sum != c.Interest.Minor || c.Days() != on.DaysSince(v.Due) {
			t.Fatalf("it ends before %s with %d, and says %d", next, sum, c.Interest.Minor)
		}
	})
}

func TestMoreDaysNeverBearLess(t *testing.T) {
	table := table(t)
	rapid.Check(t, func(t *rapid.T) {
		v, on := drawn(t)
		where := country(t)
		earlier := v.Due.AddDays(rapid.IntRange(1, on.DaysSince(v.Due)).Draw(t, "earlier"))
		if less, more := must(t, table, v, where, earlier), must(t, table, v, where, on); less.Interest.Minor > more.Interest.Minor {
			t.Fatalf("%d until %s, %d until %s", less.Interest.Minor, earlier, more.Interest.Minor, on)
		}
	})
}

func TestAPaymentNeverAddsMoreThanItsRounding(t *testing.T) {
	table := table(t)
	rapid.Check(t, func(t *rapid.T) {
		v, on := drawn(t)
		where := country(t)
		before := must(t, table, v, where, on)
		left := v.OpenOn(rapport.MaxDate).Minor
		if left < 2 {
			t.Skip("nothing left to pay")
		}
		v.Payments = append(v.Payments, rapport.Payment{
			On: v.Due.AddDays(rapid.IntRange(1, 1500).Draw(t, "on")), Amount: rapid.Int64Range(1, left-1).Draw(t, "more")})
		// Cutting one span in two rounds twice: half a cent each, so a cent at most.
		if after := must(t, table, v, where, on); after.Interest.Minor > before.Interest.Minor+1 {
			t.Fatalf("a payment made %d of %d", after.Interest.Minor, before.Interest.Minor)
		}
	})
}

func TestAHigherInvoiceNeverBearsLess(t *testing.T) {
	table := table(t)
	rapid.Check(t, func(t *rapid.T) {
		v, on := drawn(t)
		where := country(t)
		larger := v
		larger.Amount.Minor += rapid.Int64Range(0, 1_000_000).Draw(t, "more")
		small, large := must(t, table, v, where, on), must(t, table, larger, where, on)
		if small.Interest.Minor > large.Interest.Minor || small.Flat.Minor > large.Flat.Minor {
			t.Fatalf("%d for less, %d for more", small.Interest.Minor, large.Interest.Minor)
		}
	})
}
