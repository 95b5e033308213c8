package assess

import "github.com/rapport-desktop/rapport/internal/rapport"

// Worth is what a client's work brings in one currency, over a period. Amounts in
// different currencies are never added up.
type Worth struct {
	Currency rapport.Currency `json:"currency"`
	Received int64            `json:"received"`          // minor units that came in
	Given    int64            `json:"given,omitempty"`   // minor units given back in remedies
	Billed   int              `json:"billed,omitempty"`  // minutes worked for invoices
	Unbilled Unbilled         `json:"unbilled,omitzero"` // minutes nobody paid
	Guessed  bool             `json:"guessed,omitempty"` // billed time reckoned from the hourly rate
	PerHour  int64            `json:"per_hour"`          // minor units; 0 when the hours are not known
	Share    float64          `json:"share"`             // of all income in this currency, 0–1
}

// Unbilled splits the minutes nobody paid.
type Unbilled struct {
	Chasing  int `json:"chasing,omitempty"`  // reminding of money
	Recovery int `json:"recovery,omitempty"` // putting things right
	Other    int `json:"other,omitempty"`
}

// WorthOf returns what the client's work brought from one day to another, both
// included, the largest amount first.
func WorthOf(h History, from, to rapport.Date) []Worth { return nil }

// Waiting is what it has cost to wait since an ending was first called for.
type Waiting struct {
	Since   rapport.Date  // the first day of the present run of `end`
	Days    int           // since then
	Minutes int           // unbilled since then
	Energy  int           // points of energy since then
	Money   rapport.Money // unbilled time at the client's rate; zero without a rate
	Overdue []rapport.Money
}

// WaitingOf tells what waiting has cost; nil unless the verdict is `end`.
func WaitingOf(h History, a Assessment) *Waiting { return nil }
