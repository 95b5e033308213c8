package rapport

import (
	"fmt"
	"slices"
	"strings"
)

// Args names the particulars of a [Problem] for the sentence made of it. The
// values are what was meant (a Date, a Money, a Kind, an int), not yet formatted.
type Args map[string]any

// Problem is a refusal the user can do something about. Its code names a
// sentence in the translation catalogues ("problem.<code>"), which says what
// happened, what is safe and what to do. Two problems of one code match under
// errors.Is, whatever their arguments.
type Problem struct {
	Code  string
	Args  Args
	Cause error
}

// Refuse returns a problem of the same kind as the sentinel, with particulars.
func Refuse(kind *Problem, args Args) *Problem {
	return &Problem{Code: kind.Code, Args: args}
}

// Because returns a copy of the problem that wraps its technical cause.
func (p *Problem) Because(cause error) *Problem {
	return &Problem{Code: p.Code, Args: p.Args, Cause: cause}
}

// Error is for logs and developers; people read the catalogue's sentence.
func (p *Problem) Error() string {
	var b strings.Builder
	b.WriteString(p.Code)
	names := make([]string, 0, len(p.Args))
	for name := range p.Args {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		fmt.Fprintf(&b, " %s=%v", name, p.Args[name])
	}
	if p.Cause != nil {
		fmt.Fprintf(&b, ": %v", p.Cause)
	}
	return b.String()
}

// Unwrap returns the technical cause, if there is one.
func (p *Problem) Unwrap() error { return p.Cause }

// Is matches problems by code.
func (p *Problem) Is(target error) bool {
	other, ok := target.(*Problem)
	return ok && other.Code == p.Code
}

// What a record may be refused for. The arguments each carries stand beside it.
var (
	ErrNotFound       = &Problem{Code: "not_found"}         // what
	ErrTextNUL        = &Problem{Code: "text_nul"}          // field
	ErrTextUTF8       = &Problem{Code: "text_utf8"}         // field
	ErrTextLong       = &Problem{Code: "text_long"}         // field, limit (characters or bytes as the field says)
	ErrTextEmpty      = &Problem{Code: "text_empty"}        // field
	ErrTextLine       = &Problem{Code: "text_line"}         // field: a line break where there can be none
	ErrDateForm       = &Problem{Code: "date_form"}         // value
	ErrDateRange      = &Problem{Code: "date_range"}        // value
	ErrDateFuture     = &Problem{Code: "date_future"}       // date, today
	ErrDateMissing    = &Problem{Code: "date_missing"}      // field
	ErrKindUnknown    = &Problem{Code: "kind_unknown"}      // value
	ErrSeverity       = &Problem{Code: "severity_range"}    // value
	ErrEnergy         = &Problem{Code: "energy_range"}      // value
	ErrAnger          = &Problem{Code: "anger_range"}       // value
	ErrMinutes        = &Problem{Code: "minutes_range"}     // value
	ErrHours          = &Problem{Code: "invoice_hours"}     // value (hours), most
	ErrLimit          = &Problem{Code: "limit_range"}       // value, most
	ErrOutcome        = &Problem{Code: "outcome_unknown"}   // value
	ErrQuestion       = &Problem{Code: "question_gone"}     // value: not asked, or not any more
	ErrAnswer         = &Problem{Code: "answer_unknown"}    // value
	ErrLookAgain      = &Problem{Code: "look_again_before"} // date, look_again
	ErrJustified      = &Problem{Code: "justified_unknown"} // value
	ErrScope          = &Problem{Code: "scope_unknown"}     // value
	ErrChannel        = &Problem{Code: "channel_unknown"}   // value
	ErrState          = &Problem{Code: "state_unknown"}     // value
	ErrVerdict        = &Problem{Code: "verdict_unknown"}   // value
	ErrSide           = &Problem{Code: "side_unknown"}      // value
	ErrCurrency       = &Problem{Code: "currency_unknown"}  // value
	ErrAmount         = &Problem{Code: "amount_form"}       // value
	ErrAmountNegative = &Problem{Code: "amount_negative"}   // value
	ErrAmountCurrency = &Problem{Code: "amount_currency"}   // got, want
	ErrDays           = &Problem{Code: "days_range"}        // value
	ErrEmail          = &Problem{Code: "email_form"}        // value
	ErrDueBefore      = &Problem{Code: "due_before_issued"} // issued, due
	ErrPaidTooMuch    = &Problem{Code: "paid_too_much"}     // open
	ErrReviewBefore   = &Problem{Code: "review_before"}     // start, review
	ErrReasonMissing  = &Problem{Code: "reason_missing"}    // none
	ErrSettled        = &Problem{Code: "obligation_settled"}
	ErrCurrencyHeld   = &Problem{Code: "currency_held"} // held: the currency what was given back is counted in
	ErrNameTaken      = &Problem{Code: "name_taken"}    // name
	ErrDayBefore      = &Problem{Code: "day_before"}    // field, date, first: the earliest it could be
	ErrCountry        = &Problem{Code: "country_form"}  // value
	ErrOwe            = &Problem{Code: "owe_unknown"}   // value
)

// What may be refused on the way out of an engagement and through it.
var (
	ErrClause       = &Problem{Code: "clause_unknown"}    // value
	ErrFlagUntil    = &Problem{Code: "flag_until_before"} // set, until
	ErrPromiseTime  = &Problem{Code: "promise_minutes"}   // value (hours), most (hours)
	ErrStyle        = &Problem{Code: "style_unknown"}     // value
	ErrWay          = &Problem{Code: "way_unknown"}       // value: how a letter went out
	ErrLetterHeld   = &Problem{Code: "letter_held"}       // until: the first day it may go out
	ErrLetterSent   = &Problem{Code: "letter_sent"}       // sent: the day it went out
	ErrLetterEmpty  = &Problem{Code: "letter_empty"}      // none
	ErrEndingLocked = &Problem{Code: "ending_locked"}     // blocks ([]ending.Block), earliest (the first possible last day)
	ErrEndingOpen   = &Problem{Code: "ending_open"}       // begun: the day the one under way began
)
