package assess

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// disturbance is a way in which estimates may be off, and the share of the stories
// whose class may change by it. A judgement that turns on the exact day or the
// exact severity of an estimate is none.
type disturbance struct {
	name   string
	change func(rapport.Entry) rapport.Entry
	most   float64
}

func disturbances() []disturbance {
	bySeverity := func(by int) func(rapport.Entry) rapport.Entry {
		return func(e rapport.Entry) rapport.Entry {
			e.Severity = min(5, max(1, e.Severity+by))
			return e
		}
	}
	byAge := func(num, den int) func(rapport.Entry) rapport.Entry {
		return func(e rapport.Entry) rapport.Entry {
			e.On = storiesOn.AddDays(-storiesOn.DaysSince(e.On) * num / den)
			return e
		}
	}
	dice := rand.New(rand.NewPCG(1, 2))
	eitherWay := func(e rapport.Entry) rapport.Entry { return bySeverity(dice.IntN(3) - 1)(e) }
	return []disturbance{
		{"ages halved", byAge(1, 2), 0.06},
		{"ages doubled", byAge(2, 1), 0.06},
		{"severities one higher", bySeverity(1), 0.12},
		{"severities one lower", bySeverity(-1), 0.12},
		{"severities one off to either side", eitherWay, 0.12},
	}
}

// flips returns the share of the stories whose class changes, and which of them
// that were seen.
func (d *disturbance) flips(stories []story) (share float64, which []string) {
	flips := 0
	for _, s := range stories {
		changed := s
		changed.history.Entries = slices.Clone(s.history.Entries)
		for i, e := range changed.history.Entries {
			changed.history.Entries[i] = d.change(e)
		}
		was, is := classOf(verdictOf(s)), classOf(verdictOf(changed))
		if was == is {
			continue
		}
		flips++
		if !s.unseen() {
			which = append(which, s.id+":"+was+">"+is)
		}
	}
	return float64(flips) / float64(len(stories)), which
}

func TestTheClassBarelyMovesWhenEstimatesAreOff(t *testing.T) {
	stories := readStories(t)
	for _, d := range disturbances() {
		share, which := d.flips(stories)
		if share >= d.most {
			t.Errorf("%s: %.3f of the classes change, not under %.2f: %v", d.name, share, d.most, which)
		}
	}
}

// TestNoStoryTheAccountIsClearAboutIsLeftOpen: where an account says outright what
// was done, the entries must be enough for an answer.
func TestNoStoryTheAccountIsClearAboutIsLeftOpen(t *testing.T) {
	for _, s := range readStories(t) {
		if s.tier == "A" && verdictOf(s) == rapport.Unclear {
			t.Error("a story of tier A is left unclear")
		}
	}
}
