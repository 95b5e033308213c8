package assess

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// yearOf judges the twelve months up to today.
func yearOf(h History) []Worth { return WorthOf(h, today.AddDays(-365), today) }

// worked makes a paid invoice of so many dollars for so many hours.
func worked(n int, dollars int64, hours float64, paidAgo int) rapport.Invoice {
	v := billed(n, 1, "USD", paidAgo, paidAgo)
	v.Amount.Minor = 100 * dollars
	v.Payments[0].Amount = v.Amount.Minor
	v.Minutes = int(hours * 60)
	return v
}

// spent makes an entry that cost so many minutes.
func spent(n, ago int, kind rapport.Kind, minutes int) rapport.Entry {
	return rapport.Entry{ID: testID(n), On: today.AddDays(-ago), Kind: kind, Severity: 3, Cost: rapport.Cost{Minutes: minutes}}
}

func dollarClient(rate int64) rapport.Client {
	return rapport.Client{Terms: rapport.Terms{Currency: "USD", HourlyRate: 100 * rate}}
}

func TestAnHourIsWorthWhatCameInOverAllHours(t *testing.T) {
	// 3,000 dollars for 40 billed hours, and twelve that nobody paid: 57.69 an hour.
	h := History{Client: dollarClient(75), Invoices: []rapport.Invoice{worked(1, 3000, 40, 30)}}
	h.Entries = []rapport.Entry{
		spent(1, 50, rapport.Reminder, 60), spent(2, 40, rapport.Escalation, 120),
		spent(3, 30, rapport.Remedy, 240), spent(4, 20, rapport.Demand, 300),
	}
	want := []Worth{{Currency: "USD", Received: 300000, Billed: 2400, PerHour: 5769, Share: 1,
		Unbilled: Unbilled{Chasing: 180, Recovery: 240, Other: 300}}}
	if diff := cmp.Diff(want, yearOf(h)); diff != "" {
		t.Error(diff)
	}
	h.Entries[2].Cost.Given = 26000
	if w := yearOf(h)[0]; w.Given != 26000 || w.PerHour != 5269 {
		t.Errorf("with 260 dollars given back an hour is worth %d", w.PerHour)
	}
}

func TestWhichHoursCount(t *testing.T) {
	half, halfOverdue := worked(1, 1000, 20, 30), worked(1, 1000, 20, 30)
	for _, v := range []*rapport.Invoice{&half, &halfOverdue} {
		v.Payments[0].Amount /= 2
	}
	half.Due = today.AddDays(10)
	unpaid := worked(2, 1000, 20, 30)
	unpaid.Payments = nil
	timeless := worked(3, 500, 0, 30)
	old := worked(4, 1000, 20, 500)
	for _, c := range []struct {
		name     string
		rate     int64
		invoices []rapport.Invoice
		billed   int // hours
		perHour  int64
		guessed  bool
	}{
		{"paid in half and not due, half of them", 0, []rapport.Invoice{half}, 10, 5000, false},
		{"paid in half and past due, all of them", 0, []rapport.Invoice{halfOverdue}, 20, 2500, false},
		{"worked for nothing so far", 0, []rapport.Invoice{worked(1, 1000, 20, 30), unpaid}, 40, 2500, false},
		{"where nobody noted them, they are reckoned from the rate", 50, []rapport.Invoice{timeless}, 10, 5000, true},
		{"without a rate, from the invoices that have them", 0, []rapport.Invoice{worked(1, 1000, 20, 30), timeless}, 30, 5000, true},
		{"without either, nobody knows", 0, []rapport.Invoice{timeless}, 0, 0, false},
		{"what was paid before the period does not count", 0, []rapport.Invoice{old, worked(1, 1000, 10, 30)}, 10, 10000, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := yearOf(History{Client: dollarClient(c.rate), Invoices: c.invoices})
			if len(w) != 1 || w[0].Billed != 60*c.billed || w[0].PerHour != c.perHour || w[0].Guessed != c.guessed {
				t.Fatalf("got %+v", w)
			}
			if w[0].Known() != (c.billed > 0) {
				t.Errorf("known: %t", w[0].Known())
			}
		})
	}
}

func TestAnHourMayBeWorthNothingAndThatIsKnown(t *testing.T) {
	h := History{Client: dollarClient(0), Entries: []rapport.Entry{spent(1, 20, rapport.Remedy, 120)}}
	if w := yearOf(h); len(w) != 1 || !w[0].Known() || w[0].PerHour != 0 {
		t.Errorf("two hours for nothing: %+v", w)
	}
	h.Entries[0].Cost.Given = 4000
	if w := yearOf(h); w[0].PerHour != -2000 {
		t.Errorf("two hours and forty dollars given away: %+v", w)
	}
}

func TestADepositCountsOnTheDayOfItsInvoice(t *testing.T) {
	v := worked(1, 1000, 20, 30)
	v.Issued, v.Due = today.AddDays(-5), today.AddDays(9)
	h := History{Client: dollarClient(0), Invoices: []rapport.Invoice{v}}
	if w := WorthOf(h, today.AddDays(-365), today.AddDays(-6)); w != nil {
		t.Errorf("before the invoice was written: %+v", w)
	}
	if w := WorthOf(h, today.AddDays(-5), today); len(w) != 1 || w[0].Received != 100000 {
		t.Errorf("after it: %+v", w)
	}
}

func TestCurrenciesAreKeptApart(t *testing.T) {
	euros := worked(2, 4000, 10, 20)
	euros.Amount.Currency = "EUR"
	h := History{Client: dollarClient(0), Invoices: []rapport.Invoice{worked(1, 1000, 10, 30), euros}}
	h.Entries = []rapport.Entry{spent(1, 20, rapport.Contact, 600)}
	h.Others.Received = map[rapport.Currency]int64{"EUR": 1200000, "JPY": 5}
	want := []Worth{
		{Currency: "EUR", Received: 400000, Billed: 600, PerHour: 40000, Share: 0.25},
		{Currency: "USD", Received: 100000, Billed: 600, PerHour: 5000, Share: 1, Unbilled: Unbilled{Other: 600}},
	}
	if diff := cmp.Diff(want, yearOf(h)); diff != "" {
		t.Error(diff)
	}
	h.Client = rapport.Client{}
	h.Invoices = append(h.Invoices, worked(3, 1, 1, 10))
	if w := yearOf(h); w[1].Unbilled.Other != 600 {
		t.Errorf("without a currency of their own, time belongs to the one most invoices are in: %+v", w)
	}
}

func TestTimeBelongsWhereTheMoneyWas(t *testing.T) {
	euros := worked(1, 1000, 10, 30)
	euros.Amount.Currency = "EUR"
	h := History{Client: dollarClient(0), Invoices: []rapport.Invoice{euros}}
	h.Entries = []rapport.Entry{spent(1, 20, rapport.Contact, 600)}
	want := []Worth{{Currency: "EUR", Received: 100000, Billed: 600, PerHour: 5000, Share: 1, Unbilled: Unbilled{Other: 600}}}
	if diff := cmp.Diff(want, yearOf(h)); diff != "" {
		t.Error(diff)
	}
	h.Entries[0].Cost.Given = 700 // in the client's own currency, whatever the invoices are in
	want = append(want, Worth{Currency: "USD", Given: 700})
	if diff := cmp.Diff(want, yearOf(h)); diff != "" {
		t.Error(diff)
	}
	old := worked(2, 1000, 10, 500)
	h.Invoices = []rapport.Invoice{old}
	if w := yearOf(h); len(w) != 1 || w[0].Currency != "USD" || w[0].Unbilled.Other != 600 {
		t.Errorf("without money in the period time belongs to the client's currency: %+v", w)
	}
}

func TestSharesOfIncomeAddUpOverThePractice(t *testing.T) {
	var practice []History
	var all Others
	for i, dollars := range []int64{1000, 2500, 6500, 0} {
		h := History{Client: dollarClient(0), Entries: []rapport.Entry{spent(1, 9, rapport.Contact, 30)}}
		if dollars > 0 {
			h.Invoices = []rapport.Invoice{worked(i, dollars, 10, 30+300*i%400), worked(9, 99, 1, 366)}
		}
		practice, all = append(practice, h), all.Plus(ShareOf(h, today))
	}
	sum := 0.0
	for _, h := range practice {
		h.Others = all.Minus(ShareOf(h, today))
		sum += yearOf(h)[0].Share
	}
	if math.Abs(sum-1) > 1e-3 {
		t.Errorf("the shares of income come to %v", sum)
	}
}

func TestWorthIsAlwaysSane(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := histories().Draw(t, "history")
		h.Client = dollarClient(rapid.Int64Range(0, 200).Draw(t, "rate"))
		for i := range h.Invoices {
			h.Invoices[i].Amount.Currency = rapid.SampledFrom([]rapport.Currency{"USD", "EUR"}).Draw(t, "currency")
			h.Invoices[i].Minutes = rapid.SampledFrom([]int{0, 0, 90}).Draw(t, "minutes")
		}
		received := receivedIn(h.Invoices, today.AddDays(-365), today)
		for _, w := range yearOf(h) {
			if w.Received != received[w.Currency] || w.Share < 0 || w.Share > 1 || w.Billed < 0 {
				t.Fatalf("got %+v, received %v", w, received)
			}
			if !w.Known() && w.PerHour != 0 {
				t.Fatalf("unknown, and yet %+v", w)
			}
		}
	})
}

func TestMoreHoursNeverMakeAnHourDearer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := worked(1, rapid.Int64Range(1, 9000).Draw(t, "dollars"), rapid.Float64Range(0.5, 200).Draw(t, "hours"), 30)
		h := History{Client: dollarClient(0), Invoices: []rapport.Invoice{v}}
		before := yearOf(h)[0].PerHour
		kind := rapid.SampledFrom(rapport.Kinds()).Draw(t, "kind")
		h.Entries = []rapport.Entry{spent(1, 3, kind, rapid.IntRange(0, 3000).Draw(t, "minutes"))}
		if after := yearOf(h)[0].PerHour; after > before {
			t.Fatalf("from %d to %d", before, after)
		}
	})
}

func TestWaitingCostsWhatCameSinceTheEndWasFirstCalledFor(t *testing.T) {
	h := tale(t, "90 demand:beyond 3, 70 boundary 3, 50 demand:beyond 4, 40 intrusion 4, 30 disrespect 3, 5 intrusion 4")
	h.Client = dollarClient(60)
	h.Invoices = []rapport.Invoice{bill(1, -20), bill(2, 4, [2]int{3, 2}), bill(3, 60, [2]int{10, 62})}
	for i := range h.Entries {
		h.Entries[i].Cost = rapport.Cost{Minutes: 30, Energy: rapport.Rated(2)}
	}
	a := Assess(h, today)
	w := WaitingOf(h, a)
	if a.Verdict != rapport.End || w == nil {
		t.Fatalf("%s: %+v", a.Verdict, w)
	}
	if before, first := Assess(h, w.Since.AddDays(-1)), Assess(h, w.Since); before.Verdict == rapport.End || first.Verdict != rapport.End {
		t.Errorf("since %s, where %s became %s", w.Since, before.Verdict, first.Verdict)
	}
	counted := 0
	for _, e := range h.Entries {
		if e.On >= w.Since {
			counted++
		}
	}
	want := &Waiting{Since: w.Since, Days: today.DaysSince(w.Since), Minutes: 30 * counted, Energy: 2 * counted,
		Money: rapport.Money{Minor: int64(counted) * 3000, Currency: "USD"}, Overdue: []rapport.Money{{Minor: 70000, Currency: "EUR"}}}
	if diff := cmp.Diff(want, w); diff != "" || counted == 0 {
		t.Error(diff, counted)
	}
	a.Verdict = rapport.Trial
	if WaitingOf(h, a) != nil {
		t.Error("nothing waits for an ending that is not called for")
	}
}

func TestWaitingTakesLongStepsInAVeryLongHistory(t *testing.T) {
	h := tale(t, "40 disrespect 5, 20 disrespect 5, 3 disrespect 5")
	for i := range 6 * waitingLong {
		h.Entries = append(h.Entries, rapport.Entry{ID: testID(100 + i), On: today.AddDays(-700 - i/10), Kind: rapport.Note, Severity: 3})
	}
	if w := WaitingOf(h, Assess(h, today)); w == nil || w.Since != today.AddDays(-40) {
		t.Errorf("got %+v", w)
	}
}

func TestOverdueAmountsAreSummedByCurrency(t *testing.T) {
	dollars := bill(4, 9)
	dollars.Amount.Currency = "USD"
	got := overdue([]rapport.Invoice{dollars, bill(1, 30), bill(2, 20, [2]int{4, 1}), bill(3, -5)}, today)
	want := []rapport.Money{{Minor: 160000, Currency: "EUR"}, {Minor: 100000, Currency: "USD"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestWaitingLooksBackAYearAtMost(t *testing.T) {
	h := tale(t, "900 disrespect 5, 880 disrespect 5, 400 disrespect 5, 300 disrespect 5, 200 disrespect 5, 100 disrespect 5, 3 disrespect 5")
	w := WaitingOf(h, Assess(h, today))
	if w == nil || w.Days > waitingYear || w.Days < 300 {
		t.Fatalf("got %+v", w)
	}
	if math.Abs(float64(w.Money.Minor)) > 0 || w.Money.Currency != "" {
		t.Errorf("without a rate, time has no price: %+v", w.Money)
	}
}
