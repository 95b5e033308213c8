package screen

import (
	"context"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// end is what stands there once the guide is done: what to expect, what was done,
// what comes next, and a day to look whether it helped.
func (g *Guide) end() fyne.CanvasObject {
	t := g.host.Speaker().T
	words := widgets.NewColumn(8, &widgets.Text{Text: t("guide_page.end"), As: widgets.Answer, Bold: true})
	if g.page.End.Text != "" {
		words.Add(&widgets.Text{Text: g.page.End.Text, As: widgets.Lead, Color: widgets.ColorSoft, MaxWidth: 640})
	}
	column := widgets.NewColumn(24, words)
	if g.reading() {
		column.Add(widgets.NewFlow(8, &widgets.Button{Text: t("guide_page.library"), Role: widgets.Primary, Tall: true, OnTapped: g.toClient}))
		return column
	}
	if g.page.End.Next != "" {
		column.Add(widgets.NewColumn(4, label(t("guide_page.end.next")), widgets.NewText(g.page.End.Next, "")))
	}
	back := &widgets.Button{Text: t("guide_page.end.client"), Role: widgets.Primary, Tall: true, OnTapped: g.toClient}
	if card := g.again(); card != nil {
		column.Add(card)
		back.Role = widgets.Normal // first the day, which is easily lost
	} else if !g.parts.lookOn.IsZero() {
		column.Add(widgets.NewColumn(4, label(t("page.again")), widgets.NewText(g.host.Speaker().DateLong(g.parts.lookOn), "")))
	}
	column.Add(widgets.NewFlow(16, back,
		&widgets.Button{Text: t("guide_page.end.other"), Role: widgets.Quiet, OnTapped: func() {
			g.host.Go(Place{Name: AtGuides, Client: g.place.Client})
		}}))
	if len(g.page.End.Did) == 0 {
		return column
	}
	return widgets.NewSplit(asideWidth, column, widgets.NewCard(g.did()))
}

// did lists what was done, a tick before each.
func (g *Guide) did() fyne.CanvasObject {
	list := widgets.NewColumn(4, label(g.host.Speaker().T("guide_page.end.did")))
	for _, done := range g.page.End.Did {
		list.Add(widgets.NewTopRow(8, widgets.Inset(2, 0, 0, 0, &widgets.Icon{Name: "tick", Color: widgets.Hue("keep").Icon, Side: widgets.IconSmall}),
			widgets.Stretch(&widgets.Text{Text: done, MaxWidth: 600})))
	}
	return list
}

// again proposes a day to look whether it helped; nil where a day is set already, or
// none is proposed.
func (g *Guide) again() fyne.CanvasObject {
	verdict, ok := g.tries()
	if !ok || g.page.End.Again.IsZero() || g.found.file.Progress != nil {
		return nil
	}
	t := g.host.Speaker().T
	day := dateField(g.host, t("page.again"), g.page.End.Again)
	look := &widgets.Button{Text: t("guide_page.end.look"), Role: widgets.Primary}
	look.OnTapped = func() {
		again, err := dayOf(g.host, day, "again")
		if err != nil {
			day.SetProblem(g.host.Speaker().Error(err))
			return
		}
		look.Disable()
		d := rapport.Decision{Client: g.place.Client, Chosen: verdict, Again: again, Why: g.page.Title}
		g.host.Work(func(ctx context.Context) error {
			_, err := g.host.Practice().Decide(ctx, d)
			return err
		}, func(err error) {
			look.Enable()
			if err != nil {
				day.SetProblem(g.host.Speaker().Error(err))
				return
			}
			g.parts.lookOn, g.page.End.Again = again, 0
			g.host.Toast(t("guide_page.end.noted"), true)
			g.draw()
		})
	}
	return widgets.Limit(480, widgets.NewCard(widgets.NewColumn(12, widgets.NewText(t("guide_page.end.again"), ""),
		widgets.NewGrid(12, 160, day), widgets.NewFlow(8, look))))
}

// tries is what the guide tries for a while: the answer of today where that is to be
// looked at again, else the one it stands for.
func (g *Guide) tries() (rapport.Verdict, bool) {
	for _, v := range append([]rapport.Verdict{g.page.Verdict}, g.guide.For.Verdicts...) {
		if forAWhile(v) || v == rapport.Mend {
			return v, true
		}
	}
	return "", false
}
