package practice

import (
	"context"
	"fmt"

	"github.com/rapport-desktop/rapport/assets"
	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/interest"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Claims works out what the law allows to be claimed from a client on a day for
// invoices that are past due and open: by the law of the client's country, or of the
// user's where the terms name none, and by whether they are a business. Invoices no
// claim can be worked out for come apart, each with what is missing. Nothing is
// stored; whether to claim is the user's choice.
func (p *Practice) Claims(ctx context.Context, client rapport.ID, on rapport.Date) (claims []interest.Claim, not []interest.Unclaimable, err error) {
	err = p.book.Read(ctx, func(tx *book.Tx) error {
		c, err := tx.Client(client)
		if err != nil {
			return err
		}
		invoices, err := tx.InvoicesOf(client)
		if err != nil {
			return err
		}
		claims, not, err = claimsOf(tx, c, invoices, on)
		return err
	})
	return claims, not, err
}

// ClaimOn works out the claim for one invoice. One that is paid or not due yet is
// refused, as is a country or a day no rate is known for.
func (p *Practice) ClaimOn(ctx context.Context, invoice rapport.ID, on rapport.Date) (claim interest.Claim, err error) {
	err = p.book.Read(ctx, func(tx *book.Tx) error {
		v, err := tx.Invoice(invoice)
		if err != nil {
			return err
		}
		c, err := tx.Client(v.Client)
		if err != nil {
			return err
		}
		law, err := lawFor(tx, c)
		if err != nil {
			return err
		}
		claim, err = law.claim(v, on)
		return err
	})
	return claim, err
}

func claimsOf(tx *book.Tx, c rapport.Client, invoices []rapport.Invoice, on rapport.Date) (claims []interest.Claim, not []interest.Unclaimable, err error) {
	law, err := lawFor(tx, c)
	if err != nil {
		return nil, nil, err
	}
	for _, v := range invoices {
		if v.DaysOverdue(on) == 0 {
			continue
		}
		claim, err := law.claim(v, on)
		if err != nil {
			not = append(not, interest.Unclaimable{Invoice: v, Err: err})
			continue
		}
		claims = append(claims, claim)
	}
	return claims, not, nil
}

// law is what claims against one client go by.
type law struct {
	rates    interest.Table
	country  string
	consumer bool
}

func (l law) claim(v rapport.Invoice, on rapport.Date) (interest.Claim, error) {
	return l.rates.Of(v, l.country, l.consumer, on)
}

// lawFor reads the rates, with those the user added, and whose law holds.
func lawFor(tx *book.Tx, c rapport.Client) (law, error) {
	settings, err := settingsOf(tx)
	if err != nil {
		return law{}, err
	}
	rates, err := interest.Read(assets.Rates)
	if err != nil {
		return law{}, err
	}
	if rates, err = rates.With(settings.Rates); err != nil {
		return law{}, fmt.Errorf("adding the user's rates: %w", err)
	}
	l := law{rates: rates, country: c.Terms.Country, consumer: c.Terms.Consumer}
	if l.country == "" {
		l.country = settings.Country
	}
	return l, nil
}
