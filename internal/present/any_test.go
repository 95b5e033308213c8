package present_test

import (
	"slices"

	"pgregory.net/rapid"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// anyAssessment draws an assessment that means nothing but has every shape the
// pages must survive.
func anyAssessment(t *rapid.T) assess.Assessment {
	share := rapid.Float64Range(0, 1)
	a := assess.Assessment{
		On:      today,
		Verdict: rapid.SampledFrom(rapport.Verdicts()).Draw(t, "verdict"),
		Rule:    rapid.SampledFrom(assess.RuleCodes()).Draw(t, "rule"),
		Load: assess.Load{
			Strain: rapid.Float64Range(0, 100).Draw(t, "strain"), Weeks: slices.Repeat([]float64{1}, 12),
			Parts: assess.Parts{Demands: 40, Energy: rapid.Float64Range(0, 100).Draw(t, "energy")},
		},
		Source: assess.Shares{
			Pattern: share.Draw(t, "pattern"), Circumstance: share.Draw(t, "circumstance"), Ours: share.Draw(t, "ours"),
		},
		Confidence: rapid.SampledFrom(append(assess.Confidences(), "")).Draw(t, "confidence"),
		Next:       rapid.SampledFrom(append(assess.NextCodes(), "")).Draw(t, "next"),
	}
	if rapid.Bool().Draw(t, "began") {
		a.Onset = anyDay(t)
	}
	for range rapid.IntRange(0, 2).Draw(t, "around") {
		a.Around = append(a.Around, assess.Around{Code: rapid.SampledFrom(assess.AroundCodes()).Draw(t, "around code"), On: anyDay(t)})
	}
	a.Business = anyBusiness(t)
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
		Kind:     rapid.SampledFrom(append(rapport.Kinds(), "")).Draw(t, "kind"),
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

// anyBusiness draws a client in money.
func anyBusiness(t *rapid.T) assess.Business {
	var b assess.Business
	if invoices := rapid.IntRange(0, 20).Draw(t, "invoices due"); invoices > 0 {
		late := rapid.IntRange(0, invoices).Draw(t, "late")
		share := rapid.Float64Range(0, 1)
		b.Payment = &assess.Payment{
			Index: rapid.Float64Range(0, 100).Draw(t, "index"), Invoices: invoices, Late: late,
			LateNext: share.Draw(t, "late next"), Low: share.Draw(t, "low"), High: share.Draw(t, "high"),
			Silent: rapid.IntRange(0, late).Draw(t, "silent"), Disputed: rapid.IntRange(0, 2).Draw(t, "disputed"),
		}
	}
	for _, currency := range []rapport.Currency{"EUR", "TRY"}[:rapid.IntRange(0, 2).Draw(t, "currencies")] {
		b.Worth = append(b.Worth, anyWorth(t, currency))
	}
	return b
}

func anyWorth(t *rapid.T, currency rapport.Currency) assess.Worth {
	minutes := rapid.IntRange(0, 3000)
	return assess.Worth{
		Currency: currency, Received: rapid.Int64Range(0, 1e7).Draw(t, "received"), Given: rapid.Int64Range(0, 1e5).Draw(t, "given"),
		Billed: minutes.Draw(t, "billed"), Guessed: rapid.Bool().Draw(t, "guessed"),
		Unbilled: assess.Unbilled{Chasing: minutes.Draw(t, "chasing"), Recovery: minutes.Draw(t, "recovery"), Other: minutes.Draw(t, "other")},
		PerHour:  rapid.Int64Range(-1000, 20_000).Draw(t, "per hour"), Share: rapid.Float64Range(0, 1).Draw(t, "share"),
	}
}

// anyExamination draws what judging again may bring to light.
func anyExamination(t *rapid.T, h assess.History) assess.Examination {
	var known []rapport.ID
	for _, e := range h.Entries {
		known = append(known, e.ID)
	}
	verdict := rapid.SampledFrom(rapport.Verdicts())
	var x assess.Examination
	for range rapid.IntRange(0, 4).Draw(t, "what ifs") {
		w := assess.WhatIf{
			Verdict: verdict.Draw(t, "if verdict"), Code: rapid.SampledFrom(append(assess.WhatIfCodes(), "")).Draw(t, "if"),
			Times: rapid.IntRange(0, 3).Draw(t, "times"), By: anyDay(t).AddDays(400),
			Kind: rapid.SampledFrom([]rapport.Kind{"", rapport.Intrusion, rapport.Demand}).Draw(t, "if kind"),
		}
		if w.Code == "" {
			w.Without = known[:min(len(known), 3)]
		}
		x.WouldChange = append(x.WouldChange, w)
	}
	if rapid.Bool().Draw(t, "asks") {
		q := &assess.Question{
			Code: rapid.SampledFrom(assess.AskCodes()).Draw(t, "ask"), About: known[:rapid.IntRange(0, len(known)).Draw(t, "about")],
			Kind: rapid.SampledFrom([]rapport.Kind{"", rapport.Complaint}).Draw(t, "ask kind"),
		}
		for _, code := range optionCodes()[q.Code] {
			q.Options = append(q.Options, assess.Option{Code: code, Verdict: verdict.Draw(t, "option verdict")})
		}
		x.Question = q
	}
	return x
}

// optionCodes lists the answers each question takes.
func optionCodes() map[string][]string {
	return map[string][]string{
		assess.AskWasItFair:      {"yes", "partly", "no", assess.DontKnow},
		assess.AskWasItAgreed:    {"in", "beyond", assess.DontKnow},
		assess.AskToldThem:       {"yes_in_writing", "yes_said", "no", assess.DontKnow},
		assess.AskCanTheyPay:     {"cannot", "wont", assess.DontKnow},
		assess.AskWhatIsBehind:   {"hardship", "new_person", "price_rise", "missed_delivery", "nothing", assess.DontKnow},
		assess.AskDidTheyReply:   {"accepted", "argued", "no_answer", assess.DontKnow},
		assess.AskHowIsItGoing:   {"well", "asks_much", "complains", "pays_late", "harsh", assess.DontKnow},
		assess.AskIsHardshipOver: {"over", "still", assess.DontKnow},
		assess.AskDoOthersToo:    {"yes", "no", assess.DontKnow},
	}
}

// anyFindings draws what a page is told beside history and standing.
func anyFindings(t *rapid.T) present.Findings {
	var f present.Findings
	if rapid.Bool().Draw(t, "alerts") {
		for _, axis := range assess.Axes() {
			f.Alerts = append(f.Alerts, assess.Alert{Axis: axis, Limit: 2, Value: rapid.IntRange(2, 400).Draw(t, "value")})
		}
	}
	if rapid.Bool().Draw(t, "progress") {
		f.Progress = anyProgress(t)
	}
	if rapid.Bool().Draw(t, "waiting") {
		f.Waiting = &assess.Waiting{
			Since: anyDay(t), Days: rapid.IntRange(0, 300).Draw(t, "waiting days"), Minutes: rapid.IntRange(0, 300).Draw(t, "minutes lost"),
			Energy: rapid.IntRange(0, 30).Draw(t, "energy lost"), Money: rapport.Money{Minor: rapid.Int64Range(0, 1e5).Draw(t, "money lost"), Currency: "EUR"},
		}
	}
	if rapid.Bool().Draw(t, "ended") {
		f.BackTest = &assess.BackTest{Ended: anyDay(t), Before: []assess.Earlier{{Days: 90, Verdict: rapport.Trial}, {Days: 1, Verdict: rapport.End}}}
	}
	return f
}

func anyProgress(t *rapid.T) *assess.Progress {
	return &assess.Progress{
		Course: rapid.SampledFrom(assess.Courses()).Draw(t, "course"),
		Good:   slices.Repeat([]rapport.ID{id(1)}, rapid.IntRange(0, 3).Draw(t, "good")),
		Bad:    slices.Repeat([]rapport.ID{id(1)}, rapid.IntRange(0, 3).Draw(t, "bad")),
		Unpaid: slices.Repeat([]rapport.ID{id(2)}, rapid.IntRange(0, 2).Draw(t, "unpaid")),
	}
}

// anyDecision draws a decision, with a day to look again or without.
func anyDecision(t *rapid.T) *rapport.Decision {
	verdict := rapid.SampledFrom(rapport.Verdicts())
	d := &rapport.Decision{On: anyDay(t), Offered: verdict.Draw(t, "offered"), Chosen: verdict.Draw(t, "chosen")}
	if rapid.Bool().Draw(t, "again") {
		d.Again = d.On.AddDays(rapid.IntRange(1, 700).Draw(t, "again after"))
	}
	return d
}
