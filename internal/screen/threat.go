package screen

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// ShowThreatForm opens the form for what became of a threat: whether they acted
// on it, who was told, and whether it is settled.
func ShowThreatForm(h Host, t rapport.ThreatCase) {
	s := h.Speaker()
	f := newForm(h, s.T("way_page.threat.title"))
	voiced := dateField(h, s.T("way_page.threat.voiced"), t.Voiced)
	told := fieldWith(s.T("way_page.threat.told"), s.T("way_page.threat.told_example"), t.Told)
	acted := dateField(h, s.T("way_page.threat.acted"), t.Acted)
	closed := dateField(h, s.T("way_page.threat.closed"), t.Closed)
	f.column.Add(widgets.NewText(s.T("way_page.threat.line"), widgets.ColorSoft))
	f.add(voiced, "voiced", "date")
	f.add(told, "told")
	f.pair(acted, closed)
	f.know(acted, "acted")
	f.know(closed, "closed")
	f.show(told.Focusable(), func() (func(context.Context) error, error) {
		c := t
		c.Told = strings.TrimSpace(told.Text())
		for _, day := range []struct {
			into  *rapport.Date
			field *widgets.DateField
			name  string
		}{{&c.Voiced, voiced, "voiced"}, {&c.Acted, acted, "acted"}, {&c.Closed, closed, "closed"}} {
			var err error
			if *day.into, err = dayOf(h, day.field, day.name); err != nil {
				return nil, err
			}
		}
		return func(ctx context.Context) error {
			_, err := h.Practice().TrackThreat(ctx, c)
			return err
		}, nil
	}, "way_page.threat.stored")
}

// threats are what was threatened: the cases that stand, and threats in the record
// nobody has said yet what became of.
func (c *Client) threats() (rows []rapport.ThreatCase) {
	known := map[rapport.ID]bool{}
	for _, t := range c.file.Way.Threats {
		known[t.Entry] = true
		if t.Open() {
			rows = append(rows, t)
		}
	}
	for _, e := range c.file.History.Entries {
		if e.Kind == rapport.Threat && !known[e.ID] {
			rows = append(rows, rapport.ThreatCase{ID: rapport.NewID(), Client: e.Client, Entry: e.ID, Voiced: e.On})
		}
	}
	return rows
}

// threatCard is what was threatened and what to do about it; nil where there is
// nothing to see to.
func (c *Client) threatCard() fyne.CanvasObject {
	s := c.host.Speaker()
	list := widgets.NewColumn(12, label(s.T("way_page.threat.title")))
	for _, t := range c.threats() {
		list.Add(c.threatRow(s.Threat(t, c.host.Practice().Today()), t))
	}
	if len(list.Objects) == 1 {
		return nil
	}
	return widgets.NewCard(list)
}

func (c *Client) threatRow(row present.ThreatRow, t rapport.ThreatCase) fyne.CanvasObject {
	s := c.host.Speaker()
	words := widgets.NewColumn(2, &widgets.Text{Text: row.Word, Bold: true}, widgets.NewText(row.Text, widgets.ColorSoft))
	if row.Next != "" {
		words.Add(widgets.NewText(row.Next, ""))
	}
	words.Add(widgets.Inset(6, 0, 0, 0, widgets.NewFlow(12,
		widgets.NewLink(s.T("way_page.threat.track"), func() { ShowThreatForm(c.host, t) }),
		widgets.NewLink(s.T("way_page.dossier"), func() { ShowDossier(c.host, c.page.Client) }))))
	return words
}
