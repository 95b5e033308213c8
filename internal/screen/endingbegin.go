package screen

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// begin is the page before an ending is begun: what that means, their story, and
// where the facts speak for something else, why it is chosen all the same. It is a
// page and no box to click away: it wants to be read.
func (e *Ending) begin() fyne.CanvasObject {
	t, name := e.host.Speaker().T, e.file.History.Client.Name
	column := widgets.NewColumn(24, widgets.NewColumn(8,
		&widgets.Text{Text: t("ending_page.begin", present.Args{"Client": name}), As: widgets.Answer, Bold: true, MaxWidth: 640},
		&widgets.Text{Text: t("ending_page.begin_line"), As: widgets.Lead, Color: widgets.ColorSoft, MaxWidth: 640}))
	if again := e.page.Afterwards.Reopened; again != "" {
		column.Add(&widgets.Text{Text: again, Color: widgets.ColorMuted, MaxWidth: 640})
	}
	column.Add(e.means())
	why := e.against(column)
	column.Add(e.storyField())
	begin := widgets.NewButton(t("ending_page.begin_button"), nil)
	begin.Role, begin.Tall = widgets.Primary, true
	begin.OnTapped = func() { e.start(begin, why) }
	not := widgets.NewButton(t("ending_page.not_now"), e.host.Back)
	not.Tall = true
	column.Add(widgets.NewFlow(8, begin, not))
	return widgets.Limit(settingsWidth, column)
}

// means is what changes from the moment an ending is begun, and what does not.
func (e *Ending) means() fyne.CanvasObject {
	t := e.host.Speaker().T
	list := widgets.NewColumn(8)
	for _, line := range []string{t("ending_page.means.scope"), t("ending_page.means.owed"), t("ending_page.means.nothing_sent"), t("ending_page.means.back")} {
		list.Add(widgets.NewTopRow(12, widgets.Inset(2, 0, 0, 0, &widgets.Icon{Name: "tick", Color: widgets.ColorAccent, Side: widgets.IconSmall}),
			widgets.Stretch(&widgets.Text{Text: line})))
	}
	return widgets.NewCard(list)
}

// against says that the facts speak for something else, and returns the field for
// why it is to end all the same; nil where they speak for an end.
func (e *Ending) against(column *fyne.Container) *widgets.Field {
	s, verdict := e.host.Speaker(), e.file.Standing.Assessment.Verdict
	if e.meant() {
		return nil
	}
	why := widgets.NewMultiLine(s.T("ending_page.why"), s.T("forms.decide.why_example"))
	column.Add(widgets.Hint(s.T("ending_page.against", present.Args{"Verdict": s.Verdict(verdict)}), s.VerdictHint(verdict)))
	column.Add(why)
	return why
}

// meant reports whether an end is what the facts or the user's own decision say.
func (e *Ending) meant() bool {
	st := e.file.Standing
	if v := st.Assessment.Verdict; v == rapport.End || v == rapport.Safety {
		return true
	}
	return st.Decision != nil && st.Decision.Chosen == rapport.End
}

// storyField asks for the other side's story.
func (e *Ending) storyField() fyne.CanvasObject {
	story := e.page.Story
	column := widgets.NewColumn(8, widgets.SectionHead(e.host.Speaker().T("ending_page.story"), ""),
		&widgets.Text{Text: story.Prompt, Color: widgets.ColorSoft, MaxWidth: 640}, e.story)
	if story.Note != "" {
		column.Add(&widgets.Text{Text: story.Note, As: widgets.Label, Color: widgets.ColorMuted, MaxWidth: 640})
	}
	return column
}

// start begins the ending. A choice against the facts is recorded with its reason.
func (e *Ending) start(button *widgets.Button, why *widgets.Field) {
	reason := ""
	if why != nil {
		if reason = strings.TrimSpace(why.Text()); reason == "" {
			why.SetProblem(e.host.Speaker().Error(rapport.Refuse(rapport.ErrReasonMissing, nil)))
			e.view.Refresh()
			why.Focus()
			return
		}
	}
	client := e.file.History.Client
	plan := rapport.EndPlan{Client: client.ID, Story: strings.TrimSpace(e.story.Text()),
		Notice: rapport.Period{Days: client.Terms.NoticeDays}}
	button.Disable()
	e.host.Work(func(ctx context.Context) error {
		if why != nil {
			if _, err := e.host.Practice().Decide(ctx, rapport.Decision{Client: client.ID, Chosen: rapport.End, Why: reason}); err != nil {
				return err
			}
		}
		_, err := e.host.Practice().StartEnding(ctx, plan)
		return err
	}, func(err error) {
		button.Enable()
		if err != nil {
			e.host.Fail(err)
			return
		}
		e.host.Toast(e.host.Speaker().T("ending_page.begun"), true)
	})
}

// showReopen asks why an ending is given up, or what was over begins anew.
func showReopen(h Host, client rapport.ID, title string) {
	s := h.Speaker()
	f := newForm(h, title)
	f.column.Add(widgets.NewText(s.T("ending_page.reopen_line"), widgets.ColorSoft))
	why := widgets.NewMultiLine(s.T("forms.decide.why"), s.T("ending_page.reopen_example"))
	f.add(why, "why", "reason")
	f.show(why.Focusable(), func() (func(context.Context) error, error) {
		reason := strings.TrimSpace(why.Text())
		if reason == "" {
			return nil, rapport.Refuse(rapport.ErrReasonMissing, nil)
		}
		return func(ctx context.Context) error { return h.Practice().Reopen(ctx, client, reason) }, nil
	}, "ending_page.reopened")
}
