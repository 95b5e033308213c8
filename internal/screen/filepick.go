package screen

import (
	"cmp"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// Picking says what is to be picked.
type Picking struct {
	Title   string
	Endings []string // of the files to show, with the dot; folders always show
	Save    string   // the suggested name of a file to be written; "" picks one to read
	// Writes are the files saving under a path writes, which are asked about before
	// they are replaced; nil when one is picked to read.
	Writes func(path string) []string
}

// picker is the panel that lists folders. The toolkit's own dialog opens the file
// that is picked to hand it over; on the live book that would drop SQLite's
// locks, so this one only ever looks at names.
type picker struct {
	host    Host
	what    Picking
	chosen  func(path string)
	folder  string
	entries []os.DirEntry
	warned  string // the path whose files may be replaced: the user was told
	overlay *widgets.Overlay
	path    *widgets.Field
	here    *widgets.Text
	list    *fyne.Container
}

// PickFile asks for a file and hands its path on.
func PickFile(h Host, what Picking, chosen func(path string)) {
	p := &picker{host: h, what: what, chosen: chosen}
	p.build()
	p.overlay.Open(h.Window().Canvas())
	p.enter(startFolder())
}

// startFolder is where people keep their files, as far as that can be told.
func startFolder() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return string(filepath.Separator)
	}
	return home
}

func (p *picker) build() {
	t := p.host.Speaker().T
	p.path = widgets.NewField(t("import.path"), "")
	p.path.OnSubmitted = func(string) { p.take() }
	p.here = &widgets.Text{Bold: true}
	p.list = widgets.NewColumn(0)
	take := widgets.NewButton(t("import.choose"), p.take)
	if p.what.Save != "" {
		take.Text = t("import.save_here")
	}
	take.Role = widgets.Primary
	cancel := widgets.NewButton(t("forms.cancel"), func() { p.overlay.Close() })
	content := widgets.Inset(20, 24, 20, 24, widgets.NewColumn(16,
		&widgets.Text{Text: p.what.Title, As: widgets.Name, Bold: true},
		p.path, widgets.NewFlow(8, take, cancel), &widgets.Hairline{}, p.here, p.list))
	p.overlay = &widgets.Overlay{Content: content, Width: formWidth, First: p.path.Focusable()}
}

// enter lists a folder. One that cannot be read leaves the present one standing.
func (p *picker) enter(folder string) {
	var entries []os.DirEntry
	p.host.Work(func(context.Context) (err error) {
		entries, err = os.ReadDir(folder)
		return err
	}, func(err error) {
		if err != nil {
			p.path.SetProblem(p.host.Speaker().T("import.folder_closed", map[string]any{"Path": folder}))
			p.overlay.Fit()
			return
		}
		p.folder = folder
		p.entries = slices.DeleteFunc(entries, func(e os.DirEntry) bool { return !p.shows(e) })
		slices.SortFunc(p.entries, func(a, b os.DirEntry) int {
			return cmp.Or(-compareBool(a.IsDir(), b.IsDir()), strings.Compare(strings.ToLower(a.Name()), strings.ToLower(b.Name())))
		})
		p.path.SetText(filepath.Join(folder, p.what.Save))
		p.fill()
	})
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	default:
		return -1
	}
}

// shows leaves out hidden things and files of other kinds.
func (p *picker) shows(e os.DirEntry) bool {
	if strings.HasPrefix(e.Name(), ".") {
		return false
	}
	return e.IsDir() || slices.Contains(p.what.Endings, strings.ToLower(filepath.Ext(e.Name())))
}

// pickerRows is how many names a panel lists; whoever has more in a folder types.
const pickerRows = 200

func (p *picker) fill() {
	p.here.Text = p.folder
	p.here.Refresh()
	p.list.Objects = nil
	if parent := filepath.Dir(p.folder); parent != p.folder {
		p.list.Add(p.row("left", p.host.Speaker().T("import.up"), func() { p.enter(parent) }))
	}
	for _, e := range p.entries[:min(len(p.entries), pickerRows)] {
		path := filepath.Join(p.folder, e.Name())
		if e.IsDir() {
			p.list.Add(p.row("open", e.Name(), func() { p.enter(path) }))
			continue
		}
		p.list.Add(p.row("journal", e.Name(), func() {
			p.path.SetText(path)
			if p.what.Save == "" {
				p.take()
			}
		}))
	}
	p.overlay.Fit()
}

func (p *picker) row(icon, name string, tapped func()) fyne.CanvasObject {
	b := widgets.NewButton(name, tapped)
	b.Icon, b.Role, b.Leading = icon, widgets.Quiet, true
	return b
}

// take hands on what stands in the field, or enters it if it is a folder.
func (p *picker) take() {
	path := strings.TrimSpace(p.path.Text())
	if path == "" {
		p.path.SetProblem(p.host.Speaker().Error(rapport.Refuse(rapport.ErrTextEmpty, rapport.Args{"field": "path"})))
		p.overlay.Fit()
		return
	}
	info, err := os.Stat(path)
	if err == nil && info.IsDir() {
		p.enter(path)
		return
	}
	if err != nil && p.what.Save == "" {
		p.path.SetProblem(p.host.Speaker().T("import.no_file"))
		p.overlay.Fit()
		return
	}
	if p.warns(path) {
		return
	}
	p.overlay.Close()
	p.chosen(path)
}

// warns tells, once, that saving under a path replaces a file.
func (p *picker) warns(path string) bool {
	if p.what.Writes == nil || p.warned == path {
		return false
	}
	for _, file := range p.what.Writes(path) {
		if _, err := os.Stat(file); err == nil {
			p.warned = path
			p.path.SetProblem(p.host.Speaker().T("import.replaces", present.Args{"File": filepath.Base(file)}))
			p.overlay.Fit()
			return true
		}
	}
	return false
}
