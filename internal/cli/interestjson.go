package cli

import (
	"context"
	"errors"

	"github.com/rapport-desktop/rapport/internal/interest"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// claimJSON is a claim for other programs.
type claimJSON struct {
	Number   string           `json:"number"`
	Due      rapport.Date     `json:"due"`
	Days     int              `json:"days"`
	Currency rapport.Currency `json:"currency"`
	Open     string           `json:"open"`
	Interest string           `json:"interest"`
	Flat     string           `json:"flat"`
	lawJSON
	Source sourceJSON `json:"source"`
	Notes  []string   `json:"notes,omitempty"`
	Spans  []spanJSON `json:"spans"`
}

// lawJSON is the law a claim goes by.
type lawJSON struct {
	Country  string `json:"country"`
	Consumer bool   `json:"consumer,omitempty"`
	Law      string `json:"law"`
}

// sourceJSON is where a rate is published, and when it was looked up.
type sourceJSON struct {
	Text string       `json:"text"`
	AsOf rapport.Date `json:"as_of"`
}

// spanJSON is a number of days in which neither balance nor rate changed.
type spanJSON struct {
	From     rapport.Date `json:"from"`
	To       rapport.Date `json:"to"`
	Days     int          `json:"days"`
	Balance  string       `json:"balance"`
	Rate     float64      `json:"rate"` // per cent a year
	Interest string       `json:"interest"`
}

// refusedJSON is an invoice that bears no claim.
type refusedJSON struct {
	Number string `json:"number"`
	Code   string `json:"code"`
	Why    string `json:"why"`
}

// claimsJSON is what interest answers.
type claimsJSON struct {
	On      rapport.Date  `json:"on"`
	Client  string        `json:"client"`
	Claims  []claimJSON   `json:"claims"`
	Refused []refusedJSON `json:"refused,omitempty"`
}

func (a *app) claimsJSON(ctx context.Context, c rapport.Client, claims []interest.Claim, refused []interest.Unclaimable) claimsJSON {
	list := claimsJSON{On: a.today, Client: c.Name, Claims: make([]claimJSON, 0, len(claims))}
	for _, claim := range claims {
		j := claimJSON{
			Number: claim.Invoice.Number, Due: claim.Invoice.Due, Days: claim.Days(), Currency: claim.Interest.Currency,
			Open: claim.Open().Decimal(), Interest: claim.Interest.Decimal(), Flat: claim.Flat.Decimal(),
			lawJSON: lawJSON{claim.Country, claim.Consumer, claim.Law},
			Source:  sourceJSON{claim.Source, claim.AsOf}, Notes: claim.Notes,
		}
		for _, span := range claim.Spans {
			j.Spans = append(j.Spans, spanJSON{span.From, span.To, span.Days, span.Balance.Decimal(), span.Rate, span.Interest.Decimal()})
		}
		list.Claims = append(list.Claims, j)
	}
	for _, r := range refused {
		list.Refused = append(list.Refused, refusedJSON{r.Invoice.Number, codeOf(r.Err), a.say(ctx).Error(r.Err)})
	}
	return list
}

// codeOf is the code of a refusal, "" for what is none.
func codeOf(err error) string {
	var problem *rapport.Problem
	if errors.As(err, &problem) {
		return problem.Code
	}
	return ""
}
