package practice_test

import (
	"testing"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Four clients with the very same record, typed in one after the other: the first
// was judged when nobody else had done it yet.
func TestFewClientsAreComparedAnewWhenOneOfThemChangesWhatIsCommon(t *testing.T) {
	o := open(t)
	var clients []rapport.Client
	for _, name := range []string{"Alfa", "Bravo", "Carol", "Delta"} {
		c, err := o.AddClient(t.Context(), rapport.Client{Name: name, State: rapport.Active, Terms: rapport.Terms{Currency: "EUR"}})
		if err != nil {
			t.Fatal(err)
		}
		clients = append(clients, c)
	}
	if _, err := o.Review(t.Context()); err != nil { // after which nobody's standing is stale today
		t.Fatal(err)
	}
	for _, c := range clients {
		for _, ago := range []int{48, 38, 28, 17} {
			e := rapport.Entry{Client: c.ID, On: o.today.AddDays(-ago), Kind: rapport.Demand, Scope: rapport.ScopeBeyond, Severity: 3}
			if _, err := o.Log(t.Context(), e); err != nil {
				t.Fatal(err)
			}
		}
	}
	standings, err := o.Review(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, st := range standings {
		if first := standings[0].Assessment; st.Assessment.Verdict != first.Verdict || st.Assessment.Source != first.Source {
			t.Errorf("%s is %s %+v, %s is %s %+v", standings[0].Client.Name, first.Verdict, first.Source,
				st.Client.Name, st.Assessment.Verdict, st.Assessment.Source)
		}
	}
}
