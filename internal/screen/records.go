package screen

import (
	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// invoicesAtFirst is how many invoices are shown before more are asked for.
const invoicesAtFirst = 12

// money is how the client pays, what the work brings, and the invoices. Opening an
// open one records a payment, a settled one can be corrected.
func (c *Client) money() fyne.CanvasObject {
	t := c.host.Speaker().T
	add := widgets.NewLink(t("client.add_invoice"), func() { ShowInvoiceForm(c.host, c.page.Client) })
	open := ""
	if c.page.Invoices.Open != "" {
		open = t("client.open_amount", present.Args{"Amount": c.page.Invoices.Open})
	}
	below := widgets.NewColumn(12)
	if cards := c.business(); len(cards) > 0 {
		below.Add(widgets.NewGrid(12, 320, cards...))
	}
	if c.page.Business.Apart != "" {
		below.Add(widgets.NewText(c.page.Business.Apart, widgets.ColorMuted))
	}
	if len(c.page.Invoices.Rows) > 0 {
		below.Add(widgets.NewCard(c.invoices()))
	} else {
		below.Add(widgets.NewText(t("client.no_invoices"), widgets.ColorMuted))
	}
	return widgets.NewColumn(8, widgets.SectionHead(t("client.invoices"), open, add), below)
}

// invoices is the table, the latest first, and the way to the rest.
func (c *Client) invoices() fyne.CanvasObject {
	s, rows := c.host.Speaker(), c.page.Invoices.Rows
	rest := len(rows) - invoicesAtFirst
	if rest <= 1 {
		return c.invoiceTable(rows)
	}
	if c.more.invoices {
		return widgets.NewColumn(12, c.invoiceTable(rows), widgets.NewFlow(0, c.way(s.T("page.fewer_invoices"), &c.more.invoices)))
	}
	return widgets.NewColumn(12, c.invoiceTable(rows[:invoicesAtFirst]),
		widgets.NewFlow(0, c.way(s.N("page.more_invoices", rest), &c.more.invoices)))
}

// invoiceTable shows each invoice as a bar from its issue to its money, against the
// day it was due, and says the same in words.
func (c *Client) invoiceTable(rows []present.InvoiceRow) *widgets.Table {
	t := c.host.Speaker().T
	table := &widgets.Table{OnOpened: func(row int) { c.openInvoice(rows[row].Invoice) }, Columns: []widgets.TableColumn{
		{Title: t("field.number"), Width: 88},
		{Title: t("field.issued"), Width: 84, HideBelow: 640},
		{Title: t("field.due"), Width: 84, HideBelow: 480},
		{Title: t("page.took"), Width: 190, HideBelow: 760},
		{Title: t("client.amount"), Width: 104, Right: true},
		{Title: t("client.state")},
	}}
	for _, row := range rows {
		overdue := row.State == present.InvoiceOverdue
		color := widgets.ColorSoft
		if overdue {
			color = widgets.ColorInk
		}
		table.Rows = append(table.Rows, []widgets.Cell{
			{Text: row.Number}, {Text: row.Issued, Color: widgets.ColorSoft}, {Text: row.Due, Color: widgets.ColorSoft},
			{Bar: &widgets.DueBar{Due: row.Bar.Due, Done: row.Bar.Until, Open: !row.Bar.Settled}},
			{Text: row.Amount, Bold: overdue}, {Text: row.Text, Bold: overdue, Color: color},
		})
	}
	return table
}

// business is how the client pays and what the work brings, a card each.
func (c *Client) business() (cards []fyne.CanvasObject) {
	t := c.host.Speaker().T
	if pays := c.page.Business.Payment; pays != nil {
		column := widgets.NewColumn(4, label(t("page.payment")), &widgets.Text{Text: pays.Text, Bold: true})
		for _, line := range append([]string{pays.Score, pays.Next}, pays.Details...) {
			if line != "" {
				column.Add(widgets.NewText(line, widgets.ColorSoft))
			}
		}
		cards = append(cards, widgets.NewCard(column))
	}
	for _, worth := range c.page.Business.Worth {
		column := widgets.NewColumn(4, label(t("page.worth")), &widgets.Text{Text: worth.Text, Bold: true})
		if worth.Share != "" {
			column.Add(widgets.NewText(worth.Share, widgets.ColorSoft))
		}
		facts := make([]fyne.CanvasObject, len(worth.Parts))
		for i, f := range worth.Parts {
			facts[i] = widgets.KeyValue(f.Label, f.Value, false)
		}
		if len(facts) > 0 {
			column.Add(widgets.KeyValues(facts...))
		}
		cards = append(cards, widgets.NewCard(column))
	}
	return cards
}

// openInvoice opens the form for a payment on an invoice, or, where nothing is
// open, the form to correct it.
func (c *Client) openInvoice(invoice rapport.ID) {
	for _, v := range c.file.History.Invoices {
		switch {
		case v.ID != invoice:
		case v.OpenOn(c.host.Practice().Today()).Minor > 0:
			ShowPayForm(c.host, v)
		default:
			ShowInvoiceEdit(c.host, v)
		}
	}
}

// owed is what is still to be done, by both sides, and what was.
func (c *Client) owed() fyne.CanvasObject {
	t := c.host.Speaker().T
	add := widgets.NewLink(t("client.add_obligation"), func() { ShowObligationForm(c.host, c.place.Client) })
	column := widgets.NewColumn(8, widgets.SectionHead(t("client.obligations"), "", add))
	if len(c.page.Obligations) == 0 {
		column.Add(widgets.NewText(t("client.no_obligations"), widgets.ColorMuted))
		return column
	}
	list := widgets.NewColumn(12)
	for _, row := range c.page.Obligations {
		list.Add(&widgets.TickBox{Text: row.What, Detail: row.Who + ", " + row.Text, State: c.tick(row),
			OnTapped: func() { c.settle(row.Obligation) }})
	}
	column.Add(widgets.NewCard(list))
	return column
}

func (c *Client) tick(row present.ObligationRow) widgets.TickState {
	if row.Open {
		return widgets.Open
	}
	for _, o := range c.file.History.Obligations {
		if o.ID == row.Obligation && !o.Waived.IsZero() {
			return widgets.Waived
		}
	}
	return widgets.Done
}

// settle asks how an open obligation ends; a settled one can be corrected.
func (c *Client) settle(obligation rapport.ID) {
	for _, o := range c.file.History.Obligations {
		switch {
		case o.ID != obligation:
		case o.Open():
			ShowSettleForm(c.host, o)
		default:
			ShowObligationEdit(c.host, o)
		}
	}
}

// decisions is what the user decided before, and why.
func (c *Client) decisions() fyne.CanvasObject {
	column := widgets.NewColumn(8, widgets.SectionHead(c.host.Speaker().T("client.decisions"), ""))
	list := widgets.NewColumn(12)
	for _, d := range c.page.Decisions {
		words := widgets.NewColumn(0, &widgets.Text{Text: d.Text})
		if d.Why != "" {
			words.Add(widgets.NewText(d.Why, widgets.ColorSoft))
		}
		list.Add(widgets.NewTopRow(16, widgets.NewText(d.Date, widgets.ColorMuted), widgets.Stretch(words)))
	}
	column.Add(widgets.NewCard(list))
	return column
}
