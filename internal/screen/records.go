package screen

import (
	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// money is the table of invoices. Opening an open one records a payment, a settled
// one can be corrected.
func (c *Client) money() fyne.CanvasObject {
	t := c.host.Speaker().T
	add := widgets.NewLink(t("client.add_invoice"), func() { ShowInvoiceForm(c.host, c.page.Client) })
	open := ""
	if c.page.Invoices.Open != "" {
		open = t("client.open_amount", present.Args{"Amount": c.page.Invoices.Open})
	}
	head := widgets.SectionHead(t("client.invoices"), open, add)
	if len(c.page.Invoices.Rows) == 0 {
		return widgets.NewColumn(8, head, widgets.NewText(t("client.no_invoices"), widgets.ColorMuted))
	}
	table := &widgets.Table{Columns: []widgets.TableColumn{
		{Title: t("field.number"), Width: 104},
		{Title: t("field.issued"), Width: 100, HideBelow: 640},
		{Title: t("field.due"), Width: 100},
		{Title: t("client.amount"), Width: 120, Right: true},
		{Title: t("client.state")},
	}}
	for _, row := range c.page.Invoices.Rows {
		overdue := row.State == present.InvoiceOverdue
		color := widgets.ColorSoft
		if overdue {
			color = widgets.ColorInk
		}
		table.Rows = append(table.Rows, []widgets.Cell{
			{Text: row.Number}, {Text: row.Issued, Color: widgets.ColorSoft}, {Text: row.Due, Color: widgets.ColorSoft},
			{Text: row.Amount, Bold: overdue}, {Text: row.Text, Bold: overdue, Color: color},
		})
	}
	table.OnOpened = c.openInvoice
	return widgets.NewColumn(8, head, widgets.NewCard(table))
}

// openInvoice opens the form for a payment on the invoice of a row, or, where
// nothing is open, the form to correct it.
func (c *Client) openInvoice(row int) {
	for _, v := range c.file.History.Invoices {
		switch {
		case v.ID != c.page.Invoices.Rows[row].Invoice:
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
	for i, row := range c.page.Obligations {
		list.Add(&widgets.TickBox{Text: row.What, Detail: row.Who + ", " + row.Text, State: c.tick(row),
			OnTapped: func() { c.settle(i) }})
	}
	column.Add(widgets.NewCard(list))
	return column
}

func (c *Client) obligation(row int) rapport.Obligation {
	for _, o := range c.file.History.Obligations {
		if o.ID == c.page.Obligations[row].Obligation {
			return o
		}
	}
	return rapport.Obligation{}
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
func (c *Client) settle(row int) {
	if o := c.obligation(row); o.Open() {
		ShowSettleForm(c.host, o)
	} else {
		ShowObligationEdit(c.host, o)
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
