package cli

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/rapport-desktop/rapport/internal/home"
	"github.com/rapport-desktop/rapport/internal/intake"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// takingOut are the options of export.
type takingOut struct {
	journal, invoices string // "-" is standard output
	replace           bool
}

func (a *app) exportCommand() *cobra.Command {
	var o takingOut
	cmd := a.command(spec{
		name: "export", code: "export", examples: true,
		run: func(cmd *cobra.Command, _ []string) error {
			if o.journal == "" && o.invoices == "" {
				o.journal = "-"
			}
			if o.journal == o.invoices {
				return misuse{cmd: cmd, err: rapport.Refuse(errOptionWrong, rapport.Args{"option": "--invoices", "value": o.invoices})}
			}
			return a.rescue(cmd.Context(), func(ctx context.Context, p *practice.Practice) error {
				if err := a.export(ctx, p, intake.JournalCSV, o.journal, o.replace); err != nil {
					return err
				}
				return a.export(ctx, p, intake.InvoiceCSV, o.invoices, o.replace)
			})
		},
	})
	cmd.Flags().StringVar(&o.journal, "journal", "", "journal")
	cmd.Flags().StringVar(&o.invoices, "invoices", "", "invoices")
	cmd.Flags().BoolVar(&o.replace, "replace", false, "replace")
	return cmd
}

// export writes one format to a file or to standard output. A file that is there
// is replaced only if that was asked for: it may be last month's export.
func (a *app) export(ctx context.Context, p *practice.Practice, format intake.Format, path string, replace bool) error {
	switch path {
	case "":
		return nil
	case "-":
		return a.exportOut(ctx, p, format)
	}
	if taken, err := home.Taken(path, p.Book().Path()); err != nil {
		return err
	} else if taken && !replace {
		return rapport.Refuse(errFileThere, rapport.Args{"path": path})
	}
	var data bytes.Buffer
	if err := p.Export(ctx, format, &data); err != nil {
		return fmt.Errorf("exporting the %s: %w", format, err)
	}
	if err := home.WritePicked(path, p.Book().Path(), data.Bytes()); err != nil {
		return err
	}
	a.margin.prose(0, a.say(ctx).T("cli.export.done", present.Args{"Path": path}))
	return nil
}

// exportOut writes to standard output: byte by byte into a pipe or a file; on a
// terminal, where notes are only looked at, without what it would obey.
func (a *app) exportOut(ctx context.Context, p *practice.Practice, format intake.Format) error {
	if !a.out.Colours {
		return p.Export(ctx, format, a.paper.w)
	}
	var data bytes.Buffer
	if err := p.Export(ctx, format, &data); err != nil {
		return fmt.Errorf("exporting the %s: %w", format, err)
	}
	for line := range strings.Lines(data.String()) {
		a.paper.line(clean(line))
	}
	return nil
}
