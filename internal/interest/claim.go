package interest

import (
	"math/big"
	"slices"
	"strings"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Claim is what may be asked for beside the invoice itself.
type Claim struct {
	Invoice  rapport.Invoice
	On       rapport.Date
	Country  string
	Consumer bool
	Law      string // where it stands written
	Spans    []Span
	Interest rapport.Money // the spans rounded one by one and added up
	Flat     rapport.Money // the flat sum for the cost of recovery; zero where there is none
	Source   string        // where the latest rate is published
	AsOf     rapport.Date  // when it was looked up
	Notes    []string      // what to know about it, of NoteCodes
}

// Span is a number of days in which neither balance nor rate changed.
type Span struct {
	From, To rapport.Date // both counted
	Days     int
	Balance  rapport.Money
	Rate     float64 // per cent a year
	Interest rapport.Money
}

// Unclaimable is an invoice that bears no claim, and why.
type Unclaimable struct {
	Invoice rapport.Invoice
	Err     error
}

// What to know about a claim.
const (
	NoteDisputed     = "disputed"      // they contest the invoice: claimable, and open to dispute itself
	NoteFlatCurrency = "flat_currency" // the law has a flat sum, in another currency than the invoice
	NoteFlatUnknown  = "flat_unknown"  // the law has one, which is not known for that time
	NoteAdded        = "added"         // a rate was added by the user
)

// NoteCodes returns every note a claim can bear.
func NoteCodes() []string {
	return []string{NoteDisputed, NoteFlatCurrency, NoteFlatUnknown, NoteAdded}
}

// Open is what is still to be paid of the invoice itself.
func (c Claim) Open() rapport.Money { return c.Invoice.OpenOn(c.On) }

// Total is the open balance with interest and flat sum.
func (c Claim) Total() rapport.Money { return c.Open().Plus(c.Interest).Plus(c.Flat) }

// Days is how many days bear interest.
func (c Claim) Days() int {
	days := 0
	for _, s := range c.Spans {
		days += s.Days
	}
	return days
}

// Of works out the claim on an invoice up to and with a day. It refuses an invoice
// that is not overdue or of which nothing is open, a country it does not know, and a
// day it knows no rate for. Payments after the day are not looked at.
func (t Table) Of(v rapport.Invoice, country string, consumer bool, on rapport.Date) (Claim, error) {
	if err := bearing(v, on); err != nil {
		return Claim{}, err
	}
	c, g, err := t.law(country, consumer)
	if err != nil {
		return Claim{}, err
	}
	claim := Claim{Invoice: v, On: on, Country: c.Code, Consumer: consumer, Law: g.Law,
		Interest: rapport.Money{Currency: v.Amount.Currency}, Flat: rapport.Money{Currency: v.Amount.Currency}}
	if v.Disputed {
		claim.Notes = append(claim.Notes, NoteDisputed)
	}
	if err := t.charge(&claim, g); err != nil {
		return Claim{}, err
	}
	claim.levy(g)
	return claim, nil
}

// bearing refuses an invoice on which no interest runs on the day.
func bearing(v rapport.Invoice, on rapport.Date) error {
	if v.OpenOn(on).Minor <= 0 {
		args := rapport.Args{"number": v.Number, "paid": v.SettledOn(), "due": v.Due}
		if v.SettledOn() <= v.Due {
			return rapport.Refuse(ErrInTime, args)
		}
		args["days"] = v.SettledOn().DaysSince(v.Due)
		return rapport.Refuse(ErrPaid, args)
	}
	if v.Issued > on || v.Due >= on {
		return rapport.Refuse(ErrNotDue, rapport.Args{"number": v.Number, "due": v.Due, "on": on})
	}
	return nil
}

// law finds what the country grants.
func (t Table) law(code string, consumer bool) (Country, *Regime, error) {
	countries := strings.Join(t.Codes(), ", ")
	if strings.TrimSpace(code) == "" {
		return Country{}, nil, rapport.Refuse(ErrCountryMissing, rapport.Args{"countries": countries})
	}
	c, ok := t.Country(code)
	if !ok {
		return Country{}, nil, rapport.Refuse(ErrCountry, rapport.Args{"value": code, "countries": countries})
	}
	g := c.Of(consumer)
	if g == nil {
		return Country{}, nil, rapport.Refuse(ErrNoLaw, rapport.Args{"country": c.Code})
	}
	return c, g, nil
}

// charge fills in the spans and what they come to.
func (t Table) charge(claim *Claim, g *Regime) error {
	series, _ := t.Find(g.Series) // Read made sure of it
	claim.Source, claim.AsOf = sourceOf(series), series.AsOf
	first := claim.Invoice.Due.AddDays(1)
	for from := first; from <= claim.On; {
		asked := from
		if g.Held {
			asked = first
		}
		rate, until, ok := series.at(asked)
		if !ok {
			return rapport.Refuse(ErrNoRate, rapport.Args{"country": claim.Country, "date": asked, "series": series.Name,
				"publisher": series.Publisher, "address": series.Address})
		}
		if g.Held {
			until = claim.On
		}
		if rate.added && !slices.Contains(claim.Notes, NoteAdded) {
			claim.Notes = append(claim.Notes, NoteAdded)
		}
		to := min(until, claim.On, nextPayment(claim.Invoice, from))
		span := spanOf(claim.Invoice, from, to, rateOf(g, rate))
		claim.Spans = append(claim.Spans, span)
		claim.Interest = claim.Interest.Plus(span.Interest)
		from = to.AddDays(1)
	}
	return nil
}

// nextPayment is the first day from the given one on which money came in, the last
// day there is if none did.
func nextPayment(v rapport.Invoice, from rapport.Date) rapport.Date {
	next := rapport.MaxDate
	for _, p := range v.Payments {
		if p.On >= from {
			next = min(next, p.On)
		}
	}
	return next
}

// spanOf works out the interest of days in which nothing changed: on what was open
// the evening before, at a rate in hundredths of a per cent.
func spanOf(v rapport.Invoice, from, to rapport.Date, rate int64) Span {
	balance, days := v.OpenOn(from.AddDays(-1)), to.DaysSince(from)+1
	return Span{
		From: from, To: to, Days: days, Balance: balance, Rate: float64(rate) / 100,
		Interest: rapport.Money{Minor: share(balance.Minor, rate*int64(days), 100*100*365), Currency: balance.Currency},
	}
}

// share is amount · numerator / denominator, half a unit rounded away from zero. The
// product of a large invoice and many days goes beyond 64 bits.
func share(amount, numerator, denominator int64) int64 {
	product := new(big.Int).Mul(big.NewInt(amount), big.NewInt(numerator))
	half := big.NewInt(denominator / 2)
	if product.Sign() < 0 {
		half.Neg(half)
	}
	return product.Add(product, half).Quo(product, big.NewInt(denominator)).Int64()
}

// levy fills in the flat sum: the largest the debt reaches, of those that hold for
// the day interest begins. The debt is what was open when the invoice fell due.
func (c *Claim) levy(g *Regime) {
	begun, debt := c.Invoice.Due.AddDays(1), c.Invoice.OpenOn(c.Invoice.Due)
	if len(g.Flat) == 0 {
		return
	}
	if g.Flat[0].Amount.Currency != debt.Currency {
		c.Notes = append(c.Notes, NoteFlatCurrency)
		return
	}
	known := false
	for _, f := range g.Flat {
		if begun >= f.From && (f.Until.IsZero() || begun <= f.Until) {
			known = true
			if debt.Minor >= f.Least {
				c.Flat.Minor = max(c.Flat.Minor, f.Amount.Minor)
			}
		}
	}
	if !known {
		c.Notes = append(c.Notes, NoteFlatUnknown)
	}
}
