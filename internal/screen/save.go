package screen

import (
	"bytes"
	"context"
	"io"
	"path/filepath"

	"github.com/rapport-desktop/rapport/internal/home"
	"github.com/rapport-desktop/rapport/internal/present"
)

// SaveAs asks where a file is to be saved, under a suggested name, writes it there
// in one go and says in which folder it is. Write runs on the worker; if it fails
// nothing is written. Saved, if any, is called once the file is there.
func SaveAs(h Host, title, name string, write func(context.Context, io.Writer) error, saved func()) {
	what := Picking{Title: title, Endings: []string{filepath.Ext(name)}, Save: name,
		Writes: func(path string) []string { return []string{path} }}
	PickFile(h, what, func(path string) {
		h.Work(func(ctx context.Context) error {
			var file bytes.Buffer
			if err := write(ctx, &file); err != nil {
				return err
			}
			return home.WritePicked(path, h.Practice().Book().Path(), file.Bytes())
		}, func(err error) {
			if err != nil {
				h.Fail(err)
				return
			}
			h.Toast(h.Speaker().T("ending_page.saved", present.Args{"Folder": filepath.Dir(path)}), false)
			if saved != nil {
				saved()
			}
		})
	})
}
