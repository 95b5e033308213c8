package assess

import "github.com/rapport-desktop/rapport/internal/rapport"

// restDays is how long a question rests after a "don't know".
const restDays = 30

// answered returns what the user last said to a question about the entry (zero
// when it is about the client) as known on the day. Answers given before since
// were about something else: an earlier debt, an earlier trouble.
func answered(h *History, question string, about rapport.ID, since, on rapport.Date) (rapport.Answer, bool) {
	var last rapport.Answer
	found := false
	for _, a := range h.Answers {
		if a.Question != question || a.About != about || a.On < since || a.On > on {
			continue
		}
		if !found || a.On > last.On || a.On == last.On && compareIDs(a.ID, last.ID) > 0 {
			last, found = a, true
		}
	}
	return last, found
}

// resting reports whether the question need not be put: it was answered, or the
// user did not know and was asked not long ago.
func resting(h *History, question string, about rapport.ID, since, on rapport.Date) bool {
	a, found := answered(h, question, about, since, on)
	return found && (a.Given != DontKnow || on.DaysSince(a.On) < restDays)
}
