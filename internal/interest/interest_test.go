package interest_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rapport-desktop/rapport/assets"
	"github.com/rapport-desktop/rapport/internal/interest"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// table is the one the program carries.
func table(t interface{ Fatal(...any) }) interest.Table {
	rates, err := interest.Read(assets.Rates)
	if err != nil {
		t.Fatal(err)
	}
	return rates
}

func day(t interface{ Fatal(...any) }, s string) rapport.Date {
	d, err := rapport.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// bill is an invoice due on a day, and paid in parts.
func bill(t interface{ Fatal(...any) }, amount, currency, due string, payments ...string) rapport.Invoice {
	m, err := rapport.ParseMoney(amount, rapport.Currency(currency))
	if err != nil {
		t.Fatal(err)
	}
	v := rapport.Invoice{Number: "7", Issued: day(t, due).AddDays(-14), Due: day(t, due), Amount: m}
	for i := 0; i < len(payments); i += 2 {
		part, err := rapport.ParseMoney(payments[i+1], m.Currency)
		if err != nil {
			t.Fatal(err)
		}
		v.Payments = append(v.Payments, rapport.Payment{On: day(t, payments[i]), Amount: part.Minor})
	}
	return v
}

// line is a span in words a test can be read by.
type line struct {
	From, To string
	Days     int
	Balance  string
	Rate     float64
	Interest string
}

func lines(c interest.Claim) []line {
	var all []line
	for _, s := range c.Spans {
		all = append(all, line{s.From.String(), s.To.String(), s.Days, s.Balance.Decimal(), s.Rate, s.Interest.Decimal()})
	}
	return all
}

func TestAClaimIsWorkedOutLineByLine(t *testing.T) {
	for _, c := range []struct {
		name     string
		invoice  rapport.Invoice
		country  string
		consumer bool
		on       string
		want     []line
		flat     string
		notes    []string
	}{
		{
			name:    "£1,000 are fifty days late at 8.5 per cent",
			invoice: bill(t, "1000", "GBP", "2018-08-10"), country: "UK", on: "2018-09-29",
			want: []line{{"2018-08-11", "2018-09-29", 50, "1000.00", 8.5, "11.64"}}, flat: "70.00",
		},
		{
			name:    "EUR 1,000 are thirty days late at 10.27 per cent",
			invoice: bill(t, "1000", "EUR", "2026-03-01"), country: "DE", on: "2026-03-31",
			want: []line{{"2026-03-02", "2026-03-31", 30, "1000.00", 10.27, "8.44"}}, flat: "40.00",
		},
		{
			name:    "EUR 10,000 stay open across the middle of 2023, when the base rate rose",
			invoice: bill(t, "10000", "EUR", "2023-06-20"), country: "DE", on: "2023-08-31",
			want: []line{
				{"2023-06-21", "2023-06-30", 10, "10000.00", 10.62, "29.10"},
				{"2023-07-01", "2023-08-31", 62, "10000.00", 12.12, "205.87"},
			}, flat: "40.00",
		},
		{
			name:    "one day late is one day",
			invoice: bill(t, "1000", "EUR", "2026-03-01"), country: "nl", on: "2026-03-02",
			want: []line{{"2026-03-02", "2026-03-02", 1, "1000.00", 10.15, "0.28"}}, flat: "40.00",
		},
		{
			name:    "a part payment still bears interest on the day it comes in",
			invoice: bill(t, "1000", "EUR", "2026-03-01", "2026-03-11", "400"), country: "AT", on: "2026-03-21",
			want: []line{
				{"2026-03-02", "2026-03-11", 10, "1000.00", 10.73, "2.94"},
				{"2026-03-12", "2026-03-21", 10, "600.00", 10.73, "1.76"},
			}, flat: "40.00",
		},
		{
			name:    "a payment on the last day of a half-year splits once",
			invoice: bill(t, "1000", "EUR", "2025-06-20", "2025-06-30", "500"), country: "EU", on: "2025-07-10",
			want: []line{
				{"2025-06-21", "2025-06-30", 10, "1000.00", 11.15, "3.05"},
				{"2025-07-01", "2025-07-10", 10, "500.00", 10.15, "1.39"},
			}, flat: "40.00",
		},
		{
			name:    "what was paid before the invoice fell due bears none",
			invoice: bill(t, "1000", "GBP", "2025-03-01", "2025-02-01", "300"), country: "GB", on: "2025-03-11",
			want: []line{{"2025-03-02", "2025-03-11", 10, "700.00", 12.75, "2.45"}}, flat: "40.00",
		},
		{
			name:    "a payment after the day asked for is not looked at",
			invoice: bill(t, "1000", "EUR", "2026-03-01", "2026-04-01", "1000"), country: "DE", on: "2026-03-31",
			want: []line{{"2026-03-02", "2026-03-31", 30, "1000.00", 10.27, "8.44"}}, flat: "40.00",
		},
		{
			name:    "the twenty-ninth of February counts, and the year has 365 days all the same",
			invoice: bill(t, "36500", "EUR", "2024-02-27"), country: "DE", on: "2024-03-01",
			want: []line{{"2024-02-28", "2024-03-01", 3, "36500.00", 12.62, "37.86"}}, flat: "40.00",
		},
		{
			name:    "in the United Kingdom the rate of the first day holds to the end",
			invoice: bill(t, "10000", "GBP", "2023-06-20"), country: "UK", on: "2024-06-19",
			want: []line{{"2023-06-21", "2024-06-19", 365, "10000.00", 11.5, "1150.00"}}, flat: "100.00",
		},
		{
			name:    "interest that begins on the first of July goes by the new half-year",
			invoice: bill(t, "999.99", "GBP", "2023-06-30"), country: "UK", on: "2023-07-01",
			want: []line{{"2023-07-01", "2023-07-01", 1, "999.99", 13, "0.36"}}, flat: "40.00",
		},
		{
			name:    "in Turkey the rate changes with the year, and so does the flat sum",
			invoice: bill(t, "10000", "TRY", "2023-12-21"), country: "TR", on: "2024-01-10",
			want: []line{
				{"2023-12-22", "2023-12-31", 10, "10000.00", 11.75, "32.19"},
				{"2024-01-01", "2024-01-10", 10, "10000.00", 48, "131.51"},
			}, flat: "800.00",
		},
		{
			name:    "a flat sum nobody knows is left out and said",
			invoice: bill(t, "10000", "TRY", "2025-03-01"), country: "TR", on: "2025-03-11",
			want: []line{{"2025-03-02", "2025-03-11", 10, "10000.00", 53.25, "145.89"}}, flat: "0.00",
			notes: []string{interest.NoteFlatUnknown},
		},
		{
			name:    "a German consumer owes five points and no flat sum",
			invoice: bill(t, "1000", "EUR", "2026-03-01"), country: "DE", consumer: true, on: "2026-03-31",
			want: []line{{"2026-03-02", "2026-03-31", 30, "1000.00", 6.27, "5.15"}}, flat: "0.00",
		},
		{
			name:    "an Austrian consumer owes four per cent whatever the base rate",
			invoice: bill(t, "1000", "EUR", "2022-12-01"), country: "AT", consumer: true, on: "2023-12-01",
			want: []line{{"2022-12-02", "2023-12-01", 365, "1000.00", 4, "40.00"}}, flat: "0.00",
		},
		{
			name:    "a Turkish consumer owes what the law said before and after June 2024",
			invoice: bill(t, "36500", "TRY", "2024-05-21"), country: "TR", consumer: true, on: "2024-06-10",
			want: []line{
				{"2024-05-22", "2024-05-31", 10, "36500.00", 9, "90.00"},
				{"2024-06-01", "2024-06-10", 10, "36500.00", 24, "240.00"},
			}, flat: "0.00",
		},
		{
			name:    "an invoice in dollars bears interest in dollars, and no flat sum in euros",
			invoice: bill(t, "1000", "USD", "2026-03-01"), country: "DE", on: "2026-03-31",
			want: []line{{"2026-03-02", "2026-03-31", 30, "1000.00", 10.27, "8.44"}}, flat: "0.00",
			notes: []string{interest.NoteFlatCurrency},
		},
		{
			name:    "yen have no decimals",
			invoice: bill(t, "100000", "JPY", "2026-03-01"), country: "DE", on: "2026-03-31",
			want: []line{{"2026-03-02", "2026-03-31", 30, "100000", 10.27, "844"}}, flat: "0",
			notes: []string{interest.NoteFlatCurrency},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := table(t).Of(c.invoice, c.country, c.consumer, day(t, c.on))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, lines(got)); diff != "" {
				t.Errorf("spans (-want +got)\n%s", diff)
			}
			if got.Flat.Decimal() != c.flat || got.Flat.Currency != c.invoice.Amount.Currency {
				t.Errorf("the flat sum is %v, want %s", got.Flat, c.flat)
			}
			if diff := cmp.Diff(c.notes, got.Notes); diff != "" {
				t.Errorf("notes (-want +got)\n%s", diff)
			}
			if got.Source == "" || got.AsOf.IsZero() || got.Law == "" {
				t.Errorf("it does not say where it has this from: %+v", got)
			}
		})
	}
}

func TestAClaimAddsUp(t *testing.T) {
	v := bill(t, "10000", "EUR", "2023-06-20", "2023-07-10", "4000")
	c, err := table(t).Of(v, "DE", false, day(t, "2023-08-31"))
	if err != nil {
		t.Fatal(err)
	}
	// 29.10 + 10,000 for ten days and 6,000 for 52 days at 12.12 per cent.
	if got, want := c.Interest.Decimal(), "165.91"; got != want {
		t.Errorf("interest of %s, want %s", got, want)
	}
	if got, want := c.Open().Decimal(), "6000.00"; got != want {
		t.Errorf("open are %s, want %s", got, want)
	}
	if got, want := c.Total().Decimal(), "6205.91"; got != want {
		t.Errorf("in all %s, want %s", got, want)
	}
	if c.Days() != 72 {
		t.Errorf("%d days, want 72", c.Days())
	}
}

func TestADisputedInvoiceIsClaimableAndSaidToBe(t *testing.T) {
	v := bill(t, "1000", "EUR", "2026-03-01")
	v.Disputed = true
	c, err := table(t).Of(v, "DE", false, day(t, "2026-03-31"))
	if err != nil || !slices.Equal(c.Notes, []string{interest.NoteDisputed}) {
		t.Errorf("notes %q, %v", c.Notes, err)
	}
}

func TestWhatCannotBeClaimedIsRefusedAndNeverGuessed(t *testing.T) {
	open := bill(t, "1000", "EUR", "2026-03-01")
	for _, c := range []struct {
		name     string
		invoice  rapport.Invoice
		country  string
		consumer bool
		on       string
		want     *rapport.Problem
		args     rapport.Args
	}{
		{"on the day it is due", open, "DE", false, "2026-03-01", interest.ErrNotDue,
			rapport.Args{"number": "7", "due": day(t, "2026-03-01"), "on": day(t, "2026-03-01")}},
		{"before it was issued", open, "DE", false, "2026-01-01", interest.ErrNotDue,
			rapport.Args{"number": "7", "due": day(t, "2026-03-01"), "on": day(t, "2026-01-01")}},
		{"paid in time", bill(t, "1000", "EUR", "2026-03-01", "2026-03-01", "1000"), "DE", false, "2026-03-31", interest.ErrInTime,
			rapport.Args{"number": "7", "paid": day(t, "2026-03-01"), "due": day(t, "2026-03-01")}},
		{"paid late and settled", bill(t, "1000", "EUR", "2026-03-01", "2026-03-05", "1000"), "DE", false, "2026-03-31", interest.ErrPaid,
			rapport.Args{"number": "7", "paid": day(t, "2026-03-05"), "due": day(t, "2026-03-01"), "days": 4}},
		{"no country", open, " ", false, "2026-03-31", interest.ErrCountryMissing,
			rapport.Args{"countries": "DE, AT, NL, EU, UK, TR"}},
		{"an unknown country", open, "FR", false, "2026-03-31", interest.ErrCountry,
			rapport.Args{"value": "FR", "countries": "DE, AT, NL, EU, UK, TR"}},
		{"a private person in the United Kingdom", open, "UK", true, "2026-03-31", interest.ErrNoLaw,
			rapport.Args{"country": "UK"}},
		{"a private person under the directive", open, "EU", true, "2026-03-31", interest.ErrNoLaw,
			rapport.Args{"country": "EU"}},
		{"a half-year that is not known yet", open, "DE", false, "2026-07-01", interest.ErrNoRate,
			rapport.Args{"country": "DE", "date": day(t, "2026-07-01"), "series": "Basiszinssatz (§ 247 BGB)", "publisher": "Deutsche Bundesbank",
				"address": "https://www.bundesbank.de/de/bundesbank/organisation/agb-und-regelungen/basiszinssatz-607820"}},
		{"a year before the first one known", bill(t, "1000", "TRY", "2019-03-01"), "TR", false, "2026-03-31", interest.ErrNoRate,
			rapport.Args{"country": "TR", "date": day(t, "2019-03-02"), "series": "Temerrüt faizi (TTK m. 1530)",
				"publisher": "Türkiye Cumhuriyet Merkez Bankası", "address": "https://www.tcmb.gov.tr"}},
		{"a law that was looked up too long ago", bill(t, "1000", "TRY", "2025-12-01"), "TR", true, "2026-01-01", interest.ErrNoRate,
			rapport.Args{"country": "TR", "date": day(t, "2026-01-01"), "series": "Kanuni faiz (3095 sayılı Kanun m. 1)",
				"publisher": "Resmî Gazete", "address": "https://www.resmigazete.gov.tr"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			claim, err := table(t).Of(c.invoice, c.country, c.consumer, day(t, c.on))
			var refused *rapport.Problem
			if !errors.As(err, &refused) || !errors.Is(err, c.want) {
				t.Fatalf("it gives %+v, %v, want %v", claim, err, c.want)
			}
			if diff := cmp.Diff(c.args, refused.Args); diff != "" {
				t.Errorf("arguments (-want +got)\n%s", diff)
			}
		})
	}
}

func TestARateTheUserFoundFillsTheGap(t *testing.T) {
	v := bill(t, "1000", "EUR", "2026-06-20")
	rates, err := table(t).With([]interest.Rate{{Series: "ecb_refi", From: day(t, "2026-07-01"), Percent: 2.4}})
	if err != nil {
		t.Fatal(err)
	}
	for _, country := range []string{"NL", "EU"} { // one series, two laws
		c, err := rates.Of(v, country, false, day(t, "2026-07-10"))
		if err != nil {
			t.Fatal(err)
		}
		if len(c.Spans) != 2 || c.Spans[1].Rate != 10.4 || !slices.Equal(c.Notes, []string{interest.NoteAdded}) {
			t.Errorf("%s: %+v, %q", country, c.Spans, c.Notes)
		}
		if _, err := rates.Of(v, country, false, day(t, "2027-01-01")); !errors.Is(err, interest.ErrNoRate) {
			t.Errorf("%s: one half-year was taken for another: %v", country, err)
		}
	}
	if _, err := table(t).Of(v, "NL", false, day(t, "2026-07-10")); !errors.Is(err, interest.ErrNoRate) {
		t.Errorf("adding a rate changed the table itself: %v", err)
	}
}

func TestARateTheUserCorrectsTakesThePlaceOfOurs(t *testing.T) {
	rates, err := table(t).With([]interest.Rate{
		{Series: "de_base", From: day(t, "2026-01-01"), Percent: 3},
		{Series: "tr_legal", From: day(t, "2025-08-15"), Percent: 30},
	})
	if err != nil {
		t.Fatal(err)
	}
	c, err := rates.Of(bill(t, "1000", "EUR", "2026-03-01"), "DE", false, day(t, "2026-03-31"))
	if err != nil || c.Spans[0].Rate != 12 {
		t.Errorf("%+v, %v", c.Spans, err)
	}
	// A law may change on any day, and then holds without end.
	c, err = rates.Of(bill(t, "1000", "TRY", "2025-08-10"), "TR", true, day(t, "2026-08-10"))
	if err != nil || len(c.Spans) != 2 || c.Spans[0].Rate != 24 || c.Spans[1].Rate != 30 {
		t.Errorf("%+v, %v", c.Spans, err)
	}
}

func TestARateThatCannotBeIsRefused(t *testing.T) {
	for _, c := range []struct {
		name string
		rate interest.Rate
		want *rapport.Problem
	}{
		{"of nobody", interest.Rate{Series: "fr_base", From: day(t, "2026-07-01"), Percent: 2}, interest.ErrSeries},
		{"within a half-year", interest.Rate{Series: "de_base", From: day(t, "2026-07-02"), Percent: 2}, interest.ErrRateDay},
		{"in the middle of a year", interest.Rate{Series: "tr_trade", From: day(t, "2026-07-01"), Percent: 2}, interest.ErrRateDay},
		{"without a day", interest.Rate{Series: "tr_legal", Percent: 2}, interest.ErrRateDay},
		{"a slip of the hand", interest.Rate{Series: "de_base", From: day(t, "2026-07-01"), Percent: 1270}, interest.ErrRatePercent},
		{"a lost sign", interest.Rate{Series: "de_base", From: day(t, "2026-07-01"), Percent: -12.7}, interest.ErrRatePercent},
		{"finer than any", interest.Rate{Series: "de_base", From: day(t, "2026-07-01"), Percent: 1.275}, interest.ErrRatePercent},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := table(t).With([]interest.Rate{c.rate}); !errors.Is(err, c.want) {
				t.Errorf("%v, want %v", err, c.want)
			}
		})
	}
}

func TestARateBelowZeroNeverTakesFromTheDebt(t *testing.T) {
	rates, err := table(t).With([]interest.Rate{{Series: "tr_legal", From: day(t, "2025-08-15"), Percent: -0.5}})
	if err != nil {
		t.Fatal(err)
	}
	c, err := rates.Of(bill(t, "1000", "TRY", "2025-08-20"), "TR", true, day(t, "2025-12-31"))
	if err != nil || c.Interest.Minor != 0 || c.Spans[0].Rate != 0 {
		t.Errorf("%+v, %v", c.Spans, err)
	}
}

func TestTheLargestInvoiceBearsInterestWithoutOverflow(t *testing.T) {
	v := bill(t, "92233720368.54", "TRY", "2025-01-01") // the most a book holds
	c, err := table(t).Of(v, "TR", false, day(t, "2026-12-31"))
	if err != nil || c.Interest.Decimal() != "88640395701.03" {
		t.Errorf("%+v, %v", c.Spans, err)
	}
	if c.Total().Minor <= v.Amount.Minor {
		t.Errorf("in all %s", c.Total().Decimal())
	}
}

func TestEverySeriesSaysFromWhenTheNextRateIsWanted(t *testing.T) {
	for code, want := range map[string]rapport.Date{
		"de_base": rapport.NewDate(2026, time.July, 1), "nl_legal": rapport.NewDate(2025, time.July, 1),
		"tr_trade": rapport.NewDate(2027, time.January, 1), "tr_legal": rapport.NewDate(2026, time.January, 1), "at_legal": 0,
	} {
		s, ok := table(t).Find(code)
		if !ok || s.Next() != want {
			t.Errorf("%s: %s, want %s", code, s.Next(), want)
		}
	}
}
