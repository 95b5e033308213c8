package screen

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/intake"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// hit is one thing that can be found: what it is called, and what choosing it
// does.
type hit struct {
	icon string
	text string
	note string // at the right: the key that does the same, or what sort of thing it is
	pick func()
}

// finder is a panel with one line to type into and below it what was found. Up
// and Down move among the results, Enter takes one.
type finder struct {
	overlay *widgets.Overlay
	entry   *widgets.LineEntry
	results *fyne.Container
	look    func(text string) []hit
	nothing string // what to say when nothing was found

	hits    []hit
	rows    []*hitRow
	current int
}

// mostHits is how many results are shown: as many as one takes in at a glance.
const mostHits = 8

// newFinder returns a finder that asks look what a text finds.
func newFinder(example, nothing string, look func(string) []hit) *finder {
	f := &finder{look: look, nothing: nothing, results: widgets.NewColumn(0)}
	f.entry = widgets.NewLineEntry(example)
	f.entry.OnChanged = f.search
	f.entry.OnSubmitted = func(string) { f.take(f.current) }
	f.entry.OnKey = f.key
	card := &widgets.Card{Flush: true, Sections: []fyne.CanvasObject{
		widgets.Inset(20, 24, 12, 24, widgets.NewTopRow(16,
			widgets.Inset(6, 0, 0, 0, &widgets.Icon{Name: "search", Color: widgets.ColorMuted}), widgets.Stretch(f.entry))),
		widgets.Inset(8, 8, 8, 8, f.results)}}
	f.overlay = &widgets.Overlay{Content: card, Width: 560, First: f.entry.Focusable()}
	return f
}

// open shows the panel with what is offered before anything is typed.
func (f *finder) open(h Host) {
	f.search("")
	f.overlay.Open(h.Window().Canvas())
}

func (f *finder) search(text string) {
	f.hits = f.look(strings.TrimSpace(text))
	f.hits = f.hits[:min(len(f.hits), mostHits)]
	f.results.RemoveAll()
	f.rows = nil
	for i, hit := range f.hits {
		row := newHitRow(hit, func() { f.take(i) }, func() { f.move(i) })
		f.rows = append(f.rows, row)
		f.results.Add(row)
	}
	if len(f.hits) == 0 {
		f.results.Add(widgets.Inset(8, 16, 8, 16, widgets.NewText(f.nothing, widgets.ColorMuted)))
	}
	f.current = 0
	f.move(0)
	f.overlay.Fit()
}

// key moves among the results without leaving the line.
func (f *finder) key(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeyDown:
		f.move(min(f.current+1, len(f.rows)-1))
	case fyne.KeyUp:
		f.move(max(f.current-1, 0))
	default:
		return false
	}
	return true
}

func (f *finder) move(to int) {
	for i, row := range f.rows {
		row.mark(i == to)
	}
	f.current = to
}

// take closes the panel and does what the result stands for.
func (f *finder) take(index int) {
	if index < 0 || index >= len(f.hits) {
		return
	}
	f.overlay.Close()
	f.hits[index].pick()
}

// ShowFind opens the panel that leads anywhere: to clients by name, to places and
// to what can be done.
func ShowFind(h Host) {
	load(h, func(ctx context.Context) ([]rapport.Client, error) {
		return h.Practice().Clients(ctx, true)
	}, func(clients []rapport.Client) {
		t := h.Speaker().T
		people, commands := newClientSearch(clients), commands(h)
		f := newFinder(t("find.example"), t("find.nothing"), func(text string) []hit {
			var hits []hit
			for _, c := range people.find(text, false) {
				note := t("find.client")
				if c.Archived {
					note = t("find.archived")
				}
				hits = append(hits, hit{icon: "people", text: c.Name, note: note,
					pick: func() { h.Go(Place{Name: AtClient, Client: c.ID}) }})
			}
			hits = append(hits, before(h, people, text)...)
			return append(hits, matching(commands, text)...)
		})
		f.open(h)
	})
}

// before offers the heads-up for the clients a text means: typed as "heads-up
// name", or below them when only one is meant.
func before(h Host, people *clientSearch, text string) (hits []hit) {
	word := h.Speaker().T("way_page.heads_up")
	name, asked := strings.CutPrefix(intake.Fold(text), intake.Fold(word))
	if !asked {
		name = text
	}
	found := people.find(strings.Trim(name, " :"), false)
	if !asked && len(found) != 1 {
		return nil
	}
	for _, c := range found {
		hits = append(hits, hit{icon: "look", text: word + ": " + c.Name,
			pick: func() { ShowHeadsUp(h, c.ID) }})
	}
	return hits
}

// commands are the places and deeds that can be found, with their keys.
func commands(h Host) []hit {
	t := h.Speaker().T
	keys := func(key string) string { return t("keys.name.ctrl") + " " + key }
	to := func(name PlaceName) func() { return func() { h.Go(Place{Name: name}) } }
	with := func(then func(rapport.Client)) func() { return func() { withClient(h, then) } }
	return []hit{
		{"log", t("find.log"), keys("L"), func() { ShowLog(h, rapport.ID{}) }},
		{"plus", t("find.new_client"), keys("N"), func() { ShowClientForm(h, nil) }},
		{"review", t("find.review"), keys("1"), to(AtReview)},
		{"journal", t("find.journal"), keys("2"), to(AtJournal)},
		{"insights", t("find.insights"), keys("3"), to(AtInsights)},
		{"people", t("find.map"), keys("M"), to(AtMap)},
		{"settings", t("find.settings"), keys(","), to(AtSettings)},
		{"import", t("find.import"), keys("I"), func() { PickImport(h) }},
		{"open", t("find.export"), keys("E"), func() { ShowExport(h) }},
		{"promise", t("find.promise"), keys("P"), func() { ShowPromise(h, rapport.ID{}) }},
		{"look", t("find.heads_up"), keys("H"), func() { ShowHeadsUp(h, rapport.ID{}) }},
		{"extra_mile", t("find.guides"), keys("G"), to(AtGuides)},
		{"open", t("find.dossier"), "", with(func(c rapport.Client) { ShowDossier(h, c) })},
		{"review", t("find.sheet"), "", with(func(c rapport.Client) { h.Go(Place{Name: AtSheet, Client: c.ID}) })},
		{"look", t("find.flag"), "", with(func(c rapport.Client) { ShowFlagForm(h, c.ID, "", 0) })},
		{"journal", t("find.letter"), "", with(func(c rapport.Client) { h.Go(Place{Name: AtLetter, Client: c.ID}) })},
		{"end", t("ending_page.begin_button"), "", with(func(c rapport.Client) { h.Go(Place{Name: AtEnding, Client: c.ID}) })},
		{"unclear", t("find.keys"), "F1", func() { ShowKeys(h) }},
	}
}

// matching returns the hits whose words begin with what was typed.
func matching(hits []hit, text string) []hit {
	wanted := strings.Fields(intake.Fold(text))
	var found []hit
	for _, h := range hits {
		words := strings.Fields(intake.Fold(h.text))
		if !slices.ContainsFunc(wanted, func(w string) bool { return !anyBegins(words, w) }) {
			found = append(found, h)
		}
	}
	return found
}

func anyBegins(words []string, start string) bool {
	return slices.ContainsFunc(words, func(word string) bool { return strings.HasPrefix(word, start) })
}

// clientSearch finds clients while their name is being typed.
type clientSearch struct {
	clients []rapport.Client
	folded  []string
	byID    map[rapport.ID]int
	names   *intake.Names
}

func newClientSearch(clients []rapport.Client) *clientSearch {
	s := &clientSearch{clients: clients, byID: make(map[rapport.ID]int, len(clients))}
	named := make([]intake.Named, len(clients))
	for i, c := range clients {
		named[i] = intake.Named{ID: c.ID, Name: c.Name}
		s.folded = append(s.folded, intake.Fold(c.Name))
		s.byID[c.ID] = i
	}
	s.names = intake.NewNames(named)
	return s
}

// find returns clients, the likeliest first: those the text means, then those it
// stands in anywhere. Without a text it is the first ones by name, if everyone is
// offered, else nobody.
func (s *clientSearch) find(text string, everyone bool) []rapport.Client {
	if text == "" && everyone {
		return s.clients[:min(len(s.clients), mostHits)]
	}
	if text == "" {
		return nil
	}
	match := s.names.Find(text)
	meant := match.Candidates
	if match.Sure() {
		meant = []intake.Named{match.Found}
	}
	var found []rapport.Client
	for _, named := range meant {
		found = append(found, s.clients[s.byID[named.ID]])
	}
	part := intake.Fold(text)
	for i, name := range s.folded {
		if len(found) >= mostHits {
			break
		}
		known := slices.ContainsFunc(found, func(c rapport.Client) bool { return c.ID == s.clients[i].ID })
		if strings.Contains(name, part) && !known {
			found = append(found, s.clients[i])
		}
	}
	return found
}

// pickClient opens a finder among clients and hands on the one chosen.
func pickClient(h Host, clients []rapport.Client, chosen func(rapport.Client)) {
	t := h.Speaker().T
	search := newClientSearch(clients)
	newFinder(t("find.whom"), t("find.nobody"), func(text string) []hit {
		var hits []hit
		for _, c := range search.find(text, true) {
			hits = append(hits, hit{icon: "people", text: c.Name, pick: func() { chosen(c) }})
		}
		return hits
	}).open(h)
}

// clientChoice is a field whose value is one of any number of clients. It opens a
// finder, since a list of thousands is no choice.
type clientChoice struct {
	*widgets.Choice
	chosen  rapport.ID
	terms   rapport.Terms // of the one chosen
	anyone  string        // the option to choose none; "" if one has to be chosen
	changed func()
}

// newClientChoice returns a choice among clients; anyone, if not "", names the
// option to choose none of them.
func newClientChoice(h Host, label, anyone string, clients func() []rapport.Client) *clientChoice {
	c := &clientChoice{Choice: widgets.NewChoice(label, nil, -1, nil), anyone: anyone, changed: func() {}}
	c.Placeholder = h.Speaker().T("find.whom")
	c.set(rapport.Client{})
	c.OnOpened = func() {
		t := h.Speaker().T
		search := newClientSearch(clients())
		newFinder(t("find.whom"), t("find.nobody"), func(text string) []hit {
			var hits []hit
			if anyone != "" && text == "" {
				hits = append(hits, hit{icon: "people", text: anyone, pick: func() { c.set(rapport.Client{}); c.changed() }})
			}
			for _, client := range search.find(text, true) {
				hits = append(hits, hit{icon: "people", text: client.Name, pick: func() { c.set(client); c.changed() }})
			}
			return hits
		}).open(h)
	}
	return c
}

// set shows a client as chosen; the zero client is none.
func (c *clientChoice) set(client rapport.Client) {
	c.chosen, c.terms, c.Options, c.Selected = client.ID, client.Terms, []string{client.Name}, 0
	if client.ID == (rapport.ID{}) {
		c.Options = []string{c.anyone}
	}
	if c.Options[0] == "" {
		c.Selected = -1
	}
	c.SetProblem("")
}
