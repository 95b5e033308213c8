package present_test

import (
	"testing"
	"time"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/ending"
	"github.com/rapport-desktop/rapport/internal/interest"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// june is a day of the month the pages of these tests are of.
func june(day int) rapport.Date { return rapport.NewDate(2026, time.June, day) }

// vanDijk is an engagement that is ending: three weeks in, with one thing still
// owed, a promise overdue and two invoices unpaid.
func vanDijk() present.Known {
	client := rapport.Client{
		ID: id('V'), Name: "Van Dijk Bouw", Organisation: "Van Dijk Bouw BV", State: rapport.Ending,
		Since: rapport.NewDate(2023, time.April, 3),
		Reach: rapport.Reach{Emails: []string{"jan@vandijk.example"}, Phone: "+31 20 555 01 23"},
		Terms: rapport.Terms{Currency: "EUR", HourlyRate: 7_000, NoticeDays: 30, Country: "NL"},
		About: rapport.About{People: "Jan van Dijk\nPetra, B. van Dijk", Needs: "A. M."},
	}
	return present.Known{
		History: assess.History{
			Client: client, Entries: vanDijkEntries(), Invoices: vanDijkInvoices(), Obligations: vanDijkOwed(),
		},
		Standing: assess.Standing{Client: client, Assessment: vanDijkJudged(), Overdue: []rapport.Money{euros(3_480)}},
		Way:      vanDijkWay(),
		Own: present.Own{
			Trade: "building", Firm: []string{"Veiligheid"}, Helpers: []rapport.Helper{{Name: "Mr. Bos", For: "NEN", Reach: "bos@recht.example"}},
			Remedy: euros(150), Hours: 1_800, WinHours: 20, Target: euros(70),
		},
		Waiting: &assess.Waiting{Since: june(7), Days: 23, Minutes: 390, Energy: 14, Money: rapport.Money{Minor: 45_500, Currency: "EUR"}},
		Shared:  []assess.Common{{Code: assess.ReasonAskedBeyond, Clients: []rapport.ID{id(1), id(2), id(3)}}}, Clients: 11,
	}
}

func vanDijkEntries() []rapport.Entry {
	entry := func(n byte, on rapport.Date, k rapport.Kind, note string) rapport.Entry {
		return rapport.Entry{ID: id(n), Client: id('V'), On: on, Kind: k, Severity: 3, Note: note}
	}
	remedy := entry(6, june(3), rapport.Remedy, "")
	remedy.Cost.Given = 20_000
	return []rapport.Entry{
		entry(1, june(-100), rapport.Praise, "“Top werk.”"), entry(2, june(-40), rapport.Cooperation, ""),
		entry(3, june(-20), rapport.Demand, "Schets 4"), entry(4, june(2), rapport.Complaint, "Schets 4, 5, 6."),
		entry(5, june(9), rapport.Threat, ""), remedy, entry(7, june(12), rapport.Note, "A. M."),
	}
}

func vanDijkInvoices() []rapport.Invoice {
	may := func(day int) rapport.Date { return rapport.NewDate(2026, time.May, day) }
	return []rapport.Invoice{
		{ID: id(20), Client: id('V'), Number: "2041", Issued: may(1), Due: may(14), Amount: euros(2_400)},
		{ID: id(21), Client: id('V'), Number: "2052", Issued: may(28), Due: june(11), Amount: euros(1_080)},
		{ID: id(22), Client: id('V'), Number: "2060", Issued: june(20), Due: rapport.NewDate(2026, time.July, 4), Amount: euros(300)},
	}
}

func vanDijkOwed() []rapport.Obligation {
	return []rapport.Obligation{
		{ID: id(30), Client: id('V'), Side: rapport.Ours, Kind: rapport.OweFiles, What: "Bouw.zip", Due: rapport.NewDate(2026, time.July, 3)},
		{ID: id(31), Client: id('V'), Side: rapport.Ours, Kind: rapport.OweDeliverable, What: "CAD", Met: june(24)},
		{ID: id(32), Client: id('V'), Side: rapport.Ours, What: "Site", Waived: june(11), Reason: "A. M."},
		{ID: id(33), Client: id('V'), Side: rapport.Theirs, What: "NEN 2580", Due: june(20)},
		{ID: id(34), Client: id('V'), Side: rapport.Ours, What: "2019", Met: rapport.NewDate(2024, time.May, 1)},
	}
}

func vanDijkWay() rapport.Way {
	return rapport.Way{
		Promises: []rapport.Promise{
			{ID: id(40), Client: id('V'), What: "Plan B", Given: june(1), By: june(27), Minutes: 90},
			{ID: id(41), Client: id('V'), What: "Plan A", Given: june(1), By: june(20), Kept: june(19)},
			{ID: id(42), Client: id('V'), What: "Plan C", Given: june(1), By: june(12), Broken: june(13)},
		},
		Sheet: &rapport.Sheet{ID: id(43), Client: id('V'), Agreed: rapport.NewDate(2026, time.January, 9), Clauses: map[rapport.Clause]string{
			rapport.ClauseProcess: "A–D", rapport.ClauseReach: "@", rapport.ClausePayment: "30/70",
		}},
		Surprises: []rapport.Surprise{
			{ID: id(44), On: june(3), Clause: rapport.ClauseRevisions, What: "4+1"},
			{ID: id(45), On: june(5), Clause: rapport.ClauseRevisions}, {ID: id(46), On: june(6), Clause: rapport.ClauseReach},
		},
		Flags: []rapport.Flag{
			{ID: id(47), Set: june(10), Until: rapport.NewDate(2028, time.June, 29), Reason: "A. M."},
			{ID: id(48), Set: june(1), Until: june(20), Reason: "N. N."},
		},
		Runs: []rapport.Run{{ID: id(49), Guide: "apologise", Started: june(20), Touched: june(26)}},
		Letters: []rapport.Letter{
			{ID: id(50), Kind: "boundary", Subject: "Schets", Written: june(2), Sent: june(3), Way: rapport.WayMail},
			{ID: id(51), Kind: "notice", Subject: "2041", Written: june(30), Held: june(31)},
			{ID: id(52), Kind: "demand", Written: june(28)},
		},
		Threats: []rapport.ThreatCase{
			{ID: id(53), Entry: id(5), Voiced: june(9), Told: "Mr. Bos."}, {ID: id(54), Voiced: june(1), Acted: june(4)},
			{ID: id(55), Voiced: june(1), Closed: june(20)},
		},
		EndPlan: vanDijkPlan(),
	}
}

func vanDijkPlan() *rapport.EndPlan {
	return &rapport.EndPlan{
		ID: id(56), Client: id('V'), Begun: june(8), Story: "A. M.",
		Notice: rapport.Period{Days: 30, MonthEnd: true}, Cure: rapport.Period{From: june(10), Days: 10, Business: true},
		Considered: []rapport.OweKind{rapport.OweDeliverable, rapport.OweFiles, rapport.OweAccess, rapport.OweInvoice},
	}
}

func vanDijkJudged() assess.Assessment {
	return assess.Assessment{
		On: today, Verdict: rapport.End, Rule: assess.RuleLimitsExhausted, Next: assess.NextEnd,
		Load: assess.Load{Strain: 76.4, Weeks: []float64{40, 41, 43, 48, 50, 55, 60, 66.8, 70, 72, 75, 76.4}},
		Business: assess.Business{Worth: []assess.Worth{{
			Currency: "EUR", Received: 2_100_000, Given: 20_000, Billed: 18_000, PerHour: 6_210, Share: .38,
		}}},
		Ladder: []assess.Rung{{Code: assess.RungBoundary, On: june(3), State: assess.Crossed}},
	}
}

// endingFacts is what the ending page needs beside.
func endingFacts(t testing.TB, k present.Known) present.EndingFacts {
	t.Helper()
	f := present.EndingFacts{
		Plan: *k.Way.EndPlan, Status: ending.StatusOf(*k.Way.EndPlan, k.History.Obligations, k.Way.Promises, today),
	}
	for _, v := range k.History.Invoices {
		claim, err := present.Rates().Of(v, k.History.Client.Terms.Country, false, today)
		if err != nil {
			f.Unclaimed = append(f.Unclaimed, interest.Unclaimable{Invoice: v, Err: err})
			continue
		}
		f.Claims = append(f.Claims, claim)
	}
	return f
}
