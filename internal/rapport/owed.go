package rapport

import "strings"

// Side says whose turn it is.
type Side string

// The two sides of an engagement.
const (
	Ours   Side = "ours"
	Theirs Side = "theirs"
)

// Check refuses anything but the two sides.
func (s Side) Check() error {
	if s != Ours && s != Theirs {
		return Refuse(ErrSide, Args{"value": string(s)})
	}
	return nil
}

// Obligation is something still owed, by us or to us. It is open until it is met
// or waived, and waiving needs a reason.
type Obligation struct {
	ID     ID
	Client ID
	Side   Side
	Kind   OweKind
	What   string
	Due    Date // zero when no day was agreed
	Met    Date
	Waived Date
	Reason string // why it was waived
}

// Open reports whether it is still owed.
func (o Obligation) Open() bool { return o.Met.IsZero() && o.Waived.IsZero() }

// Check tells whether the obligation can be stored.
func (o Obligation) Check(today Date) error {
	if err := checkName("what", o.What); err != nil {
		return err
	}
	if err := o.Side.Check(); err != nil {
		return err
	}
	if err := o.Kind.Check(); err != nil {
		return err
	}
	if !o.Due.IsZero() {
		if err := checkAnyDay("due", o.Due); err != nil {
			return err
		}
	}
	return o.checkSettlement(today)
}

func (o Obligation) checkSettlement(today Date) error {
	if !o.Met.IsZero() && !o.Waived.IsZero() {
		return Refuse(ErrSettled, nil)
	}
	if !o.Met.IsZero() {
		return checkDay("met", o.Met, today)
	}
	if o.Waived.IsZero() {
		return nil
	}
	if strings.TrimSpace(o.Reason) == "" {
		return Refuse(ErrReasonMissing, nil)
	}
	if err := checkName("reason", o.Reason); err != nil {
		return err
	}
	return checkDay("waived", o.Waived, today)
}

// Promise is our word with a date. It is open until it was kept or broken.
type Promise struct {
	ID      ID
	Client  ID
	What    string
	Given   Date
	By      Date
	Kept    Date
	Broken  Date
	Minutes int // work it takes, as the user reckons; 0 when nobody said
}

// Open reports whether the promise is neither kept nor broken.
func (p Promise) Open() bool { return p.Kept.IsZero() && p.Broken.IsZero() }

// Check tells whether the promise can be stored.
func (p Promise) Check(today Date) error {
	if err := checkName("what", p.What); err != nil {
		return err
	}
	if err := checkDay("given", p.Given, today); err != nil {
		return err
	}
	if err := checkAnyDay("by", p.By); err != nil {
		return err
	}
	if !p.Kept.IsZero() && !p.Broken.IsZero() {
		return Refuse(ErrSettled, nil)
	}
	if p.Minutes < 0 || p.Minutes > maxBilled {
		return Refuse(ErrPromiseTime, Args{"value": hours(p.Minutes), "most": maxBilled / 60})
	}
	if err := checkPast("kept", p.Kept, MinDate, today); err != nil {
		return err
	}
	return checkPast("broken", p.Broken, MinDate, today)
}

// Circumstance is a hardship on the client's side with the day it began and the
// day to look again. It belongs to the entry of kind [Hardship] that told of it;
// the two days are what that entry alone cannot say.
type Circumstance struct {
	Entry  ID
	Start  Date
	Review Date
}

// DefaultReviewDays is how long a hardship explains before it is looked at again,
// when nobody says otherwise: a quarter of a year.
const DefaultReviewDays = 91

// Check tells whether the circumstance can be stored.
func (c Circumstance) Check(today Date) error {
	if err := checkDay("start", c.Start, today); err != nil {
		return err
	}
	if err := checkAnyDay("review", c.Review); err != nil {
		return err
	}
	if c.Review < c.Start {
		return Refuse(ErrReviewBefore, Args{"start": c.Start, "review": c.Review})
	}
	return nil
}
