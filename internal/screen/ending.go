package screen

import (
	"context"
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// Ending is the way out of one engagement. Before it is begun the page says what
// that means and asks for the other side's story; while it is under way, what is
// still in the way of the last day; once it is over, what remains to be kept.
type Ending struct {
	host  Host
	place Place
	file  practice.EndingFile
	page  present.EndingPage
	view  *widgets.Page
	story *widgets.Field           // the other side's story, kept while the page is built anew
	desks map[rapport.ID]storyDesk // by client: what was typed waits for its client to be shown again
	parts map[string]fyne.CanvasObject
}

// storyDesk is where the story of one client is written.
type storyDesk struct {
	field  *widgets.Field
	stored string // as the plan under way has it
}

// NewEnding returns the screen, empty until it is shown.
func NewEnding(h Host) *Ending {
	return &Ending{host: h, view: widgets.NewPage(widgets.NewColumn(0)), desks: map[rapport.ID]storyDesk{}}
}

// Content is part of [Screen].
func (e *Ending) Content() fyne.CanvasObject { return e.view }

// Wants is part of [Screen].
func (e *Ending) Wants(change practice.Change) bool { return change.Touches(e.place.Client) }

// Show is part of [Screen]. What is being written stays when the same page is
// shown again; a client who is no more is left for where one was.
func (e *Ending) Show(to Place) {
	if to.Client != e.place.Client {
		e.view.SetContent(widgets.NewColumn(0))
	}
	e.place = to
	var file practice.EndingFile
	var settings practice.Settings
	e.host.Work(func(ctx context.Context) (err error) {
		if file, err = e.host.Practice().EndingOf(ctx, to.Client); err != nil {
			return err
		}
		settings, err = e.host.Practice().Settings(ctx)
		return err
	}, func(err error) {
		switch {
		case to.Client != e.place.Client: // gone on meanwhile
		case errors.Is(err, rapport.ErrNotFound):
			e.host.Back()
		case err != nil:
			e.host.Fail(err)
		default:
			e.fill(file, settings)
		}
	})
}

func (e *Ending) fill(file practice.EndingFile, settings practice.Settings) {
	e.file = file
	facts := present.EndingFacts{Status: file.Status, Claims: file.Claims, Unclaimed: file.Not}
	if file.Plan != nil {
		facts.Plan = *file.Plan
	}
	e.page = present.NewEndingPage(e.host.Speaker(), fileAndOwn{file: file.ClientFile, settings: settings}.known(e.host), facts)
	e.fillStory()
	offset := e.view.Offset()
	e.parts = map[string]fyne.CanvasObject{}
	e.view.SetContent(e.build())
	e.view.ScrollTo(offset)
}

// fillStory puts the story of the plan under way into its field, unless another was
// typed there and not kept yet. An ending that was reopened takes its story with it.
func (e *Ending) fillStory() {
	desk, begun := e.desks[e.place.Client]
	if !begun {
		desk.field = widgets.NewMultiLine("", e.host.Speaker().T("ending_page.story_example"))
	}
	typed := strings.TrimSpace(desk.field.Text()) != strings.TrimSpace(desk.stored)
	desk.stored = ""
	if plan := e.file.Plan; plan != nil && plan.Open() {
		desk.stored = plan.Story
	}
	if !typed {
		desk.field.SetText(desk.stored)
	}
	e.desks[e.place.Client], e.story = desk, desk.field
}

// build lays out what belongs to the state the ending is in.
func (e *Ending) build() fyne.CanvasObject {
	switch {
	case e.file.Plan == nil, e.page.Head.State == present.EndingReopened:
		return widgets.NewColumn(24, e.top(), e.begin())
	case e.page.Head.State == present.EndingFinished:
		return widgets.NewColumn(24, e.top(), widgets.NewSplit(asideWidth, e.over(), e.kept()))
	}
	return widgets.NewColumn(24, e.top(), e.stations(),
		widgets.NewSplit(asideWidth, e.owed(), e.aside(), e.rest()))
}

// top says where one is, how to get back, and how to take it back.
func (e *Ending) top() fyne.CanvasObject {
	t, head := e.host.Speaker().T, e.page.Head
	name := widgets.NewFlow(12,
		widgets.BackLink(e.file.History.Client.Name, func() { e.host.Go(Place{Name: AtClient, Client: e.place.Client}) }),
		&widgets.Text{Text: head.Title, As: widgets.Name, Bold: true})
	if head.Word != "" && head.State != present.EndingFinished {
		name.Add(&widgets.VerdictChip{Code: string(head.Verdict), Word: head.Word})
	}
	row := widgets.NewTopRow(16, widgets.Stretch(name))
	if e.file.Plan != nil && head.State == present.EndingOpen {
		row.Add(widgets.NewButton(t("ending_page.think_again"), func() { showReopen(e.host, e.place.Client, t("ending_page.think_again")) }))
	}
	column := widgets.NewColumn(4, row)
	if head.Since != "" && head.State == present.EndingOpen && e.file.Plan != nil {
		column.Add(widgets.NewText(head.Since, widgets.ColorMuted))
	}
	return column
}

// stations is the way to the end; each leads to its part of the page.
func (e *Ending) stations() fyne.CanvasObject {
	strip := &widgets.Stations{Now: -1}
	codes := make([]string, len(e.page.Stations))
	for i, st := range e.page.Stations {
		codes[i] = st.Code
		strip.Stops = append(strip.Stops, widgets.Stop{Word: st.Word, Done: st.State == present.StationDone})
		if st.State == present.StationNow {
			strip.Now = i
		}
	}
	strip.OnOpened = func(stop int) { e.reach(codes[stop]) }
	return strip
}

// reach scrolls to a part of the page.
func (e *Ending) reach(code string) {
	part, ok := e.parts[code]
	if !ok {
		return
	}
	driver := fyne.CurrentApp().Driver()
	down := driver.AbsolutePositionForObject(part).Y - driver.AbsolutePositionForObject(e.view).Y
	e.view.ScrollTo(e.view.Offset() + down - 24)
}

// part remembers where a part of the page stands.
func (e *Ending) part(code string, object fyne.CanvasObject) fyne.CanvasObject {
	e.parts[code] = object
	return object
}

// asked reports whether somebody said already whether one of the standard things
// is owed.
func (e *Ending) asked(kind rapport.OweKind) bool {
	return slices.Contains(e.file.Plan.Considered, kind)
}

// consider notes that it was said whether a standard thing is owed, beside what
// else the deed does.
func (e *Ending) consider(kind rapport.OweKind) func(context.Context) error {
	plan := *e.file.Plan
	if !e.asked(kind) {
		plan.Considered = append(slices.Clone(plan.Considered), kind)
	}
	return func(ctx context.Context) error { return e.host.Practice().EditEnding(ctx, plan) }
}
