package present_test

import (
	"time"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/interest"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// mercer is a client about whom the book knows everything a letter can use. Two
// invoices are overdue, one is disputed, one not due yet.
func mercer() present.LetterFacts {
	day := func(month time.Month, d int) rapport.Date { return rapport.NewDate(2026, month, d) }
	euro := func(minor int64) rapport.Money { return rapport.Money{Minor: minor, Currency: "EUR"} }
	client := rapport.Client{
		ID: id('M'), Name: "Mercer Labs", State: rapport.Active,
		About: rapport.About{People: "Ruth Mercer, runs the office\nTom: bookkeeping"},
		Reach: rapport.Reach{Emails: []string{"ruth@example.com"}, Language: "en"},
		Terms: rapport.Terms{Currency: "EUR", HourlyRate: 8500, NoticeDays: 30},
	}
	entry := func(n byte, on rapport.Date, k rapport.Kind) rapport.Entry {
		return rapport.Entry{ID: id(n), Client: client.ID, On: on, Kind: k, Severity: 3}
	}
	var entries []rapport.Entry
	for i, k := range rapport.Kinds() {
		entries = append(entries, entry(byte(100+i), day(6, 1+i%25), k))
	}
	entries[0].Note = "They asked where the hand-over was.\nOn the phone."
	overdue := rapport.Invoice{
		ID: id(1), Number: "2026-014", Issued: day(4, 2), Due: day(4, 16), Amount: euro(100_000),
		Payments: []rapport.Payment{{On: day(5, 4), Amount: 20_000}},
	}
	return present.LetterFacts{
		History: assess.History{
			Client: client, Entries: entries,
			Invoices: []rapport.Invoice{
				{ID: id(2), Number: "2026-019", Issued: day(5, 2), Due: day(5, 16), Amount: euro(40_001)}, overdue,
				{ID: id(3), Number: "2026-011", Issued: day(3, 2), Due: day(3, 16), Amount: euro(9_900), Disputed: true},
				{ID: id(4), Number: "2026-023", Issued: day(6, 20), Due: day(7, 20), Amount: euro(70_000)},
			},
			Obligations: []rapport.Obligation{
				{ID: id(11), Side: rapport.Ours, What: "Source files", Due: day(7, 10)},
				{ID: id(12), Side: rapport.Ours, What: "Passwords", Met: day(6, 29)},
				{ID: id(13), Side: rapport.Theirs, What: "The signed protocol.", Due: day(7, 6)},
			},
		},
		Way: rapport.Way{
			Promises: []rapport.Promise{
				{ID: id(22), What: "The second export.", Given: day(6, 25), By: day(7, 9)},
				{ID: id(21), What: "The two missing exports", Given: day(6, 25), By: day(7, 2)},
				{ID: id(23), What: "Long kept", Given: day(5, 20), By: day(6, 2), Kept: day(6, 1)},
			},
			Sheet:   &rapport.Sheet{Clauses: map[rapport.Clause]string{rapport.ClauseReach: "By mail; I answer within a working day."}},
			EndPlan: &rapport.EndPlan{Begun: day(6, 28), LastDay: day(7, 31), Cure: rapport.Period{From: day(6, 28), Days: 14}},
		},
		Claims: []interest.Claim{{
			Invoice: overdue, On: today, Law: "§ 288 BGB", Interest: euro(844), Flat: euro(4_000),
			Spans: []interest.Span{{From: day(4, 17), To: day(5, 16), Days: 30, Balance: euro(100_000), Rate: 10.27, Interest: euro(844)}},
		}},
		Sender: "Mara Lenz", Helper: "Deniz Aydın", Today: today,
	}
}

// stranger is a client about whom the book knows nothing.
func stranger() present.LetterFacts { return present.LetterFacts{Today: today} }
