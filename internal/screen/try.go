package screen

import (
	"context"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// try is the one thing to try: the experiment that runs, or the most promising
// one. "Something else" goes on to the next.
func (n *Insights) try() fyne.CanvasObject {
	t := n.host.Speaker().T
	switch {
	case n.page.Trying != nil:
		return n.trying(*n.page.Trying)
	case len(n.page.Try) == 0:
		return titled(t("insights.try"), "", n.page.Empty.Try)
	}
	n.offer %= len(n.page.Try)
	card := n.page.Try[n.offer]
	until := n.host.Practice().Today().AddDays(present.TryDays)
	begin := widgets.NewButton(t("insights.try_until", present.Args{"Day": n.host.Speaker().DayMonth(until)}), func() { n.set(card.Code, "insights.begun") })
	begin.Role = widgets.Primary
	actions := widgets.NewFlow(8, begin)
	if len(n.page.Try) > 1 {
		actions.Add(n.keep.another)
	}
	return tryCard(t("insights.try"), card.Title, card.Why, actions)
}

// trying is the experiment under way. Once its time is up it can be given more.
func (n *Insights) trying(card present.TryCard) fyne.CanvasObject {
	t := n.host.Speaker().T
	label, end := t("insights.trying"), t("insights.stop")
	actions := widgets.NewFlow(8)
	if card.Over {
		label, end = t("insights.tried"), t("insights.done")
		actions.Add(widgets.NewButton(t("insights.again"), func() { n.set(card.Code, "insights.begun") }))
	}
	actions.Add(widgets.NewButton(end, func() { n.set("", "insights.ended") }))
	course := widgets.NewColumn(4, widgets.NewText(card.Until, widgets.ColorMuted))
	if card.Since != "" {
		course.Add(widgets.NewText(card.Since, ""))
	}
	return tryCard(label, card.Title, card.Why, widgets.NewColumn(12, course, actions))
}

// tryCard lays an experiment out.
func tryCard(label, title, why string, rest fyne.CanvasObject) fyne.CanvasObject {
	return widgets.NewColumn(12,
		widgets.NewColumn(4,
			&widgets.Text{Text: label, As: widgets.Label, Color: widgets.ColorMuted},
			&widgets.Text{Text: title, As: widgets.Name, Bold: true},
			widgets.NewText(why, widgets.ColorSoft)),
		rest)
}

// set begins an experiment, or ends the one that runs.
func (n *Insights) set(code, said string) {
	n.host.Work(func(ctx context.Context) error {
		return n.host.Practice().Try(ctx, code)
	}, func(err error) {
		if err != nil {
			n.host.Fail(err)
			return
		}
		n.host.Toast(n.host.Speaker().T(said), false)
	})
}
