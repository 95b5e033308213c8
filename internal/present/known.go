package present

import (
	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Known is what the pages about the way with one client are worded from: the
// record, how it was judged, what is under way, and what the user set for
// everybody. The day of all of them is the assessment's.
type Known struct {
	History  assess.History
	Standing assess.Standing
	Way      rapport.Way
	Own      Own
	Waiting  *assess.Waiting // what it has cost to wait, nil where it has cost nothing
	Shared   []assess.Common // frictions several clients show, the most telling first; none where nobody counted
	Clients  int             // how many clients were compared for Shared
}

// Own is what the user set once for everybody.
type Own struct {
	Trade    string   // code of a trade; "" where nobody said
	Firm     []string // non-negotiables
	Helpers  []rapport.Helper
	Remedy   rapport.Money // what one remedy may cost at most; zero where nobody said
	Hours    int           // workable minutes a week; 0 where nobody said
	WinHours int           // hours it takes to win a new client; 0 where nobody said
	Target   rapport.Money // what an hour should bring; zero is none
}

// on is the day everything is worded for.
func (k Known) on() rapport.Date { return k.Standing.Assessment.On }

// client is whom it is about.
func (k Known) client() rapport.Client { return k.History.Client }
