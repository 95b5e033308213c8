package assess

import (
	"cmp"
	"slices"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Experiments: one small change of one's own ways, for a month.
const (
	TryPromiseLater  = "promise_later"  // promise later than it will take; for complaints that are right, and mistakes
	TryWriteScope    = "write_scope"    // write down what is included; for wishes beyond an agreement nobody stated
	TryPriceExtras   = "price_extras"   // name a price for each extra wish; where the scope is known and they go on
	TryStateHours    = "state_hours"    // say when one can be reached; for calls at all hours and rush
	TryDeposit       = "deposit"        // ask for part of the money first; for those who pay late or not at all
	TryConfirmWishes = "confirm_wishes" // write back what was understood, and wait for a yes; for moving goalposts
	TryWeeklyNote    = "weekly_note"    // a short note on the state of things each week; for those who look over one's shoulder or complain of everything
	TryAskWithDate   = "ask_with_date"  // ask with a date, and say what will be done without an answer; for silence
)

// TryCodes returns every experiment Survey.Try can offer.
func TryCodes() []string {
	return []string{
		TryPromiseLater, TryWriteScope, TryPriceExtras, TryStateHours,
		TryDeposit, TryConfirmWishes, TryWeeklyNote, TryAskWithDate,
	}
}

// experimentFor returns what might help against a fact, given whether any rule of
// ours was stated before it; "" where nothing would.
func experimentFor(t topic, told bool) string {
	switch t {
	case complaintRight, complaintPartly, ourMistake:
		return TryPromiseLater
	case askedBeyond:
		if told {
			return TryPriceExtras
		}
		return TryWriteScope
	case intrusion:
		return TryStateHours
	case latePayment, nonPayment:
		return TryDeposit
	case indecision:
		return TryConfirmWishes
	case micromanagement, complaintUnfounded, complaintUnjudged:
		return TryWeeklyNote
	case silence:
		return TryAskWithDate
	}
	return ""
}

// Support is what speaks for an experiment: how many clients show what it is for,
// and how often.
type Support struct {
	Clients int
	Count   int
}

// What it takes to offer an experiment: below it, one would change one's ways for
// everybody because of one client.
const (
	triedClients = 2
	triedShare   = 4 // one in so many clients
)

func (s *Survey) addSupport(code string, first bool) {
	sum := s.support[code]
	sum.Count++
	if first {
		sum.Clients++
	}
	s.support[code] = sum
}

// Support returns what speaks for an experiment in the period.
func (s *Survey) Support(code string) Support { return s.support[code] }

// Try returns experiments worth trying, most promising first: codes worded as
// "try.<code>".
func (s *Survey) Try() []string {
	codes := slices.DeleteFunc(TryCodes(), func(code string) bool {
		n := s.support[code].Clients
		return n < triedClients || n*triedShare < s.Clients
	})
	slices.SortStableFunc(codes, func(a, b string) int {
		x, y := s.support[a], s.support[b]
		return cmp.Or(y.Clients-x.Clients, y.Count-x.Count)
	})
	return codes
}

// watch follows an experiment that is running.
type watch struct {
	code   string
	since  rapport.Date
	effect Effect
}

// Effect is what an experiment changed: how often what it is for happened since it
// began, and in as many days before. Small numbers prove nothing; they are shown
// as they are.
type Effect struct {
	Days   int
	Before int
	Since  int
}

// Watch follows the experiment begun on a day. It is called before any Add.
func (s *Survey) Watch(code string, since rapport.Date) {
	s.watched = watch{code: code, since: since}
	s.watched.effect.Days = max(0, min(TrialDays, s.To.DaysSince(since)+1))
}

// Effect returns what the experiment watched has changed; zero without one.
func (s *Survey) Effect() Effect { return s.watched.effect }

// count takes in one fact that an experiment is for.
func (w *watch) count(code string, on rapport.Date) {
	if code == "" || !sameAim(w.code, code) {
		return
	}
	switch after := on.DaysSince(w.since); {
	case after >= 0 && after < w.effect.Days:
		w.effect.Since++
	case after < 0 && after >= -w.effect.Days:
		w.effect.Before++
	}
}

// sameAim reports whether a fact that speaks for one experiment is what the other
// is for as well. Once the scope is written down, a wish beyond it speaks for
// naming a price; it is the same wish all the same.
func sameAim(running, code string) bool {
	scope := []string{TryWriteScope, TryPriceExtras}
	return running == code || slices.Contains(scope, running) && slices.Contains(scope, code)
}
