package assess

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestTheBetaDistributionGivesItsTabledValues(t *testing.T) {
	for _, c := range []struct {
		name    string
		b       beta
		x, want float64
	}{
		{"one and one is even", beta{1, 1}, 0.3, 0.3},
		{"two and one is a square", beta{2, 1}, 0.6, 0.36},
		{"one and four is a power", beta{1, 4}, 0.2, 1 - math.Pow(0.8, 4)},
		{"halves are an arcsine", beta{0.5, 0.5}, 0.25, 2 / math.Pi * math.Asin(0.5)},
		{"four of six is a binomial tail", beta{4, 3}, 0.5, 0.34375}, // P(Bin(6, ½) ≥ 4) = 22/64
		{"many are nearly normal", beta{5000, 5000}, 0.5, 0.5},
	} {
		if got := c.b.under(c.x); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%s: under %v lies %.12f, want %.12f", c.name, c.x, got, c.want)
		}
	}
}

func TestBetaQuantilesAreTheKnownOnes(t *testing.T) {
	for _, c := range []struct {
		name       string
		b          beta
		p, q, mean float64
	}{
		{"even", beta{1, 1}, 0.1, 0.1, 0.5},
		{"nothing known, one in five", beta{1, 4}, 0.9, 1 - math.Pow(0.1, 0.25), 0.2},
		{"one of one late", beta{2, 4}, 0.5, 0.313810, 1.0 / 3},
		{"three of four late", beta{4, 5}, 0.5, 0.440155, 4.0 / 9},
	} {
		if got := c.b.quantile(c.p); math.Abs(got-c.q) > 2e-6 {
			t.Errorf("%s: quantile %v is %.6f, want %.6f", c.name, c.p, got, c.q)
		}
		if got := c.b.mean(); math.Abs(got-c.mean) > 1e-12 {
			t.Errorf("%s: mean %v, want %v", c.name, got, c.mean)
		}
	}
}

func TestAQuantileIsWhereTheDistributionStands(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := beta{rapid.Float64Range(0.2, 3000).Draw(t, "yes"), rapid.Float64Range(0.2, 3000).Draw(t, "no")}
		low, high := b.quantile(0.1), b.quantile(0.9)
		if low >= high || low < 0 || high > 1 {
			t.Fatalf("from %v to %v", low, high)
		}
		const millionth = 1e-6
		for q, p := range map[float64]float64{low: 0.1, high: 0.9} {
			if b.under(q-millionth) > p || b.under(q+millionth) < p {
				t.Fatalf("under %v lies %v, want %v", q, b.under(q), p)
			}
		}
		if mirrored := 1 - (beta{b.no, b.yes}).quantile(0.9); math.Abs(mirrored-low) > 2*millionth {
			t.Fatalf("seen from the other side %v, not %v", mirrored, low)
		}
	})
}
