package screen

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// Map is Review drawn: what an hour with each client brings against how heavy it
// is. Beside it stands what is known of the client selected or pointed at, and how
// many have which verdict.
type Map struct {
	host     Host
	page     present.MapPage
	currency rapport.Currency // the user's choice among several; "" leaves it to the page
	only     rapport.Verdict  // the verdict looked for, "" for all
	selected rapport.ID

	view    *widgets.Page
	scatter *widgets.Scatter
	detail  *fyne.Container
	coins   *widgets.Segment // stays when the map is drawn anew, with the keyboard on it
}

// NewMap returns the screen, empty until it is shown.
func NewMap(h Host) *Map {
	return &Map{host: h, view: widgets.NewPage(widgets.NewColumn(0)), coins: &widgets.Segment{}}
}

// mapSegment is the switch between the list and the map of Review, at the top
// right of both; 0 is the list.
func mapSegment(h Host, selected int) *widgets.Segment {
	t := h.Speaker().T
	s := &widgets.Segment{Options: []string{t("map.as_list"), t("map.as_map")}, Selected: selected}
	s.OnChanged = func(index int) {
		s.Selected = selected // it will be found as it was left
		s.Refresh()
		if index == 1 {
			h.Go(Place{Name: AtMap})
			return
		}
		h.Go(Place{Name: AtReview})
	}
	return s
}

// Content is part of [Screen].
func (m *Map) Content() fyne.CanvasObject { return m.view }

// Wants is part of [Screen]: every deed may move somebody.
func (m *Map) Wants(c practice.Change) bool { return c.Deed != practice.DeedReassess }

// mapFound is what the map is made of.
type mapFound struct {
	standings []assess.Standing
	settings  practice.Settings
}

// Show is part of [Screen].
func (m *Map) Show(Place) {
	load(m.host, func(ctx context.Context) (found mapFound, err error) {
		if found.standings, err = m.host.Practice().Review(ctx); err != nil {
			return found, err
		}
		found.settings, err = m.host.Practice().Settings(ctx)
		return found, err
	}, m.fill)
}

func (m *Map) fill(found mapFound) {
	offset := m.view.Offset()
	m.page = present.Map(m.host.Speaker(), found.standings, target(m.host, found.settings), m.currency)
	if !slices.ContainsFunc(m.page.Counts, func(c present.VerdictCount) bool { return c.Verdict == m.only }) {
		m.only = "" // nobody is left to look for
	}
	m.view.SetContent(m.build(func(to rapport.Currency) {
		m.currency = to
		m.fill(found)
	}))
	m.view.ScrollTo(offset)
}

// target is what an hour should bring, as the settings say; zero if they don't.
func target(h Host, settings practice.Settings) rapport.Money {
	if settings.TargetRate == 0 {
		return rapport.Money{}
	}
	return rapport.Money{Minor: settings.TargetRate, Currency: ownCurrency(h, settings)}
}

// ownCurrency is the one the user chose, else the one of their region.
func ownCurrency(h Host, settings practice.Settings) rapport.Currency {
	if settings.Currency != "" {
		return rapport.Currency(settings.Currency)
	}
	return h.Speaker().Currency()
}

func (m *Map) build(choose func(rapport.Currency)) fyne.CanvasObject {
	t := m.host.Speaker().T
	actions := []fyne.CanvasObject{mapSegment(m.host, 1)}
	if len(m.page.Currencies) > 1 {
		actions = append(actions, m.currencies(choose))
	}
	if len(m.page.Dots) > 0 {
		actions = append(actions, widgets.NewButton(t("map.read"), func() {
			ShowText(m.host, m.page.Answer, m.page.Passages(m.host.Speaker()))
		}))
	}
	column := widgets.NewColumn(24, widgets.NewHead(m.page.Answer, m.page.Subline, actions...))
	if len(m.page.Dots) == 0 {
		column.Add(m.empty())
	} else {
		column.Add(widgets.NewSplit(mapAside, widgets.NewCard(m.chart()), widgets.NewColumn(12, m.aside(), m.counts())))
	}
	if len(m.page.Without) > 0 {
		column.Add(m.without())
	}
	return column
}

// mapAside is the width of what stands beside the map.
const mapAside float32 = 296

// currencies switches between the maps: amounts of two currencies have no common
// axis.
func (m *Map) currencies(choose func(rapport.Currency)) fyne.CanvasObject {
	s := m.coins
	s.Options, s.Selected = nil, -1
	for i, c := range m.page.Currencies {
		s.Options = append(s.Options, string(c))
		if c == m.page.Currency {
			s.Selected = i
		}
	}
	s.OnChanged = func(index int) { choose(m.page.Currencies[index]) }
	s.Refresh()
	return s
}

// empty is what stands where nobody's hours are known.
func (m *Map) empty() fyne.CanvasObject {
	t := m.host.Speaker().T
	if len(m.page.Without) == 0 {
		add := widgets.NewButton(t("review.add_client"), func() { ShowClientForm(m.host, nil) })
		add.Icon = "plus"
		return widgets.EmptyPlace("people", t("map.nobody"), add)
	}
	return widgets.EmptyPlace("invoice", t("map.no_hours"),
		widgets.NewButton(t("map.add_hours"), func() { pickForHours(m.host) }))
}

// pickForHours leads to a client, on whose page the invoices can be given hours.
func pickForHours(h Host) {
	load(h, func(ctx context.Context) ([]rapport.Client, error) {
		return h.Practice().Clients(ctx, false)
	}, func(clients []rapport.Client) {
		pickClient(h, clients, func(c rapport.Client) { h.Go(Place{Name: AtClient, Client: c.ID}) })
	})
}

// chart draws the dots.
func (m *Map) chart() fyne.CanvasObject {
	t := m.host.Speaker().T
	s := widgets.NewScatter()
	s.X = widgets.Axis{To: 100, Title: t("map.strain")}
	for _, at := range []float64{0, 25, 50, 75, 100} {
		s.X.Ticks = append(s.X.Ticks, widgets.AxisTick{At: at, Text: m.host.Speaker().Number(at, 0)})
	}
	s.Y = widgets.Axis{To: m.page.Top, Title: m.page.Unit}
	for _, tick := range m.page.Ticks {
		s.Y.Ticks = append(s.Y.Ticks, widgets.AxisTick{At: tick.At, Text: tick.Text})
	}
	if m.page.TargetText != "" {
		s.Target = widgets.Level{At: m.page.Target, Text: m.page.TargetText}
	}
	s.Corners = m.corners()
	for _, dot := range m.page.Dots {
		s.Dots = append(s.Dots, widgets.Dot{X: dot.Strain, Y: dot.Value, Share: dot.Share, Code: string(dot.Verdict),
			Label: dot.Name, Bold: dot.Strong, Aside: m.looksPast(dot)})
	}
	s.Selected = m.settled()
	dots := m.page.Dots // a key may still reach this map when another has taken its place
	s.On = widgets.ScatterEvents{
		Selected: func(dot int) { m.choose(dots[dot].Client) },
		Opened:   func(dot int) { m.open(dots[dot].Client) },
		Pointed:  m.describe,
	}
	m.scatter = s
	return s
}

// settled returns the dot selected before, or else, since the card beside the map
// is about somebody, the heaviest of those looked for.
func (m *Map) settled() int {
	heaviest := -1
	for i, dot := range m.page.Dots {
		if m.looksPast(dot) {
			continue
		}
		if dot.Client == m.selected {
			return i
		}
		if heaviest < 0 || dot.Strain > m.page.Dots[heaviest].Strain {
			heaviest = i
		}
	}
	return heaviest
}

// looksPast reports whether a dot is not among those looked for.
func (m *Map) looksPast(dot present.MapDot) bool { return m.only != "" && dot.Verdict != m.only }

// corners says what the corners of the map mean. What is well paid is only known
// where there is a target.
func (m *Map) corners() [4]string {
	t := m.host.Speaker().T
	if m.page.TargetText == "" {
		return [4]string{t("map.light"), t("map.heavy"), "", ""}
	}
	return [4]string{t("map.light_above"), t("map.heavy_above"), t("map.light_below"), t("map.heavy_below")}
}

func (m *Map) choose(client rapport.ID) {
	m.selected = client
	m.describe(-1)
}

func (m *Map) open(client rapport.ID) { m.host.Go(Place{Name: AtClient, Client: client}) }

// aside is the card about one client.
func (m *Map) aside() fyne.CanvasObject {
	m.detail = widgets.NewColumn(0)
	m.describe(-1)
	return m.detail
}

// describe shows the dot pointed at, else the one selected.
func (m *Map) describe(pointed int) {
	dot := pointed
	if dot < 0 {
		dot = m.scatter.Selected
	}
	known := dot >= 0 && dot < len(m.page.Dots)
	m.detail.Hidden = !known // nobody on the map has the verdict looked for
	if known {
		m.detail.Objects = []fyne.CanvasObject{m.card(dot)}
	}
	m.view.Refresh()
}

func (m *Map) card(dot int) fyne.CanvasObject {
	d := m.page.Dots[dot]
	var rows []fyne.CanvasObject
	for _, fact := range d.Facts {
		rows = append(rows, widgets.KeyValue(fact.Label, fact.Value, true))
	}
	open := &widgets.Button{Text: m.host.Speaker().T("map.open"), OnTapped: func() { m.open(d.Client) }}
	return widgets.NewCard(widgets.NewColumn(12,
		widgets.NewFlow(0, &widgets.VerdictChip{Code: string(d.Verdict), Word: d.Word}),
		widgets.NewColumn(4, &widgets.Text{Text: d.Name, As: widgets.Name, Bold: true}, widgets.NewText(d.Why, widgets.ColorSoft)),
		widgets.NewColumn(0, &widgets.Hairline{}, widgets.KeyValues(rows...)),
		open))
}

// counts narrows the map to one verdict, and back.
func (m *Map) counts() fyne.CanvasObject {
	s := m.host.Speaker()
	var rows []widgets.TallyRow
	chosen := -1
	for i, count := range m.page.Counts {
		rows = append(rows, widgets.TallyRow{Code: string(count.Verdict), Word: count.Word, Number: s.Number(float64(count.Count), 0)})
		if count.Verdict == m.only {
			chosen = i
		}
	}
	tally := widgets.NewTally(rows, nil)
	tally.Chosen = chosen
	all := m.page.Counts
	tally.OnOpened = func(row int) { m.narrow(tally, row, all[row].Verdict) }
	return widgets.NewCard(widgets.NewColumn(8,
		&widgets.Text{Text: s.T("map.counts"), As: widgets.Label, Color: widgets.ColorMuted}, tally))
}

// narrow shows only the clients with one verdict; the same again shows all.
func (m *Map) narrow(tally *widgets.Tally, row int, verdict rapport.Verdict) {
	if verdict == m.only {
		m.only, tally.Chosen = "", -1
	} else {
		m.only, tally.Chosen = verdict, row
	}
	for i, dot := range m.page.Dots {
		m.scatter.Dots[i].Aside = m.looksPast(dot)
	}
	m.scatter.Selected = m.settled()
	m.scatter.Refresh()
	tally.Refresh()
	m.describe(-1)
}

// mapMost is how many of those without a place are named; Review lists everybody.
const mapMost = 12

// without lists who cannot be placed, and why.
func (m *Map) without() fyne.CanvasObject {
	t := m.host.Speaker()
	var rows []fyne.CanvasObject
	for _, gap := range m.page.Without[:min(mapMost, len(m.page.Without))] {
		link := widgets.NewLink(gap.Name, func() { m.host.Go(Place{Name: AtClient, Client: gap.Client}) })
		rows = append(rows, widgets.Inset(6, 0, 6, 0, widgets.NewRow(16,
			widgets.VerdictIcon(string(gap.Verdict), widgets.IconSmall), link, widgets.Stretch(widgets.NewText(gap.Why, widgets.ColorMuted)))))
	}
	if more := len(m.page.Without) - len(rows); more > 0 {
		rows = append(rows, widgets.Inset(6, 0, 6, 0, widgets.NewText(t.N("map.more", more), widgets.ColorMuted)))
	}
	return widgets.NewColumn(8,
		widgets.SectionHead(t.T("map.without"), t.Number(float64(len(m.page.Without)), 0)),
		widgets.NewCard(widgets.KeyValues(rows...)))
}
