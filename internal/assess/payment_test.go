package assess

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

func TestPointsFollowTheScale(t *testing.T) {
	for days, want := range map[float64]float64{
		-45: 100, -30: 100, -20: 90, -18: 89, 0: 80, 15: 70, 22: 60, 23: 59, 30: 50,
		33: 49, 45: 45, 60: 40, 90: 30, 120: 20, 180: 0, 4000: 0,
	} {
		if got := math.Round(points(days)); got != want {
			t.Errorf("%v days late give %v points, want %v", days, got, want)
		}
	}
}

// rated has so many invoices of other clients behind it, so many late.
func rated(invoices, late int) Others { return Others{Clients: 9, Invoices: invoices, Late: late} }

// paying makes a history of invoices due a fortnight apart, the last a day ago,
// paid so many days after they were due.
func paying(days ...int) History {
	var h History
	for i, late := range days {
		due := 1 + 14*(len(days)-1-i)
		v := bill(i, due)
		if late != unpaid {
			v.Payments = []rapport.Payment{{On: v.Due.AddDays(late), Amount: v.Amount.Minor}}
		}
		h.Invoices = append(h.Invoices, v)
	}
	return h
}

// unpaid stands for an invoice still open.
const unpaid = math.MaxInt32

func TestTheNextInvoiceIsForetoldFromThePast(t *testing.T) {
	for _, c := range []struct {
		name         string
		paid         []int
		others       Others
		want         float64
		counts, late int
	}{
		{"one of one late says one in three", []int{1}, Others{}, 1.0 / 3, 1, 1},
		{"three of four", []int{1, 1, 0, 1}, Others{}, 4.0 / 9, 4, 3},
		{"eight of ten", []int{9, 9, 9, 9, 9, 0, 9, 9, 0, 9}, Others{}, 0.6, 10, 8},
		{"an open one past due is late", []int{unpaid}, Others{}, 1.0 / 3, 1, 1},
		{"where nobody is late, one late says less", []int{1}, rated(995, 0), 0.3276, 1, 1},
		{"where everybody is late, one late says more", []int{1}, rated(995, 995), 0.9973, 1, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := paying(c.paid...)
			h.Others = c.others
			p := payment(h, today.AddDays(20))
			if math.Abs(p.LateNext-c.want) > 0.002 || p.Invoices != c.counts || p.Late != c.late {
				t.Errorf("got %+v, want %.4f from %d of %d", p, c.want, c.late, c.counts)
			}
		})
	}
}

func TestWhatCountsAsLate(t *testing.T) {
	part := bill(1, 20, [2]int{6, 25}, [2]int{4, 10})
	contested := bill(1, 20)
	contested.Disputed = true
	for _, c := range []struct {
		name         string
		v            rapport.Invoice
		counts, late bool
	}{
		{"paid on the due day is in time", bill(1, 20, [2]int{10, 20}), true, false},
		{"paid a day after is late", bill(1, 20, [2]int{10, 19}), true, true},
		{"paid before it was issued is in time", bill(1, 20, [2]int{10, 60}), true, false},
		{"paid before it is due counts already", bill(1, -10, [2]int{10, 1}), true, false},
		{"not due yet says nothing", bill(1, -10), false, false},
		{"due today and open may still be paid", bill(1, 0), false, false},
		{"due yesterday and open is late", bill(1, 1), true, true},
		{"paid in parts, the last of them late, is late", part, true, true},
		{"contested is kept apart", contested, false, false},
		{"issued tomorrow does not exist", bill(1, -15), false, false},
	} {
		if counts, late := punctual(&c.v, today); counts != c.counts || late != c.late {
			t.Errorf("%s: counts %t, late %t", c.name, counts, late)
		}
	}
}

func TestContestedInvoicesAreCountedApart(t *testing.T) {
	h := paying(0, 0, 40)
	h.Invoices[2].Disputed = true
	p := payment(h, today)
	if p.Disputed != 1 || p.Invoices != 2 || p.Late != 0 {
		t.Errorf("got %+v", p)
	}
	h.Invoices = h.Invoices[2:]
	if p := payment(h, today); p != nil {
		t.Errorf("a contested invoice alone gives %+v", p)
	}
}

func TestLateWithNoticeAndLateInSilence(t *testing.T) {
	for _, c := range []struct {
		name, tale string
		silent     int
	}{
		{"nothing was said", "200 praise 3", 1},
		{"they apologised before it was due", "43 apology 3", 0},
		{"they asked for time", "41 cooperation 3", 0},
		{"they told a day after it was due", "39 hardship 3", 0},
		{"they told a week after it was due", "33 apology 3", 1},
		{"we spoke in the last days", "45 contact 3", 0},
		{"we spoke weeks before", "53 contact 3", 1},
		{"a hardship told before it was issued covers it", "80 hardship 3", 0},
		{"a hardship long over does not", "300 hardship 3", 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := tale(t, c.tale)
			h.Invoices = []rapport.Invoice{bill(1, 40, [2]int{10, 10})}
			if p := payment(h, today); p.Late != 1 || p.Silent != c.silent {
				t.Errorf("%d of %d in silence, want %d", p.Silent, p.Late, c.silent)
			}
		})
	}
	t.Run("where no journal is kept, silence proves nothing", func(t *testing.T) {
		h := History{Invoices: []rapport.Invoice{bill(1, 40, [2]int{10, 10})}}
		if p := payment(h, today); p.Late != 1 || p.Silent != 0 {
			t.Errorf("%d of %d in silence", p.Silent, p.Late)
		}
	})
	t.Run("a hardship told late covers the days since it began", func(t *testing.T) {
		h := tale(t, "300 praise 3, 20 hardship 4")
		h.Invoices = []rapport.Invoice{bill(1, 40, [2]int{10, 10})}
		h.Circumstances = []rapport.Circumstance{{Entry: testID(2), Start: today.AddDays(-60), Review: today}}
		if p := payment(h, today); p.Silent != 0 {
			t.Errorf("%d in silence", p.Silent)
		}
		if p := payment(h, today.AddDays(-25)); p.Silent != 1 {
			t.Errorf("before it was told, %d in silence", p.Silent)
		}
	})
}

// billed makes an invoice of so many thousands in a currency, due and paid so many
// days ago.
func billed(n int, thousands int64, currency rapport.Currency, due, paid int) rapport.Invoice {
	v := bill(n, due)
	v.Amount = rapport.Money{Minor: thousands * 100000, Currency: currency}
	v.Payments = []rapport.Payment{{On: today.AddDays(-paid), Amount: v.Amount.Minor}}
	return v
}

func TestTheIndexWeighsByAmountAndTime(t *testing.T) {
	score := func(invoices ...rapport.Invoice) float64 { return index(invoices, 0.2, today) }
	prompt, late := bill(1, 60, [2]int{10, 60}), bill(2, 60, [2]int{10, 0})
	half := bill(3, 60, [2]int{5, 60}, [2]int{5, 0})
	for _, c := range []struct {
		name        string
		more, fewer float64
	}{
		{"prompt stands above late", score(prompt), score(late)},
		{"half prompt and half late stands between", score(half), score(late)},
		{"and under all prompt", score(prompt), score(half)},
		{"a large invoice weighs more than a small one",
			score(billed(1, 1, "EUR", 60, 0), billed(2, 9, "EUR", 60, 60)), score(billed(1, 9, "EUR", 60, 0), billed(2, 1, "EUR", 60, 60))},
		{"what is long ago weighs less",
			score(billed(1, 1, "EUR", 460, 400), billed(2, 1, "EUR", 20, 20)), score(billed(1, 1, "EUR", 60, 0), billed(2, 1, "EUR", 400, 400))},
		{"an open one sinks with its age", score(bill(1, 30)), score(bill(1, 90))},
		{"one late payment is shrunk toward the ordinary", score(late), points(60)},
	} {
		if c.more <= c.fewer {
			t.Errorf("%s: %v is not above %v", c.name, c.more, c.fewer)
		}
	}
}

func TestAmountsOfDifferentCurrenciesAreNotAddedUp(t *testing.T) {
	// A million yen is not a million euros: each invoice counts as one.
	euros, yen := billed(1, 1, "EUR", 30, 30), billed(2, 1000, "JPY", 30, 0)
	mixed := index([]rapport.Invoice{euros, yen}, 0.2, today)
	yen.Amount.Minor, yen.Payments[0].Amount = 100, 100
	if again := index([]rapport.Invoice{euros, yen}, 0.2, today); math.Abs(again-mixed) > 1e-9 {
		t.Errorf("the amount in another currency moved the index from %v to %v", mixed, again)
	}
}

func TestPaymentIsAlwaysSane(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := histories().Draw(t, "history")
		h.Others = rated(rapid.IntRange(0, 3000).Draw(t, "others"), 0)
		h.Others.Late = rapid.IntRange(0, h.Others.Invoices).Draw(t, "late")
		p := payment(h, today)
		if p == nil {
			return
		}
		if p.Index < 0 || p.Index > 100 || p.Low > p.LateNext || p.LateNext > p.High || p.Low < 0 || p.High > 1 {
			t.Fatalf("out of bounds: %+v", p)
		}
		if p.Silent < 0 || p.Silent > p.Late || p.Late > p.Invoices || p.Invoices+p.Disputed > len(h.Invoices) {
			t.Fatalf("does not count up: %+v", p)
		}
	})
}

func TestPayingLaterNeverLooksBetter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := History{Invoices: rapid.SliceOfN(invoiceGen(), 0, 4).Draw(t, "others of theirs")}
		due, paid := rapid.IntRange(1, 200).Draw(t, "due"), rapid.IntRange(0, 200).Draw(t, "paid")
		sooner, later := h, h
		sooner.Invoices = append(sooner.Invoices[:len(h.Invoices):len(h.Invoices)], bill(9, due, [2]int{10, paid}))
		later.Invoices = append(later.Invoices[:len(h.Invoices):len(h.Invoices)], bill(9, due))
		a, b := payment(sooner, today), payment(later, today)
		if paid <= due && a.LateNext > b.LateNext || a.Late > b.Late {
			t.Fatalf("paid %+v, open %+v", a, b)
		}
	})
}
