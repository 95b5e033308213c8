package present

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/rapport-desktop/rapport/internal/interest"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// invoices lists what is overdue, the oldest first. An invoice they contest is
// talked about, not reminded of.
func (w letterWriter) invoices() []rapport.Invoice {
	due := slices.DeleteFunc(slices.Clone(w.History.Invoices), func(v rapport.Invoice) bool {
		return v.Disputed || v.DaysOverdue(w.Today) == 0
	})
	slices.SortStableFunc(due, func(a, b rapport.Invoice) int { return cmp.Compare(a.Due, b.Due) })
	return due
}

// moneyArgs speaks of what is overdue.
func (w letterWriter) moneyArgs(args Args) {
	due := w.invoices()
	if len(due) == 0 {
		args["Number"], args["Issued"], args["Due"], args["Amount"] = w.blank("number"), w.fullDay(0), w.fullDay(0), w.blank("amount")
		args["Invoices"], args["Total"] = w.lines([]string{w.invoiceLine(args)}), w.blank("amount")
	} else {
		maps.Copy(args, w.invoiceArgs(due[0]))
		lines := each(due, func(v rapport.Invoice) string { return w.invoiceLine(w.invoiceArgs(v)) })
		args["Invoices"], args["Total"] = w.lines(lines), w.MoneyList(w.sums(due))
	}
	args["Reminded"] = w.reminded(due)
	args["Instalments"] = w.instalments(w.sums(due))
	claims := kept(w.Claims, func(c interest.Claim) bool { return !c.Invoice.Disputed })
	args["Claims"], args["ClaimTotal"] = w.claims(claims)
	args["Law"] = ""
	if len(claims) > 0 && claims[0].Law != "" {
		args["Law"] = w.T("letter.part.law", Args{"Law": claims[0].Law})
	}
	args["Owed"] = w.openMoney()
}

func (w letterWriter) invoiceArgs(v rapport.Invoice) Args {
	return Args{
		"Number": v.Number, "Issued": w.fullDay(v.Issued), "Due": w.fullDay(v.Due), "Amount": w.Money(v.OpenOn(w.Today)),
	}
}

func (w letterWriter) invoiceLine(args Args) string { return w.T("letter.line.invoice", args) }

// sums adds up what is open, one amount a currency.
func (w letterWriter) sums(invoices []rapport.Invoice) []rapport.Money {
	var sums []rapport.Money
	for _, v := range invoices {
		sums = addMoney(sums, v.OpenOn(w.Today))
	}
	return sums
}

// reminded says when the money was asked for last. What was asked before any of it
// was due was about other money.
func (w letterWriter) reminded(due []rapport.Invoice) string {
	var last rapport.Date
	for _, e := range w.History.Entries {
		asked := e.Kind == rapport.Reminder || e.Kind == rapport.Escalation
		if asked && len(due) > 0 && e.On > due[0].Due && e.On <= w.Today {
			last = max(last, e.On)
		}
	}
	if last.IsZero() {
		return ""
	}
	return w.T("letter.part.reminded", Args{"Day": w.fullDay(last)})
}

// instalmentCount is how many parts a payment plan proposes, a month apart.
const instalmentCount = 3

// instalments splits what is open into parts that differ by a cent at most, the
// larger ones first. Where nothing is open, or in several currencies, the amounts
// are blanks.
func (w letterWriter) instalments(sums []rapport.Money) string {
	parts := make([]string, instalmentCount)
	for i := range parts {
		amount := w.blank("amount")
		if len(sums) == 1 {
			amount = w.Money(instalment(sums[0], i))
		}
		day := workday(monthsLater(w.working(payDays), i))
		parts[i] = w.T("letter.line.instalment", Args{"Amount": amount, "Day": w.fullDay(day)})
	}
	return w.lines(parts)
}

// monthsLater is the same day of a later month, or that month's last where it is
// shorter.
func monthsLater(d rapport.Date, months int) rapport.Date {
	t := d.Time()
	last := rapport.NewDate(t.Year(), t.Month()+time.Month(months)+1, 0)
	return min(last, rapport.NewDate(t.Year(), t.Month()+time.Month(months), t.Day()))
}

// instalment is the part of a sum with the given number, counted from 0.
func instalment(sum rapport.Money, i int) rapport.Money {
	part := sum.Minor / instalmentCount
	if int64(i) < sum.Minor%instalmentCount {
		part++
	}
	return rapport.Money{Minor: part, Currency: sum.Currency}
}

// claims lists what may be asked for late payment, span by span so that it can be
// reckoned again, and what it comes to.
func (w letterWriter) claims(claims []interest.Claim) (lines, total string) {
	if len(claims) == 0 {
		return w.lines([]string{w.blank("claim")}), w.blank("amount")
	}
	var texts []string
	var sums []rapport.Money
	for _, c := range claims {
		texts = append(texts, w.claim(c)...)
		for _, part := range []rapport.Money{c.Interest, c.Flat} {
			if part.Minor > 0 {
				sums = addMoney(sums, part)
			}
		}
	}
	return w.lines(texts), w.MoneyList(sums)
}

func (w letterWriter) claim(c interest.Claim) []string {
	var texts []string
	for _, s := range c.Spans {
		texts = append(texts, w.N("letter.line.interest", s.Days, Args{
			"Number": c.Invoice.Number, "From": w.fullDay(s.From), "To": w.fullDay(s.To),
			"Balance": s.Balance, "Rate": w.rate(s.Rate), "Interest": s.Interest,
		}))
	}
	if c.Flat.Minor > 0 {
		texts = append(texts, w.T("letter.line.flat", Args{"Number": c.Invoice.Number, "Flat": c.Flat}))
	}
	return texts
}

// rate writes per cent a year with the decimals it has, two at most.
func (w letterWriter) rate(percent float64) string {
	return strings.Replace(w.layout.percent, "N", w.Number(percent, decimalsOf(percent)), 1)
}

// decimalsOf is how many decimals a rate needs.
func decimalsOf(percent float64) int {
	hundredths := int(math.Round(percent * 100))
	switch {
	case hundredths%100 == 0:
		return 0
	case hundredths%10 == 0:
		return 1
	default:
		return 2
	}
}

// openMoney is the paragraph of a last letter about money: all that is open, due
// or not.
func (w letterWriter) openMoney() string {
	if len(w.History.Invoices) == 0 { // invoices may be kept elsewhere
		return w.blank("owed")
	}
	open := slices.DeleteFunc(slices.Clone(w.History.Invoices), func(v rapport.Invoice) bool {
		return v.Issued > w.Today || v.OpenOn(w.Today).Minor <= 0
	})
	if len(open) == 0 {
		return w.T("letter.part.settled")
	}
	slices.SortStableFunc(open, func(a, b rapport.Invoice) int { return cmp.Compare(a.Due, b.Due) })
	lines := each(open, func(v rapport.Invoice) string {
		if v.Disputed {
			return w.T("letter.line.disputed", w.invoiceArgs(v))
		}
		return w.invoiceLine(w.invoiceArgs(v))
	})
	return w.N("letter.part.owed", len(open), Args{"List": w.lines(lines), "Total": w.MoneyList(w.sums(open))})
}
