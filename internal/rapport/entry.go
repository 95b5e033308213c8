package rapport

import "strconv"

// Entry is one dated thing that happened with a client.
type Entry struct {
	ID        ID
	Client    ID
	On        Date
	Kind      Kind
	Severity  int       // 1 hardly worth noting … 5 extreme; 3 when nobody says
	Justified Justified // complaints only
	Scope     Scope     // demands only
	Channel   Channel
	Cost      Cost
	Note      string // at most MaxNote bytes; never read by the assessment
	Source    Source
}

// Cost is what a contact took out of us.
type Cost struct {
	Minutes int    // unbilled
	Given   int64  // what a remedy cost in money (a discount, a refund), in minor units of the client's currency
	Energy  Rating // 0 none … 5 exhausted
	Anger   Rating // our own while writing this down, 0 calm … 10
}

// Source says where an entry came from: typed by hand when File is empty.
type Source struct {
	File string // base name of the imported file
	Row  int    // its line, the header being 1
}

// DefaultSeverity is taken when nobody says how bad it was.
const DefaultSeverity = 3

// MaxNote is the longest note in bytes; MaxMinutes the most unbilled time one
// entry may claim: a whole working week, above which a typing slip is likelier.
const (
	MaxNote    = 1 << 20
	MaxMinutes = 7 * 24 * 60
	maxEnergy  = 5
	maxAnger   = 10
)

// Check tells whether the entry can be stored. Nothing may lie after today:
// an entry says what happened, not what is planned.
func (e Entry) Check(today Date) error {
	if err := e.Kind.Check(); err != nil {
		return err
	}
	if err := checkDay("date", e.On, today); err != nil {
		return err
	}
	if e.Severity < 1 || e.Severity > 5 {
		return Refuse(ErrSeverity, Args{"value": e.Severity})
	}
	if err := e.checkQualifiers(); err != nil {
		return err
	}
	if err := e.Cost.Check(); err != nil {
		return err
	}
	return checkText("note", e.Note, MaxNote)
}

// checkQualifiers holds Justified to complaints and Scope to demands.
func (e Entry) checkQualifiers() error {
	if err := e.Justified.Check(); err != nil {
		return err
	}
	if e.Justified != "" && e.Kind != Complaint {
		return Refuse(ErrJustified, Args{"value": string(e.Justified), "kind": e.Kind})
	}
	if err := e.Scope.Check(); err != nil {
		return err
	}
	if e.Scope != "" && e.Kind != Demand {
		return Refuse(ErrScope, Args{"value": string(e.Scope), "kind": e.Kind})
	}
	return e.Channel.Check()
}

// Check holds minutes, energy and anger to their ranges.
func (c Cost) Check() error {
	if c.Minutes < 0 || c.Minutes > MaxMinutes {
		return Refuse(ErrMinutes, Args{"value": c.Minutes})
	}
	if c.Given < 0 {
		return Refuse(ErrAmountNegative, Args{"value": strconv.FormatInt(c.Given, 10)})
	}
	if c.Given > maxMinor {
		return Refuse(ErrAmount, Args{"value": strconv.FormatInt(c.Given, 10)})
	}
	if n, said := c.Energy.Get(); said && (n < 0 || n > maxEnergy) {
		return Refuse(ErrEnergy, Args{"value": n})
	}
	if n, said := c.Anger.Get(); said && (n < 0 || n > maxAnger) {
		return Refuse(ErrAnger, Args{"value": n})
	}
	return nil
}

// Rating is a small number somebody may have left unsaid. The zero Rating is
// unsaid, which is not the same as zero.
type Rating struct {
	said bool
	n    int8
}

// Rated returns a rating that was said.
func Rated(n int) Rating { return Rating{said: true, n: int8(max(-128, min(127, n)))} }

// Get returns the rating and whether one was given.
func (r Rating) Get() (n int, said bool) { return int(r.n), r.said }

// String is the number, or "" when unsaid.
func (r Rating) String() string {
	if !r.said {
		return ""
	}
	return strconv.Itoa(int(r.n))
}

// Justified says whether a complaint was right. Empty means nobody judged it
// yet, which the assessment treats as unsure.
type Justified string

// How right a complaint was.
const (
	JustifiedYes    Justified = "yes"
	JustifiedPartly Justified = "partly"
	JustifiedNo     Justified = "no"
	JustifiedUnsure Justified = "unsure"
)

// Check refuses an unknown code; empty is allowed.
func (j Justified) Check() error {
	switch j {
	case "", JustifiedYes, JustifiedPartly, JustifiedNo, JustifiedUnsure:
		return nil
	}
	return Refuse(ErrJustified, Args{"value": string(j)})
}

// Scope says whether a demand was part of what was agreed. Empty means within.
type Scope string

// Where a demand lies.
const (
	ScopeIn     Scope = "in"
	ScopeBeyond Scope = "beyond"
)

// Check refuses an unknown code; empty is allowed.
func (s Scope) Check() error {
	switch s {
	case "", ScopeIn, ScopeBeyond:
		return nil
	}
	return Refuse(ErrScope, Args{"value": string(s)})
}

// Channel is how it reached us. Empty means nobody said.
type Channel string

// The channels.
const (
	ByMail   Channel = "mail"
	ByPhone  Channel = "phone"
	ByChat   Channel = "chat"
	InPerson Channel = "in_person"
	InPublic Channel = "public"
)

// Channels returns every channel in display order.
func Channels() []Channel { return []Channel{ByMail, ByPhone, ByChat, InPerson, InPublic} }

// Check refuses an unknown code; empty is allowed.
func (c Channel) Check() error {
	switch c {
	case "", ByMail, ByPhone, ByChat, InPerson, InPublic:
		return nil
	}
	return Refuse(ErrChannel, Args{"value": string(c)})
}
