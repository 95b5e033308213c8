package screen

import (
	"context"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// aside is what to do now, what to find out, and what is under way.
func (c *Client) aside() fyne.CanvasObject {
	column := widgets.NewColumn(0, c.decide())
	if threats := c.threatCard(); threats != nil {
		column.Add(below(threats))
	}
	if c.page.LookBack != nil {
		column.Add(below(c.lookBack(*c.page.LookBack)))
	}
	c.fillFound()
	column.Add(c.found)
	if trial := c.page.Trial; trial != nil && !trial.Due {
		column.Add(below(c.trial(*trial)))
	}
	return column
}

// below is a card with the gap to the one before it. So the place of what is still
// to be found takes no room, and yet it is known where that is.
func below(card fyne.CanvasObject) fyne.CanvasObject { return widgets.Inset(12, 0, 0, 0, card) }

// decide is the card with the next step, the guide that helps with it, and the
// user's own decision. A trial whose day has come is to be decided on again.
func (c *Client) decide() fyne.CanvasObject {
	t := c.host.Speaker().T
	if c.ended() {
		return c.afterEnd()
	}
	text, line := c.next()
	words := widgets.NewColumn(4, label(t("client.next")), &widgets.Text{Text: text, As: widgets.Lead, Bold: true},
		widgets.NewText(line, widgets.ColorSoft))
	sections := []fyne.CanvasObject{widgets.NewColumn(12, words, c.step())}
	if c.page.Waiting != "" {
		sections = append(sections, widgets.NewColumn(4, label(t("page.waiting")), widgets.NewText(c.page.Waiting, "")))
	}
	return widgets.NewCard(append(sections, c.decision())...)
}

// decision is what the user decided on the present answer, or how to.
func (c *Client) decision() fyne.CanvasObject {
	t := c.host.Speaker().T
	column := widgets.NewColumn(8, label(t("client.decision")))
	head := c.page.Head
	other := widgets.NewButton(t("client.otherwise"), func() {
		ShowDecide(c.host, c.place.Client, c.file.Standing.Assessment)
	})
	due := c.page.Trial != nil && c.page.Trial.Due
	if head.Decided != "" && !due {
		column.Add(&widgets.Text{Text: head.Decided, Bold: true})
		column.Add(widgets.NewFlow(8, other))
		return column
	}
	if head.Verdict == rapport.Unclear || head.Verdict == rapport.Keep && !due { // nothing to be agreed on
		column.Add(widgets.NewFlow(8, other))
		return column
	}
	d := rapport.Decision{Client: c.place.Client, Chosen: head.Verdict}
	agree := newAnswers(c.host).add(t("client.agree"), func(ctx context.Context) error {
		_, err := c.host.Practice().Decide(ctx, d)
		return err
	}, "client.decided", nil)
	column.Add(widgets.NewGrid(8, 130, agree, other))
	return column
}

// lookBack asks whether a decision of a while ago was right.
func (c *Client) lookBack(card present.LookBackCard) fyne.CanvasObject {
	words := widgets.NewColumn(4, label(c.host.Speaker().T("page.look_back")), &widgets.Text{Text: card.Text, Bold: true})
	if card.Why != "" {
		words.Add(widgets.NewText(card.Why, widgets.ColorSoft))
	}
	client, answers := c.place.Client, newAnswers(c.host)
	for _, o := range card.Options {
		answers.add(o.Label, func(ctx context.Context) error {
			return c.host.Practice().LookBack(ctx, client, card.Decision, o.Outcome)
		}, "page.looked_back", nil)
	}
	return widgets.NewCard(widgets.NewColumn(12, words, answers.box))
}

// fillFound puts what examining found into its place: the question, and what would
// change the answer.
func (c *Client) fillFound() {
	c.found.Objects = nil
	if c.page.Question != nil {
		c.found.Add(below(c.question(*c.page.Question)))
	}
	if len(c.page.WhatIfs) > 0 {
		c.found.Add(below(c.whatIfs()))
	}
}

// question is the one question whose answer matters most. What each answer would
// lead to is not shown: the question is what happened, not what is hoped for.
func (c *Client) question(card present.QuestionCard) fyne.CanvasObject {
	words := widgets.NewColumn(4, label(c.host.Speaker().T("client.question")), &widgets.Text{Text: card.Text, Bold: true})
	if card.Why != "" {
		words.Add(widgets.NewText(card.Why, widgets.ColorSoft))
	}
	if link := c.entries(card.Entries); link != nil {
		words.Add(widgets.NewFlow(0, link))
	}
	client, answers := c.place.Client, newAnswers(c.host)
	for _, o := range card.Options {
		answers.add(o.Label, func(ctx context.Context) error {
			return c.host.Practice().Answer(ctx, client, card.Code, o.Code)
		}, "page.answered", func() { c.forgetQuestion(client) })
	}
	return widgets.NewCard(widgets.NewColumn(12, words, answers.box))
}

// forgetQuestion takes the question away that was just answered: what comes next
// is only known once everything was examined anew.
func (c *Client) forgetQuestion(client rapport.ID) {
	if c.place.Client == client {
		c.page.Question = nil
	}
}

// answers are buttons of which one is pressed, once: a second click while the first
// is being stored would answer twice.
type answers struct {
	host  Host
	box   *fyne.Container
	given bool
}

func newAnswers(h Host) *answers { return &answers{host: h, box: widgets.NewFlow(8)} }

// add puts a button for one answer there: the deed it is, what is said when it is
// stored, and what follows on the page, nil for nothing.
func (a *answers) add(text string, deed func(context.Context) error, said string, then func()) *widgets.Button {
	button := widgets.NewButton(text, func() {
		if a.given {
			return
		}
		a.given = true
		a.host.Work(deed, func(err error) {
			if err != nil {
				a.given = false
				a.host.Fail(err)
				return
			}
			a.host.Toast(a.host.Speaker().T(said), true)
			if then != nil {
				then()
			}
		})
	})
	a.box.Add(button)
	return button
}

// whatIfs is what would change the answer: each condition with the verdict it
// leads to, and where it thinks entries away, the way to them.
func (c *Client) whatIfs() fyne.CanvasObject {
	column := widgets.NewColumn(12, label(c.host.Speaker().T("page.what_if")))
	for _, w := range c.page.WhatIfs {
		words := widgets.NewColumn(0, &widgets.Text{Text: w.Text})
		if link := c.entries(w.Entries); link != nil {
			words.Add(widgets.NewFlow(0, link))
		}
		column.Add(widgets.NewTopRow(12, widgets.Stretch(words), widgets.VerdictWord(string(w.Verdict), w.Word)))
	}
	return widgets.NewCard(column)
}

// trial is the day to look again and what will count then.
func (c *Client) trial(trial present.TrialCard) fyne.CanvasObject {
	t := c.host.Speaker().T
	words := widgets.NewColumn(4, label(t("page.trial")), &widgets.Text{Text: trial.Title, Bold: true})
	if trial.Text != "" {
		words.Add(widgets.NewText(trial.Text, widgets.ColorSoft))
	}
	return widgets.NewCard(widgets.NewColumn(12, words,
		signs(t("page.better"), "keep", trial.Better), signs(t("page.worse"), "trial", trial.Worse)))
}

// signs lists what counts one way, a dot in a hue before each.
func signs(title, code string, list []string) fyne.CanvasObject {
	column := widgets.NewColumn(2, label(title))
	column.Hidden = len(list) == 0
	for _, sign := range list {
		dot := &widgets.Score{Count: 1, Value: 1, Color: widgets.Hue(code).Icon}
		column.Add(widgets.NewTopRow(8, widgets.Inset(6, 0, 0, 0, dot), widgets.Stretch(widgets.NewText(sign, ""))))
	}
	return column
}
