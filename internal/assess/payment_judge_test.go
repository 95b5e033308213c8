package assess

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// The made-up practice: as many clients and about as many invoices as the real
// set the foretelling was thought out on (2,466 invoices of 100 clients, a third
// of them late), where each client's smoothed past rate ranks the next invoice
// with an area under the curve of .86.
const (
	payers         = 100
	billsOfPayer   = 25
	pastOf         = 5 // invoices known before the first that is foretold
	floorLateRanks = 0.86
)

// payer is one client: how likely it is to be late, and its invoices.
type payer struct {
	late     float64
	invoices []rapport.Invoice
}

// makePayers draws clients whose habits lie apart as people's do: many hardly ever
// late, some nearly always, few in between.
func makePayers(seed uint64) []payer {
	r := rand.New(rand.NewPCG(seed, 25))
	all := make([]payer, payers)
	for i := range all {
		p := &all[i]
		switch kind := r.Float64(); {
		case kind < 0.50:
			p.late = 0.12 * r.Float64()
		case kind < 0.75:
			p.late = 0.2 + 0.5*r.Float64()
		default:
			p.late = 0.7 + 0.3*r.Float64()
		}
		day := today.AddDays(-900 + r.IntN(60))
		for n := range billsOfPayer {
			day = day.AddDays(10 + r.IntN(40))
			v := rapport.Invoice{ID: testID(1000*i + n), Issued: day, Due: day.AddDays(30),
				Amount: rapport.Money{Minor: 100 * (2000 + r.Int64N(8000)), Currency: "EUR"}}
			paid := v.Due.AddDays(-r.IntN(20))
			if r.Float64() < p.late {
				paid = v.Due.AddDays(1 + int(10*r.ExpFloat64()))
			}
			v.Payments = []rapport.Payment{{On: paid, Amount: v.Amount.Minor}}
			p.invoices = append(p.invoices, v)
		}
	}
	return all
}

// guess is a foretelling and what came true.
type guess struct {
	chance float64
	late   bool
}

// area is the chance that of two invoices, one late and one not, the late one was
// given the higher chance; a tie is half right. 0.5 is blind, 1 is perfect.
func area(guesses []guess) float64 {
	sorted := slices.SortedFunc(slices.Values(guesses), func(a, b guess) int { return cmp.Compare(a.chance, b.chance) })
	var lates, prompts, right float64
	for i := 0; i < len(sorted); {
		late, prompt, same := 0.0, 0.0, sorted[i].chance
		for ; i < len(sorted) && sorted[i].chance == same; i++ {
			if sorted[i].late {
				late++
			} else {
				prompt++
			}
		}
		right += late * (prompts + prompt/2)
		lates, prompts = lates+late, prompts+prompt
	}
	return right / (lates * prompts)
}

func TestTheAreaIsTheChanceToRankTwoRightly(t *testing.T) {
	for _, c := range []struct {
		name    string
		guesses []guess
		want    float64
	}{
		{"always right", []guess{{0.1, false}, {0.2, false}, {0.7, true}}, 1},
		{"always wrong", []guess{{0.9, false}, {0.1, true}}, 0},
		{"all the same", []guess{{0.5, false}, {0.5, true}, {0.5, true}}, 0.5},
		{"three of four pairs", []guess{{0.1, false}, {0.3, true}, {0.4, false}, {0.9, true}}, 0.75},
	} {
		if got := area(c.guesses); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// foretell asks, on the day each invoice was issued, how likely it is to be late,
// in three ways: as the assessment does, by the smoothed rate of all its earlier
// invoices, and by the habit it was drawn from, which nobody can know.
func foretell(all []payer) (ours, smoothed, oracle []guess) {
	for i, p := range all {
		for n := pastOf; n < len(p.invoices); n++ {
			next := &p.invoices[n]
			_, late := punctual(next, next.Due.AddDays(400))
			h := History{Invoices: p.invoices[:n], Others: neighbours(all, i, next.Issued)}
			if said := payment(h, next.Issued); said != nil {
				ours = append(ours, guess{said.LateNext, late})
				count := 0.0
				for j := range n {
					if _, was := punctual(&p.invoices[j], next.Due.AddDays(400)); was {
						count++
					}
				}
				smoothed = append(smoothed, guess{(count + 0.35) / (float64(n) + 1), late})
				oracle = append(oracle, guess{p.late, late})
			}
		}
	}
	return ours, smoothed, oracle
}

// neighbours counts the invoices of everybody else.
func neighbours(all []payer, except int, on rapport.Date) Others {
	var o Others
	for i, p := range all {
		for j := range p.invoices {
			counts, late := punctual(&p.invoices[j], on)
			if i == except || !counts {
				continue
			}
			o.Invoices++
			if late {
				o.Late++
			}
		}
	}
	return o
}

// TestJudgePayment holds how well the next invoice is foretold and, with -v,
// prints it beside what a plain rate reaches and what is possible at all.
func TestJudgePayment(t *testing.T) {
	t.Logf("\n%-8s %9s %9s %9s %9s", "practice", "invoices", "late_next", "past rate", "possible")
	for _, seed := range []uint64{1, 2, 3} {
		ours, smoothed, oracle := foretell(makePayers(seed))
		a, s, o := area(ours), area(smoothed), area(oracle)
		t.Logf("%-8d %9d %9.3f %9.3f %9.3f", seed, len(ours), a, s, o)
		if a < floorLateRanks {
			t.Errorf("practice %d: late_next ranks the next invoice with %.3f, under %.2f", seed, a, floorLateRanks)
		}
		if a < s-0.01 || a < 0.95*o {
			t.Errorf("practice %d: %.3f is under what a plain rate reaches (%.3f) or far from what is possible (%.3f)", seed, a, s, o)
		}
	}
}

// TestLateNextMeansWhatItSays checks that of the invoices said to be late with
// some chance about that share are, and that the interval holds the true habit
// about four times in five.
func TestLateNextMeansWhatItSays(t *testing.T) {
	all := makePayers(7)
	ours, _, _ := foretell(all)
	var said, was, count [5]float64
	for _, g := range ours {
		bin := min(4, int(g.chance*5))
		said[bin] += g.chance
		count[bin]++
		if g.late {
			was[bin]++
		}
	}
	for bin := range said {
		if d := (said[bin] - was[bin]) / count[bin]; count[bin] > 50 && (d > 0.1 || d < -0.1) {
			t.Errorf("of %v invoices %.2f are late, said was %.2f", count[bin], was[bin]/count[bin], said[bin]/count[bin])
		}
	}
	held := 0
	for i, p := range all {
		said := payment(History{Invoices: p.invoices, Others: neighbours(all, i, today)}, today)
		if said.Low <= p.late && p.late <= said.High {
			held++
		}
	}
	if held < 70 || held > 90 {
		t.Errorf("the interval held the habit of %d in %d clients, not of about 80", held, payers)
	}
}
