package screen

import (
	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/widgets"
)

// over is the page once an engagement has ended: what is done, what they still
// owe, and the closing letter.
func (e *Ending) over() fyne.CanvasObject {
	head := e.page.Head
	column := widgets.NewColumn(24, widgets.NewColumn(4,
		&widgets.Text{Text: head.Answer, As: widgets.Answer, Bold: true, MaxWidth: 640},
		&widgets.Text{Text: head.Line, As: widgets.Lead, Color: widgets.ColorSoft, MaxWidth: 640}),
		e.letter())
	if len(e.page.Claims.Tables) > 0 || len(e.page.Claims.Unclaimed) > 0 || len(e.page.Theirs) > 0 {
		column.Add(e.money())
	}
	if len(e.page.Ours.Rows) > 0 {
		column.Add(e.ours())
	}
	if e.page.Story.Text != "" {
		column.Add(e.storyWritten())
	}
	return column
}

// kept is what remains to be kept once it is over: the dossier, a reminder to
// oneself, and the way back.
func (e *Ending) kept() fyne.CanvasObject {
	t, after, client := e.host.Speaker().T, e.page.Afterwards, e.file.History.Client
	dossier := widgets.NewColumn(12, widgets.NewColumn(4, &widgets.Text{Text: t("way_page.dossier"), As: widgets.Lead, Bold: true},
		widgets.NewText(t("way_page.dossier_line"), widgets.ColorSoft)), asFlow(dossierButtons(e.host, client)))
	flag := widgets.NewColumn(12, widgets.NewColumn(4, label(t("way_page.flag.title")), widgets.NewText(after.Flag.Prompt, ""),
		widgets.NewText(after.Flag.Note, widgets.ColorSoft)))
	rows := flagRows(e.host, e.file.Way.Flags)
	for _, row := range rows {
		flag.Add(row)
	}
	if len(rows) == 0 {
		flag.Add(widgets.NewFlow(8, widgets.NewButton(t("way_page.flag.set"), func() {
			ShowFlagForm(e.host, client.ID, after.Flag.Reason, after.Flag.Until)
		})))
	}
	again := widgets.NewColumn(12, widgets.NewText(after.Reopen, widgets.ColorSoft),
		widgets.NewFlow(8, widgets.NewButton(t("ending_page.reopen"), func() { showReopen(e.host, client.ID, t("ending_page.reopen")) })))
	return widgets.NewColumn(12, widgets.NewCard(dossier), widgets.NewCard(flag), widgets.NewStrip(again))
}

// asFlow lays buttons out side by side.
func asFlow(buttons []*widgets.Button) fyne.CanvasObject {
	flow := widgets.NewFlow(8)
	for _, b := range buttons {
		flow.Add(b)
	}
	return flow
}
