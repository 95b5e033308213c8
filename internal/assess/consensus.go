package assess

// This file holds what the user's other clients say about this one. Consensus is
// Kelley's third voice: what most clients do has a cause they have in common, and
// that is us; what none of them does speaks for this one.

// OthersNeeded is the number of other clients from which on it can be told whether
// they do the same; with fewer it cannot be known.
const OthersNeeded = 3

// What is common, and how much it says.
const (
	sharedFrom = 0.4 // share of the others from which trouble counts as shared; all of them is the whole weight
	othersHalf = 5.0 // others it takes for "none of them" to mean half of what it can
)

// sharable are the frictions that may have their cause in us: in what we promise,
// how we ask, when we can be reached. Attacks, threats and refusals are nobody's
// doing but their own, however many do them.
var sharable = []topic{
	askedBeyond, complaintPartly, complaintUnjudged, complaintUnfounded,
	intrusion, micromanagement, indecision, latePayment,
}

// known reports whether there are enough other clients to compare with.
func (o Others) known() bool { return o.Clients >= OthersNeeded }

// share returns the share of the other clients that show the friction, 0 to 1.
func (o Others) share(code string) float64 {
	return min(1, float64(max(0, o.Friction[code]))/float64(o.Clients))
}

// weighConsensus compares with the other clients. Trouble that many of them show
// too moves the source toward us, the more of them the further; trouble none of
// them shows speaks a little for a pattern.
func (c *hearing) weighConsensus(byTopic [topics][]fact) {
	o := c.of.Others
	if !o.known() {
		return
	}
	var most, alone topic
	var shared, only float64
	count, seen := 0, 0
	for _, t := range sharable {
		if len(byTopic[t]) == 0 {
			continue
		}
		share := o.share(weights[t].reason)
		heft := min(1, c.together(byTopic[t]))
		if weight := max(0, share-sharedFrom) / (1 - sharedFrom) * heft; weight > shared {
			most, shared = t, weight
		}
		if share > 0 {
			seen++
		} else if heft > only {
			alone, only = t, heft
		}
		count += len(byTopic[t])
	}
	switch {
	case shared > 0:
		why := c.about(ReasonSharedTrouble, byTopic[most])
		why.Kind, why.Count = kindOfTopic[most], o.Friction[weights[most].reason]
		c.add(placeOurs, dbShared*shared, why)
	case only > 0 && seen == 0 && count >= 2:
		why := c.about(ReasonOnlyThem, byTopic[alone])
		why.Kind = kindOfTopic[alone]
		others := float64(o.Clients)
		c.add(placePattern, dbOnlyThem*only*others/(others+othersHalf), why)
	}
}
