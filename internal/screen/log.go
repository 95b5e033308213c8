package screen

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/intake"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// quickLog is the panel with the quick line: what is typed is read as it is
// typed, shown as chips that can be clicked to correct it, and stored by Enter.
//
// It is meant for fast hands. It opens before the clients are fetched and reads
// the line again when they are there; and it closes at Enter, before the entry is
// stored, so that the next line goes nowhere else. Should storing fail, it comes
// back with everything that was typed.
type quickLog struct {
	host    Host
	clients []rapport.Client
	context intake.LineContext
	line    intake.Line
	fixed   corrections
	preview preview
	id      rapport.ID     // of the entry, the same when storing is tried again
	about   rapport.Client // whose page it was opened from; the line may name another
	known   lookup         // who it is about, asked only when that changes
	view    logView
}

// logView is what the panel is made of.
type logView struct {
	overlay *widgets.Overlay
	entry   *widgets.LineEntry
	chips   *fyne.Container
	note    *widgets.Text
	after   *widgets.Text // what would come of it, or what is missing
	save    *widgets.Button
	add     *widgets.Button // makes a client of an unknown name
	known   *fyne.Container // who there is a reminder about
}

// preview is the look ahead: one at a time, however fast the letters come.
type preview struct {
	running bool
	wanted  bool // something was typed since it began
}

// corrections are what the user set by clicking a chip; they win over the line.
type corrections map[intake.Role]func(*rapport.Entry)

// ShowLog opens the quick line, about a client if one is given.
func ShowLog(h Host, about rapport.ID) {
	q := newQuickLog(h)
	q.view.overlay.Open(h.Window().Canvas())
	load(h, func(ctx context.Context) ([]rapport.Client, error) {
		return h.Practice().Clients(ctx, true)
	}, func(clients []rapport.Client) {
		q.know(slices.DeleteFunc(clients, func(c rapport.Client) bool { return c.Archived && c.ID != about }), about)
	})
}

func newQuickLog(h Host) *quickLog {
	q := &quickLog{host: h, fixed: corrections{}, id: rapport.NewID()}
	q.context = intake.LineContext{Words: h.Speaker().Words(), Clients: intake.NewNames(nil), Today: h.Practice().Today()}
	q.build()
	q.read("")
	return q
}

// know brings in the clients, and the one it is about unless the line says
// otherwise.
func (q *quickLog) know(clients []rapport.Client, about rapport.ID) {
	q.clients = clients
	named := make([]intake.Named, len(clients))
	for i, c := range clients {
		named[i] = intake.Named{ID: c.ID, Name: c.Name}
		if c.ID == about {
			q.about = c
		}
	}
	q.context.Clients = intake.NewNames(named)
	q.read(q.view.entry.Text())
}

func (q *quickLog) build() {
	t := q.host.Speaker().T
	q.view.entry = widgets.NewLineEntry(t("log.example"))
	q.view.entry.OnChanged = q.read
	q.view.entry.OnSubmitted = func(string) { q.store() }
	q.view.chips = widgets.NewFlow(8)
	q.view.note = &widgets.Text{As: widgets.Lead}
	q.view.after = &widgets.Text{Color: widgets.ColorSoft}
	top := widgets.NewColumn(8, widgets.NewFlow(16,
		&widgets.Text{Text: t("log.what"), As: widgets.Label, Color: widgets.ColorMuted},
		&widgets.Text{Text: t("log.order"), As: widgets.Label, Color: widgets.ColorMuted}), q.view.entry)
	middle := widgets.NewColumn(12,
		&widgets.Text{Text: t("log.understood"), As: widgets.Label, Color: widgets.ColorMuted}, q.view.chips,
		widgets.NewTopRow(12, widgets.Inset(2, 0, 0, 0, &widgets.Icon{Name: "log"}), widgets.Stretch(q.view.note)))
	q.view.known = widgets.NewColumn(8)
	foot := widgets.NewColumn(12, q.view.known, q.view.after, q.buttons())
	card := &widgets.Card{Flush: true, Sections: []fyne.CanvasObject{
		widgets.Inset(24, 24, 16, 24, top), widgets.Inset(16, 24, 16, 24, middle), widgets.Inset(16, 24, 16, 24, foot)}}
	q.view.overlay = &widgets.Overlay{Content: card, First: q.view.entry.Focusable(), Firm: true}
}

func (q *quickLog) buttons() fyne.CanvasObject {
	t := q.host.Speaker().T
	form := widgets.NewButton(t("log.use_form"), q.toForm)
	form.Role = widgets.Quiet
	cancel := widgets.NewButton(t("forms.cancel"), func() { q.view.overlay.Close() })
	cancel.Hint = t("log.cancel_hint")
	q.view.save = widgets.NewButton(t("forms.save"), q.store)
	q.view.save.Role, q.view.save.Hint = widgets.Primary, t("forms.save_hint")
	q.view.add = widgets.NewButton("", q.addClient)
	q.view.add.Icon, q.view.add.Hidden = "plus", true
	return widgets.NewFlow(8, q.view.save, q.view.add, cancel, form)
}

// offer shows the button that makes a client of a name nobody bears.
func (q *quickLog) offer(e rapport.Entry) {
	name := q.line.Client.Text
	q.view.add.Hidden = name == "" || e.Client != rapport.ID{}
	q.view.add.Text = q.host.Speaker().T("log.add_client", present.Args{"Name": name})
	q.view.add.Refresh()
}

// addClient makes the client and goes on with the line.
func (q *quickLog) addClient() {
	name := q.line.Client.Text
	load(q.host, func(ctx context.Context) ([]rapport.Client, error) {
		p := q.host.Practice()
		settings, err := p.Settings(ctx)
		if err != nil {
			return nil, err
		}
		if _, err = p.AddClient(ctx, newClient(q.host, settings, name)); err != nil {
			return nil, err
		}
		return p.Clients(ctx, false)
	}, func(clients []rapport.Client) {
		q.know(clients, q.about.ID)
		q.view.entry.Focus()
	})
}

// read understands the line anew and shows what was understood.
func (q *quickLog) read(text string) {
	q.line = q.understand(text)
	var marks []widgets.Underline
	for _, token := range q.line.Tokens {
		marks = append(marks, widgets.Underline{Start: token.Start, End: token.End, Doubtful: token.Problem != nil})
	}
	q.view.entry.Underline(marks)
	q.show()
}

// understand reads the line. Where it names no client it is read as if it began
// with the one whose page it was opened from.
func (q *quickLog) understand(text string) intake.Line {
	line := intake.ParseLine(text, q.context)
	if line.Client.Sure() || q.about.ID == (rapport.ID{}) {
		return line
	}
	lead := len(q.about.Name) + 1
	line = intake.ParseLine(q.about.Name+" "+text, q.context)
	var tokens []intake.Token
	for _, token := range line.Tokens {
		if token.Start >= lead {
			token.Start, token.End = token.Start-lead, token.End-lead
			tokens = append(tokens, token)
		}
	}
	line.Tokens = tokens
	return line
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
	q.view.chips.Objects = q.chipsOf(e)
	q.view.chips.Refresh()
	q.view.note.Text, q.view.note.Color = e.Note, widgets.ColorInk
	if e.Note == "" {
		q.view.note.Text, q.view.note.Color = q.host.Speaker().T("log.no_note"), widgets.ColorMuted
	}
	q.view.note.Refresh()
	err := q.problem(e)
	q.offer(e)
	q.remind(e)
	q.view.save.Locked = err != nil
	q.view.save.Refresh()
	switch {
	case q.view.entry.Text() == "" && len(q.fixed) == 0:
		q.say(q.host.Speaker().T("log.hint"))
	case err != nil:
		q.say(q.host.Speaker().Error(err))
	default:
		q.foresee(e)
	}
	q.view.overlay.Fit()
}

func (q *quickLog) say(text string) {
	q.view.after.Spans, q.view.after.Text = nil, text
	q.view.after.Refresh()
}

// foresee tells what the entry would do to the client's standing. While one
// preview is being worked out the next one waits, and only the last is done.
func (q *quickLog) foresee(e rapport.Entry) {
	if q.view.after.Text != "" {
		q.say("") // what was said about the line before this letter
	}
	if q.preview.running {
		q.preview.wanted = true
		return
	}
	q.preview = preview{running: true}
	var before, after assess.Assessment
	q.host.Work(func(ctx context.Context) (err error) {
		before, after, err = q.host.Practice().Preview(ctx, e)
		return err
	}, func(err error) {
		again := q.preview.wanted
		q.preview = preview{}
		switch {
		case !q.view.overlay.IsOpen():
		case again:
			q.show()
		case err == nil: // what is stored is judged anyway
			q.view.after.Text, q.view.after.Spans = "", afterwards(q.host.Speaker(), before, after)
			q.view.after.Refresh()
			q.view.overlay.Fit()
		}
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

// store logs the entry. The panel is closed at once and comes back if that fails.
func (q *quickLog) store() {
	e := q.meant()
	if q.problem(e) != nil {
		return
	}
	e.ID = q.id
	q.view.overlay.Close()
	q.host.Work(func(ctx context.Context) error {
		_, err := q.host.Practice().Log(ctx, e)
		return err
	}, func(err error) {
		if err != nil {
			q.view.overlay.Open(q.host.Window().Canvas())
			q.say(q.host.Speaker().Error(err))
			q.view.overlay.Fit()
			return
		}
		q.host.Toast(q.host.Speaker().T("log.stored", present.Args{"What": q.host.Speaker().What(e), "Client": q.nameOf(e.Client)}), true)
	})
}

// toForm carries what was understood over into the form.
func (q *quickLog) toForm() {
	e := q.meant()
	if e.Kind == "" {
		e.Kind = rapport.Contact
	}
	q.view.overlay.Close()
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
