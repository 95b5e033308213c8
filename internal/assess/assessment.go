package assess

import "github.com/rapport-desktop/rapport/internal/rapport"

// History is everything known about one client: what the judgement reads. Order
// does not matter; records dated after the day of assessment are ignored.
type History struct {
	Client        rapport.Client
	Entries       []rapport.Entry
	Circumstances []rapport.Circumstance
	Invoices      []rapport.Invoice
	Obligations   []rapport.Obligation // shown, not judged
	Decisions     []rapport.Decision   // shown, not judged
	Answers       []rapport.Answer     // what the user said when asked
	Others        Others               // the user's other clients
}

// Assessment is the answer for one client on one day, with everything needed to
// explain it. It holds codes, numbers and record ids, never sentences: wording is
// the business of whoever shows it. It is stored as JSON beside the client.
type Assessment struct {
	On      rapport.Date    `json:"on"`
	Verdict rapport.Verdict `json:"verdict"`
	Rule    string          `json:"rule"` // the rule that decided, of RuleCodes; gives the headline
	Load
	Source     Shares     `json:"source"`
	Confidence Confidence `json:"confidence"`
	Ladder     []Rung     `json:"ladder,omitempty"`
	Reasons    []Reason   `json:"reasons,omitempty"`  // heaviest first
	Next       string     `json:"next,omitempty"`     // what to do now, of NextCodes
	Compared   int        `json:"compared,omitempty"` // other clients it was compared with; under three, whether others do this too cannot be known
	Beginning
	Business
}

// Load is how heavy the engagement is.
type Load struct {
	Strain float64   `json:"strain"` // 0–100
	Parts  Parts     `json:"parts"`
	Weeks  []float64 `json:"weeks,omitempty"` // strain at the end of each of the last twelve weeks, oldest first
}

// Beginning is when the present trouble began, and what happened around then.
type Beginning struct {
	Onset  rapport.Date `json:"onset,omitzero"`
	Around []Around     `json:"around,omitempty"` // nearest first
}

// Around is something that happened about the time the trouble began and may
// explain it.
type Around struct {
	Code  string       `json:"code"` // one of AroundCodes
	On    rapport.Date `json:"on"`
	Entry rapport.ID   `json:"entry,omitzero"` // zero where the user said so when asked
}

// Business is the client in money.
type Business struct {
	Payment *Payment `json:"payment,omitempty"` // nil without an invoice that fell due
	Worth   []Worth  `json:"worth,omitempty"`   // of the last twelve months
}

// Parts are the five strains that together make the whole, each 0–100.
type Parts struct {
	Demands    float64 `json:"demands"`
	Complaints float64 `json:"complaints"`
	Conduct    float64 `json:"conduct"`
	Payment    float64 `json:"payment"`
	Energy     float64 `json:"energy"`
}

// Shares say where the trouble comes from. They sum to 1.
type Shares struct {
	Pattern      float64 `json:"pattern"`
	Circumstance float64 `json:"circumstance"`
	Ours         float64 `json:"ours"`
}

// Source is one of the three places trouble comes from.
type Source string

// The sources.
const (
	Pattern      Source = "pattern"
	Circumstance Source = "circumstance"
	Ours         Source = "ours"
)

// Confidence words the weight of the evidence (Jeffreys, Theory of Probability,
// appendix B): under 5 decibans barely, 5–10 substantial, 10–20 strong, over 20
// decisive.
type Confidence string

// The degrees of confidence.
const (
	Barely      Confidence = "barely"
	Substantial Confidence = "substantial"
	Strong      Confidence = "strong"
	Decisive    Confidence = "decisive"
)

// Rung is one thing that was tried, the day it was first tried, and what came of it.
type Rung struct {
	Code  string       `json:"rung"` // one of RungCodes
	On    rapport.Date `json:"on"`
	State RungState    `json:"state"`
}

// RungState says what happened after a rung was tried.
type RungState string

// The states of a rung. An untried rung is absent from the ladder.
const (
	Untested RungState = "untested" // nothing has put it to the test yet
	Worked   RungState = "worked"   // goodwill, and hardly any friction since
	Crossed  RungState = "crossed"  // friction of weight since
	Relapsed RungState = "relapsed" // accepted first, then crossed again
)

// Held reports whether the rung stands.
func (r Rung) Held() bool { return r.State == Worked || r.State == Untested }

// Reason is one piece of evidence: which way it points, how heavily, and which
// entries it rests on. The remaining fields are what a sentence about it needs.
type Reason struct {
	Code     string       `json:"code"`   // one of ReasonCodes
	Toward   Source       `json:"toward"` // the source it speaks for
	Decibans float64      `json:"decibans"`
	Entries  []rapport.ID `json:"entries,omitempty"`  // newest last, the newest fifty at most; Count counts all
	Invoices []rapport.ID `json:"invoices,omitempty"` // where lateness was derived from invoices
	Kind     rapport.Kind `json:"kind,omitempty"`
	Count    int          `json:"count,omitempty"`
	Days     int          `json:"days,omitempty"`
	First    rapport.Date `json:"first,omitzero"`
	Last     rapport.Date `json:"last,omitzero"`
}

// Standing is a client as a review sees it: the last assessment and what is
// open. The book stores the assessment and counts the rest.
type Standing struct {
	Client      rapport.Client
	Assessment  Assessment
	Overdue     []rapport.Money // what is past due on the day, one amount a currency
	OverdueDays int             // age of the oldest overdue amount
	Open        int             // open obligations of both sides
	LastContact rapport.Date
	Decision    *rapport.Decision // the last one, nil if none
	Progress    *Progress         // how the trial decided on last went, once its day has come; nil otherwise
	LookBack    *rapport.Decision // the oldest one made 90 days ago or more and not looked back on, nil if none
}
