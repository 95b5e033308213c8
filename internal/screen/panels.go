package screen

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// panel is something to read that opens over the screens: a title, what there is
// to say, and buttons at the foot.
type panel struct {
	title   string
	width   float32
	content []fyne.CanvasObject
	buttons []*widgets.Button // the first has the keyboard
}

// open shows the panel. The first button closes it, besides what else it does.
func (p panel) open(h Host) *widgets.Overlay {
	foot := widgets.NewFlow(8)
	for _, b := range p.buttons {
		foot.Add(b)
	}
	column := widgets.NewColumn(16, &widgets.Text{Text: p.title, As: widgets.Name, Bold: true})
	for _, o := range p.content {
		column.Add(o)
	}
	column.Add(widgets.Inset(4, 0, 0, 0, foot))
	overlay := &widgets.Overlay{Content: widgets.Inset(20, 24, 20, 24, column), Width: p.width, First: p.buttons[0]}
	p.buttons[0].OnTapped = overlay.Close
	overlay.Open(h.Window().Canvas())
	return overlay
}

// The widths of panels, in units: for a few sentences, and for a page of text.
const (
	panelNarrow float32 = 520
	panelWide   float32 = 720
)

// ShowText opens what a chart or a page says, as text that can be copied.
func ShowText(h Host, title string, passages []present.Passage) {
	t := h.Speaker().T
	p := panel{title: title, width: panelWide}
	for _, passage := range passages {
		part := widgets.NewColumn(4)
		if passage.Title != "" {
			part.Add(&widgets.Text{Text: passage.Title, Bold: true})
		}
		for _, line := range passage.Lines {
			part.Add(&widgets.Text{Text: line, Color: widgets.ColorSoft, MaxWidth: 640})
		}
		p.content = append(p.content, part)
	}
	p.buttons = []*widgets.Button{
		widgets.NewButton(t("panels.close"), nil),
		copyButton(h, t("panels.copy"), func() string { return plain(title, passages) }),
	}
	p.open(h)
}

// copyButton puts a text on the clipboard and says so.
func copyButton(h Host, label string, text func() string) *widgets.Button {
	return widgets.NewButton(label, func() {
		fyne.CurrentApp().Clipboard().SetContent(text())
		h.Toast(h.Speaker().T("panels.copied"), false)
	})
}

// plain writes passages as they are pasted into a letter.
func plain(title string, passages []present.Passage) string {
	blocks := []string{title}
	for _, p := range passages {
		lines := p.Lines
		if p.Title != "" {
			lines = append([]string{p.Title}, lines...)
		}
		blocks = append(blocks, strings.Join(lines, "\n"))
	}
	return strings.Join(blocks, "\n\n") + "\n"
}

// keyGroups lists every key the program answers to, by where it does. A name in
// angle brackets is a key whose name is a word, and so translated.
var keyGroups = []struct {
	title string
	keys  []keyLine
}{
	{"keys.anywhere", []keyLine{
		{"<ctrl> L", "keys.log"}, {"<ctrl> K", "keys.find"}, {"<ctrl> N", "keys.new_client"},
		{"<ctrl> P", "keys.promise"}, {"<ctrl> H", "keys.heads_up"}, {"<ctrl> G", "keys.guides"},
		{"<ctrl> Z", "keys.undo"}, {"<ctrl> Y", "keys.redo"},
		{"<ctrl> 1", "keys.review"}, {"<ctrl> 2", "keys.journal"}, {"<ctrl> 3", "keys.insights"},
		{"<ctrl> M", "keys.map"}, {"<ctrl> ,", "keys.settings"},
		{"Alt <left>", "keys.back"}, {"<ctrl> O", "keys.open"}, {"<ctrl> I", "keys.import"}, {"<ctrl> E", "keys.export"},
		{"F1", "keys.keys"}, {"<ctrl> Q", "keys.quit"},
	}},
	{"keys.lists", []keyLine{
		{"<up>, <down>", "keys.move"}, {"<enter>", "keys.open_row"}, {"<delete>", "keys.trash"}, {"<home>, <end>", "keys.ends"},
		{"<left>, <right>", "keys.dots"},
	}},
	{"keys.forms", []keyLine{
		{"<tab>", "keys.next"}, {"<ctrl> <enter>", "keys.save"}, {"<esc>", "keys.cancel"}, {"<left>, <right>", "keys.scale"},
	}},
}

// keyLine is a key and the text key of what it does.
type keyLine struct{ key, does string }

// ShowKeys lists the keys.
func ShowKeys(h Host) {
	t := h.Speaker().T
	p := panel{title: t("keys.title"), width: 840}
	names := keyNames(t)
	columns := []*fyne.Container{widgets.NewColumn(16), widgets.NewColumn(16)}
	for i, group := range keyGroups {
		var rows []fyne.CanvasObject
		for _, line := range group.keys {
			rows = append(rows, widgets.KeyValue(t(line.does), names.Replace(line.key), true))
		}
		columns[min(i, 1)].Add(widgets.NewColumn(4, &widgets.Text{Text: t(group.title), Bold: true}, widgets.KeyValues(rows...)))
	}
	p.content = []fyne.CanvasObject{widgets.NewGrid(32, 280, columns[0], columns[1])}
	p.buttons = []*widgets.Button{widgets.NewButton(t("panels.close"), nil)}
	p.open(h)
}

// keyNames puts the names keys have in a language into their places.
func keyNames(t func(string, ...present.Args) string) *strings.Replacer {
	var pairs []string
	for _, name := range []string{"ctrl", "enter", "delete", "home", "end", "tab", "esc", "up", "down", "left", "right"} {
		pairs = append(pairs, "<"+name+">", t("keys.name."+name))
	}
	return strings.NewReplacer(pairs...)
}

// ShowAbout says what the program is, on what terms, and where the data stay.
func ShowAbout(h Host, version string) {
	t := h.Speaker().T
	p := panel{title: t("about.title"), width: panelNarrow}
	for _, sentence := range []string{t("about.what"), t("about.network"), t("about.judgement")} {
		p.content = append(p.content, &widgets.Text{Text: sentence, Color: widgets.ColorSoft})
	}
	p.content = append(p.content, widgets.KeyValues(
		widgets.KeyValue(t("about.version"), version, false),
		widgets.KeyValue(t("about.licence"), t("about.licence_name"), false)))
	p.buttons = []*widgets.Button{widgets.NewButton(t("panels.close"), nil)}
	p.open(h)
}

// ShowProblem tells that something could not be done: what happened, what is safe
// and what to do, and for whoever is to help, the details to copy. What the user
// cancelled is no problem and is only confirmed.
func ShowProblem(h Host, err error) {
	t := h.Speaker().T
	if errors.Is(err, context.Canceled) {
		h.Toast(t("panels.cancelled"), false)
		return
	}
	p := panel{title: t("panels.problem"), width: panelNarrow}
	sentence := h.Speaker().Error(err)
	p.content = []fyne.CanvasObject{widgets.NewTopRow(12,
		&widgets.Icon{Name: "look", Color: widgets.ColorDoubt}, widgets.Stretch(&widgets.Text{Text: sentence}))}
	ok := widgets.NewButton(t("panels.ok"), nil)
	ok.Role = widgets.Primary
	p.buttons = []*widgets.Button{ok,
		copyButton(h, t("panels.copy_details"), func() string { return sentence + "\n\n" + err.Error() + "\n" })}
	p.open(h)
}
