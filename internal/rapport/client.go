package rapport

import (
	"strings"

	"github.com/google/uuid"
)

// ID identifies a record for life: a version 7 UUID, so that later records sort
// after earlier ones.
type ID = uuid.UUID

// NewID returns a fresh version 7 UUID.
func NewID() ID { return uuid.Must(uuid.NewV7()) }

// Client is a person or company the user works for. Name is what the user calls
// them; no two clients share one (compared without case).
type Client struct {
	ID           ID
	Name         string
	Organisation string
	Reach        Reach
	Terms        Terms
	About        About
	Limits       Limits // where they differ from the user's general ones
	State        State
	Since        Date // zero when unknown
	Tags         []string
	Archived     bool // out of sight, kept in full
}

// About is what helps before a contact, in the user's words: at most [MaxAbout]
// bytes each, on as many lines as it takes.
type About struct {
	People string // who is who
	Needs  string // what matters to them
}

// Check refuses unruly text.
func (a About) Check() error {
	if err := checkText("people", a.People, MaxAbout); err != nil {
		return err
	}
	return checkText("needs", a.Needs, MaxAbout)
}

// Reach is how to get hold of a client.
type Reach struct {
	Emails   []string
	Phone    string
	Language string // two-letter code of the language to write in, or ""
}

// Terms are what was agreed about money and notice.
type Terms struct {
	Currency    Currency
	HourlyRate  int64  // minor units of Currency; 0 when there is none
	PaymentDays int    // from issue to due
	NoticeDays  int    // from notice to last day
	Country     string // two capital letters: whose law on late payment holds; "" when nobody said
	Consumer    bool   // a private person, which changes what may be claimed
}

// State is where an engagement stands.
type State string

// The states of an engagement.
const (
	Prospect   State = "prospect"
	Active     State = "active"
	Ending     State = "ending"
	EndedState State = "ended"
)

// States returns every state in the order an engagement passes them.
func States() []State { return []State{Prospect, Active, Ending, EndedState} }

// Limits of the text fields, in bytes, and of periods, in days.
const (
	MaxName  = 200
	MaxField = 500
	MaxAbout = 4000
	maxDays  = 3650
)

// Check tells whether the client can be stored.
func (c Client) Check(today Date) error {
	if err := checkName("name", c.Name); err != nil {
		return err
	}
	if err := checkLine("organisation", c.Organisation, MaxField); err != nil {
		return err
	}
	if !c.Since.IsZero() {
		if err := checkDay("since", c.Since, today); err != nil {
			return err
		}
	}
	for _, tag := range c.Tags {
		if err := checkName("tag", tag); err != nil {
			return err
		}
	}
	if err := c.Reach.Check(); err != nil {
		return err
	}
	if err := c.Terms.Check(); err != nil {
		return err
	}
	if err := c.About.Check(); err != nil {
		return err
	}
	if err := c.Limits.Check(); err != nil {
		return err
	}
	return c.State.Check()
}

// Check refuses e-mail addresses that cannot be one and unruly text.
func (r Reach) Check() error {
	for _, mail := range r.Emails {
		if err := checkName("email", mail); err != nil {
			return err
		}
		at := strings.LastIndexByte(mail, '@')
		if at < 1 || at == len(mail)-1 || strings.ContainsAny(mail, " ,;") {
			return Refuse(ErrEmail, Args{"value": mail})
		}
	}
	if err := checkLine("phone", r.Phone, MaxField); err != nil {
		return err
	}
	return checkLine("language", r.Language, 35)
}

// Check refuses impossible terms.
func (t Terms) Check() error {
	if err := t.Currency.Check(); err != nil {
		return err
	}
	if t.HourlyRate > maxMinor {
		return Refuse(ErrAmount, Args{"value": Money{t.HourlyRate, t.Currency}})
	}
	if t.HourlyRate < 0 {
		return Refuse(ErrAmountNegative, Args{"value": Money{t.HourlyRate, t.Currency}})
	}
	for _, days := range []int{t.PaymentDays, t.NoticeDays} {
		if days < 0 || days > maxDays {
			return Refuse(ErrDays, Args{"value": days})
		}
	}
	return CheckCountry(t.Country)
}

// CheckCountry refuses anything but two capital letters; nothing said is fine.
// Whether the law of the country is known is not asked here.
func CheckCountry(code string) error {
	if code != "" && (len(code) != 2 || strings.Trim(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "") {
		return Refuse(ErrCountry, Args{"value": code})
	}
	return nil
}

// Check refuses an unknown state.
func (s State) Check() error {
	switch s {
	case Prospect, Active, Ending, EndedState:
		return nil
	}
	return Refuse(ErrState, Args{"value": string(s)})
}
