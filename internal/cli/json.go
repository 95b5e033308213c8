package cli

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"unicode/utf8"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// printJSON writes a value as JSON that people can read too. HTML escapes are for
// pages; names with & stay as they are.
func (a *app) printJSON(v any) error {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(v); err != nil {
		return fmt.Errorf("writing JSON: %w", err)
	}
	if err := writeTame(a.paper.w, text.Bytes()); err != nil {
		return fmt.Errorf("writing JSON: %w", err)
	}
	return nil
}

// writeTame writes JSON with escapes for what the encoder leaves as it is and a
// terminal would obey.
func writeTame(w *bufio.Writer, text []byte) error {
	for len(text) > 0 {
		r, size := utf8.DecodeRune(text)
		var err error
		if obeyed(r) && r != '\n' {
			_, err = fmt.Fprintf(w, `\u%04x`, r)
		} else {
			_, err = w.Write(text[:size])
		}
		if err != nil {
			return err
		}
		text = text[size:]
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
