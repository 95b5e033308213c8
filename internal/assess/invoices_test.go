package assess

import (
	"slices"
	"testing"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// bill makes an invoice of 1,000.00 due so many days ago, with payments of
// hundreds each on so many days ago.
func bill(n, dueAgo int, payments ...[2]int) rapport.Invoice {
	v := rapport.Invoice{
		ID: testID(1000 + n), Issued: today.AddDays(-dueAgo - 14), Due: today.AddDays(-dueAgo),
		Amount: rapport.Money{Minor: 100000, Currency: "EUR"},
	}
	for _, p := range payments {
		v.Payments = append(v.Payments, rapport.Payment{On: today.AddDays(-p[1]), Amount: int64(p[0]) * 10000})
	}
	return v
}

func reasonOf(a Assessment, code string) (Reason, bool) {
	i := slices.IndexFunc(a.Reasons, func(r Reason) bool { return r.Code == code })
	if i < 0 {
		return Reason{}, false
	}
	return a.Reasons[i], true
}

func TestWhatInvoicesSay(t *testing.T) {
	disputed := bill(1, 60)
	disputed.Disputed = true
	for _, c := range []struct {
		name    string
		invoice rapport.Invoice
		reason  string // "" when it says nothing
		days    int
	}{
		{"one that is not due says nothing", bill(1, -10), "", 0},
		{"one a bank transfer late says nothing", bill(1, 2), "", 0},
		{"one past due and open is late now", bill(1, 20), ReasonInvoiceOverdue, 20},
		{"one paid by the due day was paid on time", bill(1, 20, [2]int{10, 22}), ReasonPaidOnTime, 0},
		{"one paid within the grace of a bank was paid on time", bill(1, 20, [2]int{10, 18}), ReasonPaidOnTime, 0},
		{"one paid weeks after was paid late", bill(1, 50, [2]int{10, 10}), ReasonPaidLate, 40},
		{"one that is disputed says nothing about lateness", disputed, "", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := Assess(History{Invoices: []rapport.Invoice{c.invoice}}, today)
			if c.reason == "" {
				if a.Parts.Payment != 0 || a.Rule != RuleNothingRecorded {
					t.Fatalf("payment strain %v, rule %s", a.Parts.Payment, a.Rule)
				}
				return
			}
			why, ok := reasonOf(a, c.reason)
			if !ok || why.Days != c.days || len(why.Invoices) != 1 {
				t.Fatalf("got %+v", a.Reasons)
			}
		})
	}
}

func TestPartPaymentsCountByTheOpenAmount(t *testing.T) {
	strain := func(v rapport.Invoice) float64 {
		return Assess(History{Invoices: []rapport.Invoice{v}}, today).Parts.Payment
	}
	whole, half, tenth := strain(bill(1, 80)), strain(bill(1, 80, [2]int{5, 81})), strain(bill(1, 80, [2]int{9, 81}))
	if !(whole > half && half > tenth && tenth > 0) {
		t.Errorf("all open weighs %v, half %v, a tenth %v", whole, half, tenth)
	}
}

func TestTheSameLatenessNeverCountsTwice(t *testing.T) {
	h := History{Invoices: []rapport.Invoice{bill(1, 40)}}
	alone := Assess(h, today)
	late := rapport.Entry{ID: testID(1), On: today.AddDays(-10), Kind: rapport.LatePayment, Severity: 2}
	both := Assess(with(h, late), today)
	if both.Parts.Payment != alone.Parts.Payment || both.Source != alone.Source {
		t.Errorf("typed beside its invoice, payment strain is %v instead of %v", both.Parts.Payment, alone.Parts.Payment)
	}
	why, ok := reasonOf(both, ReasonInvoiceOverdue)
	if !ok || !slices.Contains(why.Entries, late.ID) || !slices.Contains(why.Invoices, h.Invoices[0].ID) {
		t.Errorf("the reason names %+v", both.Reasons)
	}
	early := late
	early.On = today.AddDays(-300)
	if before := Assess(with(h, early), today); before.Parts.Payment <= alone.Parts.Payment {
		t.Error("lateness long before the invoice does not count at all")
	}
}

func TestARefusalTypedBesideItsInvoiceIsNotLost(t *testing.T) {
	h := History{Invoices: []rapport.Invoice{bill(1, 20)}}
	refused := rapport.Entry{ID: testID(1), On: today.AddDays(-5), Kind: rapport.NonPayment, Severity: 4}
	late, refusal := Assess(h, today), Assess(with(h, refused), today)
	if refusal.Source.Pattern <= late.Source.Pattern {
		t.Errorf("pattern %v with a refusal, %v with lateness", refusal.Source.Pattern, late.Source.Pattern)
	}
}

func TestAReminderUnansweredForAWeekIsInVain(t *testing.T) {
	h := History{Invoices: []rapport.Invoice{bill(1, 40)}}
	ask := rapport.Entry{ID: testID(1), Kind: rapport.Reminder, Severity: 3, On: today.AddDays(-3)}
	if _, vain := reasonOf(Assess(with(h, ask), today), ReasonPaymentInVain); vain {
		t.Error("three days are no answer yet")
	}
	ask.On = today.AddDays(-10)
	a := Assess(with(h, ask), today)
	if why, vain := reasonOf(a, ReasonPaymentInVain); !vain || why.First != ask.On || why.Count != 1 {
		t.Errorf("ten days without an answer: %+v", a.Reasons)
	}
	h.Invoices[0] = bill(1, 40, [2]int{10, 2})
	if _, vain := reasonOf(Assess(with(h, ask), today), ReasonPaymentInVain); vain {
		t.Error("it was paid after all")
	}
}
