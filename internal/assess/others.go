package assess

import "github.com/rapport-desktop/rapport/internal/rapport"

// Others is what the user's other clients do: the measure for consensus, for how
// late is late in this practice, and for how much of the income one client is.
// The zero value knows nobody.
type Others struct {
	Clients  int                        `json:"clients"`            // with anything on record within a year
	Friction map[string]int             `json:"friction,omitempty"` // by reason code of a friction: clients showing it within a year
	Invoices int                        `json:"invoices,omitempty"` // that fell due
	Late     int                        `json:"late,omitempty"`     // of these, late
	Received map[rapport.Currency]int64 `json:"received,omitempty"` // within a year, minor units
}

// ShareOf returns what one client adds to the picture of the whole practice.
func ShareOf(h History, on rapport.Date) Others {
	return Others{}
}

// Plus adds what another client adds.
func (o Others) Plus(more Others) Others {
	return o
}

// Minus takes out what a client added: nobody is measured against themselves.
func (o Others) Minus(own Others) Others {
	return o
}
