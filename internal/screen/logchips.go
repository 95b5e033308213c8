package screen

import (
	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/intake"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// chipsOf shows an entry as chips. Client, kind, day and severity always stand
// there, the rest where it was said or belongs to the kind.
func (q *quickLog) chipsOf(e rapport.Entry) []fyne.CanvasObject {
	s := q.host.Speaker()
	chips := []fyne.CanvasObject{q.clientChip(e), q.kindChip(e)}
	if e.Kind == rapport.Complaint {
		codes := []rapport.Justified{rapport.JustifiedYes, rapport.JustifiedPartly, rapport.JustifiedNo, rapport.JustifiedUnsure}
		chips = append(chips, choose(q, intake.RoleJustified, &widgets.Chip{Icon: "unclear", Label: s.T("log.justified"), Value: s.Justified(e.Justified)},
			codes, s.Justified, func(e *rapport.Entry, j rapport.Justified) { e.Justified = j }))
	}
	if e.Kind == rapport.Demand {
		chips = append(chips, choose(q, intake.RoleScope, &widgets.Chip{Label: s.T("log.scope"), Value: s.Scope(e.Scope)},
			[]rapport.Scope{rapport.ScopeIn, rapport.ScopeBeyond}, s.Scope, func(e *rapport.Entry, v rapport.Scope) { e.Scope = v }))
	}
	chips = append(chips, choose(q, intake.RoleSeverity, &widgets.Chip{Label: s.T("log.severity"), Scale: 5, Filled: e.Severity, Value: s.Number(float64(e.Severity), 0)},
		[]int{1, 2, 3, 4, 5}, s.Severity, func(e *rapport.Entry, n int) { e.Severity = n }))
	chips = append(chips, q.energyChip(e))
	if e.Cost.Minutes > 0 {
		chips = append(chips, choose(q, intake.RoleMinutes, &widgets.Chip{Icon: "clock", Label: s.T("log.unbilled"), Value: s.Duration(e.Cost.Minutes)},
			[]int{0, 5, 10, 15, 20, 30, 45, 60, 90, 120}, s.Duration, func(e *rapport.Entry, n int) { e.Cost.Minutes = n }))
	}
	if e.Channel != "" {
		chips = append(chips, choose(q, intake.RoleChannel, &widgets.Chip{Value: s.Channel(e.Channel)},
			rapport.Channels(), s.Channel, func(e *rapport.Entry, c rapport.Channel) { e.Channel = c }))
	}
	return append(chips, q.dayChip(e))
}

func (q *quickLog) clientChip(e rapport.Entry) fyne.CanvasObject {
	t := q.host.Speaker().T
	name := q.nameOf(e.Client)
	if name == "" {
		name = t("log.whom")
	}
	clients := q.clients
	if candidates := q.line.Client.Candidates; e.Client == (rapport.ID{}) && len(candidates) > 0 {
		clients = nil
		for _, c := range candidates {
			clients = append(clients, rapport.Client{ID: c.ID, Name: c.Name})
		}
	}
	chip := &widgets.Chip{Icon: "people", Value: name, Chosen: e.Client != rapport.ID{}}
	set := func(e *rapport.Entry, c rapport.Client) { e.Client = c.ID }
	if len(clients) <= mostInMenu {
		return choose(q, intake.RoleClient, chip, clients, func(c rapport.Client) string { return c.Name }, set)
	}
	chip.OnTapped = func() {
		pickClient(q.host, clients, func(c rapport.Client) {
			q.fixed[intake.RoleClient] = func(e *rapport.Entry) { set(e, c) }
			q.show()
		})
	}
	return chip
}

// mostInMenu is how many clients a menu offers; among more one searches.
const mostInMenu = 10

func (q *quickLog) kindChip(e rapport.Entry) fyne.CanvasObject {
	s := q.host.Speaker()
	word := s.T("log.which_kind")
	if e.Kind != "" {
		word = s.Kind(e.Kind)
	}
	return choose(q, intake.RoleKind, &widgets.Chip{Icon: "journal", Value: word, Chosen: e.Kind != ""},
		rapport.Kinds(), s.Kind, func(e *rapport.Entry, k rapport.Kind) { e.Kind = k })
}

func (q *quickLog) energyChip(e rapport.Entry) fyne.CanvasObject {
	s := q.host.Speaker()
	chip := &widgets.Chip{Label: s.T("log.energy"), Scale: 5, Value: nothing}
	if n, said := e.Cost.Energy.Get(); said {
		chip.Filled, chip.Value = n, s.Number(float64(n), 0)
	}
	return choose(q, intake.RoleEnergy, chip, []int{0, 1, 2, 3, 4, 5}, s.Energy,
		func(e *rapport.Entry, n int) { e.Cost.Energy = rapport.Rated(n) })
}

// dayChip offers the last fourteen days; any other is typed.
func (q *quickLog) dayChip(e rapport.Entry) fyne.CanvasObject {
	s, today := q.host.Speaker(), q.context.Today
	var days []rapport.Date
	for ago := range 14 {
		days = append(days, today.AddDays(-ago))
	}
	return choose(q, intake.RoleDate, &widgets.Chip{Icon: "calendar", Value: s.DateLong(e.On)}, days, s.DateLong,
		func(e *rapport.Entry, d rapport.Date) { e.On = d })
}

// choose makes a chip that opens a menu of alternatives and keeps what is chosen
// as a correction of its role.
func choose[T any](q *quickLog, role intake.Role, chip *widgets.Chip, options []T, word func(T) string, set func(*rapport.Entry, T)) fyne.CanvasObject {
	items := make([]widgets.MenuItem, len(options))
	for i, o := range options {
		items[i] = widgets.MenuItem{Text: word(o)}
	}
	chip.OnTapped = func() {
		menu := &widgets.Menu{Items: items, Current: -1, OnChosen: func(index int) {
			q.fixed[role] = func(e *rapport.Entry) { set(e, options[index]) }
			q.show()
		}}
		menu.ShowBelow(chip)
	}
	return chip
}
