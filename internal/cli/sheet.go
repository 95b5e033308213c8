package cli

import (
	"context"
	"maps"
	"strings"

	"github.com/spf13/cobra"

	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// sheeting are the options of sheet.
type sheeting struct {
	set, surprises []string // CLAUSE=TEXT
	agreed, skip   bool
	saving
}

func (a *app) sheetCommand() *cobra.Command {
	var o sheeting
	cmd := a.command(spec{
		name: "sheet", code: "sheet", takes: [2]int{1, 1}, examples: true, complete: a.completeClient,
		run: func(cmd *cobra.Command, args []string) error {
			open := a.read
			if o.changes() {
				open = a.write
			}
			if o.agreed && o.skip {
				return misuse{cmd: cmd, err: rapport.Refuse(errOptionWith, rapport.Args{"option": "--agreed", "other": "--skip"})}
			}
			if o.path != "" {
				if _, err := o.kind(endHTML, endPDF); err != nil {
					return misuse{cmd: cmd, err: err}
				}
			}
			return open(cmd.Context(), func(ctx context.Context, p *practice.Practice) error {
				file, err := a.file(ctx, p, args[0])
				if err != nil {
					return err
				}
				return a.sheet(ctx, p, file, o)
			})
		},
	})
	cmd.Flags().StringArrayVar(&o.set, "set", nil, "set_clause")
	cmd.Flags().BoolVar(&o.agreed, "agreed", false, "agreed")
	cmd.Flags().BoolVar(&o.skip, "skip", false, "skip_sheet")
	cmd.Flags().StringArrayVar(&o.surprises, "surprise", nil, "surprise")
	cmd.Flags().StringVar(&o.path, "out", "", "out_document")
	cmd.Flags().BoolVar(&o.replace, "replace", false, "replace")
	a.offer(cmd, "set", clauseCodes)
	a.offer(cmd, "surprise", clauseCodes)
	return cmd
}

// sheetDays is how far back complaints with and without a sheet are compared: a year,
// since there are few of them.
const sheetDays = 365

// changes reports whether anything is to be stored.
func (o sheeting) changes() bool { return len(o.set)+len(o.surprises) > 0 || o.agreed || o.skip }

// clauseCodes are the codes of the clauses, as they are typed before "=".
func clauseCodes() []string {
	var codes []string
	for _, c := range rapport.Clauses() {
		codes = append(codes, string(c)+"=")
	}
	return codes
}

// sheet stores what was asked for and shows the sheet, or writes it to a file.
func (a *app) sheet(ctx context.Context, p *practice.Practice, file practice.ClientFile, o sheeting) error {
	if o.changes() {
		if err := a.changeSheet(ctx, p, file, o); err != nil {
			return err
		}
		var err error
		if file, err = p.Client(ctx, file.History.Client.ID); err != nil {
			return err
		}
		a.sayDone(ctx, "cli.sheet.saved", nil)
	}
	if o.path != "" {
		return a.saveSheet(ctx, p, file, o.saving)
	}
	k, err := a.known(ctx, p, file)
	if err != nil {
		return err
	}
	ledger, err := p.Ledger(ctx, a.today.AddDays(-sheetDays), a.today)
	if err != nil {
		return err
	}
	a.printSheet(a.say(ctx), present.NewSheetPage(a.say(ctx), k, ratesOf(ledger)))
	return nil
}

// changeSheet stores what was asked for, once all of it is understood.
func (a *app) changeSheet(ctx context.Context, p *practice.Practice, file practice.ClientFile, o sheeting) error {
	c := file.History.Client
	sheet, err := o.onto(file.Way.Sheet, a.today)
	if err != nil {
		return err
	}
	sheet.Client = c.ID
	surprises := make([]rapport.Surprise, len(o.surprises))
	for i, text := range o.surprises {
		clause, what, err := clauseOf(text)
		if err != nil {
			return err
		}
		surprises[i] = rapport.Surprise{Client: c.ID, Clause: clause, What: what}
	}
	for _, s := range surprises {
		if err := p.Surprised(ctx, s); err != nil {
			return err
		}
	}
	if len(o.set) == 0 && !o.agreed && !o.skip {
		return nil
	}
	return p.SetSheet(ctx, sheet)
}

// onto writes what was said onto the sheet there is.
func (o sheeting) onto(before *rapport.Sheet, today rapport.Date) (rapport.Sheet, error) {
	var sheet rapport.Sheet
	if before != nil {
		sheet = *before
	}
	clauses := map[rapport.Clause]string{}
	maps.Copy(clauses, sheet.Clauses)
	for _, text := range o.set {
		clause, what, err := clauseOf(text)
		if err != nil {
			return sheet, err
		}
		if what == "" {
			delete(clauses, clause)
			continue
		}
		clauses[clause] = what
	}
	sheet.Clauses = clauses
	switch {
	case o.agreed:
		sheet.Agreed, sheet.Skipped = today, 0
	case o.skip:
		sheet.Skipped = today
	case len(o.set) > 0:
		sheet.Skipped = 0
	}
	return sheet, nil
}

// clauseOf reads CLAUSE=TEXT.
func clauseOf(text string) (rapport.Clause, string, error) {
	code, what, ok := strings.Cut(text, "=")
	clause := rapport.Clause(coded(code))
	if err := clause.Check(); err != nil || !ok {
		return "", "", rapport.Refuse(rapport.ErrClause, rapport.Args{"value": code})
	}
	return clause, strings.TrimSpace(what), nil
}

// saveSheet writes the sheet as a page to send.
func (a *app) saveSheet(ctx context.Context, p *practice.Practice, file practice.ClientFile, o saving) error {
	if file.Way.Sheet == nil {
		return rapport.Refuse(errNoSheet, rapport.Args{"client": file.History.Client.Name})
	}
	settings, err := p.Settings(ctx)
	if err != nil {
		return err
	}
	return a.save(ctx, p, o, present.SheetDocument(a.say(ctx), file.History.Client, *file.Way.Sheet, a.today, settings.Name))
}

// printSheet writes the clauses, gaps among them, and what came as a surprise.
func (a *app) printSheet(s *present.Speaker, page present.SheetPage) {
	a.paper.line(a.paper.bold(clean(page.Name)))
	a.paper.prose(0, page.Answer)
	a.paper.prose(0, page.Line)
	t := newTable(column{}, column{fit: flows}, column{fit: flows})
	for _, c := range page.Clauses {
		text := cell{text: strings.TrimSpace(c.Text + " " + c.Note)}
		if c.Gap {
			text = cell{text: strings.TrimSpace(c.Hint + " " + c.Note), paint: a.paper.dim}
		}
		t.put(cell{text: string(c.Code), paint: a.paper.bold}, cell{text: c.Title}, text)
	}
	a.titled(s.T("cli.sheet.clauses"), t)
	surprises := newTable(column{}, column{fit: flows})
	for _, row := range page.Surprises {
		surprises.add(row.Day, row.Text)
	}
	a.titled(s.T("cli.sheet.surprises"), surprises)
	a.paper.prose(2, page.Suggest)
	a.paper.prose(2, page.Rate)
}
