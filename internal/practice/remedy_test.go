package practice_test

import (
	"errors"
	"testing"

	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// limited is a practice in which a remedy may cost 300 euros, with a client who is
// billed in euros and one who is not.
func limited(t *testing.T) (o *office, euros, pounds rapport.Client) {
	o = open(t)
	settings, err := o.Settings(t.Context())
	o.must(err)
	settings.Currency, settings.RemedyLimit = "EUR", 300_00
	o.must(o.EditSettings(t.Context(), settings))
	pounds, err = o.AddClient(t.Context(), rapport.Client{Name: "Heron", State: rapport.Active, Terms: rapport.Terms{Currency: "GBP"}})
	o.must(err)
	return o, o.client("Acme"), pounds
}

func TestARemedyBeyondTheLimitWantsAReason(t *testing.T) {
	o, euros, pounds := limited(t)
	for _, c := range []struct {
		name    string
		client  rapport.Client
		given   int64
		note    string
		refused bool
	}{
		{"a cent above, without a word", euros, 300_01, "", true},
		{"above, with a note of blanks", euros, 900_00, " \n\t", true},
		{"above, with the reason", euros, 900_00, "It was our fault all along.", false},
		{"at the limit", euros, 300_00, "", false},
		{"that cost nothing", euros, 0, "", false},
		{"in a currency that is not the limit's", pounds, 900_00, "", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			before := len(o.file(c.client).History.Entries)
			_, err := o.Log(t.Context(), rapport.Entry{Client: c.client.ID, On: o.today, Kind: rapport.Remedy, Severity: 3,
				Cost: rapport.Cost{Given: c.given}, Note: c.note})
			if refused := errors.Is(err, practice.ErrRemedyOverLimit); refused != c.refused || !refused && err != nil {
				t.Fatalf("logged with %v", err)
			}
			stored := len(o.file(c.client).History.Entries) - before
			if stored == 1 == c.refused {
				t.Errorf("%d entries stored", stored)
			}
			var problem *rapport.Problem
			if errors.As(err, &problem) && problem.Args["limit"] != (rapport.Money{Minor: 300_00, Currency: "EUR"}) {
				t.Errorf("it says %v", problem.Args)
			}
		})
	}
}

func TestWithoutALimitNoReasonIsAsked(t *testing.T) {
	o := open(t)
	_, err := o.Log(t.Context(), rapport.Entry{Client: o.client("Acme").ID, On: o.today, Kind: rapport.Remedy, Severity: 3,
		Cost: rapport.Cost{Given: 5000_00}})
	o.must(err)
}

// A file tells of what was given long ago. It is taken in as it is, and may be
// corrected; but nothing is edited beyond the limit without a word.
func TestTheLimitHoldsForEditsAndNotForFiles(t *testing.T) {
	o, euros, _ := limited(t)
	o.bring(o.plan("client,date,kind,given\nAcme,2026-06-01,remedy,900\nAcme,2026-06-02,remedy,10\n"))
	entries := o.file(euros).History.Entries
	if len(entries) != 2 || entries[0].Cost.Given != 900_00 {
		t.Fatalf("taken in: %+v", entries)
	}
	old, small := entries[0], entries[1]
	old.Severity = 2
	o.must(o.EditEntry(t.Context(), old))
	small.Cost.Given = 301_00
	if err := o.EditEntry(t.Context(), small); !errors.Is(err, practice.ErrRemedyOverLimit) {
		t.Errorf("raised beyond it: %v", err)
	}
	small.Note = "They had lost the sale."
	o.must(o.EditEntry(t.Context(), small))
}
