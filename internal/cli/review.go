package cli

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
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

// reviewJSON writes the standings with what they rest on. The histories of all
// clients are read in one sweep, each worded as it passes: a large practice does
// not fit in memory twice.
func (a *app) reviewJSON(ctx context.Context, p *practice.Practice, standings []assess.Standing) error {
	slices.SortStableFunc(standings, byName)
	place := make(map[rapport.ID]int, len(standings))
	for i, st := range standings {
		place[st.Client.ID] = i
	}
	review := present.ReviewJSON{On: a.today, Clients: make([]present.ClientJSON, len(standings))}
	err := p.Book().Read(ctx, func(tx *book.Tx) error {
		return tx.Histories(book.Sweep{}, func(h assess.History) error {
			if i, ok := place[h.Client.ID]; ok {
				one := present.Judged{History: h, Assessment: standings[i].Assessment}
				review.Clients[i] = present.NewReviewJSON(a.say(ctx), []present.Judged{one}, a.today).Clients[0]
			}
			return nil
		})
	})
	if err != nil {
		return err
	}
	return a.printJSON(review)
}

// reviewFiles judges what stands in files, without any book.
func (a *app) reviewFiles(ctx context.Context, files []string, o reviewing) error {
	histories, err := a.histories(ctx, files, o.skipBad)
	if err != nil {
		return err
	}
	judged := make([]present.Judged, 0, len(histories))
	standings := make([]assess.Standing, 0, len(histories))
	for _, h := range histories {
		st := standingOf(h, a.today)
		standings = append(standings, st)
		judged = append(judged, present.Judged{History: h, Assessment: st.Assessment})
	}
	if o.json {
		return a.printJSON(present.NewReviewJSON(a.say(ctx), judged, a.today))
	}
	a.printReview(present.Review(a.say(ctx), standings, a.today))
	return nil
}

// printReview writes the page: the answer, then who it is about. The reason stands
// below its client and is wrapped, never cut.
func (a *app) printReview(page present.ReviewPage) {
	p := a.paper
	p.prose(0, page.Answer)
	p.prose(0, page.Subline)
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
