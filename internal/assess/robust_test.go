package assess

import (
	"math/rand/v2"
	"testing"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// A judgement that turns on the exact day or the exact severity of an estimate is
// none. These are shares of the stories whose class may change. Raters err to both
// sides; that every severity is rated one too high, which makes every grave deed
// an ordinary one, is a harsher thing to bear.
const (
	mostFlipsByAge      = 0.06
	mostFlipsBySeverity = 0.12
	mostFlipsAllLower   = 0.16
)

func TestTheClassBarelyMovesWhenEstimatesAreOff(t *testing.T) {
	stories := readStories(t)
	bySeverity := func(by int) func(rapport.Entry) rapport.Entry {
		return func(e rapport.Entry) rapport.Entry {
			e.Severity = min(5, max(1, e.Severity+by))
			return e
		}
	}
	dice := rand.New(rand.NewPCG(1, 2))
	eitherWay := func(e rapport.Entry) rapport.Entry { return bySeverity(dice.IntN(3) - 1)(e) }
	byAge := func(num, den int) func(rapport.Entry) rapport.Entry {
		return func(e rapport.Entry) rapport.Entry {
			e.On = storiesOn.AddDays(-storiesOn.DaysSince(e.On) * num / den)
			return e
		}
	}
	for _, c := range []struct {
		name   string
		change func(rapport.Entry) rapport.Entry
		most   float64
	}{
		{"ages halved", byAge(1, 2), mostFlipsByAge},
		{"ages doubled", byAge(2, 1), mostFlipsByAge},
		{"severities one higher", bySeverity(1), mostFlipsBySeverity},
		{"severities one lower", bySeverity(-1), mostFlipsAllLower},
		{"severities one off to either side", eitherWay, mostFlipsBySeverity},
	} {
		flips := 0
		var which []string
		for _, s := range stories {
			changed := s
			changed.history.Entries = nil
			for _, e := range s.history.Entries {
				changed.history.Entries = append(changed.history.Entries, c.change(e))
			}
			if classOf(verdictOf(s)) != classOf(verdictOf(changed)) {
				flips++
				if !s.unseen() {
					which = append(which, s.id+":"+classOf(verdictOf(s))+">"+classOf(verdictOf(changed)))
				}
			}
		}
		share := float64(flips) / float64(len(stories))
		t.Logf("%s: %.3f of the classes change %v", c.name, share, which)
		if share > c.most {
			t.Errorf("%s: %.3f of the classes change, more than %.2f", c.name, share, c.most)
		}
	}
}
