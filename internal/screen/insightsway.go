package screen

import (
	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// ledgerOf words what was learned on the way: what waiting costs, and what was
// expected otherwise.
func ledgerOf(s *present.Speaker, l practice.Ledger) present.Ledger {
	facts := present.LedgerFacts{Surprises: l.Surprises, Rates: ratesOf(l)}
	for _, w := range l.Waiting {
		facts.Waiting = append(facts.Waiting, present.Waited{Client: w.Client, Name: w.Name, Waiting: w.Waiting})
	}
	return present.NewLedger(s, facts)
}

// wonBack is the ledger of extra miles: what was given, and what came of it.
func (n *Insights) wonBack() fyne.CanvasObject {
	t, card := n.host.Speaker().T, n.page.WonBack
	if card.Empty != "" {
		return widgets.NewCard(titled(t("way_page.insights.won"), "", card.Empty))
	}
	rows := card.Rows
	table := &widgets.Table{Columns: []widgets.TableColumn{{Title: ""},
		{Title: t("way_page.insights.given"), Width: 62, Right: true}, {Title: t("way_page.insights.since"), Width: 84, Right: true}},
		OnOpened: func(row int) { n.host.Go(Place{Name: AtClient, Client: rows[row].Client}) }}
	for _, row := range rows {
		since := widgets.Cell{Text: row.Since, Bold: row.Won}
		if !row.Won {
			since.Color = widgets.ColorMuted
		}
		table.Rows = append(table.Rows, []widgets.Cell{{Text: row.Name}, {Text: row.Given, Color: widgets.ColorSoft}, since})
	}
	if sum := card.Total; sum.Name != "" {
		table.Total = []widgets.Cell{{Text: sum.Name, Bold: true}, {Text: sum.Given, Bold: true}, {Text: sum.Since, Bold: true}}
	}
	column := titled(t("way_page.insights.won"), "", card.Line, table)
	for _, early := range card.Early {
		column.Add(n.note("trial", early))
	}
	return widgets.NewCard(column)
}

// waiting is what it costs to put off what should have ended.
func (n *Insights) waiting() fyne.CanvasObject {
	t, card := n.host.Speaker().T, n.page.Ledger.Waiting
	if card.Empty != "" {
		return widgets.NewCard(titled(t("way_page.insights.waiting"), "", card.Empty))
	}
	bars := &widgets.Bars{}
	bars.OnOpened = n.opens(card.Rows)
	for _, row := range card.Rows {
		bars.Rows = append(bars.Rows, widgets.BarRow{Name: row.Name, Part: row.Part, Text: row.Text, Tone: widgets.Faint})
	}
	return widgets.NewCard(titled(t("way_page.insights.waiting"), "", card.Line, bars))
}

// sheets is which clause is missing most often, and whether sheets help.
func (n *Insights) sheets() fyne.CanvasObject {
	t, card := n.host.Speaker().T, n.page.Ledger.Sheets
	if card.Empty != "" {
		return widgets.NewCard(titled(t("way_page.insights.sheets"), "", card.Empty))
	}
	column := titled(t("way_page.insights.sheets"), "", card.Line)
	if card.Rate != "" {
		column.Add(widgets.NewText(card.Rate, ""))
	}
	return widgets.NewCard(column)
}
