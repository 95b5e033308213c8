package present_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

func TestTheHeadlineIsChosenByRuleAndLeadingReason(t *testing.T) {
	h, st := harbour()
	if got, want := present.Client(english(), h, st).Head.Headline, "The trouble came with a hard time, not with the work. This one is worth an extra mile."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	st.Assessment.Reasons = nil
	if got, want := present.Client(english(), h, st).Head.Headline, "It is heavy just now, and nothing suggests that it is always like this. This one is worth an extra mile."; got != want {
		t.Errorf("without reasons: got %q, want %q", got, want)
	}
}

func TestTheBalanceWeighsForAndAgainstTheVerdict(t *testing.T) {
	pattern := assess.Reason{Code: assess.ReasonAskedBeyond, Toward: assess.Pattern, Decibans: 3, Count: 2, Last: today}
	ours := assess.Reason{Code: assess.ReasonRight, Toward: assess.Ours, Decibans: 3, Count: 1, Last: today}
	not := assess.Reason{Code: assess.ReasonPraise, Toward: assess.Pattern, Decibans: -3, Count: 1, Last: today}
	for _, c := range []struct {
		verdict            rapport.Verdict
		pattern, ours, not bool // speaks for it
	}{
		{rapport.End, true, false, false}, {rapport.Trial, true, false, false}, {rapport.Renegotiate, true, false, false},
		{rapport.Safety, true, false, false}, {rapport.Mend, false, true, true}, {rapport.ExtraMile, false, false, true},
		{rapport.Keep, false, true, true}, {rapport.Unclear, true, false, false}, // the greatest share is the pattern
	} {
		h, st := harbour()
		st.Assessment.Verdict = c.verdict
		st.Assessment.Source = assess.Shares{Pattern: .5, Circumstance: .3, Ours: .2}
		st.Assessment.Reasons = []assess.Reason{pattern, ours, not}
		rows := present.Client(english(), h, st).Reasons
		if rows[0].For != c.pattern || rows[1].For != c.ours || rows[2].For != c.not {
			t.Errorf("%s: pattern %v, ours %v, not a pattern %v", c.verdict, rows[0].For, rows[1].For, rows[2].For)
		}
		if rows[2].Decibans != 3 {
			t.Errorf("a bar has the length %v", rows[2].Decibans)
		}
	}
}

func TestTheTimelineSpansAYearAndTheMonthToCome(t *testing.T) {
	h, st := harbour()
	line := present.Client(english(), h, st).Timeline
	if line.From != rapport.NewDate(2025, time.July, 1) || line.To != rapport.NewDate(2026, time.July, 31) {
		t.Errorf("from %s to %s", line.From, line.To)
	}
	if len(line.Months) != 13 || !line.Months[11].Current || line.Months[11].Label != "Jun" || line.Months[12].Label != "Jul" {
		t.Errorf("months are %+v", line.Months)
	}
	last := line.Strain[len(line.Strain)-1]
	if last.On != today || len(line.Strain) != 53 || line.Strain[51].On != today.AddDays(-7) {
		t.Errorf("%d points, the last on %s", len(line.Strain), last.On)
	}
	if want := assess.Strain(h, []rapport.Date{today})[0]; last.Value != want {
		t.Errorf("strain today is %v, want %v", last.Value, want)
	}
	if band := line.Bands[0]; band.To != rapport.NewDate(2026, time.July, 31) || band.Label != "Hard time, look again on 31 July" {
		t.Errorf("the band is %+v", band)
	}
	dots := []int{len(line.Lanes[0].Dots), len(line.Lanes[1].Dots), len(line.Lanes[2].Dots)}
	if diff := cmp.Diff([]int{3, 2, 1}, dots); diff != "" {
		t.Errorf("friction, goodwill, from us (-want +got):\n%s", diff)
	}
}

func TestAPageOfAnEarlierDayKnowsNothingLater(t *testing.T) {
	h, st := harbour()
	st.Assessment.On = rapport.NewDate(2026, time.March, 20)
	st.LastContact = 0
	page := present.Client(english(), h, st)
	if len(page.Invoices.Rows) != 1 || page.Invoices.Rows[0].Text != "open, 4 days overdue" {
		t.Errorf("invoices are %+v", page.Invoices.Rows)
	}
	if page.Head.Facts != "Client since March 2024." {
		t.Errorf("facts are %q", page.Head.Facts)
	}
	for _, lane := range page.Timeline.Lanes {
		for _, dot := range lane.Dots {
			if dot.On > page.On {
				t.Errorf("a dot on %s", dot.On)
			}
		}
	}
	if len(page.Timeline.Bands) != 0 {
		t.Errorf("bands are %+v", page.Timeline.Bands)
	}
}

func TestAnInvoiceSaysHowItStands(t *testing.T) {
	due := today.AddDays(-10)
	pay := func(days int, amount int64) rapport.Payment {
		return rapport.Payment{On: due.AddDays(days), Amount: amount}
	}
	for _, c := range []struct {
		due      rapport.Date
		payments []rapport.Payment
		state    present.InvoiceState
		text     string
	}{
		{due, []rapport.Payment{pay(0, 100_00)}, present.InvoicePaid, "paid on time"},
		{due, []rapport.Payment{pay(1, 100_00)}, present.InvoiceLate, "paid 1 day late"},
		{due, nil, present.InvoiceOverdue, "open, 10 days overdue"},
		{due, []rapport.Payment{pay(0, 40_00)}, present.InvoiceOverdue, "partly paid, €60.00 open and 10 days overdue"},
		{today, nil, present.InvoiceOpen, "open, due on 30 June"},
		{today.AddDays(14), []rapport.Payment{pay(0, 40_00)}, present.InvoiceOpen, "partly paid, €60.00 open, due on 14 July"},
	} {
		v := rapport.Invoice{Issued: due.AddDays(-14), Due: c.due, Amount: rapport.Money{Minor: 100_00, Currency: "EUR"}, Payments: c.payments}
		if state, text := english().InvoiceState(v, today); state != c.state || text != c.text {
			t.Errorf("got %s, %q; want %s, %q", state, text, c.state, c.text)
		}
	}
}

func TestOpenObligationsComeFirstByDay(t *testing.T) {
	h, st := harbour()
	owe := func(what string, due, met rapport.Date) rapport.Obligation {
		return rapport.Obligation{What: what, Side: rapport.Ours, Due: due, Met: met}
	}
	h.Obligations = []rapport.Obligation{
		owe("met early", 0, today.AddDays(-9)), owe("no day", 0, 0), owe("late", today.AddDays(-2), 0),
		owe("met late", 0, today.AddDays(-1)), owe("soon", today.AddDays(1), 0),
	}
	var got []string
	for _, row := range present.Client(english(), h, st).Obligations {
		got = append(got, row.What+": "+row.Text)
	}
	want := []string{
		"late: 2 days overdue", "soon: due tomorrow", "no day: open, no day agreed", "met late: met on 29 June", "met early: met on 21 June",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestTheHeadSaysWhatWasDecidedOnThisVerdict(t *testing.T) {
	h, st := harbour()
	if got := present.Client(english(), h, st).Head.Decided; got != "" {
		t.Errorf("a decision on another verdict reads %q", got)
	}
	st.Decision = &rapport.Decision{On: today, Offered: rapport.ExtraMile, Chosen: rapport.ExtraMile}
	if got := present.Client(english(), h, st).Head.Decided; got != "You agreed: Extra mile" {
		t.Errorf("got %q", got)
	}
}

func TestTheReviewForOtherProgramsKeepsItsShape(t *testing.T) {
	h, st := harbour()
	review := present.NewReviewJSON(english(), []present.Judged{
		{History: h, Assessment: st.Assessment},
		{History: assess.History{Client: rapport.Client{Name: "New"}}, Assessment: assess.Assessment{On: today, Verdict: rapport.Unclear, Rule: assess.RuleNothingRecorded}},
	}, today)
	got, err := json.MarshalIndent(review, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(reviewJSON, string(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

const reviewJSON = `{
 "on": "2026-06-30",
 "clients": [
  {
   "client": "Harbour Studio",
   "verdict": "extra_mile",
   "strain": 61,
   "parts": {
    "demands": 40,
    "complaints": 35,
    "conduct": 0,
    "payment": 20,
    "energy": 30
   },
   "source": {
    "pattern": 0.12,
    "circumstance": 0.71,
    "ours": 0.17
   },
   "confidence": "substantial",
   "ladder": [
    {
     "rung": "expectations",
     "on": "2025-02-01",
     "held": true
    },
    {
     "rung": "effort",
     "on": "2026-06-09",
     "held": true
    }
   ],
   "reasons": [
    {
     "toward": "circumstance",
     "decibans": 6,
     "entries": [
      "2026-05-12 hardship"
     ],
     "text": "A hard time began on 12 May, before the friction"
    },
    {
     "toward": "circumstance",
     "decibans": 3.4,
     "entries": [
      "2026-02-03 praise"
     ],
     "text": "26 months without friction before it began"
    },
    {
     "toward": "circumstance",
     "decibans": 3,
     "entries": [
      "2026-06-04 apology"
     ],
     "text": "They apologised on 4 June"
    },
    {
     "toward": "ours",
     "decibans": 2.9,
     "entries": [
      "2026-05-15 complaint"
     ],
     "text": "A complaint on 15 May was partly justified"
    },
    {
     "toward": "pattern",
     "decibans": 1.2,
     "invoices": [
      "2041"
     ],
     "text": "An invoice is 12 days overdue"
    }
   ],
   "ask": "Was what they ask for part of what was agreed?",
   "next": "Ask how they are, and offer some relief for a while.",
   "onset": "2026-05-15"
  },
  {
   "client": "New",
   "verdict": "unclear",
   "strain": 0,
   "parts": {
    "demands": 0,
    "complaints": 0,
    "conduct": 0,
    "payment": 0,
    "energy": 0
   }
  }
 ]
}`

func TestAPatternIsSuspectedOpenlyWhileTheRestOutweighsIt(t *testing.T) {
	h, st := assess.History{}, assess.Standing{Assessment: assess.Assessment{On: today, Verdict: rapport.Trial, Rule: assess.RulePatternUntold}}
	for pattern, want := range map[float64]string{0.4: "It could be a hard time, or a habit.", 0.6: "It looks like a habit"} {
		st.Assessment.Source = assess.Shares{Pattern: pattern, Circumstance: 1 - pattern}
		if got := present.Client(english(), h, st).Head.Headline; !strings.HasPrefix(got, want) {
			t.Errorf("with a share of %.1f the headline is %q", pattern, got)
		}
	}
}

func TestAReasonAboutInvoicesCountsThem(t *testing.T) {
	entries, invoices := []rapport.ID{id(1)}, []rapport.ID{id(2), id(3)}
	cases := map[string]struct {
		reason assess.Reason
		count  string
		opens  []rapport.ID // the entries its link leads to
	}{
		"overdue, and an entry tells of it": {assess.Reason{Code: assess.ReasonInvoiceOverdue, Entries: entries, Invoices: invoices}, "2 invoices", nil},
		"paid late":                         {assess.Reason{Code: assess.ReasonPaidLate, Invoices: invoices[:1]}, "1 invoice", nil},
		"paid on time, as entries tell":     {assess.Reason{Code: assess.ReasonPaidOnTime, Entries: entries}, "1 entry", entries},
		"asked for the money in vain":       {assess.Reason{Code: assess.ReasonPaymentInVain, Entries: entries, Invoices: invoices}, "1 entry", entries},
		"nothing on record":                 {assess.Reason{Code: assess.ReasonThinRecord}, "", nil},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			standing := assess.Standing{Assessment: assess.Assessment{On: today, Verdict: rapport.Keep, Reasons: []assess.Reason{c.reason}}}
			row := present.Client(english(), assess.History{}, standing).Reasons[0]
			if row.Count != c.count || !slices.Equal(row.Entries, c.opens) {
				t.Errorf("counts %q and leads to %v, want %q and %v", row.Count, row.Entries, c.count, c.opens)
			}
		})
	}
}
