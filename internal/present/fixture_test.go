package present_test

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/rapport-desktop/rapport/internal/assess"
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
		Assessment: assess.Assessment{On: today, Verdict: v, Rule: ruleOf(v), Strain: strain},
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
		On: today, Verdict: rapport.ExtraMile, Rule: assess.RuleStruggling, Strain: 61.4,
		Parts:      assess.Parts{Demands: 40.2, Complaints: 35, Payment: 20.49, Energy: 30},
		Source:     assess.Shares{Pattern: .1234, Circumstance: .7066, Ours: .17},
		Confidence: assess.Substantial, Advice: assess.Advice{Next: assess.NextOfferHelp, Ask: assess.AskWasItAgreed}, Onset: flood.AddDays(3),
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

// anyAssessment draws an assessment that means nothing but has every shape the
// pages must survive.
func anyAssessment(t *rapid.T) assess.Assessment {
	share := rapid.Float64Range(0, 1)
	a := assess.Assessment{
		On:      today,
		Verdict: rapid.SampledFrom(rapport.Verdicts()).Draw(t, "verdict"),
		Rule:    rapid.SampledFrom(assess.RuleCodes()).Draw(t, "rule"),
		Strain:  rapid.Float64Range(0, 100).Draw(t, "strain"),
		Source: assess.Shares{
			Pattern: share.Draw(t, "pattern"), Circumstance: share.Draw(t, "circumstance"), Ours: share.Draw(t, "ours"),
		},
		Confidence: rapid.SampledFrom(append(assess.Confidences(), "")).Draw(t, "confidence"),
		Advice: assess.Advice{
			Next: rapid.SampledFrom(append(assess.NextCodes(), "")).Draw(t, "next"),
			Ask:  rapid.SampledFrom(append(assess.AskCodes(), "")).Draw(t, "ask"),
		},
		Weeks: slices.Repeat([]float64{1}, 12),
	}
	for _, code := range assess.RungCodes() {
		if rapid.Bool().Draw(t, "tried "+code) {
			a.Ladder = append(a.Ladder, assess.Rung{Code: code, On: anyDay(t), State: rapid.SampledFrom(rungStates()).Draw(t, "state")})
		}
	}
	for range rapid.IntRange(0, 5).Draw(t, "reasons") {
		a.Reasons = append(a.Reasons, anyReason(t))
	}
	return a
}

func rungStates() []assess.RungState {
	return []assess.RungState{assess.Untested, assess.Worked, assess.Crossed, assess.Relapsed}
}

func anyDay(t *rapid.T) rapport.Date {
	return today.AddDays(-rapid.IntRange(0, 1500).Draw(t, "days back"))
}

func anyReason(t *rapid.T) assess.Reason {
	r := assess.Reason{
		Code:     rapid.SampledFrom(assess.ReasonCodes()).Draw(t, "code"),
		Toward:   rapid.SampledFrom([]assess.Source{assess.Pattern, assess.Circumstance, assess.Ours}).Draw(t, "toward"),
		Decibans: rapid.Float64Range(-10, 10).Draw(t, "decibans"),
		Count:    rapid.IntRange(1, 40).Draw(t, "count"),
		Days:     rapid.IntRange(0, 2000).Draw(t, "days"),
		First:    anyDay(t), Last: anyDay(t),
	}
	if rapid.Bool().Draw(t, "from entries") {
		r.Entries = slices.Repeat([]rapport.ID{id(1)}, r.Count)
	} else {
		r.Invoices = slices.Repeat([]rapport.ID{id(2)}, r.Count)
	}
	return r
}

// anyHistory draws a history of every kind of record.
func anyHistory(t *rapid.T) assess.History {
	h := assess.History{Client: rapport.Client{ID: id(9), Name: "Acme", State: rapport.Active}}
	if rapid.Bool().Draw(t, "since known") {
		h.Client.Since = anyDay(t)
	}
	for i := range rapid.IntRange(0, 8).Draw(t, "entries") {
		e := rapport.Entry{
			ID: id(byte(100 + i)), On: anyDay(t), Kind: rapid.SampledFrom(rapport.Kinds()).Draw(t, "kind"),
			Severity: rapid.IntRange(1, 5).Draw(t, "severity"),
			Cost:     rapport.Cost{Minutes: rapid.IntRange(0, 200).Draw(t, "minutes"), Energy: rapport.Rated(i % 6)},
		}
		switch e.Kind {
		case rapport.Complaint:
			e.Justified = rapid.SampledFrom([]rapport.Justified{"", "yes", "partly", "no", "unsure"}).Draw(t, "justified")
		case rapport.Demand:
			e.Scope = rapid.SampledFrom([]rapport.Scope{"", "in", "beyond"}).Draw(t, "scope")
		case rapport.Hardship:
			h.Circumstances = append(h.Circumstances, rapport.Circumstance{Entry: e.ID, Start: e.On, Review: e.On.AddDays(91)})
		}
		h.Entries = append(h.Entries, e)
	}
	for i := range rapid.IntRange(0, 3).Draw(t, "invoices") {
		h.Invoices = append(h.Invoices, anyInvoice(t, i))
	}
	for range rapid.IntRange(0, 4).Draw(t, "obligations") {
		o := rapport.Obligation{What: "1", Side: rapid.SampledFrom([]rapport.Side{rapport.Ours, rapport.Theirs}).Draw(t, "side")}
		switch rapid.IntRange(0, 3).Draw(t, "obligation") {
		case 0:
			o.Met = anyDay(t)
		case 1:
			o.Waived, o.Reason = anyDay(t), "2"
		case 2:
			o.Due = anyDay(t).AddDays(600)
		}
		h.Obligations = append(h.Obligations, o)
	}
	return h
}

func anyInvoice(t *rapid.T, i int) rapport.Invoice {
	issued := anyDay(t)
	v := rapport.Invoice{
		ID: id(byte(200 + i)), Number: "1", Issued: issued, Due: issued.AddDays(rapid.IntRange(0, 90).Draw(t, "terms")),
		Amount:   rapport.Money{Minor: 10_000, Currency: rapid.SampledFrom([]rapport.Currency{"EUR", "TRY", "CHF"}).Draw(t, "currency")},
		Disputed: rapid.Bool().Draw(t, "disputed"),
	}
	for _, part := range []int64{4_000, 6_000}[:rapid.IntRange(0, 2).Draw(t, "payments")] {
		v.Payments = append(v.Payments, rapport.Payment{On: issued.AddDays(rapid.IntRange(0, 120).Draw(t, "paid after")), Amount: part})
	}
	return v
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
	trial.Decision = &rapport.Decision{On: today.AddDays(-20), Offered: rapport.Trial, Chosen: rapport.Trial}
	well := standing("Osman Textiles", rapport.Keep, 9)
	well.Assessment.Reasons = []assess.Reason{{
		Code: assess.ReasonCooperation, Toward: assess.Circumstance, Decibans: 2.5, Count: 1,
		First: today.AddDays(-18), Last: today.AddDays(-18), Entries: []rapport.ID{id(4)},
	}}
	return []assess.Standing{well, trial, hard, standing("Brightwater", rapport.Unclear, 22), end}
}
