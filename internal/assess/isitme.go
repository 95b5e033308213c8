package assess

// IsItMe is the answer to "is it me?".
type IsItMe string

// The answers.
const (
	TooFew IsItMe = "too_few" // under three other clients to compare any one with: it cannot be known
	NotYou IsItMe = "not_you" // nothing that could come from us is shared by a third of them
	Partly IsItMe = "partly"  // one or two frictions are
	Likely IsItMe = "likely"  // several are, or faults of ours
)

// What it takes to be shared: with few clients a third of them is soon reached by
// chance, so it takes three at least.
const (
	sharedShare   = 3 // one in so many clients
	sharedClients = 3
	severalShared = 3
)

// Widespread reports whether enough of the clients show a friction to call it shared.
func (s *Survey) Widespread(c Common) bool {
	return len(c.Clients) >= sharedClients && len(c.Clients)*sharedShare >= s.Clients
}

// Telling reports whether a friction is shared and may have its cause in us.
func (s *Survey) Telling(c Common) bool {
	t, ok := topicOfReason(c.Code)
	return s.Widespread(c) && (c.Ours || ok && t.mayBeOurs())
}

// IsItMe answers from the consensus of the user's own clients (Kelley 1973): what
// nearly everybody does who meets me varies with me. Attacks, threats and refusals
// do not count, however many show them: nobody brings those on themselves.
func (s *Survey) IsItMe() IsItMe {
	if s.Clients <= OthersNeeded {
		return TooFew
	}
	shared, ours := 0, false
	for _, c := range s.Shared {
		if !s.Widespread(c) {
			continue
		}
		ours = ours || c.Ours
		if t, ok := topicOfReason(c.Code); ok && t.mayBeOurs() {
			shared++
		}
	}
	switch {
	case ours || shared >= severalShared:
		return Likely
	case shared > 0:
		return Partly
	}
	return NotYou
}

// topicOfReason returns the topic whose entries give a reason.
func topicOfReason(code string) (topic, bool) {
	for t := range topics {
		if weights[t].reason == code && code != "" {
			return t, true
		}
	}
	return 0, false
}
