package cli

import (
	"context"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
)

// reviewing are the options of review.
type reviewing struct {
	json, skipBad bool
}

func (a *app) reviewCommand() *cobra.Command {
	var o reviewing
	cmd := a.command(spec{
		name: "review", code: "review", takes: [2]int{0, -1}, examples: true, complete: completeCSV,
		run: func(cmd *cobra.Command, files []string) error {
			if len(files) > 0 {
				return a.reviewFiles(cmd.Context(), files, o)
			}
			return a.read(cmd.Context(), func(ctx context.Context, p *practice.Practice) error {
				return a.reviewBook(ctx, p, o)
			})
		},
	})
	cmd.Flags().BoolVar(&o.json, "json", false, "json")
	cmd.Flags().BoolVar(&o.skipBad, "skip-bad", false, "skip_bad_review")
	return cmd
}

// reviewBook judges everybody in the book.
func (a *app) reviewBook(ctx context.Context, p *practice.Practice, o reviewing) error {
	standings, err := p.Review(ctx)
	if err != nil {
		return err
	}
	if !o.json {
		a.printReview(present.Review(a.say(ctx), standings, a.today))
		if len(standings) == 0 {
			a.paper.blank()
			a.paper.prose(0, a.say(ctx).T("cli.review.empty"))
		}
		return nil
	}
	return a.reviewJSON(ctx, p, standings)
}

// reviewFiles judges what stands in files, without any book. Together they are one
// practice: each client is measured against the others in them.
func (a *app) reviewFiles(ctx context.Context, files []string, o reviewing) error {
	histories, err := a.histories(ctx, files, o.skipBad)
	if err != nil {
		return err
	}
	measure(histories, a.today)
	standings := make([]assess.Standing, len(histories))
	for i, h := range histories {
		standings[i] = standingOf(h, a.today)
	}
	if !o.json {
		a.printReview(present.Review(a.say(ctx), standings, a.today))
		return nil
	}
	e := a.newExaminer(len(histories))
	review := present.ReviewJSON{On: a.today, Clients: make([]present.ClientJSON, len(histories))}
	for i, h := range histories {
		if err := ctx.Err(); err != nil {
			return err
		}
		review.Clients[i] = e.client(ctx, h, standings[i].Assessment, present.Findings{BackTest: assess.BackTestOf(h)})
	}
	return a.printJSON(review)
}

// printReview writes the page: the answer, then who it is about. The reason stands
// below its client and is wrapped, never cut.
func (a *app) printReview(page present.ReviewPage) {
	p := a.paper
	p.prose(0, page.Answer)
	p.prose(0, page.Subline)
	a.printToday(page.Today)
	t := newTable(column{fit: cut}, column{}, column{}, column{right: true})
	for _, section := range page.Sections {
		for _, row := range section.Rows {
			t.put(a.reviewRow(row)...)
		}
	}
	widths, at := t.widths(p.width-2), 0
	for _, section := range page.Sections {
		if len(section.Rows) == 0 {
			continue
		}
		p.heading(section.Title)
		for _, row := range section.Rows {
			p.rowOf(2, t, widths, t.rows[at])
			p.prose(6, row.Why)
			p.prose(6, a.openOf(row))
			at++
		}
	}
}

// printToday writes what is to be seen to before anything else: trials whose day
// has come, decisions to look back on.
func (a *app) printToday(rows []present.TodayRow) {
	t := newTable(column{}, column{fit: flows})
	for _, row := range rows {
		t.put(cell{text: row.Title, paint: a.paper.bold}, cell{text: row.Text})
	}
	if len(t.rows) > 0 {
		a.paper.blank()
		a.paper.table(0, t)
	}
}

func (a *app) reviewRow(row present.ReviewRow) []cell {
	p := a.paper
	return []cell{
		{text: row.Name, paint: p.bold},
		{text: row.Word, paint: func(text string) string { return p.hue(row.Verdict, text) }},
		{text: spark(row.Weeks), paint: p.dim},
		{text: strconv.Itoa(row.Strain)},
	}
}

// openOf says what is open with a client, "" when nothing is.
func (a *app) openOf(row present.ReviewRow) string {
	var open []string
	if row.Overdue.Amount != "" {
		open = append(open, a.speaker.T("cli.review.overdue", present.Args{"Amount": row.Overdue.Amount, "Age": row.Overdue.Age}))
	}
	if row.Open > 0 {
		open = append(open, a.speaker.N("cli.review.open", row.Open))
	}
	return strings.Join(open, " · ")
}

// sparkBars are the eighths of a line; sparkTop is the strain the tallest stands
// for, the same for every client so that rows can be compared.
var sparkBars = []rune("▁▂▃▄▅▆▇█")

const sparkTop = 84

// spark draws strain over the weeks in a few letters.
func spark(weeks []float64) string {
	line := make([]rune, len(weeks))
	for i, strain := range weeks {
		line[i] = sparkBars[max(0, min(len(sparkBars)-1, int(strain/sparkTop*float64(len(sparkBars)))))]
	}
	return string(line)
}
