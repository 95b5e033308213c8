package intake_test

import (
	"testing"

	"github.com/rapport-desktop/rapport/internal/intake"
)

// FuzzParseLine looks for a line of which something gets lost, or at which reading
// stumbles. Seeds of its own stand in testdata/fuzz.
func FuzzParseLine(f *testing.F) {
	in := practice(f)
	for _, text := range pieces {
		f.Add("acme complaint " + text + " 3 e4")
	}
	f.Fuzz(func(t *testing.T, text string) {
		nothingLost(t, text, intake.ParseLine(text, in))
	})
}

// FuzzRead looks for a file that is read into something the book would refuse, or
// whose rows do not add up.
func FuzzRead(f *testing.F) {
	f.Add([]byte(journal + "Acme,2026-06-29,complaint,4,no,,20,4,\"a\nb\"\n"))
	f.Add([]byte(invoices + "Acme,1,2026-05-01,2026-05-15,100.00,EUR,60,2026-06-02\n"))
	f.Add([]byte("\xff\xfec\x00l\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := intake.Read("fuzz.csv", data, intake.ReadOptions{Today: today, KeepUnknown: true})
		if err != nil {
			return
		}
		for _, row := range file.Entries {
			if err := row.Entry.Check(today); err != nil {
				t.Errorf("line %d is proposed and cannot be stored: %v", row.Entry.Source.Row, err)
			}
		}
		stored := len(file.Entries)
		for _, row := range file.Invoices {
			if err := row.Invoice.Check(today); err != nil {
				t.Errorf("line %d is proposed and cannot be stored: %v", row.Invoice.Source.Row, err)
			}
			stored += len(row.Lines)
		}
		if stored+file.BadRows() != file.Rows {
			t.Errorf("%d rows: %d proposed, %d bad", file.Rows, stored, file.BadRows())
		}
		for _, fault := range file.Faults {
			if fault.Problem == nil || fault.Line < 1 || fault.Row < 1 || fault.Row > fault.Line {
				t.Errorf("a fault without its place: %+v", fault)
			}
		}
	})
}
