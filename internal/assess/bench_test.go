package assess

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// long makes a history of n entries of all kinds over the given days, and one
// invoice for every ten entries.
func long(n, days int) History {
	dice := rand.New(rand.NewPCG(uint64(n), uint64(days)))
	kinds := rapport.Kinds()
	h := History{Entries: make([]rapport.Entry, n)}
	for i := range h.Entries {
		h.Entries[i] = rapport.Entry{
			ID: testID(i + 1), On: today.AddDays(-dice.IntN(days)),
			Kind: kinds[dice.IntN(len(kinds))], Severity: 1 + dice.IntN(5),
		}
	}
	for i := range n / 10 {
		due := dice.IntN(days)
		v := bill(i, due)
		if dice.IntN(10) > 0 {
			v = bill(i, due, [2]int{10, due - dice.IntN(30)})
		}
		h.Invoices = append(h.Invoices, v)
	}
	return h
}

func BenchmarkAssess(b *testing.B) {
	for _, size := range []struct{ entries, days int }{{10, 200}, {100, 800}, {1000, 2000}, {50000, 5000}, {50000, 30}} {
		h := long(size.entries, size.days)
		b.Run(fmt.Sprintf("%d entries in %d days", size.entries, size.days), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Assess(h, today)
			}
		})
	}
}

func BenchmarkStrainForEveryDayOfTwoYears(b *testing.B) {
	h := long(100, 800)
	days := make([]rapport.Date, 730)
	for i := range days {
		days[i] = today.AddDays(i - 729)
	}
	b.ReportAllocs()
	for b.Loop() {
		Strain(h, days)
	}
}
