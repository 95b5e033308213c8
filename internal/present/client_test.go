package present_test

import (
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
	if got, want := present.Client(english(), h, st, present.Findings{}).Head.Headline, "The trouble came with a hard time, not with the work. This one is worth an extra mile."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	st.Assessment.Reasons = nil
	if got, want := present.Client(english(), h, st, present.Findings{}).Head.Headline, "It is heavy just now, and nothing suggests that it is always like this. This one is worth an extra mile."; got != want {
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
		rows := present.Client(english(), h, st, present.Findings{}).Reasons
		if rows[0].For != c.pattern || rows[1].For != c.ours || rows[2].For != c.not {
			t.Errorf("%s: pattern %v, ours %v, not a pattern %v", c.verdict, rows[0].For, rows[1].For, rows[2].For)
		}
		if rows[2].Decibans != 3 {
			t.Errorf("a bar has the length %v", rows[2].Decibans)
		}
	}
}

func TestARecordTooThinToJudgeHasNoSharesAndSpeaksForSayingSo(t *testing.T) {
	thin := assess.Reason{Code: assess.ReasonThinRecord, Toward: assess.Ours, Count: 2, Entries: []rapport.ID{id(1), id(2)}}
	st := assess.Standing{Assessment: assess.Assessment{
		On: today, Verdict: rapport.Unclear, Rule: assess.RuleNothingRecorded, Reasons: []assess.Reason{thin},
		Source: assess.Shares{Pattern: .1, Circumstance: .7, Ours: .2}, // what is thought of everybody
	}}
	page := present.Client(english(), assess.History{}, st, present.Findings{})
	if len(page.Shares) != 0 || !page.Reasons[0].For {
		t.Errorf("shares %+v, reasons %+v", page.Shares, page.Reasons)
	}
	review := present.NewReviewJSON(english(), []present.Judged{{Assessment: st.Assessment}}, today)
	if review.Clients[0].Source != nil {
		t.Errorf("for other programs: %+v", review.Clients[0].Source)
	}
}

func TestWhereAllIsWellThereIsNoTroubleToShareOut(t *testing.T) {
	h, st := harbour()
	if got := present.Client(english(), h, st, present.Findings{}).Shares; len(got) != 3 {
		t.Fatalf("with trouble: %+v", got)
	}
	st.Assessment.Reasons = []assess.Reason{{Code: assess.ReasonPraise, Toward: assess.Circumstance, Decibans: 1, Count: 1, Last: today}}
	if got := present.Client(english(), h, st, present.Findings{}).Shares; got != nil {
		t.Errorf("with praise alone: %+v", got)
	}
}

func TestAHintDoesNotBlameBeforeTheComplaintWasWeighed(t *testing.T) {
	st := assess.Standing{Assessment: assess.Assessment{On: today, Verdict: rapport.Mend, Rule: assess.RuleUnweighed}}
	if got := present.Client(english(), assess.History{}, st, present.Findings{}).Head.Hint; got != "Listen first; what is yours to put right will show" {
		t.Errorf("got %q", got)
	}
	st.Assessment.Rule = assess.RuleOursOpen
	if got := present.Client(english(), assess.History{}, st, present.Findings{}).Head.Hint; got != english().VerdictHint(rapport.Mend) {
		t.Errorf("got %q", got)
	}
}

func TestWithTooFewOthersThePageSaysThatItCannotKnow(t *testing.T) {
	h, st := harbour()
	for others, want := range map[int]string{
		0: "There is nobody else on record to compare with, so whether other clients do this too cannot be known.",
		1: "With one other client to compare with, whether others do this too cannot be known.",
		2: "With two other clients to compare with, whether others do this too cannot be known.",
		3: "",
	} {
		st.Assessment.Compared = others
		if got := present.Client(english(), h, st, present.Findings{}).Consensus; got != want {
			t.Errorf("%d others: got %q, want %q", others, got, want)
		}
	}
	st.Assessment.Compared, st.Assessment.Reasons = 0, nil
	if got := present.Client(english(), h, st, present.Findings{}).Consensus; got != "" {
		t.Errorf("without trouble there is nothing to compare: %q", got)
	}
}

func TestAWeightIsAlsoSaidAsOdds(t *testing.T) {
	for decibans, want := range map[float64]string{
		0: "", 6: "6.0 decibans, 4.0 to 1", -3: "3.0 decibans, 2.0 to 1", 13: "13.0 decibans, 20 to 1",
	} {
		if got := english().Weight(decibans); got != want {
			t.Errorf("%v: got %q, want %q", decibans, got, want)
		}
	}
}

// A word of ours and what answered it: the sentence counts the answers, and so
// does the link, whatever they are.
func TestACrossedLimitCountsItsCrossingsAlike(t *testing.T) {
	for _, code := range []string{assess.ReasonLimitCrossed, assess.ReasonRelapse, assess.ReasonEffortFailed} {
		r := assess.Reason{
			Code: code, Toward: assess.Pattern, Decibans: 6, Count: 4, First: today.AddDays(-30), Last: today,
			Entries: []rapport.ID{id(1), id(2), id(3), id(4)}, Invoices: []rapport.ID{id(20)},
		}
		standing := assess.Standing{Assessment: assess.Assessment{On: today, Verdict: rapport.End, Rule: assess.RuleLimitsExhausted, Reasons: []assess.Reason{r}}}
		row := present.Client(english(), assess.History{}, standing, present.Findings{}).Reasons[0]
		if row.Count != "3 entries, 1 invoice" || !strings.Contains(row.Sentence, "four") {
			t.Errorf("%s: %q, counting %q", code, row.Sentence, row.Count)
		}
		r.Invoices = []rapport.ID{id(20), id(21)} // an entry told of one of them, too
		standing.Assessment.Reasons = []assess.Reason{r}
		if twice := present.Client(english(), assess.History{}, standing, present.Findings{}).Reasons[0]; twice.Count != row.Count {
			t.Errorf("%s: an invoice an entry told of counts twice: %q", code, twice.Count)
		}
		if len(row.Entries) != 4 {
			t.Errorf("%s: the link leads to %d entries, not to the word as well", code, len(row.Entries))
		}
	}
}

func TestTheTimelineSpansAYearAndTheMonthToCome(t *testing.T) {
	h, st := harbour()
	line := present.Client(english(), h, st, present.Findings{}).Timeline
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
	page := present.Client(english(), h, st, present.Findings{})
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
	for _, row := range present.Client(english(), h, st, present.Findings{}).Obligations {
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
	if got := present.Client(english(), h, st, present.Findings{}).Head.Decided; got != "" {
		t.Errorf("a decision on another verdict reads %q", got)
	}
	st.Decision = &rapport.Decision{On: today, Offered: rapport.ExtraMile, Chosen: rapport.ExtraMile}
	if got := present.Client(english(), h, st, present.Findings{}).Head.Decided; got != "You agreed: Extra mile" {
		t.Errorf("got %q", got)
	}
}

func TestAPatternIsSuspectedOpenlyWhileTheRestOutweighsIt(t *testing.T) {
	h, st := assess.History{}, assess.Standing{Assessment: assess.Assessment{On: today, Verdict: rapport.Trial, Rule: assess.RulePatternUntold}}
	for pattern, want := range map[float64]string{0.4: "It could be a hard time, or a habit.", 0.6: "It looks like a habit"} {
		st.Assessment.Source = assess.Shares{Pattern: pattern, Circumstance: 1 - pattern}
		if got := present.Client(english(), h, st, present.Findings{}).Head.Headline; !strings.HasPrefix(got, want) {
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
			row := present.Client(english(), assess.History{}, standing, present.Findings{}).Reasons[0]
			if row.Count != c.count || !slices.Equal(row.Entries, c.opens) {
				t.Errorf("counts %q and leads to %v, want %q and %v", row.Count, row.Entries, c.count, c.opens)
			}
		})
	}
}
