package rapport

// Limits are the points at which the user wants to be stopped from just carrying
// on: personal, for everybody or for one client. A zero limit is none; for a
// client it means the general one.
type Limits struct {
	Hostility  int // severity 1–5 of an attack: disrespect, a threat, shaming in public
	Complexity int // kinds of friction at once, within thirty days
	Minutes    int // unbilled on one issue, within thirty days
}

// The highest limits that mean anything.
const (
	MaxHostility  = 5
	MaxComplexity = 12 // there are so many kinds of friction
)

// Or returns the limits with general ones where there are none.
func (l Limits) Or(general Limits) Limits {
	if l.Hostility == 0 {
		l.Hostility = general.Hostility
	}
	if l.Complexity == 0 {
		l.Complexity = general.Complexity
	}
	if l.Minutes == 0 {
		l.Minutes = general.Minutes
	}
	return l
}

// Check refuses limits that nothing could cross.
func (l Limits) Check() error {
	if l.Hostility < 0 || l.Hostility > MaxHostility {
		return Refuse(ErrLimit, Args{"value": l.Hostility, "most": MaxHostility})
	}
	if l.Complexity < 0 || l.Complexity > MaxComplexity {
		return Refuse(ErrLimit, Args{"value": l.Complexity, "most": MaxComplexity})
	}
	if l.Minutes < 0 || l.Minutes > MaxMinutes {
		return Refuse(ErrLimit, Args{"value": l.Minutes, "most": MaxMinutes})
	}
	return nil
}
