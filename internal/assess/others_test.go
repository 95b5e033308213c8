package assess

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// pictures draws what one or more clients add up to.
func pictures() *rapid.Generator[Others] {
	return rapid.Custom(func(t *rapid.T) Others {
		return ShareOf(histories().Draw(t, "client"), today).Plus(ShareOf(histories().Draw(t, "another"), today))
	})
}

func TestWhatAClientAddsCanBeTakenOutExactly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rest, own := pictures().Draw(t, "the others"), pictures().Draw(t, "own")
		if diff := cmp.Diff(rest, rest.Plus(own).Minus(own)); diff != "" {
			t.Fatalf("in and out again changes the picture: %s", diff)
		}
		if diff := cmp.Diff(rest.Plus(own), own.Plus(rest)); diff != "" {
			t.Fatalf("the order matters: %s", diff)
		}
		if diff := cmp.Diff(Others{}, own.Minus(own)); diff != "" {
			t.Fatalf("something is left of nobody: %s", diff)
		}
	})
}

func TestTheShareOfAClient(t *testing.T) {
	paidLate := bill(1, 90, [2]int{10, 20})
	abroad := bill(2, 50, [2]int{4, 60})
	abroad.Amount.Currency = "USD"
	for _, c := range []struct {
		name string
		h    History
		want Others
	}{
		{"nothing on record", History{}, Others{}},
		{"a client long gone", tale(t, "400 disrespect 4"), Others{}},
		{"a friction counts once, however often", tale(t, "90 intrusion 3, 60 intrusion 4, 5 intrusion 1"),
			Others{Clients: 1, Friction: map[string]int{ReasonIntrusion: 1}}},
		{"each kind of complaint for itself", tale(t, "9 complaint:yes 3, 8 complaint:no 3, 7 praise 3"),
			Others{Clients: 1, Friction: map[string]int{ReasonRight: 1, ReasonUnfounded: 1}}},
		{"what lies ahead is not known yet", History{Entries: []rapport.Entry{{On: today + 1, Kind: rapport.Threat, Severity: 5}}}, Others{}},
		{"late invoices and money by currency", History{Invoices: []rapport.Invoice{paidLate, abroad}},
			Others{Clients: 1, Friction: map[string]int{ReasonLatePayment: 1}, Invoices: 2, Late: 2,
				Received: map[rapport.Currency]int64{"EUR": paidLate.Payments[0].Amount, "USD": abroad.Payments[0].Amount}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, ShareOf(c.h, today)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
