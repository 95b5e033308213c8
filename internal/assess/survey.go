package assess

import "github.com/rapport-desktop/rapport/internal/rapport"

// Survey gathers what the clients of a practice have in common over a period,
// one history after the other.
type Survey struct {
	From, To rapport.Date
	Shared   []Common         // frictions by the number of clients showing them, most first
	Clients  int              // with anything on record in the period
	Worths   []ClientWorth    // dearest hour first
	Drains   []Drain          // heaviest first
	Advice   AdviceRecord     // what was offered and chosen
	Tests    []ClientBackTest // of engagements that ended
}

// Common is a friction several clients show.
type Common struct {
	Code    string       // reason code of the friction
	Clients []rapport.ID // who shows it
	Count   int          // how often in all
	Ours    bool         // a fault of ours: justified complaints, our mistakes, broken rules nobody stated
}

// ClientWorth is what one client's hour is worth in one currency.
type ClientWorth struct {
	Client rapport.ID
	Name   string
	Worth  Worth
}

// Drain is how much of the energy noted went to one client.
type Drain struct {
	Client  rapport.ID
	Name    string
	Points  int
	Minutes int     // unbilled
	Share   float64 // of all points, 0–1
}

// AdviceRecord counts decisions and how they turned out.
type AdviceRecord struct {
	Followed, FollowedRight, FollowedWrong    int
	Otherwise, OtherwiseRight, OtherwiseWrong int
	Open                                      int // not looked back on yet
}

// ClientBackTest is the back test of one client.
type ClientBackTest struct {
	Client rapport.ID
	Name   string
	BackTest
}

// NewSurvey begins a survey of a period, both days included.
func NewSurvey(from, to rapport.Date) *Survey { return &Survey{From: from, To: to} }

// Add takes in one client.
func (s *Survey) Add(h History) {}

// Done sorts what was gathered. Nothing may be added after it.
func (s *Survey) Done() *Survey { return s }

// IsItMe is the answer to "is it me?".
type IsItMe string

// The answers.
const (
	TooFew IsItMe = "too_few" // under three other clients: it cannot be known
	NotYou IsItMe = "not_you" // nothing is shared by a third of them
	Partly IsItMe = "partly"  // one or two frictions are
	Likely IsItMe = "likely"  // several are, or faults of ours
)

// IsItMe answers from the consensus of the user's own clients.
func (s *Survey) IsItMe() IsItMe { return TooFew }

// Try returns experiments worth trying, most promising first: codes worded as
// "try.<code>".
func (s *Survey) Try() []string { return nil }
