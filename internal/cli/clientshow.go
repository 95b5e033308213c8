package cli

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

func (a *app) clientShowCommand() *cobra.Command {
	var asJSON bool
	cmd := a.command(spec{
		name: "show", code: "client_show", takes: [2]int{1, 1}, examples: true, complete: a.completeClient,
		run: func(cmd *cobra.Command, args []string) error {
			return a.read(cmd.Context(), func(ctx context.Context, p *practice.Practice) error {
				c, err := a.find(ctx, p, args[0])
				if err != nil {
					return err
				}
				file, err := p.Client(ctx, c.ID)
				if err != nil {
					return err
				}
				if asJSON {
					return a.printJSON(a.fileJSON(ctx, file))
				}
				a.printClient(ctx, file)
				return nil
			})
		},
	})
	cmd.Flags().BoolVar(&asJSON, "json", false, "json")
	return cmd
}

// printClient writes the page of one client: the answer first, then what it rests
// on, what to do, and the record.
func (a *app) printClient(ctx context.Context, file practice.ClientFile) {
	s, p := a.say(ctx), a.paper
	page := present.Client(s, file.History, file.Standing)
	name := p.bold(clean(page.Client.Name)) + "  " + p.hue(page.Head.Verdict, page.Head.Word)
	if page.Client.Archived {
		name += "  " + p.dim(s.T("cli.client.archived"))
	}
	p.line(name)
	p.prose(0, page.Head.Headline)
	p.prose(0, page.Head.Facts)
	p.prose(0, strings.TrimSpace(page.Head.StrainText+". "+page.Head.Confidence))
	p.prose(0, page.Head.Decided)
	a.printBalance(s, page.Reasons)
	a.printShares(s, page.Shares)
	a.printLadder(s, page.Ladder)
	for _, advice := range []struct{ title, text string }{
		{s.T("cli.show.next"), page.Next.Text}, {s.T("cli.show.ask"), page.Ask.Text},
	} {
		if advice.text != "" {
			p.heading(advice.title)
			p.prose(2, advice.text)
		}
	}
	a.printRecord(s, page, file.History)
}

// printBalance writes the reasons on both sides, the heaviest first.
func (a *app) printBalance(s *present.Speaker, reasons []present.ReasonRow) {
	for _, side := range []struct {
		title string
		For   bool
	}{{s.T("cli.show.for"), true}, {s.T("cli.show.against"), false}} {
		t := newTable(column{}, column{fit: flows}, column{})
		for _, r := range reasons {
			if r.For == side.For {
				t.put(cell{text: bar(r.Decibans, decibansTop)}, cell{text: r.Sentence}, cell{text: r.Count, paint: a.paper.dim})
			}
		}
		a.titled(side.title, t)
	}
}

// titled writes a table below its title, and nothing when it is empty.
func (a *app) titled(title string, t *table) {
	if len(t.rows) == 0 {
		return
	}
	a.paper.heading(title)
	a.paper.table(2, t)
}

// Bars: how wide they are, and what fills one. In the balance a block is about a
// deciban.
const (
	barWidth    = 8
	decibansTop = 8.0
	wholeShare  = 100.0
)

// bar draws a value as a row of blocks, at least one.
func bar(value, top float64) string {
	n := max(1, min(barWidth, int(value/top*barWidth+0.5)))
	return strings.Repeat("█", n) + strings.Repeat("░", barWidth-n)
}

func (a *app) printShares(s *present.Speaker, shares []present.ShareRow) {
	t := newTable(column{}, column{right: true}, column{})
	for _, share := range shares {
		t.add(bar(float64(share.Percent), wholeShare), share.Text, share.Word)
	}
	a.titled(s.T("cli.show.source"), t)
}

func (a *app) printLadder(s *present.Speaker, ladder []present.LadderRow) {
	t := newTable(column{}, column{fit: flows})
	for _, rung := range ladder {
		t.put(cell{text: rung.Word}, cell{text: rung.Text})
	}
	a.titled(s.T("cli.show.ladder"), t)
}

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
	decisions := newTable(column{}, column{fit: flows}, column{fit: cut})
	for _, d := range page.Decisions {
		decisions.add(d.Date, d.Text, d.Why)
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
	put("tags", oneWord(c.Tags))
	return t
}
