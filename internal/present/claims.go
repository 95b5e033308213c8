package present

import (
	"math"
	"slices"
	"strings"

	"github.com/rapport-desktop/rapport/internal/interest"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// ClaimsPage is what may be claimed beside the invoices, one table a currency.
type ClaimsPage struct {
	Title     string // "Owed to you"
	Tables    []ClaimTable
	Unclaimed []string // invoices no claim can be worked out for, and why
	Note      string   // information and no legal advice; "" without a table
	Empty     string   // said where nothing is overdue
}

// ClaimTable is the claims of one currency. Amounts stand without it: the head
// of the table names the unit.
type ClaimTable struct {
	Unit  string // "€"
	Rows  []ClaimRow
	Title string // "Claim on 30 June"
	Rate  string // "at 10.15% a year", "" where rates differ
	Total ClaimRow
	All   string    // everything together, with the currency: "€3,597.08"
	How   []Passage // how each was worked out, with source and day
}

// ClaimRow is one invoice with what may be claimed for it, or all together.
type ClaimRow struct {
	Invoice  rapport.ID
	Name     string // "Invoice 2041"
	Due      string
	Days     string // past due
	Amount   string // still open
	Interest string
	Flat     string
}

// claimed is the sums of one currency while its table is made.
type claimed struct {
	open, interest, flat rapport.Money
	rates                []float64
}

// NewClaimsPage words claims as they stand on a day, and the invoices for which
// there can be none.
func NewClaimsPage(s *Speaker, claims []interest.Claim, refused []interest.Unclaimable, on rapport.Date) ClaimsPage {
	page := ClaimsPage{Title: s.T("claim.title")}
	for _, currency := range claimCurrencies(claims) {
		same := func(c interest.Claim) bool { return c.Invoice.Amount.Currency == currency }
		page.Tables = append(page.Tables, s.claimTable(kept(claims, same), currency, on))
	}
	for _, r := range refused {
		page.Unclaimed = append(page.Unclaimed, s.T("claim.refused", Args{"Number": r.Invoice.Number, "Why": s.Error(r.Err)}))
	}
	switch {
	case len(page.Tables) > 0:
		page.Note = s.T("claim.note")
	case len(refused) == 0:
		page.Empty = s.T("claim.empty")
	}
	return page
}

// claimCurrencies returns the currencies of claims, the first seen first.
func claimCurrencies(claims []interest.Claim) []rapport.Currency {
	var seen []rapport.Currency
	for _, c := range claims {
		if currency := c.Invoice.Amount.Currency; !slices.Contains(seen, currency) {
			seen = append(seen, currency)
		}
	}
	return seen
}

// kept returns the values a test picks, in their order.
func kept[T any](all []T, picks func(T) bool) []T {
	var picked []T
	for _, one := range all {
		if picks(one) {
			picked = append(picked, one)
		}
	}
	return picked
}

func (s *Speaker) claimTable(claims []interest.Claim, currency rapport.Currency, on rapport.Date) ClaimTable {
	table := ClaimTable{Unit: s.symbol(currency)}
	zero := rapport.Money{Currency: currency}
	sum := claimed{open: zero, interest: zero, flat: zero}
	for _, c := range claims {
		open := c.Invoice.OpenOn(on)
		sum.open.Minor += open.Minor
		sum.interest.Minor += c.Interest.Minor
		sum.flat.Minor += c.Flat.Minor
		for _, span := range c.Spans {
			sum.rates = append(sum.rates, span.Rate)
		}
		table.Rows = append(table.Rows, ClaimRow{
			Invoice: c.Invoice.ID, Name: s.T("claim.invoice", Args{"Number": c.Invoice.Number}), Due: s.Date(c.Invoice.Due),
			Days: s.Number(float64(c.Invoice.DaysOverdue(on)), 0), Amount: s.bare(open), Interest: s.bare(c.Interest), Flat: s.bare(c.Flat),
		})
		table.How = append(table.How, s.workedOut(c, on))
	}
	table.Title = s.T("claim.on", Args{"Day": s.Day(on, on)})
	if slices.Sort(sum.rates); len(sum.rates) > 0 && sum.rates[0] == sum.rates[len(sum.rates)-1] {
		table.Rate = s.T("claim.rate", Args{"Rate": s.rate(sum.rates[0])})
	}
	table.Total = ClaimRow{Amount: s.bare(sum.open), Interest: s.bare(sum.interest), Flat: s.bare(sum.flat)}
	table.All = s.Money(rapport.Money{Minor: sum.open.Minor + sum.interest.Minor + sum.flat.Minor, Currency: currency})
	return table
}

// workedOut tells how a claim came about, span by span, and what law and which
// source it rests on.
func (s *Speaker) workedOut(c interest.Claim, on rapport.Date) Passage {
	how := Passage{Title: s.T("claim.invoice", Args{"Number": c.Invoice.Number})}
	for _, span := range c.Spans {
		how.Lines = append(how.Lines, s.N("claim.span", span.Days, Args{
			"From": s.Day(span.From, on), "To": s.Day(span.To, on), "Balance": span.Balance,
			"Rate": s.rate(span.Rate), "Interest": span.Interest,
		}))
	}
	if c.Flat.Minor > 0 {
		how.Lines = append(how.Lines, s.T("claim.flat", Args{"Flat": c.Flat}))
	}
	law := s.T("claim.law", Args{"Law": s.law(c.Country)})
	if c.Consumer {
		law = s.T("claim.law_consumer", Args{"Law": s.law(c.Country)})
	}
	if c.Law != "" {
		law += " (" + c.Law + ")"
	}
	how.Lines = append(how.Lines, law+".")
	if c.Source != "" {
		how.Lines = append(how.Lines, s.T("claim.source", Args{"Source": c.Source, "Day": s.Date(c.AsOf)}))
	}
	for _, note := range c.Notes {
		how.Lines = append(how.Lines, s.T("claim.note."+note))
	}
	return how
}

// law names the law of a country by its code; that of an unknown one by the code.
func (s *Speaker) law(code string) string {
	if s.has("law." + code) {
		return s.T("law." + code)
	}
	return code
}

// rate writes a yearly rate in per cent with as many decimals as it has, two at
// the most: 10.15%.
func (s *Speaker) rate(percent float64) string {
	decimals := 0
	for decimals < 2 && math.Abs(percent*math.Pow10(decimals)-math.Round(percent*math.Pow10(decimals))) > 1e-6 {
		decimals++
	}
	return strings.Replace(s.layout.percent, "N", s.Number(percent, decimals), 1)
}

// bare writes an amount without its currency, for tables whose head names it.
func (s *Speaker) bare(m rapport.Money) string {
	return s.Number(major(m.Minor, m.Currency), m.Currency.Digits())
}
