package present

import (
	"strconv"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Kind names a kind of entry: "Broken promise".
func (s *Speaker) Kind(k rapport.Kind) string { return s.T("kind." + string(k)) }

// KindHint says in a few words what belongs under a kind.
func (s *Speaker) KindHint(k rapport.Kind) string { return s.T("kind_hint." + string(k)) }

// Group names what a kind does to the relationship.
func (s *Speaker) Group(g rapport.Group) string { return s.T("group." + string(g)) }

// Verdict names a verdict.
func (s *Speaker) Verdict(v rapport.Verdict) string { return s.T("verdict." + string(v)) }

// VerdictHint says in one line what a verdict means.
func (s *Speaker) VerdictHint(v rapport.Verdict) string { return s.T("verdict_hint." + string(v)) }

// State names where an engagement stands.
func (s *Speaker) State(v rapport.State) string { return s.T("state." + string(v)) }

// Channel names how something reached us.
func (s *Speaker) Channel(c rapport.Channel) string { return s.T("channel." + string(c)) }

// Side names who owes.
func (s *Speaker) Side(v rapport.Side) string { return s.T("side." + string(v)) }

// Justified says how right a complaint was; nothing said is "unsure".
func (s *Speaker) Justified(j rapport.Justified) string {
	if j == "" {
		j = rapport.JustifiedUnsure
	}
	return s.T("justified." + string(j))
}

// Scope says whether a demand was agreed; nothing said is "within".
func (s *Speaker) Scope(v rapport.Scope) string {
	if v == "" {
		v = rapport.ScopeIn
	}
	return s.T("scope." + string(v))
}

// Severity words 1 (hardly worth noting) to 5 (extreme).
func (s *Speaker) Severity(n int) string { return s.T("severity." + strconv.Itoa(clamp(n, 1, 5))) }

// Energy words 0 (none) to 5 (exhausted).
func (s *Speaker) Energy(n int) string { return s.T("energy." + strconv.Itoa(clamp(n, 0, 5))) }

// Anger words 0 (calm) to 10, in four steps.
func (s *Speaker) Anger(n int) string {
	return s.T("anger." + strconv.Itoa((clamp(n, 0, 10)+1)/3))
}

// Confidence words the weight of the evidence.
func (s *Speaker) Confidence(c assess.Confidence) string { return s.T("confidence." + string(c)) }

// Source names one of the three places trouble comes from.
func (s *Speaker) Source(v assess.Source) string { return s.T("source." + string(v)) }

// Rung names a step of the ladder.
func (s *Speaker) Rung(code string) string { return s.T("rung." + code) }

// RungState says what came of a step of the ladder.
func (s *Speaker) RungState(v assess.RungState) string { return s.T("rung_state." + string(v)) }

// Next says the next step in one sentence.
func (s *Speaker) Next(code string) string { return s.T("next." + code) }

// Part names one of the five strains, by the name it has in JSON.
func (s *Speaker) Part(code string) string { return s.T("part." + code) }

// Field names a field of a form, for refusals.
func (s *Speaker) Field(name string) string { return s.T("field." + name) }

func clamp(n, low, high int) int { return max(low, min(high, n)) }
