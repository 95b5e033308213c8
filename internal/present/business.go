package present

import (
	"math"
	"slices"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Business is the client in money.
type Business struct {
	Payment *PaymentCard // nil without an invoice that fell due
	Worth   []WorthCard  // of the last twelve months, one a currency
	Apart   string       // says that currencies stand apart, "" with one
}

// PaymentCard is how a client pays.
type PaymentCard struct {
	Index   int      // 0–100, 80 is prompt
	Text    string   // the index in words: "Paid about two weeks late, as a rule"
	Score   string   // "72 of 100, where 80 is on time"
	Next    string   // "The next invoice is late with a chance of about 6 in 10 (between 4 and 8)."
	Details []string // how many were late, how many in silence, how many are disputed
}

// WorthCard is what the work brings in one currency.
type WorthCard struct {
	Currency rapport.Currency
	Text     string // what an hour brings, as a sentence, or why it cannot be said
	Parts    []Fact // what it is made of
	Share    string // "22% of your income in twelve months", "" when unknown
}

// Fact is a word and its value.
type Fact struct {
	Label string
	Value string
}

func (s *Speaker) business(h assess.History, a assess.Assessment) Business {
	worded := Business{}
	if a.Payment != nil && a.Payment.Invoices > 0 {
		worded.Payment = s.paymentCard(*a.Payment, journalKept(h, a.On))
	}
	several := currenciesOf(h.Others, a.Worth) > 1
	var currencies []string
	for _, w := range a.Worth {
		worded.Worth = append(worded.Worth, s.worthCard(w, several))
		currencies = append(currencies, string(w.Currency))
	}
	if len(currencies) > 1 {
		worded.Apart = s.T("worth.apart", Args{"Currencies": s.List(currencies)})
	}
	return worded
}

// currenciesOf counts the currencies in which income came in, from this client and
// from the others: where there are several, a share is one of its currency only.
func currenciesOf(others assess.Others, worth []assess.Worth) int {
	n := len(worth)
	for currency, minor := range others.Received {
		if minor != 0 && !slices.ContainsFunc(worth, func(w assess.Worth) bool { return w.Currency == currency }) {
			n++
		}
	}
	return n
}

// journalKept reports whether anything but invoices was on record. Where nobody
// writes down what was said, nothing is known of notice or silence.
func journalKept(h assess.History, on rapport.Date) bool {
	return slices.ContainsFunc(h.Entries, func(e rapport.Entry) bool { return e.On <= on })
}

func (s *Speaker) paymentCard(p assess.Payment, journal bool) *PaymentCard {
	index := clamp(int(math.Round(p.Index)), 0, 100)
	return &PaymentCard{
		Index: index, Text: s.T("payment.index." + promptness(p.Index)),
		Score: s.T("payment.score", Args{"Index": index}), Next: s.lateNext(p), Details: s.paymentDetails(p, journal),
	}
}

// promptness names the steps of the PAYDEX scale (Dun & Bradstreet): 80 is on
// the day, 70 two weeks after it, 60 three, 50 a month, 40 two months.
func promptness(index float64) string {
	for _, step := range []struct {
		from float64
		code string
	}{{88, "early"}, {78, "prompt"}, {71, "days"}, {65, "two_weeks"}, {55, "three_weeks"}, {45, "month"}, {35, "two_months"}} {
		if index >= step.from {
			return step.code
		}
	}
	return "long"
}

// lateNext words a chance as people say it, in tenths, with its uncertainty. It
// never claims certainty.
func (s *Speaker) lateNext(p assess.Payment) string {
	tenths := func(share float64) int { return clamp(int(math.Round(10*share)), 0, 10) }
	chance, low, high := tenths(p.LateNext), tenths(p.Low), tenths(p.High)
	switch {
	case chance == 0:
		return s.T("payment.next.hardly")
	case chance == 10:
		return s.T("payment.next.surely")
	case low < high:
		return s.T("payment.next.between", Args{"Chance": chance, "Low": low, "High": high})
	default:
		return s.T("payment.next.about", Args{"Chance": chance})
	}
}

// leansOnOthers is the number of invoices below which a client's chances are
// mostly those of everybody.
const leansOnOthers = 4

func (s *Speaker) paymentDetails(p assess.Payment, journal bool) []string {
	var told []string
	switch {
	case p.Late == 0:
		told = append(told, s.N("payment.none_late", p.Invoices))
	case p.Invoices == 1:
		told = append(told, s.T("payment.only_late"))
	default:
		told = append(told, s.N("payment.late", p.Late, Args{"Of": s.Word(p.Invoices)}))
	}
	if p.Late > 0 && journal {
		told = append(told, s.notice(p)...)
	}
	if p.Disputed > 0 {
		told = append(told, s.N("payment.disputed", p.Disputed))
	}
	if p.Invoices < leansOnOthers {
		told = append(told, s.N("payment.few", p.Invoices))
	}
	return told
}

// notice tells the late invoices that were announced from those that were not.
func (s *Speaker) notice(p assess.Payment) []string {
	switch warned := p.Late - p.Silent; {
	case p.Silent == 0:
		return []string{s.N("payment.all_warned", p.Late)}
	case warned <= 0:
		return []string{s.N("payment.all_silent", p.Late)}
	default:
		return []string{s.N("payment.silent", p.Silent), s.N("payment.warned", warned)}
	}
}

func (s *Speaker) worthCard(w assess.Worth, several bool) WorthCard {
	card := WorthCard{Currency: w.Currency, Text: s.T("worth.unknown"), Parts: s.worthParts(w), Share: s.incomeShare(w, several)}
	switch {
	case !w.Known():
	case w.PerHour < 0:
		card.Text = s.T("worth.costs", Args{"Amount": s.Money(rapport.Money{Minor: -w.PerHour, Currency: w.Currency})})
	default:
		card.Text = s.T("worth.hour", Args{"Amount": s.Money(rapport.Money{Minor: w.PerHour, Currency: w.Currency})})
	}
	return card
}

// worthParts is what the hourly value is made of: what came in, what was given
// back, and every hour it took.
func (s *Speaker) worthParts(w assess.Worth) []Fact {
	var parts []Fact
	money := func(label string, minor int64) {
		if minor != 0 {
			parts = append(parts, Fact{label, s.MoneyRound(rapport.Money{Minor: minor, Currency: w.Currency})})
		}
	}
	hours := func(label string, minutes int) {
		if minutes > 0 {
			parts = append(parts, Fact{label, s.Duration(minutes)})
		}
	}
	money(s.T("worth.received"), w.Received)
	money(s.T("worth.given"), w.Given)
	if w.Guessed {
		hours(s.T("worth.billed_guessed"), w.Billed)
	} else {
		hours(s.T("worth.billed"), w.Billed)
	}
	hours(s.T("worth.chasing"), w.Unbilled.Chasing)
	hours(s.T("worth.recovery"), w.Unbilled.Recovery)
	hours(s.T("worth.other"), w.Unbilled.Other)
	return parts
}

// dependent is the share of the income from which on losing a client is felt.
const dependent = 1.0 / 3

// incomeShare says how much of the income hangs on this client; of one currency
// where there are several.
func (s *Speaker) incomeShare(w assess.Worth, several bool) string {
	if w.Share <= 0 {
		return ""
	}
	args := Args{"Share": s.Percent(w.Share), "Currency": string(w.Currency)}
	text := s.T("worth.share", args)
	if several {
		text = s.T("worth.share_in", args)
	}
	if w.Share >= dependent && w.Share < 1 {
		text += " " + s.T("worth.depends")
	}
	return text
}
