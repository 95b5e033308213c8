package assess

import "github.com/rapport-desktop/rapport/internal/rapport"

// Payment says how a client pays, from invoices alone.
type Payment struct {
	Index    float64 `json:"index"`     // 0–100 on the PAYDEX scale; 80 is prompt, 50 a month late
	LateNext float64 `json:"late_next"` // chance that the next invoice is late, 0–1
	Low      float64 `json:"low"`       // its 80 % interval
	High     float64 `json:"high"`
	Invoices int     `json:"invoices"` // that fell due, disputed ones apart
	Late     int     `json:"late,omitempty"`
	Silent   int     `json:"silent,omitempty"` // of these, without a word beforehand
	Disputed int     `json:"disputed,omitempty"`
}

// payment returns how the client pays; nil without an invoice that fell due.
func payment(h History, on rapport.Date) *Payment { return nil }
