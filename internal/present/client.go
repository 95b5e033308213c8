package present

import (
	"strings"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// ClientPage is everything about one client: the answer, what it rests on, what
// to do, and the record behind it. Texts are finished; codes and ids are for
// icons, colours and links. What has nothing to say is empty or nil.
type ClientPage struct {
	On     rapport.Date
	Client rapport.Client
	Head   Head
	Next   Advice
	Weighed
	Examined // empty until the client was examined: see [NewExamined]
	Followed
	Business    Business
	Timeline    Timeline
	Invoices    Invoices
	Obligations []ObligationRow
	Decisions   []DecisionRow // newest first
}

// Weighed is what the answer rests on.
type Weighed struct {
	Reasons   []ReasonRow
	Shares    []ShareRow // three, or none where there is nothing to share out
	Consensus string     // that too few others are known to compare with, "" where there are enough
	Parts     []PartRow  // the strains that make the whole, heaviest first, those above zero
	Ladder    []LadderRow
	Onset     string // "It began about 15 May.", "" when no day stands out
	Around    []Line // what happened about that day, nearest first
}

// PartRow is one of the five strains.
type PartRow struct {
	Code  string // its name in JSON: "demands"
	Word  string
	Value int    // 0–100
	Text  string // "40 of 100"
}

// Line is a sentence with the entries it is about.
type Line struct {
	Code    string
	Text    string
	Entries []rapport.ID // none where it is about no entry
}

// Findings are what a page needs to know beside history and standing. Each may
// be nil.
type Findings struct {
	Alerts   []assess.Alert   // personal limits that stand crossed
	Progress *assess.Progress // of the last decision with a day to look again
	Waiting  *assess.Waiting
	BackTest *assess.BackTest
}

// Head is the top of the page.
type Head struct {
	Verdict    rapport.Verdict
	Word       string // the verdict's name
	Hint       string // what the verdict means, in one line
	Headline   string // the answer as a friend would say it
	Facts      string // since when, how much so far, last contact
	Lacking    string // of an unclear verdict: what would help to a clearer one
	Strain     int    // 0–100
	StrainText string // "Strain 61 of 100"
	Confidence string // "Confidence: substantial", "" where nothing was weighed
	Decided    string // what the user decided on this verdict, "" if nothing yet
}

// Advice is a code and its sentence.
type Advice struct {
	Code string
	Text string
}

// Client words one client as judged in the standing. Its assessment's day is the
// day of the page.
func Client(s *Speaker, h assess.History, st assess.Standing, f Findings) ClientPage {
	a := st.Assessment
	return ClientPage{
		On:     a.On,
		Client: h.Client,
		Head:   s.head(h, st),
		Next:   s.advice("next.", a.Next),
		Weighed: Weighed{
			Reasons: s.reasonRows(a), Shares: s.shares(a), Consensus: s.consensus(a), Parts: s.parts(a), Ladder: s.ladder(a),
			Onset: s.onset(a), Around: s.around(a),
		},
		Followed:    s.followed(h, st, f),
		Business:    s.business(h, a),
		Timeline:    s.timeline(h, a),
		Invoices:    s.invoices(h.Invoices, a.On),
		Obligations: s.obligations(h.Obligations, a.On),
		Decisions:   s.decisions(h.Decisions, a.On),
	}
}

func (s *Speaker) head(h assess.History, st assess.Standing) Head {
	a := st.Assessment
	head := Head{
		Verdict: a.Verdict, Word: s.Verdict(a.Verdict), Hint: s.hint(a),
		Headline: s.headline(a), Facts: s.facts(h, st), Strain: whole(a.Strain), Lacking: s.lacking(h, a),
	}
	head.StrainText = s.T("head.strain", Args{"Strain": head.Strain})
	if a.Confidence != "" {
		head.Confidence = s.T("head.confidence", Args{"Confidence": s.Confidence(a.Confidence)})
	}
	if st.Decision != nil && decided(st, a.On) {
		head.Decided = s.decision(*st.Decision)
	}
	return head
}

// hint says what the verdict means, where a rule means something else by it that.
func (s *Speaker) hint(a assess.Assessment) string {
	if key := "rule_hint." + a.Rule; s.has(key) {
		return s.T(key)
	}
	return s.VerdictHint(a.Verdict)
}

// headline says the verdict as a friend would. Each rule has a sentence of its
// own, and a more telling one for some leading reasons. A rule that suspects a
// pattern says so openly while the rest of the evidence outweighs it.
func (s *Speaker) headline(a assess.Assessment) string {
	key := "rule." + a.Rule
	if open := key + ".open"; a.Source.Pattern < 0.5 && s.has(open) {
		return s.T(open)
	}
	if lead := leading(a); len(lead) > 0 && s.has(key+"."+lead[0].Code) {
		key += "." + lead[0].Code
	}
	return s.T(key)
}

// facts strings together what is known about the engagement.
func (s *Speaker) facts(h assess.History, st assess.Standing) string {
	on := st.Assessment.On
	var facts []string
	if since := since(h); !since.IsZero() {
		facts = append(facts, s.T("facts.since", Args{"Month": s.MonthYear(since)}))
	}
	if received := received(h.Invoices, on); len(received) > 0 {
		written := make([]string, len(received))
		for i, m := range received {
			written[i] = s.MoneyRound(m)
		}
		facts = append(facts, s.T("facts.received", Args{"Amount": strings.Join(written, " + ")}))
	}
	if !st.LastContact.IsZero() {
		facts = append(facts, s.T("facts.contact", Args{"When": s.Relative(st.LastContact, on)}))
	}
	return strings.Join(facts, " ")
}

// since is the day an engagement began: as stated, else the first thing on record.
func since(h assess.History) rapport.Date {
	first := h.Client.Since
	if !first.IsZero() {
		return first
	}
	for _, e := range h.Entries {
		first = earlier(first, e.On)
	}
	for _, v := range h.Invoices {
		first = earlier(first, v.Issued)
	}
	return first
}

func earlier(a, b rapport.Date) rapport.Date {
	if a.IsZero() || !b.IsZero() && b < a {
		return b
	}
	return a
}

// received adds up the payments until a day, one amount a currency, the first
// currency seen first.
func received(invoices []rapport.Invoice, on rapport.Date) []rapport.Money {
	var sums []rapport.Money
	for _, v := range invoices {
		for _, p := range v.Payments {
			if p.On <= on {
				sums = addMoney(sums, rapport.Money{Minor: p.Amount, Currency: v.Amount.Currency})
			}
		}
	}
	return sums
}

func addMoney(sums []rapport.Money, m rapport.Money) []rapport.Money {
	for i := range sums {
		if sums[i].Currency == m.Currency {
			sums[i] = sums[i].Plus(m)
			return sums
		}
	}
	return append(sums, m)
}

// advice words a code, leaving an empty one empty.
func (s *Speaker) advice(prefix, code string) Advice {
	if code == "" {
		return Advice{}
	}
	return Advice{Code: code, Text: s.T(prefix + code)}
}
