package assess_test

import (
	"testing"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

func TestNobodyIsAskedWhatTheyHaveAlreadySaid(t *testing.T) {
	on := rapport.Date(739797)
	demands := func(scope rapport.Scope) assess.History {
		var h assess.History
		for ago := range 6 {
			h.Entries = append(h.Entries, rapport.Entry{ID: rapport.NewID(), On: on.AddDays(-3 * ago),
				Kind: rapport.Demand, Severity: 3, Scope: scope})
		}
		return h
	}
	if got := assess.Assess(demands(""), on).Ask; got != assess.AskWasItAgreed {
		t.Errorf("demands nobody held against the agreement raise %q", got)
	}
	if got := assess.Assess(demands(rapport.ScopeIn), on).Ask; got == assess.AskWasItAgreed {
		t.Error("demands that were agreed are asked about again")
	}
}
