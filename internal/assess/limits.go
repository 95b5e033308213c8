package assess

import "github.com/rapport-desktop/rapport/internal/rapport"

// Axis is one of the three personal limits.
type Axis string

// The axes.
const (
	Hostility  Axis = "hostility"
	Complexity Axis = "complexity"
	Minutes    Axis = "minutes"
)

// Alert is a personal limit an entry crossed.
type Alert struct {
	Axis    Axis
	Limit   int
	Value   int          // what it is now, in the unit of the limit
	Entries []rapport.ID // that make it up, newest last
}

// Alerts returns the limits that stand crossed with the given entry, and would
// not be without it. The entry is part of the history. A limit of zero is none.
func Alerts(h History, e rapport.Entry, limits rapport.Limits) []Alert { return nil }
