package present

import (
	"strings"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// ClientPage is everything about one client: the answer, what it rests on, what
// to do, and the record behind it. Texts are finished; codes and ids are for
// icons, colours and links.
type ClientPage struct {
	On          rapport.Date
	Client      rapport.Client
	Head        Head
	Reasons     []ReasonRow
	Shares      []ShareRow // three, or none where there is nothing to share out
	Ladder      []LadderRow
	Next        Advice
	Ask         Advice // empty when no question would help
	Timeline    Timeline
	Invoices    Invoices
	Obligations []ObligationRow
	Decisions   []DecisionRow // newest first
}

// Head is the top of the page.
type Head struct {
	Verdict    rapport.Verdict
	Word       string // the verdict's name
	Hint       string // what the verdict means, in one line
	Headline   string // the answer as a friend would say it
	Facts      string // since when, how much so far, last contact
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
func Client(s *Speaker, h assess.History, st assess.Standing) ClientPage {
	a := st.Assessment
	return ClientPage{
		On:          a.On,
		Client:      h.Client,
		Head:        s.head(h, st),
		Reasons:     s.reasonRows(a),
		Shares:      s.shares(a),
		Ladder:      s.ladder(a),
		Next:        s.advice("next.", a.Next),
		Ask:         Advice{},
		Timeline:    s.timeline(h, a.On),
		Invoices:    s.invoices(h.Invoices, a.On),
		Obligations: s.obligations(h.Obligations, a.On),
		Decisions:   s.decisions(h.Decisions, a.On),
	}
}

func (s *Speaker) head(h assess.History, st assess.Standing) Head {
	a := st.Assessment
	head := Head{
		Verdict: a.Verdict, Word: s.Verdict(a.Verdict), Hint: s.VerdictHint(a.Verdict),
		Headline: s.headline(a), Facts: s.facts(h, st), Strain: whole(a.Strain),
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
