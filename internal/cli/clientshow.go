package cli

import (
	"context"
	"slices"
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
				file, err := a.file(ctx, p, args[0])
				if err != nil {
					return err
				}
				x, err := p.Examine(ctx, file.History.Client.ID)
				if err != nil {
					return err
				}
				if asJSON {
					return a.printJSON(a.fileJSON(ctx, file, x))
				}
				k, err := a.known(ctx, p, file)
				if err != nil {
					return err
				}
				a.printClient(ctx, k, a.pageOf(ctx, file), x)
				return nil
			})
		},
	})
	cmd.Flags().BoolVar(&asJSON, "json", false, "json")
	return cmd
}

// file is everything about the client who is called so.
func (a *app) file(ctx context.Context, p *practice.Practice, name string) (practice.ClientFile, error) {
	c, err := a.find(ctx, p, name)
	if err != nil {
		return practice.ClientFile{}, err
	}
	return p.Client(ctx, c.ID)
}

// pageOf words the file of a client, without what only an examination finds.
func (a *app) pageOf(ctx context.Context, file practice.ClientFile) present.ClientPage {
	return present.Client(a.say(ctx), file.History, file.Standing, findingsOf(file))
}

func findingsOf(file practice.ClientFile) present.Findings {
	return present.Findings{Alerts: file.Alerts, Progress: file.Progress, Waiting: file.Waiting, BackTest: file.BackTest}
}

// printClient writes the page of one client: the answer first, then what waits for
// the user, what the answer rests on, what would change it, and the record.
func (a *app) printClient(ctx context.Context, k present.Known, page present.ClientPage, x assess.Examination) {
	s := a.say(ctx)
	page.Examined = present.NewExamined(s, k.History, k.Standing.Assessment, x)
	a.printHead(s, page)
	a.printFollowed(s, page)
	a.printBalance(s, page.Reasons)
	a.printShares(s, page.Shares)
	a.paper.prose(2, page.Consensus)
	a.printParts(s, page.Parts)
	a.printBeginning(s, page)
	a.printLadder(s, page.Ladder)
	a.printWhatIfs(s, page.WhatIfs)
	a.printQuestion(s, page)
	a.passage(s.T("cli.show.next"), page.Next.Text)
	a.printCare(s, present.NewCareCard(s, k))
	a.printBusiness(s, page.Business)
	a.passage(s.T("cli.show.back_test"), page.BackTest)
	a.printRecord(s, page, k.History)
}

func (a *app) printHead(s *present.Speaker, page present.ClientPage) {
	p := a.paper
	name := p.bold(clean(page.Client.Name)) + "  " + p.hue(page.Head.Verdict, page.Head.Word)
	if page.Client.Archived {
		name += "  " + p.dim(s.T("cli.client.archived"))
	}
	p.line(name)
	p.prose(0, page.Head.Headline)
	p.prose(0, page.Head.Facts)
	p.prose(0, strings.TrimSpace(page.Head.StrainText+". "+page.Head.Confidence))
	p.prose(0, page.Head.Lacking)
	p.prose(0, page.Head.Decided)
}

// passage writes sentences below a heading, and nothing where there are none.
func (a *app) passage(title string, sentences ...string) {
	sentences = slices.DeleteFunc(slices.Clone(sentences), func(text string) bool { return text == "" })
	if len(sentences) == 0 {
		return
	}
	a.paper.heading(title)
	for _, text := range sentences {
		a.paper.prose(2, text)
	}
}

// printFollowed writes what waits for the user: limits that were crossed, a trial,
// a decision to look back on, and what waiting costs.
func (a *app) printFollowed(s *present.Speaker, page present.ClientPage) {
	for _, alert := range page.Alerts {
		a.passage(alert.Title, alert.Text)
	}
	if page.Trial != nil {
		a.printTrial(s, *page.Trial)
	}
	if card := page.LookBack; card != nil {
		a.passage(s.T("cli.show.look_back"), card.Text, card.Why,
			s.T("cli.show.type", present.Args{"Line": a.lookBackLine(page.Client, card.Options)}))
	}
	a.passage(s.T("cli.show.waiting"), page.Waiting)
}

// printTrial writes when a trial is looked at again and what counts until then,
// or how it went.
func (a *app) printTrial(s *present.Speaker, card present.TrialCard) {
	a.paper.heading(card.Title)
	a.paper.prose(2, card.Text)
	a.paper.prose(2, card.Good.Text)
	a.paper.prose(2, card.Bad.Text)
	a.paper.prose(2, card.Before)
	if card.Due {
		return
	}
	for _, side := range []struct {
		title string
		signs []string
	}{{s.T("cli.show.better"), card.Better}, {s.T("cli.show.worse"), card.Worse}} {
		if len(side.signs) == 0 {
			continue
		}
		a.paper.prose(2, side.title)
		for _, sign := range side.signs {
			a.paper.item(4, "-", sign)
		}
	}
}

// lookBackLine is what to type to answer a look back.
func (a *app) lookBackLine(c rapport.Client, options []present.OutcomeButton) string {
	codes := make([]string, len(options))
	for i, o := range options {
		codes[i] = string(o.Outcome)
	}
	return programName + " look-back " + typed(c.Name) + " " + strings.Join(codes, "|")
}

// printBalance writes the reasons on both sides, the heaviest first, each with its
// weight and how much it rests on.
func (a *app) printBalance(s *present.Speaker, reasons []present.ReasonRow) {
	for _, side := range []struct {
		title string
		For   bool
	}{{s.T("cli.show.for"), true}, {s.T("cli.show.against"), false}} {
		t := newTable(column{}, column{fit: flows}, column{}, column{})
		for _, r := range reasons {
			if r.For == side.For {
				t.put(cell{text: bar(r.Decibans, decibansTop)}, cell{text: r.Sentence},
					cell{text: r.Weight, paint: a.paper.dim}, cell{text: r.Count, paint: a.paper.dim})
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

func (a *app) printParts(s *present.Speaker, parts []present.PartRow) {
	t := newTable(column{}, column{right: true}, column{})
	for _, part := range parts {
		t.add(bar(float64(part.Value), wholeShare), part.Text, part.Word)
	}
	a.titled(s.T("cli.show.parts"), t)
}

// printBeginning writes when it began and what happened about that day.
func (a *app) printBeginning(s *present.Speaker, page present.ClientPage) {
	sentences := []string{page.Onset}
	for _, line := range page.Around {
		sentences = append(sentences, line.Text)
	}
	a.passage(s.T("cli.show.onset"), sentences...)
}

func (a *app) printLadder(s *present.Speaker, ladder []present.LadderRow) {
	t := newTable(column{}, column{fit: flows})
	for _, rung := range ladder {
		t.put(cell{text: rung.Word}, cell{text: rung.Text})
	}
	a.titled(s.T("cli.show.ladder"), t)
}

// printWhatIfs writes what would change the verdict, and into which.
func (a *app) printWhatIfs(s *present.Speaker, rows []present.WhatIfRow) {
	t := newTable(column{fit: flows}, column{})
	for _, row := range rows {
		t.put(cell{text: row.Text}, cell{text: row.Word, paint: func(text string) string { return a.paper.hue(row.Verdict, text) }})
	}
	a.titled(s.T("cli.show.would_change"), t)
}

// printCare writes how this client is worked with now, and the small things that
// belong to it.
func (a *app) printCare(s *present.Speaker, card present.CareCard) {
	if card.Title == "" {
		return
	}
	a.passage(card.Title, card.Text, card.NoUpsell, card.LastGood)
	a.paper.prose(2, s.T("text.flourishes")+":")
	t := newTable(column{right: true}, column{fit: flows})
	for _, small := range card.Flourishes {
		t.put(cell{text: small.Takes, paint: a.paper.dim}, cell{text: small.Text})
	}
	a.paper.table(4, t)
}

// printBusiness writes how they pay and what an hour with them is worth.
func (a *app) printBusiness(s *present.Speaker, b present.Business) {
	if card := b.Payment; card != nil {
		a.passage(s.T("cli.show.payment"), append([]string{card.Text, card.Score, card.Next}, card.Details...)...)
	}
	if len(b.Worth) == 0 {
		return
	}
	a.paper.heading(s.T("cli.show.worth"))
	for _, card := range b.Worth {
		a.paper.prose(2, card.Text)
		t := newTable(column{}, column{right: true})
		for _, fact := range card.Parts {
			t.put(cell{text: fact.Label, paint: a.paper.dim}, cell{text: fact.Value})
		}
		a.paper.table(4, t)
		a.paper.prose(2, card.Share)
	}
	a.paper.prose(2, b.Apart)
}
