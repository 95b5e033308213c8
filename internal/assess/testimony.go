package assess

import (
	"slices"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// This file holds what the user said when asked, as far as it is no entry.

// testimony is what an answer of the user means where no entry tells it.
type testimony struct {
	question, given string
	code            string
	place           int
	decibans        float64
	facts           func(c *hearing) []fact // what it is about; nothing is weighed without
}

// testimonies is the table of the answers that are evidence.
var testimonies = []testimony{
	// Able and unwilling is a choice, the opposite of a hardship.
	{AskCanTheyPay, "wont", ReasonWontPay, placePattern, 4, func(c *hearing) []fact { return c.debt.owed }},
	// What others do too comes from us; memory is a weaker witness than the book.
	{AskDoOthersToo, "yes", ReasonOthersToo, placeOurs, 3, (*hearing).accusations},
	{AskDoOthersToo, "no", ReasonNobodyElse, placePattern, 1, (*hearing).accusations},
	// Trouble that began when we raised the price is an answer to us.
	{AskWhatIsBehind, "price_rise", ReasonPriceRise, placeOurs, 4, (*hearing).present},
	// Said outright, it is surer than that no rule happens to be on record.
	{AskToldThem, "no", ReasonNeverTold, placeOurs, 1, func(c *hearing) []fact {
		if c.told() {
			return nil
		}
		return c.all(topic.aboutRules)
	}},
}

// weighAnswers weighs what the user said when asked. The book knows better than
// memory what other clients do, once there are enough of them.
func (c *hearing) weighAnswers() {
	if len(c.of.Answers) == 0 {
		return
	}
	for _, s := range testimonies {
		facts := s.facts(c)
		if len(facts) == 0 || s.question == AskDoOthersToo && c.of.Others.known() {
			continue
		}
		if a, ok := answered(c.of, s.question, rapport.ID{}, c.sinceWhen(s.question, facts), c.on); ok && a.Given == s.given {
			why := c.about(s.code, facts)
			why.Kind = ""
			c.add(s.place, s.decibans, why)
		}
	}
}

// sinceWhen returns the day from which an answer is about these facts: an older
// one was about an earlier debt, or an earlier trouble.
func (c *hearing) sinceWhen(question string, facts []fact) rapport.Date {
	switch question {
	case AskCanTheyPay:
		return facts[0].since
	case AskWhatIsBehind:
		return c.onset()
	}
	return 0
}

// accusations are all accusing facts.
func (c *hearing) accusations() []fact { return c.all(topic.accusing) }

// present are the accusing facts since the present trouble began.
func (c *hearing) present() []fact {
	began := c.onset()
	facts := c.accusations()
	from := slices.IndexFunc(facts, func(f fact) bool { return f.on >= began })
	if began.IsZero() || from < 0 {
		return nil
	}
	return facts[from:]
}

// all returns the facts of such topics.
func (c *hearing) all(such func(topic) bool) (facts []fact) {
	for _, f := range c.facts {
		if such(f.topic) {
			facts = append(facts, f)
		}
	}
	return facts
}

// over returns the day from which the user called a hardship over; false while
// nobody did.
func (c *hearing) over(f fact) (rapport.Date, bool) {
	if len(c.of.Answers) == 0 || f.entry == (rapport.ID{}) {
		return 0, false
	}
	a, ok := answered(c.of, AskIsHardshipOver, f.entry, f.since, c.on)
	return a.On, ok && a.Given == "over"
}

// explains returns the share of the trouble a hardship can explain: all of it, or
// what came until it was over.
func (c *hearing) explains(f fact) float64 {
	day, over := c.over(f)
	if !over || c.first.IsZero() {
		return 1
	}
	until, all := 0.0, 0.0
	for _, g := range c.accusations() {
		all += g.strength
		if g.on <= day {
			until += g.strength
		}
	}
	return until / all
}
