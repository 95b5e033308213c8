package present

import (
	"math"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// OutlookJSON is what would change the answer and what to do; its fields stand
// beside the others.
type OutlookJSON struct {
	WouldChange []WhatIfJSON `json:"would_change,omitempty"`
	Ask         string       `json:"ask,omitempty"`
	Question    string       `json:"question,omitempty"` // code of what is asked
	Options     []OptionJSON `json:"options,omitempty"`
	Next        string       `json:"next,omitempty"`
}

// BusinessJSON is the client in money.
type BusinessJSON struct {
	Payment *PaymentJSON `json:"payment,omitempty"`
	Worth   []WorthJSON  `json:"worth,omitempty"` // of twelve months, one a currency
}

// HistoryJSON is when it began and what is being followed up.
type HistoryJSON struct {
	Onset    rapport.Date  `json:"onset,omitzero"`
	Around   []AroundJSON  `json:"around,omitempty"`
	Trial    *TrialJSON    `json:"trial,omitempty"`
	Alerts   []AlertJSON   `json:"alerts,omitempty"`
	BackTest *BackTestJSON `json:"back_test,omitempty"`
}

// WhatIfJSON is one change with which the verdict would be another.
type WhatIfJSON struct {
	If      string          `json:"if"`
	Verdict rapport.Verdict `json:"verdict"`
	Without []string        `json:"without,omitempty"` // entries, as in a reason
}

// OptionJSON is one answer to the question, and the verdict with it.
type OptionJSON struct {
	Code    string          `json:"code"`
	Verdict rapport.Verdict `json:"verdict"`
}

// PaymentJSON is how a client pays, from invoices alone.
type PaymentJSON struct {
	Index    int     `json:"index"`     // 0–100, 80 is prompt
	LateNext float64 `json:"late_next"` // chance, to four decimals: clients are ranked by it
	Low      float64 `json:"low"`       // its 80 % interval
	High     float64 `json:"high"`
	Invoices int     `json:"invoices"` // that fell due
	Late     int     `json:"late,omitempty"`
	Silent   int     `json:"silent,omitempty"`
	Disputed int     `json:"disputed,omitempty"`
}

// WorthJSON is what the work brings in one currency. Amounts are decimals with a
// point, times are minutes.
type WorthJSON struct {
	Currency rapport.Currency `json:"currency"`
	PerHour  string           `json:"per_hour,omitempty"`
	Received string           `json:"received"`
	Given    string           `json:"given,omitempty"`
	Billed   int              `json:"billed,omitempty"`
	Guessed  bool             `json:"guessed,omitempty"` // billed time reckoned from the rate
	Chasing  int              `json:"chasing,omitempty"`
	Recovery int              `json:"recovery,omitempty"`
	Other    int              `json:"other,omitempty"`
	Share    float64          `json:"share,omitempty"` // of all income in this currency, to hundredths
}

// AroundJSON is something that happened about the time it began.
type AroundJSON struct {
	Code string       `json:"code"`
	On   rapport.Date `json:"on"`
	Text string       `json:"text"`
}

// TrialJSON is a decision with a day to look again.
type TrialJSON struct {
	Chosen rapport.Verdict `json:"chosen"`
	On     rapport.Date    `json:"on"`
	Again  rapport.Date    `json:"again"`
	Course assess.Course   `json:"course"`
	Better []string        `json:"better,omitempty"` // codes of what counts
	Worse  []string        `json:"worse,omitempty"`
}

// BackTestJSON is what would have been said before an engagement ended.
type BackTestJSON struct {
	Ended  rapport.Date  `json:"ended"`
	Before []EarlierJSON `json:"before"`
}

// AlertJSON is a personal limit that stands crossed.
type AlertJSON struct {
	Axis  assess.Axis `json:"axis"`
	Limit int         `json:"limit"`
	Value int         `json:"value"`
	Text  string      `json:"text"`
}

// outlookJSON is the next step, and what an examination found if there was one.
func (s *Speaker) outlookJSON(j Judged) OutlookJSON {
	outlook := OutlookJSON{Next: s.advice("next.", j.Assessment.Next).Text}
	if j.Examination == nil {
		return outlook
	}
	found := NewExamined(s, j.History, j.Assessment, *j.Examination)
	entries := entryNames(j.History.Entries)
	for _, w := range found.WhatIfs {
		outlook.WouldChange = append(outlook.WouldChange, WhatIfJSON{
			If: w.Text, Verdict: w.Verdict, Without: named(w.Entries, entries),
		})
	}
	if q := found.Question; q != nil {
		outlook.Ask, outlook.Question = q.Text, q.Code
		for _, o := range q.Options {
			outlook.Options = append(outlook.Options, OptionJSON{Code: o.Code, Verdict: o.Verdict})
		}
	}
	return outlook
}

func businessJSON(a assess.Assessment) BusinessJSON {
	var business BusinessJSON
	if p := a.Payment; p != nil && p.Invoices > 0 {
		business.Payment = &PaymentJSON{
			Index: clamp(int(math.Round(p.Index)), 0, 100), LateNext: round(p.LateNext, 1e4),
			Low: round(p.Low, 1e4), High: round(p.High, 1e4),
			Invoices: p.Invoices, Late: p.Late, Silent: p.Silent, Disputed: p.Disputed,
		}
	}
	for _, w := range a.Worth {
		business.Worth = append(business.Worth, worthJSON(w))
	}
	return business
}

func worthJSON(w assess.Worth) WorthJSON {
	decimal := func(minor int64) string { return rapport.Money{Minor: minor, Currency: w.Currency}.Decimal() }
	worth := WorthJSON{
		Currency: w.Currency, Received: decimal(w.Received), Billed: w.Billed, Guessed: w.Guessed,
		Chasing: w.Unbilled.Chasing, Recovery: w.Unbilled.Recovery, Other: w.Unbilled.Other, Share: round(w.Share, 100),
	}
	if w.Given > 0 {
		worth.Given = decimal(w.Given)
	}
	if w.Known() {
		worth.PerHour = decimal(w.PerHour)
	}
	return worth
}

func (s *Speaker) historyJSON(j Judged) HistoryJSON {
	a := j.Assessment
	told := HistoryJSON{Onset: a.Onset, Trial: trialJSON(j)}
	for i, line := range s.around(a) {
		told.Around = append(told.Around, AroundJSON{Code: line.Code, On: a.Around[i].On, Text: line.Text})
	}
	for _, alert := range j.Findings.Alerts {
		told.Alerts = append(told.Alerts, AlertJSON{
			Axis: alert.Axis, Limit: alert.Limit, Value: alert.Value, Text: s.Alert(alert).Title,
		})
	}
	if b := j.Findings.BackTest; b != nil && len(b.Before) > 0 {
		told.BackTest = &BackTestJSON{Ended: b.Ended, Before: earlierJSON(b.Before)}
	}
	return told
}

// trialJSON is the last decision, if it set a day to look again.
func trialJSON(j Judged) *TrialJSON {
	var last *rapport.Decision
	for i, d := range j.History.Decisions {
		if d.On <= j.Assessment.On && (last == nil || d.On >= last.On) {
			last = &j.History.Decisions[i]
		}
	}
	d := current(last, j.Assessment.On)
	if d == nil {
		return nil
	}
	trial := &TrialJSON{Chosen: d.Chosen, On: d.On, Again: d.Again, Course: assess.Pending}
	if p := j.Findings.Progress; p != nil && d.Again <= j.Assessment.On {
		trial.Course = p.Course
	}
	if trial.Course == assess.Pending {
		signs := assess.SignsOf(j.History, j.Assessment)
		trial.Better, trial.Worse = signs.Better, signs.Worse
	}
	return trial
}
