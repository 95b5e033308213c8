package present_test

import (
	"testing"
	"time"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// today is the day of every page in these tests, a Tuesday.
var today = rapport.NewDate(2026, time.June, 30)

// id is a record id that is the same in every run.
func id(n byte) rapport.ID { return rapport.ID{15: n} }

// standing is a client with a verdict and nothing else.
func standing(name string, v rapport.Verdict, strain float64) assess.Standing {
	return assess.Standing{
		Client:     rapport.Client{ID: id(name[0]), Name: name, State: rapport.Active},
		Assessment: assess.Assessment{On: today, Verdict: v, Rule: ruleOf(v), Load: assess.Load{Strain: strain}},
	}
}

func ruleOf(v rapport.Verdict) string {
	return map[rapport.Verdict]string{
		rapport.Keep: assess.RuleGoingWell, rapport.ExtraMile: assess.RuleStruggling, rapport.Mend: assess.RuleOursOpen,
		rapport.Trial: assess.RulePatternUntold, rapport.Renegotiate: assess.RuleTermsMissing,
		rapport.End: assess.RuleLimitsExhausted, rapport.Safety: assess.RuleThreat, rapport.Unclear: assess.RuleNothingRecorded,
	}[v]
}

// harbour is a client in a hard time: calm for two years, then a flood.
func harbour() (assess.History, assess.Standing) {
	day := func(month time.Month, d int) rapport.Date { return rapport.NewDate(2026, month, d) }
	entry := func(n byte, on rapport.Date, k rapport.Kind, severity int) rapport.Entry {
		return rapport.Entry{ID: id(n), Client: id('H'), On: on, Kind: k, Severity: severity}
	}
	complaint := entry(3, day(5, 15), rapport.Complaint, 3)
	complaint.Justified = rapport.JustifiedPartly
	demand := entry(4, day(5, 28), rapport.Demand, 2)
	demand.Scope = rapport.ScopeBeyond
	h := assess.History{
		Client: rapport.Client{
			ID: id('H'), Name: "Harbour Studio", State: rapport.Active, Since: rapport.NewDate(2024, time.March, 4),
			Terms: rapport.Terms{Currency: "EUR"},
		},
		Entries: []rapport.Entry{
			entry(1, day(2, 3), rapport.Praise, 3), entry(2, day(5, 12), rapport.Hardship, 4), complaint, demand,
			entry(5, day(6, 2), rapport.Disrespect, 3), entry(6, day(6, 4), rapport.Apology, 3),
			entry(7, day(6, 9), rapport.Remedy, 3), entry(8, day(6, 26), rapport.Contact, 3),
		},
		Circumstances: []rapport.Circumstance{{Entry: id(2), Start: day(5, 12), Review: day(7, 31)}},
		Invoices: []rapport.Invoice{
			{
				ID: id(20), Client: id('H'), Number: "2038", Issued: day(3, 2), Due: day(3, 16),
				Amount:   rapport.Money{Minor: 2_400_000, Currency: "EUR"},
				Payments: []rapport.Payment{{On: day(3, 28), Amount: 2_400_000}},
			},
			{
				ID: id(21), Client: id('H'), Number: "2041", Issued: day(6, 4), Due: day(6, 18),
				Amount:   rapport.Money{Minor: 248_000, Currency: "EUR"},
				Payments: []rapport.Payment{{On: day(6, 20), Amount: 124_000}},
			},
		},
		Obligations: []rapport.Obligation{
			{ID: id(30), Client: id('H'), Side: rapport.Ours, What: "Logo.zip", Due: day(7, 3)},
			{ID: id(31), Client: id('H'), Side: rapport.Theirs, What: "Fonts", Due: day(6, 1), Met: day(5, 30)},
		},
		Decisions: []rapport.Decision{{
			ID: id(40), Client: id('H'), On: day(1, 9), Offered: rapport.Trial, Chosen: rapport.Keep, Why: "A. M.",
		}},
	}
	return h, assess.Standing{
		Client: h.Client, Assessment: hardTime(), Overdue: []rapport.Money{{Minor: 124_000, Currency: "EUR"}},
		OverdueDays: 12, Open: 1, LastContact: day(6, 26), Decision: &h.Decisions[0],
	}
}

// hardTime is an assessment of Harbour Studio, written by hand so that the pages
// here do not move with the weights of the judgement.
func hardTime() assess.Assessment {
	flood := rapport.NewDate(2026, time.May, 12)
	reason := func(code string, toward assess.Source, decibans float64, n byte, on rapport.Date) assess.Reason {
		return assess.Reason{
			Code: code, Toward: toward, Decibans: decibans, Count: 1, First: on, Last: on, Entries: []rapport.ID{id(n)},
		}
	}
	calm := reason(assess.ReasonCalmBefore, assess.Circumstance, 3.4, 1, flood)
	calm.Days = 790
	late := reason(assess.ReasonInvoiceOverdue, assess.Pattern, 1.2, 0, today)
	late.Entries, late.Invoices, late.Days = nil, []rapport.ID{id(21)}, 12
	return assess.Assessment{
		On: today, Verdict: rapport.ExtraMile, Rule: assess.RuleStruggling,
		Load:       assess.Load{Strain: 61.4, Parts: assess.Parts{Demands: 40.2, Complaints: 35, Payment: 20.49, Energy: 30}},
		Source:     assess.Shares{Pattern: .1234, Circumstance: .7066, Ours: .17},
		Confidence: assess.Substantial, Next: assess.NextOfferHelp,
		Beginning: assess.Beginning{Onset: flood.AddDays(3), Around: []assess.Around{
			{Code: assess.AroundHardship, On: flood, Entry: id(2)}, {Code: assess.AroundPrice, On: flood.AddDays(9)},
		}},
		Business: assess.Business{
			Payment: &assess.Payment{Index: 71.6, LateNext: .58, Low: .38, High: .79, Invoices: 12, Late: 7, Silent: 5, Disputed: 1},
			Worth: []assess.Worth{{
				Currency: "EUR", Received: 2_524_000, Given: 20_000, Billed: 17_400,
				Unbilled: assess.Unbilled{Chasing: 45, Recovery: 180}, PerHour: 8_524, Share: .22,
			}},
		},
		Ladder: []assess.Rung{
			{Code: assess.RungExpectations, On: rapport.NewDate(2025, time.February, 1), State: assess.Worked},
			{Code: assess.RungEffort, On: rapport.NewDate(2026, time.June, 9), State: assess.Untested},
		},
		Reasons: []assess.Reason{
			reason(assess.ReasonHardshipBefore, assess.Circumstance, 6.04, 2, flood),
			calm,
			reason(assess.ReasonApology, assess.Circumstance, 3, 6, rapport.NewDate(2026, time.June, 4)),
			reason(assess.ReasonPartlyRight, assess.Ours, 2.9, 3, rapport.NewDate(2026, time.May, 15)),
			late,
		},
	}
}

// sampleReview is a small practice with every section filled.
func sampleReview(testing.TB) []assess.Standing {
	_, hard := harbour()
	end := standing("Van Dijk Bouw", rapport.End, 76.4)
	end.Assessment.Reasons = []assess.Reason{{
		Code: assess.ReasonLimitCrossed, Toward: assess.Pattern, Decibans: 6, Count: 3,
		First: rapport.NewDate(2026, time.March, 2), Last: today.AddDays(-4), Entries: []rapport.ID{id(1), id(2), id(3)},
	}}
	end.Overdue, end.OverdueDays, end.Open = []rapport.Money{{Minor: 348_000, Currency: "EUR"}}, 47, 1
	trial := standing("Kaya Consulting", rapport.Trial, 33)
	trial.Decision = &rapport.Decision{On: today.AddDays(-20), Offered: rapport.Trial, Chosen: rapport.Trial, Again: today.AddDays(3)}
	due := looking("Mercer Labs", 45, today, &assess.Progress{Course: assess.Worse, Good: []rapport.ID{id(5)}, Bad: []rapport.ID{id(6), id(7)}})
	well := standing("Osman Textiles", rapport.Keep, 9)
	well.LookBack = &rapport.Decision{On: today.AddDays(-120), Offered: rapport.End, Chosen: rapport.Trial}
	well.Assessment.Reasons = []assess.Reason{{
		Code: assess.ReasonCooperation, Toward: assess.Circumstance, Decibans: 2.5, Count: 1,
		First: today.AddDays(-18), Last: today.AddDays(-18), Entries: []rapport.ID{id(4)},
	}}
	return []assess.Standing{well, trial, hard, standing("Brightwater", rapport.Unclear, 22), end, due}
}

// samplePage is the page of Harbour Studio with everything a page can say.
func samplePage(s *present.Speaker) present.ClientPage {
	h, st := harbour()
	st.Decision = &rapport.Decision{
		ID: id(41), On: today.AddDays(-21), Offered: rapport.ExtraMile, Chosen: rapport.ExtraMile, Again: today.AddDays(7),
	}
	st.LookBack = &h.Decisions[0]
	page := present.Client(s, h, st, present.Findings{
		Alerts: []assess.Alert{{Axis: assess.Minutes, Limit: 120, Value: 150, Entries: []rapport.ID{id(7)}}},
	})
	page.Examined = present.NewExamined(s, h, st.Assessment, sampleExamination())
	return page
}

// sampleExamination asks about one complaint and names a change of each direction.
func sampleExamination() assess.Examination {
	return assess.Examination{
		WouldChange: []assess.WhatIf{
			{Verdict: rapport.Trial, Without: []rapport.ID{id(2)}},
			{Verdict: rapport.Keep, Code: assess.IfPaid, By: today.AddDays(10)},
			{Verdict: rapport.Trial, Code: assess.IfFrictionAgain, Kind: rapport.Intrusion, Times: 2, By: today.AddDays(14)},
		},
		Question: &assess.Question{
			Code: assess.AskWasItFair, About: []rapport.ID{id(3)}, Gain: .4,
			Options: []assess.Option{
				{Code: "yes", Verdict: rapport.Mend}, {Code: "partly", Verdict: rapport.ExtraMile},
				{Code: "no", Verdict: rapport.Trial}, {Code: assess.DontKnow, Verdict: rapport.ExtraMile},
			},
		},
	}
}
