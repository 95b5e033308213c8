package guide

import "github.com/rapport-desktop/rapport/internal/rapport"

// Guide is the structure of one guide. Its texts are guide.<code>.title, .line (one
// sentence: when to use it) and .done (what to expect now).
type Guide struct {
	Code  string   `json:"code"`
	Group string   `json:"group"` // one of Groups: the part of the library it stands in
	For   For      `json:"for"`
	Steps []Step   `json:"steps"`
	Seeds []string `json:"seeds,omitempty"` // lines of the practice it carries; for tests and tables only
}

// For says what a guide answers, the most telling first.
type For struct {
	Next     []string          `json:"next,omitempty"`     // codes of what to do next
	Verdicts []rapport.Verdict `json:"verdicts,omitempty"` //
	Kinds    []rapport.Kind    `json:"kinds,omitempty"`    // entries after which it helps
}

// What is kept of a step that has nothing else to say.
const (
	Done    = "done"
	Skipped = "skipped"
)

// Why ends the key, begun with a step's code, under which a run keeps the reason
// given for skipping the step.
const Why = ".why"

// StepKind says what a step asks of the user.
type StepKind string

// The kinds of step.
const (
	Read       StepKind = "read"       // a few sentences, and on
	Tick       StepKind = "tick"       // Items, each ticked off
	Ask        StepKind = "ask"        // a question, answered in writing
	Choose     StepKind = "choose"     // one of Items
	Timer      StepKind = "timer"      // Seconds, with a breathing pace where Pace is set
	WriteTo    StepKind = "letter"     // a letter of kind Letter
	Log        StepKind = "log"        // writes an entry as Entry says
	Promise    StepKind = "promise"    // our word, with a date
	Obligation StepKind = "obligation" // something owed
	Gate       StepKind = "gate"       // shut until Gate holds
)

// StepKinds returns every kind.
func StepKinds() []StepKind {
	return []StepKind{Read, Tick, Ask, Choose, Timer, WriteTo, Log, Promise, Obligation, Gate}
}

// Step is one thing to do. Its texts are guide.<guide>.<step>.title and .text, and
// for each item guide.<guide>.<step>.<item> (and .<item>.why, where it has one).
type Step struct {
	Code    string      `json:"code"`
	Kind    StepKind    `json:"kind"`
	Items   []string    `json:"items,omitempty"`   // of tick, choose and letter (there: what it should say)
	Seconds int         `json:"seconds,omitempty"` // of timer
	Pace    *Pace       `json:"pace,omitempty"`    // of timer: breathe along
	Letter  string      `json:"letter,omitempty"`  // of letter
	Entry   *EntryDraft `json:"entry,omitempty"`   // of log: what is proposed
	Gate    string      `json:"gate,omitempty"`    // of gate: one of Gates
	Show    string      `json:"show,omitempty"`    // facts from the book shown beside the step: one of Facts
	When    *When       `json:"when,omitempty"`    // shown only then
	Burn    bool        `json:"burn,omitempty"`    // of ask: what is written is never stored

	Noting
}

// Noting is what a step has to do with the record beyond its kind.
type Noting struct {
	// Owed is what an obligation step proposes; nil proposes something owed by us.
	Owed *OwedDraft `json:"owed,omitempty"`

	// Unsent hides a log step once a letter of its guide went out: sending one logs it.
	Unsent bool `json:"unsent,omitempty"`

	// Surprise marks a choice whose items are clauses of the expectation sheet: the
	// one chosen is noted as what the client had expected otherwise.
	Surprise bool `json:"surprise,omitempty"`
}

// Pace is a breathing pace in seconds.
type Pace struct {
	In   int `json:"in"`
	Hold int `json:"hold,omitempty"`
	Out  int `json:"out"`
}

// EntryDraft is the entry a log step proposes; the user may change it.
type EntryDraft struct {
	Kind     rapport.Kind    `json:"kind"`
	Severity int             `json:"severity,omitempty"`
	Channel  rapport.Channel `json:"channel,omitempty"`
	From     string          `json:"from,omitempty"` // code of an earlier ask: what was written there begins the note
}

// OwedDraft is what an obligation step proposes; the user may change it.
type OwedDraft struct {
	Side rapport.Side    `json:"side"`
	Kind rapport.OweKind `json:"kind,omitempty"`
}

// When makes a step depend on what was chosen in an earlier one.
type When struct {
	Step string   `json:"step"`
	Is   []string `json:"is"` // one of these was chosen
}

// The gates.
const (
	GateCalm        = "calm"        // no anger noted today above 4, or a day has passed
	GateDayBetween  = "day_between" // a night lies between the decision and this step
	GateNoHardship  = "no_hardship" // no hardship stands: reminders are paused until it is looked at again
	GateObligations = "obligations" // nothing is owed by us
	GateStory       = "story"       // the other side's story is written down
)

// Gates returns every gate a step may have.
func Gates() []string {
	return []string{GateCalm, GateDayBetween, GateNoHardship, GateObligations, GateStory}
}

// The facts from the book a step may show.
const (
	ShowEntries     = "entries"     // the latest frictions
	ShowPromises    = "promises"    // what is promised
	ShowObligations = "obligations" // what is owed
	ShowInvoices    = "invoices"    // what is overdue
	ShowWorth       = "worth"       // what the client is worth, and what replacing takes
	ShowSheet       = "sheet"       // the expectation sheet and its gaps
	ShowHelpers     = "helpers"     // whom to turn to
	ShowFirm        = "firm"        // the user's non-negotiables
	ShowLadder      = "ladder"      // what was tried
	ShowShared      = "shared"      // what other clients complain of, too
	ShowSignals     = "signals"     // by what people of the user's trade notice that it goes wrong
)

// Facts returns everything a step may show.
func Facts() []string {
	return []string{ShowEntries, ShowPromises, ShowObligations, ShowInvoices, ShowWorth, ShowSheet, ShowHelpers, ShowFirm, ShowLadder, ShowShared, ShowSignals}
}
