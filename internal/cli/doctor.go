package cli

import (
	"context"
	"errors"
	"fmt"
	"runtime"

	"github.com/spf13/cobra"

	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

func (a *app) doctorCommand() *cobra.Command {
	var asJSON bool
	cmd := a.command(spec{name: "doctor", code: "doctor", run: func(cmd *cobra.Command, _ []string) error {
		err := a.rescue(cmd.Context(), func(ctx context.Context, p *practice.Practice) error {
			return a.examine(ctx, p, asJSON)
		})
		if path, where := a.path(); errors.Is(err, book.ErrDamaged) && where == nil {
			// Too far gone to be looked into; sending people to the doctor would not help.
			return a.tellReport(cmd.Context(), book.Unreadable(path, err), asJSON)
		}
		return err
	}})
	cmd.Flags().BoolVar(&asJSON, "json", false, "json")
	return cmd
}

// doctorJSON is a report with its verdict.
type doctorJSON struct {
	Sound bool `json:"sound"`
	book.Report
}

// examine checks the whole file and says what was found. An unsound book is a
// failure, so that a script notices.
func (a *app) examine(ctx context.Context, p *practice.Practice, asJSON bool) error {
	report, err := p.Book().Inspect(ctx)
	if err != nil {
		return err
	}
	if report.Sound() && errors.Is(a.refused, book.ErrDamaged) { // found on opening only
		report.Integrity = book.Unreadable(report.Path, a.refused).Integrity
	}
	return a.tellReport(ctx, report, asJSON)
}

// tellReport writes the report and fails if something is wrong.
func (a *app) tellReport(ctx context.Context, report book.Report, asJSON bool) error {
	if asJSON {
		if err := a.printJSON(doctorJSON{report.Sound(), report}); err != nil {
			return err
		}
	} else {
		a.printReport(ctx, report)
	}
	if !report.Sound() {
		return told(failed)
	}
	return nil
}

func (a *app) printReport(ctx context.Context, r book.Report) {
	s, p := a.say(ctx), a.paper
	key := "cli.doctor.sound"
	if !r.Sound() {
		key = "cli.doctor.unsound"
	}
	p.prose(0, s.T(key))
	p.blank()
	t := newTable(column{}, column{fit: flows})
	put := func(label, value string) { t.put(cell{text: label, paint: p.dim}, cell{text: value}) }
	put(s.T("cli.doctor.path"), r.Path)
	put(s.T("cli.doctor.size"), s.T("cli.doctor.kilobytes", present.Args{"Size": int(r.Size+1023) / 1024}))
	put(s.T("cli.doctor.version"), s.T("cli.doctor.versions", present.Args{"Version": r.Version, "Known": r.Known}))
	put(s.T("cli.doctor.holds"), fmt.Sprintf("%s, %s, %s",
		s.N("cli.count.clients", int(r.Counts["clients"])), s.N("cli.count.entries", int(r.Counts["entries"])),
		s.N("cli.count.invoices", int(r.Counts["invoices"]))))
	backup := s.T("cli.doctor.no_backup")
	if !r.LastBackup.IsZero() {
		backup = s.DateLong(rapport.DateOf(r.LastBackup.Local()))
	}
	put(s.T("cli.doctor.backup"), backup)
	p.table(2, t)
	for _, found := range append(r.Integrity, r.References...) {
		p.item(2, "!", found)
	}
}

func (a *app) versionCommand() *cobra.Command {
	return a.command(spec{name: "version", code: "version", run: func(cmd *cobra.Command, _ []string) error {
		return a.version(cmd.Context())
	}})
}

// version writes one line that a report of a fault can quote.
func (a *app) version(context.Context) error {
	a.paper.line(fmt.Sprintf("%s %s (%s, %s/%s)", programName, a.out.Version, runtime.Version(), runtime.GOOS, runtime.GOARCH))
	return nil
}
