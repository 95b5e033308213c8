package rapport

import "strings"

// Verdict is what to do now about an engagement. It is never the label of a
// person.
type Verdict string

// The verdicts. The codes stand in files and JSON and never change.
const (
	Keep        Verdict = "keep"
	ExtraMile   Verdict = "extra_mile"  // they are struggling; one sincere effort pays
	Mend        Verdict = "mend"        // it is ours to fix
	Trial       Verdict = "trial"       // say it clearly, one sincere effort, a date to look again
	Renegotiate Verdict = "renegotiate" // polite, but price or scope no longer fits
	End         Verdict = "end"         // professionally, when obligations are met
	Safety      Verdict = "safety"      // a threat: get support, keep evidence
	Unclear     Verdict = "unclear"     // not enough to go on
)

// Verdicts returns every verdict, from the lightest to the gravest, unclear last.
func Verdicts() []Verdict {
	return []Verdict{Keep, ExtraMile, Mend, Trial, Renegotiate, End, Safety, Unclear}
}

// Check refuses an unknown verdict.
func (v Verdict) Check() error {
	switch v {
	case Keep, ExtraMile, Mend, Trial, Renegotiate, End, Safety, Unclear:
		return nil
	}
	return Refuse(ErrVerdict, Args{"value": string(v)})
}

// Outcome is what the user says of a decision when looking back on it.
type Outcome string

// The outcomes. None yet is "".
const (
	Right  Outcome = "right"  // would do it again
	Wrong  Outcome = "wrong"  // would do otherwise
	Unsure Outcome = "unsure" // cannot say
)

// Check refuses an unknown outcome; none is fine.
func (o Outcome) Check() error {
	switch o {
	case "", Right, Wrong, Unsure:
		return nil
	}
	return Refuse(ErrOutcome, Args{"value": string(o)})
}

// Decision is what the user chose to do, beside what was offered on that day.
type Decision struct {
	ID      ID
	Client  ID
	On      Date
	Offered Verdict
	Chosen  Verdict
	Why     string // required when the choice differs from the offer
	Again   Date   // when to look again at a trial or an extra mile; zero when no day was set
	Outcome Outcome
	Judged  Date // the day the user looked back and gave the outcome
}

// Agreed reports whether the user followed the offer.
func (d Decision) Agreed() bool { return d.Offered == d.Chosen }

// Check tells whether the decision can be stored. To choose otherwise takes a
// reason: it is what the user will want to read in three months.
func (d Decision) Check(today Date) error {
	if err := checkDay("date", d.On, today); err != nil {
		return err
	}
	if err := d.Offered.Check(); err != nil {
		return err
	}
	if err := d.Chosen.Check(); err != nil {
		return err
	}
	if !d.Agreed() && strings.TrimSpace(d.Why) == "" {
		return Refuse(ErrReasonMissing, nil)
	}
	if err := d.checkAgain(); err != nil {
		return err
	}
	if err := d.Outcome.Check(); err != nil {
		return err
	}
	return checkText("why", d.Why, MaxNote)
}

// checkAgain refuses a day to look again that does not lie ahead, and one no book
// can hold.
func (d Decision) checkAgain() error {
	if d.Again.IsZero() {
		return nil
	}
	if d.Again <= d.On {
		return Refuse(ErrLookAgain, Args{"date": d.On, "look_again": d.Again})
	}
	return checkAnyDay("review", d.Again)
}
