package screen

import (
	"context"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/intake"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// quickLog is the panel with the quick line: what is typed is read as it is
// typed, shown as chips that can be clicked to correct it, and stored by Enter.
type quickLog struct {
	host    Host
	clients []rapport.Client
	context intake.LineContext
	line    intake.Line
	fixed   corrections
	seen    int // which reading the preview on show belongs to

	overlay *widgets.Overlay
	entry   *widgets.LineEntry
	chips   *fyne.Container
	note    *widgets.Text
	after   *widgets.Text
	save    *widgets.Button
}

// corrections are what the user set by clicking a chip; they win over the line.
type corrections map[intake.Role]func(*rapport.Entry)

// ShowLog opens the quick line, about a client if one is given.
func ShowLog(h Host, about rapport.ID) {
	load(h, func(ctx context.Context) ([]rapport.Client, error) {
		return h.Practice().Clients(ctx, false)
	}, func(clients []rapport.Client) {
		if len(clients) == 0 {
			ShowClientForm(h, nil)
			return
		}
		q := newQuickLog(h, clients)
		for _, c := range clients {
			if c.ID == about {
				q.entry.SetText(c.Name + " ")
			}
		}
		q.overlay.Open(h.Window().Canvas())
	})
}

func newQuickLog(h Host, clients []rapport.Client) *quickLog {
	q := &quickLog{host: h, clients: clients, fixed: corrections{}}
	named := make([]intake.Named, len(clients))
	for i, c := range clients {
		named[i] = intake.Named{ID: c.ID, Name: c.Name}
	}
	q.context = intake.LineContext{Words: h.Speaker().Words(), Clients: intake.NewNames(named), Today: h.Practice().Today()}
	q.build()
	q.read("")
	return q
}

func (q *quickLog) build() {
	t := q.host.Speaker().T
	q.entry = widgets.NewLineEntry(t("log.example"))
	q.entry.OnChanged = q.read
	q.entry.OnSubmitted = func(string) { q.store() }
	q.chips = widgets.NewFlow(8)
	q.note = &widgets.Text{As: widgets.Lead}
	q.after = &widgets.Text{Color: widgets.ColorSoft}
	form := widgets.NewButton(t("log.use_form"), q.toForm)
	form.Role = widgets.Quiet
	cancel := widgets.NewButton(t("forms.cancel"), func() { q.overlay.Close() })
	cancel.Hint = t("log.cancel_hint")
	q.save = widgets.NewButton(t("forms.save"), q.store)
	q.save.Role, q.save.Hint = widgets.Primary, t("forms.save_hint")
	top := widgets.NewColumn(8, widgets.NewFlow(16,
		&widgets.Text{Text: t("log.what"), As: widgets.Label, Color: widgets.ColorMuted},
		&widgets.Text{Text: t("log.order"), As: widgets.Label, Color: widgets.ColorMuted}), q.entry)
	middle := widgets.NewColumn(12,
		&widgets.Text{Text: t("log.understood"), As: widgets.Label, Color: widgets.ColorMuted}, q.chips,
		widgets.NewTopRow(12, widgets.Inset(2, 0, 0, 0, &widgets.Icon{Name: "log"}), widgets.Stretch(q.note)))
	foot := widgets.NewColumn(12, q.after, widgets.NewFlow(8, q.save, cancel, form))
	card := &widgets.Card{Flush: true, Sections: []fyne.CanvasObject{
		widgets.Inset(24, 24, 16, 24, top), widgets.Inset(16, 24, 16, 24, middle), widgets.Inset(16, 24, 16, 24, foot)}}
	q.overlay = &widgets.Overlay{Content: card, First: q.entry.Focusable()}
}

// read understands the line anew and shows what was understood.
func (q *quickLog) read(text string) {
	q.line = intake.ParseLine(text, q.context)
	var marks []widgets.Underline
	for _, token := range q.line.Tokens {
		doubtful := token.Problem != nil || token.Role == intake.RoleClient && !q.line.Client.Sure()
		marks = append(marks, widgets.Underline{Start: token.Start, End: token.End, Doubtful: doubtful})
	}
	q.entry.Underline(marks)
	q.show()
}

// meant is the entry as it would be stored: the line with the corrections.
func (q *quickLog) meant() rapport.Entry {
	e := q.line.Entry
	for _, fix := range q.fixed {
		fix(&e)
	}
	if e.Kind != rapport.Complaint {
		e.Justified = ""
	}
	if e.Kind != rapport.Demand {
		e.Scope = ""
	}
	return e
}

// problem is why the entry cannot be stored yet; nil when it can. What was
// corrected by a click is no problem any more.
func (q *quickLog) problem(e rapport.Entry) error {
	if e.Client == (rapport.ID{}) {
		return q.line.Err()
	}
	if e.Kind == "" {
		return rapport.Refuse(intake.ErrLineKind, nil)
	}
	for _, token := range q.line.Tokens {
		if _, fixed := q.fixed[token.Role]; token.Problem != nil && !fixed {
			return token.Problem
		}
	}
	return e.Check(q.context.Today)
}

// show fills the panel: chips, note, and what would come of it.
func (q *quickLog) show() {
	e := q.meant()
	q.chips.Objects = q.chipsOf(e)
	q.chips.Refresh()
	q.note.Text, q.note.Color = e.Note, widgets.ColorInk
	if e.Note == "" {
		q.note.Text, q.note.Color = q.host.Speaker().T("log.no_note"), widgets.ColorMuted
	}
	q.note.Refresh()
	q.seen++
	err := q.problem(e)
	q.save.Locked = err != nil
	q.save.Refresh()
	switch {
	case q.entry.Text() == "" && len(q.fixed) == 0:
		q.say(q.host.Speaker().T("log.hint"))
	case err != nil:
		q.say(q.host.Speaker().Error(err))
	default:
		q.foresee(e)
	}
	q.overlay.Fit()
}

func (q *quickLog) say(text string) {
	q.after.Spans, q.after.Text = nil, text
	q.after.Refresh()
}

// foresee tells what the entry would do to the client's standing.
func (q *quickLog) foresee(e rapport.Entry) {
	seen := q.seen
	if q.after.Text != "" {
		q.say("") // what was said about the line before this letter
	}
	var before, after assess.Assessment
	q.host.Work(func(ctx context.Context) (err error) {
		before, after, err = q.host.Practice().Preview(ctx, e)
		return err
	}, func(err error) {
		if err != nil || seen != q.seen || !q.overlay.IsOpen() {
			return // typed on meanwhile; what is stored is judged anyway
		}
		q.after.Text = ""
		q.after.Spans = afterwards(q.host.Speaker(), before, after)
		q.after.Refresh()
		q.overlay.Fit()
	})
}

// afterwards words the preview, the verdict in its hue.
func afterwards(s *present.Speaker, before, after assess.Assessment) []widgets.Span {
	key := "log.after_same"
	if before.Verdict != after.Verdict {
		key = "log.after_other"
	}
	return []widgets.Span{
		{Text: s.T(key, present.Args{"From": int(before.Strain + 0.5), "To": int(after.Strain + 0.5)}) + " "},
		{Text: s.Verdict(after.Verdict), Bold: true, Color: widgets.Hue(string(after.Verdict)).Text},
	}
}

// store logs the entry and closes the panel once it is safe.
func (q *quickLog) store() {
	e := q.meant()
	if q.problem(e) != nil {
		return
	}
	e.ID = rapport.NewID()
	q.save.Disable()
	q.host.Work(func(ctx context.Context) error {
		_, err := q.host.Practice().Log(ctx, e)
		return err
	}, func(err error) {
		q.save.Enable()
		if err != nil {
			q.say(q.host.Speaker().Error(err))
			q.overlay.Fit()
			return
		}
		q.overlay.Close()
		q.host.Toast(q.host.Speaker().T("log.stored", present.Args{"What": q.host.Speaker().What(e), "Client": q.nameOf(e.Client)}), true)
	})
}

// toForm carries what was understood over into the form.
func (q *quickLog) toForm() {
	e := q.meant()
	if e.Kind == "" {
		e.Kind = rapport.Contact
	}
	q.overlay.Close()
	ShowEntryForm(q.host, q.clients, e, true)
}

func (q *quickLog) nameOf(client rapport.ID) string {
	for _, c := range q.clients {
		if c.ID == client {
			return c.Name
		}
	}
	return ""
}
