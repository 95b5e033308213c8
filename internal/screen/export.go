package screen

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"

	"github.com/rapport-desktop/rapport/internal/home"
	"github.com/rapport-desktop/rapport/internal/intake"
)

// ShowExport writes the journal and the invoices as CSV, to the file that is
// picked and one beside it.
func ShowExport(h Host) {
	t := h.Speaker().T
	writes := func(path string) []string {
		return []string{path, strings.TrimSuffix(path, filepath.Ext(path)) + t("import.invoices_suffix") + ".csv"}
	}
	what := Picking{Title: t("import.export"), Endings: []string{".csv"}, Save: t("import.journal_file"), Writes: writes}
	PickFile(h, what, func(path string) {
		h.Work(func(ctx context.Context) error {
			for i, file := range writes(path) {
				if err := export(ctx, h, []intake.Format{intake.JournalCSV, intake.InvoiceCSV}[i], file); err != nil {
					return err
				}
			}
			return nil
		}, func(err error) {
			if err != nil {
				h.Fail(err)
				return
			}
			h.Toast(h.Speaker().T("import.exported", map[string]any{"Folder": filepath.Dir(path)}), false)
		})
	})
}

func export(ctx context.Context, h Host, format intake.Format, path string) error {
	var file bytes.Buffer
	if err := h.Practice().Export(ctx, format, &file); err != nil {
		return err
	}
	return home.WritePicked(path, h.Practice().Book().Path(), file.Bytes())
}
