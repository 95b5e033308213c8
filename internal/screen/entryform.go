package screen

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// entryForm is the form for an entry, with everything that can be said of one.
type entryForm struct {
	*form
	entry rapport.Entry // as it is stored, or as it was understood
	fresh bool

	client  *clientChoice
	day     *widgets.DateField
	what    entryWhat
	ratings entryRatings
	minutes *widgets.Field
	given   *widgets.Field // money, with a remedy
	channel *widgets.Choice
	note    *widgets.Field
	spell   hardshipFields
}

// entryWhat is the kind with what belongs to some kinds only.
type entryWhat struct {
	kind, justified, scope *widgets.Choice
	hint                   *widgets.Text
}

// entryRatings are the scales. Energy and anger may be left unsaid.
type entryRatings struct{ severity, energy, anger *widgets.Rings }

// ShowEntryForm opens the form for an entry of one of the clients: a fresh one as
// far as it was understood, or one of the book to correct. Editing a hardship
// also shows how long it explains things.
func ShowEntryForm(h Host, clients []rapport.Client, e rapport.Entry, fresh bool) {
	if fresh || e.Kind != rapport.Hardship {
		newEntryForm(h, clients, e, rapport.Circumstance{}, fresh).open()
		return
	}
	load(h, func(ctx context.Context) (practice.ClientFile, error) {
		return h.Practice().Client(ctx, e.Client)
	}, func(file practice.ClientFile) {
		i := slices.IndexFunc(file.History.Circumstances, func(c rapport.Circumstance) bool { return c.Entry == e.ID })
		var spell rapport.Circumstance
		if i >= 0 {
			spell = file.History.Circumstances[i]
		}
		newEntryForm(h, clients, e, spell, false).open()
	})
}

func newEntryForm(h Host, clients []rapport.Client, e rapport.Entry, spell rapport.Circumstance, fresh bool) *entryForm {
	s := h.Speaker()
	title := s.T("entry.edit")
	if fresh {
		title = s.T("entry.new")
	}
	if e.On.IsZero() {
		e.On = h.Practice().Today()
	}
	f := &entryForm{form: newForm(h, title), entry: e, fresh: fresh}
	f.client = newClientChoice(h, s.T("entry.client"), "", func() []rapport.Client { return clients })
	if i := slices.IndexFunc(clients, func(c rapport.Client) bool { return c.ID == e.Client }); i >= 0 {
		f.client.set(clients[i])
	}
	f.day = dateField(h, s.T("entry.day"), e.On)
	f.what = f.newWhat()
	f.ratings = f.newRatings()
	f.minutes = widgets.NewField(s.T("entry.minutes"), s.T("entry.minutes_example"))
	if e.Cost.Minutes > 0 {
		f.minutes.SetText(strconv.Itoa(e.Cost.Minutes))
	}
	f.given = f.newGiven()
	f.channel = choiceOf(s.T("entry.channel"), s.T("entry.unsaid"), rapport.Channels(), s.Channel, e.Channel)
	f.note = widgets.NewMultiLine(s.T("field.note"), s.T("entry.note_example"))
	f.note.SetText(e.Note)
	f.spell = newHardshipFields(h, e.On, spell)
	return f
}

// choiceOf returns a choice among codes, the first option being that none is said.
func choiceOf[T ~string](label, unsaid string, codes []T, word func(T) string, chosen T) *widgets.Choice {
	options := []string{unsaid}
	for _, code := range codes {
		options = append(options, word(code))
	}
	return widgets.NewChoice(label, options, 1+slices.Index(codes, chosen), nil)
}

// codeOf is the code chosen, "" for unsaid.
func codeOf[T ~string](c *widgets.Choice, codes []T) T {
	if c.Selected < 1 {
		return ""
	}
	return codes[c.Selected-1]
}

// The codes the choices offer.
var (
	justifiedCodes = []rapport.Justified{rapport.JustifiedYes, rapport.JustifiedPartly, rapport.JustifiedNo, rapport.JustifiedUnsure}
	scopeCodes     = []rapport.Scope{rapport.ScopeIn, rapport.ScopeBeyond}
)

func (f *entryForm) newWhat() entryWhat {
	s, e := f.host.Speaker(), f.entry
	var kinds []string
	for _, k := range rapport.Kinds() {
		kinds = append(kinds, s.Kind(k))
	}
	w := entryWhat{hint: widgets.NewText("", widgets.ColorSoft)}
	w.kind = widgets.NewChoice(s.T("entry.kind"), kinds, slices.Index(rapport.Kinds(), e.Kind), func(int) { f.fit() })
	w.kind.Placeholder = s.T("entry.which_kind")
	w.justified = choiceOf(s.T("entry.justified"), s.T("entry.unsaid"), justifiedCodes, s.Justified, e.Justified)
	w.scope = choiceOf(s.T("entry.scope"), s.T("entry.unsaid"), scopeCodes, s.Scope, e.Scope)
	return w
}

func (f *entryForm) newRatings() entryRatings {
	s, e := f.host.Speaker(), f.entry
	words := func(from, to int, word func(int) string) []string {
		list := make([]string, to+1)
		for n := from; n <= to; n++ {
			list[n] = word(n)
		}
		return list
	}
	value := func(r rapport.Rating) int {
		if n, said := r.Get(); said {
			return n
		}
		return -1
	}
	severity := e.Severity
	if severity == 0 {
		severity = rapport.DefaultSeverity
	}
	unsaid := s.T("entry.unsaid")
	return entryRatings{
		severity: &widgets.Rings{Label: s.T("entry.severity"), Value: severity, Least: 1, Words: words(1, 5, s.Severity)},
		energy:   &widgets.Rings{Label: s.T("entry.energy"), Value: value(e.Cost.Energy), Least: -1, Unsaid: unsaid, Words: words(0, 5, s.Energy)},
		anger:    &widgets.Rings{Label: s.T("entry.anger"), Count: 10, Value: value(e.Cost.Anger), Least: -1, Unsaid: unsaid, Words: words(0, 10, s.Anger)},
	}
}

// kind is the kind chosen, "" while none is.
func (f *entryForm) kind() rapport.Kind {
	if f.what.kind.Selected < 0 {
		return ""
	}
	return rapport.Kinds()[f.what.kind.Selected]
}

// open lays the form out. The keyboard begins where the first thing is missing.
func (f *entryForm) open() {
	f.pair(f.client.Choice, f.day)
	f.column.Add(widgets.NewColumn(8, widgets.NewGrid(16, 220, f.what.kind, f.what.justified, f.what.scope), f.what.hint))
	f.column.Add(f.spell.box)
	f.column.Add(widgets.NewFlow(32, f.ratings.severity, f.ratings.energy))
	f.pair(f.minutes, f.channel)
	f.column.Add(f.given)
	f.column.Add(f.note)
	f.column.Add(f.ratings.anger)
	f.knows()
	if !f.fresh {
		// It can be taken back, and be restored from the trash.
		f.elsewhere(f.host.Speaker().T("entry.trash"), func() { trashEntry(f.host, f.entry.ID) })
	}
	said := "entry.changed"
	if f.fresh {
		said = "entry.logged"
	}
	f.suit()
	f.show(f.first(), f.collect, said)
	// Enter begins a new line in the note, so the key to name is the one that
	// works everywhere.
	t := f.host.Speaker().T
	f.save.Hint = t("keys.name.ctrl") + " " + t("keys.name.enter")
	f.overlay.Fit()
}

// knows tells by which names refusals know the fields.
func (f *entryForm) knows() {
	f.know(f.client.Choice, "client")
	f.know(f.day, "date")
	f.know(f.what.kind, "kind")
	f.know(f.minutes, "minutes")
	f.know(f.given, "amount")
	f.know(f.note, "note")
	f.know(f.spell.start, "start")
	f.know(f.spell.review, "review")
}

func (f *entryForm) first() fyne.Focusable {
	switch {
	case f.client.chosen == rapport.ID{}:
		return f.client.Focusable()
	case f.kind() == "":
		return f.what.kind.Focusable()
	}
	return f.note.Focusable()
}

// suit shows what belongs to the kind and hides the rest.
func (f *entryForm) suit() {
	kind := f.kind()
	f.what.justified.Hidden = kind != rapport.Complaint
	f.what.scope.Hidden = kind != rapport.Demand
	f.spell.box.Hidden = kind != rapport.Hardship
	f.given.Hidden = kind != rapport.Remedy
	f.given.Label = f.host.Speaker().T("entry.given", map[string]any{"Currency": string(f.currency())})
	f.given.Refresh()
	f.what.hint.Hidden = kind == ""
	if kind != "" {
		f.what.hint.Text = f.host.Speaker().KindHint(kind)
	}
	f.what.hint.Refresh()
}

func (f *entryForm) fit() {
	f.suit()
	f.relay()
}

// trashEntry moves an entry to the trash.
func trashEntry(h Host, entry rapport.ID) {
	do(h, func(ctx context.Context) error { return h.Practice().TrashEntry(ctx, entry) }, "entry.trashed")
}

// collect reads the fields.
func (f *entryForm) collect() (func(context.Context) error, error) {
	e, err := f.read()
	if err != nil {
		return nil, err
	}
	spell, err := f.spell.read(f.host, f.entry, e)
	if err != nil {
		return nil, err
	}
	if e.ID == (rapport.ID{}) {
		// Kept, so that a second try after a doubtful failure stores it once.
		e.ID = rapport.NewID()
		f.entry.ID = e.ID
	}
	return func(ctx context.Context) error { return f.store(ctx, e, spell) }, nil
}

// store does what the form was filled in for, in one deed.
func (f *entryForm) store(ctx context.Context, e rapport.Entry, spell rapport.Circumstance) (err error) {
	p := f.host.Practice()
	switch hardship := e.Kind == rapport.Hardship; {
	case f.fresh && hardship:
		_, err = p.LogHardship(ctx, e, spell)
	case f.fresh:
		_, err = p.Log(ctx, e)
	case hardship:
		err = p.EditHardship(ctx, e, spell)
	default:
		err = p.EditEntry(ctx, e)
	}
	return err
}

// read is the entry as the fields say, checked.
func (f *entryForm) read() (rapport.Entry, error) {
	e := f.entry
	e.Client, e.Kind, e.Severity = f.client.chosen, f.kind(), f.ratings.severity.Value
	if e.Client == (rapport.ID{}) {
		return e, &misread{field: "client", err: rapport.Refuse(errNoClient, nil)}
	}
	if e.Kind == "" {
		return e, &misread{field: "kind", err: rapport.Refuse(errNoKind, nil)}
	}
	e.Justified, e.Scope = "", ""
	if e.Kind == rapport.Complaint {
		e.Justified = codeOf(f.what.justified, justifiedCodes)
	}
	if e.Kind == rapport.Demand {
		e.Scope = codeOf(f.what.scope, scopeCodes)
	}
	e.Channel = codeOf(f.channel, rapport.Channels())
	e.Cost.Energy, e.Cost.Anger = rating(f.ratings.energy), rating(f.ratings.anger)
	e.Note = strings.TrimSpace(f.note.Text())
	var err error
	if e.On, err = dayOf(f.host, f.day, "date"); err != nil {
		return e, err
	}
	if e.Cost.Minutes, err = minutesOf(f.host, f.minutes); err != nil {
		return e, err
	}
	if e.Cost.Given, err = f.readGiven(e.Kind); err != nil {
		return e, err
	}
	return e, e.Check(f.host.Practice().Today())
}

// Why a form cannot be stored yet.
var (
	errNoClient = &rapport.Problem{Code: "entry_client"}
	errNoKind   = &rapport.Problem{Code: "entry_kind"}
)

// rating is what a scale says; below zero nothing was said.
func rating(r *widgets.Rings) rapport.Rating {
	if r.Value < 0 {
		return rapport.Rating{}
	}
	return rapport.Rated(r.Value)
}

// minutesOf reads a number of minutes; an empty field is none.
func minutesOf(h Host, f *widgets.Field) (int, error) {
	text := strings.TrimSpace(f.Text())
	if text == "" {
		return 0, nil
	}
	n, err := h.Speaker().ParseNumber(text)
	if err != nil || n != float64(int(n)) {
		return 0, &misread{field: "minutes", err: rapport.Refuse(rapport.ErrMinutes, rapport.Args{"value": text})}
	}
	return int(n), nil
}
