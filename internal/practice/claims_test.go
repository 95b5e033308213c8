package practice_test

import (
	"errors"
	"testing"

	"github.com/rapport-desktop/rapport/internal/interest"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

func TestAClaimGoesByTheClientsCountryOrElseByOurs(t *testing.T) {
	for _, c := range []struct {
		name     string
		settings string
		terms    rapport.Terms
		country  string
		flat     int64
	}{
		{"the client's", "NL", rapport.Terms{Country: "DE"}, "DE", 40_00},
		{"ours", "DE", rapport.Terms{}, "DE", 40_00},
		{"a private person owes no flat sum", "DE", rapport.Terms{Consumer: true}, "DE", 0},
		{"nobody said which", "", rapport.Terms{}, "", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := open(t)
			o.must(o.EditSettings(t.Context(), practice.Settings{Working: practice.Working{Country: c.settings}}))
			acme := o.client("Acme")
			acme.Terms.Country, acme.Terms.Consumer = c.terms.Country, c.terms.Consumer
			o.must(o.EditClient(t.Context(), acme))
			late := o.invoice(acme, "2026-1", -30)
			o.invoice(acme, "2026-2", 5)
			claims, not, err := o.Claims(t.Context(), acme.ID, monday)
			o.must(err)
			if c.country == "" {
				var problem *rapport.Problem
				if len(claims) != 0 || len(not) != 1 || not[0].Invoice.ID != late.ID || !errors.As(not[0].Err, &problem) {
					t.Errorf("claims %+v, not %+v", claims, not)
				}
				return
			}
			if len(claims) != 1 || len(not) != 0 {
				t.Fatalf("claims %+v, not %+v", claims, not)
			}
			got := claims[0]
			if got.Invoice.ID != late.ID || got.Country != c.country || got.Consumer != c.terms.Consumer || got.Flat.Minor != c.flat || got.Interest.Minor <= 0 {
				t.Errorf("claim %+v", got)
			}
			if one, err := o.ClaimOn(t.Context(), late.ID, monday); err != nil || one.Interest != got.Interest {
				t.Errorf("the same alone: %+v, %v", one, err)
			}
			if file, err := o.EndingOf(t.Context(), acme.ID); err != nil || len(file.Claims) != 1 {
				t.Errorf("in the ending: %+v, %v", file.Claims, err)
			}
		})
	}
}

func TestAClaimOnWhatIsPaidOrNotDueIsRefusedInWords(t *testing.T) {
	o := open(t)
	o.must(o.EditSettings(t.Context(), practice.Settings{Working: practice.Working{Country: "DE"}}))
	acme := o.client("Acme")
	paid, future := o.invoice(acme, "2026-1", -30), o.invoice(acme, "2026-2", 5)
	o.must(o.Pay(t.Context(), paid.ID, rapport.Payment{On: monday, Amount: paid.Amount.Minor}))
	for _, id := range []rapport.ID{paid.ID, future.ID, rapport.NewID()} {
		var problem *rapport.Problem
		if claim, err := o.ClaimOn(t.Context(), id, monday); !errors.As(err, &problem) {
			t.Errorf("%+v, %v", claim, err)
		}
	}
}

func TestARateTheUserFoundIsClaimedBy(t *testing.T) {
	o := open(t)
	settings := practice.Settings{Working: practice.Working{Country: "DE"}}
	o.must(o.EditSettings(t.Context(), settings))
	acme := o.client("Acme")
	o.today = rapport.NewDate(2031, 3, 1) // where no program knows a rate yet
	late := o.invoice(acme, "2031-1", -30)
	if _, not, err := o.Claims(t.Context(), acme.ID, o.today); err != nil || len(not) != 1 {
		t.Fatalf("guessed: %+v, %v", not, err)
	}
	settings.Rates = []interest.Rate{{Series: "de_base", From: rapport.NewDate(2031, 1, 1), Percent: 2}}
	o.must(o.EditSettings(t.Context(), settings))
	claim, err := o.ClaimOn(t.Context(), late.ID, o.today)
	if err != nil || claim.Spans[0].Rate != 11 { // § 288 BGB: nine points above the base rate
		t.Errorf("claim %+v, %v", claim, err)
	}
}
