package cli

import (
	"encoding/json"
	"fmt"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// printJSON writes a value as JSON that people can read too. HTML escapes are for
// pages; names with & stay as they are.
func (a *app) printJSON(v any) error {
	encoder := json.NewEncoder(a.paper.w)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(v); err != nil {
		return fmt.Errorf("writing JSON: %w", err)
	}
	return nil
}

// amountJSON is money: a decimal with a point in a string, and its currency.
type amountJSON struct {
	Amount   string           `json:"amount"`
	Currency rapport.Currency `json:"currency"`
}

func amountsJSON(all []rapport.Money) []amountJSON {
	var list []amountJSON
	for _, m := range all {
		list = append(list, amountJSON{m.Decimal(), m.Currency})
	}
	return list
}
