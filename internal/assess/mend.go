package assess

import (
	"slices"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// This file holds the rules for what is ours to mend, theirs to bear, or too thin
// to tell.

// ourFault reports whether the topic is something we got wrong, by their word or ours.
func (t topic) ourFault() bool {
	return t == complaintRight || t == complaintPartly || t == ourMistake
}

// oursFirst: the evidence points at us more than at them. Once it was put right and
// they thanked us, it no longer does; where friction of their own went on since, only
// a plain fault left open still comes first.
func (c *hearing) oursFirst() bool {
	if c.now[complaintRight]+c.now[complaintPartly]+c.now[complaintUnjudged]+c.now[ourMistake] == 0 {
		return false
	}
	switch effort := c.steps[stepEffort].state; {
	case effort == Worked && !c.oursOpen(), effort == Crossed && !c.openSince(topic.plainFault, remedy, ourApology):
		return false
	}
	return c.decibans[placeOurs] >= 0 && c.decibans[placeOurs] >= c.decibans[placePattern]
}

// plainFault reports whether the topic is something that was wholly our fault.
func (t topic) plainFault() bool { return t == complaintRight || t == ourMistake }

// oursOpen: they had a point, and nothing was done about the last one yet.
func (c *hearing) oursOpen() bool { return c.openSince(topic.ourFault, remedy, ourApology) }

// unweighed: a complaint nobody has weighed stands, it is heavy, nothing was done
// about it, and no hardship explains it. Until it is weighed, to take it seriously
// costs little.
func (c *hearing) unweighed() bool {
	open := c.openSince(func(t topic) bool { return t == complaintUnjudged }, remedy, ourApology, apology)
	return open && !c.explained() && c.load.strain(everything) >= heavy
}

// openSince reports whether none of what would close it came after the last such
// thing.
func (c *hearing) openSince(such func(topic) bool, closing ...topic) bool {
	open := false
	for _, f := range c.facts {
		if such(f.topic) {
			open = true
		} else if slices.Contains(closing, f.topic) {
			open = false
		}
	}
	return open
}

// firstSign: one thing went wrong, and nothing else on record says how they are.
// A single deed is no pattern, and without a word about their situation or a
// better time before it is no hardship either. A complaint nobody has weighed is
// left to the rules below.
func (c *hearing) firstSign() bool {
	wrong := 0
	for _, f := range c.facts {
		switch {
		case f.topic.goodwill() || f.topic == hardship || f.topic == ourMistake || f.topic == complaintUnjudged:
			return false
		case f.topic.friction():
			wrong++
		}
	}
	return wrong == 1 && c.load.strain(everything) >= heavy
}

// struggling: it weighs, no rule above found a pattern in it, and it is not over.
func (c *hearing) struggling() bool { return c.load.strain(everything) >= heavy && !c.settled() }

// settled reports whether what there was is over: an effort or a limit of ours was
// answered with good will, or late money was all there was and it has come.
func (c *hearing) settled() bool {
	return c.answered() || len(c.debt.owed) == 0 && !c.any(func(f fact) bool { return f.topic.friction() && !f.topic.money() })
}

// answered reports whether an effort or a limit of ours was answered with good will.
func (c *hearing) answered() bool {
	return c.steps[stepEffort].state == Worked || c.steps[stepBoundary].state == Worked
}

// settling: it weighs yet, but what we said or did was answered with good will.
func (c *hearing) settling() bool { return c.load.strain(everything) >= heavy && c.answered() }

// hardshipForeseen: they told of a hardship, and it is not over yet.
func (c *hearing) hardshipForeseen() bool {
	return c.any(func(f fact) bool {
		_, over := c.over(f)
		return f.topic == hardship && f.severity >= telling && c.on.DaysSince(f.on) <= rapport.DefaultReviewDays && !over
	})
}

// someFriction: there was some, and it weighs little.
func (c *hearing) someFriction() bool { return c.days > 0 }
