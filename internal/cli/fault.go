package cli

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/intake"
	"github.com/rapport-desktop/rapport/internal/interest"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// What only a command line can be told.
var (
	errCommand      = &rapport.Problem{Code: "cli_command"}       // value: no such command
	errCommandLike  = &rapport.Problem{Code: "cli_command_like"}  // value, like: the same, and what looks like it
	errOption       = &rapport.Problem{Code: "cli_option"}        // value: no such option
	errOptionValue  = &rapport.Problem{Code: "cli_option_value"}  // option: nothing stands behind it
	errOptionWrong  = &rapport.Problem{Code: "cli_option_wrong"}  // option, value: not what it takes
	errTooFew       = &rapport.Problem{Code: "cli_too_few"}       // none
	errTooMany      = &rapport.Problem{Code: "cli_too_many"}      // value: the first word too many
	errLanguage     = &rapport.Problem{Code: "cli_language"}      // value, languages
	errOwedUnknown  = &rapport.Problem{Code: "cli_owed_unknown"}  // value
	errOwedSeveral  = &rapport.Problem{Code: "cli_owed_several"}  // value, candidates
	errNumber       = &rapport.Problem{Code: "cli_number"}        // number, client: no such invoice
	errPaidAlready  = &rapport.Problem{Code: "cli_paid_already"}  // number
	errFileThere    = &rapport.Problem{Code: "cli_file_there"}    // path
	errGiven        = &rapport.Problem{Code: "cli_given"}         // kind: only a remedy costs money
	errHours        = &rapport.Problem{Code: "cli_hours"}         // value
	errAnswer       = &rapport.Problem{Code: "cli_answer"}        // value, answers: not one of those to the question
	errNoQuestion   = &rapport.Problem{Code: "cli_no_question"}   // value: an answer where nothing is asked
	errNoDecision   = &rapport.Problem{Code: "cli_no_decision"}   // client: nothing to look back on
	errTargetForAll = &rapport.Problem{Code: "cli_target"}        // none: an hour's target is not a client's
	errPeriod       = &rapport.Problem{Code: "cli_period"}        // from, to: it ends before it begins
	errShell        = &rapport.Problem{Code: "cli_shell"}         // value, shells
	errNothingAsked = &rapport.Problem{Code: "cli_nothing_asked"} // none: an edit without a change
	errNoBook       = &rapport.Problem{Code: "cli_no_book"}       // path: where the first one will be
	errBookGone     = &rapport.Problem{Code: "cli_book_gone"}     // path: remembered, and gone
)

// What only a command line can be told on the way out of an engagement, or through it.
var (
	errOptionWith     = &rapport.Problem{Code: "cli_option_with"}     // option, other: they do not go together
	errFileKind       = &rapport.Problem{Code: "cli_file_kind"}       // value, endings
	errNumberSeveral  = &rapport.Problem{Code: "cli_number_several"}  // number, clients: more than one has it
	errPercent        = &rapport.Problem{Code: "cli_percent"}         // value
	errRateUnknown    = &rapport.Problem{Code: "cli_rate_unknown"}    // value, date: the user added none for that day
	errPromiseUnknown = &rapport.Problem{Code: "cli_promise_unknown"} // value
	errPromiseSeveral = &rapport.Problem{Code: "cli_promise_several"} // value, candidates
	errNoFlag         = &rapport.Problem{Code: "cli_no_flag"}         // client: none flies
	errNoThreat       = &rapport.Problem{Code: "cli_no_threat"}       // client: none that could be meant
	errThreatSeveral  = &rapport.Problem{Code: "cli_threat_several"}  // client, candidates: their days
	errNoEnding       = &rapport.Problem{Code: "cli_no_ending"}       // client: none is under way
	errNoSheet        = &rapport.Problem{Code: "cli_no_sheet"}        // client
	errChainBroken    = &rapport.Problem{Code: "cli_chain_broken"}    // date, fact: the first that does not follow
	errLetterKind     = &rapport.Problem{Code: "cli_letter_kind"}     // value, kinds
	errHoursForAll    = &rapport.Problem{Code: "cli_hours_for_all"}   // none: a week is not a client's
	errGuide          = &rapport.Problem{Code: "cli_guide"}           // value, guides
)

// misuses are the refusals of what somebody typed: the line must be typed again.
var misuses = []*rapport.Problem{
	errCommand, errCommandLike, errOption, errOptionValue, errOptionWrong, errTooFew, errTooMany, errLanguage, errNothingAsked, errShell, errHours, errGiven,
	errAnswer, errTargetForAll, errPeriod, rapport.ErrVerdict, rapport.ErrOutcome, rapport.ErrQuestion, rapport.ErrAnswer, rapport.ErrLimit, rapport.ErrLookAgain,
	rapport.ErrTextNUL, rapport.ErrTextUTF8, rapport.ErrTextLong, rapport.ErrTextEmpty, rapport.ErrTextLine,
	rapport.ErrDateForm, rapport.ErrDateRange, rapport.ErrDateFuture, rapport.ErrDateMissing,
	rapport.ErrKindUnknown, rapport.ErrSeverity, rapport.ErrEnergy, rapport.ErrAnger, rapport.ErrMinutes, rapport.ErrHours,
	rapport.ErrJustified, rapport.ErrScope, rapport.ErrChannel, rapport.ErrState, rapport.ErrCurrency,
	rapport.ErrAmount, rapport.ErrAmountNegative, rapport.ErrAmountCurrency, rapport.ErrDays, rapport.ErrEmail,
	rapport.ErrDueBefore, rapport.ErrReviewBefore, rapport.ErrReasonMissing,
	intake.ErrLineClient, intake.ErrLineKind,
	errOptionWith, errFileKind, errPercent, errHoursForAll, errLetterKind, errGuide, interest.ErrSeries, interest.ErrRateDay, interest.ErrRatePercent,
	rapport.ErrClause, rapport.ErrFlagUntil, rapport.ErrPromiseTime, rapport.ErrStyle, rapport.ErrOwe, rapport.ErrCountry, rapport.ErrDayBefore,
	practice.ErrRemedyOverLimit,
}

// doubts are what only the user can settle.
var doubts = []*rapport.Problem{
	intake.ErrNameNear, intake.ErrNameSeveral, intake.ErrDateAmbiguous, errOwedSeveral, errPromiseSeveral, errNumberSeveral, errThreatSeveral,
}

// misuse is a line that cannot be run; its command says how it is used.
type misuse struct {
	cmd *cobra.Command
	err error
}

func (m misuse) Error() string { return m.err.Error() }
func (m misuse) Unwrap() error { return m.err }

// told is an exit code whose reason has been printed already.
type told int

func (t told) Error() string { return "already told" }

// exitCode is the code a run ends with.
func exitCode(err error) int {
	var code told
	var wrong misuse
	switch {
	case err == nil:
		return done
	case errors.As(err, &code):
		return int(code)
	case isAny(err, doubts):
		return doubtful
	case errors.As(err, &wrong), isAny(err, misuses):
		return wrongUse
	default:
		return failed
	}
}

func isAny(err error, kinds []*rapport.Problem) bool {
	return slices.ContainsFunc(kinds, func(kind *rapport.Problem) bool { return errors.Is(err, kind) })
}

// complain says on standard error what went wrong and what can be done.
func (a *app) complain(ctx context.Context, err error) {
	var code told
	if errors.As(err, &code) {
		return
	}
	s := a.say(ctx)
	a.margin.prose(0, programName+": "+s.Error(err))
	if hint := hintFor(s, err); hint != "" {
		a.margin.prose(2, hint)
	}
	var wrong misuse
	if errors.As(err, &wrong) && wrong.cmd != nil {
		a.margin.prose(2, s.T("cli.usage_is", present.Args{"Usage": a.usageLine(wrong.cmd)}))
		a.margin.prose(2, s.T("cli.usage_more", present.Args{"Command": wrong.cmd.CommandPath()}))
	}
}

// hintFor is what to type next, where the refusal itself cannot know it.
func hintFor(s *present.Speaker, err error) string {
	switch {
	case errors.Is(err, intake.ErrNameNear):
		return s.T("cli.hint.mean", present.Args{"Name": nearest(err)})
	case errors.Is(err, book.ErrMissing), errors.Is(err, errNoBook):
		return s.T("cli.hint.begin")
	case errors.Is(err, intake.ErrNameUnknown), errors.Is(err, intake.ErrLineClient):
		return s.T("cli.hint.client")
	case errors.Is(err, intake.ErrLineKind), errors.Is(err, rapport.ErrKindUnknown):
		return s.T("cli.hint.kinds", present.Args{"Kinds": codes(rapport.Kinds())})
	case errors.Is(err, rapport.ErrVerdict):
		return s.T("cli.hint.one_of", present.Args{"Codes": codes(rapport.Verdicts())})
	case errors.Is(err, rapport.ErrOutcome):
		return s.T("cli.hint.one_of", present.Args{"Codes": codes(outcomes())})
	case errors.Is(err, errOwedUnknown):
		return s.T("cli.hint.owed")
	case errors.Is(err, errPromiseUnknown):
		return s.T("cli.hint.promise")
	case errors.Is(err, interest.ErrNoRate):
		return s.T("cli.hint.rate")
	case errors.Is(err, interest.ErrCountryMissing):
		return s.T("cli.hint.country")
	case errors.Is(err, rapport.ErrLetterHeld):
		return s.T("cli.hint.release")
	case errors.Is(err, practice.ErrReminderPaused):
		return s.T("cli.hint.release")
	case errors.Is(err, rapport.ErrClause):
		return s.T("cli.hint.one_of", present.Args{"Codes": codes(rapport.Clauses())})
	case errors.Is(err, rapport.ErrOwe):
		return s.T("cli.hint.one_of", present.Args{"Codes": codes(rapport.OweKinds())})
	}
	return ""
}

// nearest is the likeliest of the names that look like the one typed.
func nearest(err error) string {
	var problem *rapport.Problem
	if !errors.As(err, &problem) {
		return ""
	}
	names, _ := problem.Args["candidates"].(string)
	first, _, _ := strings.Cut(names, ", ")
	return first
}

// codes are words of the vocabulary, as files and the line know them.
func codes[T ~string](all []T) string {
	words := make([]string, len(all))
	for i, code := range all {
		words[i] = string(code)
	}
	return likely(words)
}

// flagFault words what the parser of options refuses.
func (a *app) flagFault(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var bare *pflag.ValueRequiredError
	var wrong *pflag.InvalidValueError
	var problem *rapport.Problem
	switch {
	case errors.As(err, &unknown):
		shorts := unknown.GetSpecifiedShortnames()
		if shorts != "" && '0' <= shorts[0] && shorts[0] <= '9' { // -80 is no option: it is money
			err = rapport.Refuse(rapport.ErrAmountNegative, rapport.Args{"value": "-" + shorts})
		} else if shorts != "" {
			err = rapport.Refuse(errOption, rapport.Args{"value": "-" + unknown.GetSpecifiedName()})
		} else {
			err = rapport.Refuse(errOption, rapport.Args{"value": "--" + unknown.GetSpecifiedName()})
		}
	case errors.As(err, &bare):
		err = rapport.Refuse(errOptionValue, rapport.Args{"option": "--" + bare.GetFlag().Name})
	case errors.As(err, &problem):
	case errors.As(err, &wrong):
		err = rapport.Refuse(errOptionWrong, rapport.Args{
			"option": "--" + wrong.GetFlag().Name, "value": wrong.GetValue(),
		})
	}
	return misuse{cmd: cmd, err: err}
}

// likely lists names for a "did you mean".
func likely(names []string) string { return strings.Join(names, ", ") }
