package screen

import (
	"strings"

	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// newGiven is the field for what a remedy cost in money, in the client's currency.
func (f *entryForm) newGiven() *widgets.Field {
	s := f.host.Speaker()
	field := widgets.NewField("", "")
	field.Hint = s.T("entry.given_hint")
	if given := f.entry.Cost.Given; given > 0 {
		field.SetText(s.Amount(rapport.Money{Minor: given, Currency: f.currency()}))
	}
	f.client.changed = f.fit
	return field
}

// currency is the one the client chosen pays in.
func (f *entryForm) currency() rapport.Currency {
	if own := f.client.terms.Currency; own != "" {
		return own
	}
	return f.host.Speaker().Currency()
}

// readGiven reads what a remedy cost. An entry of another kind has no field for it
// and keeps what a file said it cost.
func (f *entryForm) readGiven(kind rapport.Kind) (int64, error) {
	switch {
	case kind != rapport.Remedy && kind == f.entry.Kind:
		return f.entry.Cost.Given, nil
	case kind != rapport.Remedy, strings.TrimSpace(f.given.Text()) == "":
		return 0, nil
	}
	m, err := moneyOf(f.host, f.given, f.currency(), "amount")
	return m.Minor, err
}
