package screen

import (
	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// journalFilter is what the user wants to see. The zero filter is the whole
// journal.
type journalFilter struct {
	text   string
	kind   int // of kindChoices
	client rapport.ID
	only   []rapport.ID // the entries behind a reason; empty for any
	trash  bool
}

// narrows reports whether anything is left out.
func (f journalFilter) narrows() bool {
	return f.text != "" || f.kind != 0 || f.client != rapport.ID{} || len(f.only) > 0
}

// onlyClient reports whether the client is all that narrows.
func (f journalFilter) onlyClient() bool {
	return f.client != rapport.ID{} && f.text == "" && f.kind == 0 && len(f.only) == 0
}

func (f journalFilter) book() book.Filter {
	return book.Filter{Client: f.client, Kinds: kindChoices()[f.kind].kinds, Text: f.text, Only: f.only, Trashed: f.trash}
}

// kindChoice is an option of the choice of kinds: all, a group, or one.
type kindChoice struct {
	word  func(*present.Speaker) string
	kinds []rapport.Kind // nil for all
}

// kindChoices are the options, in the order they are offered.
func kindChoices() []kindChoice {
	choices := []kindChoice{{word: func(s *present.Speaker) string { return s.T("journal.any_kind") }}}
	byGroup := map[rapport.Group][]rapport.Kind{}
	var groups []rapport.Group
	for _, k := range rapport.Kinds() {
		if byGroup[k.Group()] == nil {
			groups = append(groups, k.Group())
		}
		byGroup[k.Group()] = append(byGroup[k.Group()], k)
	}
	for _, g := range groups {
		choices = append(choices, kindChoice{func(s *present.Speaker) string { return s.Group(g) }, byGroup[g]})
	}
	for _, k := range rapport.Kinds() {
		choices = append(choices, kindChoice{func(s *present.Speaker) string { return s.Kind(k) }, []rapport.Kind{k}})
	}
	return choices
}

// journalBar is what one narrows the journal with. It is built once, so that the
// keyboard stays in the search field while the list below it changes.
type journalBar struct {
	search *widgets.Field
	kind   *widgets.Choice
	client *clientChoice
	view   *widgets.Segment
	box    *fyne.Container
	quiet  bool // while show sets the fields, which is no wish of the user's
}

func newJournalBar(h Host, j *Journal) *journalBar {
	s := h.Speaker()
	b := &journalBar{}
	wish := func(set func(*journalFilter)) {
		if !b.quiet {
			set(&j.wanted)
			j.ask()
		}
	}
	b.search = widgets.NewField("", s.T("journal.search"))
	b.search.OnChanged = func(text string) { wish(func(f *journalFilter) { f.text = text }) }
	var words []string
	for _, c := range kindChoices() {
		words = append(words, c.word(s))
	}
	b.kind = widgets.NewChoice("", words, 0, func(i int) { wish(func(f *journalFilter) { f.kind = i }) })
	b.client = newClientChoice(h, "", s.T("journal.any_client"), func() []rapport.Client { return j.clients })
	b.client.changed = func() {
		wish(func(f *journalFilter) { f.client, f.only = b.client.chosen, nil })
	}
	b.view = &widgets.Segment{Options: []string{s.T("journal.view"), s.T("journal.trash")},
		OnChanged: func(i int) { wish(func(f *journalFilter) { f.trash, f.only = i == 1, nil }) }}
	b.box = widgets.NewGrid(8, 170, b.search, b.kind, b.client.Choice)
	return b
}

// show sets the fields to a filter that was not chosen in them.
func (b *journalBar) show(f journalFilter, client string) {
	b.quiet = true
	defer func() { b.quiet = false }()
	if b.search.Text() != f.text {
		b.search.SetText(f.text)
	}
	b.kind.Select(f.kind)
	if b.client.chosen != f.client {
		b.client.set(rapport.Client{ID: f.client, Name: client})
	}
	view := 0
	if f.trash {
		view = 1
	}
	b.view.Select(view)
}
