package screen

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// kinds offers what can be written: what fits the answer of today first, the rest
// behind a link.
func (l *Letter) kinds() fyne.CanvasObject {
	t := l.host.Speaker().T
	fits := present.LettersFor(l.found.file.Standing.Assessment.Verdict)
	column := widgets.NewColumn(16, &widgets.Text{Text: t("letter_page.which"), As: widgets.Answer, Bold: true},
		l.offer(fits, true))
	if !l.all {
		column.Add(widgets.NewFlow(0, widgets.NewLink(t("letter_page.all"), func() {
			l.all = true
			l.draw()
		})))
		return column
	}
	rest := slices.DeleteFunc(present.LetterKinds(), func(kind string) bool { return slices.Contains(fits, kind) })
	column.Add(l.offer(rest, false))
	return column
}

// offer is a button for each kind; the first of those that fit is the way most
// people want.
func (l *Letter) offer(kinds []string, fits bool) fyne.CanvasObject {
	s := l.host.Speaker()
	var options []fyne.CanvasObject
	for i, kind := range kinds {
		options = append(options, &widgets.Option{Icon: "journal", Title: s.LetterTitle(kind), Text: s.LetterUse(kind),
			Primary: fits && i == 0,
			OnTapped: func() {
				l.host.Go(Place{Name: AtLetter, Client: l.place.Client, Letter: Writing{Kind: kind}})
			}})
	}
	return inColumns(2, 360, 12, options)
}

// inColumns lays parts out in at most n equal columns, each no narrower than least.
func inColumns(n int, least, gap float32, parts []fyne.CanvasObject) fyne.CanvasObject {
	column := widgets.NewColumn(gap)
	for row := range slices.Chunk(parts, n) {
		for len(row) < n { // the last row keeps the width of the others
			row = append(slices.Clip(row), widgets.NewColumn(0))
		}
		column.Add(widgets.NewGrid(gap, least, row...))
	}
	return column
}

// earlier lists what was written before; a draft can be thrown away.
func (l *Letter) earlier() fyne.CanvasObject {
	s := l.host.Speaker()
	rows := s.Letters(l.found.file.Way.Letters, l.host.Practice().Today())
	if len(rows) == 0 {
		return widgets.NewText(s.T("letter_page.none"), widgets.ColorMuted)
	}
	list := widgets.NewColumn(0)
	for i, row := range rows {
		if i > 0 {
			list.Add(&widgets.Hairline{})
		}
		link := widgets.NewLink(row.Title, func() {
			l.host.Go(Place{Name: AtLetter, Client: l.place.Client, Letter: Writing{Kind: row.Kind, ID: row.Letter}})
		})
		words := widgets.NewColumn(0, widgets.NewFlow(0, link), widgets.NewText(row.Text, widgets.ColorMuted))
		line := widgets.NewRow(12, widgets.Stretch(words))
		if row.Draft {
			line.Add(&widgets.Button{Text: s.T("letter_page.drop"), Role: widgets.Quiet, OnTapped: func() { l.drop(row.Letter) }})
		}
		list.Add(widgets.Inset(8, 0, 8, 0, line))
	}
	return widgets.NewColumn(8, widgets.SectionHead(s.T("letter_page.earlier"), ""), widgets.NewCard(list))
}

// drop throws a draft away, once it was asked for again: there is no way back.
func (l *Letter) drop(letter rapport.ID) {
	t := l.host.Speaker().T
	p := panel{title: t("letter_page.drop.title"), width: panelNarrow,
		content: []fyne.CanvasObject{widgets.NewText(t("letter_page.drop.text"), widgets.ColorSoft)}}
	var overlay *widgets.Overlay
	drop := widgets.NewButton(t("letter_page.drop.do"), func() {
		overlay.Close()
		l.host.Work(func(ctx context.Context) error { return l.host.Practice().DropLetter(ctx, letter) }, func(err error) {
			if err != nil {
				l.host.Fail(err)
				return
			}
			l.Show(l.place)
		})
	})
	p.buttons = []*widgets.Button{widgets.NewButton(t("letter_page.drop.keep"), nil), drop}
	overlay = p.open(l.host)
}
