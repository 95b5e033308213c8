package cli

import (
	"slices"
	"strconv"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// printRecord writes what the book holds about a client.
func (a *app) printRecord(s *present.Speaker, page present.ClientPage, h assess.History) {
	a.titled(s.T("cli.show.timeline"), a.timeline(s, h, page.Timeline))
	invoices := newTable(column{}, column{}, column{right: true}, column{fit: flows})
	for _, v := range page.Invoices.Rows {
		invoices.add(v.Number, v.Issued, v.Amount, v.Text)
	}
	a.titled(s.T("cli.show.invoices"), invoices)
	owed := newTable(column{}, column{}, column{fit: flows}, column{fit: flows})
	for _, o := range page.Obligations {
		id := ""
		if o.Open {
			id = shortID(o.Obligation, leastShort)
		}
		owed.put(cell{text: id, paint: a.paper.dim}, cell{text: o.Who}, cell{text: o.What}, cell{text: o.Text})
	}
	a.titled(s.T("cli.show.owed"), owed)
	decisions := newTable(column{}, column{fit: flows}, column{fit: flows})
	for _, d := range page.Decisions {
		decisions.put(cell{text: d.Date}, cell{text: d.Text}, cell{text: d.Why, paint: a.paper.dim})
	}
	a.titled(s.T("cli.show.decisions"), decisions)
	a.titled(s.T("cli.show.details"), a.details(s, page.Client))
}

// timeline is the journal of a client, newest first, with the strain at the end
// of the week of each entry beside it.
func (a *app) timeline(s *present.Speaker, h assess.History, line present.Timeline) *table {
	entries := slices.SortedStableFunc(slices.Values(h.Entries), func(x, y rapport.Entry) int { return int(y.On) - int(x.On) })
	t := newTable(column{}, column{right: true}, column{}, column{fit: flows}, column{fit: cut})
	for _, e := range entries {
		if e.On > line.Today {
			continue
		}
		t.put(cell{text: s.DateShort(e.On)}, cell{text: strainAt(line.Strain, e.On), paint: a.paper.dim},
			cell{text: markOf(e.Kind.Group())}, cell{text: s.What(e) + severityOf(e)},
			cell{text: e.Note, paint: a.paper.dim})
	}
	return t
}

// strainAt is the strain of the first week that ends on the day or after it.
func strainAt(points []present.Point, on rapport.Date) string {
	for _, p := range points {
		if p.On >= on {
			return strconv.Itoa(int(p.Value + 0.5))
		}
	}
	return ""
}

// markOf tells the groups of kinds apart without colour.
func markOf(g rapport.Group) string {
	switch g {
	case rapport.Friction:
		return "●"
	case rapport.Goodwill:
		return "○"
	case rapport.FromUs:
		return "■"
	case rapport.TheirSituation:
		return "▲"
	default:
		return "·"
	}
}

// severityOf names a severity that says something: friction has one.
func severityOf(e rapport.Entry) string {
	if e.Kind.Group() != rapport.Friction {
		return ""
	}
	return ", " + strconv.Itoa(e.Severity)
}

// details are the fields of a client that say something.
func (a *app) details(s *present.Speaker, c rapport.Client) *table {
	t := newTable(column{}, column{fit: flows})
	put := func(field, value string) {
		if value != "" {
			t.put(cell{text: s.T("cli.label." + field), paint: a.paper.dim}, cell{text: value})
		}
	}
	put("organisation", c.Organisation)
	put("email", oneWord(c.Reach.Emails))
	put("phone", c.Reach.Phone)
	put("language", c.Reach.Language)
	put("state", s.State(c.State))
	if c.Terms.HourlyRate > 0 {
		put("rate", s.Money(rapport.Money{Minor: c.Terms.HourlyRate, Currency: c.Terms.Currency}))
	}
	put("currency", string(c.Terms.Currency))
	put("terms", s.N("cli.days", c.Terms.PaymentDays))
	if c.Terms.NoticeDays > 0 {
		put("notice", s.N("cli.days", c.Terms.NoticeDays))
	}
	if !c.Since.IsZero() {
		put("since", s.Date(c.Since))
	}
	put("country", c.Terms.Country)
	if c.Terms.Consumer {
		put("consumer", s.T("cli.yes"))
	}
	put("people", c.About.People)
	put("needs", c.About.Needs)
	put("tags", oneWord(c.Tags))
	put("limits", limitsLine(s, c.Limits))
	return t
}
