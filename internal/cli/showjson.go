package cli

import (
	"context"
	"slices"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// fileJSON is everything about one client, for other programs.
type fileJSON struct {
	On          rapport.Date       `json:"on"`
	Client      profileJSON        `json:"client"`
	Assessment  present.ClientJSON `json:"assessment"`
	Entries     []entryJSON        `json:"entries,omitempty"` // oldest first
	Invoices    []invoiceJSON      `json:"invoices,omitempty"`
	Obligations []obligationJSON   `json:"obligations,omitempty"`
	Decisions   []decisionJSON     `json:"decisions,omitempty"`
	Waiting     *waitingJSON       `json:"waiting,omitempty"`
}

// waitingJSON is what it has cost to wait since an ending was first called for.
type waitingJSON struct {
	Since    rapport.Date     `json:"since"`
	Days     int              `json:"days"`
	Minutes  int              `json:"minutes,omitempty"` // unbilled
	Energy   int              `json:"energy,omitempty"`  // points
	Money    string           `json:"money,omitempty"`   // the unbilled time at their rate
	Currency rapport.Currency `json:"currency,omitempty"`
	Overdue  []amountJSON     `json:"overdue,omitempty"`
}

func waitingOf(w *assess.Waiting) *waitingJSON {
	if w == nil {
		return nil
	}
	j := &waitingJSON{Since: w.Since, Days: w.Days, Minutes: w.Minutes, Energy: w.Energy, Overdue: amountsJSON(w.Overdue)}
	if w.Money.Minor > 0 {
		j.Money, j.Currency = w.Money.Decimal(), w.Money.Currency
	}
	return j
}

// profileJSON is what is known of a client beside what happened.
type profileJSON struct {
	Name         string           `json:"name"`
	Organisation string           `json:"organisation,omitempty"`
	Emails       []string         `json:"emails,omitempty"`
	Phone        string           `json:"phone,omitempty"`
	Language     string           `json:"language,omitempty"`
	State        rapport.State    `json:"state"`
	Since        rapport.Date     `json:"since,omitzero"`
	Currency     rapport.Currency `json:"currency"`
	Rate         string           `json:"rate,omitempty"` // an hour
	PaymentDays  int              `json:"payment_days"`
	NoticeDays   int              `json:"notice_days"`
	profileMore
}

// profileMore is what few clients have; its fields stand beside the others.
type profileMore struct {
	Tags     []string    `json:"tags,omitempty"`
	Archived bool        `json:"archived,omitempty"`
	Limits   *limitsJSON `json:"limits,omitempty"` // of this client's own
	Country  string      `json:"country,omitempty"`
	Consumer bool        `json:"consumer,omitempty"`
	People   string      `json:"people,omitempty"`
	Needs    string      `json:"needs,omitempty"`
}

// limitsJSON are personal limits; one that is absent is none.
type limitsJSON struct {
	Hostility  int `json:"hostility,omitempty"`
	Complexity int `json:"complexity,omitempty"`
	Minutes    int `json:"minutes,omitempty"`
}

func limitsOf(l rapport.Limits) *limitsJSON {
	if l == (rapport.Limits{}) {
		return nil
	}
	return &limitsJSON{l.Hostility, l.Complexity, l.Minutes}
}

// entryJSON is one entry, in the words of the journal file.
type entryJSON struct {
	Date      rapport.Date      `json:"date"`
	Kind      rapport.Kind      `json:"kind"`
	Severity  int               `json:"severity"`
	Justified rapport.Justified `json:"justified,omitempty"`
	Scope     rapport.Scope     `json:"scope,omitempty"`
	Channel   rapport.Channel   `json:"channel,omitempty"`
	Minutes   int               `json:"minutes,omitempty"`
	Energy    *int              `json:"energy,omitempty"` // absent when nobody said; 0 is "none"
	Note      string            `json:"note,omitempty"`
	Given     string            `json:"given,omitempty"` // what a remedy cost, in the client's currency
}

// decisionJSON is what the user chose on a day.
type decisionJSON struct {
	On      rapport.Date    `json:"on"`
	Offered rapport.Verdict `json:"offered"`
	Chosen  rapport.Verdict `json:"chosen"`
	Why     string          `json:"why,omitempty"`
	Again   rapport.Date    `json:"again,omitzero"`    // when it is looked at again
	Outcome rapport.Outcome `json:"outcome,omitempty"` // right, wrong or unsure, looking back
	Judged  rapport.Date    `json:"judged,omitzero"`   // the day that was said
}

func (a *app) fileJSON(ctx context.Context, file practice.ClientFile, x assess.Examination) fileJSON {
	h := file.History
	judged := []present.Judged{{
		History: h, Assessment: file.Standing.Assessment, Examination: &x, Findings: findingsOf(file),
	}}
	all := fileJSON{
		On: a.today, Client: profileOf(h.Client),
		Assessment: present.NewReviewJSON(a.say(ctx), judged, a.today).Clients[0],
		Waiting:    waitingOf(file.Waiting),
	}
	for _, e := range sortedEntries(h) {
		all.Entries = append(all.Entries, entryOf(e, h.Client.Terms.Currency))
	}
	for _, v := range h.Invoices {
		all.Invoices = append(all.Invoices, a.invoiceOf(ctx, h.Client.Name, v))
	}
	for _, o := range h.Obligations {
		all.Obligations = append(all.Obligations, obligationOf(h.Client.Name, o, leastShort, a.today))
	}
	for _, d := range h.Decisions {
		all.Decisions = append(all.Decisions, decisionJSON{d.On, d.Offered, d.Chosen, d.Why, d.Again, d.Outcome, d.Judged})
	}
	return all
}

func sortedEntries(h assess.History) []rapport.Entry {
	return slices.SortedStableFunc(slices.Values(h.Entries), func(x, y rapport.Entry) int { return int(x.On) - int(y.On) })
}

func profileOf(c rapport.Client) profileJSON {
	p := profileJSON{
		Name: c.Name, Organisation: c.Organisation, Emails: c.Reach.Emails, Phone: c.Reach.Phone,
		Language: c.Reach.Language, State: c.State, Since: c.Since, Currency: c.Terms.Currency,
		PaymentDays: c.Terms.PaymentDays, NoticeDays: c.Terms.NoticeDays,
		profileMore: profileMore{Tags: c.Tags, Archived: c.Archived, Limits: limitsOf(c.Limits),
			Country: c.Terms.Country, Consumer: c.Terms.Consumer, People: c.About.People, Needs: c.About.Needs},
	}
	if c.Terms.HourlyRate > 0 {
		p.Rate = rapport.Money{Minor: c.Terms.HourlyRate, Currency: c.Terms.Currency}.Decimal()
	}
	return p
}

func entryOf(e rapport.Entry, in rapport.Currency) entryJSON {
	j := entryJSON{Date: e.On, Kind: e.Kind, Severity: e.Severity, Justified: e.Justified, Scope: e.Scope,
		Channel: e.Channel, Minutes: e.Cost.Minutes, Note: e.Note}
	if n, said := e.Cost.Energy.Get(); said {
		j.Energy = &n
	}
	if e.Cost.Given > 0 {
		j.Given = rapport.Money{Minor: e.Cost.Given, Currency: in}.Decimal()
	}
	return j
}
